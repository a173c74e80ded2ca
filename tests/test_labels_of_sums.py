"""Labels of sums told in sentences: what was bought or given, what changed, and of what a sum is a share."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text


def labels(text: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == "money"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Депозит: 10 % от началната цена - 480 лв.", "Депозит"),
        ("Гаранция за лодката – 5 на сто от стойността, 480 лв.", "Гаранция за лодката"),
        ("Всеки гребец внася депозит 10% от цената – 480 лв., в касата.", "депозит"),
        ("Собственият принос на хора е 10%, или 24 500 лв.", "Собственият принос на хора"),
    ],
)
def test_the_noun_of_a_sum_stands_before_its_share(text: str, expected: str) -> None:
    assert labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Таксата за лодки се повишава от 45 на 60 лв.", "Таксата за лодки"),
        ("Субсидията за хоровете се определя на 8 лв. за глас.", "Субсидията за хоровете"),
        ("Лодката беше продадена за 2 300 лв.", "Лодката"),
        ("Щетите по кея са за около 20 000 лв., каза пазачът.", "Щетите по кея"),
        ("Продаден е общински имот за 15 400 лв. без ДДС.", "общински имот"),
        ("Капаро от 100 лв. се внася до петък.", "Капаро"),
        ("Съветът отпуска еднократна финансова помощ в размер на 300 лв.", "еднократна финансова помощ"),
        ("стипендии по 60 лв. получават 14 ученици", "стипендии"),
        ("За настилка на ул. „Рила“ бяха вложени 76 300 лв.", "настилка на ул. „Рила“"),
    ],
)
def test_what_a_sentence_says_of_a_sum(text: str, expected: str) -> None:
    assert labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Отпуснати са 5000 лева за гребци в нужда.", ["за гребци в нужда"]),
        ("Заложени са 230 000 лв. капиталови разходи.", ["капиталови разходи"]),
        ("Одобрени са три проекта на стойност съответно 4 000 лв. и 9 200 лв.", ["проекта"] * 2),
        ("Дължат се 1 240 лв. държавна такса и 600 лв. за превоз.", ["държавна такса", "за превоз"]),
    ],
)
def test_what_was_done_is_not_what_a_sum_is_of(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Школи:\nТанци – понеделник и сряда 18:00 – 19:30, 15 лв. месечно", "Танци"),
        ("Плуване: вторник 18:00-19:00 ч., 40 лв.", "Плуване"),
        ("Лодки: всеки ден 9:00–20:00 - по 5 лв.", "Лодки"),
        ("Плуване: вторник 18:00-19:00 ч., такса 40 лв.", "такса"),
        ("Специална награда на гребеца (150 лв.)", "Специална награда на гребеца"),
    ],
)
def test_the_price_of_what_the_line_begins_with(text: str, expected: str) -> None:
    assert labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Такси: 500 лв. за първа лодка, 200 лв. за всяка следваща", ["за първа лодка", "за всяка следваща"]),
        ("Цена: 5 лв. за обикновена скица и 10 лв. за бърза", ["за обикновена скица", "за бърза"]),
        ("Наем на лодка: 5 лв. за всеки час", ["Наем на лодка"]),
        ("Карта на парка: 5 лв., бърза поръчка - 9 лв., за деца 2 лв.", ["Карта на парка", "бърза поръчка", "за деца"]),
    ],
)
def test_each_of_several_sums_is_called_by_its_case(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Платени скици: ДА Цена: 24 лв.", "Цена"),
        ("Катран - 95 000 л. Прогнозна стойност: 168 000 лв.", "Прогнозна стойност"),
        ("Нива 12 дка. Начална цена: 300 лв.", "Начална цена"),
    ],
)
def test_the_last_field_of_a_line_calls_its_sum(text: str, expected: str) -> None:
    assert labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Таксите за езици (немски - 20 лв., руски - 30 лв.) се внасят до май.", ["немски", "руски"]),
        ("ТАКСИ /МАЛКА ЛОДКА – 20 ЛВ., САЛ – 30 ЛВ./ СЕ ВНАСЯТ ДО МАЙ", ["МАЛКА ЛОДКА", "САЛ"]),
        ("Местата са на цена 8 лв.", ["Местата"]),
    ],
)
def test_sums_inside_a_bracket_are_called_by_their_case(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
