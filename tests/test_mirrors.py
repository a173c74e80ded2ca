"""Where pages on disk came from, and what beside them is no page."""

from pathlib import Path

import pytest
from making import invoke, pages_only
from packing import captures, read, tarred, zipped

from govarchive.errors import PageError, SkippedPage
from govarchive.model import Page
from govarchive.pages import list_files, open_pages
from govarchive.pages.address import Told, address_of, told_by_path

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
PAGE = "<p>Община Видин</p>".encode()


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("www.obshtina.primer.bg/kontakti/index.html", "http://www.obshtina.primer.bg/kontakti/"),
        ("./mirror/primer.bg/index.html", "http://primer.bg/"),
        ("www.a.bg/index.htm", "http://www.a.bg/index.htm"),
        ("www.a.bg/p.php?id=5", "http://www.a.bg/p.php?id=5"),
        ("www.a.bg/p.php@id=5&x=1.html", "http://www.a.bg/p.php?id=5&x=1"),
        ("www.a.bg/p%3Fid=5", "http://www.a.bg/p?id=5"),
        ("www.a.bg/index.html?id=5", "http://www.a.bg/?id=5"),
        ("www.a.bg/стр. 5.html.gz", "http://www.a.bg/%D1%81%D1%82%D1%80.%205.html"),
        ("www.a.bg/\\xee.html", "http://www.a.bg/%ee.html"),
        ("www.a.bg/mail@a.bg.html", "http://www.a.bg/mail@a.bg.html"),
        ("a.bg+8080/x.aspx.html", "http://a.bg:8080/x.aspx"),
        ("a.bg:443/x", "https://a.bg/x"),
        ("пример.бг/x", "http://xn--e1afmkfd.xn--90ae/x"),
        ("www.a.bg/www.a.bg/x", "http://www.a.bg/x"),
        ("a.bg/link/www.b.bg/x", "http://a.bg/link/www.b.bg/x"),
        ("all.zip#www.a.bg/x", "http://www.a.bg/x"),
        ("www.a.bg/all.zip#x.html", None),
        ("pages/2018.05/x.html", None),
        ("site.backup/x.html", None),
        ("www.a.bg", None),
    ],
)
def test_addresses_by_path(path: str, url: str | None) -> None:
    assert told_by_path(path) == url


HTTRACK = (
    b"<html>\n<!-- Mirrored from www.a.bg/n.php?id=5 by HTTrack Website Copier/3.x [XR&CO'2014], "
    b"Sun, 09 Mar 2014 12:00:00 GMT -->"
)


@pytest.mark.parametrize(
    ("raw", "path", "told"),
    [
        (HTTRACK, "x.html", Told("http://www.a.bg/n.php?id=5", "2014-03-09T12:00:00Z")),
        (HTTRACK, "www.a.bg/n4f2a.html", Told("http://www.a.bg/n.php?id=5", "2014-03-09T12:00:00Z")),
        (HTTRACK, "www.b.bg/x.html", Told("http://www.b.bg/x.html")),
        (b"<!DOCTYPE html>\n<!-- saved from url=(0018)http://www.a.bg/b/ -->\n", "x.htm", Told("http://www.a.bg/b/")),
        (b"<!-- saved from url=(0014)about:internet -->", "x.htm", None),
        (b"<!-- saved from url=(0022)http://internet.e-mail -->", "x.htm", None),
        (
            b"<!-- saved from url=(0064)https://web.archive.org/web/20140309120000/http://www.a.bg/b -->",
            "x.htm",
            Told("http://www.a.bg/b", "2014-03-09T12:00:00Z"),
        ),
        (
            b"<!--\n Page saved with SingleFile \n url: https://a.bg/b \n"
            b" saved date: Sun Mar 09 2014 14:00:00 GMT+0200 (Eastern European Standard Time)\n-->",
            "x.html",
            Told("https://a.bg/b", "2014-03-09T12:00:00Z"),
        ),
        (b"<!-- saved from url=(0012)http://a.bg/ --><!-- saved from url=(0012)http://b.bg/ -->", "x.html", None),
        (b'<link rel="canonical" href="http://a.bg/"><base href="http://a.bg/">', "x.html", None),
    ],
)
def test_addresses_by_what_the_saving_program_wrote(raw: bytes, path: str, told: Told | None) -> None:
    assert address_of(raw, path) == told


