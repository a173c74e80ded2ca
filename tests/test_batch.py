"""Many pages into an archive: nothing lost, nothing twice, and one archive whatever the way there."""

import json
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from making import ROOT, invoke

from govarchive.archive import open_archive
from govarchive.archive.captures import stale
from govarchive.archive.log import undo
from govarchive.errors import NotText, PageError
from govarchive.extract import extract
from govarchive.jobs import keeping, reading
from govarchive.jobs.batch import PLAIN, Asked, import_captures, reprocess
from govarchive.jobs.choice import Choice
from govarchive.jobs.report import Summary
from govarchive.jobs.rules import rules_version
from govarchive.jobs.tasks import Limits
from govarchive.model import Page, Record
from govarchive.pages import Capture
from govarchive.pages.capture import Original

SITE = "http://www.primer.bg"


@pytest.fixture(autouse=True)
def _heeding() -> Iterator[None]:
    """A shell may have told this process to ignore interrupts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def capture(number: int, **given: object) -> Capture:
    raw = f"<p>Деловодство, тел. 056/ 841 {number:03}, strana{number}@primer.bg</p>".encode()
    own = {"source": f"{number:03}.html", "url": f"{SITE}/{number}", "captured_at": "2018-03-01", **given}
    return Capture(raw, **own)  # type: ignore[arg-type]


def imported(path: Path, *captures: Capture | PageError, asked: Asked = PLAIN) -> Summary:
    with open_archive(str(path), create=True) as archive:
        return import_captures(archive, iter(captures), ["страници"], lambda _: None, asked)


def rows(path: Path) -> list[list[tuple[object, ...]]]:
    """All that an archive holds but the log of imports, in the order it lies there."""
    tables = ("SELECT * FROM page", "SELECT * FROM text", "SELECT * FROM record", "SELECT * FROM source ORDER BY 1, 2")
    db = sqlite3.connect(path)
    found = [list(db.execute(sql)) for sql in tables]
    db.close()
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "а.db"


def test_any_number_of_workers_makes_the_same_archive(tmp_path: Path) -> None:
    found = [capture(number % 90) for number in range(100)]
    mixed: list[Capture | PageError] = [*found, Capture(b"%PDF-1.4", "а.pdf"), PageError("лош", source="б")]
    one = imported(tmp_path / "1.db", *mixed, asked=Asked(jobs=1))
    two = imported(tmp_path / "2.db", *mixed, asked=Asked(jobs=2))
    assert (one.interrupted, two.interrupted) == (None, None)  # from outside, and then the sites are not settled
    assert rows(tmp_path / "1.db") == rows(tmp_path / "2.db")
    for summary in (one, two):
        assert (summary.new, summary.unchanged, summary.rejected) == (90, 10, 2)
        assert summary.errors == {"Damaged": 1, "PageError": 1}
        assert summary.kinds["email"] == 90
        assert [it["source"] for it in summary.rejects] == ["а.pdf", "б"]


def test_no_page_is_made_of_what_is_kept_already(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(path, capture(1), capture(2))
    before = rows(path)

    def read(*_: object) -> None:
        raise AssertionError("a page that is kept was read again")

    monkeypatch.setattr(reading, "read", read)
    summary = imported(path, capture(1), capture(2, source="друга/002.html"))
    assert (summary.new, summary.unchanged, summary.rejected) == (0, 2, 0)
    assert rows(path)[:3] == before[:3]
    assert len(rows(path)[3]) == 3


def test_a_page_taken_back_while_it_is_met_is_no_empty_page(path: Path) -> None:
    def met() -> Iterator[Capture]:
        yield capture(1)
        with open_archive(str(path)) as other:
            undo(other, 1)

    imported(path, capture(1))
    with open_archive(str(path)) as archive:
        summary = import_captures(archive, met(), [], lambda _: None, Asked(jobs=1))
    assert (summary.unchanged, summary.rejected, rows(path)[0]) == (0, 1, [])
    assert imported(path, capture(1)).new == 1


def test_a_page_taken_back_while_it_is_read_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken_back(page: Page) -> list[Record]:
        with open_archive(str(path)) as other:
            undo(other, 1)
        return extract(page)

    imported(path, capture(1))
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE page SET rules = 'стари'")
    monkeypatch.setattr(reading, "extract", taken_back)
    with open_archive(str(path)) as archive:
        summary = reprocess(archive, lambda _: None, Asked(jobs=1))
    assert (summary.renewed, summary.rejected, rows(path)[0]) == (0, 1, [])


def interrupted_by(number: int, *before: Capture) -> Iterator[Capture]:
    yield from before
    signal.raise_signal(number)
    raise AssertionError("the interrupt was not heeded")


@pytest.mark.parametrize(
    ("number", "code", "jobs", "pages"), [(signal.SIGINT, 130, 2, 230), (signal.SIGTERM, 143, 1, 30)]
)
def test_an_interrupt_keeps_what_was_read(path: Path, number: int, code: int, jobs: int, pages: int) -> None:
    found = [capture(number) for number in range(pages)]
    with open_archive(str(path), create=True) as archive:
        summary = import_captures(archive, interrupted_by(number, *found), [], lambda _: None, Asked(jobs=jobs))
    assert summary.interrupted == code
    # What workers have been sent and not answered yet is left to the next run.
    assert summary.new == pages if jobs == 1 else 32 <= summary.new <= pages
    assert len(rows(path)[0]) == summary.new
    again = imported(path, *found, asked=Asked(jobs=1))
    assert (again.new, again.unchanged, again.interrupted) == (pages - summary.new, summary.new, None)
    with open_archive(str(path)) as archive:
        sources = [source for (source,) in archive.db.execute("SELECT source FROM page ORDER BY number")]
    assert sources == [it.source for it in found]


def test_pages_are_kept_while_slow_ones_are_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_SECONDS", 0)

    def watched() -> Iterator[Capture]:
        for number in range(3):
            yield capture(number)
            seen.append(len(rows(path)[0]))

    seen: list[int] = []
    with open_archive(str(path), create=True) as archive:
        import_captures(archive, watched(), [], lambda _: None, Asked(jobs=1))
    assert seen == [1, 2, 3]


def test_a_page_that_takes_too_long_is_rejected_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    def slow(page: Page) -> list[Record]:
        while page.url == f"{SITE}/1":
            pass
        return extract(page)

    monkeypatch.setattr(reading, "extract", slow)
    summary = imported(path, capture(0), capture(1), capture(2), asked=Asked(jobs=1, limits=Limits(seconds=2)))
    assert (summary.new, summary.errors) == (2, {"TooMuch": 1})
    (reject,) = summary.rejects
    assert reject["reason"] == "takes longer than 2 seconds"
    assert "--page-seconds" in reject["remedy"]


@pytest.mark.parametrize(
    ("error", "name", "said"),
    [(MemoryError(), "TooMuch", "takes more than 2048 MB"), (KeyError("х"), "PageError", "a rule failed on this page")],
)
def test_a_rule_that_fails(path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, name: str, said: str) -> None:
    def failing(_: Page) -> list[Record]:
        raise error

    monkeypatch.setattr(reading, "extract", failing)
    summary = imported(path, capture(0))
    assert (summary.new, summary.errors) == (0, {name: 1})
    assert next(iter(summary.rejects))["reason"].startswith(said)


def test_a_dry_run_tells_the_same_and_leaves_no_trace(path: Path) -> None:
    imported(path, capture(1))
    before = path.read_bytes()
    found = [capture(1), *[capture(2, digest="sha1:2")] * 2, revisit(2), Capture(b"", "празен.html")]
    dry = imported(path, *found, asked=Asked(dry_run=True))
    assert path.read_bytes() == before
    wet = imported(path, *found)
    assert {**dry.totals(), "seconds": 0} == {**wet.totals(), "seconds": 0}
    assert (dry.new, dry.unchanged, dry.rejected) == (2, 2, 1)
    other = path.with_name("няма.db")
    assert imported(other, capture(1), asked=Asked(dry_run=True)).new == 1
    assert not other.exists()


def revisit(number: int, **original: str | None) -> Capture:
    """A capture of the same page a month later, whose payload was not repeated."""
    said = {"digest": f"sha1:{number}", "url": None, "captured_at": None, **original}
    return Capture(b"", f"{number:03}.warc#9", f"{SITE}/{number}", "2018-04-01", original=Original(**said))


def test_revisits_are_resolved_wherever_the_original_stands(path: Path) -> None:
    imported(path, capture(1, digest="sha1:1"))
    asked = Asked(jobs=1)
    summary = imported(path, revisit(1), revisit(2), capture(2, digest="sha1:2"), revisit(3), asked=asked)
    assert (summary.new, summary.errors) == (3, {"Unresolved": 1})
    db = sqlite3.connect(path)
    captured = list(db.execute("SELECT url, captured_at, text_number FROM page ORDER BY 1, 2"))
    phones = list(db.execute("SELECT value, count(*) FROM record WHERE kind = 'phone' GROUP BY 1"))
    db.close()
    assert [row[:2] for row in captured] == [
        (f"{SITE}/{number}", date) for number in (1, 2) for date in ("2018-03-01", "2018-04-01")
    ]
    assert captured[0][2] == captured[1][2] != captured[2][2]
    assert phones == [("+35956841001", 2), ("+35956841002", 2)]
    (reject,) = summary.rejects
    assert f"it is as {SITE}/3 was earlier, and neither the archive nor" in reject["reason"]
    again = imported(path, revisit(1), revisit(3), capture(3, digest="sha1:3"), asked=asked)
    assert (again.new, again.unchanged, again.rejected) == (2, 1, 0)


def test_revisits_of_what_is_no_page_are_passed_over(path: Path) -> None:
    of_font = revisit(1)._replace(url=f"{SITE}/a.ttf?1", media_type="application/octet-stream")
    of_page = [revisit(2)._replace(url=f"{SITE}/a.ttf", media_type="text/html"), revisit(3)]
    summary = imported(path, of_font, *of_page, asked=Asked(jobs=1))
    assert (summary.skipped, summary.errors) == (1, {"Unresolved": 2})


def test_pages_read_by_other_rules_are_read_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(path, capture(1), capture(2))
    before = rows(path)
    with open_archive(str(path)) as archive:
        archive.db.execute("UPDATE page SET rules = 'стари' WHERE number = 1")
        archive.db.execute("DELETE FROM record WHERE kind = 'phone'")
    with open_archive(str(path)) as archive:
        assert reprocess(archive, lambda _: None, Asked(dry_run=True)).renewed == 1
        assert len(list(stale(archive, rules_version()))) == 1
        summary = reprocess(archive, lambda _: None)
        assert (summary.renewed, summary.new, summary.kinds["phone"]) == (1, 0, 1)
        assert reprocess(archive, lambda _: None).renewed == 0
    assert len(rows(path)[2]) == len(before[2]) - 1


def test_what_is_excluded_is_counted(path: Path) -> None:
    summary = imported(path, capture(1), capture(2), asked=Asked(choice=Choice.of([], ["path=/2"])))
    assert (summary.new, summary.excluded, summary.rejected) == (1, 1, 0)
    assert next(summary.sentences()) == "1 page new, 0 unchanged, 0 rejected, 1 excluded"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GOVARCHIVE_DB", raising=False)
    place = tmp_path / "страници"
    place.mkdir()
    for number in range(2):
        (place / f"{number}.html").write_bytes(capture(number).raw)
    (place / "лош #1.html").write_bytes(b"\x89PNG\r\n")
    return place


@pytest.mark.usefixtures("folder")
def test_wrong_paths_leave_no_archive_behind() -> None:
    result = invoke("import", "няма", "*.няма")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "govarchive: няма: no such file or folder (check the path)",
        "govarchive: *.няма: no file matches this pattern (check the pattern)",
    ]
    assert not list(Path().glob("*.db*"))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--include", "сайт=primer.bg"],
        ["--include", "host"],
        ["--exclude", "captured=вчера"],
        ["--include", "captured=2015-02-30"],
        ["--include", "captured=.."],
        ["--jobs", "0"],
        ["--page-seconds", "0"],
        ["--encoding", "няма"],
        ["--encoding", "hex"],
        ["--encoding", "shift_jis"],
        ["--report", "няма/отчет.json"],
        ["--reprocess"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    result = invoke("import", "страници", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr
    assert not list(Path().glob("*.db*"))


@pytest.mark.usefixtures("folder")
def test_the_report_of_an_import() -> None:
    result = invoke("import", "страници", "--report", "отчет.json", "--captured-at", "2018", "--encoding", "utf-8")
    assert result.exit_code == 1
    said = result.stderr.splitlines()
    assert said[-3] == "govarchive.db: 2 pages new, 0 unchanged, 1 rejected (1 NotText)"
    assert said[-2].startswith("4 records: 2 phone, 2 email (")
    assert said[-1].endswith("govarchive rejects --archive govarchive.db --import 1")
    report = json.loads(Path("отчет.json").read_text(encoding="utf-8"))
    told = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8").partition("## The report")[2]
    assert [name for name in report if f"`{name}`" not in told] == []
    assert report["schema"] == 1
    assert report["rules"] == rules_version()
    assert report["complete"] is True
    assert report["pages"] == {"new": 2, "unchanged": 0, "renewed": 0, "rejected": 1, "skipped": 0, "excluded": 0}
    assert report["errors"] == {NotText.__name__: 1}
    assert report["records"] == {"email": 2, "phone": 2}
    (reject,) = report["rejects"]
    assert (reject["source"], reject["error"]) == ("страници/лош #1.html", "NotText")
    assert report["retry"] == "govarchive rejects --archive govarchive.db --import 1 --retry"
    Path("страници/лош #1.html").write_bytes(capture(3).raw)
    assert invoke(*report["retry"].split()[1:]).exit_code == 0
    assert invoke("import", "страници", "--report", "отчет.json", "--captured-at", "2018").exit_code == 0
    assert json.loads(Path("отчет.json").read_text(encoding="utf-8"))["rejects"] == []


@pytest.mark.usefixtures("folder")
def test_reprocess_by_command() -> None:
    assert invoke("import", "--reprocess").exit_code == 1
    assert not Path("govarchive.db").exists()
    invoke("import", "страници")
    result = invoke("import", "--reprocess")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (0, "govarchive.db: 0 pages read anew, 0 rejected")
    for asked, said in (
        (["--report", "няма/отчет.json"], "there is no folder няма"),
        (["--captured-at", "2015"], "leave --captured-at out"),
        (["--include", "host=primer.bg"], "leave --include out"),
        (["--field", "text=текст"], "leave --field out"),
    ):
        result = invoke("import", "--reprocess", *asked)
        assert (result.exit_code, said in result.stderr) == (2, True)


@pytest.mark.usefixtures("folder")
def test_what_is_not_what_was_read_is_not_read_anew_and_stops_nothing() -> None:
    invoke("import", "страници")
    with closing(sqlite3.connect("govarchive.db", isolation_level=None)) as db:
        db.execute("UPDATE text SET text = text || 'о' WHERE number = (SELECT text_number FROM page WHERE number = 1)")
        db.execute("UPDATE page SET rules = ''")
        before = db.execute("SELECT * FROM record WHERE page = 1").fetchall()
        result = invoke("import", "--reprocess")
        assert result.exit_code == 1
        assert "rejected: " in result.stderr
        assert "not what was read" in result.stderr
        assert [row[0] for row in db.execute("SELECT number FROM page WHERE rules = ''")] == [1]
        assert db.execute("SELECT * FROM record WHERE page = 1").fetchall() == before
