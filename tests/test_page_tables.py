"""Tables of pages: JSON Lines, JSON, CSV and Parquet; which text files are tables and which are pages."""

import csv
import datetime
import io
import json
import random
from importlib import import_module
from pathlib import Path

import pytest
from making import page_of
from packing import captures, read, said

from govarchive.errors import Damaged, PageError, SkippedPage
from govarchive.pages import containers, list_files, open_pages
from govarchive.pages.capture import Given
from govarchive.pages.containers import lines

ROWS = [{"url": f"http://a.bg/{number}", "text": f'Ред {number}:\n"{"а" * number}"'} for number in range(12)]
LINES = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode()
ARRAY = json.dumps(ROWS, ensure_ascii=False, indent=1).encode()


def as_csv(delimiter: str = ",", rows: list[dict[str, str]] = ROWS) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_parquet(columns: dict[str, list[object]], **given: int) -> bytes:
    out = io.BytesIO()
    import_module("pyarrow.parquet").write_table(import_module("pyarrow").table(columns), out, **given)
    return out.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        LINES,
        LINES.decode().encode("windows-1251"),
        "\ufeff".encode() + LINES,
        ARRAY,
        *(as_csv(it).encode() for it in ",;\t|"),
        as_csv(";").encode("windows-1251"),
        as_csv().encode("utf-8-sig"),
        f"sep=;\r\n{as_csv(';')}".encode("utf-8-sig"),
        "".join(f"\x1e{line}\n" for line in LINES.decode().split("\n")).encode(),
        as_csv("\t").encode("utf-16"),
        as_csv("\t").encode("utf-16-le"),
    ],
)
def test_rows_are_pages(raw: bytes) -> None:
    found = captures(raw)
    assert [it.source for it in found] == [f"x#{number}" for number in range(1, 13)]
    assert [it.url for it in found] == [row["url"] for row in ROWS]
    assert [it.raw.decode().replace("\r\n", "\n") for it in found] == [row["text"] for row in ROWS]


def test_parquet() -> None:
    day = datetime.datetime(2014, 3, 9, 12, tzinfo=datetime.UTC)
    number = 300
    table = as_parquet(
        {
            "uri": [f"http://a.bg/{at}" for at in range(number)],
            "raw_html": [f"<p>{at}".encode() for at in range(number)],
            "crawl_date": [day] * number,
            "other": list(range(number)),
        },
        row_group_size=100,
    )
    found = captures(table)
    assert [it.raw for it in found] == [f"<p>{at}".encode() for at in range(number)]
    assert found[299][1:4] == ("x#300", "http://a.bg/299", "2014-03-09T12:00:00Z")
    broken = table[:300] + b"\xff" * 60 + table[360:]
    some, (problem,) = read(broken)
    assert 200 <= len(some) < 300
    assert "rows 1 to 100 are damaged" in str(problem)
    assert "its directory at the end cannot be read" in said(table[:-9])[0]
    assert "a table without pages, only number" in said(as_parquet({"number": [1]}))[0]


def test_what_the_fields_may_be_called() -> None:
    row = {
        "id": 1,
        "raw_content": "а",
        "warc_headers": {"warc-target-uri": "http://a.bg/", "warc-date": "2014-03-09T12:00:00Z"},
    }
    (found,) = captures(json.dumps(row).encode())
    assert found[:4] == ("а".encode(), "x#1", "http://a.bg/", "2014-03-09T12:00:00Z")
    row = {"source": "http://a.bg/", "date": "2013-01-01", "filedate": "2014-03-09", "raw_text": "б", "text": "а"}
    (found,) = captures(json.dumps(row).encode())
    assert found[:4] == ("а".encode(), "x#1", "http://a.bg/", "2014-03-09")
    (found,) = captures(b'{"text": "plain", "html": "<p>marked up"}')
    assert found.raw == b"<p>marked up"
    (found,) = captures(b'{"text": "plain", "html": null}')
    assert found.raw == b"plain"


def test_the_user_names_the_fields() -> None:
    raw = "№;Съдържание на стр.;text;Кога\n1;Заповед;друго;09.03.2014 г.\n".encode()
    given = Given(fields={"text": "Съдържание на стр.", "captured_at": "Кога"})
    (found,) = captures(raw, given)
    assert found[:4] == ("Заповед".encode(), "x#1", None, "2014-03-09")
    assert captures(raw)[0].raw == "друго".encode()
    assert captures(b'{"a": {"b": 1}, "c": "d"}', Given(fields={"html": "c"}))[0].raw == b"d"


@pytest.mark.parametrize(
    "text",
    [
        "Текст, снимки\nи още един ред",
        "Текст, снимки\nдруг, ред",
        "име;телефон\nИван;123\n",
        "text\nред\n",
        '{"name": "Община", "phone": 5}',
        '{"a": {"text": "вътре"}}',
        "[1, 2, 3]",
        '[{"име": "а"}]',
        '[{"a": {"text": "вътре"}}]',
        "text,url\nедин ред без запетая\nдруг\n",
    ],
)
def test_other_text_stays_a_page(text: str) -> None:
    (found,) = captures(text.encode())
    assert (found.raw.decode(), found.source) == (text, "x")


