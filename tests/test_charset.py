"""Which encoding a page is in, and what decided it."""

import codecs
import random

import pytest
from making import bytes_in, page_of

from govarchive.errors import InvalidFormat, NotText
from govarchive.pages.capture import Capture, Given
from govarchive.pages.charset import Decoded, declared_encoding, decode, decode_as
from govarchive.pages.encodings import CYRILLIC
from govarchive.pages.reading import page_from_bytes
from govarchive.pages.reading import page_of as page_of_capture

TEXT = (
    "Областна администрация Видин обявява конкурс за длъжността главен експерт. Документи се подават до 14 май "
    "всеки работен ден в деловодството на администрацията, телефон 094/ 60 12 34."
)


def html(declaration: str, text: str = TEXT) -> str:
    return f'<html><head><meta charset="{declaration}"></head><body><p>{text}</p></body></html>'


def test_utf_8_needs_no_declaration() -> None:
    assert decode(TEXT.encode()) == Decoded(TEXT, "utf-8", "utf-8")


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_byte_order_mark_decides(mark: bytes, codec: str, name: str) -> None:
    for text in (TEXT, f"<html><body><p>{TEXT}</p></body></html>"):
        page = page_of(mark + text.encode(codec))
        assert (page.text, page.encoding, page.encoding_from) == (TEXT, name, "bom")


def test_damage_behind_a_byte_order_mark_is_told() -> None:
    page = page_of(codecs.BOM_UTF8 + TEXT.encode() + b"\xff")
    assert page.text == TEXT + "\ufffd"
    assert page.encoding_from == "bom, damaged"


@pytest.mark.parametrize("encoding", CYRILLIC)
@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), "Начало", "НАЧАЛО", "г-н П. Иванов"])
def test_old_encodings_without_declaration(encoding: str, text: str) -> None:
    raw = bytes_in(text, encoding)
    found = decode(raw)
    assert (found.text, found.decided_by) == (text, "detected")
    # MIK, Mac and cp866 have some letters in the same places.
    assert found.encoding == encoding or bytes_in(text, found.encoding) == raw


@pytest.mark.parametrize("encoding", CYRILLIC)
@pytest.mark.parametrize("text", [TEXT, TEXT.upper()])
@pytest.mark.parametrize("declared", CYRILLIC)
def test_a_wrong_declaration_is_overruled(encoding: str, text: str, declared: str) -> None:
    raw = bytes_in(html(declared, text), encoding)
    page = page_of(raw)
    assert page.text == text
    assert page.encoding == encoding or bytes_in(text, page.encoding) == bytes_in(text, encoding)
    assert page.encoding_from == ("declared" if page.encoding == declared else "detected")


@pytest.mark.parametrize("text", ["Факс", "Юг", "тел. 056/ 841 234", "Щ", "ЖП гара"])
def test_few_letters_are_windows_1251(text: str) -> None:
    assert decode(text.encode("windows-1251")) == Decoded(text, "windows-1251", "detected")


def test_frames_and_number_signs_of_dos() -> None:
    text = f"╔{'═' * 40}╗\n║ № 17 Община Видин ║\n║Телефон│094/ 60 12 34║\n╚{'═' * 40}╝\n{TEXT}"
    assert decode(bytes_in(text, "mik")) == Decoded(text, "mik", "detected")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TEXT, "Контакти", "Contacts", html("utf-16")])
def test_utf_16_without_a_mark(codec: str, text: str) -> None:
    page = page_of(text.encode(codec))
    assert (page.text, page.encoding, page.encoding_from) == (TEXT if "<" in text else text, "utf-16", "detected")


def test_windows_1251_that_says_it_is_utf_8() -> None:
    page = page_of(html("utf-8").encode("windows-1251"))
    assert (page.text, page.encoding, page.encoding_from) == (TEXT, "windows-1251", "detected")


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r", "iso-8859-1"])
def test_utf_8_that_says_it_is_something_else(declared: str) -> None:
    page = page_of(html(declared))
    assert (page.text, page.encoding, page.encoding_from) == (TEXT, "utf-8", "utf-8")


@pytest.mark.parametrize("name", ["cp1251", "CP1251", "win-1251", "Windows-1251", "cp-1251", "ms-cyrl"])
def test_names_people_write(name: str) -> None:
    page = page_of(html(name).encode("windows-1251"))
    assert (page.text, page.encoding) == (TEXT, "windows-1251")


