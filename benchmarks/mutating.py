"""Mutates healthy containers of every kind at random, and holds what is read of them against three laws.

usage: mutating.py [--mutants N] [--seed S] [KIND ...]

1. Reading never fails. 2. A page of which nothing is handed out any more is missed: something is told then. 3. So it is
where a page is handed out changed, of containers with checksums. What is cut out of a container without checksums, or
away with its beginning or end, may leave a whole one: those mutants are left out for it.
"""

import argparse
import bz2
import gzip
import io
import json
import lzma
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import _tools  # noqa: F401 (before what lies there)
import warcs
import wounds_boxes
import wounds_lz4
from wounds_zstd import frame

from govarchive.errors import PageError
from govarchive.pages.capture import NOTHING, Capture
from govarchive.pages.containers import captures_in
from govarchive.pages.reading import page_or_reject

_PAGES = tuple(warcs.page(number, 4) for number in range(1, 6))
_WORD = re.compile(r"страница [0-9]+|60 12 [0-9]+|на [0-9.]+|точка [0-9]+")
_TOLD_BY = [set(_WORD.findall(it)) for it in _PAGES]
"""Words of each page that no other has."""


class Box(NamedTuple):
    """A container: `sealed` where checksums cover its pages, `bounded` where it can be seen that some are missing."""

    raw: bytes
    sealed: bool = True
    bounded: bool = True


class Mutant(NamedTuple):
    """What was done, where, and what came of it."""

    way: str
    at: int
    raw: bytes


def boxes() -> dict[str, Box]:
    """A healthy container of each kind, all with the same pages."""
    raw = [it.encode() for it in _PAGES]
    files = {f"site/{number}.html": it for number, it in enumerate(raw, 1)}
    rows = [{"url": f"http://gorno-selo.example/{at}", "html": page} for at, page in enumerate(_PAGES, 1)]
    lines = "".join(json.dumps(it, ensure_ascii=False) + "\n" for it in rows).encode()
    warc, arc, tar = warcs.healthy(5, 4), warcs.arc(5, 4), wounds_boxes.tarred(files)
    return {
        "warc": Box(b"".join(warc), bounded=False),
        "warc.gz": Box(b"".join(map(warcs.member, warc)), bounded=False),
        "one.warc.gz": Box(warcs.member(b"".join(warc))),
        "warc.zst": Box(b"".join(map(frame, warc)), bounded=False),
        "arc": Box(b"".join(arc), sealed=False, bounded=False),
        "arc.gz": Box(b"".join(map(warcs.member, arc)), bounded=False),
        "zip": Box(wounds_boxes.zipped(files)),
        "stored.zip": Box(wounds_boxes.zipped(files, 0)),
        "streamed.zip": Box(wounds_boxes.zipped(files, streamed=True)),
        "tar": Box(tar, sealed=False, bounded=False),
        "pax.tar": Box(wounds_boxes.tarred(files, 1), sealed=False, bounded=False),
        "tar.gz": Box(gzip.compress(tar, mtime=0)),
        "tar.bz2": Box(bz2.compress(tar)),
        "tar.xz": Box(lzma.compress(tar)),
        "warc.lz4": Box(b"".join(map(wounds_lz4.frame, warc))),
        "mht": Box(wounds_boxes.mhtml(raw), sealed=False, bounded=False),
        "jsonl": Box(lines, sealed=False, bounded=False),
        "jsonl.gz": Box(gzip.compress(lines, mtime=0)),
        "json": Box(json.dumps(rows, ensure_ascii=False, indent=1).encode(), sealed=False, bounded=False),
        "csv": Box(wounds_boxes.table(rows), sealed=False, bounded=False),
        "warc in zip": Box(wounds_boxes.zipped({"a.warc": b"".join(warc)}, 0)),
        "warc.gz in tar": Box(wounds_boxes.tarred({"a.warc.gz": b"".join(map(warcs.member, warc))})),
        "zip in zip": Box(wounds_boxes.zipped({"a.zip": wounds_boxes.zipped(files)}, 0)),
    }


def _length(chance: random.Random) -> int:
    return chance.randrange(1, 600)


def _flip(raw: bytes, at: int, chance: random.Random) -> bytes:
    return raw[:at] + bytes([raw[at] ^ 1 << chance.randrange(8)]) + raw[at + 1 :]


