"""What the table of dates cannot say: values that need the page, details, and that nothing takes it down."""

from contextlib import suppress
from datetime import date as day

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govarchive.errors import Invalid
from govarchive.extract import extract
from govarchive.kinds import date
from govarchive.model import Near, Page, Record
from govarchive.text.dates.relative import resolve
from govarchive.text.fold import fold

TODAY = day(2016, 3, 9)


def records(text: str, reference: day | None = None) -> list[Record]:
    page = Page(text=text, source="example", sha256="0" * 64)
    return extract(page, kinds=[date], reference=reference)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("днес", "2016-03-09"),
        ("вчера", "2016-03-08"),
        ("онзи ден", "2016-03-07"),
        ("утре", "2016-03-10"),
        ("вдругиден", "2016-03-11"),
        ("тази седмица", "2016-03-07/2016-03-13"),
        ("миналата седмица", "2016-02-29/2016-03-06"),
        ("следващия месец", "2016-04"),
        ("предходния месец", "2016-02"),
        ("предната седмица", "2016-02-29/2016-03-06"),
        ("тази година", "2016"),
        ("миналата година", "2015"),
        ("следващата учебна година", "2016/2017"),
        ("т.г.", "2016"),
        ("м. г.", "2015"),
        ("т.м.", "2016-03"),
        ("следващия вторник", "2016-03-15"),
        ("миналата сряда", "2016-03-02"),
        ("този петък", "2016-03-11"),
        ("по-следващия вторник", "2016-03-22"),
        ("по-миналата сряда", "2016-02-24"),
        ("по-миналата година", "2014"),
        ("догодина", "2017"),
        ("другия месец", "2016-04"),
        ("тази вечер", "2016-03-09"),
        ("утре от 10.30 часа", "2016-03-10T10:30"),
        ("миналия вторник в 18:00", "2016-03-08T18:00"),
        ("преди 3 дни", "2016-03-06"),
        ("преди две седмици", "2016-02-22/2016-02-28"),
        ("преди месец", "2016-02"),
        ("преди 4 години", "2012"),
        ("преди десетилетие", "200X"),
        ("миналия април", "2015-04"),
        ("миналия март", "2015-03"),
        ("следващия февруари", "2017-02"),
        ("този декември", "2016-12"),
        ("миналата есен", "2015-23"),
        ("това лято", "2016-22"),
        ("миналия век", "19XX"),
    ],
)
def test_relative_dates_count_from_the_page(printed: str, value: str) -> None:
    assert resolve(printed, TODAY) == value
    (record,) = records(f"Общината съобщи {printed}.".replace("..", "."), TODAY)
    assert record.value == value
    assert record.details["relative"] is True


def test_relative_dates_have_no_value_without_a_page() -> None:
    (record,) = records("Кметът пристига утре.")
    assert (record.value, record.details, record.valid) == (None, {"relative": True}, True)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("12 март т.г.", "2016-03-12"),
        ("12.03. т.г.", "2016-03-12"),
        ("30 декември м.г.", "2015-12-30"),
        ("септември миналата година", "2015-09"),
    ],
)
def test_years_named_from_today(printed: str, value: str) -> None:
    (record,) = records(f"Срокът изтече на {printed}", TODAY)
    assert record.value == value
    assert record.details == {"inferred": True}


