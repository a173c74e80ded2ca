"""Web archives that are one file of their own: WACZ with its digests, MHTML of browsers."""

import gzip
import hashlib
import json

import pytest
from packing import captures, read, said, zipped

from govarchive.errors import Damaged, PageError
from govarchive.pages.capture import Given

PAGE = "<p>Община Видин</p>".encode()


def wacz(**changed: bytes | None) -> bytes:
    """A WACZ file; `changed` after the digests were made: other bytes, or None for what is gone."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.bg/\r\nWARC-Date: 2014-03-09T12:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:6f1d8c34-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    members = {
        "archive/data.warc.gz": gzip.compress(head.encode() + body + b"\r\n\r\n"),
        "indexes/index.cdx.gz": gzip.compress(b"bg,a)/ 20140309120000"),
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n{"url": "http://a.bg/", "text": "x"}\n',
    }
    digests = [{"path": name, "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}"} for name, raw in members.items()]
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": digests}).encode()
    members["datapackage.json"] = package
    digest = hashlib.sha256(package).hexdigest()
    members["datapackage-digest.json"] = json.dumps({"path": "datapackage.json", "hash": f"sha256:{digest}"}).encode()
    all_members = members | changed
    return zipped({name: raw for name, raw in all_members.items() if raw is not None}, 0)


def test_wacz_hands_out_its_warc_files_only() -> None:
    (capture,) = captures(wacz())
    assert capture.source.startswith("x#archive/data.warc.gz")
    (capture,) = captures(gzip.compress(wacz()))
    assert PAGE in capture.raw


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"pages/pages.jsonl": b"{}"}, "x#pages/pages.jsonl: its sha256 is "),
        ({"datapackage.json": b'{"resources": []}'}, "x#archive/data.warc.gz: not named in datapackage.json"),
        ({"datapackage.json": None}, "x: datapackage.json is missing or damaged"),
        ({"datapackage.json": b'{"resources": "\xff"}'}, "x: datapackage.json is missing or damaged"),
        ({"datapackage.json": b"{"}, "x: datapackage.json is missing or damaged"),
        ({"indexes/index.cdx.gz": None}, "x#indexes/index.cdx.gz: named in datapackage.json, but not there"),
    ],
)
def test_wacz_that_is_not_as_it_was_packed(changed: dict[str, bytes | None], told: str) -> None:
    found, problems = read(wacz(**changed))
    assert len(found) == 1
    assert isinstance(problems[0], Damaged)
    assert str(problems[0]).startswith(told)


BLINK = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.a.bg/b?c=1\r\n"


def mhtml(*parts: str, head: str = BLINK) -> bytes:
    """A page as a browser saves it with all that belongs to it."""
    top = (
        f"{head}Date: Sun, 9 Mar 2014 14:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\tboundary="=b"'
    )
    return "\r\n".join([top, "", *(f"--=b\r\n{it}" for it in parts), "--=b--", ""]).encode()


HTML_PART = (
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<p>=D0=9E=\r\n=D0=B1</p>"
)
FRAME_PART = (
    "Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: base64\r\n"
    "Content-Location: http://www.a.bg/menu\r\n\r\nPHA+wujk6O0="
)
PICTURE_PART = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo="


def test_mhtml() -> None:
    found, (others,) = read(mhtml(HTML_PART, PICTURE_PART, FRAME_PART))
    assert found == {"x": "<p>Об</p>".encode(), "x#http://www.a.bg/menu": "<p>Видин".encode("windows-1251")}
    assert "pictures: 1" in str(others)
    page, frame = captures(mhtml(HTML_PART, FRAME_PART))
    assert (page.url, page.captured_at, page.charset) == ("https://www.a.bg/b?c=1", "2014-03-09T12:00:00Z", "utf-8")
    assert (frame.url, frame.charset) == ("http://www.a.bg/menu", "windows-1251")
    assert captures(mhtml(HTML_PART), Given(url="http://b.bg/"))[0].url == "http://b.bg/"
    assert read(b"\xef\xbb\xbf\r\n" + mhtml(HTML_PART)) == read(mhtml(HTML_PART))


def test_mhtml_cut_off_and_letters() -> None:
    found, problems = read(mhtml(HTML_PART, FRAME_PART)[:-14])
    assert list(found) == ["x", "x#http://www.a.bg/menu"]
    assert str(problems[0]).startswith("x#http://www.a.bg/menu: cut off, or its coding is damaged")
    letter = mhtml(HTML_PART, head="To: a@primer.bg\r\nFrom: b@primer.bg\r\n")
    assert said(letter)[0].startswith("x: this is an e-mail message, not a page")
    assert said(b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx")[0].startswith(
        "x: a web archive without a page"
    )


NEWS_PART = HTML_PART.replace("\r\n\r\n", "\r\nContent-Location: http://www.a.bg/novini\r\n\r\n", 1)


@pytest.mark.parametrize("left", ["", "--=c\r\n", "-=b\r\n", "--\0b\r\n"])
def test_a_mark_between_two_parts_that_is_damaged(left: str) -> None:
    whole = mhtml(HTML_PART, NEWS_PART, FRAME_PART).decode()
    at = whole.index("--=b\r\n" + NEWS_PART)
    found, problems = read((whole[:at] + left + whole[at + len("--=b\r\n") :]).encode())
    assert [it.strip() for it in found.values()] == [it.raw for it in captures(whole.encode())]
    assert list(found) == ["x", "x#http://www.a.bg/novini", "x#http://www.a.bg/menu"]
    assert [str(it).partition(" (")[0] for it in problems] == ["x: the mark between two parts is damaged or missing"]


def test_no_mark_is_the_one_declared() -> None:
    found, problems = read(mhtml(HTML_PART, NEWS_PART).replace(b'"=b"', b'"+X+"'))
    assert list(found) == ["x", "x#http://www.a.bg/novini"]
    assert any("the mark between two parts is damaged" in str(it) for it in problems)


def test_a_page_about_the_heads_of_parts_is_one_page() -> None:
    head = "Content-Type: text/html; charset=utf-8\r\n"
    assert len(captures(mhtml(f"{head}\r\n<pre>Пример:\r\n{head}Content-ID: 7\r\n\r\n</pre>"))) == 1
    assert len(captures(mhtml(f"MIME-Version: 1.0\r\n{head}Content-Location: http://www.a.bg/\r\n\r\n<p>Видин"))) == 1


def test_parts_nested_without_end() -> None:
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3000))
    _, problems = read(b"MIME-Version: 1.0\r\nSubject: x\r\n" + nested)
    assert isinstance(problems[0], PageError)
