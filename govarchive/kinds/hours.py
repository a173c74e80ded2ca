"""Работно време - opening hours.

One record for each printed statement of when somewhere is open or somebody can be seen, as OpenStreetMap's
`opening_hours`: `Mo-Fr 08:45-17:15`, `Sa-Su off`, `Th[2,4] 10:30-12:00`, a lunch break by comma, several groups of days
in one line by semicolon (`Mo-Fr 09:00-18:00; Sa 10:00-14:00`). Days stand in the value only if they stand on the page,
and `24/7` only where `денонощно` is said of working hours, not of a telephone line. Hours that pages have
in this notation for search engines are taken as they are.

Hours without days count where the page calls them working or reception time, where they end their line under such a
heading (`Работно време`, below it `Детска ясла 6.30 - 18.30 ч.`), or where they are a whole day of work in a row of
somebody's or with a break at noon (`Регистрация: 8.30-12.00 и 13.00-16.30 ч.`), unless something happens then: the
hours of one event are a part of its date, the lessons of a school are nobody's working time.

Public holidays are `PH` (`Sa-Su,PH off`). A row of hours below the days as heads of their columns is one record, and so
are three or more days in a column with the same hours. Days off are a record of their own, but behind hours that name
no days (`10-17 ч., почивен ден - неделя`).

Not supported: seasons (their hours are read, their months are not), which day a holiday is, hours in words, a start
without an end (`от 9 ч.`).

Sources: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification

>>> normalise("Понеделник - Петък : 8:45 - 17:15")
'Mo-Fr 08:45-17:15'
>>> normalise("Събота - Неделя : почивни дни")
'Sa-Su off'
>>> validate("Mo-Fr 08:45-17:15")
>>> normalise("скоро")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: opening hours were expected, found 'скоро'
>>> validate("Mo-Fr от 9")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: opening hours as in OpenStreetMap were expected, found 'Mo-Fr от 9'
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import repeat
from typing import Any, NamedTuple

from govarchive.errors import InvalidFormat
from govarchive.kinds import _hours_context as context
from govarchive.kinds import _hours_shapes as shapes
from govarchive.model import NOWHERE, WHOSE, Near, Span
from govarchive.text import noughts
from govarchive.text.fold import lower
from govarchive.text.found_at import found_at
from govarchive.text.glance import lowered, numbers, numerals
from govarchive.text.hours.hyphened import clear
from govarchive.text.hours.open_days import DAYS as DAYS_PRINTED
from govarchive.text.hours.open_days import OFF, WEEKDAY
from govarchive.text.hours.opening import GAP, HALF, HOURS, JOINT, closed, statement, statements
from govarchive.text.hours.week_tables import rows
from govarchive.text.landmarks import DAY_AND_NIGHT, DAYS, DAYS_NOTED, DAYS_OFF, landmarks
from govarchive.text.later import Later
from govarchive.text.needles import holds
from govarchive.text.words import words

NAME = "hours"
CHECKED = False
LABEL: re.Pattern[str] | None = re.compile(
    r"""
    \b (?: работно(?:то)? \s+ време (?: \s е )? | приемно(?:то)? \s+ време
      | приемни(?:те)? \s+ (?: дни | часове ) | приемен \s+ ден
      | раб (?: отно | \. ) \s? вр (?: \. | еме ) | р\. \s? вр\.
      | (?: working | opening | office | reception ) \s+ (?: hours | time )
      | прием \s+ на \s+ граждани | часове \s+ за \s+ прием | работи | отворен[оаи]? ) (?<=\w|\.) (?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
DETAILS: dict[str, Any] = {**WHOSE}

_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_TIME = r"(?: (?: [01][0-9] | 2[0-3] ) :[0-5][0-9] | 24:00 )"
_DAYS = rf"(?: (?: {_DAY} (?: -{_DAY} | \[-?[1-5](?:,-?[1-5])*\] | (?:,{_DAY})+ )? (?:,PH)? | PH ) [ ] )"
_HOURS = rf"(?: off | {_TIME}-{_TIME} (?: ,{_TIME}-{_TIME} )* )"
_WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY_OF = re.compile(rf"{_DAY}(?=[ ][0-9])")
_NOTED = Later(rf"\b {_DAYS} {_HOURS} (?: ;[ ] {_DAYS} {_HOURS} ){{0,6}} (?![0-9:-])", re.VERBOSE)
_DAY_NOTED = tuple(f"{it} " for it in _WEEK)
_OSM = Later(rf"24/7 | {_DAYS}? {_HOURS} (?: ;[ ] {_DAYS} {_HOURS} ){{0,6}}", re.VERBOSE)
_SHORT_HOUR = re.compile(r"(?<![0-9:])(?=[0-9]:)")
# The most common refusals first, and nothing tried twice: of all digits of a page few are hours.
_RANGE = Later(
    r"""
    [0-9] (?= [0-9]? (?: [ ]{0,2}[-÷:.,чдиh\t] | [ ](?:сутр|след|веч) | [ ]?[ap]\.?m
        | [0-5]0[ ]?(?:ч|-[ ]?[0-9]{1,2}[0-5]0) | [ ][0-5][05][ ](?:ч|-|до) | [ ][0-5][05]- | [⁰¹²³⁴⁵][⁰⁵] ) )
    (?<![0-9][0-9]) (?<![0-9][ ][0-9])                                  # no telephone
    (?! [0-9]?[ ]-[ ][0-9]{1,2}[.:,][0-9]{2}[ ]?(?:ч\.?[ ]?)?-[ ]?[0-9] )  # Гише 2 - 8.30 - 16.30
    (?! (?<=[0-9][:.,][0-5]) [0-9][ ]?[чи-] )                           # the minutes of another time
    # 9:00, 9 ч., 8 часа и 30 минути, 8ч.30м., 830, 8³⁰, 8 30
    (?: [0-9] (?! 0(?![0-9]) ) )?+ (?: [ ]?[:.,][ ]?[0-5][0-9] | [ ]?[0-5][05](?=[ ]?[чд-]) | [⁰¹²³⁴⁵][⁰⁵] )?+
    [ ]?+ (?: h | [ap]\.?m\.? | ч(?:аса?|\.)? (?: (?:[ ]и)?[ ]?[0-5][0-9][ ]?м(?:ин)?(?:ути)?\.? )? )?
    (?: [ ]?(?:сутринта|следобед|след[ ]об[яе]д|вечерта) )?+
    (?: [ ]{0,2}+ (?: --?(?:[ ]?до(?=[ ]))? | до | ÷ | и | to | until | till ) [ ]{0,2}
      | [ ]?(?: -\n | \n[ ]?до[ ] | до\n[ ]? )
      | \t(?=[0-9]{1,2}[:.⁰¹²³⁴⁵]) )
    [0-2]?[0-9] (?: (?! [0-9] ) | (?= [0-9]?[0-5]0 ) ) (?! [.,][0-9](?![0-9]) )     # - 17
    """,
    re.VERBOSE,
)
_OFF = re.compile(
    r"""неприемен[ ]ден | почив(?=ен |ни |ка|а) | неработ(?=ен |ни |но) | затворено | не[ ](?:се[ ])?работи
      | без[ ]прием | days?[ ]off | closed""",
    re.VERBOSE,
)
_OFF_LEADS = frozenset({"не", "се", "без", "day", "days"})
_DAYS_LEAD = Later(rf"(?<![а-я.]) (?P<days>{DAYS_PRINTED}) {GAP} {HALF}? (?:(?:от|между|from)[ ]{{1,2}})?\Z", re.X)
_HEAD_BEFORE = Later(rf"\t\Z | (?<![а-я.]) {WEEKDAY} [ ]{{1,9}} \Z", re.VERBOSE)
# `безплатна линия, отворена денонощно`: anybody may call, nobody can be seen.
_CALLS = re.compile(
    r"(?: \b(?:линия(?:та)?|телефон(?:а|ът|и|ен|на)?|тел\.|номер)[^\n.;]{0,30} | [0-9][ ]?[-(,][ ]? )\Z", re.VERBOSE
)
_TOIL = re.compile(r"\bсе[ ]работи[ ]\Z|\bработи[ ]се[ ]\Z|\bработят[ ]\Z")
# From hours to those of the next days, over days off: `9-17 ч. Събота - почивен ден Неделя 10-14 ч.`
_NEXT = Later(
    rf"[ ]?[,;|/.]?[ ]{{0,2}}(?: {DAYS_PRINTED} {GAP} {OFF} [ ,;.]{{1,3}} )?(?:[аи][ ])?(?:в(?:ъв)?[ ])?", re.VERBOSE
)
_FROM = re.compile(rf"\b(?: {HALF} (?:(?:от|между)[ ]{{1,2}})? | (?:от|между|from|between)[ ]{{1,2}} )\Z", re.VERBOSE)


class _Hours(NamedTuple):
    """Statements at `[start, stop)`, alone or of several groups of days, and their `opening_hours`."""

    start: int
    stop: int
    rule: str
    value: str


def find(text: str) -> Iterator[Span]:
    return (Span(it.start, it.stop, it.rule) for it in _hours(text))


@lru_cache(maxsize=2)
def _hours(text: str) -> tuple[_Hours, ...]:
    low = lowered(noughts.in_clocks(text))
    if "-" in numerals(text).parts:  # between digits
        low = clear(low)
    found = [*_ranges(low, numbers(text), _days_named(text)), *_days_off(text, low), *_always(text, low)]
    found += _noted(text)
    found += (_Hours(it.start, it.stop, "week", it.value) for it in rows(text))
    kept: list[_Hours] = []
    for it in sorted(found, key=lambda it: (it.start, -it.stop)) if len(found) > 1 else found:
        last = kept[-1] if kept else None
        if last and last.stop <= it.start and _are_one(low, last, it):
            rule = "hours" if last.rule == "hours" else "days"
            kept[-1] = _Hours(last.start, it.stop, rule, f"{last.value}; {it.value}")
        elif last is None or last.stop <= it.start:
            kept.append(it)
    return tuple(_in_one(low, kept) if "\n" in low else kept)


def _in_one(low: str, kept: list[_Hours]) -> list[_Hours]:
    """The same hours of three or more days, each on a line of its own, as one statement."""
    merged: list[_Hours] = []
    run: list[_Hours] = []
    for it in [*kept, None]:
        if it is not None and run and _is_next_day(low, run[-1], it):
            run.append(it)
            continue
        merged += run if len(run) < 3 else [_joined(run[0], run[-1])]
        run = [it] if it is not None else []
    return merged


def _joined(first: _Hours, last: _Hours) -> _Hours:
    return first._replace(stop=last.stop, value=f"{first.value[:2]}-{last.value}")


def _is_next_day(low: str, last: _Hours, it: _Hours) -> bool:
    """Whether the line below has the same hours of the next day."""
    if not (_DAY_OF.match(last.value) and _DAY_OF.match(it.value)) or last.value[2:] != it.value[2:]:
        return False
    between = low[last.stop : it.start].strip(" .,;|*•-")
    return between == "\n" and _WEEK.index(it.value[:2]) == _WEEK.index(last.value[:2]) + 1


def _are_one(low: str, last: _Hours, it: _Hours) -> bool:
    """Whether the hours of other days follow in the same statement: `пн.-пет. 9-17 ч., събота 10-14 ч.`.

    Days off are one of their own, but behind hours that name no days: `10-17 ч., почивен ден - неделя`.
    """
    if last.rule == "hours" and it.rule == "off":
        return it.value != "off" and context.OFF_JOINT.fullmatch(low, last.stop, it.start) is not None
    return last.rule == it.rule == "days" and JOINT.fullmatch(low, last.stop, it.start) is not None


def _days_named(text: str) -> list[int]:
    """Where words stand that name days."""
    ends = words(text).ends
    return [ends[word - 1] for word in landmarks(text, DAYS)]


def _ranges(low: str, starts: Iterable[int], named: list[int]) -> list[_Hours]:
    """Those with digits; `starts` are the offsets of all digits, `named` those of the words that name days."""
    found: list[_Hours] = []
    at, last = 0, -1
    for match in filter(None, map(_RANGE.match, repeat(low), starts)):
        first, floor = match.start(), at
        if first < at:
            continue
        at = match.end()
        if (
            not HOURS.match(low, first)
            or shapes.are_days(low, first)
            or ("\t" in match.group() and not context.is_in_table(low, first))
        ):
            continue
        start = _start(low, first, floor, named)
        it = statement(low, start) or statement(low, first)
        if it is None or it.stop < match.end() - 2:
            continue
        follows = it.days and last >= 0 and _NEXT.fullmatch(low, last, start)
        if (follows or context.is_working_time(low, start, it)) and not context.is_denied(low, start):
            at = last = max(at, it.stop)
            found.append(_Hours(start, it.stop, "days" if it.days else "hours", it.value))
    return found


def _start(low: str, at: int, floor: int, named: list[int]) -> int:
    first = max(floor, at - 90)
    near = bisect_left(named, first) < bisect_left(named, at)
    days = _DAYS_LEAD.search(low, first, at) if near else None
    # The last head of a table of days: what is below it are not its hours only.
    if days and not ("\n" in days.group() and _HEAD_BEFORE.search(low, max(0, days.start() - 16), days.start())):
        return days.start()
    start = _FROM.search(low, max(floor, at - 20), at)
    return start.start() if start else at


def _days_off(text: str, low: str) -> Iterator[_Hours]:
    page = words(text)
    for word in landmarks(text, DAYS_OFF):
        first = word
        while first > word - 4 and first > 1 and page.parts[first - 2].lower() in _OFF_LEADS:
            first -= 2
        at = page.ends[first - 1]
        match = _OFF.match(low, at)
        days = _DAYS_LEAD.search(low, max(0, at - 60), at) if match else None
        # `Понеделник: 9 - 17 ч.` may stand above `Почивни дни: събота и неделя`.
        start = days.start() if days and not ("\n" in days.group() and closed(low, at)) else at
        it = statement(low, start) if match else None
        if match and it and it.value.endswith("off") and it.stop >= match.end():
            yield _Hours(start, it.stop, "off", it.value)


def _always(text: str, low: str) -> Iterator[_Hours]:
    page = words(text)
    named = [(page.ends[word - 1], page.ends[word]) for word in landmarks(text, DAY_AND_NIGHT)]
    printed = (match.span() for told, it in context.ALWAYS.items() if told in low for match in it.finditer(low))
    for start, stop in (*named, *printed):
        above = low[max(0, start - 60) : start]
        before = above.rpartition("\n")[2]
        alone = not before.strip(" -\t:") and context.LINE_ENDS.match(low, stop) is not None
        if _TOIL.search(before) or (_CALLS.search(before) and not context.NAMED.search(before)):
            continue
        if (
            context.WORK.search(before)
            or context.OPEN_ALWAYS.search(before)
            or (alone and _is_told(text, above, start, stop))
        ):
            yield _Hours(start, stop, "always", "24/7")


def _is_told(text: str, above: str, start: int, stop: int) -> bool:
    """Whether a line of its own tells when somebody is open, and not of a telephone line."""
    return "линия" not in above and (bool(context.WORK.search(above)) or shapes.is_own_line(text, above, start, stop))


def _noted(text: str) -> Iterator[_Hours]:
    """What is written in this notation already: `openingHours` of schema.org."""
    if landmarks(text, DAYS_NOTED) and holds(text, _DAY_NOTED):
        for match in _NOTED.finditer(text):
            yield _Hours(*match.span(), "notation", match.group())


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    it: _Hours | None = found_at(_hours, near.text).get(near.start) if near.text else None
    if it is not None:
        return it.value
    raw = raw.strip()
    if _OSM.fullmatch(noted := _SHORT_HOUR.sub("0", raw)):
        return noted
    low = clear(lower(noughts.in_clocks(raw)))
    if context.ALWAYS_SAID.fullmatch(low):
        return "24/7"
    found = statements(low, 0)
    if not found or low[found[-1].stop :].strip(" .,;)/]"):
        raise InvalidFormat(f"opening hours were expected, found {raw!r}")
    return "; ".join(it.value for it in found)


def validate(value: str) -> None:
    if not _OSM.fullmatch(value):
        raise InvalidFormat(f"opening hours as in OpenStreetMap were expected, found {value!r}")


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    return {}
