"""Labels of accounts: whose they are, what is paid to them, and no more words for the number itself than needed."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text

IBAN = "BG80BNBG96611020345678"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("БАНКОВА СМЕТКА НА ОБЩИНА БЕЛА РЕКА\n\n„Планина Банк“ ЕАД Видин\n\n", "БАНКОВА СМЕТКА НА ОБЩИНА БЕЛА РЕКА"),
        ("Банкова сметка на Община Бела река - IBAN: ", "Банкова сметка на Община Бела река"),
        ("Банкова сметка на община Бела река, IBAN ", "Банкова сметка на община Бела река"),
        ("IBAN на ДГ „Роза“ - ", "IBAN на ДГ „Роза“"),
        ("Сметка на Община Бела река за такси: ", "Сметка на Община Бела река за такси"),
        ("СМЕТКА НА УЧИЛИЩЕТО\nIBAN ", "СМЕТКА НА УЧИЛИЩЕТО"),
        ("Сметка за такси, IBAN ", "Сметка за такси"),
    ],
)
def test_whose_an_account_is(text: str, expected: str) -> None:
    assert _label(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Заплащат таксите си за обучение по банкова сметка:\nIBAN ", "таксите си за обучение"),
        ("Внесете таксата за изпит по сметка IBAN ", "таксата за изпит"),
        ("Моля, внесете сумата по сметка на Община Лом, IBAN ", "IBAN"),
    ],
)
def test_what_a_line_that_begins_with_paying_is_about(text: str, expected: str) -> None:
    assert _label(text) == expected


@pytest.mark.parametrize(
    "between",
    [
        "Номер на сметка: ",
        "Номер на сметката (IBAN): ",
        "Номер на банковата сметка/IBAN: ",
        "№ на банкова сметка: ",
        "номер на сметката - ",
    ],
)
def test_the_words_for_the_number_of_an_account_part_no_label_from_it(between: str) -> None:
    assert _label(f"Наем на зала\n{between}") == "Наем на зала"


def _label(before: str) -> str | None:
    return next(it.label for it in extract(page_from_text(f"{before}{IBAN}")) if it.kind == "iban")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Заплащането на такси за лодки се осъществява:\n • на касата;\n"
            f" • чрез банков превод, по сметка: IBAN: {IBAN}",
            "такси за лодки",
        ),
        (f"Плащане на наеми:\nв брой на каса\nпо банков път: IBAN: {IBAN}", "наеми"),
        (f"Внасяне на депозити за търга става:\nв касата\nна IBAN: {IBAN}", "депозити за търга"),
    ],
)
def test_what_is_paid_in_one_of_the_ways_below_a_colon(text: str, expected: str) -> None:
    assert [it.label for it in extract(page_from_text(text)) if it.kind == "iban"] == [expected]


_LIST = [
    "IBAN: BG80 BNBG 9661 1020 3456 78",
    "BIC: BNBGBGSD",
    "IBAN: BG76 CECB 9517 3365 8505 00",
    "BIC: CECBBGSF",
    "IBAN: BG19 RZBB 9078 3190 1042 92",
    "BIC: RZBBBGSF",
    "IBAN: BG80 BNBG 9661 1020 3456 78",
    "BIC: BNBGBGSD",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("dated", [[], ["Публикувано на 12.03.2021 г."], ["Последна промяна: 12 март 2021"]])
def test_one_heading_is_over_a_whole_list_of_accounts(gap: str, dated: list[str]) -> None:
    head = "Сметки за плащане на местни данъци"
    text = gap.join([head, *dated, *_LIST, "Община Върбица"])
    assert [it.label for it in extract(page_from_text(text)) if it.kind == "iban"] == [head] * 4


@pytest.mark.parametrize(
    "text",
    [
        "{purpose}, IBAN {iban}",
        "{purpose} IBAN {iban}",
        "{purpose} – УниКредит Булбанк, IBAN: {iban}",
        "{purpose}, „Обединена българска банка“ АД, клон Видин, IBAN {iban}",
        "{purpose}\nУниКредит Булбанк IBAN {iban}",
        "УниКредит Булбанк: {iban} ({purpose})",
        "{iban} {purpose}",
    ],
)
@pytest.mark.parametrize(
    "purpose",
    [
        "За глоби и такси",
        "Приходи от наеми",
        "Бюджетна сметка",
        "Туристически данък",
        "За вещи лица, свидетели и преводачи",
    ],
)
def test_a_purpose_stands_anywhere_beside_its_account_and_the_bank(text: str, purpose: str) -> None:
    page = page_from_text(text.format(purpose=purpose, iban=IBAN))
    assert next(it.label for it in extract(page) if it.kind == "iban") == purpose


@pytest.mark.parametrize("text", ["Община Лом, IBAN ", "УниКредит Булбанк, BIC UNCRBGSF, IBAN ", "За контакти, IBAN "])
def test_a_holder_a_bank_or_a_heading_is_no_purpose(text: str) -> None:
    assert _label(text) == "IBAN"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Записана такса от 12 лв. се превежда по сметка на Община Лом: IBAN ", "Записана такса"),
        (
            "Депозитът за конкурса е 80,00 (осемдесет) лева и се плаща до 16 часа в касата или по сметка IBAN ",
            "Депозитът за конкурса",
        ),
        (
            "3. Гаранция за лодката – 150,00 /сто и петдесет/ лв., вносима до 16 часа по сметка на хора: ",
            "Гаранция за лодката",
        ),
        (
            "2. Определям вноска за участие в размер на 100 лв. /сто лева/, внесена до 16:00 часа по сметка ",
            "вноска за участие",
        ),
        ("Вноска за участие в сбора 3 % - внася се по сметка на ОУ „Роза“:\nIBAN ", "Вноска за участие в сбора"),
        (
            "Вноска за участие – 9 640 лв., която се внася до 16 ч. на 12.10.2020 г. по сметка на хора:\nIBAN: ",
            "Вноска за участие",
        ),
        ("- платежно нареждане за вноска за участие по IBAN ", "вноска за участие"),
        ("Вноска за участие: 200 лв., по сметка на хора, IBAN ", "Вноска за участие"),
        ("Платена такса за лодка (5 лв.) по сметка на хора: ", "Платена такса за лодка"),
        ("2. Платена вноска по сметка ", "Платена вноска"),
        ("Плащането се извършва по следната банкова сметка: IBAN ", "Плащането"),
    ],
)
def test_what_is_paid_is_told_whole_and_without_how_much(text: str, expected: str) -> None:
    assert _label(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ПО БАНКОВ ПЪТ ТАКСАТА СЕ ПРЕВЕЖДА ПО СМЕТКАТА НА ЛАГЕР „БОР“:\n\nIBAN: ", "ТАКСАТА"),
        ("Таксите за лодки /малка - 20 лв., голяма - 40 лв./ се внасят по отделна сметка:\nIBAN: ", "Таксите за лодки"),
        ("БАНКОВА СМЕТКА И КОДОВЕ\nЗА ЛОДКИ И САЛОВЕ\nIBAN: ", "БАНКОВА СМЕТКА И КОДОВЕ ЗА ЛОДКИ И САЛОВЕ"),
        ("Скица на остров\n\nТехнологична схема\n\nIBAN: ", "Скица на остров"),
        ("Такса за скица\nОснование: чл. 4 от Тарифата\nНачин на плащане:\nВ брой\nIBAN: ", "Такса за скица"),
    ],
)
def test_what_is_paid_stands_over_how_and_on_what_ground(text: str, expected: str) -> None:
    assert _label(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Настоятелство „Вяра“ – дарителска сметка: ", "дарителска сметка"),
        ("Хор „Песен“, набирателна сметка ", "набирателна сметка"),
    ],
)
def test_the_kind_of_an_account_is_a_part_of_its_name(text: str, expected: str) -> None:
    label = _label(text)
    assert str(label).endswith(expected)
