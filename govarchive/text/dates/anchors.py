"""Where a date may begin on a page: the digits and words that are worth reading from, and what stands before them.

Cheap passes over lower-case text that begins with a space, so that every word has something before it. They promise
nothing about what they point at.
"""

import re
from collections.abc import Iterable, Iterator

from govarchive.text.calendar import ABOUT, CENTURY_ORDINAL, DECADE_WORD, MONTH, ORDINAL, ROMAN, WEEKDAY
from govarchive.text.clock import BARE_HOUR, CLOCK, DAYTIME
from govarchive.text.dates.forms import PART_OF
from govarchive.text.dates.relative import WHICH
from govarchive.text.later import Later
from govarchive.text.numbered import COMMON_LEADS

_SHORT_MONTH = r"""(?: ян | фев | ма[йр] (?! [а-су-я] (?<! й[вспнч] ) ) | апр | ю[нл] | авг | сеп | окт | ное | дек
  | месец | м\. | jan | feb | ma[ry] | apr | ju[nl] | aug | sep | oct | nov | dec )"""
_TH = "(?: (?: -?[ ]? (?: ви | ри | ти | ми | те | th | st | nd | rd ) | -и )(?![а-яa-z]) )"
_ROMAN_ALONE = rf"(?: {ROMAN} (?![а-яa-z]) )"
_DIGITS = Later(
    rf"""
    [0-9] (?<![0-9a-z][0-9]) (?<![0-9][.:][0-9]) (?<![а-я]'[0-9])    # the first of its run, in no longer number
    (?: [0-9]{{3}} (?![0-9]) (?<= 1[0-9]{{3}} | 20[0-9]{{2}} )               # any number that may be a year
      | [0-9]? (?= [ .,/\\"(а-яa-z÷\n-] )
        # most of them, refused at once: 61 82 00, 51 годишен, a word on the next line that is no month
        (?! [ ] (?: [2-9бгежзклпуцчшщ] | [01] (?! [0-9][ ][12] ) ) | \n [^яфмаюсондjfmasond] ) (?=
          [ ]{{0,2}} (?: [.,-]?[ ]{{0,2}} {_SHORT_MONTH} | {_TH} | -?[ ]?[врм]?т?о[ ]число[ ] )
        | [ ]{{0,2}}т\.[ ]?м         # 14 май, 9-ти, 9 т.м.
        | /{_SHORT_MONTH}[а-яa-z]{{0,7}}/[12]                                             # 25/октомври/2019
        | [ ]?\n{_SHORT_MONTH}                                                         # 14 at the end of a line
        | [ ]? (?: \.{{1,2}}[ ]{{0,2}} | [/\\][ ]? ) (?: (?: 0?[1-9] | 1[0-2] )(?![0-9]) | [12][0-9]{{3}} )  # 09.03
        | [ ]?[ ./-][ ]?{_ROMAN_ALONE}                                               # 20.II, 12 XI
        | \.?[ ]?[/÷-][ ]?[0-9]{{1,2}} (?: [./] (?: [01] | 20[0-9]{{2}} ) | [./]{_ROMAN_ALONE}
          | [ ]{{0,2}}[.,-]?[ ]?{_SHORT_MONTH} | [ ]?-?[ ]?те[ ]г                        # 13-17.05.2019, 60-80-те
          | (?: (?:,|[ ]и)[ ][0-9]{{1,2}}[ ]?-[ ]?[0-9]{{1,2}} ){{1,4}}
            [ ]{{0,2}} (?: {_SHORT_MONTH} | \.[01] ) )                                      # 1-3, 5-6 и 8-10 май
        | [ ]?-[ ]?[01]?[0-9][ ]?-[ ]? (?: [12][0-9]{{3}} | [0-9]{{2}}(?![0-9.,:/-]) )       # 05-07-2022
        | [ ]?" (?: [ ]?[01]?[0-9][ ]?\. | [ ]{{0,2}}[.,-]?[ ]?{_SHORT_MONTH} )         # "14" 05. 2015, "14" май
        | [ ]?\([ ]?[0-9]{{1,2}}[ ]?\)[ ]?{_SHORT_MONTH}                                  # 18 (6) юли
        | [ ]?[(/][ ]?{ORDINAL}[ ]?[)/]                                                # 12 (дванадесети) май
        | [ ][01][0-9][ ][12][0-9]{{3}}                                                # 05 02 2012
        | [ ](?: до | или | и | срещу )[ \n] [0-9]{{1,2}} [ ]{{0,2}} (?: [./-] | {_SHORT_MONTH} | {_TH} )  # 3 и 7 май
        | ,[01]?[0-9][ .,]{{1,4}}[12]                                                  # 13,06.2018
        | \. (?: ,[ ]? | [ ]и[ ] ) [0-3]?[0-9]\.                                                # 12., 13. и 14. май
        | (?: (?<=м\.[01][0-9]) | (?<=м\.[ ][01][0-9]) )
          [ ] (?: (?:на[ ])?[12][0-9]{{3}} | (?:до|-)[ ]м\. )                             # м.03 до м.07 на 1998 г.
        | ,[ ]?[0-9]{{1,2}} (?: ,[ ]?[0-9] | [ ]и[ ] | [ ]{{0,2}}[.]?[ ]?{_SHORT_MONTH}        # 3, 5 и 7 май
          | \.[01]?[0-9]\.[12][0-9]{{3}} ) )                                              # 4, 5.05.2015
      | [0-9]{{2}} (?=[ ]?(?:-?[вм]?а[ ])?г(?:\.|од)) )                                # 681 г.
    """,
    re.VERBOSE,
)
# A tree by first letter: most words of a page are refused by their first letter alone. Weekdays end in a group.
_WORDS = Later(
    r"""
    [ \n\t("/.-] (?:
        м (?: арт(?![а-я]) | ай(?![а-я]) | есец(?![а-я]) | \.[ ]?г(?![а-я]) )
      | п (?: онеделник() | етък() | олугодие | ролет(?:та)?(?![а-я])
        | реди[ ](?= [0-9] | век | де | сед | мес | год | ед | дв | т | ч | п | ш | о ) )
      | с (?: еп | ряда() | толетие | ъбота() | едмица (?<=[тз][аи][ ]седмица) | нощи | \.[ ]?г(?![а-я]) )
      | в (?: ек(?:а|ът|ове(?:те)?)?(?![а-я]) | в?\.(?<=[0-9ivxlіхѵи][ ].\.) | в\.(?<=[0-9ivxlіхѵи][ ]вв\.)
        | чера | торник() | другиден )
      | д (?: ве\s?хил | еветмес | нес | ек[ев. ] | овечера | огодина | руг(?=иден | ата[ ]седм | ият?[ ]мес) )
      | н (?: ое | еделя() ) | л ято(?:то)?(?![а-я]) | е сен(?:та)?(?![а-я]) | а (?: пр | вг )
      | г один (?: а(?<=[взкнт][аи][ ]година)(?![а-я]) | и(?<=те[ ]години) )
      | т (?: \.[ ]?[гм](?![а-я]) | рим(?:ес|\.) | ази[ ](?=сутр|вечер|нощ) )
      | о (?: кт | н(?:зи|я)[ ]ден ) | ю (?: ни | ли )(?![а-я])
      | у (?: тре | икенд(?![а-я]) ) | з (?: авчера | има(?:та)?[ ](?=[12нп]) ) | ч етвъртък() | ф ев
      | я н[ур] | х иляда | ш естмесечие
      | j (?: an | u[nl] ) | feb | ma[ry] | a (?: pr | ug ) | sep | oct | nov(?![ai]) | dec
    )
    """,
    re.VERBOSE,
)
_PART = r"(?: (?:първо|второ|трето|четвърто)(?:то)? | [1-4](?:[ ]?-?[врт]?о(?:то)?|\.)? )"
_CENTURY = rf"(?: (?: {ROMAN} | [12]?[0-9] ) (?: -?[ ]?(?:[врм]о|то|[врт]и(?:ят?)?|ми(?:ят?)?|ият?) | (?<=[0-9])\. )? )"
# All that leads begins with the sign before it: a class is looked for faster than a place that no letter stands before.
_LEADS = Later(
    rf"""
    [^а-яa-z0-9]
    (?: {CENTURY_ORDINAL}\s{{1,3}}(?:ден\s)?(?:на\s)?(?:месец\s)?          # втори юни, двадесети век
      | {WHICH}[ ](?:учебна[ ]|календарна[ ]|бюджетна[ ]|финансова[ ]|стопанска[ ])?   # миналата година
      | (?: {_PART} (?: [ ]?-[ ]? | [ ](?:и|до)[ ] ) )? {_PART} [ ]          # първо тримесечие
      | (?: {_CENTURY} (?: [ ]?-[ ]? | [ ](?:и|до)[ ] ) {PART_OF}? )? {_CENTURY} [ ]   # XX-XXI век
      | {ROMAN}(?:[ ]?-?[врт]?о(?:то)?)?[ ] | {DECADE_WORD}[ ] | по-                         # по-догодина
    ) \Z
    """,
    re.VERBOSE,
)
# What such a lead ends in before its blank: two letters or a numeral.
_LEAD_ENDS = frozenset("ви ри ти ми ва ра ма та зи ия ят то во ро -о на ка ен те по 1. 2. 3. 4.".split())
_NUMERALS = frozenset("ivxlіхѵ1234567890")
_ROMAN_LEADS = Later(rf"[^а-яa-z0-9.] (?:{ROMAN}[ ]?-[ ]?)? {ROMAN}[ ]?[./ -][ ]? \Z", re.VERBOSE)
_DAY_FOLLOWS = Later(rf"(?:а|ът|та)? [ ]?[,:(/-]?[ ]{{0,2}} (?:\" [ ]?)? (?: [0-9] | {ORDINAL} | {MONTH} )", re.VERBOSE)
_ABOUT_LEADS, _ABOUT_ENDS = (
    Later(rf"[^а-я] {ABOUT} \Z", re.VERBOSE),
    frozenset(("ок.", "к. ", "ло ", "но ", "л. ", "бл.")),
)
_WEEKDAY_LEADS = Later(rf"[^а-яa-z0-9] {WEEKDAY} [ ]?[,:(/-]?[ ]{{0,2}} \Z", re.VERBOSE)
# A cheap look at the last characters comes before the search for a whole weekday or time of day.
_MAY_LEAD = re.compile(
    r"""
    (?: [:.,][ ]?[0-5][0-9] | [⁰¹²³⁴⁵][⁰⁵] | ч(?:ас)? | ка | [иъ]к | [ъевч]т | пт | [дст]а | [рл]я
      | [ен]д | [нр]та | об[ея]д | он | пн | [ос]р | т[ов] | [ъс]б )
    \.? (?: [ ]?[,:(|/-]?[ ]{0,2} | [ ]?\n(?=на) ) (?:на[ \n]{1,2}(?:дата[ ])?)? \Z
    """,
    re.VERBOSE,
)
# What neither a weekday nor a time of day ends in, with what may stand behind it.
_ALONE = frozenset('\n\t"')
_TIME_LEADS = Later(
    rf"""
    [^0-9.,:/-] (?: {BARE_HOUR} | {DAYTIME} ) (?: [ ]?(?:-|до)[ ]?{CLOCK} )?
    (?: [ ]?[,|/-]?[ ]{{0,2}} | [ ]?\n(?=на) ) (?:на[ \n]{{1,2}}(?:дата[ ])?)? \Z
    """,
    re.VERBOSE,
)
_MORE_CLOCKS = re.compile(r"[0-9][ ]?(?:ч\w*\.?)?[ ]?(?:-|,|и|до)[ ]?[0-9]")


