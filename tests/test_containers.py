"""Files of files: ZIP, TAR, compressed, in each other; damaged, locked, and bombs."""

import bz2
import gzip
import io
import lzma
import random
import struct
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import wounds_lz4
from click.testing import CliRunner
from making import ROOT, invoke, pages_only
from packing import PAGES, captures, read, said, tarred, zipped

from govarchive.commands.explain_ import command as explain
from govarchive.errors import Damaged, EmptyPage, NotText, SkippedPage, TooMuch
from govarchive.pages import containers, list_files, open_pages
from govarchive.pages.capture import Given
from govarchive.pages.containers import streams

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ALL = {f"x#{name}": raw for name, raw in PAGES.items()}
PAGE = "<p>Община Видин</p>".encode()
NAMES = list(PAGES)


def _zstandard(raw: bytes) -> bytes:
    return zstd.compress(raw, options={zstd.CompressionParameter.checksum_flag: 1})


COMPRESSED = [gzip.compress, bz2.compress, lzma.compress, _zstandard, wounds_lz4.frame]


@pytest.mark.parametrize("method", [0, 8, 12, 14])
@pytest.mark.parametrize("streamed", [False, True])
def test_zip(method: int, streamed: bool) -> None:
    assert read(zipped(PAGES, method, streamed=streamed)) == (ALL, [])


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_tar(form: int) -> None:
    assert read(tarred(PAGES, form)) == (ALL, [])
    if form != tarfile.USTAR_FORMAT:
        name = "дълго/" * 60 + "име.html"
        assert read(tarred({name: PAGE}, form)) == ({f"x#{name}": PAGE}, [])


@pytest.mark.parametrize("compress", COMPRESSED)
def test_compressed(compress: Callable[[bytes], bytes]) -> None:
    assert read(compress(PAGE)) == ({"x": PAGE}, [])
    assert read(compress(PAGE) + compress(PAGE) + b"\0" * 512) == ({"x": PAGE * 2}, [])
    assert read(compress(tarred(PAGES))) == (ALL, [])
    assert read(compress(zipped(PAGES))) == (ALL, [])


@pytest.mark.parametrize("compress", COMPRESSED)
def test_compressed_and_damaged(compress: Callable[[bytes], bytes]) -> None:
    content = random.Random(1).randbytes(3000)
    packed = compress(content)
    found, (cut,) = read(packed[:-7])
    assert content.startswith(b"".join(found.values()))
    assert "is cut off (bytes 0 to " in str(cut)
    _, (flipped,) = read(packed[:400] + bytes([packed[400] ^ 8]) + packed[401:])
    assert isinstance(flipped, Damaged)
    assert "is damaged (bytes 0 to " in str(flipped)
    found, (behind,) = read(compress(PAGE) + b"more")
    assert found == {"x": PAGE}
    assert isinstance(behind, SkippedPage)


def test_a_stream_behind_a_damaged_one_is_read() -> None:
    rows = [f'{{"url": "http://a.bg/{number}", "text": "ред {number}"}}\n'.encode() for number in range(3)]
    packed = [gzip.compress(row) for row in rows]
    broken = packed[1][:30] + b"\xff\xff\xff" + packed[1][33:]
    found, problems = read(packed[0] + broken + packed[2])
    assert list(found.values())[:: len(found) - 1] == ["ред 0".encode(), "ред 2".encode()]
    assert any(isinstance(it, Damaged) for it in problems)


def test_one_in_another() -> None:
    inner = zipped({"а.html": PAGE})
    assert read(tarred({"б.zip": inner, "в.tar.gz": gzip.compress(tarred({"г.html": PAGE}))})) == (
        {"x#б.zip#а.html": PAGE, "x#в.tar.gz#г.html": PAGE},
        [],
    )
    for _ in range(containers.MOST_DEEP):
        inner = zipped({"i.zip": inner})
    (deep,) = said(inner)
    assert "a container in 3 others (unpack the outer one" in deep
    four = PAGE
    for _ in range(5):
        four = gzip.compress(four)
    assert "a container in 3 others" in said(four)[0]


def test_names_in_old_code_pages_and_names_that_would_write_on_the_terminal() -> None:
    for encoding in ("cp866", "windows-1251", "utf-8"):
        raw = zipped({"0" * 8 + ".html": PAGE}).replace(b"0" * 8, "Заповеди".encode(encoding)[:8].ljust(8, b"_"))
        (source,) = read(raw)[0]
        assert source.startswith("x#Запо")
    (source,) = read(zipped({"a\n\x1b[2J.html": PAGE}))[0]
    assert source == "x#a\\n\\x1b[2J.html"
    assert list(read(zipped({"папка\\а.html": PAGE}))[0]) == ["x#папка/а.html"]


