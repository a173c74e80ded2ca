"""Personal numbers leave the tool masked on every way out, unless asked for."""

from pathlib import Path

import pytest
from making import invoke, json_lines, page_of, record_of

from govarchive.archive import Query, open_archive
from govarchive.archive.query import find
from govarchive.extract import extract
from govarchive.model import PERSONAL, mask, masked, masked_text
from govarchive.text import stretches

EGN = "5032036031"
WRONG = "5032036032"
GOOD = "5032036030"
TEXT = (
    f"<title>Справка за ЕГН {EGN}</title><p>Заявител с ЕГН {EGN}, тел. 056/ 841 234</p>"
    f"<p>ЕГН: {WRONG}</p><p>Номер {EGN}</p>"
)
STARS = "*" * 10


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("страница.html").write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("GOVARCHIVE_DB", "мой.db")
    assert invoke("import", "страница.html").exit_code == 0
    with open_archive("мой.db") as opened:
        return next(it.page for it in find(opened, Query(kinds=["egn"])))


WAYS = [
    ["extract", "страница.html"],
    ["extract", "страница.html", "--format", "table"],
    ["query"],
    ["query", "--format", "jsonl"],
    ["query", "--format", "csv"],
    ["query", "--kind", "egn", "--value", EGN],
    ["query", "--count-by", "value"],
    ["show", "PAGE"],
    ["export", "изход.jsonl"],
    ["export", "изход.csv", "--format", "csv"],
]


def out_of(archive: str, *arguments: str) -> str:
    result = invoke(*(archive if it == "PAGE" else it for it in arguments))
    assert result.exit_code == 0, result.output
    file = Path(arguments[1]) if arguments[0] == "export" else None
    return result.output + (file.read_text(encoding="utf-8") if file else "")


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_every_way_out(archive: str, way: list[str]) -> None:
    hidden, open_ = out_of(archive, *way), out_of(archive, *way, "--unmask")
    assert STARS in hidden
    assert EGN not in hidden
    assert WRONG not in hidden
    assert EGN in open_
    assert "1850" not in hidden


def test_explain_masks_whatever_shares_the_digits(archive: str) -> None:
    said = out_of(archive, "explain", "страница.html")
    assert STARS in said
    assert EGN not in said
    assert WRONG not in said


def test_show_of_one_record(archive: str) -> None:
    (it, _) = json_lines(out_of(archive, "query", "--kind", "egn", "--format", "jsonl"))
    said = out_of(archive, "show", it["id"])
    assert f"[[{STARS}]]" in said
    assert EGN not in said


def test_the_id_does_not_tell() -> None:
    kept = [it for it in extract(page_of(TEXT)) if it.kind == "egn"]
    assert [it.id for it in kept] == [masked(it).id for it in kept]
    for it in map(masked, kept):
        assert (it.text, it.value) == (STARS, STARS)
        assert not {"born", "sex"} & set(it.details)
        assert not any(digit in "".join(it.problems) for digit in "0123456789")


@pytest.mark.parametrize("kind", sorted(PERSONAL))
def test_the_archive_keeps_the_page_and_the_text_keeps_its_length(kind: str) -> None:
    page = page_of(f"номер {EGN} край")
    record = record_of(page, 6, 16, kind, problems=[f"{EGN} е грешен"])
    assert masked_text(page.text, [record]) == f"номер {STARS} край"
    assert masked(record).problems == [f"{STARS} е грешен"]
    assert mask(mask(EGN)) == STARS


def test_other_kinds_are_left_alone() -> None:
    record = record_of(page_of(EGN), 0, 10, "eik")
    assert masked(record) is record


def test_no_other_record_holds_a_number_of_the_page() -> None:
    page = page_of(
        f"ЕГН {EGN}\nЗаповед № РД-{EGN}/14.05.2015 г.\nЗаповед № РД-7/14.05.2015 г.\nhttps://primer.bg/?n={EGN}"
    )
    found = [it for it in extract(page) if it.kind not in PERSONAL]
    assert [it.text for it in found if it.kind == "document"] == ["Заповед № РД-7/14.05.2015 г."]
    assert not [it for it in found if EGN in f"{it.text}{it.value}{it.label}{it.details}"]


def test_what_is_explained_repeats_no_number(tmp_path: Path) -> None:
    path = tmp_path / "а.txt"
    path.write_text(f"ЕГН {EGN}\nhttps://primer.bg/?n={EGN}\n", encoding="utf-8")
    said = invoke("explain", str(path)).output
    assert "holds a personal number" in said
    assert EGN not in said


@pytest.mark.parametrize("mark", [" ", "-", ".", "/", "\xa0"])
def test_a_number_printed_with_marks_between_is_no_way_round(mark: str, archive: str) -> None:
    printed = f"{EGN[:6]}{mark}{EGN[6:]}"
    text = f"<title>{printed}</title><p>ЕГН {EGN}</p><p>Лице {printed} тел. 056/ 841 234</p><p>Номер {printed} и друг"
    Path("друга.html").write_text(text, encoding="utf-8")
    url = f"https://primer.bg/{EGN[:6]}-{EGN[6:]}"
    assert invoke("import", "друга.html", "--url", url).exit_code == 0
    (page,) = {it["page"] for it in json_lines(out_of(archive, "query", "--site", "primer.bg", "--format", "jsonl"))}
    for shown in (out_of(archive, "show", page), out_of(archive, "explain", "друга.html")):
        assert STARS in shown
        assert printed not in shown
        assert url not in shown
    for it in json_lines(out_of(archive, "query", "--format", "jsonl")):
        assert printed not in f"{it['label']}{it['text']}{it['value']}{it['details']}"


