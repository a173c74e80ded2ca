"""Many pages into one archive, in one process.

Pages are read first and then kept in batches of one transaction each: a run that is killed loses at most the open
batch, and the next run of the same command reads those pages again and passes over the rest. As the archive is locked
for no longer than it takes to write, several imports can run side by side.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from govarchive.archive.store import Archive
from govarchive.errors import InputError, PageError, SkippedPage
from govarchive.extract import extract
from govarchive.kinds import KINDS, Kind
from govarchive.model import Page, Record

BATCH = 200
"""Pages kept in one transaction: large enough that waiting for the disk is no cost, small enough to lose."""

_MOST_CHARACTERS = 5_000_000
"""Of pages that wait to be kept, whatever their number: they lie in memory."""


@dataclass(slots=True)
class Summary:
    """What an import did: pages by outcome, records by kind, seconds of wall time."""

    new: int = 0
    unchanged: int = 0
    rejected: int = 0
    skipped: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def import_pages(
    archive: Archive,
    pages: Iterable[Page | PageError],
    paths: Sequence[str],
    on_problem: Callable[[PageError], None],
) -> Summary:
    """Keeps every new page with its records, notes every reject; `paths` are what the user named.

    Raises ArchiveError when the archive cannot be written; what was kept before stays.
    """
    summary, started = Summary(), time.monotonic()
    number = archive.start_import(paths)
    waiting: list[_Read] = []
    characters = 0
    for page in pages:
        it = _read(archive, page)
        if isinstance(it, PageError):
            on_problem(it)
        else:
            characters += len(it[0].text)
        waiting.append(it)
        if len(waiting) >= BATCH or characters > _MOST_CHARACTERS:
            _keep(archive, waiting, number, summary)
            waiting, characters = [], 0
    _keep(archive, waiting, number, summary)
    archive.finish_import(number)
    summary.seconds = time.monotonic() - started
    return summary


_Read = tuple[Page, list[Record]] | PageError


def _read(archive: Archive, page: Page | PageError) -> _Read:
    """A page with its records, which are not asked for when it is kept already."""
    if isinstance(page, PageError):
        return page
    found = [] if archive.has(page) else records_of(page)
    return found if isinstance(found, PageError) else (page, found)


def _keep(archive: Archive, batch: Sequence[_Read], number: int, summary: Summary) -> None:
    for it in batch:
        if isinstance(it, PageError):
            archive.reject(it, number)
            summary.skipped += isinstance(it, SkippedPage)
            summary.rejected += not isinstance(it, SkippedPage)
        elif archive.put(*it, number):
            summary.new += 1
            summary.kinds.update(record.kind for record in it[1])
        else:
            summary.unchanged += 1
    archive.commit()


def records_of(page: Page, kinds: Sequence[Kind] = KINDS, reference: date | None = None) -> list[Record] | PageError:
    """The records of a page, or, should a rule fail on it, the reject that stands for it: one page never ends a run."""
    try:
        return extract(page, kinds, reference)
    except InputError:  # not this page but the register of places, and so every page
        raise
    except Exception as problem:
        return PageError(
            f"a rule failed on this page: {type(problem).__name__}: {problem}",
            source=page.source,
            remedy="please report it with the page",
        )
