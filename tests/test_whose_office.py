"""Whose an office is where the body stands farther off: what sits, owns the page, or is named in full elsewhere."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def people(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """The people of a text with their roles and institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, it.details.get("role"), it.details.get("institution")) for it in found if it.kind == "person"]


@pytest.mark.parametrize(
    ("text", "board"),
    [
        (
            "Общински съвет Мездра\n\nВременната комисия за подбор на управител, избрана с Решение № 5/12.04.2016 г. "
            "на Общински съвет – Мездра, в състав:\n\nПредседател – Рада Пенева\nчленове: проф. Цоло Ганев",
            "Временна комисия за подбор на управител",
        ),
        (
            "ОБЩИНА МЕЗДРА\nДнес, 12.04.2016 г., комисия за преглед на оферти, назначена със Заповед № 5/10.04.2016 г. "
            "на Кмета, в следния състав:\nПредседател: Рада Пенева\nЧленове: 1. Цоло Ганев",
            "комисия за преглед на оферти",
        ),
        (
            "РЕШЕНИЕ № 18\nВРАЧАНСКИЯТ РАЙОНЕН СЪД, IV наказателен състав, в публично заседание на пети май през две "
            "хиляди и шестнадесета година в състав:\nПРЕДСЕДАТЕЛ: РАДА ПЕНЕВА\nЧЛЕНОВЕ: ЦОЛО ГАНЕВ",
            "Врачански районен съд",
        ),
    ],
)
def test_who_sits_in_a_body_of_which_more_is_said_first(text: str, board: str) -> None:
    assert people(text) == [("Рада Пенева", "председател", board), ("Цоло Ганев", "член", board)]


def test_a_council_that_sets_up_a_board_is_not_the_board() -> None:
    text = (
        "Общински съвет – Мездра, след като разгледа доклада, избира Обществен съвет в състав:\n"
        "Председател: Рада Пенева\nЧленове: Цоло Ганев"
    )
    assert "Общински съвет – Мездра" not in [body for _, _, body in people(text)]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("председател на ОбС", "Общински съвет Мездра"),
        ("ПРЕДСЕДАТЕЛ НА ОБЩИНСКИ СЪВЕТ", "Общински съвет – Мездра"),
        ("председател на Районния съд", "Районен съд – Мездра"),
    ],
)
def test_a_body_that_every_town_has_is_the_one_the_page_names(short: str, full: str) -> None:
    assert people(f"Писмо до {full} от 2016 г.\nРада Пенева – {short}")[0][2] == full
    assert people(f"Писмо до {full} и Общински съвет – Видин, Районен съд – Видин\nРада Пенева – {short}")[0][2] != full


def test_other_councils_are_not_what_a_short_name_means() -> None:
    text = "Общински съвет по наркотичните вещества\nРада Пенева – председател на ОбС"
    assert people(text) == [("Рада Пенева", "председател", "ОбС")]


def test_a_heading_means_the_owner_of_the_page_and_not_who_was_told_in_passing() -> None:
    text = (
        "Районен съд – Ардино\nИстория\n\nДелата се гледали за кратко в Районен съд – Крумовград.\n\n"
        "Председатели на съда през годините:\n1945-1951 – Рада Пенева\n"
    )
    assert people(text) == [("Рада Пенева", "председател", "Районен съд – Ардино")]
    assert people(text.replace("Председатели на съда през годините:\n1945-1951 –", "Там председател на съда бе")) == [
        ("Рада Пенева", "председател", "Районен съд – Крумовград")
    ]


def test_who_sits_in_a_commission_by_an_office_of_the_body_that_sets_it_up() -> None:
    text = (
        "РАЙОНЕН СЪД – МЕЗДРА\nНазначавам:\nКомисия за конкурса за деловодител в състав:\n"
        "Председател: Рада Пенева – съдебен администратор;\nЧленове: Цоло Ганев – административен секретар"
    )
    assert people(text) == [
        ("Рада Пенева", "съдебен администратор", "Районен съд – Мездра"),
        ("Цоло Ганев", "административен секретар", "Районен съд – Мездра"),
    ]


@pytest.mark.parametrize(
    ("sentence", "role", "body"),
    [
        ("Материала подготви Рада Пенева, съдебен статистик.", "съдебен статистик", "Районен съд – Мездра"),
        ("По делото е писала и съдия Рада Пенева.", "съдия", "Районен съд – Мездра"),
        ("Поканен е адвокат Рада Пенева.", "адвокат", None),
        ("На гости от Районен съд – Видин е съдия Рада Пенева.", "съдия", None),
    ],
)
def test_staff_in_prose_is_of_the_owner_where_the_paragraph_names_no_other(
    sentence: str, role: str, body: str | None
) -> None:
    text = f"Районен съд – Мездра\nИстория на съда\n\n{sentence}"
    ((_, told, whose),) = people(text)
    assert told == role
    assert whose == body
