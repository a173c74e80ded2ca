"""The archive: what goes in comes out, nothing is doubled, lost or half written, and no file is harmed."""

import re
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import ROOT, TEXT, fill, found, page_of, put, record_of

from govarchive import archive as archive_room
from govarchive.archive import Query, log, migrations, open_archive, opening
from govarchive.archive.query import find, page_by_id, records_of
from govarchive.errors import ArchiveError, ArchiveFull, NewerArchive, PageError
from govarchive.model import Block, Page


def dump(path: Path, *tables: str) -> list[str]:
    """The rows of some tables as SQL."""
    with sqlite3.connect(path) as db:
        lines = list(db.iterdump())
    db.close()
    return [line for line in lines if any(line.startswith(f'INSERT INTO "{table}"') for table in tables)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "архив на община.db"


@pytest.fixture
def filled(path: Path) -> Path:
    return fill(path)


V1 = """
INSERT INTO import VALUES (1, '2026-01-01', '2026-01-02', '0.1.0', '["a"]'), (2, '2026-01-03', NULL, '0.1.0', '[]');
INSERT INTO page VALUES
    (4, 'aa', 'папка/а.html', 's1', 'http://primer.bg/', 'primer.bg', '2015', '2014-05-14', 'text/html', 'utf-8',
        'given', 'Т', '{"published": "2014-05-14"}', '[["paragraph", 0, 5, null]]', 'Видин', '0.1.0'),
    (7, 'bb', 'папка/б.html', 's1', NULL, NULL, NULL, NULL, 'text/html', 'utf-8', 'given', NULL, '{}',
        '[["paragraph", 0, 5, null]]', 'Видин', '0.1.0'),
    (8, 'cc', 'папка/в.html', 's2', NULL, NULL, NULL, NULL, 'text/html', 'utf-8', 'given', NULL, '{}', '[]', 'Лом',
        '0.1.0');
INSERT INTO source VALUES (4, 'папка/а.html', 1), (4, 'друга', 2), (7, 'папка/б.html', 1), (8, 'папка/в.html', 2);
INSERT INTO record VALUES
    (4, 0, 5, 'place', 'f1', 'Видин', 'Видин', 'в', 1, '[]', 1.0, 'list', '{"type": "град"}', 'article', '2014-05-14',
        'видин', 'в', NULL, NULL),
    (8, 0, 3, 'place', 'f2', 'Лом', 'Лом', NULL, NULL, '["?"]', 0.5, 'list', '{}', NULL, NULL, 'лом', NULL, NULL, NULL);
INSERT INTO reject VALUES (1, 'лоша', 'NotText', 'защо', 'как');
"""


def make_v1(path: Path) -> Path:
    """An archive as the first schema had it."""
    db = sqlite3.connect(path, isolation_level=None)
    with db:
        db.execute("BEGIN")
        migrations.STEPS[0](db)
        db.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        db.execute("PRAGMA user_version = 1")
    db.execute("PRAGMA journal_mode = WAL")
    db.executescript(V1)
    db.close()
    return path


def test_an_archive_of_the_first_schema_keeps_everything(path: Path) -> None:
    with open_archive(str(make_v1(path))) as archive:
        pages = [page_by_id(archive, it) for it in ("aa", "bb", "cc")]
        assert [it.text for it in pages] == ["Видин", "Видин", "Лом"]
        assert [it.blocks for it in pages] == [(Block("paragraph", 0, 5),)] * 2 + [()]
        assert (pages[0].title, pages[0].url, pages[0].dates) == (
            "Т",
            "http://primer.bg/",
            {"published": "2014-05-14"},
        )
        found = list(find(archive, Query()))
        assert [(it.id, it.value, it.page, it.source, it.problems) for it in found] == [
            ("f1", "Видин", "aa", "папка/а.html", []),
            ("f2", "Лом", "cc", "папка/в.html", ["?"]),
        ]
        assert [it.id for it in find(archive, Query(values=["Видин"], until="2014-12"))] == ["f1"]
        assert archive.db.execute("SELECT count(*) FROM text").fetchone()[0] == 2
        assert [row[0] for row in archive.db.execute("SELECT home FROM page")] == [
            "primer.bg",
            "папка/",
            "папка/",
        ]
        assert [(it.number, it.finished_at, it.pages, it.own, it.rejects) for it in log.imports(archive)] == [
            (1, "2026-01-02", 2, 1, 1),
            (2, None, 2, 1, 0),
        ]
        assert not archive.db.execute("PRAGMA foreign_key_check").fetchall()
        assert archive.db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    with sqlite3.connect(path) as db, sqlite3.connect(fill(path.with_name("нов.db"))) as new:
        schema = "SELECT name, replace(sql, '\"', '') FROM sqlite_schema ORDER BY 1"
        assert db.execute(schema).fetchall() == new.execute(schema).fetchall()
    db.close()
    new.close()


def test_an_archive_of_the_first_schema_is_read_without_being_changed(path: Path) -> None:
    before = make_v1(path).read_bytes()
    archive = opening.open_copy(str(path))
    assert [it.id for it in find(archive, Query())] == ["f1", "f2"]
    archive.db.close()
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_the_archive_as_it_was(path: Path) -> None:
    make_v1(path)
    before = dump(path, "page", "record", "import", "source", "reject")
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 1}")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        migrations.migrate(db, str(path))
    db.close()
    assert dump(path, "page", "record", "import", "source", "reject") == before


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
# Of a person's role and institution the archive keeps search keys: they are always texts.
details = st.dictionaries(
    words.filter(lambda name: name not in ("role", "institution")),
    st.one_of(words, st.booleans(), st.lists(words, max_size=3), st.integers(-(2**60), 2**60)),
    max_size=4,
)
pages = st.builds(
    page_of,
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map("Видин {}".format),
    source=words,
    url=st.none() | words,
    captured_at=st.none() | st.just("2018-03-01T10:00:00Z"),
)


