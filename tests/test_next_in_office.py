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


@pytest.mark.parametrize(
    "order",
    [
        "Освобождава Рада Пенева като член на СИК № 5, с. Царевец.\nНазначава на нейно място Цоло Ганев.",
        "ОСВОБОЖДАВА Рада Пенева като член на СИК № 5 и НАЗНАЧАВА на нейно място Цоло Ганев.",
        "Освобождава Рада Пенева, член на СИК № 5, а на нейно място определя: Цоло Ганев.",
        "Освобождава члена на СИК № 5 Рада Пенева и назначава Цоло Ганев за член.",
    ],
)
def test_who_is_appointed_in_the_place_of_another_sits_in_the_same_commission(order: str) -> None:
    told = people(f"Общинска избирателна комисия – Мездра\nРЕШИ:\n1. {order}\n")
    assert told == [("Рада Пенева", "член", "СИК № 5"), ("Цоло Ганев", "член", "СИК № 5")]


@pytest.mark.parametrize("later", ["а след войната –", "а от 1944 до 1950 г. –", "и през 1944 г. става"])
def test_who_was_in_office_later_is_told_in_the_same_sentence(later: str) -> None:
    told = people(f"През 1930 г. председател на клуба става Рада Пенева, {later} Цоло Ганев.")
    assert [role for _, role, _ in told] == ["председател", "председател"]


def test_who_came_later_that_day_is_not_in_office() -> None:
    assert people("Кметът Рада Пенева дойде първа, а след обяд – Цоло Ганев.")[1][1] is None
    assert people("Открит бе от кмета Рада Пенева, а от сцената – Цоло Ганев.")[1][1] is None


def test_who_is_chosen_for_something_else_does_not_come_in_the_place_of_another() -> None:
    roles = [role for _, role, _ in people("Кметът освободи директора Рада Пенева и определи Цоло Ганев за награда.")]
    assert roles == ["директор", None]


def test_who_was_pleased_later_is_not_in_office() -> None:
    told = people("През 1930 г. кмет става Цоло Ганев, а след срещата в града е Димо Войнев доволен")
    assert [role for _, role, _ in told] == ["кмет", None]
