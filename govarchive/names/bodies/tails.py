"""What follows the head of a body and belongs to its own name: number, work, patron, quotes, town.

>>> from govarchive.names.bodies.words import ABBREVIATIONS
>>> text = 'ОУ "Васил Априлов" - Видин, с директор'
>>> text[: own_name(text, 2, ABBREVIATIONS["ОУ"])]
'ОУ "Васил Априлов" - Видин'
"""

import re

from govarchive.model import Span
from govarchive.names.bodies.narrowed import of_people, of_quoted
from govarchive.names.bodies.words import Head
from govarchive.names.lexicon import is_given, is_ordinary
from govarchive.names.places.seats import after_quotes, seat
from govarchive.names.places.toponyms import town_at
from govarchive.names.places.village_names import marked_name_at, name_behind
from govarchive.names.quoted import after_form, quoted
from govarchive.text.inflect import agrees
from govarchive.text.phrase import complement, never_names

_GAP = r"(?:[ ]{1,3}\n?[ ]*|\n[ ]*)"
GOES_ON = re.compile(
    r"\s*(?:[\"'№/0-9IVXІ-]|,,|,?\s*(?:[А-ЯЍ]|гр\.|св?\.|град[ ]|село[ ]|офис[ ])"
    r"|(?:на|за|по|в|във|към|при)[ \n]|с[ ][инпрх]|земеделие)"
)
"""What stands behind a head where its name goes on; most heads are refused by this alone."""