def test_a_missing_year_stays_open_where_the_page_does_not_imply_it() -> None:
    assert [it.value for it in records("На 9 март и на 20.II")] == ["XXXX-03-09", "XXXX-02-20"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Заявления до 20 март в стая 5", "2016-03-20"),
        ("Сряда, 9 март, от 10:00 ч.", "2016-03-09T10:00"),
        ("От 18 до 22 април ще има зимно почистване", "2016-04-18/2016-04-22"),
        ("Вторник, 9 март, от 10:00 ч.", "XXXX-03-09T10:00"),
        ("Заявления до 20 октомври в стая 5", "XXXX-10-20"),
        ("На 24 март отбелязваме Деня на гората", "XXXX-03-24"),
        ("От 1 март до 31 октомври в стая 5", "XXXX-03-01/XXXX-10-31"),
        ("Всяка година на 24 март чистим парка", "XXXX-03-24"),
    ],
)
def test_the_day_of_the_page_implies_the_year_of_a_day_near_it(text: str, value: str) -> None:
    (record,) = records(text, TODAY)
    assert (record.value, record.details.get("inferred", False)) == (value, value[0] != "X")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Класиране на 12.01.2015 г.\nЗаписване до 19 януари", ["2015-01-12", "2015-01-19"]),
        ("Карнавалът е на 30 декември, а на 03.01.2015 г. е закриването", ["2014-12-30", "2015-01-03"]),
        ("Приета е с решение от 5 ноември 2020 година. Ремонтът е до 12 декември", ["2020-11-05", "XXXX-12-12"]),
        ("Класиране на 12.01.2015 г.\n\n\nЗаписване до 19 януари", ["2015-01-12", "XXXX-01-19"]),
        ("По Заповед № 5/12.01.2015 г. таксата се плаща до 19 януари", ["2015-01-12", "XXXX-01-19"]),
        ("На 12.01.2015 г. за дните 19 януари и от 14.01.2014 г.", ["2015-01-12", "XXXX-01-19", "2014-01-14"]),
    ],
)
def test_a_full_date_beside_it_implies_the_year(text: str, values: list[str]) -> None:
    assert [it.value for it in records(text)] == values


@pytest.mark.parametrize(
    ("text", "gregorian"),
    [
        ("Роден на 24 декември 1872 г. (ст. стил) в Бяла", "1873-01-05"),
        ("Осветена на 2 май 1905 г. по стар стил", "1905-05-15"),
        ("Роден на 24 декември 1872 г. в Бяла", None),
        ("Приета на 2 май 1950 г. (стар стил на управление)", None),
    ],
)
def test_a_day_in_old_style_has_one_in_our_calendar(text: str, gregorian: str | None) -> None:
    (record,) = records(text)
    assert record.details.get("gregorian") == gregorian


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Заявления до 30.06.2016 г.", "until"),
        ("Срок: до края на 2016 г.", "until"),
        ("Приемат се до 17.00 ч. на 12.05.2016 г.", "until"),
        ("Считано от 01.07.2016 г. цената расте", "since"),
        ("Наредбата влиза в сила от 01.07.2016 г.", "since"),
        ("Проведено на 01.07.2016 г.", None),
        ("Дело от 2016 г.", None),
    ],
)
def test_bounds(text: str, bound: str | None) -> None:
    (record,) = records(text)
    assert record.details.get("bound") == bound


def test_the_end_of_the_hours_is_a_detail() -> None:
    (record,) = records("На 12.05.2016 г. от 14.00 до 16.00 часа няма ток")
    assert (record.value, record.details["until"]) == ("2016-05-12T14:00", "16:00")


def test_a_weekday_that_disagrees_is_told() -> None:
    right, wrong = records("Четвъртък, 12 май 2016\nПетък, 12 май 2016")
    assert right.value == wrong.value == "2016-05-12"
    assert (right.details, wrong.details) == ({}, {"weekday_disagrees": True})


@pytest.mark.parametrize(
    "value", ["2015-02-29", "2015-13-01", "1916-04-01", "1916-04-13", "2015-13", "2015-05-14T25:00"]
)
def test_days_that_are_in_no_calendar(value: str) -> None:
    with pytest.raises(Invalid):
        date.validate(value)


@pytest.mark.parametrize("value", ["2016-02-29", "XXXX-02-29", "1916-03-31", "1916-04-14", "2016-34", "199X", "18XX"])
def test_days_that_are(value: str) -> None:
    date.validate(value)
    assert date.normalise(value) == value


