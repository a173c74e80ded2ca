"""Offices and bodies of people in news, orders and histories: what a sentence tells of whoever it names."""

import pytest
from making import page_of

from govarchive.extract import extract

_SCHOOL = "СУ „Роза“\nНовини\n\n"


def people(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Each person with the office and the body."""
    found = [it for it in extract(page_of(text)) if it.kind == "person"]
    return [(it.value, it.details.get("role"), it.details.get("institution")) for it in found]


def test_a_village_in_another_sentence_leaves_the_mayor_to_the_municipality() -> None:
    text = "Община Мездра\nНовини\n\nКметът Рада Пенева откри парка. Дойде и кметът на с. Долно Поле Цоло Ганев.\n"
    assert people(text) == [("Рада Пенева", "кмет", "Община Мездра"), ("Цоло Ганев", "кмет", "с. Долно Поле")]


def test_the_head_of_the_body_whose_page_it_is_and_not_of_one_told_in_passing() -> None:
    text = f"{_SCHOOL}Гост беше готвачът на хотел „Бриз“ Цоло Ганев. Зам.-директорът Рада Пенева му благодари.\n"
    assert people(text)[1] == ("Рада Пенева", "заместник-директор", "СУ „Роза“")


def test_unions_of_states_have_no_staff_here() -> None:
    text = "Община Мездра. Кмет – Рада Пенева, отговаря и за проектите на ЕС; секретар: Цоло Ганев"
    assert people(text)[1] == ("Цоло Ганев", "секретар", "Община Мездра")


@pytest.mark.parametrize("verb", ["отговаря", "намери", "благодари", "провери", "отваря"])
def test_a_verb_before_a_name_is_no_office(verb: str) -> None:
    assert people(f"За всичко {verb} Рада Пенева от Мездра.") == [("Рада Пенева", None, None)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Модератор беше библиотекарят Рада Пенева.", "библиотекар"),
        ("Отговори служителят Рада Пенева, деловодител.", "деловодител"),
        ("Досегашният директор Рада Пенева се пенсионира.", "директор"),
        ("Рада Пенева в качеството на представител на ЛРД „Сокол“.", "представител"),
        ("Рада Пенева, действаща като управител на „Мир“ ООД, подписа.", "управител"),
    ],
)
def test_which_office_a_sentence_tells(text: str, role: str) -> None:
    assert people(text)[0][:2] == ("Рада Пенева", role)


@pytest.mark.parametrize(
    ("unit", "institution"),
    [
        ("дирекция „Култура“ на Община Мездра", "Община Мездра"),
        ("отдел „Архив“ в Министерството на културата", "Министерство на културата"),
        ("Исторически факултет на Аграрния университет", "Аграрен университет"),
        ("Дирекция „Регионален държавен архив“ – Видин", "Дирекция „Регионален държавен архив“ – Видин"),
    ],
)
def test_the_body_around_a_unit_that_its_own_name_tells(unit: str, institution: str) -> None:
    text = f"Народно читалище „Искра“\nНовини\n\nГостува Рада Пенева, главен експерт в {unit}.\n"
    assert people(text) == [("Рада Пенева", "главен експерт", institution)]


@pytest.mark.parametrize(
    ("sentence", "role", "institution"),
    [
        ("Всичко е готово, заяви началникът на отделението Рада Пенева.", "началник", "МБАЛ „Живот“"),
        ("Според психолога Рада Пенева децата са добре.", "психолог", "МБАЛ „Живот“"),
        ("Обади се той. Според санитаря Рада Пенева е тихо.", "санитар", "МБАЛ „Живот“"),
        ("Дойдоха кметът на с. Бяла Цоло Ганев и психологът Рада Пенева.", "психолог", "МБАЛ „Живот“"),
        ("Портрета подари скулпторът Рада Пенева.", "скулптор", None),
        ("Гост беше Рада Пенева, експерт в общината.", "експерт", None),
        ("Поканен бе ректорът на УНСС Цоло Ганев. Секретар на срещата бе Рада Пенева.", "секретар", None),
    ],
)
def test_who_serves_the_body_whose_page_it_is(sentence: str, role: str, institution: str | None) -> None:
    found = people(f"МБАЛ „Живот“\nНовини\n\n{sentence}\n")
    assert found[-1] == ("Рада Пенева", role, institution)


def test_a_department_named_after_museums_is_no_museum() -> None:
    told = "Дойде Цоло Ганев от отдел „Музеи“ в министерството. Директорът на музея Рада Пенева говори."
    text = f"Исторически музей – Мездра\n\n{told}\n"
    assert people(text)[1][2] == "Исторически музей – Мездра"


def test_a_mayor_from_abroad_is_not_of_the_page() -> None:
    text = "Община Мездра\nНовини\n\nГост беше Ян Новак, кмет на побратимения град.\n"
    assert people(text) == [("Ян Новак", "кмет", None)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Секретар вече десет години е Рада Пенева.", [("Рада Пенева", "секретар", "Народно читалище „Искра“")]),
        ("Първата копка прави тогавашният кмет Рада Пенева.", [("Рада Пенева", "кмет", None)]),
        (
            "Библиотекари през годините са били Рада Пенева и Цоло Ганев.",
            [(name, "библиотекар", "Народно читалище „Искра“") for name in ("Рада Пенева", "Цоло Ганев")],
        ),
        (
            "Пееха Рада Пенева и треньорът ѝ Цоло Ганев.",
            [("Рада Пенева", None, None), ("Цоло Ганев", "треньор", None)],
        ),
    ],
)
def test_histories_in_sentences(sentence: str, found: list[tuple[str | None, str | None, str | None]]) -> None:
    assert people(f"Народно читалище „Искра“\nИстория\n\n{sentence}\n") == found


def test_whose_page_it_is_in_front_of_its_menu() -> None:
    text = "МБАЛ „Живот“ За нас | Отделения | Цени\n\nНачало » Отделения\n\nГлавен счетоводител: Рада Пенева\n"
    assert people(text) == [("Рада Пенева", "главен счетоводител", "МБАЛ „Живот“")]
