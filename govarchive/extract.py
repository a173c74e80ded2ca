"""From a page to its records: the order of the steps.

    find -> normalise -> validate -> drop what is invalid and not named -> overlaps -> labels -> relations
    -> labels, offices and other records that hold a personal number left out

It depends on its arguments and on the register of settlements that the user loaded (`govarchive places load`), on no
clock, network or locale. A value is judged before overlaps are settled, so the one before it (which may lend it an area
code) can still lose its place to a longer record. `trace` keeps every candidate with its fate (that is what `explain`
shows); `extract` keeps the records. A text of more than a million characters is read in stretches, one after the other.
"""

from collections.abc import Iterator, Sequence, Set
from datetime import date
from typing import NamedTuple

from govarchive.errors import Invalid, TooMuch
from govarchive.kinds import KINDS, Kind
from govarchive.link.labels.attach import attach_labels
from govarchive.link.labels.named import is_named
from govarchive.link.overlaps import settle_overlaps
from govarchive.link.private import leave_out_numbers
from govarchive.link.published import first_day, published_at
from govarchive.link.relations import relate
from govarchive.model import NAMED, PERSONAL, SCHEMA, Block, Candidate, Near, Page, Record, Seen, record_id
from govarchive.text.fold import Shadow, shadow
from govarchive.text.stretches import stretches

_PERSONAL = tuple(kind for kind in KINDS if kind.NAME in PERSONAL)
_FAR = 20_000
"""How far from its value a label may stand: the head of a long table."""
_MOST_RECORDS = 100_000
"""Of one page. All of them are in memory at once, and once more on their way from a worker to the archive."""


def extract(page: Page, kinds: Sequence[Kind] = KINDS, reference: date | None = None) -> list[Record]:
    """The records of a page in order of position.

    `kinds` limits what is looked for; `reference` overrides the page's own date as the day relative words count from.
    Raises InputError where the user's register of settlements is damaged, TooMuch for more than 100,000 records.
    """
    checked = {kind.NAME for kind in kinds if kind.CHECKED}
    parts = _Parts(page.blocks)
    records: list[Record] = []
    for it in _read(page, kinds, reference):
        records += _records(page, it, parts, checked)
        if len(records) > _MOST_RECORDS:
            said = f"more than {_MOST_RECORDS} records in one page"
            raise TooMuch(said, source=page.source, remedy="split it into pages")
    return records


def trace(page: Page) -> list[Candidate]:
    """Every candidate of a page in order of position, each with its fate: empty for a record, else why it is none."""
    found: list[Candidate] = []
    for read in _read(page, KINDS, None):
        for it in read.found:
            it.start, it.stop = it.start + read.offset, it.stop + read.offset
            it.span = it.span[0] + read.offset, it.span[1] + read.offset
        found += read.found
    return found


class _Stretch(NamedTuple):
    """What was found in a stretch of the page's text that begins at `offset`; spans are those of `text`."""

    text: str
    offset: int
    seen: Shadow
    published: str | None
    found: list[Candidate]


def _read(page: Page, kinds: Sequence[Kind], reference: date | None) -> Iterator[_Stretch]:
    """The page, mostly in one stretch; its date is looked for in the first, its personal numbers in all of them."""
    parts = stretches(len(page.text))
    told = [it for part in parts for it in _personal_numbers(page.text[part.start : part.stop])] if parts[1:] else []
    published = None
    for start, first, last, stop in parts:
        text = page.text[start:stop]
        seen = shadow(text)
        if not start:
            published = published_at(page, seen.text)
        found = _trace(seen, kinds, reference or first_day(published), told)
        if (start, stop) != (first, last):
            found = [it for it in found if first <= it.span[0] + start < last]
        yield _Stretch(text, start, seen, published, found)


def _personal_numbers(text: str) -> list[str]:
    """The personal numbers of a stretch, as printed."""
    seen = shadow(text)
    return [seen.text[it.start : it.stop] for kind in _PERSONAL for it in _candidates(kind, seen, None) if not it.fate]


