"""Builds the text of a page from the events of its mark-up: white space collapsed, cells by tab, blocks noted."""

import re
from bisect import bisect_left
from io import StringIO

from govarchive.model import Block
from govarchive.pages.cells import arranged, in_order
from govarchive.pages.moves import LINE_END, Move, of_lines
from govarchive.pages.spans import MOST_SPANS, Row, Span
from govarchive.pages.text import composed, composed_blocks, starts_anew

_Place = tuple[str, str | None]
"""What the blocks of an element are: their kind and their part of the page."""

_WHITE = " \t\n"
_SPACES = re.compile("[ \t\n]+")
_MOST_BLOCKS = 200_000
"""Of one page; all behind them are one more, as each takes a hundred times the memory of a character."""


class Writer:
    """Takes elements and texts in document order; holds separators back until something follows them."""

    def __init__(self) -> None:
        self._out = StringIO()  # a list of pieces takes ten times as much where they are words
        self._length = 0
        self._line_end = 0  # where the last line ends
        self._blocks: list[Block] = []
        self._block = -1  # where the last one begins; -1 for none
        self._is_ended = True  # whether what follows is a block of its own
        self._place: _Place = ("paragraph", None)
        self._open: list[_Place] = [self._place]
        self._rows = [Row(0), Row(0)]  # around a cell there is a table, whatever the mark-up says
        self.verbatim = 0  # how many elements are open whose lines and spaces stay
        self._held: list[str] = []  # addresses for the end of the line
        self._lines = 0
        self._tabs = 0
        self._space = ""
        self._words = ""  # the last ones written
        self._adjoins = ""
        self._fresh_cell = False

    def move(self, move: Move) -> None:
        """What edges separate, lines, paragraphs or nothing, and the elements that are left and entered there."""
        lines, rows, leaves, enters, blank = move
        if lines and (rows or not self._tabs):  # between the cells of a row nothing else breaks the line
            self._is_ended = True
            self._space = ""
            if not self._fresh_cell:  # the first block of a cell stays on the cell's line
                self._tabs = 0
                if lines > self._lines:
                    self._lines = lines
        if leaves:
            del self._open[-leaves:]
        for kind, part in enters:
            place = self._open[-1]
            if kind or part:
                inner = kind or place[0], part or place[1]
                place = place if inner == place else inner  # one object, however deep elements nest
            self._open.append(place)
        if blank:
            self._space = " "

    def line(self, move: Move) -> None:
        """A line end (that of a `br`): two of them part paragraphs."""
        self.move(of_lines(move, 2) if self._lines else move)

    def enter_list(self, move: Move) -> None:
        """The beginning of a list; one within an item is no paragraph of its own."""
        self.move(of_lines(move, 1) if self._open[-1][0] == "item" else move)

    def leave_list(self, move: Move) -> None:
        """The end of a list."""
        self.move(of_lines(move, 1) if self._open[-2][0] == "item" else move)

    def enter_table(self, move: Move) -> None:
        """The beginning of a table."""
        self.move(move)
        self._rows.append(Row(self._length))

    def enter_row(self, move: Move) -> None:
        """The beginning of a row."""
        self.move(move)
        self._rows.append(Row(self._length, self._rows[-1].covered))

    def leave_row(self, move: Move) -> None:
        """The end of a row."""
        self.move(move)
        row = self._rows.pop()
        table = self._rows[-1]
        if row.covered or row.begun:
            table.covered = row.below()
        if row.is_told and row.cells > table.columns:
            table.columns = row.cells
        if self._length > row.start:
            self._lines = 1  # the paragraphs of the last cell do not part the rows
            if self._held:
                self._write_held()
            if self._line_end > row.start and row.cells > 1 and not row.holds_rows:
                self._arrange(row.start)

    def leave_rows(self, move: Move) -> None:
        """The end of the head, a body or the foot of a table, which no cell reaches beyond."""
        self.move(move)
        self._rows[-1].covered = None

    def leave_table(self, move: Move) -> None:
        """The end of a table."""
        self.move(move)
        if self._line_end > self._rows.pop().start:
            self._rows[-1].has_rows = self._rows[-1].holds_rows = True

    def enter_cell(self, move: Move) -> None:
        """The beginning of a table cell: a tab after the cell before it."""
        self._is_ended = True
        self._space = ""
        row = self._rows[-1]
        if row.covered:
            self._pass_covered(row, row.covered)
        if row.has_rows:  # whose last row is not gone on with
            row.has_rows, self._lines = False, max(self._lines, 1)
        elif row.cells:
            self._tabs += 1
            if self._length > row.start:
                self._lines = 0  # what the last cell left open gives way to the tab
        row.cells += 1
        self._fresh_cell = True
        self.move(move)

    def enter_spanning(self, what: tuple[Move, Span]) -> None:
        """The beginning of a cell of several rows or columns."""
        move, span = what
        self.enter_cell(move)
        row = self._rows[-1]
        column = row.cells - 1
        if span.columns > 1:
            row.skip(self._rows[-2], span.columns)
        if span.rows > 1 and len(row.begun or ()) < MOST_SPANS:
            row.begun = {**(row.begun or {}), column: span._replace(rows=span.rows - 1)}

    def _pass_covered(self, row: Row, covered: dict[int, Span]) -> None:
        """An empty cell for each of the rows above that stands before the next one."""
        while (span := covered.get(row.cells)) is not None:
            if row.cells:
                self._tabs += 1
            row.cells += 1
            if span.columns > 1:
                row.skip(self._rows[-2], span.columns)
                covered = row.covered or {}

    def leave_cell(self, _: Move) -> None:
        """The end of a table cell."""
        self._is_ended = True
        self._fresh_cell = False
        self._open.pop()

    def enter_verbatim(self, move: Move) -> None:
        """The beginning of an element whose lines and spaces stay."""
        self.move(move)
        self.verbatim += 1

    def leave_verbatim(self, move: Move) -> None:
        """The end of an element whose lines and spaces stay."""
        self.move(move)
        self.verbatim -= 1

    def adjoin(self, edge: str) -> None:
        """The edge between two links or other inline elements."""
        self._adjoins = edge

    def write(self, text: str) -> None:
        """Writes the text of an element, which is not empty."""
        if self.verbatim:
            return self._write_verbatim(text)
        words = text.strip(_WHITE)
        if not words or words.isspace():
            self._space = " "
            return None
        if self._adjoins:
            self._part(text[0])
        space = ""
        if len(words) != len(text):
            if text[0] in _WHITE:
                self._space = " "
            if text[-1] in _WHITE:
                space = " "
        if "  " in words or "\n" in words or "\t" in words:
            words = _SPACES.sub(" ", words)
        return self._put(words, space)

    def stand(self, address: str) -> None:
        """Writes an address that is not drawn, apart from what stands beside it."""
        self._space = " "
        self._write_meta(address)
        self._space = " "

    def hold(self, address: str) -> None:
        """Keeps one until the line ends that its link stands in."""
        self._held.append(address)
        self._adjoins = "@"

    def _part(self, first: str) -> None:
        """Parts what stands right behind another inline element, if it is no rest of a word, or behind addresses."""
        if self._held:
            if self._lines or self._tabs:
                self._write_held()
        elif self._words and starts_anew(self._words[-1], first, self._adjoins):
            self._space = " "
        self._adjoins = "@" if self._held else ""

    def meta(self, address: str) -> None:
        """Appends one undrawn string as a block of its own."""
        self.move(LINE_END)
        self._write_meta(address)

    def text(self) -> str:
        """What is written so far."""
        self._write_held()
        return self._out.getvalue()

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text in NFC and its blocks."""
        text = self.text()
        if self._block >= 0:
            self._close_block()
        return (text, tuple(self._blocks)) if composed(text) == text else composed_blocks(text, self._blocks)

    def _arrange(self, start: int) -> None:
        """Lays out anew what stands behind `start`: a row, some cell of which has several lines."""
        self._out.seek(start)
        row = self._out.read().lstrip("\n")
        begins = self._length - len(row)
        if len(self._blocks) >= _MOST_BLOCKS or not (laid := arranged(row)):
            return
        if self._block >= 0:
            self._close_block()
        first = bisect_left(self._blocks, begins, key=lambda it: it.start)
        text, self._blocks[first:] = in_order(row, self._blocks[first:], laid, begins)
        self._out.seek(begins)
        self._out.truncate()
        self._out.write(text)
        self._length, self._line_end = begins + len(text), begins + text.rfind("\n") if "\n" in text else start
        self._block, self._is_ended = -1, True

    def _write_held(self) -> None:
        """Writes the addresses that were held back, before what ends their line."""
        lines, tabs, self._lines, self._tabs = self._lines, self._tabs, 0, 0
        for address in self._held:
            self._space = " "
            self._write_meta(address)
        self._held.clear()
        self._lines, self._tabs = lines, tabs

    def _write_meta(self, address: str) -> None:
        self._is_ended = True
        self._open.append(("meta", self._place[1]))
        self._put(address, "")
        self._is_ended = True
        self._open.pop()

    def _write_verbatim(self, text: str) -> None:
        for number, line in enumerate(text.expandtabs().split("\n")):
            if number:
                self.line(LINE_END)
            if words := line.rstrip():
                if self._held:
                    self._part(words[0])
                self._put(words, "")
            self._space += line[len(words) :]

    def _put(self, words: str, space: str) -> None:
        """Writes words, and keeps the space after them in case more follow on the line."""
        length = self._length
        separator = self._space if length else ""
        if self._lines or self._tabs:
            separator = ("\n" * self._lines if length else "") + "\t" * self._tabs
            if self._lines:
                self._line_end = length
            self._lines = self._tabs = 0
        start = length + len(separator)
        if self._is_ended:
            if self._block >= 0:
                self._close_block()
            self._block, self._place, self._is_ended = start, self._open[-1], False
        self._out.write(separator + words)
        self._words = words
        self._length = start + len(words)
        self._space = space
        self._fresh_cell = False

    def _close_block(self) -> None:
        """Notes the last block, which ends where the text does."""
        kind, part = self._place
        if len(self._blocks) <= _MOST_BLOCKS:
            self._blocks.append(Block(kind, self._block, self._length, part))
        else:
            last = self._blocks[-1]
            part = part if part == last.part else None
            self._blocks[-1] = Block("paragraph", last.start, self._length, part)
