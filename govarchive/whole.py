"""Files that are written whole or not at all: what was there stays until all is written and on the disk.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     with written(Path(folder, "дата.txt")) as out:
...         _ = out.write("14.05.2015")
...     Path(folder, "дата.txt").read_text(encoding="utf-8")
'14.05.2015'
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

_REMEDIES = ((FileNotFoundError, "check that the folder exists"), (PermissionError, "check the permissions"))


@contextmanager
def written(path: Path, *, binary: bool = False) -> Iterator[IO[Any]]:
    """A file to write to, which takes its name when all is written: a full disk leaves the old file whole.

    What is no file (/dev/stdout, a named pipe) is written to as it is. Raises OSError that names `path` and says what
    can be done.
    """
    try:
        if path.exists() and not path.is_file():
            with _opened(path, binary=binary) as out:
                yield out
            return
        with in_place_of(path.resolve()) as part, _opened(part, binary=binary) as out:
            yield out
            out.close()
    except OSError as problem:
        said = problem.strerror or str(problem)
        remedy = next((it for error, it in _REMEDIES if isinstance(problem, error)), "name a file elsewhere")
        raise type(problem)(problem.errno, f"{said} ({remedy})", str(path)) from problem


@contextmanager
def in_place_of(place: Path) -> Iterator[Path]:
    """A path to make a file at, beside `place`, which that file takes when nothing went wrong. Raises OSError.

    It is in a hidden folder, so that no file of the user is in its way; what else is left there goes with that.
    """
    with TemporaryDirectory(dir=place.parent, prefix=".govarchive-", ignore_cleanup_errors=True) as folder:
        part = Path(folder) / place.name
        yield part
        with part.open("r+b") as done:
            os.fsync(done.fileno())  # a name on the disk before its content would be an empty file after a power cut
        part.replace(place)


def _opened(path: Path, *, binary: bool) -> IO[Any]:
    return path.open("wb") if binary else path.open("w", encoding="utf-8", newline="")
