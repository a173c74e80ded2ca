"""Offices that no list has: their place beside a name and the ending of their noun tell them."""

import pytest

from govarchive.extract import extract
from govarchive.kinds import BY_NAME
from govarchive.model import Page


def people(text: str) -> list[tuple[str | None, str | None]]:
    """The people of a text, each with the office."""
    page = Page(text=text, source="test", sha256="0" * 64)
    found = extract(page, kinds=[BY_NAME[name] for name in ("person", "institution", "place")])
    return [(it.value, it.details.get("role")) for it in found if it.kind == "person"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Свири Вълчан Пенков - дългогодишен гъдулар в ансамбъл „Роза“.", "гъдулар"),
        ("Вълчан Пенков, кларинетист, свири пред пълна зала.", "кларинетист"),
        ("Вълчан Пенков (млад карикатурист от Мездра) показа рисунки.", "карикатурист"),
        ("Рада Пенева – оперна певица, пя за децата.", "оперна певица"),
        ("Бармани са двама, а сомелиерът Вълчан Пенков разказа за вината.", "сомелиер"),
        ("Това обясни вратарят Вълчан Пенков.", "вратар"),
        ("Това обясни кметът Вълчан Пенков.", "кмет"),
        ("Зарадваха ни вратаря Вълчан Пенков и публиката.", "вратар"),
        ("Костюмограф: Вълчан Пенков", "костюмограф"),
        ("Музика – от двама, звукотехник – Вълчан Пенков, светлини – никой.", "звукотехник"),
        ("Хижар\nВълчан Пенков\nтел. 841 234", "хижар"),
        ("Помогна и мл. огнеборец Вълчан Пенков от службата.", "младши огнеборец"),
        ("Вълчан Пенков\tкаптажист\t841 234", "каптажист"),
        ("Вълчан Пенков\nКранист\nтел. 841 234", "кранист"),
        ("Страничен съдия: Вълчан Пенков", "страничен съдия"),
        ("Вълчан Пенков – млад директор от Мездра – откри залата.", "директор"),
        ("Топограф-картировач: Вълчан Пенков", "топограф-картировач"),
    ],
)
def test_an_office_by_its_place_and_its_ending(text: str, role: str) -> None:
    assert people(text) == [("Вълчан Пенков" if "Вълчан" in text else "Рада Пенева", role)]


def test_an_office_of_many() -> None:
    text = "Каратисти: Вълчан Пенков, Рада Пенева"
    assert people(text) == [("Вълчан Пенков", "каратист"), ("Рада Пенева", "каратист")]


@pytest.mark.parametrize(
    "text",
    [
        "Победителят Вълчан Пенков взе купата.",  # what happened to him
        "Наследникът Вълчан Пенков подаде молба.",  # who he is to others
        "Сборник: Вълчан Пенков",  # a thing
        "Перник\tВълчан Пенков\t841 234",  # a town
        "Вълчан Пенков\nМандалогер пише на стената на клуба",  # a line of its own goes on
        "Грамота получи Вълчан Пенков, десетокласник от Мездра.",  # who learns
    ],
)
def test_no_office(text: str) -> None:
    assert people(text) == [("Вълчан Пенков", None)]
