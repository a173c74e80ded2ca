"""Where the names of public bodies stand in a page, and how far they reach.

A body is found by its head (`съд`, `министерство`, an abbreviation) and by what names it: the adjectives before it, the
complement after it (`govarchive.text.phrase`), a quoted patron, a town. A head alone (`общината`, `комисията`) is none.

>>> text = 'Протокол на Общински съвет - Козлодуй и на ОУ "Васил Априлов", с. Хърлец'
>>> [text[it.start : it.stop] for it in bodies(text)]
['Общински съвет - Козлодуй', 'ОУ "Васил Априлов"']
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

from govarchive.model import Span
from govarchive.names.bodies.adjectives import adjectives, plural, tells
from govarchive.names.bodies.doubts import NESTED, in_doubt, nameless, names_another, numbers, stands_for_another
from govarchive.names.bodies.explained import behind_short, explained, is_whole, with_explained
from govarchive.names.bodies.fronts import in_front, number_before, numbered, ordinal, ordinal_before
from govarchive.names.bodies.shorts import is_school, repeated, unlisted
from govarchive.names.bodies.tails import GOES_ON, in_firm, own_name, parent, university
from govarchive.names.bodies.words import ABBREVIATIONS, COMPANY_FORMS, FULL_NAMES, HEADS, Head
from govarchive.names.places.local_seats import local_seat
from govarchive.names.places.seats import SEAT, after_quotes, branch, seat
from govarchive.names.places.toponyms import kinds_of_names, known_at
from govarchive.names.places.village_names import name_behind
from govarchive.names.quoted import after_form, company, quoted
from govarchive.text.glance import lowered
from govarchive.text.phrase import country
from govarchive.text.words import Listed, Words, places_of, words

_GAP = r"(?:[ ]{1,3}\n?[ ]*|\n[ ]*)"
_SPACE = re.compile(_GAP)
_LETTER = re.compile(r"[^\W\d_]")
# The parts of a body that stand before its abbreviation without `на`: `РД ПБЗН`, `ТП ДГС`.
_PARTS_BEFORE = frozenset("РД РС ТП ОД ТД ГД РУ РЗ ИА".split())
_KIND_OF_CENTRE = re.compile(
    r"[ ]?-[ ]?(?:(?P<short>ОДК|ЦРД|ЦУТНТ|РЦПППО|ЦКОР|ЦПЗ|ЦСОП)(?!\w)|[Оо]бщински[ ]детски[ ]комплекс)"
)
_DISTRICT = re.compile(r"[ ]?[-,]?[ ]?(?=[Рр]айон|РАЙОН)")
_OFFICE = re.compile(r"(?:,?[ ]?(?:офис|изнесено[ ]работно[ ]място|ИРМ)|(?:,|[ ]?-)[ ]?[Фф]илиал)[ ](?=[А-ЯЍ])")

Rule = Callable[[str, Words, int, int, int], Span | None]
"""What a word names, of the text, its words, its place in them, the offset before which none is free, and how deep."""
_DEEPEST = 9
"""In so many bodies at most: no name goes deeper, but a broken page may say `на дирекция на дирекция` all the way."""


@lru_cache(maxsize=4)
def bodies(text: str) -> tuple[Span, ...]:
    """The named bodies of a folded text in order of position, not overlapping; the rule says what named them."""
    found: list[Span] = []
    floor = 0
    page = words(text)
    parts, ends, rules = page.parts, page.ends, _triggers()
    for at in _telling(text, page):
        if ends[at - 1] < floor:
            continue
        for rule in rules.get(parts[at], _OTHERS):
            span = rule(text, page, at, floor, 0)
            if span is None:
                continue
            if not names_another(text, span.start):
                found.append(in_firm(text, span))
                floor = found[-1].stop
            break
    return tuple(with_explained(text, page, found))


def _telling(text: str, page: Words) -> list[int]:
    """The places of the words a body may be known by: listed ones, and capitals with a dash or a quote behind them."""
    found = places_of(text, _printed_triggers())
    others = unlisted(text, page, _triggers().keys())
    others += repeated(text, page, others)
    return sorted(found + others) if others else found


@cache
def _triggers() -> Mapping[str, tuple[Rule, ...]]:
    """The words a body is known by, as printed, and the rules to try: the surest first."""
    rules: dict[str, tuple[Rule, ...]] = dict.fromkeys(COMPANY_FORMS, (_company,))
    printed: tuple[tuple[Iterable[str], Rule], ...] = (
        ((form for word in FULL_NAMES for form in (word.capitalize(), word.upper())), _full_name),
        (ABBREVIATIONS, _abbreviated),
        ((form for word in HEADS for form in (word, word.capitalize(), word.upper())), _headed),
    )
    for forms, rule in printed:
        for word in forms:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


@cache
def _printed_triggers() -> Listed:
    return Listed(_triggers())


def _company(text: str, page: Words, at: int, floor: int, depth: int) -> Span | None:
    span = company(text, page.ends[at - 1], page.ends[at], floor)
    return span and Span(span.start, branch(text, span.stop), span.rule)


def _full_name(text: str, page: Words, at: int, floor: int, depth: int) -> Span | None:
    """A name of the list, in any of its forms, capitalised."""
    start = page.ends[at - 1]
    stop = _end_of_listed(text, start, page.parts[at].lower())
    if not stop:
        return None
    end = after_form(text, university(text, country(text, stop)))
    if end == stop:
        end = _nested(text, page, parent(text, branch(text, end)), _LISTED, start, depth)
    if text.startswith(_CAPITAL, start):
        end = _with_district(text, page, end, depth)
    return Span(ordinal_before(text, start, floor), end, "named body")


def _end_of_listed(text: str, start: int, word: str) -> int:
    """Where the longest form of a full name ends that begins with a word at `start`; 0 without one."""
    forms = FULL_NAMES[word]
    printed = lowered(text)[start : start + len(forms[0])].replace("\n", " ")
    ends = (start + len(form) for form in forms if printed.startswith(form)) if printed.startswith(forms) else ()
    return next((end for end in ends if not _LETTER.match(text, end)), 0)


# What a body of the list may be at: `Държавна агенция за бежанците при Министерския съвет`.
_LISTED = Head("", "", complement=False)


def _abbreviated(text: str, page: Words, at: int, floor: int, depth: int) -> Span | None:
    """An abbreviation of the list: alone where it can mean one thing only, else with what names it."""
    parts, start, stop = page.parts, page.ends[at - 1], page.ends[at]
    row, gap = ABBREVIATIONS[parts[at]], parts[at - 1]
    if gap[-1:] in ("(", "/") and (numbers(text, start, stop) or stands_for_another(text, start, stop, floor, row)):
        return None
    number = number_before(text, start, floor) if row.numbered else ""
    if gap[-1:] in ("-", ".") and start > floor + 1 and not (gap[-2:-1].isspace() or number or _ITEM.search(gap)):
        return None
    end = _tail(text, page, at, row, depth)
    if parts[at] == "УС" and end > stop:
        return None  # a board, and the body it is of
    part = gap == " " and parts[at - 2] in _PARTS_BEFORE and parts[at - 3][-1:] not in (".", "-")
    if part and page.ends[at - 3] >= floor:
        return Span(page.ends[at - 3], end, "abbreviation and name")
    if end == stop:
        end = _beside(text, page, at, depth)
    if end == stop and (row.needs_name or nameless(text, page, at)) and not (number and not number[-2].isdigit()):
        return None
    left = start - len(number) if number else adjectives(page, at, floor, "")
    return Span(left, end, "abbreviation" if end == stop else "abbreviation and name")


# The number of a list item, glued: `1.ОУ "Отец Паисий"`.
_ITEM = re.compile(r"\n[ ]*[0-9]{1,2}\.$")


def _beside(text: str, page: Words, at: int, depth: int) -> int:
    """What may stand behind an abbreviation alone: the body it is part of, a district of the capital, a firm's form."""
    stop = page.ends[at]
    if page.parts[at] == "ЦПЛР" and (kind := _KIND_OF_CENTRE.match(text, stop)):
        return (_inner(text, page, kind.start("short"), depth) if kind["short"] else 0) or kind.end()
    if page.parts[at] == "СО" and (district := _DISTRICT.match(text, stop)):
        return _inner(text, page, district.end(), depth) or stop
    if page.parts[at + 2 : at + 3] and page.parts[at + 2] in COMPANY_FORMS:
        return branch(text, after_form(text, stop))
    return parent(text, stop)


