"""Whether words repeat one of the personal numbers of a page, however it is printed there; and the words without it.

>>> numbers = numbers_of(["503203 6030"])
>>> holds("по преписка 5032 03-6030", numbers), holds("по преписка 5032 03", numbers)
(True, False)
>>> hide("https://primer.bg/5032036030/2015", numbers)
'https://primer.bg/**********/2015'
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

import msgspec

from govarchive.model import Record, mask

_LONG = re.compile(r"[0-9](?:[ \xa0./-]?[0-9]){7}")
"""What any personal number holds, in every way it is printed."""

_RUN = re.compile(r"[0-9](?:[ \xa0./-]?[0-9]){3,}")
_NO_DIGITS = re.compile("[^0-9]+")
_SIZES = range(8, 13)
"""How many digits a number has that a page names as one: ten, or some too few or too many."""

Numbers = Mapping[int, Set[str]]
"""Personal numbers, of digits alone, by how many they have."""


def numbers_of(printed: Iterable[str]) -> Numbers:
    """Personal numbers as `holds` looks for them."""
    numbers: dict[int, set[str]] = {}
    for digits in (_NO_DIGITS.sub("", it) for it in printed):
        numbers.setdefault(len(digits), set()).add(digits)
    return numbers


def possible(said: str) -> Numbers:
    """All that may be personal numbers in words; which of them are, somebody else must know.

    >>> sorted(possible("писмо-503203-6030.html")[10]), possible("писмо 14.05.15")
    (['5032036030'], {})
    """
    runs = (_NO_DIGITS.sub("", it[0]) for it in _RUN.finditer(said))
    return numbers_of(run[at : at + size] for run in runs for size in _SIZES for at in range(len(run) - size + 1))


def holds(said: str, numbers: Numbers) -> bool:
    """Whether words hold one of the numbers."""
    if _LONG.search(said) is None:
        return False
    digits = _NO_DIGITS.sub("", said)
    # Piece by piece, as a page may have thousands of numbers and thousands of records.
    return any(digits[at : at + size] in of_size for size, of_size in numbers.items() for at in range(len(digits)))


def hide(said: str, numbers: Numbers) -> str:
    """The words with the numbers masked wherever they stand, also with marks between their digits; the length stays."""
    return _RUN.sub(lambda found: _hidden(found[0], numbers), said) if numbers else said


def _hidden(run: str, numbers: Numbers) -> str:
    """Digits in a row, those of the numbers masked."""
    places = [at for at, sign in enumerate(run) if "0" <= sign <= "9"]
    bare = "".join(run[at] for at in places)
    ends = ((at, at + size) for size in numbers for at in range(len(bare) - size + 1))
    hidden = {place for at, end in ends if bare[at:end] in numbers[end - at] for place in places[at:end]}
    return "".join(mask(sign) if at in hidden else sign for at, sign in enumerate(run))


def words_of(said: object) -> Iterator[str]:
    """All words in what JSON knows."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping):
        for it in said.values():
            yield from words_of(it)
    elif isinstance(said, Sequence):
        for it in said:
            yield from words_of(it)


def without(said: object, numbers: Numbers) -> object:
    """What JSON knows, with the numbers masked in all its words."""
    if isinstance(said, str):
        return hide(said, numbers)
    if isinstance(said, Mapping):
        return {name: without(it, numbers) for name, it in said.items()}
    return [without(it, numbers) for it in said] if isinstance(said, Sequence) else said


def may_tell(record: Record) -> bool:
    """Whether the address or the source of a record may hold a personal number."""
    return _LONG.search(record.source) is not None or (record.url is not None and _LONG.search(record.url) is not None)


def discreet(record: Record, numbers: Numbers) -> Record:
    """The record without the personal numbers of its page in its address and source."""
    url = hide(record.url, numbers) if record.url else record.url
    return msgspec.structs.replace(record, url=url, source=hide(record.source, numbers))
