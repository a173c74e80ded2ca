"""The register of settlements: read from each form it comes in, kept, used by the kind `place`, forgotten."""

import io
import json
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from making import ROOT, json_lines, run

from govarchive.data import register
from govarchive.data.register import Settlement, settlement_at, settlements
from govarchive.errors import InputError
from govarchive.extract import extract
from govarchive.jobs.registers import read_register
from govarchive.jobs.values import judge
from govarchive.kinds import BY_NAME, ekatte, is_valid
from govarchive.pages import page_from_text
from govarchive.text.codes.checksums import two_step_digit


def code(first: int) -> str:
    """An EKATTE code by its first four digits."""
    return f"{first:04}{two_step_digit(f'{first:04}', (1, 2, 3, 4), (3, 4, 5, 6))}"


openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlrd")

HEAD = ["ekatte", "t_v_m", "name", "oblast", "obstina", "kmetstvo", "kind"]
# Names of our own, but for two real towns.
PLACES = [
    (code(9), "с.", "Горно Пуйчево", "BLG", "BLG37"),
    (code(1001), "с.", "Пуйчево", "BLG", "BLG37"),
    (code(1002), "с.", "Пуйчево", "PAZ", "PAZ20"),
    (code(1003), "гр.", "Пуйчево", "PAZ", "PAZ08"),
    (code(1004), "с.", "Сребърна Ръка", "VRC", "VRC10"),
    (code(1005), "ман.", "Свети Пуйчо", "KNL", "KNL38"),
    ("12259", "гр.", "Враца", "VRC", "VRC10"),
    ("68134", "гр.", "София", "SOF", "SOF46"),
]
ROWS: list[list[Any]] = [["00000", "", "Състояние към: 08.07.2022 г.", "", "", "", ""]] + [
    [*it, f"{it[4]}-00", "3"] for it in PLACES
]
EXPECTED = [Settlement(name, kind, ekatte, municipality, oblast) for ekatte, kind, name, oblast, municipality in PLACES]


