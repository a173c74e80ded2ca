"""Template or article: what recurs over the pages of a site is its template. Settled in a pass after an import.

The page is cut into its lines and cells. A piece is of the template where

- it stands on half of the site's pages, and its neighbour too (a headline repeated in a list of news is none), or
- it stands on a tenth of them (four at least) and is there whenever its neighbour is: the template of a section; or
- it is of the template but for its digits (a counter, the date of today) and between two pieces that are.

Neighbours are compared but for their digits; the edge of the page is a neighbour too. Pages are told apart by address:
captures of one, and the same text at two addresses, count once. A site tells with three pages; they are learned from a
sample of its addresses that stays the same while the site grows, so that few new pages seldom change what is settled.
Why these thresholds: docs/archive.md.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

from govarchive.archive import Archive
from govarchive.archive.settling import Unsettled, sample, settle_pages, text_of, unsettle, unsettled_homes
from govarchive.model import Block

_RULE = 1
"""Raised when the rule changes, so that what an older one settled is settled anew when its site gets pages."""

_FEWEST = 3
_FEWEST_OF_SECTION = 4
_SECTION = 10
_WHENEVER = 0.8

_SAMPLE = 400
_CAPTURES = 10
_MOST_PIECES = 500
"""Addresses of a site, captures of each, and pieces at the beginning and at the end of a page that are learned from."""

_PIECE = re.compile(r"[^\t\n]+")
_DIGITS = re.compile("[0-9]+")
_WORD = (1 << 63) - 1


class Piece(NamedTuple):
    """A line or cell, or the edge of the page: its place, what it says, and what it says but for its digits."""

    start: int
    stop: int
    said: int
    form: int


Text = tuple[str, Sequence[Block]]
"""A text and its blocks."""

Units = Callable[[], Iterable[Iterable[Text]]]
"""Gives for each address the texts that stood there, anew each time; a text that stood at two is given at one."""


class Template(NamedTuple):
    """What recurs on a site: pieces with a neighbour, and forms of pieces.

    `known` is None where there are too few pages to tell.
    """

    known: frozenset[int] | None = None
    forms: frozenset[int] = frozenset()

    @property
    def number(self) -> int:
        """The same for the same template, for another one another; it fits the integers of SQLite."""
        return _hash(repr((_RULE, self.known and sorted(self.known), sorted(self.forms))))


def settle(archive: Archive) -> int:
    """Settles the part of all records whose site got or lost pages; gives how many are in another part now.

    May be broken off at any time: what is not settled yet is settled by the next call. Raises ArchiveError.
    """
    changed = 0
    archive.commit()
    for home in unsettled_homes(archive):
        template = learn(partial(_texts, archive, sample(archive, home, _SAMPLE, _hash)))
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
    said: Counter[int] = Counter()
    forms: Counter[int] = Counter()
    pages = 0
    for texts in units():
        pieces = [piece for text in texts for run in _runs(*text) for piece in run]
        pages += bool(pieces)
        said.update({it.said for it in pieces})
        forms.update({it.form for it in pieces})
    if pages < _FEWEST:
        return Template()
    half = max(_FEWEST, (pages + 1) // 2)
    tenth = max(_FEWEST_OF_SECTION, -(-pages // _SECTION))
    often = {it for it, number in said.items() if number >= min(half, tenth)}
    pairs, neighbours = _pairs(units, often)
    known = {
        pair
        for pair, number in pairs.items()
        if number >= half or (number >= tenth and number >= _WHENEVER * forms[neighbours[pair]])
    }
    return Template(frozenset(known), frozenset(it for it, number in forms.items() if number >= half))


def _pairs(units: Units, often: set[int]) -> tuple[Counter[int], dict[int, int]]:
    """At how many addresses each of these pieces stands beside each form, and the forms."""
    pairs: Counter[int] = Counter()
    neighbours: dict[int, int] = {}
    for texts in units():
        here: dict[int, int] = {}
        for text in texts:
            for run in _runs(*text):
                for before, piece, after in zip(run, run[1:], run[2:], strict=False):
                    if piece.said in often:
                        here[_before(before, piece)] = before.form
                        here[_after(piece, after)] = after.form
        pairs.update(here.keys())
        neighbours.update(here)
    return pairs, neighbours


def parts_of(page: Unsettled, template: Template) -> list[str | None]:
    """The part of each record of a page; what the mark-up says where the site does not tell."""
    hints = [_hint(page.blocks, it.start) for it in page.records]
    if template.known is None or not page.records:
        return hints
    runs = list(_runs(page.text, page.blocks, whole=True))
    marked = [_marks(run, template) for run in runs]
    if not any(any(run[1:-1]) for run in marked):
        return hints
    pieces = [it for run in runs for it in run[1:-1]]
    recurs = [it for run in _filled(runs, marked, template.forms) for it in run[1:-1]]
    starts, stops = [it.start for it in pieces], [it.stop for it in pieces]
    parts = []
    for record, hint in zip(page.records, hints, strict=True):
        touched = recurs[bisect_right(stops, record.start) : bisect_left(starts, record.stop)]
        parts.append(_part(bool(touched) and all(touched), hint, dated=page.dated))
    return parts


def _part(recurs: bool, hint: str | None, *, dated: bool) -> str | None:
    """Of what stands on this page only: an article where it is dated, as on no other date can it count."""
    if recurs or hint == "template":
        return "template"
    return "article" if dated else hint


def _marks(run: Sequence[Piece], template: Template) -> list[bool]:
    """Which pieces of a run are of the template, the edges being so."""
    known = template.known or frozenset()
    inner = [
        _before(before, piece) in known or _after(piece, after) in known
        for before, piece, after in zip(run, run[1:], run[2:], strict=False)
    ]
    return [True, *inner, True]


def _filled(
    runs: Sequence[Sequence[Piece]], marked: Sequence[list[bool]], forms: frozenset[int]
) -> Sequence[list[bool]]:
    """The marks, with those between marked ones that are as everywhere but for their digits; not if all would be.

    A page of which nothing were left may be a form that is filled in with numbers.
    """
    filled = [_fill(run, marks, forms) for run, marks in zip(runs, marked, strict=True)]
    return marked if all(all(marks) for marks in filled) else filled


def _fill(run: Sequence[Piece], marks: Sequence[bool], forms: frozenset[int]) -> list[bool]:
    """The marks of a run, which begins and ends with marked edges, with the gaps that hold such forms only."""
    filled: list[bool] = []
    for marked, gap in groupby(zip(run, marks, strict=True), key=lambda it: it[1]):
        pieces = [it[0] for it in gap]
        filled += [marked or all(it.form in forms for it in pieces)] * len(pieces)
    return filled


def _runs(text: str, blocks: Sequence[Block], *, whole: bool = False) -> Iterator[list[Piece]]:
    """The pieces of what is visible, then of the evidence behind it, each between two edges; none where there is none.

    Unless `whole`, those in the middle of a very long page are left out.
    """
    visible = next((block.start for block in blocks if block.kind == "meta"), len(text))
    for number, (start, stop) in enumerate(((0, visible), (visible, len(text)))):
        pieces = [
            Piece(it.start(), it.end(), *_codes(it[0].strip()))
            for it in _PIECE.finditer(text, start, stop)
            if not it[0].isspace()
        ]
        if not whole and len(pieces) > 2 * _MOST_PIECES:
            pieces[_MOST_PIECES:-_MOST_PIECES] = []
        if pieces:
            yield [Piece(start, start, number, number), *pieces, Piece(stop, stop, number, number)]


# The lines of a template come again and again.
@lru_cache(8192)
def _codes(line: str) -> tuple[int, int]:
    said = _hash(line)
    form = _DIGITS.sub("#", line)
    return said, said if form == line else _hash(form)


def _before(before: Piece, piece: Piece) -> int:
    return (before.form * 31 + piece.said * 17) & _WORD


def _after(piece: Piece, after: Piece) -> int:
    return (after.form * 37 + piece.said * 19) & _WORD


def _hint(blocks: Sequence[Block], offset: int) -> str | None:
    """The part that the mark-up of an offset says."""
    at = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return blocks[at].part if at >= 0 and offset < blocks[at].stop else None


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") & _WORD
