"""Names that begin with the surname and a sign for it: `ГЕНОВА, Мария - директор`, `Велева Ю. - касиер`."""

import re
from collections.abc import Sequence

from govarchive.names.evidence import begins_item, speaks_of_person
from govarchive.names.lexicon import gender, is_given, surname_weight, word_class
from govarchive.text.fold import lower

_COMMA = re.compile(r",[ ]{0,2}")
_CELL_END = re.compile(r"[ ]*(?:$|[\n\t(])")
_INITIALS = re.compile(r"[ ][А-Я]\.(?:[ ]?[А-Я]\.)?")
_FATHERS = frozenset({"initial", "strong", "weak"})


def leads(word: str, start: int, stop: int, others: Sequence[str], at: int, end: int, text: str) -> bool:
    """Whether a surname at `[start, stop)` and a comma lead to the other names of one person, at `[at, end)`.

    One in capitals before others that are not does so anywhere; else it begins an item that the name fills or whose
    office follows.

    >>> page = "ГЕНОВА, Мария и Колева, Анна Петрова"
    >>> leads("ГЕНОВА", 0, 6, ("Мария",), 8, 13, page), leads("Колева", 16, 22, ("Анна", "Петрова"), 24, 36, page)
    (True, False)
    """
    if not _COMMA.fullmatch(text, stop, at) or surname_weight(word) < 2 or is_given(word):
        return False
    given, *fathers = others
    if not is_given(given) or fathers[1:] or not _FATHERS.issuperset(map(word_class, fathers)):
        return False
    if any(_is_of_woman(it) != (gender(given) == "f") for it in (word, *fathers) if it[-1] != ".") and gender(given):
        return False
    if word.isupper() and not given.isupper():
        return True
    return begins_item(text, start) and (_CELL_END.match(text, end) is not None or speaks_of_person(text, end))


def _is_of_woman(surname: str) -> bool:
    return lower(surname).endswith("а")


def behind_initials(word: str, start: int, stop: int, text: str) -> int:
    """Where the initials behind a surname end that begins an item and fills it or has its office behind; else 0.

    >>> behind_initials("Велева", 0, 6, "Велева Ю. - юрисконсулт"), behind_initials("Велева", 0, 6, "Велева Ю. дойде")
    (9, 0)
    """
    match = _INITIALS.match(text, stop)
    if match is None or surname_weight(word) < 2 or not begins_item(text, start):
        return 0
    end = match.end()
    return end if _CELL_END.match(text, end) or speaks_of_person(text, end) else 0
