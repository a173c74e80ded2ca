r"""ЕГН (единен граждански номер): the personal number of a Bulgarian citizen.

Ten digits: year, month and day of birth (month + 20 before 1900, + 40 from 2000), a serial number whose last digit is
even for men, a check digit. Only found where the page names it: `ЕГН` before it, in the cell to its left, on the line
above or at the head of its column, or right behind it (`A (ЕГН)`); and as the next of a list (`ЕГН: A и B`), when it
checks. Ten digits named `Булстат` are one too when they check: persons in that register bear their ЕГН. Leaves the tool
masked; a masked value (`**********`) is accepted wherever a value is.

Not supported: numbers nobody names, and numbers the page itself has masked. Examples are of births before 1870.

Sources: the Civil Registration Act, Ordinance RD-02-20-9 of 2012.

>>> normalise("503203 6030")
'5032036030'
>>> validate("5032036030")
>>> parts("5032036030", "5032036030")
{'born': '1850-12-03', 'sex': 'female'}
>>> validate("5032036031")
Traceback (most recent call last):
govarchive.errors.InvalidChecksum: 5032036031: check digit 1 found, 0 expected
>>> validate("5033036038")
Traceback (most recent call last):
govarchive.errors.InvalidComponent: 5033036038: 503303 is no day of birth
>>> validate("503203603")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: 503203603: 9 characters found, 10 digits expected
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from govarchive.errors import InvalidChecksum, InvalidComponent
from govarchive.model import NOWHERE, Near, Span
from govarchive.text.codes import personal
from govarchive.text.codes.checksums import weighted_sum

NAME = "egn"
CHECKED = True

_WEIGHTS = (2, 4, 8, 5, 10, 9, 7, 3, 6)


def checks(raw: str) -> bool:
    """Whether a raw value is one without any doubt.

    >>> checks("503203 6030")
    True
    """
    return personal.passes(raw, validate)


# A person who trades bears the own number in the place of a company's, behind BG for tax.
_OF_COMPANIES = r"ЕИК | БУЛСТАТ | (?:ЗДДС|ДДС) (?: \s* (?:№|No\b|номер) | (?=[\s:№.-]{0,4}BG) ) | VAT"
_NUMBER = personal.Number(
    own=r"""ЕГН | Е[ ]Г[ ]Н\b | E\.?G\.?N\b | Е\.\s?Г\.\s?Н\.?
        | (?: един(?:ен|ния|ният) \s+ )? граждански(?:я|ят)? \s+ номер(?:а|ът)?""",
    others=rf"ЛНЧ | Л\.Н\.Ч\.? | {_OF_COMPANIES}",
    also=_OF_COMPANIES,
    beside=r"по\s+лична\s+карта | по | или | и | код | служебен | лицето | ЛН\b",
    hints=("егн", "egn", "е.г.н", "е. г", "е г н", "граждански", "еик", "булстат", "ддс", "vat"),
    checks=checks,
)
LABEL: re.Pattern[str] | None = _NUMBER.own
DETAILS: dict[str, Any] = {
    "born": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "sex": {"enum": ["male", "female"]},
}


def find(text: str) -> Iterator[Span]:
    return _NUMBER.find(text)


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    value = personal.digits(raw)
    born = _born(value) if near.reference and personal.has_digits(value) else None
    if born and near.reference and born > near.reference:
        raise InvalidComponent(f"{value}: born {born}, after {near.reference}")
    return value


def validate(value: str) -> None:
    if not personal.has_digits(value):
        return
    if _born(value) is None:
        raise InvalidComponent(f"{value}: {value[:6]} is no day of birth")
    expected = weighted_sum(value[:9], _WEIGHTS) % 11 % 10
    if value[9] != str(expected):
        raise InvalidChecksum(f"{value}: check digit {value[9]} found, {expected} expected")


def _born(value: str) -> date | None:
    """The day of birth in the first six digits; None when there is no such day."""
    year, month, day = (int(value[at : at + 2]) for at in (0, 2, 4))
    century, month = {0: (1900, month), 1: (1800, month - 20), 2: (2000, month - 40)}.get((month - 1) // 20, (0, 0))
    try:
        return date(century + year, month, day)
    except ValueError:
        return None


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    if value is None or not re.fullmatch("[0-9]{10}", value):
        return {}
    born = _born(value)
    return {"born": born.isoformat(), "sex": "female" if int(value[8]) % 2 else "male"} if born else {}
