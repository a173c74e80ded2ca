"""Records of crawlers -> captures: what is a page, what is none and is said to be passed over, what is damaged."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from govarchive.errors import Damaged, PageError, SkippedPage, TooMuch
from govarchive.pages import containers
from govarchive.pages.capture import Capture, Given, Original
from govarchive.pages.containers import http
from govarchive.pages.containers.codings import decoded
from govarchive.pages.containers.decompressors import GZIP_MARK
from govarchive.pages.containers.digests import agrees
from govarchive.pages.containers.flow import Flow
from govarchive.pages.containers.records import MOST_HEAD, Dialect, Flaw, Record, Walk
from govarchive.pages.containers.tape import Tape
from govarchive.pages.pdf import is_pdf
from govarchive.pages.sniff import kind_of
from govarchive.text.terminal import on_one_line

_PEEKED = 8 << 10
_QUIET = frozenset({b"request", b"metadata", b"warcinfo"})
# With which none of these begins: there, the head of one stands before the block of another.
_ANSWER = re.compile(rb"HTTP/1\. | <(?:!doctype\s+|!DOCTYPE\s+)?(?:html|HTML)", re.VERBOSE)
_WORD = 20
# Of these no page is made, whatever they hold, unless it is a page by its very first words.
_NO_PAGE = re.compile(
    r"""image/ | audio/ | video/ | font/
    | text/(?:css|javascript|ecmascript|x-javascript|dns)
    | application/(?:x-)?(?:javascript|ecmascript|json|font|shockwave-flash|wasm)
    | application/(?:vnd\.ms-fontobject|x-font|font-|x-protobuf|manifest\+json|ld\+json|wasm)""",
    re.VERBOSE,
)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,512}<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_HTTP = re.compile(rb"application/http\b", re.IGNORECASE)
_PARTIAL = 206
_LENGTH = re.compile(rb"[0-9]{1,18}")
_PAGES = frozenset({b"response", b"resource", b"conversion", b"revisit"})
_NEEDED = (b"warc-target-uri", b"warc-date")
_OF_THE_CRAWLER = b"metadata:"
"""Addresses that Wget gives to its log and its arguments."""
_BINARY = "a binary file"
_NOTHING_TO_DO = "nothing to do"
_DIGITS = re.compile(rb"[0-9]{8} (?: [0-9]{4} (?: [0-9]{2} )? )?", re.VERBOSE)
_DATE = re.compile(
    rb"""([0-9]{4}) (?: -(0[1-9]|1[0-2]) (?: -(0[1-9]|[12][0-9]|3[01])
    (?: T([01][0-9]|2[0-3]):[0-5][0-9](?: :[0-6][0-9] (?:\.[0-9]{1,9})? )? (?:Z|[+-][0-9]{2}:?[0-9]{2})? )? )? )?""",
    re.VERBOSE,
)


def captures_of(
    file: BinaryIO, dialect: Dialect, source: str, given: Given, depth: int
) -> Iterator[Capture | PageError]:
    """The captures of a file of records, and what is wrong with it, in the order of the file."""
    for found in Walk(Flow(Tape(file)), dialect):
        if isinstance(found, Flaw):
            said = f"{found.why} (bytes {found.start} to {found.stop} of the file)"
            yield Damaged(
                said, source=f"{source}#{found.place}", remedy="fetch the file again if there is another copy"
            )
        elif found.head.kind not in _QUIET or _ANSWER.match(found.peek(_WORD)):
            yield from _of_record(found, f"{source}#{found.place}", given, depth)


def _of_record(record: Record, source: str, given: Given, depth: int) -> Iterator[Capture | PageError]:
    """What a record gives: captures (of a container in it, many), or what stands for them."""
    said = _message(record)
    passed = _passed_over(record, said)
    if passed:
        yield SkippedPage(passed, source=source, remedy=_NOTHING_TO_DO)
        return
    if record.head.kind == b"revisit" and not _is_repeated(record, said):
        yield _revisit(record, said, source, _given_with(record, given))
        return
    try:
        raw = _payload(record, said)
    except TooMuch as problem:
        yield TooMuch(problem.message, source=source, remedy=problem.remedy)
        return
    given = _given_with(record, given)  # behind the checksums, which are not asked of a record with flaws
    what = kind_of(raw)
    if what is None or is_pdf(raw) or (what == _BINARY and _is_text(said)):  # the last has damage in it, which is told
        yield _capture(record, said, raw, source, given)
    elif _is_container(raw):
        yield from containers.captures_in(BytesIO(raw), source, given, depth)
    else:
        yield SkippedPage(f"this is {what}", source=source, remedy=_NOTHING_TO_DO)


def _is_repeated(record: Record, said: http.Message) -> bool:
    """Whether a revisit holds the page after all, and not nothing or a part of it."""
    stated = _LENGTH.fullmatch(said.fields.get(b"content-length", b"").strip())
    size = (record.head.length or 0) - said.start
    return stated is not None and 0 < int(stated[0]) <= size and b"warc-truncated" not in record.head.fields


def _message(record: Record) -> http.Message:
    """The head of the HTTP message in a record; one without has the media type of the record."""
    own = record.head.fields.get(b"content-type", b"")
    declared = _HTTP.match(own) is not None
    start = record.peek(_PEEKED)
    said = http.message(start, declared)
    if said.start == len(start):
        said = http.message(record.peek(_PEEKED + MOST_HEAD), declared)
    if said.status is None and said.start:
        record.flaws.append("the first line of a response is damaged")
    elif said.status is None and not declared:
        return http.Message(None, {b"content-type": own}, 0)
    return said


def _passed_over(record: Record, said: http.Message) -> str:
    """Why no page is made of a record, as far as its beginning tells; nothing if one is."""
    kind, fields = record.head.kind, record.head.fields
    if kind not in _PAGES:
        if said.status is None:
            number = _printable(fields.get(b"warc-segment-number", b""))
            return f"a record of kind {_printable(kind) or 'unknown'} {number}".rstrip()
        record.flaws.append("the kind of a record is damaged")
    if fields.get(b"warc-target-uri", b"").lstrip(b"<").startswith(_OF_THE_CRAWLER):
        return "what the crawler says of itself"
    if said.status is not None and not 200 <= said.status < 300 and not (kind == b"revisit" and said.status == 304):
        return f"HTTP status {said.status}"
    coded = b"content-encoding" in said.fields or b"transfer-encoding" in said.fields
    body = b"" if coded else record.peek(said.start + _PEEKED)[said.start :]
    media_type = http.media_type(said.fields.get(b"content-type", b""))
    if media_type and _NO_PAGE.match(media_type) and not _PAGE.match(body):
        return f"of media type {media_type}"
    what = kind_of(body)
    if (
        what is None
        or is_pdf(body)
        or _is_container(body)
        or (_is_text(said) and (what == _BINARY or body.startswith(GZIP_MARK)))
    ):
        return ""
    return f"this is {what}"


def _is_text(said: http.Message) -> bool:
    """Whether a body is said to be a page, and if it is compressed, is meant to be unpacked."""
    media_type = http.media_type(said.fields.get(b"content-type", b""))
    return media_type is None or media_type.startswith("text/") or "xml" in media_type


def _is_container(raw: bytes) -> bool:
    head = raw[: containers.HEAD]
    return any(it.sees(head) for it in containers.READERS)


def _payload(record: Record, said: http.Message) -> bytes:
    """The body of what was fetched, free of codings; what is wrong with it goes to the flaws of the record.

    Raises TooMuch.
    """
    block = record.read()
    if block is None:
        raise TooMuch(f"more than {containers.MOST_BYTES >> 20} MB in a record", remedy=_NOTHING_TO_DO)
    if not record.flaws:
        _check(record, block, said)
    if not said.ended:
        record.flaws.append("no empty line closes the head of a response")
    fields = said.fields
    if said.status == _PARTIAL and (sent := http.part(fields.get(b"content-range", b""))):
        record.flaws.append(sent)
    body = block[said.start :]
    transfer, content = fields.get(b"transfer-encoding", b""), fields.get(b"content-encoding", b"")
    length = _LENGTH.fullmatch(fields.get(b"content-length", b"").strip())
    if length and not transfer and len(body) < int(length[0]) and not record.flaws:
        record.flaws.append(f"the server said {int(length[0])} bytes and {len(body)} were kept")
    if not (transfer or content or (body.startswith(GZIP_MARK) and _is_text(said))):
        return body
    found = decoded(body, transfer, content, _is_text(said))
    if found.flaw:
        record.flaws.append(found.flaw)
    return found.raw


def _check(record: Record, block: bytes, said: http.Message) -> None:
    """Compares a block with the checksums that the record has of it, and tells what is cut on purpose."""
    fields = record.head.fields
    if b"warc-truncated" in fields:
        why = _printable(fields[b"warc-truncated"])
        record.flaws.append(f"the crawler cut the record off ({why or 'unspecified'})")
    elif fields.get(b"warc-segment-number"):
        record.flaws.append("the first part of a record in several parts")
    stated = fields.get(b"warc-block-digest")
    if stated:
        if agrees(stated, block) is False:
            record.flaws.append("the checksum of a record does not agree with it")
        return
    stated = fields.get(b"warc-payload-digest")
    if stated and not record.flaws and agrees(stated, memoryview(block)[said.start :]) is False:
        # Of a chunked body, some crawlers take the checksum as the standard says: without the chunks.
        body, transfer = block[said.start :], said.fields.get(b"transfer-encoding", b"")
        content = said.fields.get(b"content-encoding", b"")
        if not any(agrees(stated, decoded(body, transfer, it).raw) for it in {b"", content}):
            record.flaws.append("the checksum of the payload of a record does not agree with it")


def _given_with(record: Record, given: Given) -> Given:
    """What is given, with what the record says of its page."""
    fields = record.head.fields
    url = fields.get(b"warc-target-uri", b"").strip(b"<> \t")
    record.flaws.extend(f"a record without {it.decode('ascii')}" for it in _NEEDED if it not in fields)
    stated = fields.get(b"warc-date", b"")
    date = moment(stated)
    if stated and date is None:
        record.flaws.append(f"the date of a record is damaged: {_printable(stated[:40])}")
    return Given(_printable(url) or given.url, date or given.captured_at, given.encoding, given.fields, of_record=True)


def _printable(field: bytes) -> str:
    return on_one_line(field.decode("utf-8", "backslashreplace"))


def moment(stated: bytes) -> str | None:
    """The date of a record in ISO 8601, from that or from the 14 digits of ARC files.

    >>> moment(b"20150514141100"), moment(b"2016-03-09T10:00:00.123Z"), moment(b"2016-13-09")
    ('2015-05-14T14:11:00Z', '2016-03-09T10:00:00.123Z', None)
    """
    if _DIGITS.fullmatch(stated):
        day = b"-".join((stated[:4], stated[4:6], stated[6:8]))
        time = b":".join(stated[at : at + 2] for at in range(8, len(stated), 2))
        stated = b"%bT%bZ" % (day, time) if time else day
    return stated.decode("ascii") if _DATE.fullmatch(stated) else None


def _revisit(record: Record, said: http.Message, source: str, given: Given) -> Capture:
    fields = record.head.fields
    digest = _printable(fields.get(b"warc-payload-digest", b"")) or None
    url = _printable(fields.get(b"warc-refers-to-target-uri", b"").strip(b"<> \t")) or None
    original = Original(digest, url, moment(fields.get(b"warc-refers-to-date", b"")))
    return _capture(record, said, b"", source, given)._replace(original=original)


def _capture(record: Record, said: http.Message, raw: bytes, source: str, given: Given) -> Capture:
    kind = said.fields.get(b"content-type", b"")
    digest = _printable(record.head.fields.get(b"warc-payload-digest", b"")) or None
    return Capture(raw, source, given.url, given.captured_at, http.media_type(kind), http.charset(kind), digest)
