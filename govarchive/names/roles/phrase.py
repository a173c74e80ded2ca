"""Role phrases: modifiers and adjectives, a head noun, and their citation form.

>>> [it.text for it in role_words("Областния управител")]
['Областния', 'управител']
>>> it = role_at(role_words("вр.и.д. зам.-кмета на общината"), 0)
>>> it.name, it.stop
('временно изпълняващ длъжността заместник-кмет', 18)
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from govarchive.data import table
from govarchive.names.roles.words import (
    DEPUTY,
    PARTED_HEAD,
    SHORT_OFFICES,
    adjective_base,
    head_of,
    may_begin_modifier,
    modifier,
    modifiers,
)
from govarchive.text.fold import lower
from govarchive.text.remembered import remembered_if_short

_WORD = re.compile(rf"{PARTED_HEAD}|\w+\.?")
_JOINT = re.compile(r"[ ]{0,3}(?:-[ ]?)?")
_PARTED = re.compile(r" (-| - ) ")
_PLURAL = ("и", "ите", "ове", "овете")
_MASCULINE = ("ен", "ан", "ш", "щ")
_DEFINITE = ("ът", "ят", "ия", "та", "а", "я")
_WITH_ARTICLE = ("ият", "ния", "ския", "шия", "вия", "ата")
_SEATS = frozenset({"председател", "член"})
# Heads of courts are called by both, `административен ръководител - председател`, and so is who heads the ministers.
_NO_SEAT_BEHIND = frozenset({"ръководител", "министър"})
# `председател - съдия А`, `директор - старши комисар А`: the second is how the person is addressed.
_BY_TRAINING = frozenset({"съдия", "прокурор", "следовател", "адвокат"})
RANKS = frozenset({"комисар", "инспектор"})
"""Ranks that may stand behind an office."""
# `връзки с обществеността`, not `външни връзки`.
_BY_PATTERN = frozenset({"връзки"})
# `първи секретар` is a rank; `първият директор` was the first in time, and director.
_FIRST = "първи"
_IN_ORDER = frozenset({"заместник", "вице", "секретар", "съветник", "министър"})
WITH_TRADE = frozenset({"специалист", "експерт"})
"""Heads that a second office may follow with nothing between: `главен специалист горски инспектор`."""
LONGEST = 7
"""Words in the longest role: `вр. и. д. главен научен сътрудник`."""


class Word(NamedTuple):
    """A word of a phrase, an abbreviation with its dot, and what stands between it and the word before."""

    text: str
    start: int
    stop: int
    joint: str


class Role(NamedTuple):
    """A role as the page prints it: its citation form, its span, its head noun, if that is plural, has an article."""

    name: str
    start: int
    stop: int
    head: str
    plural: bool
    definite: bool


def role_words(text: str, start: int = 0, stop: int | None = None) -> list[Word]:
    """The words of a stretch `[start, stop)` of a text."""
    words: list[Word] = []
    last = -1
    for match in _WORD.finditer(text, start, len(text) if stop is None else stop):
        word, begin = _without_stop(match[0]), match.start()
        joint = text[last:begin] if last >= 0 else ""
        last = begin + len(word)
        words.append(Word(word, begin, last, joint))
    return words


def _without_stop(word: str) -> str:
    """A word without the full stop behind it, if that is the end of a sentence."""
    return word[:-1] if word[-1] == "." and head_of(word) is None and head_of(word[:-1]) else word


@lru_cache(maxsize=8192)
def _may_begin(word: str) -> bool:
    """Whether a role may begin with a word: with its head, a modifier or an adjective of roles."""
    word = _without_stop(word)
    return head_of(word) is not None or may_begin_modifier(word) or adjective_base(word) in adjectives()


def role_first(text: str, start: int = 0, stop: int | None = None) -> Role | None:
    """The role that begins with the first word of a stretch `[start, stop)`; that word tells where none can.

    >>> role_first("Главен юрисконсулт на общината").name, role_first("На кмета")
    ('главен юрисконсулт', None)
    """
    stop = len(text) if stop is None else stop
    first = _WORD.search(text, start, stop)
    return role_at(role_words(text, start, stop), 0) if first and _may_begin(first[0]) else None


@cache
def adjectives() -> frozenset[str]:
    """The base forms of the adjectives that roles are made with."""
    words = (word for row in table("manual_roles") for word in row["role"].partition(row["head"])[0].split())
    return frozenset(base for word in words if not head_of(word) for base in [adjective_base(word)] if base)


def role_at(words: Sequence[Word], at: int) -> Role | None:
    """The role that begins with the word number `at`; None where none does."""
    found = _parse(words, at, LONGEST)
    if found is None or found[0][-1] in _BY_PATTERN or (len(found[0]) == 1 and found[0][0] not in _stands_alone()):
        return None
    pieces, last = found
    head = words[last]
    beside = words[last + 1].joint if last + 1 < len(words) else ""
    if beside == " " and pieces[-1] in WITH_TRADE and (trade := _parse(words, last + 1, LONGEST)):
        named = trade[0][-1] in _BY_PATTERN  # `експерт връзки с обществеността`
        if not (named or _is_definite(words[last + 1].text, words[trade[1]].text, trade[0][-1])):
            pieces, last = [*pieces, *trade[0]], trade[1]
    elif beside.strip(" ") == "-":
        twin = _parse(words, last + 1, LONGEST)
        parted = words[last + 1].joint[0] == " "  # `министър- председател` is one
        other = parted and (_is_plural(head) or _is_seat(pieces, twin) or _is_of_the_person(words, last + 1, twin))
        if twin and not other:
            pieces, last = [*pieces, " - " if parted else "-", *twin[0]], twin[1]
    if pieces[-1] == "лице" and _join(pieces) not in _officials():
        return None
    plural = _is_plural(head)
    definite = not plural and _is_definite(words[at].text, words[last].text, pieces[-1])
    return Role(_join(pieces), words[at].start, words[last].stop, pieces[-1], plural, definite)


def _is_plural(head: Word) -> bool:
    """Whether a head noun is of many: behind a dash another office is of one of them (`учителите - председател А`)."""
    return lower(head.text).endswith(_PLURAL) and head_of(head.text) != lower(head.text)


def _is_seat(office: Sequence[str], twin: tuple[list[str], int] | None) -> bool:
    """Whether behind a dash stands what somebody is in a commission: `А, зам.-кмет - председател`."""
    return twin is not None and len(twin[0]) == 1 and twin[0][0] in _SEATS and office[-1] not in _NO_SEAT_BEHIND


def _is_of_the_person(words: Sequence[Word], at: int, twin: tuple[list[str], int] | None) -> bool:
    """Whether a second office behind a dash belongs to the name that follows: `с нов директор - историкът А`."""
    if twin is None:
        return False
    pieces, last = twin
    called = pieces[-1] in RANKS or (len(pieces) == 1 and pieces[0] in _BY_TRAINING)
    return called or _is_definite(words[at].text, words[last].text, pieces[-1])


def _is_definite(first: str, last: str, head: str) -> bool:
    """Whether a role has an article, on its head noun or on the adjective that begins it: `досегашният директор`."""
    printed = lower(last)
    if first is not last and lower(first).endswith(_WITH_ARTICLE):
        return True
    return printed != head and printed.endswith(_DEFINITE)


@remembered_if_short
def role_whole(phrase: str) -> Role | None:
    """The role that is all of a phrase: `Кмет` at the head of a column, not `Кметство`.

    >>> role_whole("Заместник-кмет").name, role_whole("Телефон на кмета")
    ('заместник-кмет', None)
    """
    role = role_first(phrase)
    return role if role and not phrase[role.stop :].strip(" :") else None


def _parse(words: Sequence[Word], at: int, left: int) -> tuple[list[str], int] | None:
    """The pieces of the citation form from the word `at` on, and the number of the head noun."""
    if at >= len(words) or left <= 0:
        return None
    return _after_modifier(words, at, left) or _after_adjective(words, at, left) or _head(words, at)


def _head(words: Sequence[Word], at: int) -> tuple[list[str], int] | None:
    head = head_of(words[at].text)
    return ([head], at) if head else None


@cache
def _officials() -> frozenset[str]:
    """The roles of a `лице`: `длъжностно лице`, but not `официално лице`."""
    return frozenset(row["role"] for row in table("manual_roles") if row["head"] == "лице")


@cache
def _stands_alone() -> frozenset[str]:
    """The heads that are a role without an adjective: `кмет`, but not `лице` (`вещо лице`)."""
    names = (name for row in table("manual_roles") for name in (row["role"], row["feminine"]) if " " not in name)
    return frozenset(names) | {DEPUTY, "резервен член", "медицинска сестра"} | frozenset(SHORT_OFFICES)


def _after_modifier(words: Sequence[Word], at: int, left: int) -> tuple[list[str], int] | None:
    if not may_begin_modifier(words[at].text):
        return None
    found = modifier([lower(it.text) for it in words[at : at + 4]])
    if found is None or not _is_joined(words, at, found[0]):
        return None
    count, norm = found
    rest = _parse(words, at + count, left - count)
    if rest is None or not norm or (norm == _FIRST and rest[0][0] not in _IN_ORDER):
        return rest
    # `зам. председател` is spelled as `зам.-председател`, but `зам. главен прокурор` in three words.
    joined = _hyphened(words, at + count) or (norm == DEPUTY and len(rest[0]) == 1 and not _goes_on(words, rest[1]))
    return [norm, *(["-"] if joined else []), *rest[0]], rest[1]


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a hyphen joins the next word to one: `министър-председател`."""
    return at + 1 < len(words) and words[at + 1].joint == "-"


