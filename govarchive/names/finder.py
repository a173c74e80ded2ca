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
from govarchive.names.evidence import before_titles, context_weight, is_patron, is_said_by, role_before
from govarchive.names.family_first import behind_initials
from govarchive.names.latin import is_latin_person
from govarchive.names.lexicon import (
    form_of,
    gender,
    is_common_word,
    is_given,
    is_place,
    may_be_region,
    name_class,
    surname_weight,
    word_class,
)
from govarchive.names.pieces import Piece, pieces
from govarchive.text.fold import lower
from govarchive.text.words import printed

ENOUGH = 2.0
"""The weight from which a stretch counts as a name."""

LITTLE = 0.5
"""The weight up to which not even a list of names makes one of a stretch."""

_FIRST = {"given": 1.7, "initial": 1.1, "unknown": 0.4, "weak": 0.4, "strong": 0.4}
_MIDDLE = {"given": 0.6, "initial": 0.5, "strong": 0.8, "weak": 0.3, "unknown": 0.1}
_LAST = {"given": 0.8, "strong": 0.9, "weak": 0.6, "unknown": 0.3}
# What a word costs that the page also prints in small letters.
_COMMON = {"given": 0.5, "unknown": 0.8, "weak": 0.8}
# The last words of titles before a given name alone: a form of address, and priests and monks, who bear no other name.
_BEFORE_GIVEN = frozenset(
    """господин госпожа госпожица отец поп свещеник архимандрит епископ митрополит патриарх игумен игуменка йерей монах
    монахиня йеромонах йеродякон дякон схимонах кардинал пастор ходжа хаджи даскал уста""".split()
)
_LISTED = frozenset({"role and surname", "surname in a list"})
_AFTER_CUE = frozenset(" .")  # what stands between a title or a role and a surname
_IN_LIST = 1.0
_BESIDE = re.compile(r"[ ]*(?:[,;]|[ ]и|[,;]?[ ]*\n[ \n]*(?:[0-9]{1,3}[.)]|[-*•])?|[,;]?\t)[ ]*")
_MISTER = re.compile(r"(?<![^\W_])(Господин|ГОСПОДИН)[ ]\Z")
_SECOND_SURNAME = re.compile(
    r"[ ]?-[ ]?([А-Я](?:[а-я]+|[А-Я]+)(?:[ое]в[аА]?|ск[иа])|[А-Я]{2,}(?:[ОЕ]ВА?|СК[ИА]))(?!\w|[ ][А-Я])"
)
# A given name or one by which a person is called, for a second surname: `Цонева - Рашид, стая 5`.
_SECOND_GIVEN = re.compile(r"[ ]-[ ]([А-Я](?:[а-я]{3,}|[А-Я]{3,}))(?=[ ]*(?:[,;)\n\t]|$))")


class _Worth(NamedTuple):
    """What words weigh by themselves, the least that a page may leave of it, and what each costs as a common word."""

    most: float
    least: float
    costs: tuple[tuple[str, float], ...]


_VILLAGE_MARKS = (
    *("с.", "гр.", "С.", "ГР."),
    *(f"{it}{gap}" for it in ("с.", "гр.", "село", "С.", "ГР.") for gap in (" ", "  ")),
)
_LAND = re.compile(r"[ ](?!и[ ])[а-яѝ]")
_NEXT_WORD = re.compile(r"[ ]([А-ЯЍ][а-яѝ]+)(?![А-Яа-я-])")


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
    for found in pieces(text):
        piece = _behind_village(found, text)
        start, stop, words = piece
        if words[1:]:
            weight = _weight(piece, text)
            if weight >= 0:
                guesses.append(_Guess(start, stop, words, weight))
        elif words[0] > "Ѐ":
            loners.append(piece)
        elif is_latin_person(text, start, words[0]):
            latin.append(Span(start, stop, "name in Latin letters"))
    sure = [_with_second_surname(_with_mister(it, text), text) for it in _settle(guesses, text)]
    named = [Span(start, stop, "name") for start, stop, _, _ in sure]
    return sorted([*named, *latin, *_loners(loners, sure, text)])


def _behind_village(piece: Piece, text: str) -> Piece:
    """A name without the village before it that is called as people are: `с. Драгана Рада Минева`."""
    start, stop, words = piece
    if not words[2:] or not text.endswith(_VILLAGE_MARKS, 0, start) or name_class(words[1]) != "given":
        return piece
    behind = text.index(words[1], start + len(words[0]), stop)
    # A piece is three words at most, and here one of them was the village.
    last = _NEXT_WORD.match(text, stop)
    if last and name_class(last[1]) == "strong":
        return behind, last.end(), (*words[1:], last[1])
    return behind, stop, words[1:]


def _weight(piece: Piece, text: str) -> float:
    """The weight of a piece: its words first, what stands around it only where they leave a doubt, then the page.

    Less than 0 for the patron of a street or a school, and for what nothing can make a name.
    """
    start, stop, words = piece
    most, least, costs = _worth(words)
    if most <= -ENOUGH or (may_be_region(words) and _LAND.match(text, stop)):
        return -1.0
    front, titles = before_titles(text, start)
    context = 0.0 if least >= ENOUGH else context_weight(text, stop, front, titles)
    if is_patron(text, stop, front, titles):
        return -1.0
    if most + context <= LITTLE:
        return 0.0
    if least + context >= ENOUGH:
        return ENOUGH
    weight = most - _ordinary(costs, text)
    return max(weight + context, 0.0) if weight > -ENOUGH else -1.0


