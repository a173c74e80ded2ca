"""The lines of a file of text in any encoding, to be looked at again where a row breaks off."""

import io
import re
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from govarchive.errors import NotText
from govarchive.pages.charset import decode
from govarchive.pages.containers.streams import CHUNK, head_of, seekable
from govarchive.pages.encodings import reading

LONGEST = 64 << 20
"""Bytes of a line: a page with its mark-up escaped."""

_LOOKED_AT = 5
"""Lines by which the encoding of a damaged table is told."""

_NO_LETTERS = "bytes that are no letters stand in it"
_ONES = 4 * b"\xff"
_LOST = "\ufffd"
# The first line of a table whose rows end as on old Macs; line feeds may stand within its cells.
_OF_MAC = re.compile(rb"[^\r\n]*\r(?!\r?\n)")
_WIDE = ("utf-16", "utf-32")
_UPPER = (b"\x00", b"\x04")
"""Of the first letter of a name, in UTF-16."""


def encoding_of(head: bytes, given: str | None) -> str | None:
    """The encoding that the beginning of a file is in, None for what is no text; `given` by the user overrules.

    Lines that are damaged beyond reading do not count, as long as others can be read.
    """
    if given is not None:
        return given
    whole = head[: head.rfind(b"\n") + 1] or head.rstrip(bytes(range(0x80, 0x100)))
    return _told(whole) or next(filter(None, map(_told, whole.splitlines(keepends=True)[:_LOOKED_AT])), None)


def _told(raw: bytes) -> str | None:
    try:
        return decode(raw).encoding
    except NotText:
        return None


class _OfMac(io.RawIOBase):
    """A file whose lines end with carriage returns, as if they ended with line feeds."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        data = self._file.read(len(buffer)).replace(b"\r", b"\n")
        buffer[: len(data)] = data
        return len(data)


def _skip_line(file: BinaryIO) -> bool:
    """Reads to the end of a line; whether there was more of it."""
    rest = file.readline(CHUNK)
    more = bool(rest)
    while rest and not rest.endswith(b"\n"):
        rest = file.readline(CHUNK)
    return more


class Lines:
    """The lines with their ends; `number` is that of the one handed out last. Raises TooMuch for UTF-16 of 256 MB."""

    def __init__(self, file: BinaryIO, given: str | None, *, joined: bool = False) -> None:
        """`joined`: for who puts the lines together again, so that none is too long."""
        self.number = 0
        self._joined = joined
        self._damaged: dict[int, str] = {}
        self._encoding = encoding_of(head_of(file, CHUNK), given) or "utf-8"
        if self._encoding in _WIDE:
            self._read = self._wide(file)
        else:
            self._read = self._narrow(io.BufferedReader(_OfMac(file)) if _OF_MAC.match(head_of(file, CHUNK)) else file)
        self._kept: deque[str] = deque()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._kept.popleft() if self._kept else next(self._read)
        self.number += 1
        return line

    def give_back(self, lines: list[str]) -> None:
        """Makes the last lines handed out the next ones."""
        self._kept.extendleft(reversed(lines))
        self.number -= len(lines)

    def harm(self) -> str:
        """What was wrong with the lines that were handed out since this was last asked; empty for nothing."""
        harm = next((why for it, why in self._damaged.items() if it <= self.number), "")
        self._damaged = {it: why for it, why in self._damaged.items() if it > self.number}
        return harm

    def _narrow(self, file: BinaryIO) -> Iterator[str]:
        for number, line in enumerate(iter(lambda: file.readline(LONGEST), b""), 1):
            text = self._decoded(line, number)
            if len(line) == LONGEST and not line.endswith(b"\n") and not self._joined and _skip_line(file):
                self._damaged[number] = f"longer than {LONGEST >> 20} MB"
            yield text.removeprefix("\ufeff") if number == 1 else text

    def _decoded(self, line: bytes, number: int) -> str:
        if b"\0" in line or _ONES in line:
            self._damaged[number] = _NO_LETTERS
        if self._encoding != "utf-8":
            return reading(line, self._encoding)
        try:
            return line.decode()
        except UnicodeDecodeError:
            pass
        try:
            text = decode(line).text  # pasted in from elsewhere
        except NotText:
            text = line.decode("utf-8", "replace")
        if _LOST in text:
            self._damaged[number] = _NO_LETTERS
        return text

    def _wide(self, file: BinaryIO) -> Iterator[str]:
        raw = seekable(file).read()
        marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        order = "" if marked else "-le" if raw[1:2] in _UPPER else "-be"
        encoding = self._encoding + order
        text = raw.decode(encoding, "replace").removeprefix("\ufeff")
        if _OF_MAC.match(text[:CHUNK].encode("utf-8", "replace")):
            text = text.replace("\r", "\n")
        for line in text.split("\n"):
            yield line + "\n"
