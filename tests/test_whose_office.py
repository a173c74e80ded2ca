"""Whose an office is where the body stands farther off: what sits, owns the page, or is named in full elsewhere."""

import pytest
from making import people


@pytest.mark.parametrize(
    ("text", "board"),
    [
        (
            "Общински съвет Мездра\n\nВременната комисия за подбор на управител, избрана с Решение № 5/12.04.2016 г. "
            "на Общински съвет – Мездра, в състав:\n\nПредседател – Рада Пенева\nчленове: проф. Цоло Ганев",
            "Временна комисия за подбор на управител",
        ),
        (
            "ОБЩИНА МЕЗДРА\nДнес, 12.04.2016 г., комисия за преглед на оферти, назначена със Заповед № 5/10.04.2016 г. "
            "на Кмета, в следния състав:\nПредседател: Рада Пенева\nЧленове: 1. Цоло Ганев",
            "комисия за преглед на оферти",
        ),
        (
            "РЕШЕНИЕ № 18\nВРАЧАНСКИЯТ РАЙОНЕН СЪД, IV наказателен състав, в публично заседание на пети май през две "
            "хиляди и шестнадесета година в състав:\nПРЕДСЕДАТЕЛ: РАДА ПЕНЕВА\nЧЛЕНОВЕ: ЦОЛО ГАНЕВ",
            "Врачански районен съд",
        ),
    ],
)
def test_who_sits_in_a_body_of_which_more_is_said_first(text: str, board: str) -> None:
    assert people(text) == [("Рада Пенева", "председател", board), ("Цоло Ганев", "член", board)]


def test_a_council_that_sets_up_a_board_is_not_the_board() -> None:
    text = (
        "Общински съвет – Мездра, след като разгледа доклада, избира Обществен съвет в състав:\n"
        "Председател: Рада Пенева\nЧленове: Цоло Ганев"
    )
    assert "Общински съвет – Мездра" not in [body for _, _, body in people(text)]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("председател на ОбС", "Общински съвет Мездра"),
        ("ПРЕДСЕДАТЕЛ НА ОБЩИНСКИ СЪВЕТ", "Общински съвет – Мездра"),
        ("председател на Районния съд", "Районен съд – Мездра"),
    ],
)
def test_a_body_that_every_town_has_is_the_one_the_page_names(short: str, full: str) -> None:
    assert people(f"Писмо до {full} от 2016 г.\nРада Пенева – {short}")[0][2] == full
    assert people(f"Писмо до {full} и Общински съвет – Видин, Районен съд – Видин\nРада Пенева – {short}")[0][2] != full


def test_other_councils_are_not_what_a_short_name_means() -> None:
    text = "Общински съвет по наркотичните вещества\nРада Пенева – председател на ОбС"
    assert people(text) == [("Рада Пенева", "председател", "ОбС")]


def test_a_heading_means_the_owner_of_the_page_and_not_who_was_told_in_passing() -> None:
    text = (
        "Районен съд – Ардино\nИстория\n\nДелата се гледали за кратко в Районен съд – Крумовград.\n\n"
        "Председатели на съда през годините:\n1945-1951 – Рада Пенева\n"
    )
    assert people(text) == [("Рада Пенева", "председател", "Районен съд – Ардино")]
    told = text.replace("Председатели на съда през годините:\n1945-1951 –", "Председател на съда бе")
    assert people(told) == [("Рада Пенева", "председател", "Районен съд – Ардино")]
    assert people(told.replace("\n\nПредседател", ", а председател")) == [
        ("Рада Пенева", "председател", "Районен съд – Крумовград")
    ]


def test_who_sits_in_a_commission_by_an_office_of_the_body_that_sets_it_up() -> None:
    text = (
        "РАЙОНЕН СЪД – МЕЗДРА\nНазначавам:\nКомисия за конкурса за деловодител в състав:\n"
        "Председател: Рада Пенева – съдебен администратор;\nЧленове: Цоло Ганев – административен секретар"
    )
    assert people(text) == [
        ("Рада Пенева", "съдебен администратор", "Районен съд – Мездра"),
        ("Цоло Ганев", "административен секретар", "Районен съд – Мездра"),
    ]


