"""Cells of columns: one value each, whatever stands around it; rows that cannot be read, and texts in a column."""

import csv
import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from making import invoke, json_lines, run
from tables import examples
from test_normalise import FORM, GOOD, written

from govarchive.errors import InputError, PageError
from govarchive.extract import extract
from govarchive.jobs.columns import ADDED, Counts, pages_of, write_judged
from govarchive.jobs.doubts import doubt
from govarchive.jobs.lines import opened
from govarchive.jobs.rows import Table, Writer
from govarchive.jobs.values import judge
from govarchive.kinds import BY_NAME
from govarchive.text.fold import fold


@pytest.mark.parametrize(
    ("kind", "cell", "said"),
    [
        ("email", "ivan@primer.bg Иванов", "more than a value, which is ivan@primer.bg"),
        ("email", "ул. Шипка 5 info@primer.bg", "more than a value, which is info@primer.bg"),
        ("email", "kabinet kmet@primer.bg", "more than a value, which is kmet@primer.bg"),
        ("email", "info@primer.bg. Иванов", "more than a value, which is info@primer.bg"),
        ("email", "info@primer.bgТел", "more than a value, which is info@primer.bg"),
        ("email", "инфо@primer.bg", "a name in Cyrillic before a domain in Latin letters"),
        ("email", "общинa@primer.bg", "a name in Cyrillic before a domain in Latin letters"),
        ("phone", "056/ 841 234 деловодство", "more than a value, which is 056/ 841 234"),
        ("phone", "056/ 841 234 / 841 235", "a second value stands behind it, 841 235"),
        ("iban", f"{GOOD} BGN", f"more than a value, which is {GOOD}"),
        ("eik", "177023450 и 000123451", "2 values, 177023450, 000123451"),
        ("eik", "177023450, 000123451", "2 values, 177023450, 000123451"),
        ("eik", "177023450 000123451", "2 values, 177023450, 000123451"),
        ("eik", "Фирма 177023450", "more than a value, which is 177023450"),
        ("url", "сайтът е www.primer.bg", "more than a value, which is www.primer.bg"),
    ],
)
def test_what_is_more_than_one_value_is_told_and_has_none(kind: str, cell: str, said: str) -> None:
    found = judge(BY_NAME[kind], cell)
    assert (found.value, found.valid) == (None, False)
    assert said in (found.problem or "")


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("email", "a..b@primer.bg"),
        ("email", "a.@primer.bg"),
        ("email", "info@primer.иванов"),
        ("url", "www,primer.bg"),
        ("url", "www..primer.bg"),
        ("url", "info@primer.bg"),
        ("url", "file://primer.bg"),
        ("url", "htpp://primer.bg"),
        ("money", "100 (двеста) лева"),
        ("institution", "ivan@primer.bg"),
        ("place", "ivan@primer.bg"),
    ],
)
def test_what_is_no_value_has_a_problem(kind: str, cell: str) -> None:
    found = judge(BY_NAME[kind], cell)
    assert found.valid is False
    assert found.problem


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("email", "info @ primer.bg", "info@primer.bg"),
        ("email", "info@primer,bg", "info@primer.bg"),
        ("email", "info@primer. bg", "info@primer.bg"),
        ("email", "ОСА@primer.bg", "oca@primer.bg"),
        ("email", "кмет@пример.бг", "кмет@пример.бг"),
        ("email", "info@пример.bg", "info@пример.bg"),
        ("url", "http//primer.bg", "http://primer.bg"),
        ("url", "http:/primer.bg", "http://primer.bg"),
        ("url", "htp://primer.bg/а", "http://primer.bg/а"),
        ("url", "https:\\\\www.primer.bg", "https://www.primer.bg"),
        ("url", "HTTP://WWW.PRIMER.BG", "http://www.primer.bg"),
        ("eik", "ЕИК177023450", "177023450"),
        ("eik", "ЕИК/БУЛСТАТ 177023450", "177023450"),
        ("eik", "ЕИК по БУЛСТАТ: 177023450", "177023450"),
        ("phone", "056/ 841 234 (факс)", "+35956841234"),
        ("place", "перник", "Перник"),
        ("place", "гр.перник", "Перник"),
        ("place", "2300 ПЕРНИК", "Перник"),
        ("place", "гр. Перник, п.к. 2300", "Перник"),
        ("place", "с. Горно Бърдово", "Горно Бърдово"),
        ("institution", "Общ. Перник", "Община Перник"),
        ("institution", "общ. перник", "община Перник"),
        ("institution", "Общ. съвет Мездра", "Общински съвет Мездра"),
        ("institution", "мин. на културата", "министерство на културата"),
        ("institution", "РС Мездра", "РС Мездра"),
        ("money", "10 eur", "10.00 EUR"),
        ("money", "10 bgn", "10.00 BGN"),
        ("money", "10 lv.", "10.00 BGN"),
        ("money", "10.50 EURO", "10.50 EUR"),
        ("money", "eur 10", "10.00 EUR"),
        ("money", "100 (сто) лева", "100.00 BGN"),
    ],
)
def test_the_ways_a_value_is_typed(kind: str, cell: str, value: str) -> None:
    found = judge(BY_NAME[kind], cell)
    assert (found.value, found.valid, found.problem) == (value, True if BY_NAME[kind].CHECKED else None, None)


