"""Archives joined and copied: nothing doubled, nothing lost, nothing half done."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from making import ROOT, fill, invoke, page_of, put, record_of
from test_archive import dump, make_v1

from govarchive.archive import Query, open_archive
from govarchive.archive.copying import backup
from govarchive.archive.log import imports, mark_retried, rejects
from govarchive.archive.merging import merge
from govarchive.archive.query import find
from govarchive.archive.verifying import verify
from govarchive.errors import ArchiveError, ArchiveFull, NotText, SkippedPage
from govarchive.model import Page, record_id

TABLES = ("text", "page", "record", "import", "source", "brought", "reject")


def texts(path: Path) -> list[str]:
    with open_archive(str(path)) as archive:
        assert [it for it in verify(archive) if "is not finished" not in it.what] == []
        return sorted(f"{it.text} {it.captured_at}" for it in find(archive, Query()))


def make(path: Path, *pages: str, source: str = "п") -> Path:
    """An archive of an import for each page, with a reject each that the next import tries again."""
    with open_archive(str(path), create=True) as archive:
        for at, text in enumerate(pages):
            page = page_of(text, source=f"{source}/{text}", url=f"http://primer.bg/{text}")
            number = archive.start_import([source], {"at": at})
            archive.put(page, [record_of(page, 0, len(text))], number, f"sha1:{text}")
            archive.reject(NotText("картина", source=f"{source}/{at}.jpg"), number)
            mark_retried(archive, list(rejects(archive, import_number=number - 1)), number)
            archive.finish_import(number, {"of": str(path)})
    return path


def test_overlapping_archives(tmp_path: Path) -> None:
    one, two = make(tmp_path / "а.db", "а", "б"), make(tmp_path / "б.db", "б", "в", "г", source="друга")
    said = invoke("merge", str(two), "--archive", str(one))
    assert (said.exit_code, said.stderr) == (
        0,
        f"{two}: 2 pages new, 1 kept already, 2 records, 3 imports, 3 rejects\n",
    )
    assert sorted(it.name for it in tmp_path.iterdir()) == ["а.db", "б.db"]
    assert texts(one) == ["а None", "б None", "в None", "г None"]
    with open_archive(str(one)) as archive:
        assert [(it.number, it.pages, it.own, it.rejects) for it in imports(archive)] == [
            (1, 1, 1, 1),
            (2, 1, 0, 1),
            (3, 1, 0, 1),
            (4, 1, 1, 1),
            (5, 1, 1, 1),
        ]
        assert [(it.import_number, it.retried) for it in rejects(archive)] == [
            (1, 2),
            (2, None),
            (3, 4),
            (4, 5),
            (5, None),
        ]
        paths = [row[0] for row in archive.db.execute("SELECT path FROM source ORDER BY page, path")]
        assert paths == ["п/а", "друга/б", "п/б", "друга/в", "друга/г"]
        assert [row[0] for row in archive.db.execute("SELECT digest FROM page")] == [f"sha1:{it}" for it in "абвг"]


def test_merging_twice_changes_nothing(tmp_path: Path) -> None:
    one, two = make(tmp_path / "а.db", "а"), make(tmp_path / "б.db", "б", "в")
    assert invoke("merge", str(two), "--archive", str(one)).exit_code == 0
    before = dump(one, *TABLES)
    said = invoke("merge", str(two), "--archive", str(one))
    assert said.stderr.endswith(": 0 pages new, 2 kept already, 0 records, 0 imports, 0 rejects\n")
    assert dump(one, *TABLES) == before


def test_several_into_a_new_one(tmp_path: Path) -> None:
    paths = [make(tmp_path / f"{name}.db", name, "обща") for name in "абв"]
    assert invoke("merge", *map(str, paths), "--archive", str(tmp_path / "нов.db")).exit_code == 0
    assert texts(tmp_path / "нов.db") == ["а None", "б None", "в None", "обща None"]


def test_a_name_of_any_bytes(tmp_path: Path) -> None:
    one = make(tmp_path / "а.db", "а")
    two = make(tmp_path / "б.db", "б").rename(tmp_path / os.fsdecode(b"\xe1?mode=ro#%20.db"))
    assert invoke("merge", str(two), "--archive", str(one), "-q").exit_code == 0
    assert texts(one) == ["а None", "б None"]


def _with_true_ids(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for number, sha256, url, captured_at in db.execute(
            "SELECT number, sha256, url, captured_at FROM page"
        ).fetchall():
            page = Page("", "", sha256, url, captured_at)
            db.execute("UPDATE page SET id = ? WHERE number = ?", (page.id, number))
            for kind, start, stop in db.execute("SELECT kind, start, stop FROM record WHERE page = ?", (number,)):
                record = record_id(page.id, kind, start, stop)
                db.execute("UPDATE record SET id = ? WHERE page = ?", (record, number))


def test_an_archive_of_an_older_schema_stays_as_it_is(tmp_path: Path) -> None:
    one, old = make(tmp_path / "а.db", "а"), make_v1(tmp_path / "стар.db")
    _with_true_ids(old)
    before = old.read_bytes()
    assert "3 pages new" in invoke("merge", str(old), "--archive", str(one)).stderr
    assert old.read_bytes() == before
    with open_archive(str(one)) as archive:
        assert sorted(it.text for it in find(archive, Query())) == ["Видин", "Лом", "а"]


def test_what_cannot_be_merged_leaves_everything_as_it_was(tmp_path: Path) -> None:
    one, two = make(tmp_path / "а.db", "а"), make(tmp_path / "б.db", *(f"страница {at}" for at in range(40)))
    torn = tmp_path / "скъсан.db"
    raw = bytearray(two.read_bytes())
    raw[len(raw) // 2 :] = bytes(len(raw) - len(raw) // 2)
    torn.write_bytes(raw)
    (tmp_path / "бележка.txt").write_text("нищо", encoding="utf-8")
    for bad in (torn, tmp_path / "бележка.txt", tmp_path / "няма.db", one, tmp_path):
        said = invoke("merge", str(bad), "--archive", str(one if bad != torn else tmp_path / "нов.db"))
        assert said.exit_code == 1
        assert bad.name in f"{said.stderr} {said.exception}"
    assert not (tmp_path / "нов.db").exists()
    assert texts(one) == ["а None"]


def test_what_is_no_archive_does_not_keep_the_others_out(tmp_path: Path) -> None:
    one, two, note = make(tmp_path / "а.db", "а"), make(tmp_path / "б.db", "б"), tmp_path / "бележка.txt"
    note.write_text("нищо", encoding="utf-8")
    said = invoke("merge", str(note), str(two), "--archive", str(one))
    assert said.exit_code == 1
    assert "left out" in said.stderr
    assert "1 page new, 0 kept already, 1 record, 1 import, 1 reject" in said.stderr
    assert texts(one) == ["а None", "б None"]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE text SET text = 'г' WHERE text = 'в'",
        "UPDATE record SET value = 'г' WHERE text = 'в'",
        "UPDATE page SET title = 'г' WHERE url LIKE '%/в'",
    ],
)
def test_damaged_pages_are_named_and_left_out(tmp_path: Path, damage: str) -> None:
    one, two = make(tmp_path / "а.db", "а"), make(tmp_path / "б.db", "б", "в")
    with closing(sqlite3.connect(two, isolation_level=None)) as db:
        db.execute(damage)
    said = invoke("merge", str(two), "--archive", str(one))
    assert said.exit_code == 1
    assert f"left out: {two}: " in said.stderr
    assert texts(one) == ["а None", "б None"]


def test_a_full_disk_brings_nothing(tmp_path: Path) -> None:
    one, two = make(tmp_path / "а.db", "а"), make(tmp_path / "б.db", *(f"{'страница ' * 99}{at}" for at in range(40)))
    with open_archive(str(one)) as archive:
        archive.db.execute(f"PRAGMA max_page_count = {archive.db.execute('PRAGMA page_count').fetchone()[0] + 3}")
        with pytest.raises(ArchiveFull, match="the disk is full"):
            merge(archive, str(two))
    assert texts(one) == ["а None"]


SLOW = """
import os, signal, sys
from govarchive.archive import merging, open_archive
from govarchive.archive.merging import merge
bring = merging._bring
def killed(*given):
    bring(*given)
    os.kill(os.getpid(), signal.SIGKILL)
