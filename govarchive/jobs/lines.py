"""The lines of files and of standard input: opened, decoded, and told where they cannot be."""

import codecs
import io
import sys
from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

from govarchive.errors import InputError
from govarchive.pages.encodings import reading

STDIN = "-"
_HEAD = 20
"""Lines at the head of a file of which one must be JSON."""
_PIECE = 1 << 16
"""Bytes read at once where there are as many."""
_BOM = b"\xef\xbb\xbf"
_MARK = "\ufeff"
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""The marks at the head of what Excel calls Unicode text; an ASCII letter is two bytes there."""


class _Awaited(io.RawIOBase):
    """Bytes of which more are read only when what was written so far is on its way.

    Whoever sends a value and waits for its verdict would wait for ever, were that kept until there is enough to send.
    A file is read in large pieces, so that this costs nothing there.
    """

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = cast(io.BufferedReader, raw)

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any, /) -> int:
        sys.stdout.flush()
        read = self._raw.read1(len(room))
        room[: len(read)] = read
        return len(read)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The bytes of a file, or of standard input for `-`. Raises InputError when it cannot be opened.

    Before it waits for more of them it sends what was written to standard output.
    """
    if path == STDIN:
        yield io.BufferedReader(_Awaited(sys.stdin.buffer), _PIECE)
        return
    try:
        raw = Path(path).open("rb")  # noqa: SIM115 (closed below)
    except OSError as problem:
        said = problem.strerror or str(problem)
        raise InputError(f"cannot be read: {said}", source=path, remedy="check the path") from None
    with raw:
        yield io.BufferedReader(_Awaited(raw), _PIECE)


Torn = MutableMapping[int, InputError]
"""Lines by their number, counted from 1, that are not what their file is, and how."""


def decoded(raw: BinaryIO, source: str, encoding: str | None, torn: Torn) -> Iterator[str]:
    """The lines of a file with their ends, in `encoding`, else in UTF-8, or in UTF-16 where a mark at its head says so.

    A line that is no UTF-8 is given with a mark for each byte that is none, and put into `torn` before. Raises
    InputError for what is in no UTF-16 or UTF-32, of which one cannot tell where the next line begins.
    """
    lines = iter(raw)
    first = next(lines, b"")
    encoding = encoding or _WIDE.get(first[:2])
    if encoding and encoding.startswith(("utf-16", "utf-32")):
        return _wide(chain([first], lines), source, encoding)
    whole = chain([first] if first else [], lines)
    if encoding not in (None, "utf-8"):
        return (reading(line, encoding) for line in whole)
    return _narrow(whole, source, torn)


def _narrow(lines: Iterable[bytes], source: str, torn: Torn) -> Iterator[str]:
    """Lines in UTF-8."""
    for number, line in enumerate(lines, 1):
        encoding = "utf-8-sig" if number == 1 else "utf-8"
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError as problem:
            torn[number] = InputError(
                f"not UTF-8 (byte 0x{line[problem.start]:02X} at {problem.start + 1})",
                source=f"{source}:{number}",
                remedy="name its encoding, as with: --encoding windows-1251",
            )
            yield line.decode(encoding, "replace")


def _wide(chunks: Iterable[bytes], source: str, encoding: str) -> Iterator[str]:
    """Lines in an encoding with several bytes a letter; what is cut at a byte of a line end is put together again."""
    decoder, rest, number = codecs.getincrementaldecoder(encoding)(), "", 0
    try:
        for chunk in chunks:
            *whole, rest = (rest + decoder.decode(chunk)).split("\n")
            for line in whole:
                number += 1
                yield f"{line.removeprefix(_MARK) if number == 1 else line}\n"
        rest += decoder.decode(b"", final=True)
    except UnicodeError:  # also for want of a mark
        raise InputError(
            f"not {encoding.upper()}",
            source=f"{source}:{number + 1}",
            remedy="save it as UTF-8, or name utf-16-le or utf-16-be",
        ) from None
    if rest:
        yield rest if number else rest.removeprefix(_MARK)


def json_lines(raw: Iterable[bytes], source: str) -> Iterator[bytes]:
    """The lines of a file of records, without a byte order mark. Raises InputError for a file that is no JSON Lines."""
    lines = iter(raw)
    head = list(islice(lines, _HEAD))
    if head:
        head[0] = head[0].removeprefix(_BOM)
    read = list(map(_read, head))
    if read and isinstance(read[0], list):
        remedy = f"write a record a line, as with: jq -c '.[]' {source}"
        raise InputError("one JSON array, no JSON Lines", source=f"{source}:1", remedy=remedy)
    if len(head) > 1 and all(isinstance(it, Exception) for it in read):
        raise InputError(
            f"no JSON Lines: {read[0]}",
            source=f"{source}:1",
            remedy="records are checked as extract and export write them with --format jsonl",
        )
    return chain(head, lines)


def _read(line: bytes) -> object:
    """What a line of JSON holds, or the error that says why it holds none."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        return problem
