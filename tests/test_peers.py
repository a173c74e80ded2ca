"""Cases other tools test themselves with, read by our kinds; docs/peers.md tells which of them we read otherwise."""

from datetime import date
from pathlib import Path

import pytest

from govarchive.extract import extract
from govarchive.kinds import BY_NAME
from govarchive.model import Page

REFERENCE = date(2013, 2, 12)
"""The Tuesday that duckling's examples count from."""

_LINES = Path(__file__).with_name("peers.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [pytest.param(*line.split("\t"), id=f"line {number}") for number, line in enumerate(_LINES[1:], 2)]


@pytest.mark.parametrize(("kind", "text", "value", "peer"), ROWS)
def test_case(kind: str, text: str, value: str, peer: str) -> None:
    """An empty value: the peer has the case, and for us it is no record."""
    page = Page(text=text, source=peer, sha256="0" * 64)
    records = extract(page, kinds=[BY_NAME[kind]], reference=REFERENCE)
    assert " | ".join(it.value or "-" for it in records if it.valid is not False) == value


def test_the_table_has_its_columns() -> None:
    assert _LINES[0].split("\t") == ["kind", "text", "value", "peer"]
    assert all(line.count("\t") == 3 for line in _LINES)
