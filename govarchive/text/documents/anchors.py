"""Where references to documents may begin: number signs, slashes before a date, cases' digits and telling words.

>>> anchors("с решение 274 и № 5 от 12.03.2016 г.")
[(2, 'bare'), (16, 'sign')]
"""

import re

from govarchive.text.documents.acts_of_the_union import ECLI
from govarchive.text.glance import latin, long_numbers
from govarchive.text.landmarks import ACTS, ACTS_OF_THE_UNION, CASES, landmarks
from govarchive.text.needles import needles
from govarchive.text.words import words

_SIGNS = ("№", "No", "Nº", "N°")
# A Latin N as the sign, its number glued to it or not: Заповед N 5, рег.N5, Заповед NРД-12.
_LATIN_SIGN = re.compile(r"N (?= [ 0-9] | [А-Я]{1,4}[ ]?-?[ ]?[0-9] ) (?<=[ \n.,(/]N)", re.VERBOSE)
_WORDS = ACTS | ACTS_OF_THE_UNION | CASES
_DATE_AFTER = re.compile(
    r"/ [ ]? (?: [0-9]{1,2}\.[ ]?[0-9]{1,2}\. | (?:19|20)[0-9]{2} (?![0-9]) | [0-9]{2}[ ]?г\. )", re.VERBOSE
)
_FOURTEEN = re.compile(r"20[0-9]{12}(?![0-9])")


def anchors(text: str) -> list[tuple[int, str]]:
    """Where a number sign, a slash before a date, a case's fourteen digits or a telling word stands, in order."""
    found = [(at, "sign") for at, _ in needles(text, _SIGNS if "N" in text else "№")]
    if "N" in text:
        found += [(match.start(), "sign") for match in _LATIN_SIGN.finditer(text)]
    if "/" in text:
        found += [(match.start(), "slash") for match in _DATE_AFTER.finditer(text)]
    if long_numbers(text):
        found += [(match.start(), "case") for match in _FOURTEEN.finditer(text)]
    if b"ecli:" in latin(text):
        found += [(match.start(), "ecli") for match in ECLI.finditer(text)]
    found += _words(text)
    found.sort()
    return found


def _words(text: str) -> list[tuple[int, str]]:
    """The telling words that a number or a code follows; of most of them a page only speaks."""
    parts, ends = words(text)
    return [
        (ends[at - 1], "union" if parts[at] in ACTS_OF_THE_UNION else "court" if parts[at] in CASES else "bare")
        for at in landmarks(text, _WORDS)
        if _is_numbered(parts[at + 1], word := parts[at + 2] if at + 2 < len(parts) else "")
        or (word == "за" and parts[at] in ACTS_OF_THE_UNION)
    ]


def _is_numbered(gap: str, word: str) -> bool:
    first = (gap.lstrip(" -\n") or word)[:1]
    return word == "номер" or first.isdigit() or first.isupper() or first in "№(" or gap == "-"
