"""Bodies in prose: whose an office is that a news page or a notice tells without naming the body beside it."""

import pytest
from making import body_of

from govarchive.extract import extract
from govarchive.model import Page


def bodies(text: str) -> dict[str | None, str | None]:
    """The people of a text with their institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {it.value: body_of(it) for it in found if it.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Районна прокуратура – Мездра внесе акта в съда. Наблюдаващ прокурор по делото е Рада Пенева.",
        "Проверките на Районна прокуратура – Мездра продължават, каза вчера прокурор Рада Пенева.",
        "В Районна прокуратура – Мездра има промени. Главен счетоводител става Рада Пенева.",
    ],
)
def test_an_office_is_of_the_only_body_of_a_page_that_has_such(text: str) -> None:
    assert bodies(text) == {"Рада Пенева": "Районна прокуратура – Мездра"}


def test_whom_a_letter_goes_to_is_not_of_whom_it_tells() -> None:
    assert bodies("Писмо до РЗИ – Враца. Изготвил го е старши експерт Рада Пенева.") == {"Рада Пенева": None}


@pytest.mark.parametrize(
    "line",
    [
        "Лице за контакт: Рада Пенева, тел. 0910 3 40 23",
        "Лица за контакти: Рада Пенева",
        "Представляващ: Рада Пенева",
        "Длъжностно лице по защита на данните: Рада Пенева",
    ],
)
def test_who_may_be_asked_is_of_the_body_whose_page_it_is(line: str) -> None:
    assert bodies(f"Профил на купувача\nОбщина Мездра\nул. „Роза“ 5\n{line}\n") == {"Рада Пенева": "Община Мездра"}


@pytest.mark.parametrize("joint", ["с директор", "със секретар", "начело с директора", "начело със секретаря"])
def test_with_whom_a_body_is_told(joint: str) -> None:
    text = f"В похода се включиха НЧ „Искра“ {joint} Рада Пенева и децата от ДГ „Дъга“."
    assert bodies(text) == {"Рада Пенева": "НЧ „Искра“"}


def test_a_governor_is_of_the_only_region_and_his_deputies_are_his() -> None:
    text = "В Област Враца има рокади. Освободен бе заместник областният управител Рада Пенева, съобщи БТА."
    assert bodies(text) == {"Рада Пенева": "Област Враца"}
    text = "Областният управител на Враца Рада Пенева и нейните заместници Нона Рунева и Вълчан Йовев бяха там."
    text = f"Враца, 5 май /БТА/\n{text}"
    assert set(bodies(text).values()) == {"Област Враца"}


@pytest.mark.parametrize(
    "text",
    [
        "На събрание на СНЦ „Зелен рид“ в салона на НЧ „Искра“ приеха отчета. За председател бе избрана Рада Пенева.",
        "СНЦ „Зелен рид“ преизбра Рада Пенева за председател. Поздрави я кметът на Община Мездра Вълчан Йовев.",
        "След отчета на СНЦ „Зелен рид“ имаше избор. За председател е преизбрана единодушно Рада Пенева.",
    ],
)
def test_who_is_elected_leads_the_body_that_elects(text: str) -> None:
    assert bodies(f"Новини\nОт Община Мездра и НЧ „Просвета“\n{text}")["Рада Пенева"] == "СНЦ „Зелен рид“"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("ФК „Зеленика 1922“\nПрезидент: Рада Пенева", "ФК „Зеленика 1922“"),
        ("Българска федерация по ски\nПрезидентът Рада Пенева отчете годината.", "Българска федерация по ски"),
        ("Община Мездра празнува. Дойде и президентът Рада Пенева.", None),
    ],
)
def test_a_club_has_a_president_and_a_town_none(text: str, body: str | None) -> None:
    assert bodies(text) == {"Рада Пенева": body}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("СУ „Искра“ – Мездра\nПочетни граждани:\n1. Рада Пенева – хирург", None),
        ("МБАЛ „Здраве“ – Мездра\nНашите лекари:\n1. Рада Пенева – хирург", "МБАЛ „Здраве“ – Мездра"),
    ],
)
def test_doctors_are_of_a_hospital_and_of_no_school(text: str, body: str | None) -> None:
    assert bodies(text) == {"Рада Пенева": body}


@pytest.mark.parametrize("office", ["Кмет на Общината", "кмет на общината", "Секретар на Общината"])
def test_a_general_word_with_a_capital_is_the_body_of_the_page(office: str) -> None:
    text = f"ОБЩИНСКИ СЪВЕТ – МЕЗДРА\nПроект за дневен ред:\n1. Докладна записка. Внася: Рада Пенева – {office}\n"
    assert bodies(text) == {"Рада Пенева": "Община Мездра"}


def test_units_on_the_page_of_a_council_are_of_its_municipality() -> None:
    text = (
        "ПРОТОКОЛ\nот заседание на Общински съвет – Мездра\n"
        "Присъстваха Вълчан Йовев – кмет на община Мездра и Рада Пенева – директор на Дирекция „Финанси“.\n"
    )
    assert bodies(text)["Рада Пенева"] == "община Мездра"


@pytest.mark.parametrize(
    ("told", "behind", "body"),
    [
        ("РИОСВ – Враца", "д-р Рада Пенева от инспекцията", "РИОСВ – Враца"),
        ("ДСП – Мездра и ДГ „Дъга“", "Рада Пенева от детската градина", "ДГ „Дъга“"),
        ("Община Мездра", "Рада Пенева от общинската администрация", "Община Мездра"),
    ],
)
def test_a_person_from_the_body_that_the_page_tells(told: str, behind: str, body: str) -> None:
    assert bodies(f"На срещата бяха хора от {told}. Пред тях {behind} разказа за мерките.") == {"Рада Пенева": body}


@pytest.mark.parametrize(
    "text",
    [
        "Гр. д. № 33, ищец Рада Пенева, ответник Община Мездра",
        "Жалбоподател: Рада Пенева; ответник: РЗИ – Враца",
        "Адм. дело № 7, заявител Рада Пенева, ответник ДГ „Дъга“",
    ],
)
def test_the_other_side_of_a_case_is_not_whose_office_it_is(text: str) -> None:
    assert bodies(text) == {"Рада Пенева": None}


@pytest.mark.parametrize(
    ("whose", "body"),
    [
        ("комисията по образование към Общинския съвет", "комисия по образование към Общински съвет"),
        ("комисията по култура в Общински съвет Мездра", "комисия по култура в Общински съвет Мездра"),
        ("комисията по екология и гори към ОбС", "комисия по екология и гори към ОбС"),
    ],
)
def test_who_presides_over_a_commission_of_a_council(whose: str, body: str) -> None:
    assert bodies(f"Дойде и председателят на {whose} Рада Пенева, за да ги поздрави.") == {"Рада Пенева": body}


def test_the_body_of_which_a_board_is_by_a_general_word() -> None:
    text = (
        "Протокол от заседание на Обществения съвет към ДГ „Дъга“\nБеше и директорът на детската градина Рада Пенева."
    )
    assert bodies(text) == {"Рада Пенева": "ДГ „Дъга“"}


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("ръководител на ТО Роман към РП Враца", "РП Враца"),
        ("ръководител на ТО – Роман към РП – Враца", "РП – Враца"),
        ("завеждащ филиал Роман към ДСП Враца", "ДСП Враца"),
        ("началник на ЦЕО към Община Мездра", "Община Мездра"),
    ],
)
def test_a_unit_with_its_town_is_of_the_body_behind(line: str, body: str) -> None:
    assert bodies(f"На срещата дойде и Рада Пенева, {line}, и обясни това.") == {"Рада Пенева": body}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Председател на НЧ: Рада Пенева\nНародно читалище „Искра“", "Народно читалище „Искра“"),
        ("Народно читалище „Искра“ – за нас\nСекретар на НЧ – Рада Пенева", "Народно читалище „Искра“"),
        ("Тук е читалище „Зора“. За членове на настоятелството е избрана Рада Пенева.", "читалище „Зора“"),
    ],
)
def test_a_body_told_by_its_kind_is_the_only_such_of_the_page(text: str, body: str) -> None:
    assert bodies(text) == {"Рада Пенева": body}


def test_a_body_at_the_head_of_a_line_keeps_its_town() -> None:
    text = "Районна избирателна комисия – Враца проведе обучение. Председателят Рада Пенева благодари."
    assert bodies(text) == {"Рада Пенева": "Районна избирателна комисия – Враца"}


@pytest.mark.parametrize(
    "text",
    [
        "Кметът откри двора на ОУ „Искра“.\nС него бе и лекарят на селото.\nДиректорката Рада Пенева благодари.",
        "В МБАЛ „Здраве“ е ремонтирано ОУ „Искра“ за деца. Директорът Рада Пенева благодари.",
        "Гости дойдоха от ОУ „Искра“ с учителите си. Писмо връчи директорът Рада Пенева.",
    ],
)
def test_who_heads_a_body_with_an_article_is_of_the_one_told_before(text: str) -> None:
    page = f"Новини\nПубликувано: 14.05.2015\n{text}\nПо-късно бе посетена и ДГ „Дъга“.\n© Община Мездра\n"
    assert bodies(page) == {"Рада Пенева": "ОУ „Искра“"}


def test_staff_of_a_school_on_the_page_of_a_town() -> None:
    text = "Община Мездра\nДецата от СУ „Искра“ засадиха дървета. Помогна им старшият учител Рада Пенева, каза кметът."
    assert bodies(text) == {"Рада Пенева": "СУ „Искра“"}


@pytest.mark.parametrize("head", ["Присъстват:", "Присъстваха:", "На заседанието отсъства:"])
def test_who_comes_to_the_sitting_of_a_board_is_of_it(head: str) -> None:
    text = f"Протокол от заседание на Обществения съвет към ДГ „Дъга“\n{head}\n1. Рада Пенева\n2. Нона Рунева\n"
    assert set(bodies(text).values()) == {"Обществен съвет към ДГ „Дъга“"}


def test_guests_of_a_council_are_not_of_it() -> None:
    text = "Протокол от заседание на Общински съвет – Мездра\nПрисъстваха:\n1. Рада Пенева\n2. Нона Рунева\n"
    assert set(bodies(text).values()) == {None}


def test_the_members_of_a_board_that_a_sentence_tells() -> None:
    text = "Избран бе и съставът на Проверителната комисия: Рада Пенева, Нона Рунева и Цоло Ганев."
    assert set(bodies(text).values()) == {"Проверителна комисия"}


def test_nobody_is_of_the_agency_that_told_it() -> None:
    assert bodies("Мездра, 5 май (БТА). Главен експерт Рада Пенева обясни мерките.") == {"Рада Пенева": None}


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("Областна дирекция „Земеделие“ – Враца", "Общинска служба по земеделие – Мездра"),
        ("Областна дирекция на МВР – Враца", "Районно управление – Мездра"),
    ],
)
def test_an_office_below_the_directorate_of_its_region(above: str, own: str) -> None:
    assert bodies(f"{above}\n{own}\nНачалник: Рада Пенева\nСтарши експерт: Нона Рунева") == dict.fromkeys(
        ("Рада Пенева", "Нона Рунева"), own
    )


@pytest.mark.parametrize(
    "text",
    [
        "В МБАЛ „Здраве“ спасиха дете. Екипът на хирурга д-р Рада Пенева го оперира.",
        "Децата от СУ „Искра“ посетиха МБАЛ „Здраве“. Анестезиологът д-р Рада Пенева им показа залите.",
        "Новини от СУ „Искра“ и МБАЛ „Здраве“. Педиатър е д-р Рада Пенева, а болницата има 30 легла.",
    ],
)
def test_a_doctor_in_prose_is_of_the_hospital(text: str) -> None:
    assert bodies(text) == {"Рада Пенева": "МБАЛ „Здраве“"}


@pytest.mark.parametrize("office", ["Съдебният служител", "Съдебният деловодител", "Съдебният помощник"])
def test_who_serves_a_court_is_of_no_school(office: str) -> None:
    text = (
        f"Ученици от СУ „Искра“ бяха в Районен съд – Мездра.\nСУ „Искра“ благодари. {office} Рада Пенева ги посрещна."
    )
    assert bodies(text) == {"Рада Пенева": "Районен съд – Мездра"}


def test_somebody_of_a_unit_with_a_telephone_is_of_the_owner() -> None:
    text = "Регионална библиотека „Искра“\nИзложба\nЗа връзка: Рада Пенева, отдел „Краезнание“, тел. 0910 3 40 23\n"
    assert bodies(text) == {"Рада Пенева": "Регионална библиотека „Искра“"}


@pytest.mark.parametrize(
    ("told", "who", "body"),
    [
        ("Сдружение „Зелен рид“", "Рада Пенева, председател на УС на сдружението,", "Сдружение „Зелен рид“"),
        ("Фондация „Мечта“", "Рада Пенева – член на УС на фондацията", "Фондация „Мечта“"),
        ("РИМ – Монтана", "Рада Пенева от РИМ,", "РИМ – Монтана"),
        ("ОДБХ – Враца", "д-р Рада Пенева от ОДБХ и други", "ОДБХ – Враца"),
    ],
)
def test_a_body_told_short_behind_a_person(told: str, who: str, body: str) -> None:
    assert bodies(f"Организатор е {told}. На срещата дойдоха {who} за да обяснят мерките.") == {"Рада Пенева": body}


def test_a_party_that_put_a_councillor_forward_is_not_whose_office_it_is() -> None:
    text = "Питане от Рада Пенева – общински съветник от ПП „Надежда“, до кмета на община Мездра"
    assert bodies(text) == {"Рада Пенева": None}


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("кмет на общ. Г. Дамяново", "община Г. Дамяново"),
        ("секретар на общ. В. Търново", "община В. Търново"),
        ("старши експерт в общ. Г. Оряховица", "община Г. Оряховица"),
    ],
)
def test_a_municipality_with_both_its_words_cut_short(office: str, body: str) -> None:
    assert bodies(f"На срещата дойде и Рада Пенева, {office}.") == {"Рада Пенева": body}
