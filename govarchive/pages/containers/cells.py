"""CSV with any delimiter, row by row; a broken row is handed out as the lines it takes, and the next one is read."""

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from govarchive.pages.capture import Given
from govarchive.pages.containers.lines import Lines
from govarchive.pages.containers.rows import Fields

_DELIMITERS = (",", ";", "\t", "|")
# `sep=;`, by which a spreadsheet tells another what follows.
_HINT = re.compile(r'"?sep=[,;\t|]"?\s*', re.IGNORECASE)
_LONGEST_NAME = 80
_MOST_WORDS = 4
_LOOKED_AT = 20
_MOST_LINES = 20_000
_MOST_CHARACTERS = 32 << 20
"""Of one row: what goes on longer has lost the quote that ends a cell."""


class Broken(NamedTuple):
    """Lines that are no row."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"line {self.first}" if self.first == self.last else f"lines {self.first} to {self.last}"


def delimiter_of(head: str, given: Given) -> str | None:
    """The delimiter of a table of pages by its beginning; None for what is none."""
    return next((it for it in _DELIMITERS if it in head and _is_table(head, it, given)), None)


def unknown_columns(head: str) -> list[str]:
    """The names of the columns of what is by all looks a table, whatever they are; none where it is no table.

    Each column has a name of few words, and one of the next rows, as some may be broken, has as many cells.
    """
    lines = head.splitlines(keepends=True)[: _LOOKED_AT + 1]
    for delimiter in _DELIMITERS:
        names = _first(lines[:1], delimiter) or []
        if len(names) > 1 and all(_is_name(it) for it in names) and _could_be_names(names):
            rows = (_first(lines[at:], delimiter) or [] for at in range(1, len(lines)))
            if any(len(it) == len(names) for it in rows):
                return names
    return []


def _is_name(cell: str) -> bool:
    return bool(cell) and cell == cell.strip() and len(cell.split()) <= _MOST_WORDS


def _is_table(head: str, delimiter: str, given: Given) -> bool:
    lines = head.splitlines(keepends=True)
    if lines and _HINT.fullmatch(lines[0]):
        del lines[0]
    names = _first(lines[:1], delimiter)
    if names is None or len(names) < 2 or not _could_be_names(names) or Fields(names, given.fields).page is None:
        return False
    if any(it in names for it in given.fields.values()):
        return True
    if any(it != it.strip() for it in names[1:]):  # a sentence with commas
        return False
    second = _first(lines[1:], delimiter)
    if len(lines) > 1 and second is None and len(head) - len(lines[0]) > _LONGEST_NAME:
        return True  # a row that is longer than the beginning of the file is cut off in a cell
    # The first may be broken.
    return any(len(_first(lines[at:], delimiter) or []) == len(names) for at in range(1, min(len(lines), _LOOKED_AT)))


def _could_be_names(names: Sequence[str]) -> bool:
    kept = [it.strip() for it in names if it.strip()]
    return len(set(kept)) == len(kept) and all(len(it) <= _LONGEST_NAME for it in kept)


def _first(lines: Iterable[str], delimiter: str) -> list[str] | None:
    """The cells of the first row; None where it is none, or does not end."""
    csv.field_size_limit(sys.maxsize)  # a cell may hold a whole page
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=True), None)
    except csv.Error:
        return None


class Cells:
    """The rows of CSV: the names of the columns, then the cells of each row or what is Broken in its place."""

    def __init__(self, lines: Lines, delimiter: str) -> None:
        self._lines = lines
        self._delimiter = delimiter
        first = next(lines, "")
        if not _HINT.fullmatch(first):
            lines.give_back([first])
        self.names = self._row([]) or []

    def __iter__(self) -> Iterator[list[str] | Broken]:
        broken: Broken | None = None
        while True:
            taken: list[str] = []
            start = self._lines.number + 1
            cells = self._row(taken)
            if not taken:
                break
            if cells is not None and (not cells or self._fits(cells)):
                if broken:
                    yield broken
                broken = None
                if cells:
                    yield cells
                continue
            self._lines.give_back(taken[1:])
            broken = Broken(broken.first if broken else start, start)
        if broken:
            yield broken

    def _fits(self, cells: list[str]) -> bool:
        """Whether a row has a cell for each column; some programs end each row with a delimiter."""
        return len(cells) == len(self.names) or (len(cells) == len(self.names) + 1 and not cells[-1])

    def _row(self, taken: list[str]) -> list[str] | None:
        """The cells of the next row, whose lines go to `taken`; None where it is none."""
        return _first(self._taking(taken), self._delimiter)

    def _taking(self, taken: list[str]) -> Iterator[str]:
        characters = 0
        for line in self._lines:
            taken.append(line)
            characters += len(line)
            if len(taken) > _MOST_LINES or characters > _MOST_CHARACTERS:
                return
            yield line
