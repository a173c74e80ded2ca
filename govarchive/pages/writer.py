"""Builds the text of a page from the events of its mark-up: white space collapsed, cells by tab, blocks noted."""

import re
from typing import NamedTuple

from govarchive.model import Block
from govarchive.pages.text import clean, composed

_PARAGRAPHS = frozenset(
    "p h1 h2 h3 h4 h5 h6 table ul ol dl section article aside nav header footer main form fieldset blockquote "
    "pre hr address figure details".split()
)
_LINES = frozenset(
    "div li dt dd tr caption legend option center figcaption summary body tbody thead tfoot optgroup select "
    "textarea button label".split()
)
_ROWS = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
_CELLS = frozenset({"td", "th"})
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del em font i img input ins kbd mark q s small span strike strong sub sup "
    "time tt u var".split()
)
_BREAKS = dict.fromkeys(_PARAGRAPHS, 2) | dict.fromkeys(_LINES, 1)
_KINDS = {"li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell", "option": "item"}
_KINDS |= {f"h{level}": "heading" for level in range(1, 7)}
_WHITE = " \t\r\n\f"
_SPACE = re.compile(r"[ \t\r\n\f]+")
_UNEVEN = re.compile(r"[\t\r\n\f]|  ")


class _Place(NamedTuple):
    """What the blocks of an element are: their kind and their part of the page."""

    kind: str
    part: str | None


class _Row:
    """A table row while it is written: the length of the text where it began, and its cells so far."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.cells = 0


class Writer:
    """Takes elements and texts in document order; holds separators back until something follows them.

    `entities` tells that the mark-up has numeric ones, which may bring in characters the source was cleaned of.
    """

    def __init__(self, entities: bool) -> None:
        self._entities = entities
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._block: tuple[int, _Place] | None = None
        self._open = [_Place("paragraph", None)]
        self._rows = [_Row(0)]
        self._verbatim = 0
        self._lines = 0
        self._tabs = 0
        self._space = ""
        self._fresh_cell = False

    def start(self, tag: str, part: str | None) -> None:
        """Enters an element; `part` is what its mark-up says of its place."""
        if tag in INLINE:
            return
        if tag in _CELLS:
            self._next_cell()
        else:
            self.boundary(tag)
        if tag in ("table", "tr"):
            self._rows.append(_Row(self._length))
        around = self._open[-1]
        kind = _KINDS.get(tag, around.kind)
        same = kind is around.kind and (part is None or part == around.part)
        self._open.append(around if same else _Place(kind, part or around.part))
        self._verbatim += tag == "pre"

    def end(self, tag: str) -> None:
        """Leaves the element that was entered last."""
        if tag in INLINE:
            return
        if tag in _CELLS:
            self._close_block()
            self._fresh_cell = False
        elif tag != "br":
            self.boundary(tag)
        if tag == "tr" and self._length > self._rows[-1].start:
            self._lines = 1  # the paragraphs of the last cell do not part the rows
        if tag in ("table", "tr"):
            self._rows.pop()
        self._open.pop()
        self._verbatim -= tag == "pre"

    def boundary(self, tag: str) -> None:
        """What the edge of an element separates: lines, paragraphs or nothing."""
        if self._tabs and tag not in _ROWS:
            return  # between the cells of a row nothing breaks the line
        lines = min(2, self._lines + 1) if tag == "br" else _BREAKS.get(tag)
        if lines:
            self._break(lines)

    def write(self, text: str) -> None:
        """Writes the text of an element."""
        if self._entities:
            text = clean(text)
        if self._verbatim:
            return self._write_verbatim(text)
        words = text.strip(_WHITE)
        if not words or words.isspace():
            self._space = " "
            return None
        if text[0] in _WHITE:
            self._space = " "
        self._put(_SPACE.sub(" ", words) if _UNEVEN.search(words) else words)
        self._space = " " if text[-1] in _WHITE else ""
        return None

    def meta(self, address: str) -> None:
        """Appends one undrawn string as a block of its own."""
        self._break(1)
        self._open.append(_Place("meta", None))
        self._put(address)
        self._close_block()
        self._open.pop()

    def text(self) -> str:
        """What is written so far."""
        return "".join(self._pieces)

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text in NFC and its blocks; entities and element edges can hide what composes from the parser."""
        self._close_block()
        text = self.text()
        if composed(text) == text:
            return text, tuple(self._blocks)
        pieces, blocks, length, done = [], [], 0, 0
        for block in self._blocks:
            between, inside = composed(text[done : block.start]), composed(text[block.start : block.stop])
            length += len(between)
            pieces += [between, inside]
            blocks.append(Block(block.kind, length, length + len(inside), block.part))
            length += len(inside)
            done = block.stop
        return "".join(pieces), tuple(blocks)

    def _write_verbatim(self, text: str) -> None:
        for number, line in enumerate(text.expandtabs().split("\n")):
            if number:
                self._break(min(2, self._lines + 1))
            words = line.rstrip()
            if words:
                self._put(words)
                self._space = ""
            self._space += line[len(words) :]

    def _put(self, words: str) -> None:
        separator = "\t" * self._tabs
        if self._length:
            separator = "\n" * self._lines + separator or self._space
        if self._block is None:
            self._block = self._length + len(separator), self._open[-1]
        self._pieces += [separator, words]
        self._length += len(separator) + len(words)
        self._lines, self._tabs, self._space = 0, 0, ""
        self._fresh_cell = False

    def _break(self, lines: int) -> None:
        """Line ends before what follows; the first block of a cell stays on the cell's line."""
        self._close_block()
        self._space = ""
        if not self._fresh_cell:
            self._lines, self._tabs = max(self._lines, lines), 0

    def _next_cell(self) -> None:
        self._close_block()
        self._space = ""
        row = self._rows[-1]
        if row.cells:
            self._tabs += 1
            if self._length > row.start:
                self._lines = 0  # what the last cell left open gives way to the tab
        row.cells += 1
        self._fresh_cell = True

    def _close_block(self) -> None:
        if self._block is not None:
            start, place = self._block
            self._blocks.append(Block(place.kind, start, self._length, place.part))
            self._block = None
