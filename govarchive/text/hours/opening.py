"""Opening hours as printed, read from lower-case folded text into OpenStreetMap's `opening_hours`.

`statement` reads one at a place: days with their hours, hours alone, hours with their days after them, or days off.
Lunch is cut out of the hours. Whether hours alone are anybody's working time is for the caller to judge.

>>> statement("понеделник - петък : 8:45 - 17:15", 0).value
'Mo-Fr 08:45-17:15'
>>> statement("от 8:15 ч. до 16:45 ч. с обедна почивка от 12:30 до 13:15 ч.", 0).value
'08:15-12:30,13:15-16:45'
>>> statement("всеки втори и четвърти четвъртък от месеца от 10.30 до 12.00 часа", 0).value
'Th[2,4] 10:30-12:00'
"""

import re
from functools import lru_cache
from typing import NamedTuple

from govarchive.text.calendar import MONTH
from govarchive.text.clock import CLOCK, UNIT, clock
from govarchive.text.hours.open_days import (
    ALSO,
    BUT_WEEKEND,
    DAY_NAMES,
    DAYS,
    EVERY_DAY,
    LINK,
    OFF,
    RANGE_OF_DAYS,
    SAVE,
    WEEKDAY,
    all_but,
)
from govarchive.text.hours.open_days import days as days_of
from govarchive.text.later import Later
from govarchive.text.raised import MINUTES


class Statement(NamedTuple):
    """Where a statement ends, its `opening_hours`, whether it names days, and whether minutes or `ч.` are printed."""

    stop: int
    value: str
    days: bool
    exact: bool


_NOON = r"(?: [ ]? (?: [ap]m | [ap]\.m\.? ) (?![a-z]) )"
# 9 am, 5:30 p.m.
_ENGLISH = rf"(?: (?: 0?[0-9] | 1[0-2] ) (?: [:.][0-5][0-9] )? {_NOON} )"
# 8 сутринта, 7 ч. вечерта
_SPOKEN = r"""(?:
    (?: 0?[1-9] | 1[0-2] ) (?: [ ]?ч(?:аса?|\.)? )? [ ] (?: сутринта | следобед | след[ ]об[яе]д | вечерта )
)"""
_BARE = r"(?: (?: [01]?[0-9] | 2[0-4] ) (?! [0-9] | [.,:/-][0-9] ) )"
_WITH_MINUTES = r"(?: (?: [01]?[0-9] | 2[0-4] ) [ ]?ч\.?[ ]?(?:и[ ])? [0-5][0-9][ ]?м(?:ин(?:ути)?)? (?![а-я]) \.? )"
_CELL = rf"(?: (?: [01]?[0-9] | 2[0-4] ) (?: [:.] [0-5][0-9] | {MINUTES} ) )"
_CELLS = rf"(?: {_CELL}\t{_CELL} (?: \t{_CELL}\t{_CELL} )? (?= [ ]*(?:\n|\Z) ) )"
# A raised 30 that lost its place: 830 - 1700.
_GLUED = r"(?: (?: [01]?[0-9] | 2[0-4] ) [0-5]0 )"
_TO = r"""(?: [ ]{0,2} (?: --?(?:[ ]?до(?=[ ]))? | до | ÷ ) [ ]{0,2} | [ ]?\n[ ]?до[ ] | [ ]до\n[ ]?
  | [ ](?:to|until|till)[ ] | [ ]?-[ ]?\n(?=[0-9]{1,2}[.:][0-9]{2}[ ]?ч) )"""
# A raised 30 that lost its place but not its blank: 8 30 - 17 00; so are both ends.
_APART = r"(?: (?: [01]?[0-9] | 2[0-4] ) [ ] [0-5][05] (?![0-9]) )"
_PAIR_APART = rf"(?: {_APART} {UNIT}? {_TO} {_APART} (?! [ ][0-9] ) {UNIT}? )"
HALF = r"(?: (?: сутрин(?:та)? | (?: преди | до )[ ]об[яе]д | след[ ]?об[яе]д | вечер(?:та)? )[ ,:)-]{1,3} )"
"""The half of a day before its hours."""
_RANGE = rf"""(?:
    {HALF}? (?: (?: от | между | from | between )[ ]{{1,2}} )?
    (?: {_PAIR_APART} | (?: {_WITH_MINUTES} | {_SPOKEN} | {_ENGLISH} | {CLOCK}
      | {_GLUED} (?= [ ]?-[ ]? {_GLUED} (?![0-9]) )
      | {_BARE} (?=[ ]{{0,2}}[-д÷и]) | (?: [01]?[0-9] | 2[0-4] ) (?=-[0-9]) )
    (?: {_TO} | [ ]и[ ](?![0-9]{{2}}[ ]мин) )
    (?: {_WITH_MINUTES} | {_SPOKEN} | {_ENGLISH} | {CLOCK} {_NOON}? | {_BARE}
      | (?: (?<=[0-9]0-) | (?<=[0-9]0-[ ]) | (?<=[0-9]0[ ]-[ ]) ) {_GLUED} ) )
    (?! [ ]?{MONTH} | [.,/][0-9]{{2}}(?![:.]?[0-9]) | [ ]?г\b | [ ]?лв | [ ]?% | \.[0-9] )
)"""
HOURS = Later(f"{_CELLS} | {_RANGE}", re.VERBOSE)
"""From a time of day to another, in lower-case text."""
_RANGES = rf"""{_RANGE}
    (?: [ ]? (?: (?: [,;|+&] | //? ) (?:[ ]?и)? | \.?[ ]?и | [ ]{{1,60}}+ | [ ]-[ ] | (?(days)\t|(?!)) ) [ ]?
    {_RANGE} ){{0,3}}"""
