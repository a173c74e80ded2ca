"""A whole printed date: a point with its weekday and time before or after it, an interval of two, or one of a list.

>>> read("четвъртък, 12 май 2016 15:40")
Reading(stop=28, form='day_month', value='2016-05-12T15:40', weekday=3, until=None)
>>> read("10:30часа на 16.04.2014г.").value, read("от 3 до 7 май", 3).value, read("14.08.-20.10.17г.").value
('2014-04-16T10:30', 'XXXX-05-03/XXXX-05-07', '2017-08-14/2017-10-20')
"""

import re

from govarchive.text.calendar import ABOUT, FULL_WEEKDAY, MONTH, WEEKDAY, weekday
from govarchive.text.clock import BARE_HOUR, CLOCK, DAYTIME, clock, is_plain
from govarchive.text.dates.edtf import join
from govarchive.text.dates.forms import UNIT
from govarchive.text.dates.month_first import exchanged
from govarchive.text.dates.points import DIGITS, Reading, point
from govarchive.text.dates.several_days import between, is_day, listed, night, of_both_styles, of_several, of_two_days
from govarchive.text.dates.several_decades import in_century
from govarchive.text.dates.several_months import of_months
from govarchive.text.dates.unequal import join_unequal
from govarchive.text.later import Later

_WEEKDAY_FIRST = Later(rf"(?P<day>{WEEKDAY}) [ ]?[,:(/-]?[ ]{{0,2}} (?: \"[ ]? )?", re.VERBOSE)
_WEEKDAY_AFTER = Later(
    rf"""
    [ ]{{0,2}} (?: (?: ,[ ]? )? [(/] [ ]?(?P<in>{WEEKDAY})[ ]?[)/]             # 14.05.2015 г. (четвъртък)
      | (?<=[ ]) (?P<bare>{FULL_WEEKDAY}) (?! [ ]?(?: -(?![ ]?[0-9]) | до(?![ ][0-9]) | и )       # 14.05. четвъртък
        | [ ] [0-9]{{1,2}} (?: \.[0-9] | [ ]{MONTH} ) )                          # but: 7 май сряда 9 май
      | (?: , | - (?! [ ]?{WEEKDAY} ,?[ ][0-9]{{1,2}} (?: \. | [ ]{MONTH} ) ) )          # but: 7 май - сряда, 9 май
        [ ]?(?P<day>{WEEKDAY}) (?! \.?[а-яa-z] | [ ]?(?: -(?![ ]?[0-9]) | до | и ) )         # 14.05.2015 г., четвъртък
      | \t[ ]? (?P<cell>{FULL_WEEKDAY}) (?= [ ]?\t[ ]?[0-9]{{1,2}} (?: :[0-9] | [.,][0-9]{{2}}[ ]?ч ) ) )   # in cells
    """,
    re.VERBOSE,
)
_TO = r"(?: [ ]? (?: - | до | ÷ ) [ ]? )"
# между 16 и 17 ч.
_FIRST_HOUR = r"(?: [012]?[0-9] (?=[ ]и[ ][0-9]{1,2}(?:[:.,][0-9]{2})?[ ]?ч) )"
_TIME_FIRST = Later(
    rf"""
    (?P<time> {BARE_HOUR} | {DAYTIME} ) (?: {_TO} (?P<until>{CLOCK}) (?! [.,/][0-9] ) )?
    (?P<on> (?: [ ]?\n(?=на) | [ ]?[,|/-]?[ ]{{0,2}} ) (?: на[ \n]{{1,2}}(?:дата[ ])? )? )
    (?: {WEEKDAY}[ ]?[,-]?[ ]? )? (?: "[ ]? )?
    """,
    re.VERBOSE,
)
# Below `Дата: 12.05.2016 г.`
_TIME_ROW = r"(?: начален[ ]час | час | начало ) [ ]? (?: :[ ]? | \t | \n[ ]? ) [0-2]?[0-9][:.,][0-5][0-9]"
_TIME_AFTER = Later(
    rf"""
    (?P<lead> \)?+ (?: \n[ ]? (?={_TIME_ROW}) | [ \t]{{0,2}}+ [,;|/(@-]?+ [ \t]{{0,2}}+ )
      (?: (?: от | в(?:ъв)? | начал(?:о|ен) | с | час | ч\. | до | след | преди | около | (?P<from>между) | at )
        [ :\t\n-]{{1,2}}+ ){{0,3}}+)
    (?P<time> {BARE_HOUR} | (?(from){_FIRST_HOUR}|(?!)) | {DAYTIME} )
    (?: (?: {_TO} | (?(from)[ ]и[ ]|(?!)) ) (?P<until>{DAYTIME}) (?! [.,/][0-9] ) )?
    """,
    re.VERBOSE,
)
# 03.02.2018 18.45, with two digits each, as publishing systems print the time.
_STAMP = re.compile(
    r"[0-2][0-9]\.[0-5][0-9] (?! [0-9] | [.,:/-][0-9] | [ ]?(?:-|лв|лева|евро|%|кв|дка|м[ .2]|км|кг|бр) )", re.VERBOSE
)
# `от 14.03. до 16:00 ч. на 21.03.`: the time is that of the next day.
_OF_NEXT = re.compile(r"[ ]{1,2}на[ ]{1,2}(?=[0-9])")
_GOES_ON = re.compile(r"\.?[0-9]|\.[ivxіх]")
_DAY_BEHIND = re.compile(r",[ ](?=[0-9]{1,2}(?![0-9]))")
_LINE_ENDS, _ALONE = re.compile(r"[ ]{0,2}(?:\n|\Z)"), re.compile(r"[ ]{0,2}(?:\n|\Z|[,;-][ ])")
_NAMED_TIME = re.compile(r"\b(?:от|в|във|начало|час|около|между)\b")
_LINK = re.compile(
    r"""[ ]? (?: -[ ]?до(?=[ ]) | -[ ]?\n(?=[0-9]{2}\.[0-9]{2}\.[0-9]) | - | ÷ | до(?=[ 0-9]) | до\n | срещу(?=[ ])
      | /(?=[0-9]) | \.\.(?=[0-9]) )
    [ ]? (?: м(?:есец[ ]|\.[ ]?) )?""",
    re.VERBOSE,
)
# What follows most dates is refused by one look, before any of the patterns above.
_MORE = Later(
    rf"""\)?+ (?: \n(?=[ ]?{_TIME_ROW}) | [ \t]{{0,2}}+ )
    (?: [ ]?{_TIME_ROW} | [,;|/(@÷0-9-] | о(?:т[ \n:-]|коло[ ]) | в(?:ъв)?[ \n:-] | {FULL_WEEKDAY} | начал
      | с(?:[ :лъ-]|рещу) | ч | at[ ] | до | преди | между[ ]
      | \.\.[0-9] )""",
    re.VERBOSE,
)
_WEEKDAYS, _LINKS = frozenset("(/,-\tпвсчн"), frozenset("-÷д.с/")
# в нощта на 31 май срещу 1 юни, 30.09/01.10.2018
_NIGHT = frozenset(("срещу", "/"))
_ABOUT = re.compile(ABOUT, re.VERBOSE)
_UNIT = re.compile(UNIT, re.VERBOSE)
_DAYLESS = re.compile(r"[0-9X]{4}(?:-[0-9]{2})?(?:/|\Z)")
_LOOSE = frozenset("year early_year years written_year century centuries decade decade_words".split())


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
    return _named(text, found, named) if named and found else found


