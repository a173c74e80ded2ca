"""How somebody comes into an office, which place an office is of, and what only looks like a person's."""

import pytest

from govarchive.extract import extract
from govarchive.link import people as namesakes
from govarchive.model import Candidate, Page


def people(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """The people of a text with their roles and institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, it.details.get("role"), it.details.get("institution")) for it in found if it.kind == "person"]


@pytest.mark.parametrize(
    ("text", "role", "institution"),
    [
        ("Вълчан Пенков стана директор на ДГ „Роза“.", "директор", "ДГ „Роза“"),
        ("Вълчан Пенков остава кмет на община Мездра.", "кмет", "община Мездра"),
        ("Вълчан Пенков бе преизбран за председател на НЧ „Искра“.", "председател", "НЧ „Искра“"),
        ("Вълчан Пенков бе единодушно избран за секретар.", "секретар", None),
        ("Вълчан Пенков, избран за секретар, благодари.", "секретар", None),
        ("За секретар единодушно бе избран Вълчан Пенков.", "секретар", None),
        ("За секретар бе избран отново Вълчан Пенков.", "секретар", None),
        ("Вълчан Пенков стана рано и говори с директора.", None, None),
    ],
)
def test_who_comes_into_an_office(text: str, role: str | None, institution: str | None) -> None:
    assert people(text) == [("Вълчан Пенков", role, institution)]


def test_all_who_are_chosen() -> None:
    text = "За членове на настоятелството бяха избрани: Минка Илева, Рада Пенева и Цоло Ганев."
    assert [it[1:] for it in people(text)] == [("член", "настоятелство")] * 3


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("Кметът на с. Долно Поле Вълчан Пенков", "с. Долно Поле"),
        ("Вълчан Пенков – кмет на Видин", "Видин"),
        ("Вълчан Пенков е новият кмет на град Видин.", "град Видин"),
        ("КМЕТ НА СЕЛО ВРАБЕВО\nВЪЛЧАН ПЕНКОВ", "село Врабево"),
        ("Вълчан Пенков – наместник на с. Долно Поле", "с. Долно Поле"),
        ("с. Долно Поле – кмет Вълчан Пенков, тел. 056/ 841 234", "с. Долно Поле"),
        ("с. Долно Поле: кмет Вълчан Пенков", "с. Долно Поле"),
        ("Областният управител на Видин Вълчан Пенков", "Видин"),
        ("Посланикът на Италия Вълчан Пенков", None),
        ("Срещата във Видин откри кметът Вълчан Пенков", None),
    ],
)
def test_the_place_an_office_is_of(text: str, institution: str | None) -> None:
    assert [it[2] for it in people(text)] == [institution]


@pytest.mark.parametrize("of", ["населени места", "населените места", "села", "кметства", "кметствата"])
def test_mayors_of_villages_are_mayors(of: str) -> None:
    text = f"Кметове на {of}:\nс. Долно Поле – Вълчан Пенков\nс. Горник – Рада Пенева"
    assert people(text) == [("Вълчан Пенков", "кмет", "с. Долно Поле"), ("Рада Пенева", "кмет", "с. Горник")]


def test_of_several_places_none_is_given() -> None:
    text = "Дойдоха кметовете на селата Долно Поле и Горско – Минка Илева и Рада Пенева."
    assert people(text) == [("Минка Илева", "кмет", None), ("Рада Пенева", "кмет", None)]


def test_those_named_behind_people_with_an_office_are_others() -> None:
    text = "Там бяха свещениците Минко Илев и Радой Пенев, общински съветници, учители и гости."
    assert [role for _, role, _ in people(text)] == ["свещеник", "свещеник"]


def test_an_office_glued_to_a_name() -> None:
    assert people("Председател-Минка Илева\nЧленове-Рада Пенева, Цоло Ганев") == [
        ("Минка Илева", "председател", None),
        ("Рада Пенева", "член", None),
        ("Цоло Ганев", "член", None),
    ]


def test_each_part_of_a_name_in_a_column_of_its_own() -> None:
    rows = "№\tИме\tПрезиме\tФамилия\tДлъжност\n1\tСевгин\tДжемал\tШукри\tкасиер\n2\tАйше\tРеджеб\tМустафа\tдиректор"
    assert people(rows) == [("Севгин Джемал Шукри", "касиер", None), ("Айше Реджеб Мустафа", "директор", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Продава се лек автомобил Опел Астра с рама 123.",
        "Служебни коли: Рено Канго, Дачия Дъстър и Лада Нива.",
        "Поздравление за празника на светите братя Кирил и Методий",
        "Кметовете на Горни Воден и Бели Извор",
    ],
)
def test_what_is_nobody(text: str) -> None:
    assert people(text) == []


def test_the_second_surname_of_a_judge_in_a_line_of_its_own() -> None:
    text = "състав:\nПредседател:Рада П. Митева\nЧленове:Минка И. Рачева\nПенева\nДора Илиева\nпри участието"
    assert [it[:2] for it in people(text)] == [
        ("Рада П. Митева", "председател"),
        ("Минка И. Рачева Пенева", "член"),
        ("Дора Илиева", "член"),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ръководител на клуба е бил Вълчан Пенков.", "ръководител на клуба"),
        ("Вълчан Пенков е бил директор до 1998 г.", "директор"),
        ("Председателят й е Вълчан Пенков.", "председател"),
        ("Председателят на съветниците Вълчан Пенков закри сесията.", "председател на съветниците"),
        ("Домакин на приема беше Вълчан Пенков, извънреден и пълномощен посланик.", "извънреден и пълномощен посланик"),
        ("Съветник стана Минка Илева на мястото на Вълчан Пенков.", None),
        ("Ръководителят на Службата за външни връзки г-н Вълчан Пенков", "ръководител"),
        ("Вълчан Пенков, актьорът и общественик Цоло Ганев пяха.", None),
        ("На сцената беше и ученичката Вълчан Пенков", None),
    ],
)
def test_an_office_told_in_a_sentence(text: str, role: str | None) -> None:
    assert {name: found for name, found, _ in people(text)}["Вълчан Пенков"] == role


def test_members_with_the_parties_that_put_them_forward() -> None:
    text = (
        "Комисия по бюджет и финанси /КБФ/ – 3 члена:\n\n\nПредседател: Минка Илева - ПП НИВА\n\n\n"
        "Членове: Рада Пенева - ПП НИВА, Цоло Ганев - БРЯГ"
    )
    body = "Комисия по бюджет и финанси"
    assert people(text) == [
        ("Минка Илева", "председател", body),
        ("Рада Пенева", "член", body),
        ("Цоло Ганев", "член", body),
    ]


def test_the_court_that_sits() -> None:
    text = (
        "ОКРЪЖЕН СЪД – ВИДИН, VI СЪСТАВ, в публично заседание на\nпети март в следния\nсъстав:\nПредседател:Минка Илева"
    )
    assert people(text) == [("Минка Илева", "председател", "Окръжен съд – Видин")]


@pytest.mark.parametrize(
    ("text", "role", "institution"),
    [
        ("Завеждащ административна служба: Вълчан Пенков", "завеждащ административна служба", None),
        ("Ръководител компютърен кабинет\nВълчан Пенков", "ръководител компютърен кабинет", None),
        ("Вълчан Пенков – оператор котелна инсталация\nтел. 056/ 841 234", "оператор котелна инсталация", None),
        ("Кметът поздрави Вълчан Пенков", None, None),
        ("Зам.-директор УД\nВълчан Пенков", "заместник-директор УД", None),
        ("Вълчан Пенков – гл. специалист ОП +359 56 841 234", "главен специалист ОП", None),
        ("Вълчан Пенков, н-к отдел КД", "началник", "отдел КД"),
        ("Хирургично отделение\nНачалник отд. – д-р Вълчан Пенков", "началник", "Хирургично отделение"),
        ("III. Клинична лаборатория\nЗавеждащ: Вълчан Пенков", "завеждащ", "Клинична лаборатория"),
        ("отдел ПЕК\nд-р Вълчан Пенков - началник", "началник", "отдел ПЕК"),
        ("Обществен съвет (2020/2021 - 2022/2023)\nПредседател: Вълчан Пенков", "председател", "Обществен съвет"),
        ("За директор на ОДМВР в Айтос е назначен комисар Вълчан Пенков.", "директор", "ОДМВР"),
        ("Вълчан Пенков е експерт в отдел „Води“ в РИОСВ – Враца", "експерт", "РИОСВ – Враца"),
        ("Присъства и ИВД на кмет Вълчан Пенков", "временно изпълняващ длъжността кмет", None),
        ("Вълчан Пенков – за длъжността началник отдел „Води“", None, None),
        ("Внучката на първия председател – Вълчана Пенкова", None, None),
    ],
)
def test_offices_of_units_and_lists(text: str, role: str | None, institution: str | None) -> None:
    ((_, *found),) = people(text)
    assert found == [role, institution]


def test_one_office_of_several_bodies() -> None:
    text = "Дойдоха директорите на СУ „Васил Левски“ (Минка Илева) и на ОУ „Изгрев“ (Рада Пенева)."
    assert people(text) == [
        ("Минка Илева", "директор", "СУ „Васил Левски“"),
        ("Рада Пенева", "директор", "ОУ „Изгрев“"),
    ]
    text = "Дойдоха кметовете на селата Горица – Минка Илева, Врабево- Рада Пенева и Дюлево – Цоло Ганев."
    assert people(text) == [
        ("Минка Илева", "кмет", "Горица"),
        ("Рада Пенева", "кмет", "Врабево"),
        ("Цоло Ганев", "кмет", "Дюлево"),
    ]


def test_members_behind_one_who_has_an_office_of_the_own() -> None:
    text = "Работили са трима съдии: Вълчан Пенков – председател, Минка Илева и Рада Пенева."
    assert [role for _, role, _ in people(text)] == ["председател", "съдия", "съдия"]
    text = "Членове: Минка Илева, Рада Пенева – представител на Община Айтос"
    assert [role for _, role, _ in people(text)] == ["член", "член"]


def test_a_priest_in_a_list_of_teachers() -> None:
    text = "Основават го учителите Вълчан Пенков и Рада Пенева, поп Коста Илев и други."
    assert [role for _, role, _ in people(text)] == ["учител", "учител", None]


def test_mayors_by_years_under_a_heading() -> None:
    text = "Списък на кметовете\n\nМинко Илев            1878 г.\n\nРадой Пенев           1878 - 1879 г.\n"
    assert [role for _, role, _ in people(text)] == ["кмет", "кмет"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("с.Горна Лука Минка Петкова Илева 09554/21 12", ["Минка Петкова Илева"]),
        ("длъжностно лице: Минка Петкова Илева – Рашид, стая 5", ["Минка Петкова Илева-Рашид"]),
        ("Заместник: П. Илев - Бояджийски", ["П. Илев-Бояджийски"]),
        ("Счетоводител: Румянчо Велков-Дойчин", ["Румянчо Велков-Дойчин"]),
        ("Председателят на ОНС – Михайловград Вутко Илев говори", ["Вутко Илев"]),
        ("Териториално бюро: Ел. Хаджийска – тел. 056/ 841 234", ["Ел. Хаджийска"]),
        ("Кмет: Минка Илева - Враца", ["Минка Илева"]),
        ("с.Майско-ХАСАН МЕХМЕД ИЛЕВ-06157/ 23-45", ["Хасан Мехмед Илев"]),
    ],
)
def test_names_with_more_behind_or_before_them(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in people(text)] == names


def test_mayors_of_villages_under_one_heading() -> None:
    mayors = [("Минка Илева", "кмет", "с. Долно Поле"), ("Рада Пенева", "кмет", "с. Горица")]
    heading = "Населено място  Кмет / наместник  Телефон\n\n"
    assert people(heading + "с. Долно Поле Минка Илева 09555/21 17\nс. Горица Рада Пенева 09555/21 18") == mayors
    heading = "наместници и кметове:\n"
    assert people(heading + "с. Долно Поле – Минка Илева - 09555/21 17\nс. Горица, Рада Пенева, тел. 2210") == mayors
    assert [it[1] for it in people("Разкази на кмета от вчера.\nс. Горица Минка Илева 09555/21 17")] == [None]


def test_mayors_of_two_towns_told_together() -> None:
    text = "кметовете на Перник и Гоце Делчев – Минко Илев и Радой Пенев."
    assert people(text) == [("Минко Илев", "кмет", None), ("Радой Пенев", "кмет", None)]


def test_namesakes_are_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    compare = namesakes.is_short_for

    def counted(short: str, full: str) -> bool:
        asked.append(short)
        return compare(short, full)

    monkeypatch.setattr(namesakes, "is_short_for", counted)
    given = [f"{first}{second}" for first in "БВГДЖКЛМ" for second in ("ан", "ен", "он", "ин", "ун", "ар", "ор", "ир")]
    names = [f"{one} {two}ов Илев" for one in given for two in given[:8]]
    found = [Candidate("person", 0, 1, "test", (0, 1), name) for name in names]
    namesakes.complete_names(found)
    assert [it.value for it in found] == names
    assert len(asked) < 4 * len(names)


@pytest.mark.parametrize(
    "mark", ["/п/", "(п)", "/П/", "п/", "/подпис/", "/не се чете/", "(не се чете)", "*подпис", "..."]
)
@pytest.mark.parametrize(
    "form", ["ВЪЛЧАН ПЕНКОВ\nКмет на община Айтос {}\n\nВП", "КМЕТ НА ОБЩИНА АЙТОС {}\nВЪЛЧАН ПЕНКОВ\n"]
)
def test_the_mark_of_a_signature_behind_an_office(form: str, mark: str) -> None:
    [(_, role, institution)] = people(form.format(mark))
    assert (role, (institution or "").lower()) == ("кмет", "община айтос")


@pytest.mark.parametrize(
    "text",
    [
        "ДОРА ПЕНКОВА\n\nЗавеждащ служба „Съдебно деловодство“\n",
        "Завеждащ служба „Съдебно деловодство“: ДОРА ПЕНКОВА\n",
    ],
)
def test_who_heads_a_service(text: str) -> None:
    assert [it[1:] for it in people(text)] == [("завеждащ", "служба „Съдебно деловодство“")]


@pytest.mark.parametrize(
    "text",
    [
        "КМЕТОВЕ НА СЕЛОТО\n1893-1896 Минко Илев\n1898-1902, 1907-1910 Радой Пенев\n1910 - 1924  Вълчан Пенков\n...\n"
        "1945 (окт.–дек.) Стоян Грудов\nот 2009 Рада Пенева\n",
        "Чешмите му са осем. Кметове през годините са:\n\nМинко Илев - 1936-1947 г.\nРадой Пенев - 1963 – 1982 г.\n",
        "Кметове на селото са били:\n\n1. Минко Илев – 1935 – 1943 г.\n7. Рада Пенева – първата жена кмет, 1978-89 г."
        "\n8. Стоян Грудов – от 1992 год. до днес\n",
    ],
)
def test_those_in_office_by_years(text: str) -> None:
    assert {role for _, role, _ in people(text)} == {"кмет"}


def test_an_aside_does_not_end_a_list() -> None:
    text = "Кметове:\n1. Минко Илев (син на Петко Илев) – 1934 – 1944 г.\n2. Рада Пенева – 1979-1990 г.\n"
    assert [role for _, role, _ in people(text)] == ["кмет", None, "кмет"]


def test_directors_behind_their_schools() -> None:
    text = "Директори:\nСУ „Васил Левски“ – Минко Илев – 08677 2234\nОУ „Христо Ботев“ – Рада Пенева 08677 2381\n"
    assert [role for _, role, _ in people(text)] == ["директор", "директор"]


def test_mayors_under_the_word_for_their_villages() -> None:
    text = (
        "Телефон на кмета\n\nКМЕТСТВА\nс. Долно Поле – Минка Илева – 0 8677 2234\nс. Горица – Рада Пенева 086772381\n"
    )
    assert people(text) == [("Минка Илева", "кмет", "с. Долно Поле"), ("Рада Пенева", "кмет", "с. Горица")]


def test_the_body_with_a_line_of_its_own_above_its_people() -> None:
    text = (
        "ПРОКУРАТУРА НА РЕПУБЛИКА БЪЛГАРИЯ\n\nОкръжна прокуратура – Видин\n\nМинка Илева – окръжен прокурор\n"
        "тел. 094/ 61 13 40\n\nРайонна прокуратура – Кула\n\nРада Пенева\nрайонен прокурор\nвсеки вторник\n"
    )
    bodies = ["Окръжна прокуратура – Видин", "Районна прокуратура – Кула"]
    assert [body for _, _, body in people(text)] == bodies


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("ТЕЛК – председател д-р Минка Илева; прием на документи в сряда", "ТЕЛК"),
        ("МБ Русе – началник Минка Илева\nРусе, бул. „България“ 1", "МБ Русе"),
        ("Клуб на пенсионера №3, бул. „Бор“ 4 – председател Минка Илева, 14-19 ч.", "Клуб на пенсионера №3"),
        ("Домашен социален патронаж: ул. „Бор“ 4; зав. Минка Илева, 02 / 811 12 13", "Домашен социален патронаж"),
        ("Служба по вписванията – Минка Илева, съдия по вписванията.", "Служба по вписванията"),
        ("Сигнали към РЗИ – Видин (инж. Минка Илева, директор) 094/ 61 11 40", "РЗИ – Видин"),
        ("Важно: директорът Минка Илева отсъства", None),
        ("От страна на Община Силистра в срещата участва заместник-кметът Минка Илева.", "Община Силистра"),
    ],
)
def test_the_unit_that_leads_a_line(text: str, institution: str | None) -> None:
    assert [it[2] for it in people(text)] == [institution]


@pytest.mark.parametrize(
    "text",
    [
        "община    /    ветеринарен лекар   /   телефон\nАйтос   д-р Минко Илев   0888 11 22 33\n"
        "Айтос   д-р Радой Пенев   0878/11-22-34\n",
        "Населено място      Ветеринарен лекар      Телефон\nГорица      Минко Илев      0 8677 2234\n"
        "Житница      Радой Пенев      086772381\n",
    ],
)
def test_the_head_of_a_column_of_a_table_without_tabs(text: str) -> None:
    assert [role for _, role, _ in people(text)] == ["ветеринарен лекар", "ветеринарен лекар"]


def test_the_telephone_of_an_office_is_no_head_of_its_column() -> None:
    assert [it[1] for it in people("Населено място   Телефон на кмета\nГорица   Минко Илев   0 8677 2234\n")] == [None]


def test_two_offices_of_one_line() -> None:
    assert [it[1] for it in people("касиер, домакин – Минка Илева")] == ["касиер, домакин"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("104 КАРДИОЛОГ\nд-р Минка Илева\nпон. 8,00 – 13,00", "кардиолог"),
        ("д-р Минка Илева, акушер-гинеколог", "акушер-гинеколог"),
        ("Пед. съветник Минка Илева", "педагогически съветник"),
        ("гр. Айтос: Минка Илева, соц. работник – 03045/ 2341", "социален работник"),
        ("- Танцов състав, рък. Минка Илева", "ръководител"),
        ("данъкът, внесен от старейшината Минко Илев", "старейшина"),
        ("Минка Илева\nЗаместник-председател и ръководител на Гражданско отделение\n", "заместник-председател"),
        ("селският писар Минко Илев", "селски писар"),
        ("Невролог д-р Рада Пенева и д-р Минка Илева – заместник", "заместник"),
    ],
)
def test_trades_that_are_offices(text: str, role: str) -> None:
    assert people(text)[-1][1] == role


def test_offices_by_years_go_on_to_the_head_of_the_next_list() -> None:
    text = (
        "КМЕТОВЕ НА ВИДИН\n\n1881 – 1884 – Вълчан Пенков\n11.03.1913 – 28.10.1916 – Рангел поп Стоев\n"
        "2013 – досега – Гено Минков\n\nПредседатели на читалището\n1944 – 1949 – Петър Рунев\n"
    )
    assert [role for _, role, _ in people(text)] == ["кмет", "кмет", "кмет", "председател"]


def test_the_unit_that_heads_cells_of_a_line_each() -> None:
    rows = "".join(f"\n{at}.\nРада Минева{letter}\nЕксперт\n22 1{at}\n{at}\n" for at, letter in enumerate("абвг", 1))
    text = f"Отдел „Приходи“\n{rows}"
    assert {institution for _, role, institution in people(text) if role} == {"Отдел „Приходи“"}
    assert {institution for _, role, institution in people(f"Община Видин\n\n{text}") if role} == {"Община Видин"}


def test_the_only_office_among_the_heads_of_numbered_rows_of_uneven_cells() -> None:
    rows = "1.\nДГ „Мак“\nс. Горица, п.к. 8225\nул. „Първа“ № 1\nРада Минева\n089 871 22 33\n"
    rows += "2.\nДГ „Роза“\nс. Житница\nИва Рунева\nдо 2021 г. – Ана Белчева\n089 871 22 34\n"
    found = people(f"№ по ред\nДетска градина\nАдрес\nДиректор\nТелефон за контакт\n{rows}")
    assert [role for name, role, _ in found if name != "Ана Белчева"] == ["директор", "директор"]
    assert people("№\nИме\nУчилище\n1.\nРада Минева\nСУ „Искра“\n")[0][1] is None


def test_a_committee_behind_a_roman_number_heads_its_members() -> None:
    text = (
        "ОБЩИНСКИ СЪВЕТ – ВИДИН\n\nІІ. Постоянна комисия по бюджет, младежта и спорта\n\nПредседател: Вълчан Пенков\n"
        "Членове:\n1. Петър Рунев\n2. д-р Рада Минева\n"
    )
    told = "Постоянна комисия по бюджет, младежта и спорта"
    assert people(text) == [
        ("Вълчан Пенков", "председател", told),
        ("Петър Рунев", "член", told),
        ("Рада Минева", "член", told),
    ]
