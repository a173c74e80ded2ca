"""Dates as values: the part of EDTF (ISO 8601-2:2019) that printed Bulgarian dates need, and its calendar.

`2016-05-12T15:40`, `2016-03-09`, `2016-03`, `2016`, `XXXX-03-09`, `XXXX-XX-09`, `2016-34` (seasons 21-24,
quarters 33-36, halves 40-41), `199X`, `18XX`, each with `~` behind it where it is approximate, and intervals of two of
them with `/`.
Bulgaria went from 31 March to 14 April 1916.

>>> check("1916-04-05")
Traceback (most recent call last):
govarchive.errors.InvalidComponent: 1-13 April 1916 were left out when Bulgaria changed its calendar: '1916-04-05'
>>> is_edtf("2016-06-06/2016-06-09"), is_edtf("03.05.2016")
(True, False)
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from govarchive.errors import InvalidComponent, InvalidFormat

_POINT = r"""
    (?: [0-9]{2}XX | [0-9]{3}X                                       # century, decade
      | (?: [0-9]{4} | XXXX ) (?: - [0-9]{2} (?: - [0-9]{2} (?: T [0-9]{2}:[0-9]{2} )? )? )?
      | XXXX-XX-[0-9]{2} (?: T [0-9]{2}:[0-9]{2} )? ) ~?                  # a day of this month
"""
_EDTF = re.compile(rf"{_POINT} (?: / {_POINT} )?", re.VERBOSE)
_LEAP_YEAR, _LONG_MONTH = 2000, 1
_CODES = frozenset((21, 22, 23, 24, 33, 34, 35, 36, 40, 41))


def is_edtf(value: str) -> bool:
    """Whether a text is written as such a value; whether the day exists is not asked."""
    return _EDTF.fullmatch(value) is not None


@lru_cache(maxsize=4096)
def check(value: str) -> None:
    """Raises `InvalidFormat` for another notation, `InvalidComponent` for a day, month or order that cannot be."""
    if not is_edtf(value):
        raise InvalidFormat(f"a date in EDTF was expected, found {value!r}")
    ends = value.replace("~", "").split("/")
    for end in ends:
        _check_point(end)
    if len(ends) == 2 and len(ends[0]) == len(ends[1]) and ends[0] > ends[1] and "XXXX" not in ends[0]:
        raise InvalidComponent(f"the interval ends before it begins: {value!r}")


def _check_point(value: str) -> None:
    if len(value) < 7:
        return
    number = _LONG_MONTH if value[5:7] == "XX" else int(value[5:7])
    if len(value) == 7:
        if not (1 <= number <= 12 or number in _CODES):
            raise InvalidComponent(f"there is no month {number}: {value!r}")
        return
    year = _LEAP_YEAR if value.startswith("XXXX") else int(value[:4])
    try:
        date(year, number, int(value[8:10]))
    except ValueError:
        raise InvalidComponent(f"there is no such day in the calendar: {value!r}") from None
    if "1916-04-01" <= value[:10] <= "1916-04-13":
        raise InvalidComponent(f"1-13 April 1916 were left out when Bulgaria changed its calendar: {value!r}")
    if value[11:13] > "24" or value[14:16] > "59":
        raise InvalidComponent(f"there is no such time: {value!r}")


def first_day(value: str) -> date | None:
    """The day a value names, None where it is not exactly one known day.

    >>> first_day("2016-05-12T15:40"), first_day("2015-05"), first_day("2016-06-06/2016-06-09")
    (datetime.date(2016, 5, 12), None, None)
    """
    if "/" in value or "~" in value or len(value) < 10:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def gregorian(value: str) -> str:
    """The day of our calendar for a full day of the Julian one.

    >>> gregorian("1872-12-24"), gregorian("1900-02-28"), gregorian("1916-03-31")
    ('1873-01-05', '1900-03-12', '1916-04-13')
    """
    day = date.fromisoformat(value)
    century = (day.year - (day.month < 3)) // 100
    return (day + timedelta(days=century - century // 4 - 2)).isoformat()


def join(first: str, second: str) -> str | None:
    """The interval of two values, the earlier taking its year from the later; None where they make none.

    >>> join("XXXX-07-17", "2017-09-10"), join("2017-09-10", "2017-07-17")
    ('2017-07-17/2017-09-10', None)
    """
    if first.startswith("XXXX") and not second.startswith("XXXX"):
        year = int(second[:4])
        first = f"{year if first[4:] < second[4:] else year - 1}{first[4:]}"
    if first.startswith("XXXX") != second.startswith("XXXX"):
        return None
    if "/" in first and "/" in second:
        first, second = first.partition("/")[0], second.partition("/")[2]
    elif "/" in first + second:
        return None
    alike = len(first) == len(second) or min(len(first), len(second)) > len("2017-09")
    wraps = first.startswith("XXXX")
    return f"{first}/{second}" if alike and (first < second or (wraps and first != second)) else None
