r"""Tables with the days of the week as heads of their columns: a row of hours as OpenStreetMap's `opening_hours`.

>>> table = "Гише\tПонеделник\tВторник\tСряда\n1\t9:00-17:00\t9:00-17:00\tпочивен ден"
>>> [row.value for row in rows(table)]
['Mo,Tu 09:00-17:00; We off']
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from govarchive.text.calendar import WEEKDAY, weekday
from govarchive.text.glance import lowered
from govarchive.text.landmarks import DAYS, landmarks
from govarchive.text.open_days import OFF, in_week
from govarchive.text.opening import statement
from govarchive.text.words import words


class Row(NamedTuple):
    """The cells with hours of one row, from the first to the last of them at `[start, stop)`."""

    start: int
    stop: int
    value: str


_HEADS = re.compile(
    rf"(?: (?! {WEEKDAY} ) [^\t\n]{{0,60}} \t )? (?P<days> {WEEKDAY} (?: [ ]?\t[ ]?{WEEKDAY} ){{1,6}} ) [ ]* \n",
    re.VERBOSE,
)
_WEEKDAY = re.compile(WEEKDAY, re.VERBOSE)
_OFF_CELL = re.compile(rf"{OFF} | -", re.VERBOSE)
_PAUSE = " .;"
# Behind the hours of a museum: `9:00 - 17:30 последно влизане: 16:45`.
_LAST_ENTRY = re.compile(
    r"[ ,(]{1,3}(?:последно влизане|последен вход|последен посетител)[ :-]{1,3}[0-9]{1,2}[:.][0-9]{2}.{0,4}"
)
_REACH = 80


def rows(text: str) -> Iterator[Row]:
    """Every row below such heads; one with anything else in a day's cell ends the table, as a school's does."""
    if "\t" not in text:
        return
    ends, low, at = words(text).ends, lowered(text), 0
    for word in landmarks(text, DAYS):
        first = ends[word - 1]
        heads = _heads(low, first) if first >= at and low[first - 1 : first] == "\t" else None
        if heads is None:
            continue
        days = [weekday(name) for name in _WEEKDAY.findall(heads["days"])]
        at = heads.end()
        while row := _row(low, at, days):
            yield row
            at = low.find("\n", row.stop) + 1 or len(low)


def _heads(low: str, first: int) -> re.Match[str] | None:
    """The heads whose line begins not far before the cell at `first`."""
    line = low.rfind("\n", max(0, first - _REACH), first) + 1
    return _HEADS.match(low, line) if line or first <= _REACH else None


def _row(low: str, at: int, days: list[int]) -> Row | None:
    stop = low.find("\n", at)
    cells = low[at : stop if stop >= 0 else len(low)].split("\t")
    first = len(cells) - len(days)
    if first not in (0, 1):
        return None
    at += sum(len(cell) + 1 for cell in cells[:first])
    hours = [_cell(cell) for cell in cells[first:]]
    if None in hours or not any(it and it[0].isdigit() for it in hours):
        return None
    inside = low[at : at + sum(map(len, cells[first:])) + len(days) - 1]
    start = at + len(inside) - len(inside.lstrip())
    return Row(start, start + len(inside.strip(" \t.;")), _value(days, hours))


def _cell(cell: str) -> str | None:
    """The hours in a cell, `off`, nothing for an empty one; None for anything else."""
    cell = cell.strip(_PAUSE)
    if not cell:
        return ""
    if _OFF_CELL.fullmatch(cell):
        return "off"
    it = statement(cell, 0)
    whole = it is not None and (it.stop == len(cell) or _LAST_ENTRY.fullmatch(cell, it.stop) is not None)
    return it.value if it and it.exact and not it.days and whole else None


def _value(days: list[int], hours: list[str | None]) -> str:
    groups = groupby(zip(days, hours, strict=True), key=lambda it: it[1])
    return "; ".join(f"{in_week([day for day, _ in group], '')} {said}" for said, group in groups if said)
