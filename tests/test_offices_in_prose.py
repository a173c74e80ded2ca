"""Offices and bodies of people in news, orders and histories: what a sentence tells of whoever it names."""

import pytest
from making import people

_SCHOOL = "СУ „Роза“\nНовини\n\n"


def test_a_village_in_another_sentence_leaves_the_mayor_to_the_municipality() -> None:
    text = "Община Мездра\nНовини\n\nКметът Рада Пенева откри парка. Дойде и кметът на с. Долно Поле Цоло Ганев.\n"
    assert people(text) == [("Рада Пенева", "кмет", "Община Мездра"), ("Цоло Ганев", "кмет", "с. Долно Поле")]


def test_the_head_of_the_body_whose_page_it_is_and_not_of_one_told_in_passing() -> None:
    text = f"{_SCHOOL}Гост беше готвачът на хотел „Бриз“ Цоло Ганев. Зам.-директорът Рада Пенева му благодари.\n"
    assert people(text)[1] == ("Рада Пенева", "заместник-директор", "СУ „Роза“")


def test_unions_of_states_have_no_staff_here() -> None:
    text = "Община Мездра. Кмет – Рада Пенева, отговаря и за проектите на ЕС; секретар: Цоло Ганев"
    assert people(text)[1] == ("Цоло Ганев", "секретар", "Община Мездра")


@pytest.mark.parametrize("verb", ["отговаря", "намери", "благодари", "провери", "отваря"])
def test_a_verb_before_a_name_is_no_office(verb: str) -> None:
    assert people(f"За всичко {verb} Рада Пенева от Мездра.") == [("Рада Пенева", None, None)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Модератор беше библиотекарят Рада Пенева.", "библиотекар"),
        ("Отговори служителят Рада Пенева, деловодител.", "деловодител"),
        ("Досегашният директор Рада Пенева се пенсионира.", "досегашен директор"),
        ("Рада Пенева в качеството на представител на ЛРД „Сокол“.", "представител"),
        ("Рада Пенева, действаща като управител на „Мир“ ООД, подписа.", "управител"),
    ],
)
def test_which_office_a_sentence_tells(text: str, role: str) -> None:
    assert people(text)[0][:2] == ("Рада Пенева", role)


@pytest.mark.parametrize(
    ("unit", "institution"),
    [
        ("дирекция „Култура“ на Община Мездра", "Община Мездра"),
        ("отдел „Архив“ в Министерството на културата", "Министерство на културата"),
        ("Исторически факултет на Аграрния университет", "Аграрен университет"),
        ("Дирекция „Регионален държавен архив“ – Видин", "Дирекция „Регионален държавен архив“ – Видин"),
    ],
)
def test_the_body_around_a_unit_that_its_own_name_tells(unit: str, institution: str) -> None:
    text = f"Народно читалище „Искра“\nНовини\n\nГостува Рада Пенева, главен експерт в {unit}.\n"
    assert people(text) == [("Рада Пенева", "главен експерт", institution)]


@pytest.mark.parametrize(
    ("sentence", "role", "institution"),
    [
        ("Всичко е готово, заяви началникът на отделението Рада Пенева.", "началник", "МБАЛ „Живот“"),
        ("Според психолога Рада Пенева децата са добре.", "психолог", "МБАЛ „Живот“"),
        ("Обади се той. Според санитаря Рада Пенева е тихо.", "санитар", "МБАЛ „Живот“"),
        ("Дойдоха кметът на с. Бяла Цоло Ганев и психологът Рада Пенева.", "психолог", "МБАЛ „Живот“"),
        ("Портрета подари скулпторът Рада Пенева.", "скулптор", None),
        ("Гост беше Рада Пенева, експерт в общината.", "експерт", None),
        ("Поканен бе ректорът на УНСС Цоло Ганев. Секретар на срещата бе Рада Пенева.", "секретар", None),
    ],
)
def test_who_serves_the_body_whose_page_it_is(sentence: str, role: str, institution: str | None) -> None:
    found = people(f"МБАЛ „Живот“\nНовини\n\n{sentence}\n")
    assert found[-1] == ("Рада Пенева", role, institution)


def test_a_department_named_after_museums_is_no_museum() -> None:
    told = "Дойде Цоло Ганев от отдел „Музеи“ в министерството. Директорът на музея Рада Пенева говори."
    text = f"Исторически музей – Мездра\n\n{told}\n"
    assert people(text)[1][2] == "Исторически музей – Мездра"


