"""Letterheads: the bodies over the one whose page it is, named above it: `МИНИСТЕРСТВО НА Х`, then `РИОСВ – У`."""

from collections.abc import Sequence
from itertools import islice, pairwise

from govarchive.model import Candidate

# How the names begin of bodies over others, and of those that are below one.
_OUTER = ("Министерство", "Прокуратура на Република", "Главна дирекция", "Изпълнителна агенция", "Национална агенция")
_BELOW = (
    *("Регионал", "Област", "Окръж", "Район", "Апелатив", "Басейнова", "Главна дирекция", "Дирекция", "Изпълнителна"),
    *("РД", "ОД", "РИОСВ", "РЗИ", "РУ", "ГД", "Университетска", "Национал", "Държавн"),
)
_NEXT_LINE = 160
"""How far behind the name of the outer body its own begins, in characters."""


def own_first(owners: Sequence[Candidate]) -> list[Candidate]:
    """The bodies that head a page, those over its own behind it."""
    outer = 0
    for above, own in islice(pairwise(owners), 3):
        if not (above.value or "").startswith(_OUTER) or not (own.value or "").startswith(_BELOW):
            break
        if not 0 < own.start - above.stop < _NEXT_LINE:
            break
        outer += 1
    return [*owners[outer:], *owners[:outer]]
