"""Wounds of files of files and of tables of pages."""

import bz2
import csv
import gzip
import hashlib
import io
import json
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType

from warcs import page, response
from wounds import Wound, flipped, replaced

GROUP = "Files of files, tables of pages"
PAGES = {f"www.gorno-selo.example/{number}.html": page(number).encode() for number in (1, 2, 3)}
SECOND = list(PAGES)[1]
_DATE = (2015, 5, 14, 14, 11, 0)


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED, *, streamed: bool = False) -> bytes:
    """A ZIP file; `streamed` with the sizes behind the members."""
    out = _Pipe() if streamed else io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, raw in members.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), raw, method)
    return out.getvalue()


class _Pipe(io.BytesIO):
    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("a pipe")


def tarred(members: Mapping[str, bytes], form: int = tarfile.GNU_FORMAT) -> bytes:
    """A TAR file."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, raw in members.items():
            header = tarfile.TarInfo(name)
            header.size = len(raw)
            archive.addfile(header, io.BytesIO(raw))
    return out.getvalue()


def wacz(**changed: bytes | None) -> bytes:
    """A WACZ file of one page; `changed` after its digests were made, None for what is gone."""
    members = {
        "archive/data.warc.gz": gzip.compress(response(1), mtime=0),
        "pages/pages.jsonl": b'{"format": "json-pages-1.0", "id": "pages"}\n',
    }
    digests = [{"path": name, "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}"} for name, raw in members.items()]
    members["datapackage.json"] = json.dumps({"wacz_version": "1.1.1", "resources": digests}).encode()
    every = members | changed
    return zipped({name: raw for name, raw in every.items() if raw is not None}, 0)


def _in_second(raw: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A file whose second page, which is not packed, is changed."""
    return replaced(raw, PAGES[SECOND], change(PAGES[SECOND]))


_PPMD = struct.pack("<H", 98)


def _locked(raw: bytes) -> bytes:
    place = _headers(raw, b"PK\x03\x04")[1] + 6
    return _entry(raw[:place] + b"\x01" + raw[place + 1 :], 1, 8, b"\x01")


def _method(raw: bytes) -> bytes:
    place = _headers(raw, b"PK\x03\x04")[1] + 8
    return raw[:place] + _PPMD + raw[place + 2 :]


