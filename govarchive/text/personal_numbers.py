"""Whether words repeat one of the personal numbers of a page, however it is printed there.

>>> numbers = numbers_of(["503203 6030"])
>>> holds("по преписка 5032 03-6030", numbers), holds("по преписка 5032 03", numbers)
(True, False)
"""

import re
from collections.abc import Iterable, Mapping, Set

_LONG = re.compile(r"[0-9](?:[ \xa0./-]?[0-9]){7}")
"""What any personal number holds, in every way it is printed."""

_NO_DIGITS = re.compile("[^0-9]+")
Numbers = Mapping[int, Set[str]]
"""Personal numbers, of digits alone, by how many they have."""


def numbers_of(printed: Iterable[str]) -> Numbers:
    """Personal numbers as `holds` looks for them."""
    numbers: dict[int, set[str]] = {}
    for digits in (_NO_DIGITS.sub("", it) for it in printed):
        numbers.setdefault(len(digits), set()).add(digits)
    return numbers


def holds(said: str, numbers: Numbers) -> bool:
    """Whether words hold one of the numbers."""
    if _LONG.search(said) is None:
        return False
    digits = _NO_DIGITS.sub("", said)
    # Piece by piece, as a page may have thousands of numbers and thousands of records.
    return any(digits[at : at + size] in of_size for size, of_size in numbers.items() for at in range(len(digits)))
