"""Files that hold many captures, told by their content and never by their name; each kind is one module here.

A reader is a module with two functions: `sees(head)` says whether a file that begins so is its own, `read` hands out
what is in it, in order, with a `PageError` in the place of all that cannot be read. To add one, write the module and
name it in `READERS`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter
from typing import BinaryIO, Protocol

from govarchive.errors import Damaged, PageError, TooMuch
from govarchive.pages.address import address_of
from govarchive.pages.capture import NOTHING, Capture, Given
from govarchive.pages.containers.beginnings import packed_record
from govarchive.pages.containers.streams import HEAD as HEAD
from govarchive.pages.containers.streams import Stream, again, as_file, head_of
from govarchive.pages.sniff import NO_KIND, kind_of

MOST_DEEP = 3
"""Containers in containers: a WARC file in a ZIP file in a TAR file, and no deeper."""

MOST_BYTES = 128 << 20
"""Of one page before anything is cut from it (pictures written into the mark-up); more is no page."""


class Reader(Protocol):
    """One kind of container."""

    def sees(self, head: bytes) -> bool:
        """Whether a file that begins with `head` (up to HEAD bytes) is such a container."""

    def read(self, file: BinaryIO, source: str, given: Given, depth: int) -> Iterator[Capture | PageError]:
        """What the container holds, in order; `file` stands at its start and may not be able to seek.

        `source` is its path, `depth` the number of containers it is in; members that are containers go through
        `captures_in`. Raises nothing but OSError: damage is handed out as a PageError that names place and extent.
        """


def captures_in(file: BinaryIO, source: str, given: Given = NOTHING, depth: int = 0) -> Iterator[Capture | PageError]:
    """What a file holds: the captures of a container, or else the file itself as the one capture.

    Raises OSError where the system does not hand out what is in the file.
    """
    file = as_file(file)
    head = head_of(file)
    reader = next((it for it in READERS if it.sees(head)), None)
    if reader is None and (kind_of(head) not in (None, NO_KIND) or not tables.sees(file, given)):
        yield from _whole(file, source, given, depth)
    elif depth >= MOST_DEEP:
        yield TooMuch(
            f"a container in {depth} others", source=source, remedy="unpack the outer one and name what was in it"
        )
    else:
        if given.url and reader not in _OF_ONE:
            yield from _of_many(source, given)
            given = replace(given, url=None)
        # Tables come last, as the user may have named their fields.
        yield from (reader or tables).read(file, source, given, depth + 1)
        if isinstance(file, Stream):
            file.drain()
            yield from _named(file.problems, source)


def _of_many(source: str, given: Given) -> Iterator[PageError]:
    """What is said of an address that the user gave for all of a container."""
    if not given.of_record:
        said = "--url is the address of one page, and this holds many"
        yield PageError(said, source=source, remedy="leave it out; they are read without")


def _whole(file: BinaryIO, source: str, given: Given, depth: int) -> Iterator[Capture | PageError]:
    """A file that is one page, of which some may be missing: what is there is handed out, and what is wrong with it.

    A container that has lost its beginning looks like that too, until what it holds next is met.
    """
    raw = file.read(MOST_BYTES + 1)
    problems = file.problems if isinstance(file, Stream) else []
    at, torn = _behind(raw) if depth < MOST_DEEP else (0, None)
    if torn:
        if torn in (zipped, compressed):  # the others tell it themselves
            said = f"bytes 0 to {at} belong to nothing that is known"
            yield Damaged(said, source=source, remedy="fetch the file again if there is another copy")
        if given.url and torn is not compressed:
            yield from _of_many(source, given)
            given = replace(given, url=None)
        yield from torn.read(again(raw[at:] if torn is compressed else raw, file), source, given, depth + 1)
    elif len(raw) > MOST_BYTES:
        remedy = "split it into pages"
        yield TooMuch(f"more than {MOST_BYTES >> 20} MB, and not a container", source=source, remedy=remedy)
        return
    elif not problems or (raw and not any(isinstance(it, TooMuch) for it in problems)):
        url, captured_at = (given.url, None) if given.url else address_of(raw, source) or (None, None)
        yield Capture(raw, source, url, captured_at or given.captured_at)
    yield from _named(problems, source)


def _behind(raw: bytes) -> tuple[int, Reader | None]:
    """Where a container begins in a file that has lost its beginning, or has something before it, and its reader."""
    found: list[tuple[int, Reader]] = [(it.behind(raw), it) for it in (warc, arc)]
    if kind_of(raw) == NO_KIND:
        at, begin = packed_record(raw)
        found += [(at, it) for it in (warc, arc) if begin and it.sees(begin)]
        found += [(it.behind(raw), it) for it in (zipped, tar, compressed)]
    return min((it for it in found if it[0] >= 0), key=itemgetter(0), default=(0, None))


def _named(problems: Iterable[PageError], source: str) -> Iterator[PageError]:
    """The problems of a stream, which does not know its name."""
    for it in problems:
        yield type(it)(it.message, source=it.source or source, remedy=it.remedy)


# Here, as they read what is in them with `captures_in`.
from govarchive.pages.containers import arc, compressed, mhtml, parquet, tables, tar, warc, zipped  # noqa: E402

READERS: tuple[Reader, ...] = (zipped, tar, warc, arc, mhtml, parquet, compressed)
"""All readers, the one to be asked first first."""

_OF_ONE: tuple[Reader, ...] = (mhtml, compressed)
"""Those that hold one page, perhaps with its frames, or a file that may be one."""
