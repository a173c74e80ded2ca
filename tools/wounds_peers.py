"""What other readers of crawls test themselves with, made anew: the same wound on files of our own.

The bytes, or the code that makes them, were read in the tests of warcio (with those of pywb, from which they come), of
FastWARC, of gowarc (on which warchaeology stands) and of py-wacz; some stand in reports to them.
"""

import gzip
from collections.abc import Callable

from warcs import healthy, http, long_page, member, named, page, record, response
from wounds import Wound, instead, replaced
from wounds_boxes import wacz

GROUP = "What other readers are tested with"
WOUNDED = 3
RECORDS = healthy(3, 3)
_SECOND = RECORDS[WOUNDED]


def _second(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """A WARC file whose second page has a changed record."""
    return lambda: b"".join(instead(RECORDS, WOUNDED, change(_SECOND)))


def _answer(head: str) -> Callable[[], bytes]:
    """A WARC file whose second page came with another head."""

    def make() -> bytes:
        block = head.encode() + page(2, 3).encode()
        return b"".join(instead(RECORDS, WOUNDED, record(block, named(2, digest=block))))

    return make


def _line(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda raw: replaced(raw, old, new)


def _fields(raw: bytes, more: bytes) -> bytes:
    return replaced(raw, b"Content-Length: ", more + b"Content-Length: ")


def _in_characters() -> bytes:
    block = http(page(2, 3).encode())
    return b"".join(instead(RECORDS, WOUNDED, record(block, named(2, digest=block), length=len(block.decode()))))


def _empty(kind: str) -> bytes:
    return record(b"", [("WARC-Type", kind), ("WARC-Record-ID", "<uri:uuid:empty>"), ("Content-Type", "text/plain")])


_INDEX = b"http://gorno-selo.example/ 1431612660 - - 3I42H3S6NNFQ2MSV 1289 6785 proba.warc.gz\n"
_REPEATED = (
    b"WARC-Target-URI: gorno-selo.example\r\nWARC-Target-URI: gor no\r\nWARC-Date: yesterday\r\n"
    b"WARC-Segment-Total-Length: none\r\nWARC-Unknown-Field: asdf\r\n"
)


def _warc(name: str, what: str, reported: str, make: Callable[[], bytes], read: int = 3, pages: int = 3) -> Wound:
    return Wound(GROUP, f"{name}.warc", what, pages, read, reported, make)


def _other(name: str, what: str, reported: str, make: Callable[[], bytes], read: int = 3, pages: int = 3) -> Wound:
    return Wound(GROUP, name, what, pages, read, reported, make)


WOUNDS = (
    _warc(
        "junk-before-a-line", "seven letters before WARC/1.0 (gowarc)", "Damaged 1", _second(lambda it: b"GARBAGE" + it)
    ),
    _warc(
        "lines-of-windows",
        "the file was written as text on Windows: CR CR LF ends all its lines (pywb)",
        "Damaged 7",
        lambda: b"".join(RECORDS).replace(b"\n", b"\r\n"),
    ),
    _warc(
        "line-feed-in-a-head",
        "none: one line of a head ends otherwise (gowarc)",
        "",
        _second(_line(b"1.0\r\n", b"1.0\n")),
    ),
    _warc("version-unknown", "none: WARC/9.9 (gowarc)", "", _second(_line(b"WARC/1.0", b"WARC/9.9"))),
    _warc(
        "version-no-number",
        "WARC/invalid as the last line (warcio)",
        "Damaged 1",
        lambda: b"".join(RECORDS) + b"WARC/invalid\r\n",
    ),
    _warc("end-of-one-line", "a record closed by one line end (gowarc)", "Damaged 1", _second(lambda it: it[:-2])),
    _warc(
        "end-of-three-bytes",
        "a record closed by a line end and a half (gowarc)",
        "Damaged 1",
        _second(lambda it: it[:-1]),
    ),
    _warc(
        "end-of-line-feeds", "none: a record closed by line feeds (gowarc)", "", _second(lambda it: it[:-4] + b"\n\n")
    ),
    _warc(
        "fields-repeated",
        "none: fields twice, the later ones senseless (warcio)",
        "",
        _second(lambda it: _fields(it, _REPEATED)),
    ),
    _warc(
        "empty-records",
        "pages without a byte, address or date (warcio)",
        "Damaged 2",
        lambda: b"".join(RECORDS) + _empty("response") + _empty("conversion"),
        5,
        5,
    ),
    _warc(
        "digest-unknown",
        "none: a checksum of an unknown kind (warcio)",
        "",
        _second(_line(b"Digest: sha1:", b"Digest: xxx:")),
    ),
    _warc(
        "digest-no-digest",
        "a checksum that can be none (warcio)",
        "Damaged 1",
        _second(_line(b"Digest: sha1:", b"Digest: sha1:x-")),
    ),
    _warc(
        "control-in-an-address",
        "a control character in an address (ClueWeb09)",
        "Damaged 1",
        _second(_line(b"example/2", b"example/\x082")),
    ),
    _warc(
        "empty-line-in-a-head",
        "an empty line in a head (ClueWeb09)",
        "Damaged 1",
        _second(_line(b"\r\nWARC-Date", b"\r\n\r\nWARC-Date")),
    ),
    _warc(
        "date-of-day-65",
        "captured on 65 March (ClueWeb09)",
        "Damaged 1",
        _second(_line(b"-05-14T14:11:00Z", b"-03-65T08:43:19-0800")),
    ),
    _warc("length-in-characters", "a length that counts letters (WARCreate)", "Damaged 1", _in_characters),
    _warc(
        "index-between",
        "a line of an index between records (pywb)",
        "Damaged 1",
        lambda: b"".join(instead(RECORDS, WOUNDED, _SECOND, _INDEX)),
    ),
    _warc(
        "log-as-a-page",
        "none: the log of a server as an answer (cdxj-indexer)",
        "",
        lambda: b"".join(RECORDS) + record(b"19/Sep/2017:03:35:35|GET /a.jpg|200\n", named(4)),
        4,
        4,
    ),
    _warc(
        "answer-of-line-feeds",
        "none: a response head of line feeds (FastWARC)",
        "",
        _answer("HTTP/1.1 200 OK\nContent-Type: text/html\n\n"),
    ),
    _warc(
        "answer-in-small-letters",
        "none: lower case, lines that say nothing (warcio)",
        "",
        _answer("http/1.0 200 ok\r\nContent-Type: text/html\r\n%Invalid%\r\n\tMultiline\r\n\r\n"),
    ),
    _warc(
        "answer-without-words",
        "none: a status without words (pywb)",
        "",
        _answer("HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n"),
    ),
    _warc(
        "answer-without-an-end",
        "no empty line behind a response head (gowarc)",
        "Damaged 1",
        _answer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"),
    ),
    _warc(
        "coding-unknown",
        "none: a coding that nobody knows (warcio)",
        "",
        _answer("HTTP/1.0 200 OK\r\nContent-Encoding: x-unknown\r\nContent-Type: text/html\r\n\r\n"),
    ),
    _other(
        "first-member-cut.warc.gz",
        "the first 4 KB are gone, all of them of the first member (warcio)",
        "Damaged 1",
        lambda: member(record(http(long_page()), named(5)))[4200:] + b"".join(map(member, RECORDS)),
        3,
        4,
    ),
    _other(
        "bad-member-last.warc.gz",
        "ten bytes as of a member at the end (gowarc)",
        "Damaged 1",
        lambda: b"".join(map(member, RECORDS)) + b"\x1f\x8b\x08\x00" + b"\xff" * 6,
    ),
    _other(
        "archive-lost.wacz", "no WARC file (py-wacz)", "Damaged 1", lambda: wacz(**{"archive/data.warc.gz": None}), 0, 1
    ),
    _other(
        "pages-lost.wacz", "no list of pages (py-wacz)", "Damaged 1", lambda: wacz(**{"pages/pages.jsonl": None}), 1, 1
    ),
    _other(
        "pages-damaged.wacz",
        "a list of pages that is no JSON (py-wacz)",
        "Damaged 1",
        lambda: wacz(**{"pages/pages.jsonl": b'{id": "pages"}\n'}),
        1,
        1,
    ),
    _other(
        "archive-added.wacz",
        "a WARC file that nobody names (py-wacz)",
        "Damaged 1",
        lambda: wacz(**{"archive/more.warc.gz": gzip.compress(response(2), mtime=0)}),
        2,
        2,
    ),
    _other(
        "package-cut.wacz",
        "datapackage.json breaks off (py-wacz)",
        "Damaged 1",
        lambda: wacz(**{"datapackage.json": b'{"resources": ['}),
        1,
        1,
    ),
    _other(
        "signed-before.wacz",
        "datapackage.json is not the one that was signed (py-wacz)",
        "Damaged 1",
        lambda: wacz(**{"datapackage-digest.json": b'{"path": "datapackage.json", "hash": "sha256:00"}'}),
        1,
        1,
    ),
    _other(
        "old.wacz",
        "of version 0.1.0, without digests (py-wacz)",
        "Damaged 1",
        lambda: wacz(**{"datapackage.json": None, "webarchive.yaml": b"wacz_version: 0.1.0\n"}),
        1,
        1,
    ),
)