@pytest.mark.parametrize(
    ("sentence", "role", "body"),
    [
        ("Материала подготви Рада Пенева, съдебен статистик.", "съдебен статистик", "Районен съд – Мездра"),
        ("По делото е писала и съдия Рада Пенева.", "съдия", "Районен съд – Мездра"),
        ("Поканен е адвокат Рада Пенева.", "адвокат", None),
        ("На гости от Районен съд – Видин е съдия Рада Пенева.", "съдия", None),
    ],
)
def test_staff_in_prose_is_of_the_owner_where_the_paragraph_names_no_other(
    sentence: str, role: str, body: str | None
) -> None:
    text = f"Районен съд – Мездра\nИстория на съда\n\n{sentence}"
    ((_, told, whose),) = people(text)
    assert told == role
    assert whose == body


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Членове:\n- Рада Пенева - Община Мездра, юрисконсулт", "юрисконсулт", "Община Мездра"),
        ("1  Рада Пенева   ДГ „Здравец“ - логопед", "логопед", "ДГ „Здравец“"),
        ("- Рада Пенева – педагогически съветник / СУ „Изгрев“ /", "педагогически съветник", "СУ „Изгрев“"),
        ("Наградени:\nРада Пенева /СУ „Изгрев“/", None, "СУ „Изгрев“"),
        ("Наградени:\nРада Пенева - СУ „Изгрев“ гр. Видин", None, "СУ „Изгрев“"),
    ],
)
def test_the_body_between_a_name_and_an_office_or_in_slashes(text: str, role: str | None, body: str) -> None:
    assert people(text) == [("Рада Пенева", role, body)]


def test_delegations_are_told_body_by_body() -> None:
    text = (
        "Дойдоха: от Министерството на културата – Рада Пенева, заместник-министър, Цоло Ганев, експерт в "
        "дирекция „Музеи“, и Минка Илева, парламентарен секретар; от РИОСВ - Враца - Вълчан Пенков, директор. "
        "Говори и кметът Добри Станев."
    )
    ministry = "Министерство на културата"
    assert people(text) == [
        ("Рада Пенева", "заместник-министър", ministry),
        ("Цоло Ганев", "експерт", ministry),
        ("Минка Илева", "парламентарен секретар", ministry),
        ("Вълчан Пенков", "директор", "РИОСВ – Враца"),
        ("Добри Станев", "кмет", None),
    ]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Община Елена\nКметове през годините:\n1991 - 1995 г. - Рада Пенева\n", "Община Елена"),
        ("Община Елена\nКметове:\nс. Майско - Рада Пенева", "с. Майско"),
        ("Кметове на Тетевен\n1991 - 1995 Рада Пенева\nОще за община Тетевен", "община Тетевен"),
        ("Смяна в Община Елена\nДнес зам.-кметът Рада Пенева пое поста.", "Община Елена"),
        ("Смяна в Община Елена и в Община Видин\nДнес зам.-кметът Рада Пенева пое поста.", None),
        (
            "Писмо на Окръжна прокуратура – Сливен\nГо подписа окръжният прокурор Рада Пенева",
            "Окръжна прокуратура – Сливен",
        ),
        ("Министерство на културата\nДойде заместник-министър Рада Пенева.", "Министерство на културата"),
        ("Районен съд – Видин\nОтговаря: Административен ръководител Рада Пенева", "Районен съд – Видин"),
        ("Заповед на Кмета на Общината – Рада Пенева, Община Елена", "Община Елена"),
        ("Заместник-кмет на Община Елена с ресор „Финанси“\n\nРАДА ПЕНЕВА", "Община Елена"),
    ],
)
def test_offices_that_only_one_body_of_the_page_can_have(text: str, body: str | None) -> None:
    assert [(name, whose) for name, _, whose in people(text)] == [("Рада Пенева", body)]


@pytest.mark.parametrize(
    "heading",
    [
        "СПИСЪК на съдебните заседатели за мандат 2020-2023 г.",
        "СПИСЪК\nна съдебните заседатели",
        "Общото събрание на съдиите избра следните съдебни заседатели:",
    ],
)
def test_lists_of_the_elected(heading: str) -> None:
    text = f"Районен съд – Видин\n{heading}\n1. Рада Пенева\n2. Цоло Ганев"
    assert people(text) == [
        (name, "съдебен заседател", "Районен съд – Видин") for name in ("Рада Пенева", "Цоло Ганев")
    ]


