"""One run of digit groups: which of them are printed as one number, and what the print of it begins with."""

import re
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from govarchive.data import areas
from govarchive.kinds import _phone_labels as labels
from govarchive.kinds import _phone_traps as traps
from govarchive.kinds._phone_digits import Printed, read
from govarchive.text import noughts
from govarchive.text.codes import dialling
from govarchive.text.glance import numerals

_SEPARATORS = " ()/.+-"
WIDEST = 5
"""Characters between two groups of digits, at most."""
JOINTS = frozenset("".join(marks) for width in (1, 2) for marks in product(_SEPARATORS, repeat=width))
"""The narrow ones of what `joins` lets pass."""
_OVER = re.compile(r"[ ]?[,;.)\n] | [ ]?\Z", re.VERBOSE)
_ZERO = re.compile(r"(?<=[0-9])[OОoо]+(?=[0-9 /)-])|(?<![^\W_])[OО](?=[0-9])")
_THREE = re.compile(r"(?<![\w-])\(?0[2-9][0-9]{0,4}\)?[ ]?[/ -][ ]?(?:[0-9]{1,3}[ -]){1,2}[0-9]З(?![^\W_])")
_SET_OFF_ODDLY = re.compile(r"(?<![0-9\\])0[0-9]{1,4}[ ]?\\(?=[ ]?[0-9])|\[0[0-9]{1,4}\](?=[ ]?[0-9])")
_USUAL = str.maketrans("\\[]", "/()")
_PREFIX = re.compile(r"(?:[(/]\ ?)?(?:\(?\+{1,2}\ ?)?\(?\Z")
_OPENING = frozenset("(/+")
_INSIDE = re.compile(r"[ ]{0,2}[()/.-]{0,2}[ ]{0,2}(?:\(0\))?[ ]{0,2}[()/-]?[ ]?")
_UNLABELLED_SEPARATORS = re.compile(r"[ ]?[ /)-][ /-]?[ ]?")
_STUCK_BEFORE = re.compile(r"[./-]{1,2}[(/]?")
_BRACKETED = re.compile(r"[0-9 -]{1,9}(?:\(0\))?[0-9 -]{0,5}\)\s?[/-]?\s?[0-9]")
_SLASHED = re.compile(r"[0-9]{2,6}/\s?[0-9]")
_REMARK = re.compile(r"[0-9]{1,2}[ ]?[^\W0-9_]")
"""What a bracket behind a number may begin with: `02/ 940 00 (7 линии)`."""
_MOST_GROUPS = 10
_VILLAGE, _OF_VILLAGE, _IN_VILLAGE = 4, 3, frozenset(" -")
"""Digits of the old code of a village and of the numbers there, and what stands between the latter: `09348/2 34`."""
_IN_LINE = re.compile(r"[^\W0-9_][.\")]?(?:[ ]?[,:-][ ]|[ ]{2,4}|[ ]?\t)\(?\Z")
_BEHIND = re.compile(r"[ ]?(?:[;)\n\t]|,(?![0-9])|[ ]?\(|[ ]-[ ]|[.]?[ ]*(?:\n|\Z))")
_NAMED_SO = re.compile(r"(?<=[^\W0-9_])[\"”“)]?[ ]?[-:][ ]\(?\Z")
_AT_END = re.compile(r"[ .;]{0,3}(?:\n|\Z)")
_AT_STOP = re.compile(r"[ ]?(?:[,;)\n\t]|\.?[ ]?(?:\n|\Z))")
_NUMBERED = re.compile(r"[.)] |[.)]? - |\s{2,}")
"""What stands between the number of an item and a telephone number: `1. 086/812 345`, `състав 22 - 02/811 12 13`; also
between cells: `ст. 3   086/812 345`."""
_SET_OFF = frozenset("/)")


