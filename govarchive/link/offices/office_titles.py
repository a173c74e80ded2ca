"""Titles that are offices: `ЧСИ`, `нотариус`, `преп.`; of an inspector where his line or `при` begins with it.

>>> _office_of("нотариус", "", ", А"), _office_of("асистент доктор", "", " и")
('нотариус', None)
>>> _office_of("асистент", "", " от БАН"), _office_of("инспектор", "при ", ", каб. 2")
('асистент', 'инспектор')
"""

import re

from govarchive.model import Candidate
from govarchive.names.evidence import before_titles

_OFFICE_TITLES = frozenset(
    {"нотариус", "следовател", "народен представител", "адвокат"}
    | {"държавен съдебен изпълнител", "частен съдебен изпълнител"}
    | {"преподавател", "старши преподавател", "хоноруван преподавател"}
)
_TEACHING = frozenset({"главен асистент", "старши асистент", "асистент"})
# In a sentence they are ranks.
_INSPECTORS = frozenset({"младши инспектор", "инспектор", "старши инспектор", "главен инспектор"})
_ROOM = 4
# Degrees that are no titles of the list: `Директор: магистър А`.
_DEGREE = re.compile(r"(?<![А-Яа-я])(?:магистър|бакалавър|(?:маг|бак)\.(?:[ ]?-?[ ]?фарм\.)?)[ ]?\Z", re.IGNORECASE)
_DEGREE_ENDS = ("р ", ".", ". ", "Р ")
_LONGEST_DEGREE = 12
_LEADS = ("\n", "\t", "при ", "При ")


def front_of(text: str, start: int) -> int:
    """Where the titles and degrees before a name that begins at `start` begin.

    >>> front_of("Управител: маг.-фарм. А", 22), front_of("Роля на магистър Б", 17)
    (11, 8)
    """
    front = before_titles(text, start)[0]
    if not text.endswith(_DEGREE_ENDS, 0, front):
        return front
    degree = _DEGREE.search(text, max(0, front - _LONGEST_DEGREE), front)
    return degree.start() if degree else front


def office_of_title(text: str, it: Candidate, front: int) -> str | None:
    """The office that the titles of a person are, which begin at `front`."""
    title = it.details.get("title")
    return _office_of(title, text[max(0, front - _ROOM) : front], text[it.stop : it.stop + _ROOM]) if title else None


def _office_of(title: str, before: str, behind: str) -> str | None:
    """As above; that of who teaches is one where it is told behind the name at what body."""
    titles = _OFFICE_TITLES | _TEACHING if behind.startswith(" от ") else _OFFICE_TITLES
    titles = titles | _INSPECTORS if before.endswith(_LEADS) else titles
    return next((office for office in titles if f"{title} ".startswith(office + " ")), None)
