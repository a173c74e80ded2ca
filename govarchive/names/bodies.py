"""Where the names of public bodies stand in a page, and how far they reach.

A body is found by its head (`съд`, `министерство`, an abbreviation) and by what names it: the adjectives before it, the
complement after it (`govarchive.text.phrase`), a quoted patron, a town. A head alone (`общината`, `комисията`) is none.

>>> text = 'Протокол на Общински съвет - Козлодуй и на ОУ "Васил Априлов", с. Хърлец'
>>> [text[it.start : it.stop] for it in bodies(text)]
['Общински съвет - Козлодуй', 'ОУ "Васил Априлов"']
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

from govarchive.model import Span
from govarchive.names.body_adjectives import adjectives, plural, tells
from govarchive.names.body_words import ABBREVIATIONS, COMPANY_FORMS, FULL_NAMES, HEADS, Head
from govarchive.names.quoted import company, quoted
from govarchive.names.seats import SEAT, after_quotes, seat
from govarchive.names.territory import territorial
from govarchive.names.toponyms import kinds_of_names, known_at, name_at, town_at
from govarchive.text.fold import lower
from govarchive.text.phrase import complement, country
from govarchive.text.words import Words, words

_TOKEN = re.compile(r"[A-Za-zА-Яа-яЍѝ]+")
_GAP = r"(?:[ ]{1,3}\n?[ ]*|\n[ ]*)"
_SPACE = re.compile(_GAP)
# A number in front: `120 ОУ`, `16 РИК`; with a dot it is the number of a list item.
_NUMBER_BEFORE = re.compile(
    r"(?<![\w.,/№-])(?:[0-9]{1,3}(?:-?(?:во|ро|то|ва|та|о|и))?|[IVX]{1,4}"
    r"|(?:Първ|Втор|Трет|Четвърт|Пет|Шест|Седм|Осм|Девет|Десет)[оаи])[ ]$"
)
_NUMBER = re.compile(r"[ ]?(?:№[ ]?[0-9]{1,4}|(?<=[А-Я][ ])[0-9]{1,3})(?![0-9./-])(?![ ](?:г|ч|лв|бр)\b)")
# A dot ends a shortened word only (`Проф. Асен Златаров`), else the sentence.
_PATRON = re.compile(
    r"[ ](?:Св\.[ ]?)?[А-ЯЍ]\w*(?:(?<!\w{5})\.)?(?:[ ](?:и|[А-ЯЍ]\w*(?:(?<!\w{5})\.(?=[ ]))?|[0-9]{4}(?!\d)))*\"?"
)
_ORDINAL = re.compile(
    r"(?:(?:Първ|Втор|Трет|(?:Четири|Пет|Трий?|Двай?|[А-Я][а-я]+)?(?:[Дд]есет|[Пп]ет|[Чч]етвърт|[Шш]ест|[Сс]едм|[Оо]см))"
    rf"(?:ото|ата|ета|о|а|ето)|[А-Я]+Т[ОА]|[0-9]+-?(?:то|ТО|та)){_GAP}$"
)
# The parts of a body that stand before its abbreviation without `на`: `РД ПБЗН`, `ТП ДГС`.
_PART_BEFORE = re.compile(r"(?<![А-Яа-я.-])(?:РД|РС|ТП|ОД|ТД|ГД|РУ|РЗ)[ ]$")
_PARENT = re.compile(r"[ ]?-[ ]?(?:БАН|ССА)(?![А-Яа-я])")
_OFFICE = re.compile(r",[ ]?(?:офис|изнесено[ ]работно[ ]място|ИРМ)[ ](?=[А-ЯЍ])")
# The work of a unit, as its name where the quotes were left out.
_UNITS = re.compile(
    rf"{_GAP}(?:Пожарна[ ]безопасност[ ]и[ ]защита[ ]на[ ]населението|Социално[ ]подпомагане|Бюро[ ]по[ ]труда"
    r"|Инспекция[ ]по[ ]труда|[Зз]емеделие|Гранична[ ]полиция|Автомобилна[ ]администрация|Изпълнение[ ]на[ ]наказанията"
    r"|Пътна[ ]инфраструктура|Железопътна[ ]администрация|Морска[ ]администрация|Миграция)(?![а-я])"
)
_AIM = re.compile(r"[ ]с[ ](?:нестопанска|идеална)[ ]цел(?=[ ])")
_NESTED = re.compile(rf"{_GAP}(?P<word>на|към|при|НА|КЪМ|ПРИ){_GAP}")
# What names a head in lower case: more behind it, or an adjective with a capital before it.
_MAY_GO_ON = re.compile(r"\s*(?:[\"'№/-]|,,|,?\s*[А-ЯЍ]|(?:на|за|по|в|към|при|гр\.|с\.|град|село)[ \n])")
_CAPITAL_BEFORE = re.compile(r"[А-ЯЍ][^.,;:()\"]*$")
# Letters nobody can pronounce: an abbreviation, not a word in capitals.
_INITIALS = re.compile(r"[А-Я][БВГДЖЗКЛМНПРСТФХЦЧШЩ]{2,4}(?![А-Яа-я])")
_STREETS = ("ул", "пл", "площад", "улица", "булевард")
_STREET_BEFORE = re.compile(r"(?:ул|бул|пл|площад|улица|булевард)\.?[ ]?\"?$", re.IGNORECASE)
_DASHES = frozenset((" - ", "-", " -", "- ", " / ", "/", " -\n", "-\n"))


Rule = Callable[[str, int, int, int], Span | None]


@lru_cache(maxsize=4)
def bodies(text: str) -> tuple[Span, ...]:
    """The named bodies of a folded text in order of position, not overlapping; the rule says what named them."""
    found: list[Span] = []
    floor = 0
    page = words(text)
    for at in _telling(page):
        start, stop = page.ends[at - 1], page.ends[at]
        if start >= floor:
            span = _body(text, start, stop, floor)
            if span is not None and not _names_street(text, span.start):
                found.append(span)
                floor = span.stop
    return tuple(found)


def _names_street(text: str, start: int) -> bool:
    """Whether a street before a body is called after it: `ул. "Народно събрание"`."""
    before = text[start - 10 if start > 10 else 0 : start]
    return before.rstrip('". ').lower().endswith(_STREETS) and _STREET_BEFORE.search(before) is not None


def _telling(page: Words) -> list[int]:
    """The places of the words a body may be known by: listed ones, and capitals with a dash behind them."""
    found = page.among(_printed())
    unknown = (at - 1 for at in page.gaps(_DASHES) if len(page.parts[at - 1]) < 6 and page.parts[at - 1].isupper())
    found += (at for at in unknown if page.parts[at] not in _printed())
    return sorted(found)


@cache
def _printed() -> frozenset[str]:
    return frozenset(_triggers())


@cache
def _triggers() -> Mapping[str, tuple[Rule, ...]]:
    """The words a body is known by, as printed, and the rules to try: the surest first."""
    rules: dict[str, tuple[Rule, ...]] = dict.fromkeys(COMPANY_FORMS, (company,))
    printed: tuple[tuple[Iterable[str], Rule], ...] = (
        ((form for word in FULL_NAMES for form in (word.capitalize(), word.upper())), _full_name),
        (ABBREVIATIONS, _abbreviated),
        ((form for word in HEADS for form in (word, word.capitalize(), word.upper())), _headed),
    )
    for forms, rule in printed:
        for word in forms:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


def _body(text: str, start: int, stop: int, floor: int) -> Span | None:
    for rule in _triggers().get(text[start:stop], (_unlisted,)):
        span = rule(text, start, stop, floor)
        if span is not None:
            return span
    return None


def _full_name(text: str, start: int, stop: int, floor: int) -> Span | None:
    """A name of the list, in any of its forms, capitalised."""
    if not text[start].isupper():
        return None
    forms = FULL_NAMES.get(lower(text[start:stop]), ())
    printed = lower(text[start : start + len(forms[0])]).replace("\n", " ") if forms else ""
    for form in forms:
        end = start + len(form)
        if printed.startswith(form) and not text[end : end + 1].isalpha():
            return Span(_ordinal_before(text, start, floor), country(text, end), "named body")
    return None


def _ordinal_before(text: str, start: int, floor: int) -> int:
    if text[max(floor, start - 3) : start].rstrip()[-1:].lower() not in ("о", "а"):
        return start
    match = _ORDINAL.search(text[max(floor, start - 25) : start])
    return max(floor, start - 25) + match.start() if match else start


def _abbreviated(text: str, start: int, stop: int, floor: int) -> Span | None:
    """An abbreviation of the list: alone where it can mean one thing only, else with what names it."""
    row = ABBREVIATIONS.get(text[start:stop])
    if row is None or (
        text[start - 1 : start] in ("-", ".") and start > floor + 1 and not text[start - 2 : start - 1].isspace()
    ):
        return None
    end = _tail(text, stop, row)
    part = _PART_BEFORE.search(text[max(floor, start - 4) : start])
    if end == stop and (parent := _PARENT.match(text, stop)):
        end = parent.end()
    if end == stop and not part and (row.needs_name or _shouted(text, start, stop)):
        return None
    if part:
        return Span(start - len(part[0].lstrip()), end, "abbreviation and name")
    number = _NUMBER_BEFORE.search(text[max(floor, start - 11) : start]) if row.numbered else None
    left = start - len(number[0]) if number else adjectives(text, start, floor, "")
    return Span(left, end, "abbreviation" if end == stop else "abbreviation and name")


def _unlisted(text: str, start: int, stop: int, floor: int) -> Span | None:
    """An abbreviation no list has, told by the town it is joined to: `ОЧС - Видин`."""
    if not _INITIALS.match(text, start, stop) or (text[start - 1 : start] in ("-", ".", "№") and start > floor):
        return None
    match = SEAT.match(text, stop)
    if match is None or not match["dash"] or match["mark"]:
        return None
    end = seat(text, stop, Head("", ""), complemented=False)
    return Span(start, end, "abbreviation and name") if end > stop else None


def _shouted(text: str, start: int, stop: int) -> bool:
    """Whether the line is all capitals, where `МЕ`, `ДА` and `МИ` are words."""
    if stop - start > 3:
        return False
    before = text[max(0, start - 60) : start]
    after = text[stop : stop + 60]
    line = before[before.rfind("\n") + 1 :] + text[start:stop] + after.split("\n", 1)[0]
    return line.isupper() and len(line.split()) > 2


def _headed(text: str, start: int, stop: int, floor: int) -> Span | None:
    form = lower(text[start:stop])
    head = HEADS.get(form)
    if head is None:
        return None
    if (
        text[start].islower()
        and not _MAY_GO_ON.match(text, stop)
        and not _CAPITAL_BEFORE.search(text[max(floor, start - 60) : start])
    ):
        return None
    left = adjectives(text, start, floor, form)
    end = _tail(text, stop, head)
    if end == stop:
        return (
            Span(left, end, "head and adjectives")
            if left < start and tells(text[left:start], head, plural(form, head))
            else None
        )
    if head.optional and (plural(form, head) or not _clear(text, left, start, stop, head)):
        return None
    if text[left].islower() and not head.lower_case and not _named_directly(text, stop, end):
        return None
    if head.base == "район" and _no_district(text, left, start, stop):
        return None
    if head.territory and territorial(text, left, end):
        return None
    return Span(left, end, "head and complement")


def _no_district(text: str, left: int, start: int, stop: int) -> bool:
    """Whether a `район` is one of elections, or the surroundings of a town, not a district of a city."""
    town = town_at(text, stop + 1)
    around = town > stop + 1 and lower(text[stop + 1 : town]) not in _DISTRICTS
    return around or re.match(r"\w*(?:избирател|мандат)", lower(text[left:start])) is not None


_DISTRICTS = frozenset({"средец", "искър", "банкя", "нови искър"})


def _clear(text: str, left: int, start: int, stop: int, head: Head) -> bool:
    """Whether an inner unit or a company is named beyond doubt: by quotes, or with a capital and without article."""
    if quoted(text, stop):
        return True
    if head.base in ("филиал", "офис", "клон", "отдел", "сектор", "отделение"):
        return False
    return head.type not in ("фирма", "обект") and text[left].isupper() and lower(text[start:stop]) == head.base


def _named_directly(text: str, stop: int, end: int) -> bool:
    """Whether quotes or a capitalised name stand right behind a head, no `за`, `на` or `към` between."""
    return not _NESTED.match(text, stop) and complement(text, stop) == stop and _proper(text[stop:end])


def _proper(rest: str) -> bool:
    return any(mark in rest for mark in "\"'") or any(word[:1].isupper() for word in rest.replace("-", " ").split())


def _tail(text: str, stop: int, head: Head) -> int:
    """Where the name whose head ends at `stop` ends."""
    number = _NUMBER.match(text, stop) if head.numbered else None
    end = number.end() if number else stop
    if head.complement:
        unit = _UNITS.match(text, stop)
        end = max(end, unit.end() if unit else complement(text, stop))
    aim = _AIM.match(text, end) if text.startswith(" с ", end) else None
    name = quoted(text, aim.end() if aim else end) if head.quotes else None
    if name is None and end == stop and head.patron:
        name = _PATRON.match(text, end)
    if name is not None:
        end = after_quotes(text, name.end())
    else:
        end = seat(text, end, head, end > stop) if head.takes_town else end
    end = _nested(text, end, head, stop) if head.type != "международна организация" else end
    office = _OFFICE.match(text, end) if end > stop else None
    return name_at(text, office.end()) if office else end


def _nested(text: str, end: int, head: Head, stop: int) -> int:
    """A body within the name: `на Висшия съдебен съвет`, `към РИОСВ - Видин`, `на НОИ`."""
    match = _NESTED.match(text, end) if text[end : end + 1] in (" ", "\n") else None
    if match is None or (end > stop and match["word"].lower() == "на" and not head.complement):
        return end
    at = match.end()
    land = known_at(text, at) if match["word"].lower() == "на" else at
    if land > at and kinds_of_names()[lower(text[at:land]).removeprefix("република ")] == "държава":
        return land
    token = _TOKEN.match(text, at)
    for _ in range(4):
        if token is None:
            break
        if token[0] in _triggers():
            inner = _body(text, token.start(), token.end(), at)
            return inner.stop if inner is not None and inner.start == at else end
        gap = _SPACE.match(text, token.end())
        token = _TOKEN.match(text, gap.end()) if gap else None
    return end
