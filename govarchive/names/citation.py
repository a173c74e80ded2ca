"""The citation form of a name: given name first, title case, straight spaces and dashes, and its parts.

>>> citation("ОГНЯН  РАДОСЛАВОВ ДИЧЕВ"), citation("П.Лойзи"), citation("ВЪЛЕВА - ДОЧЕВА"), citation("ПЕТРОВ Иван")
('Огнян Радославов Дичев', 'П. Лойзи', 'Вълева-Дочева', 'Иван Петров')
>>> citation("ГЕНОВА, Мария"), citation("Велева Ю.")
('Мария Генова', 'Ю. Велева')
>>> citation("Леополд II"), citation("ЧАРЛЗ III")
('Леополд II', 'Чарлз III')
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from govarchive.names.lexicon import gender, is_given, surname_weight
from govarchive.text.fold import lower

_SPACED_DASH = re.compile(r"\s*-\s*")
_GLUED_INITIAL = re.compile(r"\.(?=\w)")
_TELLS = re.compile(r"(?<=[а-я]{2})(?:[оеь]в|[оеь]ва|[сшчц]ки|[сшчц]ка)$")
_PIECE = re.compile(r"[^\W\d_]+")
# `Леополд II`: a number in Roman numerals behind a name, in Latin letters only.
_NUMERAL = re.compile(r"[IVX]{1,5}\.?")
_WORD = re.compile(r"(?:(?:(?:[а-яa-z]{2,5}|х\.)[ ])+|(?:ал|ел|ас|бен)[ -])?[^ ]+")


@lru_cache(maxsize=2048)
def citation(raw: str) -> str:
    """The citation form of one printed name (folded text, without title and role)."""
    flat = " ".join(raw.replace(",", " ").split())
    if "-" in flat:
        flat = _SPACED_DASH.sub("-", flat)
    if "." in flat:
        flat = _GLUED_INITIAL.sub(". ", flat)
    return " ".join(family_last([*map(_spelled, name_words(flat))]))


@lru_cache(maxsize=4096)
def _spelled(word: str) -> str:
    """A word with its pieces not in capitals; most need no look at each piece."""
    return word if word.istitle() or _NUMERAL.fullmatch(word) else _PIECE.sub(_not_in_capitals, word)


@lru_cache(maxsize=2048)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name with single spaces, a particle with the word it leads.

    >>> name_words("Хелга фон дер Брукен")
    ('Хелга', 'фон дер Брукен')
    """
    return tuple(_WORD.findall(name))


def family_last(words: Sequence[str]) -> Sequence[str]:
    """The words in natural order: official lists print the family name before the given one."""
    if (
        len(words) in (2, 3)
        and surname_weight(words[0]) == 2
        and not is_given(words[0])
        and _opens(words[1], words[-1])
    ):
        return [*words[1:], words[0]]
    return words


def _opens(word: str, last: str) -> bool:
    """Whether a word begins a name in natural order: a given name, or initials that no surname follows."""
    return is_given(word) or (word[-1] == "." and last[-1] == ".")


def name_parts(value: str) -> dict[str, str]:
    """The parts of a citation form: `given`, `middle`, `family`, as far as it has them.

    >>> name_parts("Светлина К. Рунева")
    {'given': 'Светлина', 'middle': 'К.', 'family': 'Рунева'}
    """
    words = name_words(value)
    if len(words) == 1:
        return {"family": words[0]}
    if len(words) == 2:
        return {"given": words[0], "family": words[1]}
    return {"given": words[0], "middle": words[1], "family": " ".join(words[2:])}


@lru_cache(maxsize=2048)
def name_gender(value: str) -> str:
    """`m` or `f` where the words of a citation form tell it and agree, else empty; an office never tells.

    Surnames tell by -ов/-ова, -ев/-ева, -ски/-ска, given names by the list, those not listed by -а or -я alone.

    >>> name_gender("Никола Бързев"), name_gender("Айтен Рунева"), name_gender("П. Лойзи"), name_gender("Рума Сефер")
    ('m', 'f', '', 'f')
    """
    first, *surnames = name_words(value)
    if not surnames and surname_weight(first) and not is_given(first):
        surnames = [first]
    told = {gender(first), *map(_gender_of_surname, surnames)} - {""}
    if told:
        return told.pop() if len(told) == 1 else ""
    unlisted = first.endswith(("а", "я")) and not is_given(first) and first not in surnames
    return "f" if unlisted and len(surnames) > 0 else ""


def _gender_of_surname(word: str) -> str:
    match = _TELLS.search(word)
    return "" if match is None else "f" if match[0].endswith("а") else "m"


def _not_in_capitals(match: re.Match[str]) -> str:
    """One unbroken piece of a word (`О'ЛИЪРИ` has two); a piece not all in capitals stays (`МакКейн`)."""
    piece = match.group()
    return piece[0] + lower(piece[1:]) if piece.isupper() else piece
