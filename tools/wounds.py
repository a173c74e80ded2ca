"""A wound: a file of crawlers with one thing wrong, and what govarchive makes of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Wound(NamedTuple):
    """A file, what is wrong with it in words, what is in it, and how it is made.

    `pages` are in the file as it was before, `read` of them are handed out, whole or in part. `reported` counts what
    is handed out beside them by the names of the errors: `Damaged 1, SkippedPage 2`; empty for nothing.
    """

    group: str
    file: str
    what: str
    pages: int
    read: int
    reported: str
    make: Callable[[], bytes]


def flipped(raw: bytes, at: int, bit: int = 4) -> bytes:
    """The bytes with one bit of one of them turned over; `at` counts from the end if it is negative."""
    at %= len(raw)
    return raw[:at] + bytes([raw[at] ^ (1 << bit)]) + raw[at + 1 :]


def replaced(raw: bytes, old: bytes, new: bytes) -> bytes:
    """The bytes with something in them replaced once. Raises ValueError where it is not."""
    if old not in raw:
        raise ValueError(f"{old!r} is not there")
    return raw.replace(old, new, 1)


def instead(records: Sequence[bytes], at: int, *new: bytes) -> list[bytes]:
    """The records with others in the place of one."""
    return [*records[:at], *new, *records[at + 1 :]]


def changed(records: Sequence[bytes], at: int, change: Callable[[bytes], bytes]) -> bytes:
    """The records in one, one of them changed."""
    return b"".join(instead(records, at, change(records[at])))
