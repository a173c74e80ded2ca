"""Whether what is called like a body is one: not a street or a law called after it, not a word in capitals.

>>> names_another('ул. "Народно събрание" 3', 4), names_another("до Народно събрание", 3)
(True, False)
>>> from govarchive.names.bodies.words import HEADS
>>> in_doubt("Общински поземлен фонд на общината", 0, 18, 22, 34, HEADS["фонд"])
True
"""

import re
from collections.abc import Callable, Mapping

from govarchive.names.bodies.adjectives import plural
from govarchive.names.bodies.narrowed import of_people, of_quoted
from govarchive.names.bodies.words import Head
from govarchive.names.lexicon import is_given
from govarchive.names.places.territory import territorial
from govarchive.names.places.toponyms import town_at
from govarchive.names.quoted import quoted
from govarchive.text.phrase import complement
from govarchive.text.words import Words

_GAP = r"(?:[ ]{1,3}\n?[ ]*|\n[ ]*)"
NESTED = re.compile(rf"{_GAP}(?P<word>на|към|при|НА|КЪМ|ПРИ){_GAP}")
"""What joins a body to the one it is of or at."""

_STREETS = tuple(
    form for word in ("ул", "пл", "площад", "улица", "булевард") for form in (word, word.upper(), word.capitalize())
)
# `в раздел "Управление на водите"`
_PARTS_OF_SITE = tuple(
    form for word in ("раздел", "раздела", "рубрика", "меню", "менюто") for form in (word, word.capitalize())
)
_STREET_BEFORE = re.compile(r"(?:ул|бул|пл|площад|улица|булевард)\.?[ ]?\"?$", re.IGNORECASE)
_LAW_BEFORE = re.compile(r"[Зз]акон(?:а|ът)?[ ]за[ ]$")
_ADDRESS_OF = ("дрес на ", "ДРЕС НА ")


def names_another(text: str, start: int) -> bool:
    """Whether a street or a law before a body is called after it: `ул. "Народно събрание"`, `Закон за НАП`."""
    before = text[start - 12 if start > 12 else 0 : start]
    if before.rstrip('" ').endswith(_PARTS_OF_SITE):
        return True
    if before[-4:] == " за " and _LAW_BEFORE.search(before):
        return True
    return before.rstrip('". ').endswith(_STREETS) and _STREET_BEFORE.search(before) is not None


def numbers(text: str, start: int, stop: int) -> bool:
    """Whether `ЕС` is part of the number of an act: `Регламент (ЕС) 2016/679`, `Директива 2014/24/ЕС`."""
    if text[start - 1 : start] == "/":
        return text[start - 2 : start - 1].isdigit()
    return text[start - 1 : start] == "(" and _NUMBER_AFTER.match(text, stop) is not None


_NUMBER_AFTER = re.compile(r"\)[ ]?(?:№[ ]?)?[0-9]")


def stands_for_another(text: str, start: int, stop: int, floor: int, short: Head) -> bool:
    """Whether an abbreviation in brackets stands for other words than those of the list, or for many bodies.

    >>> from govarchive.names.bodies.words import ABBREVIATIONS
    >>> def look(text, at, stop):
    ...     return stands_for_another(text, at, stop, 0, ABBREVIATIONS[text[at:stop]])
    >>> look("Асистентска подкрепа (АП)", 22, 24), look("Апелативна прокуратура (АП)", 24, 26)
    (True, False)
    >>> look("държавните горски стопанства (ДГС)", 30, 33)
    True
    """
    letters, before = text[start:stop].lower(), text[max(floor, start - 100) : start]
    said = [word.lower() for word in _LETTERS.findall(before[before.rfind("\n") + 1 :])][-len(letters) :]
    if not before[:-1].rstrip() or "".join(word[0] for word in said) != letters:
        return False
    meant = _LETTERS.findall(short.full.lower())
    alike = len(meant) == len(said) and all(one[:3] == two[:3] for one, two in zip(said, meant, strict=True))
    return not alike or said[-1].endswith(_OF_MANY)


_LETTERS = re.compile(r"[А-Яа-яЍѝ]{3,}")
_OF_MANY = ("ите", "ища", "ищата", "ства", "ствата", "ции", "рии")


def nameless(text: str, page: Words, at: int) -> bool:
    """Whether an abbreviation alone is a word in capitals, begins a number, or the name of a coalition in quotes.

    Such are `РУО1-7988/09.04.2020`, `ДАЕУ-5933`, `"ДСБ за Видин"`.
    """
    return _BEGINS_ANOTHER.match(text, page.ends[at]) is not None or shouted(text, page, at)


_BEGINS_ANOTHER = re.compile(r"[0-9]{1,2}[-/]|-[0-9]{3}|[ ]за[ ][А-ЯЍ][А-Яа-я]+\"")


def shouted(text: str, page: Words, at: int) -> bool:
    """Whether the line is all capitals, where `МЕ`, `ДА` and `МИ` are words."""
    start, stop = page.ends[at - 1], page.ends[at]
    if stop - start > 3 or (page.parts[at - 1] == " " and not page.parts[at - 2].isupper()):
        return False
    before = text[max(0, start - 60) : start]
    after = text[stop : stop + 60]
    line = before[before.rfind("\n") + 1 :] + text[start:stop] + after.split("\n", 1)[0]
    return line.isupper() and sum(any(map(str.isalpha, word)) for word in line.split()) > 2


