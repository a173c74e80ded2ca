r"""Where a piece of text stands: its line, the lines above it, its table cell, the head of its column.

Lines end with `\n`, the cells of a table row are separated by a tab. All offsets are of the text given.

>>> rows = "Име\tФакс\nОДЗ\t02/ 123"
>>> column_head(rows, rows.index("02/"))
'Факс'
"""

from collections.abc import Iterator
from itertools import islice, takewhile

_TALLEST = 200
"""Rows looked at above a cell; a longer table repeats its head or has none worth the search."""
_LONGEST = 4_000
"""How far a line is followed to either side; one that is longer (a page without line ends) is no row and no label."""


def line_start(text: str, offset: int) -> int:
    """Offset of the first character of the line that holds `offset`."""
    floor = max(0, offset - _LONGEST)
    return max(floor, text.rfind("\n", floor, offset) + 1)


def line_stop(text: str, offset: int) -> int:
    """Offset just behind the last character of the line that holds `offset`."""
    ceiling = min(len(text), offset + _LONGEST)
    stop = text.find("\n", offset, ceiling)
    return ceiling if stop < 0 else stop


def cell_start(text: str, offset: int) -> int:
    """Offset of the first character of the cell (or line) that holds `offset`."""
    start = line_start(text, offset)
    return max(start, text.rfind("\t", start, offset) + 1)


def cell_stop(text: str, offset: int) -> int:
    """Offset just behind the last character of the cell (or line) that holds `offset`."""
    tab = text.find("\t", offset, line_stop(text, offset))
    return line_stop(text, offset) if tab < 0 else tab


def lines_above(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """The spans of the lines above the line of `offset`, nearest first, blank ones included."""
    start = line_start(text, offset)
    while start > 0 and text[start - 1] == "\n":
        stop = start - 1
        start = line_start(text, stop)
        yield start, stop


def column_head(text: str, offset: int) -> str:
    """The text at the head of the table column that holds `offset`; empty outside a table and in its first row."""
    start = line_start(text, offset)
    column = text.count("\t", start, offset)
    if not column and text.find("\t", start, line_stop(text, offset)) < 0:
        return ""
    rows = list(islice(_rows_above(text, offset), _TALLEST))
    for above, stop in reversed(rows):
        cells = text[above:stop].split("\t")
        if column < len(cells):
            return cells[column].strip()
    return ""


def _rows_above(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """The lines above that are rows of the same table."""
    return takewhile(lambda row: "\t" in text[row[0] : row[1]], lines_above(text, offset))