def _unlisted(text: str, page: Words, at: int, floor: int, depth: int) -> Span | None:
    """An abbreviation no list has, told by the town it is joined to or a school's patron: `ОЧС - Видин`."""
    start, stop = page.ends[at - 1], page.ends[at]
    if page.parts[at - 1][-1:] in ("-", ".", "№") and start > floor:
        return None
    if (end := parent(text, stop)) > stop:
        return Span(start, end, "abbreviation and name")
    match = SEAT.match(text, stop)
    if match is None or match["comma"] or bool(match["dash"]) == bool(match["mark"]):
        if '"' not in page.parts[at + 1][:2]:
            return Span(start, stop, "abbreviation")  # told by its town elsewhere
        name = quoted(text, stop)
        return Span(start, after_quotes(text, name.end()), "abbreviation and name") if name else None
    end = seat(text, stop, Head("", ""), complemented=False)
    return Span(start, end, "abbreviation and name") if end > stop else None


_OTHERS: tuple[Rule, ...] = (_unlisted,)


def _headed(text: str, page: Words, at: int, floor: int, depth: int) -> Span | None:
    start, stop = page.ends[at - 1], page.ends[at]
    form = page.parts[at].lower()
    head = HEADS[form]
    left = adjectives(page, at, floor, form)
    left = in_front(text, left, start, floor, head.base)
    end = (not plural(form, head) and _named_by_short(text, page, at, left, depth)) or _tail(
        text, page, at, head, depth
    )
    short = explained(text, left, end)
    owned = short and text.startswith((" на ", " НА "), short.end())  # `Областна дирекция (ОД) на МВР`
    outer = _nested(text, page, short.end(), head, stop, depth) if short and owned else 0
    end = (outer if short and outer > short.end() else 0) or end
    if behind := behind_short(text, short, head):
        end = _nested(text, page, behind, head, stop, depth)
    if end == stop:
        whole = is_whole(text, left, start, stop, short)
        told = left < start and not plural(form, head) and (whole or tells(text[left:start], head))
        if told:
            return Span(left, end, "head and adjectives")
        first = ordinal(text, left, floor) if head.numbered else left
        return Span(first, end, "head and number") if first < left else None
    if in_doubt(text, left, start, stop, end, head):
        return None
    left = numbered(text, left, floor) if head.numbered else left
    return Span(left, end, "head and complement")


