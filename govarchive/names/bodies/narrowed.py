"""What makes a society or a club, which else are firms and inner units, a body with a name.

>>> of_people("Дружество на ректорите", 9), of_quoted('клуб по борба "Пример"', 4), of_quoted("клуб по интереси", 4)
(True, True, False)
"""

import re

from govarchive.names.quoted import quoted
from govarchive.text.joined import is_of_people
from govarchive.text.phrase import complement

_GAP = r"(?:[ ]{1,3}\n?[ ]*|\n[ ]*)"
_OF_PEOPLE = re.compile(rf"{_GAP}(?:на|НА){_GAP}(?:[А-Яа-я]+(?:ските|СКИТЕ){_GAP})?(?P<who>[А-Яа-я]+)")


def of_people(text: str, stop: int) -> bool:
    """Whether a society whose head ends at `stop` is one of people, not a firm: `Дружество на ректорите`."""
    match = _OF_PEOPLE.match(text, stop)
    return match is not None and is_of_people(match["who"].lower())


def of_quoted(text: str, stop: int) -> bool:
    """Whether what a club does is told before its name in quotes: `клуб по борба "Пример"`."""
    return quoted(text, complement(text, stop)) is not None
