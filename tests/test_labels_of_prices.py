"""Labels of sums in lists and tables of prices: services above, steps behind, cases of one price."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text

HEADS = "Услуга\nПравно основание\nДокументи\nТакса\n"


def labels(text: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == "money"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Наем на зала\n5 лв. до 1 час\n8 лв. до 2 часа", ["до 1 час", "до 2 часа"]),
        ("Вход:\n\n • 4 лв. за възрастни\n\n • 2 лв. за ученици, с карта", ["за възрастни", "за ученици"]),
        ("Наем на зала\n5 лв. на час", ["Наем на зала"]),
        ("Наем на зала\n5 лв. на час\nНаем на двор\n7 лв. на час", ["Наем на зала", "Наем на двор"]),
    ],
)
def test_prices_that_go_up_in_steps(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Начална тръжна цена: за ниви – 22 лв./дка., за ливади – 15 лв./дка", "Начална тръжна цена"),
        ("1. Депозит: за имоти в града – 50 лв., а за имоти в селата – 20 лв.", "Депозит"),
        ("Цена на билет: 5 лв./бр., за деца: 2 лв./бр.", "за деца"),
        ("Скица - 22 лв./бр., заверка - 15 лв./бр.", "заверка"),
    ],
)
def test_one_price_for_several_cases(text: str, expected: str) -> None:
    assert labels(text)[1] == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("1.\nСкица\nЛична карта\n\n\n5 лв.\n2.\nПрепис\nЗаявление\n6 лв.", ["Скица", "Препис"]),
        ("1.\nСкица\nна имот\nчл. 7\n5 лв. на лист\n2.\nПрепис\n6 лв.", ["Скица на имот", "Препис"]),
        ("101.\nСкица\nчл. 7 от Наредба № 3\n5 лв., по чл. 9\n14 дни\n102.\nПрепис", ["Скица"]),
    ],
)
def test_services_of_a_table_whose_cells_have_a_line_each(rows: str, expected: list[str]) -> None:
    assert labels(HEADS + rows) == expected


def test_a_numbered_list_is_no_such_table() -> None:
    assert labels("1.\nТакси\n\nКарта за читалня\n5 лв.\n2.\nГлоби") == ["Карта за читалня"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "лодка до 6 кв. м. 14 дни 12,00 лв.\nнад 6 кв. м. палуба с навес за всеки кв. м. навес 1 нощ 4,00 лв.",
            ["лодка до 6 кв. м. 14 дни", "над 6 кв. м. палуба с навес за всеки кв. м. навес 1 нощ"],
        ),
        (
            "Проект на стойност 5000 лв.\nСъветът разгледа отчета на читалището за годината с разход 300 лв.",
            ["Проект", None],
        ),
        (
            "1. Издаване на удостоверение за идентичност\nна поземлен имот - 10 лв.\n2. Заверка\nна препис - 4 лв.",
            ["Издаване на удостоверение за идентичност на поземлен имот", "на препис"],
        ),
    ],
)
def test_long_and_wrapped_rows(text: str, expected: list[str | None]) -> None:
    assert labels(text) == expected
