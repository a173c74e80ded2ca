"""The same page printed in another way: doubled blanks, lines apart, bullets, ruled tables, other dashes and quotes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from govarchive.extract import extract
from govarchive.model import Page
from govarchive.text.fold import shadow

SAMPLES = sorted(Path(__file__).parents[1].glob("samples/pages/*.txt"))
PAGE = """Община Бяла вода
тел.: 094/ 61 22 10
Заповед № РД-09-17 от 14.03.2021 г. на кмета на община Бяла вода Петко Рунев.
Такса 12,50 лв. се внася в касата на гр. Бяла вода, ул. „Шипка“ № 5.
"""


def _records(text: str) -> list[tuple[str, str | None]]:
    page = Page(text=text, source="page.txt", sha256="0" * 64)
    found = extract(page)
    assert all(text[it.start : it.stop] == it.text for it in found)
    return [(it.kind, it.value) for it in found]


@pytest.mark.parametrize("blanks", ["  ", "\u00a0 ", "\u00a0"])
def test_doubled_blanks_change_no_value(blanks: str) -> None:
    assert _records(PAGE.replace(" ", blanks)) == _records(PAGE)


@pytest.mark.parametrize("end", [" \n", "\n  ", "   \n\u00a0"])
def test_blanks_around_a_line_change_no_value(end: str) -> None:
    assert _records(PAGE.replace("\n", end)) == _records(PAGE)


STAFF = """Районен съд Бяла вода
Съдии:
Ана Рунева
Петко Минев
Съдебен администратор: Рада Колева
тел. 094/ 61 22 10
Главен счетоводител
Иво Белчев
"""


def _offices(text: str) -> list[tuple[str | None, object, object]]:
    page = Page(text=text, source="page.txt", sha256="0" * 64)
    people = [it for it in extract(page) if it.kind == "person"]
    assert all(text[it.start : it.stop] == it.text for it in people)
    return [(it.value, it.details.get("role"), it.details.get("institution")) for it in people]


def _told(text: str) -> list[tuple[str, str | None, str | None, object, object]]:
    page = Page(text=text, source="page.txt", sha256="0" * 64)
    return [
        (it.kind, it.value, it.label, it.details.get("role"), it.details.get("institution")) for it in extract(page)
    ]


@pytest.mark.parametrize("lead", [" ", "\t", "\t\t", " \t ", "• ", "•", "- ", "– ", "* ", "  ▪ ", "\t- "])
def test_what_stands_before_each_line_of_a_list_changes_no_office(lead: str) -> None:
    listed = "".join(f"{lead}{line}\n" for line in STAFF.splitlines())
    assert len(_offices(STAFF)) == 4
    assert _offices(listed) == _offices(STAFF)


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\n\n\n", " \n\t\n"])
def test_lines_that_all_stand_apart_are_lines_of_one_list(gap: str) -> None:
    assert _offices(STAFF.replace("\n", gap)) == _offices(STAFF)


def test_lines_of_which_some_stand_apart_are_parted() -> None:
    text = "Секретар\nРада Колева\n\nПетко Минев\n\nГлавен счетоводител\nИво Белчев\n"
    assert [role for _, role, _ in _offices(text)] == ["секретар", None, "главен счетоводител"]


def test_the_empty_first_cell_of_a_row_stays() -> None:
    text = "Длъжност\tИме\tТелефон\nСекретар\tРада Колева\t61 22 10\n\tИво Белчев\t61 22 11\n"
    assert [value for value, *_ in _offices(text)] == ["Рада Колева", "Иво Белчев"]


TABLE = """Общински съвет Бяла вода

