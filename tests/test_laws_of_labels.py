"""Which word a page has for a telephone or mail, and how it is joined to the number, may not change what is read."""

import re
from pathlib import Path

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_bytes, page_from_text
from govarchive.text.fold import fold

_PAGES = sorted(Path(__file__).parents[1].glob("samples/pages/*"))
_TEXTS = [page_from_bytes(path.read_bytes(), path.name).text for path in _PAGES]

# The words as they stand, right before a number or address, and what else pages have there.
_PHONE = r"(?<![\w☎])(?<!доп\. )[Тт]ел\.(?= ?:? ?[+(0-9])"
_FAX = r"(?<!\w)[Фф]акс:?(?= ?[+(0-9])"
_MAIL = r"(?<!\w)(?i:e-?mail|ел\. поща|имейл)(?= ?:? ?[a-z0-9._-]+@)"
_COLON = r"(?<=[а-я]): (?=\(?0[0-9 /()-]{6,}|[a-z0-9._-]+@)"
_WORDS = re.compile(r"тел(?:ефон)?\b|☎|факс|e-?mail|[eе]-поща|ел\. ?поща|имейл|\W")


def _told(text: str) -> list[tuple[object, ...]]:
    return [
        (it.kind, fold(it.text), it.value, _WORDS.sub("", fold(it.label or "").lower()), it.valid, it.details)
        for it in extract(page_from_text(text))
    ]


def _labels(kind: str, text: str) -> list[str | None]:
    return [it.label for it in extract(page_from_text(text)) if it.kind == kind]


_TOLD = [_told(text) for text in _TEXTS]


@pytest.mark.parametrize(
    ("printed", "instead"),
    [
        *((_PHONE, word) for word in ("тел", "Тел.", "телефон", "ТЕЛ.", "☎")),
        *((_FAX, word) for word in ("факс", "Факс:", "ФАКС")),
        *((_MAIL, word) for word in ("e-mail", "E-mail", "имейл", "ел. поща", "e-поща", "Email")),
        *((_COLON, mark) for mark in (":", " : ", " – ")),
    ],
)
def test_another_word_for_the_kind_says_the_same(printed: str, instead: str) -> None:
    for path, text, told in zip(_PAGES, _TEXTS, _TOLD, strict=True):
        changed = re.sub(printed, instead, text)
        assert changed == text or _told(changed) == told, path.name


@pytest.mark.parametrize("word", ["тел.", "телефон", "Телефон:", "☎", "📞\ufe0f", "тел"])
@pytest.mark.parametrize(
    ("page", "number", "label"),
    [
        ("Архив    {} 094 601 234", "094 601 234", "Архив"),
        ("Справки на {} 094 601 234 и 094 601 235", "094 601 235", "Справки"),
        ("Дежурна част, {} 112", "112", "Дежурна част"),
        ("Видин, ул. „Липа“ 4\nОДЦ (дежурна част), {} 094 601 234", "094 601 234", "ОДЦ (дежурна част)"),
    ],
)
def test_a_short_word_or_a_picture_before_a_number_is_no_more_of_its_label(
    word: str, page: str, number: str, label: str
) -> None:
    phones = {it.text: it.label for it in extract(page_from_text(page.format(word))) if it.kind == "phone"}
    assert phones[number] == label


@pytest.mark.parametrize(
    "line",
    [
        "За сигнали{} 094 601 234 (денонощно), факс 094 601 235, signali@vidin.bg",
        "За сигнали{} 094 601 234, 094 601 235, signali@vidin.bg",
        "За сигнали{} 094 601 234, Ана Рунева, signali@vidin.bg",
    ],
)
@pytest.mark.parametrize("mark", [":", " :", " –", ": тел."])
def test_the_head_of_a_line_is_over_all_its_values_whatever_joins_it(line: str, mark: str) -> None:
    assert _labels("email", line.format(mark)) == ["За сигнали"]


def test_a_picture_is_no_label() -> None:
    assert _labels("phone", "Троян, ул. „Липа“ 4 ☎ 0670 601 23") == [None]
    assert _labels("phone", "Троян, ул. „Липа“ 4, ☎: 112") == [None]
    assert _labels("email", "Троян, ул. „Липа“ 4 ✉ troyan@primer.bg") == [None]


@pytest.mark.parametrize(
    "card",
    [
        "Декан\nпроф. Иван Петков\nТелефон: 094 60 12 34\nE-mail: petkov@primer.bg\n\nАна Рунева\nФакс: 094 60 12 35",
        "Община Видин\nТелефон: 094 60 12 34\nФакс: 094 60 12 35\nЕл. поща: vidin@primer.bg\nЕИК: 000123451",
        "Каса\nТел.: 094 60 12 34\nИмейл: kasa@primer.bg\nIBAN: BG80 BNBG 9661 1020 3456 78",
    ],
)
def test_the_fields_of_a_card_say_the_same_in_a_table(card: str) -> None:
    assert _told(card.replace(": ", "\t")) == _told(card)


@pytest.mark.parametrize(
    "remark", ["(на цената на градски разговор)", "(вход откъм двора)", "(вторник и петък)", "(денонощен)"]
)
def test_when_and_where_one_may_call_is_no_label(remark: str) -> None:
    assert _labels("phone", f"Офис Видин\t094 60 12 34 {remark}") == ["Офис Видин"]


@pytest.mark.parametrize("who", ["Кмет: Ана Рунева", "Ана Рунева - кмет", "Ана Рунева\t- кмет", "1. Кмет Ана Рунева"])
def test_a_cell_that_names_somebody_says_the_office_of_the_number_beside_it(who: str) -> None:
    assert _labels("phone", f"{who}\t094 601 234") in (["Кмет"], ["кмет"])


def test_a_value_in_the_first_row_is_no_label_of_those_below_it() -> None:
    assert _labels("email", "1\truneva@primer.bg\n2\tdelev@primer.bg") == [None, None]
    assert _labels("phone", "1\tтел. 094 601 234\n2\tтел. 094 601 235") == ["тел.", "тел."]
