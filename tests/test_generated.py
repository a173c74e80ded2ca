"""What is printed in a known way comes back with its value, whatever stands around it and however it is disguised."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing import BY_KIND, Said

from govarchive.extract import extract
from govarchive.kinds import KINDS as ALL_KINDS
from govarchive.model import Page

KINDS = [kind for kind in ALL_KINDS if kind.NAME in BY_KIND]
EXAMPLES = 40
_YEAR = re.compile(r"\b[0-9]{4}(?=-)")
_CYRILLIC_WORD = re.compile("[а-я]*[бвгджзийлптфцчшщъьюя][а-я]*")
_ALIKE = str.maketrans("асеорх", "aceopx")


def _found(text: str) -> list[tuple[str, str | None]]:
    page = Page(text=text, source="generated", sha256="0" * 64)
    return [(it.kind, it.value) for it in extract(page, kinds=KINDS) if it.valid is not False]


def _said(all_said: list[Said]) -> list[tuple[str, str | None]]:
    return [(said.kind, value) for said in all_said for value in said.values]


def _mixed(draw: st.DataObject, text: str) -> str:
    """Some words that have a letter only Cyrillic has get their other letters from the Latin alphabet."""
    return _CYRILLIC_WORD.sub(
        lambda word: word.group().translate(_ALIKE) if draw.draw(st.booleans()) else word.group(), text
    )


def _spaced(draw: st.DataObject, text: str) -> str:
    """Every space is another one that looks like it."""
    return text.replace(" ", draw.draw(st.sampled_from("\u00a0\u2009\u202f")))


def _invisible(draw: st.DataObject, text: str) -> str:
    """A character nobody sees stands somewhere inside."""
    at = draw.draw(st.integers(1, len(text) - 1))
    return text[:at] + draw.draw(st.sampled_from("\u00ad\u200b\u200d\ufeff")) + text[at:]


def _dashed(draw: st.DataObject, text: str) -> str:
    """Every hyphen is a dash or another hyphen."""
    return text.replace("-", draw.draw(st.sampled_from("‐‑–—−")))


DISGUISES: dict[str, Callable[[st.DataObject, str], str]] = {
    "mixed": _mixed,
    "spaced": _spaced,
    "invisible": _invisible,
    "dashed": _dashed,
}
# A dash in an address is no hyphen; a number of digits and letters keeps its hyphens as they are.
UNFIT = {("dashed", "email"), ("dashed", "url")}


@pytest.mark.parametrize("kind", BY_KIND)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_one_of_each(kind: str, data: st.DataObject) -> None:
    said = data.draw(BY_KIND[kind])
    end = data.draw(st.sampled_from(["", ".", ";", "\n", "!", " "]))
    assert _found(said.sentence + end) == _said([said])


@pytest.mark.parametrize("disguise", DISGUISES)
@settings(max_examples=2 * EXAMPLES)
@given(data=st.data())
def test_disguised(disguise: str, data: st.DataObject) -> None:
    said = data.draw(st.one_of(*(way for kind, way in BY_KIND.items() if (disguise, kind) not in UNFIT)))
    assert _found(DISGUISES[disguise](data, said.sentence)) == _said([said])


@settings(max_examples=2 * EXAMPLES)
@given(st.lists(st.one_of(*BY_KIND.values()), min_size=2, max_size=5), st.sampled_from([".\n", "\n", "\n\n", ";\n"]))
def test_several_on_a_page(all_said: list[Said], between: str) -> None:
    found = _found(between.join(said.sentence for said in all_said))
    said = _said(all_said)
    assert len(found) == len(said)
    # A day without a year has that of a full one beside it.
    assert [
        _opened(*got) if "XXXX" in (value or "") else got for got, (_, value) in zip(found, said, strict=True)
    ] == said


def _opened(kind: str, value: str | None) -> tuple[str, str | None]:
    return kind, _YEAR.sub("XXXX", value or "")
