"""Days, weeks, months and years named by their distance from today: `днес`, `миналата година`, `преди 3 дни`.

`resolve` gives them a value from the day they are counted from, and None without one. A week is an interval from
Monday to Sunday, a weekend its last two days; a weekday, a month's name and a season is the nearest in its direction
(`по-следващия петък`: the one after it); `преди две години` is a year, `преди три дни` a day. A time of day belongs to
a day (`днес в 14:45 ч.`).

`след 3 дни` is not read: it counts from the event of its sentence as often as from today. Vague distances (`преди
няколко дни`) have no value, and spans of time (`последните две години`) are no dates.

>>> from datetime import date
>>> resolve("миналата година", date(2016, 3, 9)), resolve("вчера", date(2016, 3, 1)), resolve("днес", None)
('2015', '2016-02-29', None)
>>> resolve("преди 3 дни", date(2016, 3, 1)), resolve("утре от 10:30 ч.", date(2016, 3, 1))
('2016-02-27', '2016-03-02T10:30')
"""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from govarchive.text.calendar import FULL_MONTH, month, number, season, weekday
from govarchive.text.clock import DAYTIME, clock
from govarchive.text.dates import edtf
from govarchive.text.dates.moments import read
from govarchive.text.fold import lower
from govarchive.text.glance import lowered
from govarchive.text.later import Later

_DAYS = {"днес": 0, "днеска": 0, "довечера": 0, "вчера": -1, "снощи": -1, "утре": 1}
_DAYS |= {"завчера": -2, "онзи ден": -2, "оня ден": -2, "вдругиден": 2, "другиден": 2}
_END = r"(?![а-я])"

WHICH = r"""(?:
    (?P<this> този | тази | това | настоящ(?:ата|ия|ият) | текущ(?:ата|ия|ият) )
  | (?P<past> (?P<far_past> по- )? минал(?:ата|ия|ият|ото) | измин(?:алата|алия|алият) | предходн(?:ата|ия|ият)
      | предишн(?:ата|ия|ият) | предн(?:ата|ия|ият) )
  | (?P<next> (?P<far_next> по- )? следващ(?:ата|ия|ият|ото) | идн(?:ата|ия|ият|ото) | предстоящ(?:ата|ия|ият) )
)"""
"""The adjective of a relative span of time."""

_TIME = rf"(?: ,?[ ](?:в|във|от)[ ](?P<time>{DAYTIME}) (?<! [0-9][.,][0-9]{{2}}) (?! [.,]?[0-9] ) )?"
_DATED = r"(?! [ ]?[,(-]?[ ]?[0-9])"
_UNIT = rf"""(?:
    (?P<school> учебна[ ] )? (?: календарна[ ] | бюджетна[ ] | финансова[ ] | стопанска[ ] )? (?P<year> година ){_END}
  | (?P<month> месец ){_END} | (?P<weekend> уикенд ){_END} {_DATED}
  | (?P<week> седмица ){_END} | (?P<century> век ){_END}
  | (?P<day> понеделник | вторник | сряда | четвъртък | петък | събота | неделя ){_END} {_DATED}
      {_TIME.replace("time", "at")}
  | (?P<named> {FULL_MONTH} ) (?! [ ](?:[12][0-9]{{3}}|на[ ]|през[ ]) )
  | (?P<season> пролет | лято | есен ){_END} (?! [ ](?:на[ ])?[12][0-9]{{3}} )
)"""
_COUNT = """един една два две три четири пет шест седем осем девет десет единадесет дванадесет тринадесет четиринадесет
    петнадесет шестнадесет седемнадесет осемнадесет деветнадесет двадесет тридесет дванайсет петнайсет двайсет
    трийсет""".split()
_AGO = rf"""
    преди[ ] (?:
      (?: (?P<n>[1-9][0-9]?)[ ] | (?P<count>{"|".join(_COUNT)})[ ] )
        (?P<many> дни | дена | ден | седмиц[аи] | месеца? | годин[аи] | десетилети[ея] | века? )
      | (?P<one> ден | седмица | месец | година | десетилетие | век ) ){_END}
    (?! [ ]и[ ]половина | [ ](?:от|след|преди)[ ] | ,?[ ](?:и[ ])?[1-9][0-9]?[ ](?:месец|седмиц|ден|дни|час|минут|сек) )
"""
RELATIVE = Later(
    rf"""
    (?: (?P<word> днес(?:ка)? | довечера | вчера | снощи | утре | завчера | в?другиден | он(?:зи|я)[ ]ден ){_END}
      | (?P<today> тази[ ](?:сутрин|вечер|нощ) ){_END} )
      {_TIME}
  | {WHICH} [ ] {_UNIT}
  | (?P<other> друг(?:ата[ ]седмица|ия[ ]месец|ият[ ]месец) ){_END}
  | (?P<after> (?P<far_after> по- )? догодина ){_END}
  | {_AGO}
  | (?P<short> [тмс]\.[ ]?г\.? | т\.[ ]?м\.? ) {_END}
    """,
    re.VERBOSE,
)
"""A relative date in lower-case text."""

