"""Columns of signatures: two lines that wide gaps or tabs part alike, names in one, their offices in the other.

`инж. А              Съгласувал:` over `Кмет на община Х     Б, юрисконсулт`: A has the office below. What stands in the
other columns does not matter; where the next cell of the name's own line is an office, the lines are rows of a table.
"""

import re
from collections.abc import Iterator, Sequence

from govarchive.link.offices.posts import Post
from govarchive.text.layout import line_start, line_stop, words_above, words_below
from govarchive.text.needles import holds

_GAPS = ("   ", "\t")
_GAP = re.compile("|".join(_GAPS))
_CELL = re.compile(r"[^ \t\n](?:[^ \t\n]|[ ]{1,2}(?=[^ \t\n]))*")
_MARKS = re.compile(r"[ :./(),…_*-]*+(?:(?<![А-Яа-я])[Пп](?![А-Яа-я])[ /).]*+)?")
_LABEL = re.compile(rf"(?:[А-Я][а-яА-Я]+:[ ]?)?{_MARKS.pattern}")

_WIDEST = 250

_Cell = tuple[int, int]


def in_columns(
    text: str, fronts: Sequence[int], stops: Sequence[int], posts: Sequence[Sequence[Post]]
) -> dict[int, Post]:
    """The posts of those who sign in columns, by the number of the person."""
    if not holds(text, _GAPS):
        return {}
    by_start = {post.start: post for near in posts for post in near if not post.plural}
    return dict(_signed(text, fronts, stops, by_start))


def _signed(
    text: str, fronts: Sequence[int], stops: Sequence[int], posts: dict[int, Post]
) -> Iterator[tuple[int, Post]]:
    names, taken = frozenset(fronts), set[int]()
    for number, stop in enumerate(stops):
        begins, ends = line_start(text, fronts[number]), line_stop(text, stop)
        if ends - begins > _WIDEST or not _GAP.search(text, begins, ends):
            continue
        cells = _cells(text, begins, ends)
        column = next((at for at, (start, end) in enumerate(cells) if start <= fronts[number] < end), -1)
        if column < 0 or not _fills(text, cells[column], fronts[number], stop):
            continue
        if any(start in posts for start, _ in cells[column : column + 2]):
            continue
        below = _row(text, *words_below(text, ends, most=2), ends, names)
        above = _row(text, *words_above(text, begins, most=2), begins, names)
        post = _office(text, posts, below, cells, column) or _office(text, posts, above, cells, column)
        if post and post.start not in taken:
            taken.add(post.start)
            yield number, post


def _cells(text: str, start: int, stop: int) -> list[_Cell]:
    """The stretches of a line that wide gaps part."""
    return [it.span() for it in _CELL.finditer(text, start, stop)]


def _row(text: str, start: int, stop: int, other: int, names: frozenset[int]) -> list[_Cell]:
    """The cells of a line above or below another, which is at `other`; over a gap none that has a name of its own."""
    cells = _cells(text, start, stop)
    gap = text.count("\n", min(stop, other), max(start, other)) > 1
    return [] if gap and any(begins in names for begins, _ in cells) else cells


def _fills(text: str, cell: _Cell, front: int, stop: int) -> bool:
    """Whether nothing but marks and a label stand in a cell beside a name: `Изготвил: А`."""
    return bool(_LABEL.fullmatch(text, cell[0], front) and _MARKS.fullmatch(text, stop, cell[1]))


def _office(text: str, posts: dict[int, Post], line: list[_Cell], cells: list[_Cell], column: int) -> Post | None:
    """The office that begins the cell of a column in another line of as many."""
    if len(line) < 2 or len(line) != len(cells):
        return None
    start, stop = line[column]
    post = posts.get(start)
    return post if post and _MARKS.fullmatch(text, post.stop, stop) else None
