r"""Years that head rows of figures: how many there were in each.

A row is told by the years right above and below it, three in a row at least, or by the head of their column.

>>> text = "\n2015\t123\n2016\t98\n2017\t101\nгодина\tброй\n1998\t20\n2001\t12\n2002\t5"
>>> [heads_figures(text, at, at + 4) for at in map(text.index, ("2015", "2016", "2017", "1998", "2001"))]
[True, True, True, True, True]
"""

import re
from collections.abc import Iterable
from itertools import islice

from govarchive.text.layout import line_stop, lines_above

_ROW = re.compile(r"[ ]?(?:[•*-][ ]?)?(?P<year>(?:1[89]|20)[0-9]{2})[ ]?[\t:-][ \t]{0,2}[0-9]")
_BEHIND = re.compile(r"[ ]?[\t:-][ \t]{0,2}[0-9]")
_HEAD = re.compile(r"[ ]?год(?:ина|ини|\.)(?![а-я])")
_LONGEST = 40
"""How many rows a head is looked for above."""
_ROW_OF_YEARS = re.compile(
    r"[ |]{0,3}годин[аи][^\n0-9]{0,20}[ \t|:](?:1[89][0-9]{2}[ \t|]{1,9}|20[0-9]{2}[ \t|]{1,9}){0,40}\Z"
)
_ROW_REACH = 480
_NEAR = 2
"""How many rows above and below are looked at, which makes three with the year's own."""


def heads_figures(text: str, start: int, stop: int) -> bool:
    """Whether the bare year at `[start, stop)`, which heads its line, tells whose figures stand behind it."""
    if not _BEHIND.match(text, stop):
        return False
    year = int(text[start : start + 4])
    count = _rows(text, islice(lines_above(text, start), _NEAR), year) + _rows(text, _below(text, stop), year)
    return count >= _NEAR or _is_under_head(text, start)


def is_in_row_of_years(text: str, start: int) -> bool:
    r"""Whether nothing but other years stands between a year and the head of its row.

    >>> text = "\nгодина | 1866 | 1880\nжители | 1900"
    >>> is_in_row_of_years(text, 17), is_in_row_of_years(text, 31)
    (True, False)
    """
    if text[start - 1] not in " \t|:":
        return False
    line = text.rfind("\n", max(0, start - _ROW_REACH), start) + 1
    return (line > 0 or start < _ROW_REACH) and _ROW_OF_YEARS.match(text, line, start) is not None


def _is_under_head(text: str, start: int) -> bool:
    """Whether nothing but rows of years stands between a line and the head `Година`."""
    for first, last in islice(lines_above(text, start), _LONGEST):
        if _ROW.match(text, first, last) is None:
            return _HEAD.match(text, first, last) is not None
    return False


def _below(text: str, stop: int) -> Iterable[tuple[int, int]]:
    for _ in range(_NEAR):
        first = line_stop(text, stop) + 1
        stop = line_stop(text, first)
        yield first, stop


def _rows(text: str, lines: Iterable[tuple[int, int]], year: int) -> int:
    """How many lines, the nearest first, are rows of the years next to this one and to each other."""
    count = 0
    for first, last in lines:
        row = _ROW.match(text, first, last)
        if row is None or abs(int(row["year"]) - year) != 1:
            break
        year, count = int(row["year"]), count + 1
    return count
