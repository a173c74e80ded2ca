"""Directories: pages of several bodies of a kind, each with a line of its own above its address and its people."""

import re
from bisect import bisect_left

from govarchive.link.scene import Scene, base_of, kinds_of
from govarchive.model import Candidate
from govarchive.text.fold import lower
from govarchive.text.layout import line_start, line_stop

# Before such a body in its line: a sign, the number of an item (`DG 2`), or what it is (`Училище:`).
_LEAD = re.compile(
    r"[^\w\n]{0,6}(?:[A-ZА-Я]{0,3}[ ]?№?[ ]?[0-9]{0,3})[^\w\n]{0,4}|(?P<label>[А-Яа-я][а-я ]{2,30}):[ \"]*"
)
_NAMES = frozenset({"наименование", "име", "институция", "организация", "обект"})
# Behind it: the town, with or without a mark between.
_TOWN = re.compile(
    r"[ .:;\"]*|[ ]?[,(/-]?[ ]?(?:(?:гр|с|кв)\.|град|село|община|общ\.)[ ]?[А-Я][^.:;\n]{0,50}[.:;)/ ]*", re.IGNORECASE
)
_NEAR = 60
_MOST_BODIES = 60
"""How many bodies above an office are looked at."""


def stands_alone(scene: Scene, it: Candidate) -> bool:
    """Whether a body has a line of its own but for its number, the word for what it is, and its town."""
    text = scene.text
    lead = _LEAD.fullmatch(text, line_start(text, it.start), it.start)
    if lead is None or _TOWN.fullmatch(text, it.stop, line_stop(text, it.stop)) is None:
        return False
    word = lower(lead["label"]).rpartition(" ")[2] if lead["label"] else ""
    return not word or word in _NAMES or bool(base_of(word))


def in_line(scene: Scene, start: int, stop: int) -> Candidate | None:
    """The only institution of the line `[start, stop)`, if that is its own."""
    bodies = [it for it in scene.between(start, stop) if it.kind == "institution"]
    return bodies[0] if len(bodies) == 1 and stands_alone(scene, bodies[0]) else None


def block_of(scene: Scene, owner: Candidate, at: int) -> Candidate:
    """The body of the owner's kind in whose block an offset lies; the owner itself on a page that is no directory."""
    kinds = kinds_of(scene.text, owner)
    bodies = scene.institutions
    last = bisect_left(bodies, at, key=lambda it: it.start) - 1
    for number in range(last, max(0, last - _MOST_BODIES), -1):
        it = bodies[number]
        if it.start <= owner.start or _is_same(it, owner):
            return owner
        if kinds & kinds_of(scene.text, it) and stands_alone(scene, it):
            return owner if _are_columns(bodies[number - 1], it) else it
    return owner


def _is_same(it: Candidate, owner: Candidate) -> bool:
    """Whether two names are of one body: alike, or with the same words in quotes."""
    own = (owner.value or "").partition("„")[2].partition("“")[0]
    return it.value == owner.value or (own != "" and f"„{own}“" in (it.value or ""))


def _are_columns(one: Candidate, other: Candidate) -> bool:
    """Whether two bodies are heads of columns that lost their table: named alike, and right below each other."""
    alike = (one.value or "").partition(" ")[0] == (other.value or "").partition(" ")[0]
    return alike and one.value != other.value and other.start - one.stop < _NEAR
