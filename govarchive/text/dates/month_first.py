"""American dates on Bulgarian pages: `пон, 12/10/2018 - 14:35`, how a common publishing system stamps its articles.

Day and month are taken for exchanged only where the weekday printed before them says so, or a time with seconds and
half of the day behind them (`5/12/2019 2:15:00 PM`), as servers print it that were never told of Bulgaria.

>>> exchanged("пон, 12/10/2018", 5, 15, "2018-10-12"), exchanged("пет, 12/10/2018", 5, 15, "2018-10-12")
('2018-12-10', '2018-10-12')
>>> exchanged("Fri, 12/28/2018".lower(), 5, 15, "2018-28-12"), exchanged("5/12/2019 2:15:00 pm", 0, 9, "2019-12-05")
('2018-12-28', '2019-05-12')
"""

import re
from datetime import date

from govarchive.text.calendar import ENGLISH_WEEKDAY, WEEKDAY, weekday

_LEAD = re.compile(rf"(?<![а-яa-z]) (?P<day>{WEEKDAY}|{ENGLISH_WEEKDAY}) ,[ ] \Z", re.VERBOSE)
_SERVER = re.compile(r"[ ][01]?[0-9]:[0-5][0-9]:[0-5][0-9][ ][ap]m(?![a-z])")
_REACH = len("понеделник, ") + 1


def exchanged(text: str, at: int, stop: int, value: str) -> str:
    """The day at `[at, stop)` of a lower-case text, read as `value`, or the one with its month printed first."""
    american = f"{value[:4]}-{value[8:10]}-{value[5:7]}"
    if _SERVER.match(text, stop) and _weekday(american) is not None:
        return american
    led = _LEAD.search(text, max(0, at - _REACH), at)
    day = weekday(led["day"]) if led else None
    return american if led and _weekday(american) == day != _weekday(value) else value


def _weekday(value: str) -> int | None:
    """The weekday of a day; None where there is no such day."""
    try:
        return date.fromisoformat(value).weekday()
    except ValueError:
        return None
