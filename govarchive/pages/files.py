"""Paths -> pages: files, folders (recursive), patterns, and `-` for one text from standard input.

What cannot be read is handed out as a `PageError` in the place of its page, so that the rest goes on and the caller
counts and names it.
"""

import errno
import glob
import hashlib
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from govarchive.errors import EmptyPage, NotText, PageError, SkippedPage
from govarchive.model import Block, Page
from govarchive.pages import html
from govarchive.pages.charset import declared_encoding, decode
from govarchive.pages.sniff import is_html, kind_of, own_file
from govarchive.pages.text import clean

STDIN = "-"
_MOST_BYTES = 16 << 20
"""Of one page: some hundred times the longest decision of a council; more is a dump of something else."""
_MOST_READ = 8 * _MOST_BYTES
# data:image/png;base64,iVBORw0KGgo...
_EMBEDDED = re.compile(rb"data:[a-zA-Z0-9.+/-]{1,100}(?:;[a-z0-9=-]{1,40})?;base64,[A-Za-z0-9+/=\s]+")


def list_files(paths: Iterable[str]) -> Iterator[str | PageError]:
    """The files under `paths` in a stable order, each once; a PageError stands for a path that leads to none."""
    seen: set[str] = set()
    real_folder = lru_cache(64)(os.path.realpath)  # of the files of a folder, asked for once
    for path in paths:
        for found in _expand(path):
            where = str(found) if isinstance(found, PageError) or found == STDIN else _real(found, real_folder)
            if where not in seen:
                seen.add(where)
                yield found


def _real(path: str, real_folder: Callable[[str], str]) -> str:
    """The file that a path leads to in the end."""
    if os.path.islink(path):  # noqa: PTH114
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    return f"{real_folder(folder)}/{name}"


def open_pages(
    files: Iterable[str | PageError], url: str | None = None, captured_at: str | None = None
) -> Iterator[Page | PageError]:
    """The pages that `files` (of `list_files`) hold; a PageError stands for what gave none.

    `url` is the address of the one page given, `captured_at` (ISO 8601) holds for all of them.
    """
    for found in files:
        yield found if isinstance(found, PageError) else _open(found, url, captured_at)


def page_from_text(text: str, source: str = STDIN, url: str | None = None, captured_at: str | None = None) -> Page:
    """The page of a text already decoded. Raises EmptyPage when there is nothing in it."""
    return _page(clean(text), source, text.encode("utf-8", "surrogatepass"), url, captured_at)


def page_from_bytes(raw: bytes, source: str, url: str | None = None, captured_at: str | None = None) -> Page:
    """The page that `raw` holds, text or HTML told apart by content.

    Raises EmptyPage, NotText (binary, or no known encoding), SkippedPage (files of govarchive's own) and PageError for
    more than 16 MB.
    """
    _check_kind(raw, source)
    markup = is_html(raw)
    read = _without_pictures(raw) if markup and len(raw) > _MOST_BYTES else raw
    if len(read) > _MOST_BYTES:
        raise _too_large(read, source)
    try:
        decoded = decode(read, declared_encoding(raw) if markup else None)
    except NotText as problem:
        raise NotText(problem.message, source=source, remedy=problem.remedy) from None
    if not markup:
        return _page(clean(decoded.text), source, raw, url, captured_at, decoded.encoding, decoded.decided_by)
    parsed = html.parse(decoded.text)
    if not parsed.text:
        raise EmptyPage("no visible text in it", source=source, remedy="nothing to do")
    return Page(
        text=parsed.text,
        source=source,
        sha256=hashlib.sha256(raw).hexdigest(),
        url=url,
        captured_at=captured_at,
        media_type="text/html",
        encoding=decoded.encoding,
        encoding_from=decoded.decided_by,
        title=parsed.title,
        dates=parsed.dates,
        blocks=parsed.blocks,
    )


def _check_kind(raw: bytes, source: str) -> None:
    """Raises what stands for the page of a file that is no text."""
    own = own_file(raw)
    if own is not None:
        raise SkippedPage(f"holds {own}, not a page", source=source, remedy="nothing to do")
    what = kind_of(raw)
    if what is not None:
        raise NotText(f"this is {what}, not text or HTML", source=source, remedy="convert it to text or HTML first")


def _without_pictures(raw: bytes) -> bytes:
    """The mark-up without the files that are written into it in base 64."""
    return _EMBEDDED.sub(b"data:,", raw)


