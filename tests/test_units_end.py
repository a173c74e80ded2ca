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


@pytest.mark.parametrize(
    ("lines", "offices"),
    [
        ("Нона Рунева\nСЪДИЯ ПО ВПИСВАНИЯТА\nРада Пенева", [None, "съдия по вписванията"]),
        ("Нона Рунева\nЦоло Ганев\nСЪДЕБЕН АДМИНИСТРАТОР\nРада Пенева", [None, None, "съдебен администратор"]),
        (
            "Нона Рунева\nСЪДИЯ ПО ВПИСВАНИЯТА\nЦоло Ганев\nСЪДЕБЕН АДМИНИСТРАТОР\nРада Пенева\n\nЗа контакти",
            [None, "съдия по вписванията", "съдебен администратор"],
        ),
        ("Нона Рунева\nПРЕДСЕДАТЕЛ\nРада Пенева\nСЕКРЕТАР", ["председател", "секретар"]),
    ],
)
def test_an_office_in_capitals_heads_the_next_name_as_the_unit_heads_the_first(
    lines: str, offices: list[str | None]
) -> None:
    page = f"Окръжен съд Мездра\nГРАЖДАНСКО ОТДЕЛЕНИЕ\n{lines}\n"
    assert [office for office, _ in told(page).values()] == offices


@pytest.mark.parametrize(
    "row",
    [
        "Отделение по детски болести – д-р Нона Рунева",
        "Клиника по урология: доц. Нона Рунева",
        "Отдел „Култура“ – Нона Рунева, тел. 123",
    ],
)
def test_a_row_that_tells_who_leads_a_unit_heads_nothing(row: str) -> None:
    found = told(f"МБАЛ „Живот“ – Мездра\n{row}\nстарша сестра Рада Пенева\nСчетоводител: Дора Грудова\n")
    assert {found["Рада Пенева"][1], found["Дора Грудова"][1]} == {"МБАЛ „Живот“ – Мездра"}


@pytest.mark.parametrize(
    ("head", "rows", "office"),
    [
        ("Началници на отделения", ["Детско отделение – д-р ", "Хирургично отделение – д-р "], "началник"),
        ("Началници на отдели:", ["Отдел „Култура“ - ", "Отдел „Бюджет“ - "], "началник"),
        ("Ръководители на катедри", ["Катедра по физика: доц. ", "Катедра по химия: доц. "], "ръководител"),
    ],
)
def test_who_leads_which_unit_below_the_office_of_all(head: str, rows: list[str], office: str) -> None:
    page = f"МБАЛ „Живот“ – Мездра\n{head}\n{rows[0]}Цоло Ганев\n{rows[1]}Рада Пенева\n"
    units = [row.partition(" - " if " - " in row else " – " if " – " in row else ":")[0] for row in rows]
    assert list(told(page).values()) == [(office, unit) for unit in units]


@pytest.mark.parametrize(
    ("line", "board"),
    [
        ("Настоятелство: председател - Цоло Ганев, касиер - Рада Пенева", "Настоятелство"),
        ("Училищно настоятелство: Цоло Ганев - председател, Рада Пенева – касиер", "Училищно настоятелство"),
        ("Настоятелство\nПредседател: Цоло Ганев\nКасиер: Рада Пенева", "Настоятелство"),
        ("Обществен съвет: Цоло Ганев - председател, Рада Пенева – учител", "ОУ „Искра“ – Мездра"),
    ],
)
def test_the_cashier_of_the_trustees_is_one_of_them(line: str, board: str) -> None:
    assert told(f"ОУ „Искра“ – Мездра\nДиректор: Нона Рунева\n{line}\n")["Рада Пенева"][1] == board


@pytest.mark.parametrize(
    ("head", "rows", "office"),
    [
        ("НАКАЗАТЕЛНО ОТДЕЛЕНИЕ", ("I състав - ", "II състав - "), "съдия"),
        ("Гражданско отделение", ("1 състав: ", "2 състав: "), "съдия"),
        ("Търговско отделение", ("I търговски състав – съдия ", "II търговски състав – "), "съдия"),
        ("Деловодство", ("I състав – ", "II състав – "), None),
    ],
)
def test_whose_row_is_a_panel_of_a_division_is_a_judge_there(
    head: str, rows: tuple[str, str], office: str | None
) -> None:
    page = f"Окръжен съд Мездра\n\n{head}\n{rows[0]}Нона Рунева\n{rows[1]}Рада Пенева\n"
    assert set(told(page).values()) == {(office, head.capitalize() if office else None)}


@pytest.mark.parametrize("heading", ["Контакти", "Експерти", "Състав"])
def test_a_heading_for_the_people_of_a_unit_does_not_end_it(heading: str) -> None:
    text = f"Община Елена\n\nОтдел „Култура“\n\n{heading}\n\nРада Пенева – експерт\nЦоло Ганев – касиер\n"
    assert [unit for _, unit in told(text).values()] == ["Отдел „Култура“"] * 2
