"""Whether a day printed as two numbers, `21.10`, is one where it stands: no section, price, time or sum of hours.

The check takes what stands before, what is printed, what stands after, and the reading, all in lower case.
"""

import re

from govarchive.text.dates import plausible_years as years
from govarchive.text.dates.bare_days import CLOCKS, is_of_weekday
from govarchive.text.dates.points import Reading
from govarchive.text.money.columns import PRICE
from govarchive.text.numbered import is_numbered

_HOURS = re.compile(r"[0-9]{1,2}[.,][0-9]{2} [ ]?(?:-|до)[ ]? [0-9.,:]{1,5} [ ]?ч", re.VERBOSE)
# 22.09. за останалите: a stop that ends no sentence.
_GOES_ON = re.compile(r"[ ] (?: [а-я] | - ) | [)]", re.VERBOSE)
_NUMBER_AND_DAY = re.compile(r"№ [ ]? [0-9а-я-]{1,16} / \Z", re.VERBOSE)
_TWO_AND_TWO = re.compile(r"[0-9]{2}[.][0-9]{2}(?![0-9])")
_DOTTED, _DOTTED_TWO = re.compile(r"[0-9]{1,2}\.[0-9]{2}\."), re.compile(r"[0-9]{2}\.[0-9]{2}\.")
# 21.11. от 10.30 ч., 17.01. - 17:30, 18.01 в 16 ч.
_TIMED = re.compile(
    r"""[.,] [ ]?(?:от|в|след|преди|около)[ ] (?: [^,;] | ,(?=[0-9]) ){0,12} (?: : | [0-9][ ]?ч ) | [0-9]:[0-9]
    | [0-9][ ]в(?:ъв)?[ ][0-9]{1,2}[ ]?ч | \.,[ ]?[0-9]{1,2}(?:[.,][0-9]{2})?[ ]?ч""",
    re.VERBOSE,
)
_DAYS_RANGE = re.compile(
    r"[0-9]{1,2} (?: \.[0-9]{2}\.? )? [ ]? (?: [-÷] | до ) [ ]? (?: [0-9]{2}\.[0-9]{2}\.? | [0-9]\.[0-9]{2}\. )",
    re.VERBOSE,
)
# от 01.04 до 31.10 - от 9:00 до 18:00 ч.: a season with its hours
_HOURS_BEHIND = re.compile(r"[ ]? [-:,] [ ]? (?:от[ ])? [0-9]{1,2}[:.][0-9]{2} [ ]?(?:-|до|ч)", re.VERBOSE)
_NO_HOUR = re.compile(r"(?<![0-9.])(?:2[5-9]|3[01])\.(?:0[1-9]|1[0-2])(?![0-9])")
# Цена: 26.10 - 31.12; код по КИД: 26.10 - 31.12
_NO_DAYS_LEAD = re.compile(rf"(?:{PRICE}|наем|лв\.?|(?<![а-я])код)[^\n]{{0,12}}\Z")
_BOTH_DOTTED = re.compile(r"(?: [0-9]{1,2}\.[0-9]{2}\. ) [ ]?-[ ]? (?: [0-9]{1,2}\.[0-9]{2}\. )", re.VERBOSE)
# What days are given for: `Изложба 06.12 - 19.12`.
_OCCASION = re.compile(
    r"""(?<![а-я]) (?: изложба | турнир | фестивал | конкурс | семинар | обучени | ваканци | лагер | пленер | курс
      | период | срок | записван | регистраци | прием | почивк | спектак | базар | пътуван | екскурзи | състезани )
    [а-я]{0,5} [ ]? [:,(-]? [ ]? \Z""",
    re.VERBOSE,
)
_ITEM_LEAD = re.compile(r"(?: \A | \n | : ) [ ]? (?: [»>•*-][ ]? )? \Z", re.VERBOSE)
# `сезона (15.05 - 15.09) 8:30-18:00 ч.`: of the other end the hours are not
_IN_SEASON = re.compile(r"(?:сезон|период|кампани|лятн|зимн|пролет|есен)[а-я]{0,3}[ ]?\(\Z")
_RANGE_BEFORE = re.compile(r"[0-9]\.[0-9]{2}\.?[ ]?-[ ]?\Z")
# 10.00 ч. на 06.10.
_AT_CLOCK = re.compile(r"[0-9][ ]?ч(?:\.|аса?)?[ ]на[ ]\Z")
DATE_LEAD = re.compile(
    r"""
    (?<![а-я]) (?: на | от | до | дата(?:та)? | към | след | преди | между | от/на | през | и | в[ ]периода
      | за[ ]периода
      | понеделник | вторник | сряда | четвъртък | петък | събота | неделя ) [ :,(/-]{1,3} \Z
    """,
    re.VERBOSE,
)
"""What leads to a date, in lower case, right before it."""


def day_number(before: str, printed: str, after: str, it: Reading) -> bool:
    """A day and a month as numbers: with a weekday, an hour, stops, or the other end of a range."""
    if is_numbered(before) or years.UNIT.match(after) or _HOURS.match(printed):
        return False
    led = DATE_LEAD.search(before) is not None
    two = _TWO_AND_TWO.match(printed) is not None
    if is_of_weekday(before, printed, it.weekday):
        return True
    if "T" in it.value:
        return (led or (two and _TIMED.search(printed) is not None)) and not _ends_season(before, printed)
    if "г" in printed or _is_stopped(before, printed, after, led):
        return True
    ranges = "/" in it.value and _DAYS_RANGE.fullmatch(printed) is not None
    if ranges and ((led and _HOURS_BEHIND.match(after)) or _is_season(before, printed)):
        return True
    if CLOCKS.search(before) or CLOCKS.search(after):
        return False
    if "/" in it.value:
        bracketed = before.endswith("(") and after.startswith(")")
        opened = led or bracketed or bool(_ITEM_LEAD.search(before) or _OCCASION.search(before))
        return opened and ranges and _NO_DAYS_LEAD.search(before) is None
    return led and (_DOTTED.match(printed) is not None or (two and not before.endswith(" и ")))


def _ends_season(before: str, printed: str) -> bool:
    """Whether a day with an hour is the end of a range, and the hours behind the bracket are of all its days."""
    return ")" in printed and _RANGE_BEFORE.search(before) is not None


def _is_season(before: str, printed: str) -> bool:
    """Whether one end of a range at the head of a line or behind a mark is no hour: `01.04 - 31.10 | всеки ден`."""
    if _IN_SEASON.search(before):
        return True
    opened = before.endswith("(") or _ITEM_LEAD.search(before) is not None
    return opened and _NO_HOUR.search(printed) is not None and _NO_DAYS_LEAD.search(before) is None


def _is_stopped(before: str, printed: str, after: str, led: bool) -> bool:
    """Whether stops tell days from times and prices: `10.09. - 22.09.`, `и 22.09. за`, `№ 7/22.10.`."""
    if _BOTH_DOTTED.fullmatch(printed):
        return True
    if _DOTTED.fullmatch(printed) is None:
        return False
    if before.endswith("(") and after.startswith(")") and _DOTTED_TWO.fullmatch(printed):
        return True
    return bool(led and (_GOES_ON.match(after) or _AT_CLOCK.search(before))) or bool(_NUMBER_AND_DAY.search(before))
