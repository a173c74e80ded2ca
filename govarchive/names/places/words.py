"""The words that lead to the name of a place, and what an unlisted name of a village looks like.

>>> MARKS["гр"].dotted, MARKS["СЕЛО"].word, village_like("Голинци"), village_like("Директор")
(True, 'село', True, False)
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from govarchive.data import words as column
from govarchive.data.register import settlements
from govarchive.names.bodies.words import ABBREVIATIONS, HEADS
from govarchive.names.lexicon import is_given, surname_weight
from govarchive.names.places.toponyms import adjectives_of_regions, first_words, shared_first_words, shared_names
from govarchive.text.fold import lower


class Mark(NamedTuple):
    """A word before a name: `гр`, `село`; `dotted` is followed by a dot."""

    word: str
    dotted: bool


def _printed(words: str) -> list[str]:
    return [form for word in words.split() for form in (word, word.capitalize(), word.upper())]


MARKS: Mapping[str, Mark] = {
    **{form: Mark(lower(form), True) for form in _printed("гр с общ обл ман к")},
    **{form: Mark(lower(form), False) for form in _printed("град село община област курорт място регион")},
}
"""The marks as printed, without their dots."""

LISTS = frozenset(
    _printed("селата села градовете градове общините общини кметствата кметства областите области места землищата")
)
"""Words before an enumeration of places."""

OF = frozenset(
    """
    Жители Жителите Кмет Кметът Кметове КМЕТ Население Землище кметове
    кметовете Кметовете жители жителите население населението землище
    землището хората кмет кметът кмета кметица кметицата наместник наместникът наместника кметство кметството Кметство
    покрайнините околностите центъра градчето столицата гражданите граждани жителка жител района региона
    """.split()
)
"""Words that a place follows by `на`."""

ROADS = frozenset(_printed("път пътя пътят участък участъка отсечката линия линията маршрут направление автобус"))
"""Words that the ends of a road or a line follow, joined by dashes."""

MANY = frozenset(
    "Жители Жителите Кметовете кметовете Кметове кметове жители жителите хората гражданите граждани".split()
)
"""Those of them that may lead to several places."""

LEADING = frozenset(MARKS) | LISTS | OF | ROADS
"""All of them."""

DOTTED = frozenset(word for word, mark in MARKS.items() if mark.dotted)
"""The marks that a dot follows."""

IN = frozenset("в във край до из през В Във Край До Из През".split())
"""Prepositions of place."""

FROM = frozenset("от за към между над при посока От За Към Между При Посока".split())
"""Prepositions that lead to places and to other things."""

STREETS = frozenset(
    "ул. бул. пл. улица булевард площад ж.к. жк кв. квартал хотел хижа м. местност яз. язовир вр. фирма клон"
    " летище".split()
)
"""What the name of a place behind it names instead."""

STREET_MARKS = tuple(word + gap for word in STREETS for gap in ("", " ") if gap or word[-1] == ".")
"""The same as what a text before a name ends with."""

_VILLAGE = re.compile(r"[А-ЯЍ][а-я]*(?:[оеь]во|ино|[а-я]ци|ица|[ея]не|ец|ник|ище|лък)$")
_ORDINARY = re.compile(
    r"(?:[цсз]ия|[аеия]ни[ея]|ост|ости|ств[оа]|ъ[тм]|ят|ата|ята|стта|ото|ето|ите|ият|[сшч]к[иао]|тел|тор|ство|[нв]ия|ник|ника|[ътя]ра|[нс]та|(?:надес|десе|че|пе|шес)ти|(?:пър|тре|сед|ос)[вмт]и|втори"
    r"|[бгдмнрт]ичн[оаи])$"  # wards: `през Кардиологично`
)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    listed = column("manual_not_names", "word") | column("manual_roles", "head")
    return frozenset(map(lower, listed)) | _HEADINGS


# What stands behind the name of a body in menus and headings.
_HEADINGS = frozenset(
    "материали препис копие указ рубрика видеоархив извлечение стенограма онлайн портал участък деня".split()
)


@lru_cache(maxsize=4096)
def may_name(word: str) -> bool:
    """Whether a capitalised word no list knows may name a place: no given name, no surname, no common word."""
    low = lower(word)
    return (
        word[1:].islower()
        and uncommon(word)
        and surname_weight(word) < 2
        and (not _ORDINARY.search(low) or village_like(word))
    )


# `Община Наименование`, `Община Администрация`: what stands beside the word in a table or a menu.
_BESIDE_MUNICIPALITY = re.compile(
    r"(?:[нц]и[ея]|ост|ство|(?:ит|ат)ел|общински)$"
    r"|^(?:име|имена|фамилия|адрес|телефони?|факс|кмет|наместник|мандат|дата|година|брой|общо|сума)$",
    re.IGNORECASE,
)


def no_municipality(word: str) -> bool:
    """Whether a word behind `община` is a heading, not its name.

    >>> no_municipality("Наименование"), no_municipality("Мездра")
    (True, False)
    """
    return _BESIDE_MUNICIPALITY.search(word) is not None


@lru_cache(maxsize=4096)
def uncommon(word: str) -> bool:
    """Whether a word is no given name, no office, no body and none of the words often printed with a capital.

    >>> uncommon("Плоски"), uncommon("Директор"), uncommon("Иван")
    (True, False, False)
    """
    return len(word) > 2 and not is_heading(word) and not is_given(word)


@lru_cache(maxsize=4096)
def is_heading(word: str) -> bool:
    """Whether a word is an office, a body or one of the words often printed with a capital."""
    low = lower(word)
    return low in _common() or low in HEADS or word in ABBREVIATIONS


@lru_cache(maxsize=4096)
def village_like(word: str) -> bool:
    """Whether a capitalised word ends as villages do, or several settlements bear it."""
    return word in shared_names() or bool(_VILLAGE.match(word))


@cache
def all_first_words() -> frozenset[str]:
    """The first words of all listed names, of one settlement or several, and the adjectives of regions."""
    return first_words() | shared_first_words() | adjectives_of_regions()


def is_village(name: str) -> bool:
    """Whether an unlisted name is a village's by its ending or by the register, where one is loaded."""
    return village_like(name) or bool(settlements(name))


@lru_cache(maxsize=1024)
def printed_forms(name: str) -> tuple[tuple[str, str], str]:
    """The first word of a name with a capital and in capitals, and the name in small letters.

    >>> printed_forms("Горно Бърдово")
    (('Горно', 'ГОРНО'), 'горно бърдово')
    """
    first = name.replace("-", " ").split()[0]
    return (first.capitalize(), first.upper()), lower(name)
