"""Addresses beyond their table: details, the straightened value, and text that is none."""

import time

import pytest

from govarchive.extract import extract
from govarchive.kinds import address
from govarchive.model import Page, Record


def found(text: str) -> list[Record]:
    return extract(Page(text=text, source="test", sha256="0" * 64), kinds=[address])


@pytest.mark.parametrize(
    ("text", "details"),
    [
        (
            "гр. Враца, 3000, бул. „Вестител“ №1",
            {"number": "1", "place": "Враца", "postcode": "3000", "street": "бул. „Вестител“"},
        ),
        (
            "ул. „Рила“ № 5А, 7000 гр. Русе",
            {"number": "5А", "place": "Русе", "postcode": "7000", "street": "ул. „Рила“"},
        ),
        ("ж.к. Люлин, бл. 301, вх. А", {"street": "ж.к. Люлин"}),
        (
            "гр. Русе, ул. „Рила“ 5, п.к. 26, п.к. 7000",
            {"number": "5", "place": "Русе", "postcode": "7000", "street": "ул. „Рила“"},
        ),
        ("ГР. РУСЕ, УЛ. „РИЛА“ № 5", {"number": "5", "place": "Русе", "street": "УЛ. „РИЛА“"}),
    ],
)
def test_details(text: str, details: dict[str, str]) -> None:
    assert found(text)[0].details == details


def test_the_value_is_one_line_with_paired_quotes() -> None:
    [it] = found("5002 Велико Търново\nул.  ”Никола Рилски“ № 68")
    assert it.value == "5002 Велико Търново ул. „Никола Рилски“ № 68"
    assert it.text == "5002 Велико Търново\nул.  ”Никола Рилски“ № 68"


def test_two_line_ends_separate() -> None:
    assert [it.value for it in found("гр. Русе\n\nул. „Рила“ № 5")] == ["ул. „Рила“ № 5"]


def test_a_second_region_or_municipality_is_another_matter() -> None:
    [it] = found("община Мездра, област Русе, община Русе, гр. Русе, ул. „Рила“ № 5")
    assert it.value == "област Русе, община Русе, гр. Русе, ул. „Рила“ № 5"


def test_values_read_as_themselves() -> None:
    value = "гр. Враца, 3000, бул. „Вестител“ №1, ет. 2"
    assert address.normalise(value) == value


def test_long_runs_take_linear_time() -> None:
    started = time.perf_counter()
    for piece in (
        "ул. ",
        "гр. ",
        "ул. Рила ",
        'ул. "',
        "3000 ",
        "бл. 5, ",
        "общ. Русе, ",
        "кв. Запад № 5, ",
        "адрес: ",
    ):
        list(address.find(piece * 5_000))
    assert time.perf_counter() - started < 10