def _flipped_middle(packer: ModuleType) -> bytes:
    raw: bytes = packer.compress(_TAR)
    return flipped(raw, len(raw) // 2)


def _damaged_stream() -> bytes:
    first, second, third = _GZIPPED
    return first + flipped(second, len(second) // 2) + third


def _rows_cut(lines: list[bytes]) -> bytes:
    return lines[0] + lines[1][:-40] + b"\n" + lines[2]


def _array() -> bytes:
    return json.dumps(_rows(), ensure_ascii=False, indent=1).encode()


def _tar(number: int) -> int:
    """Where a member of the TAR file begins."""
    return _headers(_TAR, b"ustar")[number] - 257


def _headers(raw: bytes, mark: bytes) -> list[int]:
    return [at for at in range(len(raw)) if raw.startswith(mark, at)]


def _entry(raw: bytes, number: int, at: int, new: bytes) -> bytes:
    """A ZIP file with bytes of one entry of the directory replaced."""
    place = _headers(raw, b"PK\x01\x02")[number] + at
    return raw[:place] + new + raw[place + len(new) :]


def _without(raw: bytes, start: int, number: int) -> bytes:
    return raw[:start] + raw[start + number :]


def _rows() -> list[dict[str, str]]:
    return [{"url": f"http://gorno-selo.example/{number}", "html": page(number)} for number in (1, 2, 3)]


def _lines() -> list[bytes]:
    return [json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in _rows()]


def table(rows: Sequence[Mapping[str, str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A CSV file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, ["url", "html"], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def mhtml(parts: Sequence[bytes], head: str = "From: <Saved by Blink>") -> bytes:
    """A web archive of these pages."""
    top = f'{head}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=b"\r\n'.encode()
    kind = b"--=b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: http://gorno-selo.example/%d\r\n\r\n%b\r\n"
    return top + b"\r\n" + b"".join(kind % (number, part) for number, part in enumerate(parts, 1)) + b"--=b--\r\n"


def _wound(name: str, what: str, reported: str, make: Callable[[], bytes], read: int = 3, pages: int = 3) -> Wound:
    return Wound(GROUP, name, what, pages, read, reported, make)


def _longer(raw: bytes) -> bytes:
    return raw[:200] + b"+" * 40 + raw[200:]


def _over(row: bytes, at: int) -> bytes:
    """The lines with zeros over a part of one."""
    return b"".join(_lines()).replace(row, row[:at] + bytes(300) + row[at + 300 :])


def _ended_twice() -> bytes:
    first, rest = mhtml(_PARTS).split(b"</html>\r\n", 1)
    return first + b"</html>\r\n--=b--\r\n" + rest


def _before(raw: bytes, mark: bytes) -> bytes:
    return raw[: raw.index(mark)]


_JUNK = bytes(range(1, 71)) * 10
_ZIP, _STORED, _TAR = zipped(PAGES), zipped(PAGES, 0), tarred(PAGES)
_GZIPPED = [gzip.compress(line, mtime=0) for line in _lines()]
_PARTS = list(PAGES.values())

WOUNDS = (
    _wound("healthy.zip", "none", "", lambda: _ZIP),
    _wound("sizes-behind.zip", "none: the sizes stand behind the members", "", lambda: zipped(PAGES, 0, streamed=True)),
    _wound("directory-lost.zip", "the directory is gone", "Damaged 1", lambda: _before(_ZIP, b"PK\x01\x02")),
    _wound(
        "directory-lost-sizes-behind.zip",
        "the directory is gone, the sizes stand behind the members",
        "Damaged 1",
        lambda: _before(zipped(PAGES, streamed=True), b"PK\x01\x02"),
    ),
    _wound(
        "directory-damaged.zip",
        "a bit of the directory is turned over",
        "Damaged 1",
        lambda: flipped(_ZIP, _headers(_ZIP, b"PK\x01\x02")[1] + 2),
    ),
    _wound("cut-in-a-member.zip", "the file ends within the last page", "Damaged 2", lambda: _ZIP[: -len(_ZIP) // 3]),
    _wound(
        "offset-damaged.zip",
        "the directory leads to a wrong place",
        "",
        lambda: _entry(_ZIP, 1, 42, struct.pack("<L", 5)),
    ),
    _wound(
        "header-damaged.zip",
        "the mark of a header is damaged",
        "Damaged 1",
        lambda: flipped(_ZIP, _headers(_ZIP, b"PK\x03\x04")[1]),
        2,
    ),
    _wound(
        "checksum-damaged.zip",
        "a bit of a page is turned over",
        "Damaged 1",
        lambda: _in_second(_STORED, lambda raw: flipped(raw, 200)),
    ),
    _wound(
        "bytes-missing.zip",
        "40 bytes of a page are gone",
        "Damaged 2",
        lambda: _in_second(_STORED, lambda raw: _without(raw, 200, 40)),
    ),
    _wound("junk-before.zip", "700 bytes of something else before it", "Damaged 1", lambda: _JUNK + _ZIP),
    _wound("bytes-added.zip", "40 bytes too many in a page", "Damaged 1", lambda: _in_second(_STORED, _longer)),
    _wound("encrypted.zip", "a page asks for a password", "PageError 1", lambda: _locked(_ZIP), 2),
    _wound(
        "method-unknown.zip",
        "a page is packed with PPMd",
        "PageError 1",
        lambda: _entry(_method(_ZIP), 1, 10, _PPMD),
        2,
    ),
    _wound("healthy.tar", "none", "", lambda: _TAR),
    _wound("cut-in-a-member.tar", "the file ends within the last page", "Damaged 2", lambda: _TAR[: _tar(2) + 800]),
    _wound(
        "header-damaged.tar", "a bit of a header is turned over", "Damaged 1", lambda: flipped(_TAR, _tar(1) + 3), 2
    ),
    _wound("bytes-missing.tar", "40 bytes of a page are gone", "Damaged 1", lambda: _without(_TAR, _tar(1) + 700, 40)),
    _wound("end-lost.tar", "the mark of the end is gone", "Damaged 1", lambda: _TAR[: _tar(2) + 512 + 1024]),
    _wound("beginning-lost.tar", "the first 300 bytes are gone", "Damaged 1", lambda: _TAR[300:], 2),
    _wound(
        "cut.tar.gz", "the stream is cut off in the last page", "Damaged 3", lambda: gzip.compress(_TAR, mtime=0)[:-60]
    ),
    _wound(
        "bit-flipped.tar.bz2", "a bit of the only block is turned over", "Damaged 1", lambda: _flipped_middle(bz2), 0
    ),
    _wound(
        "bit-flipped.tar.xz", "a bit of the only block is turned over", "Damaged 3", lambda: _flipped_middle(lzma), 1
    ),
    _wound(
        "in-each-other.tar.gz", "none: ZIP in TAR in gzip", "", lambda: gzip.compress(tarred({"a.zip": _ZIP}), mtime=0)
    ),
    _wound("one-of-the-streams-damaged.jsonl.gz", "a bit of the second of three", "Damaged 2", _damaged_stream, 2),
    _wound("healthy.wacz", "none", "", wacz, 1, 1),
    _wound("changed.wacz", "another list of pages", "Damaged 1", lambda: wacz(**{"pages/pages.jsonl": b"{}\n"}), 1, 1),
    _wound("package-lost.wacz", "no datapackage.json", "Damaged 1", lambda: wacz(**{"datapackage.json": None}), 1, 1),
    _wound("beginning-lost.jsonl", "the table begins within a row", "Damaged 1", lambda: b"".join(_lines())[200:], 2),
    _wound("zeros-over-a-row.jsonl", "zeros in a row", "Damaged 1", lambda: _over(_lines()[1], 40), 2),
    _wound("row-cut.jsonl", "a line breaks off", "Damaged 1", lambda: _rows_cut(_lines()), 2),
    _wound("cut.json", "an array without end", "Damaged 2", lambda: _array()[:-200], 2),
    _wound("quote-lost.csv", "a quote is gone", "Damaged 1", lambda: table(_rows()).replace(b'2,"', b"2,", 1), 2),
    _wound(
        "windows-1251.csv", "none: in windows-1251, with semicolons", "", lambda: table(_rows(), ";", "windows-1251")
    ),
    _wound("healthy.mht", "none", "", lambda: mhtml(_PARTS)),
    _wound("cut.mht", "the file ends within the last page", "Damaged 1", lambda: mhtml(_PARTS)[:-100]),
    _wound("end-in-the-middle.mht", "the mark of the end stands behind the first page", "Damaged 1", _ended_twice),
    _wound(
        "letter.mht", "somebody sent it", "NotText 1", lambda: mhtml(_PARTS, "To: delovodstvo@gorno-selo.example"), 0
    ),
)
