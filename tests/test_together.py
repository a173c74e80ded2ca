"""One archive through all that is done to it: imports, undo, reprocessing, merging; it stays sound and the same."""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from making import ROOT, invoke

BROKEN, PAGES = str(ROOT / "samples/broken"), str(ROOT / "samples/pages")
TABLES = ("page", "text", "record", "source", "brought", "reject")


def done(archive: Path, command: str, *arguments: str, code: int = 0) -> str:
    """What a command says, which is to end with that exit code."""
    result = invoke(command, *arguments, "--archive", str(archive))
    assert (result.exit_code, result.exception is None or isinstance(result.exception, SystemExit)) == (code, True)
    return result.output


def rows(archive: Path, sql: str) -> Sequence[Any]:
    db = sqlite3.connect(archive)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


def state(archive: Path) -> dict[str, Sequence[Any]]:
    """All rows, numbers of pages and imports included."""
    return {table: rows(archive, f"SELECT * FROM {table}") for table in TABLES}


def content(archive: Path) -> Sequence[Sequence[Any]]:
    """What an archive tells, without the numbers under which it is kept."""
    pages = "SELECT page.id, captured_at, title, published_at, text.sha256, path FROM page "
    return [
        rows(archive, "SELECT id, value, label, details, part, counts_on FROM records ORDER BY id"),
        rows(archive, pages + "JOIN text ON text_number = text.number JOIN source ON page = page.number ORDER BY 1, 6"),
        rows(archive, "SELECT source, nth, error, reason FROM reject ORDER BY source, nth"),
    ]


def test_an_archive_through_all_that_is_done_to_it(tmp_path: Path) -> None:
    whole, part, other, report = (tmp_path / name for name in ("цял.db", "част.db", "друг.db", "отчет.json"))
    alone = ("--jobs", "1")
    done(whole, "import", BROKEN, PAGES, "--report", str(report), *alone, code=1)
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["pages"]["new"] == len(rows(whole, "SELECT 1 FROM page"))
    kept = rows(whole, "SELECT source, error, reason, remedy FROM reject ORDER BY source, nth")
    said = sorted((tuple(it.values()) for it in told["rejects"]), key=lambda it: it[0])
    assert kept == said
    first = state(whole)

    assert ": 0 pages new, " in done(whole, "import", BROKEN, PAGES, *alone, code=1)
    assert {name: state(whole)[name] for name in ("page", "text", "record")} == {
        name: first[name] for name in ("page", "text", "record")
    }
    done(whole, "imports", "--undo", "2", "--yes")
    assert state(whole) == first

    db = sqlite3.connect(whole)
    with db:
        db.execute("UPDATE page SET rules = 'older'")
    db.close()
    assert f": {told['pages']['new']} pages read anew, 0 rejected" in done(whole, "import", "--reprocess")
    assert state(whole) == first
    done(whole, "verify")

    done(part, "import", BROKEN, *alone, code=1)
    done(other, "import", PAGES, *alone)
    for _ in range(2):
        done(part, "merge", str(other))
    assert content(part) == content(whole)
    done(part, "verify")

    done(part, "imports", "--undo", "1", "--yes")
    assert content(part) == content(other)
    done(whole, "imports", "--undo", "1", "--yes")
    assert content(whole) == [[], [], []]
    done(whole, "verify")
