"""Days that share the month or year behind the last of them: `3-7 май`, `3, 5 и 7 май`, `14.03 и 16.05.2013 г.`.

>>> of_several("3-7 май", 0).value, of_several("3, 5 и 7 май", 0).value
('XXXX-05-03/XXXX-05-07', 'XXXX-05-03')
>>> text = "14.03, 11.04 и 16.05.2013 г."
>>> listed(text, point(text, 0)).value
'2013-03-14'
>>> of_several("01. - 04.1897 г.", 0).value
'1897-01/1897-04'
>>> between("между 5 и 12 май", 6).value, between("между 1928 и 1931 г.", 6).value
('XXXX-05-05/XXXX-05-12', '1928/1931')
"""

import re

from govarchive.text.dates.edtf import first_day, join
from govarchive.text.dates.points import Reading, point
from govarchive.text.dates.several_decades import in_century

_FIRST_DAY = re.compile(
    r"""
    (?P<d>[0-9]{1,2}) (?: [ ]?-?(?:ви|ри|ти|ми|и)(?![а-я]) )? \.?
    (?: , [ ]?[0-9]{1,2} (?: [ ]?-?(?:ви|ри|ти|ми|и)(?![а-я]) | \.(?=,|[ ]и[ ]) )? ){0,8}   # the others of a list
    (?P<link> [ ]?[-÷][ ]? | [ ](?:до|или|и|срещу)[ \n] | ,[ ]? ) (?: м\.[ ]? )? (?=[0-9])
    """,
    re.VERBOSE,
)
# 1-3 и 8-10 октомври
_MORE_RANGES = re.compile(
    r"(?P<d>[0-9]{1,2})[ ]?-[ ]?(?P<e>[0-9]{1,2}) (?: ,[ ]? | [ ]и[ ] ) (?=(?P<f>[0-9]{1,2})[ ]?-[ ]?[0-9])", re.VERBOSE
)
_DAY_BEFORE = re.compile(r"(?<![0-9.-]) [0-9]{1,2} (?: [ ]?-?(?:ви|ри|ти|ми|и) | \. )? ,[ ]? \Z", re.VERBOSE)
# 14.03, 11.04 и
_NEXT = re.compile(r"(?: ,[ ]? | (?<=\.);[ ]? | [ ]и[ ] ) (?=[0-9])", re.VERBOSE)
_LISTS = frozenset((",", ", ", " или ", " и "))
_MOST_DAYS = 8
_AND = re.compile(r"[ ]{1,2}и[ ]{1,2}")
# 7/8 септември, 18 (6) юли
_TWO_DAYS = re.compile(r"(?P<d>[0-9]{1,2}) [ ]? (?: /[ ]?(?=[0-9]) | \([ ]?(?P<in>[0-9]{1,2})[ ]?\)[ ]? )", re.VERBOSE)
# 20 април (2 май) 1876 г., 3 март (19 февруари ст. стил) 1878 г.
_OTHER_STYLE = re.compile(r"[ ]? (?: / | (?P<in>\() ) [ ]? (?=[0-9])", re.VERBOSE)
_STYLE_CLOSES = re.compile(
    r"(?: ,?[ ] (?:по[ ])? (?: (?:стар|нов)(?:ия)?[ ]стил | (?:ст|н)\.[ ]?ст(?:\.|ил) ) )? [ ]? \)", re.VERBOSE
)
_LEAP_YEAR = "1904"
_LONGEST_MONTH = 40
"""Characters that a month and year take at most."""
_JULIAN_BEHIND = frozenset((10, 11, 12, 13))
"""How many days the Julian calendar was behind from the 16th century to 1916."""
DAYS = frozenset(
    "iso year_first day_first short_year roman_month cut_month day_month day_number month_day written_day".split()
) | {"this_month"}
"""The forms of a point that is a day."""


def is_day(on: Reading) -> bool:
    """Whether it is a day without a time."""
    return on.form in DAYS and len(on.value) == 10


def of_several(text: str, at: int, reference: int | None = None) -> Reading | None:
    """`3-7 май`, `3 и 7 май`: a day or month whose month or year stands with the last of them."""
    several = _FIRST_DAY.match(text, at)
    if several is None:
        return None
    if more := _MORE_RANGES.match(text, at):
        return _of_ranges(text, more, reference)
    last = point(text, several.end(), reference)
    if last and last.form == "number_month":
        return _of_two_months(several, last)
    if last is None or last.form not in DAYS or len(last.value) != 10:
        return None
    day, others = int(several["d"]), several[0].count(",")
    first = f"{last.value[:8]}{day:02}"
    if first >= last.value or day == 0:
        return None
    others = others or (1 if _DAY_BEFORE.search(text, max(0, at - 8), at) else 0)
    if several["link"] in _LISTS:
        return Reading(several.end("d"), "listed", first)
    return None if others else Reading(last.stop, last.form, f"{first}/{last.value}")


def _of_ranges(text: str, more: re.Match[str], reference: int | None) -> Reading | None:
    """The first of ranges that share their month: `1-3 и 8-10 октомври 2018 г.`."""
    first, last = int(more["d"]), int(more["e"])
    # They rise, so that not many follow each other.
    if not 0 < first < last < int(more["f"]):
        return None
    following = of_several(text, more.end(), reference)
    begins, link, _ = following.value.partition("/") if following else ("", "", "")
    if not link:
        return None
    return Reading(more.end("e"), "listed", f"{begins[:8]}{first:02}/{begins[:8]}{last:02}")


