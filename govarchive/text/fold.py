r"""Folding: one reading of a text for all rules, with spans that lead back to the page.

`fold` puts one plain character in the place of each blank, dash, quotation mark or look-alike letter: no offset moves.
`shadow` goes one step further where a page needs it: invisible characters (soft hyphen, zero width), the gaps of
letter-spaced headings, frames of tables and blanks that say nothing are taken out, a blank that lacks at a dash and the
words for pictures are put in, and the shadow remembers where each character came from.

>>> fold("ул.\u00a0„Шипка” – 5"), fold("ОУ ‘Изгрев’, Д'Анжело")
('ул. "Шипка" - 5', 'ОУ "Изгрев", Д\'Анжело')
>>> it = shadow("П Р О Т О К О Л  № 17")
>>> it.text
'ПРОТОКОЛ № 17'
>>> it.span(0, 8)
(0, 15)
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from string import ascii_letters
from typing import NamedTuple

from govarchive.text.blanks import lines_apart, spare_blanks, without_joints
from govarchive.text.bullets import bullets
from govarchive.text.dashes import one_sided
from govarchive.text.exported import exported
from govarchive.text.pictured import pictured
from govarchive.text.rings import ringed
from govarchive.text.ruled import ruled
from govarchive.text.wraps import unwrapped

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
# The frames that programs of the 1990s drew around their tables.
_FOLDS |= dict.fromkeys("─━═", "-") | dict.fromkeys("│┃║¦", "|") | dict.fromkeys("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬", "+")
# Full-width digits, letters and signs read as ASCII: `＋３５９`, `ｋｍｅｔ＠ｐｒｉｍｅｒ．ｂｇ`.
_FOLDS = {chr(0xFEE0 + plain): chr(plain) for plain in range(0x21, 0x7F)} | _FOLDS

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_UNDRAWN = re.compile(f"[{_INVISIBLE}]")
_CYRILLIC = "А-Яа-яЍѝ"
# A Latin letter with a Cyrillic one beside it; written so that the scan is for Latin letters, which are rare.
_BESIDE = rf"(?:(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}][A-Za-z]))"
_MIXED = re.compile(rf"[A-Za-z]{_BESIDE}")
# Whatever a page may need, seen in one pass: odd signs, invisible ones, letters of words of two alphabets.
_TO_DO = re.compile(rf"[{re.escape(''.join(_FOLDS))}{_INVISIBLE}A-Za-z](?:(?<![A-Za-z])|{_BESIDE})")
_WORD = re.compile(rf"[A-Za-z{_CYRILLIC}]+")
_A_LATIN = re.compile("[A-Za-z]")
_ONLY_CYRILLIC = re.compile(rf"[{_CYRILLIC}](?<![{CYRILLIC_LIKE}])")
_ONLY_LATIN = re.compile(rf"[A-Za-z](?<![{LATIN_LIKE}])")


def _spaced(blank: str) -> re.Pattern[str]:
    """`П Р О Т О К О Л`: four capitals or more with a blank, or two, between each two.

    It begins with the first of these blanks, as one letter is looked for several times faster than a class of letters.
    """
    return re.compile(
        rf"""
        {blank}[А-ЯA-Z]{blank} (?<=[А-ЯA-Z]{blank}.{blank}) (?<![^\s"][А-ЯA-Z]{blank}.{blank})   # a capital before it
        [А-ЯA-Z]{blank}[А-ЯA-Z] (?: {blank}[А-ЯA-Z] )* (?![^\s".,:;-])
        """,
        re.VERBOSE,
    )


_SPACED, _SPACED_WIDE = _spaced("[ ]"), _spaced("[ ][ ]")
# Behind such a word the next one of its heading, however short: `Р А Й О Н Е Н   С Ъ Д   -   В И Д И Н`.
_NEXT_SPACED = re.compile(
    r"(?: [ ]{2,5} (?: -[ ]{0,5} )? | [ ]-[ ]{0,5} | -[ ]{1,5} ) [А-Я] (?: [ ][А-Я] )* (?= [ ]{2} | [ ]?\n | [ ]?\Z )",
    re.VERBOSE,
)
_SPARE = re.compile(r"(?<=[ ])[ ]+|(?<=[А-Я])[ ](?=[А-Я](?![^ \n]))")

# `,,Изгрев''`: a quotation mark of two commas, where one ends the words behind it, or of two apostrophes.
_OF_TWO = re.compile(r"''|,,(?=[^\s\",][^\"\n]{1,80}(?:\"|''))")
_DOUBLED = re.compile(r'""')


# `СУ ‘Изгрев’`, `НЧ'Изгрев'`: single marks around words are quotes as double ones are; `Д'Анжело`, `30'` and `'90-те`
# have none.
_PAIR = re.compile(r"""'(?:(?<![\w'"]')(?=\w)|(?<=\w\w')(?=[А-Я]))([^'"\n]{1,120})'(?<![\s,(]')(?!\w)""")


# `Начало » Администрация › Контакти`: in the trail to a page, a line that opens no such quotes, they part.
_ARROWS = frozenset("»›")
_OPENING = re.compile("[«‹]")
_ARROW = re.compile(r"(?<=[ \u00a0])[»›](?=[ \u00a0])")
# Before a line of a list.
_POINTING = re.compile(r"(?m)^([ \u00a0\t]*)[»›](?=[ \u00a0])")


def fold(text: str) -> str:
    """The text with spaces, dashes, quotes and look-alike letters made plain, one character for one."""
    return _folded(text, set(_TO_DO.findall(text)))


def _folded(text: str, seen: set[str]) -> str:
    if not _ARROWS.isdisjoint(seen):
        text = _POINTING.sub(r"\1•", text)
        text = "\n".join(line if _OPENING.search(line) else _ARROW.sub("|", line) for line in text.split("\n"))
    for odd in seen & _FOLDS.keys():
        text = text.replace(odd, _FOLDS[odd])
    if "'" in text:
        text = _PAIR.sub(r'"\1"', text)
    return text if seen.isdisjoint(ascii_letters) else "".join(_unmixed(text))


def _unmixed(text: str) -> Iterator[str]:
    """The pieces of a text, its words of two alphabets each in one."""
    last = 0
    for mixed in _MIXED.finditer(text):
        start = mixed.start()
        if start < last:
            continue
        while start > last and _WORD.match(text, start - 1, start):
            start -= 1
        word = _WORD.match(text, start)
        if word:
            yield text[last:start]
            yield _one_alphabet(word.group())
            last = word.end()
    yield text[last:]


def _one_alphabet(word: str) -> str:
    """A word of two alphabets in the one its telling letters belong to, or most of them; left alone when both tell."""
    cyrillic, latin = _ONLY_CYRILLIC.search(word), _ONLY_LATIN.search(word)
    if cyrillic and latin:
        return word
    # `СEКРЕТАР`: letters that tell nothing.
    if cyrillic or (not latin and 2 * len(_A_LATIN.findall(word)) <= len(word)):
        return word.translate(TO_CYRILLIC)
    return word.translate(TO_LATIN)


class Shadow(NamedTuple):
    """A folded text from which characters may have been taken out, and into which some may have been put.

    `starts` are the offsets in it where a stretch without gaps begins, `gone` how many characters more were taken out
    than put in before each, negative where it is the other way round; both are empty where nothing was done.
    """

    text: str
    starts: Sequence[int] = ()
    gone: Sequence[int] = ()

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The span of the page's text that `[start, stop)` of the shadow stands for."""
        if not self.starts or start >= stop:
            return start, stop
        return start + self._gone(start), stop + self._gone(stop - 1)

    def _gone(self, offset: int) -> int:
        return self.gone[bisect_right(self.starts, offset) - 1]


@lru_cache(maxsize=4)
def shadow(text: str) -> Shadow:
    """The folded text without invisible characters, gaps of letter-spaced words, frames of tables and spare blanks.

    Words for pictures and the blank that lacks at a dash are put in.

    Texts that are alike (stretches of a monotonous page, the same page again) share one: what is kept of a text is
    asked for thousands of times, and a dictionary knows the very same string at once but reads an equal one through.
    """
    seen = set(_TO_DO.findall(text))
    folded = _folded(text, seen)
    if breaks := lines_apart(folded):  # first, as tables are known by lines below each other
        close = _without(folded, breaks)
        return _with_blanks(_behind(close, _shadow(close.text, seen)))
    return _with_blanks(_shadow(folded, seen))


def _shadow(folded: str, seen: Set[str]) -> Shadow:
    gaps = [*_gaps_of_headings(folded)]
    if "  " in folded:
        wide = (at for it in _SPACED_WIDE.finditer(folded) for at in range(it.start(), it.end(), 3))
        gaps += [blank for at in wide for blank in (at, at + 1)]
    if _UNDRAWN.search("".join(seen)):
        gaps += [it.start() for it in _UNDRAWN.finditer(folded)]
    if ("'" in folded and "''" in folded) or ",," in folded:
        folded = _OF_TWO.sub('""', folded)
        gaps += [it.start() + 1 for it in _DOUBLED.finditer(folded)]
    folded, strokes = ruled(exported(unwrapped(ringed(without_joints(folded)))))
    gaps = sorted({*gaps, *strokes, *bullets(folded), *spare_blanks(folded)})
    read = _without(folded, gaps) if gaps else Shadow(folded)
    words = pictured(read.text)
    return _worded(read, words) if words else read


def _worded(read: Shadow, words: Sequence[tuple[int, str]]) -> Shadow:
    """A shadow with words in the place of single characters; each of their letters leads back to that character."""
    longer = dict(words)
    pieces, starts, gone, last, more = list[str](), list[int](), list[int](), 0, 0
    for at in sorted({0, *read.starts, *longer, *(at + 1 for at in longer)}):
        word = longer.get(at, "")
        pieces += [read.text[last:at], word]
        for letter in range(len(word) or 1):
            starts.append(at + more + letter)
            gone.append(read.span(at, at + 1)[0] - starts[-1])
        last, more = at + bool(word), more + len(word) - bool(word)
    return Shadow("".join(pieces) + read.text[last:], starts, gone)


def _behind(first: Shadow, second: Shadow) -> Shadow:
    """A shadow of a shadow, as one of what the first is of."""
    if not second.starts:
        return Shadow(second.text, first.starts, first.gone)
    starts, gone = list[int](), list[int]()
    ends = [*second.starts[1:], len(second.text)]
    for start, stop, went in zip(second.starts, ends, second.gone, strict=True):
        number = bisect_right(first.starts, start + went) - 1
        while number < len(first.starts) and first.starts[number] < stop + went:
            starts.append(max(start, first.starts[number] - went))
            gone.append(went + first.gone[number])
            number += 1
    return Shadow(second.text, starts, gone)


def _with_blanks(seen: Shadow) -> Shadow:
    """The same with a blank at both sides of each dash that joins words; it stands for the sign before which it is."""
    lacking = one_sided(seen.text)
    if not lacking:
        return seen
    pieces, last = list[str](), 0
    starts, gone = [*seen.starts] or [0], [*seen.gone] or [0]
    moved = sorted({*starts, *lacking})
    for at in lacking:
        pieces.append(seen.text[last:at])
        last = at
    text = " ".join([*pieces, seen.text[last:]])
    shift = [bisect_right(lacking, at) for at in moved]
    went = [gone[bisect_right(starts, at) - 1] for at in moved]
    return Shadow(
        text,
        [at + more for at, more in zip(moved, shift, strict=True)],
        [it - more for it, more in zip(went, shift, strict=True)],
    )


def _gaps_of_headings(text: str) -> Iterator[int]:
    """The blanks between the letters of letter-spaced words and of those behind them, and all but one before each."""
    done = 0
    for word in _SPACED.finditer(text):
        if word.start() < done:
            continue
        yield from range(word.start(), word.end(), 2)
        done = word.end()
        while following := _NEXT_SPACED.match(text, done):
            for spare in _SPARE.finditer(text, following.start(), following.end()):
                yield from range(*spare.span())
            done = following.end()


def _without(text: str, gaps: Sequence[int]) -> Shadow:
    """The text without the characters at some offsets in rising order."""
    pieces, starts, gone, last = [], [], [], 0
    for count, gap in enumerate([*gaps, len(text)]):
        if gap > last:
            pieces.append(text[last:gap])
            starts.append(last - count)
            gone.append(count)
        last = gap + 1
    return Shadow("".join(pieces), starts, gone)


def lower(text: str) -> str:
    """Lower case that keeps the length (`İ` alone would grow).

    >>> len(lower("İзток")) == 5
    True
    """
    low = text.lower()
    return low if len(low) == len(text) else text.replace("İ", "i").lower()
