"""Days as opening hours name them, read from lower-case folded text into OpenStreetMap's notation.

>>> days("от понеделник до петък"), days("всеки първи и трети вторник от месеца"), days("уикендите")
('Mo-Fr', 'Tu[1,3]', 'Sa-Su')
>>> days("работни дни"), days("неделя и официални празници"), days("всеки ден без вторник")
('Mo-Fr', 'Su,PH', 'Mo,We,Th,Fr,Sa,Su')
"""

import re
from functools import lru_cache

from govarchive.text.calendar import ENGLISH_WEEKDAY, number, roman, weekday
from govarchive.text.calendar import WEEKDAY as BULGARIAN_WEEKDAY
from govarchive.text.later import Later

# в съботите и неделите
_WEEKDAYS = "(?: (?: понеделници | вторници | среди | четвъртъци | петъци | съботи | недели )(?:те)?(?![а-я]) )"
WEEKDAY = f"(?: {_WEEKDAYS} | {BULGARIAN_WEEKDAY} (?![ ]дни) | {ENGLISH_WEEKDAY} )"  # but: пет дни седмично
LINK = r"(?: [ \n]?(?: [,/+&] | и | and(?=[ ]) )[ \n]?(?:и[ ])?(?:в(?:ъв)?[ ])? )"
RANGE_OF_DAYS = rf"(?: (?: (?:от|from)[ ] )? {WEEKDAY} [ ]{{0,2}} (?: - | до | ÷ ) [ ]{{0,2}} {WEEKDAY} )"
DAY_NAMES = rf"""(?:
    (?: (?:от|from)[ ] )?
    {WEEKDAY} (?: [ ]{{0,2}} (?: - | до | ÷ | to(?=[ ]) ) [ ]{{0,2}} {WEEKDAY} | (?: {LINK} {WEEKDAY} ){{0,5}} )
)"""
ALSO = r"(?: вкл(?:\.|ючително)[ ](?:и[ ])?(?:в(?:ъв)?[ ])? )"
SAVE = r"(?: (?: без | освен | с[ ]изключение[ ]на ) [ ] (?:в(?:ъв)?[ ])? )"
_ALL_WORK_DAYS = r"""(?:
    (?: всеки[ ] )? (?: (?<! часов[ ] ) (?: работен | делничен )[ ]ден (?:[ ](?:от|през)[ ]седмицата)?
      | делник(?![а-я]) )
  | през[ ]седмицата
  | работни(?:те)?[ ]дни (?: [ ](?:на|от|през)[ ]седмицата )?
  | делни(?: ци(?:те)? | чни(?:те)?[ ]дни ) | weekdays | working[ ]days
)"""
BUT_WEEKEND = rf"(?: {SAVE} (?: почивни(?:те)?[ ]дни | събота[ ]и[ ]неделя ) )"
_WORK_DAYS = rf"(?: {_ALL_WORK_DAYS} (?: ,? [ ] [(/]? {SAVE} {DAY_NAMES} [)/]? )? )"
_ALL_DAYS = rf"""(?:
    (?: every[ ]day | daily | (?:през[ ])?цялата[ ]седмица
      | всеки[ ]ден | вс\.[ ]?ден | всекидневно | ежедневно | без[ ]почивен[ ]ден
      | (?: 7 | седем | всички )[ ]дни (?:[ ](?:в|от)[ ]седмицата)? )
    (?: ,? [ ] [(/]? (?: {ALSO} | {SAVE} ) {DAY_NAMES} (?: [ ]?[)/] )? )?
)"""
_HOLIDAYS = r"(?: (?:официални(?:те)?[ ])? празни(?: ци(?:те)?(?![а-я]) | чни(?:те)?[ ]дни ) )"
_NTH = r"""(?: (?: първ | втор | трет | четвърт )(?: и(?:я|ят)? | а(?:та)? ) | последн(?:ия|ият|ата|а) | последен
  | (?<![0-9a-zа-я.]) (?: [1-5] | [iі]{1,3} | [iі]v ) [ ]?-?[ ]? (?: ви | ри | ти | ва | ра | та )(?:я|та)?
    (?![а-я]) )"""
