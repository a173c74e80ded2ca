"""What may lie where an archive should be, and what may happen to one."""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from making import ROOT, page_of, record_of, run

from govarchive.archive import Query, open_archive, opening
from govarchive.archive.query import find
from govarchive.errors import ArchiveError, ArchiveFull, NotAnArchive


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("raw", [b"a", "Област Видин\n".encode() * 200, b"\x00" * 5000, b"SQLite format 3"])
def test_a_file_of_something_else_is_not_touched(tmp_path: Path, raw: bytes, create: bool) -> None:
    path = tmp_path / "бележки.txt"
    path.write_bytes(raw)
    with pytest.raises(NotAnArchive, match=r"бележки\.txt: this is not an archive \(name another file"):
        open_archive(str(path), create=create)
    assert path.read_bytes() == raw


def test_a_database_of_something_else_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "друга.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE page (id TEXT)")
    db.close()
    raw = path.read_bytes()
    with pytest.raises(NotAnArchive, match="this SQLite database is not a govarchive archive"):
        open_archive(str(path), create=True)
    assert path.read_bytes() == raw


def test_a_folder_and_missing_files(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchive, match="this is a folder"):
        open_archive(str(tmp_path), create=True)
    with pytest.raises(ArchiveError, match=r"no such archive.*govarchive import"):
        open_archive(str(tmp_path / "няма.db"))
    with pytest.raises(ArchiveError, match=r"cannot be opened.*check that the folder exists"):
        open_archive(str(tmp_path / "няма" / "няма.db"), create=True)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_an_archive_only_by_import(tmp_path: Path) -> None:
    path = tmp_path / "празен.db"
    path.touch()
    with pytest.raises(ArchiveError, match="an empty file"):
        open_archive(str(path))
    assert path.stat().st_size == 0
    with open_archive(str(path), create=True):
        pass
    assert path.stat().st_size == 0
    filled(path)
    open_archive(str(path)).db.close()


def test_a_name_with_the_characters_of_an_address(tmp_path: Path) -> None:
    path = tmp_path / "а?mode=memory#%41.db"
    filled(path)
    assert [it.name for it in tmp_path.iterdir()] == [path.name]


def filled(path: Path, pages: int = 1) -> Path:
    with open_archive(str(path), create=True) as archive:
        number = archive.start_import([])
        for at in range(pages):
            page = page_of(f"Страница {at} " + "текст " * 500)
            archive.put(page, [record_of(page, 0, 8)], number)
        archive.finish_import(number)
    return path


def test_a_damaged_archive_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = filled(tmp_path / "а.db", 40)
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\x5a" * (len(raw) - 4096)
    path.write_bytes(raw)
    with pytest.raises(ArchiveError, match=r"damaged.*\.recover"), open_archive(str(path)) as archive:
        list(find(archive, Query()))


def test_an_archive_that_may_not_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "а.db")
    connected = opening._connected

    def refusing(path: str, mode: str, timeout: float) -> sqlite3.Connection:
        if not mode.startswith("ro"):
            raise sqlite3.OperationalError("unable to open database file")
        return connected(path, mode, timeout)

    monkeypatch.setattr(opening, "_connected", refusing)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_archive(str(path)) as archive:
        assert len(list(find(archive, Query()))) == 1
        with pytest.raises(ArchiveFull, match="may not be written"):
            archive.start_import([])
    assert [it.name for it in tmp_path.iterdir()] == ["а.db"]
    (tmp_path / "а.db-wal").write_bytes(b"unfinished")
    with pytest.raises(ArchiveError, match="cannot be opened"):
        open_archive(str(path))


def test_imports_side_by_side(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"Поща: a{number}@primer.bg", encoding="utf-8")
    archive = tmp_path / "общ.db"
    command = [sys.executable, str(ROOT / "cli.py"), "import", str(tmp_path / "*.txt"), "--archive", str(archive)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    said = [process.communicate(timeout=60)[1].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    found = [re.search("([0-9]+) pages new, ([0-9]+) unchanged, 0 rejected", it) for it in said]
    assert sum(int(it[1]) for it in found if it) == 30
    assert sum(int(it[2]) for it in found if it) == 60
    assert len(records_in(archive)) == 30


def test_a_page_that_another_import_kept_meanwhile_is_unchanged(tmp_path: Path) -> None:
    page = page_of("Страница")
    path = str(filled(tmp_path / "а.db", 0))
    with open_archive(path) as one, open_archive(path) as two:
        numbers = one.start_import([]), two.start_import([])
        assert not one.has(page)
        assert two.put(page, [record_of(page, 0, 8)], numbers[1])
        two.commit()
        assert not one.put(page, [record_of(page, 0, 8)], numbers[0])
        one.commit()
        assert len(list(find(two, Query()))) == 1


SLOW_IMPORT = """
import sys, time
from govarchive.archive import open_archive
from govarchive.jobs import keeping, reading
keeping._PAGES = 5
extract = reading.extract
reading.extract = lambda *given: (time.sleep(0.002), extract(*given))[1]
from govarchive.commands.main import main
main(["import", sys.argv[1], "--archive", sys.argv[2], "-q", "--jobs", "1"])
"""


def tables_in(path: Path) -> int:
    db = sqlite3.connect(path)
    number: int = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    db.close()
    return number


def records_in(path: Path) -> list[tuple[str, ...]]:
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT record.id, value, record.text FROM record ORDER BY 1").fetchall()
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not db.execute("PRAGMA foreign_key_check").fetchall()
    db.close()
    return rows


def test_a_killed_import_leaves_whole_pages_and_is_finished_by_the_next(tmp_path: Path) -> None:
    folder, killed, clean = tmp_path / "страници", tmp_path / "убит.db", tmp_path / "чист.db"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number}.txt").write_text(f"Адрес: strana{number}@primer.bg, a{number}@primer.bg", encoding="utf-8")
    started = 0
    for seed in range(5):
        command = [sys.executable, "-c", SLOW_IMPORT, str(folder), str(killed)]
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
            while not (killed.exists() and tables_in(killed)) and process.poll() is None:
                time.sleep(0.01)
            time.sleep(random.Random(seed).uniform(0.02, 0.3))
            started += process.poll() is None
            process.send_signal(signal.SIGKILL)
        records_in(killed)
    assert started, "every import was over before it could be killed"
    for path in (killed, clean):
        assert run("import", str(folder), "--archive", str(path)).returncode == 0
    assert records_in(killed) == records_in(clean)
    assert (
        sum(value in {f"strana{number}@primer.bg" for number in range(150)} for _, value, _ in records_in(clean)) == 150
    )
    with sqlite3.connect(killed) as db:
        assert db.execute("SELECT count(*) FROM import WHERE finished_at IS NULL").fetchone()[0] >= 1
    db.close()
