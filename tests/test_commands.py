"""The command line as a user meets it: what is printed where, and with which exit code."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from making import invoke, json_lines

from govarchive.formats.schema import record_schema
from govarchive.kinds import BY_NAME, egn
from govarchive.model import CONTACTS
from govarchive.pages import page_from_bytes

TEXT = """Областна администрация Видин
Деловодство: тел. 056/ 841 234
За глоби IBAN: BG80 BNBG 9661 1020 3456 78
IBAN: BG81 BNBG 9661 1020 3456 78
Поща: kontakti@primer.bg
Представител: ЕГН 5032036031
"""
COMMANDS = ("extract import query show explain imports rejects merge backup verify export kinds schema").split()


def good(*arguments: str) -> str:
    result = invoke(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("контакти.txt").write_text(TEXT, encoding="utf-8")
    Path("пощи.html").write_text(
        "<article><p>Поща: novini@primer.bg</article><footer>Поща: kontakti@primer.bg</footer>", encoding="utf-8"
    )
    return "контакти.txt"


@pytest.fixture
def archive(page: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("GOVARCHIVE_DB", "мой.db")
    good("import", page, "--url", "https://www.primer.bg/a", "--captured-at", "2015-05-14")
    good("import", "пощи.html", "--captured-at", "2018-03")
    return "мой.db"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str) -> None:
    assert f"govarchive {command}" in good(command, "--help").partition("Example")[2]
    assert command in good("--help")


def test_records_are_valid_json_lines_with_evidence(page: str) -> None:
    lines = json_lines(good("extract", page, "--captured-at", "2018-03-01", "--url", "https://primer.bg", "--unmask"))
    text = page_from_bytes(Path(page).read_bytes(), page).text
    assert {"iban", "phone", "email", "egn"} <= {it["kind"] for it in lines}
    for it in lines:
        Draft202012Validator(record_schema()).validate(it)
        assert it["text"] == text[it["start"] : it["stop"]]
        assert (it["url"], it["source"], it["captured_at"]) == ("https://primer.bg", page, "2018-03-01")


def test_two_runs_give_the_same_bytes(page: str) -> None:
    assert invoke("extract", page).stdout_bytes == invoke("extract", page).stdout_bytes


def test_kinds_can_be_chosen(page: str) -> None:
    lines = json_lines(good("extract", page, "--kind", "iban", "--kind", "email"))
    assert [it["value"] for it in lines] == ["BG80BNBG96611020345678", "BG81BNBG96611020345678", "kontakti@primer.bg"]
    assert [it["valid"] for it in lines] == [True, False, True]
    assert lines[1]["problems"]
    rows = list(csv.DictReader(io.StringIO(good("extract", page, "--kind", "iban", "--format", "csv"))))
    assert [row["value"] for row in rows] == [it["value"] for it in lines[:2]]


def test_standard_input(page: str) -> None:
    result = invoke("extract", "-", stdin="Тел. 056/ 841 234")
    assert [(it["value"], it["source"]) for it in json_lines(result.stdout)] == [("+35956841234", "-")]


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("extract", "контакти.txt", "--kind", "няма"),
        ("extract", "контакти.txt", "пощи.html", "--url", "https://primer.bg"),
        ("import", ".", "--url", "https://primer.bg"),
        ("extract", "контакти.txt", "--captured-at", "14.13.2015"),
        ("extract", "контакти.txt", "--captured-at", "2015-02-30"),
        ("extract", "контакти.txt", "--captured-at", "1989"),
        ("import", "контакти.txt", "--captured-at", "2101-01-01"),
        ("extract", "контакти.txt", "--url", "primer.bg/a"),
        ("import", "контакти.txt", "--url", "https://"),
        ("import", "контакти.txt", "--url", "http://[лош"),
        ("query", "--value", ""),
        ("query", "--valid", "--invalid"),
        ("query", "--since", "скоро"),
        ("query", "--person", " "),
        ("query", "--since", "2016", "--until", "2015-05"),
        ("show", ""),
        ("import", "контакти.txt", "--captured-at", "2015-05-14T99"),
        ("query", "--since", "вчера"),
        ("query", "--until", "2015-13"),
        ("query", "--limit", "-1"),
        ("query", "--limit", f"{10**20}"),
        ("query", "--min-score", "nan"),
        ("imports", "--undo", f"{10**20}", "--yes"),
        ("rejects", "--import", f"{10**20}"),
        ("import", "контакти.txt", "--page-seconds", "inf"),
        ("query", "--count-by", "няма"),
        ("explain", "."),
        ("няма",),
    ],
)
@pytest.mark.usefixtures("archive")
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    result = invoke(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("normalize", "phone"), "Did you mean 'normalise'?"),
        (("няма",), "No such command 'няма'.\n"),
        (("show", "страници/а.html"), "an id or its first digits"),
        (("extract", "контакти.txt", "--column", "текст", "--field", "captured_at=ден"), "--field text=текст"),
        (("extract", "контакти.txt", "--column", "текст", "--url", "https://primer.bg"), "--url is the address of one"),
        (("extract", "контакти.txt", "--from", "csv"), "name the column"),
        (("explain", "контакти.txt#2"), "контакти.txt holds no page of the source контакти.txt#2"),
        (("query", "--archive", ""), "--archive is empty"),
        (("query", "--person", "***"), "no letter and no digit"),
        (("query", "--kind", "Телефони"), "the kind is called phone"),
        (("kinds", "ibans"), "the kind is called iban"),
    ],
)
@pytest.mark.usefixtures("archive")
def test_what_is_said_of_wrong_usage(arguments: tuple[str, ...], said: str) -> None:
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("since", ["2014", "10.2014", "октомври 2014", "1.10.2014", "1 октомври 2014 г."])
@pytest.mark.usefixtures("archive")
def test_dates_as_they_are_typed(since: str) -> None:
    assert good("query", "--kind", "iban", "--since", since) == good("query", "--kind", "iban", "--since", "2014-10-01")


@pytest.mark.usefixtures("archive")
def test_rejects_of_an_import_that_is_not_there() -> None:
    assert "there is no import 99" in str(invoke("rejects", "--import", "99").exception)


def test_a_date_of_capture_as_bulgarians_write_it(page: str) -> None:
    assert {it["captured_at"] for it in json_lines(good("extract", page, "--captured-at", "4.5.2015"))} == {
        "2015-05-04"
    }


@pytest.mark.parametrize("date", ["2015", "2015-05", "2015-05-14", "2016-05-12T15:40", "2016-05-12T15:40:00+03:00"])
def test_dates_of_capture(page: str, date: str) -> None:
    assert {it["captured_at"] for it in json_lines(good("extract", page, "--captured-at", date))} == {date}


def test_what_is_not_done_is_named_and_the_rest_is_done(page: str) -> None:
    Path("снимка.html").write_bytes(b"\x89PNG\r\n")
    Path("стари.jsonl").write_bytes(invoke("extract", page).stdout_bytes)
    result = invoke("extract", "снимка.html", "няма.txt", page, "стари.jsonl", "-v")
    assert result.exit_code == 1
    assert len(json_lines(result.stdout)) == len(json_lines(good("extract", page)))
    said = result.stderr.splitlines()
    assert said[said.index("reading снимка.html") + 1].startswith("rejected: снимка.html: this is a PNG image")
    assert said[-2].startswith("skipped: стари.jsonl")
    assert any(line.startswith("rejected: няма.txt") for line in said)
    assert said[-1].endswith("from 1 page; 2 rejected")


def test_a_page_in_a_file_is_no_path(page: str) -> None:
    result = invoke("extract", f"{page}#3")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no such file or folder (name the file alone" in result.stderr


def test_a_file_of_records_alone_is_no_failure(page: str) -> None:
    Path("стари.jsonl").write_bytes(invoke("extract", page).stdout_bytes)
    result = invoke("extract", "стари.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "skipped" in result.stderr
    assert invoke("extract", "-q", "стари.jsonl").stderr == ""


def test_a_rule_that_fails_rejects_one_page(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise ZeroDivisionError("на нула")

    monkeypatch.setattr("govarchive.jobs.reading.extract", failing)
    result = invoke("extract", page)
    assert result.exit_code == 1
    assert f"rejected: {page}: a rule failed on this page: ZeroDivisionError: на нула" in result.stderr


def test_tables_for_people(page: str) -> None:
    lines = good("extract", page, "--format", "table").splitlines()
    assert lines[0].split() == ["id", "kind", "value", "text", "label", "date", "source"]
    assert any("+35956841234" in line and "056/ 841 234" in line for line in lines)
    assert any("BG81BNBG96611020345678 (invalid)" in line for line in lines)


def test_import_says_what_it_did(page: str) -> None:
    result = invoke("import", page, "няма.txt", "--archive", "а.db")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "а.db: 1 page new, 0 unchanged, 1 rejected (1 PageError)" in result.stderr
    assert "0 pages new, 1 unchanged, 0 rejected" in invoke("import", page, "--archive", "а.db").stderr
    assert invoke("import", page, "--archive", "а.db", "-q").output == ""


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        (["--value", "056/ 841 234"], ["+35956841234"]),
        (["--value", "+359 56 841 234", "--kind", "phone"], ["+35956841234"]),
        (["--value", "BG80 BNBG 9661 1020 3456 78"], ["BG80BNBG96611020345678"]),
        (["--value", "KONTAKTI@primer.bg"], ["kontakti@primer.bg", "kontakti@primer.bg"]),
        (["--value", "056/ 000 000"], []),
        (["--kind", "email", "--site", "primer.bg"], ["kontakti@primer.bg"]),
        (["--kind", "phone", "--label", "деловодство"], ["+35956841234"]),
        (["--kind", "iban", "--valid"], ["BG80BNBG96611020345678"]),
        (["--kind", "iban", "--invalid"], ["BG81BNBG96611020345678"]),
        (["--kind", "email", "--since", "2018"], ["novini@primer.bg", "kontakti@primer.bg"]),
        (["--kind", "email", "--until", "2015"], ["kontakti@primer.bg"]),
        (["--kind", "email", "--until", "2015-05-13"], []),
        (["--kind", "iban", "--limit", "1"], ["BG80BNBG96611020345678"]),
        (["--kind", "iban", "--limit", "0"], []),
    ],
)
@pytest.mark.usefixtures("archive")
def test_queries(arguments: list[str], values: list[str]) -> None:
    assert [it["value"] for it in json_lines(good("query", "--format", "jsonl", *arguments))] == values


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("field", ["kind", "value", "label", "site", "role", "institution", "year"])
def test_counts(field: str) -> None:
    rows = json_lines(good("query", "--count-by", field, "--format", "jsonl"))
    able = {"role": ("person",), "institution": ("institution", "person", *CONTACTS)}.get(field)
    records = [it for it in json_lines(good("query", "--format", "jsonl")) if able is None or it["kind"] in able]
    assert sum(row["records"] for row in rows) == len(records)
    assert [row["records"] for row in rows] == sorted((row["records"] for row in rows), reverse=True)
    assert good("query", "--count-by", field).split()[:2] == [field, "records"]
    assert good("query", "--count-by", field, "--format", "csv").startswith(f"{field},records")


@pytest.mark.usefixtures("archive")
def test_csv_has_details_as_columns() -> None:
    rows = list(csv.DictReader(io.StringIO(good("query", "--kind", "iban", "--format", "csv"))))
    assert [row["value"] for row in rows] == ["BG80BNBG96611020345678", "BG81BNBG96611020345678"]
    assert {"details.bank", "details.fax", "details.role"} <= set(rows[0])
    assert [row["valid"] for row in rows] == ["true", "false"]
    assert json.loads(rows[1]["problems"])


@pytest.mark.usefixtures("archive")
def test_show_a_record_and_a_page() -> None:
    it = json_lines(good("query", "--kind", "phone", "--format", "jsonl"))[0]
    said = good("show", it["id"][:10])
    assert "тел. [[056/ 841 234]]" in said
    assert "+35956841234" in said
    whole = good("show", it["page"])
    assert "[[kontakti@primer.bg]]" in whole
    assert "https://www.primer.bg/a" in whole


@pytest.mark.usefixtures("archive")
def test_show_of_unknown_and_ambiguous_ids() -> None:
    assert str(invoke("show", "fffffffffff").exception) == "no record or page has an id that begins with fffffffffff"
    ids = [it["id"] for it in json_lines(good("query", "--format", "jsonl"))]
    first = next(digit for digit in "0123456789abcdef" if sum(it.startswith(digit) for it in ids) > 1)
    said = str(invoke("show", first).exception)
    assert re.fullmatch(f"more than one record( or page)? has an id that begins with {first}: give more.*digits", said)


def test_explain_tells_every_fate(page: str) -> None:
    lines = good("explain", page).splitlines()
    assert lines[0].split()[:5] == ["characters", "kind", "rule", "text", "fate"]
    assert any("record" in line and "BG80BNBG96611020345678" in line for line in lines)
    assert any("invalid" in line for line in lines)
    seen = json_lines(good("explain", page, "--format", "jsonl", "--kind", "IBAN"))
    assert {it["kind"] for it in seen} == {"iban"}
    assert [(it["fate"], it["value"]) for it in seen][:1] == [("record", "BG80BNBG96611020345678")]
    assert any(it["reason"] for it in seen)
    assert all(it["text"] == TEXT[it["start"] : it["stop"]] for it in seen)


def test_explain_tells_the_office_of_people_and_the_label_of_values(tmp_path: Path) -> None:
    page = tmp_path / "кмет.txt"
    page.write_text("Кмет на община Видин: Стоян Ангелов Дрянков\nФакс: 094/ 60 12 34\n", encoding="utf-8")
    table = good("explain", str(page))
    assert "Стоян Ангелов Дрянков (кмет, община Видин)" in table
    assert "+35994601234 (Факс)" in table
    (person,) = json_lines(good("explain", str(page), "--format", "jsonl", "--kind", "person"))
    assert (person["role"], person["institution"], person["label"]) == ("кмет", "община Видин", None)


def test_a_table_of_no_records_is_empty(page: str) -> None:
    assert good("extract", page, "--kind", "ekatte", "--format", "table") == ""


@pytest.mark.usefixtures("archive")
def test_export() -> None:
    for style in ("jsonl", "csv"):
        said = invoke("export", f"изход.{style}", "--format", style)
        assert said.stdout == ""
        assert f"изход.{style}: " in said.stderr
        assert Path(f"изход.{style}").read_text(encoding="utf-8") == good("query", "--format", style)
    assert invoke("export", "няма/изход.jsonl").exit_code != 0
    assert not list(Path().glob("*.part"))


def test_export_replaces_a_file_only_when_whole(archive: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    Path("изход.jsonl").write_text("старо", encoding="utf-8")
    monkeypatch.setattr("govarchive.commands.export_.write_records", failing)
    assert isinstance(invoke("export", "изход.jsonl").exception, OSError)
    assert Path("изход.jsonl").read_text(encoding="utf-8") == "старо"
    assert not list(Path().glob("*.part"))
    before = Path(archive).read_bytes()
    assert invoke("export", archive).exit_code == 2
    assert Path(archive).read_bytes() == before


@pytest.mark.usefixtures("archive")
def test_export_tells_the_format_from_the_ending() -> None:
    for name, style in (("а.csv", "csv"), ("а.CSV", "csv"), ("а.json", "jsonl"), ("а.ndjson", "jsonl"), ("а", "jsonl")):
        good("export", name, "-q")
        assert Path(name).read_text(encoding="utf-8") == good("query", "--format", style)
    good("export", "б.csv", "--format", "jsonl")
    assert len(json_lines(Path("б.csv").read_bytes())) == len(json_lines(good("export", "-")))
    assert good("export", "-", "--format", "csv") == good("query", "--format", "csv")
    assert not Path("-").exists()
    for name in ("а.xml", "а.jsonl.gz"):
        refused = invoke("export", name)
        assert refused.exit_code == 2
        assert ".jsonl or .csv" in refused.stderr
        assert not Path(name).exists()
    assert invoke("export", "а.xml", "--format", "jsonl").exit_code == 0


@pytest.mark.usefixtures("archive")
def test_a_query_that_meets_nothing_says_so() -> None:
    here = sorted(it["kind"] for it in json_lines(good("query", "--count-by", "kind", "--format", "jsonl")))
    for arguments, hint in (
        (["--person", "Няма Такъв"], "no record meets --person; there is no person like it"),
        (["--kind", "bic", "--count-by", "role"], f"no record meets --kind; the kinds here are {', '.join(here)}"),
    ):
        result = invoke("query", *arguments)
        assert (result.exit_code, result.stderr) == (0, f"no records match\n{hint}\n")
        assert invoke("query", *arguments, "-q").stderr == ""
    assert invoke("query", "--kind", "iban").stderr == ""
    assert invoke("query", "--count-by", "role").stderr == "no records of person match\n"


def test_an_archive_without_records_says_so(in_folder: None) -> None:
    Path("празна.txt").touch()
    assert invoke("import", "празна.txt").exit_code == 1
    assert invoke("query", "--person", "Рада Пенева").stderr == "no records match\nthis archive has no records\n"


def test_kinds_and_schema() -> None:
    said = good("kinds")
    for block in said.split("\n\n"):
        assert len(set(block.splitlines())) == len(block.splitlines())
    personal = said[said.index("egn\n") :].partition("\n\n")[0]
    values = re.findall(r"  ->  ([0-9]{10})\n", personal)
    assert values
    assert all(egn.parts(it, it)["born"] < "1870" for it in values)  # nobody's, so that all of it may be shown
    assert all(f"{name}\n" in said for name in BY_NAME)
    assert good("kinds", "phone", "iban").count("\n\n") == 2
    assert "  ->  " in said
    assert json.loads(good("schema")) == record_schema()


def test_asking_for_one_kind_leaves_its_records_as_they_are(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Община Лом\nКмет на община Лом: Цветан Ценков, тел. 0971/ 60 101\n", encoding="utf-8")
    whole = invoke("extract", str(page)).stdout.splitlines()
    for kind in ("person", "phone", "institution"):
        one = invoke("extract", str(page), "--kind", kind).stdout.splitlines()
        assert one == [line for line in whole if f'"kind":"{kind}"' in line]
        assert one
