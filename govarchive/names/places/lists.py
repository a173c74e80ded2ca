r"""Bare lists of villages, one a line or all in a row, where nothing announces them; and what is said to be a village.

A list is one where most names are listed, shared by several settlements or end as villages do, and none is a heading.

>>> page = PlacePage("За общината\nДушанци\nАнтон\n\nМирково\nКаменица\nКонтакти")
>>> lists(page, [12, 20])
>>> [page.text[it.start : it.stop] for it in sorted(page.spans)]
['Душанци', 'Антон', 'Мирково', 'Каменица']
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from govarchive.names.bodies.finder import bodies
from govarchive.names.lexicon import is_given
from govarchive.names.places.page import PlacePage
from govarchive.names.places.rows import NEXT
from govarchive.names.places.toponyms import kinds_of_names, known_at, shared_at
from govarchive.names.places.village_names import marked_name_at
from govarchive.names.places.words import is_heading, is_village
from govarchive.text.fold import lower

_FEWEST = 4
_SHORTEST = 3
_MOST = 0.6
"""A list has at least so many names, and such a share of them is sure to be names of places."""

_BULLET = re.compile(r"[ ]*(?:[0-9]{1,2}[.)]?[ \t]|[•·*»-][ ]?)?(?:с\.[ ]?)?(?=[А-ЯЍ])")
# The name alone, or what is told of each: a number, the next cell, what a dash or a colon leads to.
_LINE_ENDS = re.compile(r"[ ]*[,;.]?[ ]*(?:\n|$)|[ ]?[:-][ ]|\t|[ ](?=[0-9(+])")
# Words that end like villages, and are none.
_ALIKE = ("ник", "ище", "лък")


def lists(page: PlacePage, starts: Iterable[int]) -> None:
    """Keep the names of the lists that hold one of the `starts`: of listed names, places or not."""
    done = 0
    for start in sorted(starts):
        if start < done:
            continue
        found = _lines(page, start) or _row(page, start)
        done = found[-1][1] if found else start
        if _is_list(page, found):
            for begin, stop in found:
                page.put(begin, stop, "in a list")
                page.introduce(begin, stop)


def _is_list(page: PlacePage, found: Sequence[tuple[int, int]]) -> bool:
    """Whether names are a list of places; one that is short has listed names only, and a sure place among them."""
    if len(found) >= _FEWEST:
        return sum(_is_sure(page.text, *it) for it in found) >= _MOST * len(found)
    if len(found) < _SHORTEST or not all(known_at(page.text, start) == stop for start, stop in found):
        return False
    sure = {it.start for it in page.spans}
    return any(start in sure for start, _ in found)


def _lines(page: PlacePage, start: int) -> list[tuple[int, int]]:
    """The names that fill the lines around the one a name at `start` fills; none where it fills none."""
    text, first = page.text, page.text.rfind("\n", 0, start) + 1
    name = _filled(text, first)
    if name is None or name[0] != start:
        return []
    found = []
    line = first
    while line > 0 and (above := _filled(text, line := _line_above(text, line))) is not None:
        found.append(above)
    found = [*reversed(found), name]
    while (below := _filled(text, _line_below(text, found[-1][1]))) is not None:
        found.append(below)
    return found


def _line_above(text: str, line: int) -> int:
    """Where the line above the one at `line` begins; one empty line between is passed over."""
    stop = line - 2 if text[line - 2 : line] == "\n\n" else line - 1
    return text.rfind("\n", 0, max(stop, 0)) + 1


def _line_below(text: str, stop: int) -> int:
    """Where the line below the one that holds `stop` begins; one empty line between is passed over."""
    end = text.find("\n", stop)
    return len(text) if end < 0 else end + 2 if text[end + 1 : end + 2] == "\n" else end + 1


def _filled(text: str, line: int) -> tuple[int, int] | None:
    """The name that fills a line but for its bullet."""
    bullet = _BULLET.match(text, line)
    if bullet is None:
        return None
    start, stop = bullet.end(), marked_name_at(text, bullet.end())
    return (start, stop) if stop > start and _LINE_ENDS.match(text, stop) and _may_be(text, start, stop) else None


def _row(page: PlacePage, start: int) -> list[tuple[int, int]]:
    """The names joined by commas from the one at `start` on."""
    text, found = page.text, []
    at: int | None = start
    while at is not None:
        stop = marked_name_at(text, at)
        if stop == at or not _may_be(text, at, stop):
            break
        found.append((at, stop))
        following = NEXT.match(text, stop)
        at = following.end() if following else None
    return found


def opens_line(text: str, start: int, stop: int) -> bool:
    """Whether a name opens its line, a day before it or not, and fills it or its first column.

    >>> text = "26.04.  Чупрене    читалището"
    >>> opens_line(text, 8, 15), opens_line("Батак е град", 0, 5)
    (True, False)
    """
    if _ENDS_COLUMN.match(text, stop) is None:
        return False
    line = text.rfind("\n", max(0, start - _DAY_LONGEST), start) + 1
    return line == start or (start - line < _DAY_LONGEST and _DAY_FIRST.fullmatch(text, line, start) is not None)


def opened_alike(page: PlacePage, opening: Sequence[tuple[int, int]]) -> None:
    """Keep the names of `opening`, ordinary words too, where enough lines are opened by what is surely a place."""
    found = {it.start for it in page.spans} if len(opening) > _FEWEST_OPENED else set()
    if sum(start in found for start, _ in opening) >= _FEWEST_OPENED:
        for start, stop in opening:
            if page.free(start, stop):
                page.put(start, stop, "opens a line")


def told_elsewhere(page: PlacePage, opening: Sequence[tuple[int, int]]) -> None:
    """Keep the names of `opening`, ordinary words too, that fill a line and that the page marks as places elsewhere.

    So do towns right below the lines of bodies, where there are several.
    """
    filling = [it for it in opening if page.free(*it) and page.text[it[1] : it[1] + 1] in ("", "\n")]
    known = {name for names in page.introduced.values() for name in names}
    for start, stop in filling:
        if lower(page.text[start:stop]) in known:
            page.put(start, stop, "named on the page")
    ends = {stop for _, stop, *_ in bodies(page.text)} if filling else set()
    below = [
        it for it in filling if it[0] - 1 in ends and kinds_of_names().get(lower(page.text[it[0] : it[1]])) == "град"
    ]
    if len({page.text[start:stop] for start, stop in below}) > 1:
        for start, stop in below:
            page.put(start, stop, "below bodies")


# Before the name that opens a line: its item, its day.
_DAY_FIRST = re.compile(
    r"[ ]*(?:[•·*-][ ]?|[0-9]{1,2}[.)][ ]{1,3}|[0-3]?[0-9]\.[01]?[0-9]\.(?:[0-9]{4})?(?:[ ]?г\.)?[ \t]+)?"
)
_DAY_LONGEST = 24
_ENDS_COLUMN = re.compile(r"[ ]*(?:[,;:]?[ ]*(?:\n|$)|\t|[ ]{2})")
_FEWEST_OPENED = 2


def _may_be(text: str, start: int, stop: int) -> bool:
    """Whether a name is no heading, and nobody's."""
    words = text[start:stop].split()
    return not is_heading(words[0]) and not (len(words) > 1 and is_given(words[0]) and words[1][0].isupper())


