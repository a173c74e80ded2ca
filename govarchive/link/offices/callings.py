"""Callings: nouns that no list has and that tell by their ending what somebody does: `гъдулар`, `костюмограф`.

>>> calling_of("сомелиерът"), calling_of("барманката")
(Calling(base='сомелиер', plural=False, definite=True), Calling(base='барманка', plural=False, definite=True))
>>> calling_of("кларинетисти"), calling_of("победителят"), calling_of("сборник"), calling_of("директор")
(Calling(base='кларинетист', plural=True, definite=False), None, None, None)
"""

from functools import cache, lru_cache
from typing import NamedTuple

from govarchive.data import table
from govarchive.names.roles.words import head_of
from govarchive.text.fold import lower

_MEN = (
    *("ист", "лог", "граф", "вед", "тор", "ьор", "ер", "ар", "яр", "ач", "тел", "ник", "чик", "тик", "ант", "ент"),
    *("борец", "носец", "жия", "барман", "атлет"),
)
_WOMEN = (
    *("истка", "ложка", "графка", "ведка", "торка", "ьорка", "ерка", "арка", "ярка", "ачка", "телка", "ничка", "чичка"),
    *("антка", "ентка", "барманка", "певица", "балерина", "стюардеса"),
)
_SHORTEST = 5
# The endings of a noun: what to put in its place, and whether it is of many and has an article.
_ENDINGS = (
    ("", "", False, False),
    ("ът", "", False, True),
    ("ят", "", False, True),
    ("а", "", False, True),
    ("я", "", False, True),
    ("ията", "ия", False, True),
    ("ката", "ка", False, True),
    ("цата", "ца", False, True),
    ("ната", "на", False, True),
    ("сата", "са", False, True),
    ("ци", "к", True, False),
    ("зи", "г", True, False),
    ("и", "", True, False),
    ("ките", "ка", True, True),
    ("ците", "к", True, True),
    ("зите", "г", True, True),
    ("ите", "", True, True),
)
DEFINITE = frozenset(ending[-1] for ending, _, _, definite in _ENDINGS if definite)
"""The last letters of callings with an article."""
# What somebody teaches, or has as a field: `А (математика)`.
_SCIENCE = "ика"
NURSE = "сестра"
# Who learns is no worker.
_PUPILS = ("класник", "класничка", "курсник", "курсничка")


class Calling(NamedTuple):
    """What somebody does, in citation form; whether it is printed of many and with an article."""

    base: str
    plural: bool
    definite: bool


@cache
def _no_callings() -> frozenset[str]:
    """What ends so and is a thing, or tells who people are to others, what happened to them, what they do once."""
    return frozenset(row["noun"] for row in table("manual_no_callings"))


@lru_cache(maxsize=4096)
def calling_of(word: str) -> Calling | None:
    """The calling that a word tells, in any of its forms; None for another word, and for one of the offices listed."""
    form = lower(word)
    if head_of(form) or form.endswith(_SCIENCE):
        return None
    for ending, stem, plural, definite in _ENDINGS:
        base = form.removesuffix(ending) + stem if form.endswith(ending) else ""
        if len(base) >= _SHORTEST and base.endswith((*_MEN, *_WOMEN)):
            last = base.rpartition("-")[2]
            known = last in _no_callings() or head_of(last) or last.endswith(_PUPILS)
            return None if known else Calling(base, plural, definite)
    return None
