"""Opening an archive: what may lie at its path, the newest schema, and how SQLite is to treat the file."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from govarchive.archive.failing import translated
from govarchive.archive.migrations import STEPS, migrate
from govarchive.archive.store import Archive
from govarchive.errors import ArchiveError, NotAnArchive

_MAGIC = b"SQLite format 3\x00"
_CACHE_KB = 64 * 1024
_LOG_PAGES = 16_000


def open_archive(path: str, *, create: bool = False, timeout: float = 30) -> Archive:
    """Opens the archive in `path`, taking it to the newest schema.

    With `create` there need be none: the file is made with the first import, and without one there is none after.
    `timeout` is how many seconds to wait for another writer. What may not be written is opened for reading.
    Raises ArchiveError (no such file, no permission), NotAnArchive, NewerArchive, ArchiveFull.
    """
    place = Path(path)
    there = place.exists() and place.stat().st_size > 0
    if place.is_dir():
        raise NotAnArchive("this is a folder", source=path, remedy="name a file with --archive")
    if not create and not there:
        remedy = "make one with: govarchive import PATH --archive FILE"
        raise ArchiveError(_missing(place), source=path, remedy=remedy)
    if there and not is_sqlite(place):
        raise NotAnArchive("this is not an archive", source=path, remedy="name another file with --archive")
    with translated(path):
        return Archive(_opened(place, timeout), path) if there else _to_be_made(place, timeout)


def is_sqlite(place: Path) -> bool:
    """Whether the file begins as SQLite's do; SQLite itself takes a file of a few bytes for a blank one."""
    try:
        with place.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError as problem:
        raise ArchiveError(
            f"cannot be read: {problem.strerror}", source=str(place), remedy="check the permissions"
        ) from problem


def _opened(place: Path, timeout: float) -> sqlite3.Connection:
    """A connection to a file that is there, for reading where it may not be written."""
    try:
        return _connected(str(place), "rw", timeout)
    except sqlite3.OperationalError:
        if not _may_not_be_written(place):
            raise
        # Without the right to write, SQLite cannot share the file with a writer; nor can there be one.
        return _connected(str(place), "ro&immutable=1", timeout)


def _to_be_made(place: Path, timeout: float) -> Archive:
    """An archive that is kept in memory, and empty, until something is put into it."""
    if not os.access(place.absolute().parent, os.W_OK):
        raise ArchiveError(
            "cannot be opened", source=str(place), remedy="check that the folder exists and may be written"
        )
    blank = sqlite3.connect(":memory:", isolation_level=None)
    blank.row_factory = sqlite3.Row
    migrate(blank, str(place))
    return Archive(blank, str(place), lambda: _connected(str(place), "rwc", timeout))


def _connected(path: str, mode: str, timeout: float, *, as_is: bool = False) -> sqlite3.Connection:
    """A connection to an archive of the newest schema, or to a copy of that schema where the file stays `as_is`.

    Raises NotAnArchive, NewerArchive and sqlite3.Error.
    """
    as_is = as_is or mode.startswith("ro")
    db = sqlite3.connect(address_of(path, mode), uri=True, isolation_level=None, timeout=timeout)
    try:
        if as_is and db.execute("PRAGMA user_version").fetchone()[0] < len(STEPS):
            db = _copy_of(db)
        db.row_factory = sqlite3.Row
        migrate(db, path)
        # Only now: it writes to the file, which must be known to be ours first.
        if not as_is:
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


def address_of(path: str, mode: str) -> str:
    """The address by which SQLite opens a file, whatever its name holds: `?`, `#`, `%` or bytes that are no UTF-8."""
    return f"file:{quote(os.fsencode(os.path.abspath(path)))}?mode={mode}"  # noqa: PTH100 (links stay as they are)


def _copy_of(db: sqlite3.Connection) -> sqlite3.Connection:
    """A copy in a temporary file that goes with the connection: it can be taken to the newest schema."""
    copy = sqlite3.connect("", isolation_level=None)
    db.backup(copy)
    db.close()
    return copy


def open_copy(path: str) -> Archive:
    """The archive in `path` for reading, which stays as it is even where its schema is older.

    Raises what `open_archive` does.
    """
    place = Path(path)
    if place.is_dir():
        raise NotAnArchive("this is a folder", source=path, remedy="name a file in it")
    if not (place.is_file() and place.stat().st_size):
        raise ArchiveError(_missing(place), source=path, remedy="check the path")
    if not is_sqlite(place):
        raise NotAnArchive("this is not an archive", source=path, remedy="name another file")
    with translated(path):
        return Archive(_connected(path, reading_mode(place), 30, as_is=True), path)


def reading_mode(place: Path) -> str:
    """How SQLite is to open a file that is only read, so that nothing of it changes and nothing is left beside it.

    A log with changes in it stays, to be folded in by who writes; without one the reader tidies up its own.
    """
    if _may_not_be_written(place):
        return "ro&immutable=1"  # not shared with a writer, as there can be none
    return "ro" if _has_log(place) else "rw"


def _may_not_be_written(place: Path) -> bool:
    """Whether the file or its folder is for reading only, and no changes of a writer lie beside the file."""
    return not _has_log(place) and not (os.access(place, os.W_OK) and os.access(place.parent, os.W_OK))


def _has_log(place: Path) -> bool:
    log = place.with_name(place.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _missing(place: Path) -> str:
    """What is said of a path that holds nothing yet."""
    return "an empty file" if place.is_file() else "no such archive"
