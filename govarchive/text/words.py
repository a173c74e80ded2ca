"""A text as words and what stands between them, cut once for all the finders of names.

>>> page = words("с. Хърлец, 5")
>>> page.parts, page.ends
(['', 'с', '. ', 'Хърлец', ', 5'], [0, 1, 3, 9, 12])
>>> page.among({"с"})
[1]
>>> places_of("с. Хърлец, 5", Listed({"Хърлец"}))
[3]
>>> sorted(in_any_case("адрес"))
['АДРЕС', 'Адрес', 'адрес']
"""

import re
from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple, Self

_LETTER = "[A-Za-zА-Яа-яЍѝ]"
# The class twice and no `+` behind the first: only a pattern that begins with one plain class lets the engine skip.
_WORD = re.compile(f"({_LETTER}{_LETTER}*+)")


class Words(NamedTuple):
    """Gaps and words by turns, a word at each odd place, and where each of them ends in the text."""

    parts: list[str]
    ends: list[int]

    def among(self, listed: Set[str]) -> list[int]:
        """The places in `parts` of the words of a set."""
        return list(compress(range(1, len(self.parts), 2), map(listed.__contains__, self.parts[1::2])))


@lru_cache(maxsize=4)
def words(text: str) -> Words:
    """The words of a text; letters only, digits and hyphens belong to the gaps."""
    parts = _WORD.split(text)
    return Words(parts, list(accumulate(map(len, parts))))


@lru_cache(maxsize=4)
def printed(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words(text).parts[1::2])


_LOOKED_FOR: set[str] = set()


class Listed(frozenset[str]):
    """Words that are looked for on every page: one pass over a page finds the words of all such lists.

    Lists are made once, on import or at first use, and never for a page: their words are looked for ever after.
    """

    def __new__(cls, forms: Iterable[str]) -> Self:
        """A list that is looked for from now on."""
        made = super().__new__(cls, forms)
        _LOOKED_FOR.update(made)
        return made


def places_of(text: str, listed: Listed) -> list[int]:
    """The places in `words(text).parts` of the words of a list."""
    places, found = _known(text, len(_LOOKED_FOR))
    return list(compress(places, map(listed.__contains__, found)))


@lru_cache(maxsize=4)
def _known(text: str, _: int) -> tuple[list[int], list[str]]:
    """The words of all lists and their places; read again when a list made since has raised the number of words."""
    page = words(text)
    places = page.among(_LOOKED_FOR)
    return places, [page.parts[at] for at in places]


def in_any_case(*forms: str) -> frozenset[str]:
    """The words as they stand in print: small, with a capital, in capitals."""
    small = [form.lower() for form in forms]
    return frozenset(small) | {form.capitalize() for form in small} | {form.upper() for form in small}
