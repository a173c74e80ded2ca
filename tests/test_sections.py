"""Sections: who stands in a list whose items have several lines, a label, or a row of a table that lost its borders."""

import pytest
from making import people


def roles(text: str) -> dict[str | None, str | None]:
    """The people of a text with the offices told for them."""
    return {name: role for name, role, _ in people(text)}


NAMES = ("Рада Пенева", "Цоло Ганев", "Невена Гърдева")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "СЪДИИ\n\nРада Пенева\nII граждански състав, вътр. 22\n\nЦоло Ганев\nIII наказателен състав\nвътр. 25\n\n"
            "Невена Гърдева\n",
            "съдия",
        ),
        (
            "Общински съветници:\nРада Пенева\nПП „Напред“\nЦоло Ганев\nКП „Заедно“\nНевена Гърдева\nнезависим\n",
            "общински съветник",
        ),
        (
            "Учители\nРада Пенева\nе-поща: rada@primer.bg\nЦоло Ганев\nНевена Гърдева\nе-поща: nevena@primer.bg\n",
            "учител",
        ),
        (
            "Директори на училища\nОУ „Роза“ – Рада Пенева\nСУ „Бор“, гр. Дол: Цоло Ганев\n"
            "ПГ по туризъм - инж. Невена Гърдева (от 2019 г.)\n",
            "директор",
        ),
    ],
)
def test_the_office_that_heads_a_section_is_of_all_in_it(text: str, role: str) -> None:
    assert roles(text) == dict.fromkeys(NAMES, role)


@pytest.mark.parametrize(
    "between",
    [
        "ОБЩА АДМИНИСТРАЦИЯ\n",
        "\nСлужба „Връчване“\n",
        "вътр. 22\nЗа справки:\n",
        "Помощен персонал\n",
        "Победители\n",
        "\nОт днес работи и с граждани.\n\n",
    ],
)
def test_a_section_ends_at_another_heading(between: str) -> None:
    assert roles(f"СЪДИИ\nРада Пенева\n{between}Цоло Ганев\n") == {"Рада Пенева": "съдия", "Цоло Ганев": None}


def test_a_table_whose_cells_a_semicolon_parts() -> None:
    text = "№;Име;Длъжност;Тел.\n1;Рада Пенева;главен експерт;841 234\n2;Цоло Ганев;специалист;841 235\n"
    assert roles(text) == {"Рада Пенева": "главен експерт", "Цоло Ганев": "специалист"}


def test_a_village_list_is_read_over_rows_of_another_form() -> None:
    text = (
        "Кметове на кметства:\nс. Дол - Рада Пенева, тел. 05142 22-61\nс. Брод, длъжността е вакантна\n"
        "Кметство Лъка Цоло Ганев тел. 05142 22-63\nс. Орех: Невена Гърдева\n"
    )
    assert roles(text) == dict.fromkeys(NAMES, "кмет")


def test_an_office_below_a_name_takes_its_line_with_it() -> None:
    text = "Рада Пенева\nстарши учител, класен ръководител на 3 клас\nЦоло Ганев\nучител, 4 клас\n"
    assert roles(text) == {"Рада Пенева": "старши учител", "Цоло Ганев": "учител"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Шофьор на автобус рег. № РА 1234 ВК – Рада Пенева\nОгняр: Цоло Ганев", "шофьор"),
        ("Старши експерт по чужди езици /английски/\nРада Пенева\n412", "старши експерт по чужди езици"),
        ("Ръководител на състава „Росица“ (лауреат на фестивала) е Рада Пенева.", "ръководител"),
        ("Рада Пенева .......... главен счетоводител", "главен счетоводител"),
        ("През 1950 г. председатели са били последователно: Рада Пенева /1950-1958/ и Цоло Ганев", "председател"),
        ("Старша операционна сестра\nРада Пенева\nСтарши рентгенов лаборант\nЦоло Ганев", "старша операционна сестра"),
        ("Наградата връчи журналистката от в. „Нов ден“ Рада Пенева.", "журналистка"),
        ("Състав на УС:\n1. Цоло Ганев - председател\n2. Рада Пенева", "член"),
    ],
)
def test_what_stands_between_an_office_and_its_holder(text: str, role: str) -> None:
    assert roles(text)["Рада Пенева"] == role


def test_the_unit_of_an_office_is_told_once() -> None:
    text = "РИОСВ Хасково\nНАЧАЛНИК НА ОТДЕЛ „ПРЕВАНТИВНА ДЕЙНОСТ“\nРада Пенева"
    assert roles(text) == {"Рада Пенева": "началник"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("СЪДИИ\nНаказателна колегия\nЦоло Ганев\n\nГражданска колегия\nРада Пенева", "съдия"),
        ("Дежурни лекари\nПонеделник – д-р Цоло Ганев\nВторник: д-р Рада Пенева", "дежурен лекар"),
        ("Пръв директор на гимназията е Цоло Ганев (1920-1925). Следват го Рада Пенева и други.", "директор"),
        (
            "Председатели на читалището: 1925 – 1930 г. Рада Пенева, учител; 1930-1944 г. Цоло Ганев, свещеник",
            "председател",
        ),
        ("Членове: 1. (п) Цоло Ганев 2.(п) Рада Пенева 3.(п) Невена Гърдева", "член"),
        (
            "Общински съвет - Дол\nОбщински съветници:\nНапред : Цоло Ганев\nБСП за България: Рада Пенева",
            "общински съветник",
        ),
    ],
)
def test_parts_years_and_marks_in_a_list(text: str, role: str) -> None:
    assert roles(text)["Рада Пенева"] == role


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "инж. Рада Пенева                   Съгласувал:\nКмет на община Дол         Цоло Ганев, гл. юрисконсулт",
            "кмет",
            "главен юрисконсулт",
        ),
        (
            "Изготвил: Рада Пенева          Съгласувал: Цоло Ганев\nгл. експерт                юрисконсулт",
            "главен експерт",
            "юрисконсулт",
        ),
        (
            "Зам. управители\nРада Пенева        Цоло Ганев\n\nСекретар   Невена Гърдева",
            "заместник-управител",
            "заместник-управител",
        ),
        ("ЗАС: Рада Пенева    тел. 841 234\nДомакин : Цоло Ганев   841 235", "ЗАС", "домакин"),
    ],
)
def test_columns_of_signatures_and_rows_that_are_none(text: str, one: str, other: str) -> None:
    told = roles(text)
    assert (told["Рада Пенева"], told["Цоло Ганев"]) == (one, other)