def test_members_that_are_not_read_are_named() -> None:
    raw = zipped({"тайна.html": PAGE, "друга.html": PAGE, "стара.html": PAGE, "цяла.html": PAGE}, 0)
    places = [raw.find(b"PK\x01\x02")]
    for _ in range(3):
        places.append(raw.find(b"PK\x01\x02", places[-1] + 1))
    broken = bytearray(raw)
    broken[places[0] + 8] |= 1
    broken[places[1] + 10 : places[1] + 12] = struct.pack("<H", 9)
    broken[places[2] + 41] = 0o120000 >> 8
    found, problems = read(bytes(broken))
    assert list(found) == ["x#цяла.html"]
    assert [str(it) for it in problems] == [
        "x#тайна.html: encrypted (unpack it with its password and name the files)",
        "x#друга.html: packed with Deflate64, which is not read (unpack it with 7-Zip and name the files)",
        "x#стара.html: a link (nothing to do)",
    ]


@pytest.mark.parametrize(
    ("member", "what"),
    [
        ("word/document.xml", "a Word document (DOCX)"),
        ("xl/workbook.xml", "an Excel workbook (XLSX)"),
        ("mimetype", "an OpenDocument file"),
        ("META-INF/MANIFEST.MF", "a program (JAR)"),
    ],
)
def test_documents_that_are_zip_files_are_named_even_when_cut(member: str, what: str) -> None:
    raw = zipped({member: b"<w:document/>", "б.xml": PAGE})
    for some in (raw, raw[: len(raw) // 2]):
        (problem,) = read(some)[1]
        assert isinstance(problem, NotText)
        assert str(problem).startswith(f"x: this is {what}")


def test_zip64_by_directory_and_by_header() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, archive.open("а.html", "w", force_zip64=True) as member:
        member.write(PAGE)
    raw = out.getvalue()
    end = raw.rfind(b"PK\x05\x06")
    start = raw.find(b"PK\x01\x02")
    large = struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, end - start, start)
    large += struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    full = raw[:end] + large + raw[end : end + 8] + b"\xff" * 12 + raw[end + 20 :]
    for some in (raw, full, raw[:start]):
        assert read(some)[0] == {"x#а.html": PAGE}
    assert read(full)[1] == []


def test_members_of_one_name_are_told_apart() -> None:
    first, second, third = (f"<p>Страница {number}".encode() for number in (1, 2, 3))
    packed = zipped({"a.html": first, "b.html": second, "c.html": third}).replace(b"b.html", b"a.html")
    for raw in packed, tarred({"a.html": first})[:1024] + tarred({"a.html": second, "c.html": third}):
        assert read(raw)[0] == {"x#a.html": first, "x#a.html#2": second, "x#c.html": third}


def test_a_zip_file_without_its_directory_is_read_by_the_headers() -> None:
    for streamed in (False, True):
        raw = zipped(PAGES, streamed=streamed)
        found, (problem,) = read(raw[: raw.find(b"PK\x01\x02")])
        assert found == ALL
        assert "its directory is missing or damaged" in str(problem)


def test_a_directory_that_misleads() -> None:
    raw = zipped(PAGES)
    place = raw.find(b"PK\x01\x02", raw.find(b"PK\x01\x02") + 1) + 42
    found, problems = read(raw[:place] + struct.pack("<L", 7) + raw[place + 4 :])
    assert found == ALL
    assert problems == []
    found, problems = read(b"PK\x03\x04" + raw[4:].replace(b"PK\x03\x04", b"PK\x03\x05", 1))
    assert len(found) == 4
    assert "there is no header of it at byte" in str(problems[0])


def test_a_damaged_member_leaves_the_others() -> None:
    raw = zipped(PAGES, 0)
    place = raw.find("Страница 3".encode())
    found, (problem,) = read(raw[:place] + b"X" + raw[place + 1 :])
    assert [name for name, content in found.items() if content != ALL[name]] == [f"x#{NAMES[2]}"]
    assert str(problem).startswith(f"x#{NAMES[2]}: its ")
    assert "check sum" in str(problem)


def test_tar_cut_holed_and_without_a_header() -> None:
    raw = tarred(PAGES, tarfile.GNU_FORMAT)
    second = raw.find(b"ustar", 512 + 257) - 257
    found, problems = read(raw[: second + 600])
    assert found == {f"x#{NAMES[0]}": PAGES[NAMES[0]], f"x#{NAMES[1]}": PAGES[NAMES[1]][:88]}
    assert "cut off: 88 of" in str(problems[0])
    found, problems = read(raw[: second + 600] + raw[second + 650 :])
    assert [name for name, content in found.items() if content != ALL[name]] == [f"x#{NAMES[1]}"]
    assert "some are missing or strange" in str(problems[0])
    found, problems = read(raw[:second] + b"?" + raw[second + 1 :])
    assert found.keys() == ALL.keys() - {f"x#{NAMES[1]}"}
    assert f"no member begins between bytes {second} and" in str(problems[0])


def test_links_and_special_files_of_a_tar() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (("връзка", tarfile.SYMTYPE), ("тръба", tarfile.FIFOTYPE), ("папка", tarfile.DIRTYPE)):
            header = tarfile.TarInfo(name)
            header.type = kind
            archive.addfile(header)
    links = ["x#връзка: a link", "x#тръба: a sparse or special file"]
    told = [it.partition(" (")[0] for it in said(out.getvalue())]
    assert told == [*links, "x: holds no files that can be read"]


@pytest.mark.parametrize(
    "make", [zipped, lambda it: zipped(it, 0, streamed=True), tarred, lambda it: gzip.compress(tarred(it))]
)
def test_whatever_is_cut_or_flipped_healthy_members_are_read(make: Callable[[dict[str, bytes]], bytes]) -> None:
    raw, chance = make(PAGES), random.Random(7)
    packed = raw.startswith(b"\x1f")
    for turn in range(80):
        broken, at = bytearray(raw), chance.randrange(600 if not packed else 20, len(raw))
        if turn % 2:
            broken[at] ^= 1 << chance.randrange(8)
        else:
            del broken[at : at + chance.randrange(1, 300)]
        found, problems = read(bytes(broken))
        whole = [it for it in found.values() if it in PAGES.values()]
        assert len(whole) >= (0 if packed else 3), (turn, at)
        assert problems or len(whole) >= 4, (turn, at)
        assert all(it.source.startswith("x") and it.remedy for it in problems)


@pytest.fixture
def _small_caps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "FREE_BYTES", 1 << 20)
    monkeypatch.setattr(streams, "MOST_TIMES", 20)
    monkeypatch.setattr(containers, "MOST_BYTES", 1 << 18)
    monkeypatch.setattr(streams, "MOST_IN_MEMORY", 1 << 19)


