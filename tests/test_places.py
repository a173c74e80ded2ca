"""Places: their details, and which part of an address they are not."""

from typing import Any

import pytest

from govarchive.errors import InvalidFormat
from govarchive.extract import extract
from govarchive.kinds import place
from govarchive.model import Page
from govarchive.text.fold import fold


def found(text: str) -> list[str]:
    folded = fold(text)
    return [folded[it.start : it.stop] for it in place.find(folded)]


@pytest.mark.parametrize(
    ("raw", "details"),
    [
        ("гр. Враца", {"type": "град", "ekatte": "12259"}),
        ("с. Изгрев", {"type": "село", "candidates": 8}),
        ("област Бургас", {"type": "област"}),
        ("Софийска област", {"type": "област"}),
        ("община Елена", {"type": "община"}),
        ("Украйна", {"type": "държава"}),
        ("с. Горно Бърдово", {"type": "село"}),
    ],
)
def test_details(raw: str, details: dict[str, Any]) -> None:
    assert place.parts(place.normalise(raw), raw) == details


def test_a_town_that_shares_its_name_has_no_code() -> None:
    assert "ekatte" not in place.parts("Бяла", "гр. Бяла")


@pytest.mark.parametrize(
    "address",
    [
        "гр. Видин 3700, ул. „Бдин“ № 2",
        "3700 Видин",
        "обл. Видин, общ. Видин, гр. Видин, ж.к. „Бдин“, бл. 5",
        "гр. Видин,\nпл. „Бдинци“ 2",
    ],
)
def test_the_town_of_an_address_is_part_of_it(address: str) -> None:
    assert found(address) == []


def test_a_date_is_no_house_number() -> None:
    assert found("гр. Видин, 12.05.2015 г.") == ["гр. Видин"]


@pytest.mark.parametrize("junk", ["", "гр.", "с. ", "общините -", "селата", "село\n\nКод", "С.", "Област", "в \t в"])
def test_junk_finds_nothing_and_raises_nothing(junk: str) -> None:
    assert found(junk) == []


@pytest.mark.parametrize("junk", ["", "12", "гр. 5", "-"])
def test_what_has_no_letters_is_no_name(junk: str) -> None:
    with pytest.raises(InvalidFormat):
        place.normalise(junk)


def test_a_name_marked_once_is_known_on_the_whole_page() -> None:
    assert found("с. Чемиш е без ток. Към Чемиш пътува водоноска.") == ["с. Чемиш", "Чемиш"]
    assert found("Чемиш е без ток.") == []


def test_a_heading_announces_the_villages_of_its_column_only() -> None:
    assert found("Име\tСело\nПепа\tМрежа\nЦеца\tЖелюш") == ["Мрежа", "Желюш"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.04.  Ружинци   в читалището\n26.04.  Чупрене   в общината\n10.05.  Макреш   в кметството", "Чупрене"),
        ("Батак\nРада Пенева, експерт\n\nБелово\nЦоло Ганев\n\nБрацигово\nЙото Рендов", "Батак"),
    ],
)
def test_an_ordinary_word_that_opens_a_line_as_other_places_do_is_one(text: str, expected: str) -> None:
    assert expected in found(text)
    assert expected not in found(text.replace("Белово", "Контакти").replace("Макреш", "Контакти"))


def test_those_who_serve_villages_may_stand_before_them() -> None:
    text = "Кметове на кметства: Рада Пенева – Орешак, Цоло Ганев – Врабево и Йото Рендов - с.Дебнево"
    assert found(text) == ["Орешак", "Врабево", "Дебнево"]


def test_what_is_refused_as_part_of_an_address_does_not_come_back_without_its_mark() -> None:
    assert found("пл. „България“ № 10, гр. Крумовград") == []


@pytest.mark.parametrize("unit", ["Кметства\n", "Село\tКмет\n", "с. Хърлец, ", "Ивановци, ", "в Алинци и "])
def test_what_repeats_takes_linear_time(unit: str) -> None:
    assert len(found(unit * 3000)) <= 3000


def test_long_lists_take_linear_time() -> None:
    assert len(found("селата " + "Драгор, " * 3000 + "Долна")) == 3001


@pytest.mark.parametrize(
    ("rows", "villages"),
    [
        (
            "Кметство Име на кмета Телефон\nБрестак Шабан Ахмед 03641/ 7741\nПотока - инж. Рада Пенева",
            ["Брестак", "Потока"],
        ),
        ("Долно Брестово, Рада Пенева, тел. 0888 101 201\nКрушак (Мехмед Али)", ["Долно Брестово", "Крушак"]),
        ("1. Брестак Рада Пенева (03641) 7741\n2. Голяма крушка Иван Илев", ["Брестак", "Голяма крушка"]),
    ],
)
def test_villages_before_those_who_serve_them(rows: str, villages: list[str]) -> None:
    page = Page(text=f"КМЕТОВЕ НА КМЕТСТВА – МАНДАТ 2023-2027\n\n{rows}\n", source="test", sha256="0" * 64)
    found = list(extract(page))
    assert [it.value for it in found if it.kind == "place"] == villages
    people = [it for it in found if it.kind == "person"]
    assert [it.details.get("role") for it in people] == ["кмет", "кмет"]
    assert [it.details.get("institution") for it in people] == villages


@pytest.mark.parametrize("heads", ["Община Адрес Телефон", "Кметство Име на кмета Телефон", "Кметства – МАНДАТ 2019"])
def test_heads_of_columns_are_no_places(heads: str) -> None:
    page = Page(text=heads, source="test", sha256="0" * 64)
    assert not [it for it in extract(page) if it.kind in ("place", "institution")]


@pytest.mark.parametrize(
    ("row", "village"),
    [
        ("Рада Минева Пенева Кмет Брестак 03641/ 7741", "Брестак"),
        ("Рада Минева Пенева – кметски наместник Голямо поле, тел. 0888 101 201", "Голямо поле"),
        ("Рада Пенева Кмет Гела 03641/7741", "Гела"),
        ("Кмет Рада Пенева 0888 101 201", None),
        ("Зам. кмет Пенева 0888 101 201", None),
        ("Кмет Рада 0888 101 201", None),
    ],
)
def test_the_village_of_a_mayor_stands_before_the_number(row: str, village: str | None) -> None:
    page = Page(text=f"Кметства\n{row}\n", source="test", sha256="0" * 64)
    assert [it.value for it in extract(page) if it.kind == "place"] == [village] * (village is not None)


@pytest.mark.parametrize("office", ["Директор", "Кмет", "Секретар"])
def test_an_office_in_the_line_below_is_no_part_of_a_village(office: str) -> None:
    found = extract(Page(text=f"ДГ „Роза“, с. Горско\n{office}: Минка Илева", source="test", sha256="0" * 64))
    assert [it.value for it in found if it.kind == "place"] == ["Горско"]
