"""Affiliations: the body beside somebody of whom no office is told."""

import pytest
from making import body_of

from govarchive.extract import extract
from govarchive.model import Page


def bodies(text: str) -> dict[str | None, str | None]:
    """The people of a text with the institutions told for them."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {it.value: body_of(it) for it in found if it.kind == "person"}


def test_those_of_several_bodies_in_a_sentence() -> None:
    text = "Говорят Невена Гърдева – РЗИ Мездра, инж. Огнян Пенков – Сдружение „Заедно“, Дочо Ралев – ОУ „Роза“."
    assert bodies(text) == {
        "Невена Гърдева": "РЗИ Мездра",
        "Огнян Пенков": "Сдружение „Заедно“",
        "Дочо Ралев": "ОУ „Роза“",
    }


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("ОУ „Роза“ – Вълчан Дочев Пенков", "ОУ „Роза“"),
        ("2. НЧ „Пробуда 1901“ - Вълчан Пенков", "НЧ „Пробуда 1901“"),
        ("ОУ „Роза“\tВълчан Дочев Пенков", "ОУ „Роза“"),
        ("За справки: дирекция „Култура“, г-н Вълчан Пенков, тел. 0910 99 123", "дирекция „Култура“"),
        ("Гости: ОУ „Лилия“, Мездра; ОУ „Роза“, Вълчан Пенков; родители", "ОУ „Роза“"),
        ("Теренът, който ползва ОУ „Роза“ – Вълчан Пенков го знае.", None),
        ("За община Мездра, Вълчан Пенков, роден в селото", None),
        ("ПП „Напред“ – Вълчан Пенков", None),
        ("Заинтересовани страни: Община Мездра, Вълчан Пенков", None),
        ("Копие до: Община Мездра, Вълчан Пенков", None),
    ],
)
def test_the_body_before_a_name(text: str, institution: str | None) -> None:
    assert bodies(text)["Вълчан Дочев Пенков" if "Дочев" in text else "Вълчан Пенков"] == institution


def test_a_surname_behind_a_body_and_a_colon_is_a_headline() -> None:
    text = "Вълчан Пенков е министър.\n\nНародно събрание: Пенков, който мълча досега, отговаря\n"
    assert bodies(text) == {"Вълчан Пенков": None}


def test_the_unit_that_an_expert_is_from() -> None:
    assert bodies("Експерт от отдел „Местни данъци“ – Вълчан Пенков") == {"Вълчан Пенков": "отдел „Местни данъци“"}


def offices(text: str) -> list[tuple[str | None, str | None]]:
    """The roles and institutions of a text's people."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.details.get("role"), body_of(it)) for it in found if it.kind == "person"]


@pytest.mark.parametrize(
    ("text", "role", "institution"),
    [
        ("ДГ „Роза“ е открита през 1985 г.\n\nОт 1998 г. директор е Рада Пенева.", "директор", "ДГ „Роза“"),
        ("ДГ „Роза“\n\nПърви директор на детското заведение е Рада Пенева.", "директор", "ДГ „Роза“"),
        ("Директорът на училището Рада Пенева откри ПГТ „Роза“.", "директор", "ПГТ „Роза“"),
        ("Община Мездра\nПоканата е на Рада Пенева, секретар на общинска администрация.", "секретар", "Община Мездра"),
        ("НЧ „Роза“\n\nНастоятелство с председател Рада Пенева работи от 2014 г.", "председател", "НЧ „Роза“"),
        ("ДГ „Роза“\n\nВ ОУ „Лилия“ дойде нов директор Рада Пенева.", "директор", "ОУ „Лилия“"),
        (
            "НОВИНИ\nВ област Монтана\n\nОбластният управител Рада Пенева каза.",
            "областен управител",
            "област Монтана",
        ),
        ("В област Монтана и област Враца\n\nОбластният управител Рада Пенева каза.", "областен управител", None),
        ("На срещата дойде кметът на Ловеч Рада Пенева.", "кмет", "Община Ловеч"),
    ],
)
def test_whose_an_office_is_in_prose(text: str, role: str, institution: str | None) -> None:
    assert offices(text) == [(role, institution)]


