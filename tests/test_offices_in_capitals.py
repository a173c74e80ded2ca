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
