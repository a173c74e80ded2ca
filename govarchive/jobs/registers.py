"""The register of settlements as it is published: .xls, .xlsx, .csv, .json, or a .zip of them.

Columns go by their names, which have changed over the years: `ekatte`, `t_v_m`, `name`, `oblast`, `obstina` (2014) or
`obshtina`, and the Bulgarian headings of the institute's site. The row with the code 00000 says as of which day it is.

Source: EKATTE of the National Statistical Institute; the check digit of its codes is the business of `kinds/ekatte.py`.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from govarchive.data import words
from govarchive.data.register import Settlement
from govarchive.errors import InputError, NotText
from govarchive.kinds import ekatte, is_valid
from govarchive.pages.charset import decode
from govarchive.text.counted import counted

_COLUMNS = {
    "ekatte": ("ekatte", "екатте"),
    "type": ("t_v_m", "tvm", "вид"),
    "name": ("name", "settlementname_bg", "име на населено място", "наименование"),
    "oblast": ("oblast", "provincecode", "код на областта"),
    "municipality": ("obstina", "obshtina", "municipalitycode", "код на общината"),
}
_ELSE = "download the settlements (ek_atte) of EKATTE from the National Statistical Institute"
_LARGEST = 100_000_000
_DEEPEST = 3  # a workbook in a zip in a zip
_MOST_WRONG = 0.01
_MEMBER = re.compile(r"ek_?atte.*\.(?:xlsx?|csv|json|zip)$", re.IGNORECASE)
_AS_OF = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})")
_NAME = re.compile(r"[А-ЯЍ][А-Яа-яЍѝ .-]+")

Cells = Sequence[Any]


class Read(NamedTuple):
    """What a file gave: the settlements, the day it is as of (ISO, empty when untold), the rows left out and why."""

    settlements: Sequence[Settlement]
    as_of: str
    problems: Sequence[str]


def read_register(path: str) -> Read:
    """The register in a file.

    Raises InputError for a file that cannot be read, is something else, or has more than one wrong row in a hundred.
    """
    try:
        raw = Path(path).read_bytes()
    except OSError as problem:
        said = problem.strerror or str(problem)
        raise InputError(f"cannot be read: {said}", source=path, remedy="check the path") from None
    return _collected(path, _rows(path, raw))


def _rows(source: str, raw: bytes, depth: int = 0) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows of a file by what its first bytes say, each with its number and its cells by their meaning."""
    if raw[:4] == b"PK\x03\x04" and depth < _DEEPEST:
        yield from _of_zip(source, raw, depth)
    elif raw[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        yield from _named(source, _of_xls(source, raw))
    else:
        try:
            text = decode(raw).text.removeprefix("\ufeff")
        except NotText:
            raise InputError("neither a table nor text", source=source, remedy=_ELSE) from None
        yield from _of_json(source, text) if text.lstrip()[:1] in ("[", "{") else _named(source, _of_csv(text))


def _of_zip(source: str, raw: bytes, depth: int) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """A workbook is a zip too; of other zips the member `ek_atte` is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            names = packed.namelist()
            if "[Content_Types].xml" in names:
                yield from _named(source, _of_xlsx(source, raw))
                return
            wanted = [name for name in names if _MEMBER.match(PurePosixPath(name).name)]
            if not wanted or packed.getinfo(wanted[0]).file_size > _LARGEST:
                said = "no file ek_atte in it" if not wanted else f"{wanted[0]} is too large"
                raise InputError(f"{said}; it holds {', '.join(names[:5]) or 'nothing'}", source=source, remedy=_ELSE)
            inner = packed.read(wanted[0])
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as problem:
        raise InputError(f"a damaged or locked zip: {problem}", source=source, remedy="unpack it first") from None
    yield from _rows(f"{source}/{wanted[0]}", inner, depth + 1)


def _of_xls(source: str, raw: bytes) -> Iterator[Cells]:
    xlrd = _library("xlrd", source)
    try:
        sheet = xlrd.open_workbook(file_contents=raw, logfile=io.StringIO()).sheet_by_index(0)
        yield from (sheet.row_values(number) for number in range(sheet.nrows))
    except Exception as problem:  # whatever a damaged workbook makes of the library
        raise _damaged(source, problem) from None


def _of_xlsx(source: str, raw: bytes) -> Iterator[Cells]:
    openpyxl = _library("openpyxl", source)
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        rows = list(book.worksheets[0].iter_rows(values_only=True))
        book.close()
    except Exception as problem:
        raise _damaged(source, problem) from None
    yield from rows


def _library(name: str, source: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise InputError(
            f"reading this needs {name}", source=source, remedy="pip install 'govarchive[places]', or save it as CSV"
        ) from None


def _damaged(source: str, problem: Exception) -> InputError:
    said = f"the workbook cannot be read: {type(problem).__name__}: {problem}"
    return InputError(said, source=source, remedy="save it anew, or as CSV")


def _of_csv(text: str) -> Iterator[Cells]:
    head = text.partition("\n")[0]
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))


def _of_json(source: str, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """A list of objects, or an object that holds one."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise InputError(f"no JSON: {problem}", source=source, remedy=_ELSE) from None
    lists = [it for it in whole.values() if isinstance(it, list)] if isinstance(whole, dict) else [whole]
    found = [it for it in max(lists, key=len, default=[]) if isinstance(it, dict)]
    keys = list(dict.fromkeys(key for it in found[:10] for key in it))
    yield from _named(source, [keys, *([it.get(key) for key in keys] for it in found)])


def _named(source: str, rows: Iterable[Cells]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows below the header, which is among the first ten. Raises InputError when no row is that header."""
    places: dict[str, int] = {}
    first: list[str] = []
    for number, cells in enumerate(rows, 1):
        if places:
            yield number, {name: cells[at] if at < len(cells) else None for name, at in places.items()}
            continue
        heads = [str(cell).strip().lower() for cell in cells if cell is not None]
        first = first or [head for head in heads if head]
        places = _places([str(cell or "").strip().lower() for cell in cells])
        if number == 10 and not places:
            break
    if not places:
        raise _something_else(source, first)


def _places(heads: Sequence[str]) -> dict[str, int]:
    """Where the columns stand when all of them are there."""
    found = {name: at for name, known in _COLUMNS.items() for at, head in enumerate(heads) if head in known}
    return found if len(found) == len(_COLUMNS) else {}


def _something_else(source: str, first: Sequence[str]) -> InputError:
    if "ekatte" in first and ("region" in first or "obstina" in first or "obshtina" in first or "nuts3" in first):
        said = "a list of municipalities or regions"
    else:
        said = f"not the register of settlements: it begins with {', '.join(first)[:80] or 'nothing'}"
    return InputError(said, source=source, remedy=_ELSE)


def _collected(source: str, rows: Iterable[tuple[int, Mapping[str, Any]]]) -> Read:
    found: dict[str, Settlement] = {}
    problems, as_of = [], ""
    for number, cells in rows:
        code = _code(cells["ekatte"])
        if code == "00000":
            as_of = _day(str(cells["name"]))
        elif code:
            it = _settlement(code, cells)
            wrong = _wrong(it, found)
            if wrong:
                problems.append(f"{source}: row {number}: {wrong}")
            else:
                found[code] = it
    if len(problems) > _MOST_WRONG * len(found):
        raise InputError(
            f"nothing is loaded, as {len(problems)} of {counted(len(problems) + len(found), 'row')} "
            f"{'is' if len(problems) == 1 else 'are'} wrong, which is more than one in a hundred; "
            f"the first: {problems[0].removeprefix(f'{source}: ')}",
            source=source,
            remedy=f"mend or remove the wrong rows, or {_ELSE}",
        )
    if not found:
        raise InputError("a register without settlements", source=source, remedy=_ELSE)
    return Read(list(found.values()), as_of, problems)


def _code(cell: Any) -> str:
    """The code with the leading zeros that spreadsheets take away."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = "" if cell is None else str(cell).strip()
    return text.zfill(5) if text.isdigit() else text


def _settlement(code: str, cells: Mapping[str, Any]) -> Settlement:
    name, kind, municipality, oblast = (
        " ".join(str(cells[column] or "").split()) for column in ("name", "type", "municipality", "oblast")
    )
    return Settlement(name, kind, code, municipality, oblast)


def _wrong(it: Settlement, found: Mapping[str, Settlement]) -> str:
    """What is wrong with a row; empty when nothing is."""
    if not is_valid(ekatte, it.ekatte):
        return f"{it.ekatte} ({it.name}) is no EKATTE code by its check digit"
    if it.ekatte in found:
        return f"{it.ekatte} ({it.name}) stands for {found[it.ekatte].name} already"
    if not _NAME.fullmatch(it.name):
        return f"{it.ekatte}: {it.name!r} is no name in Cyrillic"
    if it.oblast not in words("manual_oblasts", "code"):
        return f"{it.ekatte} ({it.name}): there is no oblast {it.oblast!r}"
    if not re.fullmatch("[0-9]{2}", it.municipality.removeprefix(it.oblast)):
        return f"{it.ekatte} ({it.name}): {it.municipality!r} is no municipality of {it.oblast}"
    return ""


def _day(text: str) -> str:
    found = _AS_OF.search(text)
    return "-".join(found.group(3, 2, 1)) if found else ""
