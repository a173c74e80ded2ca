"""Bodies in prose: whose an office is that a news page or a notice tells without naming the body beside it."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def bodies(text: str) -> dict[str | None, str | None]:
    """The people of a text with their institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return {it.value: it.details.get("institution") for it in found if it.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Районна прокуратура – Мездра внесе акта в съда. Наблюдаващ прокурор по делото е Рада Пенева.",
        "Проверките на Районна прокуратура – Мездра продължават, каза вчера прокурор Рада Пенева.",
        "В Районна прокуратура – Мездра има промени. Главен счетоводител става Рада Пенева.",
    ],
)
def test_an_office_is_of_the_only_body_of_a_page_that_has_such(text: str) -> None:
    assert bodies(text) == {"Рада Пенева": "Районна прокуратура – Мездра"}


def test_whom_a_letter_goes_to_is_not_of_whom_it_tells() -> None:
    assert bodies("Писмо до РЗИ – Враца. Изготвил го е старши експерт Рада Пенева.") == {"Рада Пенева": None}


@pytest.mark.parametrize(
    "line",
    [
        "Лице за контакт: Рада Пенева, тел. 0910 3 40 23",
        "Лица за контакти: Рада Пенева",
        "Представляващ: Рада Пенева",
        "Длъжностно лице по защита на данните: Рада Пенева",
    ],
)
def test_who_may_be_asked_is_of_the_body_whose_page_it_is(line: str) -> None:
    assert bodies(f"Профил на купувача\nОбщина Мездра\nул. „Роза“ 5\n{line}\n") == {"Рада Пенева": "Община Мездра"}


@pytest.mark.parametrize("joint", ["с директор", "със секретар", "начело с директора", "начело със секретаря"])
def test_with_whom_a_body_is_told(joint: str) -> None:
    text = f"В похода се включиха НЧ „Искра“ {joint} Рада Пенева и децата от ДГ „Дъга“."
    assert bodies(text) == {"Рада Пенева": "НЧ „Искра“"}


def test_a_governor_is_of_the_only_region_and_his_deputies_are_his() -> None:
    text = "В Област Враца има рокади. Освободен бе заместник областният управител Рада Пенева, съобщи БТА."
    assert bodies(text) == {"Рада Пенева": "Област Враца"}
    text = "Областният управител на Враца Рада Пенева и нейните заместници Нона Рунева и Вълчан Йовев бяха там."
    text = f"Враца, 5 май /БТА/\n{text}"
    assert set(bodies(text).values()) == {"Враца"}


@pytest.mark.parametrize(
    "text",
    [
        "На събрание на СНЦ „Зелен рид“ в салона на НЧ „Искра“ приеха отчета. За председател бе избрана Рада Пенева.",
        "СНЦ „Зелен рид“ преизбра Рада Пенева за председател. Поздрави я кметът на Община Мездра Вълчан Йовев.",
        "След отчета на СНЦ „Зелен рид“ имаше избор. За председател е преизбрана единодушно Рада Пенева.",
    ],
)
def test_who_is_elected_leads_the_body_that_elects(text: str) -> None:
    assert bodies(f"Новини\nОт Община Мездра и НЧ „Просвета“\n{text}")["Рада Пенева"] == "СНЦ „Зелен рид“"
