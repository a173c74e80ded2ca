"""Hours that nothing names and that are working time by what they are: a day of work, days of the week in a row."""

import re

from govarchive.text.hours.open_days import DAYS
from govarchive.text.hours.opening import Statement
from govarchive.text.later import Later

_HAPPENS = re.compile(
    r"""\b(?: се[ ]проведе | заседани | събрание | търг(?!ов) | конкурс | среща | изпит
      | (?<!без[ ])прекъсван | спиране | спир[ат] | автобус | влак | тръгва | пристига | паркира | движение | шум
      | излъчва | обучени | семинар | панаир | фестивал | празник | концерт | представлени | програма | конферен
      | гласуван | избор(?:и|ен) | ремонт | авари | турнир | мач(?![а-я]) | парад | открив | демонстраци
      | регистрация[ ]на[ ]уч | обсъждан | ден[ ]на[ ] | час(?![а-я.]) | междучаси | урок | клас(?![а-я]) | затваря
      | забран | ограничен | наруш | арест | валеж | температур
      | без[ ](?:вода|тока?|електр|парно) | изключв | екскурзи | маратон | поход | кръводаряв | лагер(?!а?[ ]работи)
      | литурги | богослужен | вечерня | утреня | тренировк | репетици | танци | футбол | волейбол | баскетбол
      | йога | шампионат | състезани | предаване(?![ ]на) | (?:първи|втори|трети|последен)[ ]ден
      | гледане[ ]на[ ]дел )""",
    re.VERBOSE,
)
"""What happens once, or hinders people: its hours are nobody's working time."""
_WILL = re.compile(r"\bще ")
_DATED = re.compile(r"[0-9]{1,2}[. ](?:[01]?[0-9]\.|(?:яну|фев|мар|апр|май|юни|юли|авг|сеп|окт|ное|дек))|[0-9]{4}")
_ROW = re.compile(r"[а-я0-9][\"). ]{0,3}[:,(|\t-][ \t]?(?:в[ ])?\Z")
"""What a row has before its hours: the words for somebody, and a mark."""
_ROW_ENDS = re.compile(r"[ ]?(?:[,;(|)\t]|\.?[ ]*(?:\n|\Z)|[ ]без[ ]прекъсване)")
_SET_OFF = re.compile(
    r"(?: [:|(\t-] | [ ]{3} | \b(?:заседава|приема|преглежда|консултира|замества) ) [ ]? \Z", re.VERBOSE
)
_EACH = ("всеки ", "всяка ")
_NEXT_DAYS = Later(rf"[ ]?[,;|/][ ]? {DAYS} [ ]?[:-]?[ ]?(?:от[ ])?[0-9]{{1,2}}[ ]?(?:[.:-]|ч|до)", re.VERBOSE)
_DAYS_OF_YEAR = re.compile(
    r"[0-3]?[0-9]\.(0[1-9]|1[0-2])[ ]?-[ ]?[0-3]?[0-9]\.(0[1-9]|1[0-2])(?![0-9]|\.[0-9]|[ ]?(?:ч|час))"
)
# The line above goes on, as in a text broken into lines: `аварията, която хората отстраняват\nденонощно`.
_GOES_ON = re.compile(r"[^\n]{38}[а-я],?[ ]?\n[ ]*\Z")
_ABOVE = 200
_EARLIEST, _LATEST, _NOON, _EVENING = "06:00", "10:00", "15:00", "22:30"
_LUNCH_FROM, _LUNCH_TO = "11:00", "14:30"


def is_day_of_work(low: str, line: int, start: int, it: Statement) -> bool:
    """Whether hours without days are a whole day of work: with a break at noon, or in a row that somebody begins."""
    if it.days or not _is_whole_day(it.value) or _DATED.search(low, line, start) or _WILL.search(low, line, start):
        return False
    if _HAPPENS.search(low, max(0, start - _ABOVE), start) or _HAPPENS.search(
        low[it.stop : it.stop + 40].partition("\n")[0]
    ):
        return False
    if "," in it.value or low.startswith(" без прекъсване", it.stop):
        return True
    whole = line == 0 or low[line - 1] == "\n"
    begun = whole and (not low[line:start].strip() or _ROW.search(low, line, start))
    return bool(begun and _ROW_ENDS.match(low, it.stop))


def _is_whole_day(hours: str) -> bool:
    """Whether hours are from the morning to the afternoon, with one break at noon at most.

    >>> _is_whole_day("08:30-12:00,13:00-17:00"), _is_whole_day("08:00-17:00"), _is_whole_day("10:00-12:00")
    (True, True, False)
    """
    if not (_EARLIEST <= hours[:5] <= _LATEST and _NOON <= hours[-5:] <= _EVENING):
        return False
    parts = hours.split(",")
    return len(parts) == 1 or (len(parts) == 2 and _LUNCH_FROM <= parts[0][6:] <= parts[1][:5] <= _LUNCH_TO)


def is_scheduled(low: str, before: str, start: int, it: Statement) -> bool:
    """Whether a day of the week with its hours ends a row or begins a list: `д-р Рендов - събота 9:00 - 12:00`."""
    if not it.days or _WILL.search(before) or _HAPPENS.search(before) or _DATED.search(before.rpartition(". ")[2]):
        return False
    if _NEXT_DAYS.match(low, it.stop):
        return True
    return it.exact and _SET_OFF.search(before) is not None and _ROW_ENDS.match(low, it.stop) is not None


def is_each(low: str, before: str, start: int) -> bool:
    """Whether hours are those of a day of every week: `всеки четвъртък`, `само в сряда`."""
    return low.startswith(_EACH, start) or before.endswith((*_EACH, "само "))


def are_days(low: str, at: int) -> bool:
    """Whether what looks like a range of hours is one of days: no hour begins or ends at such a minute.

    >>> are_days("15.06 - 15.09", 0), are_days("10.05 - 12.10", 0), are_days("8.03-12.07 ч.", 0)
    (True, False, False)
    """
    days = _DAYS_OF_YEAR.match(low, at)
    return days is not None and any(int(month) % 5 for month in days.groups())


def is_week(low: str, it: Statement) -> bool:
    """Whether several days of the week, or each of one name, are told with hours of the day."""
    return it.exact or (it.value[-11:-6] >= _EARLIEST and _ROW_ENDS.match(low, it.stop) is not None)


def is_row_of_day(low: str, it: Statement) -> bool:
    """Whether full hours of a day of the week, and not of the night, end their row: `Кмет | вторник | 14-16`."""
    return it.days and it.value[-11:-6] >= _EARLIEST and _ROW_ENDS.match(low, it.stop) is not None


def is_own_line(text: str, above: str, start: int, stop: int) -> bool:
    r"""Whether `денонощно` alone in its line is no end of a sentence, and no term as `24 часа` may be.

    >>> is_own_line("Аптека\nДенонощно", "аптека\n", 7, 16), is_own_line("Срок\n24 часа", "срок\n", 5, 12)
    (True, False)
    """
    if text.startswith("24 ", start):
        return False
    return not (text[start].islower() and (text[stop : stop + 1] == "." or _GOES_ON.search(above)))
