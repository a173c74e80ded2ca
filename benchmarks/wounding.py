"""Wounds healthy files of crawlers at every k-th byte, and holds what is read of them against four laws.

usage: wounding.py [--step K]

1. Reading never fails. 2. Each page whose record the wound does not touch is handed out as it was. 3. Each byte of the
file is in a record that was read, in an empty line between records, or in a stretch that is reported. 4. A page that is
handed out changed, or not at all, is reported; of files without checksums this holds as far as lengths can tell.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import accumulate
from types import ModuleType
from typing import NamedTuple

import _tools  # noqa: F401 (before what lies there)
import warcs
from wounds_zstd import frame

from govarchive.errors import PageError
from govarchive.pages import containers
from govarchive.pages.capture import NOTHING, Capture
from govarchive.pages.containers import captures_in
from govarchive.pages.containers.flow import Flow
from govarchive.pages.containers.records import Dialect, Flaw, Walk
from govarchive.pages.containers.tape import Tape


class Healthy(NamedTuple):
    """A healthy file: its records or members, how they are written, and whether each has a checksum."""

    name: str
    parts: Sequence[bytes]
    reader: ModuleType
    checked: bool


class Wounded(NamedTuple):
    """A file that was changed from `start` to `stop` of what it was before."""

    raw: bytes
    start: int
    stop: int


def healthy(pages: int = 4, words: int = 3) -> list[Healthy]:
    """A file of each kind."""
    warc, arc = warcs.healthy(pages, words), warcs.arc(pages, words)
    return [
        Healthy("warc", warc, containers.warc, False),
        Healthy("warc.gz", [warcs.member(it) for it in warc], containers.warc, True),
        Healthy("warc.zst", [frame(it) for it in warc], containers.warc, True),
        Healthy("arc", arc, containers.arc, False),
        Healthy("arc.gz", [warcs.member(it) for it in arc], containers.arc, True),
    ]


def _flip(raw: bytes, at: int) -> Wounded:
    return Wounded(raw[:at] + bytes([raw[at] ^ 1 << at % 8]) + raw[at + 1 :], at, at + 1)


def _cut(raw: bytes, at: int) -> Wounded:
    return Wounded(raw[:at], at, len(raw))


def _remove(raw: bytes, at: int) -> Wounded:
    return Wounded(raw[:at] + raw[at + at % 37 + 1 :], at, at + at % 37 + 1)


def _insert(raw: bytes, at: int) -> Wounded:
    return Wounded(raw[:at] + bytes(at * it % 256 for it in range(1 + at % 29)) + raw[at:], at, at + 1)


def _clear(raw: bytes, at: int) -> Wounded:
    return Wounded(raw[:at] + bytes(len(raw[at : at + 200])) + raw[at + 200 :], at, at + 200)


WAYS: dict[str, Callable[[bytes, int], Wounded]] = {
    "flip": _flip,
    "cut": _cut,
    "remove": _remove,
    "insert": _insert,
    "clear": _clear,
}


def broken_laws(file: Healthy, wounded: Wounded) -> Iterator[str]:
    """What is wrong with how a wounded file is read."""
    found = list(captures_in(BytesIO(wounded.raw), "x"))
    pages = {(it.url, it.raw) for it in found if isinstance(it, Capture)}
    told = any(isinstance(it, PageError) for it in found)
    start = missing = 0
    ends = list(accumulate(map(len, file.parts)))
    for part in file.parts:
        stop = start + len(part)
        was = {(it.url, it.raw) for it in file.reader.read(BytesIO(part), "x", NOTHING, 1) if isinstance(it, Capture)}
        if not was <= pages:
            missing += 1
            if stop <= wounded.start or start >= wounded.stop:
                yield f"the page at {start} is lost"
        start = stop
    between = wounded.raw == b"".join(file.parts)[: wounded.start] and wounded.start in ends
    if missing and not told and file.checked and not between:  # a cut between records cannot be seen
        yield "a page is missing or changed, and nothing is said"
    yield from (f"bytes {start} to {stop} are nowhere" for start, stop in holes(wounded.raw, file.reader.DIALECT))


def holes(raw: bytes, dialect: Dialect) -> Iterator[tuple[int, int]]:
    """The stretches of a file that are in no record and no report, and are not empty lines."""
    walked = list(Walk(Flow(Tape(BytesIO(raw))), dialect))
    ends = [(it.start, it.stop) if isinstance(it, Flaw) else (it.place.start, it.stop) for it in walked]
    reached = 0
    for start, stop in [*sorted(ends), (len(raw), len(raw))]:
        if raw[reached:start].strip(b"\r\n"):
            yield reached, start
        reached = max(reached, stop)


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--step", type=int, default=1, help="wound every k-th byte (default 1)")
    step = parser.parse_args().step
    broken = 0
    for file in healthy():
        raw = b"".join(file.parts)
        for name, way in WAYS.items():
            laws: Counter[str] = Counter()
            for at in range(len(file.parts[0]) if name == "cut" else 0, len(raw), step):
                for law in broken_laws(file, way(raw, at)):
                    laws[law] += 1
                    print(f"{file.name}, {name} at {at}: {law}")
            broken += laws.total()
            print(f"{file.name:<10}{name:<8}{len(range(0, len(raw), step)):>6} wounds, {laws.total()} laws broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
