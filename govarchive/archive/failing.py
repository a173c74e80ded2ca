"""SQLite's errors as ours, each with what to do about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from govarchive.errors import ArchiveError, ArchiveFull, NotAnArchive

TORN = (sqlite3.DatabaseError, msgspec.DecodeError, UnicodeDecodeError)
"""What a damaged file may raise while it is read; the last also for the messages of SQLite, which quote from it."""


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Runs what is inside, SQLite's errors of the archive in `path` translated."""
    try:
        yield
    except sqlite3.IntegrityError as problem:
        if "FOREIGN KEY" in str(problem):
            raise ArchiveError(
                "this import was taken back meanwhile", source=path, remedy="run the same command again"
            ) from problem
        raise ArchiveError(
            f"this page or record is kept already: {problem}", source=path, remedy="please report it with the page"
        ) from problem
    except sqlite3.OperationalError as problem:
        raise _operational(str(problem), path) from problem
    except TORN as problem:
        raise _broken(str(problem), path) from problem


def _operational(said: str, path: str) -> ArchiveError:
    if "is full" in said or "disk I/O error" in said:
        what = "the disk is full" if "is full" in said else "the disk does not take what is written"
        return ArchiveFull(what, source=path, remedy="free some space and run the same command again")
    if "readonly" in said:
        return ArchiveFull("may not be written", source=path, remedy="check the permissions of the file and its folder")
    if "unable to open" in said:
        return ArchiveError("cannot be opened", source=path, remedy="check that the folder exists and may be written")
    if "decode to UTF-8" in said:
        return _broken(said, path)
    if "locked" in said:
        return ArchiveError("another program is writing to it", source=path, remedy="wait for it and run again")
    return ArchiveError(
        f"SQLite says: {said}", source=path, remedy="check the file with: govarchive verify --archive FILE"
    )


def _broken(said: str, path: str) -> ArchiveError:
    if "not a database" in said:
        return NotAnArchive("this is not an archive", source=path, remedy="name another file with --archive")
    return ArchiveError(
        f"the file is damaged: {said}",
        source=path,
        remedy="restore a copy, or save what can be read with: sqlite3 FILE .recover | sqlite3 NEW",
    )
