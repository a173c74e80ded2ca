"""The yardsticks themselves: what counts as found, what moves a floor, what speed is measured on."""

import doctest
import json
import random
import subprocess
import sys
from pathlib import Path

import corpus
import forms
import killing
import pytest
import quality
import scale
import scoring
from scoring import Item, Tally

from govarchive.pages import page_from_bytes, page_or_reject


def _item(kind: str, value: str | None, **more: object) -> Item:
    return {"kind": kind, "text": str(value), "value": value, **more}


def _tally(gold: list[Item], found: list[Item], kind: str) -> Tally:
    return scoring.score({"a": gold}, {"a": found}).kinds[kind]


def test_a_value_counts_once_a_page() -> None:
    phone = _item("phone", "+35956841234")
    assert _tally([phone, phone], [phone, phone, phone], "phone") == Tally(1, 0, 0)


def test_optional_records_count_neither_way() -> None:
    bank = _item("institution", "Банка ДСК", optional=True)
    assert _tally([bank], [], "institution") == Tally(0, 0, 0)
    assert _tally([bank], [_item("institution", "Банка „ДСК“")], "institution") == Tally(0, 0, 0)


def test_an_alternative_is_right_and_a_second_one_no_false_alarm() -> None:
    gold = [_item("date", "XXXX-03-09", alt=["2016-03-09"])]
    assert _tally(gold, [_item("date", "2016-03-09")], "date") == Tally(1, 0, 0)
    assert _tally(gold, [_item("date", "2016-03-09"), _item("date", "XXXX-03-09")], "date") == Tally(1, 0, 0)
    assert _tally(gold, [_item("date", "2017-03-09")], "date") == Tally(0, 1, 1)


def test_a_fax_taken_for_a_phone_is_right_only_as_a_number() -> None:
    gold, found = [_item("fax", "+35956841234")], [_item("phone", "+35956841234")]
    assert _tally(gold, found, "fax") == Tally(0, 0, 1)
    assert _tally(gold, found, "phone") == Tally(0, 1, 0)
    assert _tally(gold, found, "phone+fax") == Tally(1, 0, 0)


def test_links_are_counted_where_the_person_was_found() -> None:
    gold = [_item("person", "Цоло Ганев", role="кмет", institution="община Русокастро"), _item("person", "Минка Илева")]
    found = [
        _item("person", "Цоло Ганев", role="кмет на община Русокастро"),
        _item("person", "Минка Илева", role="кмет"),
    ]
    links = scoring.score({"a": gold}, {"a": found}).links
    assert links == {"institution of a person": (0, 1), "no role invented": (0, 1), "role": (1, 1)}


def test_floors_rise_and_do_not_fall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = tmp_path / "floors.json"
    monkeypatch.setattr(quality, "FLOORS", floors)
    assert quality.settle("gold", {"date": 0.9}, update=True, lower=False) == 0
    assert quality.settle("gold", {"date": 0.91}, update=False, lower=False) == 0
    assert quality.settle("gold", {"date": 0.89}, update=False, lower=False) == 1
    assert quality.settle("gold", {"date": 0.89}, update=True, lower=False) == 1
    assert json.loads(floors.read_text(encoding="utf-8")) == {"gold": {"date": 0.9}}
    assert quality.settle("gold", {"date": 0.89}, update=True, lower=True) == 0
    assert json.loads(floors.read_text(encoding="utf-8")) == {"gold": {"date": 0.89}}


def test_the_corpus_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        corpus.write(tmp_path / name, 3)
    one, two = (corpus.read(tmp_path / name) for name in ("one", "two"))
    assert [page.text for page in one] == [page.text for page in two]
    assert len({page.text for page in one}) == 3


def test_a_killed_import_is_finished_by_the_same_command(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    corpus.write(tmp_path / "pages", 66)
    assert killing.kill(tmp_path, 2, 2, random.Random(4)) == []


@pytest.mark.parametrize("name", ["crawls", "mutating", "wounding"])
def test_benchmarks_that_use_the_tools_start_from_anywhere(name: str, tmp_path: Path) -> None:
    script = Path(killing.__file__).with_name(f"{name}.py")
    said = subprocess.run([sys.executable, script, "--help"], cwd=tmp_path, capture_output=True, text=True)
    assert said.stdout.startswith(f"usage: {name}.py"), said.stderr


def test_pages_made_for_large_imports() -> None:
    found = list(scale.made(3, 20 << 10))
    assert all(19_900 < len(it.raw) <= 20 << 10 for it in found)
    assert len({page_or_reject(it).source for it in found}) == len({it.raw for it in found}) == 3


def test_wrapping_keeps_the_text() -> None:
    page = page_from_bytes(corpus.as_html("Кмет <на> общината\n056/ 841 234\nИме\tТелефон\n"), "x.html")
    for line in ("Кмет <на> общината", "056/ 841 234", "Име\tТелефон"):
        assert line in page.text.splitlines()


@pytest.mark.parametrize("module", [forms, scoring], ids=lambda module: module.__name__)
def test_examples_in_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
