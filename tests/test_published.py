"""The publication date: metadata first, then the first date the page labels so."""

from datetime import date

import pytest

from govarchive.link.published import first_day, published_at
from govarchive.model import Page


def page(text: str, **dates: str) -> Page:
    return Page(text=text, source="example", sha256="0" * 64, dates=dates)


def published(text: str, **dates: str) -> str | None:
    return published_at(page(text, **dates), text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Мостът е готов.\nДобавено : четвъртък, 12 май 2016 15:40 печат", "2016-05-12T15:40"),
        ("Публикувано на 17.02.2016 г. от редактор", "2016-02-17"),
        ("Публикувана: 17 февруари 2016", "2016-02-17"),
        ("Публикуван на: 17.02.2016", "2016-02-17"),
        ("Дата на публикуване:\n17.02.2016", "2016-02-17"),
        ("Дата на публикация 2016-02-17 12:30", "2016-02-17T12:30"),
        ("публ: 05/07/2022 г.", "2022-07-05"),
        ("Качено 17.02.2016 | Последна промяна 10.03.2016", "2016-02-17"),
        ("Добавена на 17-ти февруари 2016 г.", "2016-02-17"),
        ("Публикувано от: И. Ив.\nПубликувано: 17.02.2016", "2016-02-17"),
        ("Публикувано: 31.02.2016\nДобавено: 01.03.2016", "2016-03-01"),
        ("Последна промяна: 17.02.2016", None),
        ("Обновена на 17.02.2016", None),
        ("Обнародвано в бр. 5 от 2011 г.", None),
        ("Публикуваната наредба от 17.02.2016 г.", None),
        ("Публикувано в раздел Новини, който е от 17.02.2016", None),
        ("Без дата", None),
    ],
)
def test_the_labelled_date_counts(text: str, value: str | None) -> None:
    assert published(text) == value


def test_metadata_comes_first() -> None:
    assert published("Добавено: 14.05.2015", published="2015-05-13T08:00") == "2015-05-13T08:00"
    assert published("Добавено: 14.05.2015", modified="2015-06-01") == "2015-05-14"


@pytest.mark.parametrize(
    "value", [None, "", "2015", "2015-05", "2015-23", "XXXX-05-14", "2015-05-01/2015-05-03", "199X"]
)
def test_no_day_without_a_full_date(value: str | None) -> None:
    assert first_day(value) is None


@pytest.mark.parametrize("value", ["2015-05-14", "2015-05-14T16:20", "2015-05-14T16:20:00+03:00"])
def test_the_day_of_a_full_date(value: str) -> None:
    assert first_day(value) == date(2015, 5, 14)
