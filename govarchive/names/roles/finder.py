"""Roles on a page: every head noun of an office near a name, and the longest role around it.

The words of the page are cut once; only those that may be heads are looked at, and their phrase is asked whole.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from govarchive.names.roles.phrase import LONGEST, WITH_TRADE, Role, adjectives, joins, role_at, role_words
from govarchive.names.roles.words import ONLY_CAPITALS, PARTED_HEADS, adjective_base, head_forms, head_of, modifiers
from govarchive.text.fold import lower
from govarchive.text.words import Listed, places_of
from govarchive.text.words import words as words_of

_CONTACT = re.compile(r"лиц[ае](?:та)?[ ]за[ ](?:контакт|връзка)и?(?!\w)", re.IGNORECASE)
_OF_DATA = re.compile(r"лице(?:то)?(?P<field>[ ]по[ ]защита[ ]на[ ](?:личните[ ])?данни(?:те)?)(?!\w)", re.IGNORECASE)
_PUBLIC = re.compile(r"връзки[ ]с[ ]обществеността(?!\w)", re.IGNORECASE)
_PERSONS = frozenset({"лица", "лицата"})
_OFFICIAL = re.compile(r"(?P<stem>вещ|длъжностн)(?:ото|о|ите|и)[ ]$", re.IGNORECASE)
_CHAIRED = re.compile(r"председателства(?:н\w*)?[ ]от(?=[ ])", re.IGNORECASE)
_CHAIR = "председателств"
# `предс. А, чл. Б и В`, and no article of a law.
_MEMBER = re.compile(r"чл\.(?=(?P<many>[ ]?:)|[ ](?:[А-Я][а-я.]|на[ ])|[ ]*(?:[,;)\n]|\Z))", re.IGNORECASE)
# Before so many of an office: `двама общински съветника`, `осемнадесет (18) съветника`.
_COUNTED = re.compile(r"(?:(?:два|три|четири|пети|шести)ма|(?<![0-9])[0-9]{1,3}\)?)[ ]$")
_COUNT_ROOM = 12
_PARTED = Listed(PARTED_HEADS)
_MEMBERS = Listed({"чл", "Чл"})
_WIDE = 56
"""Characters from a head noun on that hold the longest role."""


def roles_in(text: str, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, Role]]:
    """The roles whose head nouns begin in the stretches of a text, each with the number of its stretch.

    The stretches are in order and do not overlap.

    >>> found = roles_in("Зам.-кмет А и секретарят на общината, лице за контакт Б", [(0, 10), (13, 55)])
    >>> [(number, it.name) for number, it in found]
    [(0, 'заместник-кмет'), (1, 'секретар'), (1, 'лице за контакт')]
    """
    places, starts = _heads_on(text)
    found: list[tuple[int, Role]] = []
    if not places:
        return found
    for number, (start, stop) in enumerate(stretches):
        for at in range(bisect_left(starts, start), bisect_left(starts, stop)):
            role = _role_around(text, places[at], start) if starts[at] >= start else None
            if role:
                found.append((number, role))
                start = role.stop
    return found


@lru_cache(maxsize=4)
def _heads_on(text: str) -> tuple[list[int], list[int]]:
    """The words of a page that may be heads: their places among the words, and where they begin."""
    parts, ends = words_of(text)
    places = places_of(text, _printed_heads())
    if _CHAIR in text:
        places = sorted({*places, *(at for at in range(1, len(parts), 2) if parts[at].startswith(_CHAIR))})
    if "чл." in text or "Чл." in text:
        places = sorted({*places, *places_of(text, _MEMBERS)})
    if "-л" in text or "-к" in text or "м.с." in text or "м. с." in text or "-Л" in text or "-К" in text:
        places = sorted({*places, *(at for at in places_of(text, _PARTED) if _is_parted(parts, at))})
    return places, [ends[at - 1] for at in places]


def _is_parted(parts: Sequence[str], at: int) -> bool:
    """Whether the letter at a place is the first of a head with a mark inside: `р-л`."""
    mark, letter = PARTED_HEADS[parts[at]]
    return parts[at + 1].rstrip(" ") == mark and lower(parts[at + 2] if at + 2 < len(parts) else "") == letter


@cache
def _printed_heads() -> Listed:
    """The forms of all heads as printed, without their dots."""
    forms = [form.rstrip(".") for form in head_forms()]
    return Listed(printed for form in forms for printed in (form, form.capitalize(), form.upper()))


@lru_cache(maxsize=8192)
def _may_be_head(word: str) -> bool:
    """Whether a word, with the dot behind it or without, is one that roles are told by."""
    if head_of(word) or word.startswith(_CHAIR):
        return True
    return word.endswith(".") and head_of(word[:-1]) is not None


def _role_around(text: str, at: int, low: int) -> Role | None:
    """The longest role around the head noun that is the word number `at` of the page; it begins at `low` or later."""
    parts, ends = words_of(text)
    if parts[at - 1][-1:].isdigit() or (parts[at] != ONLY_CAPITALS and parts[at].upper() == ONLY_CAPITALS):
        return None
    head = start = ends[at - 1]
    left = at
    while left > 2 and ends[left - 3] >= low and _leads(parts[left - 2], parts[left - 1]):
        left -= 2
        start = ends[left - 1]
    if left < at and text[start - 1] == "-" and text[start - 2 : start - 1].isdigit():
        start -= 2  # `1-ви зам.-председател`
    if parts[at] in PARTED_HEADS and _is_parted(parts, at):
        at += 2
    gap = parts[at + 1]
    more = "-" in gap or (gap == " " and head_of(parts[at]) in WITH_TRADE) or _leads(parts[at], gap)
    stop = head + _WIDE if more and _goes_on(parts, at) else ends[at] + 1
    role = _role_of(text[start:stop], head - start)
    if role is None:
        return _by_pattern(text, head, ends[at])
    counted = role.definite and _is_counted(text, start + role.start, parts[at])
    plural, definite = role.plural or counted, role.definite and not counted
    return Role(role.name, start + role.start, start + role.stop, role.head, plural, definite)


def _is_counted(text: str, start: int, head: str) -> bool:
    """Whether a role is one of so many, whose form is that with an article; not behind `стая 12`, as others are."""
    return head[-1] in "аяАЯ" and _COUNTED.search(text, max(0, start - _COUNT_ROOM), start) is not None


@lru_cache(maxsize=4096)
def _role_of(phrase: str, head: int) -> Role | None:
    """The longest role of a phrase that holds the head noun which begins at `head`."""
    words = role_words(phrase)
    number = next(number for number, word in enumerate(words) if word.start >= head)
    roles = (role_at(words, at) for at in range(max(0, number - LONGEST + 1), number + 1))
    return next((role for role in roles if role and role.stop >= words[number].stop), None)


def _goes_on(parts: Sequence[str], at: int) -> bool:
    """Whether the next words may be of the same office: `член-кореспондент`, and `кмет` behind `заместник`."""
    if at + 2 >= len(parts) or not joins(parts[at + 1].lstrip(".")):
        return False
    dot = "." if parts[at + 3][:1] == "." else ""
    return _may_be_head(parts[at + 2] + dot) or _leads(parts[at + 2], dot)


@lru_cache(maxsize=4096)
def _leads(word: str, gap: str) -> bool:
    """Whether a word may stand in a role before its head noun, with the gap behind it."""
    if gap[:1] == ".":
        word, gap = word + ".", gap[1:]
    return joins(gap) and (lower(word) in _modifier_words() or adjective_base(word) in adjectives())


@cache
def _modifier_words() -> frozenset[str]:
    return frozenset(word for words in modifiers() for word in words)


def _by_pattern(text: str, start: int, stop: int) -> Role | None:
    """Roles by more than their noun: `лице за контакт`, `вещото лице`, `председателствана от`."""
    word = text[start:stop]
    official = _OFFICIAL.search(text[max(0, start - 16) : start])
    if official and head_of(word) == "лице":
        first = start - len(official.group())
        plural = lower(word) in _PERSONS
        return Role(f"{lower(official['stem'])}о лице", first, stop, "лице", plural, definite=False)
    public = _PUBLIC.match(text, start)
    if public:
        return Role("връзки с обществеността", start, public.end(), "връзки", plural=False, definite=False)
    keeper = _OF_DATA.match(text, start)
    if keeper:
        name = f"лице{lower(keeper['field'])}"
        return Role(name, start, keeper.end(), "лице", plural=False, definite=False)
    member = _MEMBER.match(text, start)
    if member:
        return Role("член", start, member.end(), "член", plural=member["many"] is not None, definite=False)
    for pattern, name in ((_CONTACT, "лице за контакт"), (_CHAIRED, "председател")):
        match = pattern.match(text, start)
        if match:
            plural = lower(word) in _PERSONS
            return Role(name, match.start(), match.end(), name.split()[0], plural, definite=False)
    return None
