"""Tables whose heading names the office of all in them, in the plural, and whose columns do not."""

from collections.abc import Sequence

import pytest
from making import page_of, people

from govarchive.extract import extract

ROWS = (
    ("с. Телериг", "Рада Илева Пенева", "ГЕРБ", "0888 101 201"),
    ("с. Орешец", "Цоло Ганев Рендов", "БСП", "0888 101 202"),
    ("с. Брустен", "Минка Пенева Илева", "независим", "0888 101 203"),
)
HEADS = ("Населено място", "Име", "Партия", "Телефон")
NUMBERED = ("№", "Населено място", "Име", "Телефон")
UNMARKED = [(str(at), row[0][3:], row[1], row[3]) for at, row in enumerate(ROWS, 1)]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], mark: str) -> str:
    """A table as text: its cells parted by a mark."""
    return "\n".join(mark.join(row) for row in (heads, *rows))


@pytest.mark.parametrize(
    ("heading", "office"),
    [
        ("Кметове на кметства", "кмет"),
        ("КМЕТОВЕ ПО НАСЕЛЕНИ МЕСТА", "кмет"),
        ("Кметски наместници", "кметски наместник"),
        ("Списък на кметовете на кметства – мандат 2019-2023", "кмет"),
        ("III. Кметове на кметства", "кмет"),
        ("Начало » Администрация » Кметове на кметства", "кмет"),
        ("КОНТАКТИ С КМЕТОВЕТЕ НА КМЕТСТВА", "кмет"),
        ("Телефонен указател на кметовете", "кмет"),
    ],
)
@pytest.mark.parametrize("mark", ["\t", " | "])
def test_the_heading_tells_the_office_and_the_row_the_village(heading: str, office: str, mark: str) -> None:
    told = people(f"{heading}\n{table(HEADS, ROWS, mark)}")
    assert told == [(name, office, village) for village, name, _, _ in ROWS]


@pytest.mark.parametrize(
    ("heading", "office"), [("Кметове на кметства", "кмет"), ("Кметски наместници", "кметски наместник")]
)
def test_the_same_where_each_cell_has_a_line(heading: str, office: str) -> None:
    told = people(f"{heading}\n{table(HEADS, ROWS, chr(10))}")
    assert told == [(name, office, village) for village, name, _, _ in ROWS]


def test_of_mayors_and_their_deputies_in_one_heading_the_mayors_are_likelier() -> None:
    told = people(f"Кметове и кметски наместници\n{table(HEADS, ROWS, chr(9))}")
    assert told == [(name, "кмет", village) for village, name, _, _ in ROWS]


@pytest.mark.parametrize("mark", ["\t", " | "])
@pytest.mark.parametrize("heading", ["Кметове на кметства", "Кметски наместници"])
def test_rows_with_numbers_and_villages_without_their_mark(heading: str, mark: str) -> None:
    told = people(f"{heading}\n{table(NUMBERED, UNMARKED, mark)}")
    assert [(name, village) for name, role, village in told if role] == [(row[2], row[1]) for row in UNMARKED]


@pytest.mark.parametrize(
    "order", [(1, 0, 2, 3), (1, 2, 0, 3), (0, 3, 1, 2), (2, 1, 3, 0)], ids=["name", "party", "phone", "last"]
)
def test_the_village_may_have_any_cell_of_the_row(order: Sequence[int]) -> None:
    rows = [[row[at] for at in order] for row in ROWS]
    told = people("Кметове на кметства\n" + table([HEADS[at] for at in order], rows, "\t"))
    assert told == [(name, "кмет", village) for village, name, _, _ in ROWS]


def test_the_heads_of_many_columns_may_be_long_together() -> None:
    heads = ("Снимка", "Име, презиме и фамилия", "Населено място", "Партия или коалиция", "Телефон за контакти")
    rows = [("", name, village, party, phone) for village, name, party, phone in ROWS]
    told = people("Кметове на кметства в Община Видин – мандат 2023-2027 г.\n" + table(heads, rows, "\t"))
    assert told == [(name, "кмет", village) for village, name, _, _ in ROWS]


def test_each_of_those_who_lead_offices_of_one_kind_leads_that_of_his_row() -> None:
    told = people("Началници на РУ\nРУ\tИме\nРУ – Мездра\tРада Пенева\nРУ – Козлодуй\tЦоло Ганев")
    assert told == [("Рада Пенева", "началник", "РУ – Мездра"), ("Цоло Ганев", "началник", "РУ – Козлодуй")]


def test_the_heading_town_halls_means_their_mayors() -> None:
    told = people(f"Кметства\n{table(HEADS, ROWS, ' | ')}")
    assert told == [(name, "кмет", village) for village, name, _, _ in ROWS]


@pytest.mark.parametrize(
    ("heading", "column", "bodies"),
    [
        ("Директори на училища", "Училище", ("ОУ „Ралица“", "СУ „Бор“")),
        ("Председатели на читалища", "Читалище", ("НЧ „Искра“", "НЧ „Зора“")),
        ("Председатели на читалища", "Читалище", ("НЧ „Искра“ с. Телериг", "НЧ „Зора“ с. Орешец")),
        ("Директори на детски градини", "Детска градина", ("ДГ „Ралица“", "ДГ „Бор“")),
    ],
)
def test_each_of_those_who_lead_bodies_of_a_kind_is_of_that_in_his_row(
    heading: str, column: str, bodies: Sequence[str]
) -> None:
    rows = [(body, row[1], row[3]) for body, row in zip(bodies, ROWS, strict=False)]
    told = people(f"{heading}\n{table((column, 'Име', 'Телефон'), rows, chr(9))}")
    assert [(name, body) for name, _, body in told] == [(row[1], row[0].partition(" с. ")[0]) for row in rows]
    assert all(role == heading.split()[0].lower().removesuffix("и") for _, role, _ in told)


@pytest.mark.parametrize("heading", ["Експерти", "Нотариуси", "Съдебни заседатели", "Общински съветници"])
def test_people_of_one_column_share_the_office_of_the_heading(heading: str) -> None:
    told = people(f"{heading}\n{table(NUMBERED, UNMARKED, chr(9))}")
    assert len({role for _, role, _ in told}) == 1
    assert told[0][1]


def test_a_row_behind_another_heading_has_not_that_office() -> None:
    text = f"Експерти\n{table(NUMBERED, UNMARKED, chr(9))}\nДарители\n1\tДол\tЙото Минков Ганев\t0888 101 204"
    roles = {it.value: it.details.get("role") for it in extract(page_of(text)) if it.kind == "person"}
    assert roles["Рада Илева Пенева"] == "експерт"
    assert roles["Йото Минков Ганев"] != "експерт"
