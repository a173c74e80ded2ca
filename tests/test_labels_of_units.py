"""Labels of what a unit or a body has: below its people and address, in rows of a table, behind a number."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text


def labels(text: str, kind: str = "phone") -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == kind]


WARDS = """Отделения

Хирургично отделение
Разположено е на третия етаж и разполага с 24 легла.
Началник : д-р Минко Илев
Лекари: д-р Дана Стоева, д-р Петър Данев /специализант/
Ст. мед. сестра Нели Ангелова
тел. 094/ 61 22 10

Вътрешно отделение
Отделението е от 12.05.1974 г.
Началник : д-р Ваня Митева , кардиолог
Лекари: д-р Лора Дечева - пулмолог
Ст. мед. сестра Пенка Минчева
тел. 094/ 61 22 11,  094/ 61 22 12
"""


def test_a_number_below_all_who_serve_in_a_unit_is_the_units() -> None:
    assert labels(WARDS) == ["Хирургично отделение", "Вътрешно отделение", "Вътрешно отделение"]


HOMES = """Социални услуги

Дом за стари хора „Роза“
Управител: Минко Илев
Адрес: с. Брод, ул. „Бор“ 2; Телефон: 094/ 61 22 10

Дневен център за стари хора
Адрес: гр. Видин, ул. „Липа“ 9
Телефон: 094/ 61 22 11
Управител: Дана Стоева
Е-поща: dnc@primer.bg
"""


def test_who_leads_a_body_is_but_one_field_of_its_card() -> None:
    assert labels(HOMES)[0] == "Дом за стари хора „Роза“"
    assert labels(HOMES, "email") == ["Дневен център за стари хора"]
    assert labels(HOMES, "address")[1:] == ["Дневен център за стари хора"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Отдел „Наеми“\nНачалник: Минко Илев\nтел. 094/ 61 22 10\nКасиер: Дана Стоева\nтел. 094/ 61 22 11", "Касиер"),
        ("Съвет по туризъм\nСекретар: Дана Стоева - ул. „Липа“ 9\nтел. 094/ 61 22 11", "Секретар"),
    ],
)
def test_who_has_a_number_of_his_own_is_not_told_for_the_unit(text: str, expected: str) -> None:
    assert labels(text)[-1] == expected


def test_the_card_of_the_body_whose_page_it_is_tells_no_more_than_the_kind() -> None:
    text = (
        "Новини\nЗа нас\nОбластна администрация Видин\nпл. „Бдин“ 1\nОбластен управител: Минко Илев\nтел. 094/ 61 22 10"
    )
    assert labels(text) != ["Областна администрация Видин"]


ROWS = """Служба\tСлужител\tМясто\tТелефон
Секретар\tДана Стоева\tпартер\t094/ 61 22 10
Дежурен по общински съвет за сигурност\t\tпортиерна\t094/ 61 22 11
с. Брод\tкмет\tМинко Илев\t094/ 61 22 12
"""


def test_a_cell_in_small_letters_that_is_no_office_says_where_rather_than_whose() -> None:
    assert labels(ROWS) == ["Секретар", "Дежурен по общински съвет за сигурност", "кмет"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("тел. 094/ 61 22 10 управител", "управител"),
        ("тел.: 094/ 61 22 10 лекарски кабинет", "лекарски кабинет"),
        ("Читалище „Роза“, тел. 094/ 61 22 10", "Читалище „Роза“"),
        ("Кметство с. Брод, тел. 094/ 61 22 10", "Кметство с. Брод"),
    ],
)
def test_whose_a_telephone_is_beside_the_word_for_telephones(line: str, expected: str) -> None:
    assert labels(f"Полезни номера\n{line}\n") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Зам.-директор по спорта\nкаб. 9; тел. 094/ 61 22 10", ["Зам.-директор по спорта"]),
        ("Касиер\nстая 3 тел. 094/ 61 22 10", ["Касиер"]),
        ("Детска консултация: понеделник-петък\n094/ 61 22 10", ["Детска консултация"]),
        ("Прием на водни проби: сряда, 8.00 – 11.00 ч. тел. 094/ 61 22 10", ["Прием на водни проби"]),
        ("Дежурен по сигурността - денонощно, тел. 094/ 61 22 10", ["Дежурен по сигурността"]),
        (
            "Клуб „Роза“\nКонтакти\nул. „Бор“ 3\n094/ 61 22 10\nЧиталище „Искра“\nКонтакти\n094/ 61 22 11",
            ["Клуб „Роза“", "Читалище „Искра“"],
        ),
        ("За справки: 094/ 61 22 10 Минко Илев – главен експерт „Спорт“", ["За справки"]),
        ("Лице за контакт: тел. 094/ 61 22 10 (Минко Илев – старши експерт)", ["старши експерт"]),
        ("тел. за връзка: 094/ 61 22 10 – директор на дирекцията", ["директор на дирекцията"]),
    ],
)
def test_whose_a_telephone_is_over_rooms_days_and_words_for_contacts(text: str, expected: list[str]) -> None:
    assert labels(f"Полезни номера\n\n{text}\n") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Читалище „Роза“ – секретар Минка Илева 094/ 61 22 10", "Читалище „Роза“"),
        ("Основно училище „Роза“, директор Минка Илева 094/ 61 22 10", "Основно училище „Роза“"),
        ("Район Север, гл. експерт арх. Минка Илева 094/ 61 22 10", "Район Север"),
        ("Район Север: зам.-кмет арх. Минка Илева 094/ 61 22 10", "Район Север"),
        ("Дом „Роза“, ул. „Бор“ 2, управител Минка Илева 094/ 61 22 10", "управител"),
    ],
)
def test_the_unit_that_opens_a_row_wins_over_the_office_behind_it(line: str, expected: str) -> None:
    assert labels(f"Полезни номера\n\n{line}\n") == [expected]


def test_mail_below_a_number_is_of_the_same_unit() -> None:
    text = "Служба „Връзки“\nМинка Илева – говорител, експерт\n094/ 61 22 10  ; 0889 70 21 63\npr@primer.bg\n"
    assert labels(text) == ["Служба „Връзки“"] * 2
    assert labels(text, "email") == ["Служба „Връзки“"]


def test_the_body_before_its_address_is_whose_the_telephone_is_where_others_are_listed() -> None:
    rows = "Община Видин, ул. „Бор“ 3, Видин, тел.: 094/ 61 22 10\nРайонен съд Лом, ул. „Роза“ 8, тел.: 094/ 61 22 11"
    assert labels(rows) == ["Община Видин", "Районен съд Лом"]
    assert labels("Община Видин, ул. „Бор“ 3, 3700 Видин, тел.: 094/ 61 22 10") == ["тел."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Стаята на съвета (само четвъртък от 9 до 12 ч.)", ["Стаята на съвета"]),
        ("Стаята на съвета (всеки първи вторник, 9.00 – 12.00 ч.)", ["Стаята на съвета"]),
        ("Записване – 21 – 25.06.2021г. от 7:30 до 10:00", ["Записване"]),
        ("Лятно (1 май – 30 септември)\nВт. - Нд.: 9.30 - 18.00 ч. (без прекъсване)", ["Лятно"]),
    ],
)
def test_whose_hours_are_is_told_before_a_bracket_and_before_days(text: str, expected: list[str]) -> None:
    assert labels(f"Новини\n\n{text}\n", "hours") == expected


def test_what_opens_a_sentence_is_told_where_nothing_is_nearer() -> None:
    assert labels("Новини\n\nПосещения на могилата – само със заявка на тел: 094/ 61 22 10\n") == [
        "Посещения на могилата"
    ]
    assert labels("Новини\n\nРаботно време – ежедневно, на тел: 094/ 61 22 10\n") == ["тел"]


@pytest.mark.parametrize(
    ("name", "expected"), [("Работно време", "Работно време"), ("Работи", "Дневен център за стари хора")]
)
def test_hours_in_the_card_of_a_body_are_called_as_printed_or_are_the_bodys(name: str, expected: str) -> None:
    text = HOMES.replace("Телефон: 094/ 61 22 11", f"Телефон: 094/ 61 22 11\n{name}: 8.00 - 17.00 ч.")
    assert labels(text, "hours") == [expected]


COLUMNS = """Работа
Балет за деца               094/ 61 22 10      преп. Дана Илева      bal@primer.bg       ср. 17:00-18:30 ч.
Танци – деца      094/ 61 22 11        tan@primer.bg     Минко Илев, хореограф     вт., чт. 9:00-10:30 ч.
"""


def test_what_begins_a_row_in_columns_is_told_of_all_in_it() -> None:
    expected = ["Балет за деца", "Танци – деца"]
    assert [labels(COLUMNS, kind) for kind in ("phone", "email", "hours")] == [expected] * 3
    assert labels("Номера\nкмет 094/ 61 22 10      секретар 094/ 61 22 11\n") == ["кмет", "секретар"]


def test_a_body_with_its_place_heads_the_row_of_a_table() -> None:
    table = "Заведение\tКасиер\tТелефон\nГрадина „Роза“, с. Брод\tДана Илева\t094/ 61 22 10\n"
    assert labels(table) == ["Градина „Роза“, с. Брод"]


@pytest.mark.parametrize("name", ["e-mail", "е-mail", "имейл", "е-мейл", "мейл", "е-поща", "ел. поща"])
def test_mail_is_of_the_unit_above_however_it_is_called(name: str) -> None:
    text = f"Новини\nТърговски отдел\nтел: 094/ 61 22 10\n{name}: sales@primer.bg\n"
    assert labels(text, "email") == ["Търговски отдел"]


def test_a_room_before_a_bracket_is_no_label() -> None:
    assert labels("Стая 5 (кадастър) – 094/ 61 22 10") == ["кадастър"]


def test_a_number_below_a_name_that_is_set_off_is_of_that_office() -> None:
    text = (
        "Общинска администрация Мездра\nс. Ребарково 3100, ул. „Първа“ 4\n\n"
        "Кмет на общината: инж. Вълчан Пенков\nтел. 0910/ 22-83\n"
    )
    assert labels(text) == ["Кмет на общината"]
