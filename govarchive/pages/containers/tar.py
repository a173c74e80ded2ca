"""TAR files: old (V7), POSIX and GNU ones; a bad header is passed over to the next good one."""

import re
import tarfile
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from govarchive.errors import Damaged, PageError, SkippedPage
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers.names import readable
from govarchive.pages.containers.streams import CHUNK, Stream, tally_of
from govarchive.pages.containers.tree import Tree

_BLOCK = 512
# Six digits as a rule; a look at them spares most sums.
_SUM, _SUM_AT = re.compile(rb"[ 0-7]{5,7}[\x00 ]"), 148
_MAGIC, _MAGIC_AT = b"ustar", 257
_LONGEST_NAME = 1 << 16
_MOST_SIZE = 1 << 50
_MOST_AHEAD = 8 << 20
"""Bytes of a member that is read before the header behind it is looked at."""

# One per line: its length, a space, `path=...`.
_EXTENDED = re.compile(rb"(?m)^[0-9]{1,9}[ ](?P<name>[A-Za-z.]{1,100})=(?P<value>[^\n]*)$")
_FILES = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
_LINKS = (tarfile.LNKTYPE, tarfile.SYMTYPE)
_FOR_NEXT = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE)


def sees(head: bytes) -> bool:
    """Whether it begins with the header of a member: by the mark of the newer kinds, or else by its sum."""
    marked = head[_MAGIC_AT : _MAGIC_AT + len(_MAGIC)] == _MAGIC
    return len(head) >= _BLOCK and (marked or (head[0] != 0 and _header(head[:_BLOCK]) is not None))


def behind(raw: bytes) -> int:
    """Where the first member of the newer kinds begins in a file that begins with something else; -1 without one."""
    found = _next_header(raw)
    return -1 if found is None else found


def read(file: BinaryIO, source: str, given: Given, depth: int) -> Iterator[Capture | PageError]:
    """What the members hold, each under `source#name`; see `Reader`."""
    tape, names = _Tape(file), set[str]()
    tree = Tree(names.__contains__, source)
    extended: dict[str, str] = {}
    while (header := tape.header()) is not None:
        if isinstance(header, Damaged):
            yield Damaged(header.message, source=source, remedy=header.remedy)
        elif header.type in _FOR_NEXT:
            extended |= _extended(header, tape)
        else:
            member = _Member.of(header, extended)
            extended = {}
            names.add(member.name)
            yield from _captures(tape, member, tree, given, depth)
    yield from tree.left_out()
    if not tape.ended:
        said = f"cut off at byte {tape.at}, without the mark of its end; members may be missing"
        yield Damaged(said, source=source, remedy="fetch it again")


class _Member(NamedTuple):
    name: str
    size: int
    kind: bytes
    sparse: bool

    @classmethod
    def of(cls, header: tarfile.TarInfo, extended: Mapping[str, str]) -> "_Member":
        """A member by its header and by what came before that for it."""
        size = extended.get("size", "")
        name = extended.get("path", header.name).encode("utf-8", "surrogateescape")
        sparse = header.type == tarfile.GNUTYPE_SPARSE or any(it.startswith("GNU.sparse") for it in extended)
        return cls(
            readable(name.removeprefix(b"./")), int(size) if size.isdecimal() else header.size, header.type, sparse
        )


def _captures(tape: "_Tape", member: _Member, tree: Tree, given: Given, depth: int) -> Iterator[Capture | PageError]:
    """What one member holds; the tape stands behind it then."""
    source = tree.source_of(member.name)
    if member.kind in _LINKS:
        yield SkippedPage("a link", source=source, remedy="nothing to do")
        return
    if member.kind == tarfile.DIRTYPE:
        tape.skip_padded(member.size)
        return
    if member.sparse or member.kind not in _FILES:
        yield PageError("a sparse or special file", source=source, remedy="unpack it and name the files")
        tape.skip_padded(member.size)
        return
    ahead = member.size <= _MOST_AHEAD
    stream = _looked_ahead(tape, member) if ahead else Stream(tape.pieces(member.size), tape.tally)
    yield from tree.captures(member.name, stream, given, depth)
    stream.drain()


