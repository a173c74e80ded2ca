"""Files of values: text with one value a line, CSV with a header, JSON Lines; read and written a row at a time.

What is written is UTF-8, and so is what is read unless an encoding is given or told by the file. What cannot be read
raises InputError naming file and line; a row that is broken carries one, and the next row is read.
"""

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import msgspec

from govarchive.errors import InputError
from govarchive.jobs.lines import decoded
from govarchive.text.counted import counted

FORMS = ("text", "csv", "jsonl")
_ENDINGS = {".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ENCODER = msgspec.json.Encoder()
_UNCLOSED = "no CSV: unexpected end of data"
_EXCEL = re.compile(r"sep=(?P<delimiter>[,;\t|])\r?\n", re.IGNORECASE)
"""The line before the header by which Excel is told the delimiter."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `line` is where it begins in the file, `number` counts the rows of data from 1.

    Cells of JSON Lines are kept as printed (`msgspec.Raw`). `broken` tells what is wrong with the row; as many cells as
    there are names it has all the same. Of a `blank` line there is nothing to tell.
    """

    line: int
    number: int
    names: Sequence[str]
    cells: Sequence[Any]
    broken: InputError | None = None
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Dialect:
    r"""How a file of CSV is written: `delimiter` (`,`, `;` or a tab) and line end (`\n` or `\r\n`)."""

    delimiter: str = ","
    line_end: str = "\r\n"


class Table:
    """A file being read: iterate it for its rows. From CSV, `header` and `dialect` are known once that has begun."""

    def __init__(self, raw: BinaryIO, source: str, form: str, encoding: str | None = None) -> None:
        self.source = source
        self.form = form
        self.dialect = Dialect()
        self.header: Sequence[str] = ()
        self._raw = raw
        self._encoding = encoding
        self._torn: dict[int, InputError] = {}

    def __iter__(self) -> Iterator[Row]:
        lines = decoded(self._raw, self.source, self._encoding, self._torn)
        return {"text": self._text, "csv": self._csv, "jsonl": self._jsonl}[self.form](lines)

    def _text(self, lines: Iterator[str]) -> Iterator[Row]:
        for number, line in enumerate(lines, 1):
            yield Row(number, number, ("input",), (line.rstrip("\r\n"),), self._torn.pop(number, None))

    def _csv(self, lines: Iterator[str]) -> Iterator[Row]:
        above = 0
        head = next(lines, None)
        told = _EXCEL.fullmatch(head or "")
        if told:
            above, head = 1, next(lines, None)
        if head is None:
            raise InputError("an empty file, without the names of columns", source=self.source, remedy="check the file")
        self.dialect = _dialect(head, told["delimiter"] if told else "")
        given = _Lines(head, lines, above)
        reader = csv.reader(given, delimiter=self.dialect.delimiter, strict=True)
        csv.field_size_limit(sys.maxsize)  # a cell may hold a whole page
        self.header = self._names(reader, given)
        number, start = 0, given.number + 1
        for cells, said in _rows(reader, given):
            number += bool(cells)
            if said == _UNCLOSED:
                raise self._problem("no CSV: a quote in this row is not closed to the end of the file", start)
            yield self._row(start, number, cells, said, self._torn_of(start, given.number))
            start = given.number + 1

    def _names(self, reader: Iterator[list[str]], given: "_Lines") -> Sequence[str]:
        try:
            names = next(reader)
        except csv.Error as problem:
            raise self._problem(_said(problem), 1) from None
        if torn := self._torn_of(1, given.number):
            raise torn
        return names

    def _torn_of(self, first: int, last: int) -> InputError | None:
        """What is wrong with the letters of a row that stands on these lines."""
        if not self._torn:
            return None
        found = [self._torn.pop(number) for number in sorted(self._torn) if first <= number <= last]
        return found[0] if found else None

    def _row(self, line: int, number: int, cells: list[str], said: str, torn: InputError | None) -> Row:
        """A row with as many cells as there are names: missing ones are empty, and the last holds what is too much."""
        wide = len(self.header)
        while len(cells) > wide and not cells[-1]:  # delimiters in the end, which Excel leaves
            cells.pop()
        if cells and not said and len(cells) != wide:
            said = f"a row of {counted(len(cells), 'cell')} under a header of {wide}"
        if not said:
            return Row(line, number, self.header, cells, torn, blank=not cells)
        kept = [*cells[: wide - 1], self.dialect.delimiter.join(cells[wide - 1 :])]
        return Row(line, number, self.header, kept + [""] * (wide - len(kept)), self._problem(said, line))

    def _problem(self, said: str, line: int) -> InputError:
        remedy = f"check its quotes and delimiters ({self.dialect.delimiter!r})"
        return InputError(said, source=f"{self.source}:{line}", remedy=remedy)

    def _jsonl(self, lines: Iterator[str]) -> Iterator[Row]:
        number = 0
        for at, line in enumerate(lines, 1):
            if not line.strip():
                yield Row(at, number, (), (), blank=True)
                continue
            number += 1
            torn = self._torn.pop(at, None)
            try:
                found = _OBJECT.decode(line)
            except msgspec.MsgspecError as problem:
                said = InputError(
                    f"no JSON object: {problem}", source=f"{self.source}:{at}", remedy="one object a line is expected"
                )
                yield Row(at, number, (), (), torn or said)
                continue
            yield Row(at, number, tuple(found), tuple(found.values()), torn)


def form_of(path: str) -> str:
    """What a file holds by its ending: text where that tells nothing.

    >>> form_of("a.CSV"), form_of("b.jsonl"), form_of("-")
    ('csv', 'jsonl', 'text')
    """
    return _ENDINGS.get(Path(path).suffix.lower(), "text")


class _Lines:
    """Lines for the reader of CSV, which may be read on behind one that it refused: `last` is that one."""

    def __init__(self, head: str, rest: Iterator[str], above: int) -> None:
        self.number = above
        self.last = head
        self._rest = chain([head], rest)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.last = next(self._rest)
        self.number += 1
        return self.last


def _rows(reader: Iterator[list[str]], given: _Lines) -> Iterator[tuple[list[str], str]]:
    """The cells of each row, and what is wrong with one that is no CSV: its last line is then its only cell."""
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as problem:
            yield [given.last.rstrip("\r\n")], _said(problem)
            continue
        if cells is None:
            return
        yield cells, ""


def _said(problem: csv.Error) -> str:
    """What is wrong with CSV, in words for who did not write the reader."""
    told = str(problem)
    return "no CSV: a carriage return in a cell without quotes" if told.startswith("new-line") else f"no CSV: {told}"


def _dialect(head: str, delimiter: str) -> Dialect:
    """The delimiter named above the header, else that which stands most often in it, outside quotes."""
    bare = "".join(head.split('"')[::2])
    return Dialect(delimiter or max(",;\t", key=bare.count), "\r\n" if head.endswith("\r\n") else "\n")


class Writer:
    """Writes rows as text, CSV or JSON Lines.

    As text only the last `shown` cells of a row are written, a tab between each two. `head` comes before the rows of
    CSV; a row with names that are not in it raises InputError, what a row has not stays empty.
    """

    def __init__(self, out: TextIO, form: str, shown: int) -> None:
        self._out = out
        self._form = form
        self._shown = shown
        self._csv = csv.writer(out)
        self._header: list[str] | None = None

    def write(self, names: Sequence[str], cells: Sequence[Any], source: str = "") -> None:
        """Writes one row; `source` names it in errors."""
        if self._form == "jsonl":
            self._out.write(_ENCODER.encode(dict(zip(names, cells, strict=True))).decode() + "\n")
        elif self._form == "csv":
            self._write_csv(list(names), cells, source)
        else:
            line = "\t".join(" ".join(as_text(cell).split()) for cell in cells[-self._shown :])
            self._out.write((line if line.strip() else "") + "\n")

    def head(self, names: Sequence[str], dialect: Dialect) -> None:
        """Writes the header of CSV, unless that has been done; `dialect` is kept for all rows."""
        if self._form == "csv" and self._header is None:
            self._header = list(names)
            self._csv = csv.writer(self._out, delimiter=dialect.delimiter, lineterminator=dialect.line_end)
            self._csv.writerow(names)

    def blank(self) -> None:
        """Keeps a blank line."""
        self._out.write("\n")

    def _write_csv(self, names: list[str], cells: Sequence[Any], source: str) -> None:
        header = self._header or []
        if odd := sorted(set(names) - set(header)):
            raise InputError(
                f"keys that the first row has not: {', '.join(odd)}", source=source, remedy="write it as jsonl"
            )
        ordered = cells
        if names != header:
            found = dict(zip(names, cells, strict=True))
            ordered = [found.get(name) for name in header]
        self._csv.writerow([as_text(cell) for cell in ordered])


def as_text(cell: Any) -> str:
    """A cell as CSV and text show it: nothing for null, truth values as JSON writes them, the rest as it stands."""
    if isinstance(cell, msgspec.Raw):
        printed = bytes(cell).decode(errors="replace")
        try:
            return msgspec.json.decode(cell, type=str) if printed[:1] == '"' else "" if printed == "null" else printed
        except msgspec.DecodeError:  # half of a character: "\ud800"
            return printed
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)
