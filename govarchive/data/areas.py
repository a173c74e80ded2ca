"""Area codes read from the tables: the code inside a number, the codes of the towns a page names.

>>> code_of("56812345"), code_of("2911204"), code_of("86661120")
('56', '2', '866')
>>> codes_named("Община Айтос, ул. Цар Освободител, гр. Айтос")
('558',)
"""

import re
from collections import Counter
from functools import cache

from govarchive.data import table, words

_WORD = re.compile(r"(?<![^\W\d_])[А-Я][а-яА-Я]+")
_SECOND = re.compile(r"[ -][А-Я][а-яА-Я]+")
_MARKED = re.compile(r"(?:\bгр\.?|\bград|\bобщина|\bобласт|-|,)\s*$", re.IGNORECASE)


def is_code(code: str) -> bool:
    """Whether the digits (without trunk 0) are an area code, or an older longer one that begins with one.

    >>> is_code("56"), is_code("7147"), is_code("8")
    (True, True, False)
    """
    codes = words("manual_area_codes", "code")
    return code in codes or (len(code) in (4, 5) and (code[:3] in codes or code[:2] in codes))


def begins_code(digits: str) -> bool:
    """Whether two digits or more begin an area code: what is left of a code that print cut in two (`036 / 16 20 11`).

    >>> begins_code("36"), begins_code("3")
    (True, False)
    """
    return len(digits) >= 2 and any(code.startswith(digits) for code in words("manual_area_codes", "code"))


def code_of(national: str) -> str:
    """The longest area code a fixed national number begins with; empty for none."""
    codes = words("manual_area_codes", "code")
    for length in (3, 2, 1):
        if national[:length] in codes:
            return national[:length]
    return ""


@cache
def _towns() -> dict[str, tuple[str, bool]]:
    """Name in lower case -> area code, and whether the name is an ordinary word too."""
    rows = (row for row in table("manual_towns") if row["area_code"])
    return {row["name"].lower(): (row["area_code"], row["word"] == "1") for row in rows}


def codes_named(text: str) -> tuple[str, ...]:
    """The area codes of the towns a text names, the most often named first; ordinary words count only after `гр.`."""
    towns, seen = _towns(), Counter[str]()
    for match in _WORD.finditer(text):
        second = _SECOND.match(text, match.end())
        name = match.group().lower()
        code, word = towns.get(name + second.group().lower() if second else name) or towns.get(name) or ("", False)
        marked = code and _MARKED.search(text, max(0, match.start() - 10), match.start()) is not None
        if code and (marked or not word):
            seen[code] += 2 if marked else 1
    return tuple(code for code, _ in seen.most_common())
