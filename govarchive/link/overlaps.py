"""Where two candidates claim the same characters: length decides first, then rank in `KINDS`.

A date, the body or the person inside a document reference (`Решение № 5 на Общински съвет Х от 3 май`) are records of
their own, so they never contend with it; letters of its number (`Изх. № АУ-14-3`) are no body. A personal number wins
whatever lies around it (an address of the web, a document), which would otherwise be written out with the number in
it.
"""

import re
from collections.abc import Sequence

from govarchive.model import PERSONAL, Candidate

_HOST = "document"
_GUESTS = frozenset({"date", "institution", "person"})

_PIECE = re.compile(r"[-/. ()]+")


def settle_overlaps(found: Sequence[Candidate], order: Sequence[str]) -> None:
    """Gives every candidate that lost its characters to another the winner's name as its fate.

    `found` are in order of position. Most claim theirs alone: only a run of them that hang together is settled.
    """
    contest = [it for it in found if not it.fate]
    first = stop = 0
    for number, it in enumerate(contest):
        if it.start >= stop:
            if number - first > 1:
                _settle(contest[first:number], order)
            first = number
        if it.stop > stop:
            stop = it.stop
    if len(contest) - first > 1:
        _settle(contest[first:], order)


def _settle(run: Sequence[Candidate], order: Sequence[str]) -> None:
    """Settles candidates that overlap one another, the strongest first."""
    rank = {name: place for place, name in enumerate(order)}
    floor = run[0].start
    length = max(it.stop for it in run) - floor
    owners: list[Candidate | None] = [None] * length
    hosts: list[Candidate | None] = [None] * length
    for it in sorted(run, key=lambda it: (it.kind not in PERSONAL, it.start - it.stop, rank[it.kind], it.start)):
        claim = slice(it.start - floor, it.stop - floor)
        owned = owners[claim]
        # Also one that reaches further: `вх. № 5/12.10.2014 г., 16:20 ч.` ends with a date and its time.
        winner = _owner([owner for owner in owned if not _is_guest(owner, it)] if it.kind == _HOST else owned)
        host = _owner(hosts[claim]) if winner is None else None
        if host and (it.kind not in _GUESTS or _is_of_number(it, host)):
            winner = host
        if winner is not None:
            it.fate = f"lies in or across a {winner.kind} that goes before it ({winner.rule})"
            continue
        layer = hosts if it.kind == _HOST else owners
        layer[claim] = [it] * (it.stop - it.start)


def _is_of_number(it: Candidate, host: Candidate) -> bool:
    """Whether what was taken for a body is a piece of the number of the document around it."""
    return it.kind == "institution" and it.value in _PIECE.split(host.details.get("number", ""))


def _is_guest(owner: Candidate | None, host: Candidate) -> bool:
    return owner is not None and owner.kind in _GUESTS and owner.start > host.start


def _owner(claimed: Sequence[Candidate | None]) -> Candidate | None:
    return next((owner for owner in claimed if owner is not None), None)
