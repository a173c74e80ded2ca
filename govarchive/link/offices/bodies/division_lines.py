"""Lines that name a unit, a board or an election section which no list of bodies has: `Отдел Местни приходи`.

>>> section_in("Назначава в СИК № 5"), section_in("Комисия по етика"), section_in("Начало")
('СИК № 5', 'Комисия по етика', None)
"""

import re

from govarchive.kinds.institution import normalise
from govarchive.link.offices.behind.fields import quiet_name, straight
from govarchive.link.units import HEADED, PARTS, WARDS, any_of, headings, in_capitals, printed
from govarchive.names.lexicon import is_given, is_place
from govarchive.names.roles.phrase import role_first
from govarchive.text.needles import holds
from govarchive.text.remembered import remembered_if_short

# `Детско отделение`, `Научен съвет`, `Учебна комисия по етика`, as a heading prints an adjective and its noun.
_ADJECTIVE = r"[А-Я][а-я]+(?:ен|ски|но|ско|на|ска)(?:[ ][а-я]+(?:но|ско|на|ска))?"
DIVISION = re.compile(
    rf"""
      [А-Я][а-я]+(?:[ ][а-я]+)*[ ](?:{any_of(WARDS)}) | [А-Я]+(?:[ ][А-Я]+)*[ ](?:{in_capitals(WARDS)})
    | (?:{headings(WARDS)}|ПК)[ ][^:;]{{3,60}}
    | (?:{printed(PARTS)})[ ][^:;0-9,]{{2,60}}
    | {_ADJECTIVE}[ ](?:{any_of(PARTS)}) | [А-Я]+[ ](?:{in_capitals(PARTS)})
    | Лаборатория | ЛАБОРАТОРИЯ | Настоятелство | НАСТОЯТЕЛСТВО | Жури | ЖУРИ
    | (?:{_ADJECTIVE}[ ](?:{any_of(HEADED)}) | [А-Я]+(?:[ ][А-Я]+)?[ ](?:{in_capitals(HEADED)}))
      (?:[ ](?:по|за|към)[ ][^:;]{{3,60}})?
    | (?:{headings(HEADED)})[ ](?:на|по|за|НА|ПО|ЗА)[ ][^:;.,]{{3,60}}
    | Офис[ ](?:\"[^\"]{{2,40}}\"|[А-Я][^:;.,]{{2,40}})
    """,
    re.VERBOSE,
)
"""The heading of a unit, a board or an office."""

_SET_UP = r"(?:назначава|освобождава|утвърждава|определя|променя)[ ](?:в[ ])?(?:състава?[ ]на[ ])?"
sets_up = re.compile(_SET_UP, re.IGNORECASE).fullmatch
"""Whether the words before a board tell that its members are appointed: `Назначава в `."""
ELECTION_SECTION = re.compile(
    rf"(?:{_SET_UP}|в[ ]|състава?[ ]на[ ])?П?СИК[ ]?№?[ ]?(?P<number>[0-9](?:[0-9-]{{0,14}}[0-9])?)(?![0-9])"
    r"(?=[ ]*(?:\Z|[^\w ]|с\.|гр\.|(?:село|град|община|към|при|в(?:ъв)?|както)(?!\w)|(?-i:[А-Я])))",
    re.IGNORECASE,
)
"""The line of an election section: `Назначава в СИК № 5`, and not `В СИК 5 и СИК 6 гласуваха`."""
COUNTED = re.compile(
    r"(?:[ ]?(?:/[А-Я]{2,9}/|\([^()\n]{2,40}\)))?(?:[ ]?-[ ]?[0-9]{1,2}[ ](?:член(?:а|ове)|чл\.|души))?[ ]?:?[ ]*$"
)
"""Behind the name of a board: `Комисия по Х /ПКХ/ - 5 члена:`."""

# `Детско отделение - д-р А`
_OF_ONE = re.compile(
    r"""(?P<unit>[^\t]{4,90}?)(?:[ ]-[ ]?|:[ ])
    (?P<title>(?:(?:(?:проф|доц|(?:гл\.[ ]?)?ас|инж|арх|адв|акад)\.|д-р)[ ]?)+)?
    (?P<name>[А-Я][а-яА-Я-]*\.?(?:[ ][А-Я][а-яА-Я.-]*){1,2})[ ]*(?:[,(/-].*)?""",
    re.VERBOSE,
)
_LONGEST = 70
# Of each a board has one.
_OFFICERS = frozenset({"председател", "секретар"})


@remembered_if_short
def section_in(line: str) -> str | None:
    """The unit or commission that no list of bodies has and a line names: `Отдел Местни приходи`, `СИК № 5`."""
    number = ELECTION_SECTION.match(line)
    if number:
        return f"СИК {'№ ' if '№' in number[0] else ''}{number['number']}"
    if "/" in line and (rest := COUNTED.search(line)):
        line = line[: rest.start()].rstrip(" ")
    if tells_of_one(line):
        return None
    name, _, led = line.partition(" - ")
    line = name if led and role_first(led) else line  # `Отдел Архив - началник А`
    if (
        not holds(line, ("\t", "   ")) and DIVISION.fullmatch(line) and role_first(line, 0, _LONGEST) is None
    ):  # `НАЧАЛНИК ОТДЕЛЕНИЕ`
        if line.isupper():
            return normalise(line) if '"' in line else quiet_name(line)
        return straight(line).strip()
    return None


@remembered_if_short
def tells_of_one(line: str) -> bool:
    """Whether a line tells who leads a unit, as a row of a list does: it heads nothing.

    >>> tells_of_one("Детско отделение - д-р Ана Колева"), tells_of_one("Отдел Култура - Велико Търново")
    (True, False)
    """
    row = _OF_ONE.fullmatch(line)
    if row is None or not DIVISION.fullmatch(row["unit"]) or is_place(row["name"]):
        return False
    return row["title"] is not None or is_given(row["name"].partition(" ")[0])


@remembered_if_short
def officer_in(line: str) -> str | None:
    """The office of which a board has one, that a line of a list tells: `Председател: А`, `А - секретар`.

    >>> officer_in("А - секретар"), officer_in("Член: А")
    ('секретар', None)
    """
    roles = (role_first(line, 0, _LONGEST), role_first(line.rpartition(" - ")[2], 0, _LONGEST))
    return next((role.name for role in roles if role and role.name in _OFFICERS), None)
