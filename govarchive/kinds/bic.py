r"""BIC (банков идентификационен код, SWIFT): Business Identifier Code of a bank.

Eight or eleven characters: four letters for the bank, two for the country, two letters or digits for the place, and
perhaps three for a branch. Without a label a code is found only when `manual_banks` knows it, else every word of eight
capitals would be one; with a label (`BIC:`, `SWIFT код`, the head of a column) others are too. As there are words of
eight letters with a country in them (`SWIFT: MESSAGES`), one without digits must be of a known bank or of a country
that has IBANs, and under `SWIFT` alone stand beside words of banking. It may stand in groups (`ACBP BG 2P`) and with
Cyrillic letters for Latin ones.

Not supported: test and passive codes, codes with digits in the bank's part. The value is as long as it is printed:
`UNCRBGSF` and `UNCRBGSFXXX` are not made one. What a bank that is no more is called, until when it was and which one it
is part of today is told of Bulgarian ones only.

Sources: ISO 9362, ISO 3166 (`generated_country_codes`), ISO 13616 (`generated_ibans`), `manual_banks`.

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
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from govarchive.data import banks, words
from govarchive.errors import InvalidComponent, InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.text.fold import CYRILLIC_LIKE, TO_LATIN
from govarchive.text.glance import latin, lowered
from govarchive.text.layout import line_start, line_stop
from govarchive.text.needles import holds, needles

NAME = "bic"
CHECKED = True

LABEL: re.Pattern[str] | None = re.compile(
    r"""
    (?: BIC | ВІС | SWIFT | БИК | СУИФТ ) (?: \s?[/-]\s? (?:BIC|SWIFT) )? (?: [ -]? (?:код|code|адрес) )?
    | банков\s+(?:идентификационен\s+)?код (?: \s? \( (?:BIC|SWIFT) \) )? | bank\s+identifier\s+code
    """,
    re.IGNORECASE | re.VERBOSE,
)
DETAILS: dict[str, Any] = {
    **banks.DETAILS,
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
_LATIN_HINTS, _HINTS = (b"bic", b"swift"), ("bic", "swift", "бик", "віс")
_ACCOUNT_BEFORE = re.compile(r"BG[0-9]{2}[ ]?(?P<bank>[A-Z]{4})[0-9A-Z ]{14,22}[ ]?[,;/(\n-]?[ ]?\Z")
_ACCOUNT = 45
_GAPS = re.compile(r"[\s-]+")


# What is said of a bank where its code stands.
_OF_BANKS = ("iban", "банк", "bank", "сметк", "account", "bic", "превод", "клон")
_AROUND = 120


def find(text: str) -> Iterator[Span]:
    return iter(_found(text))


@lru_cache(maxsize=4)
def _found(text: str) -> Sequence[Span]:
    """All of a page, kept as its accounts ask for the codes beside them."""
    seen = latin(text)
    found = list(_known_banks(text)) if b"bg" in seen else []
    labels = needles(lowered(text), _HINTS if holds(seen, _LATIN_HINTS) else _HINTS[len(_LATIN_HINTS) :])
    if not labels:
        return found
    taken = {at for it in found for at in range(it.start, it.stop)}
    places = [at for at, _ in labels]
    for it in sorted([*_called(text, places), *_in_columns(text, places)]):
        if taken.isdisjoint(range(it.start, it.stop)):
            taken.update(range(it.start, it.stop))
            found.append(it)
    return sorted(found)


def _known_banks(text: str) -> Iterator[Span]:
    """The codes of the list, labelled or not, and those right behind an account of the same bank.

    Each has the country BG, which is rare in Bulgarian text.
    """
    country = text.find("BG")
    while country >= 0:
        code = _CODE.match(text, max(0, country - 4)) or _CODE.match(text, max(0, country - 5))
        stop = country + 2
        if code and (_known(code.group()) or _is_of_account(text, code)) and _begins_word(text, code.start()):
            stop = code.end()
            yield Span(code.start(), stop, "known bank")
        country = text.find("BG", stop)


def _is_of_account(text: str, code: re.Match[str]) -> bool:
    """Whether a code stands behind an account whose bank has its first letters: `BG.. UNCR ..., UNCRBG9A`."""
    account = _ACCOUNT_BEFORE.search(text, max(0, code.start() - _ACCOUNT), code.start())
    return account is not None and account["bank"] == code.group()[:4]


def _begins_word(text: str, start: int) -> bool:
    return not (start and text[start - 1].isalnum()) or text.endswith(_GLUED_LABELS, 0, start)


def _called(text: str, labels: Iterable[int]) -> Iterator[Span]:
    """What the labels at some offsets lead to; a space alone leads to a bank that is known or stands behind BIC."""
    last = 0
    for at in labels:
        label = _LEADS.match(text, at, at + 40)
        if label is None or label.end() < last:
            continue
        code, rule = _CODE.match(text, label.end()), "labelled"
        if code is None:
            code, rule = _SMALL.match(text, label.end()), "small letters"
        if code and (_known(code.group()) or (rule == "labelled" and _leads(label) and _likely(text, label, code))):
            last = code.end()
            yield Span(code.start(), last, rule)


def _leads(label: re.Match[str]) -> bool:
    """Whether a label leads to codes of any bank: behind `SWIFT` and a space stand words, as in `SWIFT BULGARIA`."""
    return label["pointer"] != " " or label["code"] is not None or "SWIFT" not in label.group().upper()


def _likely(text: str, label: re.Match[str], code: re.Match[str]) -> bool:
    """Whether the code of an unknown bank is more than a word in capitals under a label."""
    value = _compact(code.group())
    if not value.isalpha() or (len(value) == 11 and value.endswith("XXX")) or banks.bank(value[:4]):
        return True
    if value[4:6] not in words("generated_ibans", "country"):
        return False
    low = lowered(text)
    if label["code"] or holds(low[label.start() : label.end()], ("bic", "бик", "віс")):
        return True
    around = low[max(0, label.start() - _AROUND) : label.start()] + low[code.end() : code.end() + _AROUND]
    return holds(around, _OF_BANKS)


def _in_columns(text: str, labels: Sequence[int]) -> Iterator[Span]:
    """The codes in the columns of tables that a label heads."""
    for head, columns in _heads(text, labels).items() if "\t" in text else ():
        start = line_stop(text, head) + 1
        while "\t" in text[start : (stop := line_stop(text, start))]:
            at = start
            for column, cell in enumerate(text[start:stop].split("\t")):
                code = _CODE.match(text, at) if column in columns else None
                if code and code.end() == at + len(cell.rstrip()) and _has_country(_compact(code.group())):
                    yield Span(at, code.end(), "column")
                at += len(cell) + 1
            start = stop + 1


def _heads(text: str, labels: Iterable[int]) -> dict[int, set[int]]:
    """Where the first rows of tables begin in which the labels stand, and in which columns."""
    heads: dict[int, set[int]] = {}
    for at in labels:
        line = line_start(text, at)
        if "\t" in text[line : line_stop(text, at)] and "\t" not in text[line_start(text, max(0, line - 1)) : line]:
            heads.setdefault(line, set()).add(text.count("\t", line, at))
    return heads


def _has_country(value: str) -> bool:
    return value[4:6] in words("generated_country_codes", "code")


def _compact(raw: str) -> str:
    return _GAPS.sub("", raw.translate(TO_LATIN)).upper()


def _known(raw: str) -> bool:
    return _compact(raw)[:8] in words("manual_banks", "bic")


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    value = _compact(raw)
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
    told = banks.told(value[:4]) if value[:8] in words("manual_banks", "bic") else {}
    return dict(sorted({"country": value[4:6], **told}.items()))


def disagreeing(text: str, accounts: Sequence[tuple[int, int, str]]) -> Iterator[int]:
    """Where the accounts begin beside which a page prints the BIC of another bank.

    Each account is given with the code of its bank, in order. A code that agrees with the account to its left or to its
    right is that one's; so the code of a bank in Bulgaria is of another bank only if it agrees with neither.
    """
    codes = [
        (it.start, it.stop, bank) for it in _found(text) if banks.bank(bank := _compact(text[it.start : it.stop])[:4])
    ]
    agreeing, doubtful = set(), []
    for start, stop, bank in codes:
        at = bisect_left(accounts, (start, stop, bank))
        beside = [it for it in accounts[max(0, at - 1) : at + 1] if _adjoin(text, it, start, stop)]
        agrees = [it[0] for it in beside if banks.same_bank(bank, it[2])]
        agreeing.update(agrees)
        if beside and not agrees:
            doubtful.append(min(beside, key=lambda it: "\n" in text[min(it[1], stop) : max(it[0], start)])[0])
    return (at for at in doubtful if at not in agreeing)


def _adjoin(text: str, account: tuple[int, int, str], start: int, stop: int) -> bool:
    """Whether an account and a code stand in one line or at most two lines apart."""
    between = text[account[1] : start] if account[1] <= start else text[stop : account[0]]
    return len(between) <= _AROUND and between.count("\n") <= 2