_NTH_DAYS = rf"""(?:
    (?: вс(?:еки|яка|яко)[ ] )? {_NTH} (?: (?: ,[ ]? | [ ]и[ ] ) {_NTH} ){{0,3}} [ ] {WEEKDAY}
    (?: [ ](?:от|на|в|през)[ ](?:всеки[ ])?месец(?:а|ът)? )?
)"""
# Days off at the head of a line or behind `през`, where no days stand before them that are off.
_WEEKEND = r"""(?:
    (?: (?<=\n) | (?<=[•;][ ]) | (?<=през[ ]) ) почивни(?:те)?[ ]дни
  | (?: (?<=\n) | (?<=[•;в][ ]) | (?<=през[ ]) ) почивни(?:те)?[ ]и[ ]празнични(?:те)?[ ]дни
  | празнични(?:те)?[ ]и[ ]почивни(?:те)?[ ]дни
  | уикенд(?:а|ът|и|ите)?(?![а-я]) | weekends?(?![a-z])
)"""
DAYS = rf"""(?: {_NTH_DAYS} | {_WORK_DAYS} | {_WEEKEND} | {_ALL_DAYS}
  | (?: вс(?:еки|яка)[ ] )? {DAY_NAMES} (?: {LINK} (?:на[ ]|всички[ ])? {_HOLIDAYS} )? | {_HOLIDAYS}
)"""
"""Days, in lower case: `от понеделник до петък`, `всеки първи вторник на месеца`, `работни дни`, `празнични дни`."""

OFF = r"""(?:
    неприемен[ ]ден | почив(?: ен[ ]ден | ни(?:[ ]и[ ]празнични)?[ ]дни | (?:ен|ни)(?=[ .;]{0,3}(?:\n|\Z)) | ка(?!\ ) )
      | неработ(?: ен[ ]ден | ни[ ]дни | но ) | затворено | не[ ]работи | не[ ]се[ ]работи
  | без[ ]прием | няма[ ]прием | почива | days?[ ]off | closed
)"""
"""Closed, in lower case."""
_SIGN, _DEFINITE = re.compile("[1-5]|[iі]v|[iі]+"), re.compile(r"(?:(?<=и)(?:я|ят)|(?<=а)та)\Z")
_WEEKDAY, _NTH_WORD = re.compile(rf"(?<![а-яa-z]) {WEEKDAY}", re.VERBOSE), re.compile(_NTH, re.VERBOSE)
_RANGE_OF_DAYS = re.compile(r"(?<=[а-яa-z.]) [ ]{0,2} (?: - | \b(?:до|to)\b | ÷ ) [ ]{0,2}", re.VERBOSE)
_EVERY, _AT_WORK = Later(_ALL_DAYS, re.VERBOSE), Later(_ALL_WORK_DAYS, re.VERBOSE)
_WORK_WEEK = 5
_SAVED = re.compile(rf"[а-я][ ,(/]{{1,3}}{SAVE}", re.VERBOSE)
_SAVE_WEEKEND = re.compile(BUT_WEEKEND, re.VERBOSE)
_OF_WORK, _OFF_WORK = ("дел", "работ", "през седмицата", "work", "week"), ("почивни", "уикенд", "weekend")
EVERY_DAY = "Mo-Su"
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


# What stands on a page is read when it is found and when its value is made.
@lru_cache(maxsize=512)
def days(printed: str) -> str:
    """The days that `DAYS` matched."""
    names = [weekday(name) for name in _WEEKDAY.findall(printed)]
    if nth := _NTH_WORD.findall(printed):
        which = ",".join(
            "-1" if word.startswith("последн") or word == "последен" else str(_ordinal(word)) for word in nth
        )
        return f"{_DAYS[names[0]]}[{which}]"
    if "празни" in printed:
        weekend = "Sa-Su" if "почивни" in printed else ""
        return f"{in_week(names, printed) if names else weekend},PH".lstrip(",")
    if _SAVE_WEEKEND.match(printed):
        return "Mo-Fr"
    if not names and any(word in printed for word in _OFF_WORK) and "без" not in printed:
        return "Sa-Su"
    if not names:
        return "Mo-Fr" if any(word in printed for word in _OF_WORK) else EVERY_DAY
    if _AT_WORK.match(printed):
        return all_but(printed, _WORK_WEEK)
    if not _EVERY.match(printed):
        return in_week(names, printed)
    return all_but(printed) if _SAVED.search(printed) else EVERY_DAY


def all_but(printed: str, of: int = 7) -> str:
    """The days of the week, or its first ones, but those named: `без вторник`."""
    names = {weekday(name) for name in _WEEKDAY.findall(printed)}
    return in_week([day for day in range(of) if day not in names], "")


def in_week(names: list[int], printed: str) -> str:
    """`Mo-Fr`, `Mo,We` for the days (0 is Monday) that are named so in `printed`, or that are listed."""
    run = names == list(range(names[0], names[0] + len(names)))
    if (len(names) == 2 and (_RANGE_OF_DAYS.search(printed) or names == [5, 6])) or (len(names) > 2 and run):
        return f"{_DAYS[names[0]]}-{_DAYS[names[-1]]}"
    return ",".join(_DAYS[name] for name in names)


def _ordinal(word: str) -> int | None:
    """1 to 5 for `първия`, `3-ти`, `III-та`."""
    sign = _SIGN.match(word)
    if sign is None:
        return number(_DEFINITE.sub("", word))
    return int(sign.group()) if sign.group().isdigit() else roman(sign.group())