@pytest.mark.parametrize(
    ("text", "role", "institution"),
    [
        ("Председател общински съвет: Рада Пенева", "председател", "Общински съвет"),
        ("Общински съвет – Враца\nПРЕДСЕДАТЕЛ ОБЩИНСКИ СЪВЕТ\n\nРада Пенева", "председател", "Общински съвет – Враца"),
        ("Решение на Общински съвет – Мездра\n\nГостува председателят на Общинския съвет Рада Пенева.", "председател",
         "Общински съвет – Мездра"),
        ("Избира комисия за преброяване на гласовете в състав:\nПредседател: Рада Пенева", "председател",
         "комисия за преброяване на гласовете"),
        ("Комисията за защита на водите (КЗВ) в състав: Председател: Рада Пенева", "председател",
         "Комисия за защита на водите"),
        ("Назначавам комисия за търга в следния състав:\n1. Рада Пенева – юрисконсулт", "юрисконсулт", None),
    ],
)  # fmt: skip
def test_boards_and_commissions(text: str, role: str, institution: str | None) -> None:
    assert offices(text) == [(role, institution)]


@pytest.mark.parametrize(
    "text",
    [
        "Присъстваха 15 общински съветници.\nОтсъстваха Рада Пенева и Цоло Ганев.",
        "Отсъстват двама общински съветника по уважителни причини Рада Пенева и Цоло Ганев.",
        "От общо 17 общински съветници не присъстват: Рада Пенева, Цоло Ганев",
    ],
)
def test_those_away_from_a_sitting(text: str) -> None:
    assert [role for role, _ in offices(text)] == ["общински съветник"] * 2


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("осемнадесет (18) общински съветника: Рада Пенева, Цоло Ганев", ["общински съветник"] * 2),
        ("каб. 12 директор: Рада Пенева\nЦоло Ганев", ["директор", None]),
        ("тел. 0910 99 123 секретар Рада Пенева, Цоло Ганев", ["секретар", None]),
    ],
)
def test_a_number_before_an_office_counts_only_what_has_the_form_for_it(text: str, roles: list[str | None]) -> None:
    assert [role for role, _ in offices(text)] == roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("РАДА ПЕНЕВА   ……/п/……\n\nВРИД КМЕТ НА ОБЩИНА МЕЗДРА", "временно изпълняващ длъжността кмет"),
        ("Рада Пенева /подпис и печат/\nКмет на община Мездра", "кмет"),
        ("Рада Пенева ..............\nКмет на община Мездра", "кмет"),
        ("директор: проф., д.ф.н. Рада Пенева", "директор"),
        ("ПРЕДСЕДАТЕЛСТВАЩ: Рада Пенева – председател на Окръжен съд – Враца", "председател"),
        ("МОЛ: Рада Пенева", "МОЛ"),
        ("Лице за контакт: Рада Пенева, тел. 0910 99 123", "лице за контакт"),
        ("Питане от н.п. РАДА ПЕНЕВА относно пътя", "народен представител"),
        ("Новоизбраният кмет на община Мездра Рада Пенева", "кмет"),
        ("Той, мол Рада Пенева, не знаел.", None),
    ],
)
def test_offices_as_pages_print_them(text: str, role: str | None) -> None:
    assert [it[0] for it in offices(text)] == [role]


def test_all_persons_to_contact() -> None:
    text = "Лица за контакт:\n\nинж. Рада Пенева - 0910 99 123\n\nЦоло Ганев - 0910 99 124"
    assert [role for role, _ in offices(text)] == ["лице за контакт"] * 2


def test_two_who_sign_beside_each_other_below_colons() -> None:
    text = "ТЕХН. СЕКРЕТАР : ПРЕДСЕДАТЕЛ :\n\n/Р.Пенева/ /Ц.Ганев/"
    assert [role for role, _ in offices(text)] == ["технически секретар", "председател"]


