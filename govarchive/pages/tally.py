"""What the counts of bytes alone tell of their encoding: cheap, and enough for nearly all pages.

Only where two readings come near each other does the order of the letters have to be looked at (`likeness`).

>>> clear_reading("Община Видин, отдел „Местни данъци и такси“: приемни дни".encode("koi8-r", "ignore"), least=20)
'koi8-r'
"""

import re
from collections import Counter
from functools import lru_cache

from govarchive.pages.encodings import CYRILLIC, characters
from govarchive.pages.likeness import weight

# How much likelier (natural logarithm) than all others the right reading must be, in all and by the letter, and how
# likely it must be by itself.
_CLEAR_IN_ALL = 20.0
_CLEAR_BY_LETTER = 0.1
_CLEAR_ALONE = 0.5
# In French or Italian the letters outside ASCII stand by others, and some chance makes Bulgarian of them.
_BY_LATIN = re.compile(rb"[A-Za-z][\x80-\xff]")
_MOST_BY_LATIN = 0.1
_ENOUGH = 6000
_ASCII = bytes(range(0x80))


def clear_reading(raw: bytes, least: int) -> str | None:
    """The old Cyrillic encoding that the bytes outside ASCII, at least so many, are in; None where it is not clear."""
    raw = raw[:_ENOUGH]
    upper = raw.translate(None, _ASCII)
    letters = len(upper)
    if letters < least or len(_BY_LATIN.findall(raw)) > _MOST_BY_LATIN * letters:
        return None
    counts = Counter(upper)
    points = {name: _points(name, counts) for name in CYRILLIC}
    first, second = sorted(points, key=points.__getitem__, reverse=True)[:2]
    needed = max(_CLEAR_IN_ALL, _CLEAR_BY_LETTER * letters)
    return first if points[first] - points[second] > needed and points[first] > _CLEAR_ALONE * letters else None


def _points(encoding: str, counts: Counter[int]) -> float:
    weights = _weights(encoding)
    return sum(weights[byte - 0x80] * number for byte, number in counts.items())


@lru_cache
def _weights(encoding: str) -> tuple[float, ...]:
    return tuple(map(weight, characters(encoding)))
