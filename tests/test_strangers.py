"""Strangers: bodies that a page names, and of which those whom it tells are not."""

import pytest
from making import people

from govarchive.extract import extract
from govarchive.model import Page


@pytest.mark.parametrize(
    ("text", "institutions"),
    [
        (
            "Комисия в състав:\nПредседател: Вълчан Пенков\nЧленове: 1. Нона Рунева, юрист\n"
            "Комисията предлага за изпълнител „Свеж хляб“ ООД.\n",
            [None, None],
        ),
        ("Счетоводител: Вълчан Пенков\nПроектът се изпълнява от „Зелен строеж“ ЕООД.\n", [None]),
        ("Управител на обекта: Вълчан Пенков\n\nДоставчици: „Нива“ АД, „Искра“ ООД, Видин\n", [None]),
        (
            "Комисия:\nПредседател: Вълчан Пенков\nЧленове: Нона Рунева, представител на „Нива“ ООД\nДеяна Грудова\n",
            [None, None, None],
        ),
        (
            "Комисия в състав:\nЮрист: Вълчан Пенков\nЧленове: 1. Нона Рунева, директор на ОУ „Искра“\n"
            "2. Деяна Грудова, счетоводител\n",
            [None, "ОУ „Искра“", None],
        ),
    ],
)
def test_who_bids_builds_or_sends_somebody_is_not_whose_page_it_is(text: str, institutions: list[str | None]) -> None:
    assert [institution for _, _, institution in people(text)] == institutions


@pytest.mark.parametrize(
    "line",
    [
        "„Нива“ ООД, представлявано от Вълчан Пенков и Нона Емин Рунева, подписа",
        "между Община Видин и „Нива“ ООД, представлявано заедно от инж. Вълчан Пенков, инж. Нона Рунева",
        "„Нива“ ООД, представлявано от Вълчан Пенков, Ана Грудова и д-р Нона Рунева",
    ],
)
def test_all_who_represent_a_firm_are_of_it(line: str) -> None:
    assert {institution for _, _, institution in people(line)} == {"„Нива“ ООД"}


def test_who_stands_behind_those_who_represent_a_firm_is_not_of_it() -> None:
    told = people("„Нива“ ООД, представлявано от Вълчан Пенков. Нона Рунева дойде, и Ана Грудова.")
    assert [institution for _, _, institution in told] == ["„Нива“ ООД", None, None]


def inferred(text: str) -> dict[str | None, tuple[str | None, bool]]:
    """The people of a text with their institutions, and whether these are but inferred."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    told = [it for it in found if it.kind == "person"]
    return {it.value: (it.details.get("institution"), "institution_inferred" in it.details) for it in told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Строежът е на „Нива“ ООД. Министърът на спорта Цоло Ганев говори с директора Рада Пенева.", (None, False)),
        ("Пътят е дело на „Нива“ АД. На откриването дойде директорът Рада Пенева.", (None, False)),
        (
            "Представителят на фондация „Мост“ Цоло Ганев разгледа музея, където го посрещна директорът Рада Пенева.",
            (None, False),
        ),
        ("Децата от ДГ „Дъга“ посетиха библиотеката. Посрещна ги директорът Рада Пенева.", (None, False)),
        ("Инспекторът от РИОСВ – Враца Цоло Ганев говори с директора Рада Пенева.", ("РИОСВ – Враца", True)),
        ("ОУ „Искра“ празнува. Поздрави ги директорът Рада Пенева.", ("ОУ „Искра“", True)),
        ("ОУ „Искра“ празнува, поздрави ги директорът Рада Пенева.", ("ОУ „Искра“", False)),
    ],
)
def test_a_body_of_another_sentence_or_of_somebody_else_is_inferred_at_most(
    text: str, told: tuple[str | None, bool]
) -> None:
    assert inferred(text)["Рада Пенева"] == told
