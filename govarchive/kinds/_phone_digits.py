"""Digit groups as printed, read as telephone numbers: where one number ends, what its code and its own digits are."""

import re
from functools import lru_cache
from typing import NamedTuple

from govarchive.data import areas
from govarchive.text.codes import dialling

# A letter O is a nought beside digits, and not where a word has others: `81 22 3О`, `81 22 33 Община`; З is a three.
_GROUP = re.compile(r"(?<![^\W\d_]) [OОoо]{0,4} [0-9] [0-9OОoоЗ]{0,20}+ (?![^\W\d_]) | [0-9]+", re.VERBOSE)
_WORD = re.compile(r"[^\W\d_]")
_ZERO = str.maketrans("OОoоЗ", "00003")

_EXTENSION = re.compile(
    r"""
    \s{0,2} [,;(/-]? \s{0,2}
    (?: вътр (?: ешен | ешна )? | вът | вн | доп | доб | extn? | extension | int | [#]
      | (?P<bare> [xхв] (?! [.:] ) ) | [xхв] (?= [.:] ) ) [.:=]? \s?
    (?: № | тел\.? | номер | линия )? [:.]? \s?
    (?P<extension> [0-9]{1,5} ) (?! [0-9] | [.:][0-9] | /[ ]?[0-9] ) (?(bare) (?! \s? (?-i: [а-я] ) ) )  # в 17 ч.
    (?: \s? \) )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LINE_END = re.compile(r"[ .;]*(?:\n|\Z)")
_CANONICAL_EXTENSION = re.compile(r";ext=([0-9]{1,5})\Z")
_LETTER = re.compile("[вдеixхВДEIeXХİ#]")
_EXTENSION_HEADS = frozenset("вВдДeEiIİxXхХ#")
"""What the words before an extension begin with."""
_OPERATORS = ("700", "800", "90", "900")
_PAIRS = (2, 2)
"""The last groups of a number with a digit too many, `06158 / 2 12 33`: it is not cut down to an older one."""
_DESK = 3
"""Digits that ministries in Sofia print for a desk behind the number of the house: `02/ 961 11 402`."""
_LONGEST = 12
"""Digits of a national number with its extension dialled through, at most."""


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


class Cut(NamedTuple):
    """A printed value: its digits, whether it has a `+`, the number they begin with, the extension; each may be empty.

    `has_code` tells whether the number is printed with its area code, or needs none.
    """

    digits: str
    plus: bool
    printed: Printed | None
    extension: str
    has_code: bool


def extension_after(text: str, stop: int) -> re.Match[str] | None:
    """The extension printed behind a number: `, вътр. 12`; one on the next line has that to itself."""
    if text[stop : stop + 6].lstrip(" \n\t,;(/-")[:1] not in _EXTENSION_HEADS:
        return None
    found = _EXTENSION.match(text, stop)
    if found and "\n" in found.group() and not _LINE_END.match(text, found.end()):
        return None
    return found


@lru_cache(maxsize=256)
def cut(raw: str) -> Cut:
    """A printed value read, with letters O as zeros; kept, for each is asked for several times.

    >>> it = cut("(073) 81 22 3О, вътр. 12")
    >>> it.digits, it.printed.code, it.extension
    ('073812230', '73', '12')
    """
    canonical = _CANONICAL_EXTENSION.search(raw) if ";" in raw else None
    printed = None if canonical or not _LETTER.search(raw) else _EXTENSION.search(raw)
    found = canonical or printed
    groups = _groups(raw, found.start() if found else len(raw))
    digits = "".join(groups)
    if not digits.isdecimal():
        groups = tuple(group.translate(_ZERO) for group in groups)
        digits = "".join(groups)
    extension = canonical.group(1) if canonical else printed["extension"] if printed else ""
    plus = "+" in raw
    number = read(groups, plus) if groups else None
    return Cut(digits, plus, number, extension, digits[:1] == "0" or plus or len(digits) >= 8)


def _groups(raw: str, stop: int) -> tuple[str, ...]:
    """The groups of digits that no word parts from each other: what stands behind one counts something else.

    >>> _groups("02 911 22 33, стая 5", 20), _groups("О2/ 911 ОУ", 10)
    (('02', '911', '22', '33'), ('О2', '911'))
    """
    groups: list[str] = []
    end = 0
    for it in _GROUP.finditer(raw, 0, stop):
        if groups and _WORD.search(raw, end, it.start()):
            break
        groups.append(it.group())
        end = it.end()
    return tuple(groups)


@lru_cache(maxsize=256)
def read(parts: tuple[str, ...], plus: bool) -> Printed | None:
    """The number that the first groups make up; None where they cannot be one. `plus` tells of a printed `+`."""
    first = parts[0]
    if plus and not first.startswith("359") and not first.startswith("00"):
        return _foreign(parts)
    joined = "".join(parts)
    if skip := _country(first, joined, plus):
        return _bulgarian("international", parts, skip)
    if joined.startswith("00"):
        return _foreign(parts)
    if not first.startswith("0"):
        return None
    found = _bulgarian("trunk", parts, 1)
    # The code filled in twice: `(02)029112043`.
    if len(first) > 1 and len(parts) > 1 and parts[1].startswith(first) and not (found and found.fits):
        return _bulgarian("trunk", (first, parts[1].removeprefix(first), *parts[2:]), 1)
    return found


def _country(first: str, joined: str, plus: bool) -> int:
    """How many digits the code of Bulgaria has with what is dialled before it; 0 where there is none."""
    if joined.startswith("00359") or (plus and joined.startswith("00")):
        return 5
    if plus or (first.startswith("359") and len(joined) > 9):
        return 3
    # Behind a single 0 it is also the code of Велинград: `0359 2 911 20 43` is of Sofia.
    national = joined[4:]
    known = joined.startswith("0359") and dialling.length_class(national) == 2
    return 4 if known and (national[0] == "2" or dialling.is_mobile(national)) else 0


def _bulgarian(form: str, parts: tuple[str, ...], skip: int) -> Printed | None:
    """The first number of today's length, else the longest of an older one, else all groups."""
    whole = "".join(parts)
    national = whole[skip:].lstrip("0")
    classes = dialling.sizes_of(national[:5])
    size, used, fits = 0, 0, 0
    reached = len(national) - len(whole)
    for count, digits in enumerate(parts, 1):
        reached += len(digits)
        if reached > _LONGEST:
            break
        now = classes.get(reached, 0)
        if now or not fits:
            size, used, fits = reached, count, now
        if now == 2:
            break
    if size < 4:
        return None
    if fits == 1 and _has_more(national[0], skip, tuple(map(len, parts[used - 1 :]))):
        size, used, fits = size + len(parts[used]), used + 1, 0
    best = national[:size]
    code, head = _code(parts[:used], skip)
    own = tuple(map(len, parts[head:used])) if code else (size - len(areas.code_of(best)),)
    return Printed(form, best, code, own, used, fits)


def _has_more(first: str, skip: int, last: tuple[int, ...]) -> bool:
    """Whether the group behind what would be an older number is of that number: it is a longer one."""
    return (last == _PAIRS and skip == 1) or (first == "2" and len(last) == 2 and last[1] == _DESK)


def _code(parts: tuple[str, ...], skip: int) -> tuple[str, int]:
    """The area code the print sets off from the rest and how many groups it takes; empty where there is none."""
    taken = ""
    for used, digits in enumerate(parts[:-1], 1):
        taken += digits
        code = taken[skip:].lstrip("0")
        if code:
            operator = (len(code) <= 4 and dialling.is_mobile(code)) or code in _OPERATORS
            if operator or areas.is_code(code):
                return code, used
            # `0 47 61/ 62 62`: set apart from its trunk 0, a code may be printed in pairs.
            if parts[0] != "0":
                break
    return "", 0


def _foreign(parts: tuple[str, ...]) -> Printed | None:
    """As many groups as make a number its country knows, else all that fit in 15 digits."""
    taken: list[tuple[int, str]] = []
    joined = ""
    for used, digits in enumerate(parts, 1):
        joined += digits
        number = joined.removeprefix("00")
        if 7 <= len(number) <= 15:
            taken.append((used, number))
    for used, whole in reversed(taken):
        # `+44 (0)20 …`: the 0 is dialled inside the country only.
        for number in (whole, dialling.without_trunk(whole)):
            if dialling.is_assigned("+" + number):
                return Printed("foreign", number, "", (len(number),), used, 2)
    if not taken:
        return None
    used, number = taken[-1]
    return Printed("foreign", number, "", (len(number),), used, 0)


def national_of(number: str) -> str:
    """The national digits of a Bulgarian E.164 number; empty for any other."""
    return number[4:] if number[:4] == "+359" else ""


def code_in(raw: str, number: str) -> str:
    """The area code of a found number: as printed where set off, else what its own digits leave, else by the table."""
    national = national_of(number)
    if not national or dialling.line_of(number) not in ("fixed", None):
        return ""
    own = cut(raw)
    found = own.printed
    if found and found.code:
        return found.code
    if found is None and 4 <= len(own.digits) < len(national) and national.endswith(own.digits):
        return national[: -len(own.digits)]
    return areas.code_of(national)
