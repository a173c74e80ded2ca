"""Units and entries: those who serve inside a body, and those told in lines that are no prose, are of that body."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page

MUSEUM = "ИСТОРИЧЕСКИ МУЗЕЙ – МЕЗДРА\nул. „Роза“ 5, тел. 0910/9 11 22\n\n"


def details(text: str) -> dict[str | None, tuple[str | None, ...]]:
    """Value -> (role, institution, unit) of every person of a text."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    people = [it for it in found if it.kind == "person"]
    return {it.value: tuple(it.details.get(name) for name in ("role", "institution", "unit")) for it in people}


@pytest.mark.parametrize(
    ("text", "role", "unit"),
    [
        ("ОТДЕЛ „АРХЕОЛОГИЯ“\nуредник Вълчан Пенков, 0910/9 11 23", "уредник", "Отдел „Археология“"),
        ("Отдел „Етнография“\nВълчан Пенков\nуредник\n0910/9 11 23", "уредник", "Отдел „Етнография“"),
        ("Вълчан Пенков – началник отдел „Фондове“", "началник отдел „Фондове“", "отдел „Фондове“"),
        ("Лаборатория\nреставратор Вълчан Пенков", "реставратор", "Лаборатория"),
    ],
)
def test_who_serves_in_a_unit_is_of_the_owner_of_the_page(text: str, role: str, unit: str) -> None:
    assert details(MUSEUM + text) == {"Вълчан Пенков": (role, "Исторически музей – Мездра", unit)}


def test_a_unit_is_the_institution_where_nothing_around_it_is_known() -> None:
    assert details("Вълчан Пенков – началник отдел „Фондове“") == {
        "Вълчан Пенков": ("началник", "отдел „Фондове“", None)
    }


def test_a_unit_of_a_body_that_its_line_names() -> None:
    text = "На откриването бе Вълчан Пенков, началник отдел „Култура“ в Община Враца."
    assert details(MUSEUM + text) == {
        "Вълчан Пенков": ("началник отдел „Култура“", "Община Враца", "отдел „Култура“"),
    }


def test_a_faculty_is_a_unit_of_its_university() -> None:
    text = "ТЕХНИЧЕСКИ УНИВЕРСИТЕТ – МЕЗДРА\nФакултет „Горско дело“\n\nДекан: проф. Вълчан Пенков"
    assert details(text)["Вълчан Пенков"][1] == "Технически университет – Мездра"


@pytest.mark.parametrize(
    "line",
    [
        "За справки: Вълчан Пенков, касиер, 0910/9 11 24",
        "Записване при Вълчан Пенков, деловодител, 0910/9 11 24",
        "26 декември – Вълчан Пенков, главен специалист",
        "Заявки за групи: екскурзовод Вълчан Пенков (вторник)",
    ],
)
def test_lines_that_are_no_prose_are_about_the_body_whose_page_it_is(line: str) -> None:
    assert details(MUSEUM + line)["Вълчан Пенков"][1] == "Исторически музей – Мездра"


@pytest.mark.parametrize(
    "line",
    [
        "На снимката: Вълчан Пенков, режисьор, който откри пленера.",
        "Гостите бяха посрещнати от Община Враца, чийто юрисконсулт Вълчан Пенков разказа за проекта.",
        "Лектор от НЧ „Искра“: Вълчан Пенков, краевед",
    ],
)
def test_others_are_not_of_it(line: str) -> None:
    assert details(MUSEUM + line)["Вълчан Пенков"][1] != "Исторически музей – Мездра"
