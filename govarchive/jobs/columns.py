"""Many bare values: each one's normal form and check, or each row's text as a page; a row at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec

from govarchive.errors import EmptyPage, InputError, InvalidFormat, PageError
from govarchive.jobs.lines import opened
from govarchive.jobs.rows import Row, Table, Writer, as_text, form_of
from govarchive.jobs.values import Judged, judge
from govarchive.kinds import Kind
from govarchive.model import PERSONAL, Page, mask, mask_problem
from govarchive.pages import page_from_text
from govarchive.text.keys import key

ADDED = ("value", "valid", "problem")


@dataclass(slots=True)
class Counts:
    """What became of the values: how many there were, how many failed or could not be resolved."""

    values: int = 0
    failed: int = 0


def normalise_rows(
    table: Table, kind: Kind, column: str | None, reference: date | None, unmask: bool
) -> Iterator[tuple[Row, Sequence[str], Sequence[Any], Judged]]:
    """Each row of a table with the names and cells to write: its own, then the verdict's; none for a blank line.

    `column` is None for text; what is added is named as the table spells it. Personal numbers are masked unless
    `unmask`. The verdict on a broken row is what is wrong with it. Raises InputError for a file that cannot be read on,
    or has no such column.
    """
    hide = kind.NAME in PERSONAL and not unmask
    for row, at, named in _rows(table, column or "input"):
        added = _added(named if column else None)
        row = _with_room(row, added, table)
        if row.broken:
            verdict = Judged(None, False, f"{row.broken.message}: {row.broken.remedy}")
            cells = [mask(as_text(it)) for it in row.cells] if hide else row.cells
            yield row, [*row.names, *added], [*cells, *verdict], verdict
            continue
        if row.blank:
            yield row, (), (), Judged()
            continue
        try:
            verdict = judge(kind, "" if at is None else _text(row.cells[at], named), reference)
        except InvalidFormat as problem:
            verdict = Judged(None, False, str(problem))
        if hide:
            verdict = _masked(verdict)
        yield row, [*row.names, *added], [*_cells(row, at, hide), *verdict], verdict


def _added(column: str | None) -> Sequence[str]:
    """The names of the columns for the verdicts on one column, or on text."""
    return [f"{column.strip()}_{name}" for name in ADDED] if column else ADDED


def _with_room(row: Row, added: Sequence[str], table: Table) -> Row:
    """A row that may be written with what is added: an object of JSON that has such a key loses it and is broken.

    Raises InputError where the header has it, and so every row.
    """
    taken = set(added) & set(row.names)
    if not taken:
        return row
    what = "column" if table.header else "key"
    said = InputError(
        f"there is a {what} {min(taken)} already", source=f"{table.source}:{row.line}", remedy="rename or drop it"
    )
    if table.header:
        raise said
    kept = [(name, cell) for name, cell in zip(row.names, row.cells, strict=True) if name not in taken]
    names, cells = zip(*kept, strict=True) if kept else ((), ())
    return replace(row, names=names, cells=cells, broken=row.broken or said)


def _rows(table: Table, column: str) -> Iterator[tuple[Row, int | None, str]]:
    """Each row, the place of the column in it and its name there, which is as in the last row that had it.

    The place is None where the row is broken or a JSON object has no such key.
    """
    met, row, broken, named = False, None, None, column
    for row in table:
        broken = broken or row.broken
        names = table.header or row.names
        there = _place(names, column, f"{table.source}:{row.line}")
        named = named if there is None else names[there]
        met = met or there is not None
        if table.header and there is None:
            break
        at = None if row.broken or not row.cells else there
        yield row, at, named
    if broken and not met and not table.header:
        raise broken
    names = row.names if row and row.names else table.header
    met = met or _place(table.header, column, table.source) is not None
    if not met and (row is not None or table.header):
        raise InputError(
            f"there is no column {column!r}, only {', '.join(names) or 'blank lines'}",
            source=table.source,
            remedy="name one of them with --column",
        )


def _place(names: Sequence[str], column: str, source: str) -> int | None:
    """Where the column is; capitals, blanks and dashes count only between those that differ in nothing else.

    Raises InputError where several are called so.
    """
    places = _places(tuple(names), column)
    if len(places) > 1:
        raise InputError(f"{len(places)} columns are called {column!r}", source=source, remedy="rename all but one")
    return places[0] if places else None


@lru_cache(maxsize=64)
def _places(names: tuple[str, ...], column: str) -> list[int]:
    places = [at for at, name in enumerate(names) if name == column]
    return places or [at for at, name in enumerate(names) if key(name) == key(column)]


_NO_TEXT = {b"[": "a list", b"{": "an object", b"t": "true or false", b"f": "true or false"}
"""What is no text, by the byte that JSON begins it with."""


def _text(cell: Any, column: str) -> str:
    """The text of a cell; numbers count as they are printed. Raises InvalidFormat for what is no text."""
    if isinstance(cell, msgspec.Raw) and (kind := _NO_TEXT.get(bytes(cell)[:1])):
        raise InvalidFormat(f"{column} holds {kind}, a text was expected")
    return as_text(cell)


def _cells(row: Row, at: int | None, hide: bool) -> Sequence[Any]:
    if not hide or at is None:
        return row.cells
    return [*row.cells[:at], mask(as_text(row.cells[at])), *row.cells[at + 1 :]]


def _masked(verdict: Judged) -> Judged:
    value, _, problem = verdict
    return verdict._replace(value=value and mask(value), problem=problem and mask_problem(problem))


def pages_of(
    path: str, column: str, form: str | None, captured_at: str | None = None, encoding: str | None = None
) -> Iterator[Page | PageError]:
    """A page for the text of each row, its source `FILE#ROW` (rows of data counted from 1); blank cells give none.

    `form` is csv or jsonl, told by the file's ending when None. A broken row yields a PageError, and so does what ends
    the reading of the file.
    """
    if (form or form_of(path)) == "text":
        yield PageError("neither CSV nor JSON Lines by its name", source=path, remedy="say which with --from")
        return
    try:
        with opened(path) as raw:
            for row, at, _ in _rows(Table(raw, path, form or form_of(path), encoding), column):
                page = _page(row, at, path, captured_at)
                if page:
                    yield page
    except InputError as problem:
        yield _unread(problem)


def _page(row: Row, at: int | None, path: str, captured_at: str | None) -> Page | PageError | None:
    """The page of a row, None where its cell is blank."""
    if row.broken:
        return _unread(row.broken)
    if at is None:
        return None
    try:
        return page_from_text(_text(row.cells[at], row.names[at]), f"{path}#{row.number}", captured_at=captured_at)
    except EmptyPage:
        return None
    except InvalidFormat as problem:
        return PageError(str(problem), source=f"{path}:{row.line}", remedy="give a column of texts")


def _unread(problem: InputError) -> PageError:
    return PageError(problem.message, source=problem.source, remedy=problem.remedy)


def write_judged(
    table: Table, kind: Kind, writer: Writer, column: str | None, reference: date | None, unmask: bool
) -> Counts:
    """Writes every row of a table with the verdict on its value, and tells how many failed. Raises InputError."""
    counts = Counts()
    for row, names, cells, verdict in normalise_rows(table, kind, column, reference, unmask):
        if names:
            writer.head(names, table.dialect)
            writer.write(names, cells, f"{table.source}:{row.line}")
        else:
            writer.blank()
        counts.values += verdict != Judged()
        counts.failed += verdict.problem is not None
    if table.header and column:
        at = _place(table.header, column, table.source)
        writer.head([*table.header, *_added(column if at is None else table.header[at])], table.dialect)
    return counts