@pytest.mark.parametrize(
    "name",
    "hex rot13 base64 zlib idna punycode undefined unicode_escape utf-7 utf-16 utf-32 cp037 nonsense".split(),
)
def test_a_declaration_that_cannot_be_is_passed_over(name: str) -> None:
    for raw in (html(name).encode("windows-1251"), html(name).encode()):
        assert page_of(raw).text == TEXT


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("x-mac-ukrainian", "x-mac-cyrillic"), ("iso88595", "iso-8859-5"), ("csISOLatinCyrillic", "iso-8859-5")],
)
def test_names_browsers_know(name: str, encoding: str) -> None:
    raw = TEXT.encode({"x-mac-cyrillic": "mac_cyrillic"}.get(encoding, encoding))
    assert decode_as(raw, name)[:2] == (TEXT, encoding)
    assert decode_as(TEXT.encode(), "x-unicode20utf8").text == TEXT


def test_declaration_in_every_place() -> None:
    assert declared_encoding(b'<?xml version="1.0" encoding="Windows-1251"?><html>') == "windows-1251"
    assert declared_encoding(b"<meta http-equiv=content-type content='text/html; charset=koi8-r'>") == "koi8-r"
    assert declared_encoding(b"\n" * 9000 + b"<META CHARSET=UTF-8>") == "utf-8"
    assert declared_encoding(b"<p>charset=koi8-r") is None


def test_mostly_latin_text_stays_latin() -> None:
    text = "Ministère de l'Intérieur – Sofia, café. The ministry publishes this page in three languages."
    assert decode(text.encode("cp1252")) == Decoded(text, "windows-1252", "detected")
    assert decode(text.encode("cp1252"), "iso-8859-1") == Decoded(text, "windows-1252", "declared")
    quoted = "The “Sofia” programme"
    assert decode(quoted.encode("cp1252")).text == quoted


def test_cyrillic_behind_a_long_script() -> None:
    page = page_of(("<html><script>" + "var x = 1;\n" * 5000 + f"</script><p>{TEXT}</p>").encode("windows-1251"))
    assert (page.text, page.encoding) == (TEXT, "windows-1251")


def test_latin_1_declared_over_cyrillic_amid_much_mark_up() -> None:
    raw = html("iso-8859-1", '<a href="index.php?view=article&amp;id=1234"></a>' * 300 + TEXT).encode("windows-1251")
    assert page_of(raw).text == TEXT


def test_a_few_damaged_bytes_are_marked_and_told() -> None:
    raw = bytearray((TEXT * 3).encode())
    raw[100], raw[400] = 0xFF, 0xFE
    found = decode(bytes(raw))
    assert (found.encoding, found.decided_by) == ("utf-8", "detected, damaged")
    assert found.text.count("\ufffd") >= 2
    assert decode(bytes(raw), "utf-8").decided_by == "declared, damaged"
    assert decode(bytes(raw), "windows-1251").encoding == "utf-8"


def test_a_piece_of_windows_1251_in_utf_8_is_read() -> None:
    raw = TEXT.encode() + b"\n" + "Старо съобщение".encode("windows-1251") + b"\n" + TEXT.encode()
    for declared, decided_by in ((None, "detected"), ("utf-8", "declared"), ("windows-1251", "detected")):
        found = decode(raw, declared)
        assert (found.encoding, found.decided_by) == ("utf-8", f"{decided_by}, pieces in windows-1251")
        assert found.text == f"{TEXT}\nСтаро съобщение\n{TEXT}"


def test_a_piece_of_nothing_known_is_marked() -> None:
    raw = TEXT.encode() + b"\n" + bytes(range(0x80, 0xA8)) + b"\n" + TEXT.encode() * 3
    found = decode(raw)
    assert (found.encoding, found.decided_by) == ("utf-8", "detected, damaged")
    assert found.text.startswith(TEXT)
    assert "\ufffd" in found.text


