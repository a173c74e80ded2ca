"""Compressed bytes -> bytes, a bounded piece at a time; damage is named with its extent, and passed over."""

import bz2
import lzma
import re
from collections.abc import Callable, Generator, Iterator
from typing import BinaryIO, NamedTuple

from govarchive.errors import Damaged, PageError, SkippedPage
from govarchive.pages.containers.decompressors import ERRORS, Inflater, Lz4, Unpacker, zstandard
from govarchive.pages.containers.streams import CHUNK
from govarchive.pages.sniff import kind_of

_MOST_MEMORY = 256 << 20
"""What a dictionary of xz may take; the largest preset takes 65 MB."""


class Form(NamedTuple):
    """A way to compress: its name, how each stream begins, and what reads one."""

    name: str
    begins: "re.Pattern[bytes]"
    new: Callable[[], Unpacker]


# The method is deflate, three flags are reserved; few values of the last two bytes are in use (RFC 1952).
GZIP = Form(
    "gzip", re.compile(rb"\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]", re.DOTALL), lambda: Inflater(31)
)
BZIP2 = Form("bzip2", re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", re.DOTALL), bz2.BZ2Decompressor)
XZ = Form(
    "xz", re.compile(rb"\xfd7zXZ\x00", re.DOTALL), lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MOST_MEMORY)
)
# A frame, or one to be passed over (RFC 8878).
_FRAME = re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18(?=.{4})", re.DOTALL)
ZSTANDARD = Form("Zstandard", _FRAME, zstandard)
# Of the second version, with the reserved bits of its two descriptors at zero (LZ4 Frame Format 1.6).
LZ4 = Form("LZ4", re.compile(rb"\x04\x22\x4d\x18[\x40-\x7f][\x40\x50\x60\x70]", re.DOTALL), Lz4)
_LONGEST_BEGIN = 10
_LITTLE = 128
_FEW = 64
"""Bytes of text behind a stream that are no row or page."""


def pieces_of(file: BinaryIO, form: Form, problems: list[PageError]) -> Iterator[bytes]:
    """What all streams of a compressed file hold, one after the other; damage goes on the list.

    Behind a damaged stream the next one is looked for.
    """
    feed = _Feed(file)
    while feed.peek(1):
        if form.begins.match(feed.peek(_LONGEST_BEGIN)):
            yield from _stream(feed, form, problems)
            continue
        start, ahead = feed.at, feed.peek(CHUNK)
        is_text = len(ahead) > _FEW and kind_of(ahead) is None
        padded = feed.skip_to(form.begins)
        if padded:  # with zeros: a tape, or the alignment of xz
            continue
        said = f"bytes {start} to {feed.at} are no {form.name}"
        # With nothing behind them they harm none of what was read; rows may have been put on without packing them.
        kind = Damaged if is_text or feed.peek(1) else SkippedPage
        problems.append(kind(said, remedy="fetch it again"))


def _stream(feed: "_Feed", form: Form, problems: list[PageError]) -> Iterator[bytes]:
    start, unpacker = feed.at, form.new()
    while not unpacker.eof:
        data = feed.take()
        if not data:
            said = f"the {form.name} stream is cut off (bytes {start} to {feed.at})"
            problems.append(Damaged(said, remedy="fetch it again"))
            return
        try:
            rest = yield from gently(unpacker, data)
        except ERRORS as problem:
            feed.give_back(data)
            feed.skip_to(form.begins, after=start)
            said = f"the {form.name} stream is damaged (bytes {start} to {feed.at}): {problem}"
            problems.append(Damaged(said, remedy="fetch it again"))
            if feed.peek(1):
                yield b"\n"  # so that the row it broke off does not take the next one with it
            return
    feed.give_back(rest)


def gently(unpacker: Unpacker, data: bytes) -> Generator[bytes, None, bytes]:
    """The pieces that some bytes give, and those left behind the end of the stream.

    They are fed little by little, as damage takes with it all that it was fed with. Raises ERRORS.
    """
    for at in range(0, len(data), _LITTLE):
        yield unpacker.decompress(data[at : at + _LITTLE], CHUNK)
        while not (unpacker.needs_input or unpacker.eof):
            yield unpacker.decompress(b"", CHUNK)
        if unpacker.eof:
            return unpacker.unused_data + data[at + _LITTLE :]
    return b""


class _Feed:
    """Bytes of a file to be taken, looked at and given back; `at` is the offset of the next one."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._kept = b""
        self.at = file.tell() if file.seekable() else 0

    def take(self) -> bytes:
        data = self._kept or self._file.read(CHUNK)
        self._kept = b""
        self.at += len(data)
        return data

    def give_back(self, data: bytes) -> None:
        self._kept = data + self._kept
        self.at -= len(data)

    def peek(self, number: int) -> bytes:
        if len(self._kept) < number:
            self._kept += self._file.read(CHUNK)
        return self._kept[:number]

    def skip_to(self, begins: "re.Pattern[bytes]", after: int = -1) -> bool:
        """Goes to the next stream behind offset `after`, or to the end; tells whether it passed only zeros."""
        only_zeros = True
        while True:
            window = self.peek(CHUNK)
            found = begins.search(window, max(0, after + 1 - self.at))
            end = found.start() if found else max(len(window) - _LONGEST_BEGIN, 0)
            if not found and len(window) < CHUNK:
                end = len(window)
            only_zeros = only_zeros and not window[:end].strip(b"\x00")
            self._kept = self._kept[end:]
            self.at += end
            if found or not end:
                return only_zeros
