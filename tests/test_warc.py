"""WARC files: the pages in them, what is passed over, and how healthy ones are written."""

import hashlib
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable
from io import BytesIO

import broken
import brotli  # type: ignore[import-untyped]
import pytest
import warcs
from wounds_zstd import frame

from govarchive.errors import Damaged, EmptyPage, PageError, SkippedPage, TooMuch
from govarchive.pages import containers, open_pages
from govarchive.pages.capture import NOTHING, Capture, Given, Original
from govarchive.pages.containers import captures_in, records, warc

PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": warcs.member,
    "x-gzip": warcs.member,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": frame,
    "identity": bytes,
    "none": bytes,
}


def read(raw: bytes) -> list[Capture | PageError]:
    return list(captures_in(BytesIO(raw), "файл.warc"))


def captures(raw: bytes) -> list[Capture]:
    """The captures, when there is nothing else."""
    found = read(raw)
    assert [str(it) for it in found if isinstance(it, PageError)] == []
    return [it for it in found if isinstance(it, Capture)]


@pytest.mark.parametrize("written", [b"".join, warcs.packed, lambda it: warcs.member(b"".join(it))])
def test_the_pages_of_a_healthy_file(written: Callable[[Iterable[bytes]], bytes]) -> None:
    found = captures(written(warcs.healthy(5)))
    assert [it.raw.decode() for it in found] == [warcs.page(at) for at in range(1, 6)]
    assert found[2].url == "http://gorno-selo.example/3"
    assert {it.captured_at for it in found} == {"2015-05-14T14:11:00Z"}
    assert {it.media_type for it in found} == {"text/html"}
    assert len({it.source for it in found}) == 5


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("written", [b"".join, warcs.packed, lambda it: warcs.member(b"".join(it))])
def test_the_pages_of_a_healthy_arc_file(written: Callable[[Iterable[bytes]], bytes], version: int) -> None:
    found = captures(written(warcs.arc(5, version=version)))
    assert [it.raw.decode() for it in found] == [warcs.page(at) for at in range(1, 6)]
    assert found[2].url == "http://gorno-selo.example/3"
    assert {it.captured_at for it in found} == {"2004-05-14T14:11:00Z"}


def only(raw: bytes) -> Capture:
    """The one capture of a file with nothing else in it."""
    (found,) = captures(raw)
    return found


def one_page(block: bytes, **fields: str) -> bytes:
    """A file with one record of this block, and fields of the record besides those it needs."""
    more = [(name.replace("_", "-"), value) for name, value in fields.items()]
    return warcs.record(block, [*warcs.named(1), *more])


def test_what_a_record_says_of_its_page() -> None:
    block = warcs.http("Заповед".encode("windows-1251"), kind='Text/HTML; Charset="Windows-1251"')
    found = only(one_page(block, **{"WARC-Payload-Digest": warcs.sha1("Заповед".encode("windows-1251"))}))
    assert found.raw.decode("windows-1251") == "Заповед"
    assert (found.media_type, found.charset) == ("text/html", "windows-1251")
    assert found.digest == warcs.sha1("Заповед".encode("windows-1251"))
    assert found.source == "файл.warc#0"


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ("2016-03-09T10:00:00Z", "2016-03-09T10:00:00Z"),
        ("2016-03-09T10:00:00.123456Z", "2016-03-09T10:00:00.123456Z"),
        ("2016-03", "2016-03"),
        ("20160309100000", "2016-03-09T10:00:00Z"),
    ],
)
def test_the_date_of_a_capture(stated: str, read: str) -> None:
    raw = one_page(warcs.http(b"<p>")).replace(warcs.DATE.encode(), stated.encode())
    assert only(raw).captured_at == read


def test_what_is_given_fills_what_a_record_leaves_open() -> None:
    raw = one_page(warcs.http(b"<p>")).replace(b"WARC-Date", b"X-Date").replace(b"WARC-Target-URI", b"X-URI")
    given = Given(None, "2018-01-02")
    found, *flaws = captures_in(BytesIO(raw), "x", given)
    assert isinstance(found, Capture)
    assert (found.url, found.captured_at) == (given.url, given.captured_at)
    assert [type(it) for it in flaws] == [Damaged]


def test_pages_that_are_no_http_responses() -> None:
    kinds = ("resource", "conversion")
    texts = [[*warcs.named(at, kind)[:-1], ("Content-Type", "text/plain")] for at, kind in enumerate(kinds)]
    found = captures(b"".join(warcs.record("Препис".encode(), fields) for fields in texts))
    assert [(it.raw.decode(), it.media_type) for it in found] == 2 * [("Препис", "text/plain")]


def test_requests_and_metadata_pass_in_silence() -> None:
    metadata = warcs.record(
        b'{"Envelope": {}}', [*warcs.named(1, "metadata")[:-1], ("Content-Type", "application/json")]
    )
    assert read(warcs.warcinfo() + warcs.request(1) + metadata) == []


