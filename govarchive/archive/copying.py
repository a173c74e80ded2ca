"""A copy of an archive that is consistent whatever is written to it meanwhile."""

import sqlite3
from pathlib import Path

from govarchive.archive.failing import translated
from govarchive.archive.store import Archive
from govarchive.errors import ArchiveError
from govarchive.whole import in_place_of


def backup(archive: Archive, path: str) -> int:
    """Copies an archive to a new file, checks the copy, and gives its bytes; leaves no file behind when it fails.

    Raises ArchiveError where there is a file of that name, or the copy is not as it should be.
    """
    place = Path(path)
    try:
        place.open("xb").close()  # nobody else takes the name meanwhile
    except FileExistsError:
        raise ArchiveError("is there already", source=path, remedy="name a file that is not there") from None
    except OSError as problem:
        said = f"cannot be made: {problem.strerror}"
        raise ArchiveError(said, source=path, remedy="check that the folder exists and may be written") from problem
    try:
        with translated(path), in_place_of(place) as part:
            _copy(archive.db, part)
    except BaseException as problem:
        place.unlink()
        if isinstance(problem, OSError):
            said = f"cannot be written: {problem.strerror}"
            raise ArchiveError(said, source=path, remedy="name a file on another disk") from problem
        raise
    return place.stat().st_size


def _copy(db: sqlite3.Connection, place: Path) -> None:
    """Copies and checks; the copy is one file on its own, without a log beside it."""
    copy = sqlite3.connect(place, isolation_level=None)
    try:
        db.backup(copy)  # in one go: readers and writers of a file with a log do not hinder each other
        copy.execute("PRAGMA journal_mode = DELETE")
        check_file(copy)
    finally:
        copy.close()


def check_file(db: sqlite3.Connection) -> None:
    """Reads a file through. Raises sqlite3.DatabaseError where it is damaged."""
    said = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise sqlite3.DatabaseError(said)
