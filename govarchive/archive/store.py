"""What an import writes: pages with their records, rejects, and the import itself.

A page and its records are written in one transaction, so a run that is killed leaves whole pages only, and the next
run finds which are missing.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from govarchive import __version__
from govarchive.archive.failing import translated
from govarchive.archive.rows import PAGE_COLUMNS, RECORD_COLUMNS, Found, page_row, record_rows, text_row
from govarchive.errors import PageError
from govarchive.model import Page, Record

_PUT_PAGE = f"INSERT INTO page ({', '.join(PAGE_COLUMNS)}) VALUES ({', '.join('?' * len(PAGE_COLUMNS))})"
_PUT_IMPORT = "INSERT INTO import (started_at, version, folder, paths, options) VALUES (?, ?, ?, ?, ?) RETURNING number"
_PUT_RECORD = f"INSERT INTO record ({', '.join(RECORD_COLUMNS)}) VALUES ({', '.join('?' * len(RECORD_COLUMNS))})"
_RENEW_PAGE = "UPDATE page SET published_at = ?, records_sha256 = ?, rules = ?, template = NULL WHERE number = ?"
_PUT_REJECT = """
INSERT INTO reject (import, source, nth, error, reason, remedy)
SELECT ?1, ?2, count(*) + 1, ?3, ?4, ?5 FROM reject WHERE import = ?1 AND source = ?2
"""


class Archive:
    """An open archive. Use as a context manager: leaving it commits, an exception rolls the open batch back.

    `rules` is the version of the rules that is noted with the pages put from now on. One that is not there yet is made
    by `make` when it is first written to.
    """

    def __init__(self, db: sqlite3.Connection, path: str, make: Callable[[], sqlite3.Connection] | None = None) -> None:
        self.db = db
        self.path = path
        self.rules = __version__
        self._make = make

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.db.close()

    @property
    def is_made(self) -> bool:
        """Whether there is a file."""
        return self._make is None

    def start_import(self, paths: Sequence[str], options: Mapping[str, Any] | None = None) -> int:
        """The number of a new import, on record at once so that a broken-off run can be seen.

        `paths` are what the user named, `options` what else he asked for, as JSON knows it.
        """
        with translated(self.path):
            self.begin()
            row = self.db.execute(
                _PUT_IMPORT,
                (
                    now(),
                    __version__,
                    os.fsencode(Path.cwd()).decode("utf-8", "backslashreplace"),
                    _json(list(paths)),
                    _json(dict(options or {})),
                ),
            ).fetchone()
            self.commit()
        return int(row[0])

    def finish_import(self, number: int, report: Mapping[str, Any] | None = None) -> None:
        """Marks an import as complete, with what it did (as JSON knows it), and commits."""
        with translated(self.path):
            self.begin()
            self.db.execute(
                "UPDATE import SET finished_at = ?, report = ? WHERE number = ?",
                (now(), _json(dict(report or {})), number),
            )
            self.commit()

    def has(self, page: Page) -> bool:
        """Whether this very capture is kept already."""
        with translated(self.path):
            return self._number(page.id) is not None

    def put(self, page: Page, records: Sequence[Record], import_number: int, digest: str | None = None) -> bool:
        """Keeps a page with its records, all or nothing; part of the open batch until `commit`.

        `digest` is the payload's as the container states it, by which later captures may refer to this one. False for a
        capture that is kept already, perhaps by an import that ran beside this one: nothing changes then, but that the
        import met it and the path it came from this time are noted.
        """
        with translated(self.path):
            self.begin()
            number = self._number(page.id)
            new = number is None
            if number is None:
                number = self._put_whole(page, records, digest)
            self._note(number, page.source, import_number)
        return new

    def meet(self, page: Page, import_number: int) -> bool:
        """Notes that an import met this capture again; False where another program has taken it back meanwhile."""
        with translated(self.path):
            self.begin()
            number = self._number(page.id)
            if number is not None:
                self._note(number, page.source, import_number)
        return number is not None

    def _note(self, number: int, path: str, import_number: int) -> None:
        self.db.execute("INSERT OR IGNORE INTO source VALUES (?, ?, ?)", (number, path, import_number))
        self.db.execute("INSERT OR IGNORE INTO brought VALUES (?, ?)", (import_number, number))

    def renew(self, page: Page, records: Sequence[Record]) -> bool:
        """Puts other records in the place of those of a page; part of the open batch until `commit`.

        Which part each is in remains to be settled. Whatever fails takes the open batch with it. False for a page that
        is not kept.
        """
        with translated(self.path):
            self.begin()
            number = self._number(page.id)
            if number is None:
                return False
            try:
                self.db.execute("DELETE FROM record WHERE page = ?", (number,))
                found = _found(page, records)
                self._put_records(number, found)
                self.db.execute(_RENEW_PAGE, (found.published_at, found.digest(), self.rules, number))
            except BaseException:
                self.db.rollback()
                raise
        return True

    def _put_whole(self, page: Page, records: Sequence[Record], digest: str | None) -> int:
        """The number of the page, now kept with its records; leaves nothing of them behind when it fails."""
        found = _found(page, records)
        row = page_row(page, digest, found, self._text_of(page), self.rules)
        number = self.db.execute(_PUT_PAGE, row).lastrowid or 0
        try:
            self._put_records(number, found)
        except BaseException:
            self._take_back(number)
            raise
        return number

    def _text_of(self, page: Page) -> tuple[int, str]:
        """The number of the text, which captures that read the same share, and its digest."""
        row = text_row(page)
        known = self.db.execute("SELECT number FROM text WHERE sha256 = ?", row[:1]).fetchone()
        if known:
            return int(known[0]), row[0]
        put = self.db.execute("INSERT INTO text (sha256, text, blocks) VALUES (?, ?, ?)", row)
        return put.lastrowid or 0, row[0]

    def _put_records(self, number: int, found: Found) -> None:
        self.db.executemany(_PUT_RECORD, [(number, *row) for row in found.rows])

    def _take_back(self, number: int) -> None:
        """Deletes a page of the open batch. A savepoint would do so too, but copy each page of the file it touches."""
        try:
            if self.db.in_transaction:  # a full disk may have ended it already
                self.db.execute("DELETE FROM page WHERE number = ?", (number,))
                drop_unread_texts(self.db)
        except sqlite3.Error:
            self.db.rollback()

    def reject(self, problem: PageError, import_number: int) -> None:
        """Notes what gave no page, and why; beside what was noted of the same source before."""
        with translated(self.path):
            self.begin()
            said = (problem.source, type(problem).__name__, problem.message, problem.remedy)
            self.db.execute(_PUT_REJECT, (import_number, *said))

    def commit(self) -> None:
        """Makes everything put so far durable."""
        with translated(self.path):
            if self.db.in_transaction:
                self.db.execute("COMMIT")

    def begin(self) -> None:
        """Opens a batch where none is open, and with the first one makes the file. Raises sqlite3.Error."""
        if self._make:
            blank, self.db = self.db, self._make()
            self._make = None
            blank.close()
        if not self.db.in_transaction:
            self.db.execute("BEGIN IMMEDIATE")

    def _number(self, page_id: str) -> int | None:
        row = self.db.execute("SELECT number FROM page WHERE id = ?", (page_id,)).fetchone()
        return row[0] if row else None


def drop_unread_texts(db: sqlite3.Connection) -> None:
    """Deletes the texts that no page reads any more."""
    db.execute("DELETE FROM text WHERE number NOT IN (SELECT text_number FROM page)")


def now() -> str:
    """The time in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _found(page: Page, records: Sequence[Record]) -> Found:
    published_at = records[0].published_at if records else page.dates.get("published")
    return Found(record_rows(records, page.text), published_at)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
