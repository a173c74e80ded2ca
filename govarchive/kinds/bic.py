r"""BIC (банков идентификационен код, SWIFT): Business Identifier Code of a bank.

Eight or eleven characters: four letters for the bank, two for the country, two letters or digits for the place, and
perhaps three for a branch. Without a label a code is found only when `manual_banks` knows it, else every word of eight
capitals would be one; with a label (`BIC:`, `SWIFT код`) any code in capitals is. It may stand in groups (`ACBP BG 2P`)
and with Cyrillic letters for Latin ones.

Not supported: test and passive codes, codes with digits in the bank's part. The value is as long as it is printed:
`UNCRBGSF` and `UNCRBGSFXXX` are not made one.

Sources: ISO 9362, ISO 3166 (`generated_country_codes`), `manual_banks`.

>>> normalise("ACBP BG 2P")
'ACBPBG2P'
>>> validate("UNCRBGSFXXX")
>>> validate("UNCRBGS")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: UNCRBGS: 8 or 11 characters expected: four letters, a country, two or five more
>>> validate("UNCRQQSF")
Traceback (most recent call last):
govarchive.errors.InvalidComponent: UNCRQQSF: QQ is no country
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from govarchive.data import table, words
from govarchive.errors import InvalidComponent, InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.text.fold import CYRILLIC_LIKE, TO_LATIN
from govarchive.text.glance import lowered

NAME = "bic"
CHECKED = True

LABEL: re.Pattern[str] | None = re.compile(
    r"""
    (?: BIC | ВІС | SWIFT | БИК | СУИФТ ) (?: \s?[/-]\s? (?:BIC|SWIFT) )? (?: [ -]? (?:код|code|адрес) )?
    | банков\s+(?:идентификационен\s+)?код | bank\s+identifier\s+code
    """,
    re.IGNORECASE | re.VERBOSE,
)
DETAILS: dict[str, Any] = {
    "bank": {"type": "string"},
    "country": {"type": "string"},
}

_ALIKE = "".join(letter for letter in CYRILLIC_LIKE if letter.isupper())
_CODE = re.compile(
    rf"""
    [A-Z{_ALIKE}] [A-Z{_ALIKE}]{{3}} [ ]? [A-Z{_ALIKE}]{{2}} [ ]? [0-9A-Z{_ALIKE}]{{2}}   # bank, country, place
    (?: [ ]?XXX | [0-9A-Z{_ALIKE}]{{3}} )?       # branch; after a space only the one that says head office
    (?: (?![0-9A-Za-zА-я]) | (?=IBAN|BIC|[А-Я][а-я]) )   # ends here, or the next label or word is glued on
    """,
    re.VERBOSE,
)
# In small letters only after a label and only a Bulgarian bank: what stands before "bg" is looked at afterwards.
_SMALL = re.compile(r"bg[0-9a-z]{2}(?:xxx)?(?![0-9A-Za-z])")
_LABELLED = re.compile(
    r"""
    (?: BIC | ВІС | SWIFT | БИК )
    (?: [ ]?[/(-][ ]?(?:BIC|SWIFT)\)? )?     # BIC/SWIFT, BIC (SWIFT)
    (?P<code> [ -]?(?:код|code|адрес) )?
    (?P<pointer> (?: [ ]?[:=№)(-] | [\t\n] )+ [ \t\n]* | [ ] )   # what leads to the code
    \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GLUED_LABEL = re.compile(r"(?:BIC|SWIFT)\Z")
_SHAPE = re.compile(r"[A-Z]{4}([A-Z]{2})[0-9A-Z]{2}(?:[0-9A-Z]{3})?")
_HINTS = ("bic", "swift", "бик", "віс")
_GAPS = re.compile(r"[\s-]+")


def find(text: str) -> Iterator[Span]:
    # A page without a Latin G (every code of a Bulgarian bank has one) and without a label costs next to nothing.
    low = lowered(text)
    if "G" not in text and not any(label in low for label in _HINTS):
        return iter(sorted(_small(text)))
    return iter(sorted([*_capitals(text), *_small(text)]))


def _capitals(text: str) -> Iterator[Span]:
    for found in _CODE.finditer(text):
        start, stop = found.span()
        if _GLUED_LABEL.search(text, max(0, stop - 13), stop - 8) and _known(text[stop - 8 : stop]):
            yield Span(stop - 8, stop, "known bank")
        elif start and text[start - 1].isalnum():
            continue
        elif _known(found.group()):
            yield Span(start, stop, "known bank")
        elif _is_called(text, start):
            yield Span(start, stop, "labelled")


def _small(text: str) -> Iterator[Span]:
    for found in _SMALL.finditer(text):
        start = found.start() - 4
        if start > 0 and _known(text[start : found.end()]) and _is_called(text, start):
            yield Span(start, found.end(), "small letters")


def _known(raw: str) -> bool:
    return _GAPS.sub("", raw.translate(TO_LATIN)).upper()[:8] in words("manual_banks", "bic")


def _is_called(text: str, start: int) -> bool:
    """Whether BIC or SWIFT leads to it; a space alone does not, `SWIFT BULGARIA` would be one."""
    label = _LABELLED.search(text, max(0, start - 40), start)
    return label is not None and (label["pointer"] != " " or label["code"] is not None)


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    value = _GAPS.sub("", raw.translate(TO_LATIN)).upper()
    if not value.isascii() or not value.isalnum():
        raise InvalidFormat(f"{raw.strip()[:40]}: Latin letters and digits expected")
    return value


def validate(value: str) -> None:
    shape = _SHAPE.fullmatch(value)
    if shape is None:
        raise InvalidFormat(f"{value}: 8 or 11 characters expected: four letters, a country, two or five more")
    if shape[1] not in words("generated_country_codes", "code"):
        raise InvalidComponent(f"{value}: {shape[1]} is no country")


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    if value is None or not _SHAPE.fullmatch(value):
        return {}
    details = {"country": value[4:6]}
    if value[:8] in _names():
        details["bank"] = _names()[value[:8]]
    return dict(sorted(details.items()))


@cache
def _names() -> dict[str, str]:
    return {row["bic"]: row["name"] for row in table("manual_banks")}
