"""Where rules and the trained recogniser meet: one list of people, bodies and places for a page.

Rules know what is regular (titles, roles, `кмет на община X`, schools), and what they find stays. The recogniser was
trained on news: it adds names in paragraphs of running text, and where it is surest of another type than the rules,
its type holds. In tables, lists and addresses, and in the language of orders and notices, it has no say.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from govarchive.model import Span
from govarchive.names.bodies import bodies
from govarchive.names.evidence import before_titles, is_patron
from govarchive.names.features import Rules
from govarchive.names.finder import find_people
from govarchive.names.lexicon import is_given, is_place
from govarchive.names.places import places
from govarchive.names.recogniser import Mention, read
from govarchive.text.address_marks import in_address

ENOUGH = 0.42
"""From which score on a name is one that no rule knows."""

LIKELY = 0.6
"""From which score on it is heard outside paragraphs, on a given name alone, on more words than a rule took."""

SURE = 0.9
"""From which score on it overrules the type a rule has given."""

RULE = "trained model"

_KINDS = {"PER": "P", "ORG": "B", "LOC": "L"}
_LONG = 80
"""A line of so many characters runs on."""

_PROSE = 0.8
"""The least share of a page's characters in paragraphs, from which on it is read as news are."""

_ODD = 0.2
_NUMBERS = 0.03
_SMALL = re.compile(r"[а-яѝa-z ]+")
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
    said = [it for it in read(text, found) if it.score >= (ENOUGH if _within(running, it) else LIKELY)]
    likely = [it for it in said if it.score >= LIKELY]
    towns = {it for it in found["L"] if " " in text[it.start : it.stop] and is_place(text[it.start : it.stop])}
    kept = {
        kind: [it for it in spans if it in towns or not _overruled(it, kind, likely)] for kind, spans in found.items()
    }
    taken = bytearray(len(text) + 1)
    for start, stop, *_ in chain(*kept.values()):
        taken[start:stop] = b"\1" * (stop - start)
    for it in said:
        kind = _KINDS.get(it.type)
        if kind and taken.find(1, it.start, it.stop) < 0 and _may_be(text, it):
            kept[kind].append(Span(it.start, it.stop, RULE, it.score))
    return Names(*(sorted(kept[kind]) for kind in "PBL"))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of running text, where they make most of a page; none elsewhere.

    Orders, tables and lists are told by their figures, capitals and short lines.
    """
    lines = text.split("\n")
    if sum(len(line) for line in lines if len(line) >= _LONG) < _PROSE * len(text):
        return []
    found, start, size, figures = [], 0, 0, 0
    for line in lines:
        stop = start + len(line)
        if stop - start >= _LONG and len(_SMALL.sub("", line)) <= _ODD * len(line):
            found.append((start, stop))
            size += len(line)
            figures += sum(map(len, _DIGITS.findall(line)))
        start = stop + 1
    return found if size >= _PROSE * len(text) and figures <= _NUMBERS * size else []


def _within(running: Sequence[tuple[int, int]], it: Mention) -> bool:
    """Whether a name stands in one of the paragraphs."""
    at = bisect_right(running, it.start, key=lambda one: one[0]) - 1
    return at >= 0 and it.stop <= running[at][1]


def _overruled(it: Span, kind: str, likely: Sequence[Mention]) -> bool:
    """Whether what a rule found is but a part of a name, or surely of another type; products have no say on bodies."""
    at = bisect_right(likely, it.start, key=lambda one: one.start) - 1
    if at < 0 or it.stop > likely[at].stop:
        return False
    one = likely[at]
    if _KINDS.get(one.type) == kind:
        return it.stop - it.start < one.stop - one.start
    return one.score >= SURE and not (kind == "B" and one.type == "OTH")


def _may_be(text: str, it: Mention) -> bool:
    """Whether a name is no part of an address, no street's or school's, and more than a given name in passing."""
    if it.type != "PER":
        return it.type == "ORG" or not in_address(text, it.start, it.stop)
    if it.score >= SURE and text[it.start - 1 : it.start] == " ":
        return True
    in_passing = it.score < LIKELY and is_given(text[it.start : it.stop])
    return not in_passing and not is_patron(text, it.stop, *before_titles(text, it.start))
