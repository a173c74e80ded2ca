"""Personal numbers in other records and in what is told of them: these are not masked, so they must hold none."""

from collections.abc import Iterable, Sequence

from govarchive.model import PERSONAL, Candidate
from govarchive.text.codes.personal_numbers import Numbers, holds, numbers_of

_TOLD = ("role", "unit", "institution", "body")


def leave_out_numbers(text: str, kept: Sequence[Candidate], told: Iterable[str] = ()) -> None:
    """Drops other records that hold a personal number of the page, and what is told of people and beside values.

    `told` are those that stand elsewhere on the page, as printed.

    `кмет „ЕГН …“`, or a letter whose number is that of a person, would else tell on every way out what the record of
    the number masks. Labels, offices, units and institutions are taken away, the record stays.
    """
    numbers = numbers_of([*told, *(text[it.start : it.stop] for it in kept if it.kind in PERSONAL)])
    if not numbers:
        return
    for it in kept:
        if it.label and holds(it.label, numbers):
            it.label = None
        _leave_out_offices(it, numbers)
        if it.kind not in PERSONAL and _tells(text, it, numbers):
            it.fate = "holds a personal number of the page"


def _leave_out_offices(it: Candidate, numbers: Numbers) -> None:
    for name in _TOLD:
        if holds(it.details.get(name, ""), numbers):
            del it.details[name]
    for name in ("institution", "body"):
        if name not in it.details:
            it.details.pop(f"{name}_inferred", None)
    if "institution" not in it.details:  # the body is all that may be told
        for end in ("", "_inferred"):
            if f"body{end}" in it.details:
                it.details[f"institution{end}"] = it.details.pop(f"body{end}")


def _tells(text: str, it: Candidate, numbers: Numbers) -> bool:
    """Whether a record holds a number in its text, its value or its details."""
    said = (text[it.start : it.stop], it.value or "", *map(str, it.details.values()))
    return any(holds(one, numbers) for one in said)
