"""Numbers with check digits and addresses: the arithmetic, what an account tells, and what must never be read."""

import re
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schwifty import BIC, IBAN

from govarchive.data import banks, table
from govarchive.errors import Invalid, InvalidChecksum, InvalidComponent, InvalidFormat
from govarchive.extract import extract
from govarchive.kinds import BY_NAME, bic, cadastre, egn, eik, ekatte, email, iban, is_valid, lnch, url
from govarchive.model import Page, Record
from govarchive.text.codes.checksums import mod_97, two_step_digit, weighted_sum
from govarchive.text.codes.naming import Naming
from govarchive.text.domains import domain_end

KINDS = (iban, bic, eik, egn, lnch, cadastre, ekatte, email, url)
_ALPHABETS = {"n": string.digits, "a": string.ascii_uppercase, "c": string.digits + string.ascii_uppercase}


def records(text: str, *names: str) -> list[Record]:
    kinds = [BY_NAME[name] for name in names] or KINDS
    return extract(Page(text=text, source="example", sha256="0" * 64), kinds=kinds)


@st.composite
def accounts(draw: st.DrawFn) -> str:
    """An IBAN of any country with right check digits, and in half of the cases one character changed."""
    row = draw(st.sampled_from(table("generated_ibans")))
    elements = re.findall(r"([0-9]+)!([nac])", row["structure"])
    body = "".join(draw(st.text(_ALPHABETS[kind], min_size=int(size), max_size=int(size))) for size, kind in elements)
    value = f"{row['country']}{98 - mod_97(body + row['country'] + '00'):02}{body}"
    at = draw(st.integers(0, 2 * len(value)))
    return value[:at] + draw(st.sampled_from(_ALPHABETS["c"])) + value[at + 1 :] if at < len(value) else value


@given(accounts())
def test_an_account_is_judged_as_the_bank_registry_does(value: str) -> None:
    assert is_valid(iban, value) == IBAN(value, allow_invalid=True).is_valid


@pytest.mark.parametrize("row", table("manual_banks"), ids=lambda row: row["bic"])
def test_every_bank_of_the_list_has_a_valid_code(row: dict[str, str]) -> None:
    assert is_valid(bic, row["bic"])
    assert BIC(row["bic"], allow_invalid=True).country_code == "BG"
    assert row["bic"][:4] == row["bank_code"]


def test_every_structure_of_the_registry_has_its_length() -> None:
    for row in table("generated_ibans"):
        sizes = re.findall(r"([0-9]+)!", row["structure"])
        assert sum(map(int, sizes)) + 4 == int(row["length"]), row["country"]


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("BG79BNBG96611020345678", InvalidChecksum),
        ("BG80BNBG9661102034567", InvalidFormat),
        ("BG801NBG96611020345678", InvalidFormat),
        ("QQ80BNBG96611020345678", InvalidComponent),
        ("", InvalidComponent),
    ],
)
def test_a_wrong_account_says_why(value: str, error: type[Invalid]) -> None:
    with pytest.raises(error):
        iban.validate(value)


@pytest.mark.parametrize("found", ["00", "01", "99"])
def test_check_digits_out_of_range_are_wrong(found: str) -> None:
    """02 to 98 are the only ones; the others have the same remainder and are nobody's."""
    assert not any(is_valid(iban, f"BG{found}BNBG9661102034{tail:04}") for tail in range(2000))


@pytest.mark.parametrize(
    ("account", "details"),
    [
        ("BG05UNCR96608431250062", {"account_type", "bank", "bic"}),
        ("BG80BNBG96611020345678", {"account_type", "bank"}),
        ("BG44BNBG96618020345678", {"account_type", "bank", "bic"}),
        ("BG63XYZW93009971727374", set()),
        ("DE89370400440532013000", set()),
        ("BG80BNBG9661", set()),
    ],
)
def test_an_account_tells_bank_and_type(account: str, details: set[str]) -> None:
    assert set(iban.parts(account, account)) == details


def test_the_central_bank_has_two_codes() -> None:
    assert iban.parts("BG44BNBG96618020345678", "")["bic"] == "BNBGBGSD"
    assert iban.parts("BG44BNBG96613120345678", "")["bic"] == "BNBGBGSD"
    assert bic.parts("BNBGBGSF", "")["bank"] == bic.parts("BNBGBGSD", "")["bank"]


