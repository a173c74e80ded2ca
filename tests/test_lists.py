"""A user's own lists join the shipped ones, in a process of their own as they are read once."""

from pathlib import Path

import pytest
from making import json_lines, run

from govarchive.data.lists import joined, use
from govarchive.errors import GovarchiveError, InputError

PEOPLE = "name\tgender\nРогнеда Пуфендорф\tf\n"
OFFICES = "# от нашия град\noffice\thead\tfeminine\n\nкнигохранител\t\tкнигохранителка\nначалник на ловците\n"
INSTITUTIONS = "\ufeffname,short,forms\nСъюз на ловците,СНЛ,Съюза на ловците; Съюзът на ловците\n"


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "people.tsv").write_text(PEOPLE, encoding="utf-8")
    (folder / "offices.tsv").write_text(OFFICES, encoding="utf-8")
    (folder / "institutions.csv").write_text(INSTITUTIONS, encoding="utf-8")
    return folder


def test_people_offices_and_institutions_of_the_user_are_found(lists: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Днес Рогнеда Пуфендорф, книгохранителката на Съюза на ловците, откри СНЛ.", encoding="utf-8")
    records = json_lines(run("extract", str(page), "--lists", str(lists)).stdout)
    (person,) = [it for it in records if it["kind"] == "person"]
    assert person["value"] == "Рогнеда Пуфендорф"
    assert person["details"]["gender"] == "f"
    assert (person["details"]["role"], person["details"]["institution"]) == ("книгохранителка", "Съюз на ловците")
    (short,) = [it for it in records if it["value"] == "СНЛ"]
    assert short["details"]["full"] == "Съюз на ловците"
    assert "Пуфендорф" not in run("extract", str(page)).stdout.decode()


def test_the_environment_names_the_lists_as_well(lists: Path, tmp_path: Path) -> None:
    archive = str(tmp_path / "а.db")
    page = tmp_path / "page.txt"
    page.write_text("Днес Рогнеда Пуфендорф откри парка.", encoding="utf-8")
    assert run("import", str(page), "--archive", archive, GOVARCHIVE_LISTS=str(lists)).returncode == 0
    assert "Пуфендорф" in run("query", "--archive", archive, "--kind", "person").stdout.decode()


def test_pages_read_with_other_lists_are_read_anew_also_by_workers(lists: Path, tmp_path: Path) -> None:
    archive = str(tmp_path / "а.db")
    page = tmp_path / "page.txt"
    page.write_text("Днес Рогнеда Пуфендорф откри парка.", encoding="utf-8")
    assert run("import", str(page), "--archive", archive).returncode == 0
    again = run("import", "--reprocess", "--archive", archive, "--lists", str(lists), "--jobs", "2")
    assert b": 1 page read anew, 0 rejected" in again.stderr
    assert "Пуфендорф" in run("query", "--archive", archive, "--kind", "person").stdout.decode()


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("people.tsv", "name\nРогнеда\n", "people.tsv:2: 'Рогнеда' is no full name"),
        ("people.tsv", "name\tgender\nРогнеда Пуф\tж\n", "people.tsv:2: the gender is m, f or empty, not 'ж'"),
        ("people.csv", "име\nРогнеда Пуф\n", "people.csv:1: 'име' is no column; the columns are name, gender"),
        ("people.csv", "gender\nf\n", "people.csv:1: there is no column 'name'"),
        ("people.tsv", "name\nРогнеда Пуф\tf\n", "people.tsv:2: 2 cells, the header has 1"),
        ("offices.tsv", "office\n\nКмет\n", "offices.tsv:3: 'Кмет' is no office in small letters"),
        ("offices.tsv", "office\thead\nпазач\tпазител\n", "offices.tsv:2: the head 'пазител' is no word of 'пазач'"),
        ("institutions.csv", "name,short\nСъюз,съюз\n", "institutions.csv:2: 'съюз' is no abbreviation"),
        ("institutions.csv", "name\n№ 5\n", "institutions.csv:2: '№ 5' is no name of an institution"),
        ("hora.tsv", "name\n", "no lists in this folder"),
        ("ofices.tsv", "office\n", "ofices.tsv: no list is called so (call it offices.tsv or offices.csv)"),
        ("people.xlsx", "PK", "people.xlsx: no list is called so"),
    ],
)
def test_a_bad_list_is_named_with_its_line(tmp_path: Path, name: str, text: str, problem: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        use(tmp_path)
    assert problem in str(caught.value)


def test_a_list_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "people.tsv").write_bytes("name\nРогнеда Пуф\n".encode("windows-1251"))
    with pytest.raises(InputError, match=r"people\.tsv: the list cannot be read: .*save it as UTF-8"):
        use(tmp_path)


def test_a_bad_list_ends_the_command_before_any_page(tmp_path: Path) -> None:
    (tmp_path / "people.tsv").write_text("name\nРогнеда\n", encoding="utf-8")
    found = run("normalise", "person", "--lists", str(tmp_path))
    assert (found.returncode, found.stdout) == (1, b"")
    assert "people.tsv:2" in found.stderr.decode()
    assert "Traceback" not in found.stderr.decode()


def test_lists_are_refused_when_the_rules_have_read_theirs(lists: Path) -> None:
    from govarchive.data import table

    table("manual_oblasts")
    with pytest.raises(GovarchiveError, match="before the first page"):
        use(lists)


def test_an_abbreviation_means_what_the_user_says(lists: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVARCHIVE_LISTS", str(lists))
    shipped = [{"short": "СНЛ", "full": "Сдружение"}, {"short": "НАП", "full": "Национална агенция за приходите"}]
    found = joined("manual_abbreviations", shipped)
    assert [(it["short"], it["full"]) for it in found] == [
        ("НАП", "Национална агенция за приходите"),
        ("СНЛ", "Съюз на ловците"),
    ]
    known = joined("manual_given_names", [{"name": "Рогнеда", "gender": "m"}])
    assert known[-1] == {"name": "Рогнеда", "gender": "f"}
