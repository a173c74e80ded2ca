"""Files -> captures -> pages; what cannot be read is handed out as a `PageError` in the place of its page."""

import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import BinaryIO, TypeVar

from govarchive.errors import Damaged, EmptyPage, NotText, PageError, SkippedPage, TooMuch
from govarchive.model import Block, Page
from govarchive.pages import feed, html, pdf
from govarchive.pages.capture import NOTHING, Capture, Given
from govarchive.pages.charset import Decoded, declared_encoding, decode, decode_as
from govarchive.pages.containers.tree import Tree
from govarchive.pages.files import STDIN, printable, unreadable
from govarchive.pages.pdf import is_pdf
from govarchive.pages.sniff import is_html, kind_of, of_crawl, own_file
from govarchive.pages.text import clean

_Found = TypeVar("_Found")
_MOST_BYTES = 16 << 20
"""Of one page: some hundred times the longest decision of a council; more is a dump of something else."""
# data:image/png;base64,iVBORw0KGgo...
_EMBEDDED = re.compile(rb"data:[a-zA-Z0-9.+/-]{1,100}(?:;[a-z0-9=-]{1,40})?;base64,[A-Za-z0-9+/=\s]+")
# Text cut out of a page, with its letters as references and no tag beside them: &#1082;&#1084;&#x435;
_ESCAPED = re.compile(r"&\#(?:1[01][0-9]{2}|[xX]0?4[0-9a-fA-F]{2});(?:&\#(?:1[01][0-9]{2}|[xX]0?4[0-9a-fA-F]{2});){2}")


def open_captures(
    files: Iterable[str | PageError], given: Given = NOTHING, on_open: Callable[[BinaryIO], None] = lambda _: None
) -> Iterator[Capture | PageError]:
    """The captures that `files` (of `list_files`) hold, containers opened; a PageError stands for what gave none.

    `on_open` is given each file when it is opened, to see how far it has been read.
    """
    tree = Tree(os.path.isfile)
    for found in files:
        if isinstance(found, PageError):
            yield found
            continue
        source = printable(found)
        try:
            with _opened(found) as file:
                on_open(file)
                yield from tree.captures(source, file, given, 0)
        except OSError as problem:
            yield unreadable(problem, source)
    yield from tree.left_out()


def open_pages(
    files: Iterable[str | PageError],
    url: str | None = None,
    captured_at: str | None = None,
    *,
    encoding: str | None = None,
    fields: Mapping[str, str] = NOTHING.fields,
) -> Iterator[Page | PageError]:
    """The pages that `files` (of `list_files`) hold; a PageError stands for what gave none.

    `url`, `captured_at` (ISO 8601), `encoding` and `fields` are what the user says of them: see `Given`.
    """
    given = Given(url, captured_at, encoding, fields)
    found = open_captures(files, given)
    yield from once_each(it if isinstance(it, PageError) else page_or_reject(it, given) for it in found)


def once_each(found: Iterable[_Found]) -> Iterator[_Found]:
    """What was found; of a page that is torn, and has no text for that, only that it is torn."""
    waiting: _Found | None = None
    for it in found:
        torn = isinstance(it, Damaged) and isinstance(waiting, EmptyPage) and it.source == waiting.source
        if waiting is not None and not torn:
            yield waiting
        waiting = it if isinstance(it, EmptyPage) else None
        if waiting is None:
            yield it
    if waiting is not None:
        yield waiting


def page_or_reject(capture: Capture, given: Given = NOTHING) -> Page | PageError:
    """The page of a capture, or the reject that stands for it."""
    try:
        return page_of(capture, given)
    except PageError as problem:
        return problem.as_reject()


def page_from_text(text: str, source: str = STDIN, url: str | None = None, captured_at: str | None = None) -> Page:
    """The page of a text already decoded. Raises EmptyPage when there is nothing in it."""
    return _plain(clean(text), Capture(text.encode("utf-8", "surrogatepass"), source, url, captured_at))


def page_from_bytes(raw: bytes, source: str, url: str | None = None, captured_at: str | None = None) -> Page:
    """The page that `raw` holds, text or HTML told apart by content. Raises what `page_of` does."""
    return page_of(Capture(raw, source, url, captured_at))


