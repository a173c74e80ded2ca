"""Plain rows: tables whose cells only a space parts, below a line of their heads.

`Училище Директор Телефон` over `ОУ „Х“ А 841 234`: whoever is named first in a row has the first office of the heads.
"""

import re
from collections.abc import Collection, Sequence
from itertools import islice
from typing import NamedTuple

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.behind.fields import serves_place
from govarchive.link.offices.laid_out.column_heads import NUMBERS, OTHERS, office_of_head
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene
from govarchive.names.roles.phrase import Role, role_words
from govarchive.names.roles.words import head_of
from govarchive.text.layout import line_start, line_stop, words_above

_LONGEST_HEADS, _LONGEST_ROW = 120, 300
_NUMBERS = re.compile(rf"{NUMBERS}\.?(?![а-я])", re.VERBOSE | re.IGNORECASE)
_OTHERS = re.compile(rf"{OTHERS}(?![а-я])", re.VERBOSE | re.IGNORECASE)
_WORD = re.compile(r"[^ ]+")
_MOST_WORDS = 4
# Heads that no list has (`Дни и часове`), but for those of other people's names, and no names themselves.
_OTHER_WORDS = re.compile(
    r"""(?!(?i:трите|име|фамили|учени|участни|кандидат|собственик|отбор))
    (?![А-Я][а-я]+[ ][А-Я][а-я]+(?:ов|ев|ва|ски|ин)(?!\w))
    (?:[А-Я][А-Яа-я.-]*|[а-я]+[.-][а-я.-]*)(?:[ ](?!(?:име|учени|кандидат))[а-я-]+\.?){0,3}""",
    re.VERBOSE,
)
_MOST_OTHERS = 2
_DIGITS = re.compile(r"[0-9@](?:(?<=@)|(?<=[0-9])(?:[ /-]{0,3}[0-9]){4})")
_MAY_HOLD = re.compile(r"[0-9@](?:(?<=@)|(?<=[0-9])(?:(?:[ /-]{0,3}[0-9]){4}|[:.][0-9]{2}[ ]?-))")
_PLACE = re.compile(r"(?:(?:с|гр)\.[ ]?)?[А-Я][а-я]+(?:[ -][А-Я]?[а-я]+){0,2}")
_MARKS = f'{ITEM_MARKS}"'


class _Head(NamedTuple):
    """What stands at the head of a column: an office, numbers to call, or neither."""

    role: Role | None = None
    is_numbers: bool = False


class _Column(NamedTuple):
    """An office among the heads, and whether telephones or mail stand to the left of it."""

    role: Role
    behind_numbers: bool


class PlainRows:
    """Goes through the people with no office beside them in order, and keeps the heads of the table they stand in."""

    def __init__(self, scene: Scene, below: Collection[int]) -> None:
        self._scene = scene
        self._below = below  # where the offices begin that are of the names above them
        self._columns: Sequence[_Column] = ()
        self._left: list[_Column] = []
        self._row, self._stop = -1, 0

    def may_hold(self, person: Person) -> bool:
        """Whether a person may stand in such a table: the last one did, or the row has a number to call or hours."""
        if self._columns:
            return True
        text, front, stop = self._scene.text, person.front, person.it.stop
        start = max(line_start(text, front), front - _LONGEST_ROW)
        return _MAY_HOLD.search(text, start, min(line_stop(text, stop), stop + _LONGEST_ROW)) is not None

    def post_of(self, person: Person) -> Post | None:
        """The office at the head of the column in which the next person stands."""
        text = self._scene.text
        begins = line_start(text, person.front)
        if begins != self._row:
            if not self._columns or not 0 < begins - self._stop < _LONGEST_HEADS:
                self._columns = _columns_over(text, begins, self._below)
            self._row, self._stop = begins, line_stop(text, person.front)
            self._left = [] if person.low > begins else list(self._columns)
        passed = bool(self._left) and _DIGITS.search(text, begins, person.front) is not None
        while self._left and self._left[0].behind_numbers != passed:
            del self._left[0]
        if not self._left:
            return None
        role = self._left.pop(0).role
        whose = self._place(begins, person.front) if serves_place(role) else self._body(begins, person.front)
        return Post.headed(role, begins, whose)

    def _body(self, begins: int, front: int) -> str | None:
        """The institution that begins the row."""
        first = next(iter(self._scene.between(begins, front)), None)
        if first is None or first.kind != "institution":
            return None
        return None if self._scene.text[begins : first.start].strip(_MARKS) else first.value

    def _place(self, begins: int, front: int) -> str | None:
        """The place that begins the row, whether or not a list has it."""
        place = " ".join(self._scene.text[begins:front].strip(_MARKS).replace(".", ". ").split())
        return place if _PLACE.fullmatch(place) else None


def _columns_over(text: str, begins: int, below: Collection[int]) -> Sequence[_Column]:
    """The offices that the line above a row, if it is one of heads, has."""
    start, stop = words_above(text, begins, most=3)
    line = text[start:stop].strip(" ")
    if (
        not line
        or text.find(line[0], start) in below
        or len(line) > _LONGEST_HEADS
        or "\t" in line
        or line[-1] in ":;,"
    ):
        return ()
    heads = _heads(line) if _may_tell_office(line) else ()
    if len(heads) < 2:
        return ()
    numbers, columns = False, []
    for head in heads:
        if head.role:
            columns.append(_Column(head.role, numbers))
        numbers = numbers or head.is_numbers
    return columns


def _may_tell_office(line: str) -> bool:
    """Whether a line has a noun that is the head of an office, as each of its offices has."""
    return any(head_of(it.text) for it in role_words(line))


def _heads(line: str) -> Sequence[_Head]:
    """The heads of a line in order; none where there are figures or names in it, or more words of another sort."""
    heads: list[_Head] = []
    at = left = 0
    while at < len(line):
        if found := _NUMBERS.match(line, at) or _OTHERS.match(line, at):
            heads.append(_Head(is_numbers=found.re is _NUMBERS))
            at = found.end()
        elif office := _office(line, at):
            heads.append(_Head(office[0]))
            at = office[1]
        elif (other := _OTHER_WORDS.match(line, at)) and left < _MOST_OTHERS:
            left += 1
            at = other.end()
        else:
            return ()
        while line[at : at + 1] in (" ", ",", "/", "|") and at < len(line):
            at += 1
    return heads


def _office(line: str, at: int) -> tuple[Role, int] | None:
    """The office that the most words from `at` on tell, and where they end."""
    ends = [it.end() for it in islice(_WORD.finditer(line, at), _MOST_WORDS)]
    return next(((role, end) for end in reversed(ends) if (role := office_of_head(line[at:end]))), None)
