"""The words that name bodies: heads, abbreviations and full names, from the lists, with what each allows to follow.

>>> HEADS["съда"].base, HEADS["комисията"].type, ABBREVIATIONS["РИОСВ"].needs_name
('съд', 'комисия', False)
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from govarchive.data import table
from govarchive.text.fold import fold, lower


class Head(NamedTuple):
    """What a head or an abbreviation is, and what may follow it.

    `needs_name`: alone it means nobody in particular. `ambiguous`: it stands for several things.
    `optional`: an inner unit, a company, a medium. `takes_town`: a town may follow.
    `complement`: `за`, `по`, `на` and a noun phrase name it. `takes_any_name`: a capitalised word behind is its town.
    `quotes`: a quoted name may follow. `regional`: an adjective of region names it. `patron`: a name without quotes
    may follow. `numbered`: `№ 5` or `120` belongs to it. `in_town`: `в Плевен` belongs.
    `lower_case`: its complement names it without a capital. `territory`: it can also mean the land.
    """

    base: str
    type: str
    full: str = ""
    needs_name: bool = True
    ambiguous: bool = False
    optional: bool = False
    complement: bool = True
    takes_any_name: bool = False
    quotes: bool = True
    takes_town: bool = True
    regional: bool = False
    patron: bool = False
    numbered: bool = False
    in_town: bool = False
    lower_case: bool = False
    territory: bool = False


# `за`, `по` and a noun phrase do not make these a name: `съд по дела`, `община за хора`.
_NO_COMPLEMENT = frozenset(
    """
    съд община кметство район фирма компания партия коалиция ясла банка вестник радио телевизия хор
    архив филиал събрание
    хотел хижа ресторант стадион завод фабрика предприятие дружество храм църква театър общежитие клон клуб група
    """.split()
)
_ANY_NAME = frozenset("община кметство район".split())
# A quoted text after these is no name of theirs.
_NO_QUOTES = frozenset("съд прокуратура съвет администрация кметство колегия министерство".split())
# An adjective of region (`Старозагорски`) names these alone.
_REGIONAL = frozenset(
    "съд прокуратура съвет университет академия митрополия епархия библиотека опера театър администрация "
    "болница гимназия филхармония".split()
)
_PATRON = frozenset("училище гимназия читалище".split())
_NUMBERED = frozenset(
    "училище гимназия градина ясла управление болница поликлиника съд поделение бригада батальон база авиобаза".split()
)
_IN_TOWN = frozenset(
    "съд прокуратура съвет университет затвор посолство консулство инспекция музей библиотека театър опера "
    "архив администрация болница дирекция управление колегия бюро гимназия дом".split()
)
_LOWER = frozenset("министерство филиал".split())
# Heads left out: their forms are everyday words.
_EVERYDAY = frozenset(
    "хор мини състав програма движение клон каса централа мисия обект катедра борса гара рота полк стадион".split()
)

_NO_TOWN_NEEDED = frozenset(
    {"парламент", "министерски съвет", "палата", "университет", "каса", "съд", "прокуратура", "съвет", "щаб"}
)
_SCHOOLS = frozenset({"училище", "детска градина", "читалище", "болница", "ясла", "гимназия", "социална услуга"})
# Abbreviations of a kind of body, not of one, and of what is no body.
_ANY_OF_A_KIND = frozenset(
    "СИК ПСИК ЦАО ЦИАО ЮЛНЦ СНЦ НПО ВУЗ УО ЦНСТ ЦНСТДБУ ЦНСТДМУ ТЗ ОЗ ЦДО МЦ ДКЦ ОПЛ ФК СК РЦ ТП ЦОП ЛРД ДСХ "
    "УС ТЕЛК ВиК МУ ТД"
    " МИГ ИА ГРАО ДЦ ПГ ТЕЦ ВЕЦ КАТ НРС ДСК ПБЗН".split()
)
# Of a type there are many of, but one of it in each region.
_ONE_A_REGION = frozenset({"ЦСМП"})
# A mountain behind these names them: `ДНП Рила`.
_PARKS = frozenset({"ДНП", "ДПП"})
# These mean the one body unless something else is said.
# Of several readings the local body is the likelier on these pages: `РУ` is a police station, `ПГ` a school.
_LOCAL = _SCHOOLS | {"управление"}
_FIRST_OF_ALL = frozenset("ЕС МЗ НС".split())
_QUOTING = _SCHOOLS | set(
    "поделение стопанство дирекция служба предприятие фирма партия НПО театър музей библиотека център галерия "
    "университет предприятие".split()
)
_QUOTING_SHORTS = frozenset({"БД", "ОС", "РУ", "ОП", "ИА", "ДА", "РС"})
_NO_BODIES = frozenset("ЧСИ ДСИ ОТ АД ЕАД ЕООД ООД ЕТ КД СД ДЗЗД ЗК ПК".split())


def _head(row: Mapping[str, str]) -> Head:
    base = row["head"]
    return Head(
        base=base,
        type=row["type"],
        optional=row["optional"] == "1",
        complement=base not in _NO_COMPLEMENT,
        takes_any_name=base in _ANY_NAME,
        quotes=base not in _NO_QUOTES,
        regional=base in _REGIONAL,
        patron=base in _PATRON,
        numbered=base in _NUMBERED,
        in_town=base in _IN_TOWN,
        lower_case=base in _LOWER,
        territory=base == "община",
    )


def _heads() -> dict[str, Head]:
    """Single-word heads by every form; longer ones of the list are told by their last noun."""
    found: dict[str, Head] = {}
    for row in table("manual_institution_types"):
        if " " not in row["head"] and row["head"] not in _EVERYDAY:
            head = _head(row)
            for form in (row["head"], *filter(None, row["article_forms"].split(","))):
                if form not in _NO_BODY:
                    found[form] = head._replace(patron=False) if form in _MANY else head
    for base, head in _MORE_FORMS.items():
        found[base] = found[base + _ARTICLES.get(base[-1], "а")] = head
    return found


# Many of them are an enumeration of places, not one body; some forms are other words.
_NO_BODY = frozenset("общини общините кметства кметствата райони районите домове хора пътища".split())

# Of several the name of one stands behind its own head: `двете училища НУ "Васил Друмев" и …`.
_MANY = frozenset("училища училищата гимназии гимназиите читалища читалищата".split())

_ARTICLES = {"я": "та", "а": "та", "о": "то", "е": "то"}

_MORE_FORMS = {
    "администрация": Head(
        "администрация", "администрация", complement=False, quotes=False, regional=True, in_town=True
    ),
    "градина": Head("градина", "детска градина", numbered=True),
    "стопанство": Head("стопанство", "стопанство"),
    "наместничество": Head("наместничество", "кметство", complement=False, takes_any_name=True),
    "заведение": Head("заведение", "детска градина", complement=False),
    "комплекс": Head("комплекс", "център", optional=True),
    "жилище": Head("жилище", "социална услуга", optional=True),
    "кухня": Head("кухня", "социална услуга", complement=False),
    "трапезария": Head("трапезария", "социална услуга", complement=False),
    "патронаж": Head("патронаж", "социална услуга", complement=False),
    "окръжие": Head("окръжие", "поделение", complement=False, quotes=False),
    "формирование": Head("формирование", "поделение", complement=False, quotes=False, numbered=True),
    "база": Head("база", "поделение", complement=False, numbered=True),
    "управа": Head("управа", "администрация", complement=False, quotes=False, in_town=True),
    "офис": Head("офис", "служба", optional=True, complement=False),
    "колегия": Head("колегия", "колегия", complement=False, quotes=False),
    "група": Head("група", "НПО", complement=False),
    "каса": Head("каса", "каса", complement=False, quotes=False),
}


_NUMBERED_SHORTS = frozenset(
    row["short"] for row in table("manual_abbreviations") if row["type"] in _SCHOOLS | {"управление", "комисия"}
)


def _abbreviation(row: Mapping[str, str]) -> Head:
    return Head(
        base=row["short"],
        type=row["type"],
        full=row["full"],
        needs_name=(row["ambiguous"] == "1" and row["short"] not in _FIRST_OF_ALL)
        or (row["type"] in _SCHOOLS and row["short"] not in _ONE_A_REGION)
        or row["short"] in _ANY_OF_A_KIND,
        ambiguous=row["ambiguous"] == "1" and row["short"] not in _FIRST_OF_ALL,
        quotes=row["type"] in _QUOTING or row["short"] in _QUOTING_SHORTS,
        takes_town=row["type"] != "международна организация",
        takes_any_name=row["type"] == "стопанство" or row["short"] in _PARKS,
        complement=row["type"] == "социална услуга",  # `ЦНСТ за деца и младежи`
        patron=row["type"] in _SCHOOLS or (row["type"] == "университет" and "„" in row["full"]),
        numbered=row["short"] in _NUMBERED_SHORTS,
    )


def _full_names() -> dict[str, tuple[str, ...]]:
    """Every form of every full name, in lower case, by its first word, the longest first."""
    groups: dict[str, set[str]] = defaultdict(set)
    for row in table("manual_institutions"):
        for form in (row["name"], *row["forms"].split(",")):
            _put(groups, form)
    for row in table("manual_institution_types"):
        if (
            " " in row["head"]
            and row["needs_name"] == "0"
            and row["optional"] == "0"
            and row["type"] in _NO_TOWN_NEEDED
        ):
            for form in (row["head"], *row["article_forms"].split(",")):
                _put(groups, form)
    return {word: tuple(sorted(forms, key=len, reverse=True)) for word, forms in groups.items()}


def _put(groups: Mapping[str, set[str]], form: str) -> None:
    form = lower(fold(form.strip()))
    if form:
        groups[form.split()[0]] |= {form, form.replace('"', "")}


def _base_forms() -> dict[str, str]:
    found = {}
    for row in table("manual_institutions"):
        name = fold(row["name"])
        for form in filter(None, row["forms"].split(",")):
            if _inflected(fold(form.strip()), name):
                found[lower(fold(form.strip()))] = name
        if '"' in name:
            found[lower(name).replace('"', "")] = name.replace('"', "")
    return found


def _shorts() -> dict[str, str]:
    found = {}
    for row in table("manual_institutions"):
        if row["short"] in ABBREVIATIONS and ABBREVIATIONS[row["short"]].needs_name:
            for form in (row["name"], *row["forms"].split(",")):
                found[lower(fold(form.strip()))] = row["short"]
    return found


def _inflected(form: str, name: str) -> bool:
    """Whether a form is the name itself with an article, not another name (`Съвета на ЕС`)."""
    words, others = form.split(), name.split()
    return len(words) == len(others) and all(
        one[:2].lower() == two[:2].lower() for one, two in zip(words, others, strict=True)
    )


def _long_heads() -> dict[str, tuple[tuple[str, str], ...]]:
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in table("manual_institution_types"):
        if " " in row["head"]:
            groups[row["head"].split()[0]].append((row["head"], row["type"]))
    return {word: tuple(sorted(heads, key=lambda it: -len(it[0]))) for word, heads in groups.items()}


COMPANY_FORMS = frozenset("ЕООД ООД ЕАД АД ЕТ ДЗЗД СД КД ТБ ДП".split())
"""Forms of companies, as printed after (or before) a quoted name."""

HEADS: Mapping[str, Head] = _heads()
"""Heads by each of their forms in lower case."""

# Parts of a body, named by the body (`ТП на НОИ`, `ОД на МВР`).
_PARTS = {
    "ТП": "териториално поделение",
    "ТД": "териториална дирекция",
    "ОД": "областна дирекция",
    "РД": "регионална дирекция",
    "ГД": "главна дирекция",
    "ЦУ": "централно управление",
}

ABBREVIATIONS: Mapping[str, Head] = {
    **{short: Head(short, "дирекция", full, complement=False) for short, full in _PARTS.items()},
    "ПК": Head("ПК", "комисия", "постоянна комисия", ambiguous=True, takes_town=False),
    **{
        row["short"]: _abbreviation(row)
        for _, row in sorted(enumerate(table("manual_abbreviations")), key=lambda it: (it[1]["type"] in _LOCAL, -it[0]))
        if row["type"] != "държава" and row["short"] not in _NO_BODIES and " " not in row["short"]
    },
}
"""Abbreviations as printed (`РИОСВ`, `ОбС`)."""

FULL_NAMES: Mapping[str, tuple[str, ...]] = _full_names()
"""Forms of full names, in lower case, by their first word."""

SHORTS: Mapping[str, str] = _shorts()
"""By each form of a full name in lower case its abbreviation, for those that mean other bodies too: `СОС`, `СО`."""

LONG_HEADS: Mapping[str, tuple[tuple[str, str], ...]] = _long_heads()
"""Heads of several words and their types, by their first word, the longest first."""

BASE_FORMS: Mapping[str, str] = _base_forms()
"""The full name (folded) for each of its other forms in lower case."""
