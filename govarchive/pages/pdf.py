"""PDF -> text, a block for each page of it; with the extra `pdf`, which installs pypdf.

A PDF draws glyphs; what letters they are stands in a table that some programs leave out. Text without it is garbage,
which is told by its letters and rejected: a wrong record is worse than none. Scanned pages have no text at all.
"""

import logging
import re
import time
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any, NamedTuple

from govarchive.errors import Damaged, NotText, PageError, TooMuch
from govarchive.model import Block
from govarchive.pages.likeness import LETTER, is_bulgarian, is_latin
from govarchive.pages.mojibake import repaired
from govarchive.pages.text import clean

MOST_BYTES = 64 << 20
MOST_PAGES = 3000
MOST_SECONDS = 120
"""For a whole file; it is looked at between two pages."""

_MARK = b"%PDF-"
_NEAR = 1 << 10
"""Bytes in which a file may begin, as programs that show them allow: scripts send a line end or a warning before it."""

_BEGINS = re.compile(rb"(?:^|\xef\xbb\xbf|>)[ \t]*(?=%PDF-[12]\.[0-9]\s)", re.MULTILINE)
_OBJECT, _OBJECT_NEAR = b" obj", 2 << 10
"""Which a page about such files does not show."""

# What glyphs without a table become: controls, private use, unknown.
_NO_LETTER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_MOST_NO_LETTERS = 0.01
_FEW_NO_LETTERS = 5
_FEW_LETTERS = 20
_MOST_BAD_LINES = 0.1
_BETWEEN = "\n\n"
_TITLE = re.compile(r"[^\x00-\x1f\x7f]{1,300}")
_UNHEARD = logging.NullHandler()
"""For the log of pypdf, which else tells of each oddity on stderr; one, as a log takes another for each file."""


class PdfText(NamedTuple):
    """The text, a block for each page with text, the title in the metadata, and what should be said of the reading."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    told: str


def is_pdf(raw: bytes) -> bool:
    """Whether it begins as a PDF file, perhaps with something little before it."""
    return raw.startswith(_MARK) or _start(raw) > 0


def _start(raw: bytes) -> int:
    """Where the file begins in what a server sent; 0 where nothing is before it, or no such file begins."""
    if raw.startswith(_MARK) or _MARK not in raw[: _NEAR + len(_MARK)]:
        return 0
    found = _BEGINS.search(raw, 0, _NEAR)
    return found.end() if found and _OBJECT in raw[found.end() : found.end() + _OBJECT_NEAR] else 0


def read(raw: bytes) -> PdfText:
    """The text of a PDF file. Raises PageError (without its source) for one that is too large, locked or damaged.

    NotText is for one without text, or whose letters cannot be told.
    """
    if len(raw) > MOST_BYTES:
        raise TooMuch(f"a PDF file of {len(raw) >> 20} MB, and {MOST_BYTES >> 20} at most are read", remedy="split it")
    start = _start(raw)
    reader = _opened(raw[start:])
    try:
        pages = list(reader.pages)
    except Exception as problem:  # pypdf raises whatever a damaged structure leads to
        raise _damaged(problem) from None
    if len(pages) > MOST_PAGES:
        raise TooMuch(f"a PDF file of {len(pages)} pages, and {MOST_PAGES} at most are read", remedy="split it")
    raw_texts = list(_texts(pages))
    texts = [repaired(it or "")[0] for it in raw_texts]
    unread = raw_texts.count(None)
    _check(texts, unread)
    found = _joined([clean(it).strip() for it in texts], unread, reader)
    return found._replace(told=f"{found.told}, begins at byte {start}") if start else found


def _opened(raw: bytes) -> Any:
    try:
        pypdf = import_module("pypdf")
    except ImportError:
        raise NotText("this is a PDF file", remedy="pip install 'govarchive[pdf]', or convert it to text") from None
    logging.getLogger("pypdf").addHandler(_UNHEARD)
    try:
        reader = pypdf.PdfReader(BytesIO(raw), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as problem:  # see above
        raise _damaged(problem) from None
    if locked:
        raise NotText("a PDF file that asks for a password", remedy="save it again without one")
    return reader


def _texts(pages: list[Any]) -> Iterator[str | None]:
    """The text of each page, None for one that is damaged. Raises TooMuch after two minutes of the processor's time."""
    start = time.process_time()
    for number, page in enumerate(pages, 1):
        try:
            text = page.extract_text()
        except Exception:  # counted, and said with the page
            text = None
        yield text
        if time.process_time() - start > MOST_SECONDS:
            said = f"{MOST_SECONDS} s were not enough for the {len(pages)} pages of a PDF file, but for {number}"
            raise TooMuch(said, remedy="split it, or convert it to text first")


def _check(texts: list[str], unread: int) -> None:
    """Raises what stands for a file without text, or with text that is none."""
    if unread == len(texts):
        raise Damaged("a damaged PDF file: no page of it can be read", remedy="fetch it again")
    if not any(map(str.strip, texts)):
        raise NotText(
            f"a PDF file of {len(texts)} pages without text: scanned", remedy="read it first, as with: ocrmypdf -l bul"
        )
    bad = [str(number) for number, text in enumerate(texts, 1) if not is_readable(text)]
    if bad:
        raise NotText(
            f"a PDF file that does not tell its letters (page {', '.join(bad[:5])})",
            remedy="print it anew, or read it as a picture with: ocrmypdf --force-ocr -l bul",
        )


def is_readable(text: str) -> bool:
    """Whether the text of a page consists of words, as far as its letters tell.

    >>> is_readable("Кметът на общината приема всеки вторник."), is_readable("Ϗϐϱϩ ϭϦϱϯϣϯ ϋϭϦϳϻϳ ϮϡϯϢϺϩϮϡ")
    (True, False)
    """
    strange = len(_NO_LETTER.findall(text))
    if strange > max(_FEW_NO_LETTERS, _MOST_NO_LETTERS * len(text)):
        return False
    if len(LETTER.findall(text)) < _FEW_LETTERS:
        return True
    lines = [line for line in text.split("\n") if len(LETTER.findall(line)) >= _FEW_LETTERS] or [text]
    bad = sum(not (line.isascii() or is_bulgarian(line, 1) or is_latin(line)) for line in lines)
    return bad <= max(len(lines) * _MOST_BAD_LINES, len(lines) > 1)


def _joined(texts: list[str], unread: int, reader: Any) -> PdfText:
    blocks, at = [], 0
    for text in filter(None, texts):
        blocks.append(Block("paragraph", at, at + len(text)))
        at += len(text) + len(_BETWEEN)
    without = {"damaged": unread, "without text": sum(not text for text in texts) - unread}
    told = [f"{number} of {len(texts)} pages {what}" for what, number in without.items() if number]
    return PdfText(_BETWEEN.join(filter(None, texts)), tuple(blocks), _title(reader), ", ".join(["pdf", *told]))


def _title(reader: Any) -> str | None:
    try:
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except Exception:  # damaged; the page is there all the same
        return None
    words = " ".join(clean(title).split())
    return words if _TITLE.fullmatch(words) else None


def _damaged(problem: Exception) -> PageError:
    said = str(problem).partition("\n")[0][:200] or type(problem).__name__
    return Damaged(f"a damaged PDF file: {said}", remedy="fetch it again")
