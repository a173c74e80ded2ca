"""What the members of a ZIP file hold: unpacked a piece at a time, and held against their check sums."""

import bz2
import lzma
import re
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from govarchive.errors import Damaged, PageError, TooMuch
from govarchive.pages.containers.decompressors import ERRORS, Inflater, Unpacker
from govarchive.pages.containers.streams import CHUNK, MOST_IN_MEMORY
from govarchive.pages.containers.unpack import XZ, ZSTANDARD, gently
from govarchive.pages.containers.zip_members import Member, headers, local

_STORED, _LZMA = 0, 14
_READ: dict[int, Callable[[], Unpacker]] = {
    8: lambda: Inflater(-15),
    12: bz2.BZ2Decompressor,
    93: ZSTANDARD.new,
    95: XZ.new,
}
_UNREAD = {1: "Shrink", 6: "Implode", 9: "Deflate64", 98: "PPMd", 99: "AES"}
_ENCRYPTED = 0x1 | 0x40
_DESCRIPTOR = b"PK\x07\x08"
_MOST_DICTIONARY = 256 << 20
_AGAIN = "fetch it again"


class Content:
    """The bytes of one member, which begin at `start`; once they are read, `end` is the offset behind them.

    `spoken_of` is the same member as the directory and as its own header have it: either may be damaged.
    """

    def __init__(self, file: BinaryIO, spoken_of: Sequence[Member], start: int, stop: int) -> None:
        self._file = file
        self._spoken_of = spoken_of
        self._member = next((it for it in spoken_of if _ends_well(file, it, start, stop)), spoken_of[0])
        self._start = start
        self._ends_well = _ends_well(file, self._member, start, stop)
        self._stop = _stop_of(file, self._member, start, stop, ends_well=self._ends_well)
        self.end = start
        self.is_whole = False

    def pieces(self) -> Iterator[bytes]:
        """The bytes, unpacked. Raises Damaged where they are not what is said of them, PageError where not read."""
        member, crc, size = self._member, 0, 0
        if member.flags & _ENCRYPTED:
            raise PageError("encrypted", remedy="unpack it with its password and name the files")
        for piece in self._stored() if member.method == _STORED else self._unpacked():
            crc, size = zlib.crc32(piece, crc), size + len(piece)
            yield piece
        if member.packed is not None and self._start + member.packed > self._stop:
            raise Damaged(f"cut off: {self._stop - self._start} of {member.packed} bytes are there", remedy=_AGAIN)
        said = {it.crc for it in self._spoken_of if it.crc is not None} or self._said_behind()
        if crc not in said:
            raise Damaged(f"its {size} bytes have not the check sum that is written down", remedy=_AGAIN)
        self.is_whole = True

    @property
    def extent(self) -> tuple[int, int]:
        """From the header to the end, or to where the bytes begin, if the end is in doubt."""
        at, packed = self._member.at, self._member.packed
        if packed is not None and (self.is_whole or self._ends_well):
            return at, min(self._start + packed, self._stop)
        return at, self.end if self.is_whole else self._start

    def _packed(self) -> Iterator[bytes]:
        while self.end < self._stop:
            self._file.seek(self.end)
            data = self._file.read(min(CHUNK, self._stop - self.end))
            if not data:
                return
            self.end += len(data)
            yield data

    def _stored(self) -> Iterator[bytes]:
        if self._member.packed is not None:
            yield from self._packed()
            return
        # Without a size, it goes as far as to the mark that says just that size.
        raw = b"".join(islice(self._packed(), MOST_IN_MEMORY // CHUNK))
        places = [it.start() for it in re.finditer(re.escape(_DESCRIPTOR), raw)]
        fitting = (at for at in places if raw[at + 8 : at + 12] == struct.pack("<L", at & 0xFFFFFFFF))
        size = next(fitting, places[0] if places else len(raw))
        self.end = self._start + size
        yield raw[:size]

    def _unpacked(self) -> Iterator[bytes]:
        unpacker, packed, rest = self._unpacker(), self._packed(), b""
        while not unpacker.eof:
            data = next(packed, b"")
            if not data and self._member.method == _LZMA:  # which need not mark its end
                return
            if not data:
                raise Damaged(f"cut off at byte {self.end} of the file", remedy=_AGAIN)
            try:
                rest = yield from gently(unpacker, data)
            except ERRORS as problem:
                raise Damaged(f"damaged before byte {self.end} of the file: {problem}", remedy=_AGAIN) from None
        self.end -= len(rest)

    def _unpacker(self) -> Unpacker:
        """What unpacks the member. Raises PageError for methods that are not read."""
        method = self._member.method
        if method == _LZMA:
            self._file.seek(self._start)
            self.end += 9
            return _lzma(self._file.read(9))
        if method not in _READ:
            said = f"packed with {_UNREAD.get(method, f'method {method}')}, which is not read"
            raise PageError(said, remedy="unpack it with 7-Zip and name the files")
        return _READ[method]()

    def _said_behind(self) -> set[int]:
        """The check sum that stands behind the bytes, with or without a mark before it."""
        self._file.seek(self.end)
        raw = self._file.read(8)
        at = 4 if raw.startswith(_DESCRIPTOR) else 0
        return {int.from_bytes(raw[at : at + 4], "little")}


def _ends_well(file: BinaryIO, member: Member, start: int, stop: int) -> bool:
    """Whether the next thing stands where a member should end."""
    if member.packed is None:
        return True
    end = start + member.packed
    file.seek(end)
    return end == stop or (end < stop and file.read(2) == b"PK")


def _stop_of(file: BinaryIO, member: Member, start: int, stop: int, *, ends_well: bool) -> int:
    """Where the bytes of a member end: where they should, or, where nothing begins there, before the next header.

    Those that are stored do not tell it themselves, as packed ones do; a ZIP file among them has headers of its own.
    """
    if member.packed is None:
        return stop
    file.seek(start)
    if ends_well or member.method != _STORED or file.read(2) == b"PK":
        return min(stop, start + member.packed)
    return next((at for at in headers(file, start, stop) if local(file, at)), stop)


def _lzma(head: bytes) -> Unpacker:
    """What unpacks LZMA, by the four bytes and the properties before it (APPNOTE 5.8). Raises Damaged."""
    if len(head) < 9 or head[4] >= 9 * 5 * 5:
        raise Damaged("the properties of its packing are damaged", remedy=_AGAIN)
    bits, size = head[4], int.from_bytes(head[5:9], "little")
    if size > _MOST_DICTIONARY:
        raise TooMuch(f"its dictionary takes {size >> 20} MB", remedy="unpack it with 7-Zip and name the files")
    filters = [{"id": lzma.FILTER_LZMA1, "lc": bits % 9, "lp": bits // 9 % 5, "pb": bits // 45, "dict_size": size}]
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters)
