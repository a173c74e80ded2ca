"""What typed values and names of bodies may mean; a room of its own, as it loads the rules of all kinds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from govarchive.data import table
from govarchive.errors import Invalid
from govarchive.extract import extract
from govarchive.jobs.values import normal_form
from govarchive.kinds import BY_NAME, KINDS
from govarchive.model import Page
from govarchive.text.keys import key

_WHOLE_DATE = re.compile(r"[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9]{2})?)?")
_IN = re.compile(" в(?:ъв)? ")
"""What is typed between a body and its town (`съдът във Видин`), and printed as a dash."""
_OF_OFFICES = [BY_NAME[name] for name in ("institution", "person", "place")]
_AMOUNT = re.compile(r"[0-9]+(?:[ .,'’][0-9]+)*")
_CURRENCIES = ("лв.", "евро")
"""Those in which pages of public bodies state what they pay."""
_SCHEME = re.compile(r"https?:[/\\]{1,2}", re.IGNORECASE)
# Of a telephone without its area code, as printed: `62302`, `812 345`, `84-12-34`, `22-45`.
_LOCAL = re.compile(r"[2-9](?:[ -]?[0-9]){4,6} | [2-9][0-9][ -][0-9]{2}", re.VERBOSE)
# How bodies are cut short in typing; with their full stop they are no words of their own.
_CUT = {"общ.": "община", "мин.": "министерство", "м-во": "министерство", "обл.": "област", "дирек.": "дирекция"}
_CUT |= {"адм.": "административен", "окр.": "окръжен", "рег.": "регионална", "упр.": "управление"}
_CUT_WORD = re.compile(r"(?<![а-я])(?:" + "|".join(map(re.escape, _CUT)) + r")(?![а-я])")


def of_value(value: str, kinds: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The fields of a query for what was typed: all it may mean, and what may stand behind or before it.

    >>> of_value("84-12-34", ["phone"])["endings"], of_value("Заповед РД-12", ["document"])["documents"]
    (('841234',), ('Заповед РД-12', 'Заповед № РД-12'))
    >>> of_value("9744", ["money"])["values"]
    ('9744', '9744.00 BGN', '9744.00 EUR')
    """
    forms = {value, *_normal_forms(value, kinds)}
    if scheme := _SCHEME.match(value.strip()):
        forms |= _addresses(value.strip()[scheme.end() :])
    elif "url" in kinds or "www." in value:
        forms |= _addresses(value.strip())
    said = value.strip()
    if _AMOUNT.fullmatch(said) and ("money" in kinds or not said.isdecimal()):
        forms |= {it for unit in _CURRENCIES for it in _normal_forms(f"{said} {unit}", ["money"])}
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


def names_of_body(typed: str) -> tuple[str, ...]:
    """The names of an institution: in base form, and with an abbreviation written out or the other way round.

    >>> names_of_body("ОбС Козлодуй"), names_of_body("национална агенция за приходите")
    (('ОбС Козлодуй', 'общински съвет козлодуй'), ('национална агенция за приходите', 'нап'))
    >>> names_of_body("АС Варна"), names_of_body("общ. Видин")
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


def as_on_a_page(typed: str) -> Mapping[str, str]:
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
