"""Abbreviations of bodies that no list has, told by what is joined to them.

>>> from govarchive.text.words import words
>>> text = 'ОЧС - Видин, ПГПЧЕ "Йоан Екзарх"'
>>> page = words(text)
>>> [page.parts[at] for at in unlisted(text, page, frozenset())]
['ОЧС', 'ПГПЧЕ']
"""

import re
from bisect import bisect_left
from collections.abc import Set

from govarchive.names.lexicon import is_given
from govarchive.names.places.toponyms import kinds_of_names, town_at
from govarchive.text.fold import lower
from govarchive.text.words import Words

# Letters nobody can pronounce: an abbreviation, not a word in capitals.
_INITIALS = re.compile(r"[А-Я][БВГДЖЗКЛМНПРСТФХЦЧШЩ]{2,4}(?![А-Яа-я])")
# Schools, homes for children and hospitals by what they teach and do: `ПГПЧЕ`, `ЦНСТДУ`, `МБАЛДБ`.
_SCHOOLS = re.compile(
    r"(?:У?[МС]БАЛ[А-Я]{1,5}|ТМТ|[НСДЧТ]?ПГ[А-Я]{1,6}|[СЧТ]ПГ|[А-Я]{0,2}ГПЧЕ|[СОН]У(?:И|ЕЕ|И?ЧЕ|К[КЗ]|ПНЕ|ХНИ)|ЦНСТ[А-Я]*|КСУ[А-Я]*"
    r"|Д(?:ВХ|ПЛ|СХ|ДЛ|ВУ|ВФ|ВП|ДУ|ЦД|ЦВ|МС)[А-Я]{0,4})(?![А-Яа-я])"
)
# Homes for old and ill people and for children, told by their town alone: `ДВХФУ с. Долно Поле`.
_HOMES = re.compile(r"Д(?:ВХ|ПЛ|СХ|ДЛ)[А-Я]{0,3}")
_SCHOOL_ENDS = frozenset(map(chr, range(ord("А"), ord("Я") + 1)))
# With vowels further on, where a town stands behind the dash: `ВМЕИ - Русе`; no word begins with these two letters.
_BEGINNING = re.compile(r"(?:[БГДЖКЛМНПРТФХЦЧШ][БГДЖЗКПСТФХЦЧШЩ]|[ЛМР][МНРЛ]|ВМ)[А-Я]{2,4}(?![А-Яа-я])")
# The regions of planning: `СЦР - Велико Търново, Габрово`.
_REGIONS = frozenset("СЗР СЦР СЗРП СЦРП ЮЦР ЮЗР ЮЦРП ЮЗРП СЗРР СЦРР ЮЦРР ЮЗРР".split())
_CAPITALS = frozenset("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЮЯ")
_CONSONANTS = frozenset("БВГДЖЗКЛМНПРСТФХЦЧШЩ")
# Institutes are joined to these: `ИЕФЕМ - БАН`.
_PARENTS = frozenset(("БАН", "ССА"))
_DASHES = frozenset((" - ", "-", " -", "- ", " / ", "/", " -\n", "-\n"))


def unlisted(text: str, page: Words, listed: Set[str]) -> list[int]:
    """The places of abbreviations outside `listed`: those a dash joins to something, schools before a quote or town."""
    joined = [at for at in _joined_by_dash(text, page) if page.parts[at] not in listed]
    others = (*_schools(text, page), *_before_town(text, page), *_led(text, page))
    told = [at for at in others if page.parts[at] not in listed]
    return sorted({*joined, *told}) if joined or told else joined


