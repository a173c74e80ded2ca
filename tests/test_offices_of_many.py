"""Offices told once for many, or far from the name: lists, histories, groups, tables of changes, letters, minutes."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def offices(text: str) -> list[tuple[str | None, str | None]]:
    """The people of a text with their roles."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, it.details.get("role")) for it in found if it.kind == "person"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Кметът Цоло Ганев възложи на заместника си Минка Илева проверка.", "заместник"),
        ("Кметът Цоло Ганев откри залата. Негов заместник остава Минка Илева.", "заместник"),
        ("Директорът Цоло Ганев и заместничката му Минка Илева посрещнаха децата.", "заместник"),
        ("Председател: Цоло Ганев\nЗаместник: Минка Илева", "заместник председател"),
    ],
)
def test_deputy_told_with_whose(text: str, role: str) -> None:
    assert offices(text)[1] == ("Минка Илева", role)


@pytest.mark.parametrize("text", ["Допуснат кандидат: Минка Илева", "Второстепенни разпоредители: Минка Илева"])
def test_who_only_applies_or_spends_holds_no_office(text: str) -> None:
    assert offices(text) == [("Минка Илева", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Кметове на селото\n1889-1894 ... Цоло Ганев\n1894-1899 ... Минка Илева, търговка\n1905-12  Рада Пенева",
        "Кметовете на селото\n\nИмената им е събрал през 1950 г. един учител, който е чел стария архив на общината.\n\n"
        "1901  Цоло Ганев\n"
        "1902-1911 г. - Минка Илева - учител, по нейно време е построен мостът на реката\n"
        "1911 – 1920  Рада Пенева, загинала при Одрин",
        "Кметове на Горско: Цоло Ганев (1919–23), Минка Илева (до 1934) – построила чешмата; "
        "Рада Пенева, първата жена (1991-1995)",
        "Кметове през годините: Цоло Ганев до 1991; след това – Минка Илева, два мандата; Рада Пенева",
        "Първият кмет е Цоло Ганев. Следват Минка Илева (1890-1895) и Рада Пенева (1895-1899).",
        "Пръв кмет е Цоло Ганев (до 1894 г.). След него Минка Илева (1894-1899), Рада Пенева.",
    ],
)
def test_those_in_office_one_after_another(text: str) -> None:
    names = ("Цоло Ганев", "Минка Илева", "Рада Пенева")
    assert [(name, role) for name, role in offices(text) if name in names] == [(name, "кмет") for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "Училището е основано през 1890 г.\n1890-1895 Минка Илева\n1895-1899 Рада Пенева",
        "Кметът Цоло Ганев откри залата. След него думата взе Минка Илева.",
    ],
)
def test_who_only_comes_next_has_no_office(text: str) -> None:
    assert ("Минка Илева", None) in offices(text)


@pytest.mark.parametrize(
    "text",
    [
        "Длъжност\tОсвобождава\tНазначава\nПредседател\tЦоло Ганев\tМинка Илева\nчлен\tРада Пенева\tПетър Димов",
        "Длъжност\n\nОсвобождава се\n\nНазначава се\n\nПредседател\n\nЦоло Ганев (починал)\n\nМинка Илева\n\n"
        "член\n\nРада Пенева\n\nПетър Димов",
        "| Длъжност | Освобождава | Назначава |\n| Председател | Цоло Ганев | Минка Илева |\n"
        "| член | Рада Пенева | Петър Димов |",
    ],
)
def test_whoever_is_appointed_in_the_place_of_another(text: str) -> None:
    assert [role for _, role in offices(text)] == ["председател"] * 2 + ["член"] * 2


def test_a_bracket_closes_behind_the_office_of_one() -> None:
    assert offices("Минка Илева  /касиер/     Рада Пенева")[0] == ("Минка Илева", "касиер")
    signed = "Протоколчик:  /п/            Председател:  /п/\n/Минка Илева - касиер/         /Рада Пенева/"
    assert offices(signed)[0] == ("Минка Илева", "касиер")


def test_a_table_in_which_a_cell_has_two_lines() -> None:
    rows = "Градина\tКасиер\tТелефон\nДГ „Роза“\tМинка Илева\t841 234\nДГ „Лале“\n/с филиал/\tРада Пенева\t841 235"
    assert offices(rows) == [("Минка Илева", "касиер"), ("Рада Пенева", "касиер")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("НАЧАЛНИК ОТДЕЛЕНИЕ\nД-р МИНКА ИЛЕВА", "началник отделение"),
        ("СТАРША МЕДИЦИНСКА СЕСТРА\nМинка Илева", "старша медицинска сестра"),
        ("УЧЕН СЕКРЕТАР: Минка Илева", "учен секретар"),
    ],
)
def test_offices_in_capitals_over_a_name(text: str, role: str) -> None:
    assert offices(text) == [("Минка Илева", role)]
