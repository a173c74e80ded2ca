"""Rank and file: those of a board in whose list only who presides or writes is told an office.

`Комисия:` over `1. А (председател)`, `2. Б`, `3. В`: Б and В are members. In the list of a municipal council they are
councillors.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from govarchive.link.list_marks import ITEM_MARKS, NUMBERING
from govarchive.link.offices.bodies.members import ASIDE
from govarchive.link.offices.bodies.sittings import is_of_council
from govarchive.link.offices.posts import Post
from govarchive.link.units import HEADED, articled
from govarchive.model import Candidate
from govarchive.text.layout import line_start, line_stop, lines_above

_LONGEST_HEAD, _LONGEST_GAP, _LINES_UP = 140, 120, 3
# The line above such a list: `Проверителна комисия:`, `Комисия по етика в състав:`.
_HEAD = re.compile(
    rf"""(?:За[ ]|(?:поименен[ ])?състав[ ]на[ ])?
    (?:[А-Яа-я]+(?:ен|ски|н?ия|н?ият|на|ска|ната|ската|но|ско|ното|ското)[ ]){{0,3}}
    (?P<board>{articled(HEADED)}|(?-i:УС|НС|КС|ИС|СД|УН)(?![А-Яа-я]))(?:[ ](?:по|за|към|на|при|в)[ ][^:\n]{{2,90}}?)?
    (?:[ ]?\([^()\n]{{2,40}}\))? (?:,?[ ](?:в[ ]състав|състав))?
    (?-i:[ ]?-?[ ]?(?:гр\.[ ]?)?[А-Я][А-Яа-я]+(?:[ ][А-Я][а-я]+)?)? [ ]?:?""",
    re.VERBOSE | re.IGNORECASE,
)
_COUNCIL = re.compile(r"общинск(?:и|ия|ият)[ ]съвет", re.IGNORECASE)
# From one of a list, with his office and his party in brackets or behind a dash, to the next, in its line or below.
_NEXT = re.compile(
    rf"""[ .…_]*+(?:[(/-][ ]?[А-Яа-я." -]{{3,40}}[)/]?[ ]*){{0,2}}[ .…_/)]*+
    (?: [,;]?[ ]*\n[ \n]*(?:{NUMBERING}|(?P<bare>))[ ]*[ .…_/(]*+ | [,;][ ] | и[ ] )""",
    re.VERBOSE,
)


def tell_rank_and_file(
    text: str, people: Sequence[Candidate], fronts: Sequence[int], held: Sequence[Post | None]
) -> None:
    """Sets the role of those with none in the lists of boards in which another presides."""
    for first, last in _lists(text, people, fronts, held):
        numbers = range(first, last + 1)
        plain = [number for number in numbers if held[number] is None and "role" not in people[number].details]
        officers = [post for number in numbers if (post := held[number]) and is_of_council(post) and not post.plural]
        role = _role_below(text, fronts[first]) if plain and officers else None
        board = people[first].details.get("institution") if role else None
        for number in plain if role else ():
            people[number].details["role"] = role
        for number in numbers if board else ():
            if number in plain or held[number] in officers:
                people[number].details.setdefault("institution", board)


def _lists(
    text: str, people: Sequence[Candidate], fronts: Sequence[int], held: Sequence[Post | None]
) -> Iterator[tuple[int, int]]:
    """The first and the last of each list of people of whom some have no office."""
    first = 0
    for number in range(1, len(people) + 1):
        stop = people[number - 1].stop
        near = number < len(people) and fronts[number] - stop < _LONGEST_GAP
        joint = _NEXT.fullmatch(text, stop, fronts[number]) if near else None
        if joint and (joint["bare"] is None or held[number] or _ends_line(text, people[number].stop)):
            continue
        if number - 1 > first and any(held[first:number]) and not all(held[first:number]):
            yield first, number - 1
        first = number


def _ends_line(text: str, stop: int) -> bool:
    """Whether a name fills the rest of its line."""
    return not text[stop : line_stop(text, stop)].strip(" .,;")


def _heading(line: str) -> str:
    """A line as a heading; nothing is one that only tells for how long: `(мандат 2019 - 2023)`."""
    return "" if ASIDE.fullmatch(line) else line.strip(ITEM_MARKS)


def _role_below(text: str, front: int) -> str | None:
    """What those in a list are whose first begins there: members of the board that heads it, councillors."""
    begins = max(line_start(text, front), front - _LONGEST_HEAD)
    lead = text[begins:front].strip(ITEM_MARKS)
    for start, stop in islice(lines_above(text, front), _LINES_UP):
        lead = lead or _heading(text[start:stop] if stop - start < _LONGEST_HEAD else "-")
    if _HEAD.fullmatch(lead.strip()) is None:
        return None
    return "общински съветник" if _COUNCIL.search(lead) else "член"
