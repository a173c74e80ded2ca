r"""The day a page bears as a document does: under its title, in the head of an order or of minutes, beside its place.

Only where a reader would say at once that it is this page's own: where several such days disagree there is none, and a
day on top of everything else is the clock of the site.

>>> own_day("Община Дряново\nЗАПОВЕД\n№ РД-05-12 / 14.05.2015 г.\nНа основание чл. 44 от ЗМСМА")
'2015-05-14'
>>> own_day("РИК - Видин\nРЕШЕНИЕ № 12\nВидин, 3 март 2017 г.\nПостъпило е заявление")
'2017-03-03'
>>> own_day("Търг\nТръжната сесия е на 14.05.2015 г. от 10 часа")
"""

import re
from collections.abc import Iterable
from itertools import chain

from govarchive.link.menus import first_of
from govarchive.text.calendar import MONTH, WEEKDAY
from govarchive.text.dates import edtf
from govarchive.text.dates.moments import read
from govarchive.text.fold import lower
from govarchive.text.glance import lowered

_HEAD, _LINES, _TAIL, _ACT_LINES = 1_200, 14, 500, 9
"""Characters and lines of a page's head, characters of its end, lines in which the title of an act may stand."""
_TITLE, _TOLD, _CLOCK_LINES = 20, 40, 3
"""Characters that a title and a first sentence have at least, lines in which weekday and day are the site's clock."""
_LABELLED = re.compile(r"дата (?: [ ]на[ ](?: акта | документа | издаване | новината ) )? [ ]?: [ ]{0,3}", re.VERBOSE)
_ACT = re.compile(
    r"""(?: (?: извлечение | препис )[ ]от[ ]{1,2} )?
    (?P<act> заповед | решение | протокол | определение | разпореждане | присъда | постановление | указ ) (?![а-я])""",
    re.VERBOSE,
)
_ACTS = frozenset("ипзроу")
"""What the words above begin with."""
_OF_ACT = re.compile(
    r"(?: / | (?<![а-я])от[ ] | (?<![а-я])(?:гр|с)\.[ ]?[а-я -]{2,30}, ) [ ]{0,2} (?=[0-9])",  # № 45 гр. Видин, 14...
    re.VERBOSE,
)
# Behind its day the title of an act ends; on top of the page it may say whose act it is and what for.
_ENDS, _WHOSE = re.compile(r"[ ]?\.?\Z"), re.compile(r"[ ]?\.? [ ]{1,2} (?: на | за | от | относно )[ ]", re.VERBOSE)
_TOP = 3
_HELD = re.compile(
    r"(?<![а-я]) (?: (?: проведен[оа]? | състоял[оа][ ]се )[ ] )? на[ ]{1,2} (?=[0-9])",
    re.VERBOSE,
)
_WAS_HELD = re.compile(r"[^\n]{0,40}[ ]се[ ](?:проведе|състоя)")
_HELD_WITHIN = 4
_TODAY = re.compile(r"днес[ ]?,?[ ]{1,2}(?:на[ ])?(?:дата[ ])?(?=[0-9])")
_EVENT = re.compile(r"(?: място | час | начало | вход | зала | от[ ][0-9] )", re.VERBOSE)
_PLACE = re.compile(
    r"""
    (?P<mark> (?:гр|с)\.[ ]? )? [А-Я][А-Яа-я]+ (?: [ -]{1,3}[А-Я][А-Яа-я]+ ){0,2} (?: ,[ ]{0,3}(?=[0-9]) | \Z | [ ]{3} )
    """,
    re.VERBOSE,
)
_MARKS = frozenset(("гр", "с."))
_NO_PLACE = re.compile(r"понед|вторн|сряд|четв|петък|събот|недел|днес|утре|вчера|дата")
_SHORT, _WEEKDAY = 80, frozenset("пвсчн")
"""Characters of a line that says no more than a day and perhaps a place, first letters of weekdays."""
_BEGINS = re.compile(rf"[0-9] | {WEEKDAY}[ ,] | {MONTH}[ ][0-9]", re.VERBOSE)
_LAST = frozenset("0123456789.г/|да")
"""The last characters of a line that ends in a day."""
# What sites print behind the day of an article: `| Автор: Х`, `Прочетена: 311`, `/ Култура   Шрифт: А А`.
_BYLINE = re.compile(
    r"""[ .,|/-]*+ (?: [а-я]{3,20}(?:[ ]и[ ][а-я]{3,20})? (?: [ ]{2,4} | [ ]?\|[ ]? ) )? (?: [0-9]{1,4}[ ](?=комент) )?
    (?: автор | категори | рубрика | раздел | източник | проч[еи]т | видян | прегле[жд] | коментар | шрифт
      | отпечат | принт | сподели )""",
    re.VERBOSE,
)
_SENTENCE, _PARAGRAPH = 40, 80
"""Characters of a title that names no site, and of the text below it."""


def own_day(text: str) -> str | None:
    """EDTF of the day that the folded page bears as its own, None where it bears none or one cannot tell."""
    low = _lines(first_of(text, _HEAD, lowered(text)))[:_LINES]
    found = _labelled(low) or _under_title(low, text) or _of_act(low) or _of_today(low)
    return found or _beside_place(
        _lines(first_of(text, _HEAD))[:_LINES] + _lines(text[max(_HEAD, len(text) - _TAIL) :])
    )


