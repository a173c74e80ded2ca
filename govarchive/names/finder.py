"""Which stretches of a text are names of people.

Runs of capitalised words, cut into pieces (`pieces`), are weighed: by the shape of their words, by what stands beside
them (`evidence`), by names next to them in a list, and by full names elsewhere on the page: a surname alone needs one,
or a title, or a role.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from govarchive.model import Span
from govarchive.names.evidence import before_titles, context_weight, is_patron, is_said_by, role_stands_before
from govarchive.names.latin import is_latin_person
from govarchive.names.lexicon import form_of, gender, is_common_word, is_place, surname_weight, word_class
from govarchive.names.pieces import Piece, pieces
from govarchive.text.fold import lower

ENOUGH = 2.0
"""The weight from which a stretch counts as a name."""

LITTLE = 0.5
"""The weight up to which not even a list of names makes one of a stretch."""

_FIRST = {"given": 1.7, "initial": 1.1, "unknown": 0.4, "weak": 0.4, "strong": 0.4}
_MIDDLE = {"given": 0.6, "initial": 0.5, "strong": 0.8, "weak": 0.3, "unknown": 0.1}
_LAST = {"given": 0.8, "strong": 0.9, "weak": 0.6, "unknown": 0.3}
# What a word costs that the page also prints in small letters.
_COMMON = {"given": 0.5, "unknown": 0.8, "weak": 0.8}
_ADDRESS = frozenset({"господин", "госпожа", "госпожица"})
_AFTER_CUE = frozenset(" .")  # what stands between a title or a role and a surname
_IN_LIST = 1.0
_BESIDE = re.compile(r"[ ]*(?:[,;]|[ ]и|[,;]?[ ]*\n[ \n]*(?:[0-9]{1,3}[.)]|[-*•])?|[,;]?\t)[ ]*")
_SECOND_SURNAME = re.compile(r"[ ]?-[ ]?([А-Я](?:[а-я]+|[А-Я]+)[ое]в[аА]?|[А-Я]{2,}[ОЕ]ВА?)(?!\w|[ ][А-Я])")


class _Worth(NamedTuple):
    """What words weigh by themselves, the least that a page may leave of it, and what each costs as a common word."""

    most: float
    least: float
    costs: tuple[tuple[str, float], ...]


class _Guess(NamedTuple):
    """A piece that may be a name, and its weight."""

    start: int
    stop: int
    words: tuple[str, ...]
    weight: float


def find_people(text: str) -> list[Span]:
    """The names of people in a folded text, in order of position."""
    guesses: list[_Guess] = []
    loners: list[Piece] = []
    latin: list[Span] = []
    for piece in pieces(text):
        start, stop, words = piece
        if words[1:]:
            weight = _weight(piece, text)
            if weight > LITTLE:
                guesses.append(_Guess(start, stop, words, weight))
        elif words[0] > "Ѐ":
            loners.append(piece)
        elif is_latin_person(text, start, words[0]):
            latin.append(Span(start, stop, "name in Latin letters"))
    sure = [_with_second_surname(it, text) for it in _settle(guesses, text)]
    found = [Span(start, stop, "name") for start, stop, _, _ in sure]
    return sorted([*found, *latin, *_loners(loners, sure, text)])


def _weight(piece: Piece, text: str) -> float:
    """The weight of a piece: its words first, what stands around it only where they leave a doubt, then the page.

    0 for the patron of a street or a school.
    """
    start, stop, words = piece
    most, least, costs = _worth(words)
    if most <= -ENOUGH:
        return 0.0
    front, titles = before_titles(text, start)
    context = 0.0 if least >= ENOUGH else context_weight(text, stop, front, titles)
    if most + context <= LITTLE or is_patron(text, stop, front, titles):
        return 0.0
    if least + context >= ENOUGH:
        return ENOUGH
    weight = most - _ordinary(costs, text)
    return weight + context if weight > -ENOUGH else 0.0


@lru_cache(maxsize=4096)
def _worth(words: tuple[str, ...]) -> _Worth:
    """The shape of words: a property of theirs alone, so the same for every page."""
    kinds = [word_class(word) for word in words]
    weight = _shape(words, kinds) - 0.3 * sum(map(_is_shouted, words, kinds))
    if is_place(" ".join(words)):
        weight -= ENOUGH
    costs = tuple((form_of(word), _COMMON[kind]) for word, kind in zip(words, kinds, strict=True) if kind in _COMMON)
    return _Worth(weight, weight - sum(cost for _, cost in costs), costs)


def _is_shouted(word: str, kind: str) -> bool:
    """Whether a word of no known shape is all in capitals."""
    return kind == "unknown" and word.isupper()


def _shape(words: Sequence[str], kinds: Sequence[str]) -> float:
    if kinds[0] == "strong" and kinds[1] == "given":
        return 0.9 + 1.2
    middle = sum(_MIDDLE[kind] for kind in kinds[1:-1])
    agreed = 0.3 if kinds[-1] == "strong" and _agree(words[0], words[-1]) else 0.0
    common = 0.9 if kinds[-1] in {"unknown", "weak"} and is_common_word(words[0]) else 0.0
    return _FIRST[kinds[0]] - common + min(middle, 0.9) + _LAST[kinds[-1]] + agreed


def _agree(first: str, last: str) -> bool:
    """Whether a given name and a surname are of one gender, as far as endings and the list tell."""
    feminine = form_of(last).endswith("а")
    told = gender(first)
    return (told == "f") == feminine if told else form_of(first).endswith(("а", "я")) == feminine


def _ordinary(costs: Sequence[tuple[str, float]], text: str) -> float:
    """What the words cost that the page also prints in small letters."""
    printed = _printed(text)
    return sum(cost for form, cost in costs if form in printed)


@lru_cache(maxsize=2)
def _printed(text: str) -> frozenset[str]:
    """What a page prints between spaces; only asked for words in small letters."""
    return frozenset(text.split(" "))


def _settle(guesses: list[_Guess], text: str) -> list[_Guess]:
    """The guesses of enough weight, with those that stand in a list beside one."""
    sure = [it.weight >= ENOUGH for it in guesses]
    if all(sure):
        return guesses
    for order in (range(1, len(guesses)), range(len(guesses) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            if not sure[at] and sure[at + step] and guesses[at].weight + _IN_LIST >= ENOUGH:
                first, second = sorted((guesses[at], guesses[at + step]))
                sure[at] = _stand_together(text, first.stop, second.start)
    return list(compress(guesses, sure))


def _stand_together(text: str, start: int, stop: int) -> bool:
    """Whether only what parts the items of a list stands in `[start, stop)`."""
    return stop - start < 40 and _BESIDE.fullmatch(text, start, stop) is not None


def _with_second_surname(it: _Guess, text: str) -> _Guess:
    """`ВЪЛЕВА - ДОЧЕВА`: a second surname after a dash with spaces."""
    match = _SECOND_SURNAME.match(text, it.stop)
    if match is None:
        return it
    first, second = it.words[-1], match[1]
    if surname_weight(first) < 2 or word_class(second) != "strong" or first.isupper() != second.isupper():
        return it
    if lower(first)[-1] != lower(second)[-1]:
        return it
    return it._replace(stop=match.end(), words=(*it.words[:-1], f"{first}-{second}"))


def _loners(loners: Sequence[Piece], sure: Sequence[_Guess], text: str) -> Iterator[Span]:
    """The words alone that are people."""
    seconds = {it.stop for it in sure}  # the second surname of `Танева - Кирова` is no other person
    families = {form_of(it.words[-1]) for it in sure} - {form_of(it.words[0]) for it in sure}
    for start, stop, (word,) in loners:
        related = form_of(word) in families
        if related or text[start - 1 : start] in _AFTER_CUE:
            rule = _rule_for_loner(word, start, stop, text, related)
            if rule and stop not in seconds:
                yield Span(start, stop, rule)


def _rule_for_loner(word: str, start: int, stop: int, text: str, related: bool) -> str:
    """Why a single capitalised word is a person; empty when it is none."""
    kind = word_class(word)
    if kind == "initial" or not word[2:]:
        return ""
    rule = ""
    front, titles = before_titles(text, start)
    if related:
        rule = "surname of a full name"
    elif titles and (kind != "given" or titles in _ADDRESS):
        rule = "title and surname"
    elif kind != "given" and role_stands_before(text, start):
        rule = "role and surname" if kind == "strong" or is_said_by(text, stop) else ""
    return rule if rule and not is_patron(text, stop, front, titles) else ""
