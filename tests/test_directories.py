"""Directories: pages of several bodies, each with a line of its own, and whose body the people below each are of."""

import pytest
from making import body_of

from govarchive.extract import extract
from govarchive.model import Page


def bodies(text: str) -> list[str | None]:
    """The institutions of the people of a text."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [body_of(it) for it in found if it.kind == "person"]


FAR = "Адрес: ул. „Лале“ 2\nТелефон: 042 276 093\nГрупи: 3\nДеца: 71\nЯсла: няма\nДвор: има\nСалон: има\nКухня: има\n"


def test_the_head_of_each_block_however_far_above() -> None:
    text = f"ДГ „Роза“\n{FAR}Директор: Рада Пенева\n\nDG 2ДГ „Лале“\n{FAR}Директор: Цоло Ганев\n"
    assert bodies(text) == ["ДГ „Роза“", "ДГ „Лале“"]


@pytest.mark.parametrize("head", ["Училище: {}", "{} гр. Мездра", "№ 3. {}, с. Руска Бяла", "Наименование: {}"])
def test_how_the_head_of_a_block_is_printed(head: str) -> None:
    one, other = (head.format(name) for name in ("СУ „Роза“", "ОУ „Лале“"))
    text = f"Училища\n{one}\nДиректор: Рада Пенева\n{other}\nДиректор: Цоло Ганев\n"
    assert bodies(text) == ["СУ „Роза“", "ОУ „Лале“"]


def test_another_name_of_the_owner_begins_no_block() -> None:
    text = f"Детска градина № 4 „Роза“ – Мездра\n\nТакси\nДГ „Роза“\n{FAR}Директор: Рада Пенева\n"
    assert bodies(text) == ["Детска градина № 4 „Роза“ – Мездра"]


def test_heads_of_columns_below_each_other_are_no_blocks() -> None:
    text = f"Градини\nДГ „Роза“\nМездра\nДГ „Лале“\nМездра\n{FAR}Директор\nРада Пенева\n"
    assert bodies(text) == ["ДГ „Роза“"]


@pytest.mark.parametrize(
    ("line", "institutions"),
    [
        ("Председател - д-р Рада Пенева; Секретар - Цоло Ганев", ["Обществен съвет"] * 2),
        ("Председател: Рада Пенева, тел. 056 841 234, секретар: Цоло Ганев", ["Обществен съвет"] * 2),
        ("Председател: Рада Пенева (родител), секретар: Цоло Ганев", ["Обществен съвет"] * 2),
        ("Председател: Рада Пенева. Водещ на срещата е секретарят Цоло Ганев", ["Обществен съвет", None]),
    ],
)
def test_two_in_office_in_one_line_below_a_heading(line: str, institutions: list[str | None]) -> None:
    assert bodies(f"Обществен съвет\n{line}\n") == institutions


def test_an_office_that_the_body_of_the_line_has_not() -> None:
    text = "Районен съд – Мездра\nСъдия: Рада Пенева, прокурор: Цоло Ганев\n"
    assert bodies(text) == ["Районен съд – Мездра", None]


def offices(text: str) -> list[tuple[str | None, str | None]]:
    """The roles and institutions of the people of a text."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.details.get("role"), body_of(it)) for it in found if it.kind == "person"]


def test_a_table_whose_cells_only_a_space_parts() -> None:
    text = (
        "Читалище Председател Телефон Секретар\n"
        "НЧ „Роза“ Рада Пенева 056 841 234 Димо Войнев\n\n"
        "НЧ „Лале“ - 056 841 235 Минка Илева\n"
        "НЧ „Мак“ Вълчан Пенков 056 841 236 -\n"
    )
    assert offices(text) == [
        ("председател", "НЧ „Роза“"),
        ("секретар", "НЧ „Роза“"),
        ("секретар", "НЧ „Лале“"),
        ("председател", "НЧ „Мак“"),
    ]


@pytest.mark.parametrize(
    "head", ["Училище и Директор Телефон", "Училище Директор Телефон:", "Директор", "Читалище Име Телефон"]
)
def test_other_lines_are_no_heads_of_such_a_table(head: str) -> None:
    assert offices(f"{head}\nНЧ „Роза“ Рада Пенева 056 841 234\n")[0][0] is None


def test_mayors_in_such_a_table_are_of_the_place_that_begins_their_row() -> None:
    text = "Кметства в община Мездра\n\nНаселено място Кмет Телефон\nГорно Поле Рада Пенева 0910 41 234\n"
    assert offices(text) == [("кмет", "Горно Поле")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Директор – старши комисар Рада Пенева", "директор"),
        ("Началник - главен инспектор Рада Пенева", "началник"),
        ("Административен ръководител – председател Рада Пенева", "административен ръководител - председател"),
        ("Отговорник за приемната: инсп. Рада Пенева", "отговорник за приемната"),
    ],
)
def test_a_rank_behind_an_office_is_no_part_of_it(text: str, role: str) -> None:
    assert [it[0] for it in offices(text)] == [role]
