r"""Where a piece of text stands: its line, the lines above it, its table cell, the head of its column.

Lines end with `\n`, the cells of a table row are separated by a tab. All offsets are of the text given.

>>> rows = "Име\tФакс\nОДЗ\t02/ 123"
>>> column_head(rows, rows.index("02/"))
'Факс'
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

_LONGEST = 4_000
"""How far a line is followed to either side; one that is longer (a page without line ends) is no row and no label."""

_MOST_ROWS = 40
"""So far down a cell of several rows reaches."""
_MOST_COLUMNS = 20


# One rule after the other asks it of the same places.
@lru_cache(maxsize=64)
def line_start(text: str, offset: int) -> int:
    """Offset of the first character of the line that holds `offset`."""
    floor = offset - _LONGEST if offset > _LONGEST else 0
    return text.rfind("\n", floor, offset) + 1 or floor


def line_stop(text: str, offset: int) -> int:
    """Offset just behind the last character of the line that holds `offset`."""
    stop = text.find("\n", offset, offset + _LONGEST)
    return min(len(text), offset + _LONGEST) if stop < 0 else stop


def cell_start(text: str, offset: int) -> int:
    """Offset of the first character of the cell (or line) that holds `offset`."""
    start = line_start(text, offset)
    return text.rfind("\t", start, offset) + 1 or start


def cell_stop(text: str, offset: int) -> int:
    """Offset just behind the last character of the cell (or line) that holds `offset`."""
    stop = line_stop(text, offset)
    tab = text.find("\t", offset, stop)
    return stop if tab < 0 else tab


def lines_above(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """The spans of the lines above the line of `offset`, nearest first, blank ones included."""
    start = line_start(text, offset)
    while start > 0 and text[start - 1] == "\n":
        stop = start - 1
        floor = stop - _LONGEST if stop > _LONGEST else 0
        start = text.rfind("\n", floor, stop) + 1 or floor  # as `line_start`, which is dear to call for each
        yield start, stop


def words_above(text: str, offset: int, most: int | None = None, marks: str | None = None) -> tuple[int, int]:
    r"""The span of the nearest of so many lines above that of `offset` with more than blanks, or than the `marks`.

    An empty one where none does.

    >>> page = "Каса\n\n841 234"
    >>> page[slice(*words_above(page, 6))], words_above(page, 6, most=1)
    ('Каса', (0, 0))
    """
    for start, stop in islice(lines_above(text, offset), most):
        if text[start:stop].strip(marks):
            return start, stop
    return 0, 0


def words_below(text: str, offset: int, most: int) -> tuple[int, int]:
    r"""The span of the nearest of so many lines below that of `offset` with more than blanks; else an empty one.

    >>> page = "Каса\n\n841 234"
    >>> page[slice(*words_below(page, 0, most=2))], words_below(page, 0, most=1)
    ('841 234', (0, 0))
    """
    stop = line_stop(text, offset)
    for _ in range(most):
        if text[stop : stop + 1] != "\n":
            break
        start, stop = stop + 1, line_stop(text, stop + 1)
        if text[start:stop].strip():
            return start, stop
    return 0, 0


def column_head(text: str, offset: int) -> str:
    """The text at the head of the table column that holds `offset`; empty outside a table and in its first row."""
    tables = _tables(text)
    number = bisect_right(tables.starts, offset) - 1
    if number < 0 or offset > tables.stops[number]:
        return ""
    heads = tables.heads[number]
    start = line_start(text, offset)
    column = text.count("\t", start, offset)
    return heads[column][1] if column < len(heads) and heads[column][0] < start else ""


def cells_over(text: str, line: int) -> list[tuple[int, int]]:
    r"""The spans of the cells that go on in the empty first ones of the row that begins at `line`, the last one first.

    >>> rows = "Отдел\tКаса\t841 234\n\tАрхив\t841 235\n\t\t841 236"
    >>> [rows[start:stop] for start, stop in cells_over(rows, rows.rindex("\n") + 1)]
    ['Архив', 'Отдел']
    """
    found: list[tuple[int, int]] = []
    empty = _tabs_at(text, line)
    for start, stop in islice(lines_above(text, line), _MOST_ROWS if empty else 0):
        if text.find("\t", start, stop) < 0 or not empty:
            break
        first = min(_tabs_at(text, start), empty)
        at, cells = start + first, list[tuple[int, int]]()
        for _ in range(first, empty):
            end = cell_stop(text, at)
            cells.append((at, end))
            at = min(end + 1, stop)
        found += reversed([cell for cell in cells if cell[0] < cell[1]])
        empty = first
    return found


def _tabs_at(text: str, line: int) -> int:
    """How many empty cells begin a line."""
    at = line
    while at - line < _MOST_COLUMNS and text.startswith("\t", at):
        at += 1
    return at - line


class _Tables(NamedTuple):
    """The tables of a page: where each begins and ends, and where the row stands that heads a column, with its cell."""

    starts: list[int]
    stops: list[int]
    heads: list[list[tuple[int, str]]]


@lru_cache(maxsize=4)
def _tables(text: str) -> _Tables:
    """Each run of lines with tabs is a table; the first row that reaches to a column heads it."""
    tables = _Tables([], [], [])
    start, done = 0, -1
    for line in text.split("\n") if "\t" in text else ():
        stop = start + len(line)
        if "\t" in line:
            if done < start:
                tables.starts.append(start)
                tables.stops.append(stop)
                tables.heads.append([])
            heads = tables.heads[-1]
            heads += [(start, cell.strip()) for cell in line.split("\t")[len(heads) :]]
            tables.stops[-1] = stop
            done = stop + 1
        start = stop + 1
    return tables
