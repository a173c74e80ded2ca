"""WARC files of all versions, plain or compressed with gzip or Zstandard, record by record or not.

Sources: ISO 28500:2017 (WARC/1.1), WARC/0.18 of 2008, the WARC format of Zstandard (IIPC).
"""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from govarchive.errors import PageError
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers.beginnings import beginnings, is_dictionary
from govarchive.pages.containers.flow import Flow
from govarchive.pages.containers.records import MOST_HEAD, Dialect, Head
from govarchive.pages.containers.responses import captures_of

# Lines end in CR CR LF where a file was written as text on Windows.
_START = re.compile(rb"WARC/[0-9]{1,2}\.[0-9]{1,3}[ \t]{0,8}\r{0,2}\n(?=[A-Za-z][A-Za-z-]{2,40}:)")
_VERSION = re.compile(rb"WARC/[0-9]{1,2}\.[0-9]{1,3}[ \t]*\r{0,2}\n")
_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:[ \t]*([^\r\n]*)", re.MULTILINE)
_FOLDED = re.compile(rb"[ \t]*\r?\n[ \t]+")
_LENGTH = re.compile(rb"[0-9]{1,18}")
# The second line of a record whose first line is damaged.
_TELLING = re.compile(rb"[^\n]{0,40}\nWARC-(?:Type|Record-ID|Date|Target-URI):", re.IGNORECASE)
# Lines of a record whose beginning is damaged, though not in a page about such records.
_WITHIN = re.compile(
    rb"(?:[^<]|<urn:){0,4096}?\nWARC-[A-Z][A-Za-z-]{2,30}: [^<\n]{1,4096}\nWARC-[A-Z][A-Za-z-]{2,30}: "
)
# A whole head behind what is left of a page; one that a page shows has its brackets as references.
_BEHIND = re.compile(
    rb"\r?\n\r?\nWARC/[0-9]\.[0-9]{1,2}\r?\n(?=(?:[A-Z][^\r\n]{1,2000}\r?\n){0,20}?WARC-Record-ID:[ ]?<urn:)"
    rb"(?:[A-Z][A-Za-z-]{2,40}:[^\r\n]{0,2000}\r?\n){3,40}\r?\n"
)
_FIELDS = b"\nWARC-"
_END = re.compile(rb"\n\r{0,2}\n")
_SIZE = re.compile(rb"\nContent-Length[ \t]*:", re.IGNORECASE)
# What an empty line within a head has behind it: an address with a line end in it was written so.
_GOES_ON = re.compile(rb"(?:WARC-[A-Za-z-]{2,40}|Content-Length)[ \t]*:[ \t]", re.IGNORECASE)
_CONTROLS = bytes(it for it in range(32) if it not in b"\t\r\n")


class _Warc:
    """How the records of WARC files are written."""

    LONGEST = 64
    CLOSES: tuple[bytes, ...] = (b"\r\n\r\n", b"\n\n")

    def find(self, data: bytes, start: int) -> int:
        """The first line, with a field behind it."""
        found = _START.search(data, start)
        return found.start() if found else -1

    def head(self, flow: Flow) -> Head | None:
        """The lines up to the first empty one, or to the next where more of the head stands behind that."""
        size = _size_of_head(flow, 0)
        if size < 0:
            return None
        lines = flow.data[flow.at : flow.at + size]
        version = _VERSION.match(lines)
        if version is None and not _TELLING.match(lines):
            return None
        fields: Mapping[bytes, bytes] = {name.lower(): value.rstrip() for name, value in _FIELD.findall(lines)}
        flaw = "" if version else "the first line of a record is damaged"
        if len(fields) != lines.count(b"\n") - 2 or len(lines.translate(None, _CONTROLS)) < len(lines):
            if _START.search(lines, 1):  # the end of the head is lost, and this is the next record's
                return None
            lines = lines[: lines.find(b"\nHTTP/") + 1 or None]
            fields, flaw = _with_care(lines)
        elif not _SIZE.search(lines) and _GOES_ON.match(flow.data, flow.at + size):
            lines = flow.data[flow.at : flow.at + max(_size_of_head(flow, size), size)]
            fields, flaw = _with_care(lines)
        kind, length = fields.get(b"warc-type", b"").lower(), _LENGTH.fullmatch(fields.get(b"content-length", b""))
        if not length:
            flaw = flaw or "the length of a record is damaged"
        return Head(kind, fields, int(length[0]) if length else None, len(lines), flaw)


def _size_of_head(flow: Flow, start: int) -> int:
    """How many bytes ahead the empty line of a head ends that has `start` bytes at least; -1 where there is none."""
    while True:
        found = _END.search(flow.data, flow.at + start, flow.at + MOST_HEAD)
        if found:
            return found.end() - flow.at
        if len(flow.data) - flow.at >= MOST_HEAD or not flow.more():
            return -1


def _with_care(lines: bytes) -> tuple[Mapping[bytes, bytes], str]:
    """The fields of a head whose lines are not all one field each: folded, repeated or damaged."""
    fields: dict[bytes, bytes] = {}
    flaw = "" if lines.endswith((b"\n\n", b"\n\r\n")) else "no empty line behind the head of a record"
    first, *others = _FOLDED.sub(b" ", lines.rstrip(b"\r\n")).split(b"\n")
    if not _VERSION.match(first + b"\n"):
        flaw = "the first line of a record is damaged"
    for line in others:
        found = _FIELD.match(line)
        if found is None or line.translate(None, _CONTROLS) != line:
            flaw = "a line in the head of a record is damaged"
        if found:
            fields.setdefault(found[1].lower(), found[2].rstrip())
    return fields, flaw


DIALECT: Dialect = _Warc()


def sees(head: bytes) -> bool:
    """Whether a file that begins so holds WARC records; the very first may be damaged."""
    return is_dictionary(head) or any(
        _VERSION.match(it.lstrip(b"\r\n"))
        or _TELLING.match(it)
        or (_FIELDS in it and _WITHIN.match(it))
        or behind(it) >= 0
        for it in beginnings(head)
    )


def behind(raw: bytes) -> int:
    """Where a record stands behind what is left of a page, with which the file begins; -1 where none does."""
    found = _BEHIND.search(raw) if _FIELDS in raw else None
    return found.start() if found else -1


def read(file: BinaryIO, source: str, given: Given, depth: int) -> Iterator[Capture | PageError]:
    """The captures of a WARC file."""
    return captures_of(file, DIALECT, source, given, depth)