_ONE, _TWO = "BG50UNCR96608431250062", "BG32FINV96608431250062"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"IBAN: {_ONE}, Код за вид плащане 44 21 00", ["442100"]),
        (f"IBAN {_ONE}\nBIC: UNCRBGSF\nвид плащане: 448007", ["448007"]),
        (f"Сметка: {_ONE}\nКод: 44 28 00", ["442800"]),
        (f"код на плащане 44-21-00, IBAN {_ONE}\nкод на плащане 44-24-00, IBAN {_TWO}", ["442100", "442400"]),
        (f"IBAN {_ONE} (код 44 24 00); IBAN {_TWO} (код 44 14 00)", ["442400", "441400"]),
        (f"IBAN\tКод за вид плащане\n{_ONE}\t442100\n{_TWO}\t442400", ["442100", "442400"]),
        (f"Код за вид плащане\tIBAN\n44 21 00\t{_ONE}\n44 24 00\t{_TWO}", ["442100", "442400"]),
        (f"IBAN: {_ONE}\nIBAN: {_TWO}, вид плащане 44 21 00", [None, "442100"]),
        (f"IBAN: {_ONE}, вид плащане 44 21 00, 44 24 00", [None]),
        (f"IBAN: {_ONE}\nКодове за вид плащане:\n44 21 00 данък\n44 24 00 такса", [None]),
        (f"IBAN\tКод за вид плащане\n{_ONE}\t44 21 00\n\t44 24 00", [None]),
        (f"IBAN: {_ONE}, тел. 44 21 00", [None]),
        (f"IBAN: {_ONE}, вид плащане 44 21 00 15", [None]),
    ],
)
def test_the_payment_code_printed_for_one_account_alone(text: str, codes: list[str | None]) -> None:
    assert [it.details.get("payment_code") for it in records(text, "iban")] == codes


@pytest.mark.parametrize(
    ("text", "disagree"),
    [
        (f"IBAN: {_ONE}, BIC: STSABGSF", [_ONE]),
        (f"BIC: STSABGSF\nIBAN: {_ONE}", [_ONE]),
        (f"IBAN: {_ONE}\nБанка ДСК\nBIC: STSABGSF", [_ONE]),
        (f"IBAN: {_ONE} BIC: STSABGSF\nIBAN: {_TWO} BIC: FINVBGSF", [_ONE]),
        (f"IBAN: {_ONE}, BIC: UNCRBGSF\nIBAN: {_TWO}, BIC: FINVBGSF", []),
        (f"BIC: UNCRBGSF\nIBAN: {_ONE}\nBIC: FINVBGSF\nIBAN: {_TWO}", []),
        (f"IBAN: {_ONE}, BIC: BFTBBGSF", []),
        (f"IBAN: {_ONE}, SWIFT: CHASUS33", []),
        (f"IBAN: {_ONE}" + " и още" * 30 + " BIC: STSABGSF", []),
    ],
)
def test_a_code_of_another_bank_shows_on_the_account(text: str, disagree: list[str]) -> None:
    assert [it.value for it in records(text, "iban") if "bic_disagrees" in it.details] == disagree


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("банкова сметка № 3000123456, банков код 62079123", "3000123456", "62079123"),
        ("сметка: 501 100 3242, б.к. 300 75 123 при ТБ „Пример“", "5011003242", "30075123"),
        ("Банков код: 62079123\nСметка: 1014567812", "1014567812", "62079123"),
        ("БИН 6301000123", "6301000123", None),
        ("№ на сметка: 101-456-781-2", "1014567812", None),
    ],
)
def test_an_account_from_before_iban_is_told_as_such(text: str, value: str, code: str | None) -> None:
    (found,) = records(text)
    assert (found.kind, found.value, found.rule, found.valid) == ("iban", value, "before_iban", False)
    assert found.problems == [f"{value}: an account number from before IBAN (June 2006)"]
    assert found.details.get("bank_code") == code


@pytest.mark.parametrize(
    "text",
    ["сметка № 3000123456", "3000123456, банков код 62079123", "Банкова сметка: 0888 123 456", "фактура № 3000123456"],
)
def test_ten_digits_nobody_calls_an_account_are_none(text: str) -> None:
    assert not records(text, "iban")


