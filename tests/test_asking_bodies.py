"""By which names a body of a page is found: written out, as the page cuts them, and with the town it is told in."""

from pathlib import Path

import pytest
from making import page_of, put

from govarchive.archive import Query, open_archive
from govarchive.archive.query import count_by, find
from govarchive.commands.asked import as_query
from govarchive.extract import extract

PAGES = {
    "мизия": "ОУ „Отец Паисий“ – гр. Мизия\nДиректор: Стоян Ангелов Дрянков\nтел. 09161/2345\n",
    "козлодуй": "ОУ „Отец Паисий“ (гр. Козлодуй)\nДиректор: Мария Петрова Велева\n",
    "шапка": "Основно училище „Пейо Яворов“\nДиректор: Тодорка Лиленова Рендова\nс. Хърлец, общ. Козлодуй\n",
    "адрес": 'ДГ "Калинка", 3300 гр. Враца, ул. "Бор" № 4\n',
    "списък": "ЦДГ „Звезда“, с. Крушовица\nЦДГ „Звезда“, гр. Оряхово\nДиректор на ЦДГ „Звезда“ е Пенка Рендова\n",
    "съвет": "Общински съвет – Мездра заседава в гр. Роман.\n",
    "предприятие": (
        "Общинско предприятие „Чиста река“ (ОПЧР) – гр. Бяла Слатина. Графикът е на ОПЧР.\n"
        "Директор на ОПЧР: Вихра Лиленова Дрянкова\n"
    ),
    "приходи": "Национална агенция за приходите (НАП)\nДиректор на НАП: Лилен Тодорков Видинов\n",
    "води": (
        "Регионална инспекция по околната среда и водите (РИОСВ) – Враца\n"
        "Директор на РИОСВ – Враца: Симо Лиленов Дрянков\n"
    ),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("архив") / "а.db"
    with open_archive(str(path), create=True) as opened:
        for name, text in PAGES.items():
            page = page_of(text, source=name)
            put(opened, page, *extract(page))
    return path


@pytest.mark.parametrize(
    ("typed", "kind", "met"),
    [
        ("ОУ Отец Паисий Мизия", "institution", {"мизия"}),
        ("ОУ Паисий Мизия", "person", {"мизия"}),
        ("основно училище „Отец Паисий“, гр. Мизия", "phone", {"мизия"}),
        ("ОУ „Отец Паисий“ гр. Козлодуй", "person", {"козлодуй"}),
        ("ОУ Паисий", "institution", {"мизия", "козлодуй"}),
        ("ОУ Паисий Враца", "institution", set()),
        ("ОУ Яворов Хърлец", "person", {"шапка"}),  # the only village of its page
        ("ДГ Калинка Враца", "institution", {"адрес"}),
        ("ЦДГ Звезда Оряхово", "institution", {"списък"}),
        ("ЦДГ Звезда Оряхово", "person", set()),  # hers may be that of the village
        ("ЦДГ Звезда", "person", {"списък"}),
        ("общински съвет Роман", "institution", set()),
        ("Чиста река", "person", {"предприятие"}),
        ("ОП Чиста река Бяла Слатина", "person", {"предприятие"}),
        ("РИОСВ Враца", "person", {"води"}),
        ("Регионална инспекция по околната среда и водите Враца", "institution", {"води"}),
    ],
)
def test_a_body_is_found_by_its_names_and_its_town(archive: Path, typed: str, kind: str, met: set[str]) -> None:
    with open_archive(str(archive)) as opened:
        assert {it.source for it in find(opened, as_query([kind], None, {"institution": typed}))} == met


def test_the_names_of_a_body_are_counted_as_one(archive: Path) -> None:
    with open_archive(str(archive)) as opened:
        counts = {it.what or "": it.number for it in count_by(opened, Query(), "institution")}
    told = {"ОПЧР": 2, "НАП": 3, "РИОСВ – Враца": 3}
    assert {name: counts.get(name) for name in told} == told
    assert not [name for name in counts if "Чиста" in name or "приходите" in name or "води" in name]
