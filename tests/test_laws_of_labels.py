"""Which word a page has for a telephone or mail, and how it is joined to the number, may not change what is read."""

import re

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text
from govarchive.text.fold import fold

_WORDS = re.compile(r"тел(?:ефон)?\b|☎|факс|e-?mail|[eе]-поща|ел\. ?поща|имейл|\W")


def _told(text: str) -> list[tuple[object, ...]]:
    return [
        (it.kind, fold(it.text), it.value, _WORDS.sub("", fold(it.label or "").lower()), it.valid, it.details)
        for it in extract(page_from_text(text))
    ]


def _labels(kind: str, text: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == kind]


@pytest.mark.parametrize(
    "card",
    [
        "Декан\nпроф. Иван Петков\nТелефон: 094 60 12 34\nE-mail: petkov@primer.bg\n\nАна Рунева\nФакс: 094 60 12 35",
        "Община Видин\nТелефон: 094 60 12 34\nФакс: 094 60 12 35\nЕл. поща: vidin@primer.bg\nЕИК: 000123451",
        "Каса\nТел.: 094 60 12 34\nИмейл: kasa@primer.bg\nIBAN: BG80 BNBG 9661 1020 3456 78",
    ],
)
def test_the_fields_of_a_card_say_the_same_in_a_table(card: str) -> None:
    assert _told(card.replace(": ", "\t")) == _told(card)


@pytest.mark.parametrize(
    "remark", ["(на цената на градски разговор)", "(вход откъм двора)", "(вторник и петък)", "(денонощен)"]
)
def test_when_and_where_one_may_call_is_no_label(remark: str) -> None:
    assert _labels("phone", f"Офис Видин\t094 60 12 34 {remark}") == ["Офис Видин"]


@pytest.mark.parametrize("who", ["Кмет: Ана Рунева", "Ана Рунева - кмет", "Ана Рунева\t- кмет", "1. Кмет Ана Рунева"])
def test_a_cell_that_names_somebody_says_the_office_of_the_number_beside_it(who: str) -> None:
    assert _labels("phone", f"{who}\t094 601 234") in (["Кмет"], ["кмет"])


def test_a_value_in_the_first_row_is_no_label_of_those_below_it() -> None:
    assert _labels("email", "1\truneva@primer.bg\n2\tdelev@primer.bg") == [None, None]
    assert _labels("phone", "1\tтел. 094 601 234\n2\tтел. 094 601 235") == ["тел.", "тел."]
