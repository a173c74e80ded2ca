"""Employers: of which body or unit somebody in office is, as sentences, lists and pages tell it."""

import pytest
from making import people


def one(text: str) -> tuple[str | None, str | None]:
    """The role and the institution of the only person of a text."""
    ((_, role, institution),) = people(text)
    return role, institution


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Д-р Вълчан Пенков – началник на Хирургично отделение", "Хирургично отделение"),
        ("Началник Операционен блок – д-р Вълчан Пенков", "Операционен блок"),
        ("Д-р Вълчан Пенков, началник на Отделение по хирургия", "Отделение по хирургия"),
        ("Началник отделение „Детски болести“: д-р Вълчан Пенков", "отделение „Детски болести“"),
        ("Началник сектор КОС: Вълчан Пенков", "сектор КОС"),
    ],
)
def test_a_unit_with_a_name(text: str, unit: str) -> None:
    assert one(text) == ("началник", unit)


def test_a_unit_without_a_name_is_of_the_office() -> None:
    text = "МБАЛ „Света Анна“ – Мездра\n\nНачалник отделение: д-р Вълчан Пенков"
    assert one(text) == ("началник отделение", "МБАЛ „Света Анна“ – Мездра")


@pytest.mark.parametrize(
    ("text", "role", "institution"),
    [
        ("РУО – Мездра е с нов началник – Вълчан Пенков.", "началник", "РУО – Мездра"),
        ("В ОУ „Роза“, където досегашният директор Вълчан Пенков се пенсионира.", "досегашен директор", "ОУ „Роза“"),
        ("Болница „Света Анна“ е с управител Вълчан Пенков.", "управител", "Болница „Света Анна“"),
        ("Гостува екип на ОУ „Роза“. С нов управител Вълчан Пенков фирмата расте.", "управител", None),
    ],
)
def test_the_body_of_the_sentence(text: str, role: str, institution: str | None) -> None:
    assert one(text) == (role, institution)


@pytest.mark.parametrize(
    ("other", "institution"),
    [("", "Районен съд – Мездра"), ("Преди това беше прием в Окръжен съд – Враца за всички.\n", None)],
)
def test_the_only_body_of_its_kind(other: str, institution: str | None) -> None:
    text = f"Приемът в Районен съд – Мездра е всяка сряда.\n{other}\nВЪЛЧАН ПЕНКОВ\n\nПредседател\n"
    assert one(text) == ("председател", institution)


def test_villages_that_one_person_serves() -> None:
    text = (
        "Печатите вече пазят кметските наместници:\n\n\nс. Черник и с. Бял камък – Димо Войнев\n\n\n"
        "с. Горник – Рада Пенева\n"
    )
    assert people(text) == [
        ("Димо Войнев", "кметски наместник", None),
        ("Рада Пенева", "кметски наместник", "с. Горник"),
    ]


def test_a_sentence_below_a_list_is_of_nobody_in_it() -> None:
    text = (
        "Дойдоха директорите на службите Рада Пенева и Цоло Ганев.\n\n"
        "Димо Войнев и Минка Илева обсъдиха с тях проблемите на района."
    )
    assert [role for _, role, _ in people(text)][2:] == [None, None]


def test_a_trade_behind_the_office() -> None:
    assert one("Училището е с нов директор – историкът Вълчан Пенков.")[0] == "директор"


def test_the_last_of_a_list_with_parties() -> None:
    text = "Членове: Димо Войнев – СДС, Рада Пенева – ГЕРБ и Цоло Ганев – БСП.\n"
    assert [role for _, role, _ in people(text)] == ["член", "член", "член"]


