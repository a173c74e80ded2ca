"""Tags -> what they have the writer do.

The tags between two texts are a run, which is worked out once, and in as few steps as it takes: the runs of a site are
the same from page to page, but for the addresses in them.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from govarchive.pages.moves import Move
from govarchive.pages.tags import INLINE, Tag, read_tag
from govarchive.pages.writer import Writer

# A text with anything in it, between the last tag of a run and the first of the next one.
_TEXT = re.compile(r">(\s*+[^<\s][^<]*)<")
# One that says nothing of its text.
_LINK = re.compile(r'<a (?:(?!hidden|style|data-cfemail)[^ =<>]+="[^"<>]*" ?)+>')
# What follows `<` in a name or value that is out of order is no tag of its own.
_MENDED_TAG = re.compile("<([^>]*)>")

# An inline element right behind another: they stand apart by styles, if what is in them are words of their own.
_ADJOINING = re.compile("</([a-z]+)><[a-z]")

_Do = Callable[[Writer, Any], None]
_VERBATIM = frozenset({"pre", "textarea", "xmp", "listing", "plaintext"})
_ENTER: dict[str, _Do] = {"table": Writer.enter_table, "tr": Writer.enter_row}
_ENTER |= dict.fromkeys(("td", "th"), Writer.enter_cell) | dict.fromkeys(_VERBATIM, Writer.enter_verbatim)
_ENTER |= dict.fromkeys(("ul", "ol"), Writer.enter_list)
_ENTER |= dict.fromkeys(("thead", "tbody", "tfoot"), Writer.move)
_LEAVE: dict[str, _Do] = {"table": Writer.leave_table, "tr": Writer.leave_row}
_LEAVE |= dict.fromkeys(("thead", "tbody", "tfoot"), Writer.leave_rows)
_LEAVE |= dict.fromkeys(("td", "th"), Writer.leave_cell) | dict.fromkeys(_VERBATIM, Writer.leave_verbatim)
_LEAVE |= dict.fromkeys(("ul", "ol"), Writer.leave_list)

ELEMENT, FIELD, SPACES = 1, 2, 3
"""Why a tag is to be taken by itself: something else or nothing is drawn for its element; white space in it counts."""


class Action(NamedTuple):
    """What a tag has the writer `do`, if anything, with `what`; `alone` tells why it is to be taken by itself.

    `instead` is drawn in place of the element.
    """

    do: _Do | None
    what: Any = None
    alone: int = 0
    instead: str = ""


Steps = tuple[tuple[_Do, Any], ...]
_NOTHING = Action(None)
# What an inline element says of its text; of a picture, a label, a sign or an address in it.
_TELLING = re.compile(""" (?:hidden|style|data-cfemail)=| alt="[^"]*[:@]""")


def runs_of(markup: str) -> Iterator[tuple[str, str]]:
    """Each run of tags, without its outermost angle brackets, and the text behind it, which the last need not have."""
    tags, _, text = markup.rpartition(">")
    parts = _TEXT.split(tags[1:])
    parts.append(text)
    return zip(parts[::2], parts[1::2], strict=True)


def tags_of(run: str, text: str = "") -> Iterator[tuple[str, str]]:
    """Each tag of a run, without its angle brackets, and what stands behind it: white space, or the text of the run."""
    parts = _MENDED_TAG.split(f"<{run}>")
    parts[-1] = text
    return zip(parts[1::2], parts[2::2], strict=True)


def _action(token: str) -> Action:
    if token.startswith("@"):  # of `placed`
        return Action(Writer.hold if token[1] == "@" else Writer.stand, token.strip("@/"))
    name = token.lstrip("/").partition(" ")[0].rstrip("/")
    if name in INLINE and not _TELLING.search(token):  # most of those that no other page has are links
        return _NOTHING
    tag, is_empty = read_tag(token.strip("/")), token.endswith("/")
    if tag.name == "br":
        return Action(Writer.line, Move(tag.lines))
    if tag.hidden:
        return Action(Writer.move, Move(tag.lines, tag.rows), 0 if is_empty else ELEMENT)
    if tag.instead:
        return Action(None, None, FIELD if is_empty else ELEMENT, tag.instead)
    return _NOTHING if tag.name in INLINE else _drawn(tag, token.startswith("/"), is_empty)


def _drawn(tag: Tag, is_end: bool, is_empty: bool) -> Action:
    """What the tag of an element that is drawn does."""
    edge = Move(tag.lines, tag.rows)
    entering, leaving = edge._replace(enters=((tag.kind, tag.part),)), edge._replace(leaves=1)
    enter, leave = _ENTER.get(tag.name), _LEAVE.get(tag.name)
    if enter and leave:
        what: Any = entering
        if tag.span:
            enter, what = Writer.enter_spanning, (entering, tag.span)
        alone = SPACES if tag.name in _VERBATIM else 0
        if is_empty:
            return Action(_both(enter, what, leave), leaving, alone)
        return Action(leave, leaving, alone) if is_end else Action(enter, what, alone)
    # The most frequent one says nothing of its text, so it need not be remembered while it is open.
    if is_empty or tag.name == "p":
        return Action(Writer.move, edge)
    return Action(Writer.move, leaving if is_end else entering)


def _both(enter: _Do, entering: Any, leave: _Do) -> _Do:
    """What an element with nothing in it does."""

    def both(writer: Writer, leaving: Move) -> None:
        enter(writer, entering)
        leave(writer, leaving)

    return both


_MOST_KNOWN = 4096
_LONG = 400
_action_of_short = lru_cache(_MOST_KNOWN)(_action)


def action_of(token: str) -> Action:
    """What a tag, without its angle brackets, does."""
    return _action_of_short(token) if len(token) <= _LONG else _action(token)


KNOWN: dict[str, Steps | None] = {}
"""The steps of some runs; None for those whose tags are to be taken one by one."""


def learnt(run: str) -> Steps | None:
    """The steps of a run that is not known; those that differ by their links only have the same."""
    if len(KNOWN) >= _MOST_KNOWN:
        KNOWN.clear()
    plain = _LINK.sub("<a>", f"<{run}>")[1:-1]
    if len(plain) > _LONG:
        return None
    steps = KNOWN[plain] if plain in KNOWN else _steps(plain)
    KNOWN[plain] = steps
    if len(run) <= _LONG:
        KNOWN[run] = steps
    return steps


def _steps(run: str) -> Steps | None:
    steps: list[tuple[_Do, Any]] = []
    move = Move()
    for token, white in tags_of(run):
        action = action_of(token)
        if action.alone:
            return None
        if action.do is Writer.move and move.goes_with(action.what):
            move = move.then(action.what)
        elif action.do:
            steps += [(Writer.move, move), (action.do, action.what)]
            move = Move()
        if white:
            move = move._replace(blank=True)
    found = tuple(it for it in (*steps, (Writer.move, move)) if it[1] != Move())
    if not found and (edge := _ADJOINING.search(f"<{run}>")):
        return ((Writer.adjoin, edge[1]),)
    return found
