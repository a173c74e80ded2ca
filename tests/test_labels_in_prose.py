"""Labels of contacts and hours that sentences tell: who is called, what for, and where a house is."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text

IBAN = "BG80BNBG96611020345678"


def labels(text: str, kind: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ако лодката тече, звънете на дежурния дърводелец – 0888 112 401.", ["дежурния дърводелец"]),
        ("Лодкарите от двата бряга на реката могат да търсят кмета си на 0888 112 406.", ["кмета"]),
        ("Децата се записват в детския отдел на библиотеката (094 611 830).", ["детския отдел на библиотеката"]),
        ("Прегледи има във вторник в здравната служба, тел. 094 611 830.", ["здравната служба"]),
        ("Хижата е затворена до май, дежурен пазач: 094 611 830.", ["дежурен пазач"]),
        ("Сборът ще бъде на 12 май край хижата, за записване: 094 611 830.", ["за записване"]),
        (
            "Пазачът на хижата обяви телефон 094 611 830 за връзка с близки на лодкари.",
            ["за връзка с близки на лодкари"],
        ),
        (
            "Молби се приемат в стая 5 от 8:30 до 12:00 часа, като скици могат да се получат на тел. 094 611 830.",
            ["скици"],
        ),
    ],
)
def test_whom_a_sentence_calls(text: str, expected: list[str]) -> None:
    assert labels(text, "phone") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Можете да пишете и на lodki@primer.bg.", [None]),
        ("Писмени становища се депозират в стая 12 или на lodki@primer.bg.", ["Писмени становища"]),
        ("Можете да пишете и на lodki@primer.bg – отдел „Лодки“.", ["отдел „Лодки“"]),
    ],
)
def test_whom_a_sentence_writes(text: str, expected: list[str | None]) -> None:
    assert labels(text, "email") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кеят се помещава на ул. „Роза“ № 4 и работи от понеделник до петък от 8 до 17 ч.", ["Кеят"]),
        ("През лятото кеят е отворен от 8 до 16 ч.", ["кеят"]),
        ("Лодкарите ще работят на 6 май с намалено работно време – от 9 до 14 ч.", ["Лодкарите"]),
        (
            "Отворени са и двете гишета на кея: гише 1 – от 8 до 16 ч., гише 2 – от 9 до 17 ч.",
            ["гише 1", "гише 2"],
        ),
        ("Лодкари с деца могат да посетят консултацията в сряда от 14 до 16 ч.", ["Лодкари с деца"]),
    ],
)
def test_whose_hours_a_sentence_tells(text: str, expected: list[str]) -> None:
    assert labels(text, "hours") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Предложения се изпращат на адрес: 5830 Бяла, пл. „Роза“ 2.", ["Предложения"]),
        ("Дарения се събират в клуба на лодкарите, ул. „Роза“ 2.", ["клуба на лодкарите"]),
        ("Сборът ще бъде до музея, ул. „Роза“ 2.", ["музея"]),
        ("Молби се пишат на 3 юни в канцеларията на хора (ул. „Роза“ 2).", ["канцеларията на хора"]),
    ],
)
def test_which_house_a_sentence_tells(text: str, expected: list[str]) -> None:
    assert labels(text, "address") == expected


def test_an_account_is_of_what_is_paid_with_its_purpose() -> None:
    text = f"Депозитът за участие в търга в размер на 200 лв. се внася по сметка на хора {IBAN}."
    assert labels(text, "iban") == ["Депозитът за участие в търга"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Гребците заплащат такса правоучастие от 20 лв.", ["такса правоучастие"]),
        ("14 ученици получават стипендии по 60 лв.", ["стипендии"]),
        ("Гребците дължат такса кей от 86 лв. годишно.", ["такса кей"]),
        ("Хорът отпусна 200 лв. за въжета и още 50 лв. за смола.", ["за въжета", "за смола"]),
    ],
)
def test_who_pays_is_not_what_a_sum_is_of(text: str, expected: list[str]) -> None:
    assert labels(text, "money") == expected
