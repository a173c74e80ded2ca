"""Дата - date.

A day, month, year or longer time as printed on Bulgarian pages, with the precision it is printed with: the value is
EDTF (ISO 8601-2), `2016-05-12T15:40` with a time of day, `XXXX-03-09` where no year is printed, `2016-06-06/2016-06-09`
for an interval, `2016-33` to `-36` for quarters, `-40` and `-41` for halves, `-21` to `-24` for seasons, `199X` for a
decade, `18XX` for a century, `2016/2017` for school years and mandates, `1890~` for `ок. 1890 г.` The day comes
before the month, but where only the other order fits the weekday before it (`пон, 12/10/2018`).

`днес`, `т.г.`, `миналата година`, `преди 3 дни` have `details.relative` and a value only where the page's own date is
known. `12 март т.г.` takes its year from there and `20-ти т.м.` (`XXXX-XX-20`) its month too, with
`details.inferred`. So does a day without a year where the page's own date or a full date beside it is a few weeks
away and leaves no doubt; else it stays `XXXX-03-09`. `details.bound` is `until` after `до` and `since` after
`считано от`, `details.until` the end of the hours printed with a day (`от 14.00 до 16.00 часа`).
`details.weekday_disagrees` tells that the printed weekday is not that of the day: the record is kept,
for one of the two is right and the page does not say which.

Two days in one are both: `7/8 септември` is the interval, `6/18 юли 1837` one day in the old and the new style, given
in the new. Days of a list have the year of the last (`14.03 и 16.05.2013 г.`), `14.X.с.г.` that of the date told before
it, with `details.inferred`. A day marked `ст. стил` is taken as printed, that of our calendar is `details.gregorian`.

Not supported: years before our era, Easter and other feasts by name, `след три дни` (it rarely counts from today), a
weekday or a time of day alone, spans of time (`последните две години`), days before 1916 whose style is not printed,
approximate days and months, years before 1000 without `през` and `г.`, `на петнадесети` without a month.

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
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

from govarchive.errors import InvalidComponent, InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.text import noughts
from govarchive.text.dates import edtf
from govarchive.text.dates.anchors import lead_of_about, lead_of_time, lead_of_word, of_digits, of_words
from govarchive.text.dates.bounds import bound
from govarchive.text.dates.implied import (
    OneYear,
    comes_back,
    complete,
    ends_heading,
    is_of_document,
    neighbours,
    one_year,
)
from govarchive.text.dates.moments import read
from govarchive.text.dates.plausible import is_plausible
from govarchive.text.dates.points import Reading
from govarchive.text.dates.relative import RELATIVE, in_apposition, is_counter, resolve
from govarchive.text.dates.same_year import SAME_YEAR, THIS_YEAR, in_same_year
from govarchive.text.fold import lower
from govarchive.text.glance import lowered, numbers

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
    "gregorian": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "of a day in old style"},
}

_OLD_STYLE = re.compile(r"[ ]?[(,]?[ ]?(?:по[ ])?(?: ст\.[ ]?ст(?:\.|ил) | стар[ ]стил )", re.VERBOSE)
# What people write around a date that they give by itself: `от 6 до 9 юни`, `м. май 2012`, `учебната 2016/2017 г.`
_SAID_BEFORE = re.compile(
    r"""
    (?: (?: м\.[ ]? | (?: от | на | през | до | за | в | месец | учебн(?:а|ата) | година(?:та)? | мандат )[ ]{1,2} )
        (?! [тмс]\.[ ]?[гм] ) ){1,3}
    """,
    re.VERBOSE,
)
_SAID_AFTER = re.compile(r"\A[ ](?:учебна[ ]|финансова[ ]|бюджетна[ ])?година")
# Digits that name no month or no day at all, `12/31/2016`; of 31 April the calendar tells.
_NO_DAY = re.compile(
    r"[0-9X]{4}- (?: (?: 00 | 1[3-9] | [2-9][0-9] )-[0-9]{2} | [0-9X]{2}-(?: 00 | 3[2-9] | [4-9][0-9] ) )", re.VERBOSE
)
_no_day = lru_cache(maxsize=4096)(_NO_DAY.search)

_NO_MORE = (sys.maxsize, Reading(sys.maxsize, "", ""))


def find(text: str) -> Iterator[Span]:
    return (Span(start, stop, it.form) for (start, stop), it in _dates(text).items())


@lru_cache(maxsize=4)
def _dates(text: str) -> dict[tuple[int, int], Reading]:
    """What a page's dates say, by their spans and in order: `find` reads them once for all that is asked later."""
    text = noughts.in_dates(text)
    padded = " " + lowered(text)
    found = _of_digits(padded, [at + 1 for at in numbers(text)])
    found += _of_words(padded, found)
    found = [_in_sentence(text, padded, start, it) if "T" in it.value else (start, it) for start, it in found]
    return {(start - 1, it.stop - 1): it for start, it in in_same_year(padded, _longest(found))}