@settings(max_examples=60)
@given(page=pages, data=st.data())
def test_what_goes_in_comes_out(page: Page, data: st.DataObject) -> None:
    records = [
        record_of(
            page,
            at,
            at + 1,
            kind=data.draw(st.sampled_from(["iban", "date", "нов вид"])),
            value=data.draw(st.none() | words),
            label=data.draw(st.none() | words),
            valid=data.draw(st.sampled_from([True, False, None])),
            problems=data.draw(st.lists(words, max_size=2)),
            score=data.draw(st.floats(0, 1)),
            details=data.draw(details),
            part=data.draw(st.sampled_from(["template", "article", None])),
            published_at="2015-05-14",
        )
        for at in range(3)
    ]
    with TemporaryDirectory() as folder, open_archive(f"{folder}/а.db", create=True) as archive:
        put(archive, page, *records)
        assert list(find(archive, Query())) == records == records_of(archive, page.id)
        assert page_by_id(archive, page.id) == page


def test_a_page_keeps_its_blocks_title_and_dates(path: Path) -> None:
    page = page_of("<title>Т</title><meta name=pubdate content=2015-05-14><nav>а</nav><table><td>б<td>в</table>")
    assert Block("cell", 5, 6) in page.blocks
    with open_archive(str(path), create=True) as archive:
        put(archive, page)
        assert page_by_id(archive, page.id) == page


def test_the_same_capture_again_changes_nothing(filled: Path) -> None:
    before = dump(filled, "page", "record", "source", "reject")
    with open_archive(str(filled), create=True) as archive:
        for page in [page_by_id(archive, it.page) for it in find(archive, Query())]:
            put(archive, page)
    assert dump(filled, "page", "record", "source", "reject") == before
    assert len(dump(filled, "import")) == 7


def test_two_sources_of_one_page(path: Path) -> None:
    with open_archive(str(path), create=True) as archive:
        for source in ("я/първа", "а/втора", "а/втора"):
            page = page_of(TEXT, source=source)
            put(archive, page, record_of(page, 0, 6))
        assert [it.source for it in find(archive, Query())] == ["я/първа"]
        assert [row[0] for row in archive.db.execute("SELECT path FROM source ORDER BY 1")] == ["а/втора", "я/първа"]


def test_captures_at_different_dates_are_different_pages(path: Path) -> None:
    with open_archive(str(path), create=True) as archive:
        for date in ("2015", "2018", None):
            page = page_of(TEXT, captured_at=date)
            put(archive, page, record_of(page, 0, 6))
        assert [it.captured_at for it in find(archive, Query())] == ["2015", "2018", None]


@pytest.mark.parametrize(
    ("part", "captured", "published", "counts"),
    [
        ("template", "2018", "2015", "2018"),
        ("article", "2018", "2015", "2015"),
        (None, "2018", "2015", "2018"),
        (None, None, "2015", "2015"),
        ("article", "2018", None, "2018"),
        ("article", "2018", "XXXX-05-14", "2018"),
        ("article", None, None, None),
        (None, None, "XXXX-05-14", None),
        ("template", None, "2015", None),
        (None, None, None, None),
    ],
)
def test_which_date_counts(
    path: Path, part: str | None, captured: str | None, published: str | None, counts: str | None
) -> None:
    page = page_of(TEXT, captured_at=captured)
    with open_archive(str(path), create=True) as archive:
        put(archive, page, record_of(page, 0, 6, part=part, published_at=published))
        assert archive.db.execute("SELECT counts_on FROM records").fetchone()[0] == counts
        assert len(list(find(archive, Query(since="2018")))) == (counts == "2018")
        assert len(list(find(archive, Query(until="2015")))) == (counts == "2015")


