"""What people type into `query` and what it meets: names in any order, dates by their beginning, abbreviations."""

from pathlib import Path

import pytest
from making import fill, page_of, put, record_of

from govarchive.archive import Query, open_archive
from govarchive.archive.query import count_by, find
from govarchive.commands.asked import as_query
from govarchive.kinds import BY_NAME

RECORDS = [
    ("person", "Стоян Ангелов Дрянков", {"role": "кмет", "institution": "ОбС Козлодуй"}),
    ("person", "Дряна Стоянова", {"institution": "Национална агенция за приходите"}),
    ("date", "2014-02-27T09:30", {}),
    ("date", "2014-03", {}),
    ("institution", "ОбС, Козлодуй", None),
    ("institution", "Общински съвет – Видин", None),
    ("institution", "НАП", None),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("архив") / "а.db"
    page = page_of("Страница с много букви")
    records = []
    for at, (kind, value, details) in enumerate(RECORDS):
        given = BY_NAME[kind].parts(value, value) if details is None else details
        records.append(record_of(page, at, at + 1, kind, value=value, details=given))
    with open_archive(str(path), create=True) as opened:
        put(opened, page, *records)
    return str(path)


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ({"person": "Стоян Дрянков"}, [0]),
        ({"person": "дрянков стоян"}, [0]),
        ({"person": "С. Дрянков"}, [0]),
        ({"person": "Ст. А. ДРЯНКОВ"}, [0]),
        ({"person": "д-р Стоян Дрянков"}, [0]),
        ({"person": "Дрян"}, []),
        ({"person": "Д. Дрянков"}, []),
        ({"person": "Стоян Видинов"}, []),
        ({"institution": "общински съвет"}, [0, 4, 5]),
        ({"institution": "Общински съвет Козлодуй"}, [0, 4]),
        ({"institution": "ОбС"}, [0, 4, 5]),
        ({"institution": "обс видин"}, [5]),
        ({"institution": "НАП"}, [1, 6]),
        ({"institution": "националната агенция за приходите"}, [1, 6]),
        ({"value": "2014"}, [2, 3]),
        ({"value": "2014-02"}, [2]),
        ({"value": "2014-02-27"}, [2]),
        ({"value": "27.02.2014"}, [2]),
        ({"value": "2014-02-28"}, []),
        ({"value": "март 2014"}, [3]),
    ],
)
def test_what_is_met(archive: str, typed: dict[str, str], met: list[int]) -> None:
    with open_archive(archive) as opened:
        assert [it.start for it in find(opened, as_query([], None, typed))] == met


def test_counts_by_role(tmp_path: Path) -> None:
    with open_archive(str(fill(tmp_path / "а.db"))) as opened:
        assert count_by(opened, Query(), "role") == [(None, 3), ("областен управител", 1)]
