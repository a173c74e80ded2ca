"""Reading WARC files beside warcio and FastWARC: what a healthy record costs, and what is read of the broken samples.

usage: crawls.py [--pages N]

All contenders read every page whole, free of codings; govarchive and `checked` ones also verify checksums. Time is
that of the processor, the best of five rounds in one process. Of the broken samples, pages count that come before the
contender stops; a stop without an error is silent.
"""

import argparse
import contextlib
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from time import process_time
from typing import Any

import _tools  # noqa: F401 (before what lies there)
import broken
import warcs
from wounds import Wound

from govarchive.pages.capture import Capture
from govarchive.pages.containers import captures_in

_ROUNDS = 5
_PAGES = ("response", "revisit")

Reader = Callable[[bytes], Iterator[object]]


def ours(raw: bytes) -> Iterator[object]:
    """The captures of a file."""
    return (it for it in captures_in(io.BytesIO(raw), "x") if isinstance(it, Capture))


def with_warcio(raw: bytes, checked: bool = False) -> Iterator[object]:
    """The pages of a file as warcio reads them."""
    warcio: Any = import_module("warcio.archiveiterator")
    for record in warcio.ArchiveIterator(io.BytesIO(raw), arc2warc=True, check_digests=checked):
        if record.rec_type in _PAGES and (record.http_headers is None or record.http_headers.statusline[:1] == "2"):
            yield record.content_stream().read()


def with_fastwarc(raw: bytes, checked: bool = False) -> Iterator[object]:
    """The pages of a file as FastWARC reads them."""
    fastwarc: Any = import_module("fastwarc.warc")
    for record in fastwarc.ArchiveIterator(io.BytesIO(raw), parse_http=not checked):
        if str(record.record_type).rpartition(".")[2] in _PAGES:
            if checked:
                record.verify_block_digest(consume=False)
                record.parse_http()
            yield record.reader.read()


READERS: dict[str, Reader] = {
    "govarchive": ours,
    "warcio": with_warcio,
    "warcio, checked": lambda raw: with_warcio(raw, True),
    "FastWARC": with_fastwarc,
    "FastWARC, checked": lambda raw: with_fastwarc(raw, True),
}


def cost(reader: Reader, raw: bytes, records: int) -> float:
    """Microseconds a record."""
    return min(_timed(reader, raw) for _ in range(_ROUNDS)) / records * 1e6


def _timed(reader: Reader, raw: bytes) -> float:
    started = process_time()
    for _ in reader(raw):
        pass
    return process_time() - started


def read_of(reader: Reader, raw: bytes) -> tuple[int, bool]:
    """How many pages are read of a file, and whether it is said that something is wrong with it."""
    number = 0
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            for _ in reader(raw):
                number += 1
        except Exception:
            return number, True
    return number, bool(told.getvalue())


def print_costs(pages: int) -> None:
    """Prints what a healthy record costs, by the length of the pages."""
    print(f"{'µs a record':<20}{'short, plain':>14}{'short, gzip':>14}{'long, plain':>14}{'long, gzip':>14}")
    files = [form(warcs.healthy(pages, words)) for words in (12, 300) for form in (b"".join, warcs.packed)]
    for name, reader in READERS.items():
        print(f"{name:<20}" + "".join(f"{cost(reader, raw, 2 * pages + 1):>14.0f}" for raw in files))


def print_broken() -> None:
    """Prints what is read of the broken samples, bombs left out, and of those with nothing wrong."""
    samples = [it for it in broken.WOUNDS if "bomb" not in it.file]
    sound = [it for it in samples if it.what.startswith("none")]
    wounded = [it for it in samples if not it.what.startswith("none")]
    print(f"\n{'pages read':<20}{'of ' + _all(sound):>14}{'of ' + _all(wounded):>14}{'silent losses':>14}")
    for name, reader in READERS.items():
        if "," not in name:
            healthy = sum(_read(reader, it.file)[0] for it in sound)
            found = [(it, *_read(reader, it.file)) for it in wounded]
            silent = sum(not told and number < it.read for it, number, told in found)
            print(f"{name:<20}{healthy:>14}{sum(number for _, number, _ in found):>14}{silent:>14}")


def _all(files: Iterable[Wound]) -> str:
    return str(sum(it.pages for it in files))


def _read(reader: Reader, file: str) -> tuple[int, bool]:
    return read_of(reader, (broken.FOLDER / file).read_bytes())


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000, help="pages in a healthy file (default 1000)")
    asked = parser.parse_args()
    try:
        print_costs(asked.pages)
        print_broken()
    except ModuleNotFoundError as missing:
        print(f"{missing.name} is not installed; run: pip install '.[bench]'", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
