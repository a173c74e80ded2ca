"""Labels: the nearest words that say whose a value is or what it is for, as printed."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text


def labels(text: str, kind: str) -> list[tuple[str, str | None]]:
    return [(it.text, it.label) for it in extract(page_from_text(text)) if it.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Деловодство: 056/ 841 234", ["Деловодство"]),
        ("факс: 056/ 841 235", ["факс"]),
        ("За въпроси по поръчки:\n\nтел.: 056/841 236; 056/841 237", ["За въпроси по поръчки"] * 2),
        ("Деловодство: 056/ 841 234\nфакс: 056/ 841 235", ["Деловодство", "факс"]),
        ("(073) 88 12 01; 88 12 06 – централи", ["централи", "централи"]),
        ("тел. 056/ 841 234 – регистратура", ["регистратура"]),
        ("Дежурен телефон на РИК: 0361/ 6 51 09", ["Дежурен телефон на РИК"]),
        ("Телефон\n02 944 21 36", ["Телефон"]),
        ("Контакти\n\n5002 Велико Търново\nТелефон: 062/ 62 13 58", ["Телефон"]),
        ("Директор Стефка Николова Якимова 0971 6 83 20", ["Директор"]),
        ("Секретар\tул. „Шипка“ 2\t02/ 944 21 36", ["Секретар"]),
        ("Длъжност\tТелефон\nСекретар\t02/ 944 21 36\nКасиер\t02/ 944 21 37", ["Секретар", "Касиер"]),
        ("Име\tМобилен\nСъби Райчев Влахов\t0889 401 226", ["Мобилен"]),
        ("гр. Садово, ул. „Явор“ № 2, тел. 03118/22-61, факс 03118/25-00", ["тел.", "факс"]),
        ("За доброволци: тел 062 / 61 20 47 ; 0888-20-71-39", ["За доброволци"] * 2),
        ("· Директор 03051/42-71 · Канцелария 03051/42-72", ["Директор", "Канцелария"]),
        ("Светлана Косева Рунева\n\nТелефон: 03781 21 52", ["Телефон"]),
        ("Информация: 0700 16 732 (на цената на един разговор) и 02/985 61 01", ["Информация"] * 2),
    ],
)
def test_labels_of_phones(text: str, expected: list[str]) -> None:
    assert [label for _, label in labels(text, "phone")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Наеми и такси\nBG80 BNBG 9661 1020 3456 78\nBIC: BNBGBGSD", "Наеми и такси"),
        ("Такси за услуги\nIBAN: BG80 BNBG 9661 1020 3456 78", "Такси за услуги"),
        ("IBAN: BG80 BNBG 9661 1020 3456 78", "IBAN"),
        ("1. Банкова сметка на детската градина\n\nIBAN: BG80BNBG96611020345678", "Банкова сметка на детската градина"),
        ("Вид\tСметка\nДанък\tBG80BNBG96611020345678", "Данък"),
        ("Плащане по банков път: Банката, IBAN BG80BNBG96611020345678", "Плащане по банков път"),
    ],
)
def test_labels_of_accounts(text: str, expected: str) -> None:
    assert [label for _, label in labels(text, "iban")] == [expected]


def test_bank_code_and_number_of_a_body_keep_the_word_that_names_them() -> None:
    text = "Залози по търгове\nBG80 BNBG 9661 1020 3456 78\nBIC: BNBGBGSD\nБулстат: 000123451"
    assert labels(text, "bic") == [("BNBGBGSD", "BIC")]
    assert labels(text, "eik") == [("000123451", "Булстат")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Добавено : четвъртък, 12 май 2016 15:40", "Добавено"),
        ("Публикувано от admin на 10 ноември 2009", "Публикувано"),
        ("Списъкът е актуален към 01.09.2022 г.", "актуален към"),
        ("На 17.02.2016 г. се състоя среща.", None),
    ],
)
def test_labels_of_dates(text: str, expected: str | None) -> None:
    assert [label for _, label in labels(text, "date")] == [expected]


def test_a_label_is_as_printed_not_as_folded() -> None:
    assert labels("ДСП – Момчилград\nтел. 03631/ 63-15", "phone") == [("03631/ 63-15", "ДСП – Момчилград")]


def test_the_words_of_a_sum_are_not_its_label() -> None:
    assert labels("Такса\t200 лв. (двеста лева)", "money") == [("200 лв.", "Такса")]


@pytest.mark.parametrize("text", ["ЕГН 5032036030\t056/841 872", "Лице с ЕГН 5032036030\n056/841 872"])
def test_a_personal_number_is_nobodys_label(text: str) -> None:
    assert labels(text, "phone") == [("056/841 872", None)]


def test_a_table_row_is_no_heading() -> None:
    text = "Област\tУправител\n\t\t02 9112233"
    assert all(label is None or "\t" not in label for _, label in labels(text, "phone"))
