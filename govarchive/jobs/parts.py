"""Template or article: what recurs over the pages of a site is its template. Settled in a pass after an import.

The page is cut into its lines and cells. A piece is of the template where

- it stands on half of the site's pages, and its neighbour too (a headline repeated in a list of news is none), or
- it stands on a tenth of them (four at least) and is there whenever its neighbour is: the template of a section; or
- it is of the template but for its digits (a counter, the date of today) and between two pieces that are.

Neighbours are compared but for their digits; the edge of the page is a neighbour too. Pages are told apart by address:
captures of one, and the same text at two addresses, count once. A site tells with three pages; they are learned from a
sample of its addresses that stays the same while the site grows, so that few new pages seldom change what is settled.
A paper that bears its day (an order, minutes) and shares nothing with other pages is an article but for its contacts.
Why these thresholds: docs/archive.md.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import chain, compress, islice
from operator import attrgetter
from typing import NamedTuple

from govarchive.archive import Archive
from govarchive.archive.settling import Unsettled, sample, settle_pages, text_of, unsettle, unsettled_homes
from govarchive.jobs.pieces import Run, form_of, forms_of, hash_of, lines_of, runs_of, spans
from govarchive.model import CONTACTS, Block

_RULE = 2
"""Raised when the rule changes, so that what an older one settled is settled anew when its site gets pages."""

_FEWEST = 3
_FEWEST_OF_SECTION = 4
_SECTION = 10
_WHENEVER = 0.8

_SAMPLE = 400
_CAPTURES = 10
_MOST_PIECES = 500
"""Addresses of a site, captures of each, and pieces at the beginning and at the end of a page that are learned from."""

_MOST_KEPT = 3_000_000
_PIECE = 50
"""Characters of pages that are kept between the two times that they are learned from; a piece takes so many more."""

_GAP = re.compile(b"\0+")

Text = tuple[str, Sequence[Block]]
"""A text and its blocks."""

Units = Callable[[], Iterable[Iterable[Text]]]
"""Gives for each address the texts that stood there, anew each time; a text that stood at two is given at one."""

Pair = tuple[str, str]
"""What a piece says, and the form of the one beside it."""

Formed = tuple[Run, list[str]]
"""A run, and the forms of its pieces."""


class Template(NamedTuple):
    """What recurs on a site: pieces by the forms before and behind them, and forms of pieces.

    `before` and `behind` are None where there are too few pages to tell.
    """

    before: Mapping[str, Set[str]] | None = None
    behind: Mapping[str, Set[str]] | None = None
    forms: Set[str] = frozenset()

    @property
    def number(self) -> int:
        """The same for the same template, for another one another; it fits the integers of SQLite."""
        sides = [sorted((it, *sorted(forms)) for it, forms in (side or {}).items()) for side in self[:2]]
        told = repr((_RULE, self.before is not None, *sides, sorted(self.forms)))
        return hash_of(told)


def settle(archive: Archive) -> int:
    """Settles the part of all records whose site got or lost pages; gives how many are in another part now.

    May be broken off at any time: what is not settled yet is settled by the next call. Raises ArchiveError.
    """
    changed = 0
    archive.commit()
    for home in unsettled_homes(archive):
        template = learn(partial(_texts, archive, sample(archive, home, _SAMPLE, hash_of)))
        unsettle(archive, home, template.number)
        changed += settle_pages(archive, home, template.number, partial(parts_of, template=template))
    return changed


def _texts(archive: Archive, numbers: Mapping[str, Sequence[int]]) -> Iterator[Iterator[Text]]:
    seen: set[int] = set()
    for of_unit in numbers.values():
        some = of_unit[:: max(1, len(of_unit) // _CAPTURES)]
        fresh = [number for number in some if number not in seen]
        seen.update(fresh)
        yield (text_of(archive, number) for number in fresh)


def learn(units: Units) -> Template:
    """The template of a site."""
    said: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    pages = 0
    addresses = _Addresses(units)
    for runs in addresses:
        pages += bool(runs)
        said.update(set(chain.from_iterable(run[1:-1] for run, _ in runs)))
        forms.update(set(chain.from_iterable(its_forms for _, its_forms in runs)))
    if pages < _FEWEST:
        return Template()
    half = max(_FEWEST, (pages + 1) // 2)
    tenth = max(_FEWEST_OF_SECTION, -(-pages // _SECTION))

    def recurs(pair: Pair, number: int) -> bool:
        return number >= half or (number >= tenth and number >= _WHENEVER * forms[pair[1]])

    often = {it for it, number in said.items() if number >= min(half, tenth)}
    before, behind = (_by_piece(it for it in pairs.items() if recurs(*it)) for pairs in _pairs(addresses, often))
    return Template(before, behind, {it for it, number in forms.items() if number >= half})


class _Addresses:
    """The runs of each address, to be gone through twice; of the first ones they are kept, others are read anew."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._kept: list[list[Formed]] = []
        self._left = _MOST_KEPT
        self._forms: dict[str, str] = {}

    def __iter__(self) -> Iterator[list[Formed]]:
        yield from self._kept
        for texts in islice(self._units(), len(self._kept), None):
            runs = [(run, self._forms_of(run)) for text in texts for run in runs_of(lines_of(*text), _MOST_PIECES)]
            if self._left > 0:
                self._left -= sum(sum(map(len, run)) + _PIECE * len(run) for run, _ in runs)
                self._kept.append(runs)
            yield runs

    def _forms_of(self, run: Run) -> list[str]:
        """What each piece says but for its digits; of those that were not met before, all at once."""
        forms = self._forms
        fresh = [it for it in run if it not in forms]
        if fresh:
            forms.update(zip(fresh, forms_of(fresh), strict=True))
        return [*map(forms.__getitem__, run)]


