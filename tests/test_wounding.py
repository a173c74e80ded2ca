"""Healthy files of crawlers wounded at many places: the four laws of benchmarks/wounding.py hold."""

import pytest
import wounding

FILES = {it.name: it for it in wounding.healthy(3, 2)}
STEP = 97
"""Prime, so that all bits, lengths and places of a record are met; benchmarks/wounding.py wounds every byte."""


@pytest.mark.parametrize("way", wounding.WAYS)
@pytest.mark.parametrize("name", FILES)
def test_a_wound_costs_what_it_touches_and_is_told(name: str, way: str) -> None:
    file = FILES[name]
    raw = b"".join(file.parts)
    for at in range(len(file.parts[0]) if way == "cut" else 41, len(raw), STEP):
        assert list(wounding.broken_laws(file, wounding.WAYS[way](raw, at))) == [], f"{way} at {at}"


def test_the_laws_can_be_broken() -> None:
    file = FILES["warc.gz"]
    other = wounding.Wounded(b"".join(file.parts[:-2]), 0, 1)
    assert list(wounding.broken_laws(file, other)) != []