def test_a_revisit_names_its_original() -> None:
    raw = (broken.FOLDER / "revisits.warc").read_bytes()
    same, unmodified = [it for it in captures(raw) if it.original]
    assert same.original == Original(
        warcs.sha1(warcs.page(1, 3).encode()), "http://gorno-selo.example/1", "2015-05-14T14:11:00Z"
    )
    assert (same.raw, same.url, same.media_type) == (b"", "http://gorno-selo.example/7", "text/html")
    assert unmodified.original == same.original


@pytest.mark.parametrize(
    ("block", "why"),
    [
        (warcs.http(b"<p>", status="404 Not Found"), "HTTP status 404"),
        (warcs.http(b"", status="302 Found"), "HTTP status 302"),
        (warcs.http(b"\x89PNG\r\n\x1a\n", kind="image/png"), "of media type image/png"),
        (warcs.http(b"\x89PNG\r\n\x1a\n"), "this is a PNG image"),
        (warcs.http(b"a { }", kind="text/css; charset=utf-8"), "of media type text/css"),
        (warcs.http(b"1", kind="application/json"), "of media type application/json"),
    ],
)
def test_what_is_no_page_is_said_to_be_passed_over(block: bytes, why: str) -> None:
    (found,) = read(one_page(block))
    assert isinstance(found, SkippedPage)
    assert found.message == why


def test_fields_cannot_turn_the_line_round_that_they_are_shown_in() -> None:
    fields = [(name, value.replace("/1", "/\u202e1")) for name, value in warcs.named(1)]
    assert only(warcs.record(warcs.http(b"<p>"), fields)).url == r"http://gorno-selo.example/\u202e1"


def test_a_page_is_a_page_whatever_the_server_calls_it() -> None:
    for kind in ("application/octet-stream", "image/gif", "text/css", ""):
        assert only(one_page(warcs.http(warcs.page(1).encode(), kind=kind))).raw.decode() == warcs.page(1)


def test_files_that_are_no_pages_are_not_read_whole() -> None:
    picture = warcs.http(b"\x89PNG" + bytes(1 << 20), kind="image/png")
    file = Counting(warcs.warcinfo() + 20 * one_page(picture) + warcs.response(1))
    found = list(captures_in(file, "x"))
    assert [type(it) for it in found] == [*20 * [SkippedPage], Capture]
    assert file.passed < 12 << 20


class Counting(BytesIO):
    """A file that counts the bytes that are read of it."""

    passed = 0

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        self.passed += len(found)
        return found


