"""Staff lists: pages that have one heading for all who work for their owner, far above most of them.

Below `Нашият екип` or `Служебни телефони` stand further headings and lines such as `I б клас - А` or `Екология: А`.
The list ends where a board, parents or pupils are told of, and at prose.
"""

import re
from functools import lru_cache
from itertools import islice

from govarchive.link.offices.entries import VERB
from govarchive.link.scene import Scene
from govarchive.link.units import HEADED, stems
from govarchive.text.fold import lower
from govarchive.text.glance import lowered
from govarchive.text.layout import line_start, line_stop, lines_above
from govarchive.text.needles import holds

HEAD = re.compile(
    r"""(?:[0-9IVX]{1,3}[.)][ ]*)? (?:нашият|нашия|целият)?[ ]?
    (?: (?:академич|педагогич|медицинск|преподавателск|учителск|лекарск|сестринск|научен|административ|непедагогич
          |помощ)[а-я]*
        [ ] (?:състав|персонал|екип|колектив) | екип | персонал | колектив | служители | преподаватели | кадри
      | (?:състав|ръководство|управа)(?=[ ]*(?:[:(]|към|през|\\Z)) )
    (?: [ ]*[:(/|\t-] [^\n]* | [ ] (?:на|в|през|за) [ ] [^\n.]{3,60} | [ ]+[0-9]{4}[^\n]{0,40} )? [ ]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What heads those who work for the body whose page it is."""

_DIRECTORY = re.compile(
    r"""[ ]*(?: (?:вътрешен[ ])?телефонен[ ]указател | (?:служебни|вътрешни)[ ]телефони | телефони[ ]на[ ]служителите )
    [^\n]{0,60}""",
    re.VERBOSE | re.IGNORECASE,
)
# Who stands in such a list and works for nobody there.
_OTHERS = (
    *stems(HEADED),
    *("родител", "учени", "деца", "дете", "гост", "дарител", "випуск", "клуб", "почетн", "състезател"),
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
    stop = line_stop(text, front)
    lead = text[begins:front]
    if stop - begins > _LONGEST_LINE or len(lead) > _LONGEST_LEAD or VERB.search(text, begins, stop):
        return False
    if holds(lower(lead), _OTHERS) or any(it.kind == "institution" for it in scene.between(begins, stop)):
        return False
    return _tells_staff(text) and _is_below_head(text, begins)


@lru_cache(maxsize=4)
def _tells_staff(text: str) -> bool:
    """Whether a page has one of the words that head such a list; most have none."""
    return holds(lowered(text), _HEAD_WORDS)


def _is_below_head(text: str, begins: int) -> bool:
    """Whether the heading of a staff is above a line, with nothing else between than such lines and headings."""
    for start, stop in islice(lines_above(text, begins), _MOST_LINES):
        if stop - start > _LONGEST_LINE:
            return False
        told = _of_line(text[start:stop])
        if told is not None:
            return told
    return False


@lru_cache(maxsize=512)
def _of_line(line: str) -> bool | None:
    """Whether a line is the heading of a staff; None for one of those between it and the people."""
    if HEAD.fullmatch(line) or _DIRECTORY.fullmatch(line):
        return True
    others = len(line) < _LONGEST_LEAD and holds(lower(line), _OTHERS)
    return False if others or VERB.search(line) else None
