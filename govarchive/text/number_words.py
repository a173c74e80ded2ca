"""Numbers written out: `двеста и петдесет`, `две хиляди и пет`, `един милион двеста хиляди`, of any gender and case.

>>> read("четиристотин двадесет и пет хиляди")
425000
>>> read("милион и двеста хиляди и един"), read("СТО И ПЕТДЕСЕТ"), read("половин милион")
(1200001, 150, 500000)
>>> read("пет шест"), read("хиляди"), read("лева"), read("трети милион")
(None, None, None, None)
>>> read("милион и половина"), read("два и половина милиона"), read("четвърт милион"), read("два и половина")
(1500000, 2500000, 250000, Decimal('2.5'))
"""

import re
from decimal import Decimal

from govarchive.text.calendar import number
from govarchive.text.fold import lower

# What dates never need; `calendar.number` knows the other words below a thousand.
_MORE = {"нула": 0, "едно": 1, "двама": 2, "трима": 3, "четирима": 4, "петима": 5, "единнадесет": 11, "шестнайсет": 16}
_SCALES = {"хиляда": 1000, "хиляди": 1000, "хил": 1000}
_SCALES |= {"милион": 10**6, "милиона": 10**6, "милиони": 10**6, "млн": 10**6, "мил": 10**6}
_SCALES |= {"милиард": 10**9, "милиарда": 10**9, "милиарди": 10**9, "млрд": 10**9, "мрд": 10**9}
_ONE = frozenset({"хиляда", "милион", "милиард"})
_PARTS = {"половин": 2, "четвърт": 4}
# What `calendar.number` reads in days and years, and what counts nothing: `пети`, `трета`.
_ORDINAL = re.compile("(?:първ|втор|трет|четвърт|седм|осм)(?:и|о|а)?|.{3,}[тм][иоа](?:я|ят|та|то)?")
_CARDINAL = frozenset("два две три четири сто двеста триста една".split())
_TOP = 10**12
_WORD = re.compile(r"[а-я]+")
# A comma stands only behind thousands and millions: `десет хиляди, сто двадесет и два`.
_LAST_WORD = re.compile(
    r"[а-я]+ (?= [ \n-]{0,3} \Z | (?: (?<=хиляди) | (?<=милион) | (?<=милиона) ) ,[ ] \Z )", re.VERBOSE
)
_MOST_WORDS = 18


def read(words: str) -> int | Decimal | None:
    """The number, 0 to 999 999 999 999, that cardinal words add up to; None for words that are no number."""
    said = _WORD.findall(lower(words))
    if said and said[0] in _PARTS:
        return _part(said)
    if "половина" in said:
        return _and_half(said)
    total, group, room, last = 0, -1, 1000, _TOP
    for word in said:
        thousand = _SCALES.get(word)
        value = small(word)
        if word == "и":
            continue
        if thousand is not None:
            if thousand >= last or (group < 0 and word not in _ONE):
                return None
            total, group, room, last = total + thousand * abs(group), -1, 1000, thousand
        elif value is None or value >= room:
            return None
        else:
            group, room = max(group, 0) + value, _room(value)
    return total + max(group, 0) if total or group >= 0 else None


def _part(said: list[str]) -> int | None:
    """`половин милион`; half of anything else is no whole number."""
    return _SCALES[said[1]] // _PARTS[said[0]] if len(said) == 2 and said[1] in _ONE else None


def _and_half(said: list[str]) -> int | Decimal | None:
    """`милион и половина`, `два и половина милиона`, `два и половина`: half of the word behind it, or before."""
    at = said.index("половина")
    whole = read(" ".join(said[: at - 1])) if at > 1 and said[at - 1] == "и" else None
    if whole is None or len(said) > at + 2:
        return None
    if len(said) == at + 2:
        unit = _SCALES.get(said[-1], 0)
        return int((whole + Decimal("0.5")) * unit) or None
    return whole + _SCALES[said[at - 2]] // 2 if said[at - 2] in _SCALES else whole + Decimal("0.5")


def small(word: str) -> int | None:
    """0 to 900 for one cardinal word below a thousand, in lower case; None for others.

    >>> small("двеста"), small("хиляда")
    (200, None)
    """
    if word in _MORE:
        return _MORE[word]
    if word not in _CARDINAL and _ORDINAL.fullmatch(word):
        return None
    try:
        value = number(word)
    except KeyError:
        return None
    return value if value < 1000 else None


def scale(word: str) -> int | None:
    """1000, 10**6 or 10**9 for the word (or `хил`, `млн`, `млрд`), in lower case; None for others.

    >>> scale("млн"), scale("сто")
    (1000000, None)
    """
    return _SCALES.get(word)


def start_before(text: str, stop: int) -> int:
    """Where the run of number words that ends at `stop` (blanks apart) begins; `stop` where none does.

    >>> start_before("в размер на двеста и петдесет лева", 30)
    12
    """
    floor = max(0, stop - 160)
    window = lower(text[floor:stop])
    start = end = len(window)
    for _ in range(_MOST_WORDS):
        word = _LAST_WORD.search(window, max(0, end - 24), end)
        if word is None or not _belongs(word.group()):
            break
        end = word.start()
        if word.group() != "и":
            start = end
    return floor + start


def _belongs(word: str) -> bool:
    return word in {"и", "половин", "четвърт", "половина"} or word in _SCALES or small(word) is not None


def _room(value: int) -> int:
    """Below what the next word of the same group must stay: after a hundred below 100, after fifteen nothing."""
    return 100 if value >= 100 else 10 if value >= 20 else 0
