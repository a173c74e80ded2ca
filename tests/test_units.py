"""Units and boards: each noun of the table is known wherever bodies tell of their parts."""

from collections.abc import Callable

import pytest
from making import body_of, people

from govarchive.data import table
from govarchive.extract import extract
from govarchive.model import Page, Record

GROUPS = {row["noun"]: row["groups"].split(",") for row in table("manual_units")}
NAMES = ("Рада Пенева", "Цоло Ганев")


def of(*groups: str) -> list[str]:
    return [noun for noun in GROUPS if not set(groups).isdisjoint(GROUPS[noun])]


def found(text: str, kind: str) -> list[Record]:
    return [it for it in extract(Page(text=text, source="test", sha256="0" * 64)) if it.kind == kind]


def test_every_group_is_explained_and_used() -> None:
    assert {it for groups in GROUPS.values() for it in groups} == {
        *("part", "ward", "desk", "counter", "room", "team", "board", "panel")
    }


@pytest.mark.parametrize("noun", of("board", "panel"))
@pytest.mark.parametrize("shape", [str.capitalize, str.upper])
def test_a_board_heads_its_members(noun: str, shape: Callable[[str], str]) -> None:
    text = f"{shape(f'{noun} по етика')}\n{NAMES[0]}\n{NAMES[1]}"
    assert [body_of(it) for it in found(text, "person")] == [f"{noun} по етика".capitalize()] * 2


@pytest.mark.parametrize("noun", of("board"))
def test_an_office_is_of_the_board_behind_it(noun: str) -> None:
    board = f"Експерт{ {'я': 'на', 'о': 'но'}.get(noun[-1], 'ен') } {noun} по туризъм"
    (person,) = found(f"Рада Пенева – член на {board}", "person")
    assert (person.details["role"], person.details["institution"]) == ("член", board)


def test_whoever_presides_over_a_jury_is_of_it() -> None:
    (person,) = found("Рада Пенева, председател на научното жури", "person")
    assert (person.details["role"], person.details["institution"]) == ("председател", "научно жури")


@pytest.mark.parametrize("noun", of("part", "ward", "desk", "room"))
def test_a_unit_before_an_address_says_whose_the_telephone_is(noun: str) -> None:
    text = f"{noun.capitalize()} Чистота, ул. „Роза“ 6, Видин, тел. 094 611 564"
    assert [it.label for it in found(text, "phone")] == [f"{noun.capitalize()} Чистота"]


@pytest.mark.parametrize("noun", of("counter"))
def test_a_counter_may_be_asked_and_has_hours(noun: str) -> None:
    unit = f"{noun.capitalize()} Чистота"
    assert [it.label for it in found(f"За справки: {unit} 094 611 564", "phone")] == [unit]
    assert [it.label for it in found(f"{unit}\nРаботи: 9:00 - 17:00", "hours")] == [unit]


@pytest.mark.parametrize("noun", of("part", "ward", "desk"))
def test_a_sentence_sends_people_to_a_unit(noun: str) -> None:
    text = f"Сигнали за дървета се подават в {noun} Чистота, тел. 094 611 564."
    assert [it.label for it in found(text, "phone")] == [f"{noun} Чистота"]


@pytest.mark.parametrize("noun", of("part", "ward", "desk", "room", "team"))
def test_whoever_leads_a_unit(noun: str) -> None:
    (person,) = found(f"Началник {noun}: Рада Пенева", "person")
    assert person.details["role"] == f"началник {noun}"


def test_a_word_for_mail_is_no_part_of_the_name_of_a_unit() -> None:
    text = "Деловодство e-mail: delo@primer.bg, тел. 094 611 564"
    assert [it.label for it in found(text, "phone")] == ["Деловодство"]


def test_a_hall_has_no_telephone() -> None:
    text = "Търгът ще се проведе в зала „Роза“ на общината. Справки на тел. 094 611 564."
    assert [it.label for it in found(text, "phone")] == ["Справки"]


@pytest.mark.parametrize(
    ("office", "told"),
    [
        ("директор ДСП", ("директор", "ДСП")),
        ("началник РУ", ("началник", "РУ")),
        ("управител МБАЛ", ("управител", "МБАЛ")),
        ("директор УПД", ("директор", None)),
        ("инспектор ДПС", ("инспектор ДПС", None)),
    ],
)
def test_the_body_that_an_abbreviation_behind_an_office_tells(office: str, told: tuple[str, str | None]) -> None:
    assert people(f"Поканени са Рада Пенева – {office}, и граждани.") == [("Рада Пенева", *told)]


def test_an_abbreviation_is_not_another_of_its_kind() -> None:
    text = "Дойдоха Рада Пенева – началник на РУ, и Цоло Ганев – директор на РУО – Видин."
    assert people(text)[0] == ("Рада Пенева", "началник", "РУ")


_STAFF = (
    "{0}\nРада Пенева – {2}\nЦоло Ганев – {3}\n{1}\nМинка Илева – {3}\n",
    "{0}\nРада Пенева\n{2}\nЦоло Ганев\n{3}\n{1}\nМинка Илева\n{3}\n",
    "Иво Рунев – директор\n{0}\nРада Пенева – {2}\nЦоло Ганев – {3}, тел. 841 234\n\n{1}\nМинка Илева – {3}\n",
)


@pytest.mark.parametrize("text", _STAFF)
@pytest.mark.parametrize(
    "given",
    [
        ("Отдел „Фондове“", "Отдел „Етнография“", "гл. уредник", "уредник"),
        ("Катедра „История“", "Катедра „Право“", "ръководител", "преподавател"),
    ],
)
def test_the_last_of_a_unit_is_not_of_the_unit_that_follows(text: str, given: tuple[str, ...]) -> None:
    told = {it.value: it.details.get("institution") for it in found(text.format(*given), "person")}
    assert [told[it] for it in ("Рада Пенева", "Цоло Ганев", "Минка Илева")] == [given[0], given[0], given[1]]


def test_units_below_those_who_serve_there() -> None:
    text = "Рада Пенева – началник\nОтдел „Фондове“\nЦоло Ганев – експерт\nОтдел „Етнография“\n"
    assert [it.details["institution"] for it in found(text, "person")] == ["Отдел „Фондове“", "Отдел „Етнография“"]


@pytest.mark.parametrize(
    ("office", "told"),
    [
        ("учител по математика в ПМГ", ("учител по математика", "ПМГ")),
        ("логопед в ДГ", ("логопед", "ДГ")),
        ("възпитател в ЦДО", ("възпитател", None)),
        ("гл. редактор на сп. „Роза“", ("главен редактор", None)),
    ],
)
def test_the_body_in_which_somebody_works_by_its_abbreviation(office: str, told: tuple[str, str | None]) -> None:
    assert people(f"Наградена е Рада Пенева – {office}.") == [("Рада Пенева", *told)]


@pytest.mark.parametrize(
    "line", ["Рада Пенева – гл. специалист „Деловодство“", "Гл. специалист „Деловодство“: Рада Пенева"]
)
def test_who_has_a_field_in_a_unit_that_heads_the_list(line: str) -> None:
    text = f"Община Мездра\nДирекция „Обща администрация“\nЦоло Ганев – директор\n{line}\n"
    details = found(text, "person")[1].details
    told = [details[it] for it in ("role", "unit", "institution", "body")]
    office = ["главен специалист „Деловодство“", "Деловодство"]
    assert told == [*office, "Дирекция „Обща администрация“", "Община Мездра"]
