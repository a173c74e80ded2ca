"""Telephone numbers: what the table of examples cannot show. Details, numbers that fail, and texts of every sort."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govarchive.errors import Invalid
from govarchive.extract import extract
from govarchive.kinds import phone
from govarchive.model import NOWHERE, Page, Record
from govarchive.text.fold import fold

WORDS = "тел. факс GSM вътр. 12 056/ 812 345 (073) 81-22 +359 00359 0888 112 116 111 02 до и или".split()
PIECES = st.sampled_from([*WORDS, *"/-,;.()+О№\t\n", "г.", "лв."])


def found(text: str) -> list[Record]:
    return extract(Page(text=text, source="example", sha256="0" * 64), kinds=[phone])


def details(text: str) -> list[dict[str, Any]]:
    return [record.details for record in found(text)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("тел. 056/812 345", ["fixed"]),
        ("GSM 0888 112 233", ["mobile"]),
        ("тел. 0800 11 222, 0700 11 345, 0900 11 234", ["freephone", "shared", "premium"]),
        ("тел. 112, 116 111", ["short", "short"]),
    ],
)
def test_line(text: str, lines: list[str]) -> None:
    assert [it["line"] for it in details(text)] == lines


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("тел. 056/812 345", ["56"]),
        ("тел. 02 911 22 33", ["2"]),
        ("тел. 084/61 10 25", ["84"]),
        ("тел. (0866) 61120", ["866"]),
        ("тел. +359 361 60110", ["361"]),
        ("тел. (073) 81 22 30; 81 22 31", ["73", "73"]),
        ("тел. 02/ 9859 1112", ["2"]),
    ],
)
def test_area(text: str, areas: list[str]) -> None:
    assert [it["area"] for it in details(text)] == areas


def test_inferred_only_without_a_printed_code() -> None:
    inferred = [it.get("inferred", False) for it in details("тел. (073) 81 22 30; 81 22 31/32; GSM 0888 112 233")]
    assert inferred == [False, True, True, False]


def test_a_code_named_for_a_directory_is_inferred_for_its_numbers() -> None:
    text = "Телефони (код 0749)\n\nПриемна - 8-16-12\nФакс: 8-16-13\nКмет 0749/ 8-16-14"
    assert [(it["area"], it.get("inferred"), it.get("fax")) for it in details(text)] == [
        ("749", True, None),
        ("749", True, True),
        ("749", None, None),
    ]


def test_the_nearest_code_named_is_taken() -> None:
    text = "Айтос /тел. код 0558/\nПоща - 2-21-33\nКарнобат /тел. код 0559/\nПоща - 2-21-34\nтел. 2-21-35"
    assert [it.value for it in found(text)] == ["+35955822133", "+35955922134", "+35955922135"]


@pytest.mark.parametrize(
    ("text", "faxes"),
    [
        ("тел. 056/812 345, факс 056/812 346, 812 347; тел. 812 348", [False, True, True, False]),
        ("056/812 346 (факс)", [True]),
        ("056/812 346 /факс/, 056/812 347 (ф.), 056/812 348 /централа/", [True, True, False]),
        ("056/812 346 – факс", [True]),
        ("тел. 056/812 345 факс 056/812 346", [False, True]),
        ("тел./факс 056/812 345", [False]),
        ("тел.факс: 056/812 345, 056/812 346", [False, False]),
        ("т/ф 056/812 345", [False]),
        ("Факс:\n\n056/812 346\n\nРаботно време\n\n0888 112 233", [True, False]),
        ("Факс 056/812 346\n056/812 347", [True, False]),
        ("Телефон\tФакс\n056/812 345\t056/812 346", [False, True]),
        ("факс (056) 812 345/46", [True, True]),
        ("тел. 056/812 345, ф. 056/812 346, 812 347", [False, True, True]),
        ("тел./ф. 056/812 345", [False]),
        ("056/812 345 – факс;\n0800 13 301 – зелен телефон", [True, False]),
        ("(056) 812 345 - факс\n(056) 812 346 - каса", [True, False]),
        ("Т: 056/812 345\nФ: 056/812 346", [False, True]),
        ("Tel./fax: +359 56 812345", [False]),
        ("T: +359 56 812345 | F: +359 56 812346", [False, True]),
    ],
)
def test_fax(text: str, faxes: list[bool]) -> None:
    assert [it.get("fax", False) for it in details(text)] == faxes


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("тел. 06158 / 2 12 33", "+359615821233"),
        ("тел. 02/ 9712 6543", "+359297126543"),
        ("тел. 02/ 961 11 402", "+359296111402"),
        ("тел. 02 96111 402", "+359296111402"),
    ],
)
def test_a_labelled_number_unknown_to_the_plan_is_kept_whole_and_flagged(text: str, value: str) -> None:
    assert [(it.text, it.value, it.valid) for it in found(text)] == [(text[5:], value, False)]


@pytest.mark.parametrize("text", ["тел. 02/ 12", "Факс: 056/ 8", "тел. (02) 1, 056/ 812 345", "Тел.: 02/ 3\nКаса"])
def test_a_labelled_number_that_breaks_off_behind_its_code_is_kept_and_flagged(text: str) -> None:
    wrong = found(text)[0]
    assert (wrong.valid, wrong.value) == (False, None)
    assert wrong.problems[0].endswith("too few for a number with its code")


@pytest.mark.parametrize("text", ["от 02/ 12", "тел. 12", "тел. 05/12", "тел. 02/12.2015", "тел. 02/12 май"])
def test_no_number_breaks_off_where_there_may_be_none(text: str) -> None:
    assert not found(text)


def test_the_town_of_the_line_outweighs_the_page() -> None:
    text = "Област Бургас, тел. 056/812 345\nОбщина Айтос, тел. 2-21-33"
    assert [it.value for it in found(text)] == ["+35956812345", "+35955822133"]


@pytest.mark.parametrize("raw", ["тел", "", "1", "+1", "0361", "02/ 4", "123456789012345678", "12345678"])
def test_no_number_raises_invalid(raw: str) -> None:
    with pytest.raises(Invalid):
        phone.normalise(raw)


@pytest.mark.parametrize("value", ["+35910000000", "+999123456789", "113", "+359", "", "+"])
def test_unknown_to_the_plan(value: str) -> None:
    with pytest.raises(Invalid):
        phone.validate(value)


@pytest.mark.parametrize("raw", ["812 345", "34", "149"])
def test_local_without_a_page_is_open(raw: str) -> None:
    assert phone.normalise(raw, NOWHERE) is None


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60))
@settings(max_examples=300)
def test_any_text_gives_ordered_spans_and_stable_values(text: str) -> None:
    end = 0
    for record in found(text):
        assert record.start >= end
        assert record.text == text[record.start : record.stop] == record.text.strip()
        end = record.stop
        if record.value:
            assert phone.normalise(record.value) == record.value
            assert phone.normalise(fold(phone.display(record.value))) == record.value


@given(st.text(max_size=40) | st.text("0123456789+()/.-; вътрext=", max_size=24))
@settings(max_examples=300)
def test_the_verbs_raise_only_invalid(raw: str) -> None:
    try:
        value = phone.normalise(raw)
    except Invalid:
        return
    if value:
        phone.display(value)
        phone.parts(value, raw)
        assert phone.normalise(value) == value


def test_a_label_above_the_next_number_is_none_of_this_one() -> None:
    text = "Телефон\n0558 / 2 20 43\nФакс\n0558 / 2 20 44\n"
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    assert [it.details.get("fax", False) for it in found] == [False, True]


SMALL_TOWN = "Кмет - тел. 05142/ 22-61, факс 05142 20 18\n"


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Зам.-кмет Деница Рендова 23-07", ["+35951422307"]),
        ("Секретар: 22-70", ["+35951422270"]),
        ("Каса 1 - 22-81", ["+35951422281"]),
        ("Решения 22-63", []),
        ("Учебна година 21-22", []),
        ("Приети решения от 22-24", []),
        ("Каса 33-81", []),
        ("Размери 22-24", []),
    ],
)
def test_four_digits_beside_their_owner_on_the_page_of_a_small_town(line: str, values: list[str]) -> None:
    assert [it.value for it in found(SMALL_TOWN + line + "\n")[2:]] == values


def test_four_digits_need_two_numbers_of_their_kind() -> None:
    assert len(found("Кмет - тел. 05142/ 22-61\nСекретар: 22-70\n")) == 1


def test_a_short_number_of_a_village_among_those_of_its_neighbours() -> None:
    text = "с. Горно, 06935/ 22-15\nс. Долно, 06937/ 22-12\nс. Крайно, 06933/ 22-44\n"
    text += "с. Средно; 06934 / 2 31, моб. 0888 112 233"
    assert "+3596934231" in [it.value for it in found(text)]


def test_a_number_of_the_exchange_printed_without_a_break_ends_the_line_of_its_owner() -> None:
    text = "тел. 038/60 14 16\nДеловодство, Таня Рендова, 601440\nПриходи 601 440\n"
    assert [it.value for it in found(text)] == ["+35938601416", "+35938601440"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Тел. централа: 0910/9-20-16 (17, 18)", ["16", "17", "18"]),
        ("тел. 02/987 65 43 (44/45)", ["43", "44", "45"]),
        ("факс 094/601234(235 и 236), 094/60 12 39", ["34", "35", "36", "39"]),
        ("моб. 0888 123 456 (57; 58)", ["56", "57", "58"]),
        ("тел. 02/987 65 43 (44)", ["43"]),
        ("тел. 094/601234 (стая 35, 36)", ["34"]),
        ("тел. 094/601234 (2016, 2017)", ["34"]),
    ],
)
def test_last_digits_of_several_numbers_in_brackets(text: str, last: list[str]) -> None:
    assert [(it.value or "")[-2:] for it in found(text)] == last