@pytest.mark.parametrize("text", ["????? ???????? ?? ???????, ??????? 094/ 60 12 34", f"{TEXT} \ufffd"])
def test_lost_letters_are_told(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8", "utf-8, damaged")


@pytest.mark.parametrize("text", ["Защо??? И кога???", "a?b=???&c", "???"])
def test_questions_are_no_damage(text: str) -> None:
    assert decode(text.encode()).decided_by == "utf-8"


def test_a_byte_that_windows_1251_lacks() -> None:
    found = decode(TEXT.encode("windows-1251") + b"\x98")
    assert (found.text, found.decided_by) == (TEXT + "\ufffd", "detected, damaged")


def test_two_letters_prove_nothing_against_the_declaration() -> None:
    assert decode("й".encode("windows-1251"), "windows-1251").text == "й"


@pytest.mark.parametrize("seed", range(8))
def test_random_bytes_are_no_text(seed: int) -> None:
    raw = random.Random(seed).randbytes(2000)
    with pytest.raises(NotText, match=r"no known encoding.*UTF-8 or windows-1251"):
        decode(raw)
    with pytest.raises(NotText, match="binary"):
        page_of(raw)


@pytest.mark.parametrize("encoding", CYRILLIC)
@pytest.mark.parametrize("declared", ["utf-8", "windows-1251", "iso-8859-1", "nonsense"])
def test_the_http_header_comes_before_what_the_page_declares(encoding: str, declared: str) -> None:
    page = page_of_capture(Capture(bytes_in(html(declared, "Видин, ЖП гара"), encoding), "x", charset=encoding))
    assert (page.text, page.encoding, page.encoding_from) == ("Видин, ЖП гара", encoding, "http")


@pytest.mark.parametrize("encoding", CYRILLIC)
@pytest.mark.parametrize("header", [*CYRILLIC, "utf-8", "iso-8859-1", "utf-16", "x-user-defined", ""])
def test_a_header_that_the_text_refutes_is_overruled(encoding: str, header: str) -> None:
    page = page_of_capture(Capture(bytes_in(html(encoding), encoding), "x", charset=header))
    assert (page.text, page.encoding) == (TEXT, encoding)
    assert page.encoding_from == ("http" if header == encoding else "declared")


def test_what_the_bytes_prove_needs_no_header_to_agree() -> None:
    for header, decided_by in (("windows-1251", "utf-8"), ("utf8", "http"), (None, "utf-8")):
        assert decode(TEXT.encode(), "windows-1251", header) == Decoded(TEXT, "utf-8", decided_by)
    wide = codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")
    for header, decided_by in (("windows-1251", "bom"), ("utf-16le", "http"), (None, "bom")):
        assert decode(wide, None, header) == Decoded(TEXT, "utf-16", decided_by)


@pytest.mark.parametrize(
    ("codec", "name"), [("cp1251", "windows-1251"), ("koi8-r", "KOI8-R"), ("cp866", "ibm866"), ("utf-16", "UTF_16")]
)
def test_the_encoding_that_the_user_names_overrules_all_others(codec: str, name: str) -> None:
    for text in ("Щ", TEXT):
        capture = Capture(html("utf-8", text).encode(codec), "x", charset="utf-8")
        page = page_of_capture(capture, Given(encoding=name))
        assert (page.text, page.encoding_from) == (text, "given")


def test_the_encoding_that_the_user_names_is_taken_at_his_word() -> None:
    page = page_of_capture(Capture(html("utf-8").encode(), "x"), Given(encoding="koi8-r"))
    assert (page.text[:2], page.encoding, page.encoding_from) == ("п·", "koi8-r", "given")


def test_an_encoding_nobody_knows_is_refused() -> None:
    with pytest.raises(InvalidFormat, match="no encoding of texts is called 'rot13'; try windows-1251"):
        page_of_capture(Capture(b"text", "x"), Given(encoding="rot13"))


def test_koi8_of_the_ukrainians_is_told_by_its_letters() -> None:
    text = f"{TEXT} На основание чл. 5, т. І и т. ІІ от наредбата"
    assert decode(text.encode("koi8-u")) == Decoded(text, "koi8-u", "detected")
    assert decode(text.encode("koi8-u"), "koi8-u").text == text
    framed = "╔════╗\n║Глас║\n╚════╝\n" + TEXT
    assert decode(framed.encode("koi8-r")) == Decoded(framed, "koi8-r", "detected")


@pytest.mark.parametrize("text", ["Цялата сума се плаща на касата", "Третият ден след края на делото"])
def test_small_letters_of_the_mac(text: str) -> None:
    text = f"{text}. Районната администрация приема молбите."
    assert decode(bytes_in(text, "x-mac-cyrillic")) == Decoded(text, "x-mac-cyrillic", "detected")


def test_number_signs_tell_capitals_of_dos_from_those_of_the_mac() -> None:
    text = "ЗАПОВЕД № 17 НА КМЕТА И ПРОТОКОЛ № 5 ОТ СЪВЕТА"
    for encoding in ("mik", "cp866", "x-mac-cyrillic"):
        assert decode(bytes_in(text, encoding)).text == text


def test_italian_is_not_taken_for_bulgarian() -> None:
    text = "La città di Sofia e la società civile: tutti insieme per la libertà della stampa in Europa. " * 9
    assert decode(text.encode("cp1252")) == Decoded(text, "windows-1252", "detected")


def test_text_of_references_without_a_tag_is_unescaped() -> None:
    escaped = "".join(f"&#{ord(it)};" for it in "Кмет") + ": &#x412;&#x438;&#x434;&#x438;&#x43D; &amp; село\nвтори ред"
    assert page_from_bytes(escaped.encode(), "а.txt").text == "Кмет: Видин & село\nвтори ред"
    assert page_from_bytes("знакът &#8222; и &amp;".encode(), "а.txt").text == "знакът &#8222; и &amp;"


@pytest.mark.parametrize("times", [(1, 1), (3, 1), (1, 3)])
def test_a_page_in_two_encodings_is_read_in_both(times: tuple[int, int]) -> None:
    said = "Община Горно Село обявява конкурс за главен експерт в отдел Деловодство. "
    first, second = times
    found = decode((said * first).encode("windows-1251") + b"<p>" + (said * second).encode())
    assert found.text == said * first + "<p>" + said * second
    assert found.decided_by == "detected, repaired from utf-8"


def test_utf_7_is_read_only_where_it_is_declared_and_makes_bulgarian() -> None:
    said = "Община Горно Село, отдел Деловодство"
    assert decode(said.encode("utf-7"), "utf-7") == Decoded(said, "utf-7", "declared")
    assert decode(said.encode("utf-7")).encoding == "utf-8"
    assert decode(b"1 +- 2 = 3, plain text", "utf-7").encoding == "utf-8"


def test_dashes_tell_capitals_of_the_mac_from_those_of_dos() -> None:
    text = "ОТДЕЛ „МЕСТНИ ДАНЪЦИ“ – ПОНЕДЕЛНИК – ПЕТЪК…"
    assert decode(text.encode("mac-cyrillic")).text == text


@pytest.mark.parametrize("text", [
    'разкази от старата воденица". Този сборник за приятелите на вехтите предания беше подвързан',
    "тел. 0999/ 12 34\nФакс: 0999/ 12 35\nТел.: 0999/ 12 36\nтел. 0999/ 12 37\nФакс: 0999/ 12 38",
    "отдел деловодство, касиер – тел. 0999/ 12 34\nначалник на отдел – тел. 0999/ 12 35, стая 3 – вляво",
    "щом кипне млякото в голямото гърне или ако в двора се отбие още някой, комуто да бъде толкова студено",
    "т.нар. ’мека’ пшеница и ”твърдата” пшеница, •стари сита за брашно, …и малки чувалчета –за всички хлебари",
])  # fmt: skip
def test_signs_tell_capitals_of_the_mac_from_those_of_windows(text: str) -> None:
    for encoding in ("windows-1251", *(["x-mac-cyrillic"] if "•" not in text else [])):
        assert decode(bytes_in(text, encoding)) == Decoded(text, encoding, "detected")


@pytest.mark.parametrize("encoding", CYRILLIC)
def test_lists_are_told_by_their_few_words(encoding: str) -> None:
    text = "".join(f"{at}\t{at * 137}\t{unit}\n" for at, unit in enumerate(("лв.", "бр.", "кв. м", "дка", "кг") * 2))
    assert decode(bytes_in(text, encoding)).text == text


@pytest.mark.parametrize("text", [
    "СУМАТА Е 50,66 € БЕЗ ДАНЪК, ОБЩО 61 € С НЕГО",
    "УСТАВ НА ЧИТАЛИЩЕ „НАПРЕДЪК 1905” – ПРИЕТ НА 15.ІІ.2008 Г.",
    "ТОЙ ЗАЯВИ: „ПРЕГОВОРИТЕ НЯМА ДА СПРАТ ДО ЕСЕНТА И ЩЕ",
    "ФИРМА “VIDIN TRADE” ЩЕ ПОЕМЕ РАЗХОДИТЕ ПО РЕМОНТА",
])  # fmt: skip
def test_signs_tell_capitals_of_the_mac_from_those_of_dos(text: str) -> None:
    assert decode(bytes_in(text, "x-mac-cyrillic")).text == text


def test_a_blank_of_dos_is_no_currency_of_the_mac() -> None:
    text = "СЕЛО ДОЛНО ПОЛЕ\t0885\xa011\xa074\xa032\nСЕЛО УХЛА\t0885\xa011\xa074\xa031"
    for encoding in ("mik", "cp866"):
        assert decode(bytes_in(text, encoding)).text == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_pictures_and_loose_accents_are_no_reason_to_doubt_utf_16(codec: str) -> None:
    text = f"☎ 094/ 60 12 34 ✉ obshtina@vidin.example 🕗 8:00 – 16:30. {TEXT} Тя и\u0300 пише на Ş."
    found = decode(text.encode(codec))
    assert (found.text, found.encoding) == (text, "utf-16")
    assert page_of(text.encode(codec)).encoding == "utf-16"


def test_blanks_of_an_old_page_are_not_utf_16() -> None:
    text = " " * 5000 + TEXT
    assert decode(text.encode("cp1251")) == Decoded(text, "windows-1251", "detected")


@pytest.mark.parametrize(("encoding", "start"), [("koi8-r", "ЪЧ"), ("windows-1251", "юя"), ("windows-1251", "яю")])
def test_a_cut_word_is_no_byte_order_mark(encoding: str, start: str) -> None:
    text = f"{start}ЕН ДЕН. {TEXT}"
    assert decode(bytes_in(text, encoding)) == Decoded(text, encoding, "detected")
