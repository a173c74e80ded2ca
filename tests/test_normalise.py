"""Bare values: judged one by one, in files of text, CSV and JSON Lines, and from the command line."""

import csv
import io
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import invoke, json_lines, run

import govarchive
from govarchive.errors import InputError
from govarchive.jobs.columns import ADDED, Counts, write_judged
from govarchive.jobs.rows import Table, Writer
from govarchive.jobs.values import Judged, judge
from govarchive.kinds import BY_NAME

GOOD, BAD = "BG80 BNBG 9661 1020 3456 78", "BG81 BNBG 9661 1020 3456 78"
FORM = "BG80BNBG96611020345678"


def written(raw: bytes | str, form: str, style: str, column: str | None = None, **given: Any) -> tuple[str, Counts]:
    """What `normalise` writes for a file of these bytes."""
    kind = BY_NAME[given.get("kind", "iban")]
    out = io.StringIO()
    table = Table(io.BytesIO(raw if isinstance(raw, bytes) else raw.encode()), "file", form)
    counts = write_judged(
        table, kind, Writer(out, style, len(ADDED)), column, given.get("reference"), given.get("unmask", False)
    )
    return out.getvalue(), counts


def test_judge() -> None:
    assert judge(BY_NAME["iban"], GOOD) == Judged(FORM, True, None)
    assert judge(BY_NAME["iban"], BAD).valid is False
    assert judge(BY_NAME["iban"], BAD).value == FORM.replace("80", "81", 1)
    assert judge(BY_NAME["iban"], " \t") == Judged()
    assert judge(BY_NAME["institution"], "община Мездра").valid is None
    assert judge(BY_NAME["date"], "днес").problem
    assert judge(BY_NAME["date"], "днес", date(2016, 3, 9)) == Judged("2016-03-09", True)


@pytest.mark.parametrize("kind", BY_NAME)
def test_junk_has_a_verdict(kind: str) -> None:
    for text in ("\u200b", "й" * 300, "\x00", "И\u0306", "-" * 50, "1" * 400):
        assert judge(BY_NAME[kind], text).valid is not True or kind in ("date", "url"), text


def test_invisible_characters_are_passed_over() -> None:
    assert judge(BY_NAME["iban"], f"\u200b{GOOD}\u00ad\ufeff").value == FORM


def test_public_function_takes_a_reference() -> None:
    assert govarchive.normalise("date", "вчера") is None
    assert govarchive.normalise("date", "вчера", reference=date(2016, 3, 9)) == "2016-03-08"


@pytest.mark.parametrize(
    ("kind", "printed", "value"),
    [
        ("eik", "ЕИК 201789369", "201789369"),
        ("phone", "тел. 056/ 841 234", "+35956841234"),
        ("phone", "тел.: 056/ 841 234", "+35956841234"),
        ("iban", f"IBAN: {GOOD}", FORM),
        ("iban", f"IBAN {GOOD}", FORM),
        ("address", "Адрес: ул. Шипка № 5", "ул. Шипка № 5"),
        ("email", "mail@primer.bg", "mail@primer.bg"),
        ("url", "www.primer.bg", "www.primer.bg"),
        ("person", "проф. д-р Стоян Дрянков", "Стоян Дрянков"),
        ("person", "Г-Н СТОЯН ДРЯНКОВ", "Стоян Дрянков"),
        ("person", "кмет Стоян Дрянков", "Стоян Дрянков"),
        ("person", "зам.-кмета инж. Стоян Дрянков", "Стоян Дрянков"),
        ("date", "от 6 до 9 юни 2016 г.", "2016-06-06/2016-06-09"),
        ("date", "учебната 2016/2017 г.", "2016/2017"),
        ("date", "2016/2017 учебна година", "2016/2017"),
        ("date", "м. ноември 2019", "2019-11"),
        ("eik", "ЕИК (БУЛСТАТ) 201789369", "201789369"),
        ("eik", "VAT No: BG201789369", "201789369"),
        ("iban", f"IBAN={GOOD}", FORM),
    ],
)
def test_what_names_the_kind_may_stand_before_the_value(kind: str, printed: str, value: str) -> None:
    assert govarchive.normalise(kind, printed) == value


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("date", "'12.05.2016", "2016-05-12"),
        ("date", "2016.0", "2016"),
        ("date", "2016 год.", "2016"),
        ("date", "1870-80", "1870/1880"),
        ("date", "5/12/2016 12:00:00 AM", "2016-05-12T00:00"),
        ("hours", "Mo-Fr 9:00-17:00; Sa 9:00-13:00", "Mo-Fr 09:00-17:00; Sa 09:00-13:00"),
        ("hours", "08:30 - 17:00 /пон.-пет./", "Mo-Fr 08:30-17:00"),
    ],
)
def test_values_as_sheets_have_them(kind: str, typed: str, value: str) -> None:
    judged = judge(BY_NAME[kind], typed)
    assert (judged.value, judged.problem) == (value, None)