def _looked_ahead(tape: "_Tape", member: _Member) -> Stream:
    """A member, whole. Where bytes of it are missing or too many, the next header is not behind it: there we go on."""
    raw = b"".join(tape.bytes_of(member.size))
    problems: list[PageError] = []
    if len(raw) < member.size:
        problems.append(_cut(len(raw), member.size))
    behind = tape.behind(member.size)
    rest = behind[-member.size % _BLOCK :]
    if rest.strip(b"\0") and not _header(rest[:_BLOCK]):
        found = _next_header(raw + behind)
        if found is not None:
            tape.unread(raw)
            tape.skip(found)
            said = f"of its {member.size} bytes some are missing or strange, as the next member begins behind {found}"
            return Stream(iter((raw[:found],)), tape.tally, [Damaged(said, remedy="fetch it again")])
    tape.skip_padding(member.size)
    return Stream(iter((raw,)), tape.tally, problems)


def _cut(there: int, size: int) -> Damaged:
    return Damaged(f"cut off: {there} of {size} bytes are there", remedy="fetch it again")


class _Tape:
    """The blocks of a file; `at` is the offset of the next byte, `ended` whether the mark of the end was met."""

    def __init__(self, file: BinaryIO) -> None:
        self.tally = tally_of(file)
        self.at = 0
        self.ended = False
        self._file = file
        self._kept = b""

    def header(self) -> tarfile.TarInfo | Damaged | None:
        """The next header, what stands in the place of one, or None at the end."""
        while len(block := self._peek(_BLOCK)) == _BLOCK:
            header = _header(block)
            if header is None and block.strip(b"\0"):
                return self._passed_over()
            self._take(_BLOCK)
            if header is not None:
                self.ended = False
                return header
            self.ended = True
        self._take(len(block))
        return None

    def bytes_of(self, number: int) -> Iterator[bytes]:
        """So many bytes, or what is left of them."""
        while number > 0 and (piece := self._take(min(number, CHUNK))):
            number -= len(piece)
            yield piece

    def pieces(self, size: int) -> Iterator[bytes]:
        """The bytes of a member and, behind them, its padding. Raises Damaged where they are cut off."""
        there = 0
        for piece in self.bytes_of(size):
            there += len(piece)
            yield piece
        self.skip_padding(size)
        if there < size:
            raise _cut(there, size)

    def skip(self, size: int) -> None:
        """Passes over so many bytes."""
        for _ in self.bytes_of(size):
            pass

    def skip_padding(self, size: int) -> None:
        """Passes over what fills the last block of a member."""
        self._take(-size % _BLOCK)

    def skip_padded(self, size: int) -> None:
        """Passes over a member."""
        self.skip(size + -size % _BLOCK)

    def behind(self, size: int) -> bytes:
        """The padding of a member and two blocks behind it, without going there."""
        return self._peek(-size % _BLOCK + 2 * _BLOCK)

    def unread(self, data: bytes) -> None:
        self._kept = data + self._kept
        self.at -= len(data)

    def _passed_over(self) -> Damaged:
        """Goes to the next header, or to the end, and tells what it passed over."""
        start = self.at
        self._take(1)
        while (found := _next_header(self._peek(CHUNK))) is None and len(self._kept) > _BLOCK:
            self._take(len(self._kept) - _BLOCK + 1)
        self._take(len(self._kept) if found is None else found)
        self.ended = found is None
        return Damaged(f"no member begins between bytes {start} and {self.at}", remedy="fetch it again")

    def _peek(self, number: int) -> bytes:
        while len(self._kept) < number and (data := self._file.read(CHUNK)):
            self._kept += data
        return self._kept[:number]

    def _take(self, number: int) -> bytes:
        data = self._peek(number)
        self._kept = self._kept[len(data) :]
        self.at += len(data)
        return data


def _next_header(raw: bytes) -> int | None:
    """Where the next header of the newer kinds is."""
    start = 0
    while (found := raw.find(_MAGIC, start + _MAGIC_AT)) >= 0:
        start = found - _MAGIC_AT
        if len(raw) < start + _BLOCK:
            return None
        if _SUM.match(raw, start + _SUM_AT) and _header(raw[start : start + _BLOCK]):
            return start
        start += 1
    return None


def _header(block: bytes) -> tarfile.TarInfo | None:
    try:
        header = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError):
        return None
    return header if 0 <= header.size < _MOST_SIZE else None


def _extended(header: tarfile.TarInfo, tape: _Tape) -> dict[str, str]:
    """What a header of its own says of the next member: its long name, or (POSIX) all by their names."""
    raw = b"".join(tape.bytes_of(min(header.size, _LONGEST_NAME)))
    tape.skip(header.size - len(raw))
    tape.skip_padding(header.size)
    if header.type == tarfile.GNUTYPE_LONGNAME:
        return {"path": _text(raw.rstrip(b"\0"))}
    if header.type == tarfile.GNUTYPE_LONGLINK:
        return {}
    return {_text(it["name"]): _text(it["value"]) for it in _EXTENDED.finditer(raw)}


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
