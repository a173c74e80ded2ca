"""The schema of the archive as a row of numbered steps; a step that was released is never changed again.

`PRAGMA user_version` holds the number of the last step taken, `PRAGMA application_id` says that the file is ours.
"""

import sqlite3
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256

from govarchive.archive.schemas import FIRST, SECOND, THIRD
from govarchive.archive.seals import seal_all
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
    """Takes an archive to the newest schema, each step in a transaction of its own; a blank file gets it at once.

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
    if version < len(STEPS):
        # A table is changed by making it anew, and dropping the old one would take along all that refers to it.
        db.execute("PRAGMA foreign_keys = OFF")
        if blank:
            _make(db)
        for number in range(_version(db) + 1, len(STEPS) + 1):
            _take(db, number)
    db.execute("PRAGMA foreign_keys = ON")


def _make(db: sqlite3.Connection) -> None:
    """Makes the newest schema in a blank file, whole or not at all: ten times as fast as step by step."""
    schema = _newest(tuple(STEPS))
    with db:
        db.execute("BEGIN IMMEDIATE")
        if _version(db) == 0:  # else another program made it while we waited
            for statement in schema:
                db.execute(statement)
            _sign(db, len(STEPS))


@lru_cache(1)
def _newest(steps: tuple[Step, ...]) -> list[str]:
    """The statements that make what these steps make of nothing; SQLite's own tables come by themselves."""
    blank = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for take in steps:
            take(blank)
        rows = blank.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY rowid"
        )
        return [sql for (sql,) in rows]
    finally:
        blank.close()


def _take(db: sqlite3.Connection, number: int) -> None:
    """Takes a step, whole or not at all."""
    with db:
        db.execute("BEGIN IMMEDIATE")
        if _version(db) < number:  # else another program took this step while we waited
            STEPS[number - 1](db)
            lost = db.execute("PRAGMA foreign_key_check").fetchone()
            if lost:
                raise sqlite3.DatabaseError(f"a row of {lost[0]} refers to one of {lost[2]} that is not there")
            _sign(db, number)


def _sign(db: sqlite3.Connection, version: int) -> None:
    """Notes that the file is ours, and its version."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version}")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


@step
def pages_records_imports_rejects(db: sqlite3.Connection) -> None:
    """The first schema."""
    _run(db, FIRST)


def _run(db: sqlite3.Connection, script: str) -> None:
    """Runs the statements of a script; `executescript` would end the transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
    assert not statement.strip(), "a script ends with a semicolon"


@step
def texts_apart_and_the_log_of_imports(db: sqlite3.Connection) -> None:
    """Captures that read the same share their text; imports tell what they were asked and what they did."""
    db.create_function("text_digest", 2, text_digest, deterministic=True)
    db.create_function("home_of", 2, home_of, deterministic=True)
    _run(db, SECOND)
    seal_all(db)


@step
def an_article_without_a_date_counts_when_captured(db: sqlite3.Connection) -> None:
    """Else it counts on no date: a page of contacts whose mark-up calls it an article bears none."""
    _run(db, THIRD)


def text_digest(text: str, blocks: str) -> str:
    """What two captures share that read the same: sha256 of the text and of its blocks (as JSON), hexadecimal."""
    return sha256(f"{text}\0{blocks}".encode()).hexdigest()


def home_of(site: str | None, source: str) -> str:
    """Whose template a page has: its site's, or where no address is known, that of the pages beside it.

    >>> home_of("vidin.primer.bg", "a.warc#0"), home_of(None, "страници/a.html"), home_of(None, "a.zip#b/c.html")
    ('vidin.primer.bg', 'страници/', 'a.zip#b/')
    """
    if site:
        return site
    container, mark, inside = source.replace("\\", "/").partition("#")
    path = inside if mark else container
    folder = path[: path.rfind("/") + 1]
    return f"{container}#{folder}" if mark else folder