@pytest.mark.parametrize("number", ["5", "202400001"])
def test_a_section_whose_number_ends_the_heading(number: str) -> None:
    text = f"РИК Сливен\nРЕШИ:\nСИК № {number}\nПредседател: Рада Пенева\nЧленове: Цоло Ганев"
    assert {body for _, _, body in people(text)} == {f"СИК № {number}"}


@pytest.mark.parametrize(
    "signature",
    ["Пресцентър на ОДМВР – Враца", "Пресслужба, ОДМВР – Враца", "Връзки с обществеността – ОДМВР – Враца"],
)
def test_a_page_is_of_the_body_whose_press_office_signs_it(signature: str) -> None:
    text = (
        "Отличиха служители\n\nЗа празника бяха наградени:\n- мл. експерт Рада Пенева, отдел „Архив“\n"
        f"- инспектор Цоло Ганев (разследващ полицай)\n\n{signature}\n"
    )
    assert [body for _, _, body in people(text)] == ["ОДМВР – Враца", "ОДМВР – Враца"]


def test_a_press_office_told_in_a_sentence_does_not_own_the_page() -> None:
    text = "Това съобщиха от пресцентъра на ОДМВР – Враца.\n\nНаградени бяха:\n- Рада Пенева, младши експерт\n"
    assert people(text)[0][2] != "Пресцентър на ОДМВР – Враца"


def test_a_commission_headed_with_the_number_of_its_members_above_a_gap() -> None:
    text = (
        "Общински съвет Мездра\nПОСТОЯННИ КОМИСИИ\n\nІІ. Постоянна комисия по култура и спорт – 5 членове\n\n"
        "Председател: Рада Пенева – ГЕРБ\nЧленове:\n1. Цоло Ганев\n"
    )
    assert {body for _, _, body in people(text)} == {"Постоянна комисия по култура и спорт"}


def test_councillors_are_of_the_council_also_where_it_is_told_in_short() -> None:
    text = (
        "Сесията на Общински съвет – Мездра се състоя вчера. Клетва положиха съветниците Рада Пенева и Цоло Ганев. "
        "Следващото заседание на ОбС е през май."
    )
    assert {body for _, _, body in people(text)} == {"Общински съвет – Мездра"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Рада Пенева, началник на Военно окръжие II степен – Враца.", "Военно окръжие II степен – Враца"),
        ("Рада Пенева, гл. експерт в Областна администрация", "Областна администрация"),
        ("Рада Пенева – главен инженер на „Пътстрой“", "„Пътстрой“"),
        ("Рада Пенева, шофьор в кметство Поляново", "кметство Поляново"),
        ("Рада Пенева, председател на Етажната собственост", "Етажна собственост"),
        ("Рада Пенева – автор на „Песни“", None),
        ("Рада Пенева – носител на Голямата награда", None),
    ],
)
def test_bodies_behind_an_office_that_no_list_reads(text: str, body: str | None) -> None:
    assert [it for _, _, it in people(text)] == [body]


@pytest.mark.parametrize(
    ("outer", "own"),
    [
        ("Министерство на земеделието", "Областна дирекция „Земеделие“ – Враца"),
        ("Прокуратура на Република България", "Окръжна прокуратура – Враца"),
        ("МИНИСТЕРСТВО НА ОКОЛНАТА СРЕДА И ВОДИТЕ", "РИОСВ – Враца"),
    ],
)
def test_a_letterhead_names_the_body_over_that_of_the_page_first(outer: str, own: str) -> None:
    text = f"{outer}\n{own}\n\nКонтакти\n\nСтарши експерт\nРада Пенева\n\nНачалник отдел „Контрол“ Цоло Ганев\n"
    assert [body for _, _, body in people(text)] == [own, own]