def _remove(raw: bytes, at: int, chance: random.Random) -> bytes:
    return raw[:at] + raw[at + _length(chance) :]


def _insert(raw: bytes, at: int, chance: random.Random) -> bytes:
    return raw[:at] + chance.randbytes(_length(chance)) + raw[at:]


def _over(filling: int) -> Callable[[bytes, int, random.Random], bytes]:
    def over(raw: bytes, at: int, chance: random.Random) -> bytes:
        size = min(_length(chance), len(raw) - at)
        return raw[:at] + bytes([filling]) * size + raw[at + size :]

    return over


def _double(raw: bytes, at: int, chance: random.Random) -> bytes:
    return raw[: at + _length(chance)] + raw[at:]


def _swap(raw: bytes, at: int, chance: random.Random) -> bytes:
    size = _length(chance)
    first, second, third = raw[:at], raw[at : at + size], raw[at + size : at + 2 * size]
    return first + third + second + raw[at + 2 * size :]


def _digit(raw: bytes, at: int, chance: random.Random) -> bytes:
    found = re.compile(rb"[0-9]").search(raw, at)
    return raw[: found.start()] + b"%d" % chance.randrange(10) + raw[found.end() :] if found else raw


def _burst(raw: bytes, at: int, chance: random.Random) -> bytes:
    for _ in range(12):
        raw = _flip(raw, chance.randrange(len(raw)), chance)
    return raw


_TEARS: Mapping[str, Callable[[bytes, int, random.Random], bytes]] = {
    "cut": lambda raw, at, _: raw[:at],
    "behead": lambda raw, at, _: raw[at:],
    "remove": _remove,
    "swap": _swap,
}
WAYS: Mapping[str, Callable[[bytes, int, random.Random], bytes]] = {
    "flip": _flip,
    "insert": _insert,
    "zeros": _over(0),
    "ones": _over(255),
    "double": _double,
    "digit": _digit,
    "burst": _burst,
    "line feeds": lambda raw, at, _: raw[:at] + raw[at:].replace(b"\r\n", b"\n"),
    "before": lambda raw, at, chance: chance.randbytes(_length(chance)) + raw,
    "behind": lambda raw, at, chance: raw + chance.randbytes(_length(chance)),
    "again": lambda raw, at, _: raw[:at] + raw,
    **_TEARS,
}


def mutants(box: Box, number: int, seed: str) -> Iterator[Mutant]:
    """So many containers, each mutated once; the same ones for the same seed."""
    chance = random.Random(seed)
    ways = [it for it in WAYS if box.bounded or it not in _TEARS]
    for _ in range(number):
        way, at = chance.choice(ways), chance.randrange(len(box.raw))
        yield Mutant(way, at, WAYS[way](box.raw, at, chance))


def broken_laws(box: Box, mutant: Mutant) -> Iterator[str]:
    """What is wrong with how a mutant is read."""
    read: list[str] = []
    told = False
    for found in captures_in(io.BytesIO(mutant.raw), "x"):
        page = page_or_reject(found, NOTHING) if isinstance(found, Capture) else found
        if isinstance(page, PageError):
            told = True
        elif isinstance(found, Capture):
            read.append(found.raw.decode("utf-8", "replace"))
    words = set(_WORD.findall(" ".join(read)))
    lost = [number for number, own in enumerate(_TOLD_BY, 1) if not own & words]
    if lost and not told:
        yield f"pages {lost} are lost, and nothing is said"
    elif box.sealed and not told and not {it.strip() for it in read} >= set(_PAGES):
        yield "a page is changed, and nothing is said"


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=500, help="of each kind (default 500)")
    parser.add_argument("--seed", default="0", help="chance begins with this (default 0)")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="these alone")
    asked = parser.parse_args()
    broken = 0
    for name, box in boxes().items():
        if not asked.kinds or name in asked.kinds:
            laws = 0
            for mutant in mutants(box, asked.mutants, asked.seed + name):
                for law in broken_laws(box, mutant):
                    laws += 1
                    print(f"{name}, {mutant.way} at {mutant.at}: {law}")
            broken += laws
            print(f"{name:<16}{asked.mutants:>6} mutants, {laws} laws broken", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