def in_doubt(text: str, left: int, start: int, stop: int, end: int, head: Head) -> bool:
    """Whether a head at `[start, stop)` in a name `[left, end)` makes it a unit, land, a deed or no name at all."""
    form = text[start:stop].lower()
    if text[end - 1] != '"' and plural(form, head) and _SEVERAL.match(text, stop):
        return True
    seated = text[left].islower() and _OF_SEAT.match(text[left:end])
    if head.optional and (plural(form, head) or not (seated or _clear(text, left, form, stop, head))):
        return True
    named = (
        head.lower_case
        or seated
        or (head.type == "посолство" and not plural(form, head) and _OF_NAME.match(text, stop))
        or _named_directly(text, stop, end)
        or (head.type == "НПО" and text[end - 1] == '"')
    )
    if text[left].islower() and (not named or (left == start and form != head.base and _SEATED.match(text, stop))):
        return True
    if left == start and form != head.base and _is_heading(text, start, stop, end):
        return True
    if head.base in _PICKY and _PICKY[head.base](text, left, start, stop):
        return True
    if form == "управление" and text.endswith((*_ADDRESS_OF, " за ", " ЗА "), 0, left):
        return True  # what a plan is for
    return head.territory and territorial(text, left, end)


# Several of a kind, and where they are: `регионалните музеи в Бургас и Плевен`, `РАЙОННИ УПРАВЛЕНИЯ ПРИ ОДМВР`.
_SEATED = re.compile(rf"{_GAP}(?:в|във){_GAP}[А-ЯЍ]")
# Also `общинските съвети на общините Х и У`, `постоянните комисии на Общинския съвет`.
_SEVERAL = re.compile(
    rf"{_SEATED.pattern}|{_GAP}на{_GAP}(?:[А-Я]{{2,}}(?!\w)|[а-я]+то{_SEATED.pattern})|{_GAP}(?:към|при|КЪМ|ПРИ){_GAP}"
    rf"|(?:(?<=комисии)|(?<=комисиите)|(?<=КОМИСИИ)|(?<=КОМИСИИТЕ)){_GAP}(?:на|НА){_GAP}(?:[Оо]бщинск|ОБЩИНСК|ОбС)"
    rf"|{_GAP}(?:на|в){_GAP}(?:общините|областите|районите|селата|градовете)(?!\w)"
)


# `областна дирекция на МВР гр. Смолян`: one of many of a kind, named by its town.
_OF_SEAT = re.compile(
    r"(?:областн|районн|регионалн|окръжн)[а-я]+[ ].*[а-яА-Я](?:[ ]?-[ ]?|[ ]гр\.[ ]?)"
    r"[А-ЯЍ][а-я]+(?:[ ][А-ЯЍа-я][а-я]+)?\Z"
)


def _is_heading(text: str, start: int, stop: int, end: int) -> bool:
    """Whether a head stands in a heading in capitals, where any word looks like its name: `ОБЩИНАТА ДНЕС`."""
    return text[start:stop].endswith(_ARTICLES) and _named_directly(text, stop, end) and not quoted(text, stop)


_ARTICLES = ("ТА", "ТО", "ЪТ")


def _clear(text: str, left: int, form: str, stop: int, head: Head) -> bool:
    """Whether an inner unit or a company is named beyond doubt: by quotes, or with a capital and without article."""
    if quoted(text, stop) or (head.base == "клуб" and of_quoted(text, stop)):
        return head.base not in _BRANCHES
    if head.base == "бюро" and text.startswith(" по труда", stop):
        return text[left].isupper()
    if head.base == "дружество":
        return text[left].isupper() and of_people(text, stop)
    if head.base == "филиал":
        return NESTED.match(text, stop) is not None
    if head.base in _UNITS:
        return False
    return head.type not in ("фирма", "обект") and text[left].isupper() and form == head.base


_BRANCHES = frozenset({"офис", "клон"})
_UNITS = _BRANCHES | {"отдел", "сектор", "отделение"}


# `посолството на Франция`, `представителството на Европейската комисия`
_OF_NAME = re.compile(rf"{_GAP}на{_GAP}[А-ЯЍ]")


def _named_directly(text: str, stop: int, end: int) -> bool:
    """Whether quotes or a capitalised name stand right behind a head, no `за`, `на` or `към` between."""
    return not NESTED.match(text, stop) and complement(text, stop) == stop and _proper(text[stop:end])


def _proper(rest: str) -> bool:
    return any(mark in rest for mark in "\"'") or any(word[:1].isupper() for word in rest.replace("-", " ").split())


def _no_district(text: str, left: int, start: int, stop: int) -> bool:
    """Whether a `район` is one of elections, or the surroundings of a town, not a district of a city."""
    town = town_at(text, stop + 1)
    around = town > stop + 1 and text[stop + 1 : town].lower() not in _DISTRICTS
    around = around or text.startswith((" на ", " НА "), stop)  # where a court or a prosecution has its say
    return around or re.match(r"\w*(?:избирател|избор|мандат)", text[left:start].lower()) is not None