def test_the_problem_of_a_name_says_what_was_seen() -> None:
    assert "'д-р 12'" in (judge(BY_NAME["person"], "д-р 12").problem or "")


@pytest.mark.parametrize(
    ("kind", "printed", "said"),
    [
        ("phone", "056/ 841 234; 841 235", "a second value stands behind it, 841 235"),
        ("document", "Решение № 5 по протокол № 6", "a second value stands behind it, протокол № 6"),
        ("phone", "841 234", "area code"),
        ("phone", "917 17 17 (Орехово)", "area code"),
        ("phone", "9171717 - Оряховска община", "area code"),
        ("phone", "0888 12345 Орлов", "+35988812345: no number"),
        ("phone", "0888 12345 стая 6", "+35988812345: no number"),
        ("phone", "02 911 22 3 ОУ", "more than a value, which is 02 911 22 3: leave only that"),
        ("phone", "94 601234 Община Видин", "more than a value, which is 94 601234"),
        ("phone", "02 911 22 33 ет. 3", "more than a value, which is 02 911 22 33:"),
        ("phone", "0888 123 456 О. Попов", "more than a value, which is 0888 123 456:"),
        ("phone", "112 Обаждане", "more than a value, which is 112:"),
        ("money", "1500", "currency"),
        ("date", "днес", "--reference-date"),
        ("date", "понеделник, 12 май 2016 г.", "the printed weekday is not that of the day"),
        ("person", "Стоян Дрянков и Пенка Рендова", "a second value stands behind it, Пенка Рендова"),
        ("phone", "8.88E+08", "digits are lost"),
        ("phone", "0888 123 456, 0888 123 457", "2 values, 0888 123 456, 0888 123 457"),
        ("iban", f"{GOOD}, BIC UNCRBGSF", f"more than a value, which is {GOOD}"),
        ("money", "100 лв./месец", "more than a value, which is 100 лв.: leave only that"),
        ("money", "1,872 лв./кг", "more than a value, which is 1,872 лв.: leave only that"),
        ("money", "1,234 лв.", "if it is of decimals, write 1.234 BGN"),
        ("money", "-12,30", "currency"),
        ("date", "2016-05-12T10:30:22Z", "of the zone Z, which is left out"),
        ("date", "Thu, 12 May 2016 15:40:00 GMT", "of the zone GMT, which is left out"),
        ("document", "Протокол № 12 / 30.02.2019 г.", "its date is no day of the calendar"),
        ("place", "с.Бърдово, общ.Враца", "more than a value, which is с.Бърдово: leave only that"),
        ("place", "Враца (област)", "more than a value, which is Враца"),
        ("person", "Стоян Дрянков 2", "more than a value, which is Стоян Дрянков"),
        ("person", "Стоян Дрянков и др.", "more than a value, which is Стоян Дрянков"),
        ("email", "a@primer.bg; b@primer.bg", "2 values, a@primer.bg, b@primer.bg"),
        ("eik", "123451", "000123451 would pass, if zeros"),
        ("ekatte", "151.0", "00151 would pass"),
        ("date", "42502", "2016-05-12 would pass, if a spreadsheet counted the days"),
        ("date", "12/31/2016", "no such day in the calendar: '12/31/2016'"),
        ("phone", "056/ 841 234, 12", "more than a value, which is 056/ 841 234: leave only that"),
        ("date", "30 февруари 2019", "no such day in the calendar"),
        ("date", "31 април 2019 г.", "no such day in the calendar"),
        ("eik", "000000000", "noughts only"),
        ("date", "от 2007 до днес", "an interval that is still open"),
        ("date", "12.05.2015 г. – до момента", "an interval that is still open"),
        ("date", "2007, 2008", "2 values, 2007, 2008: give each a line of its own"),
    ],
)
def test_what_a_value_alone_shows_wrong_is_said(kind: str, printed: str, said: str) -> None:
    assert said in (judge(BY_NAME[kind], printed).problem or "")


