"""Дата - date.

A day, month, year or longer time as printed on Bulgarian pages, with the precision it is printed with: the value is
EDTF (ISO 8601-2), `2016-05-12T15:40` with a time of day, `XXXX-03-09` where no year is printed, `2016-06-06/2016-06-09`
for an interval, `2016-33` to `-36` for quarters, `-40` and `-41` for halves, `-21` to `-24` for seasons, `199X` for a
decade, `18XX` for a century, `2016/2017` for school years and mandates. The day always comes before the month.

`днес`, `т.г.`, `миналата година`, `преди 3 дни` have `details.relative` and a value only where the page's own date is
known. `12 март т.г.` takes its year from there, with `details.inferred`. `details.bound` is `until` after `до` and
`since` after `считано от`, `details.until` the end of the hours printed with a day (`от 14.00 до 16.00 часа`).
`details.weekday_disagrees` tells that the printed weekday is not that of the day: the record is kept, for one of the
two is right and the page does not say which.

Not supported: years before our era, Easter and other feasts by name, `след три дни` (it rarely counts from today), a
weekday or a time of day alone, spans of time (`последните две години`), the Julian calendar (a day is taken as
printed), years before 1000 without `през` and `г.`, `на петнадесети` without a month.

Sources: ISO 8601-2:2019, Orthographic dictionary of Bulgarian; the change of calendar by law in 1916.

>>> normalise("четвъртък, 12 май 2016 15:40")
'2016-05-12T15:40'
>>> normalise("трети май, две хиляди и деветнадесета година")
'2019-05-03'
>>> [(span.start, span.rule) for span in find("Дневен ред за 12 май 2016 г., т. 3.1")]
[(14, 'day_month')]
>>> validate("2016-03-09")
>>> normalise("чл. 5.2")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: a date was expected, found 'чл. 5.2'
>>> validate(normalise("31.02.2015"))
Traceback (most recent call last):
govarchive.errors.InvalidComponent: there is no such day in the calendar: '2015-02-31'
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from govarchive.errors import InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.text import edtf
from govarchive.text.anchors import lead_of_time, number, words
from govarchive.text.calendar import FULL_MONTH
from govarchive.text.fold import lower
from govarchive.text.glance import lowered, numbers
from govarchive.text.moments import Reading, read
from govarchive.text.plausible import is_plausible
from govarchive.text.relative import RELATIVE, resolve

NAME = "date"
CHECKED = True
LABEL: re.Pattern[str] | None = re.compile(
    r"""\b (?: дата (?:та)? (?: [ ]на[ ]публик(?:уване|ация) )?
      | (?: публикуван | добавен | качен )[оа]? (?: [ ]на )? ) \b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What names a date as such; also keeps one that is in no calendar."""
DETAILS: dict[str, Any] = {
    "relative": {"const": True, "description": "counted from another day (днес)"},
    "bound": {"enum": ["until", "since"]},
    "until": {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$", "description": "end of the hours printed with it"},
    "weekday_disagrees": {"const": True},
    "inferred": {"const": True},
}

_LONGEST, _WORD = 120, 12
_ALONE = re.compile(FULL_MONTH, re.VERBOSE)
_RUN = re.compile(r"[^0-9]{0,16}[0-9]+")
_UNTIL = re.compile(r"\b до [ ] (?: края [ ] на [ ] | дата [ ] | [01]?[0-9] [ ]? ч\.? [ ] на [ ] )? \Z", re.VERBOSE)
_SINCE = re.compile(r"\b (?: считано | начиная | сила | смятано | насам ) [ ] от [ ] (?: дата [ ] )? \Z", re.VERBOSE)
_ON = re.compile(r"[ ]г?\.? [ ]? (?: насам | нататък )", re.VERBOSE)


def find(text: str) -> Iterator[Span]:
    padded = " " + lowered(text)
    found = list(_of_digits(padded, numbers(text)))
    found += _of_words(padded, found)
    return iter([Span(start - 1, stop - 1, rule) for start, stop, rule in _longest(found)])


def _of_digits(padded: str, starts: Iterable[int]) -> Iterator[Span]:
    """Those that begin with digits; `starts` are the offsets of all digits in the text before it was padded."""
    floor = after = 0
    for start in starts:
        at = number(padded, start + 1) if start + 1 >= after else None
        if at is None:
            continue
        span = _span(padded, at, floor)
        if span:
            yield span
            floor = span.stop
        after = span.stop if span else _past(padded, at)


def _past(padded: str, at: int) -> int:
    """Behind the digits, or the word that led to them."""
    match = _RUN.match(padded, at)
    return match.end() if match else at + 1


def _of_words(padded: str, digits: list[Span]) -> list[Span]:
    """Those that begin with a word, unless the word lies in a date already found."""
    found = []
    inside = iter(digits)
    span = next(inside, None)
    for at, word in words(padded):
        while span and span.stop <= word:
            span = next(inside, None)
        if span and span.start <= at < span.stop:
            continue
        if relative := RELATIVE.match(padded, at):
            found.append(Span(at, relative.end(), "relative"))
        elif it := _span(padded, at, at):
            found.append(it)
    return found


def _span(padded: str, at: int, floor: int) -> Span | None:
    reading = read(padded, at)
    if reading is None or not is_plausible(padded, at, reading):
        return None
    # "14" май: the day stands between quotes.
    if '"' in padded[at - 2 : at] and '"' in padded[at + 1 : at + 4]:
        at = padded.rindex('"', 0, at)
    start = lead_of_time(padded, at, floor)
    whole = read(padded, start) if start != at else None
    if whole is None or whole.stop < reading.stop:
        return Span(at, reading.stop, reading.form)
    return Span(start, whole.stop, whole.form)


def _longest(found: list[Span]) -> Iterator[Span]:
    """Of those that share characters the longest, in order of position."""
    kept: list[Span] = []
    for span in sorted(found):
        while kept and span.start < kept[-1].stop and span.stop - span.start > kept[-1].stop - kept[-1].start:
            kept.pop()
        if not kept or span.start >= kept[-1].stop:
            kept.append(span)
    return iter(kept)


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    raw = raw.strip(' "')
    if edtf.is_edtf(raw):
        return raw
    printed = lower(raw)
    if RELATIVE.fullmatch(printed):
        return resolve(printed, near.reference)
    if near.text and (_ALONE.fullmatch(printed) or len(printed) < 3):
        around = max(0, near.start - _WORD)
        reading = read(lower(near.text[around : near.start + _LONGEST]), near.start - around)
        if reading and reading.form.startswith("listed"):
            return reading.value
    if printed.isdigit() and len(printed) < 3:
        return None
    return _read(printed, near.reference, raw).value


@lru_cache(maxsize=8)
def _alone(printed: str) -> Reading | None:
    """What a printed date says by itself: asked for its value and again for its details."""
    return read(printed)


def _read(printed: str, reference: date | None, raw: str) -> Reading:
    reading = _alone(printed)
    # Only a year that is missing or counted from today can depend on the day it is counted from.
    if reference and (reading is None or "X" in reading.value or reading.stop < len(printed)):
        reading = read(printed, 0, reference.year)
    if reading is None or printed[reading.stop :].strip(" .,;:)"):
        raise InvalidFormat(f"a date was expected, found {raw!r}")
    return reading


def validate(value: str) -> None:
    edtf.check(value)


def display(value: str) -> str:
    """Days as Bulgarians print them, all else as EDTF.

    >>> display("2016-05-12T15:40"), display("199X")
    ('12.05.2016 г. 15:40 ч.', '199X')
    """
    if edtf.first_day(value) is None:
        return value
    day = f"{value[8:10]}.{value[5:7]}.{value[:4]} г."
    return f"{day} {value[11:]} ч." if value[11:] else day


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    details: dict[str, Any] = {}
    printed = lower(raw)
    if RELATIVE.fullmatch(printed):
        details["relative"] = True
    elif reading := _alone(printed):
        listed = _ALONE.fullmatch(printed)
        if value and reading.value.startswith("XXXX") and not value.startswith("XXXX") and not listed:
            details["inferred"] = True
        if reading.until:
            details["until"] = reading.until
        day = edtf.first_day(reading.value)
        if reading.weekday is not None and day and day.weekday() != reading.weekday:
            details["weekday_disagrees"] = True
    if value and "/" not in value and (bound := _bound(near)):
        details["bound"] = bound
    return details


def _bound(near: Near) -> str | None:
    before = near.before(24).lower()
    if _SINCE.search(before) or _ON.match(near.after(12).lower()):
        return "since"
    return "until" if _UNTIL.search(before) else None
