"""Keys for comparing names as people type them: no case, quotes, dashes or double spaces.

>>> key('НЧ „Иван  Вазов“ – Враца')
'нч иван вазов враца'
"""

import re

from govarchive.text.fold import fold, lower

_NOT_WORD = re.compile(r"[\W_]+")


def key(text: str) -> str:
    """The words of a text in lower case with one space between them."""
    low = text.lower() if text.isascii() else lower(fold(text))  # most values are plain, and fold to themselves
    return _NOT_WORD.sub(" ", low).strip()
