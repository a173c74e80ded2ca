"""Role phrases: modifiers and adjectives, a head noun, and their citation form.

>>> [it.text for it in role_words("Областния управител")]
['Областния', 'управител']
>>> it = role_at(role_words("вр.и.д. зам.-кмета на общината"), 0)
>>> it.name, it.stop
('временно изпълняващ длъжността заместник-кмет', 18)
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from govarchive.data import table
from govarchive.names.role_words import (
    DEPUTY,
    SHORT_OFFICES,
    adjective_base,
    head_forms,
    head_of,
    may_begin_modifier,
    modifier,
)
from govarchive.text.fold import lower
from govarchive.text.words import words as words_of

_WORD = re.compile(r"\w+\.?")
_WORD_CHARACTER = re.compile(r"\w")
_WORD_OR_DOT = re.compile(r"[\w.]")
_JOINT = re.compile(r"[ ]{0,3}(?:-[ ]?)?")
# With a colon it is a label: what follows may be anybody.
_CONTACT = re.compile(r"лиц[ае](?:та)?[ ]за[ ](?:контакт|връзка)и?(?!\w|[ ]*:)", re.IGNORECASE)
_OFFICIAL = re.compile(r"(?P<stem>вещ|длъжностн)(?:ото|о|ите|и)[ ]$", re.IGNORECASE)
_CHAIRED = re.compile(r"председателстван\w*[ ]от(?=[ ])", re.IGNORECASE)
_GAPS = frozenset(["", *' ,;:()\n\t-"'])
_CHAIR = "председателств"
_PARTED = re.compile(r" (-| - ) ")
_PLURAL = ("и", "ите", "ове", "овете")
# `председател - съдия А`: the second is how the person is addressed.
_BY_TRAINING = frozenset({"съдия", "прокурор", "следовател", "адвокат"})
_LONGEST = 7
"""Words in the longest role: `вр. и. д. главен научен сътрудник`."""

_WIDE = 56
"""Characters beside a head noun that hold the longest role."""


class Word(NamedTuple):
    """A word of a phrase, an abbreviation with its dot, and what stands between it and the word before."""

    text: str
    start: int
    stop: int
    joint: str


class Role(NamedTuple):
    """A role as the page prints it: its citation form, its span, the head noun and whether that is a plural."""

    name: str
    start: int
    stop: int
    head: str
    plural: bool


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
    words = (word for row in table("manual_roles") for word in row["role"].split()[:-1] if not head_of(word))
    return frozenset(base for word in words for base in [adjective_base(word)] if base)


def role_at(words: Sequence[Word], at: int) -> Role | None:
    """The role that begins with the word number `at`; None where none does."""
    found = _parse(words, at, _LONGEST)
    if found is None or (len(found[0]) == 1 and found[0][0] not in _stands_alone()):
        return None
    pieces, last = found
    head = words[last]
    if last + 1 < len(words) and words[last + 1].joint.strip(" ") == "-":
        twin = _parse(words, last + 1, _LONGEST)
        if twin and not (" " in words[last + 1].joint and twin[0][-1] in _BY_TRAINING):
            pieces, last = [*pieces, " - " if " " in words[last + 1].joint else "-", *twin[0]], twin[1]
    plural = lower(head.text).endswith(_PLURAL) and head_of(head.text) != lower(head.text)
    return Role(_join(pieces), words[at].start, words[last].stop, pieces[-1], plural)


def roles_in(text: str, start: int, stop: int) -> Iterator[Role]:
    """The roles of a stretch of a text in order of position, each the longest around its head noun.

    >>> [it.name for it in roles_in("Зам.-кмет А и секретарят на общината, лице за контакт Б", 0, 55)]
    ['заместник-кмет', 'секретар', 'лице за контакт']
    """
    done = start
    for head in _heads_between(text, start, stop):
        if head >= done:
            role = _role_around(text, head, done, stop)
            if role:
                yield role
                done = role.stop


def _heads_between(text: str, start: int, stop: int) -> Sequence[int]:
    """Where the words begin that may be heads in `[start, stop)`; a word that an end of it cuts is read as cut."""
    if _cuts_word(text, start) or _cuts_word(text, stop):
        found = _WORD.finditer(text, start, stop)
        return [match.start() for match in found if _may_be_head(match[0])]
    heads = _heads_on(text)
    return heads[bisect_left(heads, start) : bisect_left(heads, stop)]


def _cuts_word(text: str, at: int) -> bool:
    """Whether an offset lies in a word, or between a word and its dot."""
    if text[at : at + 1] in _GAPS or text[at - 1 : at] in _GAPS:
        return False
    return _WORD_OR_DOT.match(text, at) is not None and _WORD_CHARACTER.match(text, max(0, at - 1), at) is not None


@lru_cache(maxsize=4)
def _heads_on(text: str) -> list[int]:
    """Where the words of a page begin that may be heads."""
    page = words_of(text)
    near = page.among_lower(_head_stems())
    if _CHAIR in text:
        near = sorted({*near, *(at for at in range(1, len(page.parts), 2) if page.parts[at].startswith(_CHAIR))})
    starts = (page.ends[at - 1] for at in near)
    matches = (_WORD.match(text, at) for at in starts if not (at and _WORD_CHARACTER.match(text, at - 1, at)))
    return [match.start() for match in matches if match and _may_be_head(match[0])]


@cache
def _head_stems() -> frozenset[str]:
    """The forms of all heads without their dots."""
    return frozenset(form.rstrip(".") for form in head_forms())


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


def _role_around(text: str, head: int, low: int, high: int) -> Role | None:
    """The longest role in `[low, high)` whose head noun begins at `head`."""
    first = max(low, text.find(" ", head - _WIDE, head)) if head - _WIDE > low else low
    first += max(0, *map(text[first:head].rfind, ",;:()\n\t"))
    words = role_words(text, first, min(high, head + _WIDE))
    number = next(number for number, word in enumerate(words) if word.start >= head)
    begin = number
    while begin > max(0, number - _LONGEST + 1) and _joins(words[begin].joint):
        begin -= 1
    roles = (role_at(words, at) for at in range(begin, number + 1))
    found = next((role for role in roles if role and role.stop >= words[number].stop), None)
    return found or _by_pattern(text, words[number])


def _by_pattern(text: str, word: Word) -> Role | None:
    """Roles by more than their noun: `лице за контакт`, `вещото лице`, `председателствана от`."""
    official = _OFFICIAL.search(text[max(0, word.start - 16) : word.start])
    if official and head_of(word.text) == "лице":
        start = word.start - len(official.group())
        plural = lower(word.text) in {"лица", "лицата"}
        return Role(f"{lower(official['stem'])}о лице", start, word.stop, "лице", plural)
    for pattern, name in ((_CONTACT, "лице за контакт"), (_CHAIRED, "председател")):
        match = pattern.match(text, word.start)
        if match:
            return Role(name, match.start(), match.end(), name.split()[0], plural=False)
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
    return frozenset(names) | {DEPUTY} | frozenset(SHORT_OFFICES)


def _after_modifier(words: Sequence[Word], at: int, left: int) -> tuple[list[str], int] | None:
    if not may_begin_modifier(words[at].text):
        return None
    found = modifier([lower(it.text) for it in words[at : at + 4]])
    if found is None or not _is_joined(words, at, found[0]):
        return None
    count, norm = found
    rest = _parse(words, at + count, left - count)
    if rest is None or not norm:
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
    words = [_feminine(it) if feminine and it in _adjectives() else it for it in pieces]
    phrase = " ".join(words)
    return _PARTED.sub(r"\1", phrase) if " - " in phrase else phrase


def _feminine(base: str) -> str:
    """The feminine of an adjective.

    >>> _feminine("главен"), _feminine("общински"), _feminine("старши")
    ('главна', 'общинска', 'старша')
    """
    if base.endswith("ен"):
        return base[:-2] + "на"
    return base.removesuffix("и") + "а"
