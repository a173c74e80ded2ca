"""`--min-score` leaves out what is less sure, wherever records are written."""

from pathlib import Path

import msgspec
import pytest
from making import TEXT, found, invoke, page_of, put, record_of

from govarchive.archive import Query, open_archive
from govarchive.model import Page, Record


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one page with a sure and an unsure record."""
    path = tmp_path / "а.db"
    with open_archive(str(path), create=True) as kept:
        page = page_of(TEXT)
        put(kept, page, record_of(page, 0, 12, "institution"), record_of(page, 7, 12, "place", score=0.4))
    return path


def test_a_query_for_sure_records(archive: Path) -> None:
    assert [it.score for it in found(archive, Query())] == [1.0, 0.4]
    assert [it.score for it in found(archive, Query(min_score=0.4))] == [1.0, 0.4]
    assert [it.score for it in found(archive, Query(min_score=0.5))] == [1.0]


@pytest.mark.parametrize("command", [["query", "--format", "jsonl"], ["export", "-"]])
def test_the_option_when_records_leave_the_archive(archive: Path, command: list[str]) -> None:
    for least, number in (("0", 2), ("0.5", 1)):
        out = invoke(*command, "--archive", str(archive), "--min-score", least).stdout
        assert len(out.splitlines()) == number
    assert invoke(*command, "--archive", str(archive), "--min-score", "2").exit_code == 2


def test_the_option_when_pages_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from govarchive.extract import extract

    def doubtful(page: Page, *rest: object) -> list[Record]:
        return [msgspec.structs.replace(it, score=0.3 if it.kind == "institution" else 1.0) for it in extract(page)]

    monkeypatch.setattr("govarchive.jobs.reading.extract", doubtful)
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    out = invoke("extract", str(page), "--min-score", "0.5").stdout
    assert '"kind":"institution"' not in out
    assert '"iban"' in out
