"""Heads of pages: how the first lines tell whose page it is, and for whom of its people that counts."""

import making
import pytest


def people(text: str) -> dict[str | None, tuple[str | None, str | None]]:
    """The people of a text with their roles and institutions."""
    return {name: (role, body) for name, role, body in making.people(text)}


@pytest.mark.parametrize(
    "head",
    [
        "Община Мездра - Търгове и конкурси",
        "ОБЩИНА МЕЗДРА, ОБЛАСТ ВРАЦА",
        "Община Мездра        поща: kmet@primer.bg        A A A",
    ],
)
def test_the_head_of_a_page_goes_on_behind_its_owner(head: str) -> None:
    text = f"{head}\n\nЗа справки: Вълчан Пенков – началник отдел „Архив“, и Нона Рунева, касиер\n"
    told = {(institution or "").lower() for _, institution in people(text).values()}
    assert told == {"община мездра"}


def test_a_party_owns_no_page() -> None:
    text = "ПП ГЕРБ\nДПС\nЗаместник-председател: Вълчан Пенков\n"
    assert people(text)["Вълчан Пенков"] == ("заместник-председател", None)


def test_public_tutors_are_of_the_commission_and_of_no_school() -> None:
    text = "Местна комисия за БППМН – Мездра\nОУ „Искра“ – Мездра\n\nОбществени възпитатели:\nВълчан Пенков\n"
    assert people(text)["Вълчан Пенков"] == ("обществен възпитател", "Местна комисия за БППМН – Мездра")


@pytest.mark.parametrize(
    "line",
    [
        "Манипулационна: Вълчан Пенков, вътр. 214",
        "За контакти: 0910/ 3-41-22, Вълчан Пенков",
        "Резервации: Вълчан Пенков, 0899 61 20 34",
        "КАТ - регистрация: 8.30 - 12.00 ч., Вълчан Пенков",
        "Рентген\nд-р Вълчан Пенков\nтел. 0910/ 3 41 22",
    ],
)
def test_who_can_be_reached_works_for_the_owner(line: str) -> None:
    assert people(f"МБАЛ „Искра“ – Мездра\n\n{line}\n")["Вълчан Пенков"][1] == "МБАЛ „Искра“ – Мездра"


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("МБАЛ „Искра“ – Мездра", "Дарители: Вълчан Пенков, 0899 61 20 34"),
        ("МБАЛ „Искра“ – Мездра", "с. Царевец - Вълчан Пенков, 0899 61 20 34"),
        ("МБАЛ „Искра“ – Мездра", "Вчера Вълчан Пенков се обади на 0899 61 20 34 и благодари."),
        ("ДГ „Дъга“ – Мездра", "Родител: Вълчан Пенков, 0899 61 20 34"),
        ("Община Мездра", "Вълчан Пенков, 0899 61 20 34"),
        ("СУ „Искра“ – Мездра", "Концерт: 18.30 – 20.00 ч., Вълчан Пенков"),
        ("СУ „Искра“ – Мездра", "Снимки: Вълчан Пенков (архив)"),
        ("РИОСВ – Враца", "Сигнал от Вълчан Пенков, 0899 61 20 34"),
        ("Районен съд – Мездра", "Дело № 12: 9.00 – 9.30 ч., Вълчан Пенков"),
    ],
)
def test_who_has_a_telephone_and_works_for_nobody(head: str, line: str) -> None:
    assert people(f"{head}\n\n{line}\n")["Вълчан Пенков"][1] is None


@pytest.mark.parametrize(
    "line",
    [
        "Победи ФК „Искра“, воден от треньора Вълчан Пенков.",
        "Гостува ОУ „Искра“ начело с директора Вълчан Пенков.",
        "Победи ФК „Искра“, трениран от своя треньор Вълчан Пенков.",
    ],
)
def test_a_team_is_told_with_who_leads_it(line: str) -> None:
    assert "Искра" in (people(f"Община Мездра\n\n{line}\n")["Вълчан Пенков"][1] or "")


@pytest.mark.parametrize("mark", ["/п/", "/п./", "(п.)"])
def test_a_signature_with_the_mark_of_the_original(mark: str) -> None:
    text = f"Препис да се връчи на лицата.\n\nд-р ВЪЛЧАН ПЕНКОВ\nКмет на община Мездра  {mark}\n"
    assert people(text)["Вълчан Пенков"] == ("кмет", "община Мездра")


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Помогна ни Вълчан Пенков от човешки ресурси.", "РИОСВ – Враца"),
        ("Помогна ни Вълчан Пенков (логистика).", "РИОСВ – Враца"),
        ("За контакти: Вълчан Пенков, протокол и връзки с обществеността, 092 2 34 71", "РИОСВ – Враца"),
        ("От „Искра“ ЕООД ни помогна Вълчан Пенков от човешки ресурси.", None),
        ("Лекция изнесе доц. Вълчан Пенков, ТУ – Варна.", "ТУ – Варна"),
        ("Лекция изнесе Вълчан Пенков, ТУ – Варна е домакин.", None),
        ("На срещата дойдоха доц. Вълчан Пенков, Община Мездра и БАН.", None),
    ],
)
def test_the_desk_and_the_body_behind_a_name(line: str, body: str | None) -> None:
    assert people(f"РИОСВ – Враца\n\n{line}\n")["Вълчан Пенков"][1] == body


def test_the_administration_of_a_municipality_has_a_mayor_and_that_of_a_region_none() -> None:
    assert people("Общинска администрация – Мездра\n\nКмет: Вълчан Пенков\n") == {
        "Вълчан Пенков": ("кмет", "Общинска администрация – Мездра")
    }
    assert people("Областна администрация – Враца\n\nКмет: Вълчан Пенков\n") == {"Вълчан Пенков": ("кмет", None)}


def test_a_service_with_an_office_elsewhere_heads_its_people() -> None:
    text = (
        "Областна дирекция „Земеделие“ – Враца\n\nОСЗ Мездра\nНачалник: Рада Пенева\n\n"
        "ОСЗ Козлодуй и офис Мизия\nНачалник: Вълчан Пенков\n"
    )
    assert {body for _, body in people(text).values()} == {"ОСЗ Мездра", "ОСЗ Козлодуй"}


@pytest.mark.parametrize(
    ("head", "own"),
    [
        ("Агенция за социално подпомагане, ДСП – Мездра", "ДСП – Мездра"),
        ("МОН, РУО – Враца", "РУО – Враца"),
        ("Министерство на културата - Регионален исторически музей „Искра“", "Регионален исторически музей „Искра“"),
    ],
)
def test_the_lower_body_of_one_line_is_whose_page_it_is(head: str, own: str) -> None:
    assert people(f"{head}\n\nГлавен експерт: Вълчан Пенков\n")["Вълчан Пенков"][1] == own


def test_the_second_of_two_in_offices_of_a_kind_is_of_the_body_of_the_first() -> None:
    text = "Инспекция по труда – Враца\n\nИнспектор Рада Пенева и старши инспектор Вълчан Пенков посетиха „Роза“ ООД.\n"
    assert {body for _, body in people(text).values()} == {"Инспекция по труда – Враца"}
