"""What a user types, as a query: values and names in whatever form become normal forms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from govarchive.archive import Query
from govarchive.data import table
from govarchive.errors import Invalid
from govarchive.extract import extract
from govarchive.jobs.values import normal_form
from govarchive.kinds import BY_NAME, KINDS
from govarchive.model import Page
from govarchive.names.evidence import before_titles
from govarchive.names.role_phrase import role_at, role_words
from govarchive.text.fold import fold
from govarchive.text.inflect import word_forms
from govarchive.text.keys import key

_WHOLE_DATE = re.compile(r"[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9]{2})?)?")
_LOST_VOWEL = re.compile(r"\b([а-я]{2,}т)ри(?:те)?\b")
_BODY = re.compile(r"[ ]?(?:на|в|във|към|при|,|-)[ ](?P<body>.+)")
_IN = re.compile(" в(?:ъв)? ")
"""What is typed between a body and its town (`съдът във Видин`), and printed as a dash."""
_OF_OFFICES = [BY_NAME[name] for name in ("institution", "person", "place")]
_SCHEME = re.compile(r"https?:[/\\]{1,2}", re.IGNORECASE)
# Of a telephone without its area code, as printed: `62302`, `812 345`, `84-12-34`, `22-45`.
_LOCAL = re.compile(r"[2-9](?:[ -]?[0-9]){4,6} | [2-9][0-9][ -][0-9]{2}", re.VERBOSE)
_SAME_WORDS = (
    frozenset({"факс", "телефакс", "fax", "telefax"}),
    frozenset({"тел", "телефон", "tel", "telephone", "phone"}),
    frozenset({"моб", "мобилен", "gsm", "джиесем", "mobile"}),
)
"""Words of labels that say the same."""
# How bodies are cut short in typing; with their full stop they are no words of their own.
_CUT = {"общ.": "община", "мин.": "министерство", "м-во": "министерство", "обл.": "област", "дирек.": "дирекция"}
_CUT |= {"адм.": "административен", "окр.": "окръжен", "рег.": "регионална", "упр.": "управление"}
_CUT_WORD = re.compile(r"(?<![а-я])(?:" + "|".join(map(re.escape, _CUT)) + r")(?![а-я])")


def as_query(kinds: Sequence[str], limit: int | None, typed: Mapping[str, Any]) -> Query:
    """The query for the options of `govarchive query`; `typed` holds those that are fields of Query, and `value`.

    >>> as_query(["phone"], None, {"value": "056/ 812 345"}).values
    ('+35956812345', '056/ 812 345')
    """
    fields = {name: said for name, said in typed.items() if said is not None}
    if "value" in fields:
        fields |= _of_value(fields.pop("value"), kinds)
    if "institution" in fields:
        fields["institutions"] = _names_of_body(fields.pop("institution"))
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


def _of_value(value: str, kinds: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The fields of a query for what was typed: all it may mean, and what may stand behind or before it.

    >>> _of_value("84-12-34", ["phone"])["endings"], _of_value("Заповед РД-12", ["document"])["documents"]
    (('841234',), ('Заповед РД-12', 'Заповед № РД-12'))
    """
    forms = {value, *_normal_forms(value, kinds)}
    if scheme := _SCHEME.match(value.strip()):
        forms |= _addresses(value.strip()[scheme.end() :])
    elif "url" in kinds or "www." in value:
        forms |= _addresses(value.strip())
    said = value.strip()
    documents = {said, *_normal_forms(said, ["document"])}
    return {
        "values": tuple(sorted(forms)),
        "dates": tuple(it for it in _normal_forms(value, ["date"]) if _WHOLE_DATE.fullmatch(it)),
        "documents": tuple(sorted({*documents, *(f"№ {it}" for it in documents if " " not in it)})),
        "endings": (re.sub("[ -]", "", said),) if _LOCAL.fullmatch(said) else (),
    }


def _addresses(bare: str) -> set[str]:
    """The forms of one address of the web: with and without its scheme and the slash in its end."""
    plain = bare.rstrip("/")
    return {f"{scheme}{plain}{end}" for scheme in ("", "http://", "https://") for end in ("", "/")}


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
    >>> _names_of_body("АС Варна"), _names_of_body("общ. Видин")
    (('АС Варна', 'административен съд варна', 'апелативен съд варна'), ('община Видин',))
    """
    typed = _CUT_WORD.sub(lambda cut: _CUT[cut.group()], typed)
    name = next(_normal_forms(typed, ["institution"]), typed)
    words = f" {key(name)} "
    names = [name]
    for printed, short, long, sure in _abbreviations():
        # In small letters what stands for several bodies may be a word.
        if f" {short} " in words and (sure or re.search(rf"(?<!\w){printed}(?!\w)", typed)):
            names.append(words.replace(f" {short} ", f" {long} ").strip())
        if f" {long} " in words:
            names.append(words.replace(f" {long} ", f" {short} ").strip())
    return tuple(dict.fromkeys([*names, *(_IN.sub(" ", it) for it in names)]))


@cache
def _abbreviations() -> tuple[tuple[str, str, str, bool], ...]:
    """The abbreviations as printed and as keys, with their full forms, and whether they stand for one body only."""
    rows = [row for row in table("manual_abbreviations") if row["full"] and row["type"] != "държава"]
    return tuple((row["short"], key(row["short"]), key(row["full"]), row["ambiguous"] != "1") for row in rows)


def _of_role(role: str) -> dict[str, Any]:
    """The fields of a query for a role: as typed, or else the office, body and unit that a page would have said so.

    >>> _of_role("кметът на община Видин")
    {'role': 'кмет на община Видин', 'office': 'кмет', 'held_at': ('община Видин',)}
    >>> _of_role("кмет на общината")
    {'role': 'кмет на общината', 'office': 'кмет', 'held_at': ('община', '')}
    >>> _of_role("заместник-кмет „Култура“")
    {'role': 'заместник-кмет "Култура"', 'office': 'заместник-кмет', 'unit': 'Култура'}
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
    return {"role": found.name + rest, **(_held(typed, found.name, rest) if rest else {})}


def _held(typed: str, office: str, rest: str) -> dict[str, Any]:
    """The fields for an office with something behind it: at which body it is held, and of which unit."""
    said = _as_on_a_page(typed)
    told, unit = said.get("role", ""), {}
    if "unit" in said:
        told, unit = told.partition(" „")[0] or office, {"unit": said["unit"]}
    if "institution" in said:
        return {"office": told or office, "held_at": _names_of_body(said["institution"]), **unit}
    body = _BODY.match(rest)
    if unit or body is None:
        # `експерт по списък`: what says nothing of the office
        dropped = rest.islower() and told and key(told) != key(office + rest)
        return {"office": told, **unit} if unit or dropped else {}
    names = _names_of_body(body["body"])
    # `кмет на общината`: a general word, for a body that the page names elsewhere or not at all
    general = said.get("role") == office and body["body"].islower()
    return {"office": office, "held_at": (*names, "") if general else names}


def _as_on_a_page(typed: str) -> Mapping[str, str]:
    """The role, institution and unit that somebody has of whom a page says so."""
    page = Page(f"Иван Иванов Иванов - {typed}", "", "")
    people = [it for it in extract(page, _OF_OFFICES) if it.kind == "person"]
    return people[0].details if people else {}


def _normal_forms(value: str, kinds: Sequence[str]) -> Iterator[str]:
    """What the value may mean, by every kind that understands it."""
    for kind in [BY_NAME[name] for name in kinds] or KINDS:
        try:
            form = normal_form(kind, value)
        except Invalid:
            continue
        if form:
            yield form
