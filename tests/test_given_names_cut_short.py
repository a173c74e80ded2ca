"""Given names cut to two letters: `Св. Ганева` is Svetla or Svetlana, `Св. Георги` a saint."""

import pytest
from making import people


@pytest.mark.parametrize("name", ["Св. Пенева", "Св. Рендов", "Хр. Рендов", "Ст. Пенева", "Кр. Илева", "Вл. Рендов"])
@pytest.mark.parametrize(
    "line",
    [
        "Служител\tДлъжност\tТелефон\n{}\tкасиер\t0888 101 201",
        "- {} – касиер, тел. 0888 101 201",
        "Касиер: {}",
        "касиер {}, стая 5",
    ],
)
def test_a_given_name_of_two_letters_before_a_surname(name: str, line: str) -> None:
    assert [(it, role) for it, role, _ in people(line.format(name))] == [(name, "касиер")]


@pytest.mark.parametrize("name", ["СВ. ПЕНЕВА", "ХР. РЕНДОВ", "СТ. ПЕНЕВА", "ИВ. РЕНДОВ"])
@pytest.mark.parametrize("line", ["{} – КАСИЕР", "КАСИЕР: {}", "Изготвил: {}\nкасиер"])
def test_the_same_in_capitals(name: str, line: str) -> None:
    assert [(it, role) for it, role, _ in people(line.format(name))] == [(name.title(), "касиер")]


@pytest.mark.parametrize(
    "text",
    [
        "църква „Св. Георги“",
        "ул. Св. Климент 5",
        "УМБАЛ „Св. Анна“",
        "ОУ Св. Паисий Хилендарски",
        "Храм Св. Минков",
        "МБАЛ „Св. Рилски“",
        "Св. Синод, Св. Богородица и Св. Троица",
        "на Св. Николов ден",
        "СВ. ГЕОРГИ",
        "ГР. ЛЕВСКИ, УЛ. ПЕНЕВА",
        "СТ. ЕКСПЕРТ",
    ],
)
def test_saints_towns_and_streets_are_nobody(text: str) -> None:
    assert people(text) == []
