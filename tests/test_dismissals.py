"""Who is dismissed and who appointed: each has the office that the order or the news tells of him, not of the other."""

import pytest
from making import people


@pytest.mark.parametrize(
    "order",
    [
        "Със заповед на министъра Рада Пенева от длъжността директор на ДГ „Роза“ е освободен Цоло Ганев.",
        "Със заповед на министъра Рада Пенева от поста директор на ДГ „Роза“ бе отстранен Цоло Ганев.",
        "По предложение на министъра Рада Пенева за директор на ДГ „Роза“ е назначен Цоло Ганев.",
    ],
)
def test_who_signs_an_order_keeps_the_own_office(order: str) -> None:
    assert people(order) == [("Рада Пенева", "министър", None), ("Цоло Ганев", "директор", "ДГ „Роза“")]


@pytest.mark.parametrize(
    "order",
    [
        "От длъжността управител на ОП „Чистота“ по собствено желание е освободен Цоло Ганев.",
        "От поста управител на ОП „Чистота“ предсрочно беше освободен Цоло Ганев.",
        "Освобождавам Цоло Ганев от длъжността управител на ОП „Чистота“.",
    ],
)
def test_who_is_dismissed_had_the_office(order: str) -> None:
    assert people(order) == [("Цоло Ганев", "управител", "ОП „Чистота“")]


@pytest.mark.parametrize(
    "order",
    [
        "Освобождавам Рада Пенева от длъжността „главен специалист“ и назначавам Цоло Ганев.",
        "I. Освобождавам Рада Пенева от длъжността „главен специалист“.\nII. Назначавам Цоло Ганев.",
        "Кметът освободи главния специалист Рада Пенева и назначи Цоло Ганев.",
    ],
)
def test_who_is_appointed_after_a_dismissal_gets_the_same_office(order: str) -> None:
    told = people(order)
    assert [(name, role) for name, role, _ in told] == [
        ("Рада Пенева", "главен специалист"),
        ("Цоло Ганев", "главен специалист"),
    ]


def test_who_is_appointed_where_nobody_is_dismissed_gets_no_office() -> None:
    told = people("Кметът награди главния специалист Рада Пенева и назначи Цоло Ганев.")
    assert told[1][:2] == ("Цоло Ганев", None)


@pytest.mark.parametrize("till", ["досега", "доскоро", "до момента", "до вчера", "понастоящем"])
def test_the_office_held_till_now_is_one(till: str) -> None:
    told = people(f"Назначен е Цоло Ганев, {till} секретар на Община Мездра.")
    assert told == [("Цоло Ганев", "секретар", "Община Мездра")]


@pytest.mark.parametrize(
    "news",
    [
        "За директор на ДГ „Роза“ е избран Цоло Ганев, досега експерт в РУО – Враца.",
        "Новият директор на ДГ „Роза“ Цоло Ганев (доскоро експерт в РУО – Враца) дойде.",
        "Цоло Ганев, експерт в РУО – Враца, е новият директор на ДГ „Роза“.",
        "Цоло Ганев, експерт в РУО – Враца, бе избран за директор на ДГ „Роза“.",
    ],
)
def test_the_office_that_somebody_gets_comes_before_the_one_he_leaves(news: str) -> None:
    ((name, role, body),) = people(news)
    assert (name, role, body) in [("Цоло Ганев", it, "ДГ „Роза“") for it in ("директор", "нов директор")]


@pytest.mark.parametrize("act", ["назначи за директор", "освободи директора", "награди директора"])
def test_what_a_minister_does_is_no_part_of_his_field(act: str) -> None:
    told = people(f"Министърът на културата и туризма {act} на ДГ „Роза“ Цоло Ганев.")
    assert told == [("Цоло Ганев", "директор", "ДГ „Роза“")]


def test_who_chooses_stands_between_the_verb_and_the_office() -> None:
    told = people("Цоло Ганев е избран от Съвета на директорите за управител на ОП „Чистота“.")
    assert told == [("Цоло Ганев", "управител", "ОП „Чистота“")]


def test_who_was_chosen_is_told_in_the_next_sentence() -> None:
    assert people("ДГ „Роза“ има нов директор. Това е Цоло Ганев.")[0][:2] == ("Цоло Ганев", "директор")
    assert people("Отвори врати музеят на директора. Вчера Цоло Ганев пя.")[0][1] is None


def test_several_are_dismissed_from_one_board() -> None:
    told = people("Освобождава Рада Пенева и Цоло Ганев като членове на Обществения съвет.")
    assert told == [("Рада Пенева", "член", "Обществен съвет"), ("Цоло Ганев", "член", "Обществен съвет")]
