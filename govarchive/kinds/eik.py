r"""ЕИК, Булстат (единен идентификационен код): the number of a company, body or association in the Bulgarian registers.

Nine digits, or thirteen for a branch; leading zeros count. Only found where the page names it: `ЕИК`, `Булстат`, `ИН по
ЗДДС`, `VAT No` before it, in the cell to its left, on the line above or at the head of its column, or as the next of a
list, beside it or below. A `BG` before it makes it the VAT number as well (`details.vat`). The forms of public
procurement name none: there it ends the line of a party's name, and the address with its NUTS code stands below
(`София BG411 1000 България`).

Not supported: numbers nobody names; the ten digits that natural persons have as their Булстат (that is their ЕГН and
found, and masked, as such); the old ten-character tax numbers.

Sources: the BULSTAT Register Act, the check digits as in use since the register of 1996.

>>> normalise("BG 000 123 451")
'000123451'
>>> validate("000123451")
>>> parts("000123451", "BG000123451")
{'vat': 'BG000123451'}
>>> validate("000123452")
Traceback (most recent call last):
govarchive.errors.InvalidChecksum: 000123452: check digit 2 found, 1 expected
>>> validate("00012345")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: 00012345: 8 characters found, 9 or 13 digits expected
"""

import re
from collections.abc import Iterator
from typing import Any

from govarchive.errors import InvalidChecksum, InvalidComponent, InvalidFormat
from govarchive.model import NOWHERE, WHOSE, Near, Span
from govarchive.text.codes.checksums import two_step_digit
from govarchive.text.codes.naming import Names, Naming
from govarchive.text.counted import counted
from govarchive.text.glance import latin, long_numbers

NAME = "eik"
CHECKED = True

_NAMES = r"""
    ЕИК (?:/ПИК)? | EIK | Е\.И\.К\.?
    | Булстат | Bulstat
    | единен \s+ идентификационен \s+ (?:код|номер)
    | (?:ИН|Ид\.?|Идент\.?|идентификационен) \s* (?:№|номер)? \s* по \s+ (?:ЗДДС|ДДС)
    | (?:Ид\.|Ид(?=\s№)|Идент\.?|идентификационен) \s* (?:№|номер|код)
    | (?:ЗДДС|ДДС) (?: \s* (?:№|No\b|номер) | (?=[\s:№.-]{0,4}BG) )
    | национален \s+ регистрационен \s+ (?:№|номер)
    | (?: Ин\.? | ИНДДС | З\.Д\.Д\.С\. | Дан(?:\.|ъчен) \s* (?:№|номер) | Tax\s+ID | TIN ) (?=[\s:№.-]{0,4}BG)
    | VAT (?: \s+ (?: No\b | number\b ) )? | UIC | UIN
"""
_NAMING = Naming(
    _NAMES,
    beside=r"""
        под | по | или | и | ПИК | ЕГН | ЛНЧ | ИН | ЗДДС | ДДС
        | с\s+код | ЗТР | Ю | Ф | ТР | АВ | регистър | търговския? | код | ID | Reg\.? | number | code | BG
    """,
    hints=(
        "еик",
        "е.и.к",
        "eik",
        "булстат",
        "bulstat",
        "идент",
        "национален",
        "ин:",
        "ин №",
        "ин bg",
        "ин. №",
        "з.д.д.с",
        "данъчен",
        "дан. №",
        "tax id",
        "tin",
        "ид.",
        "ид №",
        "дс",
        "vat",
        "uic",
        "uin",
    ),
    owned=True,
)
LABEL: re.Pattern[str] | None = _NAMING.names
DETAILS: dict[str, Any] = {
    "vat": {"type": "string"},
    **WHOSE,
}

_DIGITS = re.compile(r"[0-9](?:[ -]?[0-9]){6,}+")
# The four digits of a branch apart from the nine; after a blank only one with a zero, since a year may follow.
_BRANCH = re.compile(r"(?:-|[ ](?=0))[0-9]{4}(?![0-9])")
# The next of a list, on the same line or below it where each has a line of its own.
_LIST = re.compile(r"(?:[ ]*(?:[,;/]|и|,\s*и)[ ]*|[ ]*[,;]?(?:[ ]*\n){1,3}[ ]*)(?:BG[ ]?)?")
# The forms of public procurement: the name, the number, then the street and the town with its NUTS and post code.
_PARTY = re.compile(r'(?: [^\W\d_] | [".)] ) [ ] [0-9]{9} (?:[0-9]{4})?', re.VERBOSE)
_FORM_ADDRESS = re.compile(
    r"[ ]{0,3} \n (?: [^\n]{0,120} \n ){0,3}? [^\n]{2,60}? [ ] BG[0-9]{1,3} [ ] [1-9][0-9]{3} (?![0-9])", re.VERBOSE
)
# The same in the Official Journal: the number on a line below the name, the NUTS code some lines further.
_ALONE = re.compile(r"[^\W\d][.)\"]?[ ]{0,3}\n[ ]{0,3}[0-9]{9}(?:[0-9]{4})?[ ]{0,3}(?=\n)")
_JOURNAL_ADDRESS = re.compile(r"\n(?:[^\n]{0,120}\n){1,12}?[^\n]{0,20}NUTS[^\n]{0,20}BG[0-9]{3}")
_GAPS = re.compile(r"[\s.-]+")
_PREFIX = re.compile(r"[Bb][Gg][ ]?\Z")