_DISTRICTS = frozenset({"средец", "искър", "банкя", "нови искър"})


def is_board(text: str, left: int, start: int, stop: int) -> bool:
    """Whether a `съвет` is an organ inside a body: the body alone is named by `Управителният съвет на НОИ`."""
    return text[left:start].lower().startswith(_BOARDS) or _OF_DIRECTORS.match(text, stop) is not None


_BOARDS = ("управител", "надзор", "директорск", "академич", "педагогическ", "учителск", "ученическ", "контролн")
_OF_DIRECTORS = re.compile(r"[ ]на[ ](?:директор|настоятел|попечител)ите(?!\w)", re.IGNORECASE)


def _is_assembly(text: str, left: int, start: int, stop: int) -> bool:
    """Whether a `събрание` is the general one of a body, or that which founds it: the body alone is named."""
    return text[left:start].lower().startswith(_GATHERINGS)


_GATHERINGS = ("общо", "учредител", "отчет", "годишн", "делегат", "изборн", "тържествен")


def _is_property(text: str, left: int, start: int, stop: int) -> bool:
    """Whether a `фонд` is the land, the houses or the books of a body, or what an archive keeps of somebody."""
    if _OF_PROPERTY.search(text[max(0, min(left, start - 15)) : start].lower()):
        return True
    return text[left].islower() and (name := _SOMEBODY.match(text, stop)) is not None and is_given(name["given"])


_OF_PROPERTY = re.compile(
    r"(?:поземл|жилищ|сград|горск|библиотеч|архив|книж|аварий|семен|лич[не]н?|родов|семе[йе]н|именн?|част[не]н?)\w*[ ]$"
)
_SOMEBODY = re.compile(r"[ ]\"(?P<given>[А-ЯЍ][а-яѝ]+)[ ](?:[А-ЯЍ][а-яѝ.]+[ ]){0,2}(?:-[ ])?[А-ЯЍ][А-Яа-яѝ-]+\"")


def _is_order(text: str, left: int, start: int, stop: int) -> bool:
    """Whether an `организация` is how something is ordered, not who: `Организация на движението`."""
    return _OF_DEED.match(text, stop) is not None


# Not those who join: `Организация на пенсионерите`, `Организация на арабските държави`.
_OF_DEED = re.compile(
    rf"""
    {_GAP} на {_GAP}
    (?! (?:[а-я]+[ ]){{0,2}} [а-я]*
        (?:тели|ери|исти|нци|инвалиди|евреи|жени|мъже|нации|хора|лица|държави|страни|синдикати) (?:те)? (?![а-я]) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _is_manner(text: str, left: int, start: int, stop: int) -> bool:
    """Whether an `управление` is how something is run: `Ефективно управление на музеите`, `Управление на мотокар`."""
    if left == start and _RUN.match(text, stop):
        return True
    return _HOW.match(text[left:start].lower()) is not None


_RUN = re.compile(rf"{_GAP}на{_GAP}[а-я]")


_HOW = re.compile(r"(?:по-)?(?:ефективн|ефикасн|добр|устойчив|качествен|стратегич|интегриран|съвместн|умн|рационалн)")


def _is_of_nature(text: str, left: int, start: int, stop: int) -> bool:
    """Whether a `резерват` is one of plants and animals, no museum."""
    return _OF_HISTORY.search(text[left:start].lower()) is None


_OF_HISTORY = re.compile(r"истор|археолог|архитектур|музе")


def _is_no_base(text: str, left: int, start: int, stop: int) -> bool:
    """Whether a `база` is one of data, of goods or of holidays, not of the army."""
    return _OF_ARMY.search(text[left:start].lower()) is None


_OF_ARMY = re.compile(r"авиацион|военноморск|военновъздуш|логистич")


def _is_other(*names: str) -> Callable[[str, int, int, int], bool]:
    """A test whether a head is the last word of none of the names: only a `местна инициативна група` is a body."""

    def other(text: str, left: int, start: int, stop: int) -> bool:
        return not " ".join(text[left:start].lower().split()).endswith(names)

    return other


_OF_CARE = ("защитено", "защитеното", "наблюдавано", "наблюдаваното", "преходно", "преходното")

# Heads that are told from other things by what stands around them.
_PICKY: Mapping[str, Callable[[str, int, int, int], bool]] = {
    "район": _no_district,
    "съвет": is_board,
    "събрание": _is_assembly,
    "управление": _is_manner,
    "резерват": _is_of_nature,
    "база": _is_no_base,
    "фонд": _is_property,
    "организация": _is_order,
    "група": _is_other("местна инициативна", "местната инициативна", "инициативна рибарска", "рибарска инициативна"),
    "жилище": _is_other(*_OF_CARE),
    "кухня": _is_other("детска", "детската", "млечна", "млечната", "социална", "социалната"),
    "каса": _is_other("здравноосигурителна", "здравноосигурителната"),
}
