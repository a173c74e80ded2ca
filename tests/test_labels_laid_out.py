"""One directory of desks and their telephones, and one list of accounts, laid out in the ways that pages do."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page

DESKS = [("Деловодство", "61 22 10"), ("Каса", "61 22 14"), ("Отдел „Култура“", "61 22 37")]
ACCOUNTS = [("Такса смет", "BG80BNBG96611020345678"), ("Глоби", "BG18RZBB91550123456789")]


def labels(text: str, kind: str) -> dict[str, str | None]:
    """The labels of the values of a kind by their texts."""
    page = Page(text=text, source="test", sha256="0" * 64)
    return {it.text: it.label for it in extract(page) if it.kind == kind}


@pytest.mark.parametrize(
    "row",
    [
        "{0}: {1}",
        "{0} – {1}",
        "{0}, тел. {1}",
        "{0} | {1}",
        "{0} ({1})",
        "{0} /{1}/",
        "{0}          {1}",
        "{1} – {0}",
        "{1} ({0})",
        "{1}\t{0}",
        "{0}\t{1}\tкаб. 5",
        "{0}\nимейл: poshta@bvoda.example\nтел. {1}",
        "{0}\nстая 12, ет. 2\nтел. {1}",
        "{0}\nТел.:\n{1}",
    ],
)
def test_the_desk_is_the_label_of_its_telephone(row: str) -> None:
    rows = "\n".join(row.format(*it) for it in DESKS)
    text = f"Община Видин\nКод за автоматично избиране: 094\n\nКонтакти\n\n{rows}\n"
    assert labels(text, "phone") == {number: desk for desk, number in DESKS}


def test_desks_between_slashes_behind_their_telephones() -> None:
    rows = ", ".join(f"{number} /{desk.lower()}/" for desk, number in DESKS)
    text = f"Код за автоматично избиране: 094\nтел.: {rows}\n"
    assert labels(text, "phone") == {number: desk.lower() for desk, number in DESKS}


def test_a_cell_of_figures_is_no_label() -> None:
    rows = "".join(f"{desk}\n10{at}\n{number}\n" for at, (desk, number) in enumerate(DESKS))
    text = f"Код за автоматично избиране: 094\n\nЗвено\nСтая\nТелефон\n{rows}"
    assert labels(text, "phone") == {number: desk for desk, number in DESKS}


@pytest.mark.parametrize("head", ["", "IBAN\tВид плащане\n"])
def test_the_purpose_in_the_cell_behind_an_account(head: str) -> None:
    rows = "".join(f"{account}\t{purpose}\n" for purpose, account in ACCOUNTS)
    assert labels(head + rows, "iban") == {account: purpose for purpose, account in ACCOUNTS}


def test_the_name_of_a_body_above_the_word_for_telephones_is_no_label_of_them() -> None:
    assert labels("ОБЛАСТНА АДМИНИСТРАЦИЯ ВИДИН\n\nТел:\n094/ 61 22 10\n", "phone") == {"094/ 61 22 10": "Тел"}


def test_an_address_before_the_word_for_telephones_is_no_label() -> None:
    assert labels("гр. Видин, тел. 094/ 61 22 10\n", "phone") == {"094/ 61 22 10": "тел."}


@pytest.mark.parametrize("room", ["III, 307", "ст. 12", "101", "ет. 3, ст. 307", "IV - стая 4"])
def test_the_line_of_a_room_is_no_label(room: str) -> None:
    text = f"Община Мездра\n\nДеловодство\n{room}\n0910/9 11 22\nКаса\nРада Минева\n{room}\n0910/9 11 23\n"
    assert list(labels(text, "phone").values()) == ["Деловодство", "Каса"]


@pytest.mark.parametrize(
    "where",
    ["I етаж, стая № 14, тел.", "• III етаж, стая № 2, тел.", "Първи етаж, кабинет 14, телефон:", "ет. 2, ст. 8,"],
)
def test_a_desk_stands_over_its_floor_and_room(where: str) -> None:
    text = f"НАКАЗАТЕЛНО ДЕЛОВОДСТВО\n{where} 094 611 830"
    assert labels(text, "phone") == {"094 611 830": "НАКАЗАТЕЛНО ДЕЛОВОДСТВО"}


@pytest.mark.parametrize("first", ["Горещ телефон", "Зелен телефон", "Гореща телефонна линия"])
def test_a_line_of_calls_goes_on_in_the_next_line(first: str) -> None:
    assert labels(f"{first}\nза сигнали\n094 611 830", "phone") == {"094 611 830": f"{first} за сигнали"}


@pytest.mark.parametrize("row", ["1 Минка Илева {} 094 611 830", "Минка Илева {} 094 611 830"])
def test_the_village_behind_a_name_is_whose_telephone_it_is(row: str) -> None:
    text = f"№ Име Населено място Номер\n{row.format('с. Долно Поле')}\n"
    assert labels(text, "phone") == {"094 611 830": "с. Долно Поле"}


def test_a_letterhead_is_no_label_of_the_numbers_below_it() -> None:
    text = "ОБЩИНСКА АДМИНИСТРАЦИЯ МЕЗДРА\n\nтел. 0910/ 9-11-22; факс 0910/ 9-11-23"
    assert list(labels(text, "phone").values()) == ["тел.", "факс"]


def test_bodies_in_a_list_of_numbers_lose_the_word_before_them() -> None:
    text = "Номерата са:\n• във ВиК – 094 611 830;\n• в ЧЕЗ – 094 611 831;"
    assert list(labels(text, "phone").values()) == ["ВиК", "ЧЕЗ"]
