"""How somebody comes into an office, which place an office is of, and what only looks like a person's."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def people(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """The people of a text with their roles and institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, it.details.get("role"), it.details.get("institution")) for it in found if it.kind == "person"]


@pytest.mark.parametrize(
    ("text", "role", "institution"),
    [
        ("Вълчан Пенков стана директор на ДГ „Роза“.", "директор", "ДГ „Роза“"),
        ("Вълчан Пенков остава кмет на община Мездра.", "кмет", "община Мездра"),
        ("Вълчан Пенков бе преизбран за председател на НЧ „Искра“.", "председател", "НЧ „Искра“"),
        ("Вълчан Пенков бе единодушно избран за секретар.", "секретар", None),
        ("Вълчан Пенков, избран за секретар, благодари.", "секретар", None),
        ("За секретар единодушно бе избран Вълчан Пенков.", "секретар", None),
        ("За секретар бе избран отново Вълчан Пенков.", "секретар", None),
        ("Вълчан Пенков стана рано и говори с директора.", None, None),
    ],
)
def test_who_comes_into_an_office(text: str, role: str | None, institution: str | None) -> None:
    assert people(text) == [("Вълчан Пенков", role, institution)]


def test_all_who_are_chosen() -> None:
    text = "За членове на настоятелството бяха избрани: Минка Илева, Рада Пенева и Цоло Ганев."
    assert [role for _, role, _ in people(text)] == ["член на настоятелството"] * 3


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("Кметът на с. Долно Поле Вълчан Пенков", "с. Долно Поле"),
        ("Вълчан Пенков – кмет на Видин", "Видин"),
        ("Вълчан Пенков е новият кмет на град Видин.", "град Видин"),
        ("КМЕТ НА СЕЛО ВРАБЕВО\nВЪЛЧАН ПЕНКОВ", "село Врабево"),
        ("Вълчан Пенков – наместник на с. Долно Поле", "с. Долно Поле"),
        ("с. Долно Поле – кмет Вълчан Пенков, тел. 056/ 842 872", "с. Долно Поле"),
        ("с. Долно Поле: кмет Вълчан Пенков", "с. Долно Поле"),
        ("Областният управител на Видин Вълчан Пенков", "Видин"),
        ("Посланикът на Италия Вълчан Пенков", None),
        ("Срещата във Видин откри кметът Вълчан Пенков", None),
    ],
)
def test_the_place_an_office_is_of(text: str, institution: str | None) -> None:
    assert [it[2] for it in people(text)] == [institution]


def test_of_several_places_none_is_given() -> None:
    text = "Дойдоха кметовете на селата Долно Поле и Горско – Минка Илева и Рада Пенева."
    assert people(text) == [("Минка Илева", "кмет", None), ("Рада Пенева", "кмет", None)]


def test_those_named_behind_people_with_an_office_are_others() -> None:
    text = "Там бяха свещениците Минко Илев и Радой Пенев, общински съветници, учители и гости."
    assert [role for _, role, _ in people(text)] == ["свещеник", "свещеник"]


def test_an_office_glued_to_a_name() -> None:
    assert people("Председател-Минка Илева\nЧленове-Рада Пенева, Цоло Ганев") == [
        ("Минка Илева", "председател", None),
        ("Рада Пенева", "член", None),
        ("Цоло Ганев", "член", None),
    ]


def test_each_part_of_a_name_in_a_column_of_its_own() -> None:
    rows = "№\tИме\tПрезиме\tФамилия\tДлъжност\n1\tСевгин\tДжемал\tШукри\tкасиер\n2\tАйше\tРеджеб\tМустафа\tдиректор"
    assert people(rows) == [("Севгин Джемал Шукри", "касиер", None), ("Айше Реджеб Мустафа", "директор", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Продава се лек автомобил Опел Астра с рама 123.",
        "Служебни коли: Рено Канго, Дачия Дъстър и Лада Нива.",
        "Поздравление за празника на светите братя Кирил и Методий",
        "Кметовете на Горни Воден и Бели Извор",
    ],
)
def test_what_is_nobody(text: str) -> None:
    assert people(text) == []


def test_the_second_surname_of_a_judge_in_a_line_of_its_own() -> None:
    text = "състав:\nПредседател:Рада П. Митева\nЧленове:Минка И. Рачева\nПенева\nДора Илиева\nпри участието"
    assert [it[:2] for it in people(text)] == [
        ("Рада П. Митева", "председател"),
        ("Минка И. Рачева Пенева", "член"),
        ("Дора Илиева", "член"),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ръководител на клуба е бил Вълчан Пенков.", "ръководител на клуба"),
        ("Вълчан Пенков е бил директор до 1998 г.", "директор"),
        ("Председателят й е Вълчан Пенков.", "председател"),
        ("Председателят на съветниците Вълчан Пенков закри сесията.", "председател на съветниците"),
        ("Домакин на приема беше Вълчан Пенков, извънреден и пълномощен посланик.", "извънреден и пълномощен посланик"),
        ("Съветник стана Минка Илева на мястото на Вълчан Пенков.", None),
        ("Ръководителят на Службата за външни връзки г-н Вълчан Пенков", "ръководител"),
        ("Вълчан Пенков, актьорът и общественик Цоло Ганев пяха.", None),
        ("На сцената беше и ученичката Вълчан Пенков", None),
    ],
)
def test_an_office_told_in_a_sentence(text: str, role: str | None) -> None:
    assert {name: found for name, found, _ in people(text)}["Вълчан Пенков"] == role


def test_members_with_the_parties_that_put_them_forward() -> None:
    text = (
        "Комисия по бюджет и финанси /КБФ/ – 3 члена:\n\n\nПредседател: Минка Илева - ПП НИВА\n\n\n"
        "Членове: Рада Пенева - ПП НИВА, Цоло Ганев - БРЯГ"
    )
    body = "Комисия по бюджет и финанси"
    assert people(text) == [
        ("Минка Илева", "председател", body),
        ("Рада Пенева", "член", body),
        ("Цоло Ганев", "член", body),
    ]


def test_the_court_that_sits() -> None:
    text = (
        "ОКРЪЖЕН СЪД – ВИДИН, VI СЪСТАВ, в публично заседание на\nпети март в следния\nсъстав:\nПредседател:Минка Илева"
    )
    assert people(text) == [("Минка Илева", "председател", "Окръжен съд – Видин")]
