"""The sample pages: evidence, schema, sameness, and how much of what was expected by hand is found.

The scorer and its floors are those of `make quality` (benchmarks/quality.py); `--samples` there prints the whole table.
"""

import json
from functools import cache
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator
from making import ROOT
from quality import FLOORS, SAMPLES, found_in, read_samples, rounded
from scoring import score

from govarchive.extract import extract
from govarchive.formats.schema import record_schema
from govarchive.model import Page, Record
from govarchive.pages import page_from_bytes

PAGES = sorted((ROOT / "samples" / "pages").iterdir())
EXPECTED, FILES = read_samples(SAMPLES)
FLOOR: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))["samples"]


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
    for it in EXPECTED[path.stem]:
        assert squeezed(it["text"]) in text, it


@cache
def scores() -> dict[str, float]:
    return rounded(score(EXPECTED, {page: found_in(path) for page, path in FILES.items()}))


def test_every_kind_that_a_sample_holds_has_a_floor() -> None:
    assert {item["kind"] for items in EXPECTED.values() for item in items} <= set(FLOOR)


@pytest.mark.parametrize("kind", FLOOR)
def test_no_kind_falls_below_its_floor(kind: str) -> None:
    assert scores()[kind] >= FLOOR[kind]
