"""Text that was read in a wrong encoding and saved so: what is turned back, and what is left alone."""

from html.entities import codepoint2name

import pytest
from making import bytes_in, page_of

from govarchive.pages.charset import decode
from govarchive.pages.encodings import CYRILLIC, reading
from govarchive.pages.mojibake import repaired

TEXT = (
    "Областна администрация Видин обявява конкурс за длъжността главен експерт. Документи се подават до 14 май "
    "всеки работен ден в деловодството на администрацията, телефон 094/ 60 12 34."
)
SIGNS = f"Съобщение № 5 – „{TEXT}“"


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), SIGNS, f"<p>{TEXT}</p><p>и</p><p>от 5</p>"])
@pytest.mark.parametrize("wrong", ["latin-1", "windows-1252"])
def test_windows_1251_as_latin(text: str, wrong: str) -> None:
    broken = text.encode("windows-1251").decode(wrong)
    assert repaired(broken) == (text, "windows-1251")
    page = page_of(broken)
    assert page.encoding_from == "utf-8, repaired from windows-1251"


@pytest.mark.parametrize("encoding", CYRILLIC)
def test_any_cyrillic_encoding_as_latin(encoding: str) -> None:
    broken = bytes_in(TEXT, encoding).decode("latin-1")
    again, name = repaired(broken)
    if encoding == "mik":  # most of its letters are signs there, and no words
        assert (again, name) == (broken, None)
    else:  # one letter of DOS is a blank there
        assert (again.replace("\xa0", "а"), name) == (TEXT, encoding)


@pytest.mark.parametrize("wrong", ["windows-1251", "latin-1"])
@pytest.mark.parametrize("text", [TEXT, SIGNS, TEXT.upper()])
def test_utf_8_read_byte_by_byte(text: str, wrong: str) -> None:
    broken = text.encode().decode(wrong, "replace")
    assert repaired(broken) == (text, "utf-8")
    assert repaired(f"<p>{TEXT}</p><p>{broken}</p>") == (f"<p>{TEXT}</p><p>{text}</p>", "utf-8")


def test_bytes_that_were_lost_on_the_way_are_told() -> None:
    page = page_of(TEXT.encode().decode("windows-1252", "replace"))
    assert page.text.startswith("Обла\ufffdтна админи\ufffdтраци\ufffd Видин")
    assert page.encoding_from == "utf-8, damaged, repaired from utf-8"


@pytest.mark.parametrize("wrong", ["cp866", "cp437", "koi8-r", "mac_roman", "mac_cyrillic", "iso8859-15"])
@pytest.mark.parametrize("text", [TEXT, SIGNS])
def test_utf_8_read_in_other_encodings(text: str, wrong: str) -> None:
    broken = text.encode().decode(wrong)
    assert repaired(broken) == (text, "utf-8")
    assert repaired(f"<p>{TEXT}</p><p>{broken}</p>") == (f"<p>{TEXT}</p><p>{text}</p>", "utf-8")


@pytest.mark.parametrize("lost", ["", "?"])
def test_the_one_byte_that_windows_1251_lacks(lost: str) -> None:
    text = "Избор на Иван Илиев, И така: КЛИМЕНТИНИ"
    broken = text.encode().decode("windows-1251", "replace").replace("\ufffd", lost)
    assert repaired(f"Русе: {broken}") == (f"Русе: {text}", "utf-8")


def test_bytes_that_were_left_out_are_told() -> None:
    page = page_of(TEXT.encode().decode("windows-1252", "ignore"))
    assert page.text.startswith("Обла\ufffdтна админи\ufffdтраци\ufffd Видин")
    assert page.encoding_from == "utf-8, damaged, repaired from utf-8"


@pytest.mark.parametrize("named", [True, False])
def test_bytes_of_utf_8_as_entities(named: bool) -> None:
    names = codepoint2name if named else {}
    broken = "".join(f"&{names.get(it, f'#{it}')};" if it > 0x7F else chr(it) for it in TEXT.encode())
    page = page_of(f"<p title='&lt;x&gt;'>{broken} &lt;&nbsp;&copy; 2015")
    assert (page.text, page.encoding_from) == (f"{TEXT} <\xa0© 2015", "utf-8, repaired from utf-8")


@pytest.mark.parametrize("wrong", ["windows-1250", "mac_roman"])
def test_windows_1251_read_in_central_europe_and_on_a_mac(wrong: str) -> None:
    broken = TEXT.encode("windows-1251").decode(wrong, "replace")
    page = page_of(broken)
    assert (page.text, page.encoding_from) == (TEXT, "utf-8, repaired from windows-1251")