def mended(text: str) -> str:
    r"""The text with a nought for each letter O typed for one, and the marks of a code as nearly all pages have them.

    A letter З that ends a group behind other groups is a three.

    >>> mended("О2/ 911, 08ОО 11 222, 0361\\6 12 14, [0361] 6 12 14")
    '02/ 911, 0800 11 222, 0361/6 12 14, (0361) 6 12 14'
    >>> mended("092/61-14-2З, 092 61 1З 24, РД-12-3З, чл. 2З")
    '092/61-14-23, 092 61 13 24, РД-12-3З, чл. 2З'
    """
    if "\\" in text or "[0" in text:
        text = _SET_OFF_ODDLY.sub(_set_off, text)
    if noughts.may_have_three(text):
        text = _THREE.sub(lambda match: match.group()[:-1] + "3", text)
    if not noughts.may_have(text):
        return text
    return _ZERO.sub(lambda match: "0" * len(match.group()), text)


def _set_off(match: re.Match[str]) -> str:
    return match.group().translate(_USUAL)


def joins(gap: str) -> bool:
    """Whether groups of digits with that between them make one run."""
    return not (gap[WIDEST:] or gap.strip(_SEPARATORS))


def over_line(text: str, head: int, tail: int) -> int:
    """The last group of a labelled number that goes on in the next line; `tail` where none does.

    `head` and `tail` are places in the page's `numerals`.
    """
    parts, ends = numerals(text)
    if parts[tail + 1].strip(" /-") != "\n" or tail - head > 2 * _MOST_GROUPS:
        return tail
    plus = parts[head - 1][-1:] == "+"
    begun = read(tuple(parts[head : tail + 1 : 2]), plus)
    if not (plus or parts[head][0] == "0") or (begun is not None and begun.fits == 2):
        return tail
    later = tail + 2
    while later < len(parts) - 2 and joins(parts[later + 1]):
        later += 2
    if later - head > 2 * _MOST_GROUPS:
        return tail
    whole = read(tuple(parts[head : later + 1 : 2]), plus)
    if whole is None or whole.fits < 2 or whole.used < (later - head) // 2 + 1:
        return tail
    label = labels.governing(text, ends[head - 1])
    return later if label and label.close and _OVER.match(text, ends[later]) else tail


@lru_cache(maxsize=512)
def _is_inside(gap: str) -> bool:
    """Whether groups of one number are printed with that between them, a line end among it."""
    return _INSIDE.fullmatch(gap.replace("\n", " ", 1)) is not None


