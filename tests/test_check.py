"""Checked records: the schema, the laws among their keys, their values, and their pages."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from making import invoke, page_of, run
from packing import zipped

import govarchive
from govarchive.errors import PageError
from govarchive.extract import extract
from govarchive.formats.schema import record_schema
from govarchive.jobs.checking import Problem, _of_schema, check
from govarchive.jobs.originals import Pages, pages_under
from govarchive.model import Record, masked

TEXT = "IBAN: BG80 BNBG 9661 1020 3456 78, ЕГН 5032036030, Враца, 14 май 2015 г."
PAGE = page_of(TEXT, source="pages/one.txt")
RECORDS = extract(PAGE)


def lines_of(*records: Record) -> list[bytes]:
    return [msgspec.json.encode(record) for record in records]


def problems_with(at: int = 0, finder: Callable[[Record], Any] | None = None, **changed: Any) -> list[str]:
    """What is said of a good record with some keys changed; `...` takes one away."""
    plain = json.loads(msgspec.json.encode(RECORDS[at])) | changed
    line = json.dumps({name: value for name, value in plain.items() if value is not ...})
    return [problem.what for problem in check([line], finder)]


def test_what_extract_writes_is_well() -> None:
    assert [it.kind for it in RECORDS] == ["iban", "egn", "place", "date"]
    assert list(check(lines_of(*RECORDS))) == []
    assert list(check(lines_of(*map(masked, RECORDS)), lambda record: PAGE)) == []
    assert list(govarchive.check(lines_of(*RECORDS))) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"id": ...}, "'id' is a required property"),
        ({"schema": 2}, "schema: 1 was expected"),
        ({"kind": "car"}, "kind: 'car' is not one of"),
        ({"more": 1}, "'more' was unexpected"),
        ({"start": -1}, "start: -1 is less than the minimum"),
        ({"start": "6"}, "start: '6' is not of type 'integer'"),
        ({"details": {"car": 1}}, "details: Additional properties"),
        ({"details": None}, "details: None is not of type 'object'"),
        ({"stop": 1e300}, "Expected `int`, got `float`"),
        ({"start": 40}, "start 40 is not before stop"),
        ({"text": "BG80"}, "text has 4 characters"),
        ({"page": "0" * 16}, "id"),
        ({"valid": None}, "expected true or false"),
        ({"valid": False}, "valid is false without problems"),
        ({"problems": ["x"]}, "problems, though valid is true"),
        ({"value": "BG81BNBG96611020345678"}, "the value fails its check"),
    ],
)
def test_what_is_wrong_is_said(changed: dict[str, Any], said: str) -> None:
    found = problems_with(**changed)
    assert found
    assert said in found[0]


def test_kinds_without_a_check_are_null() -> None:
    assert problems_with(2, valid=True) == ["valid is true, expected null, as the kind has no check"]


def test_invalid_records_with_their_problems_are_well() -> None:
    assert problems_with(value="BG81BNBG96611020345678", valid=False, problems=["the check digits do not agree"]) == []


def test_whole_numbers_may_be_written_with_a_point() -> None:
    assert problems_with(start=6.0) == []


@pytest.mark.parametrize("line", ["", "{", "[]", "null", '"text"', "Враца", b"\xff", "{}", '{"kind": "iban"}', "1e999"])
def test_lines_that_are_no_records(line: str | bytes) -> None:
    assert list(check([line]))


def test_digits_of_personal_numbers_are_not_repeated() -> None:
    for changed in ({"value": "5032036031"}, {"details": {"born": "5032036030"}}, {"text": "5032036039"}):
        found = problems_with(1, lambda record: PAGE, **changed)
        assert found
        assert not any("50320" in what for what in found)


def test_repeated_ids() -> None:
    assert [(it.line, "earlier line" in it.what) for it in check(lines_of(*RECORDS[:2], RECORDS[0]))] == [(3, True)]
    # The same page from two files.
    other = msgspec.structs.replace(RECORDS[0], source="pages/two.txt")
    assert list(check(lines_of(RECORDS[0], other))) == []


def test_the_schema_taken_apart_says_what_the_whole_one_says() -> None:
    whole = jsonschema.Draft202012Validator(record_schema())
    plain = json.loads(msgspec.json.encode(RECORDS[0]))
    values: list[Any] = [
        None,
        True,
        0,
        1,
        2,
        1.0,
        -1,
        1.5,
        "",
        "x",
        "0" * 16,
        [],
        ["x"],
        [1],
        {},
        {"bank": 1},
        {"car": ""},
    ]
    for key in [*plain, "more"]:
        for value in values:
            changed = plain | {key: value}
            assert whole.is_valid(changed) == (not list(_of_schema(changed))), (key, value)
        short = {name: value for name, value in plain.items() if name != key}
        assert whole.is_valid(short) == (not list(_of_schema(short))), key


def test_spans_are_compared_with_the_page() -> None:
    other = page_of(TEXT.replace("BG80", "BG18"))
    assert problems_with(0, lambda record: PAGE) == []
    assert "its page has" in problems_with(0, lambda record: other)[0]
    assert "not among the pages" in problems_with(0, lambda record: None)[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b"):
        (tmp_path / "pages" / name).mkdir(parents=True)
        (tmp_path / "pages" / name / "one.txt").write_text(f"{TEXT} {name}\n", encoding="utf-8")
    (tmp_path / "rows.csv").write_text(f"text\n{TEXT}\n{TEXT} x\n".replace(",", ";"), encoding="utf-8")
    return tmp_path


def test_pages_are_found_by_the_end_of_their_source(folder: Path) -> None:
    done = run("extract", "pages", cwd=folder)
    assert done.returncode == 0
    pages = pages_under(str(folder / "pages"))
    assert list(check(done.stdout.splitlines(), pages.find)) == []
    (folder / "pages" / "b" / "one.txt").write_text("another\n", encoding="utf-8")
    found = list(check(done.stdout.splitlines(), pages_under(str(folder / "pages")).find))
    assert [it.line for it in found] == [5]
    assert found[0].what.endswith(
        "(pages/b/one.txt) is not among the pages given, or has changed; 4 records not compared"
    )
    (folder / "pages" / "a" / "one.txt").write_text("another\n", encoding="utf-8")
    found = list(check(done.stdout.splitlines(), pages_under(str(folder / "pages")).find))
    assert [it.line for it in found] == [1]
    assert found[0].what.endswith("nor is any other of the 2 pages found")
    with pytest.raises(PageError):
        pages_under(str(folder / "none"))


def test_pages_in_containers_in_containers_are_found(folder: Path) -> None:
    inner = zipped({"in/one.txt": TEXT.encode(), "one#2.txt": f"{TEXT} x".encode()})
    (folder / "all.zip").write_bytes(zipped({"deep/inner.zip": inner, "one.txt": f"{TEXT} y".encode()}))
    (folder / "one.txt").write_text("a file of the same name outside\n", encoding="utf-8")
    records = run("extract", "all.zip", cwd=folder).stdout
    (folder / "records.jsonl").write_bytes(records)
    assert {json.loads(line)["source"] for line in records.splitlines()} == {
        "all.zip#deep/inner.zip#in/one.txt",
        "all.zip#deep/inner.zip#one#2.txt",
        "all.zip#one.txt",
    }
    for pages in (["--pages", "all.zip"], ["--pages", "."]):
        done = run("check", "records.jsonl", *pages, cwd=folder)
        assert (done.returncode, done.stderr.decode()) == (0, "records.jsonl: 12 records, 0 problems\n")
    (folder / "all.zip").write_bytes(zipped({"deep/inner.zip": inner}))
    done = run("check", "records.jsonl", "--pages", "all.zip", cwd=folder)
    assert done.returncode == 1
    assert "(all.zip#one.txt) is not among the pages given" in done.stderr.decode()


def test_address_and_capture_given_by_hand_are_in_the_record(folder: Path) -> None:
    file = str(folder / "pages" / "a" / "one.txt")
    done = run("extract", file, "--url", "https://www.primer.bg/", "--captured-at", "2016-03-09")
    assert list(check(done.stdout.splitlines(), pages_under(file).find)) == []


def test_pages_of_one_file_in_any_order() -> None:
    pages = [page_of(f"{TEXT} {number}", source=f"all#{number}") for number in range(40)]
    found = Pages([__file__], lambda path: iter(pages))
    name = Path(__file__).name
    lines = [
        msgspec.json.encode(msgspec.structs.replace(extract(page)[0], source=f"{name}#{number}"))
        for number, page in enumerate(pages)
    ]
    assert list(check(lines, found.find)) == []
    assert list(check(lines[::-1], found.find)) == []


def test_a_page_that_is_not_there_is_looked_for_once() -> None:
    looked_for = []

    def absent(record: Record) -> None:
        looked_for.append(record.page)

    (problem,) = check(lines_of(*RECORDS), absent)
    assert problem.what.endswith(f"{len(RECORDS)} records not compared")
    assert looked_for == [PAGE.id]


def test_command(folder: Path) -> None:
    (folder / "records.jsonl").write_bytes(run("extract", "pages", cwd=folder).stdout)
    done = run("check", "records.jsonl", "--pages", "pages", cwd=folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == "records.jsonl: 8 records, 0 problems\n"
    done = run("check", "-", cwd=folder, stdin=b"{}\n")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("-:1: ")
    done = run("check", "none.jsonl", cwd=folder)
    assert done.returncode == 1
    assert "none.jsonl: cannot be read" in done.stderr.decode()
    assert run("check", "records.jsonl", "--pages", "pages", "--archive", "a.db", cwd=folder).returncode == 2


def test_a_file_that_is_no_json_lines_is_one_problem(folder: Path) -> None:
    (folder / "page.html").write_text("<p>\n" * 30, encoding="utf-8")
    for name in ("rows.csv", "page.html"):
        done = run("check", name, cwd=folder)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode().startswith(f"govarchive: {name}:1: no JSON Lines: ")
        assert len(done.stderr.splitlines()) == 1
    records = run("extract", "pages/a", cwd=folder).stdout
    (folder / "a.jsonl").write_bytes(records)
    done = run("check", "rows.csv", "a.jsonl", cwd=folder)
    assert (done.returncode, done.stderr.decode().splitlines()[1:]) == (1, ["a.jsonl: 4 records, 0 problems"])
    (folder / "array.json").write_text('[{"schema": 1}, {"schema": 1}]', encoding="utf-8")
    done = run("check", "array.json", cwd=folder)
    assert done.stderr.decode().startswith("govarchive: array.json:1: one JSON array, no JSON Lines (")


def test_a_byte_order_mark_and_a_damaged_line_leave_the_others(folder: Path) -> None:
    records = run("extract", "pages/a", cwd=folder).stdout
    done = run("check", "-", cwd=folder, stdin=b"\xef\xbb\xbf" + records)
    assert (done.returncode, done.stderr.decode()) == (0, "-: 4 records, 0 problems\n")
    done = run("check", "-", cwd=folder, stdin=records[200:])
    assert done.stderr.decode().splitlines()[-1] == "-: 4 records, 1 problem"


def test_command_with_an_archive(folder: Path) -> None:
    assert run("import", "pages", "--archive", "a.db", cwd=folder).returncode == 0
    assert run("export", "records.jsonl", "--archive", "a.db", cwd=folder).returncode == 0
    assert run("check", "records.jsonl", "--archive", "a.db", cwd=folder).returncode == 0
    (folder / "pages" / "a" / "one.txt").write_text(f"{TEXT} other\n", encoding="utf-8")
    (folder / "more.jsonl").write_bytes(run("extract", "pages", cwd=folder).stdout)
    assert b"no page has an id" in run("check", "more.jsonl", "--archive", "a.db", cwd=folder).stderr


def test_command_with_a_column(folder: Path) -> None:
    records = run("extract", "rows.csv", "--column", "text", cwd=folder).stdout
    done = run("check", "-", "--pages", "rows.csv", "--column", "text", cwd=folder, stdin=records)
    assert (done.returncode, done.stderr.decode()) == (0, "-: 8 records, 0 problems\n")


def test_command_with_the_options_that_the_pages_were_read_with(folder: Path) -> None:
    row = {"pageBody": f"<p>Адрес</p><p>{TEXT} &amp; др.</p>", "pageAddress": "https://www.primer.bg/"}
    (folder / "crawl.jsonl").write_text(f"{json.dumps(row)}\n", encoding="utf-8")
    (folder / "mik.txt").write_bytes("Враца, тел. 092/ 84 12 34".encode("cp866"))
    (folder / "letters.data").write_text(f"text\n{TEXT.replace(',', ';')}\n", encoding="utf-16")
    for file, options in {
        "crawl.jsonl": ["--field", "html=pageBody", "--field", "url=pageAddress"],
        "mik.txt": ["--encoding", "cp866"],
        "letters.data": ["--column", "text", "--from", "csv"],
    }.items():
        records = run("extract", file, *options, cwd=folder).stdout
        assert records
        done = run("check", "-", "--pages", file, *options, cwd=folder, stdin=records)
        assert (done.returncode, done.stderr.decode().rpartition(", ")[2]) == (0, "0 problems\n"), file


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--field", "html=pageBody"], "are about the files named with --pages"),
        (["--archive", "a.db", "--encoding", "mik"], "are about the files named with --pages"),
        (["--pages", "a.csv", "--column", "text", "--field", "text=text"], "leave one out"),
        (["--pages", "a.csv", "--from", "csv"], "name the column"),
    ],
)
def test_options_of_reading_need_what_is_read(options: list[str], said: str) -> None:
    done = invoke("check", "records.jsonl", *options)
    assert done.exit_code == 2
    assert said in done.stderr


def test_problems_are_plain_pairs() -> None:
    assert list(check([""])) == [Problem(1, "an empty line")]


def test_lines_of_another_program_are_told_in_short(tmp_path: Path) -> None:
    path = tmp_path / "foreign.jsonl"
    path.write_text('{"name": "a"}\n{"name": "b"}\n', encoding="utf-8")
    short = invoke("check", str(path))
    said = short.stderr.splitlines()
    assert [it.partition(": ")[0] for it in said] == [f"{path}:1"] * 3 + [f"{path}:2"] * 3 + [str(path)]
    assert "more problems in this line" in said[2]
    long = invoke("check", "-v", str(path))
    assert long.exit_code == short.exit_code == 1
    assert len(long.stderr.splitlines()) > 20
    assert long.stderr.splitlines()[-1] == said[-1]


def test_what_lies_among_the_pages_and_is_none_is_named_and_the_rest_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("стр").mkdir()
    Path("стр/а.txt").write_text(TEXT, encoding="utf-8")
    Path("записи.jsonl").write_text(invoke("extract", "стр").stdout, encoding="utf-8")
    os.mkfifo("стр/тръба")
    Path("стр/към").symlink_to("няма")
    found = invoke("check", "записи.jsonl", "--pages", "стр", "--pages", "няма.txt")
    assert found.exit_code == 1
    assert "записи.jsonl: 4 records, 0 problems" in found.stderr
    assert "rejected: няма.txt: no such file" in found.stderr
    for said in ("стр/към: a link that leads nowhere", "стр/тръба: neither a file"):
        assert f"skipped: {said}" in found.stderr
    passed = invoke("check", "записи.jsonl", "--pages", "стр")
    assert passed.exit_code == 0
    assert "skipped: стр/към" in passed.stderr
    none = invoke("check", "записи.jsonl", "--pages", "няма.txt")
    assert isinstance(none.exception, PageError)