def test_the_unit_below_an_office_is_of_the_next_person() -> None:
    text = "Структура\nРада Пенева – и.д. директор\nОтдел „Наеми“ – Цоло Ганев\n"
    assert people(text)[0][1:] == ("изпълняващ длъжността директор", None)


def test_a_council_has_no_departments() -> None:
    text = "Общински съвет – Мездра\nПротокол\n\nПрисъстваха:\nРада Пенева – директор на дирекция „Финанси“\n"
    assert people(text)[0][2] != "Общински съвет – Мездра"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Началникът на отдел „Екология“ в общината Рада Пенева обяви това.", "началник"),
        ("Участва Рада Пенева, главен инженер в общината.", "главен инженер"),
    ],
)
def test_who_serves_in_the_municipality_of_which_the_page_tells(text: str, role: str) -> None:
    assert people(f"Община Мездра провежда кампания. {text}")[0][1:] == (role, "Община Мездра")


def test_a_firm_by_the_word_for_its_kind_and_a_name_in_quotes() -> None:
    text = "Председателят на селскостопанския кооператив „Нива“ Рада Пенева благодари."
    assert people(text)[0][1:] == ("председател", "селскостопански кооператив „Нива“")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Капитанът на отбора Вълчан Пенков взе купата.", "капитан"),
        ("Вълчан Пенков, основател на градската поликлиника", "основател"),
        ("диригент на хора е Вълчан Пенков", "диригент"),
        ("лекар на състезанието - Вълчан Пенков", "лекар"),
        ("Председателят на съвета Вълчан Пенков", "председател на съвета"),
        ("представител на родителите - Вълчан Пенков", "представител на родителите"),
    ],
)
def test_a_general_word_adds_nothing_to_an_office_but_a_board_does(text: str, role: str) -> None:
    assert [(it[0], it[1]) for it in people(text)] == [("Вълчан Пенков", role)]


def test_a_bank_where_accounts_are_kept_is_not_whose_page_it_is() -> None:
    text = (
        "За наеми:\nIBAN: BG13IABG93883378914161\n„Ромфея Банк“ АД – клон Мездра\n\nОбластен управител\nРада Пенева\n\n"
        "Главен секретар   Цоло Ганев\n"
    )
    assert people(text) == [("Рада Пенева", "областен управител", None), ("Цоло Ганев", "главен секретар", None)]


def test_the_first_body_with_a_line_of_its_own_is_whose_page_it_is() -> None:
    text = (
        "ТЕЛЕФОНЕН УКАЗАТЕЛ\n\nОбщина Мездра - обл. Враца          код: 0910\n\nСекретар\nРада Пенева          92-114\n"
        "Информационен център „Мездра“\nст. спец. Цоло Ганев          92-101\n"
    )
    assert people(text)[0] == ("Рада Пенева", "секретар", "Община Мездра")


@pytest.mark.parametrize("title", ["Детско отделение :: МБАЛ „Вита“ - Мездра ЕООД :: ", "Екип | МБАЛ „Вита“ | Мездра"])
def test_a_title_may_go_on_behind_the_body_that_it_names(title: str) -> None:
    text = f"{title}\nПациенти, Прием\n\nЛекарски екип:\nД-р Рада Пенева - ординатор\nУМБАЛ „Свети Лука“ - Плевен\n"
    assert people(text)[0][2] is not None
    assert "Вита" in str(people(text)[0][2])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "с. Горица; председател Рада Пенева; секретар Цоло Ганев",
            "с. Бор; председател Мила Рунева; секретар Яни Делев",
        ),
        ("тел. 0910/3 40 23, председател: Рада Пенева, касиер Цоло Ганев", "председател Мила Рунева, касиер Яни Делев"),
        ("Рада Пенева – председател; Цоло Ганев – домакин", "Мила Рунева – председател; Яни Делев – домакин"),
    ],
)
def test_all_of_a_row_are_of_the_body_that_begins_it(first: str, second: str) -> None:
    text = f"Читалища в общината\nНЧ „Роза 1920“, {first}\nНЧ „Дъга 1921“, {second}\n"
    assert [body for _, _, body in people(text)] == ["НЧ „Роза 1920“"] * 2 + ["НЧ „Дъга 1921“"] * 2


