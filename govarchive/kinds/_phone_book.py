"""What a page tells of area codes as a whole: those it names, and those its numbers are printed with.

A directory may tell its code once, above or below (`Код за селото: 0749`), and print local numbers only. A number a
digit too short or too long for today's plan counts where its code is that of other numbers of the page.
"""

import re
from collections import Counter
from functools import cached_property

from govarchive.kinds import _phone_codes as codes
from govarchive.kinds import _phone_lists as lists
from govarchive.kinds._phone_digits import Printed
from govarchive.kinds._phone_kin import Found, stands_in_directory
from govarchive.kinds._phone_run import Run
from govarchive.model import NAMED

_NATIONAL_SIZE = 8
_LONG_CODE = 4
"""Digits of the old codes of villages, behind which a digit too many is often typed: `04161/ 3 41 18`."""
_SET_OFF = ("/", ")")
_ALONE_BEFORE = frozenset(("", "\n", "\t"))
_ALONE_BEHIND = re.compile(r"[ ]*(?:[\n\t]|\Z)")
_MANY = 3
"""From so many codes on a page is the directory of a region, from so many numbers with one code that of a place."""
_FAMILY = 3
"""The first digits that the old codes of the villages of one municipality share."""
_WITH_CODE = re.compile(r"(?<![0-9])0([2-9][0-9]{1,3})[ ]?[/)][ ]?[0-9]")


class Book:
    """The area codes of a page, as far as it is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        named = codes.codes(text)
        self._named = {code.digits for code in named if code.sure}
        self._has_codes = bool(named)
        self._printed: set[str] = set()

    def note(self, printed: Printed) -> None:
        """Remember the code that a number found is printed with."""
        if printed.form == "trunk" and printed.code:
            self._printed.add(printed.code)

    def is_code(self, start: int) -> bool:
        """Whether the digits at `start` are a code named apart from any number."""
        return self._has_codes and codes.is_named(self._text, start)

    def names(self, start: int) -> bool:
        """Whether a code is named right before `start`."""
        return self._has_codes and codes.names_code(self._text, start)

    def code_for(self, start: int, reached: int) -> codes.Code | None:
        """The code named for digits of a directory; None where there is none, or it and the last number are too far.

        `reached` is how far the list of the last number found may go.
        """
        code = codes.code_for(self._text, start) if self._has_codes else None
        if code is None or start - max(code.stop, reached - lists.REACH) > codes.REACH:
            return None
        return code

    def prints(self, code: str) -> bool:
        """Whether an unbroken number with that code may be one: others are printed with the code set off."""
        return code in self._printed

    def is_odd(self, run: Run, at: int, printed: Printed, previous: Found | None) -> bool:
        """Whether a number a digit too short or too long for its code is one: the page's others have that code."""
        gap, stop = run.gaps[at + 1] if printed.used > 1 else "", run.stops[at + printed.used - 1]
        long = not printed.fits and len(printed.national) == _NATIONAL_SIZE + 1 and len(printed.code) == _LONG_CODE
        if not (printed.fits == 1 or long) or not printed.code or gap.strip() not in _SET_OFF:
            return False
        start = run.prefix(at)[0]
        near = printed.fits == 1 and len(printed.code) == _LONG_CODE and printed.code[:_FAMILY] in self._families
        if not (near or printed.code in self._printed or printed.code in self._named or printed.code in self._often):
            return bool(printed.fits) and len(self._printed) >= _MANY and self._is_alone(start, stop)
        return stands_in_directory(self._text, start, stop) or lists.follows(self._text, previous, start)

    @cached_property
    def _often(self) -> frozenset[str]:
        """The codes that many numbers of the page are printed with, labelled or not."""
        counts = Counter(_WITH_CODE.findall(self._text))
        return frozenset(code for code, number in counts.items() if number >= _MANY)

    @cached_property
    def _families(self) -> frozenset[str]:
        """What many of the codes of villages that the page prints begin with."""
        villages = {code for code in _WITH_CODE.findall(self._text) if len(code) == _LONG_CODE}
        counts = Counter(code[:_FAMILY] for code in villages)
        return frozenset(family for family, number in counts.items() if number >= _MANY)

    def _is_alone(self, start: int, stop: int) -> bool:
        """Whether a number has its line or cell to itself."""
        return self._text[start - 1 : start] in _ALONE_BEFORE and _ALONE_BEHIND.match(self._text, stop) is not None

    def local(self, run: Run, at: int, end: int, code: codes.Code) -> tuple[tuple[int, ...], str]:
        """The sizes of the groups of a local number below a code named for all, and the rule that found it."""
        end = run.before_slash(at, end)
        own = _NATIONAL_SIZE - len(code.digits)
        if shape := run.shape(at, end, own):
            return shape, "local"
        shape = run.shape(at, end, own + 1) if len(code.digits) == _LONG_CODE else ()
        tight = all(len(gap) == 1 for gap in run.gaps[at + 1 : at + len(shape)])
        return (shape, NAMED) if len(shape) > 1 and tight else ((), "")
