"""Abbreviations of bodies: what the page says they mean, and the years a name was in use."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def bodies(text: str) -> list[dict[str, str]]:
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [{"value": it.value or "", **it.details} for it in found if it.kind == "institution"]


def test_the_page_tells_what_an_abbreviation_means() -> None:
    first, second = bodies("Общински съвет Мездра (ОбС) заседава. Днес ОбС гласува.")[::2]
    assert (first["short"], second["full"]) == ("ОбС", "Общински съвет Мездра")
    assert bodies("Общински съвет Мездра заседава. Днес ОбС гласува.")[1]["full"] == "общински съвет"


@pytest.mark.parametrize("lead", [", наричан по-долу „ОбС“,", " (накратко ОбС)"])
def test_other_ways_to_introduce_it(lead: str) -> None:
    assert bodies(f"Общински съвет Мездра{lead} заседава.")[0]["short"] == "ОбС"


def test_brackets_that_hold_something_else() -> None:
    assert "short" not in bodies("Общински съвет Мездра (НАП провери) заседава.")[0]
    assert "short" not in bodies("Общински съвет Мездра (Общината) заседава.")[0]


@pytest.mark.parametrize(
    ("text", "since", "until", "successor"),
    [
        ("РИОКОЗ – Видин провери.", "2004", "2011", "РЗИ"),
        ("Областна дирекция „Земеделие“ (ОДЗ) обяви.", "2010", None, None),
        ("СОУ „Изгрев“ обяви.", None, "2016", "СУ"),
        ("Община Видин обяви.", None, None, None),
    ],
)
def test_the_years_of_a_name(text: str, since: str | None, until: str | None, successor: str | None) -> None:
    found = bodies(text)[0]
    assert (found.get("since"), found.get("until"), found.get("successor")) == (since, until, successor)