@pytest.mark.parametrize("name", ["block", "line", "member"])
def test_more_than_a_page_has_is_passed_over(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST_BYTES", 1 << 16)
    big = one_page(warcs.http(b"<p>" + b"a" * (1 << 18)))
    if name == "line":
        big = warcs.record(b"...", [*warcs.named(1), ("X", "a" * (1 << 18))])
    raw = warcs.warcinfo() + big + warcs.response(2)
    found = read(warcs.member(raw) if name == "member" else raw)
    assert [type(it) for it in found] == [Damaged if name == "line" else TooMuch, Capture]


def test_a_container_in_a_record_is_opened() -> None:
    inner = warcs.packed(warcs.healthy(2))
    found = captures(one_page(warcs.http(inner, kind="application/gzip")) + warcs.response(3))
    assert [it.url for it in found] == [f"http://gorno-selo.example/{at}" for at in (1, 2, 3)]


@pytest.mark.parametrize(
    "names", ["gzip", "x-gzip", "deflate", "br", "zstd", "gzip, gzip", "br,gzip", "identity", "none"]
)
def test_codings_are_undone(names: str) -> None:
    body = warcs.page(1).encode()
    for name in names.split(","):
        body = PACKED[name.strip()](body)
    assert only(one_page(warcs.http(body, [("Content-Encoding", names)]))).raw.decode() == warcs.page(1)


@pytest.mark.parametrize("said", ["gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize("real", ["gzip", "deflate", "br", "zstd"])
def test_a_coding_said_to_be_another_is_undone(said: str, real: str) -> None:
    body = PACKED[real](warcs.page(1).encode())
    assert only(one_page(warcs.http(body, [("Content-Encoding", said)]))).raw.decode() == warcs.page(1)


def test_a_field_over_two_lines() -> None:
    page = only(one_page(warcs.http("<p>Видин".encode("koi8-r"), kind="text/html;\r\n charset=koi8-r")))
    assert (page.media_type, page.charset) == ("text/html", "koi8-r")


@pytest.mark.parametrize(
    ("stated", "told"),
    [("bytes 0-2/9", "the server sent bytes 0 to 2 of 9 only"), ("bytes 0-2/3", ""), ("bytes */3", "")],
)
def test_a_page_sent_in_part_is_told(stated: str, told: str) -> None:
    found = read(one_page(warcs.http(b"<p>", [("Content-Range", stated)], "206 Partial Content")))
    assert [it.raw for it in found if isinstance(it, Capture)] == [b"<p>"]
    said = [it.message.partition(" (")[0] for it in found if isinstance(it, PageError)]
    assert said == ([told] if told else [])


@pytest.mark.parametrize("stated", ["md5:{md5}", "sha1:{sha1}", "sha-256:{sha256}", "sha256:{sha256}", "tiger:AAAA"])
@pytest.mark.parametrize("field", ["WARC-Block-Digest", "WARC-Payload-Digest"])
def test_checksums_are_verified(field: str, stated: str) -> None:
    block = warcs.http(b"<p>")
    part = block if "Block" in field else b"<p>"
    right = stated.format(**{it: hashlib.new(it, part).hexdigest() for it in ("md5", "sha1", "sha256")})
    assert only(one_page(block, **{field: right})).raw == b"<p>"
    found = read(one_page(warcs.http(b"<q>"), **{field: right}))
    assert [type(it) for it in found] == ([Capture] if "tiger" in stated else [Capture, Damaged])


def test_the_checksum_of_a_payload_may_leave_out_the_chunks() -> None:
    block = warcs.http(b"3\r\n<p>\r\n0\r\n\r\n", [("Transfer-Encoding", "chunked")])
    for payload in (b"<p>", b"3\r\n<p>\r\n0\r\n\r\n"):
        assert only(one_page(block, **{"WARC-Payload-Digest": warcs.sha1(payload)})).raw == b"<p>"


def test_a_page_about_such_files_is_no_container() -> None:
    for text in ("<pre>\nWARC/1.0\nWARC-Type: response\nWARC-Date: 2015\n</pre>", "За формата WARC/1.0 и други"):
        assert only(text.encode()).source == "файл.warc"


def test_a_file_that_cannot_seek_is_read() -> None:
    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError("a pipe")

    raw = b"".join(warcs.healthy(3))
    assert list(warc.read(Pipe(raw), "x", NOTHING, 1)) == list(warc.read(BytesIO(raw), "x", NOTHING, 1))


@pytest.mark.parametrize("pack", [warcs.member, frame])
def test_records_of_megabytes_in_members(pack: Callable[[bytes], bytes]) -> None:
    body = b"<p>" + b"a b " * (1 << 19) + bytes(range(97, 123)) * (1 << 15)
    packed = pack(one_page(warcs.http(body)))
    twice = one_page(warcs.http(pack(body), [("Content-Encoding", "gzip" if pack is warcs.member else "zstd")]))
    found = captures(packed + pack(warcs.response(2)) + packed + pack(twice) + pack(warcs.response(3)))
    assert [it.raw == body for it in found] == [True, False, True, True, False]


@pytest.mark.parametrize("pack", [bytes, warcs.member, frame])
def test_a_file_of_files_is_no_file_of_records(pack: Callable[[bytes], bytes]) -> None:
    inside = b"".join(warcs.healthy(2))
    tar, packed = BytesIO(), BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as written:
        member = tarfile.TarInfo("a.warc")
        member.size = len(inside)
        written.addfile(member, BytesIO(inside))
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.warc", inside)
    for raw in (tar.getvalue(), packed.getvalue()):
        assert not warc.sees(pack(raw)[: containers.HEAD])
    assert warc.sees(pack(inside)[: containers.HEAD])


def test_a_revisit_on_its_own_is_passed_over() -> None:
    found = list(open_pages([str(broken.FOLDER / "revisits.warc")]))
    skipped = [it for it in found if isinstance(it, SkippedPage)]
    assert skipped
    assert all("refers to a capture of" in it.message and "import" in it.remedy for it in skipped)
    assert not [it for it in found if isinstance(it, EmptyPage)]


def test_the_checksum_of_a_record_without_a_date_is_asked_all_the_same() -> None:
    head = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://primer.example/\r\n"
    digest = b"WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"
    raw = head + digest + b"Content-Length: 11\r\n\r\n<p>text</p>\r\n\r\n"
    page, damage = captures_in(BytesIO(raw), "a.warc")
    assert isinstance(page, Capture)
    assert isinstance(damage, Damaged)
    assert "does not agree" in damage.message
    assert "without warc-date" in damage.message


@pytest.mark.parametrize("line_end", [b"\r\n", b"\n"])
@pytest.mark.parametrize("lost", [300, 30_000])
def test_a_file_that_begins_within_a_long_page(lost: int, line_end: bytes) -> None:
    raw = b"".join(warcs.healthy(3, 2000)).replace(b"\r\n", line_end)
    first = warcs.page(1, 2000).encode()
    damaged, *pages = read(raw[raw.index(first) + lost :])
    assert str(damaged).startswith("файл.warc#0: no record begins here")
    assert [it.raw.decode() for it in pages if isinstance(it, Capture)] == [warcs.page(2, 2000), warcs.page(3, 2000)]