def _of_two_months(several: re.Match[str], last: Reading) -> Reading | None:
    """The first month in digits and the last with its year: `01. - 04.1897 г.`."""
    first = several["d"]
    if len(first) != 2 or not "01" <= first < last.value[5:] or several["link"].strip() not in ("-", "÷", "до"):
        return None
    return Reading(last.stop, last.form, f"{last.value[:5]}{first}/{last.value}")


def of_two_days(text: str, at: int, reference: int | None = None) -> Reading | None:
    """`7/8 септември`, the night between both; `6/18 юли 1837`, `18 (6) юли 1837`, one day in both calendars.

    >>> [of_two_days(text, 0).value for text in ("7/8.09.2014 г.", "6/18 юли 1837 г.", "18 (6) юли 1837 г.")]
    ['2014-09-07/2014-09-08', '1837-07-18', '1837-07-18']
    """
    two = _TWO_DAYS.match(text, at)
    if two is None:
        return None
    on = _behind(text, two, reference)
    if on is None or not is_day(on):
        return None
    first, second = int(two["d"]), int(on.value[8:])
    if second - first == 1 and first and two["in"] is None:
        return Reading(on.stop, "two_days", f"{on.value[:8]}{first:02}/{on.value}")
    old = on.value[:4] < "1917" or (two["in"] is not None and on.value[0] == "X")
    if abs(second - first) in _JULIAN_BEHIND and old:
        return Reading(on.stop, "two_days", f"{on.value[:8]}{max(first, second):02}")
    return None


def _behind(text: str, two: re.Match[str], reference: int | None) -> Reading | None:
    """The second of two days: what follows the first, or the day in brackets with what follows them."""
    if two["in"] is None:
        return point(text, two.end(), reference)
    head = f"{two['in']} "
    on = point(head + text[two.end() : two.end() + _LONGEST_MONTH], 0, reference)
    return on and on._replace(stop=two.end() + on.stop - len(head))


def night(first: Reading, second: Reading) -> Reading | None:
    """The interval of two days that follow each other, `31 май срещу 1 юни 2018 г.`; None for other days.

    >>> night(point("31 май", 0), point("1 юни 2018 г.", 0)).value
    '2018-05-31/2018-06-01'
    """
    value = join(first.value, second.value) if is_day(first) and is_day(second) else None
    # Of days without a year any will do that has a 29 February.
    ends = [first_day(it.replace("XXXX", _LEAP_YEAR)) for it in value.split("/")] if value else []
    if len(ends) != 2 or not (ends[0] and ends[1] and (ends[1] - ends[0]).days == 1):
        return None
    return Reading(second.stop, second.form, value or "")


def of_both_styles(text: str, on: Reading, reference: int | None = None) -> Reading | None:
    """One day in both calendars, each with its month, given in the new: `20 април (2 май) 1876 г.`.

    >>> texts = ("20 април (2 май) 1876 г.", "19 февруари/3 март 1878 г.", "3 март (19 февруари ст. стил) 1878 г.")
    >>> [of_both_styles(text, point(text, 0)).value for text in texts]
    ['1876-05-02', '1878-03-03', '1878-03-03']
    """
    opens = _OTHER_STYLE.match(text, on.stop)
    other = point(text, opens.end(), reference) if opens else None
    if opens is None or other is None or not is_day(on) or not is_day(other):
        return None
    stop, year = other.stop, other.value[:4]
    closes = _STYLE_CLOSES.match(text, stop) if opens["in"] else None
    if opens["in"] and closes is None:
        return None
    if closes:
        stop = closes.end()
        behind = point(text, stop + 1, reference) if year == "XXXX" and text.startswith(" ", stop) else None
        if behind and behind.form == "year":
            stop, year = behind.stop, behind.value
    if year == "XXXX" and not opens["in"]:
        return None
    return _in_both(on, other, year, stop)


def _in_both(first: Reading, second: Reading, year: str, stop: int) -> Reading | None:
    days = [first_day((year if year < "1917" else _LEAP_YEAR) + it.value[4:]) for it in (first, second)]
    if None in days or "1917" <= year < "X":
        return None
    early, late = sorted(day for day in days if day)
    if (late - early).days not in _JULIAN_BEHIND:
        return None
    return Reading(stop, "day_month", f"{year}{late.isoformat()[4:]}")


def listed(text: str, on: Reading, reference: int | None = None) -> Reading | None:
    """The first of days with their months, which all have the year of the last; None where the last has none."""
    if not is_day(on):
        return None
    last = on
    for _ in range(_MOST_DAYS):
        more = _NEXT.match(text, last.stop)
        following = point(text, more.end(), reference) if more else None
        if following is None or not is_day(following) or following.value[4:] <= last.value[4:]:
            return None
        if not following.value.startswith("XXXX"):
            return on._replace(form="listed_day", value=following.value[:4] + on.value[4:])
        last = following
    return None


def between(text: str, at: int, reference: int | None = None) -> Reading | None:
    """The interval that `между` before `at` opens: `между 5 и 12 май`, `между 1928 и 1931 г.`."""
    first = point(text, at, reference)
    if first is None:
        return _between_days(text, at, reference)
    if first.form == "decade":
        first = in_century(text, at, first, reference)
    link = _AND.match(text, first.stop)
    last = point(text, link.end(), reference) if link else None
    value = join(first.value, last.value) if last and "/" not in first.value + last.value else None
    return Reading(last.stop, last.form, value) if last and value else None


def _between_days(text: str, at: int, reference: int | None) -> Reading | None:
    several = _FIRST_DAY.match(text, at)
    if several is None or "и" not in several["link"] or "," in several[0]:
        return None
    last = point(text, several.end(), reference)
    first = f"{last.value[:8]}{int(several['d']):02}" if last and is_day(last) else ""
    return Reading(last.stop, last.form, f"{first}/{last.value}") if last and "" < first < last.value else None
