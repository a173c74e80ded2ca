"""Paths -> files: files, folders (recursive), patterns, and `-` for standard input.

What leads to no file is handed out as a `PageError` in its place, so that the rest goes on and the caller counts and
names it.
"""

import glob
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from govarchive.errors import PageError, SkippedPage

STDIN = "-"
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})")


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


def printable(path: str) -> str:
    """The path as it can be written out: the bytes of a name that are no UTF-8 become hexadecimal escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def spelled_back(path: str) -> str:
    """The path that was written out so: the escapes in it are bytes again, where that leads to something."""
    if "\\x" not in path or os.path.lexists(path):
        return path
    raw = _ESCAPE.sub(lambda it: bytes([int(it[1], 16)]), os.fsencode(path))
    return os.fsdecode(raw) if os.path.lexists(raw) else path


def file_of(source: str, folder: str = "") -> str:
    """The file in a source: the longest that is there, as its own name may hold the mark; else up to the first mark.

    A folder is one, too, that could not be read. A path is understood from `folder`, and told so.
    """
    before, end = "" if Path(source).is_absolute() else _below(folder, ""), len(source)
    while end > 0:
        path = spelled_back(before + source[:end])
        if is_there(path):
            return path.removeprefix(before)
        end = source.rfind("#", 0, end)
    return source.partition("#")[0]


def is_there(path: str) -> bool:
    """Whether a path leads to a file or a folder; one that is too long does not."""
    return os.path.isfile(path) or os.path.isdir(path)  # noqa: PTH112, PTH113 (those of Path raise)


def unreadable(problem: OSError, source: str) -> PageError:
    """The reject that stands for a file that the system does not hand out."""
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
        yield unreadable(problem, printable(path))
        return
    if not matches:
        yield PageError("no file matches this pattern", source=printable(path), remedy="check the pattern")
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
            return PageError("a link that leads nowhere", source=printable(path), remedy="mend or remove the link")
        outer = path.partition("#")[0]
        inside = outer != path and Path(outer).is_file()
        remedy = "name the file alone; `govarchive explain` takes one page of it" if inside else "check the path"
        return PageError("no such file or folder", source=printable(path), remedy=remedy)
    except (OSError, ValueError) as problem:
        return unreadable(problem if isinstance(problem, OSError) else OSError(str(problem)), printable(path))
    if stat.S_ISREG(mode) or (pipes and stat.S_ISFIFO(mode)):
        return path
    return PageError("neither a file nor a folder", source=printable(path), remedy="give a file, a folder or a pattern")


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
                yield SkippedPage("a link to a folder", source=printable(linked), remedy="name that folder as well")
    for problem in problems:
        yield unreadable(problem, printable(str(problem.filename)))
    if empty and not problems:
        yield PageError("a folder without files", source=printable(folder), remedy="give the folder of the pages")


def _below(folder: str, name: str) -> str:
    return os.path.join(folder, name)  # noqa: PTH118 (the path as the user gave it, `./` included)
