"""Abbreviations that a page explains in brackets behind a name: `Съвет на балканските общини (СБО)`.

>>> text = "Регионална здравна инспекция (РЗИ) - Видин"
>>> it = explained(text, 0, 28)
>>> it and (it["short"], it.end())
('РЗИ', 34)
>>> explained("Съвет на балканските общини (в ликвидация)", 0, 27) is None
True
>>> text = "Областна дирекция на МВР /ОДМВР/"
>>> it = explained(text, 0, 24)
>>> it and it["short"]
'ОДМВР'
"""

import re
from bisect import bisect_left
from functools import cache, lru_cache

from govarchive.model import Span
from govarchive.names.bodies.doubts import is_board, names_another, shouted
from govarchive.names.bodies.words import ABBREVIATIONS, SHORTS, Head
from govarchive.names.places.seats import after_quotes, branch, seat
from govarchive.names.places.toponyms import known_at
from govarchive.names.quoted import quoted
from govarchive.text.fold import lower
from govarchive.text.words import Words, printed

_BRACKETS = re.compile(r"[ ]?[(/][ ]?\"?(?P<short>[А-Я][А-Яа-я]{0,5}[А-Я])\"?[ ]?[)/]")
_WORD = re.compile(r"[А-Яа-яЍѝ]+")
# Words that leave no letter in an abbreviation.
_SKIPPED = frozenset("на за по и във в със с към при от до".split())
# `№ СБО-12`, `РД-СБО`, `12.СБО`.
_PART_OF_NUMBER = re.compile(r"(?:№[ ]?|[.-])$")


def explained(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The brackets behind a name `[start, stop)` where they hold the first letters of its words."""
    if text[stop : stop + 2].lstrip(" ")[:1] not in ("(", "/"):
        return None
    match = _BRACKETS.match(text, stop)
    if match is None:
        return None
    words = [word for word in _WORD.findall(text, start, stop) if lower(word) not in _SKIPPED]
    if len(words) == 1 and len(words[0]) < 2:
        return None
    short = lower(match["short"])
    # An abbreviation in the name stands in its own as it is: `Областна дирекция на МВР (ОДМВР)`.
    letters = "".join(word[0] for word in words)
    whole = "".join(word if word.isupper() else word[0] for word in words)
    return match if len(short) > 1 and short in (lower(letters), lower(whole)) else None


def behind_short(text: str, short: re.Match[str] | None, head: Head) -> int:
    """Where a name goes on to behind its abbreviation in brackets; 0 where it ends before them.

    A quoted name, a town behind a dash or a listed one: `Средно училище (СУ) "Отец Паисий"`, `… инспекция (РЗИ) Видин`.
    """
    if short is None:
        return 0
    name = quoted(text, short.end()) if head.quotes else None
    if name is not None:
        return after_quotes(text, name.end())
    if not head.takes_town:
        return 0
    end = seat(text, short.end(), head, complemented=True)
    joined = text[short.end() : end].lstrip(" ")[:1] == "-"
    return end if joined or known_at(text, short.end() + 1) > short.end() + 1 else 0


def is_whole(text: str, left: int, start: int, stop: int, short: re.Match[str] | None) -> bool:
    """Whether its abbreviation makes a name `[left, stop)` with the head at `start` whole.

    Not that of an organ inside a body, nor of a kind: `основното училище (ОУ) в Долно Поле`.
    """
    if short is None or is_board(text, left, start, stop):
        return False
    return not (text[left].islower() and short["short"] in ABBREVIATIONS and ABBREVIATIONS[short["short"]].needs_name)


def with_explained(text: str, page: Words, found: list[Span]) -> list[Span]:
    """The bodies, and the abbreviations that their page explains behind a name, or whose full name it has."""
    matches = [match for start, stop, *_ in found if (match := explained(text, start, stop))]
    told = {match["short"] for match in matches if len(match["short"]) > 2} - _kinds_of_bodies()
    told |= _initials(text, found)
    told |= {short for it in found if it.rule == "named body" and (short := _listed_short(text[it.start : it.stop]))}
    told &= printed(text)
    if not told:
        return found
    spans = [
        Span(page.ends[at - 1], branch(text, page.ends[at]), "abbreviation")
        for at in page.among(told)
        if not _PART_OF_NUMBER.search(page.parts[at - 1])
        and not names_another(text, page.ends[at - 1])
        and not shouted(text, page, at)
    ]
    starts = [it.start for it in found]
    named = set(starts)
    free = (it for it in spans if (at := bisect_left(starts, it.start)) == 0 or found[at - 1].stop <= it.start)
    return sorted({*found, *(it for it in free if it.start not in named)})


def _listed_short(name: str) -> str | None:
    """The abbreviation of a listed name, which may say what it is at: `Национален природонаучен музей при БАН`."""
    return SHORTS.get(lower(name).split(" при ", 1)[0])


def _initials(text: str, found: list[Span]) -> set[str]:
    """The first letters of the bodies of a page, where they are on no list: `ЯАС` for the court of Ямбол."""
    return {made for start, stop, *_ in found if (made := _initials_of(text[start:stop]))}


@lru_cache(maxsize=1024)
def _initials_of(name: str) -> str:
    """The first letters of a name, empty where they are listed or make a word, or are too few or too many."""
    words = [word for word in _WORD.findall(name) if lower(word) not in _SKIPPED]
    if not _FEWEST <= len(words) <= _MOST or any(map(str.isupper, words)):
        return ""
    made = "".join(word[0] for word in words).upper()
    return "" if made in ABBREVIATIONS or made in _WORDS else made


_FEWEST, _MOST = 3, 7
# First letters that make a word.
_WORDS = frozenset("ДОМ КОД ДОК СОС КОЙ НОС СОК РОД ПОП СОП ЛОС".split())


@cache
def _kinds_of_bodies() -> frozenset[str]:
    """The abbreviations there are many of, also where a page explains them: `ЦНСТ`, `МИГ`."""
    return frozenset(short for short, row in ABBREVIATIONS.items() if row.needs_name and not row.ambiguous)