def test_addresses_and_sources_do_not_tell(archive: str) -> None:
    name, url = f"лице-{EGN}.html", f"https://primer.bg/lice/{EGN[:6]}-{EGN[6:]}?n=1234567890"
    Path(name).write_text(f"<p>ЕГН {EGN}, тел. 056/ 841 234", encoding="utf-8")
    assert invoke("import", name, "--url", url).exit_code == 0
    for way in (
        ["extract", name, "--url", url, "--kind", "phone"],
        ["query", "--site", "primer.bg", "--format", "jsonl"],
    ):
        for it in json_lines(out_of(archive, *way)):
            assert (it["source"], it["url"]) == (
                f"лице-{STARS}.html",
                "https://primer.bg/lice/******-****?n=1234567890",
            )
        assert {(it["source"], it["url"]) for it in json_lines(out_of(archive, *way, "--unmask"))} == {(name, url)}


def test_records_are_checked_against_the_page_whose_name_they_do_not_tell(archive: str) -> None:
    name = f"лице-{EGN}.html"
    Path(name).write_text(f"<p>ЕГН {EGN}, тел. 056/ 841 234", encoding="utf-8")
    Path("лице-1234567890.html").write_text("<p>Друго лице", encoding="utf-8")
    Path("записи.jsonl").write_text(out_of(archive, "extract", name), encoding="utf-8")
    assert out_of(archive, "check", "записи.jsonl", "--pages", ".").endswith("2 records, 0 problems\n")


def test_a_number_is_known_all_over_a_long_page(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in (("AT_ONCE", 5_000), ("_LONGEST", 3_000), ("_BEFORE", 500)):
        monkeypatch.setattr(stretches, name, size)
    far = "Текстът на решението е приложен към преписката.\n" * 200
    letter = f"Заповед № РД-{EGN}/14.05.2015 г.\n"
    page = page_of(f"{letter}{far}ЕГН {EGN}\n{far}{letter}")
    assert [it.kind for it in extract(page) if EGN in it.text] == ["egn"]


def test_the_log_of_imports_does_not_tell(archive: str) -> None:
    folder, url = Path(f"лице-{EGN}"), f"https://{EGN}.primer.bg/{EGN[:6]}-{EGN[6:]}?n=1234567890"
    folder.mkdir()
    (folder / "а.html").write_text(f"<p>ЕГН {EGN}, тел. 056/ 841 234", encoding="utf-8")
    (folder / "празна.html").write_text("", encoding="utf-8")
    asked = ("--exclude", f"path=*{WRONG}*", "--report", "отчет.json")
    assert invoke("import", f"{folder}/а.html", "--url", url, *asked).exit_code == 0
    reports = [Path("отчет.json").read_text(encoding="utf-8")]
    for way in ([], ["--dry-run"]):
        assert invoke("import", str(folder), "--captured-at", "2016", *asked, *way).exit_code == 1
        reports.append(Path("отчет.json").read_text(encoding="utf-8"))
    ways = [["imports"], ["rejects"], ["imports", "--format", "jsonl"], ["rejects", "--format", "jsonl"]]
    for way in [*ways, ["query", "--count-by", "site"]]:
        assert EGN in out_of(archive, *way, "--unmask")
        reports.append(out_of(archive, *way))
    reports.append(invoke("rejects", "--retry").stderr)
    (folder / "празна.html").unlink()
    reports.append(invoke("rejects", "--retry").stderr)
    for said in reports:
        assert STARS in said
        assert EGN not in said
        assert WRONG not in said
        assert f"{EGN[:6]}-" not in said
    assert "?n=1234567890" in out_of(archive, "imports", "--format", "jsonl")


def test_a_damaged_page_is_named_without_its_number(archive: str) -> None:
    name = f"лице-{EGN}.html"
    Path(name).write_text(f"<p>ЕГН {EGN}, тел. 056/ 841 234", encoding="utf-8")
    assert invoke("import", name).exit_code == 0
    with open_archive("мой.db") as opened:
        opened.db.execute("UPDATE page SET title = 'друго' WHERE source = ?", (name,))
        opened.db.execute("UPDATE record SET start = start + 1 WHERE kind = 'phone'")
    said = invoke("verify").stdout
    assert f"лице-{STARS}.html" in said
    assert EGN not in said


@pytest.mark.parametrize("name", [f"лице-{GOOD}.html", f"{GOOD[:6]} {GOOD[6:]}.html", f"ЕГН {EGN}.html"])
def test_files_that_nobody_could_read_are_named_without_a_number(archive: str, name: str) -> None:
    Path(name).write_bytes(b"")
    Path("1431600000.csv").write_text(f"n,стойност\n1,{GOOD}\n", encoding="utf-8")
    number = name.removeprefix("лице-").removeprefix("ЕГН ").removesuffix(".html")
    for way in (["extract"], ["extract", "-v"], ["import"], ["import", "-v"]):
        said = invoke(*way, name).stderr
        assert mask(number) in said
        assert number not in said
    assert "1431600000.csv" in invoke("extract", "1431600000.csv", "-v").stderr
    assert number in invoke("extract", name, "-v", "--unmask").stderr
    for way in ([], ["--format", "jsonl"], ["--retry"]):
        told = invoke("rejects", *way)
        assert mask(number) in told.stdout + told.stderr
        assert number not in told.stdout + told.stderr
    assert number in invoke("rejects", "--unmask").stdout
