"""Rejects tried again: the same stretches of the same files, read as the import that rejected them was asked to.

What a file is rejected for tells how much of it is read again: all of it where it was rejected as such (`a.html`), one
capture where it was one (`crawl.warc.gz#1024`, `a.zip#b.html`), and where the container was damaged there, everything
from that place on, as a mended file has captures where there were none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from govarchive.archive import Archive
from govarchive.archive.log import Reject, import_by_number, join_retries, mark_retried
from govarchive.errors import Damaged, PageError, SkippedPage
from govarchive.jobs.batch import Asked, import_captures
from govarchive.jobs.report import Summary
from govarchive.jobs.tasks import LIMITS, Limits
from govarchive.pages.capture import Capture, Given
from govarchive.pages.files import STDIN, file_of, is_there, list_files, printable, spelled_back
from govarchive.pages.reading import open_captures


@dataclass(slots=True)
class _Wanted:
    """What is read again of a file: all, captures by their source, those from an offset on."""

    path: str
    all: bool = False
    sources: set[str] = field(default_factory=set)
    since: int | None = None

    def add(self, reject: Reject) -> None:
        place = reject.source[len(printable(self.path)) + 1 :]
        self.all |= not place
        self.sources.add(reject.source)
        if reject.error == Damaged.__name__ and _is_offset(place):
            self.since = min(int(place), int(place) if self.since is None else self.since)

    def has(self, source: str) -> bool:
        place = source.rpartition("#")[2]
        beyond = self.since is not None and _is_offset(place) and int(place) >= self.since
        return self.all or source in self.sources or source == printable(self.path) or beyond


def out_of_reach(archive: Archive, found: Iterable[Reject]) -> Iterator[tuple[Reject, str]]:
    """The rejects that cannot be read again, and why: standard input, and what has gone from where it was."""
    folder_of = cache(lambda number: spelled_back(import_by_number(archive, number).folder or ""))
    for it in found:
        if it.error == SkippedPage.__name__:
            continue
        folder = folder_of(it.import_number)  # asked for once, as the log counts the pages of an import each time
        path = file_of(it.source, folder)
        if path == STDIN:
            yield it, "standard input cannot be read again: import it once more"
        elif not is_there(whole := str(Path(folder, path))):
            yield it, f"there is no {printable(whole)} that could be read: it waits until there is"


def retry(archive: Archive, found: Iterable[Reject], on_problem: Callable[[PageError], None]) -> Iterator[Summary]:
    """Reads rejects again, in an import of its own for each that rejected some; gives what each did.

    They are read from the folder that import was run in. What was skipped on purpose is left alone. What fails again is
    a reject of the new import, in the place of that of an earlier retry. An interrupt ends it, and what is left waits
    on. Raises what `import_captures` does.
    """
    again = sorted((it for it in found if it.error != SkippedPage.__name__), key=lambda it: it.import_number)
    for number, group in groupby(again, key=lambda it: it.import_number):
        rejects = list(group)
        first = import_by_number(archive, number)
        asked = _asked(first.options, number)
        with chdir(spelled_back(first.folder or ".")):
            wanted = _wanted(rejects)
            captures = _captures(wanted, asked.given)
            summary = import_captures(archive, captures, [it.path for it in wanted], on_problem, asked)
        if summary.interrupted is None:
            assert summary.number is not None, "no dry run"
            mark_retried(archive, rejects, summary.number)
            join_retries(archive, rejects, summary.number)
            archive.commit()
        yield summary
        if summary.interrupted is not None:
            return


def _asked(options: Mapping[str, Any], number: int) -> Asked:
    """What the first import was asked, as far as it tells how pages are read."""
    given = Given(
        options.get("url"), options.get("captured_at"), options.get("encoding"), dict(options.get("fields") or {})
    )
    limits = Limits(options.get("page_seconds") or LIMITS.seconds)
    return Asked(given, limits=limits, said={**options, "retries": number})


def _wanted(rejects: Sequence[Reject]) -> list[_Wanted]:
    """The files of rejects, each once, and what of them."""
    files: dict[str, _Wanted] = {}
    for it in rejects:
        path = file_of(it.source)
        files.setdefault(path, _Wanted(path)).add(it)
    return list(files.values())


def _captures(wanted: Sequence[_Wanted], given: Given) -> Iterator[Capture | PageError]:
    for it in wanted:
        yield from (capture for capture in open_captures(list_files([it.path]), given) if it.has(capture.source))


def _is_offset(place: str) -> bool:
    return place.isascii() and place.isdigit()