@pytest.mark.parametrize(
    "record",
    [
        "{name}\n{body}\n0910/3 40 23\n",
        "директор\n{name}\n{body}\nтел. 0910/3 40 23\n",
        "{name}\nдиректор\n{body}\n\n",
        "1. {name}, директор\n{body}, с. Горица\nroza@primer.bg\n",
    ],
)
def test_bodies_below_their_people(record: str) -> None:
    told = [("Рада Пенева", "ДГ „Роза“"), ("Цоло Ганев", "ДГ „Дъга“"), ("Мила Рунева", "ОУ „Искра“")]
    text = "Директори\nв общината\n\n" + "".join(record.format(name=name, body=body) for name, body in told)
    assert [(name, body) for name, _, body in people(text)] == told


def test_bodies_above_their_people() -> None:
    told = [("ДГ „Роза“", "Рада Пенева"), ("ДГ „Дъга“", "Цоло Ганев"), ("ОУ „Искра“", "Мила Рунева")]
    text = "".join(f"{body}\nдиректор\n{name}\n0910/3 40 23\n" for body, name in told)
    assert [(body, name) for name, _, body in people(text)] == told


@pytest.mark.parametrize(
    ("news", "told"),
    [
        (
            "За председател на бюджетната комисия е избран Цоло Ганев, на комисията по култура – Рада Пенева.",
            [("председател", "бюджетна комисия"), ("председател", "комисия по култура")],
        ),
        (
            "Директор на ОУ „Роза“ е Цоло Ганев, а на ДГ „Мак“ – Рада Пенева.",
            [("директор", "ОУ „Роза“"), ("директор", "ДГ „Мак“")],
        ),
        (
            "Началник на РУ – Мездра е комисар Цоло Ганев, на РУ – Оряхово – старши инспектор Рада Пенева.",
            [("началник", "РУ – Мездра"), ("началник", "РУ – Оряхово")],
        ),
    ],
)
def test_a_sentence_goes_on_with_the_same_office_in_other_bodies(news: str, told: list[tuple[str, str]]) -> None:
    assert [(role, body) for _, role, body in people(news)] == told


def test_where_somebody_else_was_met_is_no_body_of_an_office() -> None:
    told = people("Кметът на Мездра Цоло Ганев, на тържеството – и Рада Пенева, пяха.")
    assert told[1][1] is None


@pytest.mark.parametrize("besides", ["която е член на УС на клуба", "която е и председател на УС на клуба"])
def test_what_somebody_is_besides_comes_behind_the_own_office(besides: str) -> None:
    assert people(f"Дойде заместник-кметът Рада Пенева, {besides}.")[0][:2] == ("Рада Пенева", "заместник-кмет")


@pytest.mark.parametrize(
    "text",
    [
        "Заявление от сдружение „Роза“, представлявано от Рада Пенева – председател на управителния съвет.",
        "Сдружение „Роза“, представлявано от председателя на управителния съвет Рада Пенева, кандидатства.",
    ],
)
def test_whose_organ_it_is_the_sentence_tells(text: str) -> None:
    ((_, role, body),) = people(text)
    assert (role, (body or "").lower()) == ("председател на управителния съвет", "сдружение „роза“")


