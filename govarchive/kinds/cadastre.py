r"""Идентификатор на имот (кадастрален идентификатор): cadastral identifier of a parcel, a building or a unit in one.

Three to five numbers with full stops between them: the EKATTE code of the settlement, the cadastral district, the
parcel, and perhaps the building and the unit in it (`00182.501.123.1.5`). The code has a check digit, the others begin
with no zero, but for the lone zero of a building that stands on several parcels (`00182.501.0.7`); so it is found
without a label too.

Not supported: numbers of the maps before the cadastre (`имот № 000123`, `УПИ V-210, кв. 14`), lists that print the head
once (`00182.501.12 и .13`).

Source: Ordinance RD-02-20-3 of 2016 on the structure of the identifier; EKATTE.

>>> normalise("00182.501.123")
'00182.501.123'
>>> validate("00182.501.123.1.5")
>>> parts("00182.501.123.1", "")
{'ekatte': '00182', 'object': 'building', 'place': 'Аксаково'}
>>> validate("00183.501.123")
Traceback (most recent call last):
govarchive.errors.InvalidChecksum: 00183.501.123: check digit 3 of the settlement found, 2 expected
>>> validate("00182.501")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: 00182.501: five digits and two to four numbers expected, full stops between them
"""

import re
from collections.abc import Iterator
from typing import Any

from govarchive.errors import InvalidChecksum, InvalidFormat
from govarchive.kinds import ekatte
from govarchive.model import NOWHERE, Near, Span
from govarchive.text.glance import long_numbers

NAME = "cadastre"
CHECKED = True

LABEL: re.Pattern[str] | None = re.compile(
    r"""
    (?:кадастрал(?:ен|ни)\s+)? (?: идентификатор(?:а|ът|и|ите)? | номер(?:а|ът)? | № )
    | поземлен(?:ия(?:т)?)?\s+имот | имот(?:а|ът|и|ите)? | ПИ | КИД | СОС?
    | сград[аи](?:та)? | самостоятел(?:ен|ния(?:т)?)\s+обект | обект
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OBJECTS = {3: "parcel", 4: "building", 5: "unit"}
DETAILS: dict[str, Any] = {
    "object": {"enum": list(_OBJECTS.values())},
    "ekatte": {"type": "string", "pattern": "^[0-9]{5}$"},
    "place": {"type": "string", "description": "the settlement of that code"},
}

_FIELDS = r"[0-9]{5}\.[1-9][0-9]{0,4}\.(?:0(?=\.[1-9])|[1-9][0-9]{0,4})(?:\.[1-9][0-9]{0,4}){0,2}"
# As typed: a blank beside a full stop. Behind the number of a parcel it stands only before one, `213. 1` begins a list.
_TYPED = (
    r"[0-9]{5}(?:\.[ ]?|[ ]\.)[1-9][0-9]{0,4}(?:\.[ ]?|[ ]\.)(?:0(?=[ ]?\.[1-9])|[1-9][0-9]{0,4})"
    r"(?:[ ]?\.[1-9][0-9]{0,4}){0,2}"
)
# Nothing but another identifier may be joined to one.
_IDENTIFIER = re.compile(rf"{_TYPED}(?! [0-9] | [.-][0-9] | [,/](?![0-9]{{5}}\.)[0-9] )", re.VERBOSE)
_JOINED = re.compile(r"[0-9][.,/-]?\Z")
_SHAPE = re.compile(_FIELDS)
_AHEAD = 24
"""How far a number goes on behind a run of digits that a blank beside a full stop ends, at most."""
_AROUND_STOPS = re.compile(r"[ ]*\.[ ]*")


def find(text: str) -> Iterator[Span]:
    last = -1
    for begin, end in long_numbers(text):
        for found in _IDENTIFIER.finditer(text, begin, end + _AHEAD) if "." in text[begin:end] else ():
            start, stop = found.span()
            if not last < start < end:
                continue
            if start == last + 1 or not _JOINED.search(text, max(0, start - 2), start):
                last = stop
                yield Span(start, stop, "identifier")


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    value = _AROUND_STOPS.sub(".", raw.strip())
    if not re.fullmatch(r"[0-9.]+", value):
        raise InvalidFormat(f"{value[:40]}: digits and full stops expected")
    return value


def validate(value: str) -> None:
    if not _SHAPE.fullmatch(value):
        raise InvalidFormat(f"{value}: five digits and two to four numbers expected, full stops between them")
    expected = ekatte.check_digit(value)
    if value[4] != expected:
        raise InvalidChecksum(f"{value}: check digit {value[4]} of the settlement found, {expected} expected")


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    if value is None or not _SHAPE.fullmatch(value):
        return {}
    details = {"ekatte": value[:5], "object": _OBJECTS[value.count(".") + 1], "place": ekatte.place(value[:5])}
    return {name: detail for name, detail in details.items() if detail}
