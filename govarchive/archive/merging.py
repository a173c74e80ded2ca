"""Archives joined: pages, sources, imports and rejects of one brought into another, whole or not at all.

The same capture is kept once, as the archive that is merged into has it. Imports get new numbers; one that is known to
the last detail already is the same one, so that merging twice changes nothing.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from govarchive.archive.copying import backup, check_file
from govarchive.archive.failing import translated
from govarchive.archive.migrations import STEPS
from govarchive.archive.opening import address_of, open_copy, reading_mode
from govarchive.archive.rows import PAGE_COLUMNS, RECORD_COLUMNS
from govarchive.archive.store import Archive
from govarchive.archive.verifying import Finding, verify
from govarchive.errors import ArchiveError, SkippedPage


@dataclass(slots=True)
class Merged:
    """What an archive brought to another: new pages with their records, those kept already, imports and rejects.

    `damaged` is what is wrong with the pages that were left out.
    """

    pages: int = 0
    known: int = 0
    records: int = 0
    imports: int = 0
    rejects: int = 0
    damaged: Sequence[Finding] = ()


def merge(archive: Archive, path: str) -> Merged:
    """Brings into an archive what the one in `path` holds beyond it; that one stays as it is, whatever its schema.

    Pages that are not what was read or found are left out. Raises ArchiveError, and then nothing of it was brought.
    """
    archive.commit()
    with open_copy(path) as other, translated(path):
        if archive.is_made and Path(path).samefile(archive.path):
            raise ArchiveError("is the archive to merge into", source=path, remedy="name other archives")
        check_file(other.db)
        damaged = [it for it in verify(other) if it.page is not None]
    with translated(archive.path):
        archive.begin()  # makes the file where there is none
        archive.commit()
    with _attached(archive, path), translated(archive.path):
        archive.begin()
        try:
            merged = _bring(archive.db, damaged)
        except BaseException:
            archive.db.rollback()
            raise
        archive.commit()
    return merged


@contextmanager
def _attached(archive: Archive, path: str) -> Iterator[None]:
    """The archive in `path` as the schema `other`; one of an older schema is copied and the copy migrated."""
    with TemporaryDirectory(prefix="govarchive-") as folder:
        with translated(path):
            address = address_of(path, reading_mode(Path(path)))
            if _version(address) < len(STEPS):
                address = _migrated(path, f"{folder}/other.db")
            archive.db.execute("ATTACH ? AS other", (address,))
        try:
            yield
        finally:
            archive.db.execute("DETACH other")


def _version(address: str) -> int:
    db = sqlite3.connect(address, uri=True)
    try:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()


def _migrated(path: str, copy: str) -> str:
    """The address of a copy of the newest schema."""
    with open_copy(path) as archive:
        backup(archive, copy)
    return address_of(copy, "ro")


def _bring(db: sqlite3.Connection, damaged: Sequence[Finding]) -> Merged:
    """Copies what is new and not damaged, in the open transaction."""
    merged = Merged(imports=_bring_imports(db), damaged=damaged)
    db.execute("DROP TABLE IF EXISTS temp.left_out")
    db.execute("CREATE TEMP TABLE left_out (number INTEGER PRIMARY KEY)")
    db.executemany("INSERT OR IGNORE INTO temp.left_out VALUES (?)", [(it.page,) for it in damaged])
    last = db.execute("SELECT coalesce(max(number), 0) FROM main.page").fetchone()[0]
    db.execute(_TEXTS)
    merged.pages = db.execute(_PAGES).rowcount
    db.execute("DROP TABLE IF EXISTS temp.joined_page")
    db.execute(_JOINED_PAGE)
    merged.known = db.execute("SELECT count(*) FROM temp.joined_page WHERE new <= ?", (last,)).fetchone()[0]
    merged.records = db.execute(_RECORDS, (last,)).rowcount
    db.execute(_DIGESTS)
    db.execute(_SOURCES)
    db.execute(_BROUGHT)
    before = _rejects(db)
    db.execute(_REJECTS)
    merged.rejects = _rejects(db) - before
    return merged


def _rejects(db: sqlite3.Connection) -> int:
    """How many there are, without what was passed over on purpose."""
    sql = "SELECT count(*) FROM main.reject WHERE error <> ?"
    return int(db.execute(sql, (SkippedPage.__name__,)).fetchone()[0])


def _bring_imports(db: sqlite3.Connection) -> int:
    """Copies the imports that are new, and notes under which numbers all are known here; gives how many are new."""
    db.execute("DROP TABLE IF EXISTS temp.joined_import")
    db.execute("CREATE TEMP TABLE joined_import (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)")
    db.execute(_SAME_IMPORTS)
    fresh = [row[0] for row in db.execute(_NEW_IMPORTS)]
    for old in fresh:
        new = db.execute(_IMPORT, (old,)).lastrowid
        db.execute("INSERT INTO temp.joined_import VALUES (?, ?)", (old, new))
    return len(fresh)


_IMPORT_COLUMNS = "started_at, finished_at, version, folder, paths, options, report"
_SAME_IMPORTS = f"""
INSERT INTO temp.joined_import SELECT theirs.number, min(ours.number)
FROM other.import AS theirs JOIN main.import AS ours
    ON {" AND ".join(f"ours.{it} IS theirs.{it}" for it in _IMPORT_COLUMNS.split(", "))}
