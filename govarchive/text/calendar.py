"""The words of the calendar: months, weekdays, seasons, Roman numerals and numbers written out, all in lower case.

The constants in capitals are fragments of verbose regular expressions (no groups, spaces as `[ ]`); the functions read
what such a fragment matched. Old (`септемврий`) and colloquial (`дванайсети`) forms are known, and English month names,
which ready-made site templates print on Bulgarian pages.

>>> month("септ."), month("oct"), weekday("четв.")
(9, 10, 3)
>>> season("есента")
23
>>> roman("хii"), roman("іv"), roman("iiii")
(12, 4, None)
>>> number("двадесет и трета"), number("две хиляди и седемнадесета"), number("хиляда деветстотин осемдесет и девета")
(23, 2017, 1989)
"""

import re

_END = r"(?![а-яa-z])"
# In a table that lost its cells a day of the week may be glued to the month: `3 мартпонеделник`.
_MONTH_ENDS = rf"(?: {_END} | (?= понеделник | вторник | сряда | четвъртък | петък | събота | неделя ) )"

MONTH = rf"""(?:
    (?: януари[йя]? | февруари[йя]? | март | април | май | юни | юли | август
      | юний | юлий | (?:септем|октом|ноем|декем)ври[йя]? | january | february | march | april | june | july | august
      | september | october | november | december | may ){_MONTH_ENDS}
  | (?: ян | яну | янр | фев | февр | мар | апр | юн | юл | авг | сеп | септ | септм | окт | ное | ноем | дек | декем
      | jan | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec ) (?: \. | {_END} )
)"""
"""A month's name, in full or cut short; a dot is taken only where it is a part of the abbreviation."""

FULL_MONTH = rf"""(?:
    (?: януари | февруари | март | април | май | юни | юли | август | (?:септем|октом|ноем|декем)ври ){_MONTH_ENDS}
)"""

WEEKDAY = rf"""(?:
    (?: понеделник | вторник | четвъртък | петък )(?:а|ът)?{_END} | сряда(?:та)?{_END} | събота(?:та)?{_END}
  | неделя(?:та)?{_END} | (?: понед | пон | пн | втор | вто | вт | сря | ср | четв | чет | чт | пет | пт
  | съб | сб | нед | нд )(?: \. | {_END} )
)"""

FULL_WEEKDAY = rf"(?: (?: понеделник | вторник | сряда | четвъртък | петък | събота | неделя ){_END} )"

ENGLISH_WEEKDAY = rf"""(?:
    (?: mon | tues | wednes | thurs | fri | satur | sun )days?{_END}
  | (?: mon | tue | tues | wed | thu | thur | thurs | fri | sat | sun )(?: \. | {_END} )
)"""
"""A day of the week as the English pages of a site have it."""

SEASON = r"(?: пролет(?:та)? | лято(?:то)? | есен(?:та)? | зима(?:та)? )"

ROMAN = r"[ivxlіхѵ]{1,6}"
"""A Roman numeral in Latin letters or the Cyrillic ones that look like them."""

ABOUT = r"(?: (?<![а-я]) (?: ок\.[ ]? | около[ ] | при(?:близително|мерно)[ ] | прибл\.[ ]? ) )"
"""What makes a year or a century approximate."""

_MONTHS = ("яну", "фев", "мар", "апр", "май", "юни", "юли", "авг", "сеп", "окт", "ное", "дек")
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = {word: n for names in (_MONTHS, _ENGLISH) for n, word in enumerate(names, 1)}
# "янр" is how a widespread library of dates long cut it short.
_MONTH |= {"ян": 1, "янр": 1, "юн": 6, "юл": 7}
_WEEKDAY = {"по": 0, "пн": 0, "вт": 1, "ср": 2, "че": 3, "чт": 3, "пе": 4, "пт": 4, "съ": 5, "сб": 5, "не": 6, "нд": 6}
_WEEKDAY |= {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4, "sa": 5, "su": 6}
_SEASONS = {"пр": 21, "ля": 22, "ес": 23, "зи": 24}


def month(word: str) -> int:
    """1 to 12 for a word that `MONTH` matched; KeyError for others."""
    word = word.rstrip(".")
    return _MONTH[word[:3]]


def weekday(word: str) -> int:
    """0 (Monday) to 6 for a word that `WEEKDAY` or `ENGLISH_WEEKDAY` matched."""
    return _WEEKDAY[word[:2]]


