"""Parquet tables of pages, read a row group at a time; with the extra `parquet`, which installs pyarrow."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, BinaryIO

from govarchive.errors import Damaged, PageError
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers.rows import Fields, Rows, flat
from govarchive.pages.containers.streams import seekable

_BATCH = 64
_AGAIN = "fetch the table again"


def sees(head: bytes) -> bool:
    """Whether it begins with the mark of Parquet."""
    return head.startswith((b"PAR1", b"PARE"))


def read(file: BinaryIO, source: str, given: Given, _: int) -> Iterator[Capture | PageError]:
    """The page of each row under `source#number`, counted from 1; see `Reader`."""
    try:
        table, fields = _opened(seekable(file), given)
    except PageError as problem:
        yield type(problem)(problem.message, source=source, remedy=problem.remedy)
        return
    rows, number = Rows(source, given), 0
    for group in range(table.num_row_groups):
        there = table.metadata.row_group(group).num_rows
        try:
            for at, row in enumerate(_rows(table, group, fields), number + 1):
                yield from rows.capture(flat(row), fields, at)
        except (OSError, ValueError, NotImplementedError, MemoryError) as problem:
            said = f"rows {number + 1} to {number + there} are damaged, in part or all: {_line(problem)}"
            yield Damaged(said, source=source, remedy=_AGAIN)
        number += there


def _rows(table: Any, group: int, fields: Fields) -> Iterator[dict[str, Any]]:
    for batch in table.iter_batches(batch_size=_BATCH, row_groups=[group], columns=fields.named()):
        yield from _in_microseconds(batch).to_pylist()


def _in_microseconds(batch: Any) -> Any:
    """The rows with moments as Python has them, which ends at the microsecond."""
    for number, field in enumerate(batch.schema):
        if str(field.type).startswith("timestamp[ns"):
            kind = import_module("pyarrow").timestamp("us", field.type.tz)
            batch = batch.set_column(number, field.name, batch.column(number).cast(kind, safe=False))
    return batch


def _opened(file: BinaryIO, given: Given) -> tuple[Any, Fields]:
    """The table, and what its columns hold. Raises PageError where it cannot be read or has no pages."""
    try:
        pyarrow = import_module("pyarrow.parquet")
    except ImportError:
        raise PageError("a Parquet table", remedy="pip install 'govarchive[parquet]'") from None
    try:
        table = pyarrow.ParquetFile(file, memory_map=False)
    except (OSError, ValueError, NotImplementedError) as problem:
        raise Damaged(f"its directory at the end cannot be read: {_line(problem)}", remedy=_AGAIN) from None
    fields = Fields(table.schema_arrow.names, given.fields)
    if fields.page is None:
        names = ", ".join(table.schema_arrow.names[:20])
        raise PageError(f"a table without pages, only {names}", remedy="say where they are with --field text=NAME")
    return table, fields


def _line(problem: Exception) -> str:
    return str(problem).partition("\n")[0][:200] or type(problem).__name__