GROUP BY theirs.number
"""
_NEW_IMPORTS = (
    "SELECT number FROM other.import WHERE number NOT IN (SELECT old FROM temp.joined_import) ORDER BY number"
)
_IMPORT = f"INSERT INTO main.import ({_IMPORT_COLUMNS}) SELECT {_IMPORT_COLUMNS} FROM other.import WHERE number = ?"

_TEXTS = """
INSERT OR IGNORE INTO main.text (sha256, text, blocks)
SELECT sha256, text, blocks FROM other.text
WHERE number IN (
    SELECT text_number FROM other.page
    WHERE id NOT IN (SELECT id FROM main.page) AND number NOT IN (SELECT number FROM temp.left_out))
"""
_SAME_COLUMNS = ", ".join(f"page.{it}" for it in PAGE_COLUMNS if it != "text_number")
_PAGES = f"""
INSERT INTO main.page ({", ".join(it for it in PAGE_COLUMNS if it != "text_number")}, text_number)
SELECT {_SAME_COLUMNS}, ours.number
FROM other.page JOIN other.text AS theirs ON theirs.number = page.text_number
    JOIN main.text AS ours ON ours.sha256 = theirs.sha256
WHERE page.id NOT IN (SELECT id FROM main.page) AND page.number NOT IN (SELECT number FROM temp.left_out)
ORDER BY page.number
"""
_JOINED_PAGE = """
CREATE TEMP TABLE joined_page AS SELECT theirs.number AS old, ours.number AS new
FROM other.page AS theirs JOIN main.page AS ours ON ours.id = theirs.id
WHERE theirs.number NOT IN (SELECT number FROM temp.left_out) ORDER BY ours.number
"""
_OF_RECORD = ", ".join(it for it in RECORD_COLUMNS if it != "page")
_RECORDS = f"""
INSERT INTO main.record (page, {_OF_RECORD}) SELECT new, {_OF_RECORD}
FROM temp.joined_page JOIN other.record ON record.page = old WHERE new > ?
"""
_DIGESTS = """
UPDATE main.page SET digest = (SELECT digest FROM other.page AS theirs WHERE theirs.id = page.id)
WHERE digest IS NULL AND number IN (SELECT new FROM temp.joined_page)
"""
_SOURCES = """
INSERT OR IGNORE INTO main.source SELECT page.new, path, import.new
FROM other.source JOIN temp.joined_page AS page ON page.old = source.page
    JOIN temp.joined_import AS import ON import.old = source.import
"""
_BROUGHT = """
INSERT OR IGNORE INTO main.brought SELECT import.new, page.new
FROM other.brought JOIN temp.joined_page AS page ON page.old = brought.page
    JOIN temp.joined_import AS import ON import.old = brought.import
"""
_REJECTS = """
INSERT OR IGNORE INTO main.reject (import, source, nth, error, reason, remedy, retried)
SELECT import.new, source, nth, error, reason, remedy, again.new
FROM other.reject JOIN temp.joined_import AS import ON import.old = reject.import
    LEFT JOIN temp.joined_import AS again ON again.old = reject.retried
"""