def season(word: str) -> int:
    """The code ISO 8601-2 gives a season: 21 spring to 24 winter."""
    return _SEASONS[word[:2]]


_TO_LATIN = str.maketrans("іхѵ", "ixv")
_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMANS = {tens + unit: 10 * n + m for n, tens in enumerate(("", "x", "xx", "xxx")) for m, unit in enumerate(_UNITS)}


def roman(numeral: str) -> int | None:
    """1 to 39, or None for letters that are no numeral."""
    return _ROMANS.get(numeral.translate(_TO_LATIN)) or None


_STEMS = {
    "първ": 1,
    "втор": 2,
    "трет": 3,
    "четвърт": 4,
    "пет": 5,
    "шест": 6,
    "седм": 7,
    "осм": 8,
    "девет": 9,
    "десет": 10,
    "единадесет": 11,
    "единайсет": 11,
    "дванадесет": 12,
    "дванайсет": 12,
    "тринадесет": 13,
    "тринайсет": 13,
    "четиринадесет": 14,
    "четиринайсет": 14,
    "петнадесет": 15,
    "петнайсет": 15,
    "шестнадесет": 16,
    "шестнайсет": 16,
    "седемнадесет": 17,
    "седемнайсет": 17,
    "осемнадесет": 18,
    "осемнайсет": 18,
    "деветнадесет": 19,
    "деветнайсет": 19,
    "двадесет": 20,
    "двайсет": 20,
    "тридесет": 30,
    "трийсет": 30,
    "четиридесет": 40,
    "четирийсет": 40,
    "петдесет": 50,
    "шестдесет": 60,
    "шейсет": 60,
    "седемдесет": 70,
    "осемдесет": 80,
    "деветдесет": 90,
}
_CARDINALS = {"един": 1, "една": 1, "две": 2, "два": 2, "три": 3, "четири": 4, "седем": 7, "осем": 8, "сто": 100}
_CARDINALS |= {"двеста": 200, "триста": 300, "четиристотин": 400, "петстотин": 500, "шестстотин": 600}
_CARDINALS |= {
    "седемстотин": 700,
    "осемстотин": 800,
    "деветстотин": 900,
    "хиляда": 1000,
    "хиляди": 1000,
    "двехиляди": 2000,
    "двехилядната": 2000,
}
_THOUSANDS = frozenset(("хиляди", "хилядната"))
_ENDS = ("", "и", "ия", "ият", "о", "а", "ата", "ото")
_NUMBERS = _CARDINALS | {stem + end: n for stem, n in _STEMS.items() for end in _ENDS}


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_ORDINAL = _either([stem for stem, n in _STEMS.items() if n <= 20 or n == 30])
ORDINAL = rf"(?: (?:(?:двадесет|двайсет|тридесет|трийсет)\s{{1,3}}и\s{{1,3}})? {_ORDINAL}[иа] )"
"""The ordinal of a day, written out: `втори`, `двадесет и трети`."""

CENTURY_ORDINAL = rf"(?: {ORDINAL} (?: (?<=и)ят? )? )"
"""That of a century, which may have an article: `двадесетия`."""

_SMALL = f"(?:{_either([*_STEMS])}{_either([*_ENDS])}|{_either([*_CARDINALS])})"
YEAR_WORDS = rf"""(?:
    две\s?хилядната{_END} | (?: две\s{{0,3}}хиляди | хиляда ){_END} (?: \s{{1,3}}(?:и\s{{1,3}})?{_SMALL}{_END} ){{1,5}}
)"""
"""A year written out: `две хиляди и седемнадесета`."""

_DECADES = "двайсетте двадесетте трийсетте тридесетте четиридесетте четирийсетте петдесетте шейсетте шестдесетте"
DECADE_WORD = _either([*_DECADES.split(), "седемдесетте", "осемдесетте", "деветдесетте"])


def number(words: str) -> int:
    """The number that cardinal and ordinal words add up to; KeyError for a word that is no number."""
    total = 0
    for word in words.split():
        if word in _THOUSANDS:
            total *= 1000
        elif word != "и":
            total += _NUMBERS[word]
    return total


def decade(word: str) -> int:
    """20 to 90 for a word that `DECADE_WORD` matched.

    >>> decade("осемдесетте")
    80
    """
    return _NUMBERS[re.sub("те$", "", word)]
