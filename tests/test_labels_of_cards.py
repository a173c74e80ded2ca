"""Labels of cards and lists of contacts: an office, a unit or a place over a number, and what stands between."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text


def labels(text: str, kind: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Отдел „Лозя“\nМинка Илева - агроном\n094 611 830", ["агроном"]),
        (
            "Отдел „Лозя“\n\nМинка Илева, главен агроном\n\n094 611 830\n\nинж. Вълчан Пенков, лаборант\n\n094 611 831",
            ["главен агроном", "лаборант"],
        ),
        ("Минка Илева\nСтарши агроном\nОтдел „Лозя“\n094 611 830", ["Старши агроном"]),
        (
            "Минка Илева\n\nНачалник\n\nДирекция „Лозя“\n\nтел. 094 611 830\n\nВълчан Пенков\n\nДомакин\n\n"
            "Отдел „Изби“\n\nтел. 094 611 831",
            ["Началник", "Домакин"],
        ),
        ("Отдел „Лозя“\nМинка Илева - агроном\nВълчан Пенков - лаборант\n094 611 830", ["Отдел „Лозя“"]),
    ],
)
def test_the_office_behind_a_name_is_nearer_than_the_unit_over_it(text: str, expected: list[str]) -> None:
    assert labels(text, "phone") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Очен кабинет\nд-р Минка Илева\nтел. 094 611 830", ["Очен кабинет"]),
        ("Очен кабинет\nд-р Минка Илева\nпн, ср – 8:00-13:00\nвт – 13:00-18:00\nтел. 094 611 830", ["Очен кабинет"]),
        ("Отдел „Лозя“\nВълчан Пенков\nтел. 094 611 830", ["Отдел „Лозя“"]),
        ("Новини\nВълчан Пенков\nтел. 094 611 830", ["тел."]),
    ],
)
def test_a_unit_over_the_name_of_the_only_one_there(text: str, expected: list[str]) -> None:
    assert labels(text, "phone") == expected


@pytest.mark.parametrize(
    "between",
    ["партер, стая № 1", "Намира се на 2 етаж – стая 13.", "/до входа/", "Партера, гише 2", "вътр. 112"],
)
def test_lines_that_say_where_a_desk_is(between: str) -> None:
    assert labels(f"Мелничар:\n{between}\nтел. 094 611 830", "phone") == ["Мелничар"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Филиал с. Долно Поле, ул. „Роза“ 4, тел. 094 611 830", "Филиал с. Долно Поле"),
        ("Кметство с. Долно Поле\nул. „Роза“ 4\nтел. 094 611 830", "Кметство с. Долно Поле"),
        ("КЛОН ГР. ВИДИН - ул. „Роза“ 4, тел. 094 611 830", "КЛОН ГР. ВИДИН"),
        ("Деловодство\nАдрес: гр. Видин, ул. „Роза“ 4\nтел. 094 611 830", "Деловодство"),
    ],
)
def test_a_unit_is_told_from_others_by_the_place_of_its_address(text: str, expected: str) -> None:
    assert (labels(text, "address"), labels(text, "phone")) == ([expected], [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Заявки за мелене се приемат на телефон: 094 611 830 и на електронен адрес: m@primer.bg", "Заявки за мелене"),
        ("Мелничар\n094 611 830\nел. адрес: m@primer.bg", "Мелничар"),
        ("Архив: тел. 094 611 830, имейл адрес m@primer.bg", "Архив"),
        ("Електронен адрес за жалби: m@primer.bg", "Електронен адрес за жалби"),
    ],
)
def test_an_address_of_mail_is_only_the_kind(text: str, expected: str) -> None:
    assert labels(text, "email") == [expected]


def test_the_rights_that_a_footer_reserves_are_no_label() -> None:
    assert labels("© 2019 Община Видин. Всички права запазени. тел.: 094 611 830", "phone") == ["тел."]


@pytest.mark.parametrize(
    "words", ["Прочети още »", "Сподели във Facebook", "С уважение,", "Последни новини", "Карта на сайта", "Обяви"]
)
def test_words_of_the_site_are_no_label_of_what_is_below(words: str) -> None:
    assert labels(f"Хижа Роза\n\n{words}\n094 611 830", "phone") == [None]


def test_a_gallery_may_have_hours() -> None:
    assert labels("Галерия\nвторник – петък 9:00–12:00", "hours") == ["Галерия"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Център за отдих – гр. Видин, ул. „Роза“ 5, тел. 094 611 564, моб. 0889 401 226", ["Център за отдих"] * 2),
        ("Лодкарница – предплатена заявка, тел. 094 611 564 или GSM 0889 401 226", ["Лодкарница"] * 2),
        ("Посещения – само със заявка, тел. 094 611 564, мобилен 0889 401 226", ["Посещения"] * 2),
    ],
)
def test_the_mobile_beside_the_telephone_of_a_line(text: str, expected: list[str]) -> None:
    assert labels(text, "phone") == expected


def test_below_contacts_an_address_is_no_more_than_a_contact_of_the_body_at_the_top() -> None:
    letterhead = "Община Видин\n\nОбщина Видин\n\nКонтакти:\n\n094 611 830\n\nВидин, ул. Липа № 31\n\n"
    others = "Подобни:\nОбщина Лом\nОбщина Елена\n"
    assert labels(letterhead + others, "address") == ["Контакти"]


@pytest.mark.parametrize("above", ["Новини\n\n", "Община на рибари и гребци\n\nПратете молба до нас.\n\n"])
@pytest.mark.parametrize("word", ["Телефон", "тел."])
def test_whose_page_it_is_says_nothing_of_a_number_called_by_its_kind(above: str, word: str) -> None:
    text = f"{above}Областна администрация – Видин\nул. „Роза“ № 5, 3700 Видин\n{word}: 094 611 830"
    assert labels(text, "phone") == [word]


@pytest.mark.parametrize("paper", ["СЪОБЩЕНИЕ", "Обявление", "Покана", "ПРОТОКОЛ"])
def test_what_a_paper_is_says_nothing_of_the_number_below(paper: str) -> None:
    text = f"{paper}\n\nАдрес: гр. Видин, ул. „Роза“ № 5\nТел.: 094 611 830"
    assert labels(text, "phone") == ["Тел."]


@pytest.mark.parametrize("head", ["Съдебен администратор:", "Служба „Лодки“", "Отдел „Мрежи“"])
def test_a_unit_over_the_paragraph_that_ends_with_its_number(head: str) -> None:
    text = f"Администрация\n\n{head}\n\nНамира се на 3 етаж – стая 31.\n\nПази мрежите. Телефон: 094 611 830\n"
    assert labels(text, "phone") == [head.rstrip(":")]


def test_a_numbered_heading_over_what_one_may_do_there_and_its_room() -> None:
    part = "{0}. {1} ДЕЛА\n\n    • Справки се правят от гребците.\n\nI етаж, стая № {0}\n\n094 611 83{0}\n\n"
    assert labels(part.format(1, "РИБАРСКИ") + part.format(2, "ЛОДКАРСКИ"), "phone") == [
        "РИБАРСКИ ДЕЛА",
        "ЛОДКАРСКИ ДЕЛА",
    ]


def test_a_territorial_office_is_no_pronoun() -> None:
    assert labels("ТО Нова Загора: 0457 637 15\n\nТО Котел: 0453 429 08", "phone") == ["ТО Нова Загора", "ТО Котел"]
