r"""HTML -> visible text with its blocks.

All visible text is kept: contact blocks live in sidebars and footers. Blocks stand on lines of their own, paragraphs
and tables between blank lines, the cells of a table row on one line with a tab between them (an empty cell keeps its
tab, but for those at the end of a row).
What is not drawn (scripts, styles, templates, hidden elements) is left out; what links (`mailto:`, `tel:`) and data for
machines (schema.org) say that is not also visible is appended as meta blocks.

>>> parse("<p>тел. <b>02/ 123</b><script>x</script><table><tr><td>Факс<td>02/ 124</table>").text
'тел. 02/ 123\n\nФакс\t02/ 124'
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from govarchive.model import Block
from govarchive.pages.linked import stated
from govarchive.pages.metadata import addresses, dates_of, linked_data, title_of
from govarchive.pages.tags import INLINE, Tag, read_tag, unescaped
from govarchive.pages.text import composed, encoded
from govarchive.pages.tree import pieces, read
from govarchive.pages.unseen import unseen
from govarchive.pages.writer import Writer

# What follows `<` in a name or value that is out of order is no tag of its own.
_MENDED_TAG = re.compile("<([^>]*)>")


class Parsed(NamedTuple):
    """The visible text (NFC), its blocks in order, the title and the dates the metadata states."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    dates: dict[str, str]


def parse(markup: str) -> Parsed:
    """The visible text of a page. Takes any text: what is broken is read as a browser would.

    But a page that is swallowed whole by a title or style sheet without end is read as it was meant.
    """
    raw = encoded(markup)
    found = _read(raw)
    if not found.text and (closed := _closed(raw)) != raw:
        return _read(closed)
    return found


def _closed(markup: bytes) -> bytes:
    lower = markup.lower()
    for name in (b"title", b"style"):
        if b"</" + name not in lower:
            markup = re.sub(rb"(?i)<%b\b[^<>]*>[^<]*" % name, rb"\g<0></%b>" % name, markup)
    return markup


def _read(markup: bytes) -> Parsed:
    root, mended = read(markup)
    if root is None:
        return Parsed("", (), None, {})
    data = linked_data(root, markup)
    title, dates = title_of(root), dates_of(root, data)
    linked, said = list(addresses(root)), stated(root, markup, data)
    del root  # several times as large as the page
    writer = Writer()
    _walk(mended, writer)
    if linked or said:
        for line in unseen(composed(writer.text()), said, linked):
            writer.meta(line)
    text, blocks = writer.finish()
    return Parsed(text, blocks, title, dates)


def _walk(markup: str, writer: Writer) -> None:
    """Feeds the writer in document order; without recursion, as pages nest to any depth."""
    pairs = chain.from_iterable(map(_pairs, pieces(markup)))
    known = _KNOWN
    for token, after in pairs:
        try:
            do, tag, skip = known[token]
        except KeyError:
            do, tag, skip = _learnt(token)
        text = after
        if skip:
            text = tag.instead + (_behind(pairs) if skip == _ELEMENT else after)
        if do:
            do(writer, tag)
        if text:
            writer.write(unescaped(text) if "&" in text else text)


def _pairs(markup: str) -> Iterator[tuple[str, str]]:
    """Each tag without its angle brackets, and the text behind it."""
    parts = _MENDED_TAG.split(markup)
    return zip(parts[1::2], parts[2::2], strict=True)


def _behind(pairs: Iterator[tuple[str, str]]) -> str:
    """The text behind the end of an element that was just entered."""
    depth = 1
    for token, text in pairs:
        if token.startswith("/"):
            depth -= 1
            if not depth:
                return text
        elif not token.endswith("/"):
            depth += 1
    return ""


_Do = Callable[[Writer, Tag], None]
_VERBATIM = ("pre", "textarea", "xmp", "listing", "plaintext")
_ENTER: dict[str, _Do] = {"table": Writer.enter_rows, "tr": Writer.enter_rows}
_ENTER |= dict.fromkeys(("td", "th"), Writer.enter_cell) | dict.fromkeys(_VERBATIM, Writer.enter_verbatim)
_ENTER |= dict.fromkeys(("ul", "ol"), Writer.enter_list)
_LEAVE: dict[str, _Do] = {"table": Writer.leave_table, "tr": Writer.leave_row}
_LEAVE |= dict.fromkeys(("td", "th"), Writer.leave_cell) | dict.fromkeys(_VERBATIM, Writer.leave_verbatim)
_LEAVE |= dict.fromkeys(("ul", "ol"), Writer.leave_list)
# The most frequent one says nothing of its text, so it need not be remembered while it is open.
_ENTER["p"] = _LEAVE["p"] = Writer.edge


_ELEMENT, _NO_MORE = 1, 2


class _Action(NamedTuple):
    """What a tag has the writer do, if anything, and what is passed over for what is drawn instead, if anything."""

    do: _Do | None
    tag: Tag
    skip: int = 0


_NOTHING = _Action(None, read_tag("span"))
_TELLING = re.compile(" (?:hidden|style|data-cfemail)=")


def _action(token: str) -> _Action:
    name = token.lstrip("/").partition(" ")[0].rstrip("/")
    if name in INLINE and not _TELLING.search(token):  # most of those that no other page has are links
        return _NOTHING
    tag, alone = read_tag(token.strip("/")), token.endswith("/")
    if tag.name == "br":
        return _Action(Writer.line, tag)
    if tag.hidden:
        return _Action(Writer.edge, tag, skip=0 if alone else _ELEMENT)
    if tag.instead:
        return _Action(None, tag, skip=_NO_MORE if alone else _ELEMENT)
    if tag.name in INLINE:
        return _Action(None, tag)
    enter, leave = _ENTER.get(tag.name, Writer.enter), _LEAVE.get(tag.name, Writer.leave)
    if alone:
        return _Action(_both(enter, leave), tag)
    return _Action(leave if token.startswith("/") else enter, tag)


# The tags of a site are the same from page to page, but for the addresses and pictures in them.
_KNOWN: dict[str, _Action] = {}
_MOST_KNOWN = 4096
_LONG = 400


def _learnt(token: str) -> _Action:
    action = _action(token)
    if len(token) < _LONG:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[token] = action
    return action


def _both(enter: _Do, leave: _Do) -> _Do:
    """What an element with nothing in it does."""

    def both(writer: Writer, tag: Tag) -> None:
        enter(writer, tag)
        leave(writer, tag)

    return both
