"""Looking for several plain strings at once, which on ordinary pages is many times faster than one expression for all.

>>> needles("10 лв. или 5 евро, 3 лв.", ("лв", "евро"))
[(3, 'лв'), (13, 'евро'), (21, 'лв')]
"""

from collections.abc import Iterable
from typing import AnyStr


def needles(text: str, words: Iterable[str]) -> list[tuple[int, str]]:
    """Where each of the words occurs, in order of position; of two at one place the longer first."""
    found = []
    for word in words:
        # Whether a single sign occurs is told at once, and many capitals, Latin letters and slashes occur nowhere.
        if word[0] not in text or word[-1] not in text:
            continue
        at = text.find(word)
        while at >= 0:
            found.append((at, word))
            at = text.find(word, at + len(word))
    found.sort(key=lambda it: (it[0], -len(it[1])))
    return found


def holds(text: AnyStr, words: Iterable[AnyStr]) -> bool:
    """Whether any of the words occurs.

    >>> holds("10 лв.", ("евро", "лв"))
    True
    """
    for word in words:  # noqa: SIM110 (`any` with a generator takes three times as long)
        if word in text:
            return True
    return False
