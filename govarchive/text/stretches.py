"""A text too long to be read at once -> stretches of it, each with so much around it as a rule may look at.

What the rules make of a text lies in memory until they are done with it: up to 300 bytes a character. So a text of more
than a million characters, which no page written for people has, is read stretch by stretch.

>>> stretches(5000)
[Stretch(start=0, first=0, last=5000, stop=5000)]
>>> [(it.first, it.last) for it in stretches(1_100_000)]
[(0, 275000), (275000, 550000), (550000, 825000), (825000, 1100000)]
"""

from itertools import pairwise
from typing import NamedTuple

AT_ONCE = 1_000_000
"""Characters of a text that is not cut."""

_LONGEST = 300_000
_BEFORE, _BEHIND = 20_000, 2_000
"""What is read around a stretch: labels stand at most so far from their values."""


class Stretch(NamedTuple):
    """Offsets of a text: `[start, stop)` is read, and what begins in `[first, last)` counts."""

    start: int
    first: int
    last: int
    stop: int


def stretches(length: int) -> list[Stretch]:
    """The stretches of a text of so many characters, in order: what counts in them is all of it, once."""
    number = 1 if length <= AT_ONCE else -(-length // _LONGEST)
    edges = [length * it // number for it in range(number + 1)]
    return [
        Stretch(max(0, first - _BEFORE), first, last, min(length, last + _BEHIND)) for first, last in pairwise(edges)
    ]
