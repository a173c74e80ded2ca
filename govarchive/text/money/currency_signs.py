"""Signs: the words, codes and symbols of currencies in a text, each where it stands by itself.

>>> [it.code for it in signs_in("10 лв., US$ 5, 20 ст.")]
['BGN', 'USD', 'coins']
"""

import re
from typing import NamedTuple

from govarchive.text.landmarks import CURRENCIES, landmarks
from govarchive.text.needles import needles
from govarchive.text.words import in_any_case, words


class Sign(NamedTuple):
    """A currency printed at `[start, stop)`: its ISO code, or `coins` and `cents`."""

    start: int
    stop: int
    code: str


_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP"}
_US = re.compile(r"(?<![^\W\d_])US")
# The dot of `лв.` belongs to it; the one after `лева` ends a sentence.
_DOTTED = in_any_case("лв", "ст") | {"щ"}
# `1 Лев`, `2016 Евро 2016`: a capital before another name or a number begins a name itself.
_NAMED = re.compile(r"[ -]?[0-9A-ZА-Я]")
# A championship, a standard of engines: EURO 2016, euro 5
_LATIN_EURO, _NUMBERED = in_any_case("euro"), re.compile("[ -]?[0-9]")
_OF_DOLLARS = re.compile(r"\.[ ]?д(?![а-я])")


def signs_in(text: str) -> list[Sign]:
    """Every sign or word of a currency that stands by itself, in order of position."""
    symbols = needles(text, _SYMBOLS)
    found = [Sign(at - 2 * bool(_US.match(text, at - 2, at)), at + 1, _SYMBOLS[it]) for at, it in symbols]
    page = words(text)
    for at in landmarks(text, CURRENCIES):
        word, start, stop = page.parts[at], page.ends[at - 1], page.ends[at]
        if word == "щ":
            dollars = _OF_DOLLARS.match(text, stop)
            if dollars is None:
                continue
            stop = dollars.end()
        elif _is_name(text, word, stop):
            continue
        found.append(Sign(start, stop + (text.startswith(".", stop) and word in _DOTTED), CURRENCIES[word]))
    found.sort()
    return found


def _is_name(text: str, word: str, stop: int) -> bool:
    """Whether a name begins with the word: `Лев Толстой`, `Евро 2016`, `EURO 2016`."""
    if word in _LATIN_EURO:
        return _NUMBERED.match(text, stop) is not None
    return word[1:].islower() and word[0].isupper() and _NAMED.match(text, stop) is not None
