"""Lines above people: their words without marks and remarks, the body they begin with, whether they open a section.

>>> bare("III. Клинична лаборатория:"), bare("Съвет (2019-2023)")
('Клинична лаборатория', 'Съвет')
"""

import re
from functools import lru_cache, partial
from typing import NamedTuple

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.bodies.directories import in_line
from govarchive.link.offices.bodies.division_lines import ELECTION_SECTION
from govarchive.link.offices.bodies.next_sections import opens_section
from govarchive.link.page_heads import TOLD
from govarchive.link.scene import Scene
from govarchive.model import Candidate
from govarchive.text.remembered import Remembered, remembered_if_short

_ASIDE = re.compile(rf"(?:[ ]\([^()\n]{{2,90}}\)|{TOLD})(?=[ :]*$)")
NUMERAL = re.compile(r"[IVXІХ]{1,4}[.)]?[ ]+")
"""The numeral of an item before its words."""


class Line(NamedTuple):
    """The bare words of a line, the body that it begins with, and whether it opens a section."""

    words: str
    body: Candidate | None
    opens: bool


def line_at(scene: Scene, start: int, stop: int) -> Line:
    """What the line `[start, stop)` says: each of a list asks it of the same lines above, so it is read once."""
    return _lines_of(scene)[start, stop]


@lru_cache(maxsize=1)
def _lines_of(scene: Scene) -> Remembered[tuple[int, int], Line]:
    """The lines of a page, each read when it is asked for first."""
    return Remembered(partial(_read, scene), most=512)


def _read(scene: Scene, span: tuple[int, int]) -> Line:
    words = bare(scene.text[slice(*span)])
    return Line(words, begun_by(scene, words, *span), opens_section(scene.text, span[0], words))


@remembered_if_short
def bare(line: str) -> str:
    """A line without what stands before and behind its words: `III. Клинична лаборатория:`, `Съвет (2019-2023)`."""
    if "СИК" in line and (section := ELECTION_SECTION.match(line.lstrip(ITEM_MARKS))):
        return section.group()  # whose number ends the line
    words = (_ASIDE.sub("", line) if "(" in line or "- " in line else line).strip(ITEM_MARKS)
    numeral = NUMERAL.match(words)
    return words[numeral.end() :] if numeral else words


def begun_by(scene: Scene, line: str, start: int, stop: int) -> Candidate | None:
    """The body with which the bare words of the line `[start, stop)` begin, or which is all but alone in it."""
    begun = scene.starting(scene.text.find(line[0], start, stop)) if line else None
    return begun or in_line(scene, start, stop)
