"""Personal numbers in other records and in what is told of them: these are not masked, so they must hold none."""

from collections.abc import Sequence

from govarchive.model import PERSONAL, Candidate
from govarchive.text.personal_numbers import Numbers, holds, numbers_of

_TOLD = ("role", "unit", "institution")


def leave_out_numbers(text: str, kept: Sequence[Candidate]) -> None:
    """Drops other records that hold a personal number of the page, and what is told of people and beside values.

    `кмет „ЕГН …“`, or a letter whose number is that of a person, would else tell on every way out what the record of
    the number masks. Labels, offices, units and institutions are taken away, the record stays.
    """
    numbers = numbers_of(text[it.start : it.stop] for it in kept if it.kind in PERSONAL)
    if not numbers:
        return
    for it in kept:
        if it.label and holds(it.label, numbers):
            it.label = None
        if it.kind == "person":
            _leave_out_offices(it, numbers)
        if it.kind not in PERSONAL and _tells(text, it, numbers):
            it.fate = "holds a personal number of the page"


def _leave_out_offices(it: Candidate, numbers: Numbers) -> None:
    for name in _TOLD:
        if holds(it.details.get(name, ""), numbers):
            del it.details[name]
    if "institution" not in it.details:
        it.details.pop("institution_inferred", None)


def _tells(text: str, it: Candidate, numbers: Numbers) -> bool:
    """Whether a record holds a number in its text, its value or its details."""
    said = (text[it.start : it.stop], it.value or "", *map(str, it.details.values()))
    return any(holds(one, numbers) for one in said)
<<<<<<< HEAD


def numbers_of(printed: Iterable[str]) -> Numbers:
    """Personal numbers as `holds` looks for them."""
    numbers: dict[int, set[str]] = {}
    for digits in (_NO_DIGITS.sub("", it) for it in printed):
        numbers.setdefault(len(digits), set()).add(digits)
    return numbers


def holds(said: str, numbers: Numbers) -> bool:
    """Whether words hold one of the numbers, however it is printed there.

    >>> numbers = numbers_of(["5032036030"])
    >>> holds("по преписка 5032 03-6030", numbers), holds("по преписка 5032 03", numbers)
    (True, False)
    """
    if _LONG.search(said) is None:
        return False
    digits = _NO_DIGITS.sub("", said)
    # Piece by piece, as a page may have thousands of numbers and thousands of records.
    return any(digits[at : at + size] in of_size for size, of_size in numbers.items() for at in range(len(digits)))
=======
>>>>>>> 5a8207d (What finds personal numbers again stands where commands may use it)
