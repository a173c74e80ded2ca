"""What the table of opening hours cannot say: the notation, and that nothing takes it down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govarchive.errors import Invalid
from govarchive.extract import extract
from govarchive.kinds import hours
from govarchive.model import Near
from govarchive.pages import page_from_text
from govarchive.text.fold import fold


@pytest.mark.parametrize(
    "value",
    ["24/7", "09:00-17:30", "Mo-Fr 08:30-12:00,13:00-17:30", "Tu[1,3] 14:00-16:00", "Fr[-1] 15:00-17:00", "Sa-Su off"],
)
def test_the_notation_reads_itself(value: str) -> None:
    hours.validate(value)
    assert hours.normalise(value) == value == hours.display(value)


@pytest.mark.parametrize("value", ["", "9-17", "Mo-Fr", "Пн-Пт 09:00-17:00", "Mo-Fr 09:00 - 17:00"])
def test_other_notations_are_refused(value: str) -> None:
    with pytest.raises(Invalid):
        hours.validate(value)


@pytest.mark.parametrize(
    "raw", ["", "почивка", "понеделник", "9-17-33", "от 25:00 до 26:00 ч.", "25:00-26:00", "денонощна линия"]
)
def test_normalise_raises_only_invalid(raw: str) -> None:
    with pytest.raises(Invalid):
        hours.normalise(raw)


def test_a_break_outside_the_hours_changes_nothing() -> None:
    assert hours.normalise("8:30 - 12:00, обедна почивка 12:00 - 13:00") == "08:30-12:00"


@given(st.text(alphabet="0123456789 .,-:чиотд\nпетък", max_size=60))
def test_whatever_is_found_is_inside_and_can_be_read(text: str) -> None:
    folded = fold("Работно време: " + text)
    stop = 0
    for span in hours.find(folded):
        assert stop <= span.start < span.stop <= len(folded)
        stop = span.stop
        raw = folded[span.start : span.stop]
        assert raw == raw.strip()
        value = hours.normalise(raw, Near(folded, span.start, span.stop))
        assert value is not None
        hours.validate(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Работно време: от 8 сутринта до 8 вечерта", "08:00-20:00"),
        ("Музеят е отворен от 9 ч. сутринта до 5 следобед.", "09:00-17:00"),
        ("Работно време: всеки ден 10-19 без вторник", "Mo,We,Th,Fr,Sa,Su 10:00-19:00"),
        ("Работно време: нон стоп", "24/7"),
        ("Работно време: нон-стоп", "24/7"),
        ("Работно време: денонощно, 7 дни в седмицата", "24/7"),
        ("Работно време: понеделник - неделя: 24 часа в денонощието", "24/7"),
    ],
)
def test_hours_as_people_say_them(text: str, value: str) -> None:
    assert [it.value for it in extract(page_from_text(text)) if it.kind == "hours"] == [value]
    assert hours.normalise(text.partition(": ")[2] or "от 9 ч. сутринта до 5 следобед") == value


@pytest.mark.parametrize("name", ["Саркис Сарафян", "д-р К. Берберян", "Ана Будек", "Иво Сафтфев"])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Логопед: {} (вторник и четвъртък, от 9,00 до 11,30 ч.)", "Tu,Th 09:00-11:30"),
        ("Замества {} – събота 9:00 – 12:00", "Sa 09:00-12:00"),
        ("Архитект\n{}, всеки делник, 7:00-13:00 ч.", "Mo-Fr 07:00-13:00"),
    ],
)
def test_a_name_that_ends_like_a_month_is_no_date(text: str, value: str, name: str) -> None:
    found = extract(page_from_text(text.format(name)))
    assert [it.value for it in found if it.kind == "hours"] == [value]
