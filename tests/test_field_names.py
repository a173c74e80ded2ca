"""The names of fields: whichever of its names a field has, what stands behind it is the same."""

import pytest

from govarchive.extract import extract
from govarchive.model import Record
from govarchive.pages import page_from_text


def _only(text: str, kind: str) -> Record:
    (record,) = (it for it in extract(page_from_text(text)) if it.kind == kind)
    return record


@pytest.mark.parametrize("name", ["тел./факс", "тел./fax", "Телефон/Fax", "Tel./Fax", "факс/тел.", "Fax & tel."])
@pytest.mark.parametrize(
    "page", ["Хижа „Люляк“\n{}: 056/ 841 234", "Музей – Поморие, {} 056/841234", "{}\n056 84 12 34"]
)
def test_a_line_for_voice_and_fax_is_no_fax(name: str, page: str) -> None:
    assert "fax" not in _only(page.format(name), "phone").details


@pytest.mark.parametrize("name", ["факс", "Fax", "ТЕЛЕФАКС"])
@pytest.mark.parametrize("page", ["{}: 056/ 841 234", "056/ 841 234 – {}", "тел. 056/ 841 230, 056/ 841 234 ({})"])
def test_a_fax_by_whichever_name(name: str, page: str) -> None:
    text = page.format(name)
    assert [it.text for it in extract(page_from_text(text)) if it.details.get("fax")] == ["056/ 841 234"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Записване на {} 056 841 234", "Записване"),
        ("Справки за лодки по {}: 056 841 234", "Справки за лодки"),
        ("Архив {} 056 841 234", "Архив"),
    ],
)
@pytest.mark.parametrize("name", ["тел.", "телефон", "телефони"])
def test_the_word_for_a_telephone_behind_a_desk_is_no_part_of_it(text: str, label: str, name: str) -> None:
    assert _only(text.format(name), "phone").label == label


@pytest.mark.parametrize("name", ["GSM", "моб.", "Моб. тел.", "моб.тел."])
@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Комисия по риболов\nПредседател: Пейко Рендов\n{}: 0878 112 334", "Председател"),
        ("Дежурства\nСбирко Тановски, ловен надзирател, {} 0878 112 334", "ловен надзирател"),
        ("{} на пазача: 0878 112 334", "пазача"),
    ],
)
def test_a_mobile_by_whichever_name(text: str, label: str, name: str) -> None:
    assert _only(text.format(name), "phone").label == label


@pytest.mark.parametrize(
    ("account", "code"), [("IBAN", "BIC"), ("Банкова сметка (IBAN)", "Банков код (BIC)"), ("Сметка IBAN", "BIC код")]
)
@pytest.mark.parametrize("head", ["Наеми на лодки", "За дарения", "3. Депозити за търгове"])
def test_an_account_by_whichever_name(account: str, code: str, head: str) -> None:
    text = f"{head}\n{account}: BG80 BNBG 9661 1020 3456 78\nПланинска банка, клон Лом, {code}: BNBGBGSD"
    assert _only(text, "iban").label == head.removeprefix("3. ")
    assert _only(text, "bic").label == code.removesuffix(" (BIC)")
