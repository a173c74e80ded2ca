"""Wounds that no list has, found by trying what can happen to files of each kind."""

import gzip
import json
import quopri
from collections.abc import Callable, Sequence

from warcs import healthy, http, named, page, record
from wounds import Wound
from wounds_boxes import PAGES, table, zipped
from wounds_http import chunked
from wounds_zstd import frame

GROUP = "What nobody had listed"
_RECORDS = healthy(2, 3)
_PAGE = page(3, 3).encode()
_IN_CHUNKS = (("Transfer-Encoding", "chunked"),)
_ROWS = [{"url": f"http://gorno-selo.example/{number}", "html": page(number)} for number in (1, 2, 3)]
_MARK = "\ufeff".encode()


def _wound(name: str, what: str, reported: str, make: Callable[[], bytes], read: int = 3) -> Wound:
    return Wound(GROUP, name, what, 3, read, reported, make)


def _third(block: bytes, kind: str = "response") -> Callable[[], bytes]:
    return lambda: b"".join([*_RECORDS, record(block, named(3, kind, block))])


def _lines() -> list[bytes]:
    return [json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in _ROWS]


def _two_in_one() -> bytes:
    members = list(PAGES.items())
    return zipped(dict(members[:2])) + zipped(dict(members[2:]))


def _begun_anew() -> bytes:
    first, second, third = _lines()
    return first + second[:150] + second + third


def _elsewhere() -> bytes:
    """A WACZ file without a word about digests."""
    package = json.dumps({"wacz_version": "1.1.1", "resources": []}).encode()
    crawl = b"".join(healthy(3, 3))
    return zipped({"data/crawl": crawl, "pages/pages.jsonl": b"{}\n", "datapackage.json": package}, 0)


def _with_head_again(rows: Sequence[dict[str, str]]) -> bytes:
    return table(rows[:2]) + b"html,url\r\n" + b"".join(_swapped(row) for row in rows[2:])


def _swapped(row: dict[str, str]) -> bytes:
    quoted = row["html"].replace('"', '""')
    return f'"{quoted}",{row["url"]}\r\n'.encode()


def _with_blanks() -> bytes:
    """A web archive whose lines that go on have blanks behind them."""
    return _archive(b"= \t\r\n")


def _archive(goes_on: bytes = b"=\r\n") -> bytes:
    head = b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=b"\r\n\r\n'
    kind = b"--=b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    place = b"Content-Location: %b\r\n\r\n"
    parts = (
        kind + place % row["url"].encode() + quopri.encodestring(row["html"].encode()).replace(b"=\n", goes_on)
        for row in _ROWS
    )
    return head + b"\r\n".join(parts) + b"\r\n--=b--\r\n"


WOUNDS = (
    _wound(
        "first-chunk-no-number.warc",
        "the length of the very first chunk is no number",
        "Damaged 1",
        _third(http(b"0x" + chunked(_PAGE), _IN_CHUNKS)),
    ),
    _wound(
        "interim-answer.warc",
        "none: the server said 100 Continue before it answered",
        "",
        _third(b"HTTP/1.1 100 Continue\r\n\r\n" + http(_PAGE)),
    ),
    _wound(
        "revisit-with-its-page.warc",
        "none: a record of kind revisit that holds the page after all",
        "",
        _third(http(_PAGE), "revisit"),
    ),
    _wound(
        "zstandard-in-gzip.warc.gz",
        "none: compressed with Zstandard, and then with gzip",
        "",
        lambda: gzip.compress(frame(b"".join(healthy(3, 3))), mtime=0),
    ),
    _wound("two-in-one.zip", "two ZIP files one behind the other", "Damaged 1", _two_in_one),
    _wound("record-behind.zip", "a WARC record behind the end", "Damaged 1", lambda: zipped(PAGES) + _RECORDS[1]),
    _wound("crawl-elsewhere.wacz", "none: the WARC file has another name, in another folder", "", _elsewhere),
    _wound(
        "row-behind.jsonl.gz",
        "a row was put on without being compressed",
        "Damaged 1",
        lambda: gzip.compress(b"".join(_lines()[:2]), mtime=0) + _lines()[2],
        2,
    ),
    _wound("head-again.csv", "none: two tables in one, with other heads", "", lambda: _with_head_again(_ROWS)),
    _wound(
        "line-end-lost.jsonl",
        "the line end between two rows is gone",
        "Damaged 1",
        lambda: b"".join(_lines()).replace(b"}\n", b"}", 1),
    ),
    _wound("row-begun-anew.jsonl", "broken off within a row, and begun anew behind it", "Damaged 1", _begun_anew),
    _wound(
        "zeros-before-a-row.jsonl",
        "300 zeros before a row, as a power cut leaves them",
        "Damaged 1",
        lambda: bytes(300).join(_lines()[:2]) + _lines()[2],
    ),
    _wound(
        "marks-of-order-within.jsonl",
        "none: files put together, each with the mark of its byte order",
        "",
        lambda: b"".join(_MARK + line for line in _lines()),
    ),
    _wound(
        "carriage-returns.csv",
        "none: lines end as on old Macs",
        "",
        lambda: table(_ROWS).replace(b"\r\n", b"\r"),
    ),
    _wound(
        "sequence.jsonl",
        "none: a sequence of JSON texts, a mark before each",
        "",
        lambda: b"".join(b"\x1e" + line for line in _lines()),
    ),
    _wound(
        "hint-of-a-spreadsheet.csv",
        "none: sep=; stands before the names of the columns",
        "",
        lambda: _MARK + b"sep=;\r\n" + table(_ROWS, ";"),
    ),
    _wound("mark-of-order.mht", "none: a mark of its byte order before a web archive", "", lambda: _MARK + _archive()),
    _wound("blanks-behind-lines.mht", "blanks behind lines that go on in the next", "", _with_blanks),
)
