"""PDF files: text with its pages, and what is rejected: scans, unknown letters, passwords, damage."""

import logging
import random
from collections.abc import Sequence
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
import warcs
from making import page_of, pages_only

from govarchive.errors import Damaged, NotText, PageError, TooMuch
from govarchive.pages import open_pages, pdf

FIRST = [
    "Община Видин, отдел „Местни данъци и такси“",
    "Телефон за справки: 094/ 60 12 34",
    "IBAN: BG80 BNBG 9661 1020 3456 78",
]
SECOND = ["Кметът приема граждани всеки вторник от 14 до 16 часа"]


def made(pages: Sequence[Sequence[str]], *, letters: bool = True) -> bytes:
    """A PDF file with lines of text; without `letters` it does not tell what its glyphs stand for."""
    alphabet = sorted({letter for page in pages for line in page for letter in line})
    code = {letter: number for number, letter in enumerate(alphabet, 1)}
    table = "\n".join(f"<{code[it]:04x}> <{ord(it):04x}>" for it in alphabet)
    space = "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange"
    cmap = f"{space} {len(alphabet)} beginbfchar\n{table}\nendbfchar endcmap"
    font = "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]"
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        font + "/ToUnicode 5 0 R" * letters + ">>",
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/F{system}>>",
        _stream(cmap),
    ]
    for number, page in enumerate(pages):
        lines = "".join(f"<{''.join(f'{code[it]:04x}' for it in line)}> Tj 0 -14 Td " for line in page)
        resources = "/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 600 800]"
        objects.append(f"<</Type/Page/Parent 2 0 R{resources}/Contents {7 + 2 * number} 0 R>>")
        objects.append(_stream(f"BT /F 12 Tf 50 700 Td {lines}ET" if page else ""))
    return _file(objects)


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, it in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{it}endobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>"
    return out + f"{tail}\nstartxref\n{len(out)}\n%%EOF".encode()


def test_one_that_a_crawler_brought_home(tmp_path: Path) -> None:
    fetched = warcs.http(made([SECOND]), kind="application/pdf")
    (tmp_path / "а.warc").write_bytes(warcs.record(fetched, warcs.named(1)))
    (page,) = pages_only(list(open_pages([str(tmp_path / "а.warc")])))
    assert (page.text, page.media_type) == ("\n".join(SECOND), "application/pdf")
    assert page.url == "http://gorno-selo.example/1"


def test_text_with_a_block_for_each_page() -> None:
    page = page_of(made([FIRST, [], SECOND]), source="а.pdf")
    assert page.text == "\n".join(FIRST) + "\n\n" + SECOND[0]
    assert [page.text[it.start : it.stop] for it in page.blocks] == ["\n".join(FIRST), SECOND[0]]
    assert (page.media_type, page.encoding_from) == ("application/pdf", "pdf, 1 of 3 pages without text")


def test_each_file_leaves_no_handler_behind() -> None:
    page_of(made([FIRST]))
    handlers = logging.getLogger("pypdf").handlers[:]
    page_of(made([SECOND]))
    assert logging.getLogger("pypdf").handlers == handlers


@pytest.mark.parametrize("before", [b"\n", b"\xef\xbb\xbf", b"<br />\n<b>Warning</b>: on line 3<br />\n"])
def test_something_little_before_it(before: bytes) -> None:
    page = page_of(before + made([FIRST]))
    assert page.text == page_of(made([FIRST])).text
    assert page.encoding_from == f"pdf, begins at byte {len(before)}"
    assert page_of(b"<p>A file begins with\n%PDF-1.4\nand not otherwise.").media_type == "text/html"


def test_letters_that_are_not_told_are_no_text() -> None:
    with pytest.raises(NotText, match=r"а\.pdf: .* does not tell its letters \(page 1, 2\) \(print it anew"):
        page_of(made([FIRST, SECOND], letters=False), source="а.pdf")


def test_misread_text_is_told_from_words() -> None:
    assert pdf.is_readable("Plain English, as in many a PDF file.\n" * 3)
    assert pdf.is_readable("12 345\n67")
    assert not pdf.is_readable("Ъьщюя фщхжьъц ыгюпзк цщшфьъ жюьщ" * 3)
    assert not pdf.is_readable("Община \x01\x02\x03\x04\x05\x06\x07 Видин")


def test_scanned() -> None:
    with pytest.raises(NotText, match=r"2 pages without text: scanned \(read it first, as with: ocrmypdf"):
        page_of(made([[], []]))


def test_locked() -> None:
    pypdf = import_module("pypdf")
    for password, readable in (("", True), ("тайна", False)):
        writer, out = pypdf.PdfWriter(clone_from=BytesIO(made([FIRST]))), BytesIO()
        writer.encrypt(password, "owner", algorithm="RC4-128")
        writer.write(out)
        if readable:
            assert page_of(out.getvalue()).text == "\n".join(FIRST)
        else:
            with pytest.raises(NotText, match="asks for a password"):
                page_of(out.getvalue())


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    with pytest.raises(TooMuch, match="of 2 pages, and 1 at most are read"):
        page_of(made([FIRST, SECOND]))
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    monkeypatch.setattr(pdf, "MOST_SECONDS", -1)
    with pytest.raises(TooMuch, match="were not enough"):
        page_of(made([FIRST, SECOND]))
    monkeypatch.setattr(pdf, "MOST_BYTES", 100)
    with pytest.raises(TooMuch, match="a PDF file of"):
        page_of(made([FIRST]))


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(pdf, "import_module", missing)
    with pytest.raises(NotText, match=r"this is a PDF file \(pip install 'govarchive\[pdf\]'"):
        page_of(made([FIRST]))


def test_damage_is_said_and_never_makes_other_text() -> None:
    raw, chance = made([FIRST, SECOND]), random.Random(5)
    healthy = {*FIRST, *SECOND, ""}
    with pytest.raises(Damaged, match="a damaged PDF file"):
        page_of(b"%PDF-1.7\n" + b"\0" * 400)
    for _ in range(40):
        broken, at = bytearray(raw), chance.randrange(9, len(raw))
        del broken[at : at + chance.randrange(1, 200)]
        try:
            page = page_of(bytes(broken))
        except PageError as problem:
            assert problem.remedy  # noqa: PT017 (either is right)
        else:
            strange = [line for line in page.text.split("\n") if not any(line in it for it in healthy)]
            assert len(strange) <= 4, strange
