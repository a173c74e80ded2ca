"""Files made to take all there is: what is said of each, and the most memory that reading it takes.

usage: bombs.py [NAME ...]

Each file is imported by a process of its own, which is a worker and the writer in one. Exit code 1 when one takes more
than 500 MB, or the pages before and behind the bomb are not all read.
"""

import argparse
import bz2
import gzip
import lzma
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import chain, repeat
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import _tools  # noqa: F401 (before what lies there)
import warcs

ROOT = Path(__file__).parent.parent
_MOST_MEGABYTES = 500
_MB = 1 << 20
_PAGE = "<p>Деловодство: тел. 094/ 60 12 01</p>"
_ROW = '{"text": "Деловодство: тел. 094/ 60 12 0%d"}\n'
_RECORDS = warcs.healthy(3, 3)


class Bomb(NamedTuple):
    """What it is, how many pages are read of it, and its bytes in pieces."""

    what: str
    pages: int
    pieces: Callable[[], Iterator[bytes]]


def _packed(pack: Any, megabytes: int, piece: bytes = bytes(_MB)) -> Iterator[bytes]:
    """So many MB through the object of a compressor."""
    for _ in range(megabytes):
        yield pack.compress(piece)
    yield pack.flush()


def _zeros(megabytes: int) -> bytes:
    out = BytesIO()
    with gzip.GzipFile(fileobj=out, mode="w", mtime=0) as file:
        for _ in range(megabytes):
            file.write(bytes(_MB))
    return out.getvalue()


def _brotli(megabytes: int) -> bytes:
    import brotli  # type: ignore[import-untyped]

    pack = brotli.Compressor(quality=5)
    return b"".join([*(pack.process(bytes(_MB)) for _ in range(megabytes)), pack.finish()])


def _zip(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, raw in members.items():
            file.writestr(name, raw)
    return out.getvalue()


def _zips() -> Iterator[bytes]:
    """Thirty ZIP files in one, of 64 MB each, and a page."""
    inner = _zip({"a.html": b" " * (64 * _MB)})
    yield _zip({f"{number}.zip": inner for number in range(30)} | {"z.html": _PAGE.encode()})


def _answer(body: Callable[[int], bytes], megabytes: int, coding: str) -> Iterator[bytes]:
    """A crawl with an answer in the middle that unpacks to so many MB."""
    block = warcs.http(body(megabytes), [("Content-Encoding", coding)])
    yield from (_RECORDS[1], warcs.record(block, warcs.named(2, digest=block)), _RECORDS[-2])


def _entities() -> Iterator[bytes]:
    """Ten billion laughs."""
    names = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 11))
    yield f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "ха">{names}]><html>{_PAGE}&e10;</html>'.encode()


def _long_line(before: str, begin: str, end: str, behind: str) -> Iterator[bytes]:
    return chain([(before + begin).encode()], repeat(b"a " * (_MB // 2), 1024), [(end + behind).encode()])


BOMBS = {
    "gzip": Bomb("5 GB of zeros in gzip", 0, lambda: iter([_zeros(5 << 10)])),
    "gzip-in-gzip": Bomb("the same in gzip again", 0, lambda: iter([gzip.compress(_zeros(5 << 10))])),
    "bzip2": Bomb("1 GB of zeros in bzip2", 0, lambda: _packed(bz2.BZ2Compressor(), 1 << 10)),
    "xz": Bomb("1 GB of zeros in xz", 0, lambda: _packed(lzma.LZMACompressor(preset=0), 1 << 10)),
    "zip": Bomb("thirty ZIP files of 64 MB in one, and a page", 1, _zips),
    "answer-gzip": Bomb("a page of 1 GB in gzip between two in a crawl", 2, lambda: _answer(_zeros, 1 << 10, "gzip")),
    "answer-brotli": Bomb("the same in Brotli", 2, lambda: _answer(_brotli, 1 << 10, "br")),
    "entities": Bomb("entities of entities, ten deep", 1, _entities),
    "divs": Bomb("100,000 nested divs", 1, lambda: iter([b"<div>" * 100_000, _PAGE.encode(), b"</div>" * 100_000])),
    "line": Bomb("a text of one line of 1 GB", 0, lambda: _long_line("", "", "", "")),
    "line-of-rows": Bomb(
        "JSON Lines with a row of 1 GB between two",
        2,
        lambda: _long_line(_ROW % 1, '{"text": "', '"}\n', _ROW % 2),
    ),
    "line-in-a-crawl": Bomb(
        "a crawl with a head of 1 GB between two pages",
        2,
        lambda: chain([_RECORDS[1]], _long_line("WARC/1.0\r\n", "X: ", "\r\n", ""), [_RECORDS[-2]]),
    ),
}


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"these alone, of: {', '.join(BOMBS)}")
    asked = parser.parse_args()
    failed = 0
    for name, bomb in BOMBS.items():
        if name in asked.names or not asked.names:
            megabytes, said = imported(bomb)
            pages = next((it for it in said if " new, " in it), "")
            failed += megabytes > _MOST_MEGABYTES or f" {bomb.pages} page" not in pages
            rejects = [it.partition(": ")[2] for it in said if it.startswith("rejected: ")]
            print(f"{name:<16}{megabytes:>5} MB   {bomb.what}\n{'':<26}{pages.partition(': ')[2]}", flush=True)
            print(*(f"{'':<26}{it[:150]}\n" for it in rejects[:1]), sep="", end="")
    return int(failed > 0)


def imported(bomb: Bomb) -> tuple[int, list[str]]:
    """The most memory that its import took, in MB, and what was said."""
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "bomb").open("wb") as file:
            file.writelines(bomb.pieces())
        command = [sys.executable, str(ROOT / "cli.py"), "import", "bomb", "--archive", "a.db", "--jobs", "1"]
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert process.stdout is not None
        said = process.stdout.read().splitlines()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss >> 10, said


if __name__ == "__main__":
    sys.exit(main())
