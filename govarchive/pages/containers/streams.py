"""Bytes that come out of a container piece by piece, counted against bombs."""

import io
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from govarchive.errors import PageError, TooMuch

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 1 << 16

HEAD = 4096
"""Bytes by which a container is told."""

FREE_BYTES = 4 << 30
MOST_TIMES = 250
"""Out of one file, whatever is nested in it, come 4 GB, or 250 times its size; pages shrink to a fiftieth at most."""

MOST_IN_MEMORY = 256 << 20
"""Of a container that must be read from its end (ZIP, Parquet) and lies in another."""

_UNKNOWN = 1 << 30
"""The size taken for that of a pipe."""


class Tally:
    """What has come out of one file so far, and what may."""

    def __init__(self, size: int) -> None:
        self.left = max(FREE_BYTES, MOST_TIMES * size)

    def take(self, number: int) -> None:
        """Counts bytes. Raises TooMuch where the file gives more than a file of pages does."""
        self.left -= number
        if self.left < 0:
            raise TooMuch(
                f"more than {FREE_BYTES >> 30} GB and {MOST_TIMES} times its size come out of the file",
                remedy="it is a bomb, or else unpack it first",
            )

    @property
    def spent(self) -> bool:
        """Whether nothing more may come out."""
        return self.left < 0


class Stream(io.BufferedReader):
    """Pieces as a file that cannot seek; it ends where they do, and `problems` says what was wrong with them.

    A piece that raises PageError is the last.
    """

    def __init__(self, pieces: Iterator[bytes], tally: Tally, problems: list[PageError] | None = None) -> None:
        self.problems: list[PageError] = [] if problems is None else problems
        self.tally = tally
        super().__init__(_Pieces(pieces, self.problems), CHUNK)

    def drain(self) -> None:
        """Reads to the end, so that all that is wrong is known."""
        while self.read(CHUNK):
            pass


class _Pieces(io.RawIOBase):
    def __init__(self, pieces: Iterator[bytes], problems: list[PageError]) -> None:
        self._pieces = pieces
        self._problems = problems
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fills the whole buffer if there is enough, so that one can look as far ahead as it is long."""
        view, filled = memoryview(buffer).cast("B"), 0
        while filled < len(view) and (self._rest or self._pull()):
            part = self._rest[: len(view) - filled]
            view[filled : filled + len(part)] = part
            self._rest = self._rest[len(part) :]
            filled += len(part)
        return filled

    def _pull(self) -> bool:
        try:
            self._rest = next((it for it in self._pieces if it), b"")
        except PageError as problem:
            self._problems.append(problem.as_reject())
            self._rest = b""
        return bool(self._rest)


def tally_of(file: BinaryIO) -> Tally:
    """The tally that a stream is counted by, or a new one for a file."""
    if isinstance(file, Stream):
        return file.tally
    if not file.seekable():
        return Tally(_UNKNOWN)
    return Tally(size_of(file))


def size_of(file: BinaryIO) -> int:
    """The size of a file that can seek; where it stood, it stands."""
    at = file.tell()
    size = file.seek(0, io.SEEK_END)
    file.seek(at)
    return size


def counted(pieces: Iterator[bytes], tally: Tally) -> Iterator[bytes]:
    """The pieces, each counted. Raises TooMuch."""
    for piece in pieces:
        tally.take(len(piece))
        yield piece


def as_file(file: BinaryIO) -> BinaryIO:
    """A file that can seek, or a stream, which a pipe becomes: so one can see how it begins, and read it again."""
    if isinstance(file, Stream) or file.seekable():
        return file
    return Stream(iter(lambda: file.read(CHUNK), b""), tally_of(file))


def head_of(file: BinaryIO, number: int = HEAD) -> bytes:
    """The first bytes (64 KB at most) of a stream, or of a file that can seek, which stays where it stands."""
    if isinstance(file, Stream):
        return file.peek(number)[:number]
    head = file.read(number)
    file.seek(-len(head), io.SEEK_CUR)
    return head


def again(raw: bytes, file: BinaryIO) -> BinaryIO:
    """The file from before the bytes `raw`, which were read of it last."""
    if file.seekable():
        file.seek(-len(raw), io.SEEK_CUR)
        return file
    return Stream(chain([raw], iter(lambda: file.read(CHUNK), b"")), tally_of(file))


def seekable(file: BinaryIO) -> BinaryIO:
    """The file, or what is left of a stream in memory. Raises TooMuch for more than 256 MB of it."""
    if file.seekable():
        return file
    raw = file.read(MOST_IN_MEMORY + 1)
    if len(raw) > MOST_IN_MEMORY:
        raise TooMuch(
            f"more than {MOST_IN_MEMORY >> 20} MB that are read from their end, in another container",
            remedy="unpack the outer one and name what was in it",
        )
    return io.BytesIO(raw)
