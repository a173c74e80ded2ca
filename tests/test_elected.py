"""Lists of people elected out of all trades: the office of the list is theirs, not the trade behind the name."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text


def offices(text: str) -> list[tuple[str | None, str | None]]:
    found = (it.details for it in extract(page_from_text(text)) if it.kind == "person")
    return [(it.get("role"), it.get("institution")) for it in found]


ITEMS = "1. Айлин Мехмед Юсуф – педагог\n2. Цоло Вълчев Ганев – икономист\n3. Рада Ганева Пенева – пенсионер"


@pytest.mark.parametrize(
    ("head", "court"),
    [
        ("Съдебни заседатели:", None),
        ("СЪДЕБНИ ЗАСЕДАТЕЛИ\n", None),
        ("Съдът предлага за съдебни заседатели:", None),
        ("Съдебни заседатели за Районен съд – Габрово, мандат 2020 – 2024 г.", "Районен съд – Габрово"),
        ("СЪДЕБНИ ЗАСЕДАТЕЛИ В РАЙОНЕН СЪД – ГАБРОВО ЗА МАНДАТ 2020 – 2024 г.\n", "Районен съд – Габрово"),
    ],
)
def test_lay_judges(head: str, court: str | None) -> None:
    assert offices(f"{head}\n{ITEMS}") == [("съдебен заседател", court)] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Съдебни заседатели\n№\tИме\tПрофесия\n1\tАйлин Мехмед Юсуф\tпедагог\n2\tЦоло Вълчев Ганев\tикономист",
        "Съдебни заседатели: Айлин Мехмед Юсуф – педагог, Цоло Вълчев Ганев – инженер",
        "Съдебни заседатели:\nАйлин Мехмед Юсуф, педагог\nЦоло Вълчев Ганев, учител",
    ],
)
def test_other_shapes_of_the_list(text: str) -> None:
    assert [role for role, _ in offices(text)] == ["съдебен заседател"] * 2


def test_an_office_in_the_body_stays() -> None:
    text = "Общински съветници:\nАйлин Мехмед Юсуф – педагог\nЦоло Ганев – председател\nРада Пенева – инженер"
    assert [role for role, _ in offices(text)] == ["общински съветник", "председател", "общински съветник"]


def test_among_the_staff_a_trade_is_the_office() -> None:
    text = "Служители:\nАйлин Мехмед Юсуф – инженер\nЦоло Вълчев Ганев – счетоводител"
    assert [role for role, _ in offices(text)] == ["инженер", "счетоводител"]


def test_councillors_below_the_head_of_a_page_stay_so_behind_the_names_of_their_lists() -> None:
    text = "Общински съветници 2019-2023\nПП „Напред“\nРада Минева\nИво Рунев\nМК „Заедно“\n"
    text += "Петър Рунев - председател на групата\nМинка Радева\nНезависими\n1. Ана Рунева\n"
    found = extract(page_from_text(text))
    told = {it.value: it.details.get("role") for it in found if it.kind == "person"}
    assert told.pop("Петър Рунев") == "председател на групата"
    assert set(told.values()) == {"общински съветник"}
    assert len(told) == 4
