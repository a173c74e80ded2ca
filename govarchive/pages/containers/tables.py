"""Text files that are tables of pages: JSON Lines, a JSON array of objects, CSV with any delimiter.

A file is one only where that is evident: its first object has a field with pages by name (`rows.py`, or as the user
says), or its first line names such a column among others and the second has as many cells. All else is a page of text.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO

from govarchive.errors import Damaged, PageError, TooMuch
from govarchive.pages.capture import NOTHING, Capture, Given
from govarchive.pages.containers.cells import Broken, Cells, delimiter_of, unknown_columns
from govarchive.pages.containers.lines import Lines, encoding_of
from govarchive.pages.containers.rows import Fields, Rows, flat
from govarchive.pages.containers.streams import CHUNK, head_of, seekable
from govarchive.pages.encodings import reading
from govarchive.pages.sniff import of_crawl, own_file

# A key or another string with what tells it from that, or a bracket.
_TOKEN = re.compile(r'"(?P<string>(?:[^"\\]|\\.)*)"\s*(?P<key>:)?|(?P<open>[{\[])|(?P<close>[}\]])', re.DOTALL)
# What most pages do not begin with, so that they need not be decoded: brackets, or a line with a delimiter.
_MAY_BEGIN = re.compile(rb"[{\[]|(?!<)[^\n]{0,4000}[,;\t|]")
_PAGE = re.compile(rb"<(?:!doctype|html|head|\?xml)", re.IGNORECASE)
_OBJECT_BEHIND = b'\n{"'
_RECORD = "\x1e"
"""Before each value of a sequence of JSON texts (RFC 7464)."""
_MARK_OR_SPACE = "\ufeff \t\r\n" + _RECORD
_NEXT_OBJECT = re.compile(r"\{\s*\"")
_BETWEEN = re.compile(r"\s*,?\s*")
_LAST = re.compile(r"\s*\]\s*")
_ELEMENT = re.compile(r"(?:\A\[|\},)\s*\{")
_AROUND = "\0" + _MARK_OR_SPACE
"""What may stand before and behind a row: of a file that was put on, or that the system filled up with zeros."""

_MOST_TRIED = 100
"""Places in a broken line at which an object may begin."""

_MOST_NAMES = 20
_LOOKED_AT = 20
_AGAIN = "mend the row, or fetch the table again"


def sees(file: BinaryIO, given: Given) -> bool:
    """Whether a file that can be looked at is a table of pages."""
    head = _beginning(file, given)
    return _kind(head, given) is not None or bool(_strangers(head, given))


def read(file: BinaryIO, source: str, given: Given, _: int) -> Iterator[Capture | PageError]:
    """The page of each row under `source#number`, rows of data counted from 1; see `Reader`."""
    head = _beginning(file, given)
    kind = _kind(head, given)
    if kind is None:
        yield _without_pages(_strangers(head, given), source, given)
        return
    rows = Rows(source, given)
    try:
        if kind == "array":
            yield from _of_array(Lines(seekable(file), given.encoding, joined=True), source, given, rows)
        elif kind == "lines":
            yield from _of_lines(Lines(file, given.encoding), source, given, rows)
        else:
            yield from _of_cells(Lines(file, given.encoding), kind, source, given, rows)
    except TooMuch as problem:
        yield TooMuch(problem.message, source=source, remedy=problem.remedy)


def _beginning(file: BinaryIO, given: Given) -> str:
    """The first text of a file that may be a table; empty for others."""
    raw = head_of(file, CHUNK)
    start = raw.lstrip(b"\xef\xbb\xbf \t\r\n\xff\xfe\x00\x1e")
    if _PAGE.match(start) or not (_MAY_BEGIN.match(start) or _OBJECT_BEHIND in raw) or own_file(raw) or of_crawl(raw):
        return ""
    encoding = encoding_of(raw, given.encoding)
    return reading(raw, encoding).lstrip(_MARK_OR_SPACE) if encoding else ""


def _kind(head: str, given: Given) -> str | None:
    """What a table begins so: lines (of JSON), array, or the delimiter of CSV; None for what is no table."""
    if head.startswith("{"):
        lines = head.split("\n", 3)[:3]  # the first of which may be broken
        return "lines" if any(Fields(_keys(it), given.fields).page for it in lines) else None
    if head.startswith("["):
        objects = (head[it.end() - 1 :] for it in islice(_ELEMENT.finditer(head), 3))
        return "array" if any(Fields(_keys(it), given.fields).page for it in objects) else None
    return "lines" if _is_behind(head, given) else delimiter_of(head, given)


def _is_behind(head: str, given: Given) -> bool:
    """Whether lines of JSON begin within a row: all that follow are objects with pages, two at least."""
    lines = head.split("\n")[1:]
    whole = [it for it in lines[:-1] if it.strip()]
    return (
        len(whole) + bool(lines and lines[-1].startswith('{"')) > 1
        and all(it.startswith('{"') for it in whole)
        and all(Fields(_names(it), given.fields).page for it in whole[:_LOOKED_AT])
    )


def _strangers(head: str, given: Given) -> list[str]:
    """The columns or keys of what is a table, but has no field with pages of the names that are looked for."""
    asked = {"html", "text"} & given.fields.keys()
    if head.startswith("{"):
        first, second, _ = (*head.split("\n", 2), "", "")[:3]
        # One object may be a file of settings; two with the same keys are rows.
        return names if (names := _names(first)) and (asked or names == _names(second)) else []
    if not asked:
        return []
    delimiter = delimiter_of(head, NOTHING)
    return head.splitlines()[0].split(delimiter) if delimiter else unknown_columns(head)


def _names(line: str) -> list[str]:
    """The keys of the object in a line, with those of inner ones that are read; none where it is no object."""
    try:
        found = json.loads(line, strict=False)
    except (ValueError, RecursionError):
        return []
    return list(flat(found)) if isinstance(found, Mapping) else []


def _without_pages(names: list[str], source: str, given: Given) -> PageError:
    """The reject for a table without a field that is known, or named, as the one with the pages."""
    asked = [name for what, name in given.fields.items() if what in ("html", "text")]
    what = f"no {' or '.join(map(repr, asked))}" if asked else "no field that is known to hold pages"
    said = f"{what} among its fields: {', '.join(names[:_MOST_NAMES])}"
    return PageError(said, source=source, remedy="name the field of the texts with --field text=NAME")


def _keys(text: str) -> list[str]:
    """The keys of the object that begins a text, as far as it goes."""
    keys, depth = [], 0
    for found in _TOKEN.finditer(text):
        if found["key"] and depth == 1:
            keys.append(found["string"])
        depth += bool(found["open"]) - bool(found["close"])
        if not depth:
            break
    return keys


def _of_lines(lines: Lines, source: str, given: Given, rows: Rows) -> Iterator[Capture | PageError]:
    number = 0
    for line in lines:
        if not line.strip():
            continue
        number += 1
        try:
            found = json.loads(line.strip(_AROUND), strict=False)
        except (ValueError, RecursionError) as problem:
            said = f"line {lines.number} is no JSON object: {lines.harm() or _reason(problem)}"
            yield Damaged(said, source=f"{source}#{number}", remedy=_AGAIN)
            for at, row in _whole_rows(line, given):
                number += at > 0
                yield from _captures(row, number, f"{source}#{number}", given, rows)
            continue
        yield from _captures(found, number, f"{source}#{number}", given, rows)
        if harm := lines.harm():
            yield Damaged(harm, source=f"{source}#{number}", remedy=_AGAIN)


def _whole_rows(line: str, given: Given) -> Iterator[tuple[int, Any]]:
    """The whole rows in a line that is none, with their places: its end was lost, or a row was begun anew in it."""
    decoder, at = json.JSONDecoder(strict=False), 0
    for _ in range(_MOST_TRIED):
        start = _NEXT_OBJECT.search(line, at)
        if start is None:
            return
        at = start.start()
        try:
            found, stop = decoder.raw_decode(line, at)
        except (ValueError, RecursionError):
            at += 1
            continue
        if Fields(flat(found), given.fields).page:
            yield at, found
        at = stop


def _captures(found: Any, number: int, source: str, given: Given, rows: Rows) -> Iterator[Capture | PageError]:
    """The page of one JSON value, which should be an object."""
    if not isinstance(found, Mapping):
        yield Damaged("a row that is no JSON object", source=source, remedy=_AGAIN)
        return
    row = flat(found)
    yield from rows.capture(row, Fields(row, given.fields), number)


def _reason(problem: Exception) -> str:
    return problem.msg if isinstance(problem, json.JSONDecodeError) else "brackets without end"


def _of_array(lines: Lines, source: str, given: Given, rows: Rows) -> Iterator[Capture | PageError]:
    """The objects of an array; behind one that is broken, the next `{"` begins another."""
    text = "".join(lines)
    decoder, at, number, is_told = json.JSONDecoder(strict=False), text.find("[") + 1, 0, False
    while (start := _NEXT_OBJECT.search(text, at)) is not None:
        number += 1
        if not is_told and not _BETWEEN.fullmatch(text, at, start.start()):
            yield _no_object(text, at, f"{source}#{number}", "something else stands before it")
        at = start.start()
        try:
            found, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as problem:
            yield _no_object(text, at, f"{source}#{number}", _reason(problem))
            at, is_told = at + 1, True
            continue
        is_told = False
        yield from _captures(found, number, f"{source}#{number}", given, rows)
    if not (text.rstrip().endswith("]") if is_told else _LAST.fullmatch(text, at)):
        yield Damaged("cut off: the array has no end", source=source, remedy="fetch the table again")
    elif harm := lines.harm():
        yield Damaged(harm, source=source, remedy=_AGAIN)


def _no_object(text: str, at: int, source: str, why: str) -> Damaged:
    line = text.count("\n", 0, at) + 1
    return Damaged(f"the row in line {line} is no JSON object: {why}", source=source, remedy=_AGAIN)


def _of_cells(lines: Lines, delimiter: str, source: str, given: Given, rows: Rows) -> Iterator[Capture | PageError]:
    cells = Cells(lines, delimiter)
    if not cells.names:
        yield Damaged("its first line is no row of names", source=source, remedy=_AGAIN)
    fields = Fields(cells.names, given.fields)
    names = cells.names
    for number, found in enumerate(cells, 1):
        if not isinstance(found, Broken) and sorted(found) == sorted(names):
            names, fields = found, Fields(found, given.fields)  # of another table, put on with its head
        elif isinstance(found, Broken):
            said = f"{found}: no row of {len(cells.names)} cells"
            yield Damaged(said, source=f"{source}#{number}", remedy=_AGAIN)
        else:
            yield from rows.capture(dict(zip(names, found, strict=False)), fields, number)
        if (harm := lines.harm()) and not isinstance(found, Broken):
            yield Damaged(harm, source=f"{source}#{number}", remedy=_AGAIN)
