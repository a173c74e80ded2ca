"""What stands in one row with a place is one too, if it looks like a village or is between two places.

Rows are joined by commas and `и` (with a day behind each name: `Тополово: 01.04., Новаково: 03.04.`), lines of a bus by
dashes (`Самоков - Мала църква - Говедарци`); and a municipality may head the row of its villages.

>>> page = PlacePage("Община Мадан: Върбина, Лещак, Крушев дол и Ловци")
>>> rows(page)
>>> [page.text[it.start : it.stop] for it in sorted(page.spans)]
['Върбина', 'Лещак', 'Крушев дол', 'Ловци']
"""

import re

from govarchive.names.bodies.finder import bodies
from govarchive.names.places.doubts import PERSON_AFTER
from govarchive.names.places.page import PlacePage
from govarchive.names.places.toponyms import known_at, shared_at
from govarchive.names.places.village_names import marked_name_at, name_at
from govarchive.names.places.words import STREET_MARKS, is_heading, is_village, may_name, uncommon

NEXT = re.compile(r"(?:[ ]*,[ ]*|[ ][иИ][ ]|[ ]?;[ ]?)\n?(?:(?:гр|с|общ)\.[ ]?)?(?=[А-ЯЍ])")
"""What joins a name of a row to the next one, its mark included."""
DASH = re.compile(r"[ ]?-[ ]?(?=[А-ЯЍ])")
"""What joins the ends of a road."""
# A day behind each name of a list.
_DAY = re.compile(
    r"""
    [ ]?[:-][ ]?[0-9]{1,2}\.[0-9]{1,2}\.?(?:[0-9]{4})?(?:[ ]?г\.?)?   # : 01.04.2014 г.
    (?:[ ]?[,;][ ]?|[ ]и[ ]|[ ]?\n) (?:с\.[ ]?)? (?=[А-ЯЍ])            # and the next name
    """,
    re.VERBOSE,
)
_DAY_AFTER = re.compile(r"[ ]?[:-][ ]?[0-9]{1,2}\.[0-9]{1,2}(?![0-9])")
_JOINED_BEFORE = frozenset((", ", "и "))
_JOINED_AFTER = frozenset((" и", " И", " ,", " ;", "  "))
_LAST_NAME = re.compile(r"[А-ЯЍ][а-яѝ]+(?:[ ][А-ЯЍ]?[а-яѝ]{2,})?$")
# Behind the last stop of a line nothing of its sentence goes on.
_LINE_ENDS = re.compile(r"[ ]*(?:[,;.:)(\n\t/]|$)")
# What leads from a municipality to its villages.
_BELOW = re.compile(r"[ ]?[:-][ \n]{0,2}(?=[А-ЯЍ])")
_BELOW_BEGINS = frozenset((": ", " -", "- ", ":\n", " :", "-\n"))
_MUNICIPALITIES = ("община", "общ.")
_FEWEST = 3
"""A row of villages under a municipality has at least so many."""


def rows(page: PlacePage) -> None:
    """Keep the names that stand in one row with a place of the page."""
    text = page.text
    for start, stop, *_ in bodies(text):
        behind = text[stop : stop + 2]
        if behind in _BELOW_BEGINS:
            _villages(page, start, stop)
        elif behind == ", " and text[stop - 1] == '"':
            _seated(page, stop + 2)
    done = 0
    for start, stop, *_ in sorted(page.spans):
        if text[start - 2 : start] in _JOINED_BEFORE:
            _before(page, start)
        behind = text[stop : stop + 2]
        if behind in _JOINED_AFTER or behind[:1] in (",", ";"):
            _after(page, start, stop)
        elif behind.lstrip(" ")[:1] in (":", "-"):
            _dated(page, stop)
            done = _line(page, stop) if stop > done else done
            _villages(page, start, stop)


def _seated(page: PlacePage, start: int) -> None:
    """The village behind a body's name in quotes, at the end of its line: `НЧ "Напредък 1870", Костел`."""
    stop = page.unlisted(start)
    if stop and page.text[stop : stop + 1] in ("", "\n") and not is_heading(page.text[start:stop]):
        page.put(start, stop, "in a row")


