"""Months that share the year behind the last of them: a list of them, two neighbours, the first and the last.

>>> text = "юли, август и септември 2016"
>>> of_months(text, 0).value, of_months(text, 5).value, of_months("март - април 2016 г.", 0).value
('2016-07', '2016-08', '2016-03/2016-04')
"""

import re

from govarchive.text.calendar import FULL_MONTH, MONTH, month
from govarchive.text.dates.edtf import join
from govarchive.text.dates.points import Reading, point

_MONTHS = re.compile(
    rf"(?P<first>{FULL_MONTH}) (?P<link> ,[ ]? | [ ]?[-/][ ]? | [ ](?:до|и)[ ] ) (?P<next>{FULL_MONTH})", re.VERBOSE
)
# окт.-дек. 2018 г.: cut short only with their year
_CUT_MONTHS = re.compile(
    rf"(?P<first>{MONTH}) (?P<link> [ ]?[-/][ ]? | [ ]до[ ] ) (?={MONTH}[ ]?,?[ ]?[12'])", re.VERBOSE
)
_MOST_MONTHS = 11
_LISTED_BEFORE = re.compile(rf"{FULL_MONTH} ,[ ]? \Z", re.VERBOSE)


def of_months(text: str, at: int, reference: int | None = None) -> Reading | None:
    """The first of the months at `at`, or all of them: see above; None where only one stands."""
    several = _MONTHS.match(text, at)
    if several is None:
        return _of_cut_months(text, at, reference)
    listed = several["link"] in (", ", ",", " и ") and _listed_month(text, at, several, reference)
    return listed or (_of_two_months(text, several, reference) if "," not in several["link"] else None)


def _of_cut_months(text: str, at: int, reference: int | None) -> Reading | None:
    several = _CUT_MONTHS.match(text, at)
    last = point(text, several.end(), reference) if several else None
    if several is None or last is None or last.form != "month_year":
        return None
    value = join(f"{last.value[:4]}-{month(several['first']):02}", last.value)
    return Reading(last.stop, last.form, value) if value else None


def _listed_month(text: str, at: int, match: re.Match[str], reference: int | None) -> Reading | None:
    """One of three months or more that share the year behind the last."""
    if "," not in match[0] and not _LISTED_BEFORE.search(text, max(0, at - 12), at):
        return None
    stop, last = match.end("first"), match.start("next")
    for _ in range(_MOST_MONTHS):
        following = _MONTHS.match(text, last)
        if following is None or following["link"].strip() not in (",", "и"):
            break
        last = following.start("next")
    end = point(text, last, reference)
    if end is None or len(end.value) != 7:
        return None
    return Reading(stop, "listed_month", f"{end.value[:4]}-{month(match['first']):02}")


def _of_two_months(text: str, several: re.Match[str], reference: int | None) -> Reading | None:
    """Neighbouring or first and last month."""
    last = point(text, several.start("next"), reference)
    if last is None or len(last.value) != 7:
        return None
    first = f"{last.value[:4]}-{month(several['first']):02}"
    if several["link"].strip() in ("и", "/") and int(last.value[5:]) - month(several["first"]) != 1:
        return None
    value = join(first, last.value)
    return Reading(last.stop, last.form, value) if value else None