_NINTH = ((1, 2, 3, 4, 5, 6, 7, 8), (3, 4, 5, 6, 7, 8, 9, 10))
_THIRTEENTH = ((2, 7, 3, 5), (4, 9, 5, 7))


def find(text: str) -> Iterator[Span]:
    names, last = _NAMING.on(text), -1
    possible, forms = names.possible, b" bg" in latin(text) and " BG" in text
    for begin, end in long_numbers(text) if possible or forms else ():
        for run in _DIGITS.finditer(text, begin, end):
            span = _span(text, run, names, last) if possible else None
            if span is None and forms:
                span = _of_party(text, run)
            if span:
                last = span.stop
                yield span


def _span(text: str, run: re.Match[str], names: Names, last: int) -> Span | None:
    """The number in a run of digits that is named, or the next of the list whose last one ends at `last`."""
    length = _reading(run.group())
    if not length:
        return None
    prefix = _PREFIX.search(text, max(0, run.start() - 3), run.start())
    start, stop = prefix.start() if prefix else run.start(), run.start() + length
    if last >= 0 and _LIST.fullmatch(text, last, start):
        return Span(start, stop, "listed") if _checks(text[run.start() : stop]) else None
    return Span(start, stop, "named") if names.label(run.start()) else None


def _of_party(text: str, run: re.Match[str]) -> Span | None:
    """The number at the end of the line of a party's name, with its address below."""
    if not _checks(run.group()):
        return None
    if _PARTY.fullmatch(text, max(0, run.start() - 2), run.end()):
        return Span(*run.span(), "party") if _FORM_ADDRESS.match(text, run.end()) else None
    line = _ALONE.search(text, max(0, run.start() - 9), run.end() + 4) if "NUTS" in text else None
    return Span(*run.span(), "party") if line and _JOURNAL_ADDRESS.match(text, line.end()) else None


def _reading(run: str) -> int:
    """How many characters of a run of digits and gaps make the number: 9 or 13 digits, else a wrong number; or none.

    Ten digits are never read: they would be a person's.
    """
    groups = run.replace("-", " ").split(" ")
    digits = 0
    for gaps, group in enumerate(groups):
        digits += len(group)
        if digits in (9, 13):
            stop = digits + gaps
            branch = _BRANCH.match(run, stop) if digits == 9 else None
            return branch.end() if branch and _checks(run[: branch.end()]) else stop
        if digits > 9:
            break
    first = len(groups[0])
    return first if first in (7, 8, 11, 12, 14) else 0


def _checks(raw: str) -> bool:
    digits = _GAPS.sub("", raw)
    return len(digits) in (9, 13) and digits[8] + digits[12:] == _expected(digits)


def _expected(digits: str) -> str:
    """The check digits nine or thirteen digits should have."""
    ninth = str(two_step_digit(digits[:8], *_NINTH))
    return ninth + str(two_step_digit(digits[8:12], *_THIRTEENTH)) if len(digits) == 13 else ninth


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    value = _GAPS.sub("", raw).upper().removeprefix("BG")
    if not value.isascii() or not value.isdigit():
        raise InvalidFormat(f"{raw.strip()[:40]}: digits expected, perhaps after BG")
    return value


def validate(value: str) -> None:
    if not re.fullmatch("[0-9]{9}(?:[0-9]{4})?", value):
        raise InvalidFormat(f"{value}: {counted(len(value), 'character')} found, 9 or 13 digits expected")
    if not value.strip("0"):
        raise InvalidComponent(f"{value}: noughts only, which is nobody's")
    wrong = [pair for pair in zip(value[8] + value[12:], _expected(value), strict=True) if pair[0] != pair[1]]
    if wrong:
        raise InvalidChecksum(f"{value}: check digit {wrong[0][0]} found, {wrong[0][1]} expected")


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    return {"vat": f"BG{value}"} if value and raw[:2].upper() == "BG" else {}
