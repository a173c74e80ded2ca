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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
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

_DIGITS = re.compile("[0-9]+")
_EDGES = ("\n", "\n\n")
_BETWEEN = "\t"
"""What no piece says."""
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_LONG = 500
_WORD = (1 << 63) - 1


Run = list[str]
"""What lines and cells say, between two edges."""

Text = tuple[str, Sequence[Block]]
"""A text and its blocks."""

Units = Callable[[], Iterable[Iterable[Text]]]
"""Gives for each address the texts that stood there, anew each time; a text that stood at two is given at one."""


Pair = tuple[str, str]
"""What a piece says, and the form of the one beside it."""


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
        return _hash(told)


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
    said: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    pages = 0
    for texts in units():
        runs = [run for text in texts for run in _runs(*text)]
        pages += bool(runs)
        said.update({it for run in runs for it in run[1:-1]})
        forms.update({it for run in runs for it in _forms(run)})
    if pages < _FEWEST:
        return Template()
    half = max(_FEWEST, (pages + 1) // 2)
    tenth = max(_FEWEST_OF_SECTION, -(-pages // _SECTION))

    def recurs(pair: Pair, number: int) -> bool:
        return number >= half or (number >= tenth and number >= _WHENEVER * forms[pair[1]])

    often = {it for it, number in said.items() if number >= min(half, tenth)}
    before, behind = (_by_piece(it for it in pairs.items() if recurs(*it)) for pairs in _pairs(units, often))
    return Template(before, behind, {it for it, number in forms.items() if number >= half})


def _pairs(units: Units, often: Set[str]) -> tuple[Counter[Pair], Counter[Pair]]:
    """At how many addresses each of these pieces stands behind each form, and before each."""
    before: Counter[Pair] = Counter()
    behind: Counter[Pair] = Counter()
    for texts in units():
        places = [(run, at) for text in texts for run in _runs(*text) for at, it in enumerate(run) if it in often]
        before.update({(run[at], _form(run[at - 1])) for run, at in places})
        behind.update({(run[at], _form(run[at + 1])) for run, at in places})
    return before, behind


def _by_piece(pairs: Iterable[tuple[Pair, int]]) -> Mapping[str, Set[str]]:
    found: dict[str, set[str]] = {}
    for (piece, form), _ in pairs:
        found.setdefault(piece, set()).add(form)
    return found


def parts_of(page: Unsettled, template: Template) -> list[str | None]:
    """The part of each record of a page; what the mark-up says where the site does not tell."""
    hints = [_hint(page.blocks, it.start) for it in page.records]
    if template.before is None or not page.records:
        return hints
    runs = list(_runs(page.text, page.blocks, whole=True))
    marked = [_marks(run, template) for run in runs]
    if not any(any(marks[1:-1]) for marks in marked):
        return hints
    recurs = [it for marks in _filled(runs, marked, template.forms) for it in marks[1:-1]]
    starts, stops = _spans(page.text, _visible(page.text, page.blocks))
    parts = []
    for record, hint in zip(page.records, hints, strict=True):
        touched = recurs[bisect_right(stops, record.start) : bisect_left(starts, record.stop)]
        parts.append(_part(bool(touched) and all(touched), hint, dated=page.dated))
    return parts


def _part(recurs: bool, hint: str | None, *, dated: bool) -> str | None:
    """Of what stands on this page only: an article where it is dated, else what the mark-up says."""
    if recurs or hint == "template":
        return "template"
    return "article" if dated else hint


def _marks(run: Run, template: Template) -> list[bool]:
    """Which pieces of a run are of the template, the edges being so."""
    before, behind = template.before or {}, template.behind or {}
    marks = [True, *[False] * (len(run) - 2), True]
    for at, it in enumerate(run):
        if it in before or it in behind:
            marks[at] = _form(run[at - 1]) in before.get(it, ()) or _form(run[at + 1]) in behind.get(it, ())
    return marks


def _filled(runs: Sequence[Run], marked: Sequence[list[bool]], forms: Set[str]) -> Sequence[list[bool]]:
    """The marks, with those between marked ones that are as everywhere but for their digits; not if all would be.

    A page of which nothing were left may be a form that is filled in with numbers.
    """
    filled = [_fill(run, marks, forms) for run, marks in zip(runs, marked, strict=True)]
    return marked if all(all(marks) for marks in filled) else filled


def _fill(run: Run, marks: Sequence[bool], forms: Set[str]) -> list[bool]:
    """The marks of a run, which begins and ends with marked edges, with the gaps that hold such forms only."""
    filled: list[bool] = []
    for marked, gap in groupby(zip(marks, run, strict=True), key=itemgetter(0)):
        pieces = list(gap)
        filled += [marked or all(_form(it) in forms for _, it in pieces)] * len(pieces)
    return filled


def _runs(text: str, blocks: Sequence[Block], *, whole: bool = False) -> Iterator[Run]:
    """The pieces of what is visible, then of the evidence behind it, each between two edges; none where there is none.

    Unless `whole`, those in the middle of a very long page are left out.
    """
    visible = _visible(text, blocks)
    for edge, part in zip(_EDGES, (text[:visible], text[visible:]), strict=True):
        said = _pieces(part)
        if not whole and len(said) > 2 * _MOST_PIECES:
            said[_MOST_PIECES:-_MOST_PIECES] = []
        if said:
            yield [edge, *said, edge]


def _visible(text: str, blocks: Sequence[Block]) -> int:
    """Where the evidence begins that is not visible."""
    return next((block.start for block in blocks if block.kind == "meta"), len(text))


def _pieces(text: str) -> list[str]:
    """What lines and cells say that say anything; of long ones, as all lie in memory, a hash."""
    said = filter(None, map(str.strip, text.replace("\t", "\n").split("\n")))
    return [it if len(it) <= _LONG else _short(it) for it in said]


def _short(said: str) -> str:
    """What stands for a long piece: letters for its form, and behind them a number for its digits."""
    form = _DIGITS.sub("#", said)
    letters = f"{_hash(form):x}".translate(_LETTERS)
    return letters if form == said else f"{letters}{_hash(said)}"


def _forms(run: Run) -> list[str]:
    """What each piece says but for its digits, all at once."""
    return _DIGITS.sub("#", _BETWEEN.join(run)).split(_BETWEEN)


# The pieces of a template, and those beside them, come again and again.
@lru_cache(8192)
def _form(said: str) -> str:
    """What a piece says but for its digits."""
    return _DIGITS.sub("#", said)


def _spans(text: str, visible: int) -> tuple[list[int], list[int]]:
    """Where the pieces begin and stop."""
    starts, stops = [], []
    for start, part in ((0, text[:visible]), (visible, text[visible:])):
        for line in part.replace("\t", "\n").split("\n"):
            stop = start + len(line)
            if line.strip():
                starts.append(start)
                stops.append(stop)
            start = stop + 1
    return starts, stops


def _hint(blocks: Sequence[Block], offset: int) -> str | None:
    """The part that the mark-up of an offset says."""
    at = bisect_right(blocks, offset, key=_START) - 1
    return blocks[at].part if at >= 0 and offset < blocks[at].stop else None


_START = itemgetter(Block._fields.index("start"))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") & _WORD
