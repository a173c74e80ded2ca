"""A user's own lists: people, offices and institutions that join the shipped ones.

A folder holds `people`, `offices` and `institutions`, each a `.tsv` or `.csv` file with a header, all of them optional;
`docs/lists.md` tells the columns. The folder is named in `$GOVARCHIVE_LISTS`, or by `use` before the first page is
read: the environment is what worker processes inherit, however they are started. Without it nothing changes.

>>> joined("manual_banks", ())
()
"""

import csv
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple

from govarchive.errors import GovarchiveError, InputError

ENVIRONMENT = "GOVARCHIVE_LISTS"
"""The variable of the environment that names the folder of the lists."""

Row = Mapping[str, str]


class _Row(NamedTuple):
    """One row of a user's file, with the columns of that file, and where it stands: `FILE:LINE`."""

    cells: Row
    at: str


class _Format(NamedTuple):
    """The columns of one file, the first of which is required, and what gives the rows of the shipped tables."""

    columns: Sequence[str]
    rows: Callable[[_Row], Iterator[tuple[str, Row]]]


_DELIMITERS = {".tsv": "\t", ".csv": ","}
_OF_TABLES = frozenset({*_DELIMITERS, ".txt", ".xls", ".xlsx", ".ods"})
_NAME = re.compile(r"[^\W\d_a-zа-я][^\W\d_]*(?:['-][^\W\d_]+)*\.?")
_OFFICE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_SHORT = re.compile(r"[^\W\d_]{2,12}")
# Behind the noun of an office: `директор на`, `експерт по`.
_BEHIND_HEAD = re.compile(r"[ ](?:на|по|за|в|във|към|при|с|със|от)[ ]")
_REMEDY = "see docs/lists.md for the columns"


def use(folder: str | os.PathLike[str] | None) -> None:
    """Names the folder of the lists for this process and those it starts; None for no lists.

    To be called before the first page is read, as the rules load their lists once. Raises InputError for a folder or
    file that cannot be read or holds a row that means nothing, with file and line, and GovarchiveError where the rules
    have been loaded with other lists.
    """
    from govarchive.data import table

    named = None if folder is None else str(Path(folder).absolute())
    if named:
        _rows(named)
    if table.cache_info().currsize and os.environ.get(ENVIRONMENT) != named:
        raise GovarchiveError("lists are to be named before the first page is read: the rules have loaded theirs")
    if named:
        os.environ[ENVIRONMENT] = named
    else:
        os.environ.pop(ENVIRONMENT, None)


def files() -> list[Path]:
    """The files of the lists that are named: none where no folder is."""
    folder = os.environ.get(ENVIRONMENT)
    return _files(folder) if folder else []


def joined(table: str, shipped: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a shipped table with those of the user's lists that belong there.

    A name that the user gives no gender keeps what is known of it; of an abbreviation the user's meaning is the only
    one. Raises InputError as `use` does.
    """
    folder = os.environ.get(ENVIRONMENT)
    own = [row for name, row in _rows(folder) if name == table] if folder else []
    if not own:
        return tuple(shipped)
    if table == "manual_given_names":
        known = {row["name"] for row in shipped}
        own = [row for row in own if row["gender"] != "u" or row["name"] not in known]
    if table == "manual_abbreviations":
        meant = {row["short"] for row in own}
        shipped = [row for row in shipped if row["short"] not in meant]
    return (*shipped, *own)


@cache
def _rows(folder: str) -> tuple[tuple[str, Row], ...]:
    """The rows of all files of a folder, each with the shipped table it joins."""
    found: list[tuple[str, Row]] = []
    paths = _files(folder)
    if not paths and not Path(folder).is_dir():
        raise InputError("there is no such folder", source=folder, remedy="check the path given with --lists")
    _check_names(folder)
    if not paths:
        names = ", ".join(f"{name}.tsv" for name in _FORMATS)
        raise InputError("no lists in this folder", source=folder, remedy=f"it may hold {names}, or .csv")
    for path in paths:
        form = _FORMATS[path.stem]
        for row in _read(path, form.columns):
            found += form.rows(row)
    return tuple(found)


def _files(folder: str) -> list[Path]:
    named = (Path(folder, name + ending) for name in _FORMATS for ending in _DELIMITERS)
    return [it for it in named if it.is_file()]


def _check_names(folder: str) -> None:
    """Raises InputError for a file called almost like a list, or like one with another ending: it would not be read."""
    for path in sorted(Path(folder).iterdir()):
        meant = get_close_matches(path.stem.lower(), _FORMATS, 1, cutoff=0.8)
        if (
            meant
            and path.suffix.lower() in _OF_TABLES
            and path.name not in {meant[0] + ending for ending in _DELIMITERS}
        ):
            raise InputError(
                "no list is called so", source=str(path), remedy=f"call it {meant[0]}.tsv or {meant[0]}.csv"
            )


def _read(path: Path, columns: Sequence[str]) -> Iterator[_Row]:
    """The rows of a file; empty lines and those that begin with `#` are passed over."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"the list cannot be read: {problem}", source=str(path), remedy="save it as UTF-8") from None
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        at = f"{path}:{number}"
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=_DELIMITERS[path.suffix]))]
        if header is None:
            header = _header(cells, columns, at)
        elif len(cells) > len(header):
            raise InputError(f"{len(cells)} cells, the header has {len(header)}", source=at, remedy=_REMEDY)
        else:
            given = dict(zip(header, cells, strict=False))
            yield _Row({name: given.get(name, "") for name in columns}, at)


