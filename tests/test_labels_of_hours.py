"""Labels of hours: what is printed with them, whose they are in a sentence, and never the sentence itself."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_text


def _labels(text: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == "hours"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Паркът разполага с 14 поляни и е отворен за гости: понеделник - петък от 13.00 до 17.00 часа.", "Паркът"),
        (
            "От 14 април парковете работят с новото си лятно работно време:\nвторник – неделя: 9.00 – 12.00 ч.",
            "лятно работно време",
        ),
        (
            "Съгласно Заповед № 14/02.11.2015 г. приемът на гости е всеки работен ден от 9 до 11 часа.",
            "приемът на гости",
        ),
        ("Картата на парка може да се закупи от стая 3 всеки работен ден от 9.00 до 16.00 ч.", "Картата на парка"),
        ("Проектът е на разположение на всички в стая 12 всеки работен ден от 9.00 до 12.00 ч.", "Проектът"),
        ("Приемът на гости от пазача на парка се прави всеки ден от 9 до 12 ч.", "Приемът на гости от пазача на парка"),
        ("Паркът посреща гости от вторник до неделя от 9.00 до 17.00 ч.", "Паркът"),
        ("Лодките, които возят деца – „Елена“ и „Роза“, работят от 8,30 ч. до 17,00 ч.", "Лодките, които возят деца"),
    ],
)
def test_hours_of_a_sentence_are_called_by_its_noun_phrase(text: str, expected: str) -> None:
    assert _labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Суми се събират и в касата в стая 4 от 8.00 до 16.00 часа, както и при касиерите.", "касата"),
        ("Плащания в брой – в касата на парка, ст. 4, от 8:00ч. до 16:30ч.", "Плащания в брой"),
        ("Скици: на гишето, ет. 2, от 8:00 ч. до 16:30 ч.", "Скици"),
    ],
)
def test_hours_at_a_desk_are_of_what_is_done_there_or_of_the_desk(text: str, expected: str) -> None:
    assert _labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Почивни дни: неделя и понеделник", "Почивни дни"),
        ("Парк „Роза“\nПочивен ден - понеделник", "Почивен ден"),
        ("Каса\nПочивни дни – събота и неделя", "Почивни дни"),
        ("Касата\nпонеделник – почивен ден", "Касата"),
    ],
)
def test_days_off_are_called_as_printed(text: str, expected: str) -> None:
    assert _labels(text) == [expected]


def test_a_unit_may_be_called_as_a_link_of_the_site_is() -> None:
    text = "Парк\n\nРегистрация\n\nПонеделник – петък: 8.30 – 18.30 ч.\n\nСъбота: 9.00 – 14.00 ч.\n"
    assert _labels(text) == ["Регистрация", "Регистрация"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Минка Илева – кмет, приемен ден: вторник от 9 до 12 ч.", "приемен ден"),
        ("Кмет: Минка Илева, приемни дни - вторник и сряда от 9.00 до 12.00 часа", "приемни дни"),
        ("Лаборатория за води (приемни часове: понеделник – петък 9.00 – 12.00 ч.)", "приемни часове"),
        ("Регистратура, приемно време: 8.00-12.30", "Регистратура"),
    ],
)
def test_hours_behind_an_office_are_called_as_printed(text: str, expected: str) -> None:
    assert _labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Скици на парка се подават в деловодството на парка всеки работен ден от 9,00 до 16,00 ч.", "Скици на парка"),
        ("Молби се подават в касата на парка, гр. Елена, ул. „Роза“ 4, всеки ден от 9.00 до 12.00 ч.", "Молби"),
        ("Картата на парка е печатана в Елена и е на разположение в стая 4, от 9.00 до 16.00 ч.", "Картата на парка"),
        ("Желаещите могат да дойдат в касата на парка всеки ден от 9.00 до 16.00 ч.", "касата на парка"),
    ],
)
def test_what_is_taken_at_a_desk_goes_before_it(text: str, expected: str) -> None:
    assert _labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Работно време: понеделник – петък 8:30 – 17:00\nПочивни дни: събота и неделя",
            ["Работно време", "Почивни дни"],
        ),
        ("Хижа „Роза“\nПриемно време: 9:00 – 17:00\nПочивен ден: вторник", ["Приемно време", "Почивен ден"]),
        ("Отворено: 9:00 – 18:00\nПочивни дни – събота и неделя", [None, "Почивни дни"]),
    ],
)
def test_days_off_below_other_hours_are_not_called_as_these(text: str, expected: list[str | None]) -> None:
    assert _labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Плажът не работи от 12 до 13 ч.", "Плажът"),
        ("Хижите не са отворени от 12:00 до 13:00 ч.", "Хижите"),
        ("Лодкарницата не обслужва гребци: всеки ден от 12:00 до 13:00 ч.", "Лодкарницата"),
    ],
)
def test_the_word_that_denies_is_no_part_of_the_label(text: str, expected: str) -> None:
    assert _labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Лоцман: Минка Илева, приемно време: вторник 14,00 – 16,00 ч.", "приемно време"),
        ("Пристанище, приемно време: вторник 14,00 – 16,00 ч.", "Пристанище"),
        ("Председател: Петкан Рендов\nприема гости всеки първи петък на месеца от 14.30 до 16.30 часа", "Председател"),
        ("Кметът на с. Горно Поле Минка Илева приема всеки четвъртък от 9 до 11 часа.", "Кметът на с. Горно Поле"),
        ("доц. Минка Илева\tсряда 13.30-15.30", None),
    ],
)
def test_whose_hours_are_is_told_without_a_name(text: str, expected: str | None) -> None:
    assert _labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Работно време на парка\nСъбота и неделя: 9:00 - 14:00", "Работно време на парка"),
        ("Пътническа каса\nвсеки ден: 9:00 - 14:00", "Пътническа каса"),
        ("Лятно работно време /01 април – 31 октомври/: вторник – неделя 9.00 – 18.00 ч.", "Лятно работно време"),
        ("Лодкарница, стая 4: всеки ден от 9.00 до 12.00 ч.", "Лодкарница"),
    ],
)
def test_days_and_rooms_are_no_part_of_the_label(text: str, expected: str) -> None:
    assert _labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Служителите на пристан „Бор“ – „Кей“, „Лоцман“ и „Док“ работят от 8,30 ч до 17,00 ч.",
            "Служителите на пристан",
        ),
        (
            "Приемът на гребци за сезона е от 03.06 до 14.06.2019 г., от 9.00 ч. до 15.00 ч.",
            "Приемът на гребци за сезона",
        ),
        ("Хижарят е на място всеки вторник от 9,00 ч. до 12,00 ч.", "Хижарят"),
        ("Касата на хижата дава справки от 9 до 12 ч.", "Касата на хижата"),
    ],
)
def test_the_subject_stands_before_lists_days_and_what_is_done(text: str, expected: str) -> None:
    (label,) = _labels(text)
    assert str(label).startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Във връзка с ремонт на кея лодкарите ще работят от 10.00 до 15.00 ч.", "лодкарите"),
        (
            "Можете да подадете молба в пристанищния център – всеки делничен ден от 8.00 до 18.00 ч.",
            "пристанищния център",
        ),
        (
            "Приемът на стари лодки става в двора на пристана, понеделник – петък, 8.00 – 16.00 ч.",
            "Приемът на стари лодки",
        ),
        ("Пазарът за раци е затворен всяка неделя от 6.00 до 12.00 ч.", "Пазарът за раци"),
    ],
)
def test_why_hours_change_and_what_the_reader_may_do_are_no_label(text: str, expected: str) -> None:
    assert _labels(text) == [expected]