def _lines(text: str) -> list[str]:
    """The lines that say something, stripped."""
    return [line for line in map(str.strip, text.split("\n")) if line]


def _day(line: str, at: int) -> tuple[str, str] | None:
    """The full day that begins at `at` of a lower-case line, and what the line says behind it."""
    found = read(line, at)
    return (found.value, line[found.stop :]) if found and edtf.first_day(found.value) else None


def _only(values: Iterable[str]) -> str | None:
    """The one value of them all, None if there are several or none."""
    different = set(values)
    return different.pop() if len(different) == 1 else None


def _labelled(lines: list[str]) -> str | None:
    """`Дата: 16 ноември 2023 г.`, unless it is a notice with the place and hour of an event."""
    for at, line in enumerate(lines):
        label = _LABELLED.match(line) if line[0] == "д" else None
        if label and not _is_event(lines, at):
            found = _day(line, label.end())
            return found[0] if found else None
    return None


def _is_event(lines: list[str], at: int) -> bool:
    return _EVENT.match(" ".join(lines[at + 1 : at + 2])) is not None


def _bare(line: str) -> str | None:
    """The day that is all that a line says."""
    if len(line) > _SHORT or not _BEGINS.match(line):
        return None
    found = _day(line, 0)
    return found[0] if found and (not found[1].strip(" .,|/-") or _BYLINE.match(found[1])) else None


def _may_be_bare(line: str) -> bool:
    """Whether a line may be a day and its byline; cheaper than to read one."""
    return line[-1] in _LAST or line[0].isdigit()


def _under_title(lines: list[str], text: str) -> str | None:
    """A line with nothing but a day under the title; on a page with several it is a list."""
    for at, line in enumerate(lines):
        own = _bare(line) if at and _may_be_bare(line) else None
        if own and not _is_clock(lines, at) and not _is_event(lines, at):
            others = (day for it in _lines(lowered(text)) if it[-1] in _LAST and (day := _bare(it)))
            return _only(chain([own], others))
    return None


def _is_clock(lines: list[str], at: int) -> bool:
    if len(lines[at - 1]) < _TITLE:
        return not _is_short_title(lines, at)
    if at >= _CLOCK_LINES or lines[at][0] not in _WEEKDAY:
        return False
    return len(lines[at - 1]) < _SENTENCE or len("".join(lines[at + 1 : at + 2])) < _PARAGRAPH


def _is_short_title(lines: list[str], at: int) -> bool:
    """Whether the line above a day says in three words what happened, or repeats a title, and a sentence is below."""
    title, below = lines[at - 1], lines[at + 1 : at + 2]
    again = " " in title and any(it.startswith(title) for it in lines[: at - 1])
    return (again or title.count(" ") > 1) and bool(below) and len(below[0]) >= _TOLD


def _of_act(lines: list[str]) -> str | None:
    """`ЗАПОВЕД № РД-05-12 / 14.05.2015 г.`, and of minutes the day of their sitting."""
    acts = [
        (at, act["act"]) for at, line in enumerate(lines[:_ACT_LINES]) if line[0] in _ACTS and (act := _ACT.match(line))
    ]
    return _only(day for at, act in acts if act == acts[0][1] and (day := _of_one_act(lines, at, act)))


def _of_one_act(lines: list[str], at: int, act: str) -> str | None:
    title = lines[at]
    if lines[at + 1 : at + 2] and lines[at + 1].startswith("№"):
        title = f"{title} {lines[at + 1]}"
    for mark in _OF_ACT.finditer(title):
        found = _day(title, mark.end())
        if found and (_ENDS.match(found[1]) or (at < _TOP and _WHOSE.match(found[1]))):
            return found[0][:10]
    return _of_sitting(" ".join(lines[at : at + _HELD_WITHIN])) if act == "протокол" else None


def _of_sitting(minutes: str) -> str | None:
    for held in _HELD.finditer(minutes):
        found = _day(minutes, held.end())
        if found and (held[0].lstrip()[0] != "н" or _WAS_HELD.match(found[1])):
            return found[0][:10]
    return None


def _of_today(lines: list[str]) -> str | None:
    """`Днес, 14.05.2015 г., комисията се събра`: the day on which it was written; of several none."""
    spoken = [(line, today) for line in lines if line[0] == "д" and (today := _TODAY.match(line))]
    return _only(found[0][:10] for line, today in spoken if (found := _day(line, today.end())))


def _beside_place(lines: list[str]) -> str | None:
    """`гр. Видин, 14.05.2015 г.` on a line of its own, or the day on the line before or after that of the place."""
    places = [(at, place) for at, line in enumerate(lines) if _may_name(line) and (place := _PLACE.match(line))]
    return _only(day for at, place in places if (day := _at_place(lines, at, place)))


def _may_name(line: str) -> bool:
    return (line[-1] in _LAST and len(line) <= _SHORT) or line[:2] in _MARKS


def _at_place(lines: list[str], at: int, place: re.Match[str]) -> str | None:
    if "," in place[0]:
        if _NO_PLACE.match(lower(place[0])):
            return None
        found = _day(lower(lines[at]), place.end())
        return found[0][:10] if found and not found[1].strip(" .") else None
    if not place["mark"]:
        return None
    for beside in lines[at + 1 : at + 2] + lines[max(0, at - 1) : at]:
        found = _day(lower(beside), 0)
        if found and (not found[1].strip(" .") or found[1].startswith("   ")):
            return found[0][:10]
    return None
