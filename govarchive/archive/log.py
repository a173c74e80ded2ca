"""The log of imports: what was run, what it brought and could not read; and how one is taken back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from govarchive.archive.failing import translated
from govarchive.archive.store import Archive, drop_unread_texts
from govarchive.errors import GovarchiveError, SkippedPage


@dataclass(frozen=True, slots=True)
class Import:
    """A run of `import`. `finished_at` is None while it runs, and for good where it was broken off.

    `finished_by` is the later import that did the rest of one that was broken off, as it was asked the same.
    `folder` is where it was run, by which its paths are to be understood.
    `pages` counts those it met, `own` those that no other import met, `rejects` what it could not read, without what it
    passed over on purpose; `report` is empty until it is finished.
    """

    number: int
    started_at: str
    finished_at: str | None
    finished_by: int | None
    version: str
    folder: str | None
    paths: Sequence[str]
    options: Mapping[str, Any]
    report: Mapping[str, Any]
    pages: int
    own: int
    rejects: int


@dataclass(frozen=True, slots=True)
class Reject:
    """What gave no page, or not a whole one, and the import that tried it again."""

    import_number: int
    source: str
    error: str
    reason: str
    remedy: str
    retried: int | None


def imports(archive: Archive) -> Iterator[Import]:
    """All imports, the first one first."""
    with translated(archive.path):
        for row in archive.db.execute(_IMPORTS):
            yield _import_of(row)


def import_by_number(archive: Archive, number: int) -> Import:
    """One import. Raises GovarchiveError where none has that number."""
    with translated(archive.path):
        row = archive.db.execute(f"{_SELECT} WHERE import.number = ?", (number,)).fetchone()
    if row is None:
        raise GovarchiveError(f"there is no import {number}: `govarchive imports` lists them")
    return _import_of(row)


_SELECT = """
SELECT import.*,
    CASE WHEN finished_at IS NULL THEN (
        SELECT min(number) FROM import AS later WHERE later.number > import.number AND later.paths = import.paths
            AND later.options = import.options AND later.folder IS import.folder AND later.finished_at IS NOT NULL)
    END AS finished_by,
    (SELECT count(*) FROM brought WHERE import = import.number) AS pages,
    (SELECT count(*) FROM brought AS this WHERE import = import.number AND NOT EXISTS (
        SELECT 1 FROM brought AS other WHERE other.page = this.page AND other.import <> this.import)) AS own,
    (SELECT count(*) FROM reject WHERE import = import.number AND error <> 'SkippedPage') AS rejects
