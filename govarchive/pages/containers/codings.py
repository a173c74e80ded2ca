"""Bodies of HTTP messages free of chunks and of content codings, also where these are cut, damaged or not what is said.

What can be read is always returned, with words for what is wrong; only what is over MOST_BYTES is refused. That a
body is said to be coded and is not, is no damage: many crawlers unpack it and keep what the server said.
"""

import re
import zlib
from collections.abc import Generator
from typing import NamedTuple

from govarchive.errors import TooMuch
from govarchive.pages.containers import MOST_BYTES
from govarchive.pages.containers.decompressors import ERRORS, GZIP_MARK, ZSTANDARD_MARK, left_over, salvaged, zstandard
from govarchive.pages.sniff import kind_of

_MOST_CODINGS = 8
_FEED = 32 << 10
_PIECE = 1 << 20
_GZIP_FORM, _ZLIB_FORM = 31, 15
_CUT = "its body is cut off"
_DAMAGED = "its body cannot be unpacked to the end"
_Pieces = Generator[bytes, None, str]
_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]{0,4096})?(\r?\n)")
_NEXT_SIZE = re.compile(rb"\r\n([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,4096})?(?=\r\n)")
# The first line where it tells no length, and what ends a body in chunks.
_NO_SIZE = re.compile(rb"[^\r\n<]{0,20}\r\n")
_LAST = b"\r\n0\r\n\r\n"
_TRAILER = re.compile(rb"(?:[!-9;-~]{1,100}:[^\r\n]{0,4096}\r?\n){0,100}[\r\n]*")


class Body(NamedTuple):
    """A body as far as it can be read, and what is wrong with it, if anything is."""

    raw: bytes
    flaw: str = ""


def decoded(body: bytes, transfer: bytes, content: bytes, again: bool = False) -> Body:
    """The body of a message with these fields. Raises TooMuch over MOST_BYTES.

    With `again`, it is unpacked once more if it was packed more often than is said, or never said to be.
    """
    names = [it.strip().lower().decode("latin-1") for it in [*content.split(b","), *transfer.split(b",")]]
    flaws = []
    for name in names[: -_MOST_CODINGS - 1 : -1]:
        body, flaw = _WITHOUT.get(name, Body)(body)
        if flaw:
            flaws.append(flaw)
    while body.startswith(b"\x1f\x8b\x08") and again and len(flaws) < _MOST_CODINGS:
        body, flaw = _without_gzip(body)
        flaws.append(flaw)
    return Body(body, "; ".join(filter(None, flaws)))


def without_chunks(body: bytes) -> Body:
    r"""The data of a chunked body; the body itself if it is none.

    >>> without_chunks(b"4\r\n" b"abcd" b"\r\n2;x\r\n" b"ef" b"\r\n0\r\n\r\n")
    Body(raw=b'abcdef', flaw='')
    >>> without_chunks(b"3\r\n" b"abcd" b"\r\n2\r\n" b"ef" b"\r\n0\r\n\r\n")
    Body(raw=b'abcdef', flaw='a chunk has not the length it is said to have')
    >>> without_chunks(b"0x4\r\n" b"abcd" b"\r\n2\r\n" b"ef" b"\r\n0\r\n\r\n")
    Body(raw=b'abcdef', flaw='the length of a chunk is damaged')
    >>> without_chunks(b"<p>")
    Body(raw=b'<p>', flaw='')
    """
    parts: list[bytes] = []
    at, flaw = 0, ""
    while at < len(body):
        size = _SIZE.match(body, at)
        if size is None:
            line = _NO_SIZE.match(body) if body.endswith(_LAST) else None
            if parts or not line:
                return Body(b"".join([*parts, body[at:]]), "the length of a chunk is damaged" if parts else "")
            start, stop = _resumed(body, line.end())
            parts.append(body[start:stop])
            at, flaw = stop + 2, "the length of a chunk is damaged"
            continue
        start, stop = size.end(), size.end() + int(size[1], 16)
        if stop == start and _TRAILER.fullmatch(body, start):
            return Body(b"".join(parts), flaw)
        close = body[stop : stop + 2]
        if stop > start and (close == b"\r\n" or (close[:1] == b"\n" and size[2] == b"\n")):
            parts.append(body[start:stop])
            at = stop + len(size[2])
            continue
        start, stop, flaw = *_resumed(body, start), "a chunk has not the length it is said to have"
        if not parts and stop == len(body) and (size[2] == b"\n" or int(size[1], 16) < len(body) - start):
            return Body(body)
        parts.append(body[start:stop])
        if stop == len(body):
            flaw = _CUT
        at = stop + 2
    return Body(b"".join(parts), flaw or _CUT)


