"""People, offices and bodies as reports and notices run them together: with nothing, a dash or a rank between."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def people(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """The people of a text with their roles and institutions."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, it.details.get("role"), it.details.get("institution")) for it in found if it.kind == "person"]


def names_of(kind: str, text: str) -> list[str | None]:
    """The values of one kind in a text."""
    return [it.value for it in extract(Page(text=text, source="test", sha256="0" * 64)) if it.kind == kind]


@pytest.mark.parametrize(
    ("text", "role", "institution"),
    [
        ("Директорът на МБАЛ-Мездра Вълчан Пенков подаде молба.", "директор", "МБАЛ-Мездра"),
        ("поздрави началника на дирекцията старши комисар Вълчан Пенков", "началник", None),
        ("управителят на ЛУЧ-ПРО, г-н Вълчан Пенков, се срещна с кмета", "управител", None),
        ("Министър- председателят Вълчан Пенков откри изложбата.", "министър-председател", None),
        ("областният управител на София – град Вълчан Пенков", "областен управител", "София - град"),
        ("срещата с министъра на образованието и\nнауката Вълчан Пенков", "министър на образованието и науката", None),
        ("Кметът на Мездра бе домакин на срещата на министъра Вълчан Пенков.", "министър", None),
        ("като представител на държавата той увери кмета Вълчан Пенков", "кмет", None),
        ("директорът на Дирекция „А1“ на НОИ Вълчан Пенков", "директор на Дирекция „А1“", "НОИ"),
        (
            "началникът на отдел „А1“ на Висшия съдебен съвет Вълчан Пенков",
            "началник на отдел „А1“",
            "Висш съдебен съвет",
        ),
        ("Вълчан Пенков официално встъпи в длъжност „съдия“ в Районен съд – Мездра.", "съдия", "Районен съд – Мездра"),
        ("Вълчан Пенков е назначен на длъжността „кмет“ на Община Мездра.", "кмет", "Община Мездра"),
        ("Вълчан Пенков – за главен секретар на НОИ, Рада Илева", "главен секретар", "НОИ"),
        ("Вълчан Пенков, който беше отстранен като шеф на НОИ", "шеф", "НОИ"),
        ("председателят на Апелативния съд Вълчан Пенков", "председател", "Апелативен съд"),
        ("Районен съд – Мездра. Председателят на Районния съд Вълчан Пенков", "председател", "Районен съд – Мездра"),
        ("Кметът на с. Брусен, община Мездра, Вълчан Пенков откри", "кмет", "с. Брусен"),
        ("директор на Френската гимназия е Вълчан Пенков", "директор", "Френска гимназия"),
        ("РУО – Враца обяви, че директорът Вълчан Пенков напуска.", "директор", None),
    ],
)
def test_the_office_beside_a_name(text: str, role: str, institution: str | None) -> None:
    assert people(text)[0] == ("Вълчан Пенков", role, institution)


def test_a_line_of_prose_keeps_the_body_and_the_village_apart_from_the_name() -> None:
    text = (
        "На срещата присъстваха още секретарят на Община Враца Хазна Пенкова, представители и експерти, а за кметове "
        "са назначени Долно Пещене – Лерзан Шабан, Гълъбец – Хазна Ерхан, Големанци – Семат Рендов."
    )
    assert [it[0] for it in people(text)] == ["Хазна Пенкова", "Лерзан Шабан", "Хазна Ерхан", "Семат Рендов"]


def test_words_with_nothing_between() -> None:
    text = "Кметски наместници:\nс. БрусенРада Илева\nс. Кален - Минка Пенева\nМед. сестра – Стойна ПенковаСЗГ"
    assert [it[0] for it in people(text)] == ["Рада Илева", "Минка Пенева", "Стойна Пенкова"]


def test_a_surname_in_the_next_line_behind_a_title() -> None:
    text = "началникът на Районна служба за пожарна безопасност в града гл.инсп. Вълчан\nПомашки."
    assert [it[0] for it in people(text)] == ["Вълчан Помашки"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("За директор на основното училище /ОУ/ в село Брусен.", []),
        ("Директор на Основно училище /ОУ/ „Искра“ в село Брусен.", ["Основно училище /ОУ/ „Искра“"]),
        ("Ремонтът на музея в Мездра продължава.", []),
        ("Кандидати за МБАЛДБ „Света Рада“ няма.", ["МБАЛДБ „Света Рада“"]),
    ],
)
def test_bodies_of_a_kind(text: str, named: list[str]) -> None:
    assert names_of("institution", text) == named


def test_a_municipality_behind_its_village_is_land() -> None:
    text = "Живее в Брусен, община Мездра."
    assert names_of("institution", text) == []
    assert names_of("place", text) == ["Брусен", "община Мездра"]
