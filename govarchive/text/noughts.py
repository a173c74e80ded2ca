"""Letters O typed for noughts, `О2/ 911`, `15.О3.2О21 г.`: put right only where they can be nothing else.

So is a letter З for the three of a day, and two letters O behind the mark of an hour or a price, `8.оо ч.`

>>> may_have("тел. О2/ 911"), may_have("Община, стая 5")
(True, False)
>>> in_clocks("от 8.оо до 17:оо ч., 2. ООД")
'от 8.00 до 17:00 ч., 2. ООД'
>>> in_dates("на 15.О3.2О21 г. и З1.05.2014 г."), in_sums("такса 12О лв.")
('на 15.03.2021 г. и 31.05.2014 г.', 'такса 120 лв.')
"""

import re
from functools import lru_cache
from operator import itemgetter

from govarchive.text.glance import numerals

LETTERS = frozenset("OОoо")
_FIRST, _LAST, _HEAD = itemgetter(0), itemgetter(-1), itemgetter(slice(0, 3))
_O = "OОoо"
_DATE = re.compile(
    rf"""
    (?<![\w.,/-])
    (?: [0-3{_O}]?[0-9{_O}] (?P<mark> [ ]?[./-][ ]? ) [01{_O}]?[0-9{_O}] (?P=mark) )?   # 15.О3.
    (?: 1[89] | 2[0{_O}] ) [0-9{_O}]{{2}} (?: (?(mark) (?![\w/-]) | (?!) ) | (?=[ ]?г\.) )   # 2О21, 2О21 г.
    """,
    re.VERBOSE,
)
_SUM = re.compile(
    rf"""
    (?<![\w.,/-]) [0-9] [0-9{_O}]{{0,5}}+ (?: [ .][0-9{_O}]{{3}} )*+ (?: [.,][0-9{_O}]{{2}} )?+
    (?= [ ]? (?: лв | лева | евро | € | BGN | EUR ) )
    """,
    re.VERBOSE,
)
_MARKED = frozenset(mark + both for mark in ".:," for both in ("оо", "ОО", "oo", "OO"))
_CLOCK = re.compile(r"(?<=[0-9])[.:,](?:оо|ОО|oo|OO)(?!\w)")
_DAY_OF_THREE = re.compile(
    r"[0-3З] (?<![\w.,/-].) (?: (?<=З)[01] | (?<!З)З ) (?= \.[01]?[0-9]\.(?:19|20)[0-9]{2} )", re.VERBOSE
)
_TO_NOUGHT = str.maketrans(dict.fromkeys(_O, "0"))


@lru_cache(maxsize=4)
def _beside(text: str) -> frozenset[str]:
    """The signs that stand right before and behind digits; kept for the last texts."""
    parts = numerals(text).parts
    gaps = parts[2:-1:2]
    return frozenset({parts[0][-1:], parts[-1][:1], *map(_FIRST, gaps), *map(_LAST, gaps)})


def may_have(text: str) -> bool:
    """Whether a letter O stands beside a digit anywhere."""
    return not LETTERS.isdisjoint(_beside(text))


def may_have_three(text: str) -> bool:
    """Whether a letter З stands beside a digit anywhere."""
    return "З" in _beside(text)


@lru_cache(maxsize=4)
def in_clocks(text: str) -> str:
    """The text with noughts for two letters O that stand for the minutes of an hour or the coins of a price."""
    if _MARKED.isdisjoint(map(_HEAD, numerals(text).parts[2::2])):
        return text
    return _CLOCK.sub(lambda found: found[0][0] + "00", text)


@lru_cache(maxsize=4)
def in_dates(text: str) -> str:
    """The text with noughts in its days of three numbers and in years before `г.`, of the same length."""
    text = in_clocks(text)
    if may_have_three(text):
        text = _DAY_OF_THREE.sub(lambda found: found[0].replace("З", "3"), text)
    return _DATE.sub(lambda found: found.group().translate(_TO_NOUGHT), text) if may_have(text) else text


@lru_cache(maxsize=4)
def in_sums(text: str) -> str:
    """The text with noughts in its figures before a currency, of the same length."""
    text = in_clocks(text)
    return _SUM.sub(lambda found: found.group().translate(_TO_NOUGHT), text) if may_have(text) else text