def test_one_day_of_a_list_is_read_with_the_rest_of_it() -> None:
    text = "Дежурства на 5, 12 и 19 май 2016"
    assert date.normalise("5", Near(text, 13, 14)) == "2016-05-05"
    assert date.normalise("5") is None


@pytest.mark.parametrize(
    "text", ["", "утре сутрин", "стая 5", "²", "٣ май", "31", "х в.", "99.99.9999", "iiii.2015", "т."]
)
def test_normalise_raises_only_invalid(text: str) -> None:
    with suppress(Invalid):
        date.normalise(text)


@given(st.text(alphabet='0123456789 .,-/:гч\nIXVmайюнидевторпъ"т', max_size=60))
def test_whatever_is_found_is_inside_and_can_be_read(text: str) -> None:
    folded = fold(text)
    stop = 0
    for span in date.find(folded):
        assert stop <= span.start < span.stop <= len(folded)
        stop = span.stop
        raw = folded[span.start : span.stop]
        assert raw == raw.strip()
        value = date.normalise(raw, Near(folded, span.start, span.stop))
        assert value is None or date.normalise(date.display(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("на 5.VI.2018 г. от 9 и 30 ч.", "2018-06-05T09:30"),
        ("на 5 юни 2018 г. в 14 и 45 часа", "2018-06-05T14:45"),
        ("на 5.06.2018 г. между 9 и 10 ч.", "2018-06-05T09:00"),
    ],
)
def test_minutes_behind_and(text: str, value: str) -> None:
    assert [it.value for it in records(text)] == [value]


@pytest.mark.parametrize("piece", ["1-2 и ", "1-3 и 8-10 ", "60-те и ", "31 май срещу ", "1,2,"])
def test_lists_that_never_end_are_read(piece: str) -> None:
    """Ranges, decades and nights look at what follows them: not at all of it."""
    assert len(records(piece * 2_000 + "3 май 2018 г.")) >= 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Сборът е на 17 юни.\nМолби се подават до 12.06.2017 г.\n\nОт 15.06.2017 г. пътят е затворен.", "2017-06-17"),
        ("На 17 юни /събота/ има сбор.\n\nЛодкарите пяха.\n\nПоследно: 15.06.2017, 11:05", "2017-06-17"),
        ("На 17 юни има сбор.\n\nЛодкарите пяха.\n\nПетко е роден на 12.06.1956 г.", "XXXX-06-17"),
        ("На 17 юни има сбор.\n\nОт 12.06.2016 г. до есента.\n\nПрез 15.06.2017 г. пак.", "XXXX-06-17"),
        ("На 6 май няма работа.\n\nМолби до 12.05.2017 г.\n\nЛодкарите пяха до 15.05.2017 г.", "XXXX-05-06"),
        ("Новини за месец юни 2017 г.\n\n17 юни – Лодкарите пяха.", "2017-06-17"),
        ("Той пя до юни 2017 г. и още дълго след това.\n\n17 юни – Лодкарите пяха.", "XXXX-06-17"),
        ("ПРОГРАМА ЗА МЕСЕЦ МАЙ 2017 г.\n\n6 май – сбор", "2017-05-06"),
        ("Бе годишнината на хора. На 17 юни пяха.\n\nМолби до 12.06.2017 г.\n\nПак до 15.06.2017 г.", "2017-06-17"),
    ],
)
def test_a_page_whose_days_are_all_of_one_year_implies_it(text: str, value: str) -> None:
    assert value in [it.value for it in records(text)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Почивен ден: понеделник (ноември – март)", "ноември – март"),
        ("Почивни дни: събота и неделя, юли - август", "юли - август"),
        ("Почивен ден: неделя (май 2016 г.)", "май 2016 г."),
        ("Сборът е в петък (12.05.2017 г.)", "петък (12.05.2017 г.)"),
    ],
)
def test_a_weekday_belongs_to_a_day_and_to_no_month(text: str, printed: str) -> None:
    assert [it.text for it in records(text)] == [printed]