merging._bring = killed
with open_archive(sys.argv[1]) as archive:
    merge(archive, sys.argv[2])
"""


def test_a_killed_merge_brings_nothing_and_can_be_run_again(tmp_path: Path) -> None:
    one, two = make(tmp_path / "а.db", "а"), make(tmp_path / "б.db", "б", "в")
    done = subprocess.run([sys.executable, "-c", SLOW, str(one), str(two)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert texts(one) == ["а None"]
    assert invoke("merge", str(two), "--archive", str(one)).exit_code == 0
    assert texts(one) == ["а None", "б None", "в None"]


def test_backup_of_a_live_archive(tmp_path: Path) -> None:
    path, stop = fill(tmp_path / "а.db"), threading.Event()

    def write() -> None:
        with open_archive(str(path)) as archive:
            at = 0
            while not stop.is_set():
                page = page_of(f"страница {at}")
                put(archive, page, record_of(page, 0, 8))
                at += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            time.sleep(0.02)
            assert invoke("backup", str(tmp_path / f"{number}.db"), "--archive", str(path)).exit_code == 0
    finally:
        stop.set()
        writer.join()
    found = [len(texts(tmp_path / f"{number}.db")) for number in range(3)]
    assert found == sorted(found)
    assert found[0] >= 4


def test_a_backup_is_one_file_and_replaces_none(tmp_path: Path) -> None:
    path, copy = fill(tmp_path / "а.db"), tmp_path / "копие.db"
    with open_archive(str(path)) as archive:
        assert backup(archive, str(copy)) == copy.stat().st_size
        for there in (copy, path, tmp_path):
            with pytest.raises(ArchiveError, match="is there already"):
                backup(archive, str(there))
        with pytest.raises(ArchiveError, match="check that the folder exists"):
            backup(archive, str(tmp_path / "няма" / "копие.db"))
    assert sorted(it.name for it in tmp_path.iterdir()) == ["а.db", "копие.db"]
    assert texts(copy) == texts(path)


def test_a_backup_is_no_stream(tmp_path: Path) -> None:
    assert invoke("backup", "-", "--archive", str(make(tmp_path / "а.db", "а"))).exit_code == 2


def test_a_backup_that_a_disk_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("govarchive.whole.os.fsync", refuse)
    with open_archive(str(fill(tmp_path / "а.db"))) as archive, pytest.raises(ArchiveError, match="No space left"):
        backup(archive, str(tmp_path / "б.db"))
    assert not (tmp_path / "б.db").exists()


def test_a_backup_that_fails_leaves_no_file(tmp_path: Path) -> None:
    path = make(tmp_path / "а.db", *(f"страница {at}" for at in range(40)))
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2 :] = bytes(len(raw) - len(raw) // 2)
    path.write_bytes(raw)
    assert invoke("backup", str(tmp_path / "копие.db"), "--archive", str(path)).exit_code == 1
    assert not [it.name for it in tmp_path.iterdir() if it.name.startswith("копие")]


def test_what_was_passed_over_on_purpose_is_no_reject_of_a_merge_either(tmp_path: Path) -> None:
    one, two = make(tmp_path / "а.db", "а"), tmp_path / "б.db"
    with open_archive(str(two), create=True) as archive:
        number = archive.start_import(["п"])
        archive.reject(NotText("снимка", source="а.jpg"), number)
        archive.reject(SkippedPage("стилове", source="а.css"), number)
        archive.finish_import(number)
    assert invoke("merge", str(two), "--archive", str(one)).stderr.endswith("1 import, 1 reject\n")


@pytest.mark.parametrize(
    ("name", "said"), [("папка", "this is a folder"), ("празен", "an empty file"), ("няма", "no such")]
)
def test_what_is_no_archive_is_told_apart(in_folder: None, name: str, said: str) -> None:
    Path("папка").mkdir()
    Path("празен").touch()
    assert f"left out: {name}: {said}" in invoke("merge", name).stderr
