"""What typed values and offices may mean; a room of its own, as it loads the rules of all kinds."""

import re
from collections.abc import Iterator, Mapping, Sequence

from govarchive.errors import Invalid
from govarchive.extract import extract
from govarchive.jobs.values import normal_form
from govarchive.kinds import BY_NAME, KINDS
from govarchive.model import Page

_WHOLE_DATE = re.compile(r"[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9]{2})?)?")
_OF_OFFICES = [BY_NAME[name] for name in ("institution", "person", "place")]
_AMOUNT = re.compile(r"-?[0-9]+(?:[ .,'’][0-9]+)*")
_CURRENCIES = ("лв.", "евро")
"""Those in which pages of public bodies state what they pay."""
_SCHEME = re.compile(r"https?:[/\\]{1,2}", re.IGNORECASE)
# Of a telephone without its area code, as printed: `62302`, `812 345`, `84-12-34`, `22-45`.
_LOCAL = re.compile(r"[2-9](?:[ -]?[0-9]){4,6} | [2-9][0-9][ -][0-9]{2}", re.VERBOSE)


def of_value(value: str, kinds: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The fields of a query for what was typed: all it may mean, and what may stand behind or before it.

    >>> of_value("84-12-34", ["phone"])["endings"], of_value("Заповед РД-12", ["document"])["documents"]
    (('841234',), ('Заповед РД-12', 'Заповед № РД-12'))
    >>> of_value("9744", ["money"])["values"]
    ('9744', '9744.00 BGN', '9744.00 EUR')
    """
    forms = {value, *normal_forms(value, kinds)}
    if scheme := _SCHEME.match(value.strip()):
        forms |= _addresses(value.strip()[scheme.end() :])
    elif "url" in kinds or "www." in value:
        forms |= _addresses(value.strip())
    said = value.strip()
    if _AMOUNT.fullmatch(said) and ("money" in kinds or not said.isdecimal()):
        forms |= {it for unit in _CURRENCIES for it in normal_forms(f"{said} {unit}", ["money"])}
    documents = {said, *normal_forms(said, ["document"])}
    return {
        "values": tuple(sorted(forms)),
        "dates": tuple(it for it in normal_forms(value, ["date"]) if _WHOLE_DATE.fullmatch(it)),
        "documents": tuple(sorted({*documents, *(f"№ {it}" for it in documents if " " not in it)})),
        "endings": (re.sub("[ -]", "", said),) if _LOCAL.fullmatch(said) else (),
    }


def _addresses(bare: str) -> set[str]:
    """The forms of one address of the web: with and without its scheme and the slash in its end."""
    plain = bare.rstrip("/")
    return {f"{scheme}{plain}{end}" for scheme in ("", "http://", "https://") for end in ("", "/")}


def as_on_a_page(typed: str) -> Mapping[str, str]:
    """The role, institution and unit that somebody has of whom a page says so."""
    page = Page(f"Иван Иванов Иванов - {typed}", "", "")
    people = [it for it in extract(page, _OF_OFFICES) if it.kind == "person"]
    return people[0].details if people else {}


def normal_forms(value: str, kinds: Sequence[str]) -> Iterator[str]:
    """What the value may mean, by every kind that understands it."""
    for kind in [BY_NAME[name] for name in kinds] or KINDS:
        try:
            form = normal_form(kind, value)
        except Invalid:
            continue
        if form:
            yield form
