"""Where a date may begin on a page: the digits and words that are worth reading from, and what stands before them.

Cheap passes over lower-case text that begins with a space, so that every word has something before it. They promise
nothing about what they point at.
"""

import re
from collections.abc import Iterator

from govarchive.text.calendar import DECADE_WORD, ORDINAL, ROMAN, SEASON, WEEKDAY
from govarchive.text.clock import BARE_HOUR, CLOCK
from govarchive.text.relative import WHICH

_DIGITS = re.compile(
    r"""
    [0-9] (?<![0-9][0-9])                                            # the first of its run
    (?: (?<=1)[0-9]{3}(?![0-9]) | (?<=2)0[0-9]{2}(?![0-9])           # any number that may be a year
      # 09.03, 20.II
      | [0-9]? (?= [ ]{0,2}[.,/\\-]{1,2}[ ]{0,2} (?: (?: 0?[1-9] | 1[0-2] )(?![0-9]) | [ivxіх] | [12][0-9]{3} )
        | (?: [ ]?-[ ]?[0-9]{1,2} | [ ]?" )? [ ]{0,2}[.,-]?[ ]?
          (?: ян|фе|ма|ап|юн|юл|ав|се|ок|но|де|м[е.]|ja|fe|ma|ap|ju|au|se|oc|no|de )  # 14 май, 3-7 май
        | [ ]?-?[ ]?(?: ви | ри | ти | ми | и[ ] | те | th | st | nd | rd )          # 9-ти, 90-те
        | [ ]?-[ ]?[0-9]{2}[./][01]                                  # 13-17.05.2019
        | [ ]?"[ ]?[01]?[0-9][ ]?\. | [ ][01][0-9][ ][12] | [ ][ivxіх]           # "14" 05. 2015, 05 02 2012, 12 XI
        | [ ](?: до | и )[ ][0-9] | ,[ ]?[0-9]{1,2}(?: ,[ ]?[0-9] | [ ]и[ ] ) )  # the first of several
      | [0-9]{2}[ ]?(?:-?[вм]?а[ ])?(?=г(?:\.|од)) )                   # 681 г.
    """,
    re.VERBOSE,
)
# A tree by first letter: most words of a page are refused by their first letter alone.
_WORDS = re.compile(
    r"""
    [ \n\t("/.-] (?:
        м (?: арт | ай(?![а-я]) | есец(?![а-я]) | \.[ ]?г )
      | п (?: онеделник | етък | олугодие | ролет(?![а-я])
        | реди[ ](?= [0-9] | де | сед | мес | год | ед | дв | т | ч | п | ш | о ) )
      | с (?: еп | ряда | ъбота | едмица | нощи | утрин(?![а-я]) | \.[ ]?г )
      | в (?: ек(?:а|ът|ове(?:те)?)?(?![а-я]) | в?\. | чера | ечер(?![а-я]) | торник | другиден )
      | д (?: ве\sхил | нес | ек[ев. ] | овечера | огодина | руг(?=ата[ ]седм | ият?[ ]мес) )
      | н (?: ое | еделя | ощ(?![а-я]) ) | л ято(?![а-я]) | е сен(?![а-я]) | а (?: пр | вг ) | г один
      | т (?: \.[ ]?[гм] | римес ) | о (?: кт | нзи[ ] ) | ю [нл]и | у тре | з авчера | ч етвъртък | ф ев | я н[ур]
      | х иляда | ш естмесечие
      | j (?: an | u[nl] ) | feb | ma[ry] | a (?: pr | ug ) | sep | oct | nov | dec
    )
    """,
    re.VERBOSE,
)
_CENTURY = rf"(?: (?: {ROMAN} | [12]?[0-9] ) (?:-?[ ]?(?:ви|ри|ти|ми))? )"
_LEADS = re.compile(
    rf"""
    (?<![а-яa-z0-9])
    (?: {ORDINAL}\s{{1,3}}(?:ден\s)?(?:на\s)?(?:месец\s)?          # втори юни, двадесети век
      | {WHICH}[ ](?:учебна[ ]|календарна[ ]|бюджетна[ ]|финансова[ ]|стопанска[ ])?   # миналата година
      | (?: първо|второ|трето|четвърто )(?:то)?[ ] | [1-4][ ]?-?[врт]?о?[ ]           # първо тримесечие
      | (?: {_CENTURY} (?: [ ]?-[ ]? | [ ](?:и|до)[ ] ) )? {_CENTURY} [ ]              # XX-XXI век
      | {ROMAN}(?:[ ]?-?[врт]?о(?:то)?)?[ ] | {DECADE_WORD}[ ]
    ) \Z
    """,
    re.VERBOSE,
)
_LEAD_ENDS = frozenset("аияоетнivxіх1234567890")
_YEAR_LEADS = re.compile(
    rf"(?<![а-яa-z0-9.]) (?: {SEASON}(?:[ ](?:на|през))?[ ] | {ROMAN}[ ]?[./ -][ ]? ) \Z", re.VERBOSE
)
_WEEKDAY_LEADS = re.compile(rf"(?<![а-яa-z0-9]) {WEEKDAY} [ ]?[,:(/-]?[ ]{{0,2}} \Z", re.VERBOSE)
# A cheap look at the last characters comes before the search for a whole time of day.
_TIME_ENDS = re.compile(r"(?: [0-9] | ч\.? | часа? ) [ ]?[,|/-]?[ ]{0,2} (?:на[ ]{1,2}(?:дата[ ])?)? \Z", re.VERBOSE)
_TIME_LEADS = re.compile(
    rf"""
    (?<![0-9.,:/-]) (?: {BARE_HOUR} | {CLOCK} ) (?: [ ]?(?:-|до)[ ]?{CLOCK} )?
    [ ]?[,|/-]?[ ]{{0,2}} (?:на[ ]{{1,2}}(?:дата[ ])?)? \Z
    """,
    re.VERBOSE,
)


def number(text: str, at: int) -> int | None:
    """Where a date begins whose first digits stand at `at`: there or at words before them; None for other digits.

    >>> text = " в стая 5 на 14 май или през есента на 2015 г."
    >>> number(text, 8), number(text, 13), number(text, 39)
    (None, 13, 29)
    """
    match = _DIGITS.match(text, at)
    if match is None:
        return None
    return _back(_YEAR_LEADS, text, match.start(), 0, 16) if match.end() - match.start() == 4 else match.start()


def words(text: str) -> Iterator[tuple[int, int]]:
    """Where dates of words may begin, and the word itself: the two differ by what leads to it (`втори` юни).

    >>> list(words(" днес, втори юни"))
    [(1, 1), (7, 13)]
    """
    for match in _WORDS.finditer(text):
        at = match.start() + 1
        yield (_back(_LEADS, text, at, 0, 45) if text[at - 2 : at - 1] in _LEAD_ENDS else at), at


def lead_of_time(text: str, at: int, floor: int = 0) -> int:
    """Where the weekday or the time of day printed before a date at `at` begins, `at` itself without one.

    >>> lead_of_time(" от 12:00 часа на 11.03.2013", 18), lead_of_time(" сряда, 3 май", 8)
    (4, 1)
    """
    day = _back(_WEEKDAY_LEADS, text, at, floor, 16)
    if not _TIME_ENDS.search(text, max(floor, day - 14), day):
        return day
    time = _back(_TIME_LEADS, text, day, floor, 40)
    return _back(_WEEKDAY_LEADS, text, time, floor, 16) if time != day else day


def _back(leads: re.Pattern[str], text: str, at: int, floor: int, reach: int) -> int:
    before = leads.search(text, max(floor, at - reach), at)
    return before.start() if before else at
