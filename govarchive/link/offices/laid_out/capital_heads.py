r"""Headings in capitals: an office in them is that of the name below, where the name above stands under one, too.

`ГРАЖДАНСКО ОТДЕЛЕНИЕ`, `А`, `СЪДИЯ ПО ВПИСВАНИЯТА`, `Б`: the office of Б.
"""

from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.names.roles.phrase import role_first
from govarchive.text.layout import line_start, line_stop, lines_above

_MOST = 12
"""So many lines below an office are asked whether their list ends with a name or with an office."""


def over_names_in_capitals(text: str, person: Person, office: Post) -> bool:
    """Whether the office in the line below a name heads the next name, as another heading stands over this one."""
    begins, ends = line_start(text, office.start), line_stop(text, office.start)
    if ends < office.stop or not text[begins:ends].isupper() or text[person.it.start : person.it.stop].isupper():
        return False
    if line_stop(text, person.it.stop) + 1 != begins or person.high >= len(text):
        return False
    return _is_under_another(text, person) and _ends_with_name(text, ends)


def _is_under_another(text: str, person: Person) -> bool:
    """Whether the line above a name is a heading in capitals without an office, or another name without one."""
    start, stop = next(lines_above(text, person.front), (0, 0))
    line = text[start:stop]
    if start <= person.low - 1 < stop + 1:
        return True
    return line.isupper() and role_first(line) is None


def _ends_with_name(text: str, stop: int) -> bool:
    """Whether the lines below one that ends at `stop`, headings in capitals and others, end with one of the others."""
    is_heading = True
    for _ in range(_MOST):
        start, stop = stop + 1, line_stop(text, min(stop + 1, len(text)))
        line = text[start:stop].strip()
        if not line:
            return not is_heading
        is_heading = line.isupper()
    return False
