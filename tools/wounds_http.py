"""Wounds of the HTTP messages in records, and peculiarities of them that are none."""

import zlib
from collections.abc import Callable, Sequence

import brotli  # type: ignore[import-untyped]
from warcs import healthy, http, member, named, page, record
from wounds import Wound, flipped, replaced
from wounds_zstd import frame

GROUP = "HTTP messages in WARC files"
RECORDS = healthy(2, 3)
_BOMB = 130 << 20
"""Bytes that a bomb unpacks to: more than any page has."""
_PAGE = page(3, 3).encode()
_CHUNKED = (("Transfer-Encoding", "chunked"),)


def _wound(name: str, what: str, reported: str, make: Callable[[], bytes], read: int = 3) -> Wound:
    return Wound(GROUP, f"{name}.warc", what, 3, read, reported, make)


def _third(body: bytes, *fields: tuple[str, str], change: Callable[[bytes], bytes] = bytes) -> Callable[[], bytes]:
    """A file whose third page is transferred with these fields, as this body."""

    def make() -> bytes:
        block = change(http(body, fields))
        return b"".join([*RECORDS, record(block, named(3, digest=block))])

    return make


def _packed(name: str, body: bytes) -> Callable[[], bytes]:
    return _third(body, ("Content-Encoding", name))


def _late(name: str, pack: Callable[[], bytes]) -> Callable[[], bytes]:
    """As above, for bodies that take long to be made."""
    return lambda: _packed(name, pack())()


def chunked(body: bytes, sizes: Sequence[int] = (100, 57, 300)) -> bytes:
    """A body in chunks of these sizes, the last one of the rest."""
    parts = []
    for size in (*sizes, len(body)):
        part, body = body[:size], body[size:]
        if part:
            parts.append(b"%x\r\n%b\r\n" % (len(part), part))
    return b"".join(parts) + b"0\r\n\r\n"


def _bare(raw: bytes) -> bytes:
    deflate = zlib.compressobj(wbits=-15)
    return deflate.compress(raw) + deflate.flush()


