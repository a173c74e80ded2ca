"""Paths to pages: what is read, in which order, and what is said of the rest."""

import gzip
import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from making import invoke, page_of, pages_only
from packing import zipped

from govarchive.archive import open_archive
from govarchive.errors import EmptyPage, NotText, PageError, SkippedPage
from govarchive.model import Page
from govarchive.pages import containers, list_files, open_pages, page_from_text, reading


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of a test, with a few pages in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("б.txt", "а.html", "под/в.txt", "под/под/а.txt", ".git/config", "под/.скрит"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(f"<p>страница {name}</p>", encoding="utf-8")
    return tmp_path


def said_of(*paths: str) -> list[str]:
    """The source of each page, or what is said in place of it."""
    return [it.source if isinstance(it, Page) else str(it) for it in open_pages(list_files(paths))]


def problem_of(*paths: str) -> PageError:
    (problem,) = open_pages(list_files(paths))
    assert isinstance(problem, PageError)
    return problem


@pytest.mark.usefixtures("folder")
def test_a_folder_is_read_to_the_bottom_in_order_without_hidden_files() -> None:
    assert said_of(".") == ["./а.html", "./б.txt", "./под/в.txt", "./под/под/а.txt"]
    assert said_of("под/") == ["под/в.txt", "под/под/а.txt"]


@pytest.mark.usefixtures("folder")
def test_patterns() -> None:
    assert said_of("*.txt") == ["б.txt"]
    assert said_of("**/*.txt") == ["б.txt", "под/в.txt", "под/под/а.txt"]
    assert said_of("п*") == ["под/в.txt", "под/под/а.txt"]
    assert "no file matches this pattern" in str(problem_of("*.pdf"))


@pytest.mark.usefixtures("folder")
def test_a_name_with_the_characters_of_a_pattern_is_a_name() -> None:
    for name in ("в[1].txt", "с?.txt", "д*"):
        Path(name).write_text("а", encoding="utf-8")
    Path("в1.txt").write_text("друга", encoding="utf-8")
    assert said_of("в[1].txt", "с?.txt", "д*") == ["в[1].txt", "с?.txt", "д*"]


@pytest.mark.usefixtures("folder")
def test_each_file_is_read_once_by_its_first_name() -> None:
    Path("връзка.txt").symlink_to("б.txt")
    assert said_of("б.txt", "./б.txt", ".", "*.txt")[:2] == ["б.txt", "./а.html"]
    assert sum("б.txt" in it or "връзка" in it for it in said_of("б.txt", ".", "връзка.txt")) == 1


def test_a_path_with_spaces_and_cyrillic(folder: Path) -> None:
    path = folder / "Община Видин" / "контакти – 2018 г.html"
    path.parent.mkdir()
    path.write_text("<p>тел.</p>", encoding="utf-8")
    assert said_of(str(path)) == [str(path)]


def test_a_name_that_is_no_utf_8_can_be_written_out(folder: Path) -> None:
    raw = os.fsencode(folder) + "/община.txt".encode("windows-1251")
    Path(os.fsdecode(raw)).write_text("а", encoding="utf-8")
    source = next(it for it in said_of(str(folder)) if "\\x" in it)
    assert source.endswith("/\\xee\\xe1\\xf9\\xe8\\xed\\xe0.txt")
    source.encode()


def test_what_leads_nowhere(folder: Path) -> None:
    Path("счупена").symlink_to("никъде")
    (folder / "празна").mkdir()
    assert str(problem_of("няма.html")) == "няма.html: no such file or folder (check the path)"
    assert "no such file or folder" in str(problem_of("б.txt/а")) or "Not a directory" in str(problem_of("б.txt/а"))
    assert "a link that leads nowhere" in str(problem_of("счупена"))
    assert "a folder without files" in str(problem_of("празна"))
    assert "no such file or folder" in str(problem_of(""))
    assert "too long" in str(problem_of("а" * 300))


@pytest.mark.usefixtures("folder")
def test_a_broken_link_in_a_folder_does_not_hide_the_rest() -> None:
    Path("а").symlink_to("никъде")
    said = said_of(".")
    assert said[0].startswith("./а: a link that leads nowhere")
    assert len(said) == 5


@pytest.mark.usefixtures("folder")
def test_links_to_folders_are_named_not_followed() -> None:
    Path("под/горе").symlink_to("..")
    problem = next(it for it in open_pages(list_files(["под"])) if isinstance(it, PageError))
    assert isinstance(problem, SkippedPage)
    assert str(problem) == "под/горе: a link to a folder (name that folder as well)"


@pytest.mark.usefixtures("folder")
def test_a_named_pipe_in_a_folder_does_not_hang() -> None:
    os.mkfifo("под/тръба")
    assert any("тръба: neither a file nor a folder" in it for it in said_of("под"))


@pytest.mark.usefixtures("folder")
def test_an_unreadable_file_is_named_and_the_rest_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.open

    def refusing(path: Path, mode: str) -> Any:
        if path.name == "б.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path, mode)

    monkeypatch.setattr(Path, "open", refusing)
    said = said_of("б.txt", "а.html")
    assert said == ["б.txt: cannot be read: Permission denied (check the permissions)", "а.html"]


@pytest.mark.usefixtures("folder")
def test_a_file_that_vanished_after_it_was_listed() -> None:
    files = list(list_files(["б.txt", "а.html"]))
    Path("б.txt").unlink()
    gone, page = open_pages(files)
    assert "No such file" in str(gone)
    assert isinstance(page, Page)


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n ", "\ufeff\u00a0".encode()])
def test_an_empty_file(raw: bytes) -> None:
    with pytest.raises(EmptyPage, match="no text in it"):
        page_of(raw, source="празна.txt")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"PK\x03\x04\x14\x00", "a ZIP archive or an office document"),
        (gzip.compress("Община".encode(), mtime=0), "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old office document"),
        (b"{\\rtf1\\ansicpg1251", "an RTF document"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"WARC/1.0\r\n", "a WARC file"),
        ("Община".encode() + b"\x00" * 9, "a binary file"),
        (b"<p>" + b"\x00\x01\x02" * 900, "a binary file"),
        (
            b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<p>=D0",
            "a web archive or an e-mail",
        ),
    ],
)
def test_other_formats_are_told_by_content(raw: bytes, name: str) -> None:
    with pytest.raises(NotText) as caught:
        page_of(raw, source="страница.html")
    assert str(caught.value).startswith(f"страница.html: this is {name}")
    assert caught.value.remedy


