"""The year of a day printed without one, where the page leaves no doubt.

It is that of the page's own day, or of a full date in the same sentence or on the next line, if the two are not more
than six weeks apart; without these, of the nearest full date of a page whose full dates are all of one year, if these
are several or a weekday fits. A weekday must fit and two witnesses must agree; a day that comes back every year
(`празник`, `Ден на`) has none, and neither has a season.

>>> from datetime import date
>>> page = "Заявления до 20 май, изпит на 02.06.2016 г."
>>> complete("XXXX-05-20", [date(2016, 6, 2)]), complete("XXXX-12-30", [date(2017, 1, 9)], weekday=4)
('2016-05-20', '2016-12-30')
>>> complete("XXXX-09-01", [date(2016, 6, 2)]), complete("XXXX-05-20", [date(2016, 6, 2), date(2015, 6, 2)])
(None, None)
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from govarchive.text.dates import edtf

_WEEKS = 45
"""Days that may lie between a day and the one that lends it its year."""
_NEAR, _AROUND = 160, 40
_EVERY_YEAR = re.compile(
    r"""
    всяка[ ]година | всички[ ]години | ежегодн | всеки | традицион | празник | (?<![а-я])ден(?:я|ят)?[ ]на[ ] | годишнин
      | международ | световн | национал | (?<![а-я])св\.
    """,
    re.VERBOSE,
)
_MONTH = re.compile("[12][0-9]{3}-(?:0[1-9]|1[0-2])")
_HOLIDAYS = frozenset("01-01 03-03 05-01 05-06 05-24 09-06 09-15 09-22 11-01 12-24 12-25 12-26".split())
# The date of a document that is only referred to says nothing of the text around it.
_OF_DOCUMENT = re.compile(r"/[ ]?\Z | (?: № | (?<![а-я])бр\. ) [^\n]{0,16}\Z", re.VERBOSE)
_REFERENCE = 24
# The full stop of `24.05. и 02.06.` ends no sentence.
_SENTENCE_ENDS = re.compile(r"(?<![0-9])\. ")


def complete(value: str, witnesses: Iterable[date], weekday: int | None = None) -> str | None:
    """EDTF with the year that all witnesses give, None if they give none or several."""
    first, link, last = value.partition("/")
    if "XXXX-XX" in value:
        return None
    found = {day for witness in witnesses if (day := _closest(first, witness))}
    if len(found) != 1 or (weekday is not None and min(found).weekday() != weekday):
        return None
    begin = found.pop()
    if not link:
        return f"{begin.year}{value[4:]}"
    end = f"{begin.year + (last < first)}{last[4:]}"
    # From one day to one months later is a season, and comes back.
    until = edtf.first_day(end)
    return f"{begin.year}{first[4:]}/{end}" if until and (until - begin).days <= _WEEKS else None


def _closest(value: str, witness: date) -> date | None:
    """The day without a year that lies near the witness."""
    for year in (witness.year, witness.year - 1, witness.year + 1):
        day = edtf.first_day(f"{year}{value[4:]}")
        if day and abs((day - witness).days) <= _WEEKS:
            return day
    return None


class OneYear(NamedTuple):
    """The full days of a page and its months (`05`), where all of them are of one year; else empty."""

    days: Sequence[date]
    months: frozenset[str]

    def witnesses(self, value: str, weekday: int | None) -> Sequence[date]:
        """The days that leave no doubt of the year of another: several, or its weekday fits, or a month is its own.

        A holiday of the state and the first day of school, which every year has, only have that of their month.
        """
        if value[5:7] in self.months:
            return self.days
        return () if value[5:10] in _HOLIDAYS or (len(self.days) < 2 and weekday is None) else self.days


def ends_heading(text: str, start: int, stop: int) -> bool:
    """Whether a date ends a short line of its own: `Новини за месец март 2023 г.`."""
    line = text.rfind("\n", 0, start) + 1
    return start - line < _AROUND and text[stop : stop + 3].lstrip(" .:")[:1] in ("", "\n")


def one_year(days: Iterable[date], values: Iterable[str]) -> OneYear:
    """What a page with these full days, and headings with dates of these values, tells of its year.

    >>> one_year([date(2016, 5, 2)], ["2016-05-02", "2016-06"])
    OneYear(days=[datetime.date(2016, 5, 2), datetime.date(2016, 6, 15)], months=frozenset({'06'}))
    >>> one_year([date(2016, 5, 2)], ["2016-05-02", "2015-06"]).days
    ()
    """
    months = {value for value in values if _MONTH.fullmatch(value)}
    told = sorted({*days, *(date.fromisoformat(f"{month}-15") for month in months)})
    if len({day.year for day in told}) != 1:
        return OneYear((), frozenset())
    return OneYear(told, frozenset(month[5:] for month in months))


def comes_back(lower: str, start: int, stop: int) -> bool:
    """Whether the day in a lower-case text is spoken of as one of every year."""
    first, last = max(0, start - _AROUND), stop + _AROUND
    for ends in _SENTENCE_ENDS.finditer(lower, first, last):
        first = ends.end() if ends.end() <= start else first
        last = ends.start() if stop <= ends.start() < last else last
    return _EVERY_YEAR.search(lower, first, last) is not None


def neighbours(text: str, start: int, stop: int, days: Sequence[tuple[int, int, date]]) -> list[date]:
    """The nearest full dates before and after, in the same sentence or on the next line.

    `days` are all of the page by start, stop and day, in order.
    """
    at = bisect_left(days, (start,))
    found = []
    if at and _is_near(text, days[at - 1][1], start):
        found.append(days[at - 1][2])
    if at < len(days) and _is_near(text, stop, days[at][0]):
        found.append(days[at][2])
    return found


def _is_near(text: str, start: int, stop: int) -> bool:
    if not 0 <= stop - start <= _NEAR:
        return False
    between = text[start:stop]
    return between.count("\n") <= 1 and _SENTENCE_ENDS.search(between) is None


def is_of_document(lower: str, start: int) -> bool:
    """Whether the date at `start` of a lower-case text is that of a document with its number."""
    return _OF_DOCUMENT.search(lower, max(0, start - _REFERENCE), start) is not None
