"""Questions to the archive: which records they meet, how they are counted, ids by their first digits."""

from pathlib import Path

import pytest
from making import TEXT, fill, found, page_of, put, record_of

from govarchive.archive import Query, open_archive
from govarchive.archive.query import by_id, count_by, page_by_id
from govarchive.archive.rows import site_of
from govarchive.errors import GovarchiveError


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    return fill(tmp_path / "архив.db")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        (Query(), 4),
        (Query(kinds=["iban"]), 2),
        (Query(kinds=["iban", "person"]), 3),
        (Query(values=["bg80 bnbg-9661 1020 3456 78"]), 2),
        (Query(values=["-"]), 0),
        (Query(person="община видин"), 1),
        (Query(role="Областен управител"), 1),
        (Query(role="управител"), 0),
        (Query(role="областен"), 1),
        (Query(institutions=["Видин"]), 1),
        (Query(label="глоби"), 1),
        (Query(label="глоб"), 0),
        (Query(label="%"), 0),
        (Query(site="vidin.primer.bg"), 3),
        (Query(site="https://www.Vidin.primer.bg/контакти"), 3),
        (Query(site="old.vidin.primer.bg"), 1),
        (Query(site="_idin.primer.bg"), 0),
        (Query(valid=True), 1),
        (Query(valid=False), 1),
        (Query(since="2015"), 3),
        (Query(since="2015-06"), 1),
        (Query(since="2018-04"), 1),
        (Query(since="2019"), 0),
        (Query(until="2015"), 2),
        (Query(until="2015-05"), 2),
        (Query(until="2015-05-13"), 0),
        (Query(until="2018-02-01"), 3),
        (Query(since="2015-05-14", until="2015-05-14"), 2),
        (Query(limit=1), 1),
        (Query(limit=0), 0),
    ],
)
def test_questions(filled: Path, query: Query, number: int) -> None:
    assert len(found(filled, query)) == number


def test_counts(filled: Path) -> None:
    with open_archive(str(filled)) as archive:
        kinds, years = count_by(archive, Query(), "kind"), count_by(archive, Query(), "year")
        sites = count_by(archive, Query(kinds=["iban"]), "site")
        assert [it[:2] for it in kinds] == [("iban", 2), ("institution", 1), ("person", 1)]
        assert [it[:2] for it in years] == [("2015", 2), (None, 1), ("2018", 1)]
        assert [it[:2] for it in sites] == [("old.vidin.primer.bg", 1), ("vidin.primer.bg", 1)]
        value = count_by(archive, Query(limit=1), "value")
        assert value == [("BG80 BNBG 9661 1020 3456 78", 2, "2015-05-14", "2018")]


def test_spellings_of_a_name_are_counted_as_one(tmp_path: Path) -> None:
    labels = ["факс", "Факс:", "факс", "тел."]
    bodies = ["ОУ „Иван Вазов“", "ОУ Иван Вазов", "ОУ „Иван Вазов“", "ОУ „Васил Левски“"]
    path = tmp_path / "а.db"
    with open_archive(str(path), create=True) as archive:
        for year, label, body in zip(("2015", "2016", "2017", "2018"), labels, bodies, strict=True):
            page = page_of(TEXT, url=f"https://vidin.primer.bg/{year}", captured_at=f"{year}-03-01")
            put(archive, page, record_of(page, 0, 12, "person", label=label, details={"institution": body}))
        by_label, by_body = (count_by(archive, Query(), field) for field in ("label", "institution"))
    assert by_label == [("факс", 3, "2015-03-01", "2017-03-01"), ("тел.", 1, "2018-03-01", "2018-03-01")]
    assert [it[:2] for it in by_body] == [("ОУ „Иван Вазов“", 3), ("ОУ „Васил Левски“", 1)]


def test_ids_by_their_first_digits(filled: Path) -> None:
    record = found(filled, Query(limit=1))[0]
    with open_archive(str(filled)) as archive:
        assert by_id(archive, record.id) == record == by_id(archive, record.id[:12].upper())
        assert page_by_id(archive, record.page[:12]).id == record.page
        with pytest.raises(GovarchiveError, match="no record or page has an id that begins with 0123456789"):
            by_id(archive, "0123456789")
        with pytest.raises(GovarchiveError, match="more than one page"):
            page_by_id(archive, "")


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.Vidin.primer.bg:8080/a?b", "vidin.primer.bg"),
        ("vidin.primer.bg/контакти", "vidin.primer.bg"),
        ("http://[лош", None),
        ("", None),
        (None, None),
    ],
)
def test_sites(url: str | None, site: str | None) -> None:
    assert site_of(url) == site
