"""Groups: people without an office whom a sentence tells together to be of a body, and whom it tells to lead one."""

import pytest
from making import people

_THREE = "Рада Пенева, Цоло Ганев и Нона Рунева"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (f"Отборът на СУ „Роза“ в състав {_THREE} зае първо място в областта.", "СУ „Роза“"),
        (f"Отличени са трима ученици от ОУ „Роза“ – Мездра: {_THREE}.", "ОУ „Роза“ – Мездра"),
        (f"ПГЕЕ „Роза“ победи. Отборът на гимназията в състав {_THREE} е пети в страната.", "ПГЕЕ „Роза“"),
        (f"Отборът на момичетата от ЕГ „Роза“ победи СУ „Мак“.\n\nСъстав на отбора: {_THREE}.", "ЕГ „Роза“"),
        (f"Срещата между СУ „Роза“ и СУ „Мак“ гледаха {_THREE}.", None),
    ],
)
def test_the_body_of_a_team(text: str, body: str | None) -> None:
    assert people(text) == [(name, None, body) for name in ("Рада Пенева", "Цоло Ганев", "Нона Рунева")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("НЧ „Искра“ празнува. Днес начело на читалището е Рада Пенева.", "НЧ „Искра“"),
        ("Изпълнител е „Мост 97“ ЕАД, представлявано от Рада Пенева.", "„Мост 97“ ЕАД"),
        ("Исторически музей – Мездра се ръководи от Рада Пенева.", "Исторически музей – Мездра"),
        ("Помогнаха Рада Пенева и Цоло Ганев от РИОСВ – Враца.", "РИОСВ – Враца"),
        ("Снимка на Исторически музей – Мездра получи Рада Пенева.", None),
    ],
)
def test_the_body_of_whom_a_sentence_tells_no_office(text: str, body: str | None) -> None:
    assert people(text)[0] == ("Рада Пенева", None, body)


def test_the_captain_is_of_the_only_team() -> None:
    text = "Отборът на СУ „Роза“ победи. Капитанът Рада Пенева вдигна купата."
    assert people(text) == [("Рада Пенева", "капитан", "СУ „Роза“")]
    other = text.replace("победи", "победи отбора на СУ „Мак“")
    assert people(other) == [("Рада Пенева", "капитан", None)]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("За РИОСВ – Враца в разговора се включи Рада Пенева.", "РИОСВ – Враца"),
        ("НЧ „Искра“ вече ръководи Рада Пенева.", "НЧ „Искра“"),
        ("Грамотите връчи Рада Пенева, която оглавява библиотеката.", "Библиотека „Слово“"),
        ("Дойде и Рада Пенева от териториалното поделение на НОИ.", "НОИ"),
        ("Говори и Рада Пенева от листата на Община Мездра.", None),
    ],
)
def test_whom_a_sentence_tells_to_lead_a_body_or_to_come_for_it(sentence: str, body: str | None) -> None:
    assert people(f"Библиотека „Слово“\n\n{sentence}\n")[-1] == ("Рада Пенева", None, body)


@pytest.mark.parametrize(
    "sentence",
    [
        "Начело на шествието към НЧ „Искра“ е Рада Пенева.",
        "Начело на спора за читалището е Рада Пенева.",
        "За покрива на НЧ „Искра“ говори Рада Пенева.",
        "За покрива на читалището говори Рада Пенева.",
        "Делото срещу РИОСВ – Враца ръководи Рада Пенева.",
        "Проектът с РИОСВ – Враца се ръководи от Рада Пенева.",
        "Дойде и Рада Пенева, която ръководи протеста срещу НЧ „Искра“.",
    ],
)
def test_who_leads_what_a_body_is_only_told_beside(sentence: str) -> None:
    assert people(f"НЧ „Искра“\n\n{sentence}\n")[-1] == ("Рада Пенева", None, None)


def test_the_party_that_somebody_represents_may_be_the_other() -> None:
    text = "Подписан бе договор с „Мост 97“ ЕАД, представлявано от Рада Пенева."
    assert people(text) == [("Рада Пенева", None, "„Мост 97“ ЕАД")]


@pytest.mark.parametrize("owner", ["", "Община Мездра\n\n"])
def test_two_with_one_office_are_both_of_the_body_told_behind_the_second(owner: str) -> None:
    found = people(f"{owner}Инспекторите Рада Пенева и Цоло Ганев от НАП помогнаха.")
    assert found == [(name, "инспектор", "НАП") for name in ("Рада Пенева", "Цоло Ганев")]
