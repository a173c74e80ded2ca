"""What stands in brackets behind a number or an account, and is no word for whose it is."""

import pytest

from govarchive.extract import extract
from govarchive.model import Page


def told(text: str, kind: str) -> list[tuple[str | None, str | None]]:
    """The label and the body of each record of a kind."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.label, it.details.get("institution")) for it in found if it.kind == kind]


@pytest.mark.parametrize(
    "remark",
    [
        "(код за София 02)",
        "(тел. код 094)",
        "/временно не работи/",
        "(вече не се ползва)",
        "(нов номер)",
        "(прекъснат)",
        "(закрит от май)",
    ],
)
def test_a_code_or_a_state_behind_a_number_is_no_label(remark: str) -> None:
    assert told(f"Факс: 094/ 60 11 22 {remark}", "phone") == [("Факс", None)]


def test_a_desk_behind_a_number_is_its_label() -> None:
    assert told("Тел. 094/ 60 11 22 (каса)\nТел. 094/ 60 11 23 (стара сграда)", "phone") == [
        ("каса", None),
        ("стара сграда", None),
    ]


def test_a_bank_behind_an_account_is_neither_its_label_nor_its_end() -> None:
    text = (
        "1. ОУ „Пеньо Пенев“:\nIBAN BG19 RZBB 9078 3190 1042 92\n"
        "2. ДГ „Детелина“ – такси:\nIBAN BG76 CECB 9517 3365 8505 00 (ЦКБ)"
    )
    assert told(text, "iban") == [
        ("ОУ „Пеньо Пенев“", "ОУ „Пеньо Пенев“"),
        ("ДГ „Детелина“ – такси", "ДГ „Детелина“"),
    ]


def test_what_is_paid_through_an_account_does_not_have_it() -> None:
    text = "Община Видин\n\n1. Наеми:\nBG19 RZBB 9078 3190 1042 92\n2. НЗОК – вноски:\nBG76 CECB 9517 3365 8505 00"
    assert told(text, "iban") == [("Наеми", "Община Видин"), ("НЗОК – вноски", "Община Видин")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Факс: 094/ 60 11 22 (до 31.12.2017 г.), от 01.01.2018 г. – 094/ 60 11 23", "Факс"),
        ("старият факс 094/ 60 11 22 не се ползва, новият е 094/ 60 11 23", "факс"),
        ("Факс: 094/ 60 11 22, нов: 094/ 60 11 23", "Факс"),
        ("Факс: 094/ 60 11 22, а от 1 май 2018 г.: 094/ 60 11 23", "Факс"),
    ],
)
def test_a_number_in_the_place_of_another_is_of_the_same(text: str, label: str) -> None:
    _, new = (it for it in extract(Page(text=text, source="test", sha256="0" * 64)) if it.kind == "phone")
    assert (new.label, new.details.get("fax")) == (label, True)


def test_a_new_telephone_is_no_fax_and_a_new_line_no_new_number() -> None:
    for text in (
        "Факс: 094/ 60 11 22, новият телефон е 094/ 60 11 23",
        "Факс: 094/ 60 11 22\nНова каса: 094/ 60 11 23",
    ):
        _, new = (it for it in extract(Page(text=text, source="test", sha256="0" * 64)) if it.kind == "phone")
        assert "fax" not in new.details
        assert new.label != "Факс"
