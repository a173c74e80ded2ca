"""A day with its month and nothing else, `21.10`: told from sections, prices and times by what stands around it.

Everything works on lower-case text.

>>> text = " на 14.10.2020 г. в 9 ч., а в селата на 21.10 в 10 ч.; раздел 03.04"
>>> day = text.index("21.10")
>>> is_among_days(text, day, day + 5)
True
"""

import re

from govarchive.text.calendar import FULL_MONTH, MONTH
from govarchive.text.dates.schedules import is_in_schedule
from govarchive.text.layout import column_head
from govarchive.text.numbered import is_numbered

_AROUND = 30
"""How far before a day its surroundings are looked at."""
_NEAR_DAY = 600
"""How far from it another day may stand with its year."""
# Minutes that are no month: 8.30, 17.00. Where they stand around, 10.10 is a time too.
CLOCKS = re.compile(r"(?<![0-9.])[0-9]{1,2}[.:](?: 00 | 1[3-9] | [2-5][0-9] )(?![.0-9])", re.VERBOSE)
_WITH_WEEKDAY = re.compile(r"(?:(?P<two>[0-9]{2})|[1-9])[.][0-9]{2}(?![0-9])")
_NAMED_DAY = re.compile(r"(?:дата|ник|сряда|тък|събота|неделя)[ :,(/-]{1,3}\Z")
_DAY_OF_LIST = re.compile(r"[0-9]{2}[.][0-9]{2}\.?")
_LISTED_DAY = re.compile(
    r"""
    (?: [ ](?: на | до | от | към )[ ] | (?<![а-я])дат[аи](?:та|те)?[ ]
      | [0-9]{2}\.[0-9]{2}\.? (?: ,[ ]? | [ ]и[ ] )   # on 21.10; 09.05 and 23.05
      | (?P<line> (?: \A | \n ) [ ]{0,6} (?: [»>"•*-][ ]? )? ) ) \Z
    """,
    re.VERBOSE,
)
# Долно Поле: 01.04., Средно Поле - 08.04.
_LOOSELY_LISTED = re.compile(r"[:;-][ ]{1,2}\Z")
# A title that ends with its day: `Режим на водата 20.08.`
_TITLE_BEFORE, _TITLE_ENDS = re.compile(r"[а-я]{4}[ ]\Z"), re.compile(r"[ ]{0,3}\n")
_PAIR = re.compile(r"[ ]и[ ][0-9]{2}\.[0-9]{2}(?![0-9])")
_WHOLE_DAY = re.compile(r"(?: [0-9]{2}\.[0-9]{2}\. | [яфмаюсонд][а-я]{2,8}[ ] )(?:19|20)[0-9]{2}(?![0-9])", re.VERBOSE)
_DAY_ENDS = re.compile(r"[ ](?:в|от|се|ще|и|-)[ ] | [;)\n\t] | [.,](?![0-9])", re.VERBOSE)
# The months of a calendar of events, each on a line of its own.
_LINE_BEFORE, _LINE_AFTER = re.compile(r"(?:\A|\n)[ ]{0,6}\Z"), re.compile(r"[ ]{0,6}(?=\n|\Z)")
_ENDS_IN_MONTH = re.compile(rf"\n[ ]{{0,6}}{FULL_MONTH}(?![а-я])\s{{0,20}}\Z", re.VERBOSE)
_MONTH_LINE = re.compile(rf"\n[ ]{{0,6}}{FULL_MONTH}[ ]{{0,6}}(?=\n|\Z)", re.VERBOSE)
_BLANK = re.compile(r"\s*")
_NEAR_MONTH = 900
"""How far from a month another one may stand on its line."""
_DAY_HEADS = re.compile(r"\b(?:дата|дати|ден|дни)\b")
_CUT_SHORT = 5
"""How long a month on a sheet without its year is at most: `януа`, `септ.`."""
_MONTH_OR_NUMBER = re.compile(
    rf"(?:\A|\n)[ ]{{0,6}} (?: {MONTH} (?:,?[ ][12][0-9]{{3}})? | [0-9]{{1,9}} ) [ .,]{{0,3}}\n\Z", re.VERBOSE
)
_NEXT_OF_ROW = re.compile(rf",?[ ]{{0,2}}\n[0-9]{{1,2}}\.?\n{MONTH}", re.VERBOSE)