def test_a_page_is_kept_whole_or_not_at_all(path: Path) -> None:
    page, good = page_of(TEXT), page_of("друга")
    twice = record_of(page, 0, 6)
    with open_archive(str(path), create=True) as archive:
        number = archive.start_import([])
        archive.put(good, [record_of(good, 0, 5)], number)
        with pytest.raises(ArchiveError, match="kept already"):
            archive.put(page, [twice, twice], number)
        archive.finish_import(number)
    assert [it.page for it in found(path, Query())] == [good.id]


def test_a_page_that_cannot_be_taken_back_takes_the_batch_with_it(path: Path) -> None:
    page, good = page_of(TEXT), page_of("друга")
    twice = record_of(page, 0, 6)
    with open_archive(str(path), create=True) as archive:
        number = archive.start_import([])
        archive.put(good, [record_of(good, 0, 5)], number)
        archive.db.execute("CREATE TEMP TRIGGER t BEFORE DELETE ON main.page BEGIN SELECT RAISE(ABORT, 'not now'); END")
        with pytest.raises(ArchiveError, match="kept already"):
            archive.put(page, [twice, twice], number)
        archive.finish_import(number)
    assert found(path, Query()) == []


def test_an_exception_rolls_the_open_batch_back(path: Path) -> None:
    page = page_of(TEXT)
    with pytest.raises(KeyboardInterrupt), open_archive(str(path), create=True) as archive:  # noqa: PT012
        archive.put(page, [record_of(page, 0, 6)], archive.start_import([]))
        raise KeyboardInterrupt
    assert found(path, Query()) == []


def test_rejects_are_on_record(path: Path) -> None:
    with open_archive(str(path), create=True) as archive:
        number = archive.start_import(["а"])
        archive.reject(PageError("лош файл", source="а", remedy="друг"), number)
        archive.reject(PageError("и още нещо", source="а"), number)
        archive.finish_import(number)
    assert dump(path, "reject") == [
        "INSERT INTO \"reject\" VALUES(1,'а',1,'PageError','лош файл','друг',NULL);",
        "INSERT INTO \"reject\" VALUES(1,'а',2,'PageError','и още нещо','',NULL);",
    ]


def test_migrations_from_blank(path: Path) -> None:
    assert len({step.__name__ for step in migrations.STEPS}) == len(migrations.STEPS)
    fill(path)
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS),)
        assert db.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION_ID,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert all(
            sql is None or "STRICT" in sql
            for (sql,) in db.execute("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        )
    db.close()


def test_the_manual_names_every_table_and_column(path: Path) -> None:
    manual = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8").partition("## Tables")[2].partition("\n## ")[0]
    with open_archive(str(fill(path))) as archive:
        for (table,) in archive.db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall():
            said = re.search(rf"^\*\*{table}\*\*.*?(?=^\*\*|\Z)", manual, re.MULTILINE | re.DOTALL)
            assert said, table
            columns = {row["name"] for row in archive.db.execute(f"PRAGMA table_xinfo({table})")}
            heads = said[0] if "|" not in said[0] else "".join(re.findall(r"^\|([^|]+)\|", said[0], re.MULTILINE))
            assert set(re.findall(r"`(\w+)`", heads)) == columns, table


def test_what_the_manual_asks_is_answered(path: Path) -> None:
    manual = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")
    with open_archive(str(fill(path))) as archive:
        answers = [archive.db.execute(sql).fetchall() for sql in re.findall(r'sqlite3 govarchive.db "(.+)"', manual)]
    assert [len(rows) for rows in answers] == [2, 0]


def test_public_names() -> None:
    assert set(archive_room.__all__) == {"Archive", "Query", "open_archive"}


def test_a_full_disk_keeps_what_was_kept(filled: Path) -> None:
    before = len(found(filled, Query()))
    page = page_of("Община " * 100_000)
    with pytest.raises(ArchiveFull, match=r"the disk is full.*free some space"), open_archive(str(filled)) as archive:  # noqa: PT012
        archive.db.execute(f"PRAGMA max_page_count = {archive.db.execute('PRAGMA page_count').fetchone()[0]}")
        put(archive, page, record_of(page, 0, 6))
    assert len(found(filled, Query())) == before


def test_another_writer_is_named_after_a_wait(filled: Path) -> None:
    with open_archive(str(filled)) as archive, open_archive(str(filled), timeout=0.05) as second:
        archive.start_import([])
        archive.db.execute("BEGIN IMMEDIATE")
        assert len(list(find(second, Query()))) == 4
        with pytest.raises(ArchiveError, match="another program is writing to it"):
            second.start_import([])


def test_newer_archive_is_left_alone(filled: Path) -> None:
    with sqlite3.connect(filled) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(NewerArchive, match=r"schema 99.*update govarchive"):
        open_archive(str(filled), create=True)