def test_a_bank_that_is_no_more_says_what_became_of_it() -> None:
    (found,) = records("СИБАНК, BIC: BUIBBGSF", "bic")
    assert found.details == {
        "bank": "СИБАНК ЕАД",
        "bank_until": "2018",
        "country": "BG",
        "successor": "Обединена българска банка АД",
    }
    assert banks.told("STSA") == {"bank": "Банка ДСК АД"}
    assert banks.told("XXXX") == {}


@pytest.mark.parametrize("row", table("manual_banks"), ids=lambda row: row["bic"])
def test_every_merged_bank_ends_in_one_that_is_open(row: dict[str, str]) -> None:
    """A circle would never end; a successor that is closed would have one itself."""
    seen, code = [row["bank_code"]], row["successor"]
    while code:
        assert code not in seen
        seen.append(code)
        code = next(it["successor"] for it in table("manual_banks") if it["bank_code"] == code)
    last = next(it for it in table("manual_banks") if it["bank_code"] == seen[-1])
    assert last["status"] == "active" or len(seen) == 1
    assert row["status"] == "closed" or not (row["until"] or row["successor"])


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("IBAN: BG81BNBG96611020345678 BIC UNCRBGSF", ["BG81BNBG96611020345678"]),
        ("IBAN: BG80 BNBG 9661 1020 3456 при БНБ", ["BG80 BNBG 9661 1020 3456"]),
        ("IBAN: BG80 BNBG 9661 1020 3456 788 BIC", ["BG80 BNBG 9661 1020 3456 788"]),
        ("IBAN: DE88 3704 0044 0532 0130 00, BIC", ["DE88 3704 0044 0532 0130 00"]),
        ("сметка DE88 3704 0044 0532 0130 00", []),
    ],
)
def test_a_wrong_account_swallows_nothing(text: str, spans: list[str]) -> None:
    assert [text[start:stop] for start, stop, *_ in iban.find(text)] == spans


@pytest.mark.parametrize("digits", ["00012345", "12345678", "90000001", "99999999", "00000010"])
def test_one_check_digit_in_ten_is_right(digits: str) -> None:
    assert sum(is_valid(eik, digits + last) for last in string.digits) == 1
    assert sum(is_valid(egn, "503203" + digits[5:] + last) for last in string.digits) == 1
    assert sum(is_valid(lnch, "7" + digits + last) for last in string.digits) == 1


def test_the_second_weights_count_when_the_first_give_ten() -> None:
    first, second = (1, 2, 3, 4, 5, 6, 7, 8), (3, 4, 5, 6, 7, 8, 9, 10)
    ten = next(f"{at:08}" for at in range(1000) if weighted_sum(f"{at:08}", first) % 11 == 10)
    assert two_step_digit(ten, first, second) == weighted_sum(ten, second) % 11 % 10


@pytest.mark.parametrize(
    ("value", "born", "sex"),
    [("5032036030", "1850-12-03", "female"), ("2526065664", "1825-06-06", "male")],
)
def test_a_personal_number_tells_birth_and_sex(value: str, born: str, sex: str) -> None:
    egn.validate(value)
    assert egn.parts(value, value) == {"born": born, "sex": sex}


def test_days_that_never_were_are_no_births() -> None:
    for wrong in ("5022296030", "5033016030", "5020016030", "5032006030"):
        with pytest.raises(InvalidComponent):
            egn.validate(wrong)


@pytest.mark.parametrize("kind", [egn, lnch], ids=["egn", "lnch"])
def test_a_masked_number_is_accepted(kind: Any) -> None:
    kind.validate(kind.normalise("**********"))
    assert not kind.parts("**********", "**********")
    assert not list(kind.find("ЕГН **********, ЛНЧ **********"))


def test_a_person_in_the_register_of_companies_stays_a_person() -> None:
    """Ten digits under Булстат are an ЕГН; read as a wrong ЕИК they would leave the tool unmasked."""
    assert [it.kind for it in records("БУЛСТАТ 5032036030")] == ["egn"]
    assert not list(eik.find("БУЛСТАТ 5032036031, ЕИК: 5032036030"))


@pytest.mark.parametrize("text", ["вх. № 5032036030", "тел. 000 123 451", "1000000012", "000123451 и 123456786"])
def test_numbers_nobody_names_are_none(text: str) -> None:
    assert not [it for kind in (eik, egn, lnch) for it in kind.find(text)]


