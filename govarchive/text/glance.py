"""What several kinds ask of the same page, looked up once: its lower case, where its numbers begin.

Kept for the last few texts only; a page's kinds are found one after the other.

>>> numbers("от 9 до 17 ч."), lowered("Стая 5"), has_long_number("стая 5, тел. 812 345")
((3, 8), 'стая 5', False)
>>> has_long_number("ЕИК 000 123 451")
True
"""

import re
from functools import lru_cache

from govarchive.text.fold import lower

_NUMBER = re.compile("[0-9]+")
_LONG = re.compile(r"[0-9](?:[ -]?[0-9]){6}")


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in lower case, of the same length."""
    return lower(text)


@lru_cache(maxsize=4)
def numbers(text: str) -> tuple[int, ...]:
    """Where the runs of digits begin."""
    return tuple(match.start() for match in _NUMBER.finditer(text))


@lru_cache(maxsize=4)
def has_long_number(text: str) -> bool:
    """Whether there are seven digits somewhere with no more than a space or a hyphen between each two."""
    return _LONG.search(text) is not None
