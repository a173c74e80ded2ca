"""Owners: the body whose page it is, as letterheads and titles tell it, for those of its staff who are named there."""

import pytest

from govarchive.extract import extract
from govarchive.link.letterheads import own_first
from govarchive.model import Candidate, Page


def people(text: str) -> dict[str | None, tuple[str | None, str | None]]:
    """The people of a text with their roles and institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {it.value: (it.details.get("role"), it.details.get("institution")) for it in found if it.kind == "person"}


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("АГЕНЦИЯ ПО ЗАЕТОСТТА", "Дирекция „Бюро по труда“ – Мездра"),
        ("Българска агенция по безопасност на храните", "Областна дирекция по безопасност на храните – Враца"),
        ("МИНИСТЕРСТВО НА ОКОЛНАТА СРЕДА И ВОДИТЕ", "Басейнова дирекция „Планински район“"),
        ("ОБЩИНА МЕЗДРА", "ОП „Чистота“"),
        ("Община Мездра", "Детска градина „Дъга“"),
    ],
)
def test_the_lower_body_of_a_letterhead_is_whose_page_it_is(above: str, own: str) -> None:
    text = f"{above}\n{own}\n\nЗа контакти\nГлавен експерт: Вълчан Пенков, тел. 0910 3 40 23\nКасиер: Нона Рунева\n"
    assert {institution for _, institution in people(text).values()} == {own}


def test_a_municipality_over_several_of_a_kind_owns_their_page() -> None:
    kept = [
        Candidate("institution", at, at + 9, "", (at, at + 9), value=it)
        for at, it in ((20, "ДГ „Дъга“"), (40, "ДГ „Роза“"))
    ]
    town = Candidate("institution", 0, 13, "", (0, 13), value="Община Мездра")
    assert own_first([town, *kept]) == [town, *kept]
    assert own_first([town, kept[0]]) == [kept[0], town]


@pytest.mark.parametrize(
    ("office", "institution"),
    [
        ("управителката", "Дом за стари хора „Искра“"),
        ("директорката на социалната институция", "Дом за стари хора „Искра“"),
        ("писателката", None),
    ],
)
def test_women_who_lead_are_of_the_owner_as_men_are(office: str, institution: str | None) -> None:
    text = f"Новини - Дом за стари хора „Искра“, с. Бърдовци\n\nСпомените събра {office} Станка Грънчарова.\n"
    assert people(text)["Станка Грънчарова"][1] == institution


@pytest.mark.parametrize(
    ("owner", "words"),
    [
        ("РИОСВ-Враца", "на екоинспекцията"),
        ("РИОСВ-Враца", "на регионалната екоинспекция"),
        ("НЧ „Искра“ – Бърдовци", "на културния институт"),
        ("ДГС „Лом“", "на горското стопанство"),
    ],
)
def test_general_words_for_the_owner(owner: str, words: str) -> None:
    text = f"{owner}\nНовини\n\nМерките обяви директорът {words} Вълчан Пенков вчера.\n"
    assert people(text)["Вълчан Пенков"] == ("директор", owner)


def test_the_minister_of_a_ministry() -> None:
    text = "Министерство на образованието и науката\n\n„Успех!“, каза Министърът проф. Вълчан Пенков пред учениците.\n"
    assert people(text)["Вълчан Пенков"][1] == "Министерство на образованието и науката"
    other = text.replace("Министерство на образованието и науката", "РЗИ – Враца")
    assert people(other)["Вълчан Пенков"][1] is None