def test_twice_misread() -> None:
    assert repaired(TEXT.encode().decode("latin-1").encode().decode("latin-1")) == (TEXT, "utf-8")
    broken = TEXT
    for _ in range(2):
        broken = broken.encode().decode("windows-1251", "replace").replace("\ufffd", "\x98")
    assert repaired(broken) == (TEXT, "utf-8")

    once = TEXT.encode().decode("windows-1251", "replace").replace("\ufffd", "\x98")
    twice = once.encode().decode("latin-1")
    assert repaired(twice) == (TEXT, "utf-8")


def test_a_broken_article_within_a_sound_template() -> None:
    broken = TEXT.encode("windows-1251").decode("latin-1")
    page = page_of(f"<title>Новини</title><ul><li>Начало<li>Café</ul><p>{broken}</p><p>À propos</p>")
    assert page.text == f"Начало\nCafé\n\n{TEXT}\n\nÀ propos"


@pytest.mark.parametrize("named", [True, False])
def test_letters_of_latin_1_as_entities(named: bool) -> None:
    names = codepoint2name if named else {}
    broken = "".join(
        f"&{names.get(ord(it), f'#{ord(it)}')};" if it > "\x7f" else it
        for it in TEXT.encode("windows-1251").decode("latin-1")
    )
    page = page_of(f"<p>{broken}</p>")
    assert (page.text, page.encoding_from) == (TEXT, "utf-8, repaired from windows-1251")


@pytest.mark.parametrize(
    ("wrong", "true"),
    [("windows-1251", "koi8-r"), ("koi8-r", "windows-1251"), ("windows-1251", "iso-8859-5")],
)
@pytest.mark.parametrize("text", [TEXT, TEXT.upper()])
def test_one_cyrillic_encoding_as_another(wrong: str, true: str, text: str) -> None:
    assert repaired(reading(bytes_in(text, true), wrong)) == (text, true)


def test_a_page_of_windows_1251_with_a_piece_of_utf_8() -> None:
    raw = f"<meta charset=windows-1251><p>{TEXT}</p>".encode("windows-1251") + "<p>Ново съобщение на кмета</p>".encode()
    page = page_of(raw)
    assert page.text == f"{TEXT}\n\nНово съобщение на кмета"
    assert page.encoding_from == "declared, repaired from utf-8"


@pytest.mark.parametrize(
    "text",
    [
        "Île-de-France, où l'été à ç",
        "ÄÖÜ äöü ß",
        "ÀÉÈÙ ÇA",
        "Þórður á Íslandi",
        "Ñandú, Ñuñoa – 25° µm ± 3",
        "от С… до С“, 5°С и 10 µm",
        "Р° и Рѕ",
        "Фирма „АБС“, клас „С“",
        "ФК ЧФР БЮТ ЩЪЮ",
        "Република Србија, Ђорђе Њушић",
        "Съезд народных депутатов, объявление",
        "&eacute;t&eacute;, &Agrave; &ccedil;&agrave;",
        "&nbsp;&nbsp;&nbsp;&copy;&reg;&sect;",
        "ÐÑ",
        "",
        "╔══╦═╗ Стая ║ 5 ╟╨╤╬╢ Община ╚╩╝ т╨░ о╤ Видин",
        "Nguyễn Đình Đức, Đoković, Ğalip Ñuñoa, Ðóra и Пе¤а, България",
        "Дължина от 0 до ∞ – ±5, Ромео – Ана — Жулиета ŕ la carte ‡ забележка",
        "КОНКУРС ЗА РИСУНКА: С Р И С – РР, Р? и С? са клетки",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert repaired(text) == (text, None)


PARAGRAPHS = (
    "<p>Областният управител приема граждани всеки понеделник от 10 до 12 часа в сградата на администрацията.</p>",
    "<p>Деловодството работи от 8.30 до 17.00 часа. Кметът Недялка Дочева издаде заповед.</p><td>стая пет</td>",
    "<p>Общинският съвет проведе заседание и прие решение за продажба на имот.</p>",
)


@pytest.mark.parametrize("pasted", ["koi8-r", "iso8859-5", "cp866", "utf-8"])
def test_what_was_pasted_in_from_another_encoding_is_turned_back(pasted: str) -> None:
    raw = b"".join(it.encode(pasted if at == 1 else "cp1251") for at, it in enumerate(PARAGRAPHS))
    assert decode(raw).text == "".join(PARAGRAPHS)


def test_pieces_of_windows_1251_in_an_older_encoding_are_turned_back() -> None:
    raw = b"".join(it.encode("cp1251" if at == 1 else "koi8-r") for at, it in enumerate(PARAGRAPHS))
    assert decode(raw) == ("".join(PARAGRAPHS), "koi8-r", "detected, repaired from windows-1251")


@pytest.mark.parametrize("odd", ["иНОВАЦИИ", "еУПРАВЛЕНИЕ и еБЮДЖЕТ", "ПлАН аБВ гДЕ"])
def test_odd_capitals_are_no_pieces(odd: str) -> None:
    text = f"<p>Проект</p><p>{odd}</p><p>на община Видин</p>"
    assert decode(text.encode("cp1251")).text == text
