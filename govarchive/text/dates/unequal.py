"""Intervals whose ends are printed with unequal precision: `1932 - 09.09.1944 г.`, `юни 2013 - 6 август 2014 г.`.

Lists of who held an office have them, where a day is known of one end and only the year of the other.

>>> from govarchive.text.dates.points import point
>>> text = " (09.1921 - 1923 г.)"
>>> join_unequal(text, 2, point(text, 2), point(text, 12)).value
'1921-09/1923'
"""

import re

from govarchive.text.dates.plausible_years import HANGS_ON, OVER, UNIT, has_year_word
from govarchive.text.dates.points import Reading
from govarchive.text.numbered import is_numbered

_KNOWN = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
# What may stand before a bare year that an interval begins with; `заповед 1932 - 09.09.2014` is a number and its day.
_OPENS = re.compile(
    r"""(?: \A | [\n\t(:;,|-] | [0-9][.)] | (?<![а-я])(?:от|през|между|и|в|за|периода|г\.) ) [ ]{0,2} \Z
      | [ ]{3} \Z                                               # in a column of its own""",
    re.VERBOSE,
)
_AROUND, _LONGEST = 20, 100
"""Characters before it that tell whether it begins there; years that it may last."""


def join_unequal(text: str, start: int, first: Reading, second: Reading) -> Reading | None:
    """The interval from `first`, which begins at `start`, to `second`; None where they make none of unequal ends."""
    begins, ends = first.value, second.value
    if not (_KNOWN.fullmatch(begins) and _KNOWN.fullmatch(ends)) or len(begins) == len(ends):
        return None
    shared = min(len(begins), len(ends))
    if not (begins[:shared] < ends[:shared] and int(ends[:4]) - int(begins[:4]) <= _LONGEST):
        return None
    if not (_begins(text, start, first) and _ends(text, second)):
        return None
    return Reading(second.stop, "unequal", f"{begins}/{ends}")


def _begins(text: str, start: int, first: Reading) -> bool:
    before = text[max(0, start - _AROUND) : start]
    if is_numbered(before) or HANGS_ON.search(before):
        return False
    if first.form == "year" and has_year_word(text[start : first.stop]):
        return not before.endswith(" за ")  # `Отчет за 2019 г. - 31 януари 2020 г.`: a year, and a day behind it
    return first.form != "year" or _OPENS.search(before) is not None


def _ends(text: str, second: Reading) -> bool:
    """A bare year must be the last word of what is said, and count nothing."""
    if second.form != "year" or has_year_word(text[second.stop - 2 : second.stop]):
        return True
    after = text[second.stop : second.stop + _AROUND]
    return OVER.match(after) is not None and UNIT.match(after) is None
