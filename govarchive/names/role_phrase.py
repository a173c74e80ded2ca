"""Role phrases: modifiers and adjectives, a head noun, and their citation form.

>>> [it.text for it in role_words("Областния управител")]
['Областния', 'управител']
>>> it = role_at(role_words("вр.и.д. зам.-кмета на общината"), 0)
>>> it.name, it.stop
('временно изпълняващ длъжността заместник-кмет', 18)
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from govarchive.data import table
from govarchive.names.role_words import (
    DEPUTY,
    PARTED_HEAD,
    PARTED_HEADS,
    SHORT_OFFICES,
    adjective_base,
    head_forms,
    head_of,
    may_begin_modifier,
    modifier,
    modifiers,
)
from govarchive.text.fold import lower
from govarchive.text.words import Listed, places_of
from govarchive.text.words import words as words_of

_WORD = re.compile(rf"{PARTED_HEAD}|\w+\.?")
_JOINT = re.compile(r"[ ]{0,3}(?:-[ ]?)?")
# With a colon it is a label: what follows may be anybody.
_CONTACT = re.compile(r"лиц[ае](?:та)?[ ]за[ ](?:контакт|връзка)и?(?!\w|[ ]*:)", re.IGNORECASE)
_OF_DATA = re.compile(r"лице(?:то)?(?P<field>[ ]по[ ]защита[ ]на[ ](?:личните[ ])?данни(?:те)?)(?!\w)", re.IGNORECASE)
_PUBLIC = re.compile(r"връзки[ ]с[ ]обществеността(?!\w)", re.IGNORECASE)
_OFFICIAL = re.compile(r"(?P<stem>вещ|длъжностн)(?:ото|о|ите|и)[ ]$", re.IGNORECASE)
_CHAIRED = re.compile(r"председателстван\w*[ ]от(?=[ ])", re.IGNORECASE)
_CHAIR = "председателств"
_PARTED = re.compile(r" (-| - ) ")
_PLURAL = ("и", "ите", "ове", "овете")
_MASCULINE = ("ен", "ан", "ш", "щ")
_DEFINITE = ("ът", "ят", "ия", "та", "а", "я")
# `председател - съдия А`: the second is how the person is addressed.
_BY_TRAINING = frozenset({"съдия", "прокурор", "следовател", "адвокат"})
# `първи секретар` is a rank; `първият директор` was the first in time, and director.
_FIRST = "първи"
_IN_ORDER = frozenset({"заместник", "вице", "секретар", "съветник", "министър"})
_LONGEST = 7
"""Words in the longest role: `вр. и. д. главен научен сътрудник`."""

_WIDE = 56
"""Characters from a head noun on that hold the longest role."""


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
        word, begin = match[0], match.start()
        if word[-1] == "." and head_of(word) is None and head_of(word[:-1]):
            word = word[:-1]
        joint = text[last:begin] if last >= 0 else ""
        last = begin + len(word)
        words.append(Word(word, begin, last, joint))
    return words


@cache
def _adjectives() -> frozenset[str]:
    """The base forms of the adjectives that roles are made with."""
    words = (word for row in table("manual_roles") for word in row["role"].partition(row["head"])[0].split())
    return frozenset(base for word in words if not head_of(word) for base in [adjective_base(word)] if base)


def role_at(words: Sequence[Word], at: int) -> Role | None:
    """The role that begins with the word number `at`; None where none does."""
    found = _parse(words, at, _LONGEST)
    if found is None or (len(found[0]) == 1 and found[0][0] not in _stands_alone()):
        return None
    pieces, last = found
    head = words[last]
    if last + 1 < len(words) and words[last + 1].joint.strip(" ") == "-":
        twin = _parse(words, last + 1, _LONGEST)
        if twin and not (" " in words[last + 1].joint and len(twin[0]) == 1 and twin[0][0] in _BY_TRAINING):
            pieces, last = [*pieces, " - " if " " in words[last + 1].joint else "-", *twin[0]], twin[1]
    plural = lower(head.text).endswith(_PLURAL) and head_of(head.text) != lower(head.text)
    printed = lower(words[last].text)
    definite = not plural and printed != pieces[-1] and printed.endswith(_DEFINITE)
    return Role(_join(pieces), words[at].start, words[last].stop, pieces[-1], plural, definite)


def roles_in(text: str, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, Role]]:
    """The roles whose head nouns begin in the stretches of a text, each with the number of its stretch.

    The stretches are in order and do not overlap.

    >>> found = roles_in("Зам.-кмет А и секретарят на общината, лице за контакт Б", [(0, 10), (13, 55)])
    >>> [(number, it.name) for number, it in found]
    [(0, 'заместник-кмет'), (1, 'секретар'), (1, 'лице за контакт')]
    """
    places, starts = _heads_on(text)
    count = len(places)
    at = 0
    found: list[tuple[int, Role]] = []
    for number, (start, stop) in enumerate(stretches):
        while at < count and starts[at] < stop:
            role = _role_around(text, places[at], start) if starts[at] >= start else None
            if role:
                found.append((number, role))
                start = role.stop
            at += 1
    return found


@lru_cache(maxsize=4)
def _heads_on(text: str) -> tuple[list[int], list[int]]:
    """The words of a page that may be heads: their places among the words, and where they begin."""
    page = words_of(text)
    parts, ends = page
    places = places_of(text, _printed_heads())
    if _CHAIR in text:
        places = sorted({*places, *(at for at in range(1, len(parts), 2) if parts[at].startswith(_CHAIR))})
    if "-л" in text or "-к" in text or "м.с." in text or "м. с." in text or "-Л" in text or "-К" in text:
        places = sorted({*places, *(at for at in page.among(PARTED_HEADS.keys()) if _is_parted(parts, at))})
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


def role_whole(phrase: str) -> Role | None:
    """The role that is all of a phrase: `Кмет` at the head of a column, not `Кметство`.

    >>> role_whole("Заместник-кмет").name, role_whole("Телефон на кмета")
    ('заместник-кмет', None)
    """
    words = role_words(phrase)
    role = role_at(words, 0) if words else None
    return role if role and not phrase[role.stop :].strip(" :") else None


def _role_around(text: str, at: int, low: int) -> Role | None:
    """The longest role around the head noun that is the word number `at` of the page; it begins at `low` or later."""
    parts, ends = words_of(text)
    if parts[at - 1][-1:].isdigit():
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
    stop = head + _WIDE if ("-" in gap or _leads(parts[at], gap)) and _goes_on(parts, at) else ends[at] + 1
    role = _role_of(text[start:stop], head - start)
    if role is None:
        return _by_pattern(text, head, ends[at])
    return Role(role.name, start + role.start, start + role.stop, role.head, role.plural, role.definite)


@lru_cache(maxsize=4096)
def _role_of(phrase: str, head: int) -> Role | None:
    """The longest role of a phrase that holds the head noun which begins at `head`."""
    words = role_words(phrase)
    number = next(number for number, word in enumerate(words) if word.start >= head)
    roles = (role_at(words, at) for at in range(max(0, number - _LONGEST + 1), number + 1))
    return next((role for role in roles if role and role.stop >= words[number].stop), None)


def _goes_on(parts: Sequence[str], at: int) -> bool:
    """Whether the next words may be of the same office: `член-кореспондент`, and `кмет` behind `заместник`."""
    if at + 2 >= len(parts) or not _joins(parts[at + 1].lstrip(".")):
        return False
    dot = "." if parts[at + 3][:1] == "." else ""
    return _may_be_head(parts[at + 2] + dot) or _leads(parts[at + 2], dot)


@lru_cache(maxsize=4096)
def _leads(word: str, gap: str) -> bool:
    """Whether a word may stand in a role before its head noun, with the gap behind it."""
    if gap[:1] == ".":
        word, gap = word + ".", gap[1:]
    return _joins(gap) and (lower(word) in _modifier_words() or adjective_base(word) in _adjectives())


@cache
def _modifier_words() -> frozenset[str]:
    return frozenset(word for words in modifiers() for word in words)


def _by_pattern(text: str, start: int, stop: int) -> Role | None:
    """Roles by more than their noun: `лице за контакт`, `вещото лице`, `председателствана от`."""
    word = text[start:stop]
    official = _OFFICIAL.search(text[max(0, start - 16) : start])
    if official and head_of(word) == "лице":
        first = start - len(official.group())
        plural = lower(word) in {"лица", "лицата"}
        return Role(f"{lower(official['stem'])}о лице", first, stop, "лице", plural, definite=False)
    public = _PUBLIC.match(text, start)
    if public:
        return Role("връзки с обществеността", start, public.end(), "връзки", plural=False, definite=False)
    keeper = _OF_DATA.match(text, start)
    if keeper:
        name = f"лице{lower(keeper['field'])}"
        return Role(name, start, keeper.end(), "лице", plural=False, definite=False)
    for pattern, name in ((_CONTACT, "лице за контакт"), (_CHAIRED, "председател")):
        match = pattern.match(text, start)
        if match:
            return Role(name, match.start(), match.end(), name.split()[0], plural=False, definite=False)
    return None


def _parse(words: Sequence[Word], at: int, left: int) -> tuple[list[str], int] | None:
    """The pieces of the citation form from the word `at` on, and the number of the head noun."""
    if at >= len(words) or left <= 0:
        return None
    return _after_modifier(words, at, left) or _after_adjective(words, at, left) or _head(words, at)


def _head(words: Sequence[Word], at: int) -> tuple[list[str], int] | None:
    head = head_of(words[at].text)
    return ([head], at) if head else None


@cache
def _stands_alone() -> frozenset[str]:
    """The heads that are a role without an adjective: `кмет`, but not `лице` (`вещо лице`)."""
    names = (name for row in table("manual_roles") for name in (row["role"], row["feminine"]) if " " not in name)
    return frozenset(names) | {DEPUTY, "резервен член"} | frozenset(SHORT_OFFICES)


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
    return [norm, *(["-"] if _hyphened(words, at + count) else []), *rest[0]], rest[1]


def _after_adjective(words: Sequence[Word], at: int, left: int) -> tuple[list[str], int] | None:
    base = adjective_base(words[at].text)
    if base is None or base not in _adjectives() or not _is_joined(words, at, 1):
        return None
    rest = _parse(words, at + 1, left - 1)
    return ([base, *rest[0]], rest[1]) if rest else None


def _hyphened(words: Sequence[Word], at: int) -> bool:
    return "-" in words[at].joint


@lru_cache(maxsize=256)
def _joins(joint: str) -> bool:
    return _JOINT.fullmatch(joint) is not None


def _is_joined(words: Sequence[Word], at: int, count: int) -> bool:
    """Whether only spaces and dashes part the next `count` words from the word `at` and from each other."""
    return all(_joins(it.joint) for it in words[at + 1 : at + count + 1])


def _join(pieces: Sequence[str]) -> str:
    """The pieces as one phrase; adjectives before a feminine head take its gender."""
    head = pieces[-1]
    feminine = head.endswith("а") and len(pieces) > 1
    words = [_feminine(it) if feminine and it in _gendered() else it for it in pieces]
    phrase = " ".join(words)
    return _PARTED.sub(r"\1", phrase) if " - " in phrase else phrase


@cache
def _gendered() -> frozenset[str]:
    """The words before a head noun that agree with it."""
    norms = (norm for norm in modifiers().values() if " " not in norm and norm.endswith(_MASCULINE))
    return _adjectives() | frozenset(norms)


def _feminine(base: str) -> str:
    """The feminine of an adjective.

    >>> _feminine("главен"), _feminine("общински"), _feminine("старши")
    ('главна', 'общинска', 'старша')
    """
    if base.endswith("ен"):
        return base[:-2] + "на"
    return base.removesuffix("и") + "а"
