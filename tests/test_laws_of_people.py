"""Laws of pages that tell of people and bodies: what means the same to a reader gives the same records."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_bytes, page_from_text

_PAGES = Path(__file__).parent.parent / "samples" / "pages"
# Its marks are broken: it opens quotes that nothing closes, and closes those of another style.
_BROKEN = "schupeni-kavichki.txt"
_PLAIN = str.maketrans("„“”«»‘’–—", '"""""\'\'--')


def _plain(told: Any) -> Any:
    """What a record tells, whatever its quotes and dashes."""
    return re.sub("['\"]+", '"', told.translate(_PLAIN)) if isinstance(told, str) else told


def _told(text: str) -> list[tuple[Any, ...]]:
    """What the records of a text tell."""
    found = extract(page_from_text(text))
    return [
        (it.kind, _plain(it.value), _plain(it.label), {name: _plain(part) for name, part in it.details.items()})
        for it in found
    ]


def _samples() -> list[Any]:
    """The texts of the samples but one."""
    paths = sorted(path for path in _PAGES.iterdir() if path.is_file() and path.name != _BROKEN)
    return [pytest.param(page_from_bytes(it.read_bytes(), it.name).text, id=it.name) for it in paths]


def _quoted(opening: str, closing: str) -> Callable[[str], str]:
    """Puts other marks around all that is quoted in pairs."""

    def quoted(text: str) -> str:
        text = re.sub(r"„([^„“”\"\n]*)[“”\"]|“([^„“”\n]*)”|«([^«»\n]*)»", _between, text)
        return re.sub(r"\"([^\"\n]*)\"", _between, text)

    def _between(found: re.Match[str]) -> str:
        words: Sequence[str | None] = found.groups()
        return opening + "".join(it or "" for it in words) + closing

    return quoted


def _dashed(dash: str) -> Callable[[str], str]:
    """Puts another dash where one stands between blanks."""
    return lambda text: re.sub(r"(?<=\S)([ ]+)[-–—](?=[ ]+\S)", rf"\g<1>{dash}", text)


# Between words: what is set so beside figures may be a minus or a range, and between two small words a hyphen.
_DASH = (
    r"((?:[а-я]{3}|[а-я]{3}[\"“)])(?=[ ][-–—][ ][А-Я][а-я]{2})|[а-я]{3}[\"“)](?=[ ][-–—][ ][а-я]{3})"
    r"|[А-Я][а-я]+[ ][А-Я][а-я]{3,}(?=[ ][-–—][ ][а-я]{3}))[ ][-–—][ ]"
)
_LAWS = {
    "quotes of another style": [_quoted(*marks) for marks in ("„“", "„”", "“”", "«»", '""', "‘’", "''")],
    "dashes of another style": [_dashed(dash) for dash in "-–—"],
    "a dash without the blank on one side": [
        lambda text: re.sub(_DASH, r"\1- ", text),
        lambda text: re.sub(_DASH, r"\1 -", text),
    ],
    "all lines apart": [lambda text: re.sub(r"\n+", lambda gap: 2 * gap[0], text)],
    "blanks in empty lines": [lambda text: re.sub(r"\n(?=\n)", "\n \t", text)],
}


_COMPOUNDS = [
    "министър-председател Иван Петров",
    "МИНИСТЪР-ПРЕДСЕДАТЕЛ\nИван Петров",
    "Счетоводител-касиер: Ана Рунева",
    "Ана Рунева, инспектор-ревизор",
    "учител-възпитател Ана Рунева",
    "Иван Петров - машинист-монтьор",
    "шофьор-домакин Иван Петров, тел. 056/ 841 234",
]


@pytest.mark.parametrize("text", _COMPOUNDS)
@pytest.mark.parametrize("typed", ["- ", " -"])
def test_a_blank_beside_a_hyphen_parts_no_compound(text: str, typed: str) -> None:
    told = [str(it).replace(" - ", "-").replace(typed, "-") for it in _told(re.sub(r"(?<=\w)-(?=\w)", typed, text))]
    assert told == list(map(str, _told(text)))


_MENUS = [
    "Начало\nЗа нас\nОбщински съвет\nПрофил на купувача\nАнтикорупция\nТърсене",
    "Карта на сайта | Новини | Обществени поръчки | Общинска администрация | Кариери",
    "НАЧАЛО  ДОКУМЕНТИ  ГАЛЕРИЯ  ВХОД  ENGLISH\nУслуги • Проекти • Избори • Бюджет",
]
_FEET = ["Брой посещения: 40817", "Нагоре\nСподели във Facebook", "© Всички права запазени"]


@pytest.mark.parametrize("text", _samples())
def test_a_menu_above_and_a_counter_below_take_nothing_from_a_page(text: str) -> None:
    told = _told(text)
    for menu, foot in zip(_MENUS, _FEET, strict=True):
        assert _told(f"{menu}\n\n{text}\n\n{foot}\n") == told


@pytest.mark.parametrize("text", _samples())
@pytest.mark.parametrize("law", _LAWS)
def test_what_means_the_same_gives_the_same_records(law: str, text: str) -> None:
    told = _told(text)
    for change in _LAWS[law]:
        assert _told(change(text)) == told


@pytest.mark.parametrize(
    "table",
    [
        "Име | Длъжност | Телефон\nАна Рунева | касиер | 056 841 234\nПейко Рендов | архивар | 056 841 235\n"
        "Сбирко Тановски | пазач | 056 841 236\nМинка Илева | домакин | 056 841 237",
        "№;Име;Училище;Учител\n1;Ана Рунева;ОУ „Роза“;Кольо Шипков\n2;Пейко Рендов;ОУ „Вит“;Лила Трънкова\n"
        "3;Сбирко Тановски;СУ „Роза“;Минка Илева\n4;Дешка Върбова;ОУ „Роза“;Кольо Шипков",
        "+-------+-------+\n| Кмет | Ана Рунева |\n| Секретар | Пейко Рендов |\n| Касиер | Сбирко Тановски |\n"
        "| Домакин | Минка Илева |\n+-------+-------+",
    ],
)
def test_a_table_whose_rows_stand_apart(table: str) -> None:
    assert [it for it in _told(table.replace("\n", "\n\n")) if it[0] == "person"] == [
        it for it in _told(table) if it[0] == "person"
    ]