@pytest.mark.parametrize("gap", ["\t", "     ", " | "])
@pytest.mark.parametrize(
    "row", ["{n}{g}{p}{g}{b}{g}98", "{p}{g}{b}{g}98", "{n}{g}{b}{g}{p}{g}директор", "{b}{g}ул. „Мир“ 2{g}{p}"]
)
def test_the_body_in_a_row_whose_cells_are_tabs_blanks_or_bars(gap: str, row: str) -> None:
    told = [("Вълчан Пенков", "ОУ „Роза“"), ("Невена Гърдева", "НУ „Дъга“")]
    heads = ["№", "Име на участника", "Училище", "Точки"]
    lines = [gap.join(heads), *(row.format(n=n, p=p, b=b, g=gap) for n, (p, b) in enumerate(told, 1))]
    assert bodies("\n".join(lines)) == dict(told)


def test_the_sides_of_a_case_in_a_row_of_blanks() -> None:
    assert bodies("Ищец     Ответник\nВълчан Пенков     ОУ „Роза“\n") == {"Вълчан Пенков": None}


@pytest.mark.parametrize("gap", ["\t", "     ", " | "])
@pytest.mark.parametrize(
    "heads",
    [("Пациент", "Болница"), ("Длъжник", "Взискател"), ("Име", "Към"), ("Подател", "До"), ("Име", "Изпратен")],
)
def test_where_somebody_owes_asks_or_is_sent_is_no_employer(gap: str, heads: tuple[str, str]) -> None:
    rows = [(*heads, "Дата"), ("Вълчан Пенков", "МБАЛ „Вита“", "2 май"), ("Невена Гърдева", "РЗИ – Враца", "3 май")]
    told = bodies("\n".join(gap.join(row) for row in rows))
    assert set(told.values()) == {None}


@pytest.mark.parametrize(
    ("behind", "body"),
    [
        (", 5 г., ДГ „Роза“, гр. Мездра", "ДГ „Роза“"),
        (" на 90 години, ДГ „Роза“ му пожела здраве", None),
        (" от хора към НЧ „Искра“ запя", "НЧ „Искра“"),
        (" от осъдените на РС – Враца избяга", None),
        (" от ищците към РУ – Мездра се отказа", None),
    ],
)
def test_the_body_behind_a_name_in_prose(behind: str, body: str | None) -> None:
    assert bodies(f"Вълчан Пенков{behind}.") == {"Вълчан Пенков": body}


def test_the_names_of_pupils_at_the_head_of_a_column_are_no_office() -> None:
    found = extract(Page(text="Име на ученика\tТочки\nВълчан Пенков\t98\n", source="test", sha256="0" * 64))
    assert [it.details.get("role") for it in found if it.kind == "person"] == [None]


@pytest.mark.parametrize(
    "behind", [", управител - Тел.: 0910 99 123", " - ст. юрисконсулт, Тел.: 0910 99 123", ", Мездра"]
)
@pytest.mark.parametrize("address", ["", ', ул. "Роза" № 2', ", гр. Мездра, пл. Роза 2"])
def test_whom_to_ask_at_the_body_that_a_notice_names(address: str, behind: str) -> None:
    told = bodies(f"Място за контакт: Община Мездра{address}, За: Невена Гърдева{behind}, Факс: 0910 99 124")
    assert told == {"Невена Гърдева": "Община Мездра"}


@pytest.mark.parametrize("aside", ["/от ЦПЛР – Ямбол/", "(от ЦПЛР – Ямбол)", "(ЦПЛР – Ямбол)"])
def test_the_body_told_in_brackets_comes_before_that_of_the_page(aside: str) -> None:
    assert bodies(f"ОУ „Роза“\nЛогопед - Невена Гърдева {aside}\n") == {"Невена Гърдева": "ЦПЛР – Ямбол"}
