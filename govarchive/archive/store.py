"""The archive file: opening, writing, closing. All SQL that writes is here.

A page and its records are written in one transaction, so a run that is killed leaves whole pages only, and the next
run finds which are missing.
"""

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from govarchive import __version__
from govarchive.archive.migrations import migrate
from govarchive.archive.rows import PAGE_COLUMNS, RECORD_COLUMNS, page_row, record_row
from govarchive.errors import ArchiveError, ArchiveFull, NotAnArchive, PageError
from govarchive.model import Page, Record

_PUT_PAGE = f"INSERT INTO page ({', '.join(PAGE_COLUMNS)}) VALUES ({', '.join('?' * len(PAGE_COLUMNS))})"
_PUT_RECORD = f"INSERT INTO record ({', '.join(RECORD_COLUMNS)}) VALUES ({', '.join('?' * len(RECORD_COLUMNS))})"

_MAGIC = b"SQLite format 3\x00"
_CACHE_KB = 64 * 1024
_LOG_PAGES = 16_000


class Archive:
    """An open archive. Use as a context manager: leaving it commits, an exception rolls the open batch back."""

    def __init__(self, db: sqlite3.Connection, path: str) -> None:
        self.db = db
        self.path = path

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

    def start_import(self, paths: Sequence[str]) -> int:
        """The number of a new import, on record at once so that a broken-off run can be seen."""
        with translated(self.path):
            self._begin()
            row = self.db.execute(
                "INSERT INTO import (started_at, version, paths) VALUES (?, ?, ?) RETURNING number",
                (_now(), __version__, json.dumps(list(paths), ensure_ascii=False)),
            ).fetchone()
            self.commit()
        return int(row[0])

    def finish_import(self, number: int) -> None:
        """Marks an import as complete and commits."""
        with translated(self.path):
            self._begin()
            self.db.execute("UPDATE import SET finished_at = ? WHERE number = ?", (_now(), number))
            self.commit()

    def has(self, page: Page) -> bool:
        """Whether this very capture is kept already."""
        with translated(self.path):
            return self._number(page) is not None

    def put(self, page: Page, records: Sequence[Record], import_number: int) -> bool:
        """Keeps a page with its records, all or nothing; part of the open batch until `commit`.

        False for a capture that is kept already, perhaps by an import that ran beside this one: nothing changes then,
        but that the path it came from this time is noted.
        """
        with translated(self.path):
            self._begin()
            number = self._number(page)
            new = number is None
            if number is None:
                number = self._put_whole(page, records)
            self.db.execute("INSERT OR IGNORE INTO source VALUES (?, ?, ?)", (number, page.source, import_number))
        return new

    def _put_whole(self, page: Page, records: Sequence[Record]) -> int:
        """The number of the page, now kept with its records; leaves nothing of them behind when it fails."""
        published_at = records[0].published_at if records else page.dates.get("published")
        number = self.db.execute(_PUT_PAGE, page_row(page, published_at, __version__)).lastrowid or 0
        try:
            self.db.executemany(_PUT_RECORD, [record_row(number, record) for record in records])
        except BaseException:
            self._take_back(number)
            raise
        return number

    def _take_back(self, number: int) -> None:
        """Deletes a page of the open batch. A savepoint would do so too, but copy each page of the file it touches."""
        try:
            if self.db.in_transaction:  # a full disk may have ended it already
                self.db.execute("DELETE FROM page WHERE number = ?", (number,))
        except sqlite3.Error:
            self.db.rollback()

    def reject(self, problem: PageError, import_number: int) -> None:
        """Notes what gave no page, and why."""
        with translated(self.path):
            self._begin()
            self.db.execute(
                "INSERT OR REPLACE INTO reject VALUES (?, ?, ?, ?, ?)",
                (import_number, problem.source, type(problem).__name__, problem.message, problem.remedy),
            )

    def commit(self) -> None:
        """Makes everything put so far durable."""
        with translated(self.path):
            if self.db.in_transaction:
                self.db.execute("COMMIT")

    def _begin(self) -> None:
        if not self.db.in_transaction:
            self.db.execute("BEGIN IMMEDIATE")

    def _number(self, page: Page) -> int | None:
        row = self.db.execute("SELECT number FROM page WHERE id = ?", (page.id,)).fetchone()
        return row[0] if row else None