def _header(cells: list[str], columns: Sequence[str], at: str) -> list[str]:
    unknown = [cell for cell in cells if cell not in columns]
    if unknown or columns[0] not in cells:
        problem = f"{unknown[0]!r} is no column" if unknown else f"there is no column {columns[0]!r}"
        raise InputError(f"{problem}; the columns are {', '.join(columns)}", source=at, remedy=_REMEDY)
    return cells


def _people(row: _Row) -> Iterator[tuple[str, Row]]:
    """The first word of a name is a given name, the last one a surname."""
    words, gender = row.cells["name"].split(), row.cells["gender"]
    if len(words) < 2 or not all(_NAME.fullmatch(word) for word in words):
        raise InputError(f"{row.cells['name']!r} is no full name of words with a capital", source=row.at)
    if gender not in {"", "m", "f"}:
        raise InputError(f"the gender is m, f or empty, not {gender!r}", source=row.at)
    yield "manual_given_names", {"name": words[0], "gender": gender or "u"}
    yield "manual_surnames", {"name": words[-1]}


def _offices(row: _Row) -> Iterator[tuple[str, Row]]:
    office, feminine = row.cells["office"], row.cells["feminine"]
    for it in (office, feminine or office):
        if _OFFICE.fullmatch(it) is None or not it.islower():
            raise InputError(f"{it!r} is no office in small letters, without article", source=row.at)
    head = row.cells["head"] or _BEHIND_HEAD.split(office)[0].rsplit(" ", 1)[-1]
    if head not in office.split():
        raise InputError(f"the head {head!r} is no word of {office!r}", source=row.at)
    yield "manual_roles", {"role": office, "head": head, "takes_institution": "1", "feminine": feminine}


def _institutions(row: _Row) -> Iterator[tuple[str, Row]]:
    name, short, kind = row.cells["name"], row.cells["short"], row.cells["type"]
    if not any(map(str.isalpha, name)):
        raise InputError(f"{name!r} is no name of an institution", source=row.at)
    if short and (_SHORT.fullmatch(short) is None or sum(map(str.isupper, short)) < 2):
        raise InputError(f"{short!r} is no abbreviation: letters only, two capitals or more", source=row.at)
    forms = ",".join(form.strip() for form in row.cells["forms"].split(";"))
    yield "manual_institutions", {"name": name, "type": kind, "short": short, "forms": forms}
    if short:
        unknown = dict.fromkeys(("since", "until", "successor"), "")
        yield "manual_abbreviations", {"short": short, "full": name, "type": kind, **unknown, "ambiguous": "0"}


_FORMATS = {
    "people": _Format(("name", "gender"), _people),
    "offices": _Format(("office", "head", "feminine"), _offices),
    "institutions": _Format(("name", "short", "type", "forms"), _institutions),
}
