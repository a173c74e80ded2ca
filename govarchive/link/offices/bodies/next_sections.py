"""Next sections: a heading below a gap, behind which nobody is of the unit that headed the section above.

`Отдел „Култура“`, its people, a blank line, `Ръководство`: who stands there is of the body around the unit.
"""

import re

from govarchive.link.headings import is_generic
from govarchive.names.lexicon import is_given, is_listed_surname
from govarchive.names.roles.phrase import role_first
from govarchive.text.layout import line_start

_HEADING = re.compile(r"[А-Я](?:[а-я]{3,25}(?:[ ][а-я]{1,25}){0,4}|[А-Я]{3,25}(?:[ ][А-Я]{1,25}){0,4})")

# Who serves in the unit above: `Отдел „Х“`, a blank line, `Служители`, a blank line, and their names.
_ITS_STAFF = frozenset("служители служителите екип екипът състав персонал сътрудници специалисти експерти".split())


def opens_section(text: str, start: int, line: str) -> bool:
    r"""Whether the bare words of a line that begins at `start` head what is below, behind a gap: no name and no office.

    >>> text = "Отдел „Х“\nА\n\nРъководство\nКмет: Б"
    >>> opens_section(text, 13, "Ръководство"), opens_section(text, 25, "Кмет")
    (True, False)
    """
    if start < 2 or not text[start - 2].isspace():
        return False
    if _HEADING.fullmatch(line) is None or text[line_start(text, start - 1) : start].strip():
        return False
    if is_generic(line) or line.lower() in _ITS_STAFF:
        return False
    named = (word.title() for word in line.split())
    return role_first(line) is None and not any(is_given(word) or is_listed_surname(word) for word in named)
