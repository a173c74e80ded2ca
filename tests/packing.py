"""Containers made for tests, and what is read of them."""

import io
import tarfile
from collections.abc import Mapping

import wounds_boxes
from wounds_boxes import zipped as zipped

from govarchive.errors import PageError
from govarchive.pages.capture import NOTHING, Capture, Given
from govarchive.pages.containers import captures_in

PAGES = {f"новини/{number}.html": f"<p>Страница {number} {'а' * number * 90}</p>".encode() for number in range(1, 6)}


def tarred(members: Mapping[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    """A TAR file."""
    return wounds_boxes.tarred(members, form)


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
