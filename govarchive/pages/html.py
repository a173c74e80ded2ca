r"""HTML -> visible text with its blocks.

All visible text is kept: contact blocks live in sidebars and footers. Blocks stand on lines of their own, paragraphs
and tables between blank lines, the cells of a table row on one line with a tab between them (an empty cell keeps its
tab, but for those at the end of a row; `cells.py` tells what becomes of one with several lines).
What is not drawn (scripts, styles, templates, hidden elements) is left out; what data for machines (schema.org) and
links (`mailto:`, `tel:`) say that is not also visible is appended as meta blocks, or stands beside its link.

>>> parse("<p>тел. <b>02/ 123</b><script>x</script><table><tr><td>Факс<td>02/ 124</table>").text
'тел. 02/ 123\n\nФакс\t02/ 124'
"""

import re
from collections.abc import Iterator
from itertools import chain, starmap
from typing import NamedTuple

from govarchive.model import Block
from govarchive.pages.linked import stated
from govarchive.pages.metadata import addresses, dated, dates_of, linked_data, title_of
from govarchive.pages.placed import placed
from govarchive.pages.runs import ELEMENT, KNOWN, action_of, learnt, runs_of, tags_of
from govarchive.pages.tags import unescaped
from govarchive.pages.text import composed, encoded
from govarchive.pages.tree import pieces, read
from govarchive.pages.unseen import unseen
from govarchive.pages.writer import Writer

_FRAMES = re.compile(rb"</?(?:no)?frame(?:s|set)?\b[^<>]*>", re.IGNORECASE)


class Parsed(NamedTuple):
    """The visible text (NFC), its blocks in order, the title and the dates the metadata states."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    dates: dict[str, str]


def parse(markup: str) -> Parsed:
    """The visible text of a page. Takes any text: what is broken is read as a browser would.

    But a page that is swallowed whole by a title or style sheet without end is read as it was meant, and one of frames
    alone as browsers without frames showed it.
    """
    raw = encoded(markup)
    found = _read(raw)
    for other in (_closed, _without_frames):
        if not found.text and (changed := other(raw)) != raw:
            found = _read(changed)
    return found


def _without_frames(markup: bytes) -> bytes:
    return _FRAMES.sub(b"", markup) if b"<noframes" in markup.lower() else markup


def _closed(markup: bytes) -> bytes:
    lower = markup.lower()
    for name in (b"title", b"style"):
        if b"</" + name not in lower:
            markup = re.sub(rb"(?i)<%b\b[^<>]*>[^<]*" % name, rb"\g<0></%b>" % name, markup)
    return markup


def _read(markup: bytes) -> Parsed:
    tree = read(markup)
    if tree is None:
        return Parsed("", (), None, {})
    data = linked_data(tree.all("script"))
    title, dates = title_of(tree.all("title")), dates_of([*tree.all("date"), *dated(tree.root, markup)], data)
    linked, said = list(addresses(tree.all("link"))), stated(tree.root, markup, data)
    mended = placed(tree.mended(), linked) if linked else tree.mended()
    del tree  # several times as large as the page
    writer = Writer()
    _walk(mended, writer)
    if linked or said:
        for line in unseen(composed(writer.text()), said, linked):
            writer.meta(line)
    text, blocks = writer.finish()
    return Parsed(text, blocks, title, dates)


def _walk(markup: str, writer: Writer) -> None:
    """Feeds the writer in document order; without recursion, as pages nest to any depth."""
    runs = chain.from_iterable(map(runs_of, pieces(markup)))
    known = KNOWN
    for run, text in runs:
        try:
            steps = known[run]
        except KeyError:
            steps = learnt(run)
        if steps is None or (writer.verbatim and run.count(">") > run.count("><")):  # spaces that count
            _walk_tags(run, text, runs, writer)
            continue
        for do, what in steps:
            do(writer, what)
        if text:
            writer.write(unescaped(text) if "&" in text else text)


def _walk_tags(run: str, text: str, runs: Iterator[tuple[str, str]], writer: Writer) -> None:
    """Tag by tag through a run, and through the rest of that in which an element ends that is not drawn."""
    tags = tags_of(run, text)
    while tag := next(tags, None):
        token, after = tag
        action = action_of(token)
        if action.alone == ELEMENT:
            after, tags = _behind(tags, runs)
        if action.do:
            action.do(writer, action.what)
        if action.instead or after:
            writer.write(unescaped(action.instead + after))


def _behind(tags: Iterator[tuple[str, str]], runs: Iterator[tuple[str, str]]) -> tuple[str, Iterator[tuple[str, str]]]:
    """The text behind the end of an element that was just entered, and the tags behind that in the run it ends in."""
    depth = 1
    for rest in chain([tags], starmap(tags_of, runs)):
        for token, text in rest:
            if token.startswith("/"):
                depth -= 1
                if not depth:
                    return text, rest
            elif not token.endswith("/"):
                depth += 1
    return "", tags
