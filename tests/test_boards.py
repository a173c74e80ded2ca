"""Boards: councils, commissions and units that no register lists, and who is of them by heading, office or sentence."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def people(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """The people of a text with their roles and institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, it.details.get("role"), it.details.get("institution")) for it in found if it.kind == "person"]


NAMES = ("Рада Пенева", "Цоло Ганев")


@pytest.mark.parametrize(
    ("text", "board"),
    [
        ("Ръководство\nУчилищно настоятелство\nРада Пенева\nинж. Цоло Ганев\n", "Училищно настоятелство"),
        ("ПРОВЕРИТЕЛНА КОМИСИЯ:\n1. Рада Пенева\n\n2. Цоло Ганев", "Проверителна комисия"),
        ("Научен съвет (мандат 2019-2023)\n\nпроф. Рада Пенева\n\nдоц. Цоло Ганев", "Научен съвет"),
        ("Съвет на настоятелите\nМандат 2019-2023\n- Рада Пенева\n- Цоло Ганев", "Съвет на настоятелите"),
        ("Състав на Обществения съвет:\nРада Пенева\nЦоло Ганев", "Обществен съвет"),
        ("Отдел „Човешки ресурси“\nРада Пенева\nтел. 056 841 234\nЦоло Ганев", "Отдел „Човешки ресурси“"),
        ("ЗВЕНО ВЪТРЕШЕН ОДИТ\nРада Пенева, тел. 056 841 234\nЦоло Ганев", "Звено вътрешен одит"),
        ("Комисия по етика\nРада Пенева (родител)\nЦоло Ганев", "Комисия по етика"),
        ("Управителен съвет: Рада Пенева и Цоло Ганев", "Управителен съвет"),
    ],
)
def test_bare_names_are_of_the_board_that_heads_them(text: str, board: str) -> None:
    assert people(text) == [(name, None, board) for name in NAMES]


@pytest.mark.parametrize(
    "text",
    [
        "Общински съвет – Мездра\nРада Пенева откри изложбата, която гостува в залата до края на месеца.\nЦоло Ганев",
        "Конкурсна комисия\nДопуснати кандидати\nРада Пенева\nЦоло Ганев",
        "Участници в срещата на Община Мездра:\nРада Пенева\nЦоло Ганев",
        "Комисия по етика на здравния дом, която заседава: Рада Пенева\nЦоло Ганев",
    ],
)
def test_other_names_are_of_no_board(text: str) -> None:
    assert people(text) == [(name, None, None) for name in NAMES]


def test_a_line_of_something_else_ends_the_list() -> None:
    text = "Програмен съвет\nРада Пенева\nВсички заседания са открити.\nЦоло Ганев"
    assert people(text) == [("Рада Пенева", None, "Програмен съвет"), ("Цоло Ганев", None, None)]
