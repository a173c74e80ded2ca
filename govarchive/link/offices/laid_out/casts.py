"""Casts: lists of who plays whom, in which an office is that of a character: `В ролите:` over `КМЕТЪТ - А`."""

import re
from functools import lru_cache
from itertools import islice

from govarchive.text.glance import lowered
from govarchive.text.layout import lines_above
from govarchive.text.needles import holds

_STEMS = ("участват:", "участвуват:", "роли", "действащи лица", "действуващи лица", "изпълнители:", "актьорски състав")
_HEAD = re.compile(
    r"""[ ]*(?:участв(?:ув)?ат | (?:в[ ])?рол(?:и|ите)(?:[ ]и[ ]изпълнители)?
    | действ(?:ув)?ащи[ ]лица(?:[ ]и[ ]изпълнители)? | изпълнители | актьорски[ ]състав)[ ]*:?[ ]*""",
    re.VERBOSE | re.IGNORECASE,
)
_MOST_LINES, _LONGEST_ROW = 20, 80


def is_of_character(text: str, at: int) -> bool:
    r"""Whether an office at an offset stands in the list of a cast.

    >>> is_of_character("В ролите:\nКМЕТЪТ - А", 10), is_of_character("Ръководство:\nКМЕТ - А", 13)
    (True, False)
    """
    if not _may_have_cast(text):
        return False
    for start, stop in islice(lines_above(text, at), _MOST_LINES):
        if _HEAD.fullmatch(text, start, stop):
            return True
        if stop - start > _LONGEST_ROW or text[start:stop].rstrip(" ").endswith(":") or not text[start:stop].strip():
            return False
    return False


@lru_cache(maxsize=4)
def _may_have_cast(text: str) -> bool:
    """Whether a page has a word that heads such a list: asked for each office, and looked for once."""
    return holds(lowered(text), _STEMS)
