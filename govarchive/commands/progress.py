"""How far an import is, on stderr when that is a terminal."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, Union

from govarchive.errors import PageError

if TYPE_CHECKING:
    from rich.progress import Progress

    from govarchive.pages.capture import Capture

_Found = Union["Capture", PageError]
_Shown = Callable[[Iterable[_Found]], Iterator[_Found]]


class Meter:
    """Moves a bar on by the bytes that were read, where it is known how many there are, and counts captures."""

    def __init__(self, bar: "Progress", total: int) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=total or None, pages=0, rate="")
        self._done = 0
        self._file: BinaryIO | None = None
        self._size = 0

    def opened(self, file: BinaryIO) -> None:
        """Tells which file is read from now on; the one before it is done."""
        self._done += self._size
        self._file, self._size = file, _size(file)

    def shown(self, captures: Iterable[_Found]) -> Iterator[_Found]:
        """The captures; with each the bar moves on."""
        started = monotonic()
        for number, capture in enumerate(captures, 1):
            rate = number / max(monotonic() - started, 0.001)
            self._bar.update(self._task, completed=self._read(), pages=number, rate=f"{rate:.0f} pages/s")
            yield capture

    def _read(self) -> int:
        at = self._file.tell() if self._file and self._size and not self._file.closed else self._size
        return self._done + min(at, self._size)


def _size(file: BinaryIO) -> int:
    """The bytes of a file; 0 for a pipe."""
    return os.fstat(file.fileno()).st_size if file.seekable() else 0


def _sizes(files: Iterable[str | PageError]) -> int:
    """The bytes of all files; 0 when that of one of them cannot be told."""
    total = 0
    for path in files:
        if isinstance(path, str):
            if not os.path.isfile(path):  # noqa: PTH113 (the path as given)
                return 0
            total += os.path.getsize(path)  # noqa: PTH202
    return total


@contextmanager
def metered(
    files: Callable[[], Iterable[str | PageError]], volume: int
) -> Iterator[tuple[Callable[[BinaryIO], None], _Shown]]:
    """Gives what is to be told of each file that is opened, and what the captures go through on their way."""
    if volume < 0 or not sys.stderr.isatty():
        yield (lambda _: None), iter
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    read, rate = TextColumn("{task.fields[pages]} pages"), TextColumn("{task.fields[rate]}")
    columns = (read, BarColumn(), TaskProgressColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        meter = Meter(bar, _sizes(files()))
        yield meter.opened, meter.shown
