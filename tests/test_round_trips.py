"""Bulgarian texts in every encoding met on old pages, cut anywhere, read as they were: from 200 bytes on."""

from collections.abc import Iterator

import pytest
from making import bytes_in, page_of

from govarchive.pages.encodings import CYRILLIC, characters

NEWS = """Областната администрация обяви нов прием на молби. Той започва в понеделник и продължава до края на юни.

Това съобщи пред журналисти заместник-кметът Цветан Якимов. „Хората чакаха твърде дълго“, каза той. В читалище
„Ясна поляна“ ще бъде открита изложба – първата от десет години насам. Ученици от Царево и Ямбол ще покажат картини.
Участие е потвърдила и Чешката школа. Фестивалът завършва с концерт; вход свободен. За цената на билетите – 5 лв. –
важат и картите от миналата година. Според „Единство 2008“ шествието тръгва в 18 часа… След това е раздаването
на наградите. Юбилейният плакет ще получи Щерю Жечев, а Елисавета Зографова – званието „почетен гражданин“.
Улиците около площада ще бъдат затворени. Хотелите в селото са пълни до края на седмицата, каза Филип Хинов."""
CONTACTS = """Община Долно Поле
гр. Долно Поле 3999, ул. „Явор“ № 7
Кмет: Асен Янев – тел. 0999/ 12-34, стая № 3, ет. 2
Секретар: Жана Цонева – 0999/ 12-35, e-mail: secretar@dolno.example.bg
Деловодство: понеделник – петък, 8.30–12.00 ч. и 13.00–17.00 ч.
Факс: 0999/ 12-36; Факс: 0999/ 12-37
Читалище „Христо Хинов“, ул. „Единадесета“ № 11, тел. (0999) 12 38
Данъци и такси: Цецка Чакърова, тел. 0999/ 12-39, http://www.dolno.example.bg/danatsi
Заповед № 15/03.02.2009 г., Заповед № 16/04.02.2009 г.
Кметство Ухла: Фидан Ючев – тел. 0999/ 12-40
Кметство Щърк: Ели Лачева – тел. 0999/ 12-41"""
PHONES = "\n".join(f"{name} 0999/ {at:02} {at * 7 % 90 + 10} {at * 13 % 90 + 10}" for at, name in enumerate(
    15 * ("тел.", "Факс:", "GSM", "Тел.:", "факс", "ТЕЛ.", "моб.")
))  # fmt: skip
TABLE = "\n".join(
    f"{at}.\t{name}\t{at * 137 % 900 + 100}\t{at * 7919 % 9000}\tда\t{9 * at} лв.\t–" for at, name in enumerate(
    8 * ("Видин", "Царево", "Ямбол", "Ухла", "Троян", "Хасково", "Елена", "Сандански")
))  # fmt: skip
AMOUNTS = "\n".join(f"{at * 7919 % 90000}\t{at * 137 % 9000}\t{unit}" for at, unit in enumerate(
    20 * ("лв.", "кв. м", "бр.", "общо", "дка", "Общо:", "кг")
))  # fmt: skip
TEXTS = {
    "news": NEWS,
    "in capitals": NEWS.upper(),
    "in one line": NEWS.replace("\n", " "),
    "contacts": CONTACTS,
    "contacts in capitals": CONTACTS.upper(),
    "phones": PHONES,
    "table": TABLE,
    "amounts": AMOUNTS,
}
_INSTEAD = str.maketrans({"„": '"', "“": '"', "–": "-", "…": "...", "№": "N"})


def _cuts(text: str, length: int, step: int) -> Iterator[str]:
    return (text[at : at + length] for at in range(0, len(text) - length + 1, step))


def _held(text: str, encoding: str) -> str:
    """The text as it is typed where some of its signs are lacking."""
    return "".join(it if it < "\x80" or it in characters(encoding) else it.translate(_INSTEAD) for it in text)


@pytest.mark.parametrize("encoding", CYRILLIC)
@pytest.mark.parametrize("name", TEXTS)
def test_no_cut_of_a_text_is_misread(name: str, encoding: str) -> None:
    text = _held(TEXTS[name], encoding)
    for length in (200, 250, 400):
        for cut in _cuts(text, length, 41):
            assert page_of(bytes_in(cut, encoding)).text == cut


@pytest.mark.parametrize("declared", [None, "windows-1251", "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("encoding", CYRILLIC)
@pytest.mark.parametrize("name", TEXTS)
def test_no_cut_of_a_page_is_misread_whatever_it_declares(name: str, encoding: str, declared: str | None) -> None:
    head = f'<html><meta charset="{declared}"><p>' if declared else "<html><p>"
    for cut in _cuts(_held(TEXTS[name], encoding), 200, 97):
        page = head + cut.replace("\n", "<br>")
        assert page_of(bytes_in(page, encoding)).text == page_of(page).text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", TEXTS)
def test_no_cut_is_misread_in_unicode(name: str, codec: str) -> None:
    for cut in _cuts(TEXTS[name], 200, 41):
        assert page_of(cut.encode(codec)).text == cut
