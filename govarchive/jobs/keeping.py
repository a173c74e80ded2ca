"""What a run has read, into the archive: in order, in batches, counted."""

from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

import msgspec

from govarchive.archive.log import met_twice
from govarchive.archive.mending import mend
from govarchive.archive.store import Archive
from govarchive.errors import PageError
from govarchive.jobs.interrupts import Interrupts
from govarchive.jobs.report import Summary
from govarchive.model import Page, Record

_PAGES = 200
"""Kept in one transaction: enough that waiting for the disk is no cost, few enough to lose."""

_SECONDS = 2.0
"""How long a page waits to be kept, however slow those after it are."""

_MOST_CHARACTERS = 5_000_000
"""Of pages that wait to be kept, whatever their number: they lie in memory."""


class Known(NamedTuple):
    """A capture that is kept already: all of its page that is needed to tell so."""

    page: Page


class Found(NamedTuple):
    """A page with its records; `digest` is the payload's as the container states it.

    From a worker it comes as one JSON text: pickled block by block and record by record it takes twice the time.
    """

    page: Page
    records: list[Record]
    digest: str | None = None

    def __reduce__(self) -> tuple[Callable[[bytes], "Found"], tuple[bytes]]:
        return _found_in, (_encode(self),)


def _found_in(raw: bytes) -> Found:
    return _decode(raw)


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Found).decode


Read = Found | Known | PageError


class Keeper:
    """Keeps what is handed in, in order, and counts it; an interrupt cuts no batch in two.

    `archives` are those that may keep earlier captures: the one that is written to, and those that are only asked.
    """

    def __init__(
        self,
        archive: Archive,
        number: int,
        on_problem: Callable[[PageError], None],
        interrupts: Interrupts,
        *beside: Archive,
    ) -> None:
        self.summary = Summary()
        self.archive = archive
        self.archives = (archive, *beside)
        self.number = number
        self._on_problem = on_problem
        self._interrupts = interrupts
        self._waiting: list[Read] = []
        self._characters = 0
        self._since = monotonic()

    def has(self, page: Page) -> bool:
        """Whether this very capture is kept already; the text of the page does not matter."""
        return any(it.has(page) for it in self.archives)

    def keep(self, read: Read, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Takes in what was read next; writes the batch when it is time, calling `meanwhile` after each page."""
        if not self._waiting:
            self._since = monotonic()
        self._waiting.append(read)
        if isinstance(read, PageError):
            self._on_problem(read)
        elif isinstance(read, Found):
            self._characters += len(read.page.text)
        if self._is_time():
            self.flush(meanwhile)

    def mend(self) -> None:
        """Puts what is kept now in the place of the same captures that were kept torn; counts it as renewed."""
        with self._interrupts.shielded():
            mended = mend(self.archive, self.number)
        self.summary.new -= mended.new
        self.summary.unchanged -= mended.known
        self.summary.renewed += mended.new + mended.known
        self.summary.twice = min(met_twice(self.archive, self.number), self.summary.unchanged)

    def _is_time(self) -> bool:
        full = len(self._waiting) >= _PAGES or self._characters > _MOST_CHARACTERS
        return full or monotonic() - self._since > _SECONDS

    def flush(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Writes what waits, in one transaction."""
        with self._interrupts.shielded():
            batch, self._waiting, self._characters = self._waiting, [], 0
            for read in batch:
                self._write(read)
                meanwhile()
            self.archive.commit()

    def _write(self, read: Read) -> None:
        if isinstance(read, PageError):
            self.archive.reject(read, self.number)
            self.summary.count_reject(read)
        elif isinstance(read, Known):
            self._meet(read.page)
        elif self.archive.put(read.page, read.records, self.number, read.digest):
            self.summary.new += 1
            self.summary.count_page(read.records)
        else:
            self.summary.unchanged += 1

    def _meet(self, page: Page) -> None:
        """Notes that a kept page was met again, of which nothing was read."""
        if self.archive.meet(page, self.number):
            self.summary.unchanged += 1
        else:
            self._miss(page)

    def _miss(self, page: Page) -> None:
        """Rejects a kept page that another program took back before it could be noted."""
        problem = PageError("taken back meanwhile", source=page.source, remedy="run the same command again")
        self._on_problem(problem)
        self._write(problem)


class DryKeeper(Keeper):
    """Keeps in a scratch archive what the one beside it does not keep: a run that leaves no trace."""

    def _meet(self, page: Page) -> None:
        self.summary.unchanged += 1


class Renewer(Keeper):
    """Puts other records in the place of those of kept pages; what fails leaves a page as it is."""

    def _write(self, read: Read) -> None:
        if isinstance(read, Found) and not self.archive.renew(read.page, read.records):
            self._miss(read.page)
        elif isinstance(read, Found):
            self.summary.renewed += 1
            self.summary.count_page(read.records)
        else:
            super()._write(read)


class DryRenewer(Keeper):
    """Counts what `Renewer` would do."""

    def _write(self, read: Read) -> None:
        if isinstance(read, Found):
            self.summary.renewed += 1
            self.summary.count_page(read.records)
        elif isinstance(read, PageError):
            self.summary.count_reject(read)
