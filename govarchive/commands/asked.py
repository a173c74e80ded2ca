"""What a user types, as a query: values and names in whatever form become normal forms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from govarchive.archive import Query
from govarchive.errors import Invalid
from govarchive.kinds import BY_NAME, KINDS
from govarchive.names.body_words import ABBREVIATIONS
from govarchive.names.evidence import before_titles
from govarchive.names.role_phrase import role_at, role_words
from govarchive.text.fold import fold
from govarchive.text.keys import key

_WHOLE_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def as_query(kinds: Sequence[str], limit: int | None, typed: Mapping[str, Any]) -> Query:
    """The query for the options of `govarchive query`; `typed` holds those that are fields of Query, and `value`.

    >>> as_query(["phone"], None, {"value": "056/ 812 345"}).values
    ('+35956812345', '056/ 812 345')
    """
    fields = {name: said for name, said in typed.items() if name != "value" and said is not None}
    value = typed.get("value")
    if value is not None:
        fields["values"] = tuple(sorted({value, *_normal_forms(value, kinds)}))
        fields["dates"] = tuple(it for it in _normal_forms(value, ["date"]) if _WHOLE_DATE.fullmatch(it))
    if "institution" in fields:
        fields["institutions"] = _names_of_body(fields.pop("institution"))
    if "person" in fields:
        fields["person"] = _without_titles(fields["person"])
    if "role" in fields:
        fields["role"] = _citation_form(fields["role"])
    return Query(kinds=kinds, limit=limit, **fields)


def _without_titles(person: str) -> str:
    """The name behind the titles that were typed before it; as typed where there is no name.

    >>> _without_titles("проф. д-р Стоян Дрянков")
    'Стоян Дрянков'
    """
    typed = fold(person.strip())
    starts = [it.start() for it in re.finditer(r"\S+", typed)][1:]
    named = next((at for at in reversed(starts) if before_titles(typed, at)[0] == 0), 0)
    return typed[named:]


def _names_of_body(typed: str) -> tuple[str, ...]:
    """The names of an institution: in base form, and with an abbreviation written out or the other way round.

    >>> _names_of_body("ОбС Козлодуй"), _names_of_body("национална агенция за приходите")
    (('ОбС Козлодуй', 'общински съвет козлодуй'), ('национална агенция за приходите', 'нап'))
    """
    name = next(_normal_forms(typed, ["institution"]), typed)
    words = f" {key(name)} "
    names = [name]
    for short, long in _abbreviations():
        for said, other in ((short, long), (long, short)):
            if f" {said} " in words:
                names.append(words.replace(f" {said} ", f" {other} ").strip())
    return tuple(dict.fromkeys(names))


@cache
def _abbreviations() -> tuple[tuple[str, str], ...]:
    """The abbreviations that mean one body only, as keys, with their full forms."""
    return tuple((key(it), key(row.full)) for it, row in ABBREVIATIONS.items() if row.full and not row.ambiguous)


def _citation_form(role: str) -> str:
    """A role as records have it: `областния управител` is `областен управител`; what follows it stays.

    >>> _citation_form("зам. областният управител"), _citation_form("кмета на общината")
    ('заместник областен управител', 'кмет на общината')
    """
    typed = fold(role.strip())
    found = role_at(role_words(typed), 0)
    return found.name + typed[found.stop :] if found else typed


def _normal_forms(value: str, kinds: Sequence[str]) -> Iterator[str]:
    """What the value may mean, by every kind that understands it."""
    for kind in [BY_NAME[name] for name in kinds] or KINDS:
        try:
            form = kind.normalise(fold(value.strip()))
        except Invalid:
            continue
        if form:
            yield form
