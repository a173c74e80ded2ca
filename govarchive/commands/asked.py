"""What a user types, as a query: values and names in whatever form become normal forms.

The rules of the kinds, which take a second to load, are loaded for what needs them only.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from govarchive.archive import Query
from govarchive.names.evidence import before_titles
from govarchive.names.role_gender import in_other_gender
from govarchive.names.role_phrase import role_at, role_words
from govarchive.text.fold import fold
from govarchive.text.inflect import word_forms
from govarchive.text.keys import key

_LOST_VOWEL = re.compile(r"\b([а-я]{2,}т)ри(?:те)?\b")
_BODY = re.compile(r"[ ]?(?:на|в|във|към|при|,|-)[ ](?P<body>.+)")
_SAME_WORDS = (
    frozenset({"факс", "телефакс", "fax", "telefax"}),
    frozenset({"тел", "телефон", "tel", "telephone", "phone"}),
    frozenset({"моб", "мобилен", "gsm", "джиесем", "mobile"}),
)
"""Words of labels that say the same."""


def as_query(kinds: Sequence[str], limit: int | None, typed: Mapping[str, Any]) -> Query:
    """The query for the options of `govarchive query`; `typed` holds those that are fields of Query, and `value`.

    >>> as_query(["phone"], None, {"value": "056/ 812 345"}).values
    ('+35956812345', '056/ 812 345')
    """
    fields = {name: said for name, said in typed.items() if said is not None}
    if "value" in fields:
        from govarchive.commands.meant import of_value

        fields |= of_value(fields.pop("value"), kinds)
    if "institution" in fields:
        from govarchive.commands.meant import names_of_body

        fields["institutions"] = names_of_body(fields.pop("institution"))
    if "person" in fields:
        fields["person"] = _without_titles(fields["person"])
    if "role" in fields:
        fields |= _of_role(fields["role"])
    if "label" in fields:
        words = key(fields.pop("label")).split()
        fields["labels"] = tuple(_forms(word) for word in words)
    return Query(kinds=kinds, limit=limit, **fields)


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
    """
    typed = fold(person.strip())
    starts = [it.start() for it in re.finditer(r"\S+", typed)][1:]
    named = next((at for at in reversed(starts) if before_titles(typed, at)[0] == 0), 0)
    return typed[named:]


def _of_role(role: str) -> dict[str, Any]:
    """The fields of a query for a role: as typed, or else the office, body and unit that a page would have said so.

    >>> _of_role("кметът на община Видин")
    {'role': 'кмет на община Видин', 'genders': ('кмет', 'кметица'), 'office': 'кмет', 'held_at': ('община Видин',)}
    >>> _of_role("кмет на общината")
    {'role': 'кмет на общината', 'genders': ('кмет', 'кметица'), 'office': 'кмет', 'held_at': ('община', '')}
    >>> _of_role("заместник-кмет „Култура“")["unit"], _of_role("главна сестра")
    ('Култура', {'role': 'главна сестра'})
    """
    typed = fold(role.strip())
    found = role_at(role_words(typed), 0)
    if found is None:
        # министри: the vowel that the plural loses
        typed = _LOST_VOWEL.sub(r"\1ър", typed)
        found = role_at(role_words(typed), 0)
    if found is None:
        return {"role": typed}
    rest = typed[found.stop :]
    other = in_other_gender(found.name)
    genders = {"genders": (found.name, other)} if other else {}
    return {"role": found.name + rest, **genders, **(_held(typed, found.name, rest) if rest else {})}


def _held(typed: str, office: str, rest: str) -> dict[str, Any]:
    """The fields for an office with something behind it: at which body it is held, and of which unit."""
    from govarchive.commands.meant import as_on_a_page, names_of_body

    said = as_on_a_page(typed)
    told, unit = said.get("role", ""), {}
    if "unit" in said:
        told, unit = told.partition(" „")[0] or office, {"unit": said["unit"]}
    if "institution" in said:
        return {"office": told or office, "held_at": names_of_body(said["institution"]), **unit}
    body = _BODY.match(rest)
    if unit or body is None:
        # `експерт по списък`: what says nothing of the office
        dropped = rest.islower() and told and key(told) != key(office + rest)
        return {"office": told, **unit} if unit or dropped else {}
    names = names_of_body(body["body"])
    # `кмет на общината`: a general word, for a body that the page names elsewhere or not at all
    general = said.get("role") == office and body["body"].islower()
    return {"office": office, "held_at": (*names, "") if general else names}
