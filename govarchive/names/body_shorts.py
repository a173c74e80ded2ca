"""Abbreviations of bodies that no list has, told by what is joined to them.

>>> from govarchive.text.words import words
>>> text = 'ОЧС - Видин, ПГПЧЕ "Йоан Екзарх"'
>>> page = words(text)
>>> [page.parts[at] for at in unlisted(text, page, frozenset())]
['ОЧС', 'ПГПЧЕ']
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set

from govarchive.text.words import Words

# Letters nobody can pronounce: an abbreviation, not a word in capitals.
_INITIALS = re.compile(r"[А-Я][БВГДЖЗКЛМНПРСТФХЦЧШЩ]{2,4}(?![А-Яа-я])")
# Schools and homes for children by what they teach and do: `ПГПЧЕ`, `ЦНСТДУ`.
_SCHOOLS = re.compile(r"(?:[НСД]?ПГ[А-Я]{1,6}|[А-Я]{0,2}ГПЧЕ|[СОН]УИ|ЦНСТ[А-Я]*|КСУ[А-Я]*)(?![А-Яа-я])")
_STEMS = ("ПГ", "ГПЧЕ", "УИ", "ЦНСТ", "КСУ")
_CONSONANTS = frozenset("БВГДЖЗКЛМНПРСТФХЦЧШЩ")
_DASHES = frozenset((" - ", "-", " -", "- ", " / ", "/", " -\n", "-\n"))


def unlisted(text: str, page: Words, listed: Set[str]) -> list[int]:
    """The places of abbreviations outside `listed`: those a dash joins to something, and schools before a quote."""
    found = _joined_by_dash(text, page) + _schools(text, page)
    return sorted({at for at in found if page.parts[at] not in listed}) if found else found


def _joined_by_dash(text: str, page: Words) -> list[int]:
    """The places of unlisted abbreviations that a dash joins to something."""
    found = []
    for mark in "-/":
        dash = text.find(mark, 1)
        while dash > 0:
            stop = dash - (text[dash - 1] == " ")
            if text[stop - 1 : stop] in _CONSONANTS:
                at = bisect_left(page.ends, stop)
                if page.parts[at + 1] in _DASHES and _INITIALS.fullmatch(page.parts[at]):
                    found.append(at)
            dash = text.find(mark, dash + 1)
    return found


def _schools(text: str, page: Words) -> list[int]:
    """The places of unlisted abbreviations of schools and homes with a quoted name behind them."""
    found = []
    for stem in _STEMS:
        start = text.find(stem)
        while start >= 0:
            at = bisect_right(page.ends, start)
            word, gap = page.parts[at], page.parts[at + 1]
            if '"' in gap[:2] and _SCHOOLS.fullmatch(word):
                found.append(at)
            start = text.find(stem, page.ends[at])
    return found