@pytest.mark.parametrize("printed", ["31.02.2019", "30 февруари 2019", "2019-02-31", "31.13.2019", "от 2007 до днес"])
def test_what_is_no_day_leaves_no_value_to_pass_on(printed: str) -> None:
    assert judge(BY_NAME["date"], printed)[:2] == (None, False)


def test_nobody_is_born_after_the_day_of_reference() -> None:
    assert judge(BY_NAME["egn"], "5032036030", date(1850, 12, 3)).valid
    found = judge(BY_NAME["egn"], "5032036030", date(1850, 12, 2))
    assert (found.valid, found.problem) == (False, "5032036030: born 1850-12-03, after 1850-12-02")


def test_text_keeps_line_for_line() -> None:
    out, counts = written(f"\ufeff{GOOD}\r\n\r\n{BAD}\n  \nnothing", "text", "text")
    lines = out.split("\n")
    assert [line.split("\t")[:2] for line in lines] == [
        [FORM, "true"], [""], [FORM.replace("80", "81", 1), "false"], [""], ["NOTHING", "false"], [""],
    ]  # fmt: skip
    assert counts == Counts(3, 2)


def test_text_as_json_lines_and_csv() -> None:
    found = json_lines(written(f"{GOOD}\n\n{BAD}\n", "text", "jsonl")[0])
    assert found[0] == {"input": GOOD, "value": FORM, "valid": True, "problem": None}
    assert found[1] == {"input": "", "value": None, "valid": None, "problem": None}
    assert found[2]["valid"] is False
    rows = list(csv.reader(io.StringIO(written(f"{GOOD}\n\n", "text", "csv")[0])))
    assert rows == [["input", "value", "valid", "problem"], [GOOD, FORM, "true", ""], [""] * 4]


@pytest.mark.parametrize(("delimiter", "end"), [(",", "\n"), (";", "\r\n"), ("\t", "\n")])
def test_csv_keeps_the_other_columns(delimiter: str, end: str) -> None:
    raw = end.join(
        [delimiter.join(["id", "account", "note"]), delimiter.join(["1", GOOD, '"two\nlines"']), "", delimiter * 2, ""]
    )
    out, counts = written(raw, "csv", "csv", "account")
    assert out.startswith(
        delimiter.join(["id", "account", "note", "account_value", "account_valid", "account_problem"]) + end
    )
    assert list(csv.reader(io.StringIO(out), delimiter=delimiter))[1:] == [
        ["1", GOOD, "two\nlines", FORM, "true", ""], [], ["", "", "", "", "", ""],
    ]  # fmt: skip
    assert counts == Counts(1, 0)


def test_csv_of_a_header_alone_keeps_it() -> None:
    assert (
        written("id,account\n", "csv", "csv", "account")[0]
        .strip()
        .endswith("account,account_value,account_valid,account_problem")
    )


def test_json_lines_keep_what_they_hold_as_printed() -> None:
    raw = f'{{"n": 1.50, "big": 123456789012345678901234567890, "account": "{GOOD}", "more": [1, null]}}\n{{"n": 2}}\n'
    out, _ = written(raw, "jsonl", "jsonl", "account")
    first, second = out.splitlines()
    assert '"n":1.50,"big":123456789012345678901234567890' in first
    assert json_lines(first)[0]["account_value"] == FORM
    assert json_lines(second)[0] == {"n": 2, "account_value": None, "account_valid": None, "account_problem": None}


def test_numbers_in_json_lines_count_as_their_digits() -> None:
    assert (
        json_lines(written('{"eik": 831661388}\n', "jsonl", "jsonl", "eik", kind="eik")[0])[0]["eik_value"]
        == "831661388"
    )


def test_json_lines_as_csv() -> None:
    raw = f'{{"id": 7, "account": "{GOOD}"}}\n{{"account": null, "id": true}}\n'
    rows = list(csv.reader(io.StringIO(written(raw, "jsonl", "csv", "account")[0])))
    assert rows[1:] == [["7", GOOD, FORM, "true", ""], ["true", "", "", "", ""]]


def test_personal_numbers_are_masked() -> None:
    out, _ = written("5032036030\n5032036031\n", "text", "text", kind="egn")
    assert not any(character.isdigit() for character in out)
    out, _ = written("id,egn\n1,5032036031\n", "csv", "csv", "egn", kind="egn")
    assert "50320" not in out
    out, _ = written("5032036030\n", "text", "text", kind="egn", unmask=True)
    assert out == "5032036030\ttrue\t\n"
    assert written("**********\n", "text", "text", kind="egn")[1].failed == 0