def _before(page: PlacePage, start: int) -> None:
    text = page.text
    while text[start - 2 : start] == ", " or text[start - 3 : start] == " и ":
        end = start - (2 if text[start - 2] == "," else 3)
        match = _LAST_NAME.search(text, max(0, end - 40), end)
        if match is None or text.endswith(STREET_MARKS, 0, match.start()):
            return
        if not _in_row(page, match.start(), match.end()):
            return
        start = match.start()


def _after(page: PlacePage, begin: int, stop: int) -> None:
    joined = False
    while (following := NEXT.match(page.text, stop)) is not None:
        start = following.end()
        closing = (joined or page.joined(begin)) and following[0] == " и "
        joined = True
        stop = name_at(page.text, start)
        if stop == start or not _in_row(page, start, stop, closing):
            return


def _dated(page: PlacePage, stop: int) -> None:
    """The further names of a list in which a day stands behind each."""
    while (day := _DAY.match(page.text, stop)) is not None:
        start, stop = day.end(), name_at(page.text, day.end())
        if (
            not _DAY_AFTER.match(page.text, stop)
            or page.unlisted(start) != stop
            or not page.put(start, stop, "in a row")
        ):
            return


def _in_row(page: PlacePage, start: int, stop: int, closing: bool = False) -> bool:
    """Keep a name of a row; `closing`: it stands behind the `и` of a longer one."""
    name = page.text[start:stop]
    if not page.free(start, stop) or page.unlisted(start) != stop:
        return False
    after = NEXT.match(page.text, stop)
    between = after is not None and page.taken[after.end()] == 1
    return (between or closing or is_village(name) or " " in name) and page.put(start, stop, "in a row")


def _line(page: PlacePage, stop: int) -> int:
    """Keep the further stops of a line or a road that begins with a place: `Самоков - Мала църква`; where it ends."""
    stops: list[tuple[int, int]] = []
    while (dash := DASH.match(page.text, stop)) is not None and name_at(page.text, dash.end()) > dash.end():
        stop = name_at(page.text, dash.end())
        stops.append((dash.end(), stop))
    free = [it for it in stops if page.free(*it)]
    if free and _LINE_ENDS.match(page.text, stop) and all(_is_stop(page, *it, len(stops) > 1) for it in free):
        for start, end in free:
            page.put(start, end, "road")
            page.introduce(start, end)
    return stop


def _is_stop(page: PlacePage, start: int, stop: int, long: bool) -> bool:
    """Whether a name on a line is a village's; the only one beside a place must look like one, in a `long` line not."""
    name = page.text[start:stop]
    first, *more = name.split()
    named = is_village(name) or any(is_village(it) or it.islower() for it in more)
    return (named or (long and not more and may_name(first))) and uncommon(first)


def _villages(page: PlacePage, start: int, stop: int) -> None:
    """The row of villages behind their municipality `[start, stop)`: `Община Мадан: Върбина, Лещак, Ловци`."""
    text, found = page.text, []
    at = _BELOW.match(text, stop) if text[start : start + 6].lower().startswith(_MUNICIPALITIES) else None
    while at is not None:
        start, stop = at.end(), marked_name_at(text, at.end())
        if stop == start or PERSON_AFTER.match(text, stop) or not page.free(start, stop):
            return
        found.append((start, stop))
        at = NEXT.match(text, stop)
    known = [it for it in found if _is_known(text, *it)]
    headings = any(is_heading(text[it[0] : it[1]]) for it in found)
    if len(found) >= _FEWEST and 2 * len(known) >= len(found) and not headings:
        for start, stop in found:
            page.put(start, stop, "listed")
            page.introduce(start, stop)


def _is_known(text: str, start: int, stop: int) -> bool:
    """Whether a name is listed, looks like a village's, or says what lies there."""
    name = text[start:stop]
    return " " in name or is_village(name) or max(known_at(text, start), shared_at(text, start)) == stop
