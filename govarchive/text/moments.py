"""A whole printed date: a point with its weekday and time before or after it, an interval of two, or one of a list.

>>> read("четвъртък, 12 май 2016 15:40")
Reading(stop=28, form='day_month', value='2016-05-12T15:40', weekday=3, until=None)
>>> read("10:30часа на 16.04.2014г.").value, read("от 3 до 7 май", 3).value, read("14.08.-20.10.17г.").value
('2014-04-16T10:30', 'XXXX-05-03/XXXX-05-07', '2017-08-14/2017-10-20')
"""

import re

from govarchive.text.calendar import ABOUT, MONTH, WEEKDAY, weekday
from govarchive.text.clock import BARE_HOUR, CLOCK, DAYTIME, clock, is_plain
from govarchive.text.dates import DIGITS, Reading, point
from govarchive.text.edtf import join
from govarchive.text.several_months import of_months

_WEEKDAY_FIRST = re.compile(rf"(?P<day>{WEEKDAY}) [ ]?[,:(/-]?[ ]{{0,2}} (?: \"[ ]? )?", re.VERBOSE)
_WEEKDAY_AFTER = re.compile(
    rf"""
    [ ]{{0,2}} (?: [(/] [ ]?(?P<in>{WEEKDAY})[ ]?[)/]                        # 14.05.2015 г. (четвъртък)
      | (?: , | - (?! [ ]?{WEEKDAY} ,?[ ][0-9]{{1,2}} (?: \. | [ ]{MONTH} ) ) )          # but: 7 май - сряда, 9 май
        [ ]?(?P<day>{WEEKDAY}) (?! \.?[а-яa-z] | [ ]?(?: - | до | и ) ) )             # 14.05.2015 г., четвъртък
    """,
    re.VERBOSE,
)
_TO = r"(?: [ ]? (?: - | до | ÷ ) [ ]? )"
_TIME_FIRST = re.compile(
    rf"""
    (?P<time> {BARE_HOUR} | {CLOCK} ) (?: {_TO} (?P<until>{CLOCK}) )?
    (?P<on> [ ]?[,|/-]?[ ]{{0,2}} (?: на[ ]{{1,2}}(?:дата[ ])? )? ) (?: {WEEKDAY}[ ]?[,-]?[ ]? )? (?: "[ ]? )?
    """,
    re.VERBOSE,
)
_TIME_AFTER = re.compile(
    rf"""
    (?P<lead> \)?+ [ \t]{{0,2}}+ [,;|/(@-]?+ [ \t]{{0,2}}+
      (?: (?: от | в | във | начало | начален | с | час | ч\. | до | след | преди | около ) [ :-]{{1,2}}+ ){{0,3}}+ )
    (?P<time> {BARE_HOUR} | {DAYTIME} ) (?: {_TO} (?P<until>{DAYTIME}) (?! [.,/][0-9] ) )?
    """,
    re.VERBOSE,
)
# 03.02.2018 18.45, with two digits each, as publishing systems print the time.
_STAMP = re.compile(
    r"[0-2][0-9]\.[0-5][0-9] (?! [0-9] | [.,:/-][0-9] | [ ]?(?:-|лв|лева|евро|%|кв|дка|м[ .2]|км|кг|бр) )", re.VERBOSE
)
_GOES_ON = re.compile(r"\.?[0-9]|\.[ivxіх]")
_NAMED_TIME = re.compile(r"\b(?:от|в|във|начало|час|около)\b")
_FIRST_DAY = re.compile(
    r"""
    (?P<d>[0-9]{1,2}) (?: [ ]?-?(?:ви|ри|ти|ми|и)(?![а-я]) )? \.?
    (?: , [ ]?[0-9]{1,2} (?: [ ]?-?(?:ви|ри|ти|ми|и)(?![а-я]) )? ){0,8}   # the others of a list
    (?P<link> [ ]?[-÷][ ]? | [ ](?:до|и|срещу)[ ] | ,[ ]? ) (?=[0-9])
    """,
    re.VERBOSE,
)
_DAY_BEFORE = re.compile(r"(?<![0-9.]) [0-9]{1,2} (?: [ ]?-?(?:ви|ри|ти|ми|и) )? ,[ ]? \Z", re.VERBOSE)
_LINK = re.compile(r"[ ]? (?: - | ÷ | до(?=[ ]) | \.\.(?=[0-9]) ) [ ]? (?: м(?:есец[ ]|\.[ ]?) )?", re.VERBOSE)
# What follows most dates is refused by one look, before any of the patterns above.
_MORE = re.compile(
    r"\)?+ [ \t]{0,2}+ (?: [,;|/(@÷0-9-] | от[ :-] | в(?:ъв)?[ :-] | начал | с[ :лъ-] | ч | до | преди | \.\.[0-9] )",
    re.VERBOSE,
)
_WEEKDAYS, _LINKS = frozenset("(/,-"), frozenset("-÷д.")
_ABOUT = re.compile(ABOUT, re.VERBOSE)
_LOOSE = frozenset("year early_year years written_year century centuries decade decade_words".split())
# 7/8 септември, 18 (6) юли
_TWO_DAYS = re.compile(r"(?P<d>[0-9]{1,2}) [ ]? (?: /[ ]?(?=[0-9]) | \([ ]?(?P<in>[0-9]{1,2})[ ]?\)[ ]? )", re.VERBOSE)
_LONGEST_MONTH = 40
"""Characters that a month and year take at most."""
_JULIAN_BEHIND = frozenset((10, 11, 12, 13))
"""How many days the Julian calendar was behind from the 16th century to 1916."""
_DAYS = frozenset(
    "iso year_first day_first short_year roman_month cut_month day_month day_number month_day written_day".split()
) | {"this_month"}