def _named_by_short(text: str, page: Words, at: int, left: int, depth: int) -> int:
    """The end of a name that its own abbreviation goes on with, 0 without it: `Основно училище ОУ "Отец Паисий"`."""
    if page.parts[at + 1] != " " or at + 2 >= len(page.parts) or page.parts[at + 2] not in ABBREVIATIONS:
        return 0
    letters = "".join(word[0] for word in text[left : page.ends[at]].split())
    inner = _inner(text, page, page.ends[at + 1], depth) if letters.upper() == page.parts[at + 2].upper() else 0
    return inner if inner > page.ends[at + 2] else 0


def _with_district(text: str, page: Words, end: int, depth: int) -> int:
    """The end of the district behind the name of a municipality that ends at `end`; `end` itself without one."""
    district = _OF_MUNICIPALITY.match(text, end)
    return (_inner(text, page, district.end(), depth) if district else 0) or end


# `Столична община - район "Средец"`; below it only between lines of capitals.
_OF_MUNICIPALITY = re.compile(
    r"[ ]?[-,]?[ ]?(?=(?:[Рр]айон|РАЙОН)[ ]\")|(?<=[А-Я])[ ]?-?[ ]?\n[ ]?-?[ ]?(?=РАЙОН[ ]\")"
)
_CAPITAL = ("Столична община", "СТОЛИЧНА ОБЩИНА", "Столичната община")