@pytest.mark.parametrize(
    "table",
    [
        "Участник;Възраст;Ръководител\nНевена Гърдева;12;Рада Пенева\n",
        "Име | Клас | Училище | Ръководител\nНевена Гърдева | 5 | ОУ „Бор“ | Рада Пенева\n",
        "№  Име   Училище   Точки   Ръководител\n1   Невена Гърдева   ОУ „Бор“   98   Рада Пенева\n",
    ],
)
def test_the_last_of_the_heads_is_not_of_the_first_in_the_row_below(table: str) -> None:
    assert roles(table) == {"Невена Гърдева": None, "Рада Пенева": "ръководител"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Освобождава Цоло Ганев като член на СИК № 211500004 и анулира удостоверението.\n"
            "Назначава на негово място Рада Пенева",
            "член",
        ),
        ("Рада Пенева (1919 – 1997) – физик, дългогодишен ректор.", "ректор"),
        ("Рада Пенева \nКмет на община Девин  /п./\nАД/ЗЧ", "кмет"),
        ("Ръководител на женска група „Росица“ (носител на медал от „Роза“) е Рада Пенева.", "ръководител"),
        ("Школа по пиано, 30 лв. – преп. Рада Пенева", "преподавател"),
        ("Записване при инсп. Рада Пенева, каб. 5", "инспектор"),
    ],
)
def test_who_follows_and_what_a_short_word_before_a_name_tells(text: str, role: str) -> None:
    assert roles(text)["Рада Пенева"] == role


@pytest.mark.parametrize(
    "lines",
    [
        ("Дирекция „ФСД“", "Отдел „ТРЗ“"),
        ("**********", "**********"),
    ],
)
def test_cards_with_a_line_between_a_name_and_the_office(lines: tuple[str, str]) -> None:
    text = f"Рада Пенева\n{lines[0]}\nсекретар\n\nЦоло Ганев\n{lines[1]}\nкасиер\n"
    assert roles(text) == {"Рада Пенева": "секретар", "Цоло Ганев": "касиер"}


def test_a_card_with_a_body_between_the_name_and_the_office() -> None:
    text = "Рада Пенева\nОУ „Роза“\nдиректор\nЦоло Ганев\nСУ „Бор“\nучител\n"
    assert people(text) == [("Рада Пенева", "директор", "ОУ „Роза“"), ("Цоло Ганев", "учител", "СУ „Бор“")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I група „Слънце“\n", "II група „Делфин“\n"),
        ("I група – ", "II група – "),
        ("I група: ", "II група: "),
    ],
)
@pytest.mark.parametrize("joint", [" и ", ", "])
def test_two_to_a_row_in_each_part_of_a_list(first: str, second: str, joint: str) -> None:
    text = f"Учители\n{first}Рада Пенева{joint}Цоло Ганев\n{second}Невена Гърдева{joint}Минка Илева\nГости: Иво Рунев\n"
    assert roles(text) == dict.fromkeys((*NAMES, "Минка Илева"), "учител") | {"Иво Рунев": None}


@pytest.mark.parametrize("head", ["Персонал (5)", "Членове ,", "Състав на №"])
def test_the_head_of_a_list_without_the_name_of_a_body_is_of_none(head: str) -> None:
    assert people(f"{head}\nМинка Илева – юрисконсулт") == [("Минка Илева", "юрисконсулт", None)]


def test_a_number_in_quotes_is_no_body() -> None:
    assert people('Директор на "2000": Минка Илева')[0][2] is None


@pytest.mark.parametrize("gap", [" " * 10, "\t"])
@pytest.mark.parametrize(
    ("one", "other", "line"),
    [
        ("Комисия по етика", "Комисия по законност", "Председател: {}"),
        ("Отдел „Култура“", "Отдел „Финанси“", "Началник: {}"),
        ("Детско отделение", "Хирургично отделение", "{} - началник"),
    ],
)
def test_two_heads_side_by_side_have_each_its_column(gap: str, one: str, other: str, line: str) -> None:
    text = f"{one}{gap}{other}\n{line.format('Рада Пенева')}{gap}{line.format('Цоло Ганев')}"
    assert [body for _, _, body in people(text)] == [one, other]


def test_whose_column_it_is_no_row_tells_that_has_another() -> None:
    assert people("Комисия по етика          Комисия по законност\nПредседател: Рада Пенева")[0][2] is None