@pytest.mark.parametrize(
    ("raw", "form", "column", "where", "said"),
    [
        ("име,a\n1,2\n".encode("windows-1251"), "csv", "a", "file:1", "--encoding windows-1251"),
        ("a,b\n1,2\n", "csv", "c", "file:", "no column 'c', only a, b"),
        ("a,b\n", "csv", "c", "file:", "no column 'c', only a, b"),
        ("", "csv", "c", "file:", "empty file"),
        ('a,b\n1,2\n"1,2\n3,4\n', "csv", "a", "file:3", "not closed to the end"),
        ("a,a_value\n1,2\n", "csv", "a", "file:2", "a_value already"),
        ('not\n["x"]\n', "jsonl", "a", "file:1", "one object a line"),
        ("\ufeffa\n".encode("utf-16-le") + b"\x00\xdc\n\x00", "csv", "a", "file:1", "not UTF-16"),
        ('{"b": "x"}\n', "jsonl", "a", "file:", "no column 'a', only b"),
    ],
)
def test_errors_name_file_and_line(raw: bytes | str, form: str, column: str | None, where: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        written(raw, form, form, column)
    assert str(caught.value).startswith(where)
    assert said in str(caught.value)
    assert caught.value.remedy


def test_a_broken_row_is_told_and_the_rest_goes_on() -> None:
    raw = f'id;account;note\n1;{GOOD}\n2;{GOOD};x;y\n3;"{GOOD}"!;x\n4;{GOOD};x;;\n'
    out, counts = written(raw, "csv", "csv", "account")
    rows = list(csv.reader(io.StringIO(out), delimiter=";"))
    assert [row[:3] for row in rows[1:]] == [
        ["1", GOOD, ""], ["2", GOOD, "x;y"], [f'3;"{GOOD}"!;x', "", ""], ["4", GOOD, "x"],
    ]  # fmt: skip
    assert [row[4] for row in rows[1:]] == ["false", "false", "false", "true"]
    assert [row[5].split(":")[0] for row in rows[1:3]] == [
        f"a row of {number} cells under a header of 3" for number in (2, 4)
    ]
    assert rows[3][5].startswith("no CSV: ")
    assert counts == Counts(4, 3)


def test_a_carriage_return_in_a_cell() -> None:
    rows = list(csv.reader(io.StringIO(written(f"id,a\n1\r2,{GOOD}\n3,{GOOD}\n", "csv", "csv", "a")[0])))
    assert rows[1][-1].startswith("no CSV: a carriage return in a cell without quotes")
    assert rows[2] == ["3", GOOD, FORM, "true", ""]


def test_a_broken_line_of_json_is_told_and_the_rest_goes_on() -> None:
    raw = f'{{"a": "{GOOD}", "b": 1}}\nnot\n{{"a": ["{GOOD}"]}}\n{{"a": "{GOOD}"}}\n'
    found = json_lines(written(raw, "jsonl", "jsonl", "a")[0])
    assert [it["a_valid"] for it in found] == [True, False, False, True]
    assert "one object a line is expected" in found[1]["a_problem"]
    assert found[2]["a_problem"] == "a holds a list, a text was expected"
    rows = list(csv.reader(io.StringIO(written(raw, "jsonl", "csv", "a")[0])))
    assert [row[:4] for row in rows[2::2]] == [["", "", "", "false"], [GOOD, "", FORM, "true"]]


def test_personal_numbers_are_masked_in_broken_rows() -> None:
    assert "50320" not in written("id,egn\n1,5032036030,x\n", "csv", "csv", "egn", kind="egn")[0]


@pytest.mark.parametrize("encoding", ["windows-1251", "mik", "utf-16", "utf-16-be"])
def test_other_encodings(encoding: str) -> None:
    raw = reading_back(f"име;сметка\r\nВраца;{GOOD}\r\nБеглеж;{BAD}", encoding)
    table = Table(io.BytesIO(raw), "file", "csv", encoding)
    assert [row.cells for row in table] == [["Враца", GOOD], ["Беглеж", BAD]]
    assert table.header == ["име", "сметка"]
    if encoding == "utf-16":  # what Excel calls Unicode text has a mark
        assert written(raw, "csv", "csv", "сметка")[1] == Counts(2, 1)


def reading_back(text: str, encoding: str) -> bytes:
    if encoding != "mik":
        return text.encode(encoding)
    return text.encode("utf-8").decode().translate(_TO_MIK).encode("latin-1")


_TO_MIK = {0x410 + at: 0x80 + at for at in range(64)}


def test_the_delimiter_that_excel_is_told_above_the_header() -> None:
    out, _ = written(f"sep=;\r\nid;account\r\n1,5;{GOOD}\r\n", "csv", "csv", "account")
    assert list(csv.reader(io.StringIO(out), delimiter=";"))[1] == ["1,5", GOOD, FORM, "true", ""]


@pytest.mark.parametrize(
    ("kind", "printed", "value"),
    [
        ("money", "-50 лв.", "-50.00 BGN"),
        ("money", "\u2212 12,30 лв", None),
        ("money", "\u221212 500,30 лв", "-12500.30 BGN"),
        ("money", "-0,00 лв.", "0.00 BGN"),
        ("phone", "888123456.0", "+359888123456"),
        ("phone", "888123456,0", "+359888123456"),
        ("phone", "'29146833,00", "+35929146833"),
        ("phone", "112,0", "112"),
        ("phone", "8.88123456E+08", "+359888123456"),
        ("phone", "8,88E+08", None),
        ("eik", "831661388,0", "831661388"),
        ("eik", "8.31661388E+08", "831661388"),
        ("iban", f'"{GOOD}";', FORM),
        ("iban", f"({GOOD})", FORM),
        ("email", "<obshtina@primer.bg>", "obshtina@primer.bg"),
        ("email", "mailto:obshtina@primer.bg?subject=Zapitvane", "obshtina@primer.bg"),
        ("email", "a&b@primer.bg", "a&b@primer.bg"),
        ("cadastre", "02676 . 9 . 213", "02676.9.213"),
        ("phone", "02 911 20 43 x12", "+35929112043;ext=12"),
        ("phone", "О2/ 911 2О 43, вътр. 12", "+35929112043;ext=12"),
        ("phone", "08ОО 11 222 (факс)", "+35980011222"),
        ("phone", "+44 (0)20 7946 0018", "+442079460018"),
        ("date", "20160512", "2016-05-12"),
        ("date", "2016-5-1", "2016-05-01"),
        ("date", "2016.05.12г.", "2016-05-12"),
        ("date", "2016-05-12 год.", "2016-05-12"),
        ("date", "2016-05-12T10:30:22+03:00", "2016-05-12T10:30"),
        ("place", "В. Търново", "Велико Търново"),
        ("place", "обл. ст.загора", "област Стара Загора"),
        ("place", "Д. Бърдово", "Д. Бърдово"),
        ("date", "12-май-16", "2016-05-12"),
        ("person", "Стоян Дрянков – кмет", "Стоян Дрянков"),
        ("person", "инж. Стоян Дрянков, зам.-кмет на Видин", "Стоян Дрянков"),
        ("person", "ДРЯНКОВ, СТОЯН", "Стоян Дрянков"),
        ("institution", 'ОУ "Васил Левски"', "ОУ „Васил Левски“"),
    ],
)
def test_what_a_spreadsheet_did_is_undone(kind: str, printed: str, value: str | None) -> None:
    assert judge(BY_NAME[kind], printed).value == value


@pytest.mark.parametrize("address", ["http://1.2.3.400/a", "http://primer.bg:99999", "http://-primer.bg"])
def test_an_address_nobody_can_open_is_told(address: str) -> None:
    assert judge(BY_NAME["url"], address).valid is False


def test_json_that_python_has_no_value_for() -> None:
    found = json_lines(written('{"a": 1e400}\n{"a": "\\ud800"}\n', "jsonl", "jsonl", "a")[0].replace("1e400", "1"))
    assert [it["a_valid"] for it in found] == [False, False]


def test_a_column_is_found_whatever_its_capitals_and_blanks() -> None:
    assert written(f"Id;Сметка \n1;{GOOD}\n", "csv", "csv", "сметка")[1] == Counts(1, 0)
    assert written(f"A,a\n1,{GOOD}\n", "csv", "csv", "a")[1] == Counts(1, 0)
    for header in ("a,a", "A ,-a"):
        with pytest.raises(InputError, match="2 columns are called 'a'"):
            written(f"{header}\n1,{GOOD}\n", "csv", "csv", "a")


def test_a_number_of_json_with_an_exponent_is_not_filled_up() -> None:
    verdict = json_lines(written('{"t": 8.88e8}\n{"t": 888123456.0}\n', "jsonl", "jsonl", "t", kind="phone")[0])
    assert [it["t_value"] for it in verdict] == [None, "+359888123456"]


def test_csv_asks_for_the_keys_of_the_first_row() -> None:
    with pytest.raises(InputError, match="file:2: keys that the first row has not: b"):
        written('{"a": "x"}\n{"a": "x", "b": 1}\n', "jsonl", "csv", "a")


def test_memory_does_not_grow_with_the_file() -> None:
    class Endless(io.BytesIO):
        def __iter__(self) -> Iterator[bytes]:
            return (b"056/ 841 234\n" for _ in range(20_000))

    class Nowhere(io.StringIO):
        def write(self, text: str) -> int:
            return len(text)

    kind, writer = BY_NAME["eik"], Writer(Nowhere(), "text", len(ADDED))
    judge(kind, "1")
    tracemalloc.start()
    counts = write_judged(Table(Endless(), "file", "text"), kind, writer, None, None, False)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert counts.values == 20_000
    assert peak < 500_000


def test_command(tmp_path: Path) -> None:
    done = run("normalise", "iban", stdin=f"{GOOD}\n".encode())
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"{FORM}\ttrue\t\n", b"")
    accounts = tmp_path / "accounts.csv"
    accounts.write_text(f"id,account\n1,{BAD}\n", encoding="utf-8")
    done = run("normalise", "iban", str(accounts), "--column", "account")
    assert done.returncode == 1
    assert "1 value, 1 with a problem" in done.stderr.decode()