def _tail(text: str, page: Words, at: int, head: Head, depth: int) -> int:
    """Where the name whose head stands at `at` ends."""
    stop = page.ends[at]
    if GOES_ON.match(text, stop) is None:
        return stop
    end = _at_short(text, page, at, head, depth) or own_name(text, stop, head)
    if head.type != "международна организация":
        end = _nested(text, page, end, head, stop, depth)
    if head.base == "община" and end > stop:
        end = _with_district(text, page, end, depth)
    end = local_seat(text, page.ends[at - 1], end, head) if "-" in text[end : end + 2] else end
    office = _OFFICE.match(text, end) if end > stop or not head.needs_name or head.type == "университет" else None
    return name_behind(text, office.end(), end) if office else end


def _at_short(text: str, page: Words, at: int, head: Head, depth: int) -> int:
    """The end of a name whose head is right before a body by its abbreviation: `съвет на ОУ "Отец Паисий"`; else 0."""
    parts = page.parts
    beside = at + 4 < len(parts) and parts[at + 2] in _OF_BODY and parts[at + 4] in ABBREVIATIONS
    end = _nested(text, page, page.ends[at], head, page.ends[at], depth) if beside else page.ends[at]
    return end if end > page.ends[at] else 0


_OF_BODY = frozenset("на към при НА КЪМ ПРИ".split())


def _nested(text: str, page: Words, end: int, head: Head, stop: int, depth: int) -> int:
    """A body within the name: `на Висшия съдебен съвет`, `към РИОСВ - Видин`, `на НОИ`."""
    match = NESTED.match(text, end) if text[end : end + 1] in (" ", "\n") else None
    if match is None:
        return end
    belongs, start = match["word"] in ("на", "НА"), match.end()
    inner = head.optional and not belongs and _MAIN.search(text, max(stop - 30, 0), stop) is None
    whole = not head.complement if belongs else head.type == "фирма"
    if end > stop and (whole or inner or head.base == "ПК"):
        return end  # an inner unit, and the body it is at
    land = known_at(text, start) if belongs else start
    if land > start and kinds_of_names()[text[start:land].lower().removeprefix("република ")] == "държава":
        return land
    return _inner(text, page, start, depth) or end


# A main directorate is a body, and the ministry it is at belongs to its name.
_MAIN = re.compile(r"(?:[Гг]лавна(?:та)?|ГЛАВНА(?:ТА)?)[ ]\w+\Z")


def _inner(text: str, page: Words, start: int, depth: int) -> int:
    """Where a body that begins at `start` ends, its head at most three words on; 0 without one."""
    parts, ends, rules = page.parts, page.ends, _triggers()
    first = bisect_left(ends, start) + 1
    if depth == _DEEPEST:
        return 0
    for at in range(first, min(first + 8, len(parts)), 2):
        if (at > first and _SPACE.fullmatch(parts[at - 1]) is None) or ends[first - 1] != start:
            return 0
        for rule in rules.get(parts[at]) or (_OTHERS if is_school(page, at) else ()):
            span = rule(text, page, at, start, depth + 1)
            if span is not None:
                return span.stop if span.start == start else 0
        if parts[at] in rules:
            return 0
    return 0
