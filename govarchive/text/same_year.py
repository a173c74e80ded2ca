"""Days of the same year (`14.Х.с.г.`, `5 май същата година`): the year of the date told before them.

>>> from govarchive.text.moments import read
>>> text = "през 1921 г. и на 14 май с.г. беше"
>>> in_same_year(text, [(5, read(text, 5)), (18, read(text, 18))])[1][1].value
'1921-05-14'
"""

import re
from collections.abc import Iterable

from govarchive.text.dates import Reading
from govarchive.text.implied import is_of_document

SAME_YEAR = "same_year"
"""The form of a day whose year is that of the date before it."""
_SAME = re.compile(r"с\.[ ]?г\.? \Z | същата[ ]година \Z", re.VERBOSE)
_LONGEST = len("същата година")
_REACH = 400


def in_same_year(text: str, found: Iterable[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """The dates of a lower-case text by their starts, those of the same year with the year of the last one told.

    The date of a document that is referred to tells no year.
    """
    if "с.г" not in text and "с. г" not in text and "същата година" not in text:
        return list(found)
    dates: list[tuple[int, Reading]] = []
    year, told = "", -_REACH
    for start, it in found:
        if it.value.startswith("XXXX-") and _SAME.search(text, max(start, it.stop - _LONGEST), it.stop):
            if start - told < _REACH:
                it = it._replace(form=SAME_YEAR, value=it.value.replace("XXXX", year))
        elif it.value[:4].isdigit() and not is_of_document(text, start):
            year, told = it.value[:4], it.stop
        dates.append((start, it))
    return dates
