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
# Of the signs, dashes and the quotes „ “ ” are as frequent as they need be (0); these are not, or hardly ever.
_SIGNS = {
    **dict.fromkeys("‘’‚«»—‰™£±", -1.0), **dict.fromkeys("¡¿¬¤¦¶†‡‹›√≈∆≠∞≤≥∂÷\ufffd", -3.0),
    **dict.fromkeys(map(chr, range(0x80, 0xA0)), -3.0),
}  # fmt: skip
LETTER = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
# An accented letter inside a Latin word is as good as a Cyrillic one among its own.
_ACCENTED = re.compile(r"(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[A-Za-z])")
# Roman numerals in Cyrillic letters, one of which is no Bulgarian one.
_ROMAN = re.compile(r"І(?<!\wІ)І{0,2}(?!\w)")
# A sign that nearly all encodings have, each in a place of its own.
_NUMBER_SIGN = re.compile("№ ?[0-9А-Я]|[0-9] ?€(?![0-9А-Яа-я])")
# Words that hardly any page is without, and those of lists, which have few others.
_WORD = re.compile(r"(?<![^\s0-9!-/:-@])[а-я]{2,7}(?![^\s0-9!-/:-@])")
_WORDS = frozenset(
    """на да за от се че ще по не до при но или към във със без това този тази като са има може които който която през
    след както също само всички между ни ви му им ги го най още ако той тя те
    тел факс гр ул бул пл бл вх кв лв бр стр чл ал общ обл общо стая моб час часа дата име адрес кмет
    община област отдел село град дка кг""".split()
)
_LETTER_OF_WORD_TELLS = 1.5
_BROKEN = re.compile(
    r"""[а-я](?=[А-Я]) | [A-Za-z][А-Яа-я] | [А-Яа-я][A-Za-z]        # a capital after a small letter, two alphabets
    | (?<=[а-я])Я                                               # this one again: elsewhere it is the small letter
    | (?<=[А-Яа-я])[\xa2-\xac\xae-\xba\u2020-\u2022\u2122](?=[А-Яа-я])    # signs in a word
    | (?<=[а-я])€                                               # which the small letter is elsewhere
    | (?<![\u2500-\u25a0])[\u2552-\u256c\u2580-\u2593](?![\u2500-\u25a0])    # joints and shades of a frame, alone
    | [\u2200-\u25a0](?:[A-Za-zА-Яа-я] | (?<=[A-Za-zА-Яа-я][\u2200-\u25a0]))    # mathematics and frames by a letter""",
    re.VERBOSE,
)
_BREAK_COSTS = 3.0
# Windows-1251 and MacCyrillic have the small letters in the same places, and signs where the other has capitals: so a
# sign begins a word in small letters, a quote is not closed in its line, or a capital stands for a dash.
_MISPLACED = re.compile(
    r"""(?<![А-Яа-я0-9])(?: [–—»‹›€‰™÷†‡\ufffd]
        | [„“](?![^\n„]{0,300}?(?:[^\s„][“”"](?![А-Яа-я])|\Z))
        | «(?![^\n«]{0,300}?(?:»(?![А-Яа-я])|\Z))
        | ‘(?![^\n]{0,300}?(?:\S[‘’'](?![А-Яа-я])|\Z))
        | ”(?![^\n]{0,300}?\S[“”"](?![А-Яа-я])|[^\n]{0,60}\Z)    # which some open with, too
        | [’‚](?![^\n]{0,300}?\S[‘’'](?![А-Яа-я])|[^\n]{0,60}\Z)
        ) (?=[а-я])
    | (?<=[^\s.][ ])Р(?=[ ][а-яA-Za-z0-9])""",
    re.VERBOSE,
)
# Of each sign once: who opens with a wrong quote does so all the time.
_MISPLACED_COSTS = 5.0
# Possessive, as each turn of the loop would be kept in memory else.
_STRETCH = re.compile(r"[A-Za-z]?[^\x00-\x7f]+(?:[ -;=?-~]{1,20}+[^\x00-\x7f]++)*+[A-Za-z]?")
_SAMPLE = 20_000
PLAUSIBLE = 0.2
"""The score for each letter from which on a text may well be Bulgarian."""
TOO_FEW = 10
"""So few letters prove nothing."""


def score(text: str) -> tuple[float, int]:
    """How much likelier a text is Bulgarian than letters at random (log ratio), and its letters outside ASCII."""
    seen = sample(text)
    accented = len(_ACCENTED.findall(seen))
    counts = Counter(_ACCENTED.sub("", _ROMAN.sub("", seen)).lower())
    foreign = {character: count for character, count in counts.items() if character > "\x7f"}
    letters = sum(count for character, count in foreign.items() if LETTER.match(character))
    likely = accented + sum(count * weight(character) for character, count in foreign.items())
    likely += len(_NUMBER_SIGN.findall(seen))
    likely += _LETTER_OF_WORD_TELLS * sum(map(len, _WORDS.intersection(_WORD.findall(seen.lower()))))
    likely -= _BREAK_COSTS * len(_BROKEN.findall(seen)) + _MISPLACED_COSTS * len(set(_MISPLACED.findall(seen)))
    return likely, accented + letters + counts["\ufffd"]


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
    return _SIGNS.get(character, 0.0)


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
