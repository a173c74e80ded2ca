r"""Folding: one reading of a text for all rules, with spans that lead back to the page.

`fold` puts one plain character in the place of each blank, dash, quotation mark or look-alike letter: no offset moves.
`shadow` goes one step further where a page needs it: invisible characters (soft hyphen, zero width) and the gaps of
letter-spaced headings are taken out, and the shadow remembers where each character came from.

>>> fold("ул.\u00a0„Шипка” – 5")
'ул. "Шипка" - 5'
>>> it = shadow("П Р О Т О К О Л  № 17")
>>> it.text
'ПРОТОКОЛ  № 17'
>>> it.span(0, 8)
(0, 15)
"""

import re
from array import array
from typing import NamedTuple

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\v\f"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
_DOUBLE_QUOTES = "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2036\u301d\u301e\uff02"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u0060\u00b4"

# Letters that are drawn alike in both alphabets; order matters, position i of one is position i of the other.
LATIN_LIKE = "ABCEHKMOPTXYaceopxy"
CYRILLIC_LIKE = "АВСЕНКМОРТХУасеорху"
TO_CYRILLIC = str.maketrans(LATIN_LIKE, CYRILLIC_LIKE)
TO_LATIN = str.maketrans(CYRILLIC_LIKE, LATIN_LIKE)


_FOLDS = dict.fromkeys(_SPACES, " ")
_FOLDS |= dict.fromkeys(_DASHES, "-")
_FOLDS |= dict.fromkeys(_DOUBLE_QUOTES, '"')
_FOLDS |= dict.fromkeys(_SINGLE_QUOTES, "'")
# Full-width digits read as ASCII.
_FOLDS |= {chr(0xFF10 + digit): str(digit) for digit in range(10)}
# Replacing the few odd characters where they are is several times faster than translating every character.
_ODD = re.compile("[" + re.escape("".join(_FOLDS)) + "]")

# Either order of two letters of different alphabets; written so that the scan is for Latin letters, which are rare.
_MIXED = re.compile(r"[A-Za-z](?:[А-Яа-яЍѝ]|(?<=[А-Яа-яЍѝ][A-Za-z]))")
_WORD = re.compile(r"[A-Za-zА-Яа-яЍѝ]+")
_ONLY_CYRILLIC = re.compile(rf"[А-Яа-яЍѝ](?<![{CYRILLIC_LIKE}])")
_ONLY_LATIN = re.compile(rf"[A-Za-z](?<![{LATIN_LIKE}])")

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_UNDRAWN = re.compile(f"[{_INVISIBLE}]")
# П Р О Т О К О Л: four capitals or more with a space between each two.
_SPACED = re.compile(r"""(?<![^\s"]) [А-ЯA-Z] (?: [ ][А-ЯA-Z] ){3,} (?![^\s".,:;])""", re.VERBOSE)
_MAYBE_SPACED = re.compile(" [А-ЯA-Z] [А-ЯA-Z]")


def fold(text: str) -> str:
    """The text with spaces, dashes, quotes and look-alike letters made plain, one character for one."""
    folded = _ODD.sub(lambda match: _FOLDS[match.group()], text)
    if _MIXED.search(folded):
        folded = _WORD.sub(_one_alphabet, folded)
    return folded


def _one_alphabet(match: re.Match[str]) -> str:
    """A word of two alphabets in the one its telling letters belong to; left alone when both or none tell."""
    word = match.group()
    if not _MIXED.search(word):
        return word
    cyrillic, latin = _ONLY_CYRILLIC.search(word), _ONLY_LATIN.search(word)
    if cyrillic and not latin:
        return word.translate(TO_CYRILLIC)
    if latin and not cyrillic:
        return word.translate(TO_LATIN)
    return word


class Shadow(NamedTuple):
    """A folded text and, where characters were taken out, the offset of each one that was kept (and of the end)."""

    text: str
    offsets: "array[int] | None"

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The span of the page's text that `[start, stop)` of the shadow stands for."""
        if self.offsets is None or start >= stop:
            return start, stop
        return self.offsets[start], self.offsets[stop - 1] + 1


def shadow(text: str) -> Shadow:
    """The folded text, without invisible characters and without the gaps of letter-spaced words."""
    folded = fold(text)
    gone = {match.start() for match in _UNDRAWN.finditer(folded)}
    if _MAYBE_SPACED.search(folded):
        gone.update(at for match in _SPACED.finditer(folded) for at in range(match.start() + 1, match.end(), 2))
    if not gone:
        return Shadow(folded, None)
    kept = array("l", (at for at in range(len(folded)) if at not in gone))
    return Shadow("".join(map(folded.__getitem__, kept)), kept)


def lower(text: str) -> str:
    """Lower case that keeps the length (`İ` alone would grow).

    >>> len(lower("İзток")) == 5
    True
    """
    return text.replace("İ", "i").lower()