def _joined_by_dash(text: str, page: Words) -> list[int]:
    """The places of unlisted abbreviations that a dash joins to something."""
    found = []
    for mark in "-/":
        dash = text.find(mark, 1)
        while dash > 0:
            stop = dash - (text[dash - 1] == " ")
            if text[stop - 1 : stop] in _CAPITALS and text[stop - 2 : stop - 1] in _CAPITALS:
                at = bisect_left(page.ends, stop)
                ending = text[dash + 1 : dash + 2].islower()  # `КПП-та`
                if page.parts[at + 1] in _DASHES and not ending and _is_short(text, page, at):
                    found.append(at)
            dash = text.find(mark, dash + 1)
    return found


def _is_short(text: str, page: Words, at: int) -> bool:
    """Whether a word in capitals before a dash is an abbreviation: nobody can say it, and its town may tell."""
    word = page.parts[at]
    if word in _REGIONS:
        return False
    if at + 2 < len(page.parts) and page.parts[at + 2] in _PARENTS:
        return len(word) > 2
    if word[-1] in _CONSONANTS and _INITIALS.fullmatch(word):
        return True
    town = page.ends[at + 1]
    if not text[town + 1 : town + 2].islower() or _BEGINNING.fullmatch(word) is None:
        return False
    return lower(word) not in kinds_of_names() and town_at(text, town) > town


def repeated(text: str, page: Words, places: list[int]) -> list[int]:
    """The further places of abbreviations that a town behind a dash has told of at one of the `places`."""
    told = {page.parts[at] for at in places if town_at(text, page.ends[at + 1]) > page.ends[at + 1]}
    return sorted({*page.among(told)}.difference(places)) if told else []


def _schools(text: str, page: Words) -> list[int]:
    """The places of unlisted abbreviations of schools and homes with a name in quotes, perhaps behind a blank."""
    found = []
    quote = text.find('"', 1)
    while quote > 0:
        stop = quote if text[quote - 1] in _SCHOOL_ENDS else quote - 1
        if text[stop - 1 : stop] in _SCHOOL_ENDS:
            at = bisect_left(page.ends, stop)
            if page.ends[at] == stop and at % 2 and _SCHOOLS.fullmatch(page.parts[at]):
                found.append(at)
        quote = text.find('"', quote + 1)
    return found


def _before_town(text: str, page: Words) -> list[int]:
    """The places of unlisted abbreviations of schools and homes right before `с.` or `гр.`."""
    found = []
    for mark in (" с.", " гр."):
        blank = text.find(mark, 1)
        while blank > 0:
            if text[blank - 1] in _SCHOOL_ENDS and text[blank - 2] in _SCHOOL_ENDS:
                at = bisect_left(page.ends, blank)
                if at % 2 and (_HOMES.fullmatch(page.parts[at]) or _SCHOOLS.fullmatch(page.parts[at])):
                    found.append(at)
            blank = text.find(mark, blank + 1)
    return found


def _led(text: str, page: Words) -> list[int]:
    """The places of unlisted abbreviations right behind the office of who leads them: `председател на ФНСС`."""
    found = []
    for office in _LEADERS:
        start = text.find(office)
        while start >= 0:
            match = _LED.match(text, start + len(office))
            if match is not None and not _is_name(lower(match["short"])):
                found.append(bisect_left(page.ends, match.end()))
            start = text.find(office, start + len(office))
    return found


def _is_name(word: str) -> bool:
    """Whether a word in lower case is a land, a town or somebody: `президент на САЩ`."""
    return word in kinds_of_names() or is_given(word.capitalize())


# Offices of who leads a union or a federation; no list has them all.
_LEADERS = ("редседател", "резидент")
_LED = re.compile(r"(?:ят|я|ът|а|ка|ката)?[ ]на[ ](?P<short>[А-Я]{3,10})(?![\w№-]|\.\w|[ ][А-Я]{2})")


def is_school(page: Words, at: int) -> bool:
    """Whether the word at `at` abbreviates the kind of a school whose name in quotes follows: `ПГПЧЕ "Йоан Екзарх"`."""
    return '"' in page.parts[at + 1][:2] and _SCHOOLS.fullmatch(page.parts[at]) is not None
