"""ZIP files, with or without a sound directory; office documents and the like, which are ZIP files too, are told."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from govarchive.errors import Damaged, NotText, PageError, SkippedPage, TooMuch
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers.streams import Stream, Tally, counted, seekable, tally_of
from govarchive.pages.containers.tree import Tree
from govarchive.pages.containers.zip_content import Content
from govarchive.pages.containers.zip_members import Member, directory, gaps, headers, local

_BEGINS = re.compile(rb"(?:PK\x07\x08|PK00)?PK(?:\x03\x04|\x05\x06)")
_AGAIN = "fetch it again"
_NEAR = 16 << 20

# By a member that only they have.
_DOCUMENTS = (
    ("word/document.xml", "a Word document (DOCX)"),
    ("xl/workbook.xml", "an Excel workbook (XLSX)"),
    ("xl/workbook.bin", "an Excel workbook (XLSB)"),
    ("ppt/presentation.xml", "a PowerPoint presentation (PPTX)"),
    ("mimetype", "an OpenDocument file (ODT, ODS, ODP) or an electronic book (EPUB)"),
    ("[Content_Types].xml", "an office document"),
    ("META-INF/container.xml", "an electronic book (EPUB)"),
    ("META-INF/MANIFEST.MF", "a program (JAR)"),
    ("AndroidManifest.xml", "a program (APK)"),
    ("META-INF/manifest.xml", "an OpenDocument file (ODT, ODS, ODP)"),
)


def sees(head: bytes) -> bool:
    """Whether it begins with the header of a member, or is empty."""
    return _BEGINS.match(head) is not None


def read(file: BinaryIO, source: str, given: Given, depth: int) -> Iterator[Capture | PageError]:
    """What the members hold, each under `source#name`; see `Reader`."""
    try:
        archive = Archive(seekable(file), tally_of(file))
    except TooMuch as problem:
        yield named(problem, source)
        return
    names = archive.names()
    what = next((what for name, what in _DOCUMENTS if name in names), None)
    if what is not None:
        yield NotText(f"this is {what}, not text or HTML", source=source, remedy="convert it to text or HTML first")
        return
    yield from _captures(archive, Tree(names.__contains__, source), given, depth)


def _captures(archive: "Archive", tree: Tree, given: Given, depth: int) -> Iterator[Capture | PageError]:
    for member, stream in archive.contents():
        source = tree.source_of(member.name) if member else tree.source_of("")[:-1]
        if isinstance(stream, PageError):
            yield named(stream, source)
        elif member and member.is_link:
            yield SkippedPage("a link", source=source, remedy="nothing to do")
        elif member and not member.name.endswith("/"):
            yield from tree.captures(member.name, stream, given, depth)
    yield from tree.left_out()


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

        First those of the directory. Where that is damaged or misleads, what it does not lead to is looked for then.
        """
        if self._directory.problem is not None:
            yield None, self._directory.problem
        lost: list[Member] = []
        for member in self._directory.members:
            found = local(self._file, member.at)
            if found is None:
                lost.append(member)
            elif not self._tally.spent:
                yield from self._content([member, found[0]], found[1], self._directory.start)
        if lost or self._directory.problem is not None:
            yield from self._strays(lost)

    def _content(self, spoken_of: list[Member], start: int, stop: int) -> Iterator[tuple[Member, Stream]]:
        content = Content(self._file, spoken_of, start, stop)
        stream = Stream(counted(content.pieces(), self._tally), self._tally)
        yield spoken_of[0], stream
        if spoken_of[0].packed is None and not self._tally.spent:
            stream.drain()  # to know where it ends
        self._taken.append(content.extent)

    def _strays(self, lost: list[Member]) -> Iterator[tuple[Member | None, Stream | PageError]]:
        """The members outside what was read, and, of those the directory names, the ones that are not there either."""
        met = set()
        for first, last in list(gaps(self._taken, self._directory.start)):
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