@pytest.mark.parametrize(
    ("kind", "cell", "said"),
    [
        ("place", "абракадабра", "on no list of places"),
        ("place", "няма данни", "on no list of places"),
        ("institution", "абракадабра", "no word that names a body"),
        ("institution", "Няма данни", "no word that names a body"),
        ("institution", "Стоян Дрянков", "no word that names a body"),
        ("address", "абракадабра", "no street, no settlement and no number"),
        ("address", "Няма данни", "no street, no settlement and no number"),
    ],
)
def test_what_has_nothing_of_its_kind_is_told_and_stays(kind: str, cell: str, said: str) -> None:
    found = judge(BY_NAME[kind], cell)
    assert (found.value, found.valid) == (cell, None)
    assert said in (found.problem or "")


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("place", "Горно Бърдово"),
        ("place", "с. горно бърдово"),
        ("place", "Врачанска област"),
        ("place", "румъния"),
        ("institution", "НЕК"),
        ("institution", "МтСП"),
        ("institution", "Пример Комерс ЕООД"),
        ("institution", "„Пробуда“"),
        ("institution", "Primer Foundation"),
        ("institution", "общински съвет"),
        ("institution", "Движение за права и свободи"),
        ("institution", "УНИКРЕДИТ БУЛБАНК"),
        ("address", "гр. Враца"),
        ("address", "Враца"),
        ("address", "ул. Иглика"),
        ("address", "Иглика 5"),
        ("address", "местност Байкал"),
    ],
)
def test_names_that_may_be_of_their_kind_have_no_problem(kind: str, cell: str) -> None:
    assert judge(BY_NAME[kind], cell).problem is None


@pytest.mark.parametrize("kind", ["place", "institution", "address"])
def test_what_the_examples_find_has_something_of_its_kind(kind: str) -> None:
    found = {value for row in examples(kind) for value in row.values if value}
    assert len(found) > 50
    assert [it for it in found if doubt(BY_NAME[kind], fold(it), it)] == []


def test_the_lengths_of_a_masked_number_are_told() -> None:
    assert "9 characters found, 10 digits expected" in written("503203603\n", "text", "text", kind="egn")[0]


def test_a_byte_that_is_no_utf_8_costs_its_row() -> None:
    out, counts = written(f"{GOOD}\n".encode() + b"\xc2\xf0\n" + f"{GOOD}\n".encode(), "text", "text")
    first, torn, last = out.splitlines()
    assert first == last == f"{FORM}\ttrue\t"
    assert torn.startswith("\tfalse\tnot UTF-8 (byte 0xC2 at 1)")
    assert counts == Counts(3, 1)


def test_a_byte_that_is_no_utf_8_in_a_table() -> None:
    raw = f"id,a,n\n1,{GOOD},x\n2,{GOOD},".encode() + b'"\xc2\ny"\n' + f"3,{GOOD},z\n".encode()
    rows = list(csv.reader(io.StringIO(written(raw, "csv", "csv", "a")[0])))[1:]
    assert [(row[0], row[3], row[4]) for row in rows] == [("1", FORM, "true"), ("2", "", "false"), ("3", FORM, "true")]
    assert "not UTF-8" in rows[1][5]
    raw = b'{"a": "\xc2"}\n' + f'{{"a": "{GOOD}"}}\n'.encode()
    torn, whole = json_lines(written(raw, "jsonl", "jsonl", "a")[0])
    assert (torn["a_value"], torn["a_valid"], whole["a_valid"]) == (None, False, True)


