"""A page cut into its lines and cells, for what recurs over the pages of a site: see parts.py."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate, compress
from operator import add

from govarchive.model import Block

_DIGITS = re.compile("[0-9]+")
_EDGES = ("\n", "\n\n")
_BETWEEN = "\t"
"""What no piece says."""
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_LONG = 500
_WORD = (1 << 63) - 1

Lines = tuple[list[str], list[str]]
"""The lines and cells of what is visible, then of the evidence behind it."""

Run = list[str]
"""What lines and cells say, between two edges."""


def lines_of(text: str, blocks: Sequence[Block]) -> Lines:
    """The lines and cells of a text with these blocks."""
    visible = next((block.start for block in blocks if block.kind == "meta"), len(text))
    return _lines(text[:visible]), _lines(text[visible:])


def _lines(text: str) -> list[str]:
    return text.replace("\t", "\n").split("\n")


def runs_of(lines: Lines, most: int | None = None) -> list[Run]:
    """The pieces of what is visible, then of the evidence, each between two edges; none where there is none.

    Of a very long page only the `most` at the beginning and at the end of each, where that is given.
    """
    runs = []
    for edge, part in zip(_EDGES, lines, strict=True):
        said = _said(part)
        if most and len(said) > 2 * most:
            said[most:-most] = []
        if said:
            runs.append([edge, *said, edge])
    return runs


def _said(lines: Iterable[str]) -> list[str]:
    """What lines and cells say that say anything; of long ones, as all lie in memory, a hash."""
    return [it if len(it) <= _LONG else _short(it) for it in filter(None, map(str.strip, lines))]


def _short(said: str) -> str:
    """What stands for a long piece: letters for its form, and behind them a number for its digits."""
    form = _DIGITS.sub("#", said)
    letters = f"{hash_of(form):x}".translate(_LETTERS)
    return letters if form == said else f"{letters}{hash_of(said)}"


def spans(lines: Lines) -> tuple[list[int], list[int]]:
    """Where those that say anything begin and stop in the text."""
    starts: list[int] = []
    stops: list[int] = []
    at = 0
    for part in lines:
        says, sizes = [*map(str.strip, part)], [*map(len, part)]
        first = [*accumulate((size + 1 for size in sizes), initial=at)]  # each line with its end
        starts += compress(first, says)
        stops += compress(map(add, first, sizes), says)
        at = first[-1] - 1  # the evidence begins where what is visible stops
    return starts, stops


def forms_of(said: Iterable[str]) -> list[str]:
    """What each piece says but for its digits, all at once."""
    return _DIGITS.sub("#", _BETWEEN.join(said)).split(_BETWEEN)


# The pieces of a template, and those beside them, come again and again.
@lru_cache(8192)
def form_of(said: str) -> str:
    """What a piece says but for its digits."""
    return _DIGITS.sub("#", said)


def hash_of(text: str) -> int:
    """A hash that stays the same from run to run and fits the integers of SQLite."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") & _WORD
