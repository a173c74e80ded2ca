"""Who is told next in an office: in the place of another, on the next card below the office of all."""

import pytest
from making import people


@pytest.mark.parametrize(
    "sequel",
    [
        "На нейно място е назначен Цоло Ганев.",
        "Мястото й заема Цоло Ганев.",
        "На нейно място временно застава Цоло Ганев.",
    ],
)
def test_who_comes_in_the_place_of_another_has_that_office(sequel: str) -> None:
    told = people(f"Пенсионира се директорът на ОУ „Роза“ Рада Пенева. {sequel}")
    assert told[1] == ("Цоло Ганев", "директор", "ОУ „Роза“")


def test_cards_below_the_office_of_all() -> None:
    text = (
        "ОБЩИНА МЕЗДРА\n\nЗаместник-кметове\n\nРада Пенева\nРесор: култура\nМагистър по право.\n\n"
        "Цоло Ганев\nРесор: строителство\nИнженер.\n\nДимо Войнев\nпочетен гражданин\n"
    )
    assert [role for _, role, _ in people(text)][:2] == ["заместник-кмет", "заместник-кмет"]
    assert people(text)[2][1] != "заместник-кмет"


@pytest.mark.parametrize(
    ("behind", "role"), [(" (1990-1995)", "кмет"), (" управлява две години", "кмет"), (" получи грамота", None)]
)
def test_whoever_comes_after_a_mayor_in_a_history_and_in_a_queue(behind: str, role: str | None) -> None:
    told = people(f"Кметът на Мездра Рада Пенева дойде първа. След нея Цоло Ганев{behind}.")
    assert [held for _, held, _ in told] == ["кмет", role]