def test_a_mayor_from_abroad_is_not_of_the_page() -> None:
    text = "Община Мездра\nНовини\n\nГост беше Ян Новак, кмет на побратимения град.\n"
    assert people(text) == [("Ян Новак", "кмет", None)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Секретар вече десет години е Рада Пенева.", [("Рада Пенева", "секретар", "Народно читалище „Искра“")]),
        ("Първата копка прави тогавашният кмет Рада Пенева.", [("Рада Пенева", "кмет", None)]),
        (
            "Библиотекари през годините са били Рада Пенева и Цоло Ганев.",
            [(name, "библиотекар", "Народно читалище „Искра“") for name in ("Рада Пенева", "Цоло Ганев")],
        ),
        (
            "Пееха Рада Пенева и треньорът ѝ Цоло Ганев.",
            [("Рада Пенева", None, None), ("Цоло Ганев", "треньор", None)],
        ),
    ],
)
def test_histories_in_sentences(sentence: str, found: list[tuple[str | None, str | None, str | None]]) -> None:
    assert people(f"Народно читалище „Искра“\nИстория\n\n{sentence}\n") == found


def test_whose_page_it_is_in_front_of_its_menu() -> None:
    text = "МБАЛ „Живот“ За нас | Отделения | Цени\n\nНачало » Отделения\n\nГлавен счетоводител: Рада Пенева\n"
    assert people(text) == [("Рада Пенева", "главен счетоводител", "МБАЛ „Живот“")]


@pytest.mark.parametrize(
    ("words", "board"),
    [
        ("тръжната комисия", "тръжна комисия"),
        ("комисията по търга", "комисия по търга"),
        ("журито", "жури"),
        ("научното жури", "научно жури"),
    ],
)
def test_a_board_without_a_name(words: str, board: str) -> None:
    assert people(f"Заседанието откри председателят на {words} Рада Пенева.") == [("Рада Пенева", "председател", board)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Кметът, Рада Пенева, откри празника.", "кмет"),
        ("Гости бяха кметът, Рада Пенева и Цоло Ганев.", None),
        ("Рада Пенева вече 20 години е директор на училището.", "директор"),
        ("Рада Пенева, която от десет години е секретар, ни посрещна.", "секретар"),
        ("Длъжността главен счетоводител се изпълнява от Рада Пенева.", "главен счетоводител"),
        ("Там беше и учителят на селото Рада Пенева.", "учител"),
    ],
)
def test_an_office_between_commas_or_for_years(text: str, role: str | None) -> None:
    assert people(text)[0][:2] == ("Рада Пенева", role)


def test_a_directorate_named_after_a_district_has_no_mayor() -> None:
    text = "Говори Цоло Ганев от Басейнова дирекция „Планински район“. Дойде и кметът Рада Пенева."
    assert people(text)[-1] == ("Рада Пенева", "кмет", None)


def test_what_somebody_is_by_training_before_the_office() -> None:
    text = "Лекция изнесе Рада Пенева, художник, дългогодишен преподавател в ВТУ „Роза“."
    assert people(text) == [("Рада Пенева", "преподавател", "ВТУ „Роза“")]


def test_the_board_of_a_chitalishte_is_the_chitalishte() -> None:
    text = "НЧ „Искра“\n\nРешението подписа председателят на Читалищното настоятелство Рада Пенева.\n"
    assert people(text) == [("Рада Пенева", "председател", "НЧ „Искра“")]
    school = text.replace("НЧ „Искра“", "ОУ „Роза“").replace("Читалищното", "Училищното")
    assert people(school) == [("Рада Пенева", "председател", "Училищно настоятелство")]


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ("ст. експерт в РУО – Враца", "старши експерт"),
        ("зам.-кмет", "заместник-кмет"),
        ("пианистка", "председател"),
        ("художник", "председател"),
    ],
)
def test_who_sits_in_a_board_by_an_office_that_a_sentence_tells(behind: str, role: str) -> None:
    members = "членове Цоло Ганев и Нона Рунева"
    text = f"Днес комисията по търга, с председател: Рада Пенева – {behind}, и {members}, реши."
    assert people(text)[0][:2] == ("Рада Пенева", role)


