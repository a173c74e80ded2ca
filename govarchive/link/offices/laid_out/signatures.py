"""Offices and people that are told together: as many of both in two lines, or several people with one office behind.

`Председател:      Секретар:` over `/А/      /Б/`, also as cells of a table; nothing but marks may stand beside them.
`А и Б - експерти`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from govarchive.link.offices.posts import Post
from govarchive.text.layout import line_start, line_stop

# Dots to sign on, brackets, and the mark of a signature on the original: `/п/`.
_MARKS = r"(?:[ \t:./(),…_*-]|(?<![А-Яа-я])[Пп](?![А-Яа-я]))*+"
_ONLY_MARKS = re.compile(_MARKS)
_LINE_END = re.compile(rf"{_MARKS}(?:\n{_MARKS}){{1,3}}")
_BORDER = re.compile(r"\t|[ ]{2}|:[ ]|[/)…_.][ ]?[/(]")
_LINK = re.compile(
    r"""[ ]?(?:-|,|\()[ ]? | [ ](?:за|като)[ ]                              # избраха А и Б за секретари
      | [ ](?:(?:ще[ ])?(?:са|бъдат)|бяха|стават|станаха)[ ]
        (?:(?:също|вече|отново|официално)[ ])?(?:(?:пре)?(?:избра|назначе|определе|утвърде)ни[ ](?:за|като)[ ])?""",
    re.VERBOSE,
)
# Between the names of a list with one office behind: `1. А; 2. Б и В - експерти`.
_NEXT_NAME = re.compile(r"[ ]и[ ]|[,;][ ]?(?:\n[ ]*)?(?:[0-9]{1,2}[.)][ ]?)?")
_AND = " и "
_WIDEST = 120


def side_by_side(
    text: str, fronts: Sequence[int], stops: Sequence[int], posts: Sequence[Sequence[Post]]
) -> dict[int, Post]:
    """The posts of those who sign side by side, by the number of the person.

    `fronts` and `stops` tell where the names stand, `posts[n]` what stands before the name `n`. What stands below those
    of one row is not told of the next.
    """
    signed: dict[int, Post] = {}
    first, last = 0, len(stops) - 1
    for number, stop in enumerate(stops):
        if number < last and not posts[number + 1] and _are_beside(text, stop, fronts[number + 1]):
            continue
        if number > first:
            count = number - first + 1
            above, below = posts[first][-count:], posts[number + 1][:count]
            own = len(above) == count and signed.get(first - 1) not in above
            if own and _stand_over(text, above, fronts[first], stop):
                signed.update(zip(range(first, number + 1), above, strict=True))
            elif len(below) == count and _stand_under(text, below, fronts[first], stop):
                signed.update(zip(range(first, number + 1), below, strict=True))
        first = number + 1
    return signed


def shared_behind(
    text: str, fronts: Sequence[int], stops: Sequence[int], posts: Sequence[Sequence[Post]]
) -> dict[int, Post]:
    """The posts in the plural behind a list of names, by the number of the person: `А, Б и В - експерти`."""
    shared: dict[int, Post] = {}
    for number in range(1, len(stops)):
        post = posts[number + 1][0] if posts[number + 1] else None
        if not post or not post.plural or not _LINK.fullmatch(text, stops[number], post.start):
            continue
        first = number
        while first and not posts[first] and _NEXT_NAME.fullmatch(text, stops[first - 1], fronts[first]):
            first -= 1
        if first < number and not _is_one_of_many(text, post, stops[number], posts[first], fronts[first]):
            shared |= dict.fromkeys(range(first, number + 1), post)
    return shared


def in_order(
    text: str, fronts: Sequence[int], stops: Sequence[int], posts: Sequence[Sequence[Post]]
) -> dict[int, Post]:
    """The posts of two who are told behind their two offices: `кметът и секретарят А и Б`."""
    told: dict[int, Post] = {}
    for number in range(len(stops) - 1):
        one, other = posts[number][-2:] if len(posts[number]) > 1 else (None, None)
        if one is None or other is None or one.plural or other.plural or one.definite != other.definite:
            continue
        joined = text[one.stop : other.start] == text[stops[number] : fronts[number + 1]] == _AND
        if joined and not posts[number + 1] and text[other.stop : fronts[number]] == " " and not one.institution:
            told |= {number: one._replace(institution=other.institution), number + 1: other}
    return told


def _is_one_of_many(text: str, post: Post, stop: int, before: Sequence[Post], front: int) -> bool:
    """Whether those behind a list are the next in it, as the people have an office: `свещениците А и Б, учители`."""
    return "," in text[stop : post.start] and bool(before) and before[-1].plural and before[-1].stop + 1 == front


def _are_beside(text: str, stop: int, start: int) -> bool:
    """Whether two stretches of a line are parted by the border of a cell, a wide gap or brackets, and marks only."""
    if not 0 < start - stop < _WIDEST or not _BORDER.search(text, stop, start):
        return False
    return _ONLY_MARKS.fullmatch(text, stop, start) is not None


def _stand_over(text: str, offices: Sequence[Post], start: int, stop: int) -> bool:
    """Whether offices fill the line above the names that stand in `[start, stop)`, and the names theirs."""
    return _are_a_row(text, offices) and bool(
        _LINE_END.fullmatch(text, offices[-1].stop, start)
        and _ONLY_MARKS.fullmatch(text, stop, line_stop(text, stop))
        and _ONLY_MARKS.fullmatch(text, line_start(text, offices[0].start), offices[0].start)
    )


def _stand_under(text: str, offices: Sequence[Post], start: int, stop: int) -> bool:
    """Whether offices fill the line below the names that stand in `[start, stop)`, and the names theirs."""
    end = offices[-1].stop
    return _are_a_row(text, offices) and bool(
        _LINE_END.fullmatch(text, stop, offices[0].start)
        and _ONLY_MARKS.fullmatch(text, line_start(text, start), start)
        and _ONLY_MARKS.fullmatch(text, end, line_stop(text, end))
    )


def _are_a_row(text: str, offices: Sequence[Post]) -> bool:
    return all(_are_beside(text, one.stop, other.start) for one, other in pairwise(offices))
