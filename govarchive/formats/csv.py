r"""CSV with a header, details as flat columns `details.NAME`; UTF-8, comma, `\r\n` line ends (RFC 4180)."""

import csv
import json
from collections.abc import Iterable
from typing import Any, TextIO

import msgspec

from govarchive.formats.schema import detail_names
from govarchive.model import Record, masked


def write(records: Iterable[Record], out: TextIO, *, unmask: bool = False) -> int:
    """Writes a header and the records and tells how many records there were."""
    details = detail_names()
    fields = [name for name in Record.__struct_fields__ if name != "details"]
    writer = csv.writer(out)
    writer.writerow([*fields, *(f"details.{name}" for name in details)])
    number = 0
    for number, record in enumerate(records, 1):  # noqa: B007 (the last number is the count)
        plain = msgspec.structs.asdict(record if unmask else masked(record))
        found = plain.pop("details")
        writer.writerow([_cell(plain[name]) for name in fields] + [_cell(found.get(name)) for name in details])
    return number


def _cell(value: Any) -> Any:
    """Truth values as JSON writes them, lists as JSON, nothing as an empty cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return value
