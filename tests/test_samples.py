"""The sample pages: evidence, schema, sameness, and how much of what was expected by hand is found.

Run with `-s` to see the table. The floors in `samples_floors.json` are raised by hand and never lowered in silence.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from making import ROOT, json_lines

from govarchive.extract import extract
from govarchive.formats.schema import record_schema
from govarchive.kinds import BY_NAME
from govarchive.model import Page, Record
from govarchive.pages import page_from_bytes

PAGES = sorted((ROOT / "samples" / "pages").iterdir())
FLOORS: dict[str, float] = json.loads(Path(__file__).with_name("samples_floors.json").read_text(encoding="utf-8"))
OWN_NAMES = {"fax": "phone", "date_relative": "date"}
"""Kinds that only the expected files know, and what they are called in records."""


@cache
def read(path: Path) -> tuple[Page, tuple[Record, ...]]:
    page = page_from_bytes(path.read_bytes(), path.name)
    return page, tuple(extract(page))


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("path", PAGES, ids=lambda it: it.stem)
def test_every_record_has_its_evidence(path: Path) -> None:
    page, records = read(path)
    validator = Draft202012Validator(record_schema())
    for it in records:
        assert it.text == page.text[it.start : it.stop]
        assert it.text == it.text.strip() != ""
        validator.validate(msgspec.to_builtins(it))
    assert len({it.id for it in records}) == len(records)
    assert [it.start for it in records] == sorted(it.start for it in records)


@pytest.mark.parametrize("path", PAGES, ids=lambda it: it.stem)
def test_two_runs_are_equal(path: Path) -> None:
    assert tuple(extract(page_from_bytes(path.read_bytes(), path.name))) == read(path)[1]


@pytest.mark.parametrize("path", PAGES, ids=lambda it: it.stem)
def test_what_is_expected_stands_on_the_page(path: Path) -> None:
    text = squeezed(read(path)[0].text)
    for it in expected_of(path):
        assert squeezed(it["text"]) in text, it


def expected_of(path: Path) -> list[dict[str, Any]]:
    return json_lines((ROOT / "samples" / "expected" / f"{path.stem}.jsonl").read_bytes())


Found = tuple[str, str]
"""A kind as in the expected files, and a value (of a relative date: its text)."""


def found_on(path: Path) -> set[Found]:
    """What the page gives, in the terms of the expected files; what fails its check is left out."""
    return {_as_expected(it) for it in read(path)[1] if it.valid is not False}


def _as_expected(it: Record) -> Found:
    if it.details.get("relative"):
        return "date_relative", squeezed(it.text).lower()
    return ("fax" if it.details.get("fax") else it.kind), it.value or squeezed(it.text)


def compare(expected: list[dict[str, Any]], found: set[Found]) -> Counter[tuple[str, str]]:
    """Hits, misses and false alarms by kind; optional mentions count neither way."""
    counts: Counter[tuple[str, str]] = Counter()
    rest = set(found)
    for optional in (False, True):
        for wanted in {msgspec.json.encode(it): it for it in expected if bool(it.get("optional")) == optional}.values():
            kind = wanted["kind"]
            text = squeezed(wanted["text"]).lower()
            values = [text] if kind == "date_relative" else [wanted["value"], *wanted.get("alt", [])]
            hits = {(kind, value) for value in values} & found
            rest -= hits
            if not optional:
                counts[OWN_NAMES.get(kind, kind), "hit" if hits else "miss"] += 1
    counts.update((OWN_NAMES.get(kind, kind), "false") for kind, _ in rest)
    return counts


def f1_of(counts: Counter[tuple[str, str]], kind: str) -> float:
    hits, wrong = counts[kind, "hit"], counts[kind, "miss"] + counts[kind, "false"]
    return 2 * hits / (2 * hits + wrong) if hits + wrong else 1.0


@cache
def totals() -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for path in PAGES:
        expected = [it for it in expected_of(path) if OWN_NAMES.get(it["kind"], it["kind"]) in BY_NAME]
        counts.update(compare(expected, found_on(path)))
    return counts


def test_every_kind_has_a_floor() -> None:
    assert set(FLOORS) == set(BY_NAME)


@pytest.mark.parametrize("kind", BY_NAME)
def test_no_kind_falls_below_its_floor(kind: str) -> None:
    counts = totals()
    f1 = f1_of(counts, kind)
    said = f"{kind:<12} F1 {f1:.3f}  floor {FLOORS[kind]:.3f}  " + "  ".join(
        f"{what} {counts[kind, what]}" for what in ("hit", "miss", "false")
    )
    print(f"\n{said}", end="")
    assert f1 >= FLOORS[kind], said


def test_the_comparator() -> None:
    expected: list[dict[str, Any]] = [
        {"kind": "date", "text": "а", "value": "2015"},
        {"kind": "date", "text": "б", "value": "2016", "alt": ["2016-01"]},
        {"kind": "fax", "text": "в", "value": "+359", "optional": True},
        {"kind": "date_relative", "text": "Днес", "value": None},
    ]
    found = {("date", "2016-01"), ("fax", "+359"), ("date_relative", "днес"), ("date", "2017")}
    counts = compare(expected, found)
    assert counts == {("date", "hit"): 2, ("date", "miss"): 1, ("date", "false"): 1}
    assert f1_of(counts, "date") == pytest.approx(2 / 3)
    assert f1_of(counts, "phone") == 1.0
