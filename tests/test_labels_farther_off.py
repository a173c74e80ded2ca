"""Labels that stand farther off: over hidden mail, below a telephone, in the sentence around a sum or an account."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text

IBAN = "BG80BNBG96611020345678"


def labels(text: str, kind: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Минка Илева\nГлавен уредник\n[email protected], 094 611-830", ["Главен уредник"]),
        ("Минка Илева\nУредник\n[email protected]\n094 611-830, 094 611-831", ["Уредник", "Уредник"]),
        ("Деловодство\ne-mail: [email protected]\nтел.: 094 611 564", ["Деловодство"]),
        ("Деловодство\n[email\nprotected]\n094 611 564", ["Деловодство"]),
        ("Деловодство: [email protected], 094 611 564", ["Деловодство"]),
        ("Архив\nТози имейл адрес е защитен от спам ботове.\n094 611 564", ["Архив"]),
        ("Архив\nThis email address is being protected from spambots.\n094 611 564", ["Архив"]),
    ],
)
def test_hidden_mail_parts_no_label_from_its_telephone(text: str, expected: list[str]) -> None:
    assert labels(text, "phone") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "094/61 14 94\n\nТел. за информация\n\n094/62 05 62\n\nАвариен телефон",
            ["Тел. за информация", "Авариен телефон"],
        ),
        ("0700 12 345\nДенонощен телефон", ["Денонощен телефон"]),
        ("Авариен телефон\n094 611 564\nТел. за информация\n094 611 565", ["Авариен телефон", "Тел. за информация"]),
        ("Каса\n094 611 564\nАвариен телефон\n094 611 565", ["Каса", "Авариен телефон"]),
        ("094 611 564\nАвариен телефон:\n094 611 565", [None, "Авариен телефон"]),
        ("Сигнали: 094 611 564\n(всеки ден от 8:00 до 16:30)\n094 611 565\n(вечер)", ["Сигнали", "Сигнали"]),
    ],
)
def test_what_a_telephone_is_called_in_the_line_below(text: str, expected: list[str | None]) -> None:
    assert labels(text, "phone") == expected


@pytest.mark.parametrize(
    ("text", "mail", "phone"),
    [
        ("Минка Илева, главен уредник, a@primer.bg, тел. 094 611 564", "главен уредник", "главен уредник"),
        ("Минка Илева - кмет, тел. 094 611 564, e-mail: a@primer.bg", "кмет", "кмет"),
        ("Деловодство: a@primer.bg; 094 611 564", "Деловодство", "Деловодство"),
        ("Деловодство: a@primer.bg, факс: 094 611 564", "Деловодство", "факс"),
    ],
)
def test_whoever_is_reached_by_mail_and_telephone(text: str, mail: str, phone: str) -> None:
    assert (labels(text, "email"), labels(text, "phone")) == ([mail], [phone])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '1. Работно време на Службите по справки към Дирекция "Архив" и Служба по записи, от 9,00 до 17,30 ч.',
            "Работно време на Службите по справки",
        ),
        ("Работно време на Центъра, находящ се на пл. „Роза“ 1 – от 8:30 до 17:00 ч.", "Работно време на Центъра"),
        ("Установява се работно време на яслите от 7,00 до 18,00 ч.", "работно време на яслите"),
        ("Работното време на експертите е с гъвкави граници от 7:30 до 18:30 ч.", "Работното време на експертите"),
        ("Определям работно време за прием на граждани от 9,00 до 17,00 ч.", "работно време за прием на граждани"),
    ],
)
def test_what_a_sentence_calls_hours(text: str, expected: str) -> None:
    assert labels(text, "hours") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("На нарушителите са наложени санкции и глоби в общ размер на 8000 лева.", "санкции и глоби"),
        (
            "Наложена е и 1 глоба за наднормен шум на местата за отдих (музика) в общ размер от 15 лв.",
            "глоба за наднормен шум",
        ),
        ("Наложени са имуществени санкции с общ размер 16 100 лева.", "имуществени санкции"),
        ("Наложена е санкция на 2 обекта за общо 700 лв.", "санкция"),
        ("Събрани са такси на обща стойност 12 300 лв.", "такси"),
        ("Получените дарения са на обща стойност 500 лв.", "Получените дарения"),
        ("Събраните глоби възлизат на 8000 лв.", "Събраните глоби"),
        ("Издадени са 3 наказателни постановления за 900 лв.", None),
    ],
)
def test_sums_that_were_imposed_or_paid(text: str, expected: str | None) -> None:
    assert labels(text, "money") == [expected]


@pytest.mark.parametrize(
    "between", [" (12,78 евро)", " / 12,78 €", " = 12,78 €", " с ДДС / 12,78 евро", " или 12,78 €", "\n12,78 €"]
)
def test_the_same_sum_in_another_currency(between: str) -> None:
    assert labels(f"Наем на зала: 25 лв.{between}", "money") == ["Наем на зала"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Заплащането на такси за услуги се осъществява чрез посочените по-долу начини:\n\n • на касата;\n\n"
            f" • чрез банков превод, по сметка: IBAN: {IBAN}",
            "такси за услуги",
        ),
        (
            f"Напомняме, че таксите за басейна се заплащат САМО по банков път.\nПазете бележката.\n\nIBAN: {IBAN}",
            "таксите за басейна",
        ),
        (f"Заплащането на таксите за басейна се извършва по сметка: {IBAN}", "таксите за басейна"),
        (f"Вноската за жилището да бъде преведена по сметка {IBAN}", "Вноската за жилището"),
        (f"Родителите плащат таксата за обучение по сметка на училището:\nIBAN {IBAN}", "таксата за обучение"),
        (f"Такса за скица\nНачин на плащане: по банков път\nIBAN: {IBAN}", "Такса за скица"),
        (f"Наемите се заплащат:\n- на каса\n- по банков път: {IBAN}", "Наемите"),
        (f'СМЕТКА ЗА ТАКСИ И ГЛОБИ – "БЮДЖЕТНА СМЕТКА"\n\nIBAN – {IBAN}', "СМЕТКА ЗА ТАКСИ И ГЛОБИ"),
        (f"Данъците се плащат по банков път.\nЗа дарения:\nIBAN: {IBAN}", "За дарения"),
    ],
)
def test_what_is_paid_to_an_account(text: str, expected: str) -> None:
    assert labels(text, "iban") == [expected]


def test_a_date_behind_a_name_has_the_words_between() -> None:
    assert labels("Кмет\nМинка Илева Рендова Дата на встъпване: 06.06.2023 г.", "date") == ["Дата на встъпване"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("СЛУЖБАТА ПО СПРАВКИ И СЪДИЯТА КЪМ НЕЯ СЕ НАМИРАТ НА НОВ АДРЕС: ГР. ВИДИН, УЛ. РОЗА 3", "СЛУЖБАТА ПО СПРАВКИ"),
        ("Знайте, че отдел „Наеми“ е преместен на ул. „Роза“ № 31.", "отдел „Наеми“"),
        ("Апартамент № 5, находящ се в гр. Видин, ул. „Роза“ № 31", "Апартамент № 5"),
        ("Записване на място, в сградата на Районен съд – Видин, ул. „Роза“ № 31, стая № 17", "Районен съд – Видин"),
        ("Тя се намира на ул. „Роза“ № 31", None),
    ],
)
def test_who_is_at_an_address(text: str, expected: str | None) -> None:
    assert labels(text, "address") == [expected]
