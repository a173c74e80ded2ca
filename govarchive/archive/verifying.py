"""Whether an archive is what it should be: the file, what refers to what, and every text, page and record by itself.

Checking writes nothing. What cannot be read is a finding like any other; a damaged file never ends in an error.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from govarchive.archive.failing import TORN, translated
from govarchive.archive.migrations import home_of, migrate, text_digest
from govarchive.archive.rows import site_of, to_page, to_record
from govarchive.archive.seals import FOUND, STATED, records_digest, stated_digest
from govarchive.archive.store import Archive, drop_unread_texts
from govarchive.errors import Damaged
from govarchive.model import Block, Page, record_id
from govarchive.text.counted import counted

_MOST = 100
"""Findings that SQLite is asked for; a torn file has one for each of its rows."""

_RESTORE = "restore a backup, or save what can be read: sqlite3 FILE .recover | sqlite3 NEW"
_REIMPORT = "restore a backup, or import its file into a new archive"
_REPROCESS = "mark it with `verify --repair`, then: govarchive import --reprocess"
_LAID_OPEN = "govarchive import --reprocess"
_REPAIR = "govarchive verify --repair"


class Finding(NamedTuple):
    """What is wrong, and what to do about it; `page` is the number of the page it is wrong with, if it is one.

    `stale` where it is the records that are wrong, which can be found anew if nothing else is wrong with the page.
    A `remark` tells of something that is normal.
    """

    what: str
    remedy: str
    page: int | None = None
    stale: bool = False
    remark: bool = False


def verify(archive: Archive) -> Iterator[Finding]:
    """What is wrong with an archive; nothing when all is well."""
    archive.commit()
    db = archive.db
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")  # a torn text is compared, not refused
    try:
        db.execute("BEGIN")  # one view of the file, which an import may be writing to
        _shadow_views(db)
        for name, check in _CHECKS.items():
            yield from _safely(name, check, db)
    except TORN as problem:
        yield Finding(f"the file cannot be read: {problem}", _RESTORE)
    finally:
        db.text_factory = str
        if db.in_transaction:
            db.rollback()


def _shadow_views(db: sqlite3.Connection) -> None:
    """The views as they should be, as those in the file may be missing; they go with the transaction."""
    for _, kind, sql in parts_of_schema():
        if kind == "view":
            db.execute(sql.replace("CREATE VIEW", "CREATE TEMP VIEW", 1))


def repair(archive: Archive, found: Sequence[Finding]) -> int:
    """Makes indexes and views anew, drops texts of no page, and lays open the pages whose records were found wrong.

    Gives how many pages it laid open: those that are sound but for their records, as no records can be found in a text
    that is not what was read. Nothing that was read or found is changed. Raises ArchiveError where the file is too
    damaged for it; then nothing is done.
    """
    pages = {it.page for it in found if it.stale} - {it.page for it in found if not it.stale}
    with translated(archive.path):
        archive.begin()
        try:
            _make_anew(archive.db)
            archive.db.executemany("UPDATE page SET rules = '' WHERE number = ?", [(number,) for number in pages])
            drop_unread_texts(archive.db)
        except BaseException:
            archive.db.rollback()
            raise
        archive.commit()
    return len(pages)


def repaired(found: Finding) -> Finding:
    """A finding as it is told when `repair` follows: without the advice to call it."""
    remedies = {_REPROCESS: _LAID_OPEN, _REPAIR: "made anew now"}
    return found._replace(remedy=remedies.get(found.remedy, found.remedy))


def _make_anew(db: sqlite3.Connection) -> None:
    there = {row[0] for row in db.execute("SELECT name FROM main.sqlite_schema")}
    for name, kind, sql in parts_of_schema():
        if kind != "table" and name not in there:
            db.execute(sql)
    db.execute("REINDEX")


def _safely(name: str, check: "_Check", db: sqlite3.Connection) -> Iterator[Finding]:
    """The findings of a check; that it cannot go on is one more."""
    try:
        yield from check(db)
    except TORN as problem:
        yield Finding(f"the {name} cannot be read to the end: {problem}", _RESTORE)


def _file(db: sqlite3.Connection) -> Iterator[Finding]:
    """Structure of the file."""
    for (said,) in db.execute(f"PRAGMA integrity_check({_MOST})"):
        if said != "ok":
            index = "index" in said
            yield Finding(f"SQLite: {said}", _REPAIR if index else _RESTORE)


def _schema(db: sqlite3.Connection) -> Iterator[Finding]:
    """Tables, indexes and views."""
    there = {row[0] for row in db.execute("SELECT name FROM main.sqlite_schema")}
    for name, kind, _ in parts_of_schema():
        if name not in there:
            yield Finding(f"the {kind} {name} is missing", _RESTORE if kind == "table" else _REPAIR)


def parts_of_schema() -> list[tuple[str, str, str]]:
    """Name, kind (table, index, view) and SQL of all that a new archive is made of."""
    blank = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(blank, ":memory:")
        rows = blank.execute("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
        return [(name, kind, sql) for name, kind, sql in rows]
    finally:
        blank.close()


def _references(db: sqlite3.Connection) -> Iterator[Finding]:
    """What rows refer to."""
    lost: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"):
        lost[table, parent] = lost.get((table, parent), 0) + 1
    for (table, parent), number in lost.items():
        yield Finding(
            f"{counted(number, 'row')} of the table {table} with no such row in {parent}, as those are gone", _RESTORE
        )


def _texts(db: sqlite3.Connection) -> Iterator[Finding]:
    """Digests and blocks of texts."""
    for row in db.execute("SELECT * FROM text"):
        what = _of_text(row["text"], row["blocks"], row["sha256"])
        if what is None:
            continue
        pages = db.execute("SELECT number, id FROM page WHERE text_number = ?", (row["number"],)).fetchall()
        if not pages:
            yield Finding(f"{what}: text {row['number']} (of no page)", _REIMPORT)
        yield from (Finding(f"{what}: the text of page {page}", _REIMPORT, number) for number, page in pages)


def _of_text(text: str, blocks: str, digest: str) -> str | None:
    if text_digest(text or "", blocks or "") != digest:
        return "a text is not what was read, as its digest does not agree"
    return None if _are_blocks(blocks, len(text)) else "the blocks of a text are not stretches of it"


def _are_blocks(raw: str, length: int) -> bool:
    try:
        blocks = msgspec.json.decode(raw, type=list[Block])
    except msgspec.DecodeError:
        return False
    return all(0 <= it.start <= it.stop <= length for it in blocks)


def _pages(db: sqlite3.Connection) -> Iterator[Finding]:
    """Pages and their records."""
    for row in db.execute(f"{WHOLE_PAGES} ORDER BY pages.number"):
        where, number = f"page {row['id']} ({row['source']})", row["number"]
        try:
            page = to_page(row)
            problems = [*_of_page(row, page)]
        except (msgspec.DecodeError, TypeError, AttributeError) as problem:
            yield Finding(f"{where} cannot be read: {problem}", _REIMPORT, number)
            continue
        yield from (Finding(f"{where}: {what}", _REIMPORT, number) for what in problems)
        for what in _of_records(db, row, page):
            torn = problems or _of_text(row["text"], row["blocks"], row["text_sha256"])
            remedy = _REIMPORT if torn else _REPROCESS if row["rules"] else _LAID_OPEN
            yield Finding(f"{where}: {what}", remedy, number, stale=True)


WHOLE_PAGES = """
SELECT pages.*, home, stated_sha256, records_sha256, text.sha256 AS text_sha256
FROM pages JOIN page USING (number) JOIN text ON text.number = text_number
"""


def sound_page(row: Any) -> Page | Damaged:
    """The page of a row of WHOLE_PAGES, or where it is not what was read, the reject that says so."""
    try:
        page = to_page(row)
        what = _of_text(row["text"], row["blocks"], row["text_sha256"]) or next(_of_page(row, page), None)
    except (msgspec.DecodeError, TypeError, AttributeError) as problem:
        what = f"the archive cannot read it: {problem}"
    return Damaged(f"page {row['id']}: {what}", source=row["source"], remedy=_REIMPORT) if what else page


def _of_page(row: Any, page: Page) -> Iterator[str]:
    if page.id != row["id"]:
        yield "its id is not that of its bytes, address and capture"
    site = site_of(page.url)
    if site != row["site"]:
        yield f"its site is said to be {row['site']}, not {site}"
    first = home_of(site, page.source)
    if site and first != row["home"]:
        yield f"its home is said to be {row['home']}, not {first}"
    if stated_digest([row[it] for it in STATED]) != row["stated_sha256"]:
        yield "its title, encoding, dates or text are not those it was kept with"


def _of_records(db: sqlite3.Connection, whole: Any, page: Page) -> Iterator[str]:
    """Each thing that is wrong with records of a page, told once."""
    number = whole["number"]
    found: dict[str, list[str]] = {}
    for row in db.execute("SELECT * FROM records WHERE page_number = ? ORDER BY start, stop, kind", (number,)):
        for what in _of_record(row, page):
            found.setdefault(what, []).append(str(row["id"]))
    for what, ids in found.items():
        some = ids[0] if len(ids) == 1 else f"{ids[0]} and {len(ids) - 1} more"
        yield f"{what}: {some}"
    rows = db.execute(f"SELECT {', '.join(FOUND)} FROM record WHERE page = ?", (number,))
    if not found and records_digest(whole["published_at"], rows) != whole["records_sha256"]:
        yield "its records or its date of publication are not those it was kept with"


def _of_record(row: Any, page: Page) -> Iterator[str]:
    try:
        record = to_record(row)
    except (msgspec.DecodeError, TypeError):
        yield "the problems or details of a record cannot be read"
        return
    if not 0 <= record.start < record.stop or page.text[record.start : record.stop] != record.text:
        yield "a record does not stand on the page where it says"
    if record.id != record_id(page.id, record.kind, record.start, record.stop):
        yield "the id of a record is not that of its page, kind and place"
    if record.part not in (None, "template", "article"):
        yield "the part of a record is neither template nor article"


def _imports(db: sqlite3.Connection) -> Iterator[Finding]:
    """Imports and what they brought."""
    sql = """SELECT number, started_at, paths FROM import WHERE finished_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM import AS later WHERE later.paths = import.paths AND later.number > import.number
            AND later.finished_at IS NOT NULL)"""
    for number, started, paths in db.execute(sql):
        what = f"import {number} of {paths} (started {started}) is not finished"
        yield Finding(what, "unless it is still running, run the same import again", remark=True)
    for (number,) in db.execute("SELECT count(*) FROM page WHERE number NOT IN (SELECT page FROM brought)"):
        if number:
            yield Finding(
                f"{counted(number, 'page')} brought by no import that is on record", "import their files again"
            )
    for (number,) in db.execute("SELECT count(*) FROM text WHERE number NOT IN (SELECT text_number FROM page)"):
        if number:
            yield Finding(f"{counted(number, 'text')} {'belongs' if number == 1 else 'belong'} to no page", _REPAIR)


_Check = Callable[[sqlite3.Connection], Iterable[Finding]]
_CHECKS: dict[str, _Check] = {
    "file": _file,
    "schema": _schema,
    "references": _references,
    "texts": _texts,
    "pages": _pages,
    "imports": _imports,
}
