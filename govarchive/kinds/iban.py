r"""IBAN (международен номер на банкова сметка): International Bank Account Number.

A Bulgarian one has 22 characters: `BG`, two check digits, four letters for the bank, four digits for the branch, two
digits for the type of account (84: revenue of a municipality), eight letters or digits. Found in fours, unspaced, in
odd groups, letter by letter, broken over cells or lines, in lower case, with Cyrillic letters for Latin ones and with
`IBAN` glued on. Foreign ones are found by the length and structure their country has registered.

Numbers from before IBAN (until 5 June 2006: ten digits, `банкова сметка № 3000123456, банков код 62079123`) are
recognised where the page names them: never valid, and the problem says what they are.

Beside an account stand the code for the kind of payment (`вид плащане 44 21 00`), if the page prints one for it alone,
and the BIC; one that is of another bank shows on the account's record as `bic_disagrees`. A bank that has merged agrees
with the one it is part of today.

Not supported: repair of digits (`O` for `0`, a missing digit): such a value is kept as it is and is not valid. That a
bank code is in no list is no problem by itself, banks are founded and the list is kept by hand; it is then left out of
the details. Only with dots or hyphens inside, as project numbers are written, must the bank be a known one.

Sources: ISO 13616 and the IBAN registry of SWIFT (`generated_ibans`), Ordinance 13 of the Bulgarian National Bank,
`manual_banks`, `manual_account_types`; the order form for payments to the budget for its codes.

>>> normalise("ВG 80 ВNВG 9661 10 20345678")
'BG80BNBG96611020345678'
>>> validate("BG80BNBG96611020345678")
>>> parts("BG80BNBG96618420345678", "")["account_type"]
'сметка за приходи на община'
>>> validate("BG81BNBG96611020345678")
Traceback (most recent call last):
govarchive.errors.InvalidChecksum: BG81BNBG96611020345678: check digits 81 found, 80 expected
>>> validate("BG80BNBG966110203456")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: BG80BNBG966110203456: 20 characters found, 22 expected for BG
>>> validate("3000123456")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: 3000123456: an account number from before IBAN (June 2006)
>>> validate("ZZ80BNBG96611020345678")
Traceback (most recent call last):
govarchive.errors.InvalidComponent: ZZ80BNBG96611020345678: ZZ has no IBAN in the registry
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from govarchive.data import banks, table
from govarchive.errors import InvalidChecksum, InvalidComponent, InvalidFormat
from govarchive.kinds import bic
from govarchive.kinds._iban_structures import ALIKE, as_printed, registry, strict
from govarchive.model import NOWHERE, WHOSE, Near, Span
from govarchive.text.codes.checksums import mod_97
from govarchive.text.codes.old_accounts import bank_code, old_accounts
from govarchive.text.codes.payment_codes import of_accounts
from govarchive.text.counted import counted
from govarchive.text.fold import TO_LATIN
from govarchive.text.glance import numerals

NAME = "iban"
CHECKED = True

LABEL: re.Pattern[str] | None = re.compile(
    r"""
    IBAN | ИБАН
    | (?: (?:банков|набирателн|бюджетн|разплащателн|разчетн|приходн|депозитн|извънбюджетн|транзитн)[аи]?(?:та)? \s )?
      (?: (?-i:IBAN) \s )? сметк[аи](?:та)? (?: \s номер )?
    | (?:№|номер) \s на \s (?:банкова(?:та)?\s)? сметка(?:та)? | (?-i:БИН)
    | с[/-]ка | bank\s+account | account\s+(?:no|number)
    """,
    re.IGNORECASE | re.VERBOSE,
)
DETAILS: dict[str, Any] = {
    **banks.DETAILS,
    "bic": {"type": "string", "description": "the code of the account's bank, printed or not"},
    "bic_disagrees": {"const": True, "description": "the BIC printed beside the account is of another bank"},
    "account_type": {"type": "string"},
    "payment_code": {
        "type": "string",
        "pattern": "^[0-9]{6}$",
        "description": "the code for the kind of payment printed for this account alone",
    },
    "bank_code": {
        "type": "string",
        "pattern": "^[0-9]{8}$",
        "description": "the code of the bank printed beside a number from before IBAN",
    },
    **WHOSE,
}

_ANCHOR = re.compile(
    r"""
    [A-ZbВ] [ \t]{0,2}          # first letter of a country; В is the Cyrillic one, as in a Bulgarian IBAN only
    [A-Zg] [ .\t-]{0,2} [0-9]   # second letter, and one check digit; a tab where each has its own cell
    """,
    re.VERBOSE,
)
_SECOND = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZg")
_TO_DIGIT = 6
"""Characters from the first letter to the check digit, at most."""
_LABELLED = re.compile(r"(?:IBAN|ИБАН) [^0-9\n]{0,12} \Z", re.IGNORECASE | re.VERBOSE)
_GLUED_LABEL = re.compile(r"(?:IBAN|ИБАН)\Z", re.IGNORECASE)

# A malformed one: groups on one line; letters alone belong to it only where the bank code stands.
_LOOSE = re.compile(
    rf"""
    [A-ZbВ] [ ]? [A-Zg] [ -]? [0-9] [ ]? [0-9]        # country and check digits
    (?: [ ]? [A-Za-z{ALIKE}] ){{3,4}}+               # the bank, perhaps a letter short
    (?: [ .-]{{0,2}} [0-9A-Z]{{0,8}} [0-9] [0-9A-Z]{{0,8}} ){{1,16}}   # groups with a digit in them
    """,
    re.VERBOSE,
)
_BOXED = re.compile(rf"[BbВ]\t[Gg](?:\t[0-9A-Z{ALIKE}]){{13,24}}(?![^\t\n])")
"""A malformed one with each character in a cell."""
_LOOSE_FOREIGN = re.compile(
    r"""
    [A-Z]{2} [0-9]{2} (?: [ ]? [A-Z]{4} (?![A-Z]) )?    # country, check digits, perhaps a bank in letters
    (?: [ -]? [0-9A-Z]{0,8} [0-9] [0-9A-Z]{0,8} ){1,16}
    """,
    re.VERBOSE,
)
_SEPARATORS = re.compile(r"[\s./_:-]+")
_ALPHANUMERIC = re.compile(r"[0-9A-Z]+")
_BEFORE_IBAN = re.compile("[0-9]{10}")


def find(text: str) -> Iterator[Span]:
    return iter(_found(text))


@lru_cache(maxsize=4)
def _found(text: str) -> tuple[Span, ...]:
    """All of a page, kept as each account asks what stands between it and its neighbours."""
    found, old = list(_accounts(text)), list(old_accounts(text))
    if old:
        taken = {at for it in found for at in range(it.start, it.stop)}
        found += [Span(start, stop, "before_iban") for start, stop in old if taken.isdisjoint(range(start, stop))]
        found.sort()
    return tuple(found)


def _accounts(text: str) -> Iterator[Span]:
    stop = 0
    for start in _starts(text):
        if start < stop or not _may_start(text, start):
            continue
        span = _regular(text, start) or _malformed(text, start)
        if span:
            stop = span.stop
            yield span


def _starts(text: str) -> Iterator[int]:
    """Where the letters before a digit may be those of a country; a page has far fewer digits than capitals."""
    parts, ends = numerals(text)
    for at in range(0, len(parts) - 1, 2):
        if parts[at].rstrip(" .\t-")[-1:] in _SECOND:
            digit, floor = ends[at], ends[at] - len(parts[at])
            if anchor := _ANCHOR.search(text, max(floor, digit - _TO_DIGIT), digit + 1):
                yield anchor.start()


def _may_start(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return not (before.isascii() and before.isalnum()) or bool(_GLUED_LABEL.search(text, max(0, start - 4), start))


def _country(text: str, start: int) -> str:
    """`BG` however it is written; another country only when its two letters stand together, in capitals."""
    first, second = text[start], text[start + 1 : start + 4].lstrip()[:1]
    if first in "BbВ" and second in "Gg":
        return "BG"
    return text[start : start + 2]


def _regular(text: str, start: int) -> Span | None:
    """What has length, structure and check digits of its country; the check decides where it ends."""
    country = _country(text, start)
    found = as_printed(country).match(text, start) if country in registry() else None
    if found is None or text[found.end() : found.end() + 1].isdigit():
        return None
    raw = found.group()
    value = normalise(raw) or ""
    if mod_97(value[4:] + value[:4]) != 1 or not (_plausible(raw, value) or _is_named(text, start, raw)):
        return None
    rule = "compact" if len(raw) == len(value) else "broken" if "\n" in raw or "\t" in raw else "grouped"
    return Span(start, found.end(), rule)


def _plausible(raw: str, value: str) -> bool:
    """Project numbers (`BG16RFOP002-2.073-0014-C01`) have the structure too, and one in 97 passes the check."""
    if value.startswith("BG"):
        return banks.bank(value[4:8]) is not None or not re.search("[./_-]", raw)
    return raw[2:4].isdigit() and not re.search("[\n\t./_]", raw)


def _is_named(text: str, start: int, raw: str) -> bool:
    """A foreign one behind `IBAN` on one line, in whatever groups: `IBAN: NO 71.4202.47.14777`."""
    return "\n" not in raw and "\t" not in raw and _LABELLED.search(text, max(0, start - 16), start) is not None


def _malformed(text: str, start: int) -> Span | None:
    bulgarian = _country(text, start) == "BG"
    if not bulgarian and not _LABELLED.search(text, max(0, start - 16), start):
        return None
    loose = _BOXED if text[start + 1] == "\t" else _LOOSE if bulgarian else _LOOSE_FOREIGN
    found = loose.match(text, start)
    if found is None or len(_SEPARATORS.sub("", found.group())) < 14:
        return None
    return Span(start, found.end(), "malformed")


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    value = _SEPARATORS.sub("", raw.translate(TO_LATIN)).upper().removeprefix("IBAN")
    if not _ALPHANUMERIC.fullmatch(value):
        raise InvalidFormat(f"{raw.strip()[:40]}: Latin letters and digits expected")
    return value


def validate(value: str) -> None:
    if _BEFORE_IBAN.fullmatch(value):
        raise InvalidFormat(f"{value}: an account number from before IBAN (June 2006)")
    country, found = value[:2], value[2:4]
    if country not in registry():
        raise InvalidComponent(f"{value}: {country} has no IBAN in the registry")
    length, structure = registry()[country]
    if len(value) != length:
        raise InvalidFormat(f"{value}: {counted(len(value), 'character')} found, {length} expected for {country}")
    if not strict(country).fullmatch(value):
        raise InvalidFormat(f"{value}: the structure {structure} expected after {country} and two check digits")
    expected = f"{98 - mod_97(value[4:] + country + '00'):02}"
    if found != expected:
        raise InvalidChecksum(f"{value}: check digits {found} found, {expected} expected")


def display(value: str) -> str:
    return " ".join(value[at : at + 4] for at in range(0, len(value), 4))


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    if value is None:
        return {}
    if _BEFORE_IBAN.fullmatch(value):
        details: dict[str, Any] = {"bank_code": bank_code(near.text, near.start, near.stop)}
    elif strict("BG").fullmatch(value):
        bics, kind = _bics(value[4:8]), value[12:14]
        beside = _beside(near.text)
        details = banks.told(value[4:8]) | {
            "account_type": _account_types().get(kind),
            "bic": bics[0] if len(bics) == 1 else _central_bank_bic(kind) if bics else None,
            "bic_disagrees": near.start in beside.disagreeing,
            "payment_code": beside.payment_codes.get(near.start),
        }
    else:
        return {}
    return {name: detail for name, detail in sorted(details.items()) if detail}


def _bics(code: str) -> tuple[str, ...]:
    bank = banks.bank(code)
    return bank.bics if bank else ()


def _central_bank_bic(account_type: str) -> str | None:
    """The national bank has two: BNBGBGSD for the accounts of the budget (types 3x, 8x); else it is not certain."""
    return "BNBGBGSD" if account_type[0] in "38" else None


class _Beside(NamedTuple):
    """What a page prints beside its accounts, by the offsets where they begin."""

    payment_codes: dict[int, str]
    disagreeing: frozenset[int]


@lru_cache(maxsize=4)
def _beside(text: str) -> _Beside:
    spans = _found(text)
    accounts = [(it.start, it.stop, (normalise(text[it.start : it.stop]) or "")[4:8]) for it in spans]
    return _Beside(
        of_accounts(text, [(start, stop) for start, stop, _ in accounts]),
        frozenset(bic.disagreeing(text, [it for it in accounts if it[2].isalpha()])),
    )


@cache
def _account_types() -> dict[str, str]:
    return {row["code"]: row["meaning"] for row in table("manual_account_types")}
