"""Towns: the bodies that every town has one of, told in short where the page names them with their town.

>>> ways_of("Общински съвет", ["Общински съвет Видин", "Общински съвет по сигурност", "Общински съвет – Видин"])
['Общински съвет Видин', 'Общински съвет – Видин']
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from govarchive.data import words
from govarchive.names.bodies.words import ABBREVIATIONS

_SEATS = (
    "Районен съд",
    "Окръжен съд",
    "Административен съд",
    "Апелативен съд",
    "Военен съд",
    "Районна прокуратура",
    "Окръжна прокуратура",
    "Апелативна прокуратура",
    "Областна администрация",
    "Общински съвет",
    "Районно управление",
)
OF_TOWNS = {**{it: it for it in _SEATS}, "ОбС": "Общински съвет", "РУ": "Районно управление"}
"""The names of such bodies without a town, and how the one with a town begins."""

_TOWN_OF = re.compile(r",?[ ](?:[-–][ ])?(?:гр\.[ ]?|с\.[ ]?)?[А-Я]")
_COUNCIL_OF = re.compile(
    r"(?:Общински съвет|О[бБ]С)[ ]?(?:[-–][ ]?)?(?:гр\.[ ]?)?(?P<town>[А-Я][а-я]+(?:[ ][А-Я][а-я]+)?)"
)
_MOST_WAYS = 8
_AT = tuple(f" {to} " for to in ("към", "при", "на"))

UNIONS = frozenset({"ЕС", "Европейски съюз", "НАТО", "ООН", "ЮНЕСКО"})
"""Unions of states: pages tell what they pay for, and hardly of their people."""

TRUSTEES = frozenset({"читалищно настоятелство", "настоятелство на читалището"})
"""The board of a chitalishte, which is it by law, while the trustees of a school are a body of their own."""


# Regional offices; an agency (`НАП`) is not the office that it has in a town.
_REGIONAL = re.compile("(?:Р|О[ДСП]|Т[ДП]|ДБТ|ДСП)[А-Я]*")


def is_local(name: str) -> bool:
    """Whether a body without its town is the one with it: a name in words, or the letters of a regional office.

    >>> is_local("ОУ „Роза“"), is_local("РЗИ"), is_local("НАП")
    (True, True, False)
    """
    return not name.isupper() or _REGIONAL.fullmatch(name) is not None


def municipality_of(name: str) -> str | None:
    """The municipality whose council a name tells, None for another body.

    >>> municipality_of("Общински съвет – Долна Баня"), municipality_of("ОбС Видин"), municipality_of("Общински съвет")
    ('Община Долна Баня', 'Община Видин', None)
    """
    council = _COUNCIL_OF.fullmatch(name)
    return f"Община {council['town']}" if council else None


_MAYORS = ("кмет", "кметица")
_GOVERNORS = ("областен управител", "областна управителка")


def body_at(office: str, place: str) -> str:
    """The body whose office somebody has at a place, where no other there has it: a municipality, a region.

    >>> body_at("заместник-кмет", "Чепеларе"), body_at("областен управител", "Ямбол"), body_at("кмет", "с. Осиково")
    ('Община Чепеларе', 'Област Ямбол', 'с. Осиково')
    >>> body_at("областен управител", "Софийска област")
    'Софийска област'
    """
    town = place.removeprefix("гр. ").removeprefix("град ")
    if office.endswith(_MAYORS) and town in words("manual_municipalities", "name"):
        return f"Община {town}"
    if office.endswith(_GOVERNORS) and place in words("manual_oblasts", "name") and not place.endswith("област"):
        return f"Област {place}"
    return place


def ways_of(kind: str, names: Sequence[str]) -> list[str]:
    """The ways to write the only body whose name is `kind` and a town, among names in the order of the alphabet."""
    ways = [it for it in _beginning(kind, names) if _TOWN_OF.match(it, len(kind))]
    return ways if len({it.replace(" – ", " ").replace(" - ", " ") for it in ways}) == 1 else []


def whole_of(short: str, names: Sequence[str]) -> str | None:
    """The only name that begins with the abbreviation of a kind of body, among names in the order of the alphabet.

    >>> whole_of("ТД", ["МВР", "ТД на НАП – Велико Търново"]), whole_of("РУ", ["РУ Видин", "РУ Лом"])
    ('ТД на НАП – Велико Търново', None)
    """
    kind = ABBREVIATIONS.get(short)
    if kind is None or not kind.needs_name:
        return None
    alike = _beginning(short, names)
    return alike[0] if len(alike) == 1 else None


def may_be_short(short: str, name: str) -> bool:
    """Whether an abbreviation may mean a body of its kind: a name that begins with it, or in words.

    >>> may_be_short("НЧ", "Народно читалище „Искра“"), may_be_short("РУ", "РУО – Видин")
    (True, False)
    """
    first = name.partition(" ")[0]
    return first == short or first not in ABBREVIATIONS


def board_at(board: str, names: Sequence[str]) -> str | None:
    """The only name of a board with the body it is at, among names in the order of the alphabet.

    >>> board_at("Обществен съвет", ["ОУ „Искра“", "Обществен съвет към ДГ „Роза“"])
    'Обществен съвет към ДГ „Роза“'
    """
    whole = [it for it in _beginning(board, names) if it.startswith(_AT, len(board))]
    return whole[0] if len(whole) == 1 else None


def _beginning(begun: str, names: Sequence[str]) -> list[str]:
    """The first few names that begin with these words and go on, among names in the order of the alphabet."""
    first = bisect_left(names, f"{begun} ")
    return list(takewhile(lambda it: it.startswith(f"{begun} "), names[first : first + _MOST_WAYS]))