_BREAK = rf"""(?:
    [ ,;.(/-]{{0,3}} \s{{0,4}} [(/]? (?: (?: с | със | и | при )[ ] )?
    (?: обедна(?:та)?[ ](?:почивка|пауза) | почивка(?:[ ]за[ ]обяд)? | обеден[ ]отдих | обяд
      | прекъсване(?:[ ]за[ ]обяд)? | санитар(?:ен[ ]час|на[ ]почивка) )
    [ :(-]{{0,3}} \n? (?: е[ ] )? {_RANGE}
)"""
GAP = r"""(?:
    (?: [ ]включително )? [ ]{0,4} [:;,()/|-]{0,2} [ \t]{0,20} (?: \n [ \t]{0,60} ){0,3}
    (?: (?: работно[ ]време | часове | в[ ]часовете | в[ ]интервала | с ) [ :]{1,2} )? (?:-[ ])?
  # в събота и неделя музеят ще работи от 10 до 16 ч.
  | ,? [ ] (?: [а-я"-]{1,20} [ ] ){0,4} (?: ще[ ] )?
    (?: работ(?:и|ят) | (?:е|са|бъде)(?:[ ]отворен[аои]?)? | приемат? ) [ ]{1,2} (?: с[ ]посетители[ ] )?
    (?= от[ ] | между[ ] | [0-9] )
)"""
"""What may stand between the days and their hours."""
JOINT = re.compile(
    r"[ ]?\.?[ ]? (?: [,;|/] (?:[ ]?[аи](?=[ ]))? | (?<=[ ]) [аи] (?=[ ]) ) [ ]{0,2}(?:в(?:ъв)?[ ])?", re.VERBOSE
)
"""What joins the hours of other days of the week in one statement."""
_STATEMENT = Later(
    rf"""
    (?: (?P<days>{DAYS}) {GAP} )?
    (?: (?P<hours>{_CELLS} | {_RANGES}) (?P<lunch>{_BREAK})?
        # всеки ден 9-17 ч., вкл. събота; всеки ден 10-19 без вторник
        (?(days) (?: [ ]?,?[ ]? (?P<open>\()? (?: (?P<even> {ALSO} {DAY_NAMES} ) | (?P<save> {SAVE} {DAY_NAMES} ) )
            (?(open)\)) )? )
        # the days behind their hours, where none stand before them
        (?: (?(days)(?!)) (?: ,?[ ]без[ ]прекъсване )?
            (?: [ ]?[,(/|\[-]?[ ]? | [ ]?\n[ ]? (?= от[ ]{DAY_NAMES} [ .]?(?:\n|\Z) ) )
            (?: през[ ] | в(?:ъв)?[ ] | on[ ] )?
            (?P<also>{ALSO})?
            # `пон.-чет., петък 8-12`: what is behind a range has hours of its own
            (?P<later>{BUT_WEEKEND} | (?> {RANGE_OF_DAYS} ) (?= {LINK}{WEEKDAY} ) | (?> {DAYS} ) (?! {LINK}{WEEKDAY} ) )
            (?! [ ]?[:-]?[ ]?(?:(?:от|до)[ ])?[0-9] | [ ]?[:-]?[ ]?{OFF} ) )?
      | (?P<off>{OFF}) )
    """,
    re.VERBOSE,
)
_BELOW = Later(
    rf"""[ ]?[,;.]?[ ]?(?:и[ ])? (?P<blank>(?:\n[ ]{{0,80}}){{1,3}}) (?:[-*•][ ]?)?
    (?P<hours>{_RANGE}) (?=[ .;,|]{{0,3}}(?:\n|\Z))""",
    re.VERBOSE,
)
_PAUSE_CELL = Later(rf"\t[ ]? (?P<hours>{_RANGE}) [ .]{{0,2}} (?= [\t\n] | \Z )", re.VERBOSE)
_CLOSED = Later(
    rf"(?P<off>{OFF}) [ ]?[:,(-]?[ ]? (?: (?:във?|on)[ ] )? (?P<days>{DAY_NAMES}) (?! [ ]?[:-]?[ ]?[0-9] )", re.VERBOSE
)
_WEEKS = {EVERY_DAY: 7, "Mo-Fr": 5}
_EXACT = re.compile("[:.,чm⁰⁵]")
_CLOCK = re.compile(rf"{_SPOKEN} | {_ENGLISH} | {CLOCK} | [0-9]{{1,2}}", re.VERBOSE)
# 6ч.30м., 830
_MARKLESS = re.compile(
    r"""(?<![0-9:.,]) ([0-2]?[0-9])
    (?: [ ]?ч\.?[ ]?(?:и[ ])?([0-5][0-9])[ ]?м(?:ин(?:ути)?)?\.? | ([0-5]0) (?![0-9:.,]) )""",
    re.VERBOSE,
)
_APART_READ = re.compile(
    rf"(?<![0-9:.,-]) ([0-2]?[0-9])[ ]([0-5][05]) ({UNIT}? {_TO}) ([0-2]?[0-9])[ ]([0-5][05]) (?![0-9:.,])", re.VERBOSE
)


