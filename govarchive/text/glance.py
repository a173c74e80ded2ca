"""What several kinds ask of the same page, looked up once: its lower case, its numbers and where they begin.

Kept for the last few texts only; a page's kinds are found one after the other.

>>> numbers("от 9 до 17 ч."), lowered("Стая 5"), long_numbers("стая 5, тел. 812 345")
((3, 8), 'стая 5', ())
>>> numerals("от 9 до 17 ч.")
Numerals(parts=['от ', '9', ' до ', '17', ' ч.'], ends=[3, 4, 8, 10, 13])
>>> long_numbers("ЕИК 000 123 451")
((4, 15),)
"""

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from govarchive.text.fold import lower

NAME_REACH = 110
"""How many characters before a number the words that name it may begin."""

# Not `[0-9]+`: only a pattern that begins with one plain class lets the engine skip ahead.
_NUMBER = re.compile("([0-9][0-9]*)")
_LONG = re.compile(r"[0-9](?:[ ./-]?[0-9]){6,}+")


class Numerals(NamedTuple):
    """Gaps and runs of digits by turns, a run at each odd place, and where each of them ends in the text."""

    parts: list[str]
    ends: list[int]


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in lower case, of the same length."""
    return lower(text)


@lru_cache(maxsize=4)
def numbers(text: str) -> tuple[int, ...]:
    """Where the runs of digits begin."""
    return tuple(numerals(text).ends[:-1:2])


@lru_cache(maxsize=4)
def numerals(text: str) -> Numerals:
    """The text cut at its digits."""
    parts = _NUMBER.split(text)
    return Numerals(parts, list(accumulate(map(len, parts))))


@lru_cache(maxsize=4)
def long_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where seven digits or more stand with no more than one space, full stop, slash or hyphen between each two."""
    return tuple([match.span() for match in _LONG.finditer(text)])


@lru_cache(maxsize=4)
def around_long_numbers(text: str) -> str:
    r"""In lower case, where the words must be that name a long number: not far before one, or in a table.

    >>> around_long_numbers("Адрес и ЕИК\nЕИК 000123451")
    'адрес и еик\nеик '
    """
    low = lowered(text)
    near = [low[max(0, start - NAME_REACH) : start] for start, _ in long_numbers(text)]
    if near and "\t" in low:
        near += [line for line in low.split("\n") if "\t" in line]
    return "\n".join(near)