def test_a_byte_that_is_no_utf_8_among_texts() -> None:
    raw = b"text\n\xd2\xe5\xeb. 0888123456\n" + "тел. 0888123457\n".encode()
    done = invoke("extract", "-", "--column", "text", "--from", "csv", stdin=raw)
    assert done.exit_code == 1
    assert [it["value"] for it in json_lines(done.stdout)] == ["+359888123457"]
    assert "-:2: not UTF-8" in done.stderr


def test_an_object_without_any_key_has_a_verdict_as_all_have() -> None:
    first, blank, second = written(f'{{}}\n\n{{"a": "{GOOD}"}}\n', "jsonl", "jsonl", "a")[0].splitlines()
    assert json_lines(first) == [{"a_value": None, "a_valid": None, "a_problem": None}]
    assert blank == ""
    assert json_lines(second)[0]["a_value"] == FORM


def test_a_verdict_is_sent_before_the_next_value_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    sent, seen = io.BytesIO(), []

    class Slow(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            seen.append(sent.getvalue().decode())
            return self.readline()

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Slow(f"{GOOD}\n{GOOD}\n".encode())))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(sent, "utf-8"))
    with opened("-") as raw:
        write_judged(
            Table(raw, "-", "text"), BY_NAME["iban"], Writer(sys.stdout, "text", len(ADDED)), None, None, False
        )
    assert seen[:3] == ["", f"{FORM}\ttrue\t\n", f"{FORM}\ttrue\t\n" * 2]


def test_each_row_is_a_page(tmp_path: Path) -> None:
    letters = tmp_path / "letters.csv"
    letters.write_text(f'id,text\n1,"сметка\nIBAN: {GOOD}"\n2,\n3,IBAN {GOOD}\n', encoding="utf-8")
    pages = list(pages_of(str(letters), "text", None, "2016-03-09"))
    assert [page.source for page in pages] == [f"{letters}#1", f"{letters}#3"]
    for page in pages:
        assert not isinstance(page, PageError)
        assert page.captured_at == "2016-03-09"
        assert [it.value for it in extract(page)] == [FORM]


def test_a_broken_file_gives_its_pages_and_then_the_problem(tmp_path: Path) -> None:
    letters = tmp_path / "letters.jsonl"
    letters.write_text('{"text": "Враца"}\n{"text"\n', encoding="utf-8")
    *pages, problem = pages_of(str(letters), "text", None)
    assert len(pages) == 1
    assert isinstance(problem, PageError)
    assert problem.source == f"{letters}:2"


