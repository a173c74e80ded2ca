"""Papers that bear their own day and stand by themselves: which date counts for what they say."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from making import page_of

from govarchive.archive import Archive, Query, open_archive
from govarchive.archive.query import count_by, find
from govarchive.extract import extract
from govarchive.jobs.parts import settle


@pytest.fixture
def archive(tmp_path: Path) -> Iterable[Archive]:
    with open_archive(str(tmp_path / "а.db"), create=True) as archive:
        yield archive


def papers(archive: Archive, texts: Iterable[str]) -> list[tuple[str, str | None]]:
    """Imports pages as they are read; gives what each record says, and the first day of it that counts."""
    number = archive.start_import([])
    for at, text in enumerate(texts):
        page = page_of(text, url=f"http://primer.bg/{at}", captured_at="2020-03-01")
        archive.put(page, extract(page), number)
    archive.finish_import(number)
    settle(archive)
    return [(it.what or "", it.first) for it in count_by(archive, Query(), "value")]


ORDER = """ЗАПОВЕД
№ РД-12-7
гр. Примерово, 03.06.2015 г.

Назначавам Симо Лиленов Дрянков за директор на ОП „Паркове“.
За справки: zapoved@primer.bg

Стоян Ангелов Велев
Кмет на община Примерово
"""


def test_a_paper_by_itself_counts_from_its_own_day_but_for_its_contacts(archive: Archive) -> None:
    counted = dict(papers(archive, [ORDER]))
    assert counted["Симо Лиленов Дрянков"] == "2015-06-03"
    assert counted["zapoved@primer.bg"] == "2020-03-01"
    assert list(find(archive, Query(person="Дрянков", until="2015")))
    assert not list(find(archive, Query(person="Дрянков", since="2016")))


def test_papers_that_share_nothing_count_from_their_own_days(archive: Archive) -> None:
    """Three that have an address in common, and not a line."""
    held = "ПРОТОКОЛ № 9\nДнес, 28.07.2016 г., се проведе заседание на Общински съвет – Примерово."
    minutes = f"{held}\n\nПрисъства Радой Тодорков Видинов.\n"
    news = "Читалище с нов покрив\nПубликувано на 11.02.2017 г.\n\nРемонтът води Димо Лиленов Рендов.\n"
    counted = dict(papers(archive, [ORDER, minutes, news]))
    days = [counted[it] for it in ("Симо Лиленов Дрянков", "Радой Тодорков Видинов", "Димо Лиленов Рендов")]
    assert days == ["2015-06-03", "2016-07-28", "2017-02-11"]


def test_mark_up_goes_before_the_day_of_a_page_by_itself(archive: Archive) -> None:
    said = "<p>Публикувано на 11.02.2017 г.</p><p>Говори Димо Лиленов Рендов.</p>"
    foot = "<footer>Кмет: Симо Лиленов Дрянков</footer>"
    counted = dict(papers(archive, [f"<h1>Нов покрив</h1>{said}{foot}"]))
    assert (counted["Димо Лиленов Рендов"], counted["Симо Лиленов Дрянков"]) == ("2017-02-11", "2020-03-01")


def test_a_lone_page_without_a_day_counts_from_its_capture(archive: Archive) -> None:
    (named,) = papers(archive, ["Кмет: Симо Лиленов Дрянков"])
    assert named == ("Симо Лиленов Дрянков", "2020-03-01")