FROM import
"""


def own_records(archive: Archive, number: int) -> int:
    """How many records an import has on pages that no other import met."""
    sql = f"SELECT count(*) FROM record WHERE page IN ({_ALONE})"
    with translated(archive.path):
        return int(archive.db.execute(sql, {"import": number}).fetchone()[0])


_IMPORTS = f"{_SELECT} ORDER BY import.number"


def _import_of(row: Any) -> Import:
    read = {name: msgspec.json.decode(row[name] or "{}") for name in ("paths", "options", "report")}
    plain = {name: row[name] for name in Import.__slots__ if name not in read}
    return Import(**read, **plain)


_REJECTS = "SELECT import, source, error, reason, remedy, retried FROM reject"


def rejects(
    archive: Archive, *, import_number: int | None = None, errors: Sequence[str] = (), waiting: bool = False
) -> Iterator[Reject]:
    """The rejects in the order of imports and sources: of one import, of some classes of error, or that wait.

    What several imports met waits once, as the last of them met it. What was passed over on purpose is among them only
    where `errors` names its class, SkippedPage: of a crawl it is the larger part.
    """
    conditions: list[tuple[str, Sequence[Any]]] = [("1", ())]
    if import_number is not None:
        conditions.append(("import = ?", [import_number]))
    if errors:
        conditions.append((f"error IN ({', '.join('?' * len(errors))})", errors))
    else:
        conditions.append(("error <> ?", [SkippedPage.__name__]))
    if waiting:
        conditions.append((_WAITING, ()))
    where = " AND ".join(sql for sql, _ in conditions)
    values = [value for _, given in conditions for value in given]
    with translated(archive.path):
        for row in archive.db.execute(f"{_REJECTS} WHERE {where} ORDER BY import, source, nth", values):
            yield Reject(*row)


def passed_over(archive: Archive, import_number: int | None = None) -> int:
    """How much was passed over on purpose: by one import, or by all."""
    sql = "SELECT count(*) FROM reject WHERE error = ? AND coalesce(import = ?, 1)"
    with translated(archive.path):
        return int(archive.db.execute(sql, (SkippedPage.__name__, import_number)).fetchone()[0])


_WAITING = "retried IS NULL AND (import, source) IN (SELECT max(import), source FROM reject GROUP BY source)"


def mark_retried(archive: Archive, found: Sequence[Reject], number: int) -> None:
    """Notes that these rejects were tried again by the import with that number; part of the open batch."""
    with translated(archive.path):
        archive.begin()
        archive.db.executemany(
            "UPDATE reject SET retried = ? WHERE import = ? AND source = ?",
            [(number, it.import_number, it.source) for it in found],
        )


def join_retries(archive: Archive, found: Sequence[Reject], number: int) -> None:
    """Forgets rejects of a retry that failed again for the same reason; part of the open batch.

    The first reject stays with the import that met it, tried again by the one with that number; what was tried between
    the two says nothing more. So there are two of a source, however often it is tried.
    """
    with translated(archive.path):
        archive.begin()
        for it in found:
            given = {"now": number, "was": it.import_number, "source": it.source, "error": it.error, "why": it.reason}
            if archive.db.execute(_FAILED_THE_SAME, given).fetchone():
                archive.db.execute("UPDATE reject SET retried = :now WHERE retried = :was AND source = :source", given)
                archive.db.execute(f"DELETE FROM reject WHERE import = :was AND {_THE_SAME}", given)


_THE_SAME = "source = :source AND error = :error AND reason = :why"
_FAILED_THE_SAME = f"""
SELECT 1 FROM reject WHERE import = :now AND {_THE_SAME}
    AND EXISTS (SELECT 1 FROM reject WHERE retried = :was AND {_THE_SAME})
"""


def met_twice(archive: Archive, number: int) -> int:
    """How often an import met a capture that it had from another file already: the same bytes, address and date."""
    sql = "SELECT total(times - 1) FROM (SELECT count(*) AS times FROM source WHERE import = ? GROUP BY page)"
    with translated(archive.path):
        return int(archive.db.execute(sql, (number,)).fetchone()[0])


def undo(archive: Archive, number: int) -> Import:
    """Takes an import back, at once and whole: its rejects, and the pages that no other import met, with their records.

    Gives the import as it was. Raises GovarchiveError where none has that number.
    """
    with translated(archive.path):
        archive.begin()
        try:
            was = import_by_number(archive, number)
            for statement in _UNDO:
                archive.db.execute(statement, {"import": number})
            drop_unread_texts(archive.db)
        except BaseException:
            archive.db.rollback()
            raise
        archive.commit()
    return was


_ALONE = """
SELECT page FROM brought AS this WHERE import = :import AND NOT EXISTS (
    SELECT 1 FROM brought AS other WHERE other.page = this.page AND other.import <> this.import)
"""
_UNDO = (
    # What is left of these sites has to be settled anew, as blocks may recur no more.
    f"UPDATE page SET template = NULL WHERE home IN (SELECT home FROM page WHERE number IN ({_ALONE}))",
    f"DELETE FROM page WHERE number IN ({_ALONE})",
    # The paths of the others stay, of which one that met a page where this one did has none of its own.
    """
    UPDATE source SET import = (SELECT min(import) FROM brought WHERE page = source.page AND import <> :import)
    WHERE import = :import
        AND NOT EXISTS (SELECT 1 FROM source AS other WHERE other.page = source.page AND other.import <> :import)
    """,
    # A page whose first path has gone is said to come from the next one.
    "DELETE FROM source WHERE import = :import",
    """
    UPDATE page SET source = (SELECT path FROM source WHERE page = page.number ORDER BY import, path LIMIT 1)
    WHERE number IN (SELECT page FROM brought WHERE import = :import)
        AND NOT EXISTS (SELECT 1 FROM source WHERE page = page.number AND path = page.source)
        AND EXISTS (SELECT 1 FROM source WHERE page = page.number)
    """,
    "UPDATE reject SET retried = NULL WHERE retried = :import",
    "DELETE FROM import WHERE number = :import",
)
