"""Sections: who stands in a list whose items have several lines, a label, or a row of a table that lost its borders."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def roles(text: str) -> dict[str | None, str | None]:
    """The people of a text with the offices told for them."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {it.value: it.details.get("role") for it in found if it.kind == "person"}


NAMES = ("Рада Пенева", "Цоло Ганев", "Невена Гърдева")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "СЪДИИ\n\nРада Пенева\nII граждански състав, вътр. 22\n\nЦоло Ганев\nIII наказателен състав\nвътр. 25\n\n"
            "Невена Гърдева\n",
            "съдия",
        ),
        (
            "Общински съветници:\nРада Пенева\nПП „Напред“\nЦоло Ганев\nКП „Заедно“\nНевена Гърдева\nнезависим\n",
            "общински съветник",
        ),
        (
            "Учители\nРада Пенева\nе-поща: rada@primer.bg\nЦоло Ганев\nНевена Гърдева\nе-поща: nevena@primer.bg\n",
            "учител",
        ),
        (
            "Директори на училища\nОУ „Роза“ – Рада Пенева\nСУ „Бор“, гр. Дол: Цоло Ганев\n"
            "ПГ по туризъм - инж. Невена Гърдева (от 2019 г.)\n",
            "директор",
        ),
    ],
)
def test_the_office_that_heads_a_section_is_of_all_in_it(text: str, role: str) -> None:
    assert roles(text) == dict.fromkeys(NAMES, role)


@pytest.mark.parametrize(
    "between",
    ["ОБЩА АДМИНИСТРАЦИЯ\n", "\nСлужба „Връчване“\n", "вътр. 22\nЗа справки:\n", "\nОт днес работи и с граждани.\n\n"],
)
def test_a_section_ends_at_another_heading(between: str) -> None:
    assert roles(f"СЪДИИ\nРада Пенева\n{between}Цоло Ганев\n") == {"Рада Пенева": "съдия", "Цоло Ганев": None}


def test_a_table_whose_cells_a_semicolon_parts() -> None:
    text = "№;Име;Длъжност;Тел.\n1;Рада Пенева;главен експерт;841 234\n2;Цоло Ганев;специалист;841 235\n"
    assert roles(text) == {"Рада Пенева": "главен експерт", "Цоло Ганев": "специалист"}


def test_a_village_list_is_read_over_rows_of_another_form() -> None:
    text = (
        "Кметове на кметства:\nс. Дол - Рада Пенева, тел. 05142 22-61\nс. Брод, длъжността е вакантна\n"
        "Кметство Лъка Цоло Ганев тел. 05142 22-63\nс. Орех: Невена Гърдева\n"
    )
    assert roles(text) == dict.fromkeys(NAMES, "кмет")


def test_an_office_below_a_name_takes_its_line_with_it() -> None:
    text = "Рада Пенева\nстарши учител, класен ръководител на 3 клас\nЦоло Ганев\nучител, 4 клас\n"
    assert roles(text) == {"Рада Пенева": "старши учител", "Цоло Ганев": "учител"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Шофьор на автобус рег. № РА 1234 ВК – Рада Пенева\nОгняр: Цоло Ганев", "шофьор"),
        ("Старши експерт по чужди езици /английски/\nРада Пенева\n412", "старши експерт по чужди езици"),
        ("Ръководител на състава „Росица“ (лауреат на фестивала) е Рада Пенева.", "ръководител"),
        ("Рада Пенева .......... главен счетоводител", "главен счетоводител"),
        ("През 1950 г. председатели са били последователно: Рада Пенева /1950-1958/ и Цоло Ганев", "председател"),
        ("Старша операционна сестра\nРада Пенева\nСтарши рентгенов лаборант\nЦоло Ганев", "старша операционна сестра"),
        ("Наградата връчи журналистката от в. „Нов ден“ Рада Пенева.", "журналистка"),
        ("Състав на УС:\n1. Цоло Ганев - председател\n2. Рада Пенева", "член"),
    ],
)
def test_what_stands_between_an_office_and_its_holder(text: str, role: str) -> None:
    assert roles(text)["Рада Пенева"] == role


def test_the_unit_of_an_office_is_told_once() -> None:
    text = "РИОСВ Хасково\nНАЧАЛНИК НА ОТДЕЛ „ПРЕВАНТИВНА ДЕЙНОСТ“\nРада Пенева"
    assert roles(text) == {"Рада Пенева": "началник на отдел „Превантивна дейност“"}
