"""Compressed members of a file -> pieces of what they hold, one member after the other; after damage, the next one.

A file of records is compressed record by record, all at once, or anything between; plain records may stand among the
members. Here it is only unpacked, with limits on what is in memory at a time.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from govarchive.pages.containers.beginnings import DICTIONARY, RECORD, SEARCHED, SKIPPABLE, TRIED, is_member
from govarchive.pages.containers.decompressors import (
    ERRORS,
    GZIP_MARK,
    ZSTANDARD_MARK,
    dictionary_of,
    left_over,
    salvaged,
    unpacked,
    zstandard,
)
from govarchive.pages.containers.tape import Tape

_GZIP_HEAD = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]", re.DOTALL)
_WHOLE, _BARE = 31, -15
_HEAD, _TAIL = 10, 8
_FEED = 32 << 10
_MOST_PIECE = 1 << 20
_MOST_DICTIONARY = 64 << 20
_BACK = 128 << 10
"""How far before the place where unpacking failed the next member is looked for: a stored block runs on for 64 KB."""


class Piece(NamedTuple):
    """Bytes free of compression. `start` is the place in the file of their member, or of themselves if they are raw."""

    data: bytes
    start: int
    raw: bool


class Wound(NamedTuple):
    """A stretch of the file that cannot be unpacked, or not be trusted, and why."""

    start: int
    stop: int
    why: str


class Members:
    """What a file holds from where its tape stands. The dictionary of Zstandard, once met, holds for all of it."""

    def __init__(self, tape: Tape) -> None:
        self._tape = tape
        self._dictionary: Any = None

    def pieces(self, packed: bool) -> Iterator[Piece | Wound]:
        """The pieces, unpacked; without `packed`, as they are.

        Between members only plain records are taken as they are, then to the end: who reads them sees members again.
        """
        tape = self._tape
        while packed and tape.ahead(4) >= 4:
            found = self._next()
            if found is None:
                break
            yield from found
        while tape.ahead():
            piece = Piece(tape.data[tape.at :], tape.offset, True)
            tape.at = len(tape.data)
            yield piece

    def _next(self) -> Iterator[Piece | Wound] | None:
        """What begins where the tape stands; None for a plain record."""
        tape = self._tape
        head = tape.peek(4)
        if _GZIP_HEAD.match(head):
            return _gzip(tape)
        if head == ZSTANDARD_MARK:
            return _zstandard(tape, self._dictionary)
        if SKIPPABLE.match(head):
            return self._passed()
        if RECORD.match(tape.peek(256)):
            return None
        if head[0] in b"\r\n":
            tape.at += 1
            return iter(())
        return _headless(tape) if RECORD.match(_bare(tape)) else iter((_lost(tape),))

    def _passed(self) -> Iterator[Wound]:
        """Passes over a skippable frame, unless it is the dictionary."""
        tape = self._tape
        start, head = tape.offset, tape.peek(8)
        size = int.from_bytes(head[4:], "little")
        tape.at += len(head)
        content = tape.peek(min(size, _MOST_DICTIONARY))
        if tape.skip(size) < size or not _is_between(tape):
            _to_member(tape, start + 1)
            yield Wound(start, tape.offset, "a skippable frame has not the length it is said to have")
        elif head.startswith(DICTIONARY):
            try:
                self._dictionary = dictionary_of(content, _MOST_DICTIONARY)
            except ERRORS:
                yield Wound(start, tape.offset, "the dictionary of the file is damaged")


def _gzip(tape: Tape) -> Iterator[Piece | Wound]:
    """One member; if it is damaged, what can be unpacked of it, and the stretch to the next one."""
    start, inflate, data = tape.offset, zlib.decompressobj(_WHOLE), b""
    kept = None
    while not inflate.eof:
        if not tape.ahead() and len(data) < _MOST_PIECE:
            yield _wound(tape, start, "the file ends within a gzip member")
            return
        feed = memoryview(tape.data)[tape.at : tape.at + _FEED]
        try:
            data = inflate.decompress(feed, _MOST_PIECE)
        except zlib.error as problem:
            data, used = salvaged(kept or zlib.decompressobj(_WHOLE), feed)
            tape.at += used
            if data:
                yield Piece(data, start, False)
            yield _checked(tape, start, str(problem)) or _wound(tape, start, "a gzip member is damaged")
            return
        tape.at += len(feed) - left_over(inflate)
        if data:
            yield Piece(data, start, False)
        if not inflate.eof:
            kept = inflate.copy()


def _headless(tape: Tape) -> Iterator[Piece | Wound]:
    """A member whose first ten bytes are damaged, and that is therefore taken without its checksum."""
    start, inflate = tape.offset, zlib.decompressobj(_BARE)
    tape.at += _HEAD
    while not inflate.eof and tape.ahead():
        feed = memoryview(tape.data)[tape.at : tape.at + _FEED]
        try:
            data = inflate.decompress(feed, _MOST_PIECE)
        except zlib.error:
            break
        tape.at += len(feed) - left_over(inflate)
        if data:
            yield Piece(data, start, False)
    tape.skip(_TAIL)
    yield _wound(tape, start, "the head of a gzip member is damaged", ended=inflate.eof)


def _bare(tape: Tape) -> bytes:
    """The first bytes of a member whose head is damaged."""
    try:
        return zlib.decompressobj(_BARE).decompress(tape.peek(TRIED)[_HEAD:], TRIED // 8)
    except zlib.error:
        return b""


def _lost(tape: Tape) -> Wound:
    """The stretch to the next member, where none begins."""
    start = tape.offset
    _to_member(tape, start + 1)
    return Wound(start, tape.offset, "no compressed member begins here")


def _checked(tape: Tape, start: int, problem: str) -> Wound | None:
    """The wound of a member that was unpacked to its end and has another checksum; the tape stands in that."""
    left = 5 if "data check" in problem else 1 if "length check" in problem else 0
    if not left or tape.skip(left) < left:
        return None
    return _wound(tape, start, "the checksum of a gzip member does not agree with it", ended=True)


def _wound(tape: Tape, start: int, why: str, *, ended: bool = False) -> Wound:
    """The stretch of a damaged member, which ends where another begins; the tape stands where unpacking failed.

    That may be far behind the damage, and in the next member, even where unpacking `ended` as it should.
    """
    failed = tape.offset
    another = ended and tape.peek(2) in (b"", GZIP_MARK)
    _to_member(tape, max(start + 1, failed - _BACK), failed)
    if another and tape.offset > failed:
        tape.go(failed)
    return Wound(start, tape.offset, why)


def _zstandard(tape: Tape, dictionary: Any) -> Iterator[Piece | Wound]:
    """One frame; if it is damaged, what was unpacked of it before, and the stretch to the next one."""
    start, unpack, data = tape.offset, zstandard(dictionary), b""
    while not unpack.eof:
        if unpack.needs_input and not tape.ahead():
            yield _wound(tape, start, "the file ends within a Zstandard frame")
            return
        feed = tape.data[tape.at : tape.at + _FEED] if unpack.needs_input else b""
        try:
            data = unpack.decompress(feed, _MOST_PIECE)
        except ERRORS:
            yield _wound(tape, start, "a Zstandard frame is damaged")
            return
        tape.at += len(feed) - len(unpack.unused_data)
        if data:
            yield Piece(data, start, False)


def _is_between(tape: Tape) -> bool:
    """Whether the tape stands where a frame begins, or at the end."""
    head = tape.peek(4)
    return not head or head == ZSTANDARD_MARK or SKIPPABLE.match(head) is not None


def _to_member(tape: Tape, offset: int, failed: int = 0) -> None:
    """Goes to the first place from `offset` on at which a member begins that can be believed, or to the end.

    Before the place where unpacking `failed`, this must be one of a record: pages are often stored as members, too.
    """
    here = tape.offset
    if not tape.go(offset):
        tape.go(here)
    while tape.ahead(4):
        found = SEARCHED.search(tape.data, tape.at)
        if found is None:
            tape.at = max(tape.at, len(tape.data) - 3)
            if tape.ahead(4) < 4:
                tape.at = len(tape.data)
            continue
        tape.at = found.start()
        if RECORD.match(unpacked(tape.peek(TRIED), TRIED)) or (tape.offset >= failed and is_member(tape)):
            return
        tape.at += 1
