"""Where two candidates claim the same characters: length decides first, then rank in `KINDS`.

A date, the body or the person inside a document reference (`Решение № 5 на Общински съвет Х от 3 май`) are records of
their own, so they never contend with it. A personal number wins whatever lies around it (an address of the web, a
document), which would otherwise be written out with the number in it.
"""

from collections.abc import Sequence

from govarchive.model import PERSONAL, Candidate

_HOST = "document"
_GUESTS = frozenset({"date", "institution", "person"})


def settle_overlaps(found: Sequence[Candidate], order: Sequence[str]) -> None:
    """Gives every candidate that lost its characters to another the winner's name as its fate."""
    rank = {name: place for place, name in enumerate(order)}
    length = max((it.stop for it in found), default=0)
    owners: list[Candidate | None] = [None] * length
    hosts: list[Candidate | None] = [None] * length
    contest = (it for it in found if not it.fate)
    for it in sorted(contest, key=lambda it: (it.kind not in PERSONAL, it.start - it.stop, rank[it.kind], it.start)):
        winner = _owner(owners, it)
        if winner is None and it.kind not in _GUESTS:
            winner = _owner(hosts, it)
        if winner is not None:
            it.fate = f"lies in or across a {winner.kind} that goes before it ({winner.rule})"
            continue
        layer = hosts if it.kind == _HOST else owners
        layer[it.start : it.stop] = [it] * (it.stop - it.start)


def _owner(owners: list[Candidate | None], it: Candidate) -> Candidate | None:
    return next((owner for owner in owners[it.start : it.stop] if owner is not None), None)
