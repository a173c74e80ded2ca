"""Words before a number or mail, or above it, that say neither whose it is nor what for, and what is told instead."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text

REACHED = ("phone", "email", "url")


def labels(text: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind in REACHED]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "СИГНАЛИ ЗА БРАКОНИЕРИ\nСигнали може да се подават:\n1. чрез кутията на моста;\n2. на тел. 0601/6 33 21;\n"
            "3. на e-mail: lebed@primer.bg",
            ["Сигнали", "Сигнали"],
        ),
        (
            "Изгубени лодки\nУважаеми гребци,\nАко сте намерили лодка, обадете ни се така:\n• по пощата;\n"
            "• по електронен път: lodki@primer.bg;\n• на телефон:\n0601/ 63 321",
            ["Изгубени лодки", "Изгубени лодки"],
        ),
        (
            "Жалби от рибари\nНа гише в старата поща\nПо телефон: 0301/6 03 89\nПо факс: 0301/6 03 90",
            ["Жалби от рибари", "факс"],
        ),
    ],
)
def test_ways_to_reach_somebody_stand_below_what_they_are_for(text: str, expected: list[str | None]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Пазач на фара\n- вакантна длъжност -\nII, 204\n0697/5 44 93", ["Пазач на фара"]),
        ("Долна Крива     вакантно     0882/33 40 24", ["Долна Крива"]),
        ("Горна Крива\nвакантно\nул. „Роза“ 73\n0697/ 5 44 91", ["Горна Крива"]),
        ("Ръководител на оркестъра\nпроф. Минка Илева\nслуж.тел.: 044 667 319", ["Ръководител на оркестъра"]),
        ("проф. Минка Илева | вторник 9-11 | 044 667 319", [None]),
        ("Информация: ул. „Роза“ 2, ет. 3, стая 304, тел. 0601/ 6 71 20", ["Информация"]),
        ("Заявки за лодки: 0889 314 705, при липса на връзка – 0579/7 31 86", ["Заявки за лодки", "Заявки за лодки"]),
    ],
)
def test_rooms_days_streets_and_vacancies_are_no_labels(text: str, expected: list[str | None]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("За да получите весло, пишете на домакина: veslo@primer.bg", ["домакина"]),
        ("Позвънете на нашия лоцман: 0700 11 223", ["нашия лоцман"]),
        ("Ако имате въпроси по списъка: 0700 11 223", ["въпроси по списъка"]),
        ("Мненията си можете да оставите в клуба или да изпратите на e-mail klub@primer.bg", ["Мненията"]),
        ("Снимки и разкази изпращайте до 15 май на razkazi@primer.bg", ["Снимки и разкази"]),
        ("При пожар в гората гребците да звънят на тел. 0888 12 34 56", ["При пожар в гората"]),
        ("Записване за гребане при пазача, стая 12, или на тел. 0470/5 33 19", ["Записване за гребане"]),
    ],
)
def test_what_tells_the_reader_to_call_is_no_part_of_the_label(text: str, expected: list[str | None]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Зелен телефон“ /денонощен/: 0301/6 03 88", ["„Зелен телефон“"]),
        ("„Горещ телефон“ на лоцманите – 02/905 55 48", ["„Горещ телефон“ на лоцманите"]),
        ("Звено ОМП, денонощно ........ 046 68 91 50", ["Звено ОМП"]),
        ("За въпроси: отдел „Лодки“ - Минка Илева, тел. 0916/ 62 21 9", ["отдел „Лодки“"]),
        ("Записване при Минка Илева, тел. 0916/ 62 21 9", ["Записване"]),
        ("Водачи – Минка Илева 0888 23 44 17 и Петкан Рендов 0889/60 11 35", ["Водачи", "Водачи"]),
    ],
)
def test_labels_are_whole_and_without_names(text: str, expected: list[str | None]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Докладът за лебедите е достъпен на следния адрес: http://lebedi.primer.bg/7", ["Докладът за лебедите"]),
        ("Картата може да бъде разгледана в стая 306 или на http://karta.primer.bg", ["Картата"]),
        ("Списъкът е качен на следния линк:\nhttp://spisak.primer.bg/12", ["Списъкът"]),
    ],
)
def test_what_is_found_at_an_address_is_its_label(text: str, expected: list[str | None]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. РЕГИСТРАТУРА\n• Приема книжа.\nI етаж, стая № 2\n\n(0537) 2 41 24", ["РЕГИСТРАТУРА"]),
        ("Служба „Архив“\nСправки се дават от 9.00 до 12.00 ч.\n\n(0747) 6 13 29", ["Служба „Архив“"]),
        ("Отдел „Лодки“\nОтделът дава лодки. Те са сини.\nII етаж, стая 4\n0747/6 13 29", ["Отдел „Лодки“"]),
    ],
)
def test_a_desk_stands_over_its_number_with_sentences_between(text: str, expected: list[str | None]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Рибарите могат да подават молби на тел. 0650/ 82 119", ["молби"]),
        ("До 25-о число на месеца показанията могат да се подават по Viber на номер 0893 550 822", ["показанията"]),
        (
            "За област Видин – Минка Илева (0886 59 59 01), за област Русе – Петкан Рендов (0886 59 59 02)",
            ["За област Видин", "за област Русе"],
        ),
    ],
)
def test_what_a_sentence_says_one_may_do_and_where(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вписвания – съдия по вписванията, 0537/2 11 35", ["съдия по вписванията"]),
        ("Училище за лоцмани, с. Равно, директор: 0537/2 11 39", ["директор"]),
        ("Административен ръководител – председател: 0537/2 11 40", ["Административен ръководител – председател"]),
        ("Приемът започва на 1 юни. За повече информация – учебен отдел, 0537/2 11 10", ["учебен отдел"]),
        ("Записването на гребци става в канцеларията, тел. 0537/2 11 11", ["канцеларията"]),
        ("Архив 9-12 ч. 0537/2 11 33\nКаса 9-16 ч. 0537/2 11 34", ["Архив", "Каса"]),
        ("Резервирайте места на 0537/2 21 24", ["места"]),
        ("CV изпращайте на cv@primer.bg", ["CV"]),
        ("Вашите предложения очакваме на: predl@primer.bg", ["Вашите предложения"]),
    ],
)
def test_the_nearest_noun_phrase_is_the_label(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
