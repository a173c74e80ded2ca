"""Телефон, факс: telephone and fax numbers.

As printed by Bulgarian public bodies: with area code and trunk 0 (`056/ 812 345`, `(073) 81 22 30`), with +359 or
00359; mobile, free (0800) and shared-cost (0700) numbers; short ones (112, 116 111); foreign ones with `+` or `00`.
Every number of a list stands by itself with the code they share (`(073) 81 22 30; 81 22 31`, `02/ 914 68 33/34`, `60
17 30, 31, 32`, `149-150`). A local number (`812 345`) counts where a label or a named code (`код 0749`) stands before
it, below a code named for a whole directory (`Код за автоматично избиране: 084`) or above the one that ends it, where
it stands beside its owner with the first digits of other numbers of the page, or is set in pairs and of their
exchange (`Рендова, 61 12 31`); its code is the one named, that of the town of its line, of the number before, of the
other numbers or of the towns of the page, and it is marked `inferred`. A labelled number may go on in the next line.
The normal form is E.164, short numbers as dialled, an extension as `;ext=12`.

Not supported: the numbers inside a range (`149-155` gives its two ends), a second extension of the same number,
numbers dialled by letters, SMS numbers. Unlabelled digits count only when they are set in groups as phones are, with
a code, or akin to other numbers of the page; with a digit too many or too few where the page tells their code. A
label with a code and too few digits (`тел. 02/ 12`) has a number that is not valid; with two or three digits and no
code, an extension perhaps, it has none.

Sources: the Bulgarian numbering plan; libphonenumber decides which numbers exist. From 1 April 2014 area codes have at
most three digits and the whole sequence stayed, so `07147/2211` and `0714/72211` are one number.

>>> normalise("02/ 914 68 33"), normalise("+ 359 2 911 20 43, вътр. 12")
('+35929146833', '+35929112043;ext=12')
>>> normalise("07147/2211") == normalise("0714/72211")
True
>>> normalise("812 345") is None
True
>>> validate("+35956812345")
>>> validate("+35910000000")
Traceback (most recent call last):
govarchive.errors.InvalidComponent: +35910000000: no number of the numbering plan
>>> normalise("1")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: 1: 1 digits, a telephone number has 3 to 15
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from govarchive.data import areas
from govarchive.errors import InvalidComponent, InvalidFormat
from govarchive.kinds import _phone_codes as codes
from govarchive.kinds import _phone_labels as labels
from govarchive.kinds._phone_digits import Cut, code_in, cut, national_of
from govarchive.kinds._phone_scan import scan
from govarchive.model import NOWHERE, WHOSE, Near, Span
from govarchive.text.codes import dialling
from govarchive.text.counted import counted

NAME = "phone"
CHECKED = True
LABEL: re.Pattern[str] | None = labels.LABEL
DETAILS: dict[str, Any] = {
    "line": {"enum": ["fixed", "mobile", "freephone", "shared", "premium", "short"]},
    "fax": {"const": True},
    "area": {"type": "string"},
    "inferred": {"const": True, "description": "the area code stands elsewhere on the page"},
    **WHOSE,
}

_LIST_REACH = 120
_TOO_LONG = (4, 5)


def find(text: str) -> Iterator[Span]:
    return iter(scan(text))


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    it = cut(raw)
    value = _number(raw, it, near)
    return f"{value};ext={it.extension}" if value and it.extension else value


def _number(raw: str, it: Cut, near: Near) -> str | None:
    digits = it.digits
    if not 2 - _is_tail(digits, near) <= len(digits) <= 17:
        raise InvalidFormat(f"{raw}: {counted(len(digits), 'digit')}, a telephone number has 3 to 15")
    if digits[0] == "1" and dialling.is_short(digits) and not it.plus and not _is_tail(digits, near):
        return digits
    found = it.printed
    if found is not None:
        return ("+" if found.form == "foreign" else "+359") + found.national
    if it.plus or (digits[0] == "0" and not (near.previous and len(digits) <= 3)):
        raise InvalidFormat(f"{raw}: {counted(len(digits), 'digit')}, too few for a number with its code")
    if dialling.length_class(digits) == 2:
        return "+359" + digits
    if len(digits) > 7:
        raise InvalidFormat(f"{raw}: {len(digits)} digits without code, a local number has 4 to 7")
    return _completed(digits, near)


def _is_tail(digits: str, near: Near) -> bool:
    """Whether three digits that could be a short number, or a single one, end a range: `814 149-150`, `814 143-4`."""
    between = near.between().strip()
    return len(digits) in (1, 3) and bool(between) and between in ("/", "-", "до")


def _completed(digits: str, near: Near) -> str | None:
    """A local number or the last digits of one, with what it lacks taken from the page; None without a page."""
    if not near.text:
        return None
    by_code = _of_code(digits, near)
    national = (
        (by_code if _has_own_code(near) else None)
        or _of_town(digits, near)
        or _after_previous(digits, near)
        or by_code
        or _from_page(digits, near)
    )
    if national is None:
        raise InvalidComponent(f"{digits}: a local number, and nothing on the page tells its area code")
    return "+359" + national


def _after_previous(digits: str, near: Near) -> str | None:
    """The number before with its last digits replaced, or its area code followed by these."""
    if near.previous is None or not near.previous.value or len(near.between()) > _LIST_REACH:
        return None
    raw = near.text[near.previous.start : near.previous.stop]
    number = near.previous.value.partition(";")[0]
    before, code = national_of(number), code_in(raw, number)
    own = len(before) - len(code)
    if len(digits) < 4 or code == "" or len(digits) == own:
        completed = before[: -len(digits)] + digits
        return completed if len(digits) < 4 or code else None
    return _of_today(code + digits) or (before[: -len(digits)] + digits if len(digits) < own else None)


def _of_today(national: str) -> str | None:
    return national if dialling.length_class(national) == 2 else None


def _from_page(digits: str, near: Near) -> str | None:
    """The digits after the area code most numbers of the page have, else that of a town it names.

    Seven digits are of Sofia: nowhere else is a number that long without its code.
    """
    if len(digits) < 4:
        return None
    old = None
    for code in chain(_printed_codes(near.text), _named_codes(near.text)):
        whole = code + digits
        if _of_today(whole):
            return whole
        if old is None and code[0] == "2" and len(digits) >= 5 and dialling.length_class(whole):
            old = whole
    return old or _of_today("2" + digits)


def _of_code(digits: str, near: Near) -> str | None:
    """The digits after the last code named before them: `/код 0749/: 8-21-16`, `код 084` in a heading."""
    code = codes.code_behind(near.text, near.stop) or codes.code_for(near.text, near.start)
    return _of_today(code.digits + digits) or _too_long(code.digits, digits) if code else None


def _too_long(code: str, digits: str) -> str | None:
    """A number with a digit too many, which is wrong and kept for that: `Телефони (04161)`, below it `3 41 10`."""
    return code + digits if (len(code), len(digits)) == _TOO_LONG else None


def _has_own_code(near: Near) -> bool:
    """Whether a code is named right behind a number, or a little before it and after the number before it."""
    if codes.code_behind(near.text, near.stop):
        return True
    code = codes.code_above(near.text, near.start)
    if code is None or near.start - code.stop > codes.REACH:
        return False
    return near.previous is None or code.start >= near.previous.stop


def _of_town(digits: str, near: Near) -> str | None:
    """The digits after the code of the one town the line names since the number before: it outweighs the rest."""
    since = max(near.start - 100, near.previous.stop if near.previous else 0)
    named = areas.codes_named(near.text[since : near.start].rpartition("\n")[2])
    return _of_today(named[0] + digits) if len(named) == 1 else None


@lru_cache(maxsize=4)
def _printed_codes(text: str) -> tuple[str, ...]:
    """The area codes of the full numbers of a page, the most frequent first."""
    seen = Counter(_printed_code(text, span) for span in scan(text) if span.rule in ("trunk", "international"))
    return tuple(code for code, _ in seen.most_common() if code)


def _named_codes(text: str) -> Iterator[str]:
    """The area codes of the towns a page names, the most frequent first; looked up when asked for the first one."""
    yield from _codes_of_towns(text)


@lru_cache(maxsize=4)
def _codes_of_towns(text: str) -> tuple[str, ...]:
    return areas.codes_named(text)


def _printed_code(text: str, span: Span) -> str:
    """The area code of a number printed with it; empty for mobile and other numbers without one."""
    found = cut(text[span.start : span.stop]).printed
    if found is None or not found.fits or dialling.is_mobile(found.national):
        return ""
    return found.code if areas.is_code(found.code) else areas.code_of(found.national)


def validate(value: str) -> None:
    number = value.partition(";")[0]
    if not (dialling.is_assigned(number) if number[:1] == "+" else dialling.is_short(number)):
        raise InvalidComponent(f"{number}: no number of the numbering plan")


def display(value: str) -> str:
    number, _, extension = value.partition(";ext=")
    national = national_of(number)
    if dialling.length_class(national):
        area = national[:3] if dialling.line_of(number) not in ("fixed", None) else areas.code_of(national)
        printed = dialling.national_print(national, area)
    elif number.startswith("+") and not national:
        printed = dialling.foreign_print(number)
    else:
        printed = number
    return f"{printed}, вътр. {extension}" if extension else printed


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    details: dict[str, Any] = {}
    number = (value or "").partition(";")[0]
    if not number:
        return details
    line = dialling.line_of(number) if number[0] == "+" else "short"
    if line:
        details["line"] = line
    if labels.says_fax(near.text, near.start, near.stop):
        details["fax"] = True
    if line == "fixed" and number[:4] == "+359":
        details["area"] = code_in(raw, number)
        if not cut(raw).has_code:
            details["inferred"] = True
    return details