def open_archive(path: str, *, create: bool = False, timeout: float = 30) -> Archive:
    """Opens the archive in `path`, taking it to the newest schema; `create` makes one where there is none.

    `timeout` is how many seconds to wait for another writer. What may not be written is opened for reading.
    Raises ArchiveError (no such file, no permission), NotAnArchive, NewerArchive, ArchiveFull.
    """
    place = Path(path)
    if place.is_dir():
        raise NotAnArchive("this is a folder", source=path, remedy="name a file with --archive")
    if not create and not (place.exists() and place.stat().st_size):
        said = "an empty file" if place.exists() else "no such archive"
        raise ArchiveError(said, source=path, remedy="make one with: govarchive import PATH --archive FILE")
    if place.exists() and place.stat().st_size and not _is_sqlite(place):
        raise NotAnArchive("this is not an archive", source=path, remedy="name another file with --archive")
    with translated(path):
        try:
            return Archive(_connected(path, "rwc" if create else "rw", timeout), path)
        except sqlite3.OperationalError:
            if create or not _may_not_be_written(place):
                raise
            # Without the right to write, SQLite cannot share the file with a writer; nor can there be one.
            return Archive(_connected(path, "ro&immutable=1", timeout), path)


def _is_sqlite(place: Path) -> bool:
    """Whether the file begins as SQLite's do; SQLite itself takes a file of a few bytes for a blank one."""
    try:
        with place.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError as problem:
        raise ArchiveError(
            f"cannot be read: {problem.strerror}", source=str(place), remedy="check the permissions"
        ) from problem


def _connected(path: str, mode: str, timeout: float) -> sqlite3.Connection:
    """A connection to an archive of the newest schema. Raises NotAnArchive, NewerArchive and sqlite3.Error."""
    # A name with the characters of an address (`?`, `#`, `%`) is a name all the same.
    address = f"file:{quote(os.path.abspath(path))}?mode={mode}"  # noqa: PTH100 (links stay as they are)
    db = sqlite3.connect(address, uri=True, isolation_level=None, timeout=timeout)
    db.row_factory = sqlite3.Row
    try:
        db.execute("PRAGMA foreign_keys = ON")
        migrate(db, path)
        # Only now: it writes to the file, which must be known to be ours first.
        if not mode.startswith("ro"):
            db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        # Ids are random, so every batch touches the whole of their index: kept in memory and folded into the file
        # seldom, it costs the same at a hundred thousand pages as at a thousand.
        db.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        db.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    except BaseException:
        db.close()
        raise
    return db


def _may_not_be_written(place: Path) -> bool:
    """Whether the file or its folder is for reading only, and no changes of a writer lie beside the file."""
    left = place.with_name(place.name + "-wal")
    if left.exists() and left.stat().st_size:
        return False
    return not (os.access(place, os.W_OK) and os.access(place.parent, os.W_OK))


@contextmanager
def translated(path: str) -> Iterator[None]:
    """SQLite's errors as ours, each with what to do about it."""
    try:
        yield
    except sqlite3.IntegrityError as problem:
        raise ArchiveError(
            f"this page or record is kept already: {problem}", source=path, remedy="please report it with the page"
        ) from problem
    except sqlite3.OperationalError as problem:
        raise _operational(str(problem), path) from problem
    except sqlite3.DatabaseError as problem:
        raise _broken(str(problem), path) from problem


def _operational(said: str, path: str) -> ArchiveError:
    if "is full" in said or "disk I/O error" in said:
        what = "the disk is full" if "is full" in said else "the disk does not take what is written"
        return ArchiveFull(what, source=path, remedy="free some space and run the same command again")
    if "readonly" in said:
        return ArchiveFull("may not be written", source=path, remedy="check the permissions of the file and its folder")
    if "unable to open" in said:
        return ArchiveError("cannot be opened", source=path, remedy="check that the folder exists and may be written")
    if "locked" in said:
        return ArchiveError("another program is writing to it", source=path, remedy="wait for it and run again")
    return ArchiveError(
        f"SQLite says: {said}", source=path, remedy="check the file with: sqlite3 FILE 'PRAGMA quick_check'"
    )


def _broken(said: str, path: str) -> ArchiveError:
    if "not a database" in said:
        return NotAnArchive("this is not an archive", source=path, remedy="name another file with --archive")
    return ArchiveError(
        f"the file is damaged: {said}",
        source=path,
        remedy="restore a copy, or save what can be read with: sqlite3 FILE .recover",
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