def of_digits(text: str, numbers: Iterable[int]) -> Iterator[int]:
    """Where dates that begin with digits may begin, the Roman month before a year with them; `numbers` are all runs.

    >>> list(of_digits(" в стая 5 на 14 май или през vi.2015 г.", (8, 13, 32)))
    [13, 29]
    """
    match = _DIGITS.match
    for number in numbers:
        if found := match(text, number):
            yield _with_roman(text, number) if found.end() - number == 4 else number


def _with_roman(text: str, year: int) -> int:
    led = text[year - 2] in _NUMERALS or text[year - 3 : year - 2] in _NUMERALS
    return _back(_ROMAN_LEADS, text, year, 0, 16) if led else year


def of_words(text: str) -> Iterator[int]:
    """Where words stand that dates may begin with.

    >>> list(of_words(" днес, втори юни, през вторник до петък, събота 5"))
    [1, 13, 41]
    """
    for match in _WORDS.finditer(text):
        if match.lastindex is None or _is_day(text, match):
            yield match.start() + 1


def _is_day(text: str, weekday: re.Match[str]) -> bool:
    """Whether a day follows the weekday, or `миналата` and its like may stand before it."""
    return text[weekday.start() - 1] in "ятиа" or _DAY_FOLLOWS.match(text, weekday.end()) is not None