@pytest.mark.parametrize(
    "head",
    [
        "РЕШИ:\nНазначава в СИК № 021300005:",
        "РЕШИ:\nУтвърждава състава на СИК № 021300005:",
        "ОИК – Балчик назначава СИК № 021300005, както следва:",
        "Определя СИК № 021300005 в състав:",
        "Назначава СИК № 021300005 в състав, както следва:",
        "1. Назначава състава на СИК № 021300005, с. Долно Поле, общ. Балчик, както следва:",
        "Назначава СИК № 021300005, гр. Балчик, в следния състав:\nДлъжност\tИме",
    ],
)
@pytest.mark.parametrize("line", ["Председател: {}\nЧлен: {}\n", "{} – председател\n{} – член\n"])
def test_who_signs_below_the_members_of_a_board_is_of_the_body_of_the_page(head: str, line: str) -> None:
    listed = line.format("Рада Пенева", "Цоло Ганев")
    text = f"ОИК – Балчик\nРЕШЕНИЕ № 7\n{head}\n{listed}Председател: Минка Илева\nСекретар: Иво Рунев\n"
    assert [body for _, _, body in people(text)] == ["СИК № 021300005"] * 2 + ["ОИК – Балчик"] * 2


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Оглед след уговорка с Рада Пенева, началник на РПС Троян, тел. 0670 6 21 34.", "РПС Троян"),
        ("Рада Пенева е директор на РЦГХ – Враца.", "РЦГХ – Враца"),
        ("Участва и ръководителят на ТО Троян към РП Ловеч Рада Пенева.", "РП Ловеч"),
        (
            "Дойде директорът на Регионалния отдел на Държавен фонд „Земеделие“ Рада Пенева.",
            "Регионален отдел на Държавен фонд „Земеделие“",
        ),
        (
            "Рада Пенева, началник на Областния отдел на Българския червен кръст, откри срещата.",
            "Областен отдел на Български Червен кръст",
        ),
    ],
)
def test_a_unit_is_told_with_its_town_or_the_body_whose_it_is(text: str, body: str) -> None:
    assert [it[2] for it in people(text)] == [body]


@pytest.mark.parametrize("gap", [" " * 24, "\t"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("office", "role", "body"),
    [
        ("Председател на НЧ „Искра 1901“", "председател", "НЧ „Искра 1901“"),
        ("КМЕТ НА ОБЩИНА ЕЛХОВО", "кмет", "Община Елхово"),
        ("Директор на ОУ „Роза“", "директор", "ОУ „Роза“"),
    ],
)
def test_who_signs_beside_the_day_has_the_office_beside_the_town_below(
    gap: str, between: str, office: str, role: str, body: str
) -> None:
    text = f"Вноската е 3 лв.\n\n12.03.2018 г.{gap}Рада Пенева{between}гр. Елхово{gap}{office}\n"
    assert people(text) == [("Рада Пенева", role, body)]


@pytest.mark.parametrize("party", ["ВЪЗЛОЖИТЕЛ:\n", "За изпълнителя: ", "Вносител:\n", "Докладчик: "])
def test_who_signs_as_a_party_has_the_office_in_the_line_below(party: str) -> None:
    assert people(f"{party}Рада Пенева\nКмет на Община Елена\n") == [("Рада Пенева", "кмет", "Община Елена")]


def test_the_office_in_the_line_below_is_of_the_next_whom_it_names() -> None:
    told = people("Протоколист: Рада Пенева\nПредседател: Цоло Ганев\n")
    assert [role for _, role, _ in told] == ["протоколист", "председател"]


@pytest.mark.parametrize("section", ["СИК № 5", "състава на СИК № 5", "в СИК № 140000005"])
@pytest.mark.parametrize("house", ["НУ „Роза“", "ОУ „Роза“, ул. „Липа“ 3", "читалище „Роза“"])
def test_members_of_an_election_section_are_not_of_the_house_it_votes_in(section: str, house: str) -> None:
    text = f"ОИК – Елена\n\n1. Назначава {section}, с. Роза, {house}:\n\nПредседател: Рада Пенева\n\nЧлен: Цоло Ганев\n"
    assert {body for _, _, body in people(text)} == {section[section.index("СИК") :]}


@pytest.mark.parametrize(
    "text",
    [
        "Назначава за секретар на ОИК – Разлог, област Благоевград, Рада Пенева.",
        "Секретарят на ОИК – Разлог, обл. Благоевград, Рада Пенева каза това.",
        "Секретарят на ОИК – Разлог, общ. Разлог, обл. Благоевград, Рада Пенева, каза това.",
    ],
)
def test_region_of_a_body_stands_between_an_office_and_its_holder(text: str) -> None:
    assert people(text) == [("Рада Пенева", "секретар", "ОИК – Разлог")]


def test_the_head_of_an_office_of_agriculture_called_by_its_letters_is_its_own() -> None:
    text = 'Областна дирекция "Земеделие" - Ямбол\n\nОС "З" - Елхово\nтел. 0478 841 234 - Рада Пенева, началник\n'
    assert people(text) == [("Рада Пенева", "началник", "ОС „З“ – Елхово")]