@pytest.mark.usefixtures("_small_caps")
@pytest.mark.parametrize("compress", COMPRESSED)
def test_a_bomb_is_left_after_the_cap(compress: Callable[[bytes], bytes]) -> None:
    bomb = compress(b"\0" * (4 << 20))
    assert "and not a container" in said(bomb)[0]
    found, problems = read(compress(tarred({"а.html": PAGE, "бомба": b"a" * (4 << 20), "в.html": PAGE})))
    assert list(found) == ["x#а.html"]
    assert [type(it) for it in problems][:1] == [TooMuch]
    assert any("come out of the file" in str(it) for it in problems)


@pytest.mark.usefixtures("_small_caps")
def test_bombs_in_a_zip_file() -> None:
    inner = zipped({"0": b"\0" * (1 << 18)})
    found, problems = read(zipped({f"{number}.zip": inner for number in range(30)} | {"край.html": PAGE}))
    assert sum("come out of the file" in str(it) for it in problems) == 1
    assert len(found) < 8
    (large,) = said(gzip.compress(zipped({"а": random.Random(1).randbytes(1 << 20)})))
    assert "that are read from their end, in another container" in large


def test_an_address_for_many_pages_is_refused_and_they_are_read() -> None:
    found, (problem,) = read(zipped(PAGES), Given(url="http://a.bg/"))
    assert found == ALL
    assert "--url is the address of one page" in str(problem)
    crawl = (ROOT / "samples" / "broken" / "healthy.warc").read_bytes()
    for raw in (crawl, gzip.compress(crawl), crawl[100:], b'{"url": "http://b.bg/", "text": "x"}\n' * 2):
        found, problems = read(raw, Given(url="http://a.bg/"))
        assert found == read(raw)[0]
        assert sum("--url is the address of one page" in str(it) for it in problems) == 1
    assert captures(gzip.compress(PAGE), Given(url="http://a.bg/"))[0].url == "http://a.bg/"


def test_records_of_containers_name_their_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "огледало.zip"
    path.write_bytes(zipped({"а.html": b"<p>IBAN: BG80 BNBG 9661 1020 3456 78", "б.txt": PAGE}))
    pages = pages_only(list(open_pages(list_files([str(path)]))))
    assert [it.source for it in pages] == [f"{path}#а.html", f"{path}#б.txt"]
    told = CliRunner().invoke(explain, [f"{path}#а.html"])
    assert "BG80BNBG96611020345678" in told.output
    told = CliRunner().invoke(explain, [str(path)])
    assert told.exit_code == 2
    assert "`govarchive extract` lists the sources" in told.output
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(path.read_bytes())))
    assert [it.source for it in open_pages(["-"])] == ["-#а.html", "-#б.txt"]


def test_an_empty_container_says_so() -> None:
    (told,) = read(zipped({}))[1]
    assert isinstance(told, EmptyPage)
    assert "holds no files" in said(zipped({"папка/": b""}))[0]


def test_a_torn_page_without_text_is_one_reject(tmp_path: Path) -> None:
    path = tmp_path / "а.html.gz"
    path.write_bytes(gzip.compress(b"<html><body><script>" + b"a = 1;" * 999)[:-9])
    (said,) = invoke("extract", str(path)).stderr.splitlines()
    assert "damaged" in said or "cut off" in said
    done = invoke("import", str(path), "--archive", str(tmp_path / "а.db"), "--jobs", "1")
    assert "1 rejected (1 Damaged)" in done.stderr
