"""Panels of courts: whoever sits in one of a division is a judge there, where no word says so.

`НАКАЗАТЕЛНО ОТДЕЛЕНИЕ`, below it `I състав - А` and `II състав - Б`, on the page of a court.
"""

import re
from itertools import islice

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.bodies.division_lines import section_in
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene, kinds_of
from govarchive.names.roles.phrase import Role
from govarchive.text.layout import line_start, lines_above
from govarchive.text.needles import holds

_PANEL = re.compile(
    r"[ *•-]*(?:[IVXІХ]{1,5}|[0-9]{1,2})(?:-?(?:ви|ри|ти|ми))?[.)]?[ ](?:[а-я]{5,20}[ ]){0,2}състав[ ]?[:,\t-][ ]?",
    re.IGNORECASE,
)
_DIVISIONS = ("отделение", "колегия")
_JUDGE, _COURT, _COUNSEL = "съдия", "съд", "адв"
_NOUNS = ("състав", "СЪСТАВ")
_ROWS = tuple(f"{noun}{mark}" for noun in _NOUNS for mark in (":", ",", "\t", "-", " -", " :"))
_MOST_LINES, _LONGEST = 30, 90


def has_panels(text: str) -> bool:
    """Whether a page may have such rows."""
    return holds(text, _NOUNS) and holds(text, _ROWS)


def judge_of_panel(scene: Scene, person: Person) -> Post | None:
    """The office of somebody whose row is a panel, below the heading of a division on the page of a court."""
    begins = line_start(scene.text, person.front)
    if not _PANEL.fullmatch(scene.text, begins, person.front) or _COUNSEL in scene.text[person.front : person.it.start]:
        return None
    owner = next(iter(scene.owners), None)
    division = _division_over(scene.text, begins) if owner and _COURT in kinds_of(scene.text, owner) else None
    if division is None:
        return None
    role = Role(_JUDGE, person.front, person.front, _JUDGE, plural=False, definite=False)
    return Post.headed(role, person.front)._replace(institution=division)


def _division_over(text: str, begins: int) -> str | None:
    """The division that heads the rows of panels above the line which begins there."""
    for start, stop in islice(lines_above(text, begins), _MOST_LINES):
        if _PANEL.match(text, start, stop) or start == stop:
            continue
        line = text[start:stop].strip(ITEM_MARKS)
        division = section_in(line) if len(line) < _LONGEST else None
        return division if division and division.lower().endswith(_DIVISIONS) else None
    return None
