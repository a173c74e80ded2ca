"""What comes from outside never writes over a terminal, and leaves its tables straight."""

import json
from pathlib import Path

import pytest
from making import invoke, run

ODD = "а\x1b[31m\n\x9bчервен\u202e"
ESCAPED = r"а\x1b[31m\n\x9bчервен\u202e"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOVARCHIVE_DB", "архив.db")
    Path(ODD).mkdir()
    Path(ODD, "контакти.txt").write_text("тел. 056/ 841 234, kontakti@primer.bg", encoding="utf-8")
    Path(ODD, "празна.txt").write_text("", encoding="utf-8")
    Path("втора.txt").write_text("тел. 056/ 841 235", encoding="utf-8")
    return tmp_path


def test_names_of_files(folder: Path) -> None:
    assert invoke("import", ODD, "втора.txt", "-v").exit_code == 1
    page = json.loads(invoke("query", "--format", "jsonl").stdout.splitlines()[0])["page"]
    for asked in (
        ["extract", "втора.txt", ODD, "--format", "table"],
        ["import", ODD, "-v"],
        ["query"],
        ["rejects"],
        ["imports"],
        ["show", page],
        ["extract", f"{ODD}/няма"],
        ["query", "--archive", f"{ODD}.db"],
        ["query", "--archive", ODD],
        ["query", "--kind", ODD],
        ["export", f"{ODD}/няма/изход.csv"],
        ["export", f"{ODD}/празна.txt", "--format", "csv"],
        ["check", f"{ODD}/празна.txt", f"{ODD}/няма"],
        ["normalise", "phone", f"{ODD}/няма"],
        ["places", "load", f"{ODD}/празна.txt"],
        ["verify", "--archive", ODD],
        [ODD],
    ):
        found = run(*asked, cwd=folder)
        said = (found.stdout + found.stderr).decode()
        assert not {"\x1b", "\x9b", "\u202e"} & set(said), asked
        assert "червен" in said, asked


@pytest.mark.usefixtures("folder")
def test_the_columns_of_a_table_stay_straight() -> None:
    rows = invoke("extract", ODD, "втора.txt", "--format", "table").stdout.splitlines()
    at = rows[0].index("source")
    assert {row[at - 1 : at + 1] for row in rows[1:]} == {" а", " в"}
    assert rows[1][at:] == ESCAPED.replace("\\n", " ") + "/контакти.txt"
