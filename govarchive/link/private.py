"""Personal numbers in other records and in what is told of them: these are not masked, so they must hold none."""

import re
from collections.abc import Sequence, Set

from govarchive.model import PERSONAL, Candidate

_LONG = re.compile(r"[0-9](?:[ ./-]?[0-9]){7}")
"""What any personal number holds, in every way it is printed."""

_NO_DIGITS = re.compile("[^0-9]+")
_TOLD = ("role", "unit", "institution")


def leave_out_numbers(text: str, kept: Sequence[Candidate]) -> None:
    """Drops other records that hold a personal number of the page, and what is told of people and beside values.

    `кмет „ЕГН …“`, or a letter whose number is that of a person, would else tell on every way out what the record of
    the number masks. Labels, offices, units and institutions are taken away, the record stays.
    """
    numbers = {text[it.start : it.stop] for it in kept if it.kind in PERSONAL}
    if not numbers:
        return
    bare = {_bare(number) for number in numbers}
    for it in kept:
        if it.label and _holds(it.label, numbers):
            it.label = None
        if it.kind == "person":
            _leave_out_offices(it, numbers)
        if it.kind not in PERSONAL and _tells(text, it, bare):
            it.fate = "holds a personal number of the page"


def _leave_out_offices(it: Candidate, numbers: Set[str]) -> None:
    for name in _TOLD:
        if _holds(it.details.get(name, ""), numbers):
            del it.details[name]
    if "institution" not in it.details:
        it.details.pop("institution_inferred", None)


def _tells(text: str, it: Candidate, bare: Set[str]) -> bool:
    """Whether a record holds a number in its text, its value or its details, however it is printed there."""
    said = (text[it.start : it.stop], it.value or "", *map(str, it.details.values()))
    return any(_LONG.search(one) and any(number in _bare(one) for number in bare) for one in said)


def _bare(said: str) -> str:
    return _NO_DIGITS.sub("", said)


def _holds(said: str, numbers: Set[str]) -> bool:
    return _LONG.search(said) is not None and any(number in said for number in numbers)
