"""Units and entries: those who serve inside a body, and those told in lines that are no prose, are of that body."""

import pytest
from making import body_of

from govarchive.extract import extract
from govarchive.model import Page, Record
from govarchive.pages import page_from_text

MUSEUM = "ИСТОРИЧЕСКИ МУЗЕЙ – МЕЗДРА\nул. „Роза“ 5, тел. 0910/9 11 22\n\n"


def details(text: str) -> dict[str | None, tuple[str | None, ...]]:
    """Value -> (role, body, unit) of every person of a text."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    people = [it for it in found if it.kind == "person"]
    return {it.value: (it.details.get("role"), body_of(it), _unit(it)) for it in people}


def _unit(person: Record) -> str | None:
    """The unit whose body is told beside it, or one without a name."""
    return person.details["institution"] if "body" in person.details else person.details.get("unit")


@pytest.mark.parametrize(
    ("text", "role", "unit"),
    [
        ("ОТДЕЛ „АРХЕОЛОГИЯ“\nуредник Вълчан Пенков, 0910/9 11 23", "уредник", "Отдел „Археология“"),
        ("Отдел „Етнография“\nВълчан Пенков\nуредник\n0910/9 11 23", "уредник", "Отдел „Етнография“"),
        ("Вълчан Пенков – началник отдел „Фондове“", "началник", "отдел „Фондове“"),
        ("Лаборатория\nреставратор Вълчан Пенков", "реставратор", "Лаборатория"),
    ],
)
def test_who_serves_in_a_unit_is_of_the_owner_of_the_page(text: str, role: str, unit: str) -> None:
    assert details(MUSEUM + text) == {"Вълчан Пенков": (role, "Исторически музей – Мездра", unit)}


def test_a_unit_is_the_institution_where_nothing_around_it_is_known() -> None:
    assert details("Вълчан Пенков – началник отдел „Фондове“") == {
        "Вълчан Пенков": ("началник", "отдел „Фондове“", None)
    }


def test_a_unit_of_a_body_that_its_line_names() -> None:
    text = "На откриването бе Вълчан Пенков, началник отдел „Култура“ в Община Враца."
    assert details(MUSEUM + text) == {
        "Вълчан Пенков": ("началник", "Община Враца", "отдел „Култура“"),
    }


def test_a_faculty_is_a_unit_of_its_university() -> None:
    text = "ТЕХНИЧЕСКИ УНИВЕРСИТЕТ – МЕЗДРА\nФакултет „Горско дело“\n\nДекан: проф. Вълчан Пенков"
    assert details(text)["Вълчан Пенков"][1] == "Технически университет – Мездра"


@pytest.mark.parametrize(
    "line",
    [
        "За справки: Вълчан Пенков, касиер, 0910/9 11 24",
        "Записване при Вълчан Пенков, деловодител, 0910/9 11 24",
        "26 декември – Вълчан Пенков, главен специалист",
        "Заявки за групи: екскурзовод Вълчан Пенков (вторник)",
    ],
)
def test_lines_that_are_no_prose_are_about_the_body_whose_page_it_is(line: str) -> None:
    assert details(MUSEUM + line)["Вълчан Пенков"][1] == "Исторически музей – Мездра"


@pytest.mark.parametrize(
    "line",
    [
        "На снимката: Вълчан Пенков, режисьор, който откри пленера.",
        "Гостите бяха посрещнати от Община Враца, чийто юрисконсулт Вълчан Пенков разказа за проекта.",
        "Лектор от НЧ „Искра“: Вълчан Пенков, краевед",
    ],
)
def test_others_are_not_of_it(line: str) -> None:
    assert details(MUSEUM + line)["Вълчан Пенков"][1] != "Исторически музей – Мездра"


SCHOOL = "ОУ „Роза“ – Мездра\nул. „Явор“ 7\n\n"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Отчета прочете счетоводителката Рада Минева.", "счетоводителка"),
        ("През 1932 г. учителката Рада Минева основава дружество.", "учителка"),
        ("Рада Минева, главен счетоводител, отговори на въпросите.", "главен счетоводител"),
        ("Бяха тук и хора от РУО – Враца. Посрещна ги музикалният педагог Рада Минева.", "музикален педагог"),
        ("Медицинска сестра: Рада Минева", "медицинска сестра"),
    ],
)
def test_staff_told_in_prose_are_of_the_body_whose_page_it_is(line: str, role: str) -> None:
    assert details(SCHOOL + line)["Рада Минева"][:2] == (role, "ОУ „Роза“ – Мездра")


@pytest.mark.parametrize("line", ["Гостува писателката Рада Минева.", "Водеща беше актрисата Рада Минева, родена тук."])
def test_guests_are_not(line: str) -> None:
    assert details(SCHOOL + line)["Рада Минева"][1] is None


@pytest.mark.parametrize(
    ("title", "institution"),
    [
        ("ИСТОРИЯ НА ОУ „Роза“, СЕЛО ВЪРБЕШНИЦА", "ОУ „Роза“"),
        ("Педагогически съветник в ОУ „Роза“", "ОУ „Роза“"),
        ("Училището с нови кабинети\n\nСнимка: ОУ „Роза“", "ОУ „Роза“"),
    ],
)
def test_the_title_tells_whose_page_it_is(title: str, institution: str) -> None:
    text = f"{title}\n\nСградата е от 1926 г. Ремонт обеща кметът на Община Враца. Отчет прочете завучът Рада Минева."
    text += "\n\nДиректор: Вълчан Пенков"
    assert details(text)["Вълчан Пенков"][1] == institution


@pytest.mark.parametrize(
    "head", ["Нашият екип", "Академичен състав | Приемно време", "Педагогически персонал:", "СЛУЖИТЕЛИ"]
)
def test_names_below_a_heading_of_staff(head: str) -> None:
    found = details(f"{SCHOOL}{head}\nРада Минева\nВълчан Пенков")
    assert {it[1] for it in found.values()} == {"ОУ „Роза“ – Мездра"}


def test_directors_by_terms_of_any_form() -> None:
    terms = (
        "1879 – 1886 ",
        "1901 – 1912; 1919 – 1923 ",
        "1923/24 ",
        "1924-1944 г.: ",
        "от 1958 до 1979 г. – ",
        "от 2009 г. ",
    )
    names = ("Иван Петров", "Рада Минева", "Вълчан Пенков", "Лена Бечева", "Петър Рунев", "Вера Ганева")
    text = "ДИРЕКТОРИ НА УЧИЛИЩЕТО\n" + "\n".join(map("".join, zip(terms, names, strict=True)))
    assert [it[0] for it in details(text).values()] == ["директор"] * 6


def test_a_list_goes_on_in_the_next_line() -> None:
    found = details(f"{SCHOOL}Ст. учители Рада Минева\nи Вера Ганева")
    assert [it[0] for it in found.values()] == ["старши учител"] * 2


def test_labels_below_the_head_of_a_list() -> None:
    found = details(
        f"{SCHOOL}ИНСПЕКТОРИ „ПРИЕМ“\nРедовно обучение: Рада Минева, 0910/9 11 22\nЗадочно обучение – Вера Ганева"
    )
    assert {it[0] for it in found.values()} == {"инспектор „Прием“"}


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("І място – Рада Минева, 6 г., ДГ „Пролет“ гр. Лом, ръководител Вера Ганева", "ДГ „Пролет“"),
        ("1. Рада Минева, 7 клас, СУ „Явор“ – Елена, преподавател: Вера Ганева", "СУ „Явор“ – Елена"),
        ("Награда: Рада Минева - 12 г., НЧ „Искра“, с. Поле, ръководител Вера Ганева", "НЧ „Искра“"),
        ("I място - Рада Минева от VI а клас на СУ „Явор“, учител Вера Ганева", "СУ „Явор“"),
    ],
)
def test_a_pupil_and_the_teacher_are_of_the_school_beside_them(line: str, school: str) -> None:
    found = details(line)
    assert (found["Рада Минева"][1], found["Вера Ганева"][1]) == (school, school)


def test_a_bare_mark_of_a_signature() -> None:
    assert details("РЕКТОР:   п\n/проф. д-р Вълчан Пенков/")["Вълчан Пенков"][0] == "ректор"


@pytest.mark.parametrize(
    ("head", "owner"),
    [
        ("Добре дошли в сайта на Община Мездра!", "Община Мездра"),
        ("Община Мездра - официална интернет страница", "Община Мездра"),
        ("ОУ „Роза“ с. Долно Поле - Учителски колектив", "ОУ „Роза“"),
        ("РИОСВ – Мездра обявява прием на документи", "РИОСВ – Мездра"),
        ("Във връзка с ремонт Община Мездра уведомява гражданите", "Община Мездра"),
        ("Община Мездра, на основание чл. 5 от Закона за общинската собственост, обявява търг", "Община Мездра"),
        ("За МБАЛ „Вита“ | Екип | Новини", "МБАЛ „Вита“"),
        ("Информация за РУ – Мездра", "РУ – Мездра"),
        ("Музей „Роза“ (филиал на общината)", "Музей „Роза“"),
        ("Отчет на НЧ „Роза 1901“ – с. Баня за дейността през 2018 г.", "НЧ „Роза 1901“"),
    ],
)
def test_a_page_is_of_the_body_that_its_first_words_present(head: str, owner: str) -> None:
    others = "Гостуваха ни от ОУ „Лилия“, Община Видин, РИОСВ – Монтана, НЧ „Искра“, МБАЛ „Света Анна“ и РУ – Видин."
    assert details(f"{head}\n\n{others}\n\nКасиер: Рада Пенева\n")["Рада Пенева"][1] == owner


def test_who_is_written_to_does_not_present_itself() -> None:
    text = "По писмо на Община Мездра, ОУ „Лилия“ и НЧ „Искра“ обявяват конкурс.\n\nКасиер: Рада Пенева\n"
    assert details(text)["Рада Пенева"][1] is None


@pytest.mark.parametrize(
    "foot",
    [
        "Община Мездра\nгр. Мездра, пл. „Роза“ 2",
        "© Община Мездра, 2019",
        "Всички права запазени © 2009-2019 Община Мездра",
        "За контакти: Община Мездра, тел. 0910/9 11 25",
        "Община Мездра, ул. „Роза“ 3\ninfo@primer.bg",
    ],
)
def test_a_unit_at_the_head_is_of_the_body_at_the_foot(foot: str) -> None:
    text = f"Отдел „Спорт“\n\nНачалник отдел: Вълчан Пенков, тел. 0910/9 11 26\nКасиер: Нона Рунева\n\n{foot}"
    assert {institution for _, institution, _ in details(text).values()} == {"Община Мездра"}


def test_a_list_of_bodies_has_no_foot() -> None:
    text = (
        "Отдел „Спорт“\nНачалник отдел: Вълчан Пенков\n\nКъде се тренира\n"
        "НУ „Дъга“, ул. „Роза“ 1\nНУ „Искра“, ул. „Роза“ 2\n"
    )
    assert details(text)["Вълчан Пенков"][1] == "Отдел „Спорт“"


@pytest.mark.parametrize("mark", [" – ", ": ", ", "])
def test_a_unit_of_the_body_that_leads_the_line(mark: str) -> None:
    text = f"Списък\nОбщина Мездра{mark}Вълчан Пенков, началник отдел „Спорт“, тел. 0910/9 11 27\n"
    assert details(text)["Вълчан Пенков"] == ("началник", "Община Мездра", "отдел „Спорт“")


@pytest.mark.parametrize(
    "line",
    [
        "Вълчан Пенков – главен експерт, отдел „Води“, РИОСВ – Русе",
        "Вълчан Пенков, главен експерт в отдел „Води“ към РИОСВ – Русе",
        "Вълчан Пенков, главен експерт в отдел „Води“ (РИОСВ – Русе)",
        "Вълчан Пенков\nГл. експерт, отдел „Води“, РИОСВ – Русе\nчлен",
        "Вълчан Пенков\tглавен експерт\tотдел „Води“\tРИОСВ – Русе",
    ],
)
def test_the_body_behind_a_unit(line: str) -> None:
    told = details(f"{MUSEUM}Работна група\n{line}\n")["Вълчан Пенков"]
    assert told[:2] == ("главен експерт", "РИОСВ – Русе")


def test_who_leads_a_unit_of_the_body_in_another_cell() -> None:
    text = "Вълчан Пенков\tначалник\tотдел „Води“\tРИОСВ – Русе\nНона Рунева\tначалник\tотдел „Шум“\tРИОСВ – Русе\n"
    assert {told[1] for told in details(text).values()} == {"РИОСВ – Русе"}


@pytest.mark.parametrize("line", ["РИОСВ – Русе, представител", "представител на РИОСВ – Русе"])
def test_the_body_and_the_office_in_the_line_below_a_name(line: str) -> None:
    text = f"СЪСТАВ\n\n1.\nНона Рунева\nДиректор на ДГ „Дъга“ със седалище Бор\n\n2.\nВълчан Пенков\n{line}\nчлен\n"
    assert details(text)["Нона Рунева"][:2] == ("директор", "ДГ „Дъга“")
    assert details(text)["Вълчан Пенков"][:2] == ("представител", "РИОСВ – Русе")


def test_a_unit_is_of_the_body_that_a_page_without_head_tells_oftenest() -> None:
    text = (
        "Днес 19 деца кандидатстват в Мездра. Приемът е по наредба на Община Мездра.\n"
        "Членове са Вълчан Пенков – началник отдел „Образование“, и Нона Рунева, родител.\n"
    )
    told = ("началник", "Община Мездра", "отдел „Образование“")
    assert details(text)["Вълчан Пенков"] == told


@pytest.mark.parametrize("unit", ["Бюро „Съдимост“", "Централно управление"])
def test_units_that_have_no_noun_of_a_unit(unit: str) -> None:
    text = f"Районен съд – Мездра\n\n{unit}\nВълчан Пенков – деловодител, тел. 71-11\n"
    assert details(text)["Вълчан Пенков"] == ("деловодител", "Районен съд – Мездра", unit)


@pytest.mark.parametrize(
    ("line", "role", "unit"),
    [
        ("Вълчан Пенков – директор на дирекция „Обща администрация“", "директор", "дирекция „Обща администрация“"),
        ("Главен експерт в отдел ТСУ – Вълчан Пенков", "главен експерт", "отдел ТСУ"),
        ("Вълчан Пенков – директор дирекция ТСУ и УС", "директор", "дирекция ТСУ и УС"),
        ("Дирекция АПФСДУС\nДиректор: Вълчан Пенков", "директор", "Дирекция АПФСДУС"),
        ("Вълчан Пенков, завеждащ Детско отделение", "завеждащ", "Детско отделение"),
    ],
)
def test_a_unit_with_a_name_is_the_institution_and_its_body_stands_beside_it(line: str, role: str, unit: str) -> None:
    (it,) = (it for it in extract(page_from_text(f"Община Мездра\n\n{line}\n")) if it.kind == "person")
    assert (it.details["role"], it.details["institution"], it.details["body"]) == (role, unit, "Община Мездра")
    assert it.details["body_inferred"]
    assert "institution_inferred" not in it.details


@pytest.mark.parametrize("line", ["началник отдел Вълчан Пенков", "заместник-кмет „Култура“ Вълчан Пенков"])
def test_a_field_and_a_unit_without_a_name_are_no_institution(line: str) -> None:
    (it,) = (it for it in extract(page_from_text(f"Община Мездра\n\n{line}\n")) if it.kind == "person")
    assert it.details["institution"] == "Община Мездра"
    assert "body" not in it.details


@pytest.mark.parametrize(
    "office", ["отговорник за отдел „Спорт“", "член на комисия за избор на началник отдел „Спорт“"]
)
def test_whoever_sees_to_a_unit_is_not_of_it(office: str) -> None:
    (it,) = (
        it for it in extract(page_from_text(f"Община Мездра\n\nВълчан Пенков – {office}\n")) if it.kind == "person"
    )
    assert it.details["role"] == office


def test_a_unit_in_a_unit_keeps_both() -> None:
    text = "Началникът на отдел „Такси“ в дирекция „Финанси“ Вълчан Пенков говори пред гостите."
    (it,) = (it for it in extract(page_from_text(text)) if it.kind == "person")
    told = [it.details.get(name) for name in ("role", "institution", "body")]
    assert told == ["началник", "отдел „Такси“", "дирекция „Финанси“"]


def test_a_mayor_below_the_people_of_a_unit_is_not_of_it() -> None:
    text = (
        "Община Мездра\nСписък на служителите\nДирекция „Финанси“ – директор Рада Минева\n"
        "Експерт Нона Рунева\nЗам.-кмет Вълчан Пенков\n"
    )
    unit = "Дирекция „Финанси“"
    told = {it.value: it.details for it in extract(page_from_text(text)) if it.kind == "person"}
    assert {name: it["institution"] for name, it in told.items()} == {
        "Рада Минева": unit,
        "Нона Рунева": unit,
        "Вълчан Пенков": "Община Мездра",
    }
    assert "unit" not in told["Вълчан Пенков"]