_GZIPPED = member(_PAGE)
_IN_CHUNKS = chunked(_PAGE)
_RANGE = ("Content-Range", f"bytes 0-299/{len(_PAGE)}")
_PARTIAL = http(_PAGE[:300], [_RANGE], "206 Partial Content")
WOUNDS = (
    _wound("chunked", "none: in chunks", "", _third(_IN_CHUNKS, *_CHUNKED)),
    _wound(
        "chunked-extended",
        "none: chunks with extensions and trailers",
        "",
        _third(_IN_CHUNKS.replace(b"64\r\n", b"64;name=value\r\n")[:-2] + b"X-Checksum: none\r\n\r\n", *_CHUNKED),
    ),
    _wound("chunked-never", "none: said to be in chunks, and is not", "", _third(_PAGE, *_CHUNKED)),
    _wound(
        "chunk-too-long",
        "a chunk is said to be longer than it is",
        "Damaged 1",
        _third(replaced(_IN_CHUNKS, b"\r\n39\r\n", b"\r\n3b\r\n"), *_CHUNKED),
    ),
    _wound(
        "chunk-too-short",
        "a chunk is said to be shorter than it is",
        "Damaged 1",
        _third(replaced(_IN_CHUNKS, b"\r\n39\r\n", b"\r\n37\r\n"), *_CHUNKED),
    ),
    _wound(
        "chunk-no-number",
        "the length of a chunk is no number",
        "Damaged 1",
        _third(replaced(_IN_CHUNKS, b"\r\n39\r\n", b"\r\nzz\r\n"), *_CHUNKED),
    ),
    _wound("chunks-cut", "cut off within a chunk", "Damaged 1", _third(_IN_CHUNKS[:-40], *_CHUNKED)),
    _wound("last-chunk-missing", "cut off before the last chunk", "Damaged 1", _third(_IN_CHUNKS[:-5], *_CHUNKED)),
    _wound("gzip", "none: compressed with gzip", "", _packed("gzip", _GZIPPED)),
    _wound("deflate", "none: compressed with zlib", "", _packed("deflate", zlib.compress(_PAGE))),
    _wound(
        "deflate-bare", "none: compressed with deflate, without the head of zlib", "", _packed("deflate", _bare(_PAGE))
    ),
    _wound("brotli", "none: compressed with Brotli", "", _packed("br", brotli.compress(_PAGE))),
    _wound("zstandard", "none: compressed with Zstandard", "", _late("zstd", lambda: frame(_PAGE))),
    _wound(
        "stacked",
        "none: compressed twice, in chunks",
        "",
        _third(chunked(brotli.compress(_GZIPPED)), ("Content-Encoding", "gzip, br"), *_CHUNKED),
    ),
    _wound("gzip-unsaid", "none: compressed, and not said to be", "", _third(_GZIPPED)),
    _wound("gzip-never", "none: said to be compressed with gzip, and is not", "", _packed("gzip", _PAGE)),
    _wound("deflate-never", "none: said to be compressed with deflate, and is not", "", _packed("deflate", _PAGE)),
    _wound("brotli-never", "none: said to be compressed with Brotli, and is not", "", _packed("br", _PAGE)),
    _wound(
        "brotli-in-truth-gzip", "none: said to be compressed with Brotli, and is with gzip", "", _packed("br", _GZIPPED)
    ),
    _wound("gzip-in-truth-deflate", "none: the other way about, with zlib", "", _packed("gzip", zlib.compress(_PAGE))),
    _wound("gzip-cut", "cut off within what is compressed", "Damaged 1", _packed("gzip", _GZIPPED[:-60])),
    _wound(
        "gzip-damaged", "compressed, and a bit turned over", "Damaged 1", _packed("gzip", flipped(_GZIPPED, 180, 2))
    ),
    _wound(
        "deflate-cut", "cut off within what is compressed", "Damaged 1", _packed("deflate", zlib.compress(_PAGE)[:-60])
    ),
    _wound("brotli-cut", "cut off within what is compressed", "Damaged 1", _packed("br", brotli.compress(_PAGE)[:-60])),
    _wound(
        "gzip-bomb",
        "gzip in gzip that unpacks to 130 MB of nothing",
        "TooMuch 1",
        _late("gzip, gzip", lambda: member(member(bytes(_BOMB)))),
        2,
    ),
    _wound(
        "brotli-bomb",
        "Brotli that unpacks to 130 MB of nothing",
        "TooMuch 1",
        _late("br", lambda: brotli.compress(bytes(_BOMB), quality=5)),
        2,
    ),
    _wound(
        "zstandard-bomb",
        "Zstandard that unpacks to 130 MB of nothing",
        "TooMuch 1",
        _late("zstd", lambda: frame(bytes(_BOMB))),
        2,
    ),
    _wound(
        "shorter-than-said",
        "the connection broke before the end",
        "Damaged 1",
        _third(_PAGE, change=lambda raw: raw[:-80]),
    ),
    _wound(
        "sent-in-part",
        "the crawler asked for the first bytes only",
        "Damaged 1",
        lambda: b"".join([*RECORDS, record(_PARTIAL, named(3, digest=_PARTIAL))]),
    ),
    _wound(
        "status-damaged",
        "the first line of the response is damaged",
        "Damaged 1",
        _third(_PAGE, change=lambda raw: b"HTPT" + raw[4:]),
    ),
    _wound(
        "no-head",
        "none: a response without head, as servers of 1991 gave",
        "",
        _third(_PAGE, change=lambda raw: raw[raw.index(b"<!") :]),
    ),
    _wound(
        "lines-damaged",
        "none: the head of the response ends its lines anyhow",
        "",
        _third(_PAGE, change=lambda raw: raw.replace(b"\r\n", b"\n")),
    ),
)
