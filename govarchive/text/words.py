"""A text as words and what stands between them, cut once for all the finders of names.

>>> page = words("с. Хърлец, 5")
>>> page.parts, page.ends
(['', 'с', '. ', 'Хърлец', ', 5'], [0, 1, 3, 9, 12])
>>> page.among({"с"})
[1]
>>> sorted(in_any_case("адрес"))
['АДРЕС', 'Адрес', 'адрес']
"""

import re
from collections.abc import Set
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

_WORD = re.compile(r"([A-Za-zА-Яа-яЍѝ]+)")


class Words(NamedTuple):
    """Gaps and words by turns, a word at each odd place, and where each of them ends in the text."""

    parts: list[str]
    ends: list[int]

    def among(self, listed: Set[str]) -> list[int]:
        """The places in `parts` of the words of a set."""
        return list(compress(range(1, len(self.parts), 2), map(listed.__contains__, self.parts[1::2])))

    def among_lower(self, listed: Set[str]) -> list[int]:
        """Like `among`, for words in any case and a set in lower case."""
        words = map(str.lower, self.parts[1::2])
        return list(compress(range(1, len(self.parts), 2), map(listed.__contains__, words)))


@lru_cache(maxsize=4)
def words(text: str) -> Words:
    """The words of a text; letters only, digits and hyphens belong to the gaps."""
    parts = _WORD.split(text)
    return Words(parts, list(accumulate(map(len, parts))))


def in_any_case(*forms: str) -> frozenset[str]:
    """The words as they stand in print: small, with a capital, in capitals."""
    small = [form.lower() for form in forms]
    return frozenset(small) | {form.capitalize() for form in small} | {form.upper() for form in small}
