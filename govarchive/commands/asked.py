"""What a user types, as a query: values and names in whatever form become normal forms.

The rules of the kinds, which take a second to load, are loaded for what needs them only.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from govarchive.archive import Query
from govarchive.commands.offices import of_role
from govarchive.names.evidence import before_titles
from govarchive.text.fold import fold, lower
from govarchive.text.inflect import word_forms
from govarchive.text.keys import key

_SAME_WORDS = (
    frozenset({"факс", "телефакс", "fax", "telefax"}),
    frozenset({"тел", "телефон", "tel", "telephone", "phone"}),
    frozenset({"моб", "мобилен", "gsm", "джиесем", "mobile"}),
)
"""Words of labels that say the same."""
# Words between the names of offices and bodies; `В.` is a town cut short, and `експерт по ОТ` one for safety at work.
_CAPITALS = re.compile(r"(?<![\w.-])(?:НА|В|ВЪВ|КЪМ|ПРИ|ОТ|ПО|ЗА|И)(?=[ ]+[\w\"„“])", re.IGNORECASE)

_PREPOSITION = re.compile(r"\A(?:на|от|за|с(?:ъс)?)[ ]+(?=\S)", re.IGNORECASE)


def as_query(kinds: Sequence[str], limit: int | None, typed: Mapping[str, Any]) -> Query:
    """The query for the options of `govarchive query`; `typed` holds those that are fields of Query, and `value`.

    >>> as_query(["phone"], None, {"value": "056/ 812 345"}).values
    ('+35956812345', '056/ 812 345')
    """
    fields = {name: said for name, said in typed.items() if said is not None}
    fields |= {name: _CAPITALS.sub(_small, fields[name]) for name in ("role", "institution") if name in fields}
    if "value" in fields:
        from govarchive.commands.meant import of_value

        fields |= of_value(fields.pop("value"), kinds)
    if "institution" in fields:
        from govarchive.commands.bodies import kinds_told, names_of_body
        from govarchive.commands.body_kinds import unit_and_body

        typed_body = fields.pop("institution")
        fields["institutions"] = names_of_body(typed_body)
        if within := unit_and_body(typed_body):
            fields["within"] = tuple(map(names_of_body, within))
        fields["general"] = kinds_told(fields["institutions"])
    if "person" in fields:
        fields["person"] = _without_titles(fields["person"])
    if "role" in fields:
        fields |= of_role(fields["role"])
        if fields.get("held_at"):
            from govarchive.commands.bodies import kinds_told

            fields["general"] = (*fields.get("general", ()), *kinds_told(fields["held_at"]))
    if "label" in fields:
        words = key(fields.pop("label")).split()
        fields["labels"] = tuple(_forms(word) for word in words)
    return Query(kinds=kinds, limit=limit, **fields)


def _small(word: re.Match[str]) -> str:
    """What is no name but printed in capitals among names: `КМЕТ НА ОБЩИНА КУЛА`.

    >>> _CAPITALS.sub(_small, "КМЕТ НА В. ТЪРНОВО"), _CAPITALS.sub(_small, "СЪДЪТ В КНЕЖА")
    ('КМЕТ на В. ТЪРНОВО', 'СЪДЪТ в КНЕЖА')
    """
    return lower(word[0])


def _forms(word: str) -> tuple[str, ...]:
    """The forms of a word of a label and of the words that say the same.

    >>> "fax" in _forms("факса"), "телефони" in _forms("тел"), _forms("fax")[0]
    (True, True, 'fax')
    """
    forms = word_forms(word)
    same = next((it for it in _SAME_WORDS if it & {*forms}), frozenset())
    return tuple(dict.fromkeys([*forms, *(form for it in sorted(same) for form in word_forms(it))]))


def _without_titles(person: str) -> str:
    """The name behind the titles that were typed before it; as typed where there is no name.

    >>> _without_titles("проф. д-р Стоян Дрянков")
    'Стоян Дрянков'
    >>> _without_titles("на Стоян Дрянков"), _without_titles("Елена Дрянкова")
    ('Стоян Дрянков', 'Елена Дрянкова')
    """
    typed = _PREPOSITION.sub("", fold(person.strip()))
    starts = [it.start() for it in re.finditer(r"\S+", typed)][1:]
    named = next((at for at in reversed(starts) if before_titles(typed, at)[0] == 0), 0)
    return typed[named:]
