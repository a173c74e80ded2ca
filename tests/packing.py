"""Containers made for tests, and what is read of them."""

import io
import tarfile
import zipfile
from collections.abc import Mapping

from govarchive.errors import PageError
from govarchive.pages.capture import NOTHING, Capture, Given
from govarchive.pages.containers import captures_in

PAGES = {f"новини/{number}.html": f"<p>Страница {number} {'а' * number * 90}</p>".encode() for number in range(1, 6)}


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED, *, streamed: bool = False) -> bytes:
    """A ZIP file; `streamed` as programs write it that cannot go back: sizes stand behind the members."""
    out = _Pipe() if streamed else io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, raw in members.items():
            archive.writestr(zipfile.ZipInfo(name), raw, method)
    return out.getvalue()


class _Pipe(io.BytesIO):
    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("a pipe")


def tarred(members: Mapping[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    """A TAR file."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, raw in members.items():
            header = tarfile.TarInfo(name)
            header.size = len(raw)
            archive.addfile(header, io.BytesIO(raw))
    return out.getvalue()


def read(raw: bytes, given: Given = NOTHING, source: str = "x") -> tuple[dict[str, bytes], list[PageError]]:
    """The captures of a file by their sources, and what was said of the rest."""
    found = list(captures_in(io.BytesIO(raw), source, given))
    captures = {it.source: it.raw for it in found if isinstance(it, Capture)}
    return captures, [it for it in found if isinstance(it, PageError)]


def captures(raw: bytes, given: Given = NOTHING, source: str = "x") -> list[Capture]:
    """The captures, when there is nothing else."""
    found = list(captures_in(io.BytesIO(raw), source, given))
    assert not [str(it) for it in found if isinstance(it, PageError)]
    return [it for it in found if isinstance(it, Capture)]


def said(raw: bytes, given: Given = NOTHING, source: str = "x") -> list[str]:
    """What was said, where nothing was read."""
    found, problems = read(raw, given, source)
    assert not found
    return [str(it) for it in problems]