def _named(text: str, found: Reading, named: re.Match[str]) -> Reading | None:
    """A date with the weekday before it, and the bracket that closes `петък (10.10.2025 г.)`; of a month there is none.

    >>> read("понеделник (ноември - март)")
    """
    if _DAYLESS.match(found.value):
        return None
    closes = "(" in named.group() and text.startswith(")", found.stop)
    return found._replace(weekday=weekday(named["day"]), stop=found.stop + closes)


def _approximate(found: Reading | None) -> Reading | None:
    """Years and centuries may be approximate: an interval in its beginning."""
    if found is None or found.form not in _LOOSE:
        return None
    first, link, last = found.value.partition("/")
    return found._replace(value=f"{first}~{link}{last}")


def _approximate_end(text: str, last: Reading | None) -> Reading | None:
    """The end of an interval, `1856 - ок. 1930 г.`: a year that its word or a bracket shows to be no count."""
    if last is None or not (text[last.stop - 1] == "." or text.startswith(")", last.stop)):
        return None
    return _approximate(last)


def _dated(text: str, at: int, reference: int | None) -> Reading | None:
    """A point with the time before or after it, the interval that begins with it, or one of a list of days."""
    if text.endswith("между ", 0, at) and (both := between(text, at, reference)):
        return both
    on = _point(text, at, reference)
    if on is None and text[at : at + 1] not in DIGITS:
        return None
    if on is None or on.form == "day_number":
        early = _after_time(text, at, reference) or of_two_days(text, at, reference)
        if early:
            return _with_end(text, at, early, reference)
    if on is None:
        return of_several(text, at, reference)
    if on.value.startswith("XXXX-") and (one := _among_others(text, on, reference)):
        return one
    if _MORE.match(text, on.stop) is None:
        return on
    return _of_year(text, on, reference) or _with_end(text, at, _with_time(text, on), reference)


