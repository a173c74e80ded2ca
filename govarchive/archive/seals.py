"""Digests of what an archive says of a page, by which damage to it is told; the text has one of its own.

They are made of the columns as they are stored, so that they stay what they are whatever later versions decode.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import sha256
from operator import itemgetter
from typing import Any

import msgspec

STATED = "id text_sha256 title media_type encoding encoding_from dates".split()
"""The columns that are sealed as what the page states; its address and capture are in its id."""

FOUND = (
    "start stop kind id value text label valid problems score rule details value_key label_key role_key institution_key"
).split()
"""The columns of a record that are sealed: all but its part, which is settled later."""


def stated_digest(values: Sequence[str | None]) -> str:
    """The digest of the values of STATED: sha256 of them as a JSON array, hexadecimal."""
    return _digest(list(values))


def records_digest(published_at: str | None, records: Iterable[Sequence[Any]]) -> str:
    """The digest of the records of a page, in any order and each the values of FOUND, and of the date of publication.

    That is found by the rules as well.
    """
    return _digest([published_at, sorted(map(tuple, records), key=_PLACE)])


_PLACE = itemgetter(0, 1, 2)
_encode = msgspec.json.Encoder().encode


def _digest(plain: Any) -> str:
    return sha256(_encode(plain)).hexdigest()


def seal_all(db: sqlite3.Connection) -> None:
    """Seals every page as it is, in the open transaction."""
    stated = ", ".join(f"page.{it}" if it != "text_sha256" else "text.sha256" for it in STATED)
    found = f"SELECT {', '.join(FOUND)} FROM record WHERE page = ?"
    pages = f"SELECT page.number, published_at, {stated} FROM page JOIN text ON text.number = text_number"
    for number, published_at, *values in db.execute(pages).fetchall():
        digests = (stated_digest(values), records_digest(published_at, db.execute(found, (number,))))
        db.execute("UPDATE page SET stated_sha256 = ?, records_sha256 = ? WHERE number = ?", (*digests, number))
