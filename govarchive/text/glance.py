"""What several kinds ask of the same page, looked up once: its lower case, its numbers, what of it is Latin.

Kept for the last few texts only; a page's kinds are found one after the other.

>>> numbers("от 9 до 17 ч."), lowered("Стая 5"), long_numbers("стая 5, тел. 812 345")
((3, 8), 'стая 5', ())
>>> latin("Пишете на A@b.bg")
b'  a@b.bg'
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
_BEHIND_REACH = 40
"""How many behind one those end that name it there."""

# Not `[0-9]+`: only a pattern that begins with one plain class lets the engine skip ahead.
_NUMBER = re.compile("([0-9][0-9]*)")
_JOINTS, _LONG = frozenset(" ./-"), 7


class Numerals(NamedTuple):
    """Gaps and runs of digits by turns, a run at each odd place, and where each of them ends in the text."""

    parts: list[str]
    ends: list[int]


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in lower case, of the same length."""
    return lower(text)


@lru_cache(maxsize=4)
def latin(text: str) -> bytes:
    """The lower case without all that is not ASCII: a sign or a Latin word that is not in it is nowhere on the page.

    Whether it is there is for a look at the page itself, as what other letters part stands together here.
    """
    return lowered(text).encode("ascii", "ignore")


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
    parts, ends = numerals(text)
    found, start, digits = [], ends[0], 0
    for at in range(1, len(parts), 2):
        if parts[at - 1] not in _JOINTS:
            if digits >= _LONG:
                found.append((start, ends[at - 2]))
            start, digits = ends[at - 1], 0
        digits += len(parts[at])
    return (*found, (start, ends[-2])) if digits >= _LONG else tuple(found)


@lru_cache(maxsize=4)
def around_long_numbers(text: str) -> str:
    r"""In lower case, where the words must be that name a long number: not far before one or behind it, or in a table.

    >>> around_long_numbers("Адрес и ЕИК\nЕИК 000123451 (Булстат)")
    'адрес и еик\nеик 000123451 (булстат)'
    """
    low = lowered(text)
    near = [low[max(0, start - NAME_REACH) : stop + _BEHIND_REACH] for start, stop in long_numbers(text)]
    if near and "\t" in low:
        near += [line for line in low.split("\n") if "\t" in line]
    return "\n".join(near)
