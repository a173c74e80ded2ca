r"""Offices parted from their people by telephones, rooms, mail or a body: `Кмет`, `тел. 094/ 61 22 10`, `А`.

Such lines come in lists of one form, and the first tells it: an office before each name, or a name before each office.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from govarchive.link.label_words import CALLED, LETTER
from govarchive.link.list_marks import NUMBERING
from govarchive.link.offices.posts import Post
from govarchive.text.layout import cell_start, line_stop

_MOST = 160
"""Characters between an office and a name at most."""
_MAIL = re.compile(r"[\w.+-]{1,40}@[\w.-]{1,60}")
_CONTACT = re.compile(
    rf"""(?<![А-Яа-яA-Za-z]) (?: {CALLED}
      | ел | електронна | поща | адрес | стая | ст | каб(?:инет)? | вътр(?:ешен)? | ет(?:аж)? | номер | за | връзка
      | контакти? | служебен ) (?![А-Яа-яA-Za-z])""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGN = re.compile("[0-9@]")
# A line of its own between a name and the office: the school, the department, a masked number.
_DETAIL = re.compile(r"[ ]*\n(?![ ]*\n)[^\n]{2,70}(?<![:.!?])[ ]*\n[ ]*")
# A telephone that no word names: `094/ 61 22 10`, `61 22 10`.
_NUMBER = re.compile(r"(?<![0-9]) (?: [+0][0-9]{2} | [0-9]{5} | [0-9]{2,3}[ -][0-9]{2}[ -][0-9]{2} )", re.VERBOSE)
_MARKS = re.compile(r"[\s:,;/().-]*(?:[0-9]{1,3}[.)])?[ *•-]*")
_ITEM = re.compile(rf"[ ]*(?:{NUMBERING}[ ]*){{0,3}}")
_REST = re.compile(r"[ ]*[,;]?[ ]*$")


class _Token(NamedTuple):
    """A name (by its number) or an office, where it begins and ends."""

    start: int
    stop: int
    post: Post | None
    number: int


def over_contacts(
    text: str, fronts: Sequence[int], stops: Sequence[int], posts: Sequence[Sequence[Post]]
) -> dict[int, Post]:
    """The posts of those who stand apart from them in such lists, by the number of the person.

    `fronts` and `stops` tell where the names stand, `posts[n]` what stands before the name `n`.
    """
    told: dict[int, Post] = {}
    if not _may_stand_between(text, fronts, stops, posts):
        return told
    for found in _chains(text, list(_tokens(fronts, stops, posts))):
        chain = found[:-1] if _ends_vacant(text, found) else found
        if len(chain) % 2 == 0 and _are_of_one_form(text, chain):
            for one, other in zip(chain[::2], chain[1::2], strict=True):
                post = one.post or other.post
                if post:
                    told[max(one.number, other.number)] = post
    return told


def _may_stand_between(text: str, fronts: Sequence[int], stops: Sequence[int], posts: Sequence[Sequence[Post]]) -> bool:
    """Whether a telephone or mail parts a name from the office before or behind it somewhere; mostly none does."""
    for number, stop in enumerate(stops):
        before, behind = posts[number], posts[number + 1]
        if before and _is_told_contact(text, before[-1].stop, fronts[number]):
            return True
        if behind and _is_told_contact(text, stop, behind[0].start):
            return True
    return False


def _is_told_contact(text: str, start: int, stop: int) -> bool:
    """Whether a gap is a contact, with a figure or an address, or but a line of another sort."""
    if not 0 < stop - start <= _MOST:
        return False
    return _is_detail(text, start, stop) or (
        _SIGN.search(text, start, stop) is not None and _is_contact(text[start:stop])
    )


def _is_detail(text: str, start: int, stop: int) -> bool:
    return _DETAIL.fullmatch(text, start, stop) is not None


def _tokens(fronts: Sequence[int], stops: Sequence[int], posts: Sequence[Sequence[Post]]) -> Iterator[_Token]:
    for number, stop in enumerate(stops):
        yield from (_Token(it.start, it.stop, it, -1) for it in posts[number])
        yield _Token(fronts[number], stop, None, number)
    yield from (_Token(it.start, it.stop, it, -1) for it in posts[len(stops)])


def _chains(text: str, tokens: Sequence[_Token]) -> Iterator[Sequence[_Token]]:
    """Names and offices in turn, with nothing but contacts and marks between them; the first begins a line."""
    stop = 0
    for start in range(len(tokens)):
        if start < stop or not _begins_line(text, tokens[start]):
            continue
        if start and _are_linked(text, tokens[start - 1], tokens[start]):
            continue
        stop = start + 1
        while stop < len(tokens) and _are_linked(text, tokens[stop - 1], tokens[stop]):
            stop += 1
        yield tokens[start:stop]


def _ends_vacant(text: str, chain: Sequence[_Token]) -> bool:
    """Whether behind lines of an office and a name begins that of an office with a telephone and nobody in it."""
    if len(chain) < 3 or len(chain) % 2 == 0 or chain[0].post is None or not _begins_line(text, chain[-1]):
        return False
    return all("\n" not in text[one.stop : name.start] for one, name in zip(chain[:-1:2], chain[1::2], strict=True))


def _are_of_one_form(text: str, chain: Sequence[_Token]) -> bool:
    """Whether contacts stand between the two of a pair and each pair has lines of its own."""
    pairs = list(zip(chain[::2], chain[1::2], strict=True))
    if any(it.post and it.post.plural for it in chain) or not all(_begins_line(text, one) for one, _ in pairs):
        return False
    end = chain[-1].stop
    if not (_REST.fullmatch(text, end, line_stop(text, end)) or _is_contact(text[end : line_stop(text, end)])):
        return False
    between = [_is_contact(text[one.stop : other.start]) for (_, one), (other, _) in pairwise(pairs)]
    if any(_is_detail(text, one.stop, other.start) for (_, one), (other, _) in pairwise(pairs)):
        return False
    if between and all(_is_detail(text, one.stop, other.start) for one, other in pairs):
        return True
    within = [_is_contact(text[one.stop : other.start]) for one, other in pairs]
    return all(within) or (any(within) and not any(between))


def _begins_line(text: str, it: _Token) -> bool:
    return _ITEM.fullmatch(text, cell_start(text, it.start), it.start) is not None


def _are_linked(text: str, one: _Token, other: _Token) -> bool:
    """Whether a name and an office have nothing but contacts, or marks and the number of an item, between them."""
    if (one.post is None) == (other.post is None) or other.start - one.stop > _MOST:
        return False
    if _MARKS.fullmatch(text, one.stop, other.start) or _is_detail(text, one.stop, other.start):
        return True
    return _is_contact(text[one.stop : other.start])


@lru_cache(maxsize=256)
def _is_contact(gap: str) -> bool:
    """Whether a gap holds telephones, rooms or mail, and nothing else."""
    first = LETTER.search(gap)
    if first and "@" not in gap and _CONTACT.match(gap, first.start()) is None:
        return False
    words = _MAIL.sub("@", gap)
    rest = _CONTACT.sub("", words)
    if LETTER.search(rest):
        return False
    return rest != words or "@" in words or _NUMBER.search(words) is not None
