"""Many captures into one archive.

Captures are read in order, shared out among worker processes that make pages of them and find their records, and kept
in that order by this process alone, in batches of one transaction each: the archive is the same whatever the number of
workers. Of a capture that is kept already no page is made. A run that is killed loses at most the open batch; the next
run of the same command passes over what is kept and does the rest. As the archive is locked for no longer than it takes
to write a batch, several imports can run side by side.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from govarchive.archive import open_archive
from govarchive.archive.captures import stale
from govarchive.archive.discretion import known_among
from govarchive.archive.store import Archive
from govarchive.errors import PageError
from govarchive.jobs.choice import EVERYTHING, Choice
from govarchive.jobs.hands import Hands
from govarchive.jobs.interrupts import Interrupted, Interrupts
from govarchive.jobs.keeping import DryKeeper, DryRenewer, Found, Keeper, Known, Read, Renewer
from govarchive.jobs.parts import settle
from govarchive.jobs.report import Summary
from govarchive.jobs.revisits import Revisits
from govarchive.jobs.rules import rules_version
from govarchive.jobs.tasks import LIMITS, End, Limits, Ready
from govarchive.model import Page
from govarchive.pages.capture import NOTHING, Capture, Given
from govarchive.pages.files import printable
from govarchive.pages.reading import once_each
from govarchive.text.codes.personal_numbers import numbers_of, words_of

Task = Capture | Page

_FIRST = "Иван Петров, кмет на община Видин, тел. 094/ 60 12 34, 14.05.2015 г."
"""Read before all else, so that what rules load when they are first asked is not counted as a page's time."""

Problem = Callable[[PageError], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asks of a run.

    `jobs` is the number of workers, 1 for none; for None there are as many as cores where there is enough to do. `said`
    is all that was asked, as JSON knows it: the archive notes it. A `dry_run` leaves no trace.
    """

    given: Given = NOTHING
    choice: Choice = EVERYTHING
    jobs: int | None = None
    limits: Limits = LIMITS
    dry_run: bool = False
    said: Mapping[str, Any] = field(default_factory=dict)


PLAIN = Asked()


def import_captures(
    archive: Archive,
    captures: Iterable[Capture | PageError],
    paths: Sequence[str],
    on_problem: Problem,
    asked: Asked = PLAIN,
) -> Summary:
    """Keeps every new page with its records, notes every reject; `paths` are what the user named.

    An interrupt ends it early, with all kept that was read. Raises ArchiveError when the archive cannot be written and
    InputError for a damaged register of places; what was kept before stays.
    """
    interrupts = Interrupts()
    with interrupts.heeded(), _keeper(archive, paths, on_problem, asked, interrupts) as keeper:
        return _run(keeper, asked, partial(_import, captures, asked.choice))


def reprocess(archive: Archive, on_problem: Problem, asked: Asked = PLAIN) -> Summary:
    """Finds anew the records of the pages that were read by other rules, from the text that is kept.

    Raises what `import_captures` does, and ends early as that does.
    """
    interrupts = Interrupts()
    pages = (Ready[Read](it) if isinstance(it, PageError) else it for it in stale(archive, rules_version()))
    with interrupts.heeded():
        if asked.dry_run:
            return _run(DryRenewer(archive, 0, on_problem, interrupts), asked, partial(_keep_all, pages))
        archive.rules = rules_version()
        number = archive.start_import([], asked.said)
        return _run(Renewer(archive, number, on_problem, interrupts), asked, partial(_keep_all, pages))


@contextmanager
def _keeper(
    archive: Archive, paths: Sequence[str], on_problem: Problem, asked: Asked, interrupts: Interrupts
) -> Iterator[Keeper]:
    """What keeps the pages of a new import."""
    if not asked.dry_run:
        archive.rules = rules_version()
        yield Keeper(archive, archive.start_import(list(map(printable, paths)), asked.said), on_problem, interrupts)
        return
    with TemporaryDirectory(prefix="govarchive-") as folder, open_archive(f"{folder}/dry.db", create=True) as scratch:
        yield DryKeeper(scratch, scratch.start_import(list(map(printable, paths))), on_problem, interrupts, archive)


_Hands = Hands[Task, Read]


def _run(keeper: Keeper, asked: Asked, work: Callable[[Keeper, _Hands], None]) -> Summary:
    started, summary = monotonic(), keeper.summary
    try:
        with Hands(asked.jobs, _Reading(asked.given, asked.limits), asked.limits) as hands:
            work(keeper, hands)
        summary.seconds = monotonic() - started
        if not asked.dry_run:
            keeper.archive.finish_import(keeper.number, summary.totals())
            _settle(keeper.archive)
    except Interrupted as interrupt:
        keeper.flush()
        summary.interrupted = interrupt.code
    summary.seconds = monotonic() - started
    told = [asked.said, *summary.rejects]
    summary.numbers = numbers_of(it for archive in keeper.archives for it in known_among(archive, words_of(told)))
    summary.number = None if asked.dry_run else keeper.number
    return summary


def _settle(archive: Archive) -> None:
    """Tells template from article on the sites that got pages; what is broken off is done by the next import."""
    try:
        settle(archive)
    except BaseException:
        archive.db.rollback()
        raise


def _import(captures: Iterable[Capture | PageError], choice: Choice, keeper: Keeper, hands: _Hands) -> None:
    """All captures, and now and then the revisits among them, when what came before them is kept."""
    revisits, left = Revisits(keeper), iter(captures)
    more = True
    while more:
        _keep_all(_tasks(left, keeper, choice, revisits), keeper, hands)
        more = revisits.is_full
        _keep_all(revisits.resolved(), keeper, hands)
    _keep_all(revisits.resolved(last=True), keeper, hands)
    keeper.mend()


def _keep_all(tasks: Iterable[Task | Ready[Read]], keeper: Keeper, hands: _Hands) -> None:
    for read in once_each(hands.run(tasks)):
        keeper.keep(read, hands.look)
    keeper.flush()


def _tasks(
    captures: Iterator[Capture | PageError], keeper: Keeper, choice: Choice, revisits: Revisits
) -> Iterator[Task | Ready[Read]]:
    """What is to be read of the captures, and what stands for those that need not be; ends early for full revisits."""
    for capture in captures:
        if isinstance(capture, PageError):
            yield Ready(capture)
        elif not choice.takes(capture):
            keeper.summary.excluded += 1
        elif capture.original:
            revisits.add(capture)
            if revisits.is_full:
                return
        else:
            digest = sha256(capture.raw).hexdigest()
            page = Page("", capture.source, digest, capture.url, capture.captured_at)
            yield Ready(Known(page)) if keeper.has(page) else capture


@dataclass(frozen=True, slots=True)
class _Reading:
    """What workers do. The rules take a second to load: in this process only where it works alone."""

    given: Given
    limits: Limits

    def prepare(self) -> None:
        from govarchive.extract import extract
        from govarchive.pages import page_from_text

        extract(page_from_text(_FIRST))

    def work(self, task: Task) -> Read:
        from govarchive.jobs.reading import read

        found = read(task, self.given)
        digest = task.digest if isinstance(task, Capture) else None
        return found if isinstance(found, PageError) else Found(*found, digest)

    def given_up(self, task: Task, end: End) -> Read:
        from govarchive.jobs.reading import given_up

        return given_up(task, end, self.limits)

    def weight(self, task: Task) -> int:
        return len(task.raw) if isinstance(task, Capture) else 2 * len(task.text)
