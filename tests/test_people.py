"""Surnames and initials find the full name of the page; titles and parts of names are told apart."""

import pytest

from govarchive.extract import extract
from govarchive.kinds import BY_NAME
from govarchive.model import Page, Record


def people(text: str) -> list[Record]:
    return extract(Page(text=text, source="test", sha256="0" * 64), kinds=[BY_NAME["person"]])


def values(text: str) -> list[str | None]:
    return [it.value for it in people(text)]


def test_surname_gets_the_full_name_and_keeps_its_text() -> None:
    first, second = people("Докладва Цвета Николаева Бонева. Съдия Бонева се отведе.")
    assert (second.text, second.value) == ("Бонева", "Цвета Николаева Бонева")
    assert second.details["given"] == first.details["given"] == "Цвета"


def test_a_town_cut_short_is_no_person() -> None:
    assert values("автобус от Ст. Загора до В. Търново с В. Ганева") == ["В. Ганева"]


def test_the_full_name_may_come_later() -> None:
    assert values("С думата на г-жа Гочева започна денят.\nУправител: Лора Гочева") == ["Лора Гочева", "Лора Гочева"]


def test_initials_get_the_full_name() -> None:
    assert values("Съдия: Вяра Илиева Ганева\nсекретар: В. Ганева") == ["Вяра Илиева Ганева"] * 2


def test_two_names_get_the_three_of_the_page() -> None:
    assert values("Съдия: Соня Илиева Ганева\nАдминистративен съдия: Соня Ганева") == ["Соня Илиева Ганева"] * 2


def test_an_initial_of_another_stays() -> None:
    assert values("Съдия: Вяра Ганева\nСекретар: К. Ганева") == ["Вяра Ганева", "К. Ганева"]


def test_a_surname_of_two_people_stays() -> None:
    found = values("Кметът Петър Вълев и секретарят Минчо Вълев излязоха. Г-н Вълев се върна.")
    assert found == ["Петър Вълев", "Минчо Вълев", "Вълев"]


def test_one_half_of_a_double_surname() -> None:
    assert values("Юрисконсулт: Ема Танева-Кирова. Г-жа Танева отсъства.") == ["Ема Танева-Кирова"] * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Господин Петков Ганев - член", ["Господин Петков Ганев"]),
        ("Дойде господин Петков.", ["Петков"]),
        ("Дойде Господин Петков.", ["Петков"]),
        ("Говори Господин Илия Петков.", ["Илия Петков"]),
    ],
)
def test_a_form_of_address_that_is_a_given_name(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Желязка Дим. Топчиева - учителка", ["Желязка Дим. Топчиева"]),
        ("Стоян Конст. Ганев, Пена Влад. Чакърова", ["Стоян Конст. Ганев", "Пена Влад. Чакърова"]),
        ("ДИМО АНГ. РЕЧЕВ\nсъдия", ["Димо Анг. Речев"]),
        ("Дойде Мери Дойл. Вчера говори Петър Вълев.", ["Мери Дойл", "Петър Вълев"]),
        ("Поднесе икона на Света Богородица.", []),
    ],
)
def test_short_names_of_fathers(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Видинска област\n\nЛора Гочева е новият управител.",
        "Кмет на община\nЛора Гочева\nтел. 841 234",
        "Директори на училището:\nЛора Гочева (1950-1960)",
        "каза управителят на Видинска област Лора Гочева",
    ],
)
def test_a_heading_over_a_name_is_no_patron_of_it(text: str) -> None:
    assert values(text) == ["Лора Гочева"]


def test_title_is_told_in_words() -> None:
    (found,) = people("Поканен е проф. д-р Любомир Карагьозов.")
    assert found.text == "Любомир Карагьозов"
    assert found.details["title"] == "професор доктор"


def test_parts_of_a_name() -> None:
    (found,) = people("Управител: ДАРИНА СТОЯНОВА БЕЛЧЕВА")
    assert found.details == {
        "given": "Дарина",
        "middle": "Стоянова",
        "family": "Белчева",
        "gender": "f",
        "role": "управител",
    }


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Управител: Илия Карагьозов", "m"),
        ("Управител: Калина Сефер", "f"),
        ("Управител: Гюнай Хасан Сефер", None),
        ("Управител: М. Рачевска", "f"),
        ("Управител: Т. Лойзи", None),
        ("Управител: Весела Грозев", None),
        ("Секретарката г-жа Лойзи се отказа.", None),
        ("Г-н Вълев откри. Управител: Минчо Вълев", "m"),
    ],
)
def test_gender_only_where_the_name_tells_it(text: str, gender: str | None) -> None:
    assert {it.details.get("gender") for it in people(text)} == {gender}


