"""Numbers found on a page, and local ones akin to them: with the same first digits, set alike, beside their owner.

A directory prints the area code with its first number only: `Директор - 058/ 61 12 20`, `Каса: 61 12 24`. Numbers
of one exchange that are set in pairs need no owner: `Деловодител Пенка Рендова, 61 12 31 - стая 4`. In a small town
they are four digits long and look like anything, so two must be told in full: `05142/ 22-61`, then `Каса 22-81`.
"""

import re
from typing import NamedTuple

from govarchive.kinds import _phone_traps as traps
from govarchive.text.codes import dialling
from govarchive.text.glance import lowered

_KIN_DIGITS = 5
_SMALL_TOWN = (2, 2)
"""The sizes of the groups of a number in a small town, which needs another of its kind."""
_EXCHANGE = 3
"""How many digits local numbers of one exchange share."""
_ALIKE = {2: 2}
"""How many do where they are set alike too, by the size of the first group; else all of them."""
_PAIRS = frozenset(((1, 2, 2), (2, 2, 2), (3, 2, 2)))
"""The sizes of groups that nothing but telephone numbers and dates is set in."""
NO_EXCHANGE = (*dialling.MOBILE, "700", "800", "90")
"""What national numbers that belong to no exchange begin with: mobile ones and those of services."""
_BESIDE = re.compile(
    r"(?: [А-Яа-я\")] [ ]? [:-] [ ]{0,3} | [А-Яа-я\")] [ ]{3,40} | [.…]{3} [ ]? | [\n\t][ ]? | \A )\Z", re.VERBOSE
)
# What begins a row of figures that nobody answers: a count, or the sum of what stands above.
_COUNTED = re.compile(
    r"(?:\A|[\n\t]) [ ]* (?: брой | бройка | население | жители | домакинства | количество | площ | всичко | общо"
    r"  (?= [ ]? (?:[:.…-]|[ ]{2}) | [ ](?:за|приход|разход|средства)) ) (?![а-я]) [^\n]{0,90} \Z"
    r"| (?<![а-я]) (?: население | жители | домакинства | площ"
    r"  | посещения | посетители | преглеждания | прочитания ) [ :-]{1,3} \Z",  # how often a page was called up
    re.VERBOSE,
)
_COUNTED_NEAR = 110
# `Вихър – Локо 22-25, 25-23` below the name of a game is how it ended.
_SCORE = re.compile("[0-9]{2}-[0-9]{2}")
_GAME = re.compile(
    r"""(?<![а-я]) (?: турнир | мач | двубо[ия] | среща(?:та)?[ ]между | гейм | победи | отбор | шампион | първенств
      | класиране | волейбол | баскетбол | хандбал | бадминтон | тенис | белот | маса[ ][0-9]
      | (?:полу|четвърт)?финал | купа(?:та)?(?![а-я]) )""",
    re.VERBOSE,
)
_GAME_NEAR = 240
_MORE = re.compile(r"[ ]?[0-9]")
_OWNED = re.compile(
    r"(?: [А-Яа-я\")] [ ]? [:|(/,;-]? [ ]{0,3} | [А-Яа-я][ ][0-9][ ]-[ ] | [А-Яа-я\")0-9] [ ]{3,40} | [.…]{2} [ ]?"
    r"| [\n\t][ ]? | \A )\Z",
    re.VERBOSE,
)
_FARTHEST = 42
_LAST = re.compile(
    r"""[ ]? (?: [\n\t,;|)/] | -(?:[ \n]|\Z) | \(?(?:вътр|вн\.|в\.) | \Z
      | (?<=[ ]) [\w.+-]{1,40}@
      | [ ]{2,40} (?=[А-Я(])                                     # the next column
      | [ ]{2,20} [0-9]{2,3} [ ]*(?: \n | \Z )                   # its extension in the next column
      | (?:до|и|или)[ ][0-9][0-9 -]{1,8} [ ]?(?: [\n\t,;|)/] | -[ ] | \Z ) )    # 61 12 20 до 61 12 24
    """,
    re.VERBOSE,
)
_SHORT_DATE = re.compile(r"(?:[12][0-9]|3[01])[ -](?:0[1-9]|1[0-2])[ -][0-9]{2}")
_OPEN = frozenset(("", " ", "\n", "\t", "(", "/", ",", ";", ":"))
"""What stands right before digits that begin a number."""
_OWNER = re.compile(r"[ ][(/]?[А-Яа-я]{3}")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# What two pairs of digits count or last, and no one answers: `Решения 22-63`, `стая 22-24`, `от 20-22`.
_NO_OWNER = re.compile(
    r"""(?<![а-я]) (?: [а-я]{1,3} | стаи | стая | каб(?:инет)?[а-я]* | зал[аи] | стр(?:аниц[аи])? | блок(?:ове)? | вход
      | етаж | точк[аи] | (?:раз)?решени[ея] | протокол[аи]? | член(?:ове)? | сезон | уч(?:ебна|ебната) | година | между
      | номера? | групи | деца | места | възраст | час[а-я]* | прием[а-я]* | време | резултат | срещу
      ) [ ]? [:(/,;-]? [ ]* \Z""",
    re.VERBOSE,
)
_NO_OWNER_NEAR = 24
_NARROW = 5
"""How far the ends of sizes, marks and ages lie apart at most: `Размери 22-24`."""


class Found(NamedTuple):
    """A number found, with what the next of its list needs: the sizes of its own groups, whether it was labelled."""

    start: int
    stop: int
    rule: str
    shape: tuple[int, ...]
    labelled: bool
    extended: bool = False


