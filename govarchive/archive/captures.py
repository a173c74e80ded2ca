"""Captures that are kept already: the one that a revisit speaks of, those that older rules have read."""

from collections.abc import Iterator

from govarchive.archive.failing import translated
from govarchive.archive.rows import to_page
from govarchive.archive.store import Archive
from govarchive.archive.verifying import WHOLE_PAGES, sound_page
from govarchive.errors import Damaged
from govarchive.model import Page

_SECOND = len("2018-03-01T10:00:00")
_CHUNK = 100


def earlier(archive: Archive, digest: str | None, url: str | None, captured_at: str | None) -> Page | None:
    """The kept capture that a revisit says it is the same as; None when there is none.

    A digest is enough, as it is that of the payload; of several captures with it the one of that address and time is
    meant. Else the address must agree, and the time to the second, unless neither time nor digest is given. What has
    another digest is never meant.
    """
    asked = {"digest": digest, "url": url, "at": captured_at, "second": (captured_at or "")[:_SECOND] or None}
    with translated(archive.path):
        row = archive.db.execute(_BY_DIGEST, asked).fetchone() if digest else None
        if row is None and url:
            row = archive.db.execute(_BY_URL, asked).fetchone()
    return to_page(row) if row else None


_BY_DIGEST = """
SELECT * FROM pages WHERE digest = :digest ORDER BY url IS :url DESC, captured_at IS :at DESC, number DESC LIMIT 1
"""
_BY_URL = f"""
SELECT * FROM pages
WHERE url = :url AND (:digest IS NULL OR digest IS NULL)
    AND (substr(captured_at, 1, {_SECOND}) = :second OR (:second IS NULL AND :digest IS NULL))
ORDER BY captured_at DESC, number DESC LIMIT 1
"""


def stale(archive: Archive, rules: str) -> Iterator[Page | Damaged]:
    """The pages whose records were found by other rules than these, in the order of import.

    Those that are not what was read, so that nothing can be found in them, are told as Damaged.

    They may be renewed while the iteration goes on.
    """
    last = 0
    while True:
        with translated(archive.path):
            rows = archive.db.execute(_STALE, (last, rules, _CHUNK)).fetchall()
        if not rows:
            return
        yield from map(sound_page, rows)
        last = rows[-1]["number"]


_STALE = f"{WHOLE_PAGES} WHERE page.number > ? AND pages.rules <> ? ORDER BY page.number LIMIT ?"
