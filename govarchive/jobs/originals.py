"""The pages that records came from, found again in their files by source and id."""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from govarchive.errors import PageError
from govarchive.model import Page, Record
from govarchive.pages import list_files, open_pages

_KEPT_PAGES = 16


class Pages:
    """The pages of files, found again by the source and the id in a record; the last few are kept.

    `open_file` gives the pages of one file; a file of many pages is read on from where the last one stood. `left` are
    the paths that lead to no file; where all do, the first of them is raised.
    """

    def __init__(self, paths: Sequence[str], open_file: Callable[[str], Iterator[Page | PageError]]) -> None:
        self._open_file = open_file
        self._files: dict[str, list[str]] = {}
        self.left: list[PageError] = []
        for found in list_files(paths):
            if isinstance(found, PageError):
                self.left.append(found)
            else:
                self._files.setdefault(_name(found), []).append(found)
        if self.left and not self._files:
            raise self.left[0]
        self._kept: OrderedDict[tuple[str, str], Page] = OrderedDict()
        self._reading: tuple[str, Iterator[Page | PageError]] = ("", iter(()))

    def find(self, record: Record) -> Page | None:
        """The page of a record; None when no file of its name holds it."""
        key = (record.source, record.page)
        if key not in self._kept:
            found = next(filter(None, (self._in(path, record) for path in self._candidates(record.source))), None)
            if found is None:
                return None
            self._kept[key] = found
            if len(self._kept) > _KEPT_PAGES:
                self._kept.popitem(last=False)
        return self._kept[key]

    def _candidates(self, source: str) -> Iterator[str]:
        """The files it may lie in, the outermost container first; of one name those whose folders agree best.

        A source goes on behind each mark into a container within; a file's own name may hold the mark, too.
        """
        for outer in accumulate(source.split("#"), "{}#{}".format):
            yield from sorted(self._named(outer), key=lambda path: -_agreement(path, outer))

    def _named(self, source: str) -> list[str]:
        """The files of that name, in which a star stands for a digit of a personal number."""
        name = _name(source)
        if name in self._files or "*" not in name:
            return self._files.get(name, [])
        masked = re.compile(re.escape(name).replace(r"\*", "[0-9]"))
        return [path for it, paths in self._files.items() if masked.fullmatch(it) for path in paths]

    def _in(self, path: str, record: Record) -> Page | None:
        """The page of a record in a file, looked for from the last one on, then from the beginning."""
        if self._reading[0] == path:
            found = _first(self._reading[1], record)
            if found:
                return found
        self._reading = (path, self._open_file(path))
        return _first(self._reading[1], record)


def pages_under(*paths: str, **given: Any) -> Pages:
    """The pages of files and folders, for `check`; `given` is what is known of them, as in `open_pages`.

    Raises PageError where no path leads to one.
    """
    return Pages(paths, lambda path: open_pages([path], **given))


def _first(pages: Iterator[Page | PageError], record: Record) -> Page | None:
    return next((page for page in pages if isinstance(page, Page) and _is_of(page, record)), None)


def _is_of(page: Page, record: Record) -> bool:
    """Whether it is the record's page: the same bytes; address and capture may have been given by hand."""
    given = Page("", page.source, page.sha256, record.url, record.captured_at)
    return record.page in (page.id, given.id)


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _agreement(path: str, source: str) -> int:
    """How many of the last folders of two paths are the same."""
    ours, theirs = (it.replace("\\", "/").split("/")[::-1] for it in (path, source))
    return next((at for at, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), len(theirs))