Common = tuple[str, int, tuple[int, ...]]
"""What local numbers of a page have in common: the first digits, how many they are, the sizes of the groups.

The sizes are empty for the numbers of one exchange, which may be set in another way.
"""
Kin = dict[str, set[Common]]
"""What the numbers of the page found so far have in common, by the two characters that such a number begins with."""


def note(kin: Kin, shape: tuple[int, ...], own: list[str], begins: str) -> None:
    """Remember how a number is set: its groups after the code, their sizes, the first two characters of them."""
    size, digits = sum(shape), "".join(own)
    if size < _KIN_DIGITS:
        if shape == _SMALL_TOWN:
            _note_small(kin, digits)
        return
    kin.setdefault(begins, set()).add((digits[: _ALIKE.get(len(own[0]), _EXCHANGE)], size, shape))
    # What is less than all digits after the code, as where the print cuts the code in two, tells no exchange.
    if len(digits) < size:
        return
    exchange = (digits[-size:][:_EXCHANGE], size, ())
    known = kin.setdefault(exchange[0][:2], set())
    if exchange not in known:
        known.add(exchange)
        kin.setdefault(digits[-size] + " ", set()).add(exchange)
        kin.setdefault(digits[-size] + "-", set()).add(exchange)


def _note_small(kin: Kin, digits: str) -> None:
    """Remember a number of four digits; from the second on, those that begin with the same one are akin."""
    told = kin.setdefault(digits[0], set())
    told.add((digits, len(digits), _SMALL_TOWN))
    if len(told) > 1:
        for number in "123456789":
            kin.setdefault(number + " ", set())  # `Каса 1 - 22-81`
        for second in "0123456789":
            kin.setdefault(digits[0] + second, set()).add((digits[0], len(digits), _SMALL_TOWN))


def stands_akin(text: str, span: tuple[int, int], told: tuple[int, ...], shape: tuple[int, ...], begins: bool) -> bool:
    """Whether digits with the first ones of another number of the page stand where a number does.

    `told` are the sizes of the groups in which both are set, none where they are of one exchange; `begins` whether no
    digits of something else stand before.

    >>> stands_akin("Деница Рендова 23-07", (15, 20), (2, 2), (2, 2), True)
    True
    >>> stands_akin("Решения 22-63", (8, 13), (2, 2), (2, 2), True)
    False
    """
    start, stop = span
    if shape == _SMALL_TOWN:
        return begins and _stands_in_small_town(text, start, stop)
    if stands_beside(text, start, stop):
        return True
    if told or not begins:
        return False
    whole = len(shape) == 1 and stands_in_directory(text, start, stop)
    return whole or stands_in_pairs(text, start, stop, shape)


def _stands_in_small_town(text: str, start: int, stop: int) -> bool:
    """Whether four digits end the line of their owner, and are not from one number to the next ones."""
    if 0 < int(text[stop - 2 : stop]) - int(text[start : start + 2]) <= _NARROW:
        return False
    low = lowered(text)
    return stands_in_directory(text, start, stop) and not _NO_OWNER.search(low, max(0, start - _NO_OWNER_NEAR), start)


def stands_in_pairs(text: str, start: int, stop: int, shape: tuple[int, ...]) -> bool:
    """Whether digits of a known exchange are set as only telephones are and no words say something else.

    >>> stands_in_pairs("Пенка Рендова, 61 12 31 - каса", 15, 23, (2, 2, 2))
    True
    >>> stands_in_pairs("влиза в сила 21-12-07", 13, 21, (2, 2, 2)), stands_in_pairs("61 12 31 лв.", 0, 8, (2, 2, 2))
    (False, False)
    """
    if shape not in _PAIRS or _SHORT_DATE.fullmatch(text, start, stop) or _MORE.match(text, stop):
        return False
    if text[start - 1 : start] not in _OPEN:
        return False
    return not traps.other_before(text, start) and traps.ends(text, stop)


def stands_beside(text: str, start: int, stop: int) -> bool:
    """Whether digits end their line or cell after a word with a dash or colon, or begin one, and are nothing else.

    >>> stands_beside("Каса: 61 12 24", 6, 14), stands_beside("Субсидия: 61 12 24 лв.", 10, 18)
    (True, False)
    """
    if not _BESIDE.search(text, max(0, start - _FARTHEST), start) or _MORE.match(text, stop):
        return False
    return not (traps.other_before(text, start) or _is_counted(text, start)) and traps.ends(text, stop)


def _is_counted(text: str, start: int) -> bool:
    return _COUNTED.search(lowered(text), max(0, start - _COUNTED_NEAR), start) is not None


def stands_in_directory(text: str, start: int, stop: int) -> bool:
    """The same for digits below a code named for all: they stand behind their owner and end its line, or before it.

    >>> stands_in_directory("Музей 6-11-13", 6, 13), stands_in_directory("Основан 2013", 8, 12)
    (True, False)
    >>> stands_in_directory("Брой жители ..... 6113", 18, 22)
    False
    """
    if not _OWNED.search(text, max(0, start - _FARTHEST), start) or not traps.ends(text, stop):
        return False
    first = text[start - 1 : start] in ("\n", "\t") and not _THOUSANDS.fullmatch(text, start, stop)
    if not (_LAST.match(text, stop) or (first and _OWNER.match(text, stop))):
        return False
    if _YEAR.fullmatch(text, start, stop) or _is_score(text, start, stop):
        return False
    return not (traps.other_before(text, start) or _is_counted(text, start))


def _is_score(text: str, start: int, stop: int) -> bool:
    """Whether two pairs of digits stand below the name of a game."""
    if _SCORE.fullmatch(text, start, stop) is None:
        return False
    return _GAME.search(lowered(text), max(0, start - _GAME_NEAR), start) is not None
