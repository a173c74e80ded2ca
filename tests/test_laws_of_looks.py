"""How a page is set may not change what is read from it: the samples, set in other ways."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_bytes, page_from_text
from govarchive.text.fold import fold

_PAGES = sorted(Path(__file__).parents[1].glob("samples/pages/*"))
_TEXTS = [page_from_bytes(path.read_bytes(), path.name).text for path in _PAGES]


def _changed(pattern: str, instead: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, instead, text)


_LOOKS: dict[str, Callable[[str], str]] = {
    "every line apart": _changed(r"\n", r"\n\n"),
    "wide between parts": _changed(r"\n\s*\n", r"\n \n\n\n"),
    "blanks at the ends of lines": _changed(r"(?<=\S)\n", r"   \n"),
    "a margin": _changed(r"(?m)^(?=.*\S)", r"    "),
    "blanks that do not break": _changed(r"(?<=\S) (?=\S)", "\u00a0"),
    "lines end as on Windows": _changed(r"\n", r"\r\n"),
    "dashes": _changed(r"[–—]", r"−"),
    "a menu above": lambda text: "Начало | Новини | Услуги | Галерия | Връзки\n\n" + text,
    "a counter below": lambda text: text + "\n\nПосещения: 48213\n© Всички права запазени\n",
    "quotes": lambda text: re.sub("„([^„“”\n]*)[“”]", "«\\1»", text),
}


def _told(text: str) -> list[tuple[object, ...]]:
    return [
        (it.kind, _plain(it.text), _plain(it.value), _plain(it.label), it.valid, _plain(str(it.details)))
        for it in extract(page_from_text(text))
    ]


def _plain(told: str | None) -> str:
    return " ".join(fold(told or "").split())


_TOLD = [_told(text) for text in _TEXTS]


@pytest.mark.parametrize("look", _LOOKS)
def test_a_look_of_the_page_says_nothing(look: str) -> None:
    for path, text, told in zip(_PAGES, _TEXTS, _TOLD, strict=True):
        assert _told(_LOOKS[look](text)) == told, path.name


@pytest.mark.parametrize(
    "rows",
    [
        "Име\t\t\tДлъжност\tТелефон\nАна Рунева\t\tкасиер\t\t094 601 234\nСтаменка Драгойчева\tдомакин\t\t094 601 235",
        "Име\t\tДлъжност\t\tСтая\nАна Рунева\t\tкасиер\t\t12\nСтаменка Драгойчева\t\tдомакин\t\t13",
        "\tИме\tДлъжност\tТелефон\n\tАна Рунева\tкасиер\t094 601 234\n\tСтаменка Драгойчева\tдомакин\t094 601 235",
        "Име\tДлъжност\tТелефон\n\nАна Рунева\tкасиер\t094 601 234\n\nСтаменка Драгойчева\tдомакин\t094 601 235\n",
        "Име;Длъжност;Стая\n\nАна Рунева;касиер;12\n\nСтаменка Драгойчева;домакин;13\n\nОбщо 2\n\nВидин",
    ],
)
def test_a_table_set_by_hand_is_one(rows: str) -> None:
    told = [(it.text, it.details.get("role")) for it in extract(page_from_text(rows)) if it.kind == "person"]
    assert told == [("Ана Рунева", "касиер"), ("Стаменка Драгойчева", "домакин")]


_LETTER = "ОБЩИНА ТРОЯН, ОБЛАСТ ЛОВЕЧ\n5600 Троян, ул. „Липа“ 4, тел.: 0670/601 23\n\nЗАПОВЕД\n№ 12 / 3.05.2016 г."
_NEWS = "3 май 2016 | 16:42\n\nЗапочна ремонтът на читалището\n\nОт днес кметът Ана Рунева приема граждани в Троян."
_WARD = "Отделение на МБАЛ Троян – структура и персонал\n\nНачалник: д-р Ана Рунева\nКабинет: 0670 601 23"


@pytest.mark.parametrize("page", [_LETTER, _NEWS, _WARD])
@pytest.mark.parametrize(
    "menu",
    [
        "Начало\nЗа нас\nГрупи\nПрием\nГалерия\nПрофил на купувача\nКонтакти\n\n",
        "НАЧАЛО    ЗА НАС    ПРИЕМ    ДОКУМЕНТИ    ГАЛЕРИЯ    КОНТАКТИ\n\n",
        "Търсене\nКарта на сайта\nАдминистративни услуги\nОбществени поръчки\nАктуално\nEnglish\n",
    ],
)
def test_a_menu_tells_nothing_of_the_page_below(page: str, menu: str) -> None:
    assert _told(menu + page) == _told(page)


@pytest.mark.parametrize("above", ["", "Начало\nНовини\nКонтакти\n\n", "Общинска администрация\n056 841 230\n"])
@pytest.mark.parametrize("value", ["056 841 234", "тел. 056 841 234", "finansi@primer.bg", "от 8:30 до 17:00 ч."])
def test_a_heading_right_over_a_value_is_of_no_menu(above: str, value: str) -> None:
    text = f"{above}Данъци и такси\nУслуги\nФинанси\n{value}\nКултура\n056 841 235"
    assert [it.label for it in extract(page_from_text(text))][-2:] == ["Финанси", "Култура"]


_LISTS = (
    "Кметове на кметства:\nс. Долно Поле – Ана Рунева, тел. 0670 601 23\nс. Горно Поле – Боян Делев, тел. 0670 601 24",
    "Ръководство\nДиректор: Ана Рунева\n0670 601 23\nДомакин: Боян Делев\n0670 601 24",
    "Кметове на селото:\n1999-2007 Ана Рунева\n2007-2011 Боян Делев\n2011-2015 Рангел Стоев",
)


@pytest.mark.parametrize("page", _LISTS)
@pytest.mark.parametrize("mark", ["• ", "- ", "– ", "* ", "» ", "✔ ", "\uf0b7 ", "  ➔ ", "• ✓ "])
def test_a_list_says_the_same_with_bullets(page: str, mark: str) -> None:
    head, *lines = page.split("\n")
    assert _told("\n".join([head, *(mark + line for line in lines)])) == _told(page)