def as_csv(delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    return "\r\n".join(delimiter.join(map(str, row)) for row in (HEAD, *ROWS)).encode(encoding)


def as_json(**renamed: str) -> bytes:
    keys = [renamed.get(key, key) for key in HEAD]
    return json.dumps([dict(zip(keys, row, strict=True)) for row in ROWS] + [{"count": 8}]).encode()


def as_xlsx() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.append(["Основен файл на класификатора"])
    sheet.append(HEAD)
    for row in ROWS:
        # As spreadsheets have it: codes are numbers, their leading zeros are gone.
        sheet.append([int(row[0]), *row[1:]])
    book.save(out)
    return out.getvalue()


def as_xls() -> bytes:
    """The least that is a workbook of Excel 97: one sheet of texts in a compound file."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def label(row: int, column: int, text: str) -> bytes:
        return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))

    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + record(0x0042, struct.pack("<H", 1200))
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    sheet += b"".join(
        label(at, column, str(cell)) for at, row in enumerate((HEAD, *ROWS)) for column, cell in enumerate(row) if cell
    )
    place = len(start) + 4 + 6 + 2 + 5 + 4
    bound = record(0x0085, struct.pack("<IBBBB", place, 0, 0, 5, 0) + b"Ek_at")
    book = (start + bound + record(0x000A, b"") + sheet + record(0x000A, b"")).ljust(8192, b"\0")
    sectors = -(-len(book) // 512)
    book = book.ljust(sectors * 512, b"\0")

    def entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
        raw = (name + "\0").encode("utf-16-le") if name else b""
        head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        return head + bytes(36) + struct.pack("<III", first, size, 0)

    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    fat = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 2, len(book)) + bytes(256)
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header = magic + struct.pack("<8I", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return header + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108) + fat + folder + book


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, raw in members.items():
            packed.writestr(name.replace("__", "."), raw)
    return out.getvalue()


FORMS: dict[str, Callable[[], bytes]] = {
    "ek_atte.csv": as_csv,
    "semicolons.csv": lambda: as_csv(";", "utf-8-sig"),
    "old.csv": lambda: as_csv(";", "windows-1251"),
    "ek_atte.json": as_json,
    "new.json": lambda: as_json(obstina="obshtina"),
    "Ek_atte.xls": as_xls,
    "ek_atte.xlsx": as_xlsx,
    "csv.zip": lambda: zipped(readme__txt=b"x", Ek_atte__csv=as_csv()),
    "xlsx.zip": lambda: zipped(ek_obl__xlsx=b"x", ek_atte__xlsx=as_xlsx()),
    "twice.zip": lambda: zipped(Ekatte_xls__zip=zipped(Ek_atte__xls=as_xls())),
}


@pytest.fixture
def no_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own for the register."""
    monkeypatch.setenv("GOVARCHIVE_DATA", str(tmp_path / "data"))
    register.forget()
    yield tmp_path
    register.forget()


@pytest.fixture
def loaded(no_register: Path) -> Path:
    register.keep(EXPECTED, "ek_atte.csv", "2022-07-08", "2026-01-02T03:04:05+00:00")
    return no_register


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same(form: str, tmp_path: Path) -> None:
    path = tmp_path / form
    path.write_bytes(FORMS[form]())
    read = read_register(str(path))
    assert read.settlements == EXPECTED
    assert read.as_of == "2022-07-08"
    assert read.problems == []


def test_check_digits() -> None:
    assert all(is_valid(ekatte, it.ekatte) for it in EXPECTED)
    assert not any(is_valid(ekatte, wrong) for wrong in ("", "12258", "1225", "122590", "1225a", "١٢٢٥٩"))


@pytest.mark.usefixtures("loaded")
def test_a_code_tells_its_settlement() -> None:
    assert all(ekatte.place(it.ekatte) == it.name for it in EXPECTED)
    register.forget()
    assert ekatte.place(code(2000)) is None


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["12258", "с.", "Долно Пуйчево", "VRC", "VRC10"], "no EKATTE code"),
        (["12259", "с.", "Долно Пуйчево", "VRC", "VRC10"], "stands for Враца already"),
        ([code(2000), "с.", "Долно Пуйчево", "VRX", "VRX10"], "no oblast 'VRX'"),
        ([code(2000), "с.", "Долно Пуйчево", "VRC", "BLG10"], "no municipality of VRC"),
        ([code(2000), "с.", "Dolno", "VRC", "VRC10"], "no name in Cyrillic"),
    ],
)
def test_wrong_rows_are_left_out_and_named(row: list[str], said: str, no_register: Path) -> None:
    many = [[code(number), "с.", "Пуйчево", "VRC", "VRC10"] for number in range(3000, 3200)]
    path = no_register / "ek_atte.csv"
    path.write_text("\n".join(",".join(it) for it in (HEAD[:5], *PLACES, *many, row)), encoding="utf-8")
    read = read_register(str(path))
    assert len(read.settlements) == len(PLACES) + 200
    assert len(read.problems) == 1
    assert f"{path}: row {len(PLACES) + 202}: " in read.problems[0]
    assert said in read.problems[0]
    done = run("places", "load", str(path))
    assert done.returncode == 1
    assert said in done.stderr.decode()


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.csv", b"id,name\n1,x\n", "it begins with id, name"),
        ("a.csv", b"", "it begins with nothing"),
        ("a.csv", ",".join(HEAD).encode(), "without settlements"),
        (
            "a.csv",
            as_csv() + b"\r\n12258,x,,,,,",
            "nothing is loaded, as 1 of 9 rows is wrong, which is more than one in a hundred; the first: row ",
        ),
        ("ek_obst.csv", b"obstina,ekatte,name,category\nBLG01,02676,x,1\n", "municipalities or regions"),
        ("a.json", b"[{", "no JSON"),
        ("a.json", b'{"a": 1}', "it begins with nothing"),
        ("a.json", b"[[1], 2]", "it begins with nothing"),
        ("a.xlsx", as_xlsx()[:2000], "damaged or locked zip"),
        ("a.xlsx", zipped(**{"[Content_Types]__xml": b"x"}), "the workbook cannot be read"),
        ("a.xls", as_xls()[:600], "the workbook cannot be read"),
        ("a.zip", zipped(readme__txt=b"x"), "no file ek_atte in it; it holds readme.txt"),
        ("a.bin", bytes(range(256)) * 4, ""),
    ],
)
def test_what_is_no_register_is_said(name: str, raw: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(InputError) as caught:
        read_register(str(path))
    assert str(caught.value).startswith(str(path))
    assert said in str(caught.value)
    assert caught.value.remedy


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    path = tmp_path / "Ek_atte.xls"
    path.write_bytes(as_xls())
    with pytest.raises(InputError, match=r"needs xlrd .*govarchive\[places\]"):
        read_register(str(path))


def test_names_are_known_once_loaded(loaded: Path) -> None:
    assert [it.ekatte for it in settlements("ПУЙЧЕВО")] == [code(1001), code(1002), code(1003)]
    assert settlements("Никъде") == ()
    text = "с. Сребърна ръка и Горно Пуйчевостро"
    assert text[3 : settlement_at(text, 3)] == "Сребърна ръка"
    assert settlement_at(text, 19) == 19
    assert register.loaded() == register.Loaded(
        source="ek_atte.csv", as_of="2022-07-08", loaded_at="2026-01-02T03:04:05+00:00", settlements=8
    )


@pytest.mark.usefixtures("loaded")
def test_a_column_of_places_is_compared_with_it() -> None:
    for known in ("с. Пуйчево", "сребърна ръка", "гр. Враца", "Румъния", "област Видин", "Столична община", "Рила"):
        assert judge(BY_NAME["place"], known).problem is None, known
    for unknown in ("с. Пуйчово", "Пуйчово", "пуйчово"):
        found = judge(BY_NAME["place"], unknown)
        assert (found.value, found.valid) == (unknown.removeprefix("с. "), None)
        assert "neither in the register of settlements" in (found.problem or "")


def test_a_damaged_register_says_how_to_mend_it(loaded: Path) -> None:
    path = register.register_file()
    whole = path.read_text(encoding="utf-8")
    for damaged in (whole[:-20], whole[:150], whole.replace('"version":1', '"version":9'), "x\n", "\x00\n"):
        path.write_text(damaged, encoding="utf-8")
        register._names.cache_clear()
        with pytest.raises(InputError, match="govarchive places load"):
            settlements("Враца")


def test_where_it_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOVARCHIVE_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert register.register_file() == Path("/data/govarchive/settlements.tsv")


def places_of(text: str) -> Sequence[tuple[str, dict[str, Any]]]:
    records = extract(page_from_text(text), [BY_NAME["place"]])
    return [(it.value or "", it.details) for it in records if not (it.value or "").startswith(("община", "област"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Жители на с. Сребърна ръка.", [("Сребърна ръка", {"type": "село", "ekatte": code(1004)})]),
        ("Жители на с. СРЕБЪРНА РЪКА.", [("Сребърна Ръка", {"type": "село", "ekatte": code(1004)})]),
        ("Жители на гр. Пуйчево.", [("Пуйчево", {"type": "град", "ekatte": code(1003)})]),
        ("с. Пуйчево", [("Пуйчево", {"type": "село", "candidates": 2, "codes": [code(1001), code(1002)]})]),
        ("с. Пуйчево, община Разлог", [("Пуйчево", {"type": "село", "ekatte": code(1001)})]),
        ("с. Пуйчево, обл. Пазарджик", [("Пуйчево", {"type": "село", "ekatte": code(1002)})]),
        ("В община Разлог, с. Пуйчево", [("Пуйчево", {"type": "село", "ekatte": code(1001)})]),
        (
            "с. Пуйчево, община Разлог, и с. Пуйчево, общ. Панагюрище",
            [
                ("Пуйчево", {"type": "село", "ekatte": code(1001)}),
                ("Пуйчево", {"type": "село", "ekatte": code(1002)}),
            ],
        ),
        (
            "Кметствата Сребърна ръка и Горно Пуйчево.",
            [
                ("Сребърна ръка", {"type": "село", "ekatte": code(1004)}),
                ("Горно Пуйчево", {"type": "село", "ekatte": code(9)}),
            ],
        ),
        (
            "Община Разлог\nс. Пуйчево",
            [("Пуйчево", {"type": "село", "candidates": 2, "codes": [code(1001), code(1002)]})],
        ),
        ("Обичаят Сребърна ръка.", []),
    ],
)
def test_places_by_the_register(text: str, expected: list[tuple[str, dict[str, Any]]], loaded: Path) -> None:
    assert places_of(text) == expected


def test_nothing_changes_without_it(no_register: Path) -> None:
    assert places_of("с. Пуйчево, община Разлог") == [("Пуйчево", {"type": "село"})]


def test_commands(no_register: Path) -> None:
    path = no_register / "ek_atte.csv"
    path.write_bytes(as_csv())
    assert b"no register is loaded" in run("places", "status").stdout
    done = run("places", "load", str(path))
    assert (done.returncode, b"8 settlements as of 2022-07-08" in done.stderr) == (0, True)
    assert b"the national register has more than 5,000 settlements" in done.stderr
    status = run("places", "status").stdout.decode()
    assert "settlements  8 (4 с., 3 гр., 1 ман.)" in status
    assert "2022-07-08" in status
    found = json_lines(run("extract", "-", stdin="с. Сребърна ръка".encode()).stdout)
    assert found[0]["details"] == {"type": "село", "ekatte": code(1004)}
    assert run("places", "forget").returncode == 0
    assert run("places", "forget").returncode == 0
    assert b"no register is loaded" in run("places", "status").stdout
    done = run("places", "load", str(ROOT / "README.md"))
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_too_many_wrong_rows_leave_what_was_loaded_before(no_register: Path) -> None:
    path = no_register / "ek_atte.csv"
    path.write_bytes(as_csv())
    assert run("places", "load", str(path)).returncode == 0
    path.write_text("\n".join(",".join(it) for it in (HEAD[:5], *PLACES[:3], ["12258", "с.", "x", "", ""])), "utf-8")
    done = run("places", "load", str(path))
    said = done.stderr.decode()
    assert (done.returncode, said.count("nothing is loaded"), said.count("12258")) == (1, 1, 1)
    assert "mend or remove the wrong rows" in said
    assert "settlements  8 " in run("places", "status").stdout.decode()


def test_a_damaged_register_ends_the_run_once(no_register: Path) -> None:
    (no_register / "data").mkdir()
    (no_register / "data" / "settlements.tsv").write_text("x\n", encoding="utf-8")
    for arguments in (["extract", "-"], ["normalise", "place"]):
        done = run(*arguments, stdin="с. ПУЙЧЕВО".encode())
        assert done.returncode == 1
        assert "govarchive places load FILE" in done.stderr.decode()
        assert b"Traceback" not in done.stderr


def test_an_unwritable_folder_is_named(no_register: Path) -> None:
    path = no_register / "ek_atte.csv"
    path.write_bytes(as_csv())
    done = run("places", "load", str(path), GOVARCHIVE_DATA=str(path))
    assert done.returncode == 1
    assert str(path) in done.stderr.decode()
    assert b"Traceback" not in done.stderr