def _in_sentence(text: str, padded: str, start: int, it: Reading) -> tuple[int, Reading]:
    """A day without the time before it where that ends a sentence: `в Поляна от 10,30 ч. На 23 май`."""
    begins = text.find(". На ", start - 1, it.stop - 1)
    later = read(padded, begins + len(". На ") + 1) if begins >= 0 else None
    return (begins + len(". На ") + 1, later) if later and later.stop == it.stop else (start, it)


def _of_digits(padded: str, starts: list[int]) -> list[tuple[int, Reading]]:
    found: list[tuple[int, Reading]] = []
    floor = 0
    for at in of_digits(padded, starts):
        if at >= floor and (it := _read(padded, at, floor)):
            found.append(it)
            floor = it[1].stop
    return found


def _of_words(padded: str, digits: list[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """Those that begin with a word, unless the word lies in a date already found."""
    found = []
    inside = iter(digits)
    start, covering = next(inside, _NO_MORE)
    for word in of_words(padded):
        while covering.stop <= word:
            start, covering = next(inside, _NO_MORE)
        if start <= word:
            continue
        lead = lead_of_word(padded, word)
        # `2. Днес`: what stands before the word may be no part of the date.
        it = _word_from(padded, lead) or (_word_from(padded, word) if lead != word else None)
        if it:
            found.append(it)
    return found


def _word_from(padded: str, at: int) -> tuple[int, Reading] | None:
    if relative := RELATIVE.match(padded, at):
        stop = relative.end()
        return None if is_counter(padded, at, stop) else (at, Reading(stop, "relative", "XXXX"))
    return _read(padded, at, at)


def _read(padded: str, at: int, floor: int) -> tuple[int, Reading] | None:
    """The date at `at` and where it begins with the weekday or time before it, but not before `floor`."""
    reading = read(padded, at)
    if reading is None or not is_plausible(padded, at, reading):
        return None
    # "14" май: the day stands between quotes.
    if '"' in padded[at - 2 : at] and '"' in padded[at + 1 : at + 4]:
        at = padded.rindex('"', 0, at)
    start = lead_of_time(padded, at, floor)
    if start == at:
        start = lead_of_about(padded, at)
    whole = read(padded, start) if start != at else None
    return (start, whole) if whole and whole.stop >= reading.stop else (at, reading)


def _longest(found: list[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """Of those that share characters the longest, in order of position."""
    kept: list[tuple[int, Reading]] = []
    for start, it in sorted(found, key=itemgetter(0)):
        while kept and start < kept[-1][1].stop and it.stop - start > kept[-1][1].stop - kept[-1][0]:
            kept.pop()
        if not kept or start >= kept[-1][1].stop:
            kept.append((start, it))
    return kept


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    value = _value(raw, near)
    if value and _no_day(value):
        raise InvalidComponent(f"there is no such day in the calendar: {raw!r}")
    if value and near.reference:
        value = value.replace("XXXX-XX", f"{near.reference:%Y-%m}")
    if value and value.startswith("XXXX-") and near.text:
        return _implied(value, near) or value
    return value


def _value(raw: str, near: Near) -> str | None:
    found = _on_page(near)
    if found and "X" not in found.value and not (found.form == THIS_YEAR and near.reference):
        return found.value
    raw = raw.strip(' "')
    if edtf.is_edtf(raw):
        return raw
    printed = lower(raw)
    # Only `т.г.` and its like are counted from another day.
    if found is None or (near.reference and "г" in printed):
        found = _by_itself(raw, near.reference)
    if found.form == "relative":
        return in_apposition(near.text, near.start, near.stop) or resolve(printed, near.reference)
    return found.value or None


def _on_page(near: Near) -> Reading | None:
    return _dates(near.text).get((near.start, near.stop)) if near.text else None


@lru_cache(maxsize=8)
def _by_itself(raw: str, today: date | None = None) -> Reading:
    """What a printed date says without its page; a day of a list says nothing. Raises InvalidFormat for other texts."""
    printed = lower(noughts.in_dates(raw))
    if RELATIVE.fullmatch(printed):
        return Reading(len(printed), "relative", "XXXX")
    if lead := _SAID_BEFORE.match(printed):
        printed = printed[lead.end() :]
    reading = read(printed, 0, today.year if today else None)
    if reading is None and printed.isdigit() and len(printed) < 3:
        return Reading(len(printed), "listed", "")
    if reading is None or _SAID_AFTER.sub("", printed[reading.stop :]).strip(" .,;:)"):
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
    if reading := _on_page(near) or _printed(raw):
        details = _told(reading, value)
    if value and value < "1917" and len(value) == len("1872-12-24") and _in_old_style(raw, near):
        details["gregorian"] = edtf.gregorian(value)
    if value and "/" not in value and (end := bound(near)):
        details["bound"] = end
    return details


def _in_old_style(raw: str, near: Near) -> bool:
    return bool(_OLD_STYLE.match(near.after(24).lower()) or re.search(r" ст\.? ?ст", lower(raw)))


def _implied(value: str, near: Near) -> str | None:
    """The value with the year that the page gives it, None where the page prints one or leaves a doubt."""
    if len(value) < len("XXXX-05-12") or comes_back(lowered(near.text), near.start, near.stop):
        return None
    witnesses = neighbours(near.text, near.start, near.stop, _days(near.text))
    if near.reference:
        witnesses.append(near.reference)
    reading = _on_page(near)
    weekday = reading.weekday if reading else None
    return complete(value, witnesses or _of_one_year(near.text).witnesses(value, weekday), weekday)


@lru_cache(maxsize=2)
def _of_one_year(text: str) -> OneYear:
    heads = (it.value for (start, stop), it in _dates(text).items() if ends_heading(text, start, stop))
    return one_year((day for _, _, day in _days(text)), heads)


@lru_cache(maxsize=2)
def _days(text: str) -> list[tuple[int, int, date]]:
    """The full days of a page with their spans, but for the days of documents it refers to."""
    found = ((start, stop, edtf.first_day(it.value)) for (start, stop), it in _dates(text).items())
    page = lowered(text)
    return [(start, stop, day) for start, stop, day in found if day and not is_of_document(page, start)]


def _printed(raw: str) -> Reading | None:
    with suppress(InvalidFormat):
        return _by_itself(raw)
    return None


def _told(reading: Reading, value: str | None) -> dict[str, Any]:
    """What a reading tells besides the value that was made of it."""
    if reading.form == "relative":
        return {"relative": True}
    details: dict[str, Any] = {}
    if value and value[0] != "X" and (reading.form in (SAME_YEAR, THIS_YEAR) or reading.value.startswith("XXXX")):
        details["inferred"] = True
    if reading.until:
        details["until"] = reading.until
    if reading.weekday is not None:
        day = edtf.first_day(reading.value)
        if day and day.weekday() != reading.weekday:
            details["weekday_disagrees"] = True
    return details
