"""Labels of days by the places and cells of a list, and what pages print before values that is no label."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text


def labels(text: str, kind: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Срещи: с. Поле – 05.02.2020 г., с. Дол – 06.02.2020 г., с. Връх – 07.02.2020 г.",
            ["с. Поле", "с. Дол", "с. Връх"],
        ),
        ("гр. Елена: 05.02.2020 г.\nгр. Видин: 06.02.2020 г.", ["гр. Елена", "гр. Видин"]),
        ("Внесено в с. Поле - 05.02.2020 г.", [None]),
        ("Posted on 6 март 2021 by admin", ["Posted on"]),
        ("График\nКонцерт „Лято“ | 12.07.2019 | 20:00\nЛов на раци | 13.07.2019", ["Концерт „Лято“", "Лов на раци"]),
        ("Турнир по шах – 14.06.2019 г., Летен лагер – 01.07.2019 г.", ["Турнир по шах", "Летен лагер"]),
        ("Срокът за подаване на оферти е до 15.04.2019 г.", ["Срокът за подаване на оферти"]),
        ("Тагове: 24 май 2019 г.", [None]),
        (
            "Дата на обявата: 12.03.2020\nСледващата среща ще бъде в Дол на 15.03.2020 г.",
            ["Дата на обявата", "Следващата среща"],
        ),
    ],
)
def test_days_are_called_by_places_of_a_list_and_cells_without_what_leads_to_them(
    text: str, expected: list[str | None]
) -> None:
    assert labels(text, "date") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Минка Илева\nвакантно: вторник от 9 до 12 ч.", "hours", [None]),
        ("Лодкарят посещава кея всеки вторник от 9 до 12 ч.", "hours", ["Лодкарят"]),
        ("Наредбата за лодките: глобата може да е 500 лв.", "money", ["глобата"]),
        ("Гребният клуб получи 900 лв.", "money", [None]),
        ("© 2019 Гребна база „Роза“, гр. Видин, ул. „Бор“ 4", "address", ["Гребна база „Роза“"]),
        ("Пощенски код: 3700, гр. Видин, ул. „Бор“ 4", "address", [None]),
    ],
)
def test_verbs_codes_and_signs_are_no_labels(text: str, kind: str, expected: list[str | None]) -> None:
    assert labels(text, kind) == expected
