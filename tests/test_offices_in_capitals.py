"""Offices in capitals: in small letters as a whole, the name in quotes with a capital, abbreviations as they are."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text


@pytest.mark.parametrize(
    ("office", "role", "unit"),
    [
        ("ДИРЕКТОР НА ДИРЕКЦИЯ „ФИНАНСИ“", "директор", "дирекция „Финанси“"),
        ("НАЧАЛНИК НА ОТДЕЛ „МЕСТНИ ПРИХОДИ“", "началник", "отдел „Местни приходи“"),
        ("НАЧАЛНИК НА ОТДЕЛ „МДТ“", "началник", "отдел „МДТ“"),
        ("НАЧАЛНИК НА ОТДЕЛ МДТ", "началник", "отдел МДТ"),
        ("ГЛАВЕН СПЕЦИАЛИСТ „СТРОИТЕЛСТВО“", "главен специалист „Строителство“", "Строителство"),
        ("ГЛАВЕН СПЕЦИАЛИСТ „УТ“", "главен специалист „УТ“", "УТ"),
        ("ЗАМЕСТНИК-КМЕТ „ЕКОЛОГИЯ И ТСУ“", "заместник-кмет „Екология и ТСУ“", "Екология и ТСУ"),
        ("Главен специалист „СТРОИТЕЛСТВО“", "главен специалист „СТРОИТЕЛСТВО“", "СТРОИТЕЛСТВО"),
    ],
)
def test_an_office_in_capitals(office: str, role: str, unit: str | None) -> None:
    (it,) = (it for it in extract(page_from_text(f"РАДА ПЕНЕВА – {office}")) if it.kind == "person")
    assert (it.details["role"], it.details.get("unit", it.details.get("institution"))) == (role, unit)


def test_a_unit_in_capitals_keeps_its_abbreviation() -> None:
    found = extract(page_from_text("РАДА ПЕНЕВА – НАЧАЛНИК ОТДЕЛ „МДТ“"))
    assert [it.value for it in found if it.kind == "institution"] == ["Отдел „МДТ“"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("РАДА ПЕНЕВА – ДИРЕКТОР НА ДИРЕКЦИЯ АКРРДС", "дирекция АКРРДС"),
        ("РАДА ПЕНЕВА – НАЧАЛНИК ОТДЕЛ ТСУКС", "Отдел ТСУКС"),
        ("РАДА ПЕНЕВА – ДИРЕКТОР НА ДИРЕКЦИЯ „УКСТРВ“", "Дирекция „УКСТРВ“"),
        ("Рада Пенева – директор на ДИРЕКЦИЯ „КУЛТУРА“", "Дирекция „Култура“"),
        ("ДИРЕКЦИЯ ФСДУС\nДиректор: Рада Пенева", "Дирекция ФСДУС"),
        ("ДИРЕКЦИЯ „ТРАНСПОРТ“\nДиректор: Рада Пенева", "Дирекция „Транспорт“"),
    ],
)
def test_initials_stay_in_capitals_and_words_do_not(text: str, unit: str) -> None:
    found = extract(page_from_text(f"Община Русе\n{text}", source="test"))
    details = next(it.details for it in found if it.kind == "person")
    assert (details["institution"], details["body"]) == (unit, "Община Русе")
    assert details["role"] in ("директор", "началник")


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("ГРАДОНАЧАЛНИЦИ И КМЕТОВЕ НА ЕЛХОВО", "кмет"),
        ("Градоначалници и кметове на Елхово", "кмет"),
        ("СПИСЪК НА КМЕТСКИТЕ НАМЕСТНИЦИ", "кметски наместник"),
        ("ИСТОРИЯ НА ЕЛХОВО - КМЕТОВЕ", "кмет"),
        ("ПРЕДСЕДАТЕЛИ И СЕКРЕТАРИ НА ЧИТАЛИЩЕТО", None),
        ("Председатели и секретари на читалището", None),
    ],
)
def test_a_heading_in_capitals_heads_as_one_in_small_letters(head: str, role: str | None) -> None:
    found = extract(page_from_text(f"{head}\n1. Рада Пенева, 1891-1895\n2. Цоло Ганев, 1895-1899"))
    assert [it.details.get("role") for it in found if it.kind == "person"] == [role, role]
