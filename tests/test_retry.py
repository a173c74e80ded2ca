"""Rejects tried again: just these places, read as the import was asked to that rejected them."""

import os
import zipfile
from pathlib import Path

import pytest
from making import invoke, json_lines

from govarchive.archive import Query, open_archive
from govarchive.archive.log import imports, rejects
from govarchive.archive.query import find
from govarchive.errors import Damaged, PageError
from govarchive.jobs.retrying import _Wanted, out_of_reach, retry
from govarchive.pages.files import file_of

TEXT = "Поща: {}@primer.bg"

pytestmark = pytest.mark.usefixtures("in_folder")


def values() -> list[tuple[str | None, str | None]]:
    with open_archive("а.db") as archive:
        return [(it.value, it.captured_at) for it in find(archive, Query(kinds=["email"]))]


def make(*names: str) -> None:
    Path("страници").mkdir(exist_ok=True)
    for name in names:
        Path(f"страници/{name}.txt").write_text(TEXT.format(name), encoding="utf-8")


def test_a_file_that_was_mended_is_read_as_it_was_asked_for(tmp_path: Path) -> None:
    make("a", "b")
    for name in ("b", "c"):
        Path(f"страници/{name}.txt").write_bytes(b"\x00\x01" * 500)
    assert invoke("import", "страници", "--captured-at", "2018-03-01", "--jobs", "1").exit_code == 1
    make("b", "d")
    said = invoke("rejects", "--retry")
    assert said.exit_code == 1
    assert "1 page new" in said.stderr
    assert "rejected: страници/c.txt" in said.stderr
    assert values() == [("a@primer.bg", "2018-03-01"), ("b@primer.bg", "2018-03-01")]
    found = json_lines(invoke("rejects", "--format", "jsonl").stdout)
    assert [(it["import_number"], it["source"], it["retried"]) for it in found] == [
        (1, "страници/b.txt", 2),
        (1, "страници/c.txt", 2),
        (2, "страници/c.txt", None),
    ]
    make("c")
    assert invoke("rejects", "--retry").exit_code == 0
    assert [it["retried"] for it in json_lines(invoke("rejects", "--format", "jsonl").stdout)] == [2, 2, 3]
    assert len(values()) == 3
    assert invoke("rejects", "--retry", "--format", "jsonl").exit_code == 0
    with open_archive("а.db") as archive:
        found_imports = list(imports(archive))
        assert [it.own for it in found_imports] == [1, 1, 1]
        assert (found_imports[1].options["retries"], found_imports[1].options["captured_at"]) == (1, "2018-03-01")


def test_what_fails_again_and_again_is_noted_twice() -> None:
    make("a")
    Path("страници/b.txt").write_bytes(b"\x00\x01" * 500)
    invoke("import", "страници", "--jobs", "1")
    for _ in range(3):
        assert invoke("rejects", "--retry").exit_code == 1
    found = json_lines(invoke("rejects", "--format", "jsonl").stdout)
    assert [(it["import_number"], it["retried"]) for it in found] == [(1, 4), (4, None)]
    assert invoke("imports", "--undo", "4", "--yes").exit_code == 0
    assert [it["import_number"] for it in json_lines(invoke("rejects", "--waiting", "--format", "jsonl").stdout)] == [1]
    make("b")
    assert invoke("rejects", "--retry").exit_code == 0
    assert len(values()) == 2


def test_an_error_that_there_is_none_of_is_refused_with_those_there_are() -> None:
    invoke("import", "-", stdin=b"\x00\x01" * 500)
    refused = invoke("rejects", "--error", "Demaged")
    assert refused.exit_code == 2
    assert "Damaged" in refused.output
    assert json_lines(invoke("rejects", "--error", "EmptyPage", "--format", "jsonl").stdout)


def test_places_whose_names_are_odd_or_long(tmp_path: Path) -> None:
    folder, long = tmp_path / os.fsdecode(b"\xe0#1"), f"{'дълго' * 30}.txt"
    folder.mkdir()

    def pack(raw: bytes) -> None:
        with zipfile.ZipFile(folder / "а.zip", "w") as file:
            file.writestr(long, raw)

    pack(b"\x00\x01" * 500)
    assert invoke("import", str(folder), "--jobs", "1").exit_code == 1
    pack(TEXT.format("a").encode())
    assert invoke("rejects", "--retry").exit_code == 0
    assert [value for value, _ in values()] == ["a@primer.bg"]


def test_many_rejects_of_an_import_ask_the_log_for_it_once() -> None:
    with open_archive("а.db", create=True) as archive:
        number = archive.start_import(["страници"])
        for at in range(5):
            archive.reject(PageError("лош", source=f"няма{at}.txt"), number)
        asked: list[str] = []
        archive.db.set_trace_callback(asked.append)
        assert len(list(out_of_reach(archive, list(rejects(archive))))) == 5
    assert sum("FROM brought" in it for it in asked) == 1


def test_only_the_rejected_page_of_a_container(tmp_path: Path) -> None:
    def pack(**pages: bytes) -> None:
        with zipfile.ZipFile("а.zip", "w") as file:
            for name, raw in pages.items():
                file.writestr(f"{name}.txt", raw)

    pack(a=TEXT.format("a").encode(), b=b"\x00\x01" * 500)
    assert invoke("import", "а.zip", "--jobs", "1").exit_code == 1
    pack(a=TEXT.format("anew").encode(), b=TEXT.format("b").encode())
    assert [it["source"] for it in json_lines(invoke("rejects", "--format", "jsonl").stdout)] == ["а.zip#b.txt"]
    assert invoke("rejects", "--retry").exit_code == 0
    assert [value for value, _ in values()] == ["a@primer.bg", "b@primer.bg"]


