"""Kinds without a check: what can be said all the same of a name in a column that has nothing of its kind.

A name that no list knows may still be right, so that it is kept, neither valid nor invalid, with its problem told.

>>> from govarchive.kinds import BY_NAME
>>> doubt(BY_NAME["place"], "абракадабра", "абракадабра")
"'абракадабра' is on no list of places, and their names begin with a capital"
>>> doubt(BY_NAME["place"], "с. Горно Бърдово", "Горно Бърдово")
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from govarchive.data import table
from govarchive.data.register import settlements, types
from govarchive.kinds import Kind, named
from govarchive.names.bodies.words import COMPANY_FORMS
from govarchive.names.places.toponyms import kinds_of_names
from govarchive.text.fold import lower
from govarchive.text.landmarks import ESTATES, STREETS, landmarks

_WORD = re.compile(r"[^\W\d_]+")
_QUOTE = re.compile('["„“”«»]')
# Of names in Latin letters no word is known, and `НЕК` or `МтСП` may be short for a body.
_LATIN_OR_SHORT = re.compile(r"[A-Za-z] | (?<!\w)[А-ЯЍ][А-ЯЍа-яѝ]{0,3}[А-ЯЍ](?!\w)", re.VERBOSE)
_ZONE = re.compile(
    r"[0-9]{2}:?[0-9]{2}(?:[.,][0-9]+)? [ ]? (?P<zone> (?![AP]M)[A-Z]{1,4} | [+-][0-9]{2}:?[0-9]{2} ) \Z", re.VERBOSE
)
_BULGARIAN = frozenset("+02:00 +03:00 +0200 +0300 EET EEST".split())
_COMMA = re.compile(r"(?P<figure>-?[1-9][0-9]{0,2},[0-9]{3})[ ]?[^\W\d_]+\.?")
_LAND = re.compile(r"(?<!\w)(?:община|област|район|регион|окръг)(?!\w)", re.IGNORECASE)
_IN_REGISTER = frozenset({None, "село", "град", "манастир"})
_PART_OF_TOWN = re.compile(
    r"(?<!\w)(?:квартал|махала|местност|м-ст|м-т|блок|бл\.|вх\.|вход|сграда|шосе|път|гара|промишлена|индустриална)",
    re.IGNORECASE,
)


def doubt(kind: Kind, typed: str, value: str) -> str | None:
    """What is wrong with a name by all that is known of its kind; None where nothing can be said.

    `typed` is folded, `value` its normal form.
    """
    of_kind = _OF_KINDS.get(kind.NAME)
    return of_kind(typed, value) if of_kind and value else None


def _of_place(typed: str, value: str) -> str | None:
    """A name in small letters that no list knows; with the register, any name that neither it nor a list knows."""
    kind = named("place").parts(value, typed).get("type")
    if lower(value) in kinds_of_names() or settlements(value) or _LAND.search(value):
        return None
    if kind in _IN_REGISTER and any(types()):  # the register is loaded
        return f"{value!r} is neither in the register of settlements nor on another list of places"
    if kind is None and value.islower():
        return f"{value!r} is on no list of places, and their names begin with a capital"
    return None


def _of_institution(typed: str, value: str) -> str | None:
    """A name that no list knows, without a word that names a body, quotes, or what may be an abbreviation."""
    institution = named("institution")
    told = "type" in institution.parts(value, typed) or not COMPANY_FORMS.isdisjoint(_WORD.findall(value))
    if told or lower(value) in _full_names() or any(institution.find(typed)):
        return None
    if _QUOTE.search(value) or _LATIN_OR_SHORT.search(typed):
        return None
    return f"{value!r} has no word that names a body (съд, училище, ЕООД), no quotes and no abbreviation"


@cache
def _full_names() -> frozenset[str]:
    """The bodies that abbreviations stand for, and banks with and without their form, in lower case."""
    banks = (name for row in table("manual_banks") for name in (row["name"], row["name"].rpartition(" ")[0]))
    return frozenset(lower(it) for it in (*banks, *(row["full"] for row in table("manual_abbreviations"))))


def _of_address(typed: str, value: str) -> str | None:
    """What has neither a number, nor a word for a street or an estate, nor a settlement."""
    if any(map(str.isdigit, typed)) or landmarks(typed, STREETS | ESTATES) or _PART_OF_TOWN.search(typed):
        return None
    place = named("place")
    if any(place.find(typed)) or place.parts(place.normalise(typed), typed):
        return None
    return f"{value!r} has no street, no settlement and no number"


def _of_date(typed: str, value: str) -> str | None:
    """A time told in another zone than that of Bulgaria, which dates do not have."""
    zone = _ZONE.search(typed) if "T" in value else None
    if zone is None or zone["zone"] in _BULGARIAN:
        return None
    return f"its time is of the zone {zone['zone']}, which is left out: give the time of Bulgaria"


def _of_money(typed: str, value: str) -> str | None:
    """A sum of which the only comma may be the mark of its decimals, as it is in Bulgarian print."""
    sum_ = _COMMA.fullmatch(typed)
    if sum_ is None or value.partition(".")[2][:2] != "00":
        return None
    decimals, currency = sum_["figure"].replace(",", "."), value[-3:]
    return f"the comma is read as one of thousands: if it is of decimals, write {decimals} {currency}"


_OF_KINDS: Mapping[str, Callable[[str, str], str | None]] = {
    "date": _of_date,
    "money": _of_money,
    "place": _of_place,
    "institution": _of_institution,
    "address": _of_address,
}
