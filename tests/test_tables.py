"""Every kind's table of examples: what is marked is found with its value, what is not marked is not found."""

import pytest
from tables import Example, examples

from govarchive.extract import extract
from govarchive.kinds import BY_NAME
from govarchive.model import Page

ROWS = [pytest.param(kind, row, id=f"{kind}:{row.line}") for kind in BY_NAME for row in examples(kind)]


@pytest.mark.parametrize(("kind", "row"), ROWS)
def test_example(kind: str, row: Example) -> None:
    page = Page(text=row.text, source="example", sha256="0" * 64)
    found = extract(page, kinds=[BY_NAME[kind]])
    got = [((it.start, it.stop), it.value or "-") for it in found if it.valid is not False]
    assert got == list(zip(row.spans, row.values, strict=True)), row.why


@pytest.mark.parametrize("kind", BY_NAME)
def test_table_is_broad_enough(kind: str) -> None:
    rows = examples(kind)
    assert sum(bool(row.spans) for row in rows) >= 20
    assert sum(not row.spans for row in rows) >= 10