_NUMBER = re.compile(
    r"[ ]?(?:№[ ]?[0-9]{1,4}|(?<=поделение[ ])[0-9]{5}|(?<=формирование[ ])[0-9]{5}"
    r"|(?<=[А-Я][ ])(?:[0-9]{1,3}|[IVІ]{1,3}(?!\w)))(?![0-9./-])(?![ ](?:г|ч|лв|бр|год|годишни|годишна)\b)"
)
# A dot ends a shortened word only (`Проф. Асен Златаров`), else the sentence.
_PATRON = re.compile(
    r"""
    [ ] (?! (?:И|НА|ЗА|ОТ|ПО|ПРИ|КЪМ|СЪС|ВЪВ|В|С)[ ] )      # a heading in capitals goes on
    (?: [Сс]в\.[ ]? | СВ\.[ ]? ){0,2}
    [А-ЯЍ]\w* (?: (?<!\w{5})\. )?
    (?: [ ] (?: и | [А-ЯЍ]\w* (?: (?<!\w{5})\.(?=[ ]) )? | [0-9]{4}(?!\d) ) )*
    \"?
    """,
    re.VERBOSE,
)
# `ДГ № 12 - Щурче`
_BEHIND_NUMBER = re.compile(r"(?<=[0-9])[ ]?-[ ]?(?P<name>[А-ЯЍ][а-яѝ]+)(?![а-яѝ]|[ ][А-ЯЍ])")
_FULL_NAME = re.compile(r"[ ](?P<given>[А-ЯЍ][а-яѝ]+)[ ](?:[А-ЯЍ]\.|[А-ЯЍ][а-яѝ])")
_PARENT = re.compile(r"[ ]?-[ ]?(?:БАН|ССА|МВР|СДВР|(?P<seated>ОД(?:[ ]на)?[ ]?МВР))(?![А-Яа-я])")
# The work of a unit, as its name where the quotes were left out.
_UNITS = re.compile(
    rf"{_GAP}(?:за[ ]подкрепа[ ]за[ ]личностно[ ]развитие|за[ ]социални[ ]услуги[ ]за[ ]деца[ ]и[ ]семейства"
    r"|Пожарна[ ]безопасност[ ]и[ ]защита[ ]на[ ]населението|Социално[ ]подпомагане|Бюро[ ]по[ ]труда"
    r"|Инспекция[ ]по[ ]труда|[Зз]емеделие|Гранична[ ]полиция|Автомобилна[ ]администрация|Изпълнение[ ]на[ ]наказанията"
    r"|Пътна[ ]инфраструктура|по[ ]ВиК|Железопътна[ ]администрация|Морска[ ]администрация|Миграция)(?![а-я])"
)
# The regions the customs are parted into, each by its adjective.
_CUSTOMS = re.compile(
    r"[ ](?:(?:Северна|Южна)[ ]морска|Дунавска|Морска|Столична|Тракийска|Югозападна)(?=[ ]*(?:[,;.:)(\n-]|$))",
    re.IGNORECASE,
)
# The basin a directorate manages the waters of, and its seat.
_BASIN = re.compile(
    rf"{_GAP}(?:в|за){_GAP}[А-ЯЍ][а-я]+(?:{_GAP}[Бб]еломорски)?{_GAP}район(?!\w)"
    rf"(?P<seat>,?{_GAP}с{_GAP}център{_GAP}(?:гр\.[ ]?)?)?"
)
# `Областна администрация на област Видин`
_OF_REGION = re.compile(rf"{_GAP}(?:на|НА){_GAP}(?:[Оо]бласт|ОБЛАСТ){_GAP}(?=[А-ЯЍ])")
# `Кметство на с. Хърлец`, `кметство с. Хърлец`
_OF_VILLAGE = re.compile(rf"{_GAP}(?:(?:на|НА){_GAP})?(?:(?:с|гр|С|ГР)\.[ ]?|(?:село|град|СЕЛО|ГРАД)[ ])(?=[А-ЯЍ])")
# `Институт за балканистика с Център по тракология`, `… с ботаническа градина`; where its middle is, is no part of it.
_WITHIN = re.compile(
    rf"{_GAP}с{_GAP}(?:[а-я]+(?:ки|[ео]н|на|ска){_GAP}){{0,2}}"
    rf"(?:център(?!{_GAP}(?:в(?:ъв)?|гр)(?!\w))|музей|градина|лаборатория|обсерватория)(?!\w)",
    re.IGNORECASE,
)
# `читалище-паметник "Отец Паисий"`
_MEMORIAL = re.compile(r"[ ]?-[ ]?паметник(?=[ ]?\n?\")", re.IGNORECASE)
# The centres that take calls to one number: `РЦ 112 - Видин`.
_CALLS = re.compile(r"[ -]112(?!\w)")
# `Средно училище с изучаване на чужди езици`
_TAUGHT = re.compile(
    rf"{_GAP}с{_GAP}(?:(?:разширено|ранно|интензивно){_GAP})?(?:изучаване|преподаване){_GAP}на{_GAP}(?:[а-я]+{_GAP})?"
    rf"ези(?:к|ци)(?!\w)|{_GAP}с{_GAP}[а-я]+{_GAP}профил(?!\w)"
)
# `Районна избирателна комисия № 30 - Шумен`
_ELECTIONS = re.compile(
    r"(?<=избирателна комисия|ИЗБИРАТЕЛНА КОМИСИЯ|бирателната комисия)[ ](?:№[ ]?)?(?:[0-9]{1,3}|[0-9]{9})"
    r"(?=[ ]?-?[ ][А-ЯЍ]|[ ]-[ ]|[ ]*(?:[,.;:)\n]|$))"
)
# A section: the region, the municipality, the district of the town and its own number in one: `СИК № 123400015`.
_SECTION = re.compile(r"[ ](?:№[ ]?)?[0-9]{9}(?![0-9])")
# `Дом за деца, лишени от родителска грижа`
_DEPRIVED = re.compile(rf",?{_GAP}лишени{_GAP}от{_GAP}родителск(?:а|и){_GAP}гриж(?:а|и)(?!\w)", re.IGNORECASE)
# `Училищна комисия за приемане на ученици в I клас`
_OF_CLASS = re.compile(
    rf"{_GAP}в{_GAP}(?:[IVXІХ]{{1,4}}|[0-9]{{1,2}}|първи|втори|трети|пети|осми)(?:[ ]?-?[ ]?(?:ви|ри|ми|ти))?"
    rf"{_GAP}клас(?!\w)"
    rf"|{_GAP}в{_GAP}(?:яслена|първа|втора)(?:{_GAP}възрастова)?{_GAP}група(?!\w)",
    re.IGNORECASE,
)
_OTHERWISE_NUMBERED = {
    "РЦ": _CALLS,
    "център": _CALLS,
    "комисия": _ELECTIONS,
    "СИК": _SECTION,
    "ПСИК": _SECTION,
}
_AIM = re.compile(r"[ ]с[ ](?:нестопанска|идеална)[ ]цел(?=[ ])")
# `комисия по "Бюджет и финанси"`
_WORK = re.compile(rf"{_GAP}(?:по|за|ПО|ЗА)(?=[ \n]\")")
# `ОП` is a municipal enterprise, or an operational programme.
_PROGRAMME = re.compile(
    r"\W*(?:Регион|Развитие|Околна|Иноваци|Наука|Добро[ ]управление|Административен|Транспорт|Конкурент|Човешки)"
)