class Run(NamedTuple):
    """The digits of the groups of a run, where they start and stop in the text, and the gap before each."""

    text: str
    digits: list[str]
    starts: list[int]
    stops: list[int]
    gaps: list[str]

    def before_slash(self, at: int, end: int) -> int:
        """The end of the groups up to a slash, which local numbers do not have: `81 22 30/81 22 31`."""
        return next((later for later in range(at + 1, end) if "/" in self.gaps[later]), end)

    def is_of_numbered(self, at: int) -> bool:
        """Whether the digits before a group count the owner of a number: `Каса 1 - 22-81`."""
        first = self.starts[at - 1]
        if self.gaps[at] != " - " or self.stops[at - 1] - first > 1 or self.text[first - 1 : first] != " ":
            return False
        return self.text[first - 2 : first - 1].isalpha()

    def joined(self, at: int) -> int:
        """The end of the groups from `at` on that are joined as those of one number are."""
        end, last = at + 1, len(self.digits)
        while end < last and end - at < _MOST_GROUPS and _is_inside(self.gaps[end]):
            if "(" in self.gaps[end] and _REMARK.match(self.text, self.starts[end]):
                break
            end += 1
        return end

    def prefix(self, at: int) -> tuple[int, bool]:
        """Where the print of the number begins, with `+` and the bracket of its code, and whether there is a `+`."""
        start = self.starts[at]
        if self.gaps[at].rstrip(" ")[-1:] not in _OPENING:
            return start, False
        found = _PREFIX.search(self.text, max(0, start - 5), start)
        opened = found.group() if found else ""
        begin = start - len(opened)
        between = opened[:2] == "/ " or (at > 0 and begin == self.stops[at - 1] and opened[:1] == "/")
        if opened[:1] in ("(", "/") and (between or not self._closes(start, opened[0])):
            begin += len(opened) - len(opened[1:].lstrip())
        return begin, "+" in opened

    def _closes(self, start: int, opened: str) -> bool:
        """Whether the bracket before the first group is closed before the last digits: `(073) 81`, `(+359 2) 9`."""
        return (_BRACKETED if opened == "(" else _SLASHED).match(self.text, start, start + 14) is not None

    def is_grouped(self, at: int, printed: Printed) -> bool:
        """Whether the code is set off and the rest separated as phones are; a mobile number may be in one piece."""
        mobile = dialling.is_mobile(printed.national)
        if printed.used == 1:
            return mobile or printed.national[:3] in ("700", "800")
        for gap in self.gaps[at + 1 : at + printed.used]:
            if not (_UNLABELLED_SEPARATORS.fullmatch(gap) or (mobile and gap == ".")):
                return False
        if mobile or printed.code:
            pairs = self.digits[at] == "0" and len(printed.code) > len(self.digits[at + 1])
            return not pairs or any("/" in gap or ")" in gap for gap in self.gaps[at + 2 : at + printed.used])
        return self.gaps[at + 1].strip() in ("/", ")") and areas.begins_code(self.digits[at][1:])

    def is_older(self, at: int, printed: Printed) -> bool:
        """Whether a short number of older days is printed as nothing but a phone is: `Приемна - 0677/ 24-66` alone."""
        first, *later = self.gaps[at + 1 : at + printed.used] or [""]
        if printed.fits != 1 or not printed.code or first.strip() not in ("/", ")"):
            return False
        start, stop = self.starts[at], self.stops[at + printed.used - 1]
        if len(printed.code) == _VILLAGE and sum(printed.own) == _OF_VILLAGE and set(later) <= _IN_VILLAGE:
            before = _IN_LINE.search(self.text, max(0, start - 7), start)
            return before is not None and _BEHIND.match(self.text, stop) is not None
        named = set(later) == {"-"} and _NAMED_SO.search(self.text, max(0, start - 4), start) is not None
        return named and _AT_END.match(self.text, stop) is not None

    def is_cut_off(self, at: int, end: int) -> bool:
        """Whether a labelled code has too few digits behind it: `тел. 02/ 12`. It is wrong, and kept for that."""
        code, marked = self.digits[at], end - at == 2 and self.gaps[end - 1].strip() in ("/", ")")
        if not marked or code[0] != "0" or not areas.is_code(code[1:]):
            return False
        label = labels.governing(self.text, self.prefix(at)[0])
        return label is not None and label.close == 2 and _AT_STOP.match(self.text, self.stops[end - 1]) is not None

    def begins_anew(self, at: int) -> bool:
        """Whether a group with trunk 0 begins a number behind a short one: set apart, or with its code set off."""
        if _NUMBERED.fullmatch(self.gaps[at]):
            return True
        after = self.gaps[at + 1 : at + 2]
        if not (self.gaps[at].isspace() and after):
            return False
        return not _SET_OFF.isdisjoint(after[0]) or self._is_behind_room(at)

    def _is_behind_room(self, at: int) -> bool:
        """Whether a whole number ends a row that has a bare room before it: `касиер 12 086 81 23 45`."""
        room = self.starts[at - 1]
        if at > 1 or self.text[room - 1 : room] != " " or not self.text[room - 2 : room - 1].isalpha():
            return False
        printed = read(tuple(self.digits[at:]), plus=False)
        if printed is None or printed.fits < 2 or printed.used < len(self.digits) - at:
            return False
        return _AT_END.match(self.text, self.stops[-1]) is not None and not traps.other_before(self.text, room)

    def goes_on(self, at: int, used: int, own: tuple[int, ...]) -> bool:
        """Whether more digits follow that are neither a tail nor another number, or some stand before."""
        if at and _STUCK_BEFORE.fullmatch(self.gaps[at]):
            return True
        after = at + used
        if after >= len(self.digits) or self.digits[after][0] == "0":
            return False
        if tuple(map(len, self.digits[after : after + len(own)])) == own:
            return False  # another number: 068/60 15 55  60 15 56
        gap = self.gaps[after]
        return "." in gap or len(self.digits[after]) > 4 or (after + 1 < len(self.digits) and gap.isspace())

    def shape(self, at: int, end: int, wanted: int) -> tuple[int, ...]:
        """The sizes of the first groups that make up exactly `wanted` digits; empty where they do not."""
        sizes: list[int] = []
        for digits in self.digits[at:end]:
            sizes.append(len(digits))
            wanted -= len(digits)
            if wanted <= 0:
                return () if wanted else tuple(sizes)
        return ()
