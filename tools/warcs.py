"""Makes files of crawlers, byte for byte: for the broken samples, the tests and the benchmarks."""

import base64
import gzip
import hashlib
import random
import zlib
from collections.abc import Iterable, Sequence

DATE = "2015-05-14T14:11:00Z"


def page(number: int, words: int = 12) -> str:
    """The mark-up of an invented page; the more words, the longer."""
    text = " ".join(f"точка {number * 7 + at} от дневния ред" for at in range(words))
    return (
        f"<!doctype html><html><head><title>Община Горно Село, страница {number}</title></head><body>"
        f"<p>Деловодство: тел. 094/ 60 12 {number % 100:02}, заседание на {number % 28 + 1:02}.05.2015 г.</p>"
        f"<p>{text}</p></body></html>"
    )


def long_page() -> bytes:
    """A page of 9 KB that takes nearly as much when it is compressed."""
    return b"<p>" + bytes(random.Random(1).choices(range(63, 127), k=9000))


def sha1(raw: bytes) -> str:
    """A digest as crawlers write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(raw, usedforsecurity=False).digest()).decode()


def record(
    block: bytes, fields: Iterable[tuple[str, str]], version: str = "1.0", length: int | None = None, end: str = "\r\n"
) -> bytes:
    """A WARC record of a block with these fields; `length` where another than that of the block is to be said."""
    said = [*fields, ("Content-Length", str(len(block) if length is None else length))]
    lines = [f"WARC/{version}", *(f"{name}: {value}" for name, value in said), "", ""]
    return end.join(lines).encode() + block + 2 * end.encode()


def http(body: bytes, fields: Sequence[tuple[str, str]] = (), status: str = "200 OK", kind: str = "text/html") -> bytes:
    """An HTTP response, with its Content-Length unless `fields` say how the body is transferred."""
    said = [("Content-Type", kind), *fields]
    if not any(name == "Transfer-Encoding" for name, _ in said):
        said.append(("Content-Length", str(len(body))))
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in said), "", ""]
    return "\r\n".join(lines).encode() + body


def named(number: int, kind: str = "response", digest: bytes | None = None) -> list[tuple[str, str]]:
    """The fields of the record of an address; with the digest of a block."""
    fields = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<urn:uuid:00000000-0000-4000-8000-{number:012}>"),
        ("WARC-Target-URI", f"http://gorno-selo.example/{number}"),
        ("WARC-Date", DATE),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    return fields if digest is None else [*fields, ("WARC-Block-Digest", sha1(digest))]


def response(number: int, words: int = 12, version: str = "1.0") -> bytes:
    """The healthy record of a page."""
    block = http(page(number, words).encode())
    return record(block, named(number, digest=block), version)


def warcinfo() -> bytes:
    """The record with which a file begins."""
    fields = [("WARC-Type", "warcinfo"), ("WARC-Date", DATE), ("Content-Type", "application/warc-fields")]
    return record(b"software: none\r\nformat: WARC File Format 1.0\r\n", fields)


def request(number: int) -> bytes:
    """The record of what the crawler asked for."""
    block = f"GET /{number} HTTP/1.1\r\nHost: gorno-selo.example\r\n\r\n".encode()
    return record(block, [("WARC-Type", "request"), *named(number)[1:]])


def healthy(pages: int = 5, words: int = 12) -> list[bytes]:
    """The records of a healthy file: what is said of it, then each page with what was asked for."""
    return [warcinfo(), *(raw for at in range(1, pages + 1) for raw in (response(at, words), request(at)))]


def packed(records: Iterable[bytes]) -> bytes:
    """One gzip member a record; the same bytes from the same records."""
    return b"".join(member(it) for it in records)


def member(raw: bytes, level: int = 6) -> bytes:
    """A gzip member without name and time."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    body = deflate.compress(raw) + deflate.flush()
    head = gzip.compress(b"", mtime=0)[:8] + b"\x00\xff"
    return head + body + zlib.crc32(raw).to_bytes(4, "little") + (len(raw) & 0xFFFFFFFF).to_bytes(4, "little")


def arc_record(block: bytes, url: str, kind: str = "text/html", version: int = 1, length: int | None = None) -> bytes:
    """An ARC record; in version 2 with status, checksum, location, offset and file name."""
    more = " 200 0123456789 - 0 проба.arc".encode() if version == 2 else b""
    size = len(block) if length is None else length
    return f"{url} 192.0.2.1 20040514141100 {kind}".encode() + more + f" {size}\n".encode() + block + b"\n"


def arc(pages: int = 5, words: int = 12, version: int = 1) -> list[bytes]:
    """The records of a healthy ARC file."""
    names = {1: "URL IP-address Archive-date Content-type Archive-length"}.get(
        version,
        "URL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename Archive-length",
    )
    said = f"{version} 0 Crawler\n{names}\n\n".encode()
    first = b"filedesc://proba.arc 0.0.0.0 20040514141100 text/plain %d\n%b\n" % (len(said), said)
    return [
        first,
        *(
            arc_record(http(page(at, words).encode()), f"http://gorno-selo.example/{at}", version=version)
            for at in range(1, pages + 1)
        ),
    ]
