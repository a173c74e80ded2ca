"""Offices told once for many, or far from the name: lists, histories, groups, tables of changes, letters, minutes."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def offices(text: str) -> list[tuple[str | None, str | None]]:
    """The people of a text with their roles."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, it.details.get("role")) for it in found if it.kind == "person"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Кметът Цоло Ганев възложи на заместника си Минка Илева проверка.", "заместник"),
        ("Кметът Цоло Ганев откри залата. Негов заместник остава Минка Илева.", "заместник"),
        ("Директорът Цоло Ганев и заместничката му Минка Илева посрещнаха децата.", "заместник"),
        ("Председател: Цоло Ганев\nЗаместник: Минка Илева", "заместник председател"),
    ],
)
def test_deputy_told_with_whose(text: str, role: str) -> None:
    assert offices(text)[1] == ("Минка Илева", role)


@pytest.mark.parametrize("text", ["Допуснат кандидат: Минка Илева", "Второстепенни разпоредители: Минка Илева"])
def test_who_only_applies_or_spends_holds_no_office(text: str) -> None:
    assert offices(text) == [("Минка Илева", None)]
