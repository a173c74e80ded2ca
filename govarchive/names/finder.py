"""Which stretches of a text are names of people.

Runs of capitalised words, cut into pieces (`pieces`), are weighed: by the shape of their words, by what stands beside
them (`evidence`), by names next to them in a list, and by full names elsewhere on the page: a surname alone needs one,
or a title, or a role.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from govarchive.names.evidence import before_titles, context_weight, is_patron, is_said_by, role_stands_before
from govarchive.names.latin import latin_people
from govarchive.names.lexicon import gender, is_common_word, is_place, surname_weight, word_class
from govarchive.names.pieces import pieces
from govarchive.names.runs import Token
from govarchive.text.fold import lower

ENOUGH = 2.0
"""The weight from which a stretch counts as a name."""

_FIRST = {"given": 1.7, "initial": 1.1, "unknown": 0.4, "weak": 0.4, "strong": 0.4}
_MIDDLE = {"given": 0.6, "initial": 0.5, "strong": 0.8, "weak": 0.3, "unknown": 0.1}
_LAST = {"given": 0.8, "strong": 0.9, "weak": 0.6, "unknown": 0.3}
_ADDRESS = frozenset({"господин", "госпожа", "госпожица"})
_IN_LIST = 1.0
_BESIDE = re.compile(r"[ ]*(?:[,;]|[ ]и|[,;]?[ ]*\n[ \n]*(?:[0-9]{1,3}[.)]|[-*•])?|[,;]?\t)[ ]*")
_SECOND_SURNAME = re.compile(r"[ ]?-[ ]?([А-Я](?:[а-я]+|[А-Я]+)[ое]в[аА]?|[А-Я]{2,}[ОЕ]ВА?)(?!\w|[ ][А-Я])")


class Guess(NamedTuple):
    """A stretch that may be a name, its words, its weight and the rule that saw it."""

    start: int
    stop: int
    words: Sequence[str]
    weight: float
    rule: str


def find_people(text: str) -> list[Guess]:
    """The names of people in a folded text, in order of position."""
    guesses: list[Guess] = []
    loners: list[Token] = []
    for piece in pieces(text):
        if len(piece) == 1:
            loners.append(piece[0])
        else:
            guesses.append(_guess(piece, text))
    sure = [_with_second_surname(it, text) for it in _settle(guesses, text)]
    seconds = {it.stop for it in sure}
    families = {lower(it.words[-1]) for it in sure} - {lower(it.words[0]) for it in sure}
    for token in loners:
        rule = _rule_for_loner(token, text, families)
        if rule and token.stop not in seconds:  # not the second surname of `Танева - Кирова`
            sure.append(Guess(token.start, token.stop, (token.text,), ENOUGH, rule))
    sure += [Guess(it.start(), it.end(), (it.group(),), ENOUGH, "name in Latin letters") for it in latin_people(text)]
    return sorted(sure)


def _guess(piece: Sequence[Token], text: str) -> Guess:
    """A piece with its weight: shape first, context only where the shape leaves a doubt."""
    words = [it.text for it in piece]
    start, stop = piece[0].start, piece[-1].stop
    weight = _shape(words) - _ordinary(words, text)
    if is_place(" ".join(words)):
        weight -= ENOUGH
    if -ENOUGH < weight < ENOUGH:
        weight += context_weight(text, start, stop)
    return Guess(start, stop, words, weight, "name")


def _shape(words: Sequence[str]) -> float:
    kinds = [word_class(word) for word in words]
    if kinds[0] == "strong" and kinds[1] == "given":
        return 0.9 + 1.2
    middle = sum(_MIDDLE[kind] for kind in kinds[1:-1])
    agreed = 0.3 if kinds[-1] == "strong" and _agree(words[0], words[-1]) else 0.0
    common = 0.9 if kinds[-1] in {"unknown", "weak"} and is_common_word(words[0]) else 0.0
    return _FIRST[kinds[0]] - common + min(middle, 0.9) + _LAST[kinds[-1]] + agreed


def _agree(first: str, last: str) -> bool:
    """Whether a given name and a surname are of one gender, as far as endings and the list tell."""
    feminine = lower(last).endswith("а")
    told = gender(first)
    return (told == "f") == feminine if told else lower(first).endswith(("а", "я")) == feminine


def _ordinary(words: Sequence[str], text: str) -> float:
    """What a word costs that the page also prints in small letters."""
    cost = 0.0
    printed = _printed(text)
    for word in words:
        kind = word_class(word)
        if kind in {"unknown", "weak", "given"} and lower(word) in printed:
            cost += 0.5 if kind == "given" else 0.8
        if kind == "unknown" and word.isupper():
            cost += 0.3
    return cost


@lru_cache(maxsize=2)
def _printed(text: str) -> frozenset[str]:
    """What a page prints between spaces; only asked for words in small letters."""
    return frozenset(text.split(" "))


def _settle(guesses: list[Guess], text: str) -> list[Guess]:
    """The guesses of enough weight, with those that stand in a list beside one; no patrons of streets and schools."""
    named = [it for it in guesses if it.weight > 0.5 and not is_patron(text, it.start, it.stop)]
    sure = [it.weight >= ENOUGH for it in named]
    for order in (range(1, len(named)), range(len(named) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            if not sure[at] and sure[at + step] and named[at].weight + _IN_LIST >= ENOUGH:
                first, second = sorted((named[at], named[at + step]))
                sure[at] = _stand_together(text, first.stop, second.start)
    return [it for it, good in zip(named, sure, strict=True) if good]


def _stand_together(text: str, start: int, stop: int) -> bool:
    """Whether only what parts the items of a list stands in `[start, stop)`."""
    return stop - start < 40 and _BESIDE.fullmatch(text, start, stop) is not None


def _with_second_surname(it: Guess, text: str) -> Guess:
    """`ВЪЛЕВА - ДОЧЕВА`: a second surname after a dash with spaces."""
    match = _SECOND_SURNAME.match(text, it.stop)
    if match is None or surname_weight(it.words[-1]) < 2 or it.words[-1].isupper() != match.group(1).isupper():
        return it
    if lower(it.words[-1])[-1] != lower(match.group(1))[-1] or word_class(match.group(1)) != "strong":
        return it
    return it._replace(stop=match.end(), words=[*it.words[:-1], f"{it.words[-1]}-{match.group(1)}"])


def _is_addressed(text: str, start: int, kind: str) -> bool:
    """Whether a title stands before: any before a surname, `г-н` and the like before a given name."""
    front, title = before_titles(text, start)
    return front < start and (kind != "given" or title in _ADDRESS)


def _rule_for_loner(token: Token, text: str, families: set[str]) -> str:
    """Why a single capitalised word is a person; empty when it is none."""
    kind = word_class(token.text)
    if kind in {"barrier", "initial"} or len(token.text) < 3:
        return ""
    rule = ""
    if lower(token.text) in families:
        rule = "surname of a full name"
    elif _is_addressed(text, token.start, kind):
        rule = "title and surname"
    elif kind != "given" and role_stands_before(text, token.start):
        rule = "role and surname" if kind == "strong" or is_said_by(text, token.stop) else ""
    return rule if rule and not is_patron(text, token.start, token.stop) else ""
