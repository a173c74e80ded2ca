"""Where units end: who stands below one and is of the body around it, as the office or the next heading tells."""

import pytest
from making import page_of

from govarchive.extract import extract


def told(text: str) -> dict[str | None, tuple[str | None, str | None]]:
    """The people of a text with their offices and the units or bodies that they are told to be of."""
    people = (it for it in extract(page_of(text)) if it.kind == "person")
    return {it.value: (it.details.get("role"), it.details.get("institution")) for it in people}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ръководство\nКмет: Цоло Ганев\nСекретар: Рада Пенева", "Община Мездра"),
        ("Обща администрация\n\nРада Пенева – касиер", "Община Мездра"),
        ("ФИНАНСИ\nСчетоводител\nРада Пенева\nтел. 124", "Община Мездра"),
        ("Главен архитект: арх. Рада Пенева", "Община Мездра"),
        ("Експерт: Рада Пенева", "Отдел „Култура“"),
    ],
)
def test_a_heading_behind_a_gap_or_an_office_of_the_whole_ends_a_unit(text: str, body: str) -> None:
    page = f"Община Мездра\nОтдел „Култура“\nНачалник отдел: Нона Рунева\n\n{text}\n"
    assert told(page)["Нона Рунева"][1] == "Отдел „Култура“"
    assert told(page)["Рада Пенева"][1] == body


@pytest.mark.parametrize("office", ["ДЪРЖАВНИ СЪДЕБНИ ИЗПЪЛНИТЕЛИ", "СЪДИЯ ПО ВПИСВАНИЯТА", "Съдебен администратор"])
def test_who_serves_the_court_is_of_none_of_its_divisions(office: str) -> None:
    page = f"Районен съд Мездра\nТЪРГОВСКО ОТДЕЛЕНИЕ\nНона Рунева\n\n{office}\nРада Пенева\n"
    assert [it[1] for it in told(page).values()] == ["Търговско отделение", "Районен съд Мездра"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Катедра „Физика“\nРектор: проф. Рада Пенева", None),
        ("Отдел „Култура“\nКмет: Рада Пенева", None),
        ("Служба по вписванията – Рада Пенева, съдия по вписванията", "Служба по вписванията"),
    ],
)
def test_whom_no_unit_has_is_of_none_also_where_no_body_is_told(text: str, body: str | None) -> None:
    assert told(text)["Рада Пенева"][1] == body