def test_a_table_without_the_field_that_is_asked_for_names_its_columns() -> None:
    _, (problem,) = read(as_csv().encode(), given=Given(fields={"text": "Тектс"}))
    assert "'Тектс'" in problem.message
    assert "text" in problem.message.partition("fields:")[2]


def test_a_misspelt_field_of_a_table_whose_columns_are_all_unknown() -> None:
    rows = "номер,съдържание,дата\n1,скъсан\n2,<p>Видин</p>,2016\n"
    _, (problem,) = read(rows.encode(), given=Given(fields={"text": "садържание"}))
    assert problem.message == "no 'садържание' among its fields: номер, съдържание, дата"
    text = "Днес, 5 май, бяха\nКметът, съветът и други\n"
    assert captures(text.encode(), Given(fields={"text": "садържание"}))[0].raw == text.encode()


def test_json_lines_without_a_known_field_name_their_keys() -> None:
    _, (problem,) = read('{"номер": 1, "изявление": "\\u041a"}\n'.encode() * 3)
    assert "номер, изявление" in problem.message
    assert "--field" in problem.remedy


def test_broken_rows_are_named_by_line_and_the_rest_goes_on() -> None:
    lines = LINES.split(b"\n")
    lines[3], lines[5] = lines[3][:-9], b"[]"
    found, problems = read(b"\n".join(lines))
    assert len(found) == 10
    assert [str(it).partition(":")[0] for it in problems] == ["x#4", "x#6"]
    assert "line 4 is no JSON object" in str(problems[0])

    rows = as_csv(rows=[{"url": "а", "text": str(number)} for number in range(9)])
    rows = rows.replace("а,4", 'а,"4').replace("а,7", "а")
    found, problems = read(rows.encode())
    assert [it.decode() for it in found.values()] == ["0", "1", "2", "3", "5", "6", "8"]
    assert [it.message for it in problems] == ["line 6: no row of 2 cells", "line 9: no row of 2 cells"]

    found, problems = read(ARRAY.replace(b'"url"', b'"url', 1)[:-2])
    assert len(found) == 11
    assert "the array has no end" in str(problems[-1])


def test_a_row_without_text_and_a_row_with_something_else() -> None:
    found, (problem,) = read(b'{"text": "a"}\n{"text": ""}\n{"text": {"b": 1}}\n')
    assert list(found.values()) == [b"a", b""]
    assert str(problem).startswith("x#3: 'text' holds no text but \"{'b': 1}\"")


def test_a_date_in_no_known_form_is_said_once() -> None:
    found, (problem,) = read(b'{"text": "a", "date": "soon"}\n{"text": "b", "date": "later"}\n')
    assert len(found) == 2
    assert isinstance(problem, SkippedPage)
    assert "'date' holds no date that is understood, such as 'soon'" in str(problem)


@pytest.mark.parametrize("raw", [LINES, ARRAY, as_csv().encode()])
def test_whatever_is_cut_or_flipped_most_rows_are_read(raw: bytes) -> None:
    chance, whole = random.Random(3), {row["text"] for row in ROWS}
    for turn in range(60):
        broken, at = bytearray(raw), chance.randrange(30, len(raw))
        if turn % 2:
            broken[at] ^= 1 << chance.randrange(8)
        else:
            del broken[at : at + chance.randrange(1, 60)]
        found, problems = read(bytes(broken))
        read_well = sum(it.decode("utf-8", "replace").replace("\r\n", "\n") in whole for it in found.values())
        assert read_well >= 9, (turn, at)
        assert all(isinstance(it, PageError) and it.remedy for it in problems)


def test_govarchive_records_as_csv_are_skipped() -> None:
    header = "schema,id,kind,value,text,start,stop,label\r\n1,a,iban,BG80,BG80,0,4,\r\n"
    for text in (header, "\ufeff" + header.replace(",", ";")):
        (found,) = captures(text.encode())
        with pytest.raises(SkippedPage, match="holds govarchive records"):
            page_of(found.raw)


def test_a_table_among_pages(tmp_path: Path) -> None:
    (tmp_path / "таблица.jsonl").write_bytes(LINES)
    (tmp_path / "страница.txt").write_text("Община Видин", encoding="utf-8")
    found = list(open_pages(list_files([str(tmp_path)])))
    assert len(found) == 13
    assert not [it for it in found if isinstance(it, Damaged)]


def test_dates_of_capture_have_bulgarian_names_too() -> None:
    (found,) = captures('{"текст": "Заповед", "Дата на сваляне": "9.3.2014"}\n'.encode())
    assert found.captured_at == "2014-03-09"


@pytest.mark.parametrize("before", ["", "a"])
def test_a_line_that_is_too_long_is_one_row(before: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST", 40)
    rows = [f'{{"text": "{it}"}}\n' for it in ("Видин", before + "дълго " * 30, "Лом")]
    found = list(containers.captures_in(io.BytesIO("".join(rows).encode()), "x"))
    assert [it.source for it in found] == ["x#1", "x#2", "x#3"]
    assert isinstance(found[1], Damaged)
    assert "line 2 is no JSON object: longer than" in str(found[1])
