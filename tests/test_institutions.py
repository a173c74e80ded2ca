"""Institutions: what their details say, and that no text makes the finder stumble."""

import pytest

from govarchive.errors import InvalidFormat
from govarchive.extract import extract
from govarchive.kinds import institution
from govarchive.model import Near, Page
from govarchive.text.fold import fold


def found(text: str) -> list[str]:
    folded = fold(text)
    return [folded[it.start : it.stop] for it in institution.find(folded)]


@pytest.mark.parametrize(
    ("value", "details"),
    [
        ("Районен съд – Враца", {"type": "съд", "place": "Враца"}),
        ("РИОСВ", {"type": "инспекция", "short": "РИОСВ"}),
        ("НЧ „Иван Вазов“", {"type": "читалище", "short": "НЧ"}),
        ("Общински съвет Стара Загора", {"type": "общински съвет", "place": "Стара Загора"}),
        ("Министерство на финансите", {"type": "министерство"}),
        ("община Мездра", {"type": "община", "place": "Мездра"}),
    ],
)
def test_details(value: str, details: dict[str, str]) -> None:
    got = institution.parts(value, value)
    assert {key: got[key] for key in details} == details


def test_an_abbreviation_is_expanded_only_where_it_means_one_thing() -> None:
    assert "full" in institution.parts("РИОСВ", "РИОСВ")
    assert "full" not in institution.parts("АС", "АС")


@pytest.mark.parametrize(
    ("value", "full"),
    [
        ("Факултет „МУ“", None),
        ("отдел „НАП“", None),
        ("Колеж „ТУ“", None),
        ("Агенция „НАП“", "Национална агенция за приходите"),
        ("Партия „ГЕРБ“", "Граждани за европейско развитие на България"),
    ],
)
def test_letters_in_quotes_stand_for_a_body_of_the_kind_before_them(value: str, full: str | None) -> None:
    assert institution.parts(value, value).get("full") == full


def test_the_town_in_quotes_is_no_seat() -> None:
    assert "place" not in institution.parts("Фондация „Варна“", "Фондация „Варна“")


def test_a_municipality_is_land_after_a_village_and_a_body_where_it_acts() -> None:
    assert found("с. Вазово, община Исперих") == []
    assert found("Община Исперих отдава под наем") == ["Община Исперих"]


def test_heads_of_unseen_bodies_are_enough() -> None:
    assert found("Агенция за изследване на пещерите и подземните реки обяви конкурс") == [
        "Агенция за изследване на пещерите и подземните реки"
    ]


@pytest.mark.parametrize(
    "junk",
    ["", '"', "община", "община ", "№", "Съд -", 'ОУ "', "на на на", "Комисия по", "\n\n", "Район\t5", "ЯН-", "ПГ/"],
)
def test_junk_finds_nothing_and_raises_nothing(junk: str) -> None:
    assert found(junk) == []


@pytest.mark.parametrize("junk", ["", "123", "-", '""'])
def test_what_has_no_letters_is_no_name(junk: str) -> None:
    with pytest.raises(InvalidFormat):
        institution.normalise(junk, Near())


def test_a_long_line_of_heads_takes_linear_time() -> None:
    assert len(found("Районен съд - Враца, " * 2000)) == 2000


@pytest.mark.parametrize("chain", ["на Дирекция ", "съвет на ОУ ", "Комисия към Дирекция "])
def test_bodies_of_bodies_of_bodies_end(chain: str) -> None:
    assert len(found(chain * 400)) < 400
    assert (
        found("Отдел на Дирекция на Министерство на труда, " * 2)
        == found("Отдел на Дирекция на Министерство на труда") * 2
    )


def test_a_foundation_in_an_article_keeps_the_word_for_what_it_is() -> None:
    text = (
        "Пчелинът край манастира вече е грижа на фондация „Приятелска ръка“, а медът отива в сиропиталището, писа "
        "председателят на Държавната агенция „Хроники“ доц. Рада Пенева в дневника, който води от петнайсет години."
    )
    page = Page(text=text, source="test", sha256="0" * 64)
    found = [it.value for it in extract(page) if it.kind == "institution"]
    assert found == ["фондация „Приятелска ръка“", "Държавна агенция „Хроники“"]
