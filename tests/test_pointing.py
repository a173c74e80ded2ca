"""Pointing words: whose an office is by a pronoun, on whose behalf somebody speaks, who met and who was chosen."""

import pytest
from making import body_of

from govarchive.extract import extract
from govarchive.model import Page


def bodies(text: str) -> list[tuple[str | None, str | None]]:
    """The people of a text with the institutions told for them."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, body_of(it)) for it in found if it.kind == "person"]


RADA, TSOLO, NEVENA = "Рада Пенева", "Цоло Ганев", "Невена Гърдева"


@pytest.mark.parametrize(
    "line",
    [
        "Гости бяха ученици от ПГ „Роза“ и техните учители Рада Пенева и Цоло Ганев.",
        "Децата от ПГ „Роза“ дойдоха с учителите им Рада Пенева и Цоло Ганев.",
    ],
)
def test_a_pronoun_points_to_the_body_of_the_sentence(line: str) -> None:
    assert bodies(f"Районен съд – Мездра\n\n{line}") == [(RADA, "ПГ „Роза“"), (TSOLO, "ПГ „Роза“")]


def test_on_behalf_of_a_body() -> None:
    text = "Читалище „Роза“\n\nОт името на Община Мездра поздрав поднесе гл. експерт „Култура“ Рада Пенева."
    assert bodies(text) == [(RADA, "Община Мездра")]


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("Жури с председател художника Рада Пенева избра рисунките.", "жури"),
        ("По предложение на инициативен комитет с председател Рада Пенева бе решено.", None),
    ],
)
def test_who_leads_a_group_does_not_lead_the_body_whose_page_it_is(line: str, group: str | None) -> None:
    assert bodies(f"НЧ „Роза“\n\n{line}") == [(RADA, group)]


def test_nobody_is_the_witness_of_a_court() -> None:
    assert bodies("Районен съд – Мездра\nСвидетел Рада Пенева – нередовно призована.") == [(RADA, None)]


def test_the_commission_that_met_is_the_one_told_above() -> None:
    text = (
        "Община Мездра\nПротокол на тръжната комисия\n\nДнес комисията в състав – председател Рада Пенева и членове "
        "Цоло Ганев и Невена Гърдева, отвори пликовете. Жалби се подават до Административен съд – Враца."
    )
    assert bodies(text) == [(name, "тръжна комисия") for name in (RADA, TSOLO, NEVENA)]


def test_of_one_with_no_name_they_are_not_of_another_body() -> None:
    text = "Община Мездра\nКомисия в състав: Рада Пенева – председател, проведе търг пред Районен съд – Мездра."
    assert bodies(text) == [(RADA, None)]


def test_who_sits_there_by_an_office_is_of_the_owner_of_the_page() -> None:
    text = "Окръжен съд – Враца\n\nДнес комисията в състав:\nПредседател: Рада Пенева\n1. Цоло Ганев – гл. счетоводител"
    assert bodies(text) == [(RADA, None), (TSOLO, "Окръжен съд – Враца")]


@pytest.mark.parametrize(
    ("lead", "board"),
    [
        ("В Проверителната комисия влязоха", "Проверителна комисия"),
        ("За тричленната Проверителна комисия бяха гласувани:", "Проверителна комисия"),
        ("В обществения съвет на училището за три години са избрани:", "обществен съвет"),
    ],
)
def test_those_chosen_into_a_board(lead: str, board: str) -> None:
    text = f"НЧ „Роза“\n\nСъбранието мина. {lead} Рада Пенева - председател, Цоло Ганев и Невена Гърдева."
    assert bodies(text) == [(name, board) for name in (RADA, TSOLO, NEVENA)]


def test_a_general_word_behind_the_office_of_a_list() -> None:
    text = "с. Горно Поле\n\nРазказва се за ТКЗС.\n\nСекретари на кметството са били Рада Пенева и Цоло Ганев."
    assert bodies(text) == [(RADA, None), (TSOLO, None)]


def test_a_subject_in_short_and_the_school_behind_it() -> None:
    assert bodies("Отговорник: Рада Пенева, учител по ФВС в ОУ „Роза“, тел. 0910 99 123") == [(RADA, "ОУ „Роза“")]


@pytest.mark.parametrize("deputy", ["неговият заместник", "своя заместник"])
def test_the_deputy_of_who_was_just_told_is_of_the_same_body(deputy: str) -> None:
    text = f"Кметът на община Мездра Рада Пенева откри пътя. С нея бе {deputy} Цоло Ганев."
    assert bodies(text) == [(RADA, "община Мездра"), (TSOLO, "община Мездра")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Обществен съвет към ОУ „Роза“\n\nДойде и Рада Пенева - директор на училището.", "ОУ „Роза“"),
        ("Съвет на настоятелите на ТУ – Враца\n\nРекторът на университета Рада Пенева откри.", "ТУ – Враца"),
        ("Обществен съвет към ОУ „Роза“\n\nРада Пенева - председател на съвета", "Обществен съвет към ОУ „Роза“"),
    ],
)
def test_the_principal_of_a_school_is_none_of_its_council(text: str, body: str) -> None:
    assert bodies(text)[0][1] == body
