"""Affiliations: the body beside somebody of whom no office is told."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def bodies(text: str) -> dict[str | None, str | None]:
    """The people of a text with the institutions told for them."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {it.value: it.details.get("institution") for it in found if it.kind == "person"}


def test_those_of_several_bodies_in_a_sentence() -> None:
    text = "Говорят Невена Гърдева – РЗИ Мездра, инж. Огнян Пенков – Сдружение „Заедно“, Дочо Ралев – ОУ „Роза“."
    assert bodies(text) == {
        "Невена Гърдева": "РЗИ Мездра",
        "Огнян Пенков": "Сдружение „Заедно“",
        "Дочо Ралев": "ОУ „Роза“",
    }


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("ОУ „Роза“ – Вълчан Дочев Пенков", "ОУ „Роза“"),
        ("2. НЧ „Пробуда 1901“ - Вълчан Пенков", "НЧ „Пробуда 1901“"),
        ("ОУ „Роза“\tВълчан Дочев Пенков", "ОУ „Роза“"),
        ("За справки: дирекция „Култура“, г-н Вълчан Пенков, тел. 0910 99 123", "дирекция „Култура“"),
        ("Гости: ОУ „Лилия“, Мездра; ОУ „Роза“, Вълчан Пенков; родители", "ОУ „Роза“"),
        ("Теренът, който ползва ОУ „Роза“ – Вълчан Пенков го знае.", None),
        ("За община Мездра, Вълчан Пенков, роден в селото", None),
        ("ПП „Напред“ – Вълчан Пенков", None),
    ],
)
def test_the_body_before_a_name(text: str, institution: str | None) -> None:
    assert bodies(text)["Вълчан Дочев Пенков" if "Дочев" in text else "Вълчан Пенков"] == institution


def test_a_surname_behind_a_body_and_a_colon_is_a_headline() -> None:
    text = "Вълчан Пенков е министър.\n\nНародно събрание: Пенков, който мълча досега, отговаря\n"
    assert bodies(text) == {"Вълчан Пенков": None}


def test_the_unit_that_an_expert_is_from() -> None:
    assert bodies("Експерт от отдел „Местни данъци“ – Вълчан Пенков") == {"Вълчан Пенков": "отдел „Местни данъци“"}
