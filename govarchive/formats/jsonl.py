"""JSON Lines: one record a line, UTF-8, keys in the order of the schema."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from govarchive.model import Record, masked

_ENCODER = msgspec.json.Encoder()


def write(records: Iterable[Record], out: BinaryIO, *, unmask: bool = False) -> int:
    """Writes the records and tells how many there were."""
    number = 0
    for number, record in enumerate(records, 1):  # noqa: B007 (the last number is the count)
        out.write(_ENCODER.encode(record if unmask else masked(record)) + b"\n")
    return number


def read(line: bytes) -> Record:
    """The record of one line. Raises msgspec.ValidationError or msgspec.DecodeError."""
    return msgspec.json.decode(line, type=Record)