def is_on_sheet(before: str, printed: str, after: str) -> bool:
    r"""Whether a day above its month stands as on the sheet of a calendar, and in no row of numbers or months.

    >>> is_on_sheet("новини\n", "21\nяну", "\nтърг"), is_on_sheet("яну\n", "21\nфев", "\n15\nмар")
    (True, False)
    >>> is_on_sheet("общо\n", "21\nянуари", "\n"), is_on_sheet("общо\n", "21\nянуари 2016", "\n")
    (False, True)
    """
    month = printed.partition("\n")[2].strip()
    if _MONTH_OR_NUMBER.search(before) or _NEXT_OF_ROW.match(after):
        return False
    return len(month) <= _CUT_SHORT or any(sign.isdigit() for sign in month)


def is_of_weekday(before: str, printed: str, weekday: int | None) -> bool:
    r"""Whether a weekday stands with a day; one without a nought may be a time, but where it begins a line.

    >>> is_of_weekday(" на ", "21.10 (сряда)", 2), is_of_weekday(" до ", "8.10, сряда", 2)
    (True, False)
    >>> is_of_weekday("\n", "2.12, понеделник", 0), is_of_weekday("сряда, ", "21.10", None)
    (True, True)
    """
    day = _WITH_WEEKDAY.match(printed)
    if day is None:
        return False
    if day["two"]:
        return weekday is not None or _NAMED_DAY.search(before) is not None
    return weekday is not None and _LINE_BEFORE.search(before) is not None


def is_among_days(text: str, start: int, stop: int) -> bool:
    """`на 14.10.2020 г., … на 21.10 в същия час`: a day without its year near one with it, or in a column of days."""
    if _DAY_OF_LIST.fullmatch(text, start, stop) is None:
        return False
    if text[start - 1] == "\t":
        return _DAY_HEADS.search(column_head(text, start)) is not None
    return is_in_schedule(text, start, stop) or _is_beside_whole_day(text, start, stop)


def _is_beside_whole_day(text: str, start: int, stop: int) -> bool:
    """Whether a day is told as such and another one stands near with its year."""
    if _DAY_ENDS.match(text, stop - (text[stop - 1] == ".")) is None:
        return False
    before = text[max(0, start - _AROUND) : start]
    listed, pointed = _LISTED_DAY.search(before), text[stop - 1] == "."
    # `26.04.` at the start of a line is no time, whatever hours the line above ends with.
    if not (pointed and listed and listed["line"] is not None) and CLOCKS.search(before):
        return False
    if CLOCKS.match(text, stop + 2) or is_numbered(before):
        return False
    if listed is None:
        sure = pointed or _PAIR.match(text, stop) is not None
        title = _TITLE_ENDS.match(text, stop) and _TITLE_BEFORE.search(before)
        if not (sure and (title or _LOOSELY_LISTED.search(before))):
            return False
    return _WHOLE_DAY.search(text, max(0, start - _NEAR_DAY), stop + _NEAR_DAY) is not None


def is_among_months(text: str, start: int, stop: int) -> bool:
    r"""A month alone on its line, with events below it and another month so printed near: no menu of an archive.

    >>> calendar, menu = "\nмарт\nконцерт\n\nмай\nсъбор\n", "\nмарт\nаприл\nмай\n"
    >>> is_among_months(calendar, 1, 5), is_among_months(menu, 1, 5)
    (True, False)
    """
    line, below = _LINE_BEFORE.search(text, max(0, start - 8), start), _LINE_AFTER.match(text, stop)
    if line is None or below is None:
        return False
    blank = _BLANK.match(text, below.end())
    rest = blank.end() if blank else stop
    before, after = max(0, start - _NEAR_MONTH), stop + _NEAR_MONTH
    if _MONTH_LINE.match(text, rest - 1) or rest == len(text) or _ENDS_IN_MONTH.search(text, before, line.start()):
        return False
    return bool(_MONTH_LINE.search(text, before, line.start()) or _MONTH_LINE.search(text, below.end(), after))
