"""Staff lists: pages that have one heading for all who work for their owner, far above most of them.

Below `Нашият екип` or `Служебни телефони` stand further headings and lines such as `I б клас - А` or `Екология: А`.
The list ends where a board, parents or pupils are told of, and at prose.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from govarchive.link.offices.bodies.entries import VERB
from govarchive.link.scene import Scene, is_inner
from govarchive.link.units import HEADED, stems
from govarchive.text.fold import lower
from govarchive.text.glance import lowered
from govarchive.text.layout import line_start, line_stop
from govarchive.text.needles import holds

HEAD = re.compile(
    r"""(?:[0-9IVX]{1,3}[.)][ ]*)? (?:нашият|нашия|целият)?[ ]?
    (?: (?:академич|педагогич|медицинск|преподавателск|учителск|лекарск|сестринск|научен|административ|непедагогич
          |помощ)[а-я]*
        [ ] (?:състав|персонал|екип|колектив) | екип | персонал | колектив | служители | преподаватели | кадри
      | (?:състав|ръководство|управа)(?=[ ]*(?:[:(]|през)) )
    (?: [ ]*[:(/|\t-] [^\n]* | [ ] (?:на|в|през|за) [ ] [^\n.]{3,60} | [ ]+[0-9]{4}[^\n]{0,40} )? [ ]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What heads those who work for the body whose page it is."""

_DIRECTORY = re.compile(
    r"""[ ]*(?: (?:вътрешен[ ])?телефонен[ ]указател | (?:служебни|вътрешни)[ ]телефони | телефони[ ]на[ ]служителите )
    [^\n]{0,60}""",
    re.VERBOSE | re.IGNORECASE,
)
# Who stands below such a list, or in it, and does not work there.
_OTHERS = (
    *stems(HEADED),
    *("родител", "учени", "деца", "дете ", "гост", "дарител", "спонсор", "благодар", "випуск", "клуб", "почетн"),
    *("състезател", "победител", "отличен", "медалист", "награден", "участни", "участва", "граждани", "ролите"),
    *("депутат", "пострада"),
)
# One of these is in every heading of a staff.
_HEAD_WORDS = (
    *("състав", "персонал", "екип", "колектив", "служители", "преподаватели", "кадри", "ръководство", "управа"),
    *("телефонен указател", "телефони"),
)
_MOST_LINES, _LONGEST_LINE, _LONGEST_LEAD = 60, 160, 70


def is_in_staff_list(scene: Scene, front: int) -> bool:
    """Whether a name that begins there stands in a line of such a list."""
    text = scene.text
    begins = line_start(text, front)
    if not is_line_of_staff(scene, begins, front, line_stop(text, front)):
        return False
    lists = _lists(text)
    number = bisect_right(lists, (begins, len(text))) - 1
    return number >= 0 and begins <= lists[number][1]


def is_line_of_staff(scene: Scene, begins: int, front: int, stop: int) -> bool:
    """Whether the line `[begins, stop)` may tell who works for a body: no prose, of nobody else and no other body."""
    text = scene.text
    lead = text[begins:front]
    if stop - begins > _LONGEST_LINE or len(lead) > _LONGEST_LEAD or VERB.search(text, begins, stop):
        return False
    told = (it for it in scene.between(begins, stop) if it.kind == "institution" and not is_inner(it.value or ""))
    return not holds(lower(lead), _OTHERS) and next(told, None) is None


@lru_cache(maxsize=4)
def _lists(text: str) -> list[tuple[int, int]]:
    """Where such lists are on a page, from their heading to the line that ends them; read once for all its people."""
    lists: list[tuple[int, int]] = []
    if not holds(lowered(text), _HEAD_WORDS):
        return lists
    at, begins, lines = 0, -1, 0
    for line in text.split("\n"):
        stop = at + len(line)
        told = _of_line(line) if len(line) <= _LONGEST_LINE else False
        lines += 1
        if begins >= 0 and (told is not None or lines > _MOST_LINES):
            lists.append((begins, stop))
            begins = -1
        if told:
            begins, lines = stop, 0
        at = stop + 1
    return [*lists, (begins, len(text))] if begins >= 0 else lists


@lru_cache(maxsize=512)
def _of_line(line: str) -> bool | None:
    """Whether a line is the heading of a staff; None for one of those between it and the people."""
    if HEAD.fullmatch(line) or _DIRECTORY.fullmatch(line):
        return True
    others = len(line) < _LONGEST_LEAD and holds(lower(line), _OTHERS)
    return False if others or VERB.search(line) else None