def _pairs(addresses: Iterable[Sequence[Formed]], often: Set[str]) -> tuple[Counter[Pair], Counter[Pair]]:
    """At how many addresses each of these pieces stands behind each form, and before each."""
    before: Counter[Pair] = Counter()
    behind: Counter[Pair] = Counter()
    for runs in addresses:
        before.update({pair for run, forms in runs for pair in _often(run[1:], forms, often)})
        behind.update({pair for run, forms in runs for pair in _often(run, forms[1:], often)})
    return before, behind


def _often(run: Run, forms: Sequence[str], often: Set[str]) -> Iterator[Pair]:
    """Those of the pieces that are often met, each with the form in the same place."""
    return compress(zip(run, forms, strict=False), map(often.__contains__, run))


def _by_piece(pairs: Iterable[tuple[Pair, int]]) -> Mapping[str, Set[str]]:
    found: dict[str, set[str]] = {}
    for (piece, form), _ in pairs:
        found.setdefault(piece, set()).add(form)
    return found


def parts_of(page: Unsettled, template: Template) -> list[str | None]:
    """The part of each record of a page; what the mark-up and its day say where the site does not tell."""
    hints = _hints(page)
    if template.before is None or not page.records:
        return _alone(page, hints)
    lines = lines_of(page.text, page.blocks)
    runs = runs_of(lines)
    marked = [_marks(run, template) for run in runs]
    if not any(1 in marks[1:-1] for marks in marked):
        return _alone(page, hints)
    recurs = b"".join(marks[1:-1] for marks in _filled(runs, marked, template.forms))
    starts, stops = spans(lines)
    parts = []
    for record, hint in zip(page.records, hints, strict=True):
        touched = recurs[bisect_right(stops, record.start) : bisect_left(starts, record.stop)]
        parts.append(_part(0 not in touched and touched != b"", hint, dated=page.dated))
    return parts


def _alone(page: Unsettled, hints: list[str | None]) -> list[str | None]:
    """The parts on a page that no other tells of: what a dated one says is of its day, unless the mark-up says more.

    Its contacts may stand in a foot that no mark-up tells; how a body is reached is known of the day of capture.
    """
    if not page.dated:
        return hints
    return [
        hint or (None if record.kind in CONTACTS else "article")
        for record, hint in zip(page.records, hints, strict=True)
    ]


def _part(recurs: bool, hint: str | None, *, dated: bool) -> str | None:
    """Of what stands on this page only: an article where it is dated, else what the mark-up says."""
    if recurs or hint == "template":
        return "template"
    return "article" if dated else hint


def _marks(run: Run, template: Template) -> bytearray:
    """Which pieces of a run are of the template, 1 for each, the edges being so."""
    before, behind = template.before or {}, template.behind or {}
    marks = bytearray(len(run))
    marks[0] = marks[-1] = 1
    for at, it in enumerate(run):
        if it in before or it in behind:
            marks[at] = form_of(run[at - 1]) in before.get(it, ()) or form_of(run[at + 1]) in behind.get(it, ())
    return marks


def _filled(runs: Sequence[Run], marked: Sequence[bytearray], forms: Set[str]) -> Sequence[bytearray]:
    """The marks, with those between marked ones that are as everywhere but for their digits; not if all would be.

    A page of which nothing were left may be a form that is filled in with numbers.
    """
    filled = [_fill(run, marks, forms) for run, marks in zip(runs, marked, strict=True)]
    return filled if any(0 in marks for marks in filled) else marked


def _fill(run: Run, marks: bytearray, forms: Set[str]) -> bytearray:
    """The marks of a run with the gaps that hold such forms only."""
    filled = marks[:]
    for gap in _GAP.finditer(marks):
        start, stop = gap.span()
        if all(form_of(it) in forms for it in run[start:stop]):
            filled[start:stop] = b"\1" * (stop - start)
    return filled


def _hints(page: Unsettled) -> list[str | None]:
    """The part that the mark-up of each record says."""
    blocks, starts = page.blocks, [*map(_START, page.blocks)]
    return [_hint(blocks, bisect_right(starts, it.start) - 1, it.start) for it in page.records]


def _hint(blocks: Sequence[Block], at: int, offset: int) -> str | None:
    return blocks[at].part if at >= 0 and offset < blocks[at].stop else None


_START = attrgetter("start")
