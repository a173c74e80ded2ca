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