def page_of(capture: Capture, given: Given = NOTHING) -> Page:
    """The page of a capture, text or HTML told apart by content.

    Raises EmptyPage, NotText (binary, or no known encoding), SkippedPage (files of govarchive's own and of crawlers)
    and PageError for more than 16 MB; InvalidFormat when the user gave an encoding that nobody knows.
    """
    raw, source = capture.raw, capture.source
    if capture.original:
        when = capture.original.captured_at or "an earlier date"
        said = f"refers to a capture of {when} and has no text of its own"
        raise SkippedPage(said, source=source, remedy="`govarchive import` resolves it")
    if is_pdf(raw):
        return _pdf(capture)
    _check_kind(raw, source)
    markup = is_html(raw)
    read = _without_pictures(raw) if markup and len(raw) > _MOST_BYTES else raw
    if len(read) > _MOST_BYTES:
        raise _too_large(read, source)
    try:
        decoded = _decoded(read, capture.charset, given, markup=markup)
    except NotText as problem:
        raise NotText(problem.message, source=source, remedy=problem.remedy) from None
    if not markup:
        text = unescape(decoded.text) if _ESCAPED.search(decoded.text) else decoded.text
        return _plain(clean(text), capture, decoded.encoding, decoded.decided_by)
    return _drawn(decoded, capture)


def _decoded(raw: bytes, http: str | None, given: Given, *, markup: bool) -> Decoded:
    if given.encoding is not None:
        return decode_as(raw, given.encoding)
    return decode(raw, declared_encoding(raw) if markup else None, http)


def _drawn(decoded: Decoded, capture: Capture) -> Page:
    """The page that mark-up draws. Raises EmptyPage."""
    parsed = html.parse(feed.as_html(decoded.text) if feed.is_feed(decoded.text) else decoded.text)
    if not parsed.text:
        raise EmptyPage("no visible text in it", source=capture.source, remedy="nothing to do")
    return Page(
        text=parsed.text,
        source=capture.source,
        sha256=hashlib.sha256(capture.raw).hexdigest(),
        url=capture.url,
        captured_at=capture.captured_at,
        media_type="text/html",
        encoding=decoded.encoding,
        encoding_from=decoded.decided_by,
        title=parsed.title,
        dates=parsed.dates,
        blocks=parsed.blocks,
    )


def _pdf(capture: Capture) -> Page:
    try:
        found = pdf.read(capture.raw)
    except PageError as problem:
        raise type(problem)(problem.message, source=capture.source, remedy=problem.remedy) from None
    page = _plain(found.text, capture, decided_by=found.told)
    return replace(page, media_type="application/pdf", title=found.title, blocks=found.blocks)


def _check_kind(raw: bytes, source: str) -> None:
    """Raises what stands for the page of a file that is no text."""
    beside = own_file(raw) or of_crawl(raw)
    if beside is not None:
        raise SkippedPage(f"holds {beside}, not a page", source=source, remedy="nothing to do")
    what = kind_of(raw)
    if what is not None:
        raise NotText(f"this is {what}, not text or HTML", source=source, remedy="convert it to text or HTML first")


def _without_pictures(raw: bytes) -> bytes:
    """The mark-up without the files that are written into it in base 64."""
    return _EMBEDDED.sub(b"data:,", raw)


def _too_large(raw: bytes, source: str) -> PageError:
    said = f"{len(raw) / (1 << 20):.0f} MB"
    return TooMuch(f"{said}, and a page has {_MOST_BYTES >> 20} at most", source=source, remedy="split it into pages")


def _plain(text: str, capture: Capture, encoding: str = "utf-8", decided_by: str = "given") -> Page:
    if not text.strip():
        raise EmptyPage("no text in it", source=capture.source, remedy="nothing to do")
    blocks = (Block("paragraph", 0, len(text)),)
    digest = hashlib.sha256(capture.raw).hexdigest()
    return Page(
        text,
        capture.source,
        digest,
        capture.url,
        capture.captured_at,
        "text/plain",
        encoding,
        decided_by,
        None,
        {},
        blocks,
    )


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    """The file at a path; standard input stays open when it was read."""
    return nullcontext(sys.stdin.buffer) if path == STDIN else Path(path).open("rb")