def test_the_code_of_a_settlement_has_one_check_digit() -> None:
    assert [digit for digit in string.digits if is_valid(ekatte, f"6813{digit}")] == ["4"]
    assert [digit for digit in string.digits if is_valid(cadastre, f"6813{digit}.4081.9535")] == ["4"]


def test_a_named_property_is_kept_although_its_code_is_wrong() -> None:
    (found,) = records("имот с идентификатор 68135.4081.9535")
    assert (found.valid, found.details) == (False, {"ekatte": "68135", "object": "parcel"})
    assert found.problems == ["68135.4081.9535: check digit 5 of the settlement found, 4 expected"]
    assert not records("версия 68135.4081.9535")


def test_a_tax_number_is_a_number_of_the_register_too() -> None:
    (found,) = records("ИН по ЗДДС: BG000123451", "eik")
    assert (found.value, found.text, found.details) == ("000123451", "BG000123451", {"vat": "BG000123451"})


def test_the_national_number_of_a_company_is_no_document() -> None:
    (found,) = extract(Page(text="Национален регистрационен №: 000555009", source="example", sha256="0" * 64))
    assert (found.kind, found.value, found.label) == ("eik", "000555009", "Национален регистрационен")


def test_a_long_table_keeps_its_head() -> None:
    rows = "\n".join(f"{at}\tПример {at}\t000123451" for at in range(500))
    assert len(list(eik.find(f"№\tИме\tЕИК\n{rows}"))) == 500
    assert not list(eik.find(f"№\tИме\tСметка\n{rows}"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.NAME)
@pytest.mark.parametrize(
    "text",
    [
        "1 " * 20_000,
        "BG80 " * 8_000,
        "а@" * 20_000,
        "a." * 20_000,
        "ЕИК " * 10_000 + "000123451",
        "ЕГН 12345678 " * 4_000,
        "www." * 10_000,
        "http://" * 6_000,
        "A" * 40_000,
        "x@y-\n" * 8_000,
        "1234567\t" * 5_000,
        "www.a.bg/" * 9_000,
        "www.a.bg, " * 8_000,
        "b.a.bg." * 5_000,
        "ЕГН 5032036030, " * 5_000,
        "сметка 3000123456 " * 3_000,
        "BG50UNCR96608431250062 UNCRBGSF вид плащане 44 21 00 " * 1_000,
        "BIC\t" * 5_000 + "\n" + "DEUTDEFF\t" * 5_000,
    ],
    ids=lambda text: text[:8].strip(),
)
def test_long_runs_cost_little(kind: Any, text: str) -> None:
    """No judgement of seconds: a rule that is not linear would not come back at all."""
    assert len(list(kind.find(text))) < len(text)


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("primer.bg.Новини", "primer.bg"),
        ("primer.bgТел", "primer.bg"),
        ("primer.bgTel", "primer.bg"),
        ("primer.bgwww.vtori.primer.bg", "primer.bg"),
        ("пример.бг/новини", "пример.бг"),
        ("obl.primer.government.bg", "obl.primer.government.bg"),
        ("края.Новият", None),
        ("договор.pdf", None),
        ("-primer.bg", None),
    ],
)
def test_where_a_domain_ends(text: str, host: str | None) -> None:
    end = domain_end(text, 0)
    assert (None if end is None else text[:end]) == host


def test_a_path_has_an_end() -> None:
    """Two thousand characters are more than any address has; what follows is no other address."""
    (found,) = url.find("www.primer.bg/" + "www.a.bg/" * 1_000)
    assert found.stop == len("www.primer.bg/") + 2_000


def test_a_host_has_an_end() -> None:
    assert domain_end("a." * 200 + "bg", 0) is None
    assert domain_end("a." * 100 + "bg", 0) == 202


def test_an_address_is_one_record() -> None:
    found = records("E-mail: info@primer.bg, http://www.primer.bg/a, сайт: primer.bg")
    assert [(it.kind, it.value) for it in found] == [
        ("email", "info@primer.bg"),
        ("url", "http://www.primer.bg/a"),
        ("url", "primer.bg"),
    ]


def test_a_label_is_looked_for_near_its_value_only() -> None:
    names = Naming("ЕИК", beside="по", hints=("еик",))
    text = "ЕИК " + "-" * 300 + " 000123451"
    assert names.on(text).label(text.index("000")) == ""
    assert names.on("без нищо 000123451").label(9) == ""
