"""Labels that a value gets from the person it stands behind, in the same line or in the lines of one card."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text


def labels(text: str, kind: str = "phone") -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Главен счетоводител\n\nМинка Илева, I етаж, стая № 4,\nтел. 094 611 564", ["Главен счетоводител"]),
        ("Нотариус: Минка Илева - ул. „Роза“ 9а\n\nтел. 094 611 564", ["Нотариус"]),
        ("Изготвил: Минка Илева – главен експерт „Спорт“\nтел. 094 611 564", ["главен експерт „Спорт“"]),
        ("За информация: Минка Илева – ст. експерт, ет. 2, стая 14, тел. 094 611 564", ["старши експерт"]),
        ("Служител: ст. специалист Минка Илева, тел. 094 611 564", ["старши специалист"]),
        (
            "ЗАМЕСТНИК-КМЕТОВЕ:\nМинка Илева          тел. 094 611 564\nПетко Рендов          тел. 094 611 565",
            ["ЗАМЕСТНИК-КМЕТОВЕ", "заместник-кмет"],
        ),
    ],
)
def test_the_office_of_who_stands_before_a_telephone(text: str, expected: list[str | None]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Главен счетоводител: Минка Илева\nтел./факс: 094 611 564", ["тел./факс"]),
        ("Директор: Минка Илева\nАдрес: с. Долно Поле\nтел. 094 611 564", ["тел."]),
        ("Съветът изслуша кмета Минка Илева. Протоколът е на сайта.\nтел. 094 611 564", ["тел."]),
        ("Минка Илева - кмет, за справки: 094 611 564", ["за справки"]),
    ],
)
def test_what_is_rather_of_the_body_or_told_of_itself(text: str, expected: list[str | None]) -> None:
    assert labels(text) == expected


def test_mail_of_the_person_in_the_line() -> None:
    text = "Главен счетоводител\n\nМинка Илева, I етаж, стая № 4,\nтел. 094 611 564, e-mail: smetki@primer.bg"
    assert labels(text, "email") == ["Главен счетоводител"]