def read(text: str, at: int = 0, reference: int | None = None) -> Reading | None:
    """The date that begins at `at` of a lower-case folded text, as far as it goes; `reference` as for `point`."""
    if text[at : at + 1] in DIGITS:
        return _dated(text, at, reference)
    if several := of_months(text, at, reference):
        return several
    if about := _ABOUT.match(text, at):
        return _approximate(_dated(text, about.end(), reference))
    named = _WEEKDAY_FIRST.match(text, at)
    found = _dated(text, named.end() if named else at, reference)
    return found._replace(weekday=weekday(named["day"])) if named and found else found


def _approximate(found: Reading | None) -> Reading | None:
    """Years and centuries may be approximate: an interval in its beginning."""
    if found is None or found.form not in _LOOSE:
        return None
    first, link, last = found.value.partition("/")
    return found._replace(value=f"{first}~{link}{last}")


def _dated(text: str, at: int, reference: int | None) -> Reading | None:
    """A point with the time before or after it, the interval that begins with it, or one of a list of days."""
    on = point(text, at, reference)
    if on is None and text[at : at + 1] not in DIGITS:
        return None
    if on is None or on.form == "day_number":
        early = _after_time(text, at, reference) or _of_two_days(text, at, reference)
        if early:
            return _with_end(text, early, reference)
    if on is None:
        return _of_several(text, at, reference)
    if _MORE.match(text, on.stop) is None:
        return on
    return _with_end(text, _with_time(text, on), reference)


def _after_time(text: str, at: int, reference: int | None) -> Reading | None:
    """The day that follows a time of day: `12:00 часа на 11.03.2013`."""
    early = _TIME_FIRST.match(text, at)
    if early is None or early.end() == len(text) or not _is_time(early["time"], early["on"]):
        return None
    on = point(text, early.end(), reference)
    if on is None or not _is_day(on):
        return None
    stop, day = _with_weekday(text, on.stop)
    return _timed(on, stop, day, early)


def _is_day(on: Reading) -> bool:
    """Whether it is a day without a time."""
    return on.form in _DAYS and len(on.value) == 10


def _is_time(printed: str, link: str) -> bool:
    """A clock before a date counts with a colon, with `ч.` or with `на` behind it; `12.05` alone may be a day."""
    return not is_plain(printed) or "на" in link


def _timed(on: Reading, stop: int, day: int | None, time: re.Match[str]) -> Reading | None:
    at, until = clock(time["time"]), time["until"]
    return Reading(stop, on.form, f"{on.value}T{at}", day, clock(until) if until else None) if at else None


def _next(text: str, at: int) -> str:
    """The next character but for a blank or two."""
    return text[at : at + 3].lstrip(" ")[:1]


def _with_weekday(text: str, stop: int) -> tuple[int, int | None]:
    """Where a day ends with the weekday behind it, and that weekday."""
    day = _WEEKDAY_AFTER.match(text, stop) if _next(text, stop) in _WEEKDAYS else None
    return (day.end(), weekday(day["in"] or day["day"])) if day else (stop, None)