def test_a_surname_takes_the_gender_of_the_full_name() -> None:
    found = people("Управител: Зорница Лойзи. Г-жа Лойзи откри.")
    assert [it.details.get("gender") for it in found] == ["f", "f"]


def test_patron_is_nobody() -> None:
    assert values('Директорът на ОУ "Христо Ботев" и живущите на ул. Васил Левски благодарят.') == []


def test_a_name_is_no_person_where_it_names_a_school_but_is_beside_it() -> None:
    assert values('Директор на СУ "Иван Вазов" е Калина Матова.') == ["Калина Матова"]


def test_same_page_read_twice_is_the_same() -> None:
    text = "Присъстваха: Калоян Минчев, Ивета Раданова и Сашо Жечев. Минчев откри."
    assert people(text) == people(text)


def test_a_professor_beside_a_university_is_no_patron() -> None:
    assert values("Ректорът на университета проф. Калина Матова се съгласи.") == ["Калина Матова"]
    assert values("Университет Проф. Калина Матова") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ГАНЕВА, Вяра – директор", "Вяра Ганева"),
        ("Присъстваха: РЕНДОВ, Иво Цолов и други.", "Иво Цолов Рендов"),
        ("1. Ганева, Вяра Илиева, касиер", "Вяра Илиева Ганева"),
        ("Ганева, Вяра\n", "Вяра Ганева"),
        ("Ганева В. – касиер", "В. Ганева"),
        ("2. Ганева В. И.\n", "В. И. Ганева"),
    ],
)
def test_a_surname_with_its_sign_stands_first(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize("text", ["С Рендова, Вяра Ганева и Мая Донева.", "Рендов, Вяра Илиева\n"])
def test_a_surname_before_the_name_of_another(text: str) -> None:
    assert all(it is None or "Рендов" not in it for it in values(text))


@pytest.mark.parametrize(
    "text",
    [
        "Съдия: Вяра Ганева\nВелики Преслав\nСъдия: Иво Рендов",
        "Служба\tНачалник\nДупница\tВяра Ганева\nГоце Делчев\tИво Рендов",
        "Офис Дупница, началник Вяра Ганева\nОфис Гоце Делчев, началник Иво Рендов",
        "Дупница:\nначалник Вяра Ганева\nГоце Делчев:\nначалник Иво Рендов",
    ],
)
def test_a_town_called_as_people_are_is_none(text: str) -> None:
    assert values(text) == ["Вяра Ганева", "Иво Рендов"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Членове: Иво Рендов и Е. Дунавска", "Е. Дунавска"),
        ("Секретар: М. Пловдивска", "М. Пловдивска"),
        ("инж. К. Тракийски, тел. 841 234", "К. Тракийски"),
    ],
)
def test_an_adjective_of_a_place_is_a_family_name_behind_an_initial(text: str, name: str) -> None:
    assert values(text)[-1] == name


@pytest.mark.parametrize("text", ["В. Търновска област", "Кмет на В. Търновски район", "гр. В. Търновски"])
def test_a_region_cut_short_is_nobody(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Начало\nРАДА \nМИНЕВА \nПЕНЕВА\nНароден представител\n", ["Рада Минева Пенева"]),
        ("Контакти\n\nРада\nМинева\nПенева\nдиректор\n", ["Рада Минева Пенева"]),
        ("РАДА\nПЕНЕВА\nтел. 0888 101 201\n", ["Рада Пенева"]),
        (
            "Име\nПрезиме\nФамилия\nЦоло\nГанев\nРунев\nРада\nМинева\nПенева\n",
            ["Цоло Ганев Рунев", "Рада Минева Пенева"],
        ),
        ("Вяра\nНадежда\nЛюбов\n", []),
        ("Рада Пенева\nГанев\n", ["Рада Пенева"]),
    ],
)
def test_each_word_of_a_name_may_have_a_line_to_itself(text: str, names: list[str]) -> None:
    assert [it.value for it in extract(Page(text=text, source="t", sha256="0" * 64)) if it.kind == "person"] == names
