"""Files that are written never take the place of what is kept or read."""

from pathlib import Path

import pytest
from making import fill, invoke, run

TEXT = "Община Мездра, тел. 0910/ 9 12 34"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOVARCHIVE_DATA", str(tmp_path / "данни"))
    fill(Path("а.db"))
    fill(Path("друг.db"))
    Path("стр").mkdir()
    Path("стр/контакти.txt").write_text(TEXT, encoding="utf-8")
    Path("списъци").mkdir()
    Path("списъци/people.tsv").write_text("name\tgender\nСтоян Дрянков\tm\n", encoding="utf-8")
    Path("връзка.json").symlink_to("стр/контакти.txt")
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "kept", "said"),
    [
        ("import стр --archive а.db --report а.db", "а.db", "the archive itself"),
        ("import стр --archive а.db --report ./друг.db", "друг.db", "is an archive"),
        ("import стр --archive а.db --report а.db-wal", None, "a log of it"),
        ("import стр --archive нов.db --report стр/../нов.db", None, "the archive itself"),
        ("import --reprocess --archive а.db --report а.db", "а.db", "the archive itself"),
        ("import стр --archive а.db --report стр/контакти.txt", "стр/контакти.txt", "one of the pages"),
        ("import стр --archive а.db --report връзка.json", "стр/контакти.txt", "one of the pages"),
        ("import стр --archive а.db --lists списъци --report списъци/people.tsv", "списъци/people.tsv", "a list"),
        ("export друг.db --archive а.db --format csv", "друг.db", "is an archive"),
        ("export а.db-journal --archive а.db --format csv", None, "a log of it"),
    ],
)
def test_a_file_that_is_kept_or_read_stays(folder: Path, asked: str, kept: str | None, said: str) -> None:
    before = (folder / kept).read_bytes() if kept else b""
    files = sorted(folder.rglob("*"))
    refused = run(*asked.split(), cwd=folder, GOVARCHIVE_LISTS="")
    assert refused.returncode == 2
    assert said in refused.stderr.decode()
    assert "name another file" in refused.stderr.decode()
    assert sorted(folder.rglob("*")) == files
    assert not kept or (folder / kept).read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_a_report_among_the_pages_is_replaced_by_the_next_and_is_no_page() -> None:
    for new in (1, 0):
        done = invoke("import", "стр", "--archive", "нов.db", "--report", "стр/отчет.json")
        assert done.exit_code == 0
        assert f"{new} page{'' if new else 's'} new" in done.stderr
    assert (
        "a govarchive report, not a page"
        in invoke("rejects", "--archive", "нов.db", "--error", "SkippedPage", "--format", "jsonl").stdout
    )


@pytest.mark.usefixtures("folder")
def test_a_file_that_bears_the_name_of_an_unfinished_one_stays() -> None:
    for asked in (["export", "изход.jsonl"], ["backup", "копие.db"], ["import", "стр", "--report", "отчет.json"]):
        half = Path(f"{asked[-1]}.part")
        half.write_text("мое", encoding="utf-8")
        assert invoke(*asked, "--archive", "а.db").exit_code == 0
        assert half.read_text(encoding="utf-8") == "мое"
    assert not list(Path().glob(".govarchive*"))


def test_what_cannot_be_written_says_what_to_do(folder: Path) -> None:
    for asked in (["export", "няма/изход.csv"], ["import", "стр", "--report", "няма/отчет.json"]):
        refused = run(*asked, "--archive", "а.db", cwd=folder)
        assert refused.returncode == 2
        assert "there is no folder няма; make it first" in refused.stderr.decode()
    full = run("export", "/dev/full", "--archive", "а.db", cwd=folder)
    assert (full.returncode, b"Traceback" in full.stderr) == (1, False)
    assert full.stderr.decode() == "govarchive: /dev/full: No space left on device (name a file elsewhere)\n"
