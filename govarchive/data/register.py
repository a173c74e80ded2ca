"""The register of settlements (EKATTE) that the user has loaded: every village by its name.

The National Statistical Institute publishes it and it changes from year to year, so it is no part of the package:
`govarchive places load` reads it and keeps it in the user's data folder as one file, which is read once, when the first
place asks for it. Without that file nobody is known here, and nothing else changes.

>>> settlements("Няма такова село")
()
"""

import contextlib
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from govarchive.errors import InputError
from govarchive.text.fold import lower
from govarchive.whole import written

_VERSION = 1
_REMEDY = "load the register again with: govarchive places load FILE"


class Settlement(NamedTuple):
    """One settlement: its name as spelled, type (`гр.`, `с.`, `ман.`), EKATTE code, municipality and oblast codes."""

    name: str
    type: str
    ekatte: str
    municipality: str
    oblast: str


class Loaded(msgspec.Struct, kw_only=True, frozen=True):
    """Where a loaded register is from: the file's name, the day it is as of (empty when untold), when it was loaded."""

    version: int = _VERSION
    source: str
    as_of: str
    loaded_at: str
    settlements: int


def register_file() -> Path:
    """Where the register is kept: `$GOVARCHIVE_DATA`, else the user's data folder. Raises InputError without a home."""
    given = os.environ.get("GOVARCHIVE_DATA")
    if given:
        return Path(given) / "settlements.tsv"
    home = os.environ.get("XDG_DATA_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else "")
    try:
        return (Path(home) if home else Path.home() / ".local" / "share") / "govarchive" / "settlements.tsv"
    except RuntimeError:
        raise InputError("no home folder to keep the register in", remedy="name one in $GOVARCHIVE_DATA") from None


def settlements(name: str) -> tuple[Settlement, ...]:
    """The settlements of that name, in any case, by their codes; none without a register.

    Raises InputError for a register that is damaged.
    """
    names = _names()
    return names.get(lower(name), ()) if names else ()


def settlement_of(code: str) -> Settlement | None:
    """The settlement of an EKATTE code; None when there is none of that code, or no register.

    Raises InputError for a register that is damaged.
    """
    return _codes().get(code)


def settlement_at(text: str, at: int) -> int:
    """Where the longest registered name that starts at `at` ends; `at` itself when none does."""
    names = _by_first_word()
    if not names:
        return at
    for name in names.get(lower(text[at : _letters_to(text, at)]), ()):
        end = at + len(name)
        if lower(text[at:end]).replace("\n", " ") == name and not text[end : end + 1].isalpha():
            return end
    return at


def _letters_to(text: str, at: int) -> int:
    while text[at : at + 1].isalpha():
        at += 1
    return at


def loaded() -> Loaded | None:
    """What is loaded; None when nothing is. Raises InputError for a register that is damaged."""
    lines = _lines(register_file())
    return _head(lines[0]) if lines else None


def types() -> Iterator[str]:
    """The type of every settlement loaded (`гр.`, `с.`), one for each."""
    return (it.type for same in _names().values() for it in same)


def keep(found: Sequence[Settlement], source: str, as_of: str, loaded_at: str) -> Path:
    """Keeps a register in place of the one before; it holds from now on. Raises OSError where it cannot be written."""
    path = register_file()
    head = Loaded(source=source, as_of=as_of, loaded_at=loaded_at, settlements=len(found))
    path.parent.mkdir(parents=True, exist_ok=True)
    with written(path) as out:
        out.write(f"# {msgspec.json.encode(head).decode()}\n")
        out.writelines("\t".join(it) + "\n" for it in sorted(found, key=lambda it: it.ekatte))
    _forget_read()
    return path


def forget() -> bool:
    """Removes the register; whether there was one. Raises OSError where it cannot be removed."""
    path = register_file()
    there = path.exists()
    path.unlink(missing_ok=True)
    _forget_read()
    return there


def _forget_read() -> None:
    for read in (_names, _codes, _by_first_word):
        read.cache_clear()


@cache
def _names() -> Mapping[str, tuple[Settlement, ...]]:
    found: dict[str, list[Settlement]] = defaultdict(list)
    try:
        path = register_file()
    except InputError:
        return {}
    lines = _lines(path)
    for line in lines[1:]:
        settlement = _settlement(line, path)
        found[lower(settlement.name)].append(settlement)
    if lines and _head(lines[0]).settlements != len(lines) - 1:
        raise InputError("the register is cut off", source=str(path), remedy=_REMEDY)
    return {name: tuple(same) for name, same in found.items()}


@cache
def _codes() -> Mapping[str, Settlement]:
    return {it.ekatte: it for same in _names().values() for it in same}


@cache
def _by_first_word() -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name in _names():
        groups[name[: _letters_to(name, 0)]].append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in groups.items()}


def _lines(path: Path) -> list[str]:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        try:
            return path.read_text(encoding="utf-8").splitlines()
        except (UnicodeDecodeError, PermissionError) as problem:
            raise InputError(f"the register cannot be read: {problem}", source=str(path), remedy=_REMEDY) from None
    return []


def _head(line: str) -> Loaded:
    try:
        head = msgspec.json.decode(line.removeprefix("# "), type=Loaded)
    except msgspec.MsgspecError:
        raise InputError("this is not a register", source=str(register_file()), remedy=_REMEDY) from None
    if head.version != _VERSION:
        raise InputError("the register is of another version", source=str(register_file()), remedy=_REMEDY)
    return head


def _settlement(line: str, path: Path) -> Settlement:
    cells = line.split("\t")
    if len(cells) != len(Settlement._fields):
        raise InputError("the register is damaged", source=str(path), remedy=_REMEDY)
    return Settlement(*cells)
