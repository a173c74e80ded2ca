"""Rows of people: whose they are by the body, the desk or the column that leads their row, though no office is told."""

import pytest
from making import body_of, people

from govarchive.extract import extract
from govarchive.model import Page


def bodies(text: str) -> dict[str | None, str | None]:
    """The people of a text with the institutions told for them."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {it.value: body_of(it) for it in found if it.kind == "person"}


NAMES = ("Рада Пенева", "Цоло Ганев", "Невена Гърдева")


@pytest.mark.parametrize(
    ("row", "body"),
    [
        ("От Община Мездра: Рада Пенева, Цоло Ганев и Невена Гърдева", "Община Мездра"),
        ("от РИОСВ – Враца - инж. Рада Пенева, Цоло Ганев, Невена Гърдева.", "РИОСВ – Враца"),
        ("Присъстваха: от страна на Община Мездра: Рада Пенева, Цоло Ганев и Невена Гърдева;", "Община Мездра"),
        ("ОУ „Роза“ – Рада Пенева, Цоло Ганев, Невена Гърдева", "ОУ „Роза“"),
        ("Отборно: РУ – Мездра (Рада Пенева, Цоло Ганев, Невена Гърдева)", "РУ – Мездра"),
        ("Управителен съвет: Рада Пенева - председател, Цоло Ганев и Невена Гърдева", "Управителен съвет"),
    ],
)
def test_the_body_before_a_row_is_that_of_all(row: str, body: str) -> None:
    assert bodies(row) == dict.fromkeys(NAMES, body)


@pytest.mark.parametrize(
    "row",
    [
        "Стипендии на Община Мездра: Рада Пенева, Цоло Ганев и Невена Гърдева",
        "Жалби срещу РУ – Мездра: Рада Пенева, Цоло Ганев, Невена Гърдева",
        "Дарения за МБАЛ „Вита“: Рада Пенева, Цоло Ганев, Невена Гърдева",
        "Ответник: Община Мездра, Рада Пенева, Цоло Ганев, Невена Гърдева",
        "Детска кухня: родител Рада Пенева, Цоло Ганев, Невена Гърдева",
    ],
)
def test_but_not_where_it_is_told_what_they_have_to_do_with_it(row: str) -> None:
    assert bodies(row) == dict.fromkeys(NAMES)


def test_a_general_word_before_a_row() -> None:
    text = "Община Мездра\n\nОт администрацията: кметът Рада Пенева; Цоло Ганев\nОт Общинския съвет: Невена Гърдева"
    assert bodies(text) == dict(zip(NAMES, ["Община Мездра"] * 2 + ["Общински съвет"], strict=True))


def test_the_next_of_several_bodies_is_that_of_those_behind_it() -> None:
    text = "Участваха: от РЗИ Враца – Рада Пенева и Цоло Ганев, от РИОСВ Враца: Невена Гърдева."
    assert bodies(text) == dict(zip(NAMES, ["РЗИ Враца"] * 2 + ["РИОСВ Враца"], strict=True))


@pytest.mark.parametrize(
    "head",
    [
        "Канцелария",
        "Деловодство граждански дела",
        "Бюро съдимост",
        "Регистратура, архив:",
        "Служба „Архив“",
        "Състав към 1.05.2016 г.:",
    ],
)
def test_names_below_a_desk_are_of_the_body_whose_page_it_is(head: str) -> None:
    text = f"Районен съд – Мездра\nСлужители\n\n{head}\nРада Пенева, Цоло Ганев\n0910 99 123\nНевена Гърдева"
    assert bodies(text) == dict.fromkeys(NAMES, "Районен съд – Мездра")


def test_the_body_in_a_cell_of_the_row() -> None:
    text = (
        "Име\tИнституция\tПодпис\nРада Пенева\tОбщина Мездра\tп\nЦоло Ганев (вместо Невена Гърдева)\tРЗИ – Враца\tп\n"
    )
    assert bodies(text) == dict(zip(NAMES, ("Община Мездра", "РЗИ – Враца", "РЗИ – Враца"), strict=True))


def test_the_other_side_of_a_case_is_no_employer() -> None:
    text = "№\tИщец\tОтветник\n15/2014\tРада Пенева\tОбщина Мездра\n16/2014\tЦоло Ганев\tОбщина Мездра\n"
    assert bodies(text) == dict.fromkeys(NAMES[:2])


@pytest.mark.parametrize("mark", ["I. ", "II.", "1. ", "І място – ", "2-ро място: "])
def test_the_body_behind_a_name_in_a_list_of_winners(mark: str) -> None:
    assert bodies(f"Класиране\n{mark}Рада Пенева, РУ Мездра\n") == {"Рада Пенева": "РУ Мездра"}


def test_the_line_tells_the_body_of_whom_the_head_tells_the_office() -> None:
    text = "Община Мездра\nРазпоредители:\nНУ „Роза“ - Рада Пенева;\nДГ „Лилия“ – Цоло Ганев"
    assert bodies(text) == {"Рада Пенева": "НУ „Роза“", "Цоло Ганев": "ДГ „Лилия“"}


@pytest.mark.parametrize("body", ["Дирекция „Социално подпомагане“", "Дирекция „Бюро по труда“", "Община Мездра"])
def test_a_body_behind_a_unit_and_a_comma(body: str) -> None:
    text = f"Съвет по заетостта – Враца\nЧленове:\n- Рада Пенева, началник отдел „Закрила“, {body}\n"
    assert bodies(text) == {"Рада Пенева": body}


def test_a_year_ends_a_title_and_no_sentence() -> None:
    text = "БЮДЖЕТ НА ОБЩИНА МЕЗДРА ЗА 2023 Г.\n\nПокани:\nНУ „Роза“\n\nОткри секретарят Рада Пенева.\n"
    assert bodies(text) == {"Рада Пенева": "Община Мездра"}


@pytest.mark.parametrize(
    "head",
    [
        "ПП ГЕРБ\n",
        "Група „Заедно“\n",
        "Коалиция „Заедно за Мездра“:\n",
        "Независими\n",
        "от листата на БСП: ",
        "ДПС – ",
    ],
)
def test_those_whom_a_party_put_forward_sit_in_the_council_whose_page_it_is(head: str) -> None:
    text = f"Общински съвет – Мездра\nСъстав\n\n{head}Рада Пенева, Цоло Ганев"
    assert bodies(text) == dict.fromkeys(NAMES[:2], "Общински съвет – Мездра")


@pytest.mark.parametrize("owner", ["ОИК Мездра", "Община Мездра"])
def test_on_other_pages_they_are_but_candidates(owner: str) -> None:
    assert bodies(f"{owner}\nКандидати\n\nПП ГЕРБ\nРада Пенева, Цоло Ганев") == dict.fromkeys(NAMES[:2])


def test_an_office_before_the_first_of_a_list_does_not_end_it() -> None:
    text = "Управителен съвет\nПредседател: Рада Пенева\nЦоло Ганев\nНевена Гърдева"
    assert bodies(text) == dict.fromkeys(NAMES, "Управителен съвет")


@pytest.mark.parametrize(
    ("row", "roles"),
    [
        ("Рада Пенева\tкасиер\tЦоло Ганев\tготвач", ["касиер", "готвач"]),
        ("Рада Пенева – касиер\tЦоло Ганев – готвач", ["касиер", "готвач"]),
        ("касиер\tРада Пенева\tготвач\tЦоло Ганев", ["касиер", "готвач"]),
        ("Рада Пенева\tкасиер:\tЦоло Ганев", [None, "касиер"]),
    ],
)
def test_an_office_in_the_next_cell_is_of_the_name_before_unless_it_leads_to_the_next(
    row: str, roles: list[str | None]
) -> None:
    assert [role for _, role, _ in people(f"{row}\n")] == roles


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_second_office_of_a_card_is_not_that_of_the_next_name(gap: str) -> None:
    lines = ["Рада Минева", "ЗДУД", "Учител по математика", "Петър Рунев", "Старши учител", "Ана Рунева", "Психолог"]
    assert [role for _, role, _ in people(gap.join(lines))] == ["ЗДУД", "старши учител", "психолог"]


def test_the_second_of_two_offices_is_that_of_the_name_below_which_has_no_other() -> None:
    assert [role for _, role, _ in people("Рада Минева\nКмет\nСекретар\nПетър Рунев\n")] == ["кмет", "секретар"]


@pytest.mark.parametrize(("gap", "first"), [("\t", ""), ("\n", "№\n")])
def test_the_first_words_of_a_page_say_nothing_of_the_office_at_the_head_of_a_column(gap: str, first: str) -> None:
    rows = [["Клас", "Учител", "Телефон"], ["5а", "Рада Пенева", "0910 9 11 22"], ["5б", "Цоло Ганев", "0910 9 11 23"]]
    table = "\n".join(gap.join(row) for row in rows)
    text = f"Гостът на срещата с партньори пя.\nОУ „Роза“\n\n{first}{table}\n"
    assert [told[1:] for told in people(text)] == [("учител", "ОУ „Роза“")] * 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I клас - Рада Пенева", "II клас - Цоло Ганев"),
        ("Музика – Рада Пенева", "Пеене – Цоло Ганев"),
        ("Рада Пенева", "Цоло Ганев"),
    ],
)
def test_all_of_a_cell_have_the_office_before_it(first: str, second: str) -> None:
    told = people(f"Директор\tИво Рендов\nКласни ръководители\t{first}\n\t{second}\nКасиер\tМая Донева")
    assert [role for _, role, _ in told] == ["директор", "класен ръководител", "класен ръководител", "касиер"]


def test_a_row_with_a_head_of_its_own_ends_the_cell() -> None:
    told = people("Учители\tI клас - Рада Пенева\nПобедители\tII клас - Цоло Ганев\n\tIII клас - Мая Донева")
    assert [role for _, role, _ in told] == ["учител", None, None]


@pytest.mark.parametrize("gap", [" " * 9, "\t"])
@pytest.mark.parametrize("below", ["", "Секретар{gap}Счетоводител"])
def test_the_offices_below_those_who_sign_are_not_of_the_next_row_of_names(gap: str, below: str) -> None:
    text = "Рада Пенева{gap}Цоло Ганев\nКмет{gap}Управител\n\nМая Донева{gap}Иво Рендов\n" + below
    told = [role for _, role, _ in people(text.format(gap=gap))]
    assert told == ["кмет", "управител", *(["секретар", "счетоводител"] if below else [None, None])]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Кметове и кметски наместници", "кмет"),
        ("Кметове и заместник-кметове", None),
        ("Кмет и заместник-кметове", None),
        ("Кметове и служители", None),
        ("Заместник-кметове", "заместник-кмет"),
    ],
)
def test_a_heading_of_two_offices_does_not_give_all_the_second(heading: str, role: str | None) -> None:
    assert [told for _, told, _ in people(f"{heading}\nРада Пенева\nЦоло Ганев")] == [role, role]


@pytest.mark.parametrize("gap", [" - ", "\t"])
def test_who_sits_in_a_panel_is_a_judge_of_the_division(gap: str) -> None:
    told = people(f"Районен съд – Лом\nНАКАЗАТЕЛНА КОЛЕГИЯ\nI състав{gap}Рада Пенева\n2 състав{gap}Цоло Ганев")
    assert told == [(name, "съдия", "Наказателна колегия") for name in NAMES[:2]]


def test_counsel_in_the_row_of_a_panel_is_no_judge() -> None:
    text = "Районен съд – Лом\nНАКАЗАТЕЛНА КОЛЕГИЯ\nI състав - Рада Пенева\nII състав - адв. Цоло Ганев"
    assert [role for _, role, _ in people(text)] == ["съдия", "адвокат"]


@pytest.mark.parametrize(
    ("rest", "of_firm"),
    [(" и Иво Рендов, сключиха", True), (", наемател, и Иво Рендов", False), (" и общината сключиха", False)],
)
def test_of_those_who_sign_for_a_body_the_last_is_joined_to_the_others(rest: str, of_firm: bool) -> None:
    told = bodies(f"„Зора“ ООД, представлявано от Рада Пенева, Цоло Ганев{rest} договор.")
    assert told["Рада Пенева"] == "„Зора“ ООД"
    assert (told["Цоло Ганев"] == "„Зора“ ООД") is of_firm
