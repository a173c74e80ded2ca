"""American dates on Bulgarian pages: `пон, 12/10/2018 - 14:35`, how a common publishing system stamps its articles.

Day and month are taken for exchanged only where the weekday printed before them says so.

>>> exchanged("пон, 12/10/2018", 5, "2018-10-12"), exchanged("пет, 12/10/2018", 5, "2018-10-12")
('2018-12-10', '2018-10-12')
>>> exchanged("Fri, 12/28/2018".lower(), 5, "2018-28-12")
'2018-12-28'
"""

import re
from datetime import date

from govarchive.text.calendar import ENGLISH_WEEKDAY, WEEKDAY, weekday

_LEAD = re.compile(rf"(?<![а-яa-z]) (?P<day>{WEEKDAY}|{ENGLISH_WEEKDAY}) ,[ ] \Z", re.VERBOSE)
_REACH = len("понеделник, ") + 1


def exchanged(text: str, at: int, value: str) -> str:
    """The day at `at` of a lower-case text, read as `value`, or the one with its month printed first."""
    led = _LEAD.search(text, max(0, at - _REACH), at)
    if led is None or _falls_on(value, weekday(led["day"])):
        return value
    american = f"{value[:4]}-{value[8:10]}-{value[5:7]}"
    return american if _falls_on(american, weekday(led["day"])) else value


def _falls_on(value: str, day: int) -> bool:
    try:
        return date.fromisoformat(value).weekday() == day
    except ValueError:
        return False