@pytest.mark.parametrize(
    "line", ['{"kind": "iban", "value": "BG80", "text": "BG80"}', '{"schema":1,"kind":"","value":null,"text":""}']
)
def test_a_file_of_records_is_skipped_by_name(line: str) -> None:
    with pytest.raises(SkippedPage, match=r"стари\.jsonl: holds govarchive records"):
        page_of(line + "\n" + line, source="стари.jsonl")


def test_an_archive_among_the_pages_is_skipped_with_its_logs(tmp_path: Path) -> None:
    path = tmp_path / "govarchive.db"
    with open_archive(str(path), create=True) as archive:
        archive.start_import([])
        found = [*open_pages(list_files([str(tmp_path)]))]
    assert [it.source.removeprefix(str(path)) for it in found if isinstance(it, SkippedPage)] == ["", "-shm", "-wal"]


def test_the_map_of_a_site_is_skipped() -> None:
    start = '<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?><!-- а -->\n'
    for name in ("urlset", "sitemapindex"):
        with pytest.raises(SkippedPage, match="holds the map of a site, not a page"):
            page_of(f"{start}<{name} xmlns='x'><url><loc>http://primer.bg/</loc><lastmod>2019-06-18</lastmod></url>")
    assert page_of(f"{start}<urls><loc>http://primer.bg/</loc></urls>").text


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            " CDX N b a m s k r M S V g\nbg,primer)/ 20190618103500 http://primer.bg/ text/html 200 A - - 9 3 a.gz",
            "index",
        ),
        ("bg,primer)/ 20190618103500 http://primer.bg/ text/html 200 AB - - 9 3 a.warc.gz\n", "index"),
        ('bg,primer)/ 20190618103500 {"url": "http://primer.bg/", "mime": "text/html", "status": "200"}\n', "index"),
        ('!meta {"format": "cdxj-gzip-1.0"}\nbg,primer)/ 20190618103500 {"offset": 0}\n', "index"),
        ('[["urlkey","timestamp","original"],\n["bg,primer)/","20190618103500","http://primer.bg/"]]', "index"),
        ('{"urlkey": "bg,primer)/", "timestamp": "20190618103500", "url": "http://primer.bg/"}\n' * 2, "index"),
        (
            "2019-06-18T10:35:00.123Z   200       1234 http://primer.bg/ - - text/html #001 20190618103500100+20 -",
            "log",
        ),
        ("2019-06-18T10:35:00.123Z    -2          - https://primer.bg/ L - unknown #003 - - - -", "log"),
    ],
)
def test_what_a_crawler_writes_for_itself_is_skipped(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "обхождане"
    for raw in (text.encode(), gzip.compress(text.encode())):
        path.write_bytes(raw)
        found = problem_of(str(path))
        assert isinstance(found, SkippedPage)
        assert f"holds the {what} of a crawl, not a page" in str(found)


@pytest.mark.parametrize(
    "text",
    ["CDX е формат", "20190618103500 http://primer.bg/", "2019-06-18T10:35:00Z заседание", "а 20190618103500 г."],
)
def test_what_begins_as_an_index_is_a_page(text: str) -> None:
    assert page_of(text).text == text


@pytest.mark.parametrize("text", ['{"name": "Община"}', "{}", "{ не е JSON", "[1]", '{"kind": 1}', '{"a":' * 9000])
def test_other_braces_are_pages(text: str) -> None:
    assert page_of(text).text == text


def test_mark_up_is_told_by_content() -> None:
    assert page_of(b"\n" * 9000 + b"<P>a</P>").media_type == "text/html"
    assert page_of("a < b, b > c; <unknown>").media_type == "text/plain"


@pytest.mark.parametrize("tag", ["<dl>", "<form action=x>", "<b>", "<video src=a>", "<a class=b href=c>", "<SELECT>"])
def test_fragments_of_mark_up_are_told_too(tag: str) -> None:
    assert page_of(f"а {tag} б").media_type == "text/html"


def test_zeros_and_controls_in_a_page_do_not_make_it_binary() -> None:
    page = page_of("<p>Общ\x00ина\x08 Видин</p>".encode() + b"\x00" * 9000)
    assert page.text == "Общ ина Видин"


def test_pages_of_many_megabytes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reading, "_MOST_BYTES", 1 << 20)
    monkeypatch.setattr(containers, "MOST_BYTES", 8 << 20)
    picture = b"<img src='data:image/png;base64," + b"QUJD\n" * 300_000 + b"'>"
    assert page_of("<p>преди".encode() + picture + "след".encode()).text == "предислед"
    for raw in (b"a " * (1 << 20), b"<p>" + b"a " * (1 << 20)):
        with pytest.raises(PageError, match=r"2 MB, and a page has 1 at most \(split it"):
            page_of(raw)
    sparse = tmp_path / "огромна.html"
    with sparse.open("wb") as file:
        file.truncate(1 << 40)
    assert "more than 8 MB, and not a container" in str(problem_of(str(sparse)))


