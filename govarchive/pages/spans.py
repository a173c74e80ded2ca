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
"""Cells of one row that go on in the next: so many columns has a table at most that anybody reads."""


class Row:
    """A table row while it is written: how much text stood before it, its columns so far, if the last cell has rows.

    `covered` are the columns that cells of rows above go on in, `begun` those that cells of this one do so from. Of a
    table it is what the next row will have `covered`.
    """

    __slots__ = ("begun", "cells", "covered", "has_rows", "start")

    def __init__(self, start: int, covered: dict[int, Span] | None = None) -> None:
        self.start = start
        self.cells = 0
        self.has_rows = False
        self.covered = covered
        self.begun: dict[int, Span] | None = None

    def below(self) -> dict[int, Span] | None:
        """The columns that are covered in the next row."""
        left = {at: Span(it.rows - 1, it.columns) for at, it in (self.covered or {}).items() if it.rows > 1}
        return (left | self.begun if self.begun else left) or None