def _with_time(text: str, on: Reading) -> Reading:
    """A point with the weekday and the time of day after it."""
    if not _is_day(on):
        return on
    stop, day = _with_weekday(text, on.stop)
    late = _TIME_AFTER.match(text, stop)
    whole = _timed(on, late.end(), day, late) if late and _stands_after(text, late) else None
    return whole or (Reading(stop, on.form, on.value, day) if day is not None else on)


def _stands_after(text: str, late: re.Match[str]) -> bool:
    """`12.05.2016 г., 3.10 лв.` is no time of day, `12.05.2016 г. от 3.10` is."""
    last = late["until"] or late["time"]
    if late["lead"] == " " and _STAMP.match(text, late.start("time")):
        return True
    if is_plain(last):
        return bool(_NAMED_TIME.search(late["lead"])) and _GOES_ON.match(text, late.end()) is None
    return bool(late["lead"]) or ":" in last


def _with_end(text: str, first: Reading, reference: int | None) -> Reading:
    """The interval that begins with `first`, or `first` itself where none does."""
    link = _LINK.match(text, first.stop) if _next(text, first.stop) in _LINKS else None
    if link is None or "/" in first.value:
        return first
    second = _second(text, link.end(), "T" in first.value, reference)
    if second is None or "/" in second.value:
        return first
    value = join(first.value, second.value)
    return Reading(second.stop, second.form, value) if value else first


def _second(text: str, at: int, timed: bool, reference: int | None) -> Reading | None:
    """The end of an interval; with a time of day only where its beginning has one."""
    named = None if text[at : at + 1] in DIGITS else _WEEKDAY_FIRST.match(text, at)
    at = named.end() if named else at
    on = point(text, at, reference)
    if not timed:
        return on
    early = _after_time(text, at, reference) if on is None or on.form == "day_number" else None
    return early or (_with_time(text, on) if on else None)


def _of_several(text: str, at: int, reference: int | None) -> Reading | None:
    """`3-7 май`, `3 и 7 май`: a day or month whose month or year stands with the last of them."""
    several = _FIRST_DAY.match(text, at)
    if several is None:
        return None
    last = point(text, several.end(), reference)
    if last is None or last.form not in _DAYS or len(last.value) != 10:
        return None
    day, others = int(several["d"]), several[0].count(",")
    first = f"{last.value[:8]}{day:02}"
    if first >= last.value or day == 0:
        return None
    others = others or (1 if _DAY_BEFORE.search(text, max(0, at - 8), at) else 0)
    if "," in several["link"] or ("и" in several["link"] and (others or int(last.value[8:]) - day > 1)):
        return Reading(several.end("d"), "listed", first)
    return None if others else Reading(last.stop, last.form, f"{first}/{last.value}")


def _of_two_days(text: str, at: int, reference: int | None) -> Reading | None:
    """`7/8 септември`, the night between both; `6/18 юли 1837`, `18 (6) юли 1837`, one day in both calendars.

    >>> read("7/8.09.2014 г.").value, read("6/18 юли 1837 г.").value, read("18 (6) юли 1837 г.").value
    ('2014-09-07/2014-09-08', '1837-07-18', '1837-07-18')
    """
    two = _TWO_DAYS.match(text, at)
    if two is None:
        return None
    on = _behind(text, two, reference)
    if on is None or not _is_day(on):
        return None
    first, second = int(two["d"]), int(on.value[8:])
    if second - first == 1 and first and two["in"] is None:
        return Reading(on.stop, "two_days", f"{on.value[:8]}{first:02}/{on.value}")
    if abs(second - first) in _JULIAN_BEHIND and on.value[:4] < "1917":
        return Reading(on.stop, "two_days", f"{on.value[:8]}{max(first, second):02}")
    return None


def _behind(text: str, two: re.Match[str], reference: int | None) -> Reading | None:
    """The second of two days: what follows the first, or the day in brackets with what follows them."""
    if two["in"] is None:
        return point(text, two.end(), reference)
    head = f"{two['in']} "
    on = point(head + text[two.end() : two.end() + _LONGEST_MONTH], 0, reference)
    return on and on._replace(stop=two.end() + on.stop - len(head))
