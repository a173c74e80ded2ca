"""Many bare values: each one's normal form and check, or each row's text as a page; a row at a time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any, NamedTuple

import msgspec

from govarchive.errors import EmptyPage, InputError, Invalid, InvalidComponent, InvalidFormat, PageError
from govarchive.jobs.lines import opened
from govarchive.jobs.rows import Row, Table, Writer, as_text, form_of
from govarchive.jobs.spreadsheets import as_typed, guesses
from govarchive.kinds import Kind, is_valid
from govarchive.model import PERSONAL, Near, Page, Span, mask
from govarchive.names.role_phrase import role_at, role_words
from govarchive.pages import page_from_text
from govarchive.pages.text import clean
from govarchive.text.fold import shadow

_GAP = re.compile(r"\s+")
_AFTER_LABEL = re.compile(r"(?:(?<=[\s:№])|\.?[ ]?[:№-]|\.?[ ]|\.(?=[0-9]))[ ]*")

ADDED = ("value", "valid", "problem")
_SHOWN = 3
_OF_CONTEXT = "only its context could tell"
_UNRESOLVED = {
    "date": "only the date of its page could tell: give it with --reference-date",
    "phone": "no number without its area code: write the code before it, as in 056/ 841 234",
    "money": "an amount without its currency: write it behind or before, as in 20 лв. or EUR 20",
}
"""What is said of a value that is none by itself, by kind."""


class Judged(NamedTuple):
    """What a kind says of one value: the normal form, whether it passes (null without a check), and what is wrong."""

    value: str | None = None
    valid: bool | None = None
    problem: str | None = None


def normal_form(kind: Kind, text: str, reference: date | None = None) -> str | None:
    """The normal form of a value as printed or typed, not yet validated; None where only a context could tell.

    `reference` is the day relative words count from. What names the kind may stand before it (`ЕИК 201789369`,
    `тел. 056/ 841 234`), or the office and titles of a person, and what a spreadsheet did to it is undone. Raises
    Invalid.
    """
    text = as_typed(kind.NAME, text)
    typed, near = shadow(clean(text)).text.strip(), Near(reference=reference)
    start = _value_start(kind, typed)
    try:
        return kind.normalise(typed[start:], near)
    except Invalid:
        if not start:
            raise
        return kind.normalise(typed, near)


def _value_start(kind: Kind, typed: str) -> int:
    """Where the value begins behind the words that name its kind, which a mark or a blank must end."""
    if kind.NAME == "person":
        role = role_at(role_words(typed), 0)
        office = _GAP.match(typed, role.stop) if role else None
        named = office.end() if office else 0
        starts = (it.end() for it in _GAP.finditer(typed, named))
        titled = takewhile(lambda at: "title" in kind.parts(None, "", Near(typed, at, len(typed))), starts)
        named = max(titled, default=named)
        return named if typed[named : named + 1].isupper() else 0
    label = kind.LABEL.match(typed) if kind.LABEL else None
    mark = _AFTER_LABEL.match(typed, label.end()) if label else None
    return mark.end() if mark and mark.end() < len(typed) else 0


def _check_alone(kind: Kind, text: str, value: str, reference: date | None) -> None:
    """Raises Invalid for what a value alone shows wrong: another one behind it, or its weekday."""
    typed = shadow(clean(text)).text
    others = list(kind.find(typed))
    if len(others) > 1 and _form(kind, typed, others[0]) == value:
        second = typed[others[1].start : others[1].stop]
        raise InvalidFormat(f"a second value stands behind it, {second}: give each a line of its own")
    if kind.parts(value, typed.strip(), Near(reference=reference)).get("weekday_disagrees"):
        raise InvalidComponent("the printed weekday is not that of the day")


def _form(kind: Kind, typed: str, span: Span) -> str | None:
    """The normal form of a stretch of what was typed, None where it has none."""
    try:
        return kind.normalise(typed[span.start : span.stop])
    except Invalid:
        return None


def judge(kind: Kind, text: str, reference: date | None = None) -> Judged:
    """The verdict on one value; a blank one has none.

    >>> from govarchive.kinds import BY_NAME
    >>> judge(BY_NAME["iban"], "BG80 BNBG 9661 1020 3456 78")
    Judged(value='BG80BNBG96611020345678', valid=True, problem=None)
    >>> judge(BY_NAME["date"], "днес", date(2016, 3, 9)).value
    '2016-03-09'
    """
    if not text.strip():
        return Judged()
    try:
        return _judged(kind, text, reference)
    except InputError:  # not this value but the register of places
        raise
    except Exception as problem:
        return Judged(
            None, False, f"a rule failed on this value, please report it: {type(problem).__name__}: {problem}"
        )


def _judged(kind: Kind, text: str, reference: date | None) -> Judged:
    value = None
    try:
        value = normal_form(kind, text, reference)
        if value is None:
            return Judged(problem=_UNRESOLVED.get(kind.NAME, _OF_CONTEXT))
        kind.validate(value)
    except Invalid as problem:
        return Judged(value, False, _explained(kind, text, str(problem)))
    try:
        _check_alone(kind, text, value, reference)
    except Invalid as problem:
        return Judged(value, False, str(problem))
    return Judged(value, True if kind.CHECKED else None)


def _explained(kind: Kind, text: str, problem: str) -> str:
    """What is wrong with a value, and where one can see it what has happened to it."""
    for guess, how in guesses(kind.NAME, text):
        if is_valid(kind, guess):
            return f"{problem}: {guess} would pass, if {how}"
    typed = shadow(clean(text)).text.strip()
    found = [typed[it.start : it.stop] for it in kind.find(typed)]
    if len(found) > 1:
        return f"{len(found)} values, {', '.join(found[:_SHOWN])}: give each a line of its own"
    if found and kind.CHECKED and found[0] != typed and judge(kind, found[0]).valid:
        return f"more than a value, which is {found[0]}: leave only that"
    return problem


@dataclass(slots=True)
class Counts:
    """What became of the values: how many there were, how many failed or could not be resolved."""

    values: int = 0
    failed: int = 0


def normalise_rows(
    table: Table, kind: Kind, column: str | None, reference: date | None, unmask: bool
) -> Iterator[tuple[Row, Sequence[str], Sequence[Any], Judged]]:
    """Each row of a table with the names and cells to write: its own, then the verdict's; none for a blank line.

    `column` is None for text. Personal numbers are masked unless `unmask`. The verdict on a broken row is what is wrong
    with it. Raises InputError for a file that cannot be read on, or has no such column.
    """
    hide = kind.NAME in PERSONAL and not unmask
    named, added = column or "input", [f"{column}_{name}" if column else name for name in ADDED]
    for row, at in _rows(table, named, added):
        if row.broken:
            verdict = Judged(None, False, f"{row.broken.message}: {row.broken.remedy}")
            cells = [mask(as_text(it)) for it in row.cells] if hide else row.cells
            yield row, [*row.names, *added], [*cells, *verdict], verdict
            continue
        if at is None and not row.cells:
            yield row, (), (), Judged()
            continue
        try:
            verdict = judge(kind, "" if at is None else _text(row.cells[at], named), reference)
        except InvalidFormat as problem:
            verdict = Judged(None, False, str(problem))
        if hide:
            verdict = Judged(_masked(verdict.value), verdict.valid, _masked(verdict.problem))
        yield row, [*row.names, *added], [*_cells(row, at, hide), *verdict], verdict


def _rows(table: Table, column: str, added: Sequence[str]) -> Iterator[tuple[Row, int | None]]:
    """Each row and the place of the column in it, None where it is broken or a JSON object has no such key."""
    met, row, broken = False, None, None
    for row in table:
        broken = broken or row.broken
        at = row.names.index(column) if not row.broken and row.cells and column in row.names else None
        met = met or at is not None
        if table.header and column not in table.header:
            break
        taken = set(added) & set(row.names)
        if taken:
            raise InputError(
                f"there is a column {min(taken)} already",
                source=f"{table.source}:{row.line}",
                remedy="rename or drop it",
            )
        yield row, at
    if broken and not met and not table.header:
        raise broken
    names = row.names if row and row.names else table.header
    if not met and column not in table.header and (row is not None or table.header):
        raise InputError(
            f"there is no column {column!r}, only {', '.join(names) or 'blank lines'}",
            source=table.source,
            remedy="name one of them with --column",
        )


_NO_TEXT = {list: "a list", dict: "an object", bool: "true or false"}


def _text(cell: Any, column: str) -> str:
    """The text of a cell; numbers count as they are printed. Raises InvalidFormat for what is no text."""
    if isinstance(cell, msgspec.Raw):
        plain = msgspec.json.decode(cell)
        if type(plain) in _NO_TEXT:
            raise InvalidFormat(f"{column} holds {_NO_TEXT[type(plain)]}, a text was expected")
    return as_text(cell)


def _cells(row: Row, at: int | None, hide: bool) -> Sequence[Any]:
    if not hide or at is None:
        return row.cells
    return [*row.cells[:at], mask(as_text(row.cells[at])), *row.cells[at + 1 :]]


def _masked(text: str | None) -> str | None:
    return mask(text) if text is not None else None


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
            for row, at in _rows(Table(raw, path, form or form_of(path), encoding), column, ()):
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
        writer.head([*table.header, *(f"{column}_{name}" for name in ADDED)], table.dialect)
    return counts
