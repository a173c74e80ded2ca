"""Where rules and the trained recogniser meet: one list of people, bodies and places for a page.

Rules know what is regular (titles, roles, `кмет на община X`, schools), and what they find stays. The recogniser was
trained on news: it adds names in paragraphs of running text, and where it is surest of another type than the rules,
its type holds. In tables, lists and addresses, and in the language of orders and notices, it has no say.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from govarchive.model import Span
from govarchive.names.bodies import bodies
from govarchive.names.evidence import before_titles, is_patron
from govarchive.names.features import Rules
from govarchive.names.finder import find_people
from govarchive.names.lexicon import is_given
from govarchive.names.places import places
from govarchive.names.recogniser import Mention, read
from govarchive.text.address_marks import in_address

ENOUGH = 0.5
"""From which score on a name is one that no rule knows."""

SURE = 0.9
"""From which score on the recogniser overrules a rule."""

RULE = "trained model"

_KINDS = " PBL"
_CODES = {"PER": 1, "ORG": 2, "LOC": 3}
_LONG = 80
"""A line of so many characters runs on."""

_PROSE = 0.5
"""The least share of a page's characters in paragraphs, from which on it is read as news are."""

_ODD = 0.2
_NUMBERS = 0.03
_SMALL = re.compile(r"[а-яѝ ]+")
_DIGITS = re.compile(r"[0-9]+")


class Names(NamedTuple):
    """The names of a page by kind, each list in order of position."""

    people: list[Span]
    bodies: list[Span]
    places: list[Span]


@lru_cache(maxsize=4)
def rules(text: str) -> Rules:
    """What the rules find in a folded text: people (P), bodies (B) and places (L)."""
    return {"P": find_people(text), "B": bodies(text), "L": places(text)}


@lru_cache(maxsize=4)
def names(text: str) -> Names:
    """The people, bodies and places of a folded text."""
    found = rules(text)
    running = paragraphs(text)
    if not running:
        return Names(*(list(found[kind]) for kind in "PBL"))
    starts = [start for start, _ in running]
    said = [it for it in read(text, found) if _within(running, bisect_right(starts, it.start) - 1, it)]
    sure = _covered(text, ((it.start, it.stop, _CODES.get(it.type, 9)) for it in said if it.score >= SURE))
    kept = {kind: [it for it in spans if not _overruled(it, kind, sure)] for kind, spans in found.items()}
    taken = _covered(text, ((it.start, it.stop, 1) for spans in kept.values() for it in spans))
    for it in said:
        if it.type in _CODES and it.score >= ENOUGH and taken.find(1, it.start, it.stop) < 0 and _may_be(text, it):
            kept[_KINDS[_CODES[it.type]]].append(Span(it.start, it.stop, RULE, it.score))
    return Names(*(sorted(kept[kind]) for kind in "PBL"))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of running text, where they make most of a page; none elsewhere.

    Orders, tables and lists are told by their figures, capitals and short lines.
    """
    found, start, size, figures = [], 0, 0, 0
    for line in text.split("\n"):
        stop = start + len(line)
        if stop - start >= _LONG and len(_SMALL.sub("", line)) <= _ODD * len(line):
            found.append((start, stop))
            size += len(line)
            figures += sum(map(len, _DIGITS.findall(line)))
        start = stop + 1
    return found if size >= _PROSE * len(text) and figures <= _NUMBERS * size else []


def _within(running: Sequence[tuple[int, int]], at: int, it: Mention) -> bool:
    """Whether a name stands in a paragraph, and the paragraph is that of number `at`."""
    return at >= 0 and it.stop <= running[at][1]


def _covered(text: str, stretches: Iterable[tuple[int, int, int]]) -> bytearray:
    """One byte for each character of a text: the number of the stretch it lies in, else 0."""
    covered = bytearray(len(text) + 1)
    for start, stop, number in stretches:
        covered[start:stop] = bytes((number,)) * (stop - start)
    return covered


def _overruled(it: Span, kind: str, sure: bytearray) -> bool:
    """Whether the recogniser is sure of another type for what a rule found."""
    return not {*sure[it.start : it.stop]} <= {0, _KINDS.index(kind)}


def _may_be(text: str, it: Mention) -> bool:
    """Whether a name is no part of an address, no street's or school's, and more than a given name in passing."""
    if it.type != "PER":
        return it.type == "ORG" or not in_address(text, it.start, it.stop)
    in_passing = it.score < SURE and is_given(text[it.start : it.stop])
    return not in_passing and not is_patron(text, it.stop, *before_titles(text, it.start))
