"""Bodies that a page tells but the telephone of: nobody's above, as the page is not theirs."""

import pytest
from making import people

STAFF = "Директор: Рада Илева Пенева\nСекретар: Цоло Ганев\n"


@pytest.mark.parametrize(
    "line",
    [
        "ЦИК: 0700 12 345",
        "\nРЗИ – тел. 0888 101 201",
        "За сигнали: КЗЛД",
        "За сигнали за корупция: КПКОНПИ, тел. 0888 101 201",
        "Гореща линия на ДАЗД: 116 111",
        "КЗП\t0700 11 122",
        "Телефон на РЗИ: 0888 101 201",
        "Комисия за защита на потребителите: 0700 11 122",
        "Надзорен орган: КЗЛД, гр. София, бул. „Ралица“ № 2",
        "Контролни органи:\nКЗП – София, пл. „Ралица“ № 4, тел. 0888 101 201",
        "Можете да подадете жалба до КЗП, тел. 0700 11 122.",
        "РЗИ – Хасково: 0888 101 201\nРИОСВ – Хасково: 0888 101 202",
        "ОД на МВР: 112\nПожарна: 160",
        "КЗП: 0700 11 122, www.kzp.bg",
        "НЗОК – 0800 14 800",
        "Национална линия за деца 116 111 – ДАЗД",
        "МЗ – национална линия за отказ от тютюнопушене: 0700 11 123",
    ],
)
def test_whose_telephone_a_line_tells_in_passing_is_not_whose_page_it_is(line: str) -> None:
    assert people(STAFF + line) == [("Рада Илева Пенева", "директор", None), ("Цоло Ганев", "секретар", None)]


@pytest.mark.parametrize(
    "line",
    [
        "СУ „Ралица“: 0888 101 201",
        "Адрес: РЗИ – Хасково, ул. „Ралица“ № 2",
        "© РЗИ – Хасково",
        "За контакти: ОУ „Ралица“",
    ],
)
def test_who_tells_its_own_at_the_foot_of_the_page_owns_it(line: str) -> None:
    (_, _, body), _ = people(STAFF + line)
    assert body


def test_below_the_line_of_a_body_its_own_people_stand() -> None:
    assert people("РЗИ: 0888 101 201\n" + STAFF)[0] == ("Рада Илева Пенева", "директор", "РЗИ")


def test_who_heads_the_page_stays_whose_it_is() -> None:
    names = people("Районен съд – Левски\nСъдии\nРада Илева Пенева\nЦоло Ганев\nВСС: 0888 101 201")
    assert {body for _, _, body in names} == {"Районен съд – Левски"}


def test_a_general_word_does_not_mean_it() -> None:
    names = people("Членове на комисията\n1. Рада Пенева\n2. Цоло Ганев\nПри нередности: ЦИК, тел. 0888 101 201")
    assert names == [("Рада Пенева", "член", "комисия"), ("Цоло Ганев", "член", "комисия")]
