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
            "от 0 до 20 кв. м. 30 дни 12,00 лв.\nнад 20 кв. м. за всеки кв. м. над 20 кв. м. на месец 1 ден 4,00 лв.",
            ["от 0 до 20 кв. м. 30 дни", "над 20 кв. м. за всеки кв. м. над 20 кв. м. на месец 1 ден"],
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вход: деца 2 лв., ученици и пенсионери – 3 лв., беседа 9 лв.", ["деца", "ученици и пенсионери", "беседа"]),
        (
            "Такси: скица 18 лв. (обикн.), 36 лв. (бърза); препис 40 лв.",
            ["скица", "скица", "препис"],
        ),
        ("Карта – годишна: възрастни 8 лв., деца, учащи се и пенсионери 4 лв.", ["възрастни", "учащи се и пенсионери"]),
        ("Наеми: голяма зала 90 лв. на ден, малка зала 40 лв. на ден", ["голяма зала", "малка зала"]),
        ("Такса: 5 лв. на ден (пенсионери 1 лв.), легло - 60 лв.", ["Такса", "пенсионери", "легло"]),
        ("Начална цена: 900 лв. без ДДС, депозит: 90 лв.", ["Начална цена", "депозит"]),
    ],
)
def test_each_of_several_sums_of_a_line_has_its_own_words(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "01-00 Заплати   600 лв.   490 лв.\n02-00 Други разходи   20 лв.  9 лв.",
            ["Заплати"] * 2 + ["Други разходи"] * 2,
        ),
        ("Разходи за храна 300 лв.   250 лв.", ["Разходи за храна"] * 2),
    ],
)
def test_a_plan_and_its_outcome_in_one_row(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. ПРЕПИС\n• Искане по образец\n• Такса - 5 лв.\n2. СКИЦА\n• v Такса - 2 лв.", ["ПРЕПИС", "СКИЦА"]),
        ("Скица\nТакса: 15 лв.\nСрок: 7 дни\n\nПрепис\nСрок: 7 дни\nТакса: 5 лв.", ["Скица", "Препис"]),
        ("Такса за градина\nМесечно: 42 лв.", ["Такса за градина"]),
        ("Обява за търг\nИмот: нива\nЦена: 4000 лв.\nДепозит: 40 лв.", ["Цена", "Депозит"]),
        ("Тръжната документация се закупува от каса № 2. Цена – 30 лв., не се връща.", ["Тръжната документация"]),
    ],
)
def test_what_a_bare_price_is_of(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Щетите са за 960 лв.", ["Щетите"]),
        ("Сградата е строена с дарения и заем от 3000 лева, отпуснат от банка.", ["заем"]),
        ("За дубликат на диплома се дължи такса 5 лв.", ["дубликат на диплома"]),
        ("За ремонта са изразходвани 600 лв., а от наеми са получени 200 лв.", ["ремонта", "наеми"]),
        ("Кметът подписа договор за 3400 лв.", ["договор"]),
        (
            "Таксата за деца е 4 лв., а добавката за помощ е в размер на 5 лв.",
            ["Таксата за деца", "добавката за помощ"],
        ),
    ],
)
def test_sums_told_in_sentences(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
