"""Bodies asked for by their kind, by their kind and town, and as a unit of another body."""

from collections.abc import Iterator

import pytest
from making import page_of, put

from govarchive.archive import Archive, Query, open_archive
from govarchive.archive.query import count_by, find
from govarchive.commands.asked import as_query
from govarchive.commands.hints import hints
from govarchive.extract import extract

PAGES = (
    "Община Върбица\nНачалник отдел „Местни данъци и такси“ – Стоян Ангелов Велев\n",
    "Община Лом\nНачалник отдел „Местни данъци и такси“ – Радой Тодоров Видинов\n",
    "Отдел „Местни данъци и такси“, Община Върбица\nтел. 05391/2345\n",
    "Районно управление – Кубрат\nНачалник: Димо Лиленов Рендов\n",
    "РУ на МВР – Мизия\nНачалник: Симо Лиленов Дрянков\n",
    "ОУ „Христо Ботев“ – гр. Враца\nДиректор: Мария Петрова Велева\n",
    "Природо-математическа гимназия „Акад. Пенков“\nДиректор: Пенка Лиленова Рендова\n",
    "ДГ „Звезда“ – Видин\nДиректор: Вихра Симова Дрянкова\n",
    "Говори директорът Тодорка Симова Гочева.\n",
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(str(tmp_path_factory.mktemp("архив") / "а.db"), create=True) as opened:
        for number, text in enumerate(PAGES):
            page = page_of(text, source=str(number))
            put(opened, page, *extract(page))
        yield opened


def people(archive: Archive, **typed: str) -> set[str]:
    """The surnames of the people that a query meets."""
    return {(it.value or "").split()[-1] for it in find(archive, as_query(["person"], None, typed))}


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ("отдел Местни данъци и такси, община Върбица", {"Велев"}),
        ("Отдел „Местни данъци и такси“, Община Върбица", {"Велев"}),
        ("отдел „Местни данъци и такси“ на Община Лом", {"Видинов"}),
        ("отдел Местни данъци и такси, община Мездра", set()),
        ("отдел Местни данъци и такси", {"Велев", "Видинов"}),
        ("РУ Кубрат", {"Рендов"}),
        ("РУ Мизия", {"Дрянков"}),
        ("РУ Враца", set()),
        ("училище", {"Велева", "Рендова"}),
        ("училището", {"Велева", "Рендова"}),
        ("детска градина", {"Дрянкова"}),
    ],
)
def test_who_serves_at_a_body_of_that_kind_or_unit(archive: Archive, typed: str, met: set[str]) -> None:
    assert people(archive, institution=typed) == met


def test_a_unit_is_met_beside_the_body_that_its_page_names(archive: Archive) -> None:
    typed = {"institution": "отдел Местни данъци и такси, община Върбица"}
    found = find(archive, as_query(["institution"], None, typed))
    assert {it.source for it in found} == {"0", "2"}


def test_an_office_at_a_kind_of_body_is_met_where_the_body_is_of_that_kind_or_not_known(archive: Archive) -> None:
    assert people(archive, role="директор на училището") == {"Велева", "Рендова", "Гочева"}
    assert people(archive, role="директор на детска градина") == {"Дрянкова"}


def test_each_body_that_a_hint_tells_of_is_met_when_typed(archive: Archive) -> None:
    (said,) = hints(archive, (), {"institution": "отдел Местни такси, община Върбица"})
    told = said.partition("there is ")[2].split(" or ")
    assert len(told) > 1
    assert all(list(find(archive, as_query([], None, {"institution": it}))) for it in told)


def test_each_body_that_a_count_prints_is_met_when_typed(archive: Archive) -> None:
    for it in count_by(archive, Query(), "institution"):
        assert it.what is None or list(find(archive, as_query([], None, {"institution": it.what})))
