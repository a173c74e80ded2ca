"""Staff lists: pages that have one heading for all who work for their owner, far above most of them.

Below `Нашият екип` or `Служебни телефони` stand further headings and lines such as `I б клас - А` or `Екология: А`.
The list ends where a board, parents or pupils are told of, and at prose.
"""

import re
from itertools import islice

from govarchive.link.offices.entries import VERB
from govarchive.link.scene import Scene
from govarchive.link.units import HEADED, stems
from govarchive.text.fold import lower
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
    "родител",
    "учени",
    "деца",
    "дете",
    "гост",
    "дарител",
    "випуск",
    "клуб",
    "почетн",
    "състезател",
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
    return _is_below_head(text, begins)


def _is_below_head(text: str, begins: int) -> bool:
    """Whether the heading of a staff is above a line, with nothing else between than such lines and headings."""
    for start, stop in islice(lines_above(text, begins), _MOST_LINES):
        line = text[start:stop]
        if stop - start < _LONGEST_LINE and (HEAD.fullmatch(line) or _DIRECTORY.fullmatch(line)):
            return True
        if stop - start > _LONGEST_LINE or VERB.search(line) or _is_of_others(line):
            return False
    return False


def _is_of_others(line: str) -> bool:
    """Whether a line is the heading of another list: of a board, of parents."""
    low = lower(line)
    return len(line) < _LONGEST_LEAD and holds(low, _OTHERS)
