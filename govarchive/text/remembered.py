"""What was worked out once for a word or a line and is asked again on page after page.

>>> made = []
>>> sizes = Remembered(lambda word: made.append(word) or len(word), most=2)
>>> [*map(sizes.__getitem__, ("ул", "бул", "ул", "площад", "ул"))], made, len(sizes)
([2, 3, 2, 6, 2], ['ул', 'бул', 'площад'], 2)
"""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(dict[K, V]):
    """What a function makes of its argument, kept for `most` of them; then those are set aside, and it begins anew.

    What is asked for again is taken from those set aside, and they are forgotten when the next are: memory stays flat,
    and what is asked for often stays. A look-up takes two thirds of that of `lru_cache`, which notes the order of use.
    """

    def __init__(self, make: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most
        self._aside: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        made = self._aside[key] if key in self._aside else self._make(key)
        if len(self) >= self._most:
            self._aside = dict(self)
            self.clear()
        self[key] = made
        return made


SHORT = 200
"""How long a line is, in characters, that is remembered at all: a page may be one line of a megabyte."""


def remembered_if_short(make: Callable[[str], V]) -> Callable[[str], V]:
    """What a function makes of a line, kept for the last short lines; of a long one it is made each time."""
    kept = lru_cache(maxsize=1024)(make)

    @wraps(make)
    def of(line: str) -> V:
        return kept(line) if len(line) <= SHORT else make(line)

    return of
