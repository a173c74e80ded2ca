"""Boards that sign: the label of who presides and that of the members in one line, and their names in those below.

`ПРЕДСЕДАТЕЛ:      ЧЛЕНОВЕ:` over `/А/      1. /Б/` and `2. /В/`. The names of the members have numbers, or stand
behind that of who presides.
"""

import re
from collections.abc import Iterator, Sequence

from govarchive.link.offices.posts import Post

_BETWEEN_LABELS = re.compile(r"[ ]?:[ .…_/()]*(?:[ ]{3,}|\t|(?<=[/)])[ ]{1,2}|[Пп](?=[/)]))[ \t./…_()]*")
_TO_NAMES = re.compile(
    r"(?:[ \t:./(),…_*\"\n-]|[0-9]{1,2}[.)]|(?<![А-Яа-я])(?:[Пп]|[Пп]одп\.)(?![А-Яа-я]))*+",
)
_NUMBERED = re.compile(r"(?<![0-9])[0-9]{1,2}[.)][ \t./(…_]*\Z")
_FARTHEST, _MOST_LINES = 300, 5


def of_boards(
    text: str, fronts: Sequence[int], stops: Sequence[int], posts: Sequence[Sequence[Post]]
) -> dict[int, Post]:
    """The posts of those who sign below two such labels, by the number of the person."""
    told: dict[int, Post] = {}
    for number in range(len(stops)):
        if len(posts[number]) > 1:
            chair, members = posts[number][-2:]
            if _are_labels(text, chair, members):
                told |= _of_names(members, chair, list(_names(text, number, members, fronts, stops, posts)))
    return told


def _are_labels(text: str, chair: Post, members: Post) -> bool:
    """Whether the offices of one and of many stand in one line as the heads of two columns."""
    return (
        members.plural
        and not chair.plural
        and text[members.stop : members.stop + 2].lstrip(" ").startswith(":")
        and _BETWEEN_LABELS.fullmatch(text, chair.stop, members.start) is not None
    )


def _names(
    text: str, number: int, members: Post, fronts: Sequence[int], stops: Sequence[int], posts: Sequence[Sequence[Post]]
) -> Iterator[tuple[int, str]]:
    """The numbers of the people below the labels, each with what stands before the name."""
    behind = members.stop
    while number < len(stops) and 0 <= fronts[number] - behind < _FARTHEST:
        gap = text[behind : fronts[number]]
        if gap.count("\n") > _MOST_LINES or not _TO_NAMES.fullmatch(gap):
            return
        yield number, gap
        behind, number = stops[number], number + 1
        if posts[number]:
            return


def _of_names(members: Post, chair: Post, names: Sequence[tuple[int, str]]) -> dict[int, Post]:
    """The offices of the people: the chair is the first without a number below the line of the labels."""
    first = next((number for number, gap in names if "\n" in gap and not _NUMBERED.search(gap)), None)
    return {} if first is None else {number: chair if number == first else members for number, _ in names}
