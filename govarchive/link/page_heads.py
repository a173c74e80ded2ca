"""Heads of pages: whether a page may be that of a body, by where the body stands and what is in its line.

The body has a line near the top to itself or begins it, is named there as who writes, stands behind the sign of
copyright, fills a cell near the top, or is told what it is.
"""

import re
from collections.abc import Callable

from govarchive.link.letterheads import is_over
from govarchive.link.menus import depth, is_offered
from govarchive.link.titles import ends_title, has_parts, is_of_press, is_told, writes
from govarchive.model import Candidate
from govarchive.text.layout import cell_start, cell_stop

_TOP = 1500
"""How far down the name of a page's owner may stand, in characters."""

_HEAD = 400
"""How far down a line may stand that the page's owner only begins, in characters."""

TOLD = r"[ ]?-[ ](?i:(?:[а-я]+(?:ен|щ)[ ])?(?:състав|членове|ръководство|контакти|екип))(?:[ ]и[ ][а-я]+)?"
"""What of a body a heading is to tell, as a pattern: `Областен съвет - състав`."""

ADDRESS = re.compile(
    r"""[ ]?[,(-][ ]?
    (?: (?:гр|с|обл|общ|ул|бул|пл|ж\.[ ]?к|кв|п\.[ ]?к)\. | (?:град|село|област)[ ] | тел | адрес | [0-9]{4}[ ] )""",
    re.IGNORECASE | re.VERBOSE,
)
"""The address behind a body in its line."""

# Behind a municipality that heads a letter: `ОБЩИНА Х, ОБЛАСТ У`.
_TOWN_HALLS = ("ОБЩИНА ", "Община ")
_REGION = re.compile(r"[ ]?[,-]?[ ](?:област|обл\.)[ ]?[А-Я][^\n.;:]{2,30}\Z", re.IGNORECASE)

_SHORT_REST = 20


def heads_letter(text: str, place: Candidate) -> bool:
    """Whether a municipality that is named as a place heads a letter with its region."""
    if not text.startswith(_TOWN_HALLS, place.start) or depth(text, place.start) >= _HEAD:
        return False
    return _REGION.match(text, place.stop, cell_stop(text, place.stop)) is not None


def owns(text: str, it: Candidate, last_before: Callable[[int], Candidate | None]) -> bool:
    """Whether the page may be that of a body; `last_before` tells the last body before an offset."""
    if is_of_press(text, it.start):
        return True
    deep = depth(text, it.start)
    if deep >= _TOP and "©" not in text:
        return False
    begins, ends = cell_start(text, it.start), cell_stop(text, it.stop)
    before = text[begins : it.start].strip(' "')
    if "©" in before or ends_title(text, it.start, it.stop):
        return True
    if deep >= _TOP or is_offered(text, it.start):
        return False
    if before:
        above = last_before(it.start) if deep < _HEAD else None
        below = above is not None and above.start == begins and _is_below(text, above, it, ends)
        return below or writes(text, before, it.stop, ends)
    if deep < _HEAD and (has_parts(text, it.stop, ends) or ADDRESS.match(text, it.stop, ends)):
        return True
    behind = text[it.stop : ends].strip(' .,"')
    told = is_told(text, it.stop, ends)
    return len(behind) < _SHORT_REST or (told and text[begins - 1 : begins] != "\t")


def _is_below(text: str, above: Candidate, it: Candidate, ends: int) -> bool:
    """Whether a body ends its line behind the one over it: `Агенция за Х, ДСП - У`."""
    joined = text[above.stop : it.start].strip(' "') in (",", "-", "|")
    return joined and is_over(above.value or "", it, ()) and not text[it.stop : ends].strip(' ."')
