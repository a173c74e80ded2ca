"""Own staff: who works for the body of the page, beside those who sit in its boards and come from elsewhere."""

import pytest
from making import body_of

from govarchive.extract import extract
from govarchive.model import Page


def people(text: str) -> dict[str | None, tuple[str | None, str | None]]:
    """The people of a text with their roles and institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {it.value: (it.details.get("role"), body_of(it)) for it in found if it.kind == "person"}


def test_who_serves_a_board_is_of_the_body_of_the_page() -> None:
    text = (
        "ОБЩИНСКИ СЪВЕТ МЕЗДРА\n\nПК по законност\nПредседател: Вълчан Пенков\nЧленове: Рада Минева, Иво Рунев\n\n"
        "Звено, подпомагащо работата: технически сътрудник Нона Рунева, 0910 34023."
    )
    found = people(text)
    assert found["Вълчан Пенков"] == ("председател", "ПК по законност")
    assert found["Нона Рунева"] == ("технически сътрудник", "Общински съвет Мездра")


def test_who_sits_in_a_board_by_an_office_at_the_school_whose_page_it_is() -> None:
    text = "ОУ „Роза“\n\nОбществен съвет\nПредседател: Вълчан Пенков\nРезервни членове: Нона Рунева - учител\n"
    found = people(text)
    assert found["Вълчан Пенков"] == ("председател", "Обществен съвет")
    assert found["Нона Рунева"] == ("учител", "ОУ „Роза“")


@pytest.mark.parametrize("office", ["защитник", "вещо лице", "жалбоподател", "ветеран", "дарител"])
def test_sides_witnesses_and_guests_below_the_owner_of_a_page_are_not_of_it(office: str) -> None:
    found = people(f"Районен съд – Мездра\n\nСъдия: Вълчан Пенков\n{office.capitalize()}: Нона Рунева\n")
    assert found == {"Вълчан Пенков": ("съдия", "Районен съд – Мездра"), "Нона Рунева": (office, None)}


@pytest.mark.parametrize(
    "line",
    [
        "Вълчан Пенков - ТУ Варна, рецензия",
        "проф. Вълчан Пенков – ТУ Варна",
        "Вълчан Пенков (ТУ Варна)",
    ],
)
def test_who_sits_in_a_board_from_elsewhere(line: str) -> None:
    assert people(f"Външни членове:\n- {line}\n")["Вълчан Пенков"][1] == "ТУ Варна"


@pytest.mark.parametrize("lead", ["1. За Община Мездра: ", "- от Община Мездра – ", "За Община Мездра - "])
def test_whom_a_body_sent(lead: str) -> None:
    text = f"Присъстваха:\n{lead}Вълчан Пенков, упълномощен със Заповед № 5/01.02.2019\n"
    assert people(text)["Вълчан Пенков"][1] == "Община Мездра"


@pytest.mark.parametrize(
    ("line", "institution"),
    [
        ("ОП „Чистота“, бул. „Тракия“ 10 — управител Вълчан Пенков, 0470/ 6 11 12", "ОП „Чистота“"),
        ("ЦПЛР „Звезда“, ул. „Роза“ 5, тел. 0910 3 40 23, директор: Вълчан Пенков", "ЦПЛР „Звезда“"),
    ],
)
def test_an_address_between_a_body_and_its_office(line: str, institution: str) -> None:
    text = f"ОБЩИНА МЕЗДРА\nУказател\n\n{line}\nОУ „Роза“, ул. „Първа“ 1 - директор Иво Рунев\n"
    assert people(text)["Вълчан Пенков"][1] == institution


@pytest.mark.parametrize(
    ("body", "office"),
    [
        ("ОДМВР – Враца", "комисар"),
        ("Окръжна прокуратура – Враца", "следовател"),
        ("Драматичен театър – Враца", "художник"),
        ("Община Мездра", "юрист"),
    ],
)
def test_who_follows_a_trade_that_a_body_has_need_of_serves_it(body: str, office: str) -> None:
    assert people(f"{body}\n{office.capitalize()}: Нона Рунева\n") == {"Нона Рунева": (office, body)}


@pytest.mark.parametrize(
    "paper",
    [
        "Комисия в състав:\nЧленове:\n1. Рада Минева – началник отдел „ТСУ“\n2. Нона Рунева – юрист",
        "РАДА МИНЕВА\nКмет на Община Мездра\nСъгласувал:\nНона Рунева\nЮрист",
        "Служители\nРада Минева – секретар, тел. 841 234\nНона Рунева – юрист, тел. 841 235",
    ],
)
def test_the_lawyer_of_a_town_hall_is_one_of_its_staff(paper: str) -> None:
    assert people(f"Община Мездра\nЗАПОВЕД № 12\n{paper}\n")["Нона Рунева"] == ("юрист", "Община Мездра")


def test_who_would_like_to_have_an_office_has_it_not() -> None:
    assert people("Кандидати за директор на ОУ „Роза“: Нона Рунева")["Нона Рунева"] == (None, None)


def test_the_first_of_a_list_is_of_the_same_body_as_the_next() -> None:
    text = (
        "Днес в ДГ „Звънче“, гр. Мездра, се събра комисия в състав:\nПредседател: Рада Минева – ЗДУД\n"
        "Членове: 1. Нона Рунева – главен учител\n2. Вълчан Пенков – касиер-домакин\n"
    )
    assert {institution for _, institution in people(text).values()} == {"ДГ „Звънче“"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("МОЛ: Нона Рунева, председател", ("председател", "НЧ „Искра 1912“")),
        ("Протоколист: Нона Рунева, главен експерт в РИОСВ – Враца", ("главен експерт", "РИОСВ – Враца")),
        ("Земеделска кооперация „Нива“, с председател Нона Рунева", ("председател", "Земеделска кооперация „Нива“")),
        ("Икономистката Нона Рунева, която досега бе касиер в ОУ „Роза“, влезе.", ("касиер", "ОУ „Роза“")),
    ],
)
def test_the_office_that_says_more(line: str, told: tuple[str, str]) -> None:
    assert people(f"НЧ „Искра 1912“\nс. Долно Поле\n\n{line}\n")["Нона Рунева"] == told


def test_a_deputy_in_an_order() -> None:
    text = "Гимназия „Роза“\nгр. Мездра\n\nЗАПОВЕД № 5\n\nКонтрол възлагам на ЗАТС Нона Рунева.\n"
    assert people(text)["Нона Рунева"] == ("ЗАТС", "Гимназия „Роза“")


def test_units_and_their_heads() -> None:
    text = (
        "МБАЛ „Света Анна“ – Мездра\n\nОтделения и завеждащи:\n\n"
        "Вътрешно отделение - д-р Рада Минева, тел. 0910 3 40 23\n"
        "Хирургично отделение – д-р Вълчан Пенков, 0910 3 40 24\n"
    )
    assert {role for role, _ in people(text).values()} == {"завеждащ"}


@pytest.mark.parametrize("lead", ["ГРАО – ", "205 Човешки ресурси - ", "Каса: "])
def test_who_sits_at_a_desk_of_the_body(lead: str) -> None:
    found = people(f"ОБЩИНА МЕЗДРА\nТелефонен указател\n\n{lead}Нона Рунева – 0910 5 23 54\n")
    assert found["Нона Рунева"] == (None, "Община Мездра")


@pytest.mark.parametrize("lead", ["Дарители: ", "Победител - ", "Илинден – "])
def test_who_sits_at_none(lead: str) -> None:
    found = people(f"ОБЩИНА МЕЗДРА\nНовини\n\n{lead}Нона Рунева – 0910 5 23 54\n")
    assert found["Нона Рунева"][1] is None


def test_the_field_of_a_deputy() -> None:
    found = people("ОБЩИНА МЕЗДРА\nУказател\n\n304 Зам.-кмет ТСУ — арх. Нона Рунева ..... 0910 5 23 04\n")
    assert found["Нона Рунева"] == ("заместник-кмет ТСУ", "Община Мездра")


def test_who_signs_where_another_led_the_same_body() -> None:
    text = (
        "Почина Рада Минева\n\nНапусна ни Рада Минева, дългогодишен директор на ОУ „Роза“ в Мездра.\n"
        "Завършва в СУ „Иван Вазов“.\n\nОт името на колектива:\nНона Рунева, директор\n"
    )
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    offices = [it.details.get("role") for it in found if it.kind == "person"]
    assert offices == ["директор"] * 3  # the headline, too
    assert people(text)["Нона Рунева"][1] == "ОУ „Роза“"


def test_a_headline_of_somebody_with_two_offices() -> None:
    text = "Почина Рада Минева\n\nПочина Рада Минева, директор на ОУ „Роза“.\nРада Минева, лекар, бе на 80.\n"
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    assert "role" not in next(it.details for it in found if it.kind == "person")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Членове са Нона Рунева – касиер в ОУ „Роза“ и Иво Рунев – учител.", ("касиер", "ОУ „Роза“")),
        ("Научно жури (Заповед на ректора № 5/ 17.02.2022 г.):\nЧленове:\n- Нона Рунева", ("член", "Научно жури")),
        ("Избраха член на Съвета на директорите на лечебното заведение Нона Рунева", ("член", "Съвет на директорите")),
        ("За спорт - Нона Рунева , борба – 12 клас, СУ „Роза“", (None, "СУ „Роза“")),
        ("Нона Рунева, народно пеене, 6 клас – СУ „Роза“", (None, "СУ „Роза“")),
    ],
)
def test_members_and_pupils(line: str, told: tuple[str | None, str]) -> None:
    assert people(line)["Нона Рунева"] == told


def test_a_governor_serves_no_association() -> None:
    text = (
        "Заседание на Асоциацията по ВиК\n\nОбласт Враца\n\n"
        "1. Областният управител инж. Нона Рунева – председател на Асоциацията, 35 %\n"
    )
    assert people(text)["Нона Рунева"] == ("областен управител", "Област Враца")


@pytest.mark.parametrize("row", ["1\n{}\nКметство {}\n24-17\n", "{} – Кметство {}\n", "{}\tКметство {}\t24-17\n"])
def test_mayors_with_their_town_halls(row: str) -> None:
    rows = row.format("Нона Рунева Стоева", "Долно Поле") + row.format("Иво Рунев Пенков", "Горно Поле")
    found = people(f"КМЕТОВЕ И НАМЕСТНИЦИ\nВ ОБЩИНА МЕЗДРА\n\nИме\nКметство\nТелефон\n\n{rows}")
    assert found["Нона Рунева Стоева"] == ("кмет", "Кметство Долно Поле")
    assert found["Иво Рунев Пенков"] == ("кмет", "Кметство Горно Поле")


def test_the_press_office_of_the_only_municipality() -> None:
    text = "Вчера Община Мездра откри парк.\n\nЗа повече: тел. 0910 3 40 23. Пресцентър: Нона Рунева, 0878 24 00 96\n"
    assert people(text)["Нона Рунева"] == (None, "Община Мездра")


def test_who_plays_a_mayor_is_none() -> None:
    text = "Режисьор: Рада Минева\n\nУчастват:\nКМЕТЪТ – Нона Рунева\nПИСАРЯТ: Иво Рунев\n\nДиректор: Вълчан Пенков\n"
    roles = [role for role, _ in people(text).values()]
    assert roles == ["режисьор", None, None, "директор"]


@pytest.mark.parametrize(
    "heading", ["Нашият екип   2019/2020 учебна година", "Педагогически персонал", "Служебни телефони", "Екип:"]
)
@pytest.mark.parametrize(
    "line",
    [
        "Детегледачи\n{}",
        "I б клас - {}",
        "Чужди езици: {} /английски/",
        "ЦОУД – {}, тел. 0910/9 11 22",
        "Първа група: {} (кл. р-л)",
    ],
)
def test_all_below_the_heading_of_a_staff_are_of_the_owner(heading: str, line: str) -> None:
    text = f"СУ „РОЗА“ – МЕЗДРА\n\n{heading}\n\nНАЧАЛЕН ЕТАП\nIА клас – Нона Рунева\n{line.format('Вълчан Пенков')}\n"
    assert {body for _, body in people(text).values()} == {"СУ „Роза“ – Мездра"}


@pytest.mark.parametrize(
    "head",
    [
        "Родителски актив: ",
        "Родители\n",
        "На 5 май на гости ни беше татко ",
        "Отличници\nученичка ",
        "Спонсори\n",
        "Благодарим на:\n",
        "Победители в надпреварата\n",
        "Участници\n",
        "В ролите:\nХитър Петър - ",
        "Народен представител от региона: ",
    ],
)
def test_parents_pupils_and_guests_are_none_of_the_staff(head: str) -> None:
    text = f"СУ „РОЗА“ – МЕЗДРА\n\nНашият екип\n\nНАЧАЛЕН ЕТАП\nIА клас – Нона Рунева\n{head}Вълчан Пенков\n"
    assert [body for _, body in people(text).values()] == ["СУ „Роза“ – Мездра", None]


@pytest.mark.parametrize(
    "office", ["Началник РКЦ", "Директор „УТСИ“", "Ръководител ТСУ", "Завеждащ АФО", "Началник отдел"]
)
def test_who_leads_a_unit_by_its_abbreviation_serves_the_body_of_the_page(office: str) -> None:
    told = people(f"Център за спешна помощ – Видин\nДиректор: Рада Минева\n{office}: Нона Рунева\n")
    assert told["Нона Рунева"][1] == "Център за спешна помощ – Видин"
