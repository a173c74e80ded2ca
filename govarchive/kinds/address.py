r"""Postal address (адрес): a street with its number, and the settlement, postcode, floor and room in one row with it.

The normal form is the text as printed in one line, with single blanks and quotes as `„…“`. An address is found by its
street, square or estate with a number or block; it grows by region, municipality, settlement, district, postcode, box,
block, entrance, floor, flat and room, before and after, over one line end. After a label (`Адрес:`) a row of settlement
and postcode, or of settlement, municipality and region, is enough.

Not supported: a street with neither number nor floor, postcode or label; rooms and floors by themselves; addresses
abroad; streets whose name is neither quoted nor capitalised.

Sources: Ordinance of the Ministry of Regional Development on the names of streets and settlements; postcodes of the
Communications Regulation Commission have four digits, the first not zero.

>>> normalise('гр. Враца,  3000,\nбул. "Вестител" №1')
'гр. Враца, 3000, бул. „Вестител“ №1'
>>> parts("", 'гр. Враца, 3000, бул. "Вестител" №1')
{'number': '1', 'place': 'Враца', 'postcode': '3000', 'street': 'бул. „Вестител“'}
>>> validate("гр. Враца, ул. „Шипка“ № 5")
>>> normalise("  ")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: an address expected, nothing found
"""

import re
from collections.abc import Iterator
from typing import Any

from govarchive.errors import InvalidFormat
from govarchive.model import NOWHERE, WHOSE, Near, Span
from govarchive.names.places.addresses import Address, addresses
from govarchive.text.found_at import found_at

NAME = "address"
CHECKED = False

LABEL: re.Pattern[str] | None = re.compile(
    r"""
    (?: (?: пощенски | административен | постоянен | настоящ ) \s )?
    адрес(?:а|ът)? (?: \s (?: на\s(?:управление|управлението) | за\s\w+(?:\sна\s\w+)? ) )? | седалище(?:то)?
    """,
    re.IGNORECASE | re.VERBOSE,
)

DETAILS: dict[str, Any] = {
    "place": {"type": "string"},
    "postcode": {"type": "string", "pattern": "^[1-9][0-9]{3}$"},
    "street": {"type": "string"},
    "number": {"type": "string"},
    **WHOSE,
}

_QUOTE = re.compile('["„“”«»]')


def find(text: str) -> Iterator[Span]:
    for it in addresses(text):
        yield Span(it.start, it.stop, it.rule)


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    if not raw.strip():
        raise InvalidFormat("an address expected, nothing found")
    return _straight(raw)


def validate(value: str) -> None:
    if not re.search("[А-Яа-я]{2}", value):
        raise InvalidFormat(f"{value}: an address in Bulgarian expected")


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    it = _reading(raw, near)
    if it is None:
        return {}
    place = it.place.title() if it.place and it.place.isupper() else it.place
    details = {"number": it.number, "place": place, "postcode": it.postcode, "street": it.street}
    return {name: _straight(detail) for name, detail in details.items() if detail}


def _reading(raw: str, near: Near) -> Address | None:
    """The address read on the page at this place, or in the raw value when there is no page."""
    if near.text:
        it: Address | None = found_at(addresses, near.text).get(near.start)
        return it
    return next(iter(addresses(raw)), None)


def _straight(printed: str) -> str:
    """In one line, quotes in pairs: an odd one opens, an even one closes."""
    line = " ".join(printed.split())
    if not _QUOTE.search(line):
        return line
    pieces = _QUOTE.split(line)
    if len(pieces) == 2 and pieces[0][-1:].isalnum():
        return "“".join(pieces)  # the one that opens the name is lost
    opening = {at: " „" if pieces[at][-1:].isalpha() else "„" for at in range(0, len(pieces), 2)}  # `площад"Свобода"`
    return "".join(piece + opening.get(at, "“") for at, piece in enumerate(pieces[:-1])) + pieces[-1]