def statement(text: str, at: int) -> Statement | None:
    """The statement that begins at `at` of a lower-case folded text."""
    match = _STATEMENT.match(text, at)
    if match is None:
        return closed(text, at)
    printed = match["days"] or match["later"]
    days = days_of(printed) if printed else ""
    if match["also"]:
        days = "Mo-Sa" if days == "Sa" else EVERY_DAY
    if match["even"] and days in (EVERY_DAY, "Mo-Fr"):
        days = "Mo-Sa" if days_of(match["even"]) == "Sa" else EVERY_DAY
    if match["save"] and days in _WEEKS:
        days = all_but(match["save"], _WEEKS[days])
    if match["off"] and not days:
        return closed(text, at)
    hours = "off" if match["off"] else _hours(match["hours"], match["lunch"])
    if hours is None:
        return None
    exact = match["hours"] is None or _EXACT.search(match["hours"]) is not None
    stop, hours = _less_pause(text, match.end(), hours)
    stop, later = _afternoon(text, stop, hours, bool(days))
    return Statement(stop, f"{days} {hours}{later}".strip(), bool(days), exact)


def _less_pause(text: str, stop: int, hours: str) -> tuple[int, str]:
    """Where the statement ends with the break in the cell behind, and its hours less that: `8-17 ч.<TAB>12-12:30`."""
    pause = _PAUSE_CELL.match(text, stop) if text[stop : stop + 1] == "\t" and "," not in hours else None
    left = _hours(f"{hours} {pause['hours']}", None) if pause else None
    if pause is None or left is None or left.count(",") != 1 or (left[:5], left[-5:]) != (hours[:5], hours[-5:]):
        return stop, hours
    return pause.end("hours"), left


def _afternoon(text: str, stop: int, hours: str, days: bool) -> tuple[int, str]:
    """Where the statement ends with the later hours of the day, alone on the line below, and these hours.

    A blank line parts the hours of two counters, but not those of the days before them.
    """
    said = ""
    while match := _BELOW.match(text, stop):
        later = _hours(match["hours"], None) if days or match["blank"].count("\n") == 1 else None
        if not later or not hours[-5:] < later[:5] < later[-5:]:
            break
        stop, hours, said = match.end("hours"), later, f"{said},{later}"
    return stop, said


def statements(text: str, at: int) -> list[Statement]:
    """The statement that begins at `at` and those of other days that follow it in the same line.

    >>> [it.value for it in statements("пон.-пет. 8:30-17:00 ч., събота 9-12 ч.", 0)]
    ['Mo-Fr 08:30-17:00', 'Sa 09:00-12:00']
    """
    found: list[Statement] = []
    while it := statement(text, at):
        if found and not it.days:
            break
        found.append(it)
        joint = JOINT.match(text, it.stop) if it.days else None
        if joint is None:
            break
        at = joint.end()
    return found


def closed(text: str, at: int) -> Statement | None:
    """Days off behind the word for them: `Почивен ден: понеделник`."""
    match = _CLOSED.match(text, at)
    return Statement(match.end(), f"{days_of(match['days'])} off", True, True) if match else None


@lru_cache(maxsize=512)
def _hours(printed: str, lunch: str | None) -> str | None:
    times = _times(printed)
    pause = _times(lunch) if lunch else []
    if times is None or pause is None:
        return None
    # The hours and the break in two columns: 7.30 - 16.00 12.00 - 12.30.
    while len(times) > 1 and times[0][0] < times[-1][0] and times[-1][1] < times[0][1]:
        pause.append(times.pop())
    for begin, end in pause:
        times = [piece for first, last in times for piece in _without(first, last, begin, end)]
    times = list(dict.fromkeys(times))
    # A row of a table that lost its cells: the hours of several days.
    if len(times) > 2 and times != sorted(times):
        return None
    return ",".join(f"{first}-{last}" for first, last in times)


def _times(printed: str) -> list[tuple[str, str]] | None:
    marked = _MARKLESS.sub(r"\1:\2\3", _APART_READ.sub(r"\1:\2\3\4:\5", printed))
    clocks = [clock(time.replace(".m", "m").rstrip(".")) for time in _CLOCK.findall(marked)]
    known = [time for time in clocks if time]
    if len(known) != len(clocks) or len(known) % 2:
        return None
    return list(zip(known[::2], known[1::2], strict=True))


def _without(first: str, last: str, begin: str, end: str) -> list[tuple[str, str]]:
    """What is left of `first`-`last` when the break is taken out of its middle."""
    return [(first, begin), (end, last)] if first < begin < end < last else [(first, last)]
