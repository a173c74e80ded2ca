"""Document references beyond their table: details, dates inside them, issuers, lists, and text that is none."""

import time

import pytest

from govarchive.extract import extract
from govarchive.kinds import date, document
from govarchive.model import Page, Record
from govarchive.text.documents.types import types


def found(text: str) -> list[Record]:
    return extract(Page(text=text, source="test", sha256="0" * 64), kinds=[document])


def test_details_of_an_order() -> None:
    [it] = found("Заповед № РД-19/17.06.2016 г. на кмета на Община Горно Поле")
    assert it.details == {
        "type": "заповед",
        "number": "РД-19",
        "date": "2016-06-17",
        "issuer": "кмет на Община Горно Поле",
    }


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Решение № 611 на Министерския съвет от 27 август 2020 г.", "Министерски съвет"),
        ("РМС № 5/2016 г.", None),
        ("Заповед № 7/12.03.2018 г. на областния управител", "областен управител"),
        ("Заповед на директора на РЗИ № 7/12.03.2018 г.", "директор на РЗИ"),
        ("Заповед № 7/12.03.2018 г. на приятелите на кмета", None),
    ],
)
def test_the_issuer_is_given_only_where_certain(text: str, issuer: str | None) -> None:
    assert found(text)[0].details.get("issuer") == issuer


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("н.о.х.д. № 5/2016", "наказателно дело от общ характер"),
        ("НЧХД № 5/2016", "наказателно дело от частен характер"),
        ("в.гр.д. № 5/2016", "въззивно гражданско дело"),
        ("АОС № 5/2016", "акт за общинска собственост"),
        ("изх. № 5-00-3/2016", "изходящ номер"),
        ("ПМС № 5", "постановление на Министерския съвет"),
    ],
)
def test_the_type_is_written_out_in_the_details(text: str, full: str) -> None:
    assert found(text)[0].details["type"] == full


def test_a_date_inside_a_document_is_a_record_too() -> None:
    page = Page(text="Заповед № РД-19/17.06.2016 г.", source="test", sha256="0" * 64)
    assert {it.kind for it in extract(page, kinds=[document, date])} == {"document", "date"}


def test_issues_of_a_list_share_the_year() -> None:
    text = "(обн., ДВ, бр. 11 и 59 от 1998 г.; изм., бр. 24, 30 и 95 от 2005 г.)"
    assert [it.value for it in found(text)] == [
        *("ДВ бр. 11/1998", "ДВ бр. 59/1998"),
        *("ДВ бр. 24/2005", "ДВ бр. 30/2005", "ДВ бр. 95/2005"),
    ]


@pytest.mark.parametrize("text", ["", "№", "№ /", "Заповед №", "ДВ, бр.", "ДВ бр. г.", "ECLI:", "№ -/-", "/12.03.2018"])
def test_fragments_are_no_documents(text: str) -> None:
    assert found(text) == []


def test_values_read_as_themselves() -> None:
    for text in (
        "Заповед РД 05 00 412 / 23.06.2017г.",
        "Вх. № 5-3/1.2.18 г.",
        "гр.д. № 7 от 2019 г.",
        "Д.В. бр.44/08г.",
    ):
        value = found(text)[0].value or ""
        assert document.normalise(value) == value


def test_the_nearest_type_counts() -> None:
    assert types("Решение по протокол ")[-1].printed == "Протокол"


def test_long_runs_take_linear_time() -> None:
    started = time.perf_counter()
    for piece in (
        "№ ",
        "№5",
        "Заповед ",
        "решение № 5 ",
        "1-",
        "А-",
        "ДВ, бр. 5, ",
        "1/",
        "/12.03.2018",
        "Р Е Ш ",
        "на ",
    ):
        list(document.find(piece * 5_000))
    assert time.perf_counter() - started < 10


def test_a_document_whose_day_goes_on_with_a_time() -> None:
    text = "Постъпило е предложение с вх. № 311/12.10.2014 г., 16:20 ч. от представител."
    found = {(it.kind, it.value) for it in extract(Page(text=text, source="test", sha256="0" * 64))}
    assert found == {("document", "Вх. № 311/12.10.2014"), ("date", "2014-10-12T16:20")}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "изп. дело № 20169990400123\nОт 10.10.2016 до 10.11.2016 г. ще се проведе продан.",
            "изп. дело № 20169990400123",
        ),
        ("Договор № 58\nОт 10.10.2016 г. входът е свободен.", "Договор № 58"),
        ("Заповед № РД-15\n\nОт 10.10.2016 г. до 12.10.2016 г. залата е заета.", "Заповед № РД-15"),
        ("НАРЕДБА № 5\nОт 10 октомври 2016 г. важи.", "Наредба № 5"),
        ("Вижте ДВ, бр. 47\nОт 10.10.2016 г. входът е свободен.", "ДВ бр. 47"),
        ("Заповед № 15\nот 10.10.2016 г. на кмета", "Заповед № 15/10.10.2016"),
        ("Заповед № 15\nОт 10.10.2016 г.\nНареждам:", "Заповед № 15/10.10.2016"),
        ("НАРЕДБА № 5\nОТ 10.10.2016 Г. ЗА РЕДА", "Наредба № 5/10.10.2016"),
    ],
)
def test_the_opening_words_of_the_next_line_are_no_date_of_a_document(text: str, value: str) -> None:
    assert found(text)[0].value == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("ПМС № 3 от 2015", "ПМС № 3/2015"),
        ("Решение 5 от 2015.", "Решение № 5/2015"),
        ("адм. дело № 94 от 2021", "адм. дело № 94/2021"),
        ("Наредба № Н-3 от 2015 за таксите", "Наредба № Н-3/2015"),
        ("Решение № 5 от 2015 г.", "Решение № 5/2015"),
    ],
)
def test_a_year_without_its_mark_is_kept_where_there_is_no_page(raw: str, value: str) -> None:
    assert document.normalise(raw) == value
