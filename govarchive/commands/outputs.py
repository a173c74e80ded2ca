"""Files that commands write, and what must not be written over: archives, and what is read."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import click

from govarchive.archive.opening import is_sqlite
from govarchive.data.lists import files as files_of_lists
from govarchive.data.register import register_file
from govarchive.errors import GovarchiveError
from govarchive.pages.files import list_files
from govarchive.pages.sniff import is_report

_LOGS = ("", "-wal", "-shm", "-journal")
"""What the files of an archive are called: its own name, and the logs that SQLite keeps beside it."""
_HEAD = 1024


def check_output(path: str, archive_path: str, read: Sequence[str] = ()) -> None:
    """Raises click.UsageError for a file to write that is kept or read; `read` are the paths of pages.

    A report of an earlier run may be replaced where it lies among the pages, as the same command finishes that run.
    """
    place = Path(path)
    if not place.absolute().parent.is_dir():
        raise click.UsageError(f"{path}: there is no folder {place.parent}; make it first, or name a file elsewhere.")
    if place.resolve() in {Path(f"{archive_path}{log}").resolve() for log in _LOGS}:
        raise click.UsageError(f"{path} is the archive itself, or a log of it; name another file.")
    if not place.is_file():
        return
    if is_sqlite(place):
        raise click.UsageError(f"{path} is an archive, or another database of SQLite; name another file.")
    if any(map(place.samefile, _of_the_user())):
        raise click.UsageError(f"{path} is a list or a register that the rules read; name another file.")
    if not is_report(_beginning(place)) and any(map(place.samefile, _there(read))):
        raise click.UsageError(f"{path} is one of the pages to be read; name another file.")


def _beginning(place: Path) -> bytes:
    with place.open("rb") as file:
        return file.read(_HEAD)


def _of_the_user() -> Iterator[Path]:
    """The files of the user that the rules read."""
    yield from files_of_lists()
    with suppress(GovarchiveError):  # no home folder
        yield from filter(Path.exists, [register_file()])


def _there(paths: Sequence[str]) -> Iterator[str]:
    return (it for it in list_files(paths) if isinstance(it, str) and os.path.exists(it))  # noqa: PTH110 (- is none)
