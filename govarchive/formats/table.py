"""Tables for people: as wide as the terminal, or as wide as needed where there is none."""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from rich.cells import cell_len, set_cell_size

from govarchive.model import Record, masked
from govarchive.text.terminal import on_one_line

_WIDE = 10_000
_GAP = 2
_CUT_LEFT = ("source",)
_COLUMNS = ("id", "kind", "value", "text", "label", "date", "source")
# How narrow a column of records may get: 34 hold an IBAN and `(invalid)`. Those named here shrink first to last.
_LEAST = {"text": 8, "label": 8, "source": 12, "value": 34}
_DROPPED = ("text", "label", "date", "source")
"""What is left out, in this order, where the others would get narrower than that: `show` needs the id."""

# The same for other tables, where the widest of these shrinks first.
_LEAST_OF_ROWS = {"source": 12, "reason": 12, "remedy": 12, "paths": 12}


def write(records: Iterable[Record], out: TextIO, *, unmask: bool = False) -> int:
    """Prints records one a row under a header, nothing where there are none, and tells how many there were.

    Where the terminal is too narrow, text, label and source shrink in this order, then are left out; id, kind and value
    stay.
    """
    rows = [[_flat(cell) for cell in _row(record if unmask else masked(record))] for record in records]
    if not rows:
        return 0
    shown = _fitting(dict(zip(_COLUMNS, _widths(_COLUMNS, rows), strict=True)), _width(out))
    _print(_COLUMNS, shown, rows, out)
    return len(rows)


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], out: TextIO, dropped: Sequence[str] = ()) -> None:
    """Prints any table, the widest cells cut to fit.

    Line ends and tabs inside a cell become spaces, and what a terminal would obey is escaped. Where a terminal is so
    narrow that these would tell little, the columns in `dropped` are left out, in this order.
    """
    flat = [[_flat(cell) for cell in row] for row in rows]
    shown, width = dict(zip(columns, _widths(columns, flat), strict=True)), _width(out)
    for name in dropped:
        if _sum(min(cells, _LEAST_OF_ROWS.get(it, cells)) for it, cells in shown.items()) > width:
            del shown[name]
    while _sum(shown.values()) > width and max(shown.values()) > 1:
        # First what may be cut, the widest of it; where that does not do, the widest of all.
        widest = max(shown, key=lambda it: (shown[it] > _LEAST_OF_ROWS.get(it, _WIDE), shown[it]))
        shown[widest] -= 1
    _print(columns, shown, flat, out)


def _sum(widths: Iterable[int]) -> int:
    """How wide columns are together, with the gaps between them."""
    return sum(it + _GAP for it in widths) - _GAP


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """The widest cell of each column, the heading among them."""
    return [max([cell_len(row[at]) for row in rows] + [len(name)]) for at, name in enumerate(columns)]


def _print(columns: Sequence[str], shown: Mapping[str, int], rows: Iterable[Sequence[str]], out: TextIO) -> None:
    """Prints those columns that are `shown`, cut and filled up to their widths; cells are flat."""
    head = _line(columns, columns, shown)
    out.write(f"\x1b[1m{head}\x1b[0m\n" if out.isatty() and "NO_COLOR" not in os.environ else f"{head}\n")
    out.writelines(f"{_line(row, columns, shown)}\n" for row in rows)


def _line(row: Sequence[str], columns: Sequence[str], shown: Mapping[str, int]) -> str:
    named = zip(row, columns, strict=True)
    cells = [_filled(cell, shown[name], left=name in _CUT_LEFT) for cell, name in named if name in shown]
    return (" " * _GAP).join(cells).rstrip()


def _filled(cell: str, width: int, *, left: bool) -> str:
    """A cell as wide as its column; of a path the end tells more than the beginning."""
    wide = cell_len(cell)
    if wide > width:
        cell = f"…{cell[len(cell) - width + 1 :]}" if left else f"{set_cell_size(cell, width - 1)}…"
        wide = cell_len(cell)
    return cell + " " * (width - wide)


def _width(out: TextIO) -> int:
    return shutil.get_terminal_size().columns if out.isatty() else _WIDE


def _flat(cell: str) -> str:
    return on_one_line(" ".join(cell.split()))


def _fitting(widths: Mapping[str, int], width: int) -> dict[str, int]:
    """The widths of the columns that are shown, together no wider than `width`; `widths` are those of their cells."""
    shown = dict(widths)
    least = {name: min(cells, _LEAST.get(name, cells)) for name, cells in shown.items()}
    for name in _DROPPED:
        if _sum(least[it] for it in shown) > width:
            del shown[name]
    for name in _LEAST:
        over = _sum(shown.values()) - width
        if name in shown and over > 0:
            shown[name] = max(least[name] if name != "value" else 1, shown[name] - over)
    return shown


def _row(record: Record) -> Sequence[str]:
    mark = "" if record.valid is not False else " (invalid)"
    dates = (record.captured_at, record.published_at)
    date = next(filter(None, reversed(dates) if record.part == "article" else dates), "")
    return (
        record.id[:8],
        record.kind,
        (record.value or "?") + mark + _details(record),
        record.text,
        record.label or "",
        date[:10],
        record.source,
    )


def _details(record: Record) -> str:
    """What a reader wants to see beside the value: a person's office, a fax."""
    office = [str(record.details[name]) for name in ("role", "institution", "body") if name in record.details]
    if record.kind == "person" and office:
        return f" ({', '.join(office)})"
    return " (fax)" if record.details.get("fax") else ""
