"""Labels behind what sends those who ask: the unit to ask, who takes calls, a unit with no mark before it."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text

IBAN = "BG80BNBG96611020345678"


def labels(text: str, kind: str = "phone") -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("За справки: отдел „Наеми“ 094 611 564, 611 565", ["отдел „Наеми“"] * 2),
        ("За контакт: приемна „Пенсии“ 094 611 564", ["приемна „Пенсии“"]),
        ("При въпроси: гл. счетоводител 094 611 564", ["гл. счетоводител"]),
        ("За сигнали на рибари към РУ – Видин: дежурна част  094 611 564", ["дежурна част"]),
        ("Оглед на лодките: касиер 094 611 564", ["касиер"]),
        ("Записване на групи: Минка Илева, екскурзовод, тел. 094 611 564", ["екскурзовод"]),
        ("Записване на групи: Минка Илева, тел. 094 611 564", ["Записване на групи"]),
        ("За справки на телефон 094 611 564 (сл. „Кадри“).", ["сл. „Кадри“"]),
        ("За справки: 094 611 564", ["За справки"]),
        ("Дирекция „Контрол“ приема сигнали за нарушения: 094 611 564", ["Дирекция „Контрол“"]),
        ("ОДЦ (дежурна част), тел.: 094 611 564", ["ОДЦ (дежурна част)"]),
        ("Дежурна част (денонощно), тел. 094 611 564", ["Дежурна част"]),
        ("тел./факс на управителя: 094 611 564", ["управителя"]),
    ],
)
def test_whom_to_ask(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Управление: гр. Елена, ул. „Роза“ 1, тел. 094 611 564 деловодство; 094 611 565 каса",
            ["деловодство", "каса"],
        ),
        ("Телефони:\n094 611 564 за записване на час (14:00 – 17:00)", ["за записване на час"]),
        ("☎ 094 611 564 (рентген) ☎ 094 611 565 (скенер)", ["рентген", "скенер"]),
        ("094 611 564 – Минка Илева, касиер", ["касиер"]),
        ("Декан\nМинка Илева\nКорпус 2, каб. 2.413\nтел: 094 611 564", ["Декан"]),
        ("Деловодство\nот 8,30 до 18,00 ч. без прекъсване\n094 611 564", ["Деловодство"]),
    ],
)
def test_what_stands_behind_a_telephone_or_above_its_room(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Хор „Песен“ ....... 400 лв., по сметка {IBAN}", "Хор „Песен“"),
        (f"Приходите се внасят по сметка:\nБанка ДСК офис Елена, {IBAN}", "Приходите"),
    ],
)
def test_accounts_of_a_sum_and_at_an_office_of_a_bank(text: str, expected: str) -> None:
    assert labels(text, "iban") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("стая 1 – Деловодство – тел. 094 611 564", ["Деловодство"]),
        ("стая 105, ГРАО: 094 611 564", ["ГРАО"]),
        ("стая 3 Минка Илева, гл. счетоводител, 094 611 564", ["гл. счетоводител"]),
        ("Гише 5 - книжки: 094 611 564", ["Гише 5 - книжки"]),
    ],
)
def test_a_room_before_the_desk_is_no_part_of_the_label(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Район Елена: ул. „Роза“ 1, тел. 094 611 564", ["Район Елена"]),
        ("Приемна: Видин, ул. „Роза“ 1, тел. 094 611 564", ["Приемна"]),
        ("Община Елена, ул. „Роза“ 1, тел. 094 611 564", ["тел."]),
        ("Адрес: ул. „Роза“ 1, тел. 094 611 564", ["тел."]),
        ("Сигнали се подават в деловодството (тел. 094 611 564).", ["деловодството"]),
    ],
)
def test_the_unit_at_an_address_or_before_a_bracket(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
