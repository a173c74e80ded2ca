"""The broken samples: what is read of each, and what is said of it; and that the tables of them are fresh."""

import collections
import re
from io import BytesIO

import broken
import pytest
from wounds import Wound

from govarchive.errors import Damaged, PageError
from govarchive.pages.capture import Capture
from govarchive.pages.containers import captures_in

RECORDS = re.compile(r"\.w?arc\b")
"""In the name of a file of records, of which each flaw is told with its place."""


def found_in(it: Wound) -> list[Capture | PageError]:
    return list(captures_in(BytesIO((broken.FOLDER / it.file).read_bytes()), it.file))


@pytest.mark.parametrize("it", broken.WOUNDS, ids=lambda it: it.file)
def test_a_broken_file(it: Wound) -> None:
    found = found_in(it)
    rejects = collections.Counter(type(one).__name__ for one in found if isinstance(one, PageError))
    assert ", ".join(f"{name} {number}" for name, number in sorted(rejects.items())) == it.reported
    assert sum(isinstance(one, Capture) for one in found) == it.read
    for one in found:
        assert one.source.split("#")[0] == it.file
        if isinstance(one, PageError):
            assert one.remedy
        if isinstance(one, Damaged) and RECORDS.search(it.file):
            assert "bytes " in one.message


def test_every_sample_is_in_the_tables() -> None:
    assert {it.name for it in broken.FOLDER.iterdir()} == {it.file for it in broken.WOUNDS} | {broken.EXPECTED.name}
    assert len({it.file for it in broken.WOUNDS}) == len(broken.WOUNDS)


def test_the_tables_are_fresh() -> None:
    assert broken.EXPECTED.read_text(encoding="utf-8") == broken.as_tsv(broken.WOUNDS), "run: python tools/broken.py"
    page = broken.DOCUMENT.read_text(encoding="utf-8")
    assert broken.as_document(page, broken.WOUNDS) == page, "run: python tools/broken.py"


def test_plain_samples_are_what_the_tool_makes() -> None:
    for it in broken.WOUNDS:
        if it.group in ("WARC files", "ARC files") and not it.file.endswith(".gz"):
            assert (broken.FOLDER / it.file).read_bytes() == it.make(), f"run: python tools/broken.py {it.file}"