def _is_sure(text: str, start: int, stop: int) -> bool:
    """Whether a name is listed, shared by several settlements, or ends as villages do."""
    name = text[start:stop]
    if max(known_at(text, start), shared_at(text, start)) == stop or name.split()[-1].islower():
        return True
    return is_village(name.split()[-1]) and not name.endswith(_ALIKE)


# `Долно село е село в Западна България`, `с. Мала Църква - село в ...`
_IS_VILLAGE = re.compile(
    r"(?P<name>[А-ЯЍ][А-Яа-яЍѝ -]{2,30})[ ](?:е|-)[ ](?:село|град|градче|селце)[ ](?:в|във|на|от|с)[ ]"
)


def said_to_be(text: str) -> Iterator[tuple[int, int]]:
    """The names at the beginning of a line or a sentence that are said to be a village's or a town's."""
    for word in ("село", "град", "селце"):
        at = text.find(f" {word}", 1)
        while at > 0:
            far = max(0, at - _LONGEST)
            line, sentence = text.rfind("\n", far, at) + 1, text.rfind(". ", far, at)
            line = max(line, sentence + 2) if sentence > 0 else line
            match = _IS_VILLAGE.match(text, line) if line or not far else None
            if match and marked_name_at(text, line) == match.end("name"):
                yield line, match.end("name")
            at = text.find(f" {word}", at + 1)


_LONGEST = 36
