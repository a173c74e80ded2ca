"""Healthy files wounded at many places and by chance: the laws of benchmarks/wounding.py and mutating.py hold."""

import mutating
import pytest
import wounding
import wounds_boxes

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


BOXES = mutating.boxes()


@pytest.mark.parametrize("kind", BOXES)
def test_no_page_of_a_mutated_container_is_missed_in_silence(kind: str) -> None:
    box = BOXES[kind]
    for mutant in mutating.mutants(box, 15, kind):
        assert list(mutating.broken_laws(box, mutant)) == [], f"{mutant.way} at {mutant.at}"


def test_a_page_that_is_lost_in_silence_is_seen() -> None:
    other = mutating.Mutant("none", 0, wounds_boxes.zipped({"а.html": b"<p>\xd0\xb0"}))
    assert list(mutating.broken_laws(BOXES["zip"], other)) != []
