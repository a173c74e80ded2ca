"""MHTML: a page with all that belongs to it in one file, as browsers save it (`.mht`); letters are told from it.

Each HTML part is a page: the one that the file is about, and its frames. Pictures, styles and scripts are counted.
"""

import quopri
import re
from collections import Counter
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from typing import BinaryIO

from govarchive.errors import Damaged, NotText, PageError, SkippedPage, TooMuch
from govarchive.pages.address import unwrapped
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers import MOST_BYTES
from govarchive.pages.containers.mhtml_marks import mended
from govarchive.pages.containers.rows import moment
from govarchive.pages.sniff import is_html
from govarchive.text.terminal import on_one_line

_FIRST_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,20}[A-Za-z][A-Za-z0-9-]{1,40}:")
_MIME = re.compile(rb"^MIME-Version:[ \t]*1\.0", re.IGNORECASE | re.MULTILINE)
_END_OF_HEAD = re.compile(rb"\r?\n[ \t]*\r?\n")
_PAGES = ("text/html", "application/xhtml+xml")
_OF_PAGES = ("Snapshot-Content-Location", "Content-Location")
_OF_LETTERS = ("To", "Cc", "Received", "Return-Path", "Delivered-To", "In-Reply-To")
_WORDS = {"image": "pictures", "font": "fonts", "audio": "sound and film", "video": "sound and film"}
# Zeros, or bytes of ones, as `str` shows those of a message.
_HARM = re.compile(r"\\x00|\\udcff\\udcff")
# A line that goes on, with blanks that were put behind it on its way (RFC 2045, 6.7).
_GOES_ON = re.compile(rb"=[ \t]+(?=\r?\n)")
_AGAIN = "save the page again"
_MOST_PLACES = 5


def sees(head: bytes) -> bool:
    """Whether it begins with the head of a message."""
    return _FIRST_LINE.match(head) is not None and _MIME.search(_END_OF_HEAD.split(_begun(head), 1)[0]) is not None


def _begun(raw: bytes) -> bytes:
    """The file from its first letter on; an editor may have put a mark of its byte order before that."""
    return raw.removeprefix(b"\xef\xbb\xbf").lstrip()


def read(file: BinaryIO, source: str, given: Given, _: int) -> Iterator[Capture | PageError]:
    """The page under the source of the file, its frames under `source#address`; see `Reader`."""
    raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        yield TooMuch(f"more than {MOST_BYTES >> 20} MB in one web archive", source=source, remedy="split it")
        return
    whole = mended(raw)
    try:
        message = BytesParser(policy=compat32).parsebytes(_begun(whole.raw))
        if not _is_letter(message):
            yield from list(_parts(message, source, given))
            if whole.places:
                yield Damaged(_marks_lost(whole.places), source=source, remedy=_AGAIN)
            return
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError) as problem:
        # What the parser of the standard library raises on heads and nestings that nobody writes.
        yield Damaged(f"its parts cannot be told: {type(problem).__name__}", source=source, remedy=_AGAIN)
        return
    remedy = "save what is attached to it, or its text, as files"
    yield NotText("this is an e-mail message, not a page", source=source, remedy=remedy)


def _marks_lost(places: list[int]) -> str:
    first = ", ".join(map(str, places[:_MOST_PLACES])) + (", …" if len(places) > _MOST_PLACES else "")
    return f"the mark between two parts is damaged or missing (before byte {first} of the file)"


def _is_letter(message: Message) -> bool:
    """Whether somebody sent it; the pages in some letters have addresses too, but not the letter."""
    return any(name in message for name in _OF_LETTERS) and not any(name in message for name in _OF_PAGES)


def _parts(message: Message, source: str, given: Given) -> Iterator[Capture | PageError]:
    leaves = [it for it in message.walk() if not it.is_multipart()]
    pages = [it for it in leaves if _is_page(it)]
    pages = pages or [it for it in leaves if it.get_content_type() == "text/plain"][:1]
    cut = any(isinstance(it, CloseBoundaryNotFoundDefect) for part in message.walk() for it in part.defects)
    for number, part in enumerate(pages, 1):
        address = _address(part) or (_address(message) if number == 1 else None)
        name = source if number == 1 else f"{source}#{on_one_line(address or str(number))}"
        yield _capture(part, name, address, message, given if number == 1 else Given(None, given.captured_at))
        if _is_harmed(part) or (cut and part is leaves[-1]):
            yield Damaged("cut off, or its coding is damaged", source=name, remedy=_AGAIN)
    yield from _beside(message, source, given)
    if not pages:
        yield PageError("a web archive without a page", source=source, remedy=_AGAIN)
    if _boundary_lost(message) or (cut and leaves[-1] not in pages):
        yield Damaged("cut off: the mark of its end is missing", source=source, remedy=_AGAIN)
    yield from _others(leaves, pages, source)


def _is_harmed(part: Message) -> bool:
    """Whether a part has not the head that one has, or its bytes are not in the coding they are said to be in."""
    return bool(part.defects or "content-type" not in part or _HARM.search(str(list(part.raw_items()))))


def _is_page(part: Message) -> bool:
    """Whether a part is one by its type, or is one that has lost the head which says so."""
    kind = part.get_content_type()
    if kind in _PAGES or "content-type" in part:
        return kind in _PAGES
    content = part.get_payload(decode=True)
    return isinstance(content, bytes) and is_html(content)


def _beside(message: Message, source: str, given: Given) -> Iterator[Capture | PageError]:
    """The pages that stand before the first mark or behind the last, which no program writes."""
    for where, said in (("before the first part", message.preamble), ("behind the last part", message.epilogue)):
        raw = (said or "").encode("utf-8", "surrogateescape")
        if is_html(raw):
            name = f"{source}#{where}"
            yield Capture(raw, name, None, given.captured_at)
            yield Damaged(f"a part without its head stands {where}", source=name, remedy=_AGAIN)


def _capture(part: Message, source: str, address: str | None, message: Message, given: Given) -> Capture:
    told = unwrapped(address) if address else None
    url, captured_at = told or (None, None)
    return Capture(
        _content(part),
        source,
        given.url or url,
        captured_at or moment(str(message["Date"] or "")) or given.captured_at,
        part.get_content_type(),
        part.get_content_charset(),
    )


def _content(part: Message) -> bytes:
    """The bytes of a part, free of its coding."""
    written, coding = part.get_payload(), str(part["Content-Transfer-Encoding"]).strip().lower()
    if coding == "quoted-printable" and isinstance(written, str) and written.isascii():
        return quopri.decodestring(_GOES_ON.sub(b"=", written.encode("ascii")))
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _address(part: Message) -> str | None:
    """Where a part came from, if that was the web."""
    said = next((part[name] for name in _OF_PAGES if name in part), None)
    address = re.sub(r"\s+", "", str(said or ""))
    return address if re.match(r"https?://[^/]", address) else None


def _boundary_lost(message: Message) -> bool:
    return any(isinstance(it, StartBoundaryNotFoundDefect) for it in message.defects)


def _others(leaves: list[Message], pages: list[Message], source: str) -> Iterator[PageError]:
    counts: Counter[str] = Counter()
    for part in leaves:
        kind, subkind = part.get_content_type().split("/", 1)
        word = "styles" if subkind == "css" else "scripts" if "script" in subkind else _WORDS.get(kind, "other files")
        counts[word] += part not in pages
    said = ", ".join(f"{word}: {number}" for word, number in counts.most_common() if number)
    if said:
        yield SkippedPage(f"holds parts that are no pages ({said})", source=source, remedy="nothing to do")