Име\tДлъжност\tТелефон\tПриемно време
инж. Ана Рунева\tПредседател\t094/ 61 22 10\tпонеделник 9:00-12:00 ч.
Петко Минев\tзам.-председател\t\tвторник 9:00-12:00 ч.
Рада Колева\tтехнически сътрудник\t094/ 61 22 11\t
"""


def _closed(lines: list[str]) -> list[str]:
    return [f"| {line} |" for line in lines]


def _framed(lines: list[str]) -> list[str]:
    return ["┌────┬────┐", *(f"│ {line} │".replace("|", "│") for line in lines), "└────┴────┘"]


@pytest.mark.parametrize("drawn", [list[str], _closed, _framed])
@pytest.mark.parametrize("rule", ["", "---|---|---|---", "+-----+:---:+----+", "|====|====|====|"])
@pytest.mark.parametrize("stroke", [" | ", "|", "  |\u00a0"])
def test_a_table_drawn_with_strokes_is_one(drawn: Callable[[list[str]], list[str]], rule: str, stroke: str) -> None:
    title, head, *rows = TABLE.replace("\n\n", "\n").splitlines()
    lines = drawn([it.replace("\t", stroke) for it in (head, *rows)])
    found = _told("\n".join([title, "", lines[0], *filter(None, [rule]), *lines[1:], ""]))
    assert len(found) > 7
    assert found == _told(TABLE)


def test_strokes_of_a_line_by_itself_are_no_table() -> None:
    assert shadow("Начало | Новини\n\nтел. 094/ 61 22 10 | факс 094/ 61 22 11\nАна Рунева").text.count("|") == 2


def test_a_dash_before_figures_is_no_bullet() -> None:
    assert ("date", "2014-05-12") in _records("Срокове:\n- 12.05.2014 г.\n")


@pytest.mark.parametrize("path", SAMPLES[:8], ids=lambda it: it.stem)
def test_doubled_blanks_change_nothing_on_samples(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "ignore")
    doubled = re.sub(r"(?<=[а-я,]) (?=[а-я])", "  ", text)
    assert _records(doubled) == _records(text)


def test_wide_gaps_of_a_table_stay() -> None:
    text = "община   лекар         телефон\nАйтос    Петко Рунев   055822310\nКамено   Рада Минева   055152011\n"
    people = {it.value: it.details.get("role") for it in extract(Page(text=text, source="t", sha256="0" * 64))}
    assert people["Петко Рунев"] == people["Рада Минева"] == "лекар"


def test_a_heading_of_letters_two_blanks_apart() -> None:
    assert ("document", "Заповед № 17") in _records("З  А  П  О  В  Е  Д\n№ 17\n")


@pytest.mark.parametrize("quotes", ["''{}''", ",,{}''", ',,{}"', "„{}''", "«{}»", "”{}”"])
def test_quotes_of_two_signs_are_quotes(quotes: str) -> None:
    name = quotes.format("Звънче")
    text = f"Детска градина {name}, гр. Бяла вода, ул. {quotes.format('Здравец')} № 5\n"
    assert ("institution", "Детска градина „Звънче“") in _records(text)
    assert [value for kind, value in _records(text) if kind == "address"] == ["гр. Бяла вода, ул. „Здравец“ № 5"]


@pytest.mark.parametrize("role", ["СEКРЕТAР", "СEКРЕТАР", "KМЕТ"])
def test_words_of_letters_that_tell_no_alphabet_are_cyrillic_where_half_of_them_are(role: str) -> None:
    assert [it[1] for it in _offices(f"{role}: Рада Колева\n")] == ["секретар" if len(role) > 4 else "кмет"]


def test_two_commas_without_closing_quotes_stay() -> None:
    assert ("phone", "+35994612210") in _records("стая 5,, тел. 094/ 61 22 10\n")


def test_the_trail_to_a_page_quotes_nothing() -> None:
    assert _records("Начало » Община » Общински съвет » Решения\n") == []
    assert _records("НЧ « Искра » - Видин\n")[0] == ("institution", "НЧ „Искра“ – Видин")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("О Б Щ И Н А   Д О Л Н А   В Ъ Р Б А", "Община Долна Върба"),
        ("Р А Й О Н Е Н   С Ъ Д   -   В И Д И Н", "Районен съд – Видин"),
        ("М И Н И С Т Е Р С Т В О\xa0 Н А\xa0 К У Л Т У Р А Т А", "Министерство на културата"),
    ],
)
def test_a_heading_of_letters_apart_is_read_to_its_end(printed: str, value: str) -> None:
    page = Page(text=f"{printed}\nтел. 094/ 61 22 10\n", source="t", sha256="0" * 64)
    found = [(it.value, it.text) for it in extract(page) if it.kind == "institution"]
    assert found == [(value, printed)]
