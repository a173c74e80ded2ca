"""How much a reading of bytes looks like Bulgarian, or at least like some language in Latin letters."""

import re
from collections import Counter
from math import log

# How often each letter occurs in Bulgarian, in tenths of a percent (rounded counts of ordinary prose). A wrong reading
# of a Cyrillic encoding is full of rare letters; the case of letters says nothing, as whole pages are in capitals.
_FREQUENT = {
    **dict.fromkeys("аоие", 95), **dict.fromkeys("тн", 74), **dict.fromkeys("рсв", 48), **dict.fromkeys("длкпм", 31),
    **dict.fromkeys("зягбъчу", 16), **dict.fromkeys("жцщйх", 6), **dict.fromkeys("шф", 4), **dict.fromkeys("юьѝ", 1),
}  # fmt: skip
_EVEN = 20
_RARE = 0.1
_WEIGHTS = {letter: log(often / _EVEN) for letter, often in _FREQUENT.items()}
_SELDOM = log(_RARE / _EVEN)
_ODD_SIGNS = frozenset("¡¿¬¤¦¶†‡‹›√≈∆≠∞≤≥∂÷\ufffd") | frozenset(map(chr, range(0x80, 0xA0)))
_ODD = -3.0
LETTER = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
# An accented letter inside a Latin word is as good as a Cyrillic one among its own.
_ACCENTED = re.compile(r"(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[A-Za-z])")
_BROKEN = re.compile(
    r"""[а-я](?=[А-Я]) | [A-Za-z][А-Яа-я] | [А-Яа-я][A-Za-z]        # a capital after a small letter, two alphabets
    | (?<=[а-я])Я                                               # this one again: elsewhere it is the small letter
    | (?<=[А-Яа-я])[\xa2-\xac\xae-\xba\u2020-\u2022\u2122](?=[А-Яа-я])    # signs in a word
    | [\x80-\x9f\ufffd]                                         # controls, unreadable bytes
    | (?<![\u2500-\u25a0])[\u2552-\u256c\u2580-\u2593](?![\u2500-\u25a0])    # joints and shades of a frame, alone
    | [\u2200-\u25a0](?:[А-Яа-я] | (?<=[А-Яа-я][\u2200-\u25a0]))    # mathematics and frames of tables in a word""",
    re.VERBOSE,
)
# A sign that nearly all encodings have, each in a place of its own.
_NUMBER_SIGN = re.compile("№ ?[0-9А-Я]")
# Possessive, as each turn of the loop would be kept in memory else.
_STRETCH = re.compile(r"[A-Za-z]?[^\x00-\x7f]+(?:[ -;=?-~]{1,20}+[^\x00-\x7f]++)*+[A-Za-z]?")
_BREAK_COSTS = 3.0
_SAMPLE = 20_000
PLAUSIBLE = 0.2
"""The score for each letter from which on a text may well be Bulgarian."""


def score(text: str) -> tuple[float, int]:
    """How much likelier the non-ASCII letters are in Bulgarian than at random (log ratio), and how many they are."""
    seen = sample(text)
    accented = len(_ACCENTED.findall(seen))
    counts = Counter(_ACCENTED.sub("", seen).lower())
    foreign = {letter: count for letter, count in counts.items() if letter > "\x7f" and LETTER.match(letter)}
    likely = sum(count * _WEIGHTS.get(letter, _SELDOM) for letter, count in foreign.items())
    likely += len(_NUMBER_SIGN.findall(seen))
    broken = len(_BROKEN.findall(seen))
    return likely + accented - _BREAK_COSTS * broken, accented + sum(foreign.values()) + counts["\ufffd"]


def is_bulgarian(text: str, least: int) -> bool:
    """Whether a text with at least so many letters outside ASCII may well be Bulgarian.

    >>> is_bulgarian("Община Видин", 10), is_bulgarian("нАЫХМЮ бХДХМ", 10)
    (True, False)
    """
    points, letters = score(text)
    return letters >= least and points >= PLAUSIBLE * letters


def is_latin(text: str) -> bool:
    """Whether hardly a letter lies outside ASCII, as in English or French text."""
    letters: list[str] = LETTER.findall(_from_first_foreign(text)[:_SAMPLE])
    return sum(letter > "\x7f" for letter in letters) * 10 < len(letters)


def weight(character: str) -> float:
    """How much likelier a character outside ASCII is in Bulgarian than at random (log ratio); 0 for usual signs."""
    if LETTER.match(character):
        return _WEIGHTS.get(character.lower(), _SELDOM)
    return _ODD if character in _ODD_SIGNS else 0.0


def sample(text: str) -> str:
    """Some 20,000 characters: those outside ASCII with what stands between them, as pages may begin with scripts."""
    rest = _from_first_foreign(text)
    if len(rest) <= _SAMPLE:
        return rest
    pieces, length = [], 0
    for stretch in _STRETCH.finditer(rest):
        pieces.append(stretch.group()[: _SAMPLE - length])
        length += len(pieces[-1]) + 1
        if length >= _SAMPLE:
            break
    return "\n".join(pieces)


def _from_first_foreign(text: str) -> str:
    first = _FOREIGN.search(text)
    return text[first.start() :] if first else ""
