r"""ЛНЧ (личен номер на чужденец): the personal number of a foreigner in Bulgaria.

Ten digits, the last a check digit. One number in ten passes, so it is only found where the page names it: `ЛНЧ` before
it, in the cell to its left, on the line above or at the head of its column, right behind it (`A (ЛНЧ)`), or the `LNC`
of payment orders glued on.
Under a label that stands for several numbers (`ЕГН/ЛНЧ`), or as the next of a list, it is one when it checks and is no
ЕГН. Leaves the tool masked; a masked value (`**********`) is accepted wherever a value is.

Not supported: numbers nobody names. The digits tell neither birth nor sex.

Sources: the Foreigners in the Republic of Bulgaria Act; weights as the revenue agency checks them.

>>> normalise("LNC1000000011")
'1000000011'
>>> validate("1000000011")
Traceback (most recent call last):
govarchive.errors.InvalidChecksum: 1000000011: check digit 1 found, 2 expected
>>> validate("1000000012")
>>> validate("100000001")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: 100000001: 9 characters found, 10 digits expected
"""

import re
from collections.abc import Iterator
from typing import Any

from govarchive.errors import InvalidChecksum
from govarchive.kinds import egn
from govarchive.model import NOWHERE, Near, Span
from govarchive.text.codes import personal
from govarchive.text.codes.checksums import weighted_sum

NAME = "lnch"
CHECKED = True

_WEIGHTS = (21, 19, 17, 13, 11, 9, 7, 3, 1)


def _checks(raw: str) -> bool:
    return personal.passes(raw, validate) and not egn.checks(raw)


_NUMBER = personal.Number(
    own=r"ЛНЧ | Л\.\s?Н\.\s?Ч\.? | личен \s+ номер \s+ на \s+ чужденеца? | LNC | LNCH",
    others=r"ЕГН | Е\.Г\.Н\.?",
    also="(?!)",
    beside=r"или | и | ЕИК | БУЛСТАТ | служебен | код | ЛН\b",
    hints=("лнч", "л.н", "л. н", "чужденец", "lnc"),
    checks=_checks,
)
LABEL: re.Pattern[str] | None = _NUMBER.own
DETAILS: dict[str, Any] = {}


def find(text: str) -> Iterator[Span]:
    return _NUMBER.find(text)


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    return personal.digits(raw, prefix="LNC")


def validate(value: str) -> None:
    if not personal.has_digits(value):
        return
    expected = weighted_sum(value[:9], _WEIGHTS) % 10
    if value[9] != str(expected):
        raise InvalidChecksum(f"{value}: check digit {value[9]} found, {expected} expected")


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    return {}