@pytest.mark.parametrize(
    ("text", "role", "institution"),
    [
        ("Вълчан Пенков – главен експерт в Дирекция УТСК", "главен експерт", "Дирекция УТСК"),
        ("Вълчан Пенков – юрисконсулт в Дирекция Правно обслужване", "юрисконсулт", "Дирекция Правно обслужване"),
        ("Вълчан Пенков – юрисконсулт в Отдел по право, Община Мездра", "юрисконсулт", "Община Мездра"),
        ("Говори кметът на Нейде Вълчан Пенков. Община Мездра строи.", "кмет", None),
    ],
)
def test_what_the_office_is_told_to_be_of(text: str, role: str, institution: str | None) -> None:
    assert one(text) == (role, institution)


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("Вълчан Пенков бе избран за декан на Педагогическия факултет.", "Педагогически факултет"),
        ("Деканът на Православния богословски факултет Вълчан Пенков", "Православен богословски факултет"),
        ("Вълчан Пенков, декан на Факултета по педагогика", "Факултет по педагогика"),
        ("директорът на РД „Пожарна безопасност“ (РДПБЗН) в Мездра комисар Вълчан Пенков", "РД „Пожарна безопасност“"),
        ("с шал от БНР главен комисар Вълчан Пенков", None),
        ("Началник участък „Пожарна безопасност“: Вълчан Пенков", "участък „Пожарна безопасност“"),
        ("Отдел „Фонд“ е в музея.\n\nВ отдела работят:\n\nВълчан Пенков – главен уредник", "Отдел „Фонд“"),
        ("I. Комисия по финанси /избрана с Решение № 11/\nПредседател: Вълчан Пенков", "Комисия по финанси"),
    ],
)
def test_bodies_that_only_the_office_tells(text: str, institution: str | None) -> None:
    assert one(text)[1] == institution


def test_deputy_ministers_are_told_together() -> None:
    text = "Тримата заместник-министри на културата Рада Пенева, Цоло Ганев и Димо Войнев дойдоха."
    assert [it[1] for it in people(text)] == ["заместник-министър на културата"] * 3


def test_another_mention_tells_whose_the_office_is() -> None:
    text = "Директорът Вълчан Пенков откри изложбата.\n\nВълчан Пенков е директор на ДГ „Роза“."
    assert [it[1:] for it in people(text)] == [("директор", "ДГ „Роза“")] * 2


def test_members_are_of_the_body_of_their_chairman() -> None:
    text = (
        "Комисия по финанси: председател Рада Пенева\nЧленове: Цоло Ганев и Димо Войнев\n\n\nЧлен на БСП: Минка Илева"
    )
    found = {value: it for value, _, it in people(text)}
    assert [found[it] for it in ("Рада Пенева", "Цоло Ганев", "Димо Войнев")] == ["Комисия по финанси"] * 3
    assert found["Минка Илева"] == "БСП"


def test_a_member_of_two_commissions() -> None:
    text = (
        "Комисия по финанси: председател Рада Пенева, член Цоло Ганев\n\n"
        "Комисия по екология: председател Димо Войнев, член Цоло Ганев"
    )
    assert [it for _, _, it in people(text)] == ["Комисия по финанси"] * 2 + ["Комисия по екология"] * 2


def test_two_who_represent_one_body() -> None:
    text = "Община Мездра, представлявана от Димо Войнев – кмет на Община Мездра и Рада Пенева – главен счетоводител"
    assert [it[1:] for it in people(text)] == [("кмет", "Община Мездра"), ("главен счетоводител", "Община Мездра")]


@pytest.mark.parametrize(
    ("text", "role", "institution"),
    [
        ("Вълчан Пенков, директор на ВиК", "директор", "ВиК"),
        ("Вълчан Пенков – директор на СОАП и съветник", "директор", "СОАП"),
        ("ВЪЛЧАН ПЕНКОВ\nПРЕДСЕДАТЕЛ НА\nПП ГЕРБ", "председател", "ГЕРБ"),
        ("инж. Вълчан Пенков – управител на „ВиК“\nЕООД – Враца", "управител", "„ВиК“ ЕООД"),
        ("доц. Вълчан Пенков, УНСС – София, член на научно жури", "член на научно жури", "УНСС – София"),
    ],
)
def test_short_names_and_bodies_between(text: str, role: str, institution: str) -> None:
    assert one(text) == (role, institution)


def test_a_table_of_cells_below_each_other_with_one_column_of_people() -> None:
    text = (
        "Детска градина\n\nАдрес\n\nДиректор\n\nТелефон за контакт\n\n1.\n\nДГ „Мечо“\n\nс. Горник\n\nул. „Първа“ 3\n\n"
        "Рада Пенева\n\n0897 123 456\n\n2.\n\nДГ „Роза“\n\nс. Черник\n\nДимо Войнев\n\n0898 123 456\n"
    )
    assert [it[:2] for it in people(text)] == [("Рада Пенева", "директор"), ("Димо Войнев", "директор")]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("За мандат 2016-2019 г. читалищното настоятелство е в състав:", "НЧ „Искра“ – Бяла"),
        ("Проверителната комисия е в следния състав:", "Проверителна комисия"),
        ("Общественият съвет е в състав:", "Обществен съвет"),
    ],
)
def test_a_general_body_whose_members_a_sentence_announces(line: str, body: str) -> None:
    found = people(
        f"НЧ „Искра“ – Бяла вода\n\n{line}\n\nПредседател: Вълчан Пенков\nЧленове: Рада Минева и Иво Рунев\n"
    )
    assert [institution for _, _, institution in found] == [body] * 3


