"""Files of a site beside each other, in an archive or on disk: which are pages, and which only belong to them.

Left out, but counted and named by their folder, are

- pictures, styles, scripts, fonts, sound and film: in an archive, in a folder named as a host (`www.primer.bg/`), and
  in the folder that a browser saves beside a page (`page.htm` and `page_files/`, `page_файлове/`). Frames in such a
  folder are pages: with a site of frames, they are all there is;
- what the mirroring program wrote for itself: HTTrack's `hts-cache/`, logs and index, `robots.txt`;
- in archives, hidden files, as `list_files` leaves them out of folders, and what macOS puts beside each file.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import BinaryIO

from govarchive.errors import EmptyPage, PageError, SkippedPage
from govarchive.pages.address import is_host
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers import captures_in
from govarchive.pages.containers.streams import as_file, head_of
from govarchive.pages.sniff import is_html, kind_of

_SAVED_FOLDER = re.compile(r"(?P<page>.+)(?:_files|_файлове|_файлы|_fichiers|-Dateien|\.files|_soubory)")
_PAGE_ENDINGS = (".htm", ".html", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".mht", "")
_BY_ENDING = {
    **dict.fromkeys(("css", "less", "scss"), "styles"),
    **dict.fromkeys(("js", "mjs", "map", "download"), "scripts"),
    **dict.fromkeys(("svg", "svgz", "ico", "cur", "bmp", "tif", "tiff", "avif", "psd"), "pictures"),
    **dict.fromkeys(("eot", "ttf", "woff", "woff2", "otf"), "fonts"),
    **dict.fromkeys(("swf", "mp4", "m4v", "avi", "wmv", "mov", "flv", "mp3", "wma", "webm"), "sound and film"),
}
_PICTURES = ("gif", "jpg", "jpeg", "png", "webp")
"""Endings of pictures that are known by content where that is at hand."""

_BY_CONTENT = (("image", "pictures"), ("font", "fonts"), ("sound", "sound and film"), ("film", "sound and film"))
_OF_HTTRACK = re.compile(r"(?:^|/)(?:hts-cache/.*|hts-[a-z_]+\.(?:txt|lock)|backblue\.gif|fade\.gif)$")
_BY_HTTRACK = b"<!-- Created by HTTrack Website Copier"
_OF_SYSTEM = re.compile(r"(?:^|/)(?:__MACOSX/.*|Thumbs\.db|desktop\.ini)$", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:^|/)\.(?!\.?/)[^/]+")


class Tree:
    """The files of an archive (`source`), or all that are named on the command line (None)."""

    def __init__(self, is_there: Callable[[str], bool], source: str | None = None) -> None:
        self._is_there = is_there
        self._source = source
        self._left: dict[str, Counter[str]] = {}
        self._folders: dict[str, str | None] = {}
        self._is_empty = True
        self._met: Counter[str] = Counter()

    def source_of(self, name: str) -> str:
        """How a file is named in messages and records."""
        return name if self._source is None else f"{self._source}#{name}"

    def captures(self, name: str, file: BinaryIO, given: Given, depth: int) -> Iterator[Capture | PageError]:
        """What one of the files holds, unless it is left out."""
        self._is_empty = False
        file, folder = as_file(file), self._folder(name)
        what = self._no_page(name, folder, file)
        if what is None:
            yield from captures_in(file, self._own_source(name), given, depth)
        else:
            self._left.setdefault(folder or "", Counter())[what] += 1

    def _own_source(self, name: str) -> str:
        """The source of a file in an archive that may hold several of one name: from the second on, with its number."""
        source = self.source_of(name)
        if self._source is None:
            return source
        self._met[name] += 1
        return source if self._met[name] == 1 else f"{source}#{self._met[name]}"

    def left_out(self) -> Iterator[PageError]:
        """What was left out, a line for each folder, or that nothing was there at all; to be asked for in the end."""
        if self._source is not None and self._is_empty:
            yield EmptyPage("holds no files that can be read", source=self._source, remedy="nothing to do")
        for folder, counts in self._left.items():
            said = ", ".join(f"{what}: {number}" for what, number in counts.most_common())
            source = self.source_of(folder) if folder else self._source or "."
            yield SkippedPage(f"holds files that are no pages ({said})", source=source, remedy="nothing to do")

    def _folder(self, name: str) -> str | None:
        """The folder whose files are left out together: of a saved page, or of a site; None for a file on its own."""
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            self._folders[folder] = self._saved_folder(folder) or _site_folder(folder)
        return self._folders[folder]

    def _saved_folder(self, folder: str) -> str | None:
        """The part of the path that is a folder beside a page of its name."""
        parts = folder.split("/")
        for number in range(len(parts), 0, -1):
            path = "/".join(parts[:number])
            saved = _SAVED_FOLDER.fullmatch(path)
            if saved and any(self._is_there(saved["page"] + ending) for ending in _PAGE_ENDINGS):
                return path + "/"
        return None

    def _no_page(self, name: str, folder: str | None, file: BinaryIO) -> str | None:
        """What a file is that is left out; None for all others."""
        inside = self._source is not None
        if inside and (_HIDDEN.search(name) or _OF_SYSTEM.search(name)):
            return "hidden files"
        if _OF_HTTRACK.search(name):
            return "files of HTTrack"
        if folder is None and not inside:
            return "files of HTTrack" if head_of(file).find(_BY_HTTRACK) >= 0 else None
        head = head_of(file)
        if _BY_HTTRACK in head:
            return "files of HTTrack"
        if name.rpartition("/")[2] == "robots.txt":
            return "rules for crawlers"
        saved = folder is not None and not _is_site(folder)
        return asset(name, head) or ("other files" if saved and not _begins_as_page(head) else None)


def asset(name: str, head: bytes) -> str | None:
    """What a file is that only belongs to pages, by its content, or, where that is text, by its ending."""
    what = kind_of(head) if head else None
    found = next((said for word, said in _BY_CONTENT if what and word in what), None)
    if found or _begins_as_page(head):
        return found
    return _BY_ENDING.get(name.rpartition(".")[2].lower())


def asset_by_name(name: str) -> str | None:
    """What a file only belongs to pages whose content is not at hand."""
    ending = name.rpartition(".")[2].lower()
    return "pictures" if ending in _PICTURES else _BY_ENDING.get(ending)


def _begins_as_page(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and not start.startswith((b"<svg", b"<?xml")) and is_html(head)


def _site_folder(folder: str) -> str | None:
    parts = folder.split("/")
    at = next((at for at, part in enumerate(parts) if is_host(part)), None)
    return None if at is None else "/".join(parts[: at + 1]) + "/"


def _is_site(folder: str) -> bool:
    return is_host(folder.rstrip("/").rpartition("/")[2])
