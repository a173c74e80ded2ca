"""A file read forward in large bites; what was read last stays at hand, so that damage can be gone over again."""

from typing import BinaryIO

BITE = 256 << 10
KEPT = 256 << 10
"""Bytes already passed that can be gone back to in a file that cannot seek."""


class Tape:
    """The bytes of a file: `data` from `at` on lie ahead, and `offset` tells where in the file that is."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.can_seek = file.seekable()
        self._origin = file.tell() if self.can_seek else 0
        self._base = 0
        self._ended = False
        self.data = b""
        self.at = 0

    @property
    def offset(self) -> int:
        """Where the next byte stands, counted from where the file stood at first."""
        return self._base + self.at

    def ahead(self, size: int = 1) -> int:
        """Sees to it that `size` bytes lie ahead and returns how many do: fewer only before the end of the file."""
        while len(self.data) - self.at < size and not self._ended:
            bite = self._file.read(BITE)
            self._ended = not bite
            passed = max(0, self.at - KEPT)
            self.data = self.data[passed:] + bite
            self._base += passed
            self.at -= passed
        return len(self.data) - self.at

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, fewer before the end of the file; they still lie ahead."""
        self.ahead(size)
        return self.data[self.at : self.at + size]

    def go(self, offset: int) -> bool:
        """Goes to a place in the file; False where that cannot be done, and then nothing is moved."""
        if self._base <= offset <= self._base + len(self.data):
            self.at = offset - self._base
            return True
        if not self.can_seek:
            return False
        self._file.seek(self._origin + offset)
        self.data, self.at, self._base, self._ended = b"", 0, offset, False
        return True

    def skip(self, size: int) -> int:
        """Moves on by `size` bytes, without reading them where the file can seek; returns by how many."""
        here = self.offset
        if self.can_seek and size > len(self.data) - self.at:
            self.go(min(here + size, max(here, self._file.seek(0, 2) - self._origin)))
            return self.offset - here
        while self.offset < here + size and self.ahead():
            self.at += min(len(self.data) - self.at, here + size - self.offset)
        return self.offset - here