def _resumed(body: bytes, start: int) -> tuple[int, int]:
    """From where to where a chunk goes whose length is wrong: to a line that can be the length of another."""
    for found in _NEXT_SIZE.finditer(body, start):
        stop = found.end() + 2 + int(found[1], 16)
        if body[stop : stop + 2] == b"\r\n":
            return start, found.start()
    return start, len(body)


def _without_gzip(body: bytes) -> Body:
    """What is packed in one member or several; what follows them is padding."""
    return _collected(_inflating(body, _GZIP_FORM)) if body.startswith(GZIP_MARK) else _or_as_it_is(Body(b""), body)


def _without_deflate(body: bytes) -> Body:
    """Deflate with the head of zlib, as it should be, or without, as it was for years."""
    return _or_as_it_is(_collected(_inflating(body, _ZLIB_FORM if _has_zlib_head(body) else -_ZLIB_FORM)), body)


def _has_zlib_head(body: bytes) -> bool:
    head = body[:2].ljust(2)
    return head[0] & 15 == 8 and (head[0] << 8 | head[1]) % 31 == 0


def _without_brotli(body: bytes) -> Body:
    return _or_as_it_is(_collected(_of_brotli(body)), body)


def _without_zstandard(body: bytes) -> Body:
    return _collected(_of_zstandard(body)) if body.startswith(ZSTANDARD_MARK) else _or_as_it_is(Body(b""), body)


def _or_as_it_is(found: Body, body: bytes) -> Body:
    """A body that does not unpack and is text was never packed; or it is packed in another coding than is said."""
    if found.raw and not found.flaw:
        return found
    if not body or kind_of(body) is None:
        return Body(body)
    return _otherwise(body) or (found if found.flaw else Body(body))


def _otherwise(body: bytes) -> Body | None:
    """A body that is packed whole in one of the codings, whatever is said; None for all others."""
    if body.startswith(GZIP_MARK):
        other = _collected(_inflating(body, _GZIP_FORM))
    elif body.startswith(ZSTANDARD_MARK):
        other = _collected(_of_zstandard(body))
    else:
        other = _collected(_inflating(body, _ZLIB_FORM) if _has_zlib_head(body) else _of_brotli(body))
    return other if other.raw and not other.flaw else None


def _collected(pieces: _Pieces) -> Body:
    """The body made of pieces; what a generator of pieces returns is what is wrong."""
    parts, size = list[bytes](), 0
    while True:
        try:
            parts.append(next(pieces))
        except StopIteration as end:
            return Body(b"".join(parts), end.value)
        size += len(parts[-1])
        if size > MOST_BYTES:
            raise TooMuch(f"unpacks to more than {MOST_BYTES >> 20} MB", remedy="nothing to do: no page is so long")


def _inflating(body: bytes, form: int) -> _Pieces:
    """Unpacks gzip (31), zlib (15) or bare deflate (-15)."""
    rest, view, at = body, memoryview(body), 0
    while rest:
        inflate, kept = zlib.decompressobj(form), None
        while not inflate.eof:
            feed = view[at : at + _FEED]
            try:
                data = inflate.decompress(feed, _PIECE)
            except zlib.error:
                yield salvaged(kept or zlib.decompressobj(form), feed)[0]
                return _DAMAGED
            at += len(feed) - left_over(inflate)
            yield data
            if not feed and not data:
                return _CUT
            if not inflate.eof:
                kept = inflate.copy()
        rest = body[at:] if form == _GZIP_FORM and view[at : at + 2] == GZIP_MARK else b""
    return ""


def _of_brotli(body: bytes) -> _Pieces:
    import brotli  # type: ignore[import-untyped]

    unpack, at = brotli.Decompressor(), 0
    while body and not unpack.is_finished():
        feed = body[at : at + _FEED] if unpack.can_accept_more_data() else b""
        try:
            data = unpack.process(feed, output_buffer_limit=_PIECE)
        except brotli.error:
            return _DAMAGED
        at += len(feed)
        yield data
        if not feed and not data:
            return _CUT
    return ""


def _of_zstandard(body: bytes) -> _Pieces:
    at = 0
    while body.startswith(ZSTANDARD_MARK, at):
        unpack = zstandard()
        while not unpack.eof:
            feed = body[at : at + _FEED] if unpack.needs_input else b""
            try:
                data = unpack.decompress(feed, _PIECE)
            except ERRORS:
                return _DAMAGED
            at += len(feed) - len(unpack.unused_data)
            yield data
            if not feed and not data:
                return _CUT
    return ""


_WITHOUT = {
    "chunked": without_chunks,
    "gzip": _without_gzip,
    "x-gzip": _without_gzip,
    "deflate": _without_deflate,
    "x-deflate": _without_deflate,
    "br": _without_brotli,
    "zstd": _without_zstandard,
}
