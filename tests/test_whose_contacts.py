"""Whose a telephone, an account, an address or working hours are."""

from pathlib import Path

import pytest
from making import invoke, json_lines

from govarchive.extract import extract
from govarchive.model import CONTACTS, Page


def whose(text: str) -> dict[str, tuple[str | None, bool]]:
    """The body of each contact of a text, by what is printed, and whether it is inferred."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {
        it.text: (it.details.get("institution"), "institution_inferred" in it.details)
        for it in found
        if it.kind in CONTACTS
    }


_TOWN_HALL = "ОБЩИНА БРЕГОВО\n\nЗа нас | Новини | Контакти\n\n"


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Деловодство: 09312/ 21 45", "09312/ 21 45"),
        ("Нона Рунева, касиер - тел. 09312/ 21 46", "09312/ 21 46"),
        ("E-mail: kasa@bregovo.primer.bg", "kasa@bregovo.primer.bg"),
        ("Работно време: от 8.00 до 16.30 ч.", "от 8.00 до 16.30 ч."),
        ("Местни данъци: BG80 BNBG 9661 1020 3456 78", "BG80 BNBG 9661 1020 3456 78"),
        ("3790 Брегово, пл. „Централен“ 1", "3790 Брегово, пл. „Централен“ 1"),
        ("отдел „Местни приходи“: 09312/ 21 47", "09312/ 21 47"),
    ],
)
def test_what_the_page_tells_of_nobody_is_of_its_own_body(line: str, printed: str) -> None:
    assert whose(_TOWN_HALL + line)[printed] == ("Община Брегово", True)


@pytest.mark.parametrize(
    "lines",
    [
        "РЗИ – Видин, тел. 094/ 60 11 22",
        "РЗИ – Видин\nДеловодство\n094/ 60 11 22",
        "Име\tТелефон\nРЗИ – Видин\t094/ 60 11 22",
        "РЗИ – Видин\nгр. Видин, ул. „Първа“ 4\nтел. 094/ 60 11 22",
    ],
)
def test_a_body_told_beside_or_right_above(lines: str) -> None:
    assert whose(_TOWN_HALL + lines)["094/ 60 11 22"] == ("РЗИ – Видин", False)


def test_no_bank_has_the_account_that_it_keeps() -> None:
    text = _TOWN_HALL + "Обслужваща банка: Българска народна банка, IBAN: BG80 BNBG 9661 1020 3456 78"
    assert whose(text)["BG80 BNBG 9661 1020 3456 78"] == ("Община Брегово", True)


@pytest.mark.parametrize("line", ["Вноски за НЗОК: {}", "Превод към НОИ {}", "НЗОК – осигуровки\n{}"])
def test_an_account_is_not_of_whom_one_pays_through_it(line: str) -> None:
    iban = "BG80 BNBG 9661 1020 3456 78"
    assert whose(_TOWN_HALL + line.format(iban))[iban] == ("Община Брегово", True)


def test_the_holder_of_an_account_is_told() -> None:
    iban = "BG80 BNBG 9661 1020 3456 78"
    assert whose(f"{_TOWN_HALL}Титуляр: ОУ „Роза“, IBAN {iban}")[iban] == ("ОУ „Роза“", False)


def test_the_next_of_a_list_is_not_of_the_body_above_it() -> None:
    list_above = "ДГ „Дъга“ – 09142/ 22-30\nДГ „Роза“, с. Ставерци – 09142/ 22-40\n"
    text = f"{_TOWN_HALL}{list_above}Паркинг – 09142/ 22-66\n"
    assert whose(text)["09142/ 22-66"] == ("Община Брегово", True)
    assert whose(text.replace("Паркинг – ", "факс: "))["09142/ 22-66"] == ("ДГ „Роза“", False)


def test_a_number_below_a_name_is_of_the_body_that_person_serves() -> None:
    text = (
        _TOWN_HALL + "Председател на Общински съвет – Брегово:\nВълчан Пенков\nтел. 09312/ 24-00\nфакс 09312/ 24-01\n"
    )
    assert whose(text)["09312/ 24-00"][0] == "Общински съвет – Брегово"


@pytest.mark.parametrize("called", ["Наемател:", "Собственик:", "Жалбоподател:", "Нотариус", "Вещо лице:"])
def test_a_private_number_is_of_no_body(called: str) -> None:
    assert whose(f"{_TOWN_HALL}{called} Вълчан Пенков, 0888 12 34 56")["0888 12 34 56"] == (None, False)


@pytest.mark.parametrize("called", ["Лице за контакти", "Длъжностно лице по защита на данните"])
def test_whom_a_body_names_to_be_asked_is_reached_there(called: str) -> None:
    assert whose(f"{_TOWN_HALL}{called}: Вълчан Пенков, 09312/ 21 45")["09312/ 21 45"] == ("Община Брегово", True)


@pytest.mark.parametrize(
    "lines",
    [
        "Вълчан Пенков\nтел. 0888 12 34 56",
        "инж. Вълчан Пенков\nул. „Първа“ 4\nтел. 0888 12 34 56",
        "Вълчан Пенков\nс. Долно Поле\nтел. 0888 12 34 56",
    ],
)
def test_a_private_number_right_below_the_name(lines: str) -> None:
    assert whose(_TOWN_HALL + lines)["0888 12 34 56"] == (None, False)


@pytest.mark.parametrize("lines", ["Вълчан Пенков\n\nтел. 09312/ 21 45", "Вълчан Пенков\nДеловодство: 09312/ 21 45"])
def test_below_the_name_of_somebody_but_not_of_him(lines: str) -> None:
    assert whose(_TOWN_HALL + lines)["09312/ 21 45"] == ("Община Брегово", True)


def test_a_body_behind_a_private_number_has_its_own() -> None:
    found = whose(_TOWN_HALL + "Вълчан Пенков 0888 12 34 56, читалище „Роза“ 09312/ 21 49")
    assert found["0888 12 34 56"] == (None, False)
    assert found["09312/ 21 49"] == ("читалище „Роза“", False)


def test_the_body_over_the_name_of_whom_to_ask() -> None:
    assert whose(_TOWN_HALL + "ОУ „Роза“\nВълчан Пенков\nтел. 09312/ 21 50")["09312/ 21 50"] == ("ОУ „Роза“", False)


@pytest.mark.parametrize("called", ["Наемател", "Изпълнител", "Участник"])
def test_a_body_that_its_line_calls_by_what_it_is_here(called: str) -> None:
    text = f"Община Брегово\n{called}: „Мост“ ООД\nЕИК 000123451"
    assert whose(text)["000123451"] == ("„Мост“ ООД", False)


def test_no_body_that_is_but_written_to_has_the_number_below() -> None:
    text = "Община Брегово\nВ отговор на: РЗИ – Видин\nтел. 09312/ 21 45"
    assert whose(text)["09312/ 21 45"] == ("Община Брегово", False)


def test_who_serves_elsewhere_is_reached_there() -> None:
    text = _TOWN_HALL + "Вълчан Пенков – директор на ОУ „Роза“, 0888 12 34 56"
    assert whose(text)["0888 12 34 56"] == ("ОУ „Роза“", False)


def test_the_body_told_oftenest_where_none_heads_the_page() -> None:
    text = (
        "Търгът е в сградата на РЗИ – Видин, а протоколът се одобрява от директора на РЗИ – Видин. Копие се праща до "
        "ОУ „Роза“.\n\nЗа справки: 094/ 60 11 22"
    )
    assert whose(text)["094/ 60 11 22"] == ("РЗИ – Видин", True)


def test_a_contact_over_the_name_of_the_body_and_one_far_above_another_body() -> None:
    assert whose("тел. 094/ 60 11 22\nРЗИ – ВИДИН\n\nНовини")["094/ 60 11 22"] == ("РЗИ – Видин", True)
    text = "Седмица на реката\n\n" * 20 + "Деловодство: 094/ 60 11 22\n\n" + "РЗИ – Видин\n\nПишете ни"
    assert whose(text)["094/ 60 11 22"] == (None, False)


def test_the_body_that_all_people_of_a_page_serve() -> None:
    news = "Областният управител на област Видин Рада Минева и заместник областният управител Иво Рунев откриха моста."
    text = f"Деловодство: 094/ 60 11 22\n\n{news}"
    assert whose(text)["094/ 60 11 22"] == ("област Видин", True)


def test_a_page_without_a_body_tells_of_none() -> None:
    assert whose("Деловодство: 09312/ 21 45") == {"09312/ 21 45": (None, False)}


def test_a_body_is_asked_for_with_what_reaches_it(tmp_path: Path) -> None:
    page = _TOWN_HALL + "Телефон: 09312/ 21 45\nФакс: 09312/ 21 48\n\nОУ „Роза“\nтел. 09312/ 21 50\n"
    (tmp_path / "стр.txt").write_text(page, encoding="utf-8")
    archive = ["--archive", str(tmp_path / "а.db")]
    assert invoke("import", str(tmp_path / "стр.txt"), *archive).exit_code == 0
    asked = ["query", "--kind", "phone", "--institution", "община Брегово", *archive]
    found = invoke(*asked, "--format", "jsonl")
    assert [it["text"] for it in json_lines(found.stdout)] == ["09312/ 21 45", "09312/ 21 48"]
    fax = invoke(*asked, "--label", "факс", "--format", "jsonl")
    assert [it["value"] for it in json_lines(fax.stdout)] == ["+35993122148"]


def test_all_names_of_a_body_meet_what_reaches_it(tmp_path: Path) -> None:
    page = "МБАЛ „Рила“ АД – Видин\n\nРегистратура: 094/ 60 11 22\nДиректор: д-р Вълчан Пенков\n"
    (tmp_path / "стр.txt").write_text(page, encoding="utf-8")
    archive = ["--archive", str(tmp_path / "а.db"), "--format", "jsonl"]
    assert invoke("import", str(tmp_path / "стр.txt"), *archive[:2]).exit_code == 0
    for asked in ("МБАЛ Рила", "Многопрофилна болница за активно лечение Рила"):
        found = json_lines(invoke("query", "--institution", asked, *archive).stdout)
        assert [it["kind"] for it in found] == ["institution", "phone", "person"]


@pytest.mark.parametrize(
    "label",
    ["тел. за сигнали на КАТ:", "КАТ", "Полиция –", "Пожарна:", "Бърза помощ", "Аварийна „ВиК“", "ЧЕЗ:"],
)
def test_the_telephone_of_a_service_is_not_of_the_town_hall_that_tells_it(label: str) -> None:
    found = whose(f"{_TOWN_HALL}Деловодство: 09312/ 21 45\n{label} 09312/ 21 66\n")
    assert found["09312/ 21 45"] == ("Община Брегово", True)
    assert found["09312/ 21 66"] == (None, False)
    assert whose(f"Община Брегово\n{label} 09312/ 21 66\n")["09312/ 21 66"] == (None, False)


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ("Районно управление – Мездра", "КАТ:"),
        ("ОДМВР – Враца", "Пожарна:"),
        ("МБАЛ „Света Анна“ – Видин", "Спешна помощ:"),
        ("Община Брегово", "Общинска полиция:"),
    ],
)
def test_a_service_of_the_body_is_its_own(body: str, label: str) -> None:
    assert whose(f"{body}\n{label} 09312/ 21 66\n")["09312/ 21 66"][0] == body


@pytest.mark.parametrize("foot", ["Община Върбица", "© Община Върбица, 2021"])
def test_the_body_at_the_foot_of_a_long_list_has_its_accounts(foot: str) -> None:
    items = "".join(f"Такса по точка {number} от наредбата\nBG80 BNBG 9661 1020 3456 78\n\n" for number in range(9))
    found = extract(Page(text=f"Местни данъци и такси\n\n{items}{foot}", source="test", sha256="0" * 64))
    accounts = [it.details.get("institution") for it in found if it.kind == "iban"]
    assert accounts == ["Община Върбица"] * 9


@pytest.mark.parametrize(
    "line",
    [
        "Депозитът се внася по сметка {} на Община Белово.",
        "Депозитът се внася по IBAN {}, BIC BNBGBGSD, в полза на Община Белово.",
        "Депозитът се внася по банковата сметка на Община Белово: IBAN {}",
    ],
)
def test_the_holder_of_an_account_told_in_its_sentence(line: str) -> None:
    printed = "BG80 BNBG 9661 1020 3456 78"
    assert whose(line.format(printed))[printed] == ("Община Белово", False)


def test_a_body_whose_head_is_met_in_a_headline_has_not_the_contacts_of_the_page() -> None:
    text = "Среща с началника на РУ – Садово\n\nПървата от поредица срещи.\n\nГорещ телефон\n03118/ 26-12"
    assert whose(text)["03118/ 26-12"] == (None, False)
    assert whose(text.replace("Среща с началника на ", ""))["03118/ 26-12"] == ("РУ – Садово", True)


@pytest.mark.parametrize("park", ["природен парк „Бор“", "Природен парк „Бор“", "Национален парк „Бор“"])
def test_the_directorate_of_a_park_has_its_page(park: str) -> None:
    found = extract(Page(text=f"Дирекция на {park}\nтел. 066 80 17 55", source="test", sha256="0" * 64))
    assert [it.details.get("institution") for it in found if it.kind == "phone"] == [f"Дирекция на {park}"]
