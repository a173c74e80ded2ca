"""A ZIP file, member by member: by its directory, and beyond it where that is damaged."""

from collections.abc import Iterator
from typing import BinaryIO

from govarchive.errors import Damaged, PageError
from govarchive.pages.containers.streams import CHUNK, Stream, Tally, counted, size_of
from govarchive.pages.containers.zip_content import Content
from govarchive.pages.containers.zip_members import Member, directory, gaps, headers, local

_AGAIN = "fetch it again"
_NEAR = 16 << 20
_FILLING = b"\0\r\n"


def named(problem: PageError, source: str) -> PageError:
    """A problem of a stream, which does not know its name."""
    return type(problem)(problem.message, source=problem.source or source, remedy=problem.remedy)


class Archive:
    """A ZIP file that can seek, read member by member."""

    def __init__(self, file: BinaryIO, tally: Tally) -> None:
        self._file = file
        self._tally = tally
        self._directory = directory(file)
        self._taken: list[tuple[int, int]] = []

    def names(self) -> frozenset[str]:
        """The names of the members; where there is no directory, of those whose header is near the beginning."""
        members = self._directory.members
        if self._directory.problem is not None:
            near = (local(self._file, at) for at in headers(self._file, 0, min(self._directory.start, _NEAR)))
            members = [found[0] for found in near if found]
        return frozenset(it.name for it in members)

    def contents(self) -> Iterator[tuple[Member | None, Stream | PageError]]:
        """Each member with its bytes, which must be read before the next is asked for, or what is wrong with it.

        First those of the directory. Where that is damaged or misleads, what it does not lead to is looked for then; so
        are members before its first one, as in two files written one after the other.
        """
        if self._directory.problem is not None:
            yield None, self._directory.problem
        lost: list[Member] = []
        for member in self._directory.members:
            found = local(self._file, member.at)
            if found is None or _is_another(found[0], member):
                lost.append(member)
            elif not self._tally.spent:
                yield from self._content([member, found[0]], found[1], self._directory.start)
        first = min((it.at for it in self._directory.members), default=0)
        if lost or self._directory.problem is not None:
            yield from self._strays(lost, self._directory.start)
        elif self._next(0, first):
            said = f"the members before byte {first} are not in its directory"
            yield None, Damaged(said, remedy="these are read by their own headers; it may be two ZIP files in one")
            yield from self._strays([], first)
        yield from self._behind()

    def _behind(self) -> Iterator[tuple[None, PageError]]:
        """What is said of bytes behind the file, unless they only fill it up."""
        stop, size = self._directory.stop, size_of(self._file)
        self._file.seek(stop)
        if stop < size and self._file.read(CHUNK).strip(_FILLING):
            yield None, Damaged(f"bytes {stop} to {size} stand behind its end", remedy="cut off what is before them")

    def _content(self, spoken_of: list[Member], start: int, stop: int) -> Iterator[tuple[Member, Stream]]:
        content = Content(self._file, spoken_of, start, stop)
        stream = Stream(counted(content.pieces(), self._tally), self._tally)
        yield spoken_of[0], stream
        if spoken_of[0].packed is None and not self._tally.spent:
            stream.drain()  # to know where it ends
        self._taken.append(content.extent)

    def _strays(self, lost: list[Member], stop: int) -> Iterator[tuple[Member | None, Stream | PageError]]:
        """The members up to there outside what was read, and of `lost` ones those that are not there either."""
        met = set()
        for first, last in list(gaps(self._taken, stop)):
            at = first
            while (place := self._next(at, last)) is not None and not self._tally.spent:
                member, start = place
                met.add(member.name)
                yield from self._content([member], start, last)
                at = max(self._taken[-1][1], start)
        for member in lost:
            if member.name not in met:
                yield member, Damaged(f"there is no header of it at byte {member.at}", remedy=_AGAIN)

    def _next(self, start: int, stop: int) -> tuple[Member, int] | None:
        """The next member with a header of its own between two offsets, and where its bytes begin."""
        return next((found for at in headers(self._file, start, stop) if (found := local(self._file, at))), None)


def _is_another(found: Member, member: Member) -> bool:
    """Whether a header is that of another member than the one that the directory leads to it for."""
    return found.name != member.name and None not in (found.crc, member.crc) and found.crc != member.crc