@pytest.mark.parametrize(
    ("text", "role", "institution"),
    [
        ("Капитанът на победителите Рада Пенева вдигна купата.", "капитан", None),
        ("Рада Пенева, председател на синдикалната организация, отговори.", "председател", None),
        ("Рада Пенева, ръководител на групата за песни „Росна“.", "ръководител", "група за песни „Росна“"),
    ],
)
def test_general_words_and_groups_behind_an_office(text: str, role: str, institution: str | None) -> None:
    assert people(text) == [("Рада Пенева", role, institution)]


@pytest.mark.parametrize("lead", ["Тя сменя на поста", "Поста сдава", "Постът се поема от"])
def test_who_comes_before_or_after_in_an_office(lead: str) -> None:
    text = f"За председател на НЧ „Искра“ бе избрана Рада Пенева. {lead} Цоло Ганев."
    assert people(text) == [(name, "председател", "НЧ „Искра“") for name in ("Рада Пенева", "Цоло Ганев")]


@pytest.mark.parametrize(
    "lead",
    [
        "Председателката на сдружението",
        "Директорът на детската градина",
        "Управителят на новата болница",
        "Библиотекарката в читалището",
    ],
)
def test_who_holds_an_office_there_is_no_patron(lead: str) -> None:
    assert people(f"{lead} Рада Пенева ни посрещна.")[0][0] == "Рада Пенева"
    assert people("Концерт в читалището Христо Ботев.") == []


def test_the_next_sentence_is_of_nobody_before() -> None:
    head = "Министерство на вътрешните работи\nГД „Пожарна безопасност“\nРДПБЗН – Габрово\n\n"
    text = f"{head}Там е дежурният командир Рада Пенева. Собственикът Цоло Ганев е добре.\n"
    assert people(text) == [("Рада Пенева", "дежурен командир", "РДПБЗН – Габрово"), ("Цоло Ганев", "собственик", None)]


@pytest.mark.parametrize(
    ("sentence", "role", "institution"),
    [
        ("Дежурни са инспектор на смени Рада Пенева и колеги.", "инспектор", "РЗИ – Враца"),
        ("Разясниха го инспекторите Рада Пенева и Цоло Ганев.", "инспектор", "РЗИ – Враца"),
        ("Помогна и консултантът Рада Пенева.", "консултант", "РЗИ – Враца"),
    ],
)
def test_of_whom_a_sentence_tells_on_the_page_of_a_body(sentence: str, role: str, institution: str) -> None:
    assert people(f"РЗИ – Враца\nНовини\n\n{sentence}\n")[0] == ("Рада Пенева", role, institution)


@pytest.mark.parametrize(
    ("sentence", "role", "institution"),
    [
        ("Председател на съда от 2012 г. е съдия Рада Пенева.", "председател", "Районен съд – Мездра"),
        ("Той бе в РС – Бяла. Деловодител е Рада Пенева.", "деловодител", "Районен съд – Мездра"),
        ("Дойде и кметът на селото Рада Пенева.", "кмет", None),
        ("Рада Пенева, д.м., е секретар на съда.", "секретар", "Районен съд – Мездра"),
    ],
)
def test_the_page_of_a_court(sentence: str, role: str, institution: str | None) -> None:
    found = people(f"Районен съд – Мездра\nРъководство\n\n{sentence}\n")
    assert ("Рада Пенева", role, institution) in found


def test_who_else_came_into_a_board() -> None:
    text = "Избран бе председател. В Управителния съвет влязоха още Рада Пенева и Цоло Ганев."
    assert [it[2] for it in people(text)] == ["Управителен съвет"] * 2


def test_the_mayor_of_the_village_beside_that_of_the_municipality() -> None:
    text = "Община Мездра\nНовини\n\nДойдоха кметът на общината Рада Пенева и кметът на селото Цоло Ганев.\n"
    assert people(text) == [("Рада Пенева", "кмет", "Община Мездра"), ("Цоло Ганев", "кмет", None)]


def test_the_staff_of_the_page_behind_another_office_of_its_sentence() -> None:
    text = "Община Мездра\nНовини\n\nГости бяха председателят на ОбС Рада Пенева, секретарят Цоло Ганев и граждани.\n"
    assert people(text)[1] == ("Цоло Ганев", "секретар", "Община Мездра")
