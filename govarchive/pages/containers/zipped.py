"""ZIP files, with or without a sound directory; office documents and the like, which are ZIP files too, are told."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import BinaryIO

from govarchive.errors import NotText, PageError, SkippedPage, TooMuch
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers.beginnings import MOST_TRIED
from govarchive.pages.containers.streams import seekable, tally_of
from govarchive.pages.containers.tree import Tree
from govarchive.pages.containers.wacz import captures as wacz_captures
from govarchive.pages.containers.wacz import is_wacz
from govarchive.pages.containers.zip_archive import Archive, named
from govarchive.pages.containers.zip_members import headers, local

_BEGINS = re.compile(rb"(?:PK\x07\x08|PK00)?PK(?:\x03\x04|\x05\x06)")

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


def behind(raw: bytes) -> int:
    """Where the first member begins in a file that begins with something else; -1 where none does."""
    file = BytesIO(raw)
    return next((at for at in islice(headers(file, 0, len(raw)), MOST_TRIED) if local(file, at)), -1)


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
    if is_wacz(names):
        yield from wacz_captures(archive, source, given, depth)
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
