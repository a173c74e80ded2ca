"""The marks between the parts of a MHTML file, put back where they are damaged or gone."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_BOUNDARY = re.compile(
    rb"""\bboundary[ \t]*=[ \t]*
    (?: "([^"\r\n]{1,200})"    # quoted, as it is with `=` or a space in it
      | ([^\s;"]{1,200}) )     # or bare""",
    re.VERBOSE | re.IGNORECASE,
)
_HEAD = re.compile(
    rb"""^(?: Content-[A-Za-z-]{2,30}:[^\r\n]{0,2000}   # the fields that a part has, and no others,
        (?:\r?\n[ \t][^\r\n]{1,2000}){0,9}              # some over several lines,
    \r?\n){2,9}                                         # with which its head begins
    (?=\r?\n)""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_TYPE = re.compile(rb"^Content-Type:", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(rb"^Content-Location:", re.IGNORECASE | re.MULTILINE)
_FIELD = re.compile(rb"[!-9;-~]{1,60}:|[ \t]+[^ \t]")
_END_OF_HEAD = re.compile(rb"\r?\n[ \t]*\r?\n")
_LONGEST = 200
_LIKE = 0.5
"""How much of a line is left of the mark that it was."""


class Mended(NamedTuple):
    """A file with all its marks, and the offsets of parts in the file as it was that had none."""

    raw: bytes
    places: list[int]


def mended(raw: bytes) -> Mended:
    """The file with a mark before each part that has none.

    Such a part begins with a head of its own behind a line that is like a mark; or its head tells its address, and
    stands behind no other field: pages show little of that kind. It gets the mark that stands before it in the file,
    else the first that is declared; where that stands nowhere, any line with two hyphens may have been one.
    """
    marks = [b"--" + (quoted or bare) for quoted, bare in _BOUNDARY.findall(raw)]
    if not marks:
        return Mended(raw, [])
    raw, places = _ended_once(raw, marks[0])
    pieces: list[bytes] = []
    mark, done, is_lost = marks[0], 0, not any(b"\n" + it in raw for it in marks)
    for line, start, head in _before_heads(raw):
        if line.rstrip() in marks:
            mark = line.rstrip()
            continue
        is_left = (is_lost and line.startswith(b"--")) or _is_left_of(mark, line)
        if is_left or (_ADDRESS.search(head[0]) and not _FIELD.match(line)):
            pieces += [raw[done : start if is_left else head.start()], mark, b"\r\n"]
            places.append(head.start())
            done = head.start()
    return Mended(b"".join([*pieces, raw[done:]]), places)


def _ended_once(raw: bytes, mark: bytes) -> tuple[bytes, list[int]]:
    """The file with but one mark of its end, the last; and where the others stand."""
    end, last = b"\n" + mark + b"--", raw.rfind(b"\n" + mark)
    at, places = raw.find(end), list[int]()
    while 0 <= at < last:
        raw = raw[: at + len(end) - 2] + b"  " + raw[at + len(end) :]
        places.append(at)
        at = raw.find(end, at)
    return raw, places


def _before_heads(raw: bytes) -> Iterator[tuple[bytes, int, re.Match[bytes]]]:
    """The line before each head of a part, where it begins, and the head."""
    end = _END_OF_HEAD.search(raw)
    for head in _HEAD.finditer(raw, end.end() if end else len(raw)):
        if _TYPE.search(head[0]):
            start = raw.rfind(b"\n", 0, head.start() - 1) + 1
            yield raw[start : head.start()].rstrip(b"\r\n"), start, head


def _is_left_of(mark: bytes, line: bytes) -> bool:
    """Whether a line is like the mark."""
    return len(line) <= _LONGEST and SequenceMatcher(None, mark, line, autojunk=False).ratio() > _LIKE
