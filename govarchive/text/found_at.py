"""The finds of a text by the place where they begin, for kinds that read one find twice: for its value and its parts.

>>> from govarchive.text.money.amounts import amounts
>>> found_at(amounts, "от 10 до 20 лв.")[3].value
Decimal('10')
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=8)
def found_at(finder: Callable[[str], Sequence[Any]], text: str) -> Mapping[int, Any]:
    """What `finder` finds in a text, each by its `start`, made once for a text; of two at one place the first."""
    return {it.start: it for it in reversed(finder(text))}
