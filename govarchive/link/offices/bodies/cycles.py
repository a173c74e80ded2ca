r"""Cycles: records of a few lines each, in which the body stands below its person: `А`, `ДГ „Х“`, `0910/9 11 22`.

They are columns of a table that lost its cells. Nothing but an office stands between a name and its body there, and
telephones, mail or a gap part the body from the next name; where it is the other way round, a body heads its person.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.bodies.directories import stands_alone
from govarchive.link.scene import Scene, is_party
from govarchive.text.layout import line_start, line_stop

_LONGEST_GAP, _LONGEST_REST = 260, 60
_FEWEST = 2
_PARTED = re.compile(r"\n[ ]*\n|[0-9]{3}|@")
_PROSE = re.compile(r"[ ][а-я]+[ ]")


class _Token(NamedTuple):
    """A name (by its number) or a body (by its value), where it begins and ends."""

    start: int
    stop: int
    number: int
    body: str | None


def bodies_below(scene: Scene, fronts: Sequence[int], stops: Sequence[int]) -> dict[int, str]:
    """The body of each of those who stand above theirs in such records, by the number of the person.

    `fronts` and `stops` tell where the names stand.
    """
    told: dict[int, str] = {}
    if len(scene.institutions) < _FEWEST:
        return told
    names = [
        _Token(front, stop, number, None)
        for number, (front, stop) in enumerate(zip(fronts, stops, strict=False))
        if _has_line(scene.text, front, stop)
    ]
    if len(names) < _FEWEST:
        return told
    told_of = (it for it in scene.institutions if not is_party(it) and stands_alone(scene, it))
    bodies = [_Token(it.start, it.stop, -1, it.value) for it in told_of]
    for run in _runs(sorted((*names, *bodies))):
        first = 0 if run[0].body is None else 1
        pairs = [(one, other) for one, other in zip(run[first::2], run[first + 1 :: 2], strict=False)]
        if len(pairs) >= _FEWEST and _stand_below(scene.text, pairs):
            told |= {one.number: other.body for one, other in pairs if other.body}
    return told


def _has_line(text: str, front: int, stop: int) -> bool:
    """Whether a name begins a line, in which but an office may follow."""
    if text[line_start(text, front) : front].strip(ITEM_MARKS):
        return False
    rest = text[stop : min(line_stop(text, stop), stop + _LONGEST_REST)]
    return len(rest) < _LONGEST_REST and "\t" not in rest and not _PROSE.match(rest)


def _runs(tokens: Sequence[_Token]) -> Iterator[Sequence[_Token]]:
    """Names and bodies in turn, each near the one before."""
    start = 0
    for at, (one, other) in enumerate(pairwise(tokens), 1):
        if (one.body is None) == (other.body is None) or other.start - one.stop > _LONGEST_GAP:
            yield tokens[start:at]
            start = at
    if tokens:
        yield tokens[start:]


def _stand_below(text: str, pairs: Sequence[tuple[_Token, _Token]]) -> bool:
    """Whether nothing parts a name from the body below it, and something each body from the next name."""
    within = (text[one.stop : other.start] for one, other in pairs)
    between = (text[body.stop : name.start] for (_, body), (name, _) in pairwise(pairs))
    return not any(map(_PARTED.search, within)) and all(map(_PARTED.search, between))
