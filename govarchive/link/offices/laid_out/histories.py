"""Histories: who was in office in which years, in rows below a heading or with sentences about the village between.

`Кметове на селото`, then what the archive tells, then `1905-12  А, загинал при Одрин`.
"""

import re
from itertools import islice

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.between import BY_YEARS, NEXT_YEARS
from govarchive.link.offices.laid_out.rows import LEADS_HEAD, Person
from govarchive.link.offices.posts import Post
from govarchive.names.roles.phrase import Role, role_at, role_words
from govarchive.text.layout import line_start, lines_above

_FARTHEST, _LONGEST_LEAD = 320, 120
_MOST_LINES, _LONGEST_HEAD = 24, 70
_YEAR = re.compile(r"[12][0-9]{3}")
_YEARS_FIRST = re.compile(r"[^А-Яа-я]*[12][0-9]{3}")
_ENDS = (".", "!", "?", ";", ",")


def begins_with_years(text: str, person: Person) -> bool:
    """Whether nothing but years stand before a name in its row."""
    begins = line_start(text, person.front)
    if not 0 < person.front - begins < _LONGEST_LEAD or not _YEAR.search(text, begins, person.front):
        return False
    return BY_YEARS.fullmatch(text, begins, person.front) is not None


def is_next_in_history(text: str, other: Person, person: Person) -> bool:
    """Whether two names stand in rows of one history, whatever is told of the first and of others in between."""
    stop = other.it.stop
    if person.front - stop > _FARTHEST or not begins_with_years(text, other):
        return False
    return NEXT_YEARS.fullmatch(text, stop, person.front) is not None


def history_post(text: str, person: Person) -> Post | None:
    """The office of all whose years are told, as the nearest short line above the rows of a history has it."""
    if not begins_with_years(text, person):
        return None
    for start, stop in islice(lines_above(text, person.front), _MOST_LINES):
        line = text[start:stop].rstrip(" :") if stop - start <= _LONGEST_HEAD else ""
        if line and not line.endswith(_ENDS) and not _YEARS_FIRST.match(line):
            role = _plural_of(line.lstrip(ITEM_MARKS))
            return Post.headed(role, start)._replace(plural=True) if role else None
    return None


def _plural_of(line: str) -> Role | None:
    """The office in the plural with which a heading begins: `Кметовете на селото`, `Списък на председателите`."""
    words = role_words(line)
    for number, word in islice(enumerate(words), 4):
        if not LEADS_HEAD.fullmatch(line, 0, word.start):
            continue
        role = role_at(words, number)
        if role and role.plural:
            return role
    return None
