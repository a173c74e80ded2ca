"""Dates and hosts as people type them: in ISO 8601, as `14.5.2015`, or as pages print them; in an address of the web.

>>> typed_host("https://www.Vidin.primer.bg:8080/"), typed_host("*.primer.bg")
('vidin.primer.bg', '*.primer.bg')
>>> typed_date("14.5.2015"), typed_date("5.2015"), typed_date("2015"), typed_date("ноември 2019")
('2015-05-14', '2015-05', '2015', '2019-11')
"""

import re
from datetime import datetime

from govarchive.errors import Invalid, InvalidFormat

_DAY_FIRST = re.compile(r"(0?[1-9]|[12][0-9]|3[01])\.(0?[1-9]|1[0-2])\.([0-9]{4})")
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])[./]([0-9]{4})")
# A question mark stands for any letter in a pattern.
_HOST = re.compile(r"(?:(?:https?:)?//)?(?P<host>[^/#:\s]+)(?::[0-9]*)?/?", re.IGNORECASE)
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+)?)?)?)?")


def typed_date(value: str) -> str:
    """The ISO 8601 date, to the year, month, day or minute. Raises InvalidFormat, also for days that do not exist."""
    for read in (_iso, _in_words):  # the rules take a second to load
        if _exists(date := read(value)):
            return date
    raise InvalidFormat(f"{value!r} is no date to the year, month or day: 2015, 2015-05, 2015-05-14 or 14.05.2015")


def _iso(value: str) -> str:
    if typed := _DAY_FIRST.fullmatch(value):
        return f"{typed[3]}-{int(typed[2]):02}-{int(typed[1]):02}"
    typed = _MONTH_FIRST.fullmatch(value)
    return f"{typed[2]}-{int(typed[1]):02}" if typed else value


def _in_words(value: str) -> str:
    from govarchive.jobs.values import normal_form
    from govarchive.kinds import date as kind

    try:
        return normal_form(kind, value) or ""
    except Invalid:
        return ""


def _exists(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError:
        return False
    return True


def typed_host(value: str) -> str:
    """The host, or pattern of one, in lower case without `www.`. Raises InvalidFormat for the address of a page."""
    typed = _HOST.fullmatch(value.strip())
    if typed is None:
        raise InvalidFormat(f"{value!r} is no host such as www.primer.bg, without what stands behind it in an address")
    return typed["host"].lower().removeprefix("www.")