def test_the_council_that_heads_a_page_is_that_of_its_members_only() -> None:
    text = (
        "Обществен съвет\n\nСписък на състава\n\nРедовни членове:\n\nВълчан Пенков\nРада Минева\n\nУчител\nИво Рунев\n"
    )
    assert [institution for _, _, institution in people(text)] == ["Обществен съвет", "Обществен съвет", None]


def test_a_list_with_who_put_each_forward() -> None:
    text = (
        "За заместник-председатели бяха избрани Рада Пенева ГЕРБ, Цоло Ганев от ПП, "
        "Димо Войнев от „Възход“ и Минка Илева."
    )
    assert [role for _, role, _ in people(text)] == ["заместник-председател"] * 4


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Съветниците решиха, че негов председател ще е Рада Пенева.", ["председател"]),
        ("Делегатите избраха Рада Пенева и Цоло Ганев за секретари.", ["секретар", "секретар"]),
        ("След напускането на бившия директор Рада Пенева кметът на Мездра обяви конкурс.", ["бивш директор"]),
        ("Заместник-секретари на съюза ще са Рада Пенева и Цоло Ганев.", ["заместник-секретар на съюза"] * 2),
    ],
)
def test_who_is_told_to_be_in_office(text: str, roles: list[str]) -> None:
    assert [role for _, role, _ in people(text)] == roles


def test_a_party_is_no_body_of_the_page() -> None:
    text = "Председател е Рада Пенева. Срещата беше на СДС в града, дойдоха и гости от СДС.\n"
    assert one(text) == ("председател", None)


@pytest.mark.parametrize(("word", "institution"), [("библиотеката", None), ("университета", "Дунавски университет")])
def test_the_kind_that_a_general_word_tells(word: str, institution: str | None) -> None:
    text = f"Рада Пенева\n\nДиректор на {word}\n\nПреди това тя е работила в Дунавски университет."
    assert one(text) == ("директор", institution)


def test_a_list_of_a_body_that_has_no_name() -> None:
    text = "Съветниците в ОбС – Мездра решиха.\n\nЕто и състава на комисията:\n\nПредседател: Рада Пенева\n"
    assert one(text) == ("председател", None)


@pytest.mark.parametrize(
    ("deputy", "institution"),
    [("заместник-началникът", "РУ на МВР – Мездра"), ("заместник-кметът", None), ("заместник-министърът", None)],
)
def test_a_deputy_beside_the_head_of_a_body(deputy: str, institution: str | None) -> None:
    text = f"Началникът на РУ на МВР – Мездра Вълчан Пенков и {deputy} Рада Пенева се срещнаха."
    assert people(text)[1][2] == institution


@pytest.mark.parametrize(
    ("office", "institution"),
    [
        ("Министър на културата", "Министерство на културата"),
        ("Заместник-министър", "Министерство на културата"),
        ("Главен секретар", "Министерство на културата"),
        ("Министър на отбраната", None),
        ("Министър-председател", None),
    ],
)
def test_who_leads_the_ministry_of_the_page(office: str, institution: str | None) -> None:
    assert one(f"{office}\n\nРада Пенева\n\nМинистерство на културата\n")[1] == institution


@pytest.mark.parametrize(
    "head",
    [
        "ОБЩИНА МЕЗДРА, ЕИК 996605961, представлявана от инж. Вълчан Пенков – Кмет и Рада Ганева – главен счетоводител",
        "Община Мездра, представлявана от Вълчан Пенков – кмет, и Рада Ганева – финансов контрольор, от една страна",
        "Община Мездра, в лицето на Вълчан Пенков – кмет, заедно с Рада Ганева – главен счетоводител",
    ],
)
def test_two_represent_one_party(head: str) -> None:
    assert [body for _, _, body in people(head)] == ["Община Мездра"] * 2


def test_another_sentence_is_of_no_party() -> None:
    text = (
        "Община Мездра, представлявана от кмета Вълчан Пенков, и Община Роман. "
        "Присъства и Рада Ганева – главен счетоводител"
    )
    assert [body for _, _, body in people(text)] == ["Община Мездра", None]
