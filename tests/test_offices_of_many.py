"""Offices told once for many, or far from the name: lists, histories, groups, tables of changes, letters, minutes."""

import pytest
from making import people

from govarchive.extract import extract
from govarchive.model import Page


def offices(text: str) -> list[tuple[str | None, str | None]]:
    """The people of a text with their roles."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, it.details.get("role")) for it in found if it.kind == "person"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Кметът Цоло Ганев възложи на заместника си Минка Илева проверка.", "заместник"),
        ("Кметът Цоло Ганев откри залата. Негов заместник остава Минка Илева.", "заместник"),
        ("Директорът Цоло Ганев и заместничката му Минка Илева посрещнаха децата.", "заместник"),
        ("Председател: Цоло Ганев\nЗаместник: Минка Илева", "заместник-председател"),
    ],
)
def test_deputy_told_with_whose(text: str, role: str) -> None:
    assert offices(text)[1] == ("Минка Илева", role)


@pytest.mark.parametrize("text", ["Допуснат кандидат: Минка Илева", "Второстепенни разпоредители: Минка Илева"])
def test_who_only_applies_or_spends_holds_no_office(text: str) -> None:
    assert offices(text) == [("Минка Илева", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Кметове на селото\n1889-1894 ... Цоло Ганев\n1894-1899 ... Минка Илева, търговка\n1905-12  Рада Пенева",
        "Кметовете на селото\n\nИмената им е събрал през 1950 г. един учител, който е чел стария архив на общината.\n\n"
        "1901  Цоло Ганев\n"
        "1902-1911 г. - Минка Илева - учител, по нейно време е построен мостът на реката\n"
        "1911 – 1920  Рада Пенева, загинала при Одрин",
        "Кметове на Горско: Цоло Ганев (1919–23), Минка Илева (до 1934) – построила чешмата; "
        "Рада Пенева, първата жена (1991-1995)",
        "Кметове през годините: Цоло Ганев до 1991; след това – Минка Илева, два мандата; Рада Пенева",
        "Първият кмет е Цоло Ганев. Следват Минка Илева (1890-1895) и Рада Пенева (1895-1899).",
        "Пръв кмет е Цоло Ганев (до 1894 г.). След него Минка Илева (1894-1899), Рада Пенева.",
    ],
)
def test_those_in_office_one_after_another(text: str) -> None:
    names = ("Цоло Ганев", "Минка Илева", "Рада Пенева")
    assert [(name, role) for name, role in offices(text) if name in names] == [(name, "кмет") for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "Училището е основано през 1890 г.\n1890-1895 Минка Илева\n1895-1899 Рада Пенева",
        "Кметът Цоло Ганев откри залата. След него думата взе Минка Илева.",
    ],
)
def test_who_only_comes_next_has_no_office(text: str) -> None:
    assert ("Минка Илева", None) in offices(text)


@pytest.mark.parametrize(
    "text",
    [
        "Длъжност\tОсвобождава\tНазначава\nПредседател\tЦоло Ганев\tМинка Илева\nчлен\tРада Пенева\tПетър Димов",
        "Длъжност\n\nОсвобождава се\n\nНазначава се\n\nПредседател\n\nЦоло Ганев (починал)\n\nМинка Илева\n\n"
        "член\n\nРада Пенева\n\nПетър Димов",
        "| Длъжност | Освобождава | Назначава |\n| Председател | Цоло Ганев | Минка Илева |\n"
        "| член | Рада Пенева | Петър Димов |",
    ],
)
def test_whoever_is_appointed_in_the_place_of_another(text: str) -> None:
    assert [role for _, role in offices(text)] == ["председател"] * 2 + ["член"] * 2


def test_a_bracket_closes_behind_the_office_of_one() -> None:
    assert offices("Минка Илева  /касиер/     Рада Пенева")[0] == ("Минка Илева", "касиер")
    signed = "Протоколчик:  /п/            Председател:  /п/\n/Минка Илева - касиер/         /Рада Пенева/"
    assert offices(signed)[0] == ("Минка Илева", "касиер")


def test_a_table_in_which_a_cell_has_two_lines() -> None:
    rows = "Градина\tКасиер\tТелефон\nДГ „Роза“\tМинка Илева\t841 234\nДГ „Лале“\n/с филиал/\tРада Пенева\t841 235"
    assert offices(rows) == [("Минка Илева", "касиер"), ("Рада Пенева", "касиер")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("НАЧАЛНИК ОТДЕЛЕНИЕ\nД-р МИНКА ИЛЕВА", "началник отделение"),
        ("СТАРША МЕДИЦИНСКА СЕСТРА\nМинка Илева", "старша медицинска сестра"),
        ("УЧЕН СЕКРЕТАР: Минка Илева", "учен секретар"),
    ],
)
def test_offices_in_capitals_over_a_name(text: str, role: str) -> None:
    assert offices(text) == [("Минка Илева", role)]


@pytest.mark.parametrize(
    "text",
    [
        "Постоянна комисия по култура\nОт петимата членове на комисията присъстваха:\n1. Минка Илева\n2. Рада Пенева\n"
        "Отсъства Цоло Ганев - по уважителни причини.",
        "На заседанието от общо 3 члена на УС присъстваха: Минка Илева и Рада Пенева. Отсъства Цоло Ганев - болен.",
    ],
)
def test_members_who_came_and_who_did_not(text: str) -> None:
    assert [role for _, role in offices(text)] == ["член"] * 3


def test_the_councillors_who_did_not_come() -> None:
    text = "От 17 общински съветници присъстват 15. Отсъстват: Минка Илева и Рада Пенева."
    assert offices(text) == [("Минка Илева", "общински съветник"), ("Рада Пенева", "общински съветник")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Медиатори по квартали\nкв. Изток     Минка Илева    0888 123 456\nкв. Запад     Рада Пенева", "медиатор"),
        ("Социални работници\nРайон 1: Минка Илева, 22 11\nРайон 2: Рада Пенева, 22 12", "социален работник"),
        ("Старши учители: Минка Илева (математика), Рада Пенева (информатика)", "старши учител"),
    ],
)
def test_rows_below_an_office_of_many(text: str, role: str) -> None:
    assert offices(text) == [("Минка Илева", role), ("Рада Пенева", role)]


_COUNCIL = "Общински съвет - Мездра\nПриемни на съветниците\n"


@pytest.mark.parametrize(
    "text",
    [
        "от листата на НИВА: Минка Илева, Рада Пенева\nот БРЯГ – Цоло Ганев",
        "НИВА (2 мандата): Минка Илева и Рада Пенева\nНезависим – Цоло Ганев.",
        "Група „Нива“\nМинка Илева, Рада Пенева, д-р Цоло Ганев, с. Горско",
    ],
)
def test_councillors_of_parties_and_groups(text: str) -> None:
    assert [role for _, role in offices(_COUNCIL + text)] == ["съветник"] * 3
    assert "съветник" not in [role for _, role in offices(text)]


def test_whoever_takes_the_minutes_of_a_council_is_no_councillor() -> None:
    assert offices(_COUNCIL + "Стенографирал: Минка Илева") == [("Минка Илева", None)]


@pytest.mark.parametrize("dots", ["", " ..........", "............"])
def test_those_below_a_chairman_in_a_signed_list(dots: str) -> None:
    text = f"ВРЕМЕННА КОМИСИЯ:\n1. Минка Илева{dots} (председател)\n2. Рада Пенева{dots}\n3. Цоло Ганев{dots}(секретар)"
    assert [role for _, role in offices(text)] == ["председател", "член", "секретар"]


def test_a_list_with_no_chairman_tells_no_members() -> None:
    assert offices("КОМИСИЯ:\n1. Минка Илева\n2. Рада Пенева") == [("Минка Илева", None), ("Рада Пенева", None)]


@pytest.mark.parametrize(
    ("to", "role"),
    [
        ("ДО\nПРЕДСЕДАТЕЛЯ НА\nОБЩИНСКИ СЪВЕТ", "председател"),
        ("ДО КМЕТА НА ОБЩИНА МЕЗДРА", "кмет"),
        ("ДО\nКМЕТА НА ОБЩИНА МЕЗДРА\nПРЕДСЕДАТЕЛЯ НА ОБЩИНСКИЯ СЪВЕТ", None),
    ],
)
def test_whom_a_letter_greets(to: str, role: str | None) -> None:
    assert offices(f"{to}\n\nМОЛБА\nот живущите на ул. „Роза“\n\nУважаема г-жо Илева,\nмолим за помощ.") == [
        ("Илева", role)
    ]


def test_a_chairman_is_no_mere_member() -> None:
    text = "Присъстваха членовете на УС: Минка Илева и Рада Пенева.\nЗаседанието откри Рада Пенева, председател на УС."
    assert offices(text) == [("Минка Илева", "член"), ("Рада Пенева", "председател"), ("Рада Пенева", "председател")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "СЪДИИ\nМинка Илева       каб. 12      гражданско и административно отделение на съда\nРада Пенева",
            "съдия",
        ),
        ("ЛЕКАРИ ПО ОБЩИНИ\nМездра       д-р Минка Илева      0882/33 40 21\nРоман        д-р Рада Пенева", "лекар"),
        (
            "Обществени възпитатели\nЗа учебната година бяха утвърдени следните лица, определени след събеседване: "
            "Минка Илева и Рада Пенева.",
            "обществен възпитател",
        ),
        ("Настоятели вече са Минка Илева и Рада Пенева.", "настоятел"),
        ("Градина\tКасиер\tТелефон\nДГ „Роза“\tМинка Илева, Рада Пенева\t841 234", "касиер"),
    ],
)
def test_two_in_one_office(text: str, role: str) -> None:
    assert offices(text) == [("Минка Илева", role), ("Рада Пенева", role)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Специалист ГРАО и деловодство\nМинка Илева", "специалист ГРАО и деловодство"),
        ("Минка Илева, гл. експерт ОМП и ЗН", "главен експерт ОМП и ЗН"),
        ("Зам.-декан НИД\nпроф. Минка Илева", "заместник-декан НИД"),
        ("Награда на директора: Минка Илева - 8 г.", None),
        ("Специалната награда на кмета Минка Илева отиде при децата.", "кмет"),
    ],
)
def test_one_office(text: str, role: str | None) -> None:
    assert offices(text) == [("Минка Илева", role)]


@pytest.mark.parametrize(
    "members",
    [
        "Членове са А1 и А2 от БСП - Лява България, А3 от Реформаторски блок и А4 от АБВ.",
        "За членове бяха избрани А1 – ГЕРБ, А2 – Възраждане, А3 – Продължаваме промяната – Демократична България и А4.",
        "Членове: А1 от Движение за права и свободи, А2 от местна коалиция „Заедно“, А3 от с. Царевец и А4.",
    ],
)
def test_who_put_the_members_forward_does_not_end_their_list(members: str) -> None:
    names = {"А1": "Рада Пенева", "А2": "Цоло Ганев", "А3": "Димо Войнев", "А4": "Лила Стоева"}
    for short, name in names.items():
        members = members.replace(short, name)
    assert offices(members) == [(name, "член") for name in names.values()]


@pytest.mark.parametrize(
    ("lead", "role"),
    [
        ("Кметовете, избирани от населението до 1944 г., са", "кмет"),
        ("Учителите, удостоени с грамота от министъра, са", "учител"),
        ("Лекари, които са работили в селото през годините, са", "лекар"),
        ("Председателите на клуба, оставили трайна следа, бяха", "председател"),
    ],
)
def test_what_is_told_of_all_stands_between_their_office_and_the_list(lead: str, role: str) -> None:
    told = offices(f"{lead} Рада Пенева, Цоло Ганев и Димо Войнев.")
    assert [held for _, held in told] == [role] * 3


def test_who_is_told_behind_a_clause_about_others_has_no_office_of_theirs() -> None:
    told = offices("Учителите, които дойдоха, са много. Рада Пенева и Цоло Ганев пяха.")
    assert [held for _, held in told] == [None, None]


def test_an_official_by_law_is_told_by_the_office_behind() -> None:
    assert offices("Длъжностно лице: Рада Пенева – старши експерт") == [("Рада Пенева", "старши експерт")]
    assert offices("Ясла „Роза“ – отговорник мед. сестра Рада Пенева") == [("Рада Пенева", "отговорник")]


@pytest.mark.parametrize(
    "text",
    [
        "Управителен съвет: Минка Илева (председател), Рада Пенева и Цоло Ганев (касиер)",
        "Настоятелство: Минка Илева – председател, Рада Пенева, Цоло Ганев – секретар",
        "Училищно настоятелство\n(мандат 2019 – 2022)\nМинка Илева – председател\nРада Пенева\nЦоло Ганев – секретар",
    ],
)
def test_those_beside_a_chairman_in_the_line_or_the_lines_of_a_board(text: str) -> None:
    assert offices(text)[:2] == [("Минка Илева", "председател"), ("Рада Пенева", "член")]


def test_councillors_with_their_parties_below_a_chairman() -> None:
    text = "Състав на Общински съвет – Видин\n1. Минка Илева – председател (НИВА)\n2. Рада Пенева (БРЯГ)\n3. Цоло Ганев"
    assert [role for _, role in offices(text)] == ["председател", "общински съветник", "общински съветник"]


def test_those_of_whom_others_are_told_are_not_named_behind() -> None:
    told = offices("Децата на учителите, които са в отпуск, са Рада Пенева и Цоло Ганев.")
    assert [held for _, held in told] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "Членове: Рада Пенева от клуб „Роза“, Цоло Ганев",
        "Експерти: Рада Пенева от Министерството на културата, Цоло Ганев",
        "Юристи: Рада Пенева от София осъди общината, Цоло Ганев също",
    ],
)
def test_the_body_or_the_deed_of_one_is_not_that_of_the_next(text: str) -> None:
    assert offices(text)[1] == ("Цоло Ганев", None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Зам. председател: Минка Илева", "заместник-председател"),
        ("Заместник кмета Минка Илева откри залата.", "заместник-кмет"),
        ("Минка Илева, зам.директор", "заместник-директор"),
        ("Зам. областен управител: Минка Илева", "заместник областен управител"),
        ("Заместник министър-председател: Минка Илева", "заместник министър-председател"),
    ],
)
def test_a_deputy_has_one_spelling(text: str, role: str) -> None:
    assert offices(text) == [("Минка Илева", role)]


@pytest.mark.parametrize(
    "text",
    [
        "Заместник-председател и ръководител на Гражданско отделение\nМинка Илева",
        "Заместник-председател и ръководител на Гражданско отделение: Минка Илева",
        "Минка Илева - заместник-председател и ръководител на Гражданско отделение",
        "Заместник-председателят и ръководител на Гражданско отделение Минка Илева откри съда.",
    ],
)
def test_who_leads_a_unit_beside_another_office_has_both(text: str) -> None:
    assert offices(f"Районен съд – Видин\n{text}") == [("Минка Илева", "заместник-председател и ръководител")]


def test_a_deputy_of_the_mayor_who_leads_a_unit_is_of_the_municipality() -> None:
    told = people("Община Видин\nЗаместник-кмет и началник на отдел „Култура“: Минка Илева")
    assert told == [("Минка Илева", "заместник-кмет и началник на отдел „Култура“", "Община Видин")]