def test_addresses_reach_the_pages() -> None:
    (page,) = captures(zipped({"www.a.bg/n/index.html": PAGE}))
    assert page.url == "http://www.a.bg/n/"
    (page,) = captures(tarred({"x.html": HTTRACK + PAGE}))
    assert (page.url, page.captured_at) == ("http://www.a.bg/n.php?id=5", "2014-03-09T12:00:00Z")


def laid_out(folder: Path, files: dict[str, bytes]) -> list[Page | PageError]:
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return list(open_pages(list_files([str(folder)])))


MIRROR = {
    "hts-cache/new.txt": b"date\tsize",
    "hts-log.txt": b"HTTrack3.49 launched",
    "index.html": b"<!-- Created by HTTrack Website Copier/3.49-2 --><title>Local index - HTTrack</title><p>index",
    "www.a.bg/index.html": PAGE,
    "www.a.bg/a.css": b"p { color: red }",
    "www.a.bg/a.js": b"document.write('<p>')",
    "www.a.bg/robots.txt": b"User-agent: *",
    "www.a.bg/логотип": PNG,
    "www.a.bg/moved.html": b"<HTML><!-- Created by HTTrack Website Copier/3.49-2 [XR&CO'2014] --><p>Page has moved",
    "www.a.bg/style.css.html": PAGE + b"b",
}


def test_a_mirror_on_disk_and_packed(tmp_path: Path) -> None:
    found = laid_out(tmp_path, MIRROR)
    pages = [it.source.removeprefix(str(tmp_path)) for it in found if isinstance(it, Page)]
    assert pages == ["/www.a.bg/index.html", "/www.a.bg/style.css.html"]
    problems = [it for it in found if isinstance(it, PageError)]
    assert all(isinstance(it, SkippedPage) for it in problems)
    assert "styles: 1" in str(problems[-1])
    assert "pictures: 1" in str(problems[-1])
    extracted = invoke("extract", "-v", str(tmp_path))
    lines = [it for it in extracted.stderr.splitlines() if not it.startswith("reading ")]
    assert (len(lines), lines[-1], extracted.exit_code) == (len(problems) + 1, "2 records from 2 pages; 0 rejected", 0)
    packed, problems = read(zipped(MIRROR))
    assert list(packed) == ["x#www.a.bg/index.html", "x#www.a.bg/style.css.html"]
    assert all(isinstance(it, SkippedPage) for it in problems)


@pytest.mark.parametrize("folder", ["Контакти_files", "Контакти_файлове"])
def test_a_saved_page_and_its_folder(tmp_path: Path, folder: str) -> None:
    files = {
        "Контакти.htm": PAGE,
        f"{folder}/logo.png": PNG,
        f"{folder}/a.js.download": b"var a",
        f"{folder}/tracker": b"x = 1",
        f"{folder}/menu.html": PAGE + b"menu",
    }
    found = laid_out(tmp_path, files)
    assert [it.text for it in found if isinstance(it, Page)] == ["Община Видин", "Община Видин\n\nmenu"]
    (left,) = [it for it in found if isinstance(it, PageError)]
    assert isinstance(left, SkippedPage)
    assert str(left).startswith(f"{tmp_path}/{folder}/: holds files that are no pages (")
    assert len(read(tarred(files))[0]) == 2


def test_a_folder_of_such_a_name_without_its_page_is_one_of_pages(tmp_path: Path) -> None:
    found = laid_out(tmp_path, {"stari_files/a.txt": PAGE})
    assert len(pages_only(found)) == 1


def test_pictures_elsewhere_are_rejected_as_ever(tmp_path: Path) -> None:
    (found,) = laid_out(tmp_path, {"a.png": PNG})
    assert "this is a PNG image" in str(found)


def test_hidden_files_of_archives_are_left_out() -> None:
    found, (left,) = read(zipped({"а.html": PAGE, ".git/config": b"x", "__MACOSX/._а.html": b"y", "./б.html": PAGE}))
    assert list(found) == ["x#а.html", "x#./б.html"]
    assert "hidden files: 2" in str(left)
