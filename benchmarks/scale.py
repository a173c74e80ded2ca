"""Large imports: pages per second and memory of all processes along the way, with one worker and with several.

usage: scale.py [--pages N] [--jobs N,N...] [--kilobytes N] [--folder FOLDER]

The pages are made while they are read: texts mixed from samples/ in mark-up of the given size (20 KB), each with an
address and a number of its own. --jobs 1 works in one process, 2 has two workers beside the one that writes. Each run
is a process of its own and leaves its archive in FOLDER, by default a temporary one.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import corpus

from govarchive.archive import open_archive
from govarchive.errors import PageError
from govarchive.jobs.batch import Asked, import_captures
from govarchive.pages import Capture

_DISTINCT = 500
_SITES = 20
_POINTS = 10
_MARK = b"@number@"


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2_000, help="how many pages (default 2,000)")
    parser.add_argument("--jobs", default="1,2", help="the numbers of workers to compare (default 1,2)")
    parser.add_argument("--kilobytes", type=int, default=20, help="the size of a page (default 20)")
    parser.add_argument("--folder", help="where to leave the archives")
    parser.add_argument("--archive", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.archive:
        run(Path(asked.archive), asked.pages, int(asked.jobs), asked.kilobytes << 10)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(asked.folder or temporary)
        for jobs in asked.jobs.split(","):
            given = ["--pages", str(asked.pages), "--jobs", jobs, "--kilobytes", str(asked.kilobytes)]
            archive = folder / f"scale-{jobs}.db"
            subprocess.run([sys.executable, __file__, *given, "--archive", str(archive)], check=True)
    return 0


def run(archive: Path, pages: int, jobs: int, size: int) -> None:
    """Imports made pages, printing a line each tenth of the way."""
    print(f"\n--jobs {jobs}: {pages:,} pages of {size >> 10} KB")
    print(f"{'':>20}{'pages/s':>16}{'memory, MB':>20}{'CPU, ms a page':>20}{'archive':>10}")
    print(f"{'pages':>20}{'now':>8}{'so far':>8}{'writer':>10}{'workers':>10}{'writer':>10}{'workers':>10}{'MB':>10}")
    with open_archive(str(archive), create=True) as opened:
        started = perf_counter()
        summary = import_captures(opened, _watched(pages, size, archive), ["made"], _say, Asked(jobs=jobs))
        seconds = perf_counter() - started
    found = f"{summary.new:,} pages, {summary.kinds.total():,} records"
    print(f"{found}, {seconds:.1f} s with all that is done at the end: {summary.new / seconds:.0f} pages/s")


def _say(problem: PageError) -> None:
    print(problem, file=sys.stderr)


def _watched(pages: int, size: int, archive: Path) -> Iterator[Capture]:
    """The pages; prints a line at each tenth of them."""
    started = before = perf_counter()
    step = max(1, pages // _POINTS)
    spent = usage()
    for number, capture in enumerate(made(pages, size), 1):
        yield capture
        if number % step == 0:
            now, used = perf_counter(), usage()
            cost = [1000 * (one - other) / step for one, other in zip(used.seconds, spent.seconds, strict=True)]
            print(
                f"{number:>20,}{step / (now - before):>8.0f}{number / (now - started):>8.0f}"
                f"{used.megabytes[0]:>10}{used.megabytes[1]:>10}{cost[0]:>10.1f}{cost[1]:>10.1f}"
                f"{sum(it.stat().st_size for it in archive.parent.glob(archive.name + '*')) >> 20:>10}",
                flush=True,
            )
            before, spent = now, used


def made(pages: int, size: int) -> Iterator[Capture]:
    """Pages that differ by their numbers; every 500th text comes again."""
    bodies = [_padded(corpus.as_html(f"{_MARK.decode()} {text}"), size) for text in corpus.texts(min(pages, _DISTINCT))]
    for number in range(pages):
        raw = bodies[number % len(bodies)].replace(_MARK, b"%d" % number)
        url = f"http://www.obshtina-primer{number % _SITES}.bg/{number}"
        yield Capture(raw, f"made#{number}", url, "2018-03-01")


def _padded(raw: bytes, size: int) -> bytes:
    """A page with as much style in its head as it takes to be of that size."""
    rule = b".menu li a:hover { color: #004a8f; border-bottom: 1px solid }\n"
    return raw.replace(b"</style>", rule * (max(0, size - len(raw)) // len(rule)) + b"</style>", 1)


class Usage(NamedTuple):
    """What this process and its children together have in memory, and have used of the processor's time."""

    megabytes: tuple[int, int]
    seconds: tuple[float, float]


def usage() -> Usage:
    """As /proc tells; zeros where there is none."""
    own, children = _of(os.getpid()), [_of(pid) for pid in _children(os.getpid())]
    return Usage((own[0], sum(it[0] for it in children)), (own[1], sum(it[1] for it in children)))


def _children(parent: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(pid) for pid in tasks.split()]


def _of(pid: int) -> tuple[int, float]:
    """MB in memory and seconds of the processor's time of a process."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0, 0
    ticks = int(fields[_TICKS]) + int(fields[_TICKS + 1])
    return int(fields[_PAGES]) * os.sysconf("SC_PAGE_SIZE") >> 20, ticks / os.sysconf("SC_CLK_TCK")


# Behind the name of the process: user and system time in ticks, pages in memory (proc(5)).
_TICKS = 11
_PAGES = 21


if __name__ == "__main__":
    sys.exit(main())