def _after_adjective(words: Sequence[Word], at: int, left: int) -> tuple[list[str], int] | None:
    base = adjective_base(words[at].text)
    if base is None or base not in adjectives() or not _is_joined(words, at, 1):
        return None
    rest = _parse(words, at + 1, left - 1)
    return ([base, *rest[0]], rest[1]) if rest else None


def _hyphened(words: Sequence[Word], at: int) -> bool:
    return "-" in words[at].joint


@lru_cache(maxsize=256)
def joins(joint: str) -> bool:
    """Whether what stands between two words keeps them in one phrase: spaces, a dash."""
    return _JOINT.fullmatch(joint) is not None


def _is_joined(words: Sequence[Word], at: int, count: int) -> bool:
    """Whether only spaces and dashes part the next `count` words from the word `at` and from each other."""
    return all(joins(it.joint) for it in words[at + 1 : at + count + 1])


def _join(pieces: Sequence[str]) -> str:
    """The pieces as one phrase; adjectives before a feminine head take its gender."""
    head = pieces[-1]
    feminine = head.endswith("а") and len(pieces) > 1
    words = [feminine_of(it) if feminine and it in gendered() else it for it in pieces]
    phrase = " ".join(words)
    return _PARTED.sub(r"\1", phrase) if " - " in phrase else phrase


@cache
def gendered() -> frozenset[str]:
    """The words before a head noun that agree with it."""
    norms = (norm for norm in modifiers().values() if " " not in norm and norm.endswith(_MASCULINE))
    return adjectives() | frozenset(norms)


def feminine_of(base: str) -> str:
    """The feminine of an adjective.

    >>> feminine_of("главен"), feminine_of("общински"), feminine_of("старши")
    ('главна', 'общинска', 'старша')
    """
    if base.endswith("ен"):
        return base[:-2] + "на"
    return base.removesuffix("и") + "а"
