"""Files compressed whole: gzip, bzip2, xz, Zstandard; a page, a TAR file or any other container is in them."""

from collections.abc import Iterator
from typing import BinaryIO

from govarchive.errors import PageError
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers import captures_in
from govarchive.pages.containers.streams import Stream, counted, head_of, tally_of
from govarchive.pages.containers.unpack import BZIP2, GZIP, XZ, ZSTANDARD, Form, pieces_of

_FORMS = (GZIP, BZIP2, XZ, ZSTANDARD)


def sees(head: bytes) -> bool:
    """Whether it is one of the four."""
    return _form(head) is not None


def _form(head: bytes) -> Form | None:
    return next((it for it in _FORMS if it.begins.match(head)), None)


def read(file: BinaryIO, source: str, given: Given, depth: int) -> Iterator[Capture | PageError]:
    """What the file within holds, under the same source; see `Reader`. `page.tar.gz` counts as one container."""
    problems: list[PageError] = []
    tally = tally_of(file)
    inner = Stream(counted(_pieces(file, problems), tally), tally, problems)
    yield from captures_in(inner, source, given, depth if sees(head_of(inner)) else depth - 1)


def _pieces(file: BinaryIO, problems: list[PageError]) -> Iterator[bytes]:
    form = _form(head_of(file))
    assert form is not None
    return pieces_of(file, form, problems)
