"""A municipality, then a person: where the name of the one is a given name too, or has an ordinary meaning."""

import pytest
from making import people


@pytest.mark.parametrize("town", ["Тервел", "Елена", "Роман", "Антон", "Ивайло", "Асен"])
@pytest.mark.parametrize("name", ["Симеон Рендов", "Петя Рендова Илева", "П. Рендова"])
@pytest.mark.parametrize("office", ["кмет", "секретар"])
def test_who_follows_a_municipality_that_is_called_as_people_are(town: str, name: str, office: str) -> None:
    text = f"{office.capitalize()}ът на община {town} {name} откри обекта."
    assert people(text) == [(name, office, f"община {town}")]
    assert people(text.upper())[0][0] == name


@pytest.mark.parametrize("lead", ["град", "община", "гр.", "общ.", "село"])
def test_who_follows_the_mark_of_a_town(lead: str) -> None:
    for town in ("Елена", "Роман"):
        assert [name for name, _, _ in people(f"Кмет на {lead} {town} Симеон Рендов")] == ["Симеон Рендов"]


def test_who_follows_the_municipality_itself_keeps_the_given_name() -> None:
    assert people("Кмет на общината Елена Симеонова Рендова")[0][:2] == ("Елена Симеонова Рендова", "кмет")


def test_a_school_in_such_a_municipality_keeps_its_patron() -> None:
    assert people("В община Роман ОУ Симеон Рендов отвори врати.") == []
