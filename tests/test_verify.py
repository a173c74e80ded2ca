"""A damaged archive is said to be damaged, in words that help, and never ends in a traceback."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result
from making import fill, invoke, page_of, record_of
from test_archive import make_v1

from govarchive.archive import open_archive
from govarchive.archive.verifying import parts_of_schema
from govarchive.archive.verifying import verify as findings


def verify(path: Path, *options: str) -> Result:
    result = invoke("verify", "--archive", str(path), *options)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return fill(tmp_path / "а.db")


def test_a_sound_archive(path: Path) -> None:
    before = path.read_bytes()
    result = verify(path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "all is well" in result.stderr
    assert path.read_bytes() == before
    assert [it.name for it in path.parent.iterdir()] == [path.name]


DAMAGE = {
    "UPDATE text SET text = replace(text, 'В', 'Б')": "is not what was read",
    "UPDATE text SET blocks = '[[\"a\", 0, 999]]', sha256 = sha(text, '[[\"a\", 0, 999]]')": "the blocks of",
    "UPDATE record SET start = start + 1, stop = stop + 1": "does not stand on the page where it says",
    "UPDATE record SET text = 'друго'": "does not stand on the page where it says",
    "UPDATE record SET id = substr(id, 2) || '0'": "the id of a record is not that",
    "UPDATE record SET details = '{\"role\": '": "details of a record cannot be read",
    "UPDATE record SET value = 'BG00'": "its records or its date of publication are not",
    "UPDATE record SET label = 'сметка', valid = 1 WHERE page = 2": "its records or its date of publication are not",
    "UPDATE record SET score = 0.5": "its records or its date of publication are not",
    'UPDATE record SET details = \'{"role": "кмет"}\'': "its records or its date of publication are not",
    "DELETE FROM record WHERE page = 1": "its records or its date of publication are not",
    "UPDATE page SET published_at = '1999-01-01'": "its records or its date of publication are not",
    "UPDATE page SET title = 'Друго'": "its title, encoding, dates or text are not",
    'UPDATE page SET dates = \'{"published": "1999"}\'': "its title, encoding, dates or text are not",
    "UPDATE record SET part = 'друга'": "neither template nor article",
    "UPDATE page SET captured_at = '1999'": "its id is not that of its bytes",
    "UPDATE page SET site = 'drug.primer.bg'": "its site is said to be drug.primer.bg",
    "UPDATE page SET home = 'drug.primer.bg'": "its home is said to be drug.primer.bg",
    "UPDATE page SET dates = 'не'": "cannot be read",
    "DELETE FROM text": "of the table page with no such row in text",
    "DELETE FROM page WHERE number = 1": "of the table record with no such row in page",
    "DELETE FROM brought": "brought by no import",
    "INSERT INTO text VALUES (99, sha('а', '[]'), 'а', '[]')": "1 text belongs to no page",
    "DROP INDEX record_by_value": "the index record_by_value is missing",
    "DROP VIEW pages": "the view pages is missing",
    "DROP TABLE reject": "the table reject is missing",
}


@pytest.mark.parametrize("statement", DAMAGE)
def test_damage_is_named(path: Path, statement: str) -> None:
    from govarchive.archive.migrations import text_digest

    db = sqlite3.connect(path, isolation_level=None)
    db.create_function("sha", 2, text_digest)
    db.execute(statement)
    db.close()
    result = verify(path)
    assert result.exit_code == 1
    assert DAMAGE[statement] in result.stdout
    assert all(line.endswith(")") for line in result.stdout.splitlines())


def test_what_can_be_made_anew_is_repaired(path: Path) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "DROP INDEX record_by_value",
        "DROP VIEW pages",
        "UPDATE record SET text = 'друго' WHERE page = 1",
    ):
        db.execute(statement)
    db.close()
    assert verify(path, "--repair").exit_code == 1
    said = verify(path).stdout.splitlines()
    assert len(said) == 1
    assert "does not stand on the page" in said[0]
    with open_archive(str(path)) as archive:
        assert [row[0] for row in archive.db.execute("SELECT number FROM page WHERE rules = ''")] == [1]
        names = {row[0] for row in archive.db.execute("SELECT name FROM sqlite_schema")}
        assert {name for name, _, _ in parts_of_schema()} <= names


def test_records_are_not_laid_open_where_the_text_is_not_what_was_read(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE text SET text = replace(text, 'В', 'Б') WHERE number = 1")
    result = verify(path, "--repair")
    assert result.exit_code == 1
    assert "wait for" not in result.stderr
    with open_archive(str(path)) as archive:
        assert not archive.db.execute("SELECT 1 FROM page WHERE rules = ''").fetchone()


def test_where_the_text_is_not_what_was_read_nobody_is_sent_to_find_its_records_again(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE text SET text = replace(text, 'В', 'Б') WHERE number = 1")
    said = [it for it in verify(path).stdout.splitlines() if "does not stand" in it]
    assert said
    assert not [it for it in said if "reprocess" in it or "import its file into a new archive" not in it]


def test_records_that_were_laid_open_wait_for_one_thing(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE record SET text = 'друго' WHERE page = 1")
    assert "verify --repair" in verify(path).stdout
    for result in (verify(path, "--repair"), verify(path)):
        assert "(govarchive import --reprocess)" in result.stdout
        assert "verify --repair" not in result.stdout
    assert invoke("import", "--reprocess", "--archive", str(path)).exit_code == 0
    assert verify(path).exit_code == 0


def test_an_archive_of_the_first_schema_is_sealed_as_it_is(tmp_path: Path) -> None:
    said = verify(make_v1(tmp_path / "стар.db")).stdout
    assert "its id is not that" in said  # made by hand, as the whole archive
    assert "kept with" not in said


def test_nothing_waits_after_the_repair_of_a_sound_archive(path: Path) -> None:
    result = verify(path, "--repair")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "all is well; indexes and views are made anew" in result.stderr
    assert "wait for" not in result.stderr


def test_an_archive_that_is_written_to_meanwhile(path: Path) -> None:
    with open_archive(str(path)) as archive, open_archive(str(path)) as other:
        archive.db.execute("DROP INDEX record_by_value")
        found = findings(archive)
        assert "record_by_value" in next(found).what
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("DELETE FROM record")
            db.execute("UPDATE text SET text = 'друго'")
        assert next(found, None) is None
        assert list(findings(other))


def test_an_unfinished_import_is_a_remark(path: Path) -> None:
    with open_archive(str(path)) as archive:
        archive.start_import(["б"])
    result = verify(path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "note: import 4" in result.stderr
    assert "all is well" in result.stderr


def test_an_import_that_the_next_one_finished_is_no_problem(path: Path) -> None:
    with open_archive(str(path)) as archive:
        archive.start_import(["а"])
        archive.finish_import(archive.start_import(["а"]))
    assert verify(path).exit_code == 0


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("архив") / "голям.db"
    with open_archive(str(path), create=True) as archive:
        number = archive.start_import(["а"])
        for at in range(40):
            page = page_of(f"Страница {at} " + "текст " * 300, url=f"http://primer.bg/{at}")
            archive.put(page, [record_of(page, it, it + 5) for it in range(0, 100, 9)], number)
        archive.finish_import(number)
    return path.read_bytes()


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bytes_never_crash_it(tmp_path: Path, large: bytes, seed: int) -> None:
    pick, raw = random.Random(seed), bytearray(large)
    for _ in range(40):
        raw[pick.randrange(16 if seed else 100, len(raw))] = pick.randrange(256)
    path = tmp_path / "а.db"
    path.write_bytes(raw)
    for arguments in (["verify"], ["query", "--format", "jsonl"], ["imports"], ["verify", "--repair"]):
        result = invoke(*arguments, "--archive", str(path))
        assert result.exception is None or type(result.exception).__module__ in ("govarchive.errors", "builtins")
        assert not isinstance(result.exception, (ValueError, TypeError, KeyError, AttributeError, sqlite3.Error))
        assert result.exit_code == 1 or arguments != ["verify"]


@pytest.mark.parametrize("length", [0, 5, 99, 100, 4096, 5000, 0.3, 0.7, -4096])
def test_a_cut_file_never_crashes_it(tmp_path: Path, large: bytes, length: float) -> None:
    path = tmp_path / "а.db"
    path.write_bytes(large[: length if isinstance(length, int) else int(length * len(large))])
    result = invoke("verify", "--archive", str(path))
    assert result.exit_code == 1
    assert type(result.exception).__module__ == "govarchive.errors" or result.stdout


def test_a_wrong_header(tmp_path: Path, large: bytes) -> None:
    path = tmp_path / "а.db"
    for raw in (b"X" + large[1:], large[:16] + b"\xff\xff" + large[18:], b"Not an archive at all"):
        path.write_bytes(raw)
        result = invoke("verify", "--archive", str(path))
        assert result.exit_code == 1
        assert type(result.exception).__module__ == "govarchive.errors"
