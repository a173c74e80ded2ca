"""Labels of what heads a line or a card: units and offices with long names, before rooms, people and numbers."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text


def labels(text: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == "phone"]


@pytest.mark.parametrize(
    "head",
    [
        "Каса",
        "Отдел „Местни приходи, такси и наеми“",
        "Дирекция „Устройство на територията и имоти“",
        "Звено „Превоз на пътници и товари“",
        "Регистратура за класифицирана информация",
        "Приемна за социални услуги",
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "{head} тел. 094/ 61 22 10",
        "{head}, тел. 094/ 61 22 10",
        "{head} – Минка Илева – 094/ 61 22 10",
        "{head}, Минка Илева, архивар, тел. 094/ 61 22 10",
        "{head}: стая 5, Минка Илева, главен специалист, тел. 094/ 61 22 10",
        "{head} – гл. експерт Минка Илева – 094/ 61 22 10",
        "Телефон – {head}: 094/ 61 22 10",
        "{head}\nМинка Илева\nтел. 094/ 61 22 10",
        "{head}\nстая 5\nтел. 094/ 61 22 10",
    ],
)
def test_a_head_is_the_label_however_long_it_is(line: str, head: str) -> None:
    assert labels(line.format(head=head)) == [head]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Пазачът на язовира обяви тел. 094/ 61 22 10", "тел."),
        ("Началник сектор „Надзор“ гл. инспектор Минка Илева – 094/ 61 22 10", "Началник сектор „Надзор“"),
        ("Записване на групи: Минка Илева, екскурзовод, тел. 094/ 61 22 10", "Записване на групи"),
    ],
)
def test_what_only_looks_like_a_head_is_none(text: str, expected: str) -> None:
    assert labels(text) == [expected]


def test_bodies_of_a_numbered_list_are_told_at_their_addresses() -> None:
    text = (
        "1. Библиотека „Изгрев“ – гр. Видин, ул. „Роза“ 4, тел. 094/ 61 22 10\n"
        "2. Музей „Петър Илев“ – гр. Видин, ул. „Липа“ 6; тел. 094/ 61 22 11\n"
    )
    assert labels(text) == ["Библиотека „Изгрев“", "Музей „Петър Илев“"]


@pytest.mark.parametrize("called", ["тел. и факс:", "Телефон:", "т."])
@pytest.mark.parametrize(
    "card",
    [
        "{head}: {called} 094/ 61 22 10",
        "{head}, {called} 094/ 61 22 10",
        "{head}\nул. „Роза“ 4\n{called} 094/ 61 22 10",
    ],
)
def test_a_word_for_telephones_says_no_more_than_the_head(card: str, called: str) -> None:
    assert labels("Контакти\n\n" + card.format(head="Учителска стая", called=called)) == ["Учителска стая"]


@pytest.mark.parametrize(
    "row",
    [
        "тел. 094/ 61 22 1{at} – {office} {name}",
        "094/ 61 22 1{at} – {name}, {office}",
        "{name} ({office}) – 094/ 61 22 1{at}",
        "{name} – {office}\t094/ 61 22 1{at}",
    ],
)
def test_each_of_a_list_has_the_office_in_its_own_line(row: str) -> None:
    people = (("архивар", "Минка Илева"), ("главен експерт „Наеми“", "инж. Петко Данев"), ("касиер", "Дана Стоева"))
    rows = [row.format(at=at, office=office, name=name) for at, (office, name) in enumerate(people)]
    assert labels("Контакти\n\n" + "\n".join(rows) + "\n") == [office for office, _ in people]


@pytest.mark.parametrize(
    "row",
    [
        "{at}\t{place}\tМинка Илева\t094/ 61 22 1{at}\n",
        "{place}\nМинка Илева\n094/ 61 22 1{at}\n",
        "{place}\nтел. 094/ 61 22 1{at}\n\n",
    ],
)
def test_a_number_in_a_list_of_villages_is_of_its_village(row: str) -> None:
    places = ["с. Горно Поле", "с. Долно Поле", "с. Брод"]
    assert labels("".join(row.format(at=at, place=place) for at, place in enumerate(places, 1))) == places


def test_the_town_of_a_letterhead_is_no_label() -> None:
    assert labels("Читалище „Роза“\nгр. Видин\nтел. 094/ 61 22 10\n") == ["тел."]


def test_a_heading_for_telephones_and_addresses_says_of_none_whose_it_is() -> None:
    assert labels("Телефони и адреси\n\nКаса\n094/ 61 22 10\n") == ["Каса"]
