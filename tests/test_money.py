"""Money beyond its table: details, printed forms, number words, and text that is none."""

import time
from decimal import Decimal

import pytest

from govarchive.errors import InvalidFormat
from govarchive.extract import extract
from govarchive.kinds import money
from govarchive.model import Page, Record
from govarchive.text import number_words
from govarchive.text.found_at import found_at
from govarchive.text.money.amounts import amounts


def found(text: str) -> list[Record]:
    return extract(Page(text=text, source="test", sha256="0" * 64), kinds=[money])


def test_levs_are_also_given_in_euro_and_euro_are_not() -> None:
    assert [it.details for it in found("1500 лв. и 20 евро")] == [{"eur": "766.94"}, {}]


@pytest.mark.parametrize(("levs", "euro"), [("1", "0.51"), ("0,01", "0.01"), ("195583", "100000.00"), ("1,25", "0.64")])
def test_euro_are_rounded_half_up(levs: str, euro: str) -> None:
    assert found(f"{levs} лв.")[0].details["eur"] == euro


def test_words_that_say_another_sum_are_told() -> None:
    assert found("205 лв. (двеста лева)")[0].details["words_disagree"] is True
    assert "words_disagree" not in found("200 лв. (двеста лева)")[0].details
    assert "words_disagree" not in found("200,50 (двеста) лева")[0].details
    assert "words_disagree" not in found("200 лв. (с включен ДДС)")[0].details


def test_a_sum_below_nought_keeps_its_sign_in_all_it_tells() -> None:
    it = found("Наличност: -12 500,30 лв. (дванадесет хиляди и петстотин лева и тридесет стотинки)")
    assert [(one.text, one.value, one.details) for one in it] == [
        ("-12 500,30 лв.", "-12500.30 BGN", {"eur": "-6391.30"})
    ]


def test_no_money_is_checked() -> None:
    assert found("200 лв.")[0].valid is None


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("1500.00 BGN", "1 500,00 лв."),
        ("0.50 EUR", "0,50 евро"),
        ("20.00 USD", "20,00 USD"),
        ("1.872 BGN", "1.872 BGN"),
        ("-1500.50 BGN", "-1 500,50 лв."),
    ],
)
def test_display(value: str, printed: str) -> None:
    assert money.display(value) == printed
    assert money.normalise(printed) == value


def test_a_figure_without_its_currency_is_unresolved() -> None:
    assert money.normalise("10") is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("нула", 0),
        ("една", 1),
        ("деветнадесет", 19),
        ("деветдесет и девет", 99),
        ("сто и едно", 101),
        ("ДЕВЕТСТОТИН ДЕВЕТДЕСЕТ И ДЕВЕТ", 999),
        ("хиляда", 1000),
        ("две хиляди и двадесет", 2020),
        ("сто двадесет и три хиляди четиристотин петдесет и шест", 123456),
        ("един милион и една хиляда", 1001000),
        ("два милиарда триста милиона", 2300000000),
        ("деветстотин деветдесет и девет милиарда", 999000000000),
        ("шейсет", 60),
    ],
)
def test_number_words(words: str, number: int) -> None:
    assert number_words.read(words) == number


@pytest.mark.parametrize(
    "words", ["", "и", "хиляди", "милиона", "пет шест", "двадесет тридесет", "сто двеста", "дървета"]
)
def test_no_number_words(words: str) -> None:
    assert number_words.read(words) is None


def test_spans_hold_no_blanks_at_their_ends_and_rise() -> None:
    text = "от 10 до 20 лв. , 5 лв. и 3 ст. ( двеста лева )\n€ 7 \n100 евро"
    last = 0
    for it in amounts(text):
        assert text[it.start : it.stop] == text[it.start : it.stop].strip()
        assert last <= it.start < it.stop
        last = it.stop


def test_the_value_is_exact() -> None:
    assert amounts("999 999 999 999,99 лв.")[0].value == Decimal("999999999999.99")


@pytest.mark.parametrize(
    "figure", [" ".join(["100"] * 12), "9" * 40, "999 999 999 999 999 999 млрд.", "1." + "000." * 20]
)
def test_more_than_any_sum_is_none(figure: str) -> None:
    assert found(f"сума {figure} лв.") == []


def test_a_normal_form_has_its_bounds() -> None:
    high = "9" * 15 + ".99 BGN"
    assert money.parts(high, high)["eur"] == "511291881196218.48"
    for wrong in ("9" * 16 + ".00 BGN", "9" * 40 + ".00 BGN"):
        with pytest.raises(InvalidFormat):
            money.validate(wrong)


def test_a_find_is_looked_up_by_its_place() -> None:
    """A page of sums only: reading each must not walk through all the others."""
    text = "€ 5 и 1 200 лв. \n" * 2_000
    assert [it.value for it in found(text)] == ["5.00 EUR", "1200.00 BGN"] * 2_000
    assert found_at(amounts, text) is found_at(amounts, text)


def test_long_runs_take_linear_time() -> None:
    started = time.perf_counter()
    for piece in ("1 ", "100 ", "двеста и ", "лв ", "1,", "(", "10 до ", "5 лв. и ", "лв. (двеста "):
        list(money.find(piece * 5_000))
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("heads", "row", "values"),
    [
        ("Услуга\tЦена в лв.\tЦена в EUR", "Скица\t5,00\t2,56", ["5.00 BGN", "2.56 EUR"]),
        ("№\tУслуга\tТакса (лв.)", "1\tСкица\t5,00", ["5.00 BGN"]),
        ("Услуга\tлева", "Скица\t1 200", ["1200.00 BGN"]),
        ("Услуга\tСума, хил. лв.", "Ремонт\t12", ["12000.00 BGN"]),
        ("Услуга\tЦена, лв./куб.м без ДДС", "Доставка\t1,524", ["1.524 BGN"]),
        ("Услуга\tЦена в лв.", "Скица\t5,00 лв.", ["5.00 BGN"]),
        ("Услуга\tЦена в лв.\tСрок", "Скица\t5,00\t7", ["5.00 BGN"]),
        ("Услуга\tЦена в лв.\tСрок", "А. Скици и планове\nСкица\t5,00\t7", ["5.00 BGN"]),
        ("Услуга\tМярка\tЦена в EUR", "Скица\tлв.\t5\nПлан\tбр.\t6", ["5.00 EUR", "6.00 EUR"]),
        ("Услуга\tЦена в лв.", "Скица\tбезплатно", []),
        ("Услуга\tЦена в лв.", "Скица\t5,00\t7", []),
        ("Улица\tОбект за лева ръка", "Роза\t15", []),
    ],
)
def test_columns_with_the_currency_at_their_head(heads: str, row: str, values: list[str]) -> None:
    assert [it.value for it in found(f"{heads}\n{row}")] == values


def test_a_column_of_prices_ends_with_its_table() -> None:
    assert [it.value for it in found("Услуга\tЦена в лв.\nСкица\t5,00\n\nСтая\tЕтаж\n12\t3")] == ["5.00 BGN"]


def test_columns_of_prices_take_linear_time() -> None:
    head, row = "Цена в лв.\t" * 300 + "лева\n", "5,00\t" * 300 + "1\n"
    begun = time.process_time()
    amounts((head + row) * 150)
    assert time.process_time() - begun < 5
