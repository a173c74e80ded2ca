"""Offices and their people with telephones, rooms and mail between them, and the body of all in a list."""

import pytest
from making import body_of

from govarchive.extract import extract
from govarchive.model import Page

STAFF = [("Кмет", "Вълчан Пенков"), ("Секретар", "Рада Минева"), ("Главен архитект", "Петър Рунев")]


def offices(text: str) -> list[tuple[str | None, str | None]]:
    """The people of a text with their roles."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, it.details.get("role")) for it in found if it.kind == "person"]


@pytest.mark.parametrize("end", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "row",
    [
        "{office}: тел. 094/ 61 22 1{at} – {name}",
        "{office} - 094/ 61 22 1{at} - {name}",
        "{office}, GSM 0888 31 70 2{at}, {name}",
        "{office}\nтел. 094/ 61 22 1{at}\n{name}",
        "{office}\nстая {at}, ет. 2\nимейл: a{at}@bvoda.example\n{name}",
        "{name}\nтел.: 094/ 61 22 1{at}\n{office}",
        "{name}\na{at}@bvoda.example\n{office}",
        "Длъжност: {office}\nИме: {name}\nТел.: 61 22 1{at}",
        "Име и фамилия: {name}\nДлъжност: {office}\nТел.: 61 22 1{at}",
    ],
)
def test_contacts_between_an_office_and_a_name(row: str, end: str) -> None:
    rows = end.join(row.format(office=office, name=name, at=at) for at, (office, name) in enumerate(STAFF, 1))
    text = f"Община Бяла вода\n\nРъководство\n\n{rows}\n"
    assert offices(text) == [(name, office.lower()) for office, name in STAFF]


@pytest.mark.parametrize(
    "text",
    [
        "Секретар\nтел. 094/ 61 22 10\nРада Минева откри изложба в Бяла вода.\n",
        "Секретар\nтел. 094/ 61 22 10\nработно време и адрес\nРада Минева\n",
    ],
)
def test_a_name_in_a_sentence_or_behind_other_words_is_not_of_the_office_above(text: str) -> None:
    assert [role for _, role in offices(text)] == [None]


def test_a_name_with_its_office_below_is_not_of_the_one_above_its_contacts() -> None:
    text = "Секретар\nтел. 094/ 61 22 10\nРада Минева\nГлавен архитект\nтел. 094/ 61 22 11\n"
    assert offices(text) == [("Рада Минева", "главен архитект")]


@pytest.mark.parametrize("office", ["домакин", "педагогически съветник", "технически секретар", "ръководител ИКТ"])
def test_all_in_a_list_are_of_the_body_whose_page_it_is(office: str) -> None:
    text = f"СУ „Искра“ – Бяла вода\n\nЕкип\n\nРада Минева – {office}\nПетър Рунев – директор\n"
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    people = [it.details for it in found if it.kind == "person"]
    assert [it.get("institution") for it in people] == [people[1].get("institution")] * 2
    assert people[0].get("institution_inferred") is True


@pytest.mark.parametrize("office", ["министър", "депутат", "адвокат", "кмет"])
def test_whoever_is_of_another_body_is_not_of_the_one_whose_page_it_is(office: str) -> None:
    text = f"СУ „Искра“ – Бяла вода\n\nГости\n\nРада Минева – {office}\n"
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    assert [body_of(it) for it in found if it.kind == "person"] == [None]


def test_an_office_with_a_telephone_and_nobody_in_it_ends_a_list() -> None:
    text = "Директор: 0888 112 233 – Пенка Рендова\nЗАС: 0888 112 234\nСчетоводител: 0777/ 6 12 37\n"
    assert offices(text) == [("Пенка Рендова", "директор")]
