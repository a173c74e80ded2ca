"""Rows of tables while they are written: the columns of their cells, and those that cells of rows above go on in.

>>> row = Row(0)
>>> row.begun = {0: Span(2, 1)}
>>> below = Row(9, row.below())
>>> below.covered, below.below(), Row(19, below.below()).below()
({0: Span(rows=2, columns=1)}, {0: Span(rows=1, columns=1)}, None)
"""

from typing import NamedTuple


class Span(NamedTuple):
    """How many more rows a cell covers, and how many columns."""

    rows: int
    columns: int


MOST_SPANS = 40
"""Cells of one row that go on in the next, and columns that one is given: no table has more that anybody reads."""


class Row:
    """A table row while it is written: how much text stood before it, its columns so far, if the last cell has rows.

    It `holds_rows` if any cell has. `covered` are the columns that cells of rows above and of its own go on in, `begun`
    those from which cells go on in the next row. Of a table `covered` is what the next row will have, and `columns` how
    many its rows so far have told.
    """

    __slots__ = ("begun", "cells", "columns", "covered", "has_rows", "holds_rows", "is_told", "start")

    def __init__(self, start: int, covered: dict[int, Span] | None = None) -> None:
        self.start = start
        self.cells = self.columns = 0
        self.has_rows = self.holds_rows = False
        self.is_told = True
        self.covered = dict(covered) if covered else None  # as that of the table stays
        self.begun: dict[int, Span] | None = None

    def skip(self, table: "Row", columns: int) -> None:
        """Covers the columns of the last cell behind its first: those that the table has told.

        Not others, as pages made by spreadsheets have dozens that nobody sees. Of two rows of heads the first has all
        columns: in it cells of both rows stand before those of several columns.
        """
        known = min(table.columns or (MOST_SPANS if self.begun else 0), MOST_SPANS)
        told = max(0, min(columns, known - self.cells + 1) - 1)
        self.is_told = self.is_told and told == columns - 1
        if told:
            self.covered = {} if self.covered is None else self.covered
            self.covered.update({self.cells + at: Span(1, 1) for at in range(told)})
            self.covered[self.cells + told - 1] = Span(1, columns - told)
        else:
            self.cells += columns - 1

    def below(self) -> dict[int, Span] | None:
        """The columns that are covered in the next row."""
        left = {at: Span(it.rows - 1, it.columns) for at, it in (self.covered or {}).items() if it.rows > 1}
        return (left | self.begun if self.begun else left) or None