@lru_cache(maxsize=4096)
def _worth(words: tuple[str, ...]) -> _Worth:
    """The shape of words: a property of theirs alone, so the same for every page."""
    kinds = [name_class(word) for word in words]
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
    doubt = 0.6 if may_be_region(words) else 0.0
    middle = sum(_MIDDLE[kind] for kind in kinds[1:-1])
    agreed = 0.3 if kinds[-1] == "strong" and _agree(words[0], words[-1]) else 0.0
    common = 0.9 if kinds[-1] in {"unknown", "weak"} and is_common_word(words[0]) else 0.0
    return _FIRST[kinds[0]] - common - doubt + min(middle, 0.9) + _LAST[kinds[-1]] + agreed


def _agree(first: str, last: str) -> bool:
    """Whether a given name and a surname are of one gender, as far as endings and the list tell."""
    feminine = form_of(last).endswith("а")
    told = gender(first)
    return (told == "f") == feminine if told else form_of(first).endswith(("а", "я")) == feminine


def _ordinary(costs: Sequence[tuple[str, float]], text: str) -> float:
    """What the words cost that the page also prints in small letters."""
    told = printed(text)
    # What is no single word is not among the words.
    return sum([cost for form, cost in costs if (form in told or not form.isalpha()) and form in _between_spaces(text)])


@lru_cache(maxsize=2)
def _between_spaces(text: str) -> frozenset[str]:
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
    known = {_forms(it) for it in compress(guesses, sure)}
    return [it for it, good in zip(guesses, sure, strict=True) if good or _forms(it) in known]


def _forms(it: _Guess) -> tuple[str, ...]:
    """The words in small letters: what the page names elsewhere is a name here too."""
    return tuple(map(form_of, it.words))


def _stand_together(text: str, start: int, stop: int) -> bool:
    """Whether only what parts the items of a list stands in `[start, stop)`."""
    return stop - start < 40 and _BESIDE.fullmatch(text, start, stop) is not None


def _with_mister(it: _Guess, text: str) -> _Guess:
    """`Господин Петров Ганев`: before two surnames of a man it is no form of address but his given name."""
    if it.words[0].endswith(".") or text[it.start - 2 : it.start].lower() != "н ":
        return it
    match = _MISTER.search(text, it.start - 10, it.start)
    if match is None or match[1].isupper() != it.words[-1].isupper() or len(it.words) != 2:
        return it
    if any(name_class(word) != "strong" or lower(word).endswith("а") for word in it.words):
        return it
    return it._replace(start=match.start(1), words=(match[1], *it.words))


def _with_second_surname(it: _Guess, text: str) -> _Guess:
    """`ВЪЛЕВА - ДОЧЕВА`: a second surname after a dash with spaces."""
    second = _second_surname(it.words[-1], it.stop, text, 1 + (not is_given(it.words[0])))
    if second is None:
        return it
    return it._replace(stop=second.end(), words=(*it.words[:-1], f"{it.words[-1]}-{second[1]}"))


def _second_surname(first: str, stop: int, text: str, least: int = 2) -> re.Match[str] | None:
    """A second surname of the gender and case of the first, which ends at `stop` and weighs so much at least."""
    match = _SECOND_SURNAME.match(text, stop) or _SECOND_GIVEN.match(text, stop)
    if match is None:
        return None
    second = match[1]
    if surname_weight(first) < least or first.isupper() != second.isupper():
        return None
    if match.re is _SECOND_GIVEN:
        male = is_given(second) and gender(second) != "f"  # `вдовицата на А - Марина, ...` is another
        return match if male and not is_common_word(second) and not is_place(second) else None
    if word_class(second) not in {"strong", "weak"}:
        return None
    return match if lower(first).endswith("а") == lower(second).endswith("а") else None


def _loners(loners: Sequence[Piece], sure: Sequence[_Guess], text: str) -> Iterator[Span]:
    """The words alone that are people."""
    last = {it.stop for it in sure}  # the second surname of `Танева - Кирова` is no other person
    families = {form_of(it.words[-1]) for it in sure} - {form_of(it.words[0]) for it in sure}
    before = Span(0, 0, "")
    for start, stop, (word,) in loners:
        if stop in last:
            continue
        related = form_of(word) in families
        if end := behind_initials(word, start, stop, text):
            before = Span(start, end, "surname and initials")
            yield before
            continue
        rule = ""
        if related or text[start - 1 : start] in _AFTER_CUE:
            rule = _rule_for_loner(word, start, stop, text, related)
        if not rule and before.rule in _LISTED and word_class(word) == "strong":
            rule = "surname in a list" if _stand_together(text, before.stop, start) else ""
        if rule:
            second = _second_surname(word, stop, text)
            before = Span(start, second.end() if second else stop, rule)
            last.add(before.stop)
            yield before


def _rule_for_loner(word: str, start: int, stop: int, text: str, related: bool) -> str:
    """Why a single capitalised word is a person; empty when it is none."""
    kind = word_class(word)
    if kind == "initial" or not word[2:]:
        return ""
    front, titles = before_titles(text, start)
    if related:
        rule = "surname of a full name"
    elif kind == "given":
        if not titles and (titles := role_before(text, start) or ""):
            front = text.rfind(" ", 0, start - 1) + 1
        rule = "title and given name" if titles and _is_called(titles, text, front) else ""
    elif titles:
        rule = "title and surname"
    elif (kind == "strong" or is_said_by(text, stop)) and role_before(text, start):
        rule = "role and surname"
    else:
        return ""
    return rule if rule and not is_patron(text, stop, front, titles) else ""


def _is_called(title: str, text: str, front: int) -> bool:
    """Whether a title or a role makes a person of a given name; not inside a name (`Читалище Отец Паисий`)."""
    if title.rpartition(" ")[2] not in _BEFORE_GIVEN:
        return False
    return text[front].islower() or not text[max(0, front - 2) : front].rstrip(" ")[-1:].isalpha()
