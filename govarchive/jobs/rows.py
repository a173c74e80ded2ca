"""Files of values: text with one value a line, CSV with a header, JSON Lines; read and written a row at a time.

Everything is UTF-8, with or without a byte order mark. What cannot be read raises InputError naming file and line.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import msgspec

from govarchive.errors import InputError

STDIN = "-"
FORMS = ("text", "csv", "jsonl")
_ENDINGS = {".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ENCODER = msgspec.json.Encoder()
_HEAD = 20
"""Lines at the head of a file of which one must be JSON."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `line` is where it begins in the file, `number` counts the rows of data from 1.

    Cells of JSON Lines are kept as printed (`msgspec.Raw`); a line without any is a blank one.
    """

    line: int
    number: int
    names: Sequence[str]
    cells: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Dialect:
    r"""How a file of CSV is written: `delimiter` (`,`, `;` or a tab) and line end (`\n` or `\r\n`)."""

    delimiter: str = ","
    line_end: str = "\r\n"


class Table:
    """A file being read: iterate it for its rows. From CSV, `header` and `dialect` are known once that has begun."""

    def __init__(self, raw: BinaryIO, source: str, form: str) -> None:
        self.source = source
        self.form = form
        self.dialect = Dialect()
        self.header: Sequence[str] = ()
        self._raw = raw

    def __iter__(self) -> Iterator[Row]:
        lines = decoded(self._raw, self.source)
        return {"text": self._text, "csv": self._csv, "jsonl": self._jsonl}[self.form](lines)

    def _text(self, lines: Iterator[str]) -> Iterator[Row]:
        for number, line in enumerate(lines, 1):
            yield Row(number, number, ("input",), (line.rstrip("\r\n"),))

    def _csv(self, lines: Iterator[str]) -> Iterator[Row]:
        head = next(lines, None)
        if head is None:
            raise InputError("an empty file, without the names of columns", source=self.source, remedy="check the file")
        self.dialect = _dialect(head)
        reader = csv.reader(_again(head, lines), delimiter=self.dialect.delimiter, strict=True)
        csv.field_size_limit(sys.maxsize)  # a cell may hold a whole page
        try:
            self.header = next(reader)
            yield from self._csv_rows(reader, self.header)
        except csv.Error as problem:
            raise InputError(
                f"no CSV: {problem}",
                source=f"{self.source}:{reader.line_num}",
                remedy="check the quotes near this line",
            ) from None

    def _csv_rows(self, reader: Any, names: Sequence[str]) -> Iterator[Row]:
        number, start = 0, reader.line_num + 1
        for cells in reader:
            number += bool(cells)
            if cells and len(cells) != len(names):
                raise InputError(
                    f"a row of {len(cells)} cells under a header of {len(names)}",
                    source=f"{self.source}:{start}",
                    remedy=f"check its quotes and delimiters ({self.dialect.delimiter!r})",
                )
            yield Row(start, number, names, cells)
            start = reader.line_num + 1

    def _jsonl(self, lines: Iterator[str]) -> Iterator[Row]:
        number = 0
        for at, line in enumerate(lines, 1):
            if not line.strip():
                yield Row(at, number, (), ())
                continue
            number += 1
            try:
                found = _OBJECT.decode(line)
            except msgspec.MsgspecError as problem:
                raise InputError(
                    f"no JSON object: {problem}", source=f"{self.source}:{at}", remedy="one object a line is expected"
                ) from None
            yield Row(at, number, tuple(found), tuple(found.values()))


def form_of(path: str) -> str:
    """What a file holds by its ending: text where that tells nothing.

    >>> form_of("a.CSV"), form_of("b.jsonl"), form_of("-")
    ('csv', 'jsonl', 'text')
    """
    return _ENDINGS.get(Path(path).suffix.lower(), "text")


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The bytes of a file, or of standard input for `-`. Raises InputError when it cannot be opened."""
    if path == STDIN:
        yield sys.stdin.buffer
        return
    try:
        raw = Path(path).open("rb")  # noqa: SIM115 (closed below)
    except OSError as problem:
        said = problem.strerror or str(problem)
        raise InputError(f"cannot be read: {said}", source=path, remedy="check the path") from None
    with raw:
        yield raw


def decoded(raw: Iterable[bytes], source: str) -> Iterator[str]:
    """The lines of a file with their ends. Raises InputError for what is not UTF-8."""
    for number, line in enumerate(raw, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as problem:
            raise InputError(
                f"not UTF-8 (byte 0x{line[problem.start]:02X} at {problem.start + 1})",
                source=f"{source}:{number}",
                remedy=f"convert it first, as with: iconv -f windows-1251 -t utf-8 {source}",
            ) from None


def json_lines(raw: Iterable[bytes], source: str) -> Iterator[bytes]:
    """The lines of a file of records, without a byte order mark. Raises InputError for a file that is no JSON Lines."""
    lines = iter(raw)
    head = list(islice(lines, _HEAD))
    if head:
        head[0] = head[0].removeprefix(_BOM)
    reasons = [it for it in map(_no_json, head) if it]
    if len(reasons) == len(head) > 1:
        raise InputError(
            f"no JSON Lines: {reasons[0]}",
            source=f"{source}:1",
            remedy="records are checked as extract and export write them with --format jsonl",
        )
    return chain(head, lines)


def _no_json(line: bytes) -> str:
    """Why a line is no JSON; empty when it is."""
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        return str(problem)
    return ""


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _dialect(head: str) -> Dialect:
    """The delimiter that stands most often in the header, outside quotes."""
    bare = "".join(head.split('"')[::2])
    delimiter = max(",;\t", key=bare.count)
    return Dialect(delimiter, "\r\n" if head.endswith("\r\n") else "\n")


class Writer:
    """Writes rows as text, CSV or JSON Lines.

    As text only the last `shown` cells of a row are written, a tab between each two. `head` comes before the rows of
    CSV; a row with other names raises InputError.
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
        if set(names) != set(header):
            odd = ", ".join(sorted(set(names) ^ set(header)))
            raise InputError(f"other keys than the first row: {odd}", source=source, remedy="write it as jsonl")
        ordered = cells
        if names != header:
            found = dict(zip(names, cells, strict=True))
            ordered = [found[name] for name in header]
        self._csv.writerow([as_text(cell) for cell in ordered])


def as_text(cell: Any) -> str:
    """A cell as CSV and text show it: nothing for null, truth values as JSON writes them, the rest as it stands."""
    if isinstance(cell, msgspec.Raw):
        plain = msgspec.json.decode(cell)
        return plain if isinstance(plain, str) else "" if plain is None else bytes(cell).decode()
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)
