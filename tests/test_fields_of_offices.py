"""What an office is for, behind it: subjects printed short, and bodies that are but an abbreviation."""

import pytest
from making import people

from govarchive.extract import extract
from govarchive.pages import page_from_text


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("учител по ИИ и музика", "учител по ИИ и музика"),
        ("ст. учител по АЕ, РЕ и история", "старши учител по АЕ, РЕ и история"),
        ("учител по бълг. език и лит.", "учител по бълг. език и лит."),
        ("преподавател по математика, физика и ИТ", "преподавател по математика, физика и ИТ"),
        ("учител по ФВС, председател на УС", "учител по ФВС"),
        ("учител по математика, ПГ по лека промишленост", "учител по математика"),
        ("старши експерт по природни науки в РУО Добрич", "старши експерт по природни науки"),
        ("учител по ИТ и директор", "учител по ИТ"),
    ],
)
def test_the_subjects_of_who_teaches(office: str, role: str) -> None:
    assert people(f"СУ „Роза“\nУчители\nРада Пенева – {office}\nЦоло Ганев – учител")[0][:2] == ("Рада Пенева", role)


@pytest.mark.parametrize(
    "text", ["управител ВиК – инж. Рада Пенева", "Управител ВиК: Рада Пенева", "Рада Пенева – управител ВиК;"]
)
def test_the_water_works_have_a_name_of_both_cases(text: str) -> None:
    assert people(text) == [("Рада Пенева", "управител", "ВиК")]


def test_a_cheer_below_a_menu_is_of_nobody_in_the_menu() -> None:
    text = "За нас\nДиректор\nУчители\nКонтакти\n\nЧестито на нашите шампиони!\nДимо Войнев\nРада Пенева\n"
    assert [role for _, role, _ in people(text)] == [None, None]


def test_an_office_fills_its_cell_whatever_it_is_for() -> None:
    text = (
        "Нач. отдел\tРада Пенева\t12\t6 12 11\nГл. спец. ОМП и гражданска защита\tДимо Войнев\t14\t6 12 12\n"
        "Ст. спец. ТСУ, кадастър и води\tЦоло Ганев\t16\t6 12 14\n"
    )
    assert [role for _, role, _ in people(text)] == [
        "началник отдел",
        "главен специалист ОМП и гражданска защита",
        "старши специалист ТСУ, кадастър и води",
    ]


@pytest.mark.parametrize("link", [": ", " – "])
@pytest.mark.parametrize("comma", ["", ","])
def test_a_field_in_quotes_belongs_to_the_office_and_not_to_the_rank_behind_it(link: str, comma: str) -> None:
    text = f"Зам.-началник{comma} „Охранителна полиция“{link}инспектор Сабри Рендов"
    assert [role for _, role, _ in people(text)] == ["заместник-началник „Охранителна полиция“"]


def test_what_an_official_says_is_no_field_of_his() -> None:
    assert [role for _, role, _ in people("Кметът, „Няма проблем“: инспектор Сабри Рендов")] == ["инспектор"]


@pytest.mark.parametrize(
    "text",
    [
        "Рада Пенева, директор на училището, поздрави гостите и пожела на децата добър път.",
        "Рада Пенева – директор на училището, благодари на гостите и връчи грамоти.",
        "Рада Пенева, директор на училището, разказа за музея и обеща нови зали.",
    ],
)
def test_what_an_official_does_behind_a_comma_is_no_field_of_hers(text: str) -> None:
    assert [(name, role) for name, role, _ in people(text)] == [("Рада Пенева", "директор")]


@pytest.mark.parametrize("unit", ["дирекция ПОСД", "отдел УТ и С", "дирекция Финанси", "сектор Местни данъци"])
@pytest.mark.parametrize("end", [";", ".", "", "\n2. Цоло Ганев – експерт"])
def test_a_unit_behind_a_comma_is_whose_the_office_is(unit: str, end: str) -> None:
    page = page_from_text(f"1. Рада Пенева – главен експерт, {unit}{end}")
    told = next(it.details for it in extract(page) if it.kind == "person")
    assert (told["role"], told["institution"]) == ("главен експерт", unit)


@pytest.mark.parametrize("text", ["Директор АПОФУС – Иво Рендов", "Иво Рендов – директор АПОФУС"])
def test_an_abbreviation_behind_an_office_stays_in_capitals(text: str) -> None:
    assert [role for _, role, _ in people(text)] == ["директор АПОФУС"]


@pytest.mark.parametrize(
    ("head", "field", "role"),
    [
        ("Зам.-ректори", " – по учебната дейност", "заместник-ректор по учебната дейност"),
        ("Старши експерти:", " (по чужди езици)", "старши експерт по чужди езици"),
        ("Заместник-кметове", " – „Култура и спорт“", "заместник-кмет „Култура и спорт“"),
        ("Учители:", " – по БЕЛ, тел. 841 234", "учител по БЕЛ"),
        ("Общински съветници", " – „НИВА“", "общински съветник"),
        ("Членове", " – по право", "член"),
    ],
)
def test_what_each_of_a_list_has_the_office_of_all_for(head: str, field: str, role: str) -> None:
    text = f"{head}\nРада Пенева{field}\nЦоло Ганев{field}\n"
    assert [told for _, told, _ in people(text)] == [role] * 2


@pytest.mark.parametrize(
    "line", ["По обвинителния акт съдът осъди двама.", "За контакти: 841 234", "На тържеството пяха деца."]
)
def test_a_sentence_in_the_next_line_is_no_field_of_an_office(line: str) -> None:
    assert people(f"Говорител: Рада Пенева, прокурор\n{line}\n")[0][1] == "говорител"
    assert people(f"Рада Пенева – прокурор\n{line}\n")[0][1] == "прокурор"
