"""Told as an office: words that no list has, below the head `Длъжност` of a table or behind it in a card.

In a table that lost its cells the heads have a line each (`Име`, `Длъжност`, `Телефон`), and then the cells: the office
is as many lines from the name as its head is from that of the names.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from govarchive.link.offices.laid_out.column_heads import heads_offices, office_in_words
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.text.layout import cell_stop, column_head, line_start, line_stop, lines_above
from govarchive.text.needles import holds

_HEADS = ("лъжност", "ЛЪЖНОСТ", "Позиция")
_NAMES = re.compile(r"[ ]*(?:(?:трите[ ])?(?:име|имена)|служител|фамилия)(?![а-я])[^\n]{0,30}", re.IGNORECASE)
_ANCHOR = re.compile(r"\n[ ]*(?=[А-Яа-я ]{0,12}(?:лъжност|ЛЪЖНОСТ|Позиция))")
_MOST_HEADS, _LONGEST_HEAD, _LONGEST_TABLE, _MOST_LINES = 7, 40, 8_000, 12
# From a name to the office in the lines of its card.
_CARD = re.compile(
    r"[ ]*\n(?:[^\n]{1,60}\n){0,2}?[ ]*(?:Длъжност|ДЛЪЖНОСТ|Позиция)[ ]*(?:[:\t\n-])[ ]*"
    r"(?P<office>[^\n\t:]{3,80}?)[ ]*(?:\n|$)"
)


class _Table(NamedTuple):
    """Where the cells of a table begin, and by how many of them the office is behind the name, or before it."""

    start: int
    behind: int


def tells_offices(text: str) -> bool:
    """Whether a page has such tables or cards."""
    return holds(text, _HEADS)


def told_as_office(text: str, person: Person) -> Post | None:
    """The office of a person in words that no list has."""
    return _in_row(text, person) or _in_card(text, person) or _below_heads(text, person)


def _in_row(text: str, person: Person) -> Post | None:
    """What stands in the row of one person below the head `Длъжност`."""
    start, stop = line_start(text, person.front), line_stop(text, person.it.stop)
    if person.low > start or person.high < stop:
        return None
    at = start
    while at < stop:
        end = min(cell_stop(text, at), stop)
        if heads_offices(column_head(text, at)) and (office := office_in_words(text[at:end])):
            return Post.headed(office, start)
        at = end + 1
    return None


def _in_card(text: str, person: Person) -> Post | None:
    """What stands behind `Длъжност:` in the lines below a name."""
    found = _CARD.match(text, person.it.stop, min(person.high + 1, len(text)))
    office = office_in_words(found["office"]) if found else None
    return Post.headed(office, person.front) if office else None


def _below_heads(text: str, person: Person) -> Post | None:
    """The cell that is as far from the name as the head `Длъжност` from that of the names."""
    tables = _tables(text)
    begins, ends = line_start(text, person.front), line_stop(text, person.it.stop)
    number = bisect_right(tables, begins, key=lambda it: it.start) - 1
    table = tables[number] if number >= 0 else None
    if table is None or begins - table.start > _LONGEST_TABLE or text[person.it.stop : ends].strip():
        return None
    start, stop = _cell(text, begins, ends, table.behind)
    if text[begins : person.front].strip() or start < max(table.start, person.low) or stop > person.high:
        return None
    office = office_in_words(text[start:stop])
    return Post.headed(office, begins) if office else None


def _cell(text: str, begins: int, ends: int, behind: int) -> tuple[int, int]:
    """The line that is so many filled lines behind the one at `[begins, ends)`, or before it; empty at -1 for none."""
    if behind < 0:
        above = (it for it in islice(lines_above(text, begins), _MOST_LINES) if text[slice(*it)].strip())
        return next(islice(above, -behind - 1, None), (-1, -1))
    for _ in range(_MOST_LINES):
        begins, ends = ends + 1, line_stop(text, ends + 1)
        behind -= bool(text[begins:ends].strip())
        if behind == 0 or ends >= len(text):
            break
    return (begins, ends) if behind == 0 else (-1, -1)


@lru_cache(maxsize=4)
def _tables(text: str) -> tuple[_Table, ...]:
    """The tables of a page whose heads, one of them `Длъжност` and one of names, stand below each other."""
    found = (_table(text, anchor.end() - 1) for anchor in _ANCHOR.finditer("\n" + text))
    return tuple(it for it in found if it)


def _table(text: str, start: int) -> _Table | None:
    """The table one of whose heads is the line that begins at `start`, if that is `Длъжност`."""
    stop = line_stop(text, start)
    if not heads_offices(text[start:stop].strip()):
        return None
    for behind in range(1, _MOST_HEADS):
        for number in (-behind, behind):
            first, last = _cell(text, start, stop, number)
            if 0 <= first < last <= first + _LONGEST_HEAD and _NAMES.fullmatch(text, first, last):
                return _Table(max(stop, last), -number)
    return None
