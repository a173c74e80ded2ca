"""Tables whose cells stand below each other, one to a line: the heads first, then row by row.

A page that lost its table reads `Село`, `Кмет`, `Телефон`, `Долно Поле`, `А`, `841 234`, …: whoever stands where the
office stands among the heads has it. Rows with a number of their own (`№`, `Училище`, `Директор`, `1.`, …) may have
cells of several lines; in them whoever has a line to himself has the only office among the heads.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from govarchive.link.offices.laid_out.column_heads import NUMBERS, OTHERS, heads_offices
from govarchive.link.offices.laid_out.rows import LEADS_HEAD, Person
from govarchive.link.offices.posts import NO_OFFICES, Post
from govarchive.names.roles.phrase import Role, role_first, role_whole
from govarchive.text.layout import line_start, line_stop, lines_above, words_above

_HEAD = re.compile(
    rf"""[ ]*
    (?: {OTHERS} | (?: {NUMBERS} | Номер )\.? | (?:Име(?:на)?(?:[ ,а-я]{{1,25}})?|Трите[ ]имена) )[ ]*:?[ ]*""",
    re.VERBOSE | re.IGNORECASE,
)
# What a page without such a table does not have: a head that is a line of its own.
_ANCHOR = re.compile(
    r"""\n[ ]*                       # a letter first lets the engine skip to it, the start of a line does not
    (?:Телефон(?:[ ]за[ ]контакт)?|Тел|Населено[ ]място|Село|Кметство)[а-я]{0,2}\.?[ ]*:?[ ]*(?=\n|\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER_HEAD = re.compile(r"\n[ ]*№(?:[ ]по[ ]ред)?[ ]*(?=\n|\Z)")
_FIRST_NUMBER = re.compile(r"[ ]*1[.)]?[ ]*")
_NAMES = re.compile(r"[ ]*(?:трите[ ])?име", re.IGNORECASE)
_MOST_HEADS = 7
_WORD, _MOST_LEADS = re.compile(r"\w+"), 6
_LONGEST_HEAD = 60
_LONGEST_TABLE = 8_000
"""How far below its heads a table of this kind is followed, in characters."""


class _Stack(NamedTuple):
    """Where the rows of such a table begin, how many cells a row has, and the office at the head of one of them.

    Where no other column is of names (`named`), whoever stands in a cell has that office, though a cell have two lines.
    Rows with numbers have a width of 0: their cells are not counted.
    """

    start: int
    width: int
    column: int
    role: Role
    named: bool


def has_stacks(text: str) -> bool:
    """Whether a page has such tables."""
    return bool(_stacks(text))


def stacked_post(text: str, person: Person) -> Post | None:
    """The office at the head of the column in which a person stands who has a line to himself."""
    stacks = _stacks(text)
    if not stacks:
        return None
    begins = line_start(text, person.front)
    number = bisect_right(stacks, begins, key=lambda it: it.start) - 1
    stack = stacks[number] if number >= 0 else None
    if stack is None or begins - stack.start > _LONGEST_TABLE:
        return None
    if text[begins : person.front].strip() or text[person.it.stop : line_stop(text, begins)].strip():
        return None
    above = [line for line in text[stack.start : begins].split("\n") if line.strip()]
    in_column = stack.width and len(above) % stack.width == stack.column
    if not in_column and (stack.named or any(map(_is_no_cell, above))):
        return None
    return Post.headed(stack.role, begins)


@lru_cache(maxsize=4)
def _stacks(text: str) -> tuple[_Stack, ...]:
    """The tables of a page whose heads stand below each other, one of them an office."""
    stacks: dict[int, _Stack] = {}
    lines = "\n" + text  # a match begins where its line does in the text, and ends one further
    for anchor in _ANCHOR.finditer(lines):
        first, last = _block(text, anchor.start(), anchor.end() - 1)
        heads = [line for line in text[first:last].split("\n") if line.strip()]
        roles = [(at, role) for at, head in enumerate(heads) if (role := role_whole(head.strip(" :")))]
        told = any(heads_offices(head.strip()) for head in heads)  # the office of each is in a cell
        if len(roles) == 1 and 1 < len(heads) <= _MOST_HEADS and not told:
            column, role = roles[0]
            named = any(_NAMES.match(head) for head in heads)
            stacks[last] = _Stack(last, len(heads), column, role, named)
    for anchor in _NUMBER_HEAD.finditer(lines) if "№" in text else ():
        if numbered := _numbered(text, anchor.start(), anchor.end() - 1):
            stacks[numbered.start] = numbered
    return tuple(stacks[start] for start in sorted(stacks))


def _numbered(text: str, begins: int, stop: int) -> _Stack | None:
    """The table whose first head, `№`, is in `[begins, stop)`, if its rows have numbers and one head is an office.

    Where none is, that of all may be its title.
    """
    roles: list[Role] = []
    for _ in range(3 * _MOST_HEADS):
        start, stop = stop + 1, line_stop(text, stop + 1)
        line = text[start:stop]
        if _FIRST_NUMBER.fullmatch(line):
            title = None if roles else _title(text, begins)
            roles = [title] if title else roles
            return _Stack(start, 0, 0, roles[0], named=False) if len(roles) == 1 else None
        if len(line) >= _LONGEST_HEAD or stop >= len(text) or heads_offices(line.strip()):
            return None
        if role := role_whole(line.strip(" :")):
            roles.append(role)
    return None


def _title(text: str, begins: int) -> Role | None:
    """The office of all that the line above a table begins with: `Кметове на кметства`, `Списък на съветниците`."""
    start, stop = words_above(text, begins, most=3)
    if text[start : start + 2] == "и ":
        start = words_above(text, start, most=1)[0]  # `Кметове на кметства`, and below it `и кметски наместници`
    for word in islice(_WORD.finditer(text, start, stop), _MOST_LEADS):
        role = role_first(text, word.start(), min(stop, word.start() + _LONGEST_HEAD))
        if role:
            heads = role.plural and LEADS_HEAD.fullmatch(text, start, role.start)
            return role if heads and role.head not in NO_OFFICES else None
    return None


def _block(text: str, start: int, stop: int) -> tuple[int, int]:
    """The lines around `[start, stop)` that may be heads of columns."""
    for begins, ends in islice(lines_above(text, start), 2 * _MOST_HEADS):
        line = text[begins:ends]
        if line.strip() and not _may_be_head(line):
            break
        start = begins if line.strip() else start
    for _ in range(2 * _MOST_HEADS):
        ends = line_stop(text, stop + 1)
        line = text[stop + 1 : ends]
        if stop >= len(text) or (line.strip() and not _may_be_head(line)):
            break
        stop = ends
    return start, stop


def _is_no_cell(line: str) -> bool:
    return len(line) > _LONGEST_HEAD or line.rstrip(" ").endswith(":")


def _may_be_head(line: str) -> bool:
    if len(line) >= _LONGEST_HEAD:
        return False
    return bool(_HEAD.fullmatch(line) or heads_offices(line.strip()) or role_whole(line.strip(" :")))
