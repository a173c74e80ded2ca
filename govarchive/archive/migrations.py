"""The schema of the archive as a row of numbered steps; a step that was released is never changed again.

`PRAGMA user_version` holds the number of the last step taken, `PRAGMA application_id` says that the file is ours.
"""

import sqlite3
from collections.abc import Callable

from govarchive.errors import NewerArchive, NotAnArchive

APPLICATION_ID = 0x474F5641
"""`GOVA`, as `file` and other tools see it."""

Step = Callable[[sqlite3.Connection], None]
STEPS: list[Step] = []


def step(function: Step) -> Step:
    """Registers the next step; its place in this file is its number, from 1."""
    STEPS.append(function)
    return function


def migrate(db: sqlite3.Connection, source: str) -> None:
    """Takes an archive to the newest schema, each step in a transaction of its own.

    Raises NotAnArchive for a database of something else and NewerArchive for one from a later version.
    """
    with db:
        db.execute("BEGIN")  # one view of the file, which another program may just be making
        version = _version(db)
        owner: int = db.execute("PRAGMA application_id").fetchone()[0]
        blank = not db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    if owner != APPLICATION_ID and not (blank and version == 0):
        raise NotAnArchive(
            "this SQLite database is not a govarchive archive", source=source, remedy="name another file with --archive"
        )
    if version > len(STEPS):
        raise NewerArchive(
            f"written by a later version (schema {version}, this one knows {len(STEPS)})",
            source=source,
            remedy="update govarchive",
        )
    for number in range(version + 1, len(STEPS) + 1):
        with db:
            db.execute("BEGIN IMMEDIATE")
            if _version(db) < number:  # else another program took this step while we waited
                STEPS[number - 1](db)
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {number}")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


@step
def pages_records_imports_rejects(db: sqlite3.Connection) -> None:
    """The first schema."""
    for statement in _FIRST.split(";"):
        if statement.strip():
            db.execute(statement)


_FIRST = """
CREATE TABLE import (
    number INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,      -- UTC, ISO 8601
    finished_at TEXT,              -- null while it runs, and for good when it was broken off
    version TEXT NOT NULL,         -- of govarchive
    paths TEXT NOT NULL            -- as given, a JSON array
) STRICT;

CREATE TABLE page (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,       -- 16 hex digits from sha256, url and captured_at
    source TEXT NOT NULL,          -- the path it was first read from, all are in the table source
    sha256 TEXT NOT NULL,
    url TEXT,
    site TEXT,                     -- the host of the url, without www.
    captured_at TEXT,
    published_at TEXT,
    media_type TEXT NOT NULL,
    encoding TEXT NOT NULL,
    encoding_from TEXT NOT NULL,
    title TEXT,
    dates TEXT NOT NULL,           -- what the metadata states, a JSON object
    blocks TEXT NOT NULL,          -- [kind, start, stop, part] each, a JSON array
    text TEXT NOT NULL,            -- spans of records count its code points
    rules TEXT NOT NULL            -- the version of govarchive that found its records
) STRICT;

CREATE TABLE source (
    page INTEGER NOT NULL REFERENCES page (number) ON DELETE CASCADE,
    path TEXT NOT NULL,            -- as given on the command line
    import INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
    PRIMARY KEY (page, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    page INTEGER NOT NULL REFERENCES page (number) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,              -- 16 hex digits from the page's id, kind and span
    value TEXT,
    text TEXT NOT NULL,
    label TEXT,
    valid INTEGER,                 -- 1 passed, 0 failed, null: nothing to check
    problems TEXT NOT NULL,        -- a JSON array
    score REAL NOT NULL,
    rule TEXT NOT NULL,
    details TEXT NOT NULL,         -- a JSON object
    part TEXT,                     -- template, article or null
    counts_on TEXT,                -- the date that counts: of capture in the template, of publication in the article
    value_key TEXT,                -- the value, label, role and institution for comparing: lower case, words only
    label_key TEXT,
    role_key TEXT,
    institution_key TEXT,          -- with " | " between the name, its short and its full form
    PRIMARY KEY (page, start, stop, kind)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX record_by_id ON record (id);
CREATE INDEX record_by_value ON record (kind, value_key);
CREATE INDEX page_by_site ON page (site);

CREATE TABLE reject (
    import INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
    source TEXT NOT NULL,
    error TEXT NOT NULL,           -- the class of the error
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL,
    PRIMARY KEY (import, source)
) STRICT, WITHOUT ROWID
"""