def own_name(text: str, stop: int, head: Head) -> int:
    """Where the own name of a body whose head ends at `stop` ends: without the bodies it is part of."""
    if head.base in _CALLED and (called := _called(text, stop, head)):
        return called
    worded = _worded(text, stop, head)
    end = _memorial(text, worded, head)
    if head.base in ("дирекция", "ТД") and (region := _CUSTOMS.match(text, stop)):
        return region.end()
    name = _patron(text, end, head, worded > stop)
    if name is None and end > stop and (basin := _BASIN.match(text, end)):
        return name_behind(text, basin.end(), basin.start("seat")) if basin["seat"] else basin.end()
    if name is not None:
        return parent(text, after_quotes(text, name.end()))
    if head.base == "кметство" and (village := _OF_VILLAGE.match(text, end)):
        named = marked_name_at(text, village.end())
        return named if named > village.end() else end
    if head.base == "администрация" and (region := _OF_REGION.match(text, end)):
        return name_behind(text, region.end(), end)
    if head.base == "управление" and (outer := parent(text, end)) > end:
        return outer
    return seat(text, end, head, end > stop) if head.takes_town else end


# These go by a name without quotes of its own: `Сдружение Балканка`, `"Фондация ВРЕМЕ"`.
_CALLED = frozenset({"сдружение", "фондация", "асоциация"})
_NAME = re.compile(r"[ ](?P<first>[А-ЯЍ][\w-]+)(?:[ ][А-ЯЍ][\w-]+)*")


def _called(text: str, stop: int, head: Head) -> int:
    """The end of the name without quotes behind a capitalised head, or of the quotes both stand in; 0 without one."""
    start = stop - len(head.base)
    name = _NAME.match(text, stop)
    if name is None or not text[start].isupper() or text[start + 1].isupper():
        return 0
    if is_given(name["first"]) and name.end() > name.end("first"):
        return 0  # `Фондация Иван Рендов`: whose it is, or who speaks
    closing = text.find('"', stop, stop + 60) if text[start - 1 : start] == '"' else -1
    return closing if closing > 0 and "\n" not in text[stop:closing] else name.end()


def _worded(text: str, stop: int, head: Head) -> int:
    """The end of the number of a body and of the words for its work."""
    number = _NUMBER.match(text, stop) if head.numbered else None
    if head.base in _OTHERWISE_NUMBERED:
        number = _OTHERWISE_NUMBERED[head.base].match(text, stop)
    end = number.end() if number else stop
    if head.complement or (head.base == "ПГ" and text.startswith(" по ", stop)) or _narrowed(text, stop, head):
        unit = _UNITS.match(text, stop)
        end = max(end, unit.end() if unit else complement(text, stop))
    if head.type == "училище" and (taught := _TAUGHT.match(text, end)):
        return taught.end()
    if head.base == "институт" and end > stop and (within := _WITHIN.match(text, end)):
        end = complement(text, within.end())
    if head.base == "дом" and end > stop and (deprived := _DEPRIVED.match(text, end)):
        return deprived.end()
    if head.base == "комисия" and end > stop and (pupils := _OF_CLASS.match(text, end)):
        return pupils.end()
    return end


def _memorial(text: str, end: int, head: Head) -> int:
    match = _MEMORIAL.match(text, end) if head.patron else None
    return match.end() if match else end


def _narrowed(text: str, stop: int, head: Head) -> bool:
    """Whether a society or a club, else without complement, has one: of its people, or what a quoted club does."""
    if head.base == "клуб":
        return of_quoted(text, stop)
    return head.base == "дружество" and of_people(text, stop)


def _patron(text: str, end: int, head: Head, worded: bool) -> re.Match[str] | None:
    """The name in quotes, or without them right behind a school's head."""
    name = None
    if head.quotes:
        aim = _AIM.match(text, end) if text.startswith(" с ", end) else None
        aim = aim or (_WORK.match(text, end) if head.complement and not worded else None)
        name = quoted(text, aim.end() if aim else end)
    elif head.base in _OF_MUNICIPALITY and (name := quoted(text, end)) is not None:
        inner = text.find('"', name.start()) + 1
        known = head.base == "кметство" or town_at(text, inner) == name.end() - 1
        name = name if known else None
    if name is not None and head.base == "ОП" and _PROGRAMME.match(name[0]):
        return None
    if name is None and head.type == "детска градина" and not worded:
        name = _garden(text, end, head)
    if (
        name is None
        and (head.patron or head.type == "детска градина")
        and worded
        and (work := _BEHIND_NUMBER.match(text, end))
    ):
        return None if town_at(text, work.start("name")) > work.start("name") else work
    if name is None and head.patron and not worded and not _somebody(text, end):
        name = _PATRON.match(text, end)
        # `студенти от ПУ Асен Вълев`: a university by its short name has one patron only
        if name and head.full and head.type == "университет" and name[0].split()[-1] not in head.full:
            return name if name[0].startswith((" Св", " СВ")) else None
    return name