def lead_of_word(text: str, at: int) -> int:
    """Where the words begin that lead to the one at `at`, `at` itself without any.

    >>> lead_of_word(" днес, втори юни", 13), lead_of_word(" от юни", 4)
    (7, 4)
    """
    ends = text[at - 5 if at > 4 else 0 : at - 1].rstrip()[-2:]
    led = ends in _LEAD_ENDS or ends[-1:] in _NUMERALS or (ends[-1:] == "." and ends[0] in _NUMERALS)
    return _back(_LEADS, text, at, 0, 45) if led else at


def lead_of_time(text: str, at: int, floor: int = 0) -> int:
    """Where the weekday or the time of day printed before a date at `at` begins, `at` itself without one.

    >>> lead_of_time(" от 12:00 часа на 11.03.2013", 18), lead_of_time(" сряда, 3 май", 8)
    (4, 1)
    """
    if (text[at - 1] in _ALONE and text[at - 4 : at] != " на\n") or text[at - 3 : at] in COMMON_LEADS:
        return at
    if not _MAY_LEAD.search(text, at - 16 if at - 16 > floor else floor, at):
        return at
    day = _back(_WEEKDAY_LEADS, text, at, floor, 16)
    time = _back(_TIME_LEADS, text, day, floor, 40)
    if "\n" in text[time:day] and ("ч" not in text[time:day] or _MORE_CLOCKS.search(text, max(floor, time - 16), day)):
        return day  # hours or several times end the line above: `от 9:00 до 12:00 ч.`
    return _back(_WEEKDAY_LEADS, text, time, floor, 16) if time != day else day


def lead_of_about(text: str, at: int) -> int:
    """Where `ок.` before a date at `at` begins, `at` itself without one.

    >>> lead_of_about(" е от ок. 1890 г.", 10), lead_of_about(" през 1890 г.", 6)
    (6, 6)
    """
    return _back(_ABOUT_LEADS, text, at, 0, 16) if text[at - 3 : at] in _ABOUT_ENDS else at


def _back(leads: Later, text: str, at: int, floor: int, reach: int) -> int:
    """Where one of the leads begins at or after `floor`, not farther than `reach` before `at`; `at` without any."""
    first = at - reach if at - reach > floor else floor
    before = leads.search(text, first - 1 if first else 0, at)
    return before.start() + 1 if before else at
