"""Where the members of a ZIP file are: by its directory, or, where that is damaged, by their own headers."""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from govarchive.errors import Damaged, PageError, TooMuch
from govarchive.pages.containers.names import readable, spelled
from govarchive.pages.containers.streams import CHUNK, size_of

MOST_MEMBERS = 1_000_000

_LOCAL, _ENTRY = b"PK\x03\x04", b"PK\x01\x02"
_END, _END64, _LOCATOR64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
# The fields behind the signatures (APPNOTE 4.3.7, 4.3.12, 4.3.14, 4.3.16).
_LOCAL_FIELDS = struct.Struct("<4x2xHH4xLLLHH")
_ENTRY_FIELDS = struct.Struct("<4x2x2xHH4xLLLHHH4xLL")
_END_FIELDS = struct.Struct("<4x2x2x2xHLLH")
_END64_FIELDS = struct.Struct("<4x8x2x2x4x4x8xQQQ")
_LOCATOR64_FIELDS = struct.Struct("<4x4xQ4x")
_MOST_COMMENT = 1 << 16
_FULL = 0xFFFFFFFF
_IS_UTF8, _SIZES_BEHIND = 0x800, 0x8
_KIND_OF_FILE, _LINK = 0o170000, 0o120000
_LAST_METHOD = 99
_LAST_VERSION = 63
"""Of the specification, as a member needs it."""
_BEGINS = re.compile(re.escape(_LOCAL))


class Member(NamedTuple):
    """One member: the offset of its own header, and what the directory says of it, or else that header.

    `packed` is None where only the end of the compressed bytes tells their number; so are `crc` and `size` then.
    """

    name: str
    at: int
    flags: int
    method: int
    crc: int | None
    packed: int | None
    size: int | None
    is_link: bool = False


class Directory(NamedTuple):
    """The members in order, where the directory begins, what is wrong with it, and where the file ends by it."""

    members: list[Member]
    start: int
    problem: PageError | None
    stop: int


def directory(file: BinaryIO) -> Directory:
    """The directory of a ZIP file, which holds no member when it is not sound."""
    size = size_of(file)
    file.seek(max(0, size - _MOST_COMMENT - 22))
    tail = file.read()
    at = tail.rfind(_END)
    while at >= 0:
        if len(tail) - at >= 22 and (found := _directory(file, tail, at, size - len(tail))):
            return found
        at = tail.rfind(_END, 0, at)
    remedy = "fetch it again; the members are read by their own headers"
    return Directory([], size, Damaged("its directory is missing or damaged", remedy=remedy), size)


def _directory(file: BinaryIO, tail: bytes, at: int, offset: int) -> Directory | None:
    """The directory that the mark of the end at tail[at:] speaks of, unless there is none."""
    number, length, start, comment = _END_FIELDS.unpack_from(tail, at)
    end = offset + at
    stop = end + 22 + comment
    if tail[at - 20 : at - 16] == _LOCATOR64 and at >= 20:
        found = _end64(file, tail, at, end)
        if found is None:
            return None
        number, length, start, end = found
    shift = end - length - start  # of a file with something before it
    if shift < 0 or number > MOST_MEMBERS:
        too_many = TooMuch(f"{number} members, and {MOST_MEMBERS} at most are read", remedy="split it")
        return Directory([], end, too_many, stop) if shift >= 0 else None
    file.seek(end - length)
    members = _entries(file.read(length), shift)
    # The number is counted in two bytes by old programs.
    if members is None or len(members) & 0xFFFF != number & 0xFFFF:
        return None
    return Directory(members, end - length, None, stop)


def _end64(file: BinaryIO, tail: bytes, at: int, end: int) -> tuple[int, int, int, int] | None:
    """Number, length and start of a directory by its larger mark of the end, and where that stands."""
    (told,) = _LOCATOR64_FIELDS.unpack_from(tail, at - 20)
    for place in (told, end - 20 - 56):
        file.seek(place)
        raw = file.read(56)
        if raw.startswith(_END64) and len(raw) == 56:
            return (*_END64_FIELDS.unpack(raw), place)
    return None


def _entries(raw: bytes, shift: int) -> list[Member] | None:
    """The members that a directory names; None where it is out of order."""
    members, at = [], 0
    while at < len(raw):
        if raw[at : at + 4] != _ENTRY or len(raw) - at < 46:
            return None
        flags, method, crc, packed, size, *lengths, attributes, start = _ENTRY_FIELDS.unpack_from(raw, at)
        name, more, comment = lengths
        body = raw[at + 46 : at + 46 + name + more]
        size, packed, start = _large(body[name:], (size, packed, start))
        is_link = (attributes >> 16) & _KIND_OF_FILE == _LINK
        called = _name(body[:name], body[name:], flags)
        members.append(Member(called, start + shift, flags, method, crc, packed, size, is_link))
        at += 46 + name + more + comment
    return members


def _extra(raw: bytes, wanted: int) -> bytes:
    """The extra field of this number; empty without one."""
    at = 0
    while at + 4 <= len(raw):
        number, length = struct.unpack_from("<HH", raw, at)
        if number == wanted:
            return raw[at + 4 : at + 4 + length]
        at += 4 + length
    return b""


def _large(extra: bytes, values: tuple[int, ...]) -> list[int]:
    """The values, those with all bits set read from the field for large ones (APPNOTE 4.5.3)."""
    raw, at, found = _extra(extra, 1), 0, list(values)
    for number, value in enumerate(values):
        if value == _FULL and at + 8 <= len(raw):
            (found[number],) = struct.unpack_from("<Q", raw, at)
            at += 8
    return found


def _name(raw: bytes, extra: bytes, flags: int) -> str:
    if flags & _IS_UTF8:
        return spelled(raw.decode("utf-8", "replace"))
    # Info-ZIP keeps the name in UTF-8 beside the one in a code page.
    other = _extra(extra, 0x7075)
    if len(other) > 5 and struct.unpack_from("<L", other, 1)[0] == zlib.crc32(raw):
        raw = other[5:]
    return readable(raw)


def local(file: BinaryIO, at: int) -> tuple[Member, int] | None:
    """The member whose own header is there, and where its bytes begin; None where there is no header."""
    file.seek(at)
    raw = file.read(30)
    if len(raw) < 30 or not raw.startswith(_LOCAL) or raw[4] > _LAST_VERSION:
        return None
    flags, method, crc, packed, size, name, more = _LOCAL_FIELDS.unpack(raw)
    body = file.read(name + more)
    if not name or len(body) < name + more or method > _LAST_METHOD:
        return None
    size, packed = _large(body[name:], (size, packed))
    called = _name(body[:name], body[name:], flags)
    start = at + 30 + name + more
    if flags & _SIZES_BEHIND and not packed:
        return Member(called, at, flags, method, None, None, None), start
    return Member(called, at, flags, method, crc, packed, size), start


def headers(file: BinaryIO, start: int, stop: int) -> Iterator[int]:
    """The places between two offsets where a header may be."""
    at = start
    while at < stop:
        file.seek(at)
        window = file.read(min(CHUNK, stop - at))
        found = _BEGINS.search(window)
        if found is None:
            at += max(len(window) - 3, 1)
            continue
        yield at + found.start()
        at += found.start() + 4


def gaps(taken: Iterable[tuple[int, int]], stop: int) -> Iterator[tuple[int, int]]:
    """The stretches up to `stop` that are not taken."""
    at = 0
    for first, last in sorted(taken):
        if first > at:
            yield at, min(first, stop)
        at = max(at, last)
    if at < stop:
        yield at, stop