# A name for children without quotes: `ДГ Детски свят`, on a line of its own also `Детска градина Мечо Пух`.
_OF_CHILDREN = re.compile(r"(?:[Дд]етска(?:та)?|ДЕТСКА(?:ТА)?)[ ](?:градина|ясла|ГРАДИНА|ЯСЛА)\Z|[А-Я]{2,4}\Z")
_TWO_WORDS = re.compile(r"[ ](?P<adjective>[А-ЯЍ][а-яѝ]{2,})[ ](?P<noun>[а-яѝ]{3,})")
_REST_OF_LINE = re.compile(r"[ ](?P<first>[А-ЯЍ][А-Яа-яѝ]+)(?:[ ][А-ЯЍ][А-Яа-яѝ]+)*(?=[ ]*(?:\n|$))")


def _garden(text: str, end: int, head: Head) -> re.Match[str] | None:
    """The name without quotes of a nursery whose head ends at `end`."""
    kind = _OF_CHILDREN.search(text, max(0, end - 16), end)
    if kind is None or town_at(text, end + 1) > end + 1:
        return None
    two = _TWO_WORDS.match(text, end)
    if two and agrees(two["adjective"].lower(), two["noun"]) and not never_names(two["noun"]):
        return None if is_given(two["adjective"]) else two
    line = _REST_OF_LINE.match(text, end) if text[max(0, kind.start() - 1) : kind.start()] in ("", "\n") else None
    return None if line is None or is_ordinary(line["first"]) else line


# What a municipality in quotes may follow: `Общински съвет "Родопи"`.
_OF_MUNICIPALITY = frozenset({"съвет", "община", "кметство", "администрация", "ОбС"})


_UNIVERSITY = ("университет", "университета", "университетът", "УНИВЕРСИТЕТ", "УНИВЕРСИТЕТА", "УНИВЕРСИТЕТЪТ")


def university(text: str, end: int) -> int:
    """The end of the quotes behind the listed name of a university: `Пловдивски университет "П. Хилендарски"`."""
    if not text.endswith(_UNIVERSITY, 0, end):
        return end
    dash = text.startswith((' - "', '- "', ' -"'), end)
    name = quoted(text, text.index('"', end) if dash else end)
    return name.end() if name else end


_POINTED = re.compile(r"(?<![А-Яа-я])[а-я]+(?:ото|ата|ето)[ ][а-я]+\Z")
_POINTING = 40


def _somebody(text: str, end: int) -> bool:
    """Whether a person follows a head with article: `секретар на читалището Мария Петрова`, `местното училище А`."""
    name = _FULL_NAME.match(text, end)
    if name is None or not is_given(name["given"]):
        return False
    return text.endswith(("то", "ията"), 0, end) or _POINTED.search(text, max(0, end - _POINTING), end) is not None


def parent(text: str, end: int) -> int:
    """The end of the body a name is joined to by a dash: `ГД "Гранична полиция" - МВР`; `end` itself without one."""
    match = _PARENT.match(text, end) if text[end : end + 1] in (" ", "-") else None
    if match is None:
        return end
    seated = match["seated"] or text.endswith(_POLICE, 0, end)
    return seat(text, match.end(), _DIRECTORATE, complemented=True) if seated else match.end()


_DIRECTORATE = Head("ОДМВР", "дирекция")
# `РУ - МВР - Кула`
_POLICE = ("РУ", "управление", "управления", "УПРАВЛЕНИЕ")


def in_firm(text: str, span: Span) -> Span:
    """A firm whose quotes hold the name of a body, with them: `"Болница - Ихтиман" ЕООД`, `"Болница Св. Петка" АД`."""
    closing = _TO_QUOTE.match(text, span.stop) if text[span.start - 1 : span.start] == '"' else None
    if closing is None:
        return span
    end = after_form(text, closing.end())
    return Span(span.start - 1, after_quotes(text, end), "company") if end > closing.end() else span


# The rest of a name in quotes: whom or what the body is called after.
_TO_QUOTE = re.compile(r"(?:(?:[ -]{1,3}(?:д-р|[А-ЯЍ][А-ЯЍа-яѝ]*\.?|[а-я]{2,5}\.)){1,6})?\"")