def _point(text: str, at: int, reference: int | None) -> Reading | None:
    """The point at `at`, month first where its weekday tells so, a decade in the century of its list."""
    on = point(text, at, reference)
    if on and on.form == "day_first" and "/" in text[at : at + 3]:
        return on._replace(value=exchanged(text, at, on.stop, on.value))
    if on and on.form == "decade":
        return in_century(text, at, on, reference)
    return on


def _among_others(text: str, day: Reading, reference: int | None) -> Reading | None:
    """A day whose year stands with the last of a list, or behind the same day in the other calendar."""
    beside = text[day.stop : day.stop + 2].lstrip(" ")[:1]
    return (of_both_styles(text, day, reference) if beside in ("(", "/") else None) or listed(text, day, reference)


def _of_year(text: str, year: Reading, reference: int | None) -> Reading | None:
    """A day behind its year, as chronicles print it: `1974 г., 24 май`, `2001, 12-14 юни`."""
    behind = _DAY_BEHIND.match(text, year.stop) if year.form == "year" else None
    on = _dated(text, behind.end(), reference) if behind else None
    if on is None or on.form not in ("day_month", "roman_month") or not on.value.startswith("XXXX-"):
        return None
    return on._replace(value=on.value.replace("XXXX", year.value))


def _after_time(text: str, at: int, reference: int | None) -> Reading | None:
    """The day that follows a time of day: `12:00 часа на 11.03.2013`."""
    early = _TIME_FIRST.match(text, at)
    if early is None or early.end() == len(text) or not _is_time(early["time"], early["on"]) or _are_hours(text, early):
        return None
    on = point(text, early.end(), reference)
    if on is None or not is_day(on):
        return None
    stop, day = _with_weekday(text, on.stop)
    return _timed(on, stop, day, early)


def _is_time(printed: str, link: str) -> bool:
    """A clock before a date counts with a colon, with `ч.` or with `на` behind it; `12.05` alone may be a day.

    At the end of the line above it counts with `ч.` alone.
    """
    return "ч" in printed if "\n" in link else not is_plain(printed) or "на" in link


def _are_hours(text: str, time: re.Match[str]) -> bool:
    """Whether a dash makes hours of a time, which something is kept on that day: `16.05. 13.00 - 18.00 ч`."""
    return bool(time["until"]) and "-" in text[time.end("time") : time.start("until")]


def _timed(on: Reading, stop: int, day: int | None, time: re.Match[str]) -> Reading | None:
    at, until = clock(time["time"]), time["until"]
    return Reading(stop, on.form, f"{on.value}T{at}", day, clock(until) if until else None) if at else None


def _next(text: str, at: int) -> str:
    """The next character but for a blank or two."""
    return text[at : at + 3].lstrip(" ")[:1]


