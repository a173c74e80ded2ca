"""The bytes of a file of records, free of compression, which can be asked where in the file they stand.

A flow runs in stretches: where the file is damaged, a stretch ends, and `mend` goes on to the next one.
"""

from itertools import islice
from typing import NamedTuple

from govarchive.pages.containers.beginnings import MOST_TRIED, RECORD, SEARCHED, TRIED, is_member, is_packed
from govarchive.pages.containers.decompressors import GZIP_MARK, ZSTANDARD_MARK, unpacked
from govarchive.pages.containers.members import Members, Piece, Wound
from govarchive.pages.containers.tape import Tape


class Place(NamedTuple):
    """A place in a file: `start` of a member and the number of unpacked bytes before it there, or a place as it is."""

    start: int
    inner: int
    raw: bool
    position: int

    def __str__(self) -> str:
        return f"{self.start}+{self.inner}" if self.inner else str(self.start)


class Flow:
    """What lies ahead is `data` from `at` on; `more` gets more of it."""

    def __init__(self, tape: Tape) -> None:
        self._tape = tape
        self.packed = is_packed(tape)
        self._members = Members(tape)
        self._pieces = self._members.pieces(self.packed)
        self._before = 0
        self._marks: list[Place] = []
        self.data = b""
        self.at = 0
        self.wound: Wound | None = None
        self._tried = 0

    def more(self) -> bool:
        """Adds the next piece to `data`, where what was passed is dropped; False at the end of a stretch."""
        piece = None if self.wound else next(self._pieces, None)
        if isinstance(piece, Wound):
            self.wound = piece
        if not isinstance(piece, Piece):
            return False
        rest = self.data[self.at :]
        self._before += self.at
        self._mark(piece, self._before + len(rest))
        self.data = rest + piece.data if rest else piece.data
        self.at = 0
        return True

    def _mark(self, piece: Piece, position: int) -> None:
        """Keeps where in the file the bytes from here on are from."""
        last = self._marks[-1] if self._marks else None
        if last is None or last.raw != piece.raw or (last.start != piece.start and not piece.raw):
            self._marks.append(Place(piece.start, 0, piece.raw, position))

    def mend(self) -> Wound | None:
        """Goes on behind the wound at which the stretch ended, and returns it; None at the end of the file."""
        wound, self.wound = self.wound, None
        return wound

    def place(self) -> Place:
        """Where the next byte stands; of a member that is no more at hand, where it ended."""
        position = self._before + self.at
        marks = self._marks
        while len(marks) > 1 and marks[1].position <= position:
            del marks[0]
        if not marks:
            return Place(self._tape.offset, 0, not self.packed, position)
        start, _, raw, begun = marks[0]
        passed = position - begun
        return Place(start + passed, 0, raw, position) if raw else Place(start, passed, raw, position)

    def reached(self) -> int:
        """Up to where the file has been read: the next byte of a raw one, the end of what is unpacked of a member."""
        place = self.place()
        return place.start if place.raw else self._tape.offset

    def take(self, size: int) -> bytes:
        """The next `size` bytes, fewer before the end of the stretch."""
        stop = self.at + size
        if stop <= len(self.data):
            found = self.data[self.at : stop]
            self.at = stop
            return found
        parts = [self.data[self.at :]]
        left = size - len(parts[0])
        self.at = len(self.data)
        while left and self.more():
            parts.append(self.data[:left])
            self.at = len(parts[-1])
            left -= self.at
        return b"".join(parts)

    def skip(self, size: int) -> int:
        """Passes over `size` bytes, fewer before the end of the stretch, and returns how many."""
        at_hand = len(self.data) - self.at
        if size <= at_hand:
            self.at += size
            return size
        if self._marks and self._marks[-1].raw:
            passed = at_hand + self._tape.skip(size - at_hand)
            self._before += self.at + passed
            self.data, self.at = b"", 0
            return passed
        self.at = len(self.data)
        left = size - at_hand
        while left and self.more():
            self.at = min(left, len(self.data))
            left -= self.at
        return size - left

    def give_back(self, taken: bytes) -> None:
        """Lays what was taken last before what lies ahead."""
        self.data = taken + self.data[self.at :]
        self._before += self.at - len(taken)
        self.at = 0

    def member(self) -> int:
        """Where in `data` ahead of a raw stretch a compressed record begins, -1 if none does."""
        if not self._marks or not self._marks[-1].raw:
            return -1
        for it in islice(SEARCHED.finditer(self.data, self.at), MOST_TRIED - self._tried):
            self._tried += 1
            if RECORD.match(unpacked(self.data[it.start() : it.start() + TRIED], TRIED)):
                return it.start()
        return -1

    def unpack(self, place: Place) -> bool:
        """Goes on with unpacking at a place of a raw stretch, if a compressed member begins there."""
        if not self.data.startswith((GZIP_MARK, ZSTANDARD_MARK), self.at) or not self._tape.go(place.start):
            return False
        packed = is_member(self._tape)
        return self.back(place._replace(raw=not packed)) and packed

    def back(self, place: Place) -> bool:
        """Goes back to a place that was passed; False where the file cannot, and then nothing is moved."""
        if not self._tape.go(place.start):
            return False
        self._pieces = self._members.pieces(not place.raw)
        self._before, self.data, self.at, self.wound = place.position - place.inner, b"", 0, None
        self._marks = []
        self.skip(place.inner)
        return True
