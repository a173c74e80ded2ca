"""A court, a council, an office of a region and the town behind its dash that no list knows."""

import pytest
from making import page_of, people

from govarchive.extract import extract


def bodies(text: str) -> list[str | None]:
    return [it.value for it in extract(page_of(text)) if it.kind == "institution"]


@pytest.mark.parametrize(
    "head",
    [
        "Районен съд",
        "РС",
        "ТП на НОИ",
        "РУ на МВР",
        "ТД на НАП",
        "РУ „Полиция“",
        "Дирекция „Бюро по труда“",
        "ДБТ",
        "РЗИ",
        "РИОСВ",
        "Регионална здравна инспекция",
        "Областна дирекция на МВР",
        "Общинска служба „Земеделие“",
    ],
)
@pytest.mark.parametrize("town", ["Дренак", "Вълчин", "Глогово", "Горни Дренак", "Крушари"])
@pytest.mark.parametrize("behind", ["\nНачалник: Рада Илева Пенева", ", тел. 0888 101 201", " | 0888 101 201", ""])
def test_the_town_behind_the_dash_of_a_local_office_is_part_of_its_name(head: str, town: str, behind: str) -> None:
    assert bodies(f"{head} – {town}{behind}") == [f"{head} – {town}"]


@pytest.mark.parametrize("head", ["РЗИ", "ТП на НОИ", "РИОСВ", "ОДМВР"])
@pytest.mark.parametrize(
    "other",
    [
        "Протокол",
        "Контакти",
        "Здравен контрол",
        "Председател",
        "Рада Пенева",
        "Пенсии",
        "Дежурна част",
        "Реклама",
        "Склад",
        "Доклади",
        "началник",
        "Отпадъци",
        "ОВОС",
    ],
)
def test_a_desk_a_page_or_somebody_behind_the_dash_is_no_town(head: str, other: str) -> None:
    assert bodies(f"{head} – {other}\nтел. 0888 101 201") == [head]


@pytest.mark.parametrize("other", ["Гражданско отделение", "Протокол", "Рада Пенева", "Председател", "Архив", "Скица"])
@pytest.mark.parametrize("head", ["Районен съд", "РС", "Общински съвет"])
def test_nor_is_it_behind_a_court_or_a_council(head: str, other: str) -> None:
    assert not any(other in str(it) for it in bodies(f"{head} – {other}\nтел. 0888 101 201"))


@pytest.mark.parametrize("body", ["РС – Тополка", "Районна прокуратура – Ряпка", "Общински съвет – Лозай"])
def test_behind_who_leads_or_serves_it_any_name_is_its_town(body: str) -> None:
    assert people(f"Рада Пенева, секретар на {body}") == [("Рада Пенева", "секретар", body)]