# The counters of a site: `Днес: 125`, `Вчера 1 234`, each on a line or in a cell, or one behind the other.
_COUNTER_BEFORE = re.compile(r"(?: \A | [\n\t|] | [0-9] | посещения | посетители | визити )[ ]? \Z", re.VERBOSE)
_COUNTER = Later(
    r"""[ ]?[:-]?\s{0,3} [0-9]{1,3}(?:[ ,.]?[0-9]{3}){0,3} [ ]?
    (?: [\n\t|(] | \Z | (?<=[ ]) (?: днес | вчера | тази | този | минал | общо | всичк | седмица | месец ) )""",
    re.VERBOSE,
)
_NAMED_DAYS = frozenset(("вчера", "днес", "утре"))
_ITS_DAY = re.compile(
    r""",? [ ]{1,2} (?: [-–(/] [ ]? )?
    (?= [0-9]{1,2}[ .] | [а-я]{4,11} (?:[ ]и[ ][а-я]{4,9})? [ ][а-я]{3,9} [ ](?:[12]|дв) )  # осми май 2018""",
    re.VERBOSE,
)
_SPRING, _LENGTH, _SATURDAY = 3, 3, 5
"""The first month of spring and the months of a season."""


def resolve(printed: str, today: date | None) -> str | None:
    """EDTF of what `RELATIVE` matched, counted from `today`; KeyError if nothing is matched."""
    match = RELATIVE.fullmatch(printed)
    if match is None:
        raise KeyError(printed)
    if today is None:
        return None
    if match["word"] or match["today"]:
        return _at(today + timedelta(days=_DAYS.get(match["word"], 0)), match["time"])
    if short := match["short"]:
        of_month = short.replace(" ", "").startswith("т.м")
        return today.isoformat()[:7] if of_month else str(today.year - (short[0] == "м"))
    if unit := match["many"] or match["one"]:
        return _away(unit, -int(match["n"] or number(match["count"] or "един")), today)
    if match["other"] or match["after"]:
        unit = (match["other"] or "другата година").partition(" ")[2]
        return _away(unit, 2 if match["far_after"] else 1, today)
    return _span(match, today, _steps(match))


def is_counter(text: str, start: int, stop: int) -> bool:
    r"""Whether what looks like a relative date is the name of a counter of visits.

    >>> text = " днес: 125\nвчера 1 234\nднес 125 деца"
    >>> is_counter(text, 1, 5), is_counter(text, 11, 16), is_counter(text, 23, 27)
    (True, True, False)
    """
    counted = _COUNTER.match(text, stop) is not None
    return counted and _COUNTER_BEFORE.search(text, max(0, start - 12), start) is not None


def in_apposition(text: str, start: int, stop: int) -> str | None:
    """EDTF of the full day that a page prints right behind its `днес`, `вчера` or `утре`.

    >>> in_apposition("Днес, 27.06.2023 г., от 18 ч.", 0, 4), in_apposition("Днес от 18 ч. на 27.06.2023 г.", 0, 4)
    ('2023-06-27', None)
    """
    if stop - start > len("вчера") or lower(text[start:stop]) not in _NAMED_DAYS:
        return None
    behind = _ITS_DAY.match(text, stop)
    told = read(lowered(text), behind.end()) if behind else None
    first = told.value.partition("/")[0] if told else ""
    return first[: len("2023-06-27")] if first and edtf.first_day(first) else None


def _at(day: date, time: str | None) -> str:
    at = clock(time) if time else None
    return f"{day.isoformat()}T{at}" if at else day.isoformat()


def _steps(match: re.Match[str]) -> int:
    steps = -1 if match["past"] else 1 if match["next"] else 0
    return 2 * steps if match["far_past"] or match["far_next"] else steps


def _away(unit: str, steps: int, today: date) -> str:
    """The day, week, month, year, decade or century so many units from today."""
    if unit[0] == "в":
        return f"{(today.year - 1) // 100 + steps:02}XX"
    if unit[0] == "с":
        monday = today + timedelta(days=7 * steps - today.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit[0] == "м":
        return (today + relativedelta(months=steps)).isoformat()[:7]
    if unit[0] == "г":
        return str(today.year + steps)
    return f"{today.year // 10 + steps}X" if unit.startswith("дес") else (today + timedelta(days=steps)).isoformat()


def _span(match: re.Match[str], today: date, steps: int) -> str:
    if match["day"]:
        return _at(_weekday(today, weekday(match["day"]), steps), match["at"])
    if match["weekend"]:
        saturday = today + timedelta(days=7 * steps + _SATURDAY - today.weekday())
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if name := match["named"]:
        return f"{_year_of(month(name), month(name), today, steps)}-{month(name):02}"
    if name := match["season"]:
        first = _SPRING + _LENGTH * (season(name) - 21)
        return f"{_year_of(first, first + _LENGTH - 1, today, steps)}-{season(name)}"
    if match["century"]:
        return _away("век", steps, today)
    if match["school"]:
        year = today.year + steps - (today.month < 9)
        return f"{year}/{year + 1}"
    return _away(match["week"] or match["month"] or "година", steps, today)


def _year_of(first: int, last: int, today: date, steps: int) -> int:
    """The year of the months `first` to `last` so many steps away: they lie wholly before or after today's."""
    over, to_come = today.month > last, today.month < first
    return today.year + steps + (over if steps < 0 else -to_come if steps > 0 else 0)


def _weekday(today: date, day: int, steps: int) -> date:
    if steps == 0:
        return today + timedelta(days=day - today.weekday())
    way = 1 if steps > 0 else -1
    distance = way * ((way * (day - today.weekday())) % 7) or way * 7
    return today + timedelta(days=distance + 7 * (steps - way))