def test_what_is_read_again_of_a_damaged_container() -> None:
    with open_archive("а.db", create=True) as archive:
        number = archive.start_import(["а.warc"])
        for source in ("а.warc#300", "а.warc#500"):
            archive.reject(Damaged("скъсан", source=source), number)
        (first, second) = rejects(archive)
    wanted = _Wanted("а.warc")
    wanted.add(second)
    wanted.add(first)
    assert [at for at in (0, 299, 300, 400, 900) if wanted.has(f"а.warc#{at}")] == [300, 400, 900]
    assert wanted.has("а.warc")
    assert not wanted.has("а.warc#име")


def test_the_file_in_a_source() -> None:
    Path("а#1.zip").touch()
    assert file_of("а#1.zip#стр#2.html") == "а#1.zip"
    assert file_of("няма.warc#12#3") == "няма.warc"


def test_a_file_that_is_gone_waits_on() -> None:
    make("a")
    Path("страници/b.txt").write_bytes(b"\x00\x01" * 500)
    invoke("import", "страници", "--jobs", "1")
    Path("страници/b.txt").unlink()
    assert invoke("rejects", "--retry").exit_code == 1
    with open_archive("а.db") as archive:
        assert [it.error for it in rejects(archive, waiting=True)] == ["EmptyPage"]
        assert len(list(imports(archive))) == 1
        assert list(retry(archive, [], print)) == []


def test_from_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a", "b")
    for name in ("a", "b"):
        Path(f"страници/{name}.txt").write_bytes(b"\x00\x01" * 500)
    assert invoke("import", "страници").exit_code == 1
    make("a")
    Path("страници/b.txt").unlink()
    Path("друга").mkdir()
    monkeypatch.chdir("друга")
    monkeypatch.setenv("GOVARCHIVE_DB", "../а.db")
    said = invoke("rejects", "--retry")
    assert said.exit_code == 1
    assert "1 page new" in said.stderr
    assert "waits on: страници/b.txt: there is no" in said.stderr
    waiting = json_lines(invoke("rejects", "--waiting", "--format", "jsonl").stdout)
    assert [it["source"] for it in waiting] == ["страници/b.txt"]


def test_standard_input_is_not_read_again() -> None:
    invoke("import", "-", stdin=b"\x00\x01" * 500)
    said = invoke("rejects", "--retry")
    assert said.exit_code == 1
    assert "standard input cannot be read again" in said.stderr
    assert len(json_lines(invoke("rejects", "--waiting", "--format", "jsonl").stdout)) == 1


def test_what_is_alike_is_counted_and_what_is_passed_over_is_named_only_when_asked() -> None:
    rows = "".join('{"text": "%s"}\n' % ("" if at else TEXT.format("a")) for at in range(31))
    Path("т.jsonl").write_text(rows, encoding="utf-8")
    said = invoke("import", "т.jsonl").stderr
    assert said.count("rejected: ") == 21
    assert "and 10 more like this" in said
    assert invoke("export", "records.jsonl").exit_code == 0
    assert "1 skipped" in (passed := invoke("import", "records.jsonl").stderr)
    assert "skipped: " not in passed
    assert "skipped: records.jsonl" in invoke("import", "records.jsonl", "-v").stderr


def test_names_that_are_no_utf_8_and_folders_that_were_closed() -> None:
    closed, name = Path("страници/затворена"), os.fsdecode(b"bad\xff.txt")
    make("a")
    closed.mkdir()
    Path(name).write_bytes(b"\x00\x01" * 500)
    invoke("import", name, "страници", "--jobs", "1")
    with open_archive("а.db") as archive:
        archive.reject(PageError("cannot be read", source=str(closed)), 1)
        assert [it.source for it in rejects(archive)] == ["bad\\xff.txt", str(closed)]
    Path(name).write_text(TEXT.format("b"), encoding="utf-8")
    (closed / "c.txt").write_text(TEXT.format("c"), encoding="utf-8")
    assert invoke("rejects", "--retry").exit_code == 0
    assert [value for value, _ in values()] == ["a@primer.bg", "b@primer.bg", "c@primer.bg"]


def test_what_was_passed_over_on_purpose_is_listed_when_asked() -> None:
    make("a")
    Path("records.jsonl").write_text(invoke("extract", "страници/a.txt").stdout, encoding="utf-8")
    invoke("import", "страници", "records.jsonl")
    assert "skipped" in invoke("import", "records.jsonl").stderr
    said = invoke("rejects")
    assert "no rejects" in said.stderr
    assert "2 more passed over on purpose" in said.stderr
    assert "1 more passed over" in invoke("rejects", "--import", "2").stderr
    assert [row["rejects"] for row in json_lines(invoke("imports", "--format", "jsonl").stdout)] == [0, 0]
    assert len(json_lines(invoke("rejects", "--error", "SkippedPage", "--format", "jsonl").stdout)) == 2
    retried = invoke("rejects", "--retry")
    assert (retried.exit_code, "nothing waits" in retried.stderr) == (0, True)


def test_an_import_that_read_kept_pages_anew_says_so() -> None:
    make("a")
    invoke("import", "страници")
    invoke("import", "--reprocess")
    first, second = invoke("imports").stdout.splitlines()[1:]
    assert first.endswith(" страници")
    assert second.endswith(" --reprocess")
