"""A capture kept torn and met whole later: one page is kept, and taking imports back goes by it."""

from pathlib import Path

import pytest
import warcs
from making import invoke
from packing import zipped

from govarchive.archive import open_archive
from govarchive.archive.log import imports, rejects
from govarchive.archive.verifying import verify

WHOLE = b"".join(warcs.healthy(3))
LAST = warcs.page(3).encode()
TORN = WHOLE[: WHOLE.index(LAST) + 2 * len(LAST) // 3]

pytestmark = pytest.mark.usefixtures("in_folder")


def bring(name: str, raw: bytes) -> str:
    """What importing a file of these bytes says first."""
    Path(name).write_bytes(raw)
    said = invoke("import", name, "--jobs", "1").stderr.splitlines()
    return next(it.removeprefix("а.db: ") for it in said if " new, " in it)


def kept() -> list[tuple[str, int]]:
    """Where each page was read first, and its length."""
    with open_archive("а.db") as archive:
        assert not list(verify(archive))
        rows = archive.db.execute("SELECT source, length(text) FROM pages ORDER BY source").fetchall()
    return [tuple(row) for row in rows]


def waiting() -> int:
    with open_archive("а.db") as archive:
        return len(list(rejects(archive, waiting=True)))


@pytest.mark.parametrize("name", ["а.warc", "поправен.warc"])
def test_the_whole_page_takes_the_place_of_the_torn(name: str) -> None:
    assert bring("а.warc", TORN).startswith("3 pages new, 0 unchanged, 1 rejected")
    torn = kept()
    assert bring(name, WHOLE) == "0 pages new, 2 unchanged, 1 renewed, 0 rejected"
    whole = kept()
    assert len(whole) == len(torn) == 3
    assert max(length for _, length in whole) > max(length for _, length in torn[2:])
    assert waiting() == 0
    assert bring(name, WHOLE) == "0 pages new, 3 unchanged, 0 rejected"


def test_a_reject_tried_again_brings_the_whole_page() -> None:
    bring("а.warc", TORN)
    torn = kept()
    Path("а.warc").write_bytes(WHOLE)
    assert "0 pages new, 0 unchanged, 1 renewed, 0 rejected" in invoke("rejects", "--retry").stderr
    assert [source for source, _ in kept()] == [source for source, _ in torn]
    assert kept()[2][1] > torn[2][1]


def test_the_whole_page_stays_with_the_import_that_met_it_torn() -> None:
    bring("а.warc", TORN)
    bring("а.warc", WHOLE)
    whole = kept()
    assert invoke("imports", "--undo", "2", "--yes").exit_code == 0
    assert kept() == whole
    assert waiting() == 1
    with open_archive("а.db") as archive:
        assert [(it.number, it.own) for it in imports(archive)] == [(1, 3)]
    assert invoke("imports", "--undo", "1", "--yes").exit_code == 0
    assert kept() == []


def test_what_is_torn_still_or_met_again_stays() -> None:
    bring("а.warc", TORN)
    shorter = WHOLE[: WHOLE.index(LAST) + len(LAST) // 2]
    assert "renewed" not in bring("б.warc", shorter)
    assert len(kept()) == 4
    bring("в.warc", WHOLE)
    assert len(kept()) == 3  # both torn ones have given way
    assert "renewed" not in bring("г.warc", TORN)
    assert len(kept()) == 4  # it is there, and says so
    assert "1 renewed" in bring("в.warc", WHOLE)


def test_another_page_at_the_place_of_a_torn_one_stands_beside_it() -> None:
    def packed(first: str) -> bytes:
        words = " ".join(str(number**5) for number in range(900))
        return zipped({"а.html": f"<p>{first} {words}</p>".encode()})

    raw = packed("Новини")
    bring("а.zip", raw[: len(raw) // 2])
    before = kept()
    bring("а.zip", packed("Съвсем друго"))
    assert len(kept()) == len(before) + 1
    assert "1 renewed" in bring("а.zip", raw)
    assert len(kept()) == 2
