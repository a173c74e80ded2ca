"""Digit groups as printed, read as telephone numbers: where one number ends, what its code and its own digits are."""

import re
from functools import lru_cache
from typing import NamedTuple

from govarchive.data import areas
from govarchive.text import dialling

GROUP = re.compile(r"[0-9OОoо]+")
_ZERO = str.maketrans("OОoо", "0000")

EXTENSION = re.compile(
    r"""
    \s{0,2} [,;(/-]? \s{0,2}
    (?: вътр (?: ешен )? | вът | вн | доп | в | ext | int ) [.:]? \s? (?: № | тел\.? | номер )? [:.]? \s?
    (?P<extension> [0-9]{1,5} ) (?! [0-9/] | \.[0-9] ) (?: \s? \) )?
    """,
    re.IGNORECASE | re.VERBOSE,
)


_LETTER = re.compile("[вдеiВДEIeİ]")


class Group(NamedTuple):
    """One run of digits, letters O read as zeros, and its offsets."""

    digits: str
    start: int
    stop: int


class Printed(NamedTuple):
    """A printed number taken apart.

    `form` is international (BG), foreign or trunk (with 0); `national` its digits without country code and trunk 0;
    `code` the area code where the print sets it off; `own` the sizes of the groups after it; `used` how many groups
    belong to the number; `fits` the length class of `dialling.length_class`.
    """

    form: str
    national: str
    code: str
    own: tuple[int, ...]
    used: int
    fits: int


def groups(text: str, start: int, stop: int) -> list[Group]:
    """The digit groups of `text[start:stop]`."""
    whole = text[start:stop]
    if whole.isdecimal():
        return [Group(whole, start, stop)]
    return [
        Group(digits if (digits := it.group()).isdecimal() else digits.translate(_ZERO), it.start(), it.end())
        for it in GROUP.finditer(text, start, stop)
    ]


@lru_cache(maxsize=8)
def printed(raw: str) -> Printed | None:
    """The number that a printed value begins with; kept, for a value is asked for its code, its digits and its form."""
    return read([group.digits for group in groups(raw, 0, len(raw))], "+" in raw)


def extension_in(raw: str) -> re.Match[str] | None:
    """The extension a printed value ends with; looked for only where there are letters."""
    return EXTENSION.search(raw) if _LETTER.search(raw) else None


def read(parts: list[str], plus: bool) -> Printed | None:
    """The number that the first groups make up; None where they cannot be one. `plus` tells of a printed `+`."""
    first = parts[0]
    if plus and not first.startswith("359") and not first.startswith("00"):
        return _foreign(parts)
    joined = "".join(parts)
    if joined.startswith("00359") or (plus and joined.startswith("00")):
        return _bulgarian("international", parts, 5)
    if plus:
        return _bulgarian("international", parts, 3)
    if joined.startswith("00"):
        return _foreign(parts)
    if first.startswith("0"):
        return _bulgarian("trunk", parts, 1)
    if first.startswith("359") and len(joined) > 9:
        return _bulgarian("international", parts, 3)
    return None


def _bulgarian(form: str, parts: list[str], skip: int) -> Printed | None:
    """The first number of today's length, else the longest of an older one, else all groups."""
    taken, used, fits, best = "", 0, 0, ""
    for count, digits in enumerate(parts, 1):
        taken += digits
        national = taken[skip:].lstrip("0")
        if len(national) > 12:
            break
        now = dialling.length_class(national)
        if now or not fits:
            best, used, fits = national, count, now
        if now == 2:
            break
    if len(best) < 4:
        return None
    code, head = _code(parts[:used], skip)
    own = tuple(map(len, parts[head:used])) if code else (len(best) - len(areas.code_of(best)),)
    return Printed(form, best, code, own, used, fits)


def _code(parts: list[str], skip: int) -> tuple[str, int]:
    """The area code the print sets off from the rest and how many groups it takes; empty where there is none."""
    taken = ""
    for used, digits in enumerate(parts[:-1], 1):
        taken += digits
        code = taken[skip:].lstrip("0")
        if code:
            operator = (len(code) <= 4 and dialling.is_mobile(code)) or code in ("700", "800", "90", "900")
            return (code, used) if operator or areas.is_code(code) else ("", 0)
    return "", 0


def _foreign(parts: list[str]) -> Printed | None:
    """As many groups as make a number its country knows, else all that fit in 15 digits."""
    taken: list[tuple[int, str]] = []
    joined = ""
    for used, digits in enumerate(parts, 1):
        joined += digits
        number = joined.removeprefix("00")
        if 7 <= len(number) <= 15:
            taken.append((used, number))
    for used, number in reversed(taken):
        if dialling.is_assigned("+" + number):
            return Printed("foreign", number, "", (len(number),), used, 2)
    if not taken:
        return None
    used, number = taken[-1]
    return Printed("foreign", number, "", (len(number),), used, 0)


def own_digits(raw: str) -> str:
    """The digits of a printed value without its extension, letters O read as zeros.

    >>> own_digits("(073) 81 22 3О, вътр. 12")
    '073812230'
    """
    extension = extension_in(raw)
    return "".join(group.digits for group in groups(raw, 0, extension.start() if extension else len(raw)))


def national_of(value: str) -> str:
    """The national digits of a Bulgarian E.164 value, without its extension; empty for any other."""
    number = value.partition(";")[0]
    return number[4:] if number.startswith("+359") else ""


def code_in(raw: str, value: str) -> str:
    """The area code of a found value: as printed where set off, else what its own digits leave, else by the table."""
    national = national_of(value)
    if not national or dialling.line_of(value.partition(";")[0]) not in ("fixed", None):
        return ""
    found = printed(raw)
    if found and found.code:
        return found.code
    digits = own_digits(raw)
    if found is None and 4 <= len(digits) < len(national) and national.endswith(digits):
        return national[: -len(digits)]
    return areas.code_of(national)
