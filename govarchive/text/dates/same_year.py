"""Days of the same year (`14.Х.с.г.`, `5 май същата година`, `9 май т.г.`): the year of the date told before them.

>>> from govarchive.text.dates.moments import read
>>> text = "през 1921 г. и на 14 май с.г. беше"
>>> in_same_year(text, [(5, read(text, 5)), (18, read(text, 18))])[1][1].value
'1921-05-14'
"""

import re

from govarchive.text.dates.implied import is_of_document
from govarchive.text.dates.points import Reading

SAME_YEAR = "same_year"
"""The form of a day whose year is that of the date before it."""
THIS_YEAR = "this_year"
"""Of one whose year is that of the page's own day; where the page bears none, that of the date before it."""
_SAME = re.compile(r"(?: (?P<same> с\.[ ]?г\.? | същата[ ]година ) | т\.[ ]?г\.? | тази[ ]година ) \Z", re.VERBOSE)
# What stands between the dates of a list.
_JOINT = re.compile(r"[ ]?[,;][ ]?(?:и[ ])?|[ ]и[ ](?:(?:на|до|от)[ ])?")
_OF_LISTS = frozenset(("day_first", "day_month", "roman_month", "day_number", "short_year", "listed_day"))
_LONGEST = len("същата година")
_REACH = 400
# `Наредбата от 1998 г.`, `основано през 1871 г.`: when something began, which is hardly the year of writing.
_BEGAN = re.compile(
    r"(?<![а-я])(?: закон | наредб | правилник | кодекс | устав | роден | основан | построен | създаден | учреден )"
    r"[а-я]{0,4} (?: [ ][^.;\n0-9]{0,40} )? [ ] \Z",
    re.VERBOSE,
)
_BEGAN_NEAR = 64


def in_same_year(text: str, found: list[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """The dates of a lower-case text by their starts, those of the same year with the year of the last one told.

    The date of a document that is referred to tells no year.
    """
    found = _in_lists(text, found)
    same = {
        start: SAME_YEAR if said["same"] else THIS_YEAR
        for start, it in found
        if it.value.startswith("XXXX-") and (said := _said(text, start, it.stop))
    }
    if not same:
        return found
    dates: list[tuple[int, Reading]] = []
    told = dict.fromkeys((SAME_YEAR, THIS_YEAR), ("", -_REACH))
    for start, it in found:
        if form := same.get(start):
            year, before = told[form]
            if start - before < _REACH:
                it = it._replace(form=form, value=it.value.replace("XXXX", year))
        elif it.value[:4].isdigit() and not is_of_document(text, start):
            told[SAME_YEAR] = it.value[:4], it.stop
            if not _BEGAN.search(text, max(0, start - _BEGAN_NEAR), start):
                told[THIS_YEAR] = told[SAME_YEAR]
        dates.append((start, it))
    return dates


def _in_lists(text: str, found: list[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """Those before a date with its year in the same list have that year: `2-5 юни, 7 юни и 9-12 юни 2011 г.`.

    >>> from govarchive.text.dates.moments import read
    >>> text = "2-5 юни и 9-12 юни 2011 г."
    >>> _in_lists(text, [(0, read(text, 0)), (10, read(text, 10))])[0][1].value
    '2011-06-02/2011-06-05'
    """
    dates = list(found)
    for at in range(len(dates) - 2, -1, -1):
        (_, it), (start, following) = dates[at : at + 2]
        last = it.value.rpartition("/")[2]
        if (
            last.startswith("XXXX-")
            and it.form in _OF_LISTS
            and following.form in _OF_LISTS
            and following.value[:4].isdigit()
            and last[4:10] < following.value[4:10]
            and _JOINT.fullmatch(text, it.stop, start)
        ):
            dates[at] = dates[at][0], it._replace(value=it.value.replace("XXXX", following.value[:4]))
    return dates


def _said(text: str, start: int, stop: int) -> re.Match[str] | None:
    return _SAME.search(text, max(start, stop - _LONGEST), stop)