def _with_weekday(text: str, stop: int) -> tuple[int, int | None]:
    """Where a day ends with the weekday behind it, and that weekday."""
    day = _WEEKDAY_AFTER.match(text, stop) if _next(text, stop) in _WEEKDAYS else None
    return (day.end(), weekday(day["in"] or day["day"] or day["bare"] or day["cell"])) if day else (stop, None)


def _with_time(text: str, on: Reading) -> Reading:
    """A point with the weekday and the time of day after it."""
    if not is_day(on):
        return on
    stop, day = _with_weekday(text, on.stop)
    late = _TIME_AFTER.match(text, stop)
    if late and (late["until"] or late["lead"].rstrip().endswith("до")) and _is_of_next(text, late.end()):
        late = _TIME_AFTER.match(text, stop, late.end("time")) if late["until"] else None
    told = late and _stands_after(text, late) and (_NAMED_TIME.search(late["lead"]) or not _are_hours(text, late))
    whole = _timed(on, late.end(), day, late) if late and told else None
    return whole or (Reading(stop, on.form, on.value, day) if day is not None else on)


def _is_of_next(text: str, stop: int) -> bool:
    """Whether a whole day stands behind a time and `на`."""
    link = _OF_NEXT.match(text, stop)
    day = point(text, link.end()) if link else None
    return day is not None and is_day(day)


def _stands_after(text: str, late: re.Match[str]) -> bool:
    """`12.05.2016 г., 3.10 лв.` is no time of day, `12.05.2016 г. от 3.10` is."""
    last = late["until"] or late["time"]
    if late["lead"] == " " and _STAMP.match(text, late.start("time")):
        return True
    if is_plain(last):
        # 04.07.2018 г. /сряда/ 9.30 - Долно Поле
        if late["lead"] == " " and text[late.start() - 1] in ")/" and _ALONE.match(text, late.end()):
            return True
        # 15 юни, 17,30 at the end of a line
        if late["lead"] == ", " and _LINE_ENDS.match(text, late.end()):
            return True
        return bool(_NAMED_TIME.search(late["lead"])) and _GOES_ON.match(text, late.end()) is None
    return bool(late["lead"]) or ":" in last


def _with_end(text: str, at: int, first: Reading, reference: int | None) -> Reading:
    """The interval that begins with `first` at `at`, or `first` itself where none does."""
    link = _LINK.match(text, first.stop) if _next(text, first.stop) in _LINKS else None
    if link is None or ("/" in first.value and not _is_school_year(first)):
        return first
    second = _second(text, link.end(), "T" in first.value, reference)
    if second is None or ("/" in second.value and not _is_school_year(second)) or _is_count(text, second):
        return first
    if link.group().strip() in _NIGHT and not first.form == second.form == "iso":
        both = night(first, second)
        return (both._replace(form="two_days") if "/" in link.group() else both) if both else first
    value = join(first.value, second.value.rstrip("~"))
    if value and second.value.endswith("~"):
        value += "~"
    if value is None:
        return join_unequal(text, at, first, second) or first
    return Reading(second.stop, second.form, value)


def _is_count(text: str, it: Reading) -> bool:
    """Whether what looks like a year is a number of something: `1999 г. - 2002 ученици`."""
    return it.form == "year" and _UNIT.match(text, it.stop) is not None


def _is_school_year(it: Reading) -> bool:
    return it.form == "years" and int(it.value[5:]) - int(it.value[:4]) == 1


def _second(text: str, at: int, timed: bool, reference: int | None) -> Reading | None:
    """The end of an interval; with a time of day only where its beginning has one."""
    if about := _ABOUT.match(text, at):
        return _approximate_end(text, point(text, about.end(), reference))
    named = None if text[at : at + 1] in DIGITS else _WEEKDAY_FIRST.match(text, at)
    at = named.end() if named else at
    on = point(text, at, reference)
    if not timed:
        return on
    early = _after_time(text, at, reference) if on is None or on.form == "day_number" else None
    return early or (_with_time(text, on) if on else None)
