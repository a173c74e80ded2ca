"""Heads of pages: how the first lines tell whose page it is, and for whom of its people that counts."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def people(text: str) -> dict[str | None, tuple[str | None, str | None]]:
    """The people of a text with their roles and institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {it.value: (it.details.get("role"), it.details.get("institution")) for it in found if it.kind == "person"}


@pytest.mark.parametrize(
    "head",
    [
        "Община Мездра - Търгове и конкурси",
        "ОБЩИНА МЕЗДРА, ОБЛАСТ ВРАЦА",
        "Община Мездра        поща: kmet@primer.bg        A A A",
    ],
)
def test_the_head_of_a_page_goes_on_behind_its_owner(head: str) -> None:
    text = f"{head}\n\nЗа справки: Вълчан Пенков – началник отдел „Архив“, и Нона Рунева, касиер\n"
    told = {(institution or "").lower() for _, institution in people(text).values()}
    assert told == {"община мездра"}


def test_a_party_owns_no_page() -> None:
    text = "ПП ГЕРБ\nДПС\nЗаместник-председател: Вълчан Пенков\n"
    assert people(text)["Вълчан Пенков"] == ("заместник-председател", None)


def test_public_tutors_are_of_the_commission_and_of_no_school() -> None:
    text = "Местна комисия за БППМН – Мездра\nОУ „Искра“ – Мездра\n\nОбществени възпитатели:\nВълчан Пенков\n"
    assert "ОУ" not in (people(text)["Вълчан Пенков"][1] or "")
