r"""Tables with the days of the week as heads of their columns: a row of hours as OpenStreetMap's `opening_hours`.

>>> table = "Гише\tПонеделник\tВторник\tСряда\n1\t9:00-17:00\t9:00-17:00\tпочивен ден"
>>> [row.value for row in rows(table)]
['Mo,Tu 09:00-17:00; We off']
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from govarchive.text.glance import lowered
from govarchive.text.hours.open_days import DAYS as DAYS_PRINTED
from govarchive.text.hours.open_days import OFF, in_week
from govarchive.text.hours.open_days import days as days_of
from govarchive.text.hours.opening import statement
from govarchive.text.landmarks import DAYS, landmarks
from govarchive.text.later import Later
from govarchive.text.words import words


class Row(NamedTuple):
    """The cells with hours of one row, from the first to the last of them at `[start, stop)`."""

    start: int
    stop: int
    value: str


_DAYS = Later(DAYS_PRINTED, re.VERBOSE)
_WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_FEWEST, _WIDEST_HEAD = 2, 60
_SURE = 3
"""How many days of a row have hours without minutes at least."""
_EARLIEST = "06:00"
_MINUTES = re.compile("[:.,чm⁰⁵]")
_OFF_CELL = re.compile(rf"{OFF} | -", re.VERBOSE)
_PAUSE = " .;"
# Behind the hours of a museum: `9:00 - 17:30 последно влизане: 16:45`.
_LAST_ENTRY = re.compile(
    r"[ ,(]{1,3}(?:последно влизане|последен вход|последен посетител)[ :-]{1,3}[0-9]{1,2}[:.][0-9]{2}.{0,4}"
)
_REACH, _LONGEST = 80, 600


class _Heads(NamedTuple):
    """Where the line below the heads begins, their number, and the column and days of each that names days."""

    stop: int
    cells: int
    columns: list[int]
    days: list[list[int]]


def rows(text: str) -> Iterator[Row]:
    """Every row below such heads; one with anything else in a day's cell ends the table, as a school's does."""
    if "\t" not in text:
        return
    ends, low, at = words(text).ends, lowered(text), 0
    for word in landmarks(text, DAYS):
        first = ends[word - 1]
        if first < at or (first and low[first - 1] not in "\t\n"):
            continue
        heads = _heads(low, first)
        if heads is None:
            continue
        at = heads.stop
        while row := _row(low, at, heads):
            yield row
            at = low.find("\n", row.stop) + 1 or len(low)


def _heads(low: str, first: int) -> _Heads | None:
    """The heads whose line begins not far before the cell at `first`: all name days, but for one before them."""
    line = low.rfind("\n", max(0, first - _REACH), first) + 1
    stop = low.find("\n", first)
    if (not line and first > _REACH) or stop < 0 or stop - line > _LONGEST:
        return None
    cells = [cell.strip() for cell in low[line:stop].split("\t")]
    named = [(column, _days_in(cell)) for column, cell in enumerate(cells) if cell]
    if named and named[0][1] is None and len(cells[named[0][0]]) <= _WIDEST_HEAD:
        del named[0]
    days = [days for _, days in named if days]
    if len(named) < _FEWEST or len(days) < len(named):
        return None
    return _Heads(stop + 1, len(cells), [column for column, _ in named], days)


def _days_in(cell: str) -> list[int] | None:
    """The days that a head names, 0 for Monday; None where it names none or is no head of a column."""
    printed = days_of(cell) if _DAYS.fullmatch(cell) else ""
    days: list[int] = []
    for part in printed.split(","):
        first, _, last = part.partition("-")
        if first not in _WEEK or (last and last not in _WEEK):
            return None
        days += range(_WEEK.index(first), _WEEK.index(last or first) + 1)
    return days


def _row(low: str, at: int, heads: _Heads) -> Row | None:
    """The hours of a row: in the columns of their days, or all that is not empty behind one cell that names them."""
    stop = low.find("\n", at)
    line = low[at : stop if stop >= 0 else len(low)]
    cells = line.split("\t")
    columns = heads.columns
    if len(cells) != heads.cells or not any(cells[column].strip() for column in columns):
        columns = [column for column, cell in enumerate(cells) if cell.strip()][-len(columns) :]
    if len(columns) < len(heads.days) or sum(bool(cell.strip()) for cell in cells[: columns[0]]) > 1:
        return None
    hours = [_cell(cells[column]) for column in columns]
    told = [it for it in hours if it and it[0].isdigit()]
    # `8-12` may count something else: only the hours of several days are none.
    if None in hours or not told or (len(told) < _SURE and not any(_MINUTES.search(cells[it]) for it in columns)):
        return None
    inside = "\t".join(cells[columns[0] : columns[-1] + 1])
    start = at + sum(len(cell) + 1 for cell in cells[: columns[0]]) + len(inside) - len(inside.lstrip())
    return Row(start, start + len(inside.strip().rstrip(" \t.;")), _value(heads.days, hours))


def _cell(cell: str) -> str | None:
    """The hours in a cell, `off`, nothing for an empty one; None for anything else."""
    cell = cell.strip(_PAUSE)
    if not cell:
        return ""
    if _OFF_CELL.fullmatch(cell):
        return "off"
    it = statement(cell, 0)
    whole = it is not None and (it.stop == len(cell) or _LAST_ENTRY.fullmatch(cell, it.stop) is not None)
    return it.value if it and (it.exact or it.value >= _EARLIEST) and not it.days and whole else None


def _value(days: list[list[int]], hours: list[str | None]) -> str:
    groups = groupby(zip(days, hours, strict=True), key=lambda it: it[1])
    return "; ".join(
        f"{in_week([day for named, _ in group for day in named], '')} {said}" for said, group in groups if said
    )
