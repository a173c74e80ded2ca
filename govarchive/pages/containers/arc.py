"""ARC files, versions 1 and 2, plain or compressed: what crawlers wrote before WARC, from 1996 to 2009.

Source: Arc File Format, Internet Archive, 1996.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from govarchive.errors import PageError
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers.beginnings import MOST_TRIED, beginnings
from govarchive.pages.containers.flow import Flow
from govarchive.pages.containers.records import Dialect, Head
from govarchive.pages.containers.responses import captures_of

# http://www.gorno-selo.example/ 192.0.2.1 20040514141100 text/html 1234
_LINE = rb"""
    (?P<url> [a-z][a-z0-9+.-]{1,15} : [^\r\n]{1,2100}? )   # spaces occur, though they must not
    \ (?: [0-9a-fA-F.:]{2,45} | - (?=\ (?:19|20)[0-9]{2}[01]) )  # of the server; a hyphen where it was not known
    \ (?P<date> [0-9]{8,14} ) (?P<more> [0-9]{0,8} )       # digits too many are damage
    \ (?P<type> [^\s]{1,200} )
    (?: \ [^\r\n]{1,600}? )?                               # version 2: status, checksum, location, offset, file
    \ (?P<length> -?[0-9A-Za-z]{0,18} )                   # so is what is no number
    [ \t]{0,8} \r?\n"""
_START = re.compile(_LINE, re.VERBOSE)
# What stands in such a line and hardly anywhere else.
_DATED = re.compile(rb"[ ](?:[0-9a-fA-F.:]{2,45}|-)[ ][0-9]{8,22}[ ][^\s]{1,200}[ ]")
_FILE = b"filedesc://"
# What follows the line of a page, but for those that servers of 1991 gave.
_ANSWER = re.compile(rb"\nHTTP/1\.")
_MOST_LINE = 3 << 10


class _Arc:
    """How the records of ARC files are written."""

    LONGEST = _MOST_LINE
    CLOSES: tuple[bytes, ...] = (b"\n", b"\r\n")

    def find(self, data: bytes, start: int) -> int:
        """The line of a record; if what is before it is lost, within a line."""
        for dated in _DATED.finditer(data, start):
            line = data.rfind(b"\n", max(start, dated.start() - _MOST_LINE), dated.start()) + 1 or start
            for at in (line, data.find(b"http", line, dated.start())):
                if at >= 0 and _line(data, at):
                    return at
        return -1

    def head(self, flow: Flow) -> Head | None:
        """One line."""
        while flow.data.find(b"\n", flow.at, flow.at + _MOST_LINE) < 0:
            if len(flow.data) - flow.at >= _MOST_LINE or not flow.more():
                return None
        found = _line(flow.data, flow.at)
        if found is None:
            return None
        fields = {
            b"warc-target-uri": found["url"],
            b"warc-date": found["date"],
            b"content-type": found["type"],
        }
        kind = b"warcinfo" if found["url"].startswith(_FILE) else b"response"
        length = int(found["length"]) if found["length"].isdigit() else None
        flaw = "the line of a record is damaged" if length is None or found["more"] else ""
        return Head(kind, fields, length, found.end() - found.start(), flaw)


def _line(data: bytes, at: int) -> "re.Match[bytes] | None":
    """The line of a record, which may be damaged where it must be one all the same."""
    found = _START.match(data, at)
    return found if found and (found["length"].isdigit() or b"/" in found["type"]) else None


DIALECT: Dialect = _Arc()


def sees(head: bytes) -> bool:
    """Whether a file that begins so holds ARC records; the very first may be damaged."""
    return any(it.startswith(_FILE) or DIALECT.find(it, 0) >= 0 for it in beginnings(head))


def behind(raw: bytes) -> int:
    """Where a record stands behind what is left of a page, with which the file begins; -1 where none does."""
    for found in islice(_ANSWER.finditer(raw), MOST_TRIED):
        line = raw.rfind(b"\n", max(0, found.start() - _MOST_LINE), found.start()) + 1
        if _START.fullmatch(raw, line, found.start() + 1):
            return line
    return -1


def read(file: BinaryIO, source: str, given: Given, depth: int) -> Iterator[Capture | PageError]:
    """The captures of an ARC file."""
    return captures_of(file, DIALECT, source, given, depth)