def test_plain_text_keeps_its_lines() -> None:
    page = page_of("Ред 1\r\nРед 2\rРед 3\n\tи\u0306\x1a".encode())
    assert page.text == "Ред 1\nРед 2\nРед 3\n\tй "
    assert (page.blocks[0].start, page.blocks[0].stop) == (0, len(page.text))


def test_half_a_surrogate_pair_never_reaches_the_records() -> None:
    assert page_from_text("а\ud800б").text == "а\ufffdб"


def test_identity_is_bytes_address_and_capture() -> None:
    given = [{}, {"url": "http://a.bg"}, {"captured_at": "2018"}, {"url": "http://a.bg", "captured_at": "2018"}]
    assert len({page_of("а", **some).id for some in given}) == 4
    assert page_of("а", source="х").id == page_of("а", source="у").id
    assert page_of("а").id != page_of("б").id


def test_address_and_capture_reach_the_page(folder: Path) -> None:
    (page,) = pages_only(list(open_pages(list_files([str(folder / "б.txt")]), "http://a.bg/", "2018-03-01")))
    assert (page.url, page.captured_at) == ("http://a.bg/", "2018-03-01")


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("<p>от тръба".encode())))
    (page,) = pages_only(list(open_pages(list_files(["-", "-"]))))
    assert (page.text, page.source) == ("от тръба", "-")


def test_a_page_of_a_file_whose_path_holds_the_mark_is_explained(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"\xe0#1")
    folder.mkdir()
    (folder / "а.zip").write_bytes(zipped({"б#2.txt": b"IBAN: BG80 BNBG 9661 1020 3456 78"}))
    (page,) = pages_only(list(open_pages([str(folder / "а.zip")])))
    told = invoke("explain", page.source, "--kind", "iban")
    assert (told.exit_code, "BG80BNBG96611020345678" in told.output) == (0, True)