def test_a_table_that_is_read_as_a_page_of_text_is_told(tmp_path: Path) -> None:
    rows = "Телефон;IBAN\n056/ 841 234;BG80 BNBG 9661 1020 3456 78\n"
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "b.tsv").write_text(rows.replace(";", "\t"), encoding="utf-8")
    (tmp_path / "c.txt").write_text(rows, encoding="utf-8")
    (tmp_path / "d.csv").write_text("Съобщение до всички, както следва: утре.\nНяма вода, казват.\n", encoding="utf-8")
    done = run("extract", "a.csv", "b.tsv", "c.txt", "d.csv", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout
    (said,) = done.stderr.decode().splitlines()
    assert said.startswith("a.csv: read as one page of text, but it looks like a table of Телефон, IBAN; ")
    assert "with --column" in said
    assert "govarchive normalise KIND a.csv --column NAME" in said
    assert len(run("extract", ".", "-v", cwd=tmp_path).stderr.decode().split("looks like a table")) == 3
    for silent in (["-q", "a.csv"], ["a.csv", "--column", "IBAN"], ["c.txt", "d.csv"]):
        assert run("extract", *silent, cwd=tmp_path).stderr == b"", silent
    kept = run("import", ".", "--archive", "а.db", "--jobs", "1", cwd=tmp_path).stderr.decode()
    assert kept.startswith("./a.csv: read as one page of text, but it looks like a table of Телефон, IBAN; ")
    assert "with --field text=NAME" in kept
    assert kept.count("looks like a table") == 1
    assert run("import", ".", "--archive", "б.db", "--jobs", "1", "-q", cwd=tmp_path).stderr == b""


def test_a_table_of_pages_whose_first_row_is_broken_is_one(tmp_path: Path) -> None:
    rows = 'url;text\nhttp://primer.bg/1;"тел. 056/ 841 234\nhttp://primer.bg/2;тел. 056/ 841 235\n'
    (tmp_path / "а.csv").write_text(rows, encoding="utf-8")
    done = run("extract", "а.csv", "--kind", "phone", cwd=tmp_path)
    assert [(it["url"], it["value"]) for it in json_lines(done.stdout)] == [("http://primer.bg/2", "+35956841235")]
    assert "а.csv#1: line 2: no row of 2 cells" in done.stderr.decode()
    assert done.returncode == 1


def test_extract_from_a_column(tmp_path: Path) -> None:
    letters = tmp_path / "letters.csv"
    letters.write_text("id,text\n1,Вчера в 9 часа\n", encoding="utf-8")
    done = run("extract", str(letters), "--column", "text", "--reference-date", "2016-03-09", "--kind", "date")
    assert done.returncode == 0, done.stderr
    assert [it["source"] for it in json_lines(done.stdout)] == [f"{letters}#1"]
    assert json_lines(done.stdout)[0]["value"].startswith("2016-03-08")
    done = run("extract", str(letters), "--column", "letter")
    assert done.returncode == 1
    assert "no column 'letter', only id, text" in done.stderr.decode()
    assert run("extract", str(letters), "--from", "csv").returncode == 2
    done = run("extract", "-", "--column", "text", stdin=b"text\nx\n")
    assert done.returncode == 1
    assert "--from" in done.stderr.decode()
    assert run("extract", "-", "--column", "text", "--from", "csv", stdin=b"text\nx\n").returncode == 0


@pytest.mark.parametrize(
    ("name", "raw", "columns"),
    [
        ("а.csv", "Име;Телефон\nа;094/ 60 12 34\n", ["Име", "Телефон", *(f"Телефон_{it}" for it in ADDED)]),
        ("а.csv", "Име;Телефон \n", ["Име", "Телефон ", *(f"Телефон_{it}" for it in ADDED)]),
        ("а.csv", "Име;Телефон\n", ["Име", "Телефон", *(f"Телефон_{it}" for it in ADDED)]),
        ("а.jsonl", '{"Телефон": "094/ 60 12 34"}\n', ["Телефон", *(f"Телефон_{it}" for it in ADDED)]),
    ],
)
def test_columns_that_are_added_are_spelled_as_the_table_does(
    tmp_path: Path, name: str, raw: str, columns: list[str]
) -> None:
    path = tmp_path / name
    path.write_text(raw, encoding="utf-8")
    done = invoke("normalise", "phone", str(path), "--column", "телефон")
    assert done.exit_code == 0
    first = done.stdout.splitlines()[0]
    assert (list(json.loads(first)) if name.endswith("l") else first.split(";")) == columns


def test_a_column_that_would_be_added_twice_is_told(tmp_path: Path) -> None:
    path = tmp_path / "а.csv"
    path.write_text("Тел,Тел_value\n094/ 60 12 34,\n", encoding="utf-8")
    done = invoke("normalise", "phone", str(path), "--column", "тел")
    assert isinstance(done.exception, InputError)
    assert "there is a column Тел_value already" in str(done.exception)


@pytest.mark.parametrize("taken", ["a_value", "a_valid", "a_problem"])
def test_an_object_that_has_such_a_key_is_rejected_and_the_next_is_read(tmp_path: Path, taken: str) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"a": "094/ 60 12 34"}, {"a": "094/ 60 12 34", taken: "x", "b": 1}, {"a": "094/ 60 12 35"}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = invoke("normalise", "phone", str(path), "--column", "a")
    assert done.exit_code == 1
    first, bad, last = map(json.loads, done.stdout.splitlines())
    assert (first["a_value"], last["a_value"]) == ("+35994601234", "+35994601235")
    said = f"there is a key {taken} already: rename or drop it"
    assert bad == {"a": "094/ 60 12 34", "b": 1, "a_value": None, "a_valid": False, "a_problem": said}
