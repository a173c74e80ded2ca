"""Times of day as printed: `14:11`, `17.00 часа`, `9,30 ч.`, `17³⁰`, `1730 ч.` (a raised 30 that lost its place).

>>> clock("17.00 часа"), clock("9 ч."), clock("1730 ч."), clock("25:10")
('17:00', '09:00', '17:30', None)
>>> clock("9 и 30 ч."), clock("9 ч. и 30 мин."), clock("9³⁰")
('09:30', '09:30', '09:30')
>>> clock("4:15 следобед"), clock("4 ч. сутринта"), clock("11:05 pm"), clock("12:05 am"), clock("12 ч. вечерта")
('16:15', '04:00', '23:05', '00:05', '24:00')
"""

import re

from govarchive.text.raised import MINUTES, minutes

UNIT = r"(?: [ ]?(?: час(?:а|ът)?(?![а-я]) | ч(?: \. | (?![а-я]) ) | h(?![a-z]) ))"
"""What follows a time: `ч.`, `часа`."""

CLOCK = rf"""(?:
    (?: [01]?[0-9] | 2[0-4] ) [ ]?[:.,][ ]?[0-5][0-9] (?: :[0-5][0-9] )? (?![0-9]) {UNIT}?
  | (?: [01][0-9] | 2[0-4] ) [ ]?[0-5][05] {UNIT}
  | (?: [01]?[0-9] | 2[0-4] ) {MINUTES} {UNIT}?
  | (?: [01]?[0-9] | 2[0-4] ) (?: [ ]?ч\. ) [ ]?[0-5][0-9][ ]?м(?: ин )?\.
  | (?: [01]?[0-9] | 2[0-4] ) [ ]и[ ](?:25|[3-5][05]) {UNIT}
  | (?: [01]?[0-9] | 2[0-4] ) (?![0-9]) {UNIT} (?: [ ]и[ ][0-5][0-9][ ]мин(?: ути | \. ) )?
)"""
"""A time of day in lower-case text; `17.00` is also how a number looks: ask `is_plain` where that matters."""

_HALF = r"""(?: [ ] (?: сутринта | преди[ ]?об[ея]д | следоб[ея]д | след[ ]об[ея]д | вечерта
  | (?:пр|сл)\.[ ]?об\. ) | [ ]?[ap]m(?![a-z]) )"""
DAYTIME = rf"(?: (?: [01]?[0-9] (?={_HALF}) | {CLOCK} ) {_HALF}? )"
"""A time of day and the half of the day it is counted in: `4:15 следобед`, `4 сутринта`, `11:05 pm`."""

# Of `стая 2 до 17 ч.` the first number is a room's, of `ул. "Шипка" 7 до 17 ч.` a house's.
_NO_ROOM = (
    r"(?<! стая[ ] ) (?<! стаи[ ] ) (?<! зала[ ] ) (?<! етаж[ ] ) (?<! бинет[ ] ) (?<! гише[ ] ) (?<! № ) (?<! №[ ] )"
    r"(?<! \"[ ] )"
)
BARE_HOUR = rf"""(?: {_NO_ROOM} (?: [01]?[0-9] | 2[0-4] )
  (?= [ ]?(?:-|до)[ ]?[0-9]{{1,2}} (?:[:.,][0-5][0-9])? [ ]?ч ) )"""
"""The first hour of `10 до 12 ч.`, which has no mark of its own."""

_DIGITS = re.compile(
    r"""([0-9]{1,2})
    (?: [ ]и[ ](?=[0-9]{2}) | [ ]?ч(?:аса?|\.)? (?: [ ]и[ ] | [ ]?(?=[0-9]{2}[ ]?м) ) | [ ]?[:.,]?[ ]? )
    ([0-9]{2} | [⁰¹²³⁴⁵][⁰⁵])?""",
    re.VERBOSE,
)
_NOON = 12
_HALF_ENDS = re.compile(
    r"(?: (?P<night> am | сутринта ) | (?P<evening> вечерта ) | след[ ]?об[ея]д | сл\.[ ]?об\. | pm ) \Z", re.VERBOSE
)
_PLAIN = re.compile(r"[0-9]{1,2}[ ]?[.,][ ]?[0-9]{2}", re.VERBOSE)


def clock(printed: str) -> str | None:
    """`HH:MM` of what `CLOCK` or `DAYTIME` matched, None where there is no such time."""
    match = _DIGITS.match(printed)
    if match is None:
        return None
    hour, minute = int(match[1]), minutes(match[2] or "0")
    if half := _HALF_ENDS.search(printed):
        hour = _in_day(hour, half)
    return f"{hour:02}:{minute:02}" if (hour < 24 and minute < 60) or (hour, minute) == (24, 0) else None


def _in_day(hour: int, half: re.Match[str]) -> int:
    """The hour of the day for one of its half; twelve at night begins a day, in the evening it ends one."""
    if hour == _NOON:
        return 0 if half["night"] else 2 * _NOON if half["evening"] else _NOON
    return hour + _NOON if hour < _NOON and not half["night"] else hour


def is_plain(printed: str) -> bool:
    """Whether it is printed like any decimal number, without a colon and without `ч.`.

    >>> is_plain("17.00"), is_plain("17.00 ч."), is_plain("17:00")
    (True, False, False)
    """
    return _PLAIN.fullmatch(printed) is not None
