"""Wounds of plain WARC files, and peculiarities of them that are none."""

from collections.abc import Callable

from warcs import healthy, http, named, page, record, response, sha1
from wounds import Wound, changed, flipped, instead, replaced

GROUP = "WARC files"
WOUNDED = 3
"""The record that is wounded, the second page of three."""


def _second(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """A file whose second page has a changed record."""
    return lambda: changed(RECORDS, WOUNDED, change)


def _wound(name: str, what: str, reported: str, make: Callable[[], bytes], read: int = 3) -> Wound:
    return Wound(GROUP, f"{name}.warc", what, 3, read, reported, make)


def _with(length: str) -> Callable[[bytes], bytes]:
    """A record whose length is said to be another."""

    def change(raw: bytes) -> bytes:
        said = next(it for it in raw.split(b"\r\n") if it.startswith(b"Content-Length: "))
        return replaced(raw, said, length.encode())

    return change


def _length(more: int) -> Callable[[bytes], bytes]:
    def change(raw: bytes) -> bytes:
        block = raw.split(b"\r\n\r\n", 1)[1]
        return _with(f"Content-Length: {len(block) - 4 + more}")(raw)

    return change


def _cut_by_the_crawler() -> bytes:
    block = http(page(2, 3).encode())[:-100]
    block = replaced(block, b"Content-Length: ", b"X-Length: ")
    return record(block, [*named(2, digest=block), ("WARC-Truncated", "length")])


def _in_parts() -> list[bytes]:
    block = http(page(2, 3).encode())
    first = [*named(2), ("WARC-Segment-Number", "1")]
    more = [*named(2, "continuation"), ("WARC-Segment-Number", "2")]
    return [record(replaced(block[:-100], b"Content-Length", b"X-Length"), first), record(block[-100:], more)]


def _about_records() -> bytes:
    shown = b"<!doctype html><pre>\r\n\r\n" + response(9, 1) + b"</pre>"
    block = http(shown)
    return record(block, named(2, digest=block))


def _of_status(status: str, number: int) -> bytes:
    block = http(b"<p>...", status=status)
    return record(block, named(number, digest=block))


def _of_kind(kind: str, number: int) -> bytes:
    block = http(b"\x89PNG" if kind == "image/png" else b"p { margin: 0 }", kind=kind)
    return record(block, named(number, digest=block))


def _revisit(profile: str, status: str) -> bytes:
    block = http(b"", status=status)
    original = page(1, 3).encode()
    fields = [
        ("WARC-Profile", f"http://netpreserve.org/warc/1.1/revisit/{profile}"),
        ("WARC-Payload-Digest", sha1(original)),
        ("WARC-Refers-To-Target-URI", "http://gorno-selo.example/1"),
        ("WARC-Refers-To-Date", "2015-05-14T14:11:00Z"),
    ]
    return record(block, [*named(7, "revisit"), *fields])


RECORDS = healthy(3, 3)
_ALL = b"".join(RECORDS)
_BEFORE = sum(map(len, RECORDS[:WOUNDED]))
_SECOND = RECORDS[WOUNDED]
_HEAD = _SECOND.index(b"\r\n\r\n")

WOUNDS = (
    _wound("healthy", "none", "", lambda: _ALL),
    _wound("cut-in-a-block", "the file ends within a page", "Damaged 1", lambda: _ALL[: _BEFORE + _HEAD + 200], 2),
    _wound("cut-in-a-head", "the file ends within the head of a record", "Damaged 1", lambda: _ALL[: _BEFORE + 90], 1),
    _wound("cut-in-the-end", "the file ends one byte early", "Damaged 1", lambda: _ALL[:-1]),
    _wound("beginning-lost", "the first 300 bytes are gone", "Damaged 1", lambda: _ALL[300:]),
    _wound(
        "beginning-lost-in-a-page",
        "the file begins within a page",
        "Damaged 1",
        lambda: _ALL[_ALL.index(b"<html", _BEFORE) :],
        1,
    ),
    _wound("length-too-small", "a length 60 bytes too small", "Damaged 1", _second(_length(-60))),
    _wound("length-too-large", "a length 60 bytes too large", "Damaged 1", _second(_length(60))),
    _wound("length-zero", "a length of nothing", "Damaged 1", _second(_with("Content-Length: 0"))),
    _wound(
        "length-of-gigabytes", "a length far behind the end", "Damaged 1", _second(_with("Content-Length: 99999999999"))
    ),
    _wound("length-no-number", "a length with a letter in it", "Damaged 1", _second(_with("Content-Length: 5o7"))),
    _wound("length-missing", "no length", "Damaged 1", _second(lambda raw: _with("X-Length: 5")(raw))),
    _wound("first-line-damaged", "VARC/1.0", "Damaged 1", _second(lambda raw: b"V" + raw[1:])),
    _wound("kind-missing", "no WARC-Type", "Damaged 1", _second(lambda raw: replaced(raw, b"WARC-Type", b"WARC-Tipe"))),
    _wound(
        "kind-damaged", "a page of kind rdsponse", "Damaged 1", _second(lambda raw: replaced(raw, b": resp", b": rdsp"))
    ),
    _wound(
        "kind-unknown",
        "a record of a kind not in the standard",
        "SkippedPage 1",
        lambda: _ALL + record(b"...", named(9, "screenshot")),
    ),
    _wound(
        "colon-lost",
        "a line of the head without its colon",
        "Damaged 1",
        _second(lambda raw: replaced(raw, b"WARC-Date:", b"WARC-Date")),
    ),
    _wound(
        "head-without-end",
        "no empty line behind the head",
        "Damaged 1",
        _second(lambda raw: replaced(raw, b"\r\n\r\n", b"\r\n")),
    ),
    _wound(
        "head-of-another",
        "the head of a request stands before the block of a page",
        "Damaged 1",
        _second(lambda raw: RECORDS[2][: RECORDS[2].index(b"\r\n\r\n")] + raw[_HEAD:]),
    ),
    _wound("closing-lines-lost", "no empty lines behind a record", "Damaged 1", _second(lambda raw: raw[:-4])),
    _wound(
        "junk-between",
        "700 bytes of something else between records",
        "Damaged 1",
        lambda: b"".join([*RECORDS[:WOUNDED], bytes(range(35, 105)) * 10, *RECORDS[WOUNDED:]]),
    ),
    _wound(
        "zeros-over-a-record", "a record overwritten with zeros", "Damaged 1", _second(lambda raw: bytes(len(raw))), 2
    ),
    _wound("zeros-at-the-end", "a file filled up with zeros", "Damaged 1", lambda: _ALL + bytes(512)),
    _wound(
        "bytes-missing",
        "40 bytes of a page are gone",
        "Damaged 1",
        _second(lambda raw: raw[: _HEAD + 200] + raw[_HEAD + 240 :]),
    ),
    _wound(
        "bytes-added",
        "40 bytes too many in a page",
        "Damaged 1",
        _second(lambda raw: raw[: _HEAD + 200] + b"+" * 40 + raw[_HEAD + 200 :]),
    ),
    _wound(
        "bit-flipped",
        "one bit of a page is turned over",
        "Damaged 1",
        _second(lambda raw: flipped(raw, _HEAD + 200, 0)),
    ),
    _wound(
        "digest-of-another",
        "the checksum of another page",
        "Damaged 1",
        _second(lambda raw: replaced(raw, sha1(raw[_HEAD + 4 : -4]).encode(), sha1(b"...").encode())),
    ),
    _wound(
        "date-impossible",
        "captured in the month 13",
        "Damaged 1",
        _second(lambda raw: replaced(raw, b"2015-05", b"2015-13")),
    ),
    _wound(
        "address-missing",
        "no address",
        "Damaged 1",
        _second(lambda raw: replaced(raw, b"WARC-Target-URI", b"WARC-Tarket-URI")),
    ),
    _wound(
        "cut-by-the-crawler",
        "the crawler kept no more of a page",
        "Damaged 1",
        lambda: b"".join(instead(RECORDS, WOUNDED, _cut_by_the_crawler())),
    ),
    _wound(
        "in-parts",
        "a page in two records",
        "Damaged 1, SkippedPage 1",
        lambda: b"".join(instead(RECORDS, WOUNDED, *_in_parts())),
    ),
    _wound(
        "about-records",
        "none: a page that shows a record",
        "",
        lambda: b"".join(instead(RECORDS, WOUNDED, _about_records())),
    ),
    _wound(
        "line-feeds",
        "none: lines end with a line feed alone",
        "",
        lambda: b"".join(record(it.encode(), named(at), end="\n") for at, it in enumerate(map(page, range(3)))),
    ),
    _wound(
        "line-ends-converted",
        "each line end has become a line feed alone, so that all lengths are wrong",
        "Damaged 7",
        lambda: _ALL.replace(b"\r\n", b"\n"),
    ),
    _wound(
        "log-of-the-crawler",
        "none: the log of a crawler in a record of its own",
        "SkippedPage 1",
        lambda: _ALL + record(b"...", [("WARC-Type", "resource"), ("WARC-Target-URI", "metadata://example/log")]),
    ),
    _wound(
        "old-versions",
        "none: versions 0.17, 0.18 and 1.1",
        "",
        lambda: b"".join(response(at, 3, version) for at, version in enumerate(("0.17", "0.18", "1.1"))),
    ),
    _wound(
        "address-in-brackets",
        "none: the address in angle brackets, as it was once written",
        "",
        _second(lambda raw: replaced(raw, b"http://gorno-selo.example/2", b"<http://gorno-selo.example/2>")),
    ),
    _wound(
        "lines-folded",
        "none: a field over two lines",
        "",
        _second(lambda raw: replaced(raw, b"WARC-Date: ", b"WARC-Date:\r\n  ")),
    ),
    _wound(
        "errors-and-redirects",
        "pages that were not there",
        "SkippedPage 3",
        lambda: _ALL + _of_status("404 Not Found", 7) + _of_status("301 Moved", 8) + _of_status("503 Busy", 9),
    ),
    _wound(
        "pictures-and-styles",
        "files that are no pages",
        "SkippedPage 2",
        lambda: _ALL + _of_kind("image/png", 8) + _of_kind("text/css", 9),
    ),
    Wound(
        GROUP,
        "revisits.warc",
        "pages that were as before",
        5,
        5,
        "",
        lambda: (
            _ALL + _revisit("identical-payload-digest", "200 OK") + _revisit("server-not-modified", "304 Not Modified")
        ),
    ),
)