def test_wrong_usage(tmp_path: Path) -> None:
    accounts = tmp_path / "accounts.csv"
    accounts.write_text(f"id,account\n1,{GOOD}\n", encoding="utf-8")
    for arguments, said in (
        (["iban", str(accounts)], "--column"),
        (["iban", "-", "--column", "account"], "--from csv"),
        (["date", "-", "--reference-date", "март 2016"], "2015-05-14"),
        (["ibann"], "ibann"),
        (["fax"], "of kind phone"),
        (["iban", "accounts.xlsx", "--column", "account"], "save its sheet as CSV"),
    ):
        refused = invoke("normalise", *arguments)
        assert (refused.exit_code, said in refused.output) == (2, True), arguments
    done = run("normalise", "iban", str(tmp_path / "none.txt"))
    assert done.returncode == 1
    assert "check the path" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0888 12345 Попов", "no number of the numbering plan"),
        ("0888 12345 (Оля)", "no number of the numbering plan"),
        ("917 17 17 (София)", "without its area code"),
        ("9112233 офис", "without its area code"),
        ("94 60160 О", "without its area code"),
        ("02 911 22 3 ОУ", "more than a value, which is 02 911 22 3:"),
        ("94 601604 Община Видин", "more than a value, which is 94 601604:"),
        ("0888 123 456 Оля", "more than a value, which is 0888 123 456:"),
    ],
)
def test_letters_of_words_beside_a_telephone_are_no_digits(typed: str, said: str) -> None:
    verdict = judge(BY_NAME["phone"], typed)
    assert verdict.valid is not True
    assert said in str(verdict.problem)


@pytest.mark.parametrize("typed", ["О888 123 456", "0888 123 45О", "08ОО 11 222", "+ОО359 888 123 456"])
def test_letters_for_zeros_of_a_telephone(typed: str) -> None:
    assert judge(BY_NAME["phone"], typed).valid is True


@pytest.mark.parametrize("typed", ["0", "1", "12"])
def test_digits_that_no_page_makes_a_date_are_none(typed: str) -> None:
    for day in (None, date(2016, 3, 9)):
        assert judge(BY_NAME["date"], typed, day) == Judged(None, False, f"a date was expected, found {typed!r}")


def test_a_day_with_the_year_first_may_end_in_the_word_for_it() -> None:
    assert (
        judge(BY_NAME["date"], "2016.05.12г.") == judge(BY_NAME["date"], "2016.05.12 г") == Judged("2016-05-12", True)
    )


def test_the_problem_of_a_masked_number_tells_what_is_wrong() -> None:
    said = written("5032036031\n", "text", "text", kind="egn")[0]
    assert "the check digit does not agree with the others" in said
    assert "5032036030" in invoke("kinds", "egn").stdout
