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
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from govarchive.data import table, words
from govarchive.errors import InvalidComponent, InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.text.fold import CYRILLIC_LIKE, TO_LATIN
from govarchive.text.glance import lowered
from govarchive.text.needles import needles

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
    [A-Z{_ALIKE}]{{4}} [ -]? [A-Z{_ALIKE}]{{2}} [ -]?        # bank, country
    [0-9A-Z{_ALIKE}] [ ]? [0-9A-Z{_ALIKE}]                   # place
    (?: [ ]?XXX | [0-9A-Z{_ALIKE}]{{3}} )?       # branch; after a space only the one that says head office
    (?: (?![0-9A-Za-zА-я]) | (?= IBAN | BIC | [А-Я][а-я] | [БГДЖЗИЙЛПФЦЧШЩЪЮЯ] ) )   # ends here, or words are glued on
    """,
    re.VERBOSE,
)
# Small letters only after a label, and only of a Bulgarian bank.
_SMALL = re.compile(r"[a-z]{4}[ ]?bg[ ]?[0-9a-z]{2}(?:[ ]?xxx)?(?![0-9A-Za-z])", re.IGNORECASE | re.VERBOSE)
_LEADS = re.compile(
    r"""
    (?: BIC | ВІС | SWIFT | БИК )
    (?: [ ]?[/(-][ ]?(?:BIC|SWIFT)\)? )?     # BIC/SWIFT, BIC (SWIFT)
    (?P<code> [ -]?(?:код|code|адрес) )?
    (?P<pointer> (?: [ ]?[:=№)(-] | [\t\n] )+ [ \t\n]* | [ ] )   # what leads to the code
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GLUED_LABELS = ("BIC", "SWIFT")
_SHAPE = re.compile(r"[A-Z]{4}([A-Z]{2})[0-9A-Z]{2}(?:[0-9A-Z]{3})?")
_HINTS = ("bic", "swift", "бик", "віс")
_GAPS = re.compile(r"[\s-]+")


def find(text: str) -> Iterator[Span]:
    known, labels = list(_known_banks(text)), needles(lowered(text), _HINTS)
    if not labels:
        return iter(known)
    taken = {at for it in known for at in range(it.start, it.stop)}
    called = _called(text, [at for at, _ in labels])
    return iter(sorted([*known, *(it for it in called if taken.isdisjoint(range(it.start, it.stop)))]))


def _known_banks(text: str) -> Iterator[Span]:
    """The codes of the list, labelled or not; each has the country BG, which is rare in Bulgarian text."""
    country = text.find("BG")
    while country >= 0:
        code = _CODE.match(text, max(0, country - 4)) or _CODE.match(text, max(0, country - 5))
        stop = country + 2
        if code and _known(code.group()) and _begins_word(text, code.start()):
            stop = code.end()
            yield Span(code.start(), stop, "known bank")
        country = text.find("BG", stop)


def _begins_word(text: str, start: int) -> bool:
    return not (start and text[start - 1].isalnum()) or text.endswith(_GLUED_LABELS, 0, start)


def _called(text: str, labels: Iterable[int]) -> Iterator[Span]:
    """What the labels at some offsets lead to; a space alone does not lead, `SWIFT BULGARIA` would be one."""
    last = 0
    for at in labels:
        label = _LEADS.match(text, at, at + 40)
        if label is None or label.end() < last or (label["pointer"] == " " and label["code"] is None):
            continue
        code, rule = _CODE.match(text, label.end()), "labelled"
        if code is None:
            code, rule = _SMALL.match(text, label.end()), "small letters"
        if code and (rule == "labelled" or _known(code.group())):
            last = code.end()
            yield Span(code.start(), last, rule)


def _known(raw: str) -> bool:
    return _GAPS.sub("", raw.translate(TO_LATIN)).upper()[:8] in words("manual_banks", "bic")


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