def _trace(seen: Shadow, kinds: Sequence[Kind], reference: date | None, told: Sequence[str] = ()) -> list[Candidate]:
    """What is found in a text; `told` are personal numbers that stand elsewhere on its page."""
    # Personal numbers are looked for in any case: no other record may tell one.
    unasked = [kind for kind in _PERSONAL if kind not in kinds]
    searched = [*kinds, *unasked]
    found: list[Candidate] = []
    for kind in searched:
        found += _candidates(kind, seen, reference)
    found.sort(key=lambda it: (it.start, -it.stop))
    settle_overlaps(found, [kind.NAME for kind in searched])
    kept = [it for it in found if not it.fate]
    attach_labels(seen.text, kept, {kind.NAME: kind.LABEL for kind in searched})
    relate(seen.text, kept)
    leave_out_numbers(seen.text, kept, told)
    if not unasked:
        return found
    left_out = {kind.NAME for kind in unasked}
    return [it for it in found if it.kind not in left_out]


def _candidates(kind: Kind, seen: Shadow, reference: date | None) -> list[Candidate]:
    text, name, has_gaps = seen.text, kind.NAME, bool(seen.starts)
    found: list[Candidate] = []
    kept: list[Candidate] = []
    before: Seen | None = None
    for start, stop, rule, score in kind.find(text):
        it = Candidate(name, start, stop, rule, seen.span(start, stop) if has_gaps else (start, stop), score=score)
        found.append(it)
        _judge(it, kind, text[start:stop], Near(text, start, stop, before, reference))
        if it.problems and rule != NAMED and not is_named(text, it, kept, kind.LABEL):
            it.fate = "; ".join(it.problems)
        else:
            kept.append(it)
            before = Seen(it.value or "", start, stop)
    return found


def _judge(it: Candidate, kind: Kind, raw: str, near: Near) -> None:
    try:
        it.value = kind.normalise(raw, near)
        it.details = kind.parts(it.value, raw, near)
        if it.value is not None:
            kind.validate(it.value)
    except Invalid as problem:
        it.problems.append(str(problem))


def _records(page: Page, read: _Stretch, parts: "_Parts", checked: Set[str]) -> list[Record]:
    """The candidates as they leave the tool; `checked` are the kinds that have a check."""
    text, offset, seen, published, found = read
    page_id = page.id
    records = []
    for it in found:
        if it.fate:
            continue
        start, stop = it.span
        at = start + offset
        # By position, as naming each of them takes five times as long; the order is that of `Record`.
        records.append(
            Record(
                SCHEMA,
                record_id(page_id, it.kind, at, stop + offset),
                it.kind,
                it.value,
                text[start:stop],
                at,
                stop + offset,
                _as_printed(it, text, seen),
                not it.problems if it.kind in checked else None,
                it.problems,
                it.score,
                it.rule,
                it.details,
                parts.at(at),
                page_id,
                page.url,
                page.source,
                page.captured_at,
                published,
            )
        )
    return records


def _as_printed(it: Candidate, text: str, seen: Shadow) -> str | None:
    """The label with the page's own characters in place of the folded ones; none for a picture."""
    if not it.label:
        return None
    at = seen.text.rfind(it.label, max(0, it.start - _FAR), it.start)
    if at < 0:
        at = seen.text.find(it.label, it.stop, it.stop + _FAR)
    if at < 0:
        return it.label
    start, stop = seen.span(at, at + len(it.label))
    return text[start:stop] if stop - start > 1 or text[start].isalnum() else None


class _Parts:
    """Which part of the page (template, article) an offset lies in; offsets are asked in rising order."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._next = 0

    def at(self, offset: int) -> str | None:
        while self._next < len(self._blocks) and self._blocks[self._next].stop <= offset:
            self._next += 1
        if self._next < len(self._blocks) and self._blocks[self._next].start <= offset:
            return self._blocks[self._next].part
        return None
