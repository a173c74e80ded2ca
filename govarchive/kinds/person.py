"""Лице: a person named on the page (person).

The text is the name as printed, without title and role; the value is the full name in citation form: given name first,
title case, double surnames with a hyphen. A surname whose full name the page gives gets that as its value
(`govarchive.link.people`), roles and institutions come from `govarchive.link.offices`. `details` has `given`, `middle`,
`family` and `title` as far as the page prints them, and `gender` where the words of the name itself tell it: an office
(`секретарка`) is no evidence, as offices are printed in the masculine for women too. `unit` is the unit of
who serves in one, or the field that an office has in quotes (`заместник-кмет „Финанси“`). Where the page tells no
institution of whoever leads or serves one, it is the body whose page this is, and `institution_inferred` says so: leave
those out to keep what is told.

Not supported: anonymised initials (`И. И. Д.`), given names alone (but for monks and priests with their title), names
that other things are called after (streets, schools, prizes), people named by their office only. Names are found by
shape and context with the help of lists, never by a list alone (`govarchive.names`); in running text a trained model
adds others, a given name alone among them where it is sure.

Sources: Закон за гражданската регистрация, чл. 9-14 (own, father's and family name); lists in `data/SOURCES.md`.

>>> normalise("ОГНЯН РАДОСЛАВОВ  ДИЧЕВ")
'Огнян Радославов Дичев'
>>> normalise("Вълева - Дочева")
'Вълева-Дочева'
>>> normalise("12 души")
Traceback (most recent call last):
govarchive.errors.Invalid: '12 души' is no name: expected words that begin with a capital
"""

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import Any

from govarchive.errors import Invalid
from govarchive.model import NOWHERE, Near, Span
from govarchive.names.citation import citation, name_gender, name_parts
from govarchive.names.decision import names
from govarchive.names.evidence import before_titles, role_before
from govarchive.names.lexicon import is_given
from govarchive.names.nobody import is_nobody, is_saint, is_town
from govarchive.names.places.initialed import MARK, village_told

NAME = "person"
CHECKED = False
LABEL: re.Pattern[str] | None = None
DETAILS: dict[str, Any] = {
    "given": {"type": "string"},
    "middle": {"type": "string"},
    "family": {"type": "string"},
    "gender": {"enum": ["m", "f"], "description": "as the endings of the name tell; absent where they do not"},
    "title": {"type": "string"},
    "role": {"type": "string", "description": "citation form"},
    "unit": {"type": "string", "description": "the field that the role has in quotes, or a unit without a name"},
    "institution": {"type": "string", "description": "base form; a unit where the page tells one"},
    "institution_inferred": {"const": True, "description": "the page's own institution, not told of this person"},
    "body": {"type": "string", "description": "the body around the unit that is the institution"},
    "body_inferred": {"const": True, "description": "the page's own body, not told of this person"},
}

_NAME = re.compile(
    r"""
    (?:[а-яa-z]{2,4}[ -])*          # a particle may lead: фон дер Брукен, ал-Хамди
    [^\W\d_a-zа-я](?:[^\W\d]|['.-])*   # a word with a capital
    (?: [ ] (?:[^\W\d]|['.-])+ ){0,6}    # and some more
    """,
    re.VERBOSE,
)


def find(text: str) -> Iterator[Span]:
    """The names of people in a folded page."""
    found = names(text)
    villages = {it.start for it in found.places if text.startswith(MARK, it.start)}
    return (it for it in found.people if not (_is_nobody(text, it) or _is_village(text, it, villages)))


def _is_nobody(text: str, it: Span) -> bool:
    """Whether what looks like a name is that of a car, of a saint or of a town."""
    start, stop, *_ = it
    return is_nobody(text[start:stop]) or is_saint(text, start, stop) or is_town(text, start, stop)


def _is_village(text: str, it: Span, villages: Set[int]) -> bool:
    """Whether what could be somebody with an initial is the village that is found there too."""
    return it.start in villages and village_told(text, it.start, it.stop)


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    """The name in citation form, whatever the case and the order it is printed in.

    Raises Invalid for what is no name.
    """
    value = citation(raw)
    validate(value)
    return value


def validate(value: str) -> None:
    """Raises Invalid for what cannot be a name."""
    if not _is_name(value):
        raise Invalid(f"{value!r} is no name: expected words that begin with a capital")


@lru_cache(maxsize=2048)
def _is_name(value: str) -> bool:
    return _NAME.fullmatch(value) is not None


def display(value: str) -> str:
    """The name as it is.

    >>> display("Тодор Гърбузов")
    'Тодор Гърбузов'
    """
    return value


def _is_addressed(title: str | None) -> bool:
    """Whether a name alone is rather that of the family: without a title or after one of politeness."""
    return title in {None, "господин", "госпожа"}


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    """`given`, `middle`, `family`; `title` where one stands before the name, which may be a given name alone then.

    >>> parts("Светлина К. Рунева", "", Near("инж. Светлина К. Рунева", 5, 23))
    {'given': 'Светлина', 'middle': 'К.', 'family': 'Рунева', 'gender': 'f', 'title': 'инженер'}
    """
    details: dict[str, Any] = name_parts(value) if value else {}
    _, title = before_titles(near.text, near.start)
    if len(details) == 1 and is_given(raw) and not _is_addressed(title or role_before(near.text, near.start)):
        details = {"given": value}
    if value and (told := name_gender(value)):
        details["gender"] = told
    return details | ({"title": title} if title else {})