def _too_large(raw: bytes, source: str) -> PageError:
    said = f"{len(raw) / (1 << 20):.0f} MB" if len(raw) <= _MOST_READ else f"more than {_MOST_READ >> 20} MB"
    return PageError(f"{said}, and a page has {_MOST_BYTES >> 20} at most", source=source, remedy="split it into pages")


def _page(
    text: str,
    source: str,
    raw: bytes,
    url: str | None,
    captured_at: str | None,
    encoding: str = "utf-8",
    decided_by: str = "given",
) -> Page:
    if not text.strip():
        raise EmptyPage("no text in it", source=source, remedy="nothing to do")
    blocks = (Block("paragraph", 0, len(text)),)
    digest = hashlib.sha256(raw).hexdigest()
    return Page(text, source, digest, url, captured_at, "text/plain", encoding, decided_by, None, {}, blocks)


def _open(path: str, url: str | None, captured_at: str | None) -> Page | PageError:
    source = _printable(path)
    try:
        return page_from_bytes(_bytes_of(path, source), source, url, captured_at)
    except PageError as problem:
        return problem
    except OSError as problem:
        return _unreadable(problem, source)


def _bytes_of(path: str, source: str) -> bytes:
    """What a file holds. Raises PageError for one that memory may not."""
    if path == STDIN:
        raw = _stdin().read(_MOST_READ + 1)
    else:
        with Path(path).open("rb") as file:
            raw = file.read(_MOST_READ + 1)
    if len(raw) > _MOST_READ:
        raise _too_large(raw, source)
    return raw


def _stdin() -> BinaryIO:
    if sys.stdin is None:  # pragma: no cover (closed by the shell: `<&-`)
        raise OSError(errno.EBADF, "there is no standard input")
    return sys.stdin.buffer


def _printable(path: str) -> str:
    """The path as it can be written out: the bytes of a name that are no UTF-8 become hexadecimal escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _unreadable(problem: OSError, source: str) -> PageError:
    remedy = "check the permissions" if isinstance(problem, PermissionError) else "check the path"
    return PageError(f"cannot be read: {problem.strerror or problem}", source=source, remedy=remedy)


def _expand(path: str) -> Iterator[str | PageError]:
    """The files that a path or pattern given by the user stands for."""
    try:
        there = os.path.lexists(path)
        if path == STDIN or there or not glob.has_magic(path):
            yield from _at(path)
            return
        matches = sorted(glob.glob(path, recursive=True))
    except OSError as problem:
        yield _unreadable(problem, _printable(path))
        return
    if not matches:
        yield PageError("no file matches this pattern", source=_printable(path), remedy="check the pattern")
    for match in matches:
        yield from _at(match, pipes=False)


def _at(path: str, *, pipes: bool = True) -> Iterator[str | PageError]:
    """The files at a path, taken letter by letter."""
    if path and Path(path).is_dir():
        yield from _folder(path)
    else:
        yield _file(path, pipes=pipes)


def _file(path: str, *, pipes: bool) -> str | PageError:
    """The path if there is a file; `pipes` lets named pipes count, which would hang where nobody named them."""
    if path == STDIN:
        return path
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 (Path("") would be the working folder)
    except FileNotFoundError:
        if os.path.lexists(path):
            return PageError("a link that leads nowhere", source=_printable(path), remedy="mend or remove the link")
        return PageError("no such file or folder", source=_printable(path), remedy="check the path")
    except (OSError, ValueError) as problem:
        return _unreadable(problem if isinstance(problem, OSError) else OSError(str(problem)), _printable(path))
    if stat.S_ISREG(mode) or (pipes and stat.S_ISFIFO(mode)):
        return path
    return PageError(
        "neither a file nor a folder", source=_printable(path), remedy="give a file, a folder or a pattern"
    )


def _folder(folder: str) -> Iterator[str | PageError]:
    """The files below a folder in the order of their names; hidden ones (`.git`) are left out, folders by links too."""
    empty = True
    problems: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                empty = False
                yield _file(_below(where, name), pipes=False)
        for linked in (_below(where, name) for name in folders):
            if os.path.islink(linked):  # noqa: PTH114
                empty = False
                # It may lead out of the folder, or round in circles.
                yield SkippedPage("a link to a folder", source=_printable(linked), remedy="name that folder as well")
    for problem in problems:
        yield _unreadable(problem, _printable(str(problem.filename)))
    if empty and not problems:
        yield PageError("a folder without files", source=_printable(folder), remedy="give the folder of the pages")


def _below(folder: str, name: str) -> str:
    return os.path.join(folder, name)  # noqa: PTH118 (the path as the user gave it, `./` included)
