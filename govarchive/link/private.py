"""Personal numbers in what is told of other records: a label or an office is not masked, so it must hold none."""

import re
from collections.abc import Sequence, Set

from govarchive.model import PERSONAL, Candidate

_LONG = re.compile(r"[0-9](?:[ ./-]?[0-9]){7}")
"""What any personal number holds, in every way it is printed."""

_TOLD = ("role", "unit", "institution")


def leave_out_numbers(text: str, kept: Sequence[Candidate]) -> None:
    """Takes away the labels and the offices, units and institutions of people that hold a personal number of the page.

    `кмет „ЕГН …“` would else tell on every way out what the record of the number masks.
    """
    numbers = {text[it.start : it.stop] for it in kept if it.kind in PERSONAL}
    if not numbers:
        return
    for it in kept:
        if it.label and _holds(it.label, numbers):
            it.label = None
        if it.kind == "person":
            for name in _TOLD:
                if _holds(it.details.get(name, ""), numbers):
                    del it.details[name]
            if "institution" not in it.details:
                it.details.pop("institution_inferred", None)


def _holds(said: str, numbers: Set[str]) -> bool:
    return _LONG.search(said) is not None and any(number in said for number in numbers)
