r"""ЛНЧ (личен номер на чужденец): the personal number of a foreigner in Bulgaria.

Ten digits, the last a check digit. One number in ten passes, so it is only found where the page names it: `ЛНЧ` before
it, in the cell to its left, on the line above or at the head of its column, or the `LNC` of payment orders glued on.
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
from govarchive.text import personal
from govarchive.text.checksums import weighted_sum
from govarchive.text.naming import Naming

NAME = "lnch"
CHECKED = True

_OWN = r"ЛНЧ | Л\.\s?Н\.\s?Ч\.? | личен \s+ номер \s+ на \s+ чужденеца? | LNC | LNCH"
_OTHERS = r"ЕГН | Е\.Г\.Н\.?"
_NAMING = Naming(
    f"{_OWN} | {_OTHERS}",
    beside=r"или | и | ЕИК | БУЛСТАТ | служебен | код",
    hints=("лнч", "л.н", "л. н", "чужденец", "lnc"),
)
_OWN_NAME = re.compile(_OWN, re.IGNORECASE | re.VERBOSE)
_OTHER_NAME = re.compile(_OTHERS, re.IGNORECASE | re.VERBOSE)
LABEL: re.Pattern[str] | None = _OWN_NAME
DETAILS: dict[str, Any] = {}

_WEIGHTS = (21, 19, 17, 13, 11, 9, 7, 3, 1)


def find(text: str) -> Iterator[Span]:
    return personal.spans(text, _NAMING, _rule)


def _rule(label: str, raw: str, listed: bool) -> str:
    if not _OWN_NAME.search(label):
        return ""
    other = _OTHER_NAME.search(label)
    if not other and not listed:
        return "named"
    if not personal.passes(raw, validate) or egn.checks(raw):
        return ""
    return "named with others" if other else "listed"


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
