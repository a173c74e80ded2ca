"""Files compressed whole: gzip, bzip2, xz, Zstandard, LZ4; a page, a TAR file or any other container is in them."""

from collections.abc import Iterator
from itertools import islice
from operator import itemgetter
from typing import BinaryIO

from govarchive.errors import PageError
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers import captures_in
from govarchive.pages.containers.beginnings import MOST_TRIED
from govarchive.pages.containers.decompressors import ERRORS
from govarchive.pages.containers.streams import Stream, counted, head_of, tally_of
from govarchive.pages.containers.unpack import BZIP2, GZIP, LZ4, XZ, ZSTANDARD, Form, pieces_of

_FORMS = (GZIP, BZIP2, XZ, ZSTANDARD, LZ4)
_TRIED = 4 << 10
_LEAST = 32
"""Bytes of a stream that may hold something."""


def sees(head: bytes) -> bool:
    """Whether it is one of the five."""
    return _form(head) is not None


def behind(raw: bytes) -> int:
    """Where a stream begins that can be unpacked, in a file that begins with something else; -1 where none does."""
    begun = ((it.start(), form) for form in _FORMS for it in islice(form.begins.finditer(raw), MOST_TRIED))
    return next((at for at, form in sorted(begun, key=itemgetter(0)) if _is_stream(form, raw[at : at + _TRIED])), -1)


def _is_stream(form: Form, raw: bytes) -> bool:
    """Whether what begins so is not only a mark."""
    try:
        form.new().decompress(raw, _TRIED)
    except ERRORS:
        return False
    return len(raw) > _LEAST


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
