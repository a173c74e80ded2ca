"""The log of imports: what each brought and could not read, and imports taken back."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from making import fill, invoke, json_lines, page_of, put, record_of
from rich.cells import cell_len

from govarchive.archive import Archive, Query, open_archive
from govarchive.archive.captures import earlier, stale
from govarchive.archive.log import imports, mark_retried, rejects, undo
from govarchive.archive.query import find, page_by_id, records_of
from govarchive.errors import ArchiveError, Damaged, GovarchiveError, NotText
from govarchive.formats.table import write_rows
from govarchive.model import Page


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "а.db"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with open_archive(str(path), create=True) as made:
        yield made


def bring(archive: Archive, *texts: str, source: str = "папка") -> tuple[int, list[Page]]:
    """An import of pages that have a record each."""
    number = archive.start_import([source], {"jobs": 1})
    pages = [page_of(text, source=f"{source}/{text}") for text in texts]
    for page in pages:
        archive.put(page, [record_of(page, 0, 1)], number)
    archive.finish_import(number, {"new": len(pages)})
    return number, pages


def test_imports_tell_what_they_did(archive: Archive) -> None:
    bring(archive, "а", "б")
    bring(archive, "б", "в", source="друга")
    archive.start_import(["трета"])
    found = list(imports(archive))
    assert [(it.number, it.pages, it.own, it.rejects) for it in found] == [(1, 2, 1, 0), (2, 2, 1, 0), (3, 0, 0, 0)]
    assert (found[0].paths, found[0].options, found[0].report) == (["папка"], {"jobs": 1}, {"new": 2})
    assert (found[2].finished_at, found[2].report) == (None, {})


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("width", [20, 45, 200])
def test_a_table_fits_its_terminal(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    out = Terminal()
    write_rows(("n", "paths", "reason"), [("1", "папка/" * 9, "не може да се прочете"), ("2", "页" * 30, "а\tб")], out)
    lines = out.getvalue().splitlines()
    assert [line[0] for line in lines] == ["n", "1", "2"]
    assert all(cell_len(line) <= width for line in lines)
    assert lines[2].endswith("а б")
    assert ("…" in out.getvalue()) == (width < 200)


@pytest.mark.parametrize(
    ("width", "shown"),
    [(200, "n source reason remedy"), (60, "n source reason remedy"), (40, "n source reason"), (20, "n source reason")],
)
def test_a_narrow_table_leaves_columns_out(width: int, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    row = ("1", "папка/" * 9 + "край", "не може да се прочете", "прочетете го отново")
    for out in (Terminal(), io.StringIO()):
        write_rows(("n", "source", "reason", "remedy"), [row], out, dropped=("remedy",))
        head, line = out.getvalue().splitlines()
        assert head.split() == (shown.split() if out.isatty() else ["n", "source", "reason", "remedy"])
        assert "край" in line
        assert cell_len(line) <= width or not out.isatty()


def test_undo_takes_what_only_that_import_brought(archive: Archive) -> None:
    first, pages = bring(archive, "а", "б")
    bring(archive, "б", "в", source="друга")
    archive.reject(NotText("лош", source="х"), first)
    assert undo(archive, first).own == 1
    assert [it.text for it in find(archive, Query())] == ["б", "в"]
    assert page_by_id(archive, pages[1].id).source == "друга/б"
    assert list(rejects(archive)) == []
    assert [row[0] for row in archive.db.execute("SELECT path FROM source ORDER BY 1")] == ["друга/б", "друга/в"]
    assert [row[0] for row in archive.db.execute("SELECT text FROM text ORDER BY 1")] == ["б", "в"]
    undo(archive, 2)
    for table in ("page", "text", "record", "source", "brought", "import"):
        assert archive.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
    with pytest.raises(GovarchiveError, match="there is no import 2"):
        undo(archive, 2)


def test_what_was_met_twice_in_one_place_keeps_its_path(archive: Archive) -> None:
    first, _ = bring(archive, "а", "б")
    bring(archive, "б", "в")
    undo(archive, first)
    paths = "SELECT text, path FROM source JOIN pages ON pages.number = page ORDER BY path"
    assert [tuple(row) for row in archive.db.execute(paths)] == [("б", "папка/б"), ("в", "папка/в")]


def test_an_import_that_is_taken_back_while_it_runs_is_told_so(archive: Archive, path: Path) -> None:
    number = archive.start_import(["а"])
    with open_archive(str(path)) as other:
        undo(other, number)
    with pytest.raises(ArchiveError, match="taken back meanwhile"):
        archive.put(page_of("а"), [], number)


def test_an_undo_that_fails_takes_nothing(archive: Archive) -> None:
    bring(archive, "а")
    archive.db.execute("CREATE TEMP TRIGGER t BEFORE DELETE ON main.import BEGIN SELECT RAISE(ABORT, 'not now'); END")
    with pytest.raises(ArchiveError):
        undo(archive, 1)
    assert len(list(find(archive, Query()))) == 1


def test_the_command_lists_and_takes_back(path: Path) -> None:
    fill(path)
    name = ("--archive", str(path))
    assert [it["number"] for it in json_lines(invoke("imports", *name, "--format", "jsonl").stdout)] == [1, 2, 3]
    table = invoke("imports", *name).stdout.splitlines()
    assert table[0].split() == ["number", "started", "finished", "pages", "own", "rejects", "paths"]
    assert len(table) == 4
    assert invoke("imports", *name, "--undo", "1").exit_code == 2
    said = invoke("imports", *name, "--undo", "1", "--yes")
    assert (said.exit_code, said.stderr) == (
        0,
        "import 1: to go are 1 page with 2 records, and 0 rejects\nimport 1 is taken back\n",
    )
    assert [it["number"] for it in json_lines(invoke("imports", *name, "--format", "jsonl").stdout)] == [2, 3]
    assert invoke("imports", *name, "--undo", "1", "--yes").exit_code == 1
    invoke("imports", *name, "--undo", "3", "--yes")
    with open_archive(str(path)) as archive:
        assert archive.start_import([]) == 4  # a number is given once


def test_an_import_that_was_broken_off_is_finished_by_the_next(path: Path) -> None:
    with open_archive(str(path), create=True) as archive:
        archive.start_import(["а"])
        archive.start_import(["б"])
        archive.finish_import(archive.start_import(["а"]))
        assert [it.finished_by for it in imports(archive)] == [3, None, None]
    table = invoke("imports", "--archive", str(path)).stdout
    assert "by import 3" in table
    assert "not finished" in table


def test_what_several_imports_met_waits_once(archive: Archive) -> None:
    for _ in range(3):
        archive.reject(NotText("картина", source="а.jpg"), archive.start_import(["а"]))
    archive.commit()
    assert [it.import_number for it in rejects(archive, waiting=True)] == [3]


def test_rejects_are_listed_by_import_and_error(archive: Archive, path: Path) -> None:
    first, second = archive.start_import(["а"]), archive.start_import(["б"])
    archive.reject(Damaged("скъсан", source="а.warc#7", remedy="копие"), first)
    archive.reject(NotText("картина", source="б"), first)
    archive.reject(NotText("картина", source="б"), second)
    mark_retried(archive, list(rejects(archive, import_number=first, errors=["NotText"])), second)
    archive.commit()
    name = ("--archive", str(path), "--format", "jsonl")
    found = json_lines(invoke("rejects", *name).stdout)
    assert [(it["import_number"], it["source"]) for it in found] == [(1, "а.warc#7"), (1, "б"), (2, "б")]
    assert (found[0]["retried"], found[1]["retried"]) == (None, 2)
    assert len(json_lines(invoke("rejects", *name, "--import", "1", "--error", "NotText").stdout)) == 1
    assert len(json_lines(invoke("rejects", *name, "--waiting").stdout)) == 2
    assert "import 2" in invoke("rejects", "--archive", str(path)).stdout
    undo(archive, second)
    assert [it.retried for it in rejects(archive)] == [None, None]


def test_earlier_captures(archive: Archive) -> None:
    number = archive.start_import([])
    url = "http://primer.bg/"
    for at, text, digest in (("01", "стар", "sha1:A"), ("02", "нов", "sha1:B"), ("03", "стар", "sha1:A")):
        page = page_of(text, url=url, captured_at=f"2018-03-{at}T10:00:00Z")
        archive.put(page, [], number, digest)

    def day(digest: str | None, url: str | None, captured_at: str | None) -> str | None:
        page = earlier(archive, digest, url, captured_at)
        return page.captured_at[8:10] if page and page.captured_at else None

    assert day("sha1:A", url, "2018-03-01T10:00:00Z") == "01"
    assert day("sha1:A", "http://drug.primer.bg/", None) == "03"
    assert day("sha1:B", None, None) == "02"
    assert day(None, url, "2018-03-02T10:00:00.5Z") == "02"
    assert day(None, url, None) == "03"
    assert day("sha1:C", url, "2018-03-02T10:00:00Z") is None
    assert day("sha1:C", url, None) is None
    assert day(None, url, "2018-03-04T10:00:00Z") is None
    assert day(None, None, None) is None


def test_stale_pages_are_renewed(archive: Archive) -> None:
    _, pages = bring(archive, *(f"страница {at}" for at in range(250)))
    assert list(stale(archive, archive.rules)) == []
    archive.rules = "нови"
    seen = []
    for page in stale(archive, "нови"):
        assert isinstance(page, Page)
        archive.renew(page, [record_of(page, 1, 3, label="нов")])
        seen.append(page.id)
    archive.commit()
    assert seen == [page.id for page in pages]
    assert list(stale(archive, "нови")) == []
    assert [it.label for it in records_of(archive, pages[7].id)] == ["нов"]
    assert not archive.renew(page_of("няма я"), [])


def test_a_renewal_that_fails_leaves_the_records(archive: Archive) -> None:
    _, pages = bring(archive, "страница")
    twice = record_of(pages[0], 0, 3)
    with pytest.raises(ArchiveError):
        archive.renew(pages[0], [twice, twice])
    archive.commit()
    assert [it.stop for it in records_of(archive, pages[0].id)] == [1]


def test_texts_are_kept_once(archive: Archive) -> None:
    for year in range(2010, 2020):
        page = page_of("Община Видин", url=f"http://vidin.primer.bg/{year}", captured_at=str(year))
        put(archive, page, record_of(page, 0, 12, "institution"))
    assert archive.db.execute("SELECT count(*) FROM text").fetchone()[0] == 1
    assert len(list(find(archive, Query()))) == 10


def test_no_file_is_made_before_something_is_put(path: Path) -> None:
    with open_archive(str(path), create=True) as archive:
        assert not archive.has(page_of("а"))
        assert list(find(archive, Query())) == []
    assert not path.exists()


def test_people_read_the_views(path: Path) -> None:
    with open_archive(str(fill(path))) as archive:
        row = archive.db.execute("SELECT * FROM records WHERE kind = 'person'").fetchone()
        assert (row["value"], row["site"], json.loads(row["details"])) == (
            "Община Видин",
            "evidin.primer.bg",
            {"role": "областен управител"},
        )
        assert archive.db.execute("SELECT count(*) FROM pages WHERE text LIKE '%IBAN%'").fetchone()[0] == 3
