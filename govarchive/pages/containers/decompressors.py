"""Decompressors: one interface for all, what they raise, and what can be had of damaged bytes, within limits."""

import lzma
import sys
import zlib
from typing import Protocol

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

GZIP_MARK = b"\x1f\x8b"
ZSTANDARD_MARK = b"\x28\xb5\x2f\xfd"
_MOST_WINDOW_LOG = 27
"""What `zstd` unpacks without being asked: 128 MB."""
ERRORS = (zstd.ZstdError, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)
"""What decompressors raise because of what is to be unpacked."""


class Unpacker(Protocol):
    """One compressed stream being read, as the standard library's `bz2.BZ2Decompressor`."""

    @property
    def eof(self) -> bool:
        """Whether its end was read."""

    @property
    def unused_data(self) -> bytes:
        """What stood behind the end."""

    @property
    def needs_input(self) -> bool:
        """Whether the next piece needs more bytes."""

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """The next piece."""


class Inflater:
    """`zlib` as the other decompressors of the standard library are: `wbits` 31 for gzip, -15 for bare deflate."""

    def __init__(self, wbits: int) -> None:
        self._inner = zlib.decompressobj(wbits)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        """Whether its end was read."""
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        """What stood behind the end."""
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = 0) -> bytes:
        """The next piece."""
        out = self._inner.decompress(self._inner.unconsumed_tail + data, max_length)
        self.needs_input = not self._inner.unconsumed_tail and len(out) < max_length
        return out


class Lz4:
    """A frame of LZ4 as the other decompressors are, which raise other things of what is damaged."""

    def __init__(self) -> None:
        from lz4.frame import LZ4FrameDecompressor  # type: ignore[import-untyped]

        self._inner = LZ4FrameDecompressor()

    @property
    def eof(self) -> bool:
        """Whether its end was read."""
        return bool(self._inner.eof)

    @property
    def unused_data(self) -> bytes:
        """What stood behind the end."""
        return self._inner.unused_data or b""

    @property
    def needs_input(self) -> bool:
        """Whether the next piece needs more bytes."""
        return bool(self._inner.needs_input)

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """The next piece. Raises ValueError for damage."""
        try:
            return bytes(self._inner.decompress(data, max_length))
        except RuntimeError as problem:
            raise ValueError(str(problem).rpartition("ERROR_")[2]) from None


def zstandard(dictionary: zstd.ZstdDict | None = None) -> Unpacker:
    """What unpacks a frame of Zstandard."""
    return zstd.ZstdDecompressor(dictionary, {zstd.DecompressionParameter.window_log_max: _MOST_WINDOW_LOG})


def dictionary_of(content: bytes, most: int) -> zstd.ZstdDict:
    """The dictionary for the frames of a file, itself compressed or not. Raises ERRORS."""
    found = zstd.ZstdDict(zstandard().decompress(content, most) if content.startswith(ZSTANDARD_MARK) else content)
    zstandard(found)  # which is when its tables are read, and what is wrong with them is seen
    return found


def salvaged(inflate: "zlib._Decompress", feed: memoryview) -> tuple[bytes, int]:
    """What is unpacked before the byte at which it fails, and how many bytes that takes."""
    found, used, step = b"", 0, len(feed)
    while step := step // 2:
        while used + step < len(feed):
            trial = inflate.copy()
            try:
                found += trial.decompress(feed[used : used + step])
            except zlib.error:
                break
            inflate, used = trial, used + step
    return found, used


def unpacked(raw: bytes, most: int) -> bytes:
    """The first bytes of what a member that begins so holds, as far as they can be unpacked."""
    try:
        return (zstandard() if raw.startswith(ZSTANDARD_MARK) else Inflater(31)).decompress(raw, most)
    except ERRORS:
        return b"" if raw.startswith(ZSTANDARD_MARK) else salvaged(zlib.decompressobj(31), memoryview(raw))[0]


def left_over(inflate: "zlib._Decompress") -> int:
    """How many of the bytes that were fed last were not taken; at the end, the unconsumed tail is an old one."""
    return len(inflate.unused_data if inflate.eof else inflate.unconsumed_tail)
