"""Tables for people: as wide as the terminal, or as wide as needed where there is none."""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govarchive.model import Record, masked

_WIDE = 10_000
_GAP = 2
_COLUMNS = ("id", "kind", "value", "text", "label", "date", "source")
# How narrow a column of records may get: 34 hold an IBAN and `(invalid)`. Those named here shrink first to last.
_LEAST = {"text": 8, "label": 8, "source": 12, "value": 34}
_DROPPED = ("text", "label", "date", "source")
"""What is left out, in this order, where the others would get narrower than that: `show` needs the id."""


def write(records: Iterable[Record], out: TextIO, *, unmask: bool = False) -> int:
    """Prints records one a row under a header, nothing where there are none, and tells how many there were.

    Where the terminal is too narrow, text, label and source shrink in this order, then are left out; id, kind and value
    stay.
    """
    rows = [[_flat(cell) for cell in _row(record if unmask else masked(record))] for record in records]
    if not rows:
        return 0
    widths = {name: max([cell_len(row[at]) for row in rows] + [len(name)]) for at, name in enumerate(_COLUMNS)}
    widths = _fitting(widths, _width(out))
    places = [_COLUMNS.index(name) for name in widths]
    cut = [[_cut(row[at], widths[_COLUMNS[at]], left=_COLUMNS[at] == "source") for at in places] for row in rows]
    write_rows(tuple(widths), cut, out)
    return len(rows)


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], out: TextIO) -> None:
    """Prints any table; line ends and tabs inside a cell become spaces."""
    table = Table(box=None, pad_edge=False, header_style="" if "NO_COLOR" in os.environ else "bold")
    for column in columns:
        table.add_column(column, no_wrap=True, overflow="ellipsis")
    for row in rows:
        table.add_row(*(Text(_flat(cell)) for cell in row))
    Console(file=out, width=_width(out)).print(table)


def _width(out: TextIO) -> int:
    return shutil.get_terminal_size().columns if out.isatty() else _WIDE


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def _fitting(widths: Mapping[str, int], width: int) -> dict[str, int]:
    """The widths of the columns that are shown, together no wider than `width`; `widths` are those of their cells."""
    shown = dict(widths)
    least = {name: min(cells, _LEAST.get(name, cells)) for name, cells in shown.items()}
    for name in _DROPPED:
        if sum(least[it] + _GAP for it in shown) - _GAP > width:
            del shown[name]
    for name in _LEAST:
        over = sum(it + _GAP for it in shown.values()) - _GAP - width
        if name in shown and over > 0:
            shown[name] = max(least[name] if name != "value" else 1, shown[name] - over)
    return shown


def _cut(cell: str, width: int, *, left: bool) -> str:
    """A cell no wider than its column; of a path the end tells more than the beginning."""
    if cell_len(cell) <= width:
        return cell
    return "…" + cell[len(cell) - width + 1 :] if left else cell[: width - 1] + "…"


def _row(record: Record) -> Sequence[str]:
    mark = "" if record.valid is not False else " (invalid)"
    date = record.published_at if record.part == "article" else record.captured_at or record.published_at
    return (
        record.id[:8],
        record.kind,
        (record.value or "?") + mark + _details(record),
        record.text,
        record.label or "",
        (date or "")[:10],
        record.source,
    )


def _details(record: Record) -> str:
    """What a reader wants to see beside the value: a person's office, a fax."""
    office = [str(record.details[name]) for name in ("role", "institution") if name in record.details]
    if record.kind == "person" and office:
        return f" ({', '.join(office)})"
    return " (fax)" if record.details.get("fax") else ""
