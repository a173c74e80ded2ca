"""Owners: the body whose page it is, as letterheads and titles tell it, for those of its staff who are named there."""

import pytest
from making import body_of

from govarchive.extract import extract
from govarchive.link.letterheads import own_first
from govarchive.model import Candidate, Page


def people(text: str) -> dict[str | None, tuple[str | None, str | None]]:
    """The people of a text with their roles and institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {it.value: (it.details.get("role"), body_of(it)) for it in found if it.kind == "person"}


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("АГЕНЦИЯ ПО ЗАЕТОСТТА", "Дирекция „Бюро по труда“ – Мездра"),
        ("Българска агенция по безопасност на храните", "Областна дирекция по безопасност на храните – Враца"),
        ("МИНИСТЕРСТВО НА ОКОЛНАТА СРЕДА И ВОДИТЕ", "Басейнова дирекция „Планински район“"),
        ("ОБЩИНА МЕЗДРА", "ОП „Чистота“"),
        ("Община Мездра", "Детска градина „Дъга“"),
    ],
)
def test_the_lower_body_of_a_letterhead_is_whose_page_it_is(above: str, own: str) -> None:
    text = f"{above}\n{own}\n\nЗа контакти\nГлавен експерт: Вълчан Пенков, тел. 0910 3 40 23\nКасиер: Нона Рунева\n"
    assert {institution for _, institution in people(text).values()} == {own}


def test_a_municipality_over_several_of_a_kind_owns_their_page() -> None:
    kept = [
        Candidate("institution", at, at + 9, "", (at, at + 9), value=it)
        for at, it in ((20, "ДГ „Дъга“"), (40, "ДГ „Роза“"))
    ]
    town = Candidate("institution", 0, 13, "", (0, 13), value="Община Мездра")
    assert own_first([town, *kept]) == [town, *kept]
    assert own_first([town, kept[0]]) == [kept[0], town]


@pytest.mark.parametrize(
    ("office", "institution"),
    [
        ("управителката", "Дом за стари хора „Искра“"),
        ("директорката на социалната институция", "Дом за стари хора „Искра“"),
        ("писателката", None),
    ],
)
def test_women_who_lead_are_of_the_owner_as_men_are(office: str, institution: str | None) -> None:
    text = f"Новини - Дом за стари хора „Искра“, с. Бърдовци\n\nСпомените събра {office} Станка Грънчарова.\n"
    assert people(text)["Станка Грънчарова"][1] == institution


@pytest.mark.parametrize(
    ("owner", "words"),
    [
        ("РИОСВ-Враца", "на екоинспекцията"),
        ("РИОСВ-Враца", "на регионалната екоинспекция"),
        ("НЧ „Искра“ – Бърдовци", "на културния институт"),
        ("ДГС „Лом“", "на горското стопанство"),
    ],
)
def test_general_words_for_the_owner(owner: str, words: str) -> None:
    text = f"{owner}\nНовини\n\nМерките обяви директорът {words} Вълчан Пенков вчера.\n"
    assert people(text)["Вълчан Пенков"] == ("директор", owner)


def test_the_minister_of_a_ministry() -> None:
    text = "Министерство на образованието и науката\n\n„Успех!“, каза Министърът проф. Вълчан Пенков пред учениците.\n"
    assert people(text)["Вълчан Пенков"][1] == "Министерство на образованието и науката"
    other = text.replace("Министерство на образованието и науката", "РЗИ – Враца")
    assert people(other)["Вълчан Пенков"][1] is None


@pytest.mark.parametrize(
    ("heading", "board"),
    [
        ("Обществен съвет\n\n", "Обществен съвет"),
        ("Днес се проведе заседание на Обществения съвет към градината.\n\nПрисъстваха:\n", "Обществен съвет"),
        ("Събрание на училищното настоятелство, 12 май\nПрисъстват: ", "Училищно настоятелство"),
        (
            "Обществен съвет\n\nСъстав на Обществения съвет към ДГ „Дъга“, гр. Мездра\n\n",
            "Обществен съвет към ДГ „Дъга“",
        ),
        ("Протокол от заседание на Комисията по етика към ДГ „Роза“\n\n", "Комисия по етика към ДГ „Роза“"),
    ],
)
def test_the_board_over_its_officers(heading: str, board: str) -> None:
    text = f"ДГ „Дъга“, гр. Мездра\nПротокол № 5\n\n{heading}Вълчан Пенков – председател\nНона Рунева – член\n"
    assert {institution for _, institution in people(text).values()} == {board}


def test_a_body_and_its_town_in_the_cell_before_its_people() -> None:
    text = "ОП „Хранене“\n\nЗаведение\tКасиер\nДГ „Дъга“, с. Горно поле\tкасиер Вълчан Пенков\n"
    assert people(text)["Вълчан Пенков"][1] == "ДГ „Дъга“"


def test_services_without_a_town_are_bodies_and_a_kitchen_is_of_the_owner() -> None:
    text = "Община Мездра\n\nДомашен социален патронаж\nУправител: Нона Рунева\nГотвач: Вълчан Пенков\n"
    assert {institution for _, institution in people(text).values()} == {"Домашен социален патронаж"}
    text = "Детска ясла „Дъга“\nНашият екип\n\nДетска кухня\nГотвач: Вълчан Пенков\n"
    assert people(text)["Вълчан Пенков"][1] == "Детска ясла „Дъга“"


def test_the_heading_of_the_next_unit_is_not_of_the_office_above() -> None:
    text = (
        "ИСТОРИЧЕСКИ МУЗЕЙ – МЕЗДРА\nОтдел „Фондове“\nВълчан Пенков, началник отдел\n"
        "Отдел „Етнография“\nуредник Нона Рунева\n"
    )
    assert people(text)["Вълчан Пенков"] == ("началник отдел", "Исторически музей – Мездра")


@pytest.mark.parametrize(
    "line", ["Детски отдел – Нона Рунева", "Справочен отдел\nНона Рунева, Рада Минева", "ТЕХНИЧЕСКИ ОТДЕЛ: Нона Рунева"]
)
def test_units_called_by_an_adjective(line: str) -> None:
    assert people(f"Библиотека „Искра“\n\n{line}\n")["Нона Рунева"][1] == "Библиотека „Искра“"


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("Новини РЗИ – Враца\n\nДиректор: Вълчан Пенков\n", "РЗИ – Враца"),
        ("Министерство на здравеопазването | Контакти РЗИ – Враца\n\nГлавен експерт: Вълчан Пенков\n", "РЗИ – Враца"),
        ("Театър „Искра“ – Враца\n\nГлавен художник: Вълчан Пенков\n", "Театър „Искра“ – Враца"),
        ("Театър „Искра“ – Враца\n\nХудожник: Вълчан Пенков\n", None),
        ("РЗИ – Враца\n\nДоброволец: Вълчан Пенков\n", None),
        ("РЗИ – Враца\n\nЕкспертът от Комисията за храните Вълчан Пенков дойде.\n", "Комисия за храните"),
    ],
)
def test_whose_page_it_is_and_who_is_from_elsewhere(text: str, institution: str | None) -> None:
    assert people(text)["Вълчан Пенков"][1] == institution


def test_a_general_word_means_the_body_whose_abbreviation_stands_for_it() -> None:
    text = "РИОСВ – Враца\nРЗИ – Враца\n\nСлово каза директорът на здравната инспекция Вълчан Пенков.\n"
    assert people(text)["Вълчан Пенков"][1] == "РЗИ – Враца"


def test_below_the_staff_nobody_is_of_the_board_above() -> None:
    text = (
        "НЧ „Искра“ гр. Мездра\n\nПроверителна комисия\nПредседател: Вълчан Пенков\n\nПерсонал\nСекретар: Нона Рунева\n"
        "Библиотекар: Рада Минева\n"
    )
    found = people(text)
    assert found["Вълчан Пенков"][1] == "Проверителна комисия"
    assert found["Нона Рунева"][1] == found["Рада Минева"][1] == "НЧ „Искра“"


def test_whom_a_member_of_a_council_stands_for() -> None:
    text = "ДГ „Искра“\n\nСъстав на Обществения съвет\n1. Нона Рунева – представител на родителите\n"
    assert people(text)["Нона Рунева"] == ("представител на родителите", "Обществен съвет")


def test_who_leads_the_museum_is_not_its_patron() -> None:
    text = "Исторически музей – Мездра\n\nГостите посрещна директорът на музея Станка Грънчарова.\n"
    assert people(text)["Станка Грънчарова"] == ("директор", "Исторически музей – Мездра")


@pytest.mark.parametrize(
    "line",
    [
        "В Проверителната комисия влязоха Вълчан Пенков – председател, и Рада Минева.",
        "За новата Проверителна комисия бяха избрани: Вълчан Пенков (председател), Рада Минева.",
    ],
)
def test_into_which_board_somebody_was_elected(line: str) -> None:
    found = people(f"НЧ „Искра“ – Враца\n\n{line} Председателят Нона Рунева благодари.\n")
    assert found["Вълчан Пенков"][1] == "Проверителна комисия"
    assert found["Нона Рунева"][1] == "НЧ „Искра“ – Враца"


def test_a_body_behind_the_next_person_is_not_of_the_one_before() -> None:
    text = (
        "Община Мездра\n\nПоканени са Вълчан Пенков, началник отдел „Култура“, Нона Рунева – директор на ОУ „Роза“.\n"
    )
    assert people(text)["Вълчан Пенков"] == ("началник", "Община Мездра")


def test_who_sits_in_a_commission_without_a_name() -> None:
    text = (
        "Районен съд – Мездра\n\nПротокол № 5\nДнес комисията, назначена със Заповед № 5/01.02.2019 г., в състав:\n"
        "Председател: Вълчан Пенков\nЧленове:\n"
        "1. Нона Рунева – главен счетоводител\n2. Рада Минева - системен администратор\n"
    )
    found = people(text)
    assert found["Вълчан Пенков"] == ("председател", None)
    assert found["Нона Рунева"][1] == found["Рада Минева"][1] == "Районен съд – Мездра"


def test_a_jury_and_who_leads_it() -> None:
    text = (
        "Библиотека „Искра“ – Мездра\n\nЖури с председател Вълчан Пенков, художник, и членове: "
        "Нона Рунева – изкуствовед, Рада Минева – гл. библиотекар, присъди наградите.\n"
    )
    found = people(text)
    assert found["Вълчан Пенков"] == ("председател", "жури")
    assert found["Рада Минева"] == ("главен библиотекар", "Библиотека „Искра“ – Мездра")


@pytest.mark.parametrize(
    "title",
    [
        "Добре дошли в сайта на ДГ „Роза“!",
        "ДГ „Роза“ – официална страница",
        "Нашият екип в ДГ „Роза“ през учебната 2021/2022",
    ],
)
def test_titles_that_tell_the_owner(title: str) -> None:
    text = f"{title}\n\nГлавен счетоводител: Вълчан Пенков\n\nПолезни връзки\nМОН\nРУО – Враца\nОбщина Мездра\n"
    assert people(text)["Вълчан Пенков"][1] == "ДГ „Роза“"


def test_a_centre_that_is_part_of_another_owns_its_page() -> None:
    text = (
        "Център за обществена подкрепа към Комплекс за социални услуги\n\nГлавен счетоводител: Вълчан Пенков\n\n"
        "Полезни връзки\nМОН\nРУО – Враца\n"
    )
    assert people(text)["Вълчан Пенков"][1] == "Център за обществена подкрепа"


def test_a_commission_is_called_without_its_year() -> None:
    announced = "Определям комисия за приемане на ученици за учебната 2021/2022 година в състав:"
    text = f"СУ „Роза“\n\n{announced}\nПредседател: Вълчан Пенков\n"
    assert people(text)["Вълчан Пенков"] == ("председател", "комисия за приемане на ученици")


def test_who_serves_at_a_border_is_of_the_owner() -> None:
    text = (
        "Областна дирекция по безопасност на храните – Видин\n\nГКПП „Речен“ – инспектори: Вълчан Пенков, Нона Рунева\n"
    )
    owner = "Областна дирекция по безопасност на храните – Видин"
    assert {institution for _, institution in people(text).values()} == {owner}


@pytest.mark.parametrize("office", ["певица", "борец", "шампион", "пациент"])
def test_of_whom_a_page_tells_without_their_being_of_its_owner(office: str) -> None:
    assert people(f"СУ „Роза“\n\nИзвестни имена\nНона Рунева – {office}\n")["Нона Рунева"][1] is None


@pytest.mark.parametrize(
    ("heading", "line", "institution"),
    [
        ("РЗИ – Видин", "директорът на РЗИ Вълчан Пенков", "РЗИ – Видин"),
        ("ОУ „Роза“ – Мездра", "директорът на ОУ „Роза“ Вълчан Пенков", "ОУ „Роза“ – Мездра"),
        ("офис на НАП – Видин", "директорът на НАП Вълчан Пенков", "НАП"),
        ("ОУ „Роза“ – Мездра и ОУ „Роза“ – Лом", "директорът на ОУ „Роза“ Вълчан Пенков", "ОУ „Роза“"),
    ],
)
def test_a_body_told_short_is_the_only_one_with_its_town(heading: str, line: str, institution: str) -> None:
    assert people(f"В града гостуваха хора от {heading}. Присъства и {line}.")["Вълчан Пенков"][1] == institution


@pytest.mark.parametrize("body", ["Община Брегово", "Районен съд – Мездра", "ОУ „Отец Паисий“", "РЗИ – Видин"])
@pytest.mark.parametrize(
    "role",
    ["собственик", "нотариус", "заявител", "изпълнител", "частен съдебен изпълнител", "купувач", "жалбоподател"],
)
def test_who_is_told_for_himself_serves_no_public_body_above(body: str, role: str) -> None:
    assert people(f"{body}\n{role.capitalize()}: Рада Пенева\n") == {"Рада Пенева": (role, None)}
    assert people(f"{body}, {role} Рада Пенева\n") == {"Рада Пенева": (role, None)}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("„Рунев строй“ ЕООД\nСобственик: Рада Пенева\n", "„Рунев строй“ ЕООД"),
        ("Аптека „Здравец“, собственик Рада Пенева\n", "Аптека „Здравец“"),
    ],
)
def test_a_firm_has_its_owner(text: str, body: str) -> None:
    assert people(text) == {"Рада Пенева": ("собственик", body)}


def test_a_bailiff_of_the_state_serves_the_court() -> None:
    assert people("Районен съд – Мездра\nСъдебен изпълнител: Рада Пенева\n") == {
        "Рада Пенева": ("съдебен изпълнител", "Районен съд – Мездра")
    }


@pytest.mark.parametrize(
    ("page", "told"), [("ОУ „Роза“ – Мездра", None), ("Община Мездра", None), ("РУ – Мездра", "РУ – Мездра")]
)
def test_police_are_not_of_the_school_or_the_town_they_visit(page: str, told: str | None) -> None:
    found = people(f"{page}\n\nПолицаи\nВълчан Пенков, 0910 9 11 22\n")
    assert found == {"Вълчан Пенков": ("полицай", told)}


def test_an_inspector_is_a_guest_at_a_school() -> None:
    assert people("ОУ „Роза“ – Мездра\n\nНа гости дойде инспектор Нона Рунева.\n")["Нона Рунева"][1] is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ТД на НАП – Видин\nДиректор на ТД: Рада Минева\n", ("директор", "ТД на НАП – Видин")),
        (
            "МБАЛ „Роза“ – Видин\n\nОтделение\tНачалник\nДетско отделение\tРада Минева\n",
            ("началник", "МБАЛ „Роза“ – Видин"),
        ),
        ("Рада Минева - кмет на общ. Г. Дамяново\n", ("кмет", "община Г. Дамяново")),
        ("Кмет на Община Видин в периода 2003 – 2011 г. е Рада Минева.\n", ("кмет", "Община Видин")),
    ],
)
def test_whose_office_it_is_where_its_body_is_told_short_or_far(text: str, told: tuple[str, str | None]) -> None:
    assert people(text)["Рада Минева"] == told
