r"""Код по ЕКАТТЕ (код на населено място): the code of a settlement in the national classification of settlements.

Five digits, the last a check digit; leading zeros count. Only found where the page names it: `ЕКАТТЕ`, or `ЕКНМ`, the
register before it, stands before it, in the cell to its left, on the line above, at the head of its column, or behind
it in brackets; and as the next of a list. Details name the settlement where it is a town or in the register the user
has loaded (`govarchive places load`).

Not supported: codes nobody names, codes of municipalities and regions (`BGS04`). The code at the head of a cadastral
identifier is no record of its own.

Source: EKATTE of the National Statistical Institute.

>>> normalise("07 079")
'07079'
>>> validate("07079")
>>> parts("07079", "07079")
{'place': 'Бургас'}
>>> validate("07078")
Traceback (most recent call last):
govarchive.errors.InvalidChecksum: 07078: check digit 8 found, 9 expected
>>> validate("7079")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: 7079: 4 characters found, 5 digits expected
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from govarchive.data import table
from govarchive.data.register import settlement_of
from govarchive.errors import InvalidChecksum, InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.text.codes.checksums import two_step_digit
from govarchive.text.codes.naming import Naming
from govarchive.text.counted import counted
from govarchive.text.glance import lowered, numerals
from govarchive.text.needles import holds

NAME = "ekatte"
CHECKED = True

_HINTS = ("екатте", "eкатте", "ekatte", "екнм")  # the second one begins with a Latin letter
_NAMING = Naming(
    "[ЕE]КАТТЕ | EKATTE | ЕКНМ",
    beside=r"код(?:ове|а|ът)? | code | по | на\s+населено(?:то)?\s+място | землище(?:то)? | и | с",
    hints=_HINTS,
)
LABEL: re.Pattern[str] | None = _NAMING.names
DETAILS: dict[str, Any] = {"place": {"type": "string", "description": "the settlement of that code"}}

# Not the end or the head of a longer number: of a cadastral identifier, a sum, a date. A comma may part two codes.
_CODE = re.compile(
    r"""
    [0-9]{5} (?<![0-9]{6}) (?<![0-9][./-][0-9]{5}) (?: (?<![0-9],[0-9]{5}) | (?<=[0-9]{5},[0-9]{5}) )
    (?! [0-9] | [./-][0-9] | ,(?![0-9]{5}(?![0-9]))[0-9] )
    """,
    re.VERBOSE,
)
_LIST = re.compile(r"[ ]*(?:[,;/]|\n|\bи\b|,\s*и)[ ]*")
_NAMED_BEHIND = re.compile(r"[ ]?\((?:код[ ])?(?:по[ ])?ЕКАТТЕ\)")
_DIGITS = 5
_WEIGHTS = ((1, 2, 3, 4), (3, 4, 5, 6))


def find(text: str) -> Iterator[Span]:
    if _DIGITS not in map(len, numerals(text).parts[1::2]) or not holds(lowered(text), _HINTS):
        return
    names, last = _NAMING.on(text), -1
    for found in _CODE.finditer(text):
        start, stop = found.span()
        if last >= 0 and _LIST.fullmatch(text, last, start):
            rule = "listed" if _checks(found.group()) else ""
        elif names.label(start):
            rule = "named"
        else:
            rule = "named behind" if _NAMED_BEHIND.match(text, stop) and _checks(found.group()) else ""
        if rule:
            last = stop
            yield Span(start, stop, rule)


def _checks(code: str) -> bool:
    return check_digit(code) == code[4]


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    value = raw.replace(" ", "")
    if not value.isascii() or not value.isdigit():
        raise InvalidFormat(f"{raw.strip()[:40]}: five digits expected")
    return value


def validate(value: str) -> None:
    if not re.fullmatch("[0-9]{5}", value):
        raise InvalidFormat(f"{value}: {counted(len(value), 'character')} found, 5 digits expected")
    expected = check_digit(value)
    if value[4] != expected:
        raise InvalidChecksum(f"{value}: check digit {value[4]} found, {expected} expected")


def check_digit(code: str) -> str:
    """The fifth digit that four should have.

    >>> check_digit("0707")
    '9'
    """
    return str(two_step_digit(code[:4], *_WEIGHTS))


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    name = place(value) if value else None
    return {"place": name} if name else {}


def place(code: str) -> str | None:
    """The name of the settlement of a code, by the register that is loaded or among the towns; None if unknown."""
    registered = settlement_of(code)
    return registered.name if registered else _towns().get(code)


@cache
def _towns() -> Mapping[str, str]:
    return {row["ekatte"]: row["name"] for row in table("manual_towns") if row["ekatte"]}
