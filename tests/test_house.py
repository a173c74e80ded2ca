"""The house is as drawn: imports go down only, lists have their sources, names are what they say."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from making import ROOT

import govarchive
from govarchive import errors
from govarchive.formats.schema import record_schema
from govarchive.model import Record

PACKAGE = ROOT / "govarchive"
EVERYWHERE = {"errors", "model"}
BELOW = {
    "errors": set(),
    "model": set(),
    "whole": set(),
    "text": set(),
    "pages": {"text"},
    "data": {"text", "whole"},
    "names": {"text", "data"},
    "kinds": {"text", "data", "names"},
    "link": {"text", "data", "names", "kinds"},
    "extract": {"text", "kinds", "link"},
    "archive": {"text", "whole"},
    "formats": {"text"},
    "jobs": {"text", "data", "names", "kinds", "extract", "pages", "archive", "formats", "whole"},
    "commands": {"text", "data", "names", "kinds", "extract", "pages", "archive", "formats", "jobs", "whole"},
    "__main__": {"commands"},
}
"""What each room may import beside itself, `errors` and `model`; the package itself gives the version."""

TABLES = sorted(PACKAGE.rglob("*.tsv"))
ON_PURPOSE = re.compile(r"look-alike|двойни|Cyrillic|Latin|кирилск|латинск", re.IGNORECASE)
"""What the last column says of a row that mixes the alphabets on purpose."""
MIXED = re.compile(r"[A-Za-z][А-Яа-яЍѝ]|[А-Яа-яЍѝ][A-Za-z]")


def imports_of(path: Path) -> Iterator[str]:
    """The rooms of the package that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{it.name}" for it in node.names] if node.module == "govarchive" else [node.module]
        elif isinstance(node, ast.Import):
            names = [it.name for it in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("govarchive."))


@pytest.mark.parametrize("room", BELOW)
def test_imports_go_down_only(room: str) -> None:
    place = PACKAGE / room
    for path in place.rglob("*.py") if place.is_dir() else [place.with_suffix(".py")]:
        seen = set(imports_of(path)) - {room, "__version__"} - (EVERYWHERE if room not in EVERYWHERE else set())
        assert seen <= BELOW[room], f"{path.relative_to(ROOT)} imports {', '.join(sorted(seen - BELOW[room]))}"


def test_every_room_is_drawn() -> None:
    rooms = {it.stem for it in PACKAGE.iterdir() if it.suffix == ".py" or (it / "__init__.py").exists()}
    assert rooms - {"__init__"} == set(BELOW)


def test_nothing_goes_online_or_reads_the_clock_in_rules() -> None:
    forbidden = re.compile(r"\b(?:urllib\.request|requests|httpx|socket)\b|\.now\(|\.today\(|getlocale|setlocale")
    for room in ("text", "pages", "data", "names", "kinds", "link"):
        for path in (PACKAGE / room).rglob("*.py"):
            found = forbidden.search(path.read_text(encoding="utf-8"))
            assert found is None, f"{path.relative_to(ROOT)}: {found and found.group()}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "data").glob("*.tsv")), ids=lambda it: it.name)
def test_a_word_list_has_its_source(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[0].startswith("# Source: ")
    assert path.name.startswith(("manual_", "generated_"))
    columns = lines[1].split("\t")
    assert len(set(columns)) == len(columns)
    assert all(line.count("\t") == len(columns) - 1 for line in lines[2:] if line)
    assert f"| {path.name} |" in (PACKAGE / "data" / "SOURCES.md").read_text(encoding="utf-8")


def test_every_listed_source_is_there() -> None:
    listed = re.findall(
        r"^\| (\S+\.tsv) \|", (PACKAGE / "data" / "SOURCES.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert set(listed) == {path.name for path in (PACKAGE / "data").glob("*.tsv")}


@pytest.mark.parametrize("path", TABLES, ids=lambda it: f"{it.parent.name}/{it.name}")
def test_no_word_of_a_list_mixes_alphabets_by_accident(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.replace("\\n", " ").replace("\\t", " ").split("\t")
        if not line.startswith("#") and not ON_PURPOSE.search(cells[-1]):
            found = MIXED.search(" ".join(cells))
            assert found is None, f"{path.name} line {number}: {found and found.group()!r} mixes alphabets"


def test_schema_and_record_have_the_same_keys() -> None:
    schema = record_schema()
    assert tuple(schema["properties"]) == Record.__struct_fields__ == tuple(schema["required"])


def test_public_names_are_there() -> None:
    for name in govarchive.__all__:
        assert getattr(govarchive, name) is not None
    assert callable(govarchive.extract)
    assert set(govarchive.__all__) <= set(dir(govarchive))
    with pytest.raises(AttributeError, match="няма"):
        _ = govarchive.няма


def test_importing_the_package_is_light() -> None:
    program = (
        "import govarchive, sys; print(sorted({it.split('.')[0] for it in sys.modules} - sys.stdlib_module_names))"
    )
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, timeout=60)
    heavy = {"lxml", "msgspec", "click", "rich", "phonenumbers", "schwifty", "dateutil", "sqlite3"}
    assert not heavy & set(ast.literal_eval(found.stdout.decode()))


def test_extract_stays_the_function_whatever_is_imported_first() -> None:
    program = "import govarchive.extract\ngovarchive.extract(govarchive.page_from_text('а'))"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=60)


def test_normalise_by_name() -> None:
    assert govarchive.normalise("phone", "056/ 841 234") == "+35956841234"
    assert govarchive.normalise("iban", " BG80 ВNBG 9661 1020 3456 78 ") == "BG80BNBG96611020345678"
    with pytest.raises(govarchive.InvalidChecksum):
        govarchive.normalise("iban", "BG81BNBG96611020345678")
    with pytest.raises(KeyError, match="there is no kind 'няма'; there are iban"):
        govarchive.normalise("няма", "1")


def tree_of(error: type[Exception], depth: int = 0) -> Iterator[tuple[int, str]]:
    yield depth, error.__name__
    for below in error.__subclasses__():
        hidden = below.__name__.startswith("_")
        yield from list(tree_of(below, depth + (not hidden)))[hidden:]


def test_the_tree_of_errors_is_as_drawn() -> None:
    drawn = re.findall(r"^ {4}(?:([│ ]*)[├└]── )?(\w+)", errors.__doc__ or "", re.MULTILINE)
    expected = [(0 if name == "GovarchiveError" else len(bars) // 4 + 1, name) for bars, name in drawn]
    assert list(tree_of(errors.GovarchiveError)) == expected
