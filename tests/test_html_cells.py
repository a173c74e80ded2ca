"""Tables whose cells have several lines, and those with cells of several columns: which text they become."""

import random
import re
from itertools import pairwise

import pytest
from making import page_of

from govarchive.extract import extract
from govarchive.pages.html import parse


def table(*rows: str) -> str:
    """A table of rows whose cells are parted by strokes."""
    return "<table>" + "".join(f"<tr><td>{row.replace('|', '</td><td>')}</td></tr>" for row in rows) + "</table>"


@pytest.mark.parametrize(
    ("row", "text"),
    [
        # Lines that stand beside each other are rows.
        ("Рунева<br>Делев|каса<br>архив|841 234<br>841 235", "Рунева\tкаса\t841 234\nДелев\tархив\t841 235"),
        ("<p>Каса</p><p>Архив</p>|12|<p>841 234</p>\n<p>841 235</p>", "Каса\t12\t841 234\nАрхив\t\t841 235"),
        ("Понеделник<br>Вторник|от 8 до 12 ч.<br>от 9 до 13 ч.", "Понеделник\tот 8 до 12 ч.\nВторник\tот 9 до 13 ч."),
        ("Адрес:<br>Поща:<br>Факс:|Видин<br>a@b.bg<br>841 234", "Адрес:\tВидин\nПоща:\ta@b.bg\nФакс:\t841 234"),
        ("д-р Ана Рунева<br>Боян Делев|хирург<br>уши", "д-р Ана Рунева\tхирург\nБоян Делев\tуши"),
        ("Каса<br>Архив|(02) 841 234<br>(02) 841 235", "Каса\t(02) 841 234\nАрхив\t(02) 841 235"),
        # What one clerk has several of stays with him.
        ("Каса|841 234<br>841 235|12", "Каса\t841 234   841 235\t12"),
        ("Каса|841 234<br>вътр. 12|стая 5<br>етаж 2", "Каса\t841 234 вътр. 12\tстая 5 етаж 2"),
        ("Ана Рунева<br>касиер|841 234<br>a@b.bg", "Ана Рунева\nкасиер\t841 234   a@b.bg"),
        ("1.|Ана Рунева<br>касиер|841 234", "1.\tАна Рунева   касиер\t841 234"),
        ("Работно време|понеделник<br>8:30 - 17:00", "Работно време\tпонеделник   8:30 - 17:00"),
        # What was broken at the width of a cell is one line.
        ("Отдел<br>„Каса“|841 234", "Отдел „Каса“\t841 234"),
        ("Отдел „Каса“<br>и архив|Телефон<br>за връзка|12", "Отдел „Каса“ и архив\tТелефон за връзка\t12"),
        (
            "Ана Рунева<br>Боян Делев|кмет<br>секретар<br>на общината",
            "Ана Рунева\tкмет\nБоян Делев\tсекретар на общината",
        ),
        ("Лом|Ана Петкова<br>Рунева|841 234", "Лом\tАна Петкова Рунева\t841 234"),
        ("Ана<br>Петкова<br>Рунева<br>кмет|841 234", "Ана Петкова Рунева\nкмет\t841 234"),
        ("1|старши<br>специалист<br>„Каса“|12", "1\tстарши специалист „Каса“\t12"),
        ("Център за<br>Услуги (партер)<br>на общината|841 234", "Център за Услуги (партер) на общината\t841 234"),
        ("Ана Рунева<br>Боян Делев|гр. Лом<br>ул. „Роза“ 5", "Ана Рунева\nБоян Делев\tгр. Лом ул. „Роза“ 5"),
        ("ул. „Роза“ 5<br>3600 Лом|с. Поле<br>с. Река|12", "ул. „Роза“ 5 3600 Лом\tс. Поле   с. Река\t12"),
        # Names below each other stay in their column.
        (
            "Първи|Ана Рунева<br>Боян Делев<br>Вера Тонева|841 234",
            "Първи\tАна Рунева\t841 234\n\tБоян Делев\n\tВера Тонева",
        ),
        # Cards and the columns of a page are read one after the other.
        ("Каса<br>841 234|Архив<br>841 235", "Каса\n841 234\n\nАрхив\n841 235"),
        ("Кмет:<br>Ана Рунева|Касиер:<br>Боян Делев", "Кмет:\nАна Рунева\n\nКасиер:\nБоян Делев"),
        (
            "Новини<br>Връзки<br>Архив|<p>Кмет – А. Рунева</p><p>Прием:</p><p>тел. 841 234</p>|Такси<br>5 лв.<br>7 лв.",
            "Новини\nВръзки\nАрхив\n\nКмет – А. Рунева\n\nПрием:\n\nтел. 841 234\n\nТакси\n5 лв.\n7 лв.",
        ),
        ("а<br>б<br>в|<h2>Г</h2>" + "<p>д</p>" * 7, "а\nб\nв\n\nГ" + "\n\nд" * 7),
        # Where it is not clear, cells are as before.
        ("а<br>б|в", "а\nб\tв"),
        ("<img>|Ана Рунева<br>касиер", "\tАна Рунева\nкасиер"),
        ("1.|" + "<p>дълъг текст от няколко думи</p>" * 9, "1.\t" + "\n\n".join(["дълъг текст от няколко думи"] * 9)),
    ],
)
def test_lines_of_cells(row: str, text: str) -> None:
    parsed = parse(table(row, "край"))
    assert parsed.text == f"{text}\nкрай"
    assert " ".join(parsed.text[it.start : it.stop] for it in parsed.blocks) == " ".join(text.split()) + " край"
    assert all(one.stop < other.start for one, other in pairwise(parsed.blocks))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<tr><td>а<td>б<td>в<tr><td colspan=2>г<td>д<tr><td>е<td colspan=2>ж", "а\tб\tв\nг\t\tд\nе\tж"),
        ("<tr><td colspan=3>а<tr><td>б<td>в<td>г<tr><td colspan=9>д", "а\nб\tв\tг\nд"),
        (
            "<tr><th rowspan=2>а<th colspan=2>б<th rowspan=2>в<tr><th>г<th>д<tr><td>е<td>ж<td>з<td>и",
            "а\tб\t\tв\n\tг\tд\nе\tж\tз\tи",
        ),
        ("<tr><td>а<td>б<td>в<td>г<tr><td colspan=2 rowspan=2>д<td>е<td>ж<tr><td>з", "а\tб\tв\tг\nд\t\tе\tж\n\t\tз"),
        # A form of a spreadsheet: no row tells that there are so many columns.
        ("<tr><td colspan=8>а<td colspan=12>б<tr><td colspan=8>в<td colspan=12>г", "а\tб\nв\tг"),
    ],
)
def test_cells_of_several_columns(markup: str, text: str) -> None:
    assert parse(f"<table>{markup}</table>").text == text


def test_cells_of_several_columns_outside_a_table() -> None:
    assert parse("<td colspan=3>а<td>б").text == "а\tб"


def labels_of(*rows: str) -> dict[str | None, str | None]:
    page = page_of("<h1>Община Видин</h1>" + table(*rows))
    found = extract(page)
    assert all(page.text[it.start : it.stop] == it.text for it in found)
    return {it.value: it.label or it.details.get("role") for it in found if it.kind in ("phone", "email", "person")}


def test_each_clerk_of_a_cell_has_his_own_office_and_number() -> None:
    assert labels_of(
        "Служител|Длъжност|Телефон",
        "Ана Рунева<br>Боян Делев|касиер<br>архивар|094/84 12 34<br>094/84 12 35",
    ) == {"Ана Рунева": "касиер", "Боян Делев": "архивар", "+35994841234": "касиер", "+35994841235": "архивар"}


def test_a_cell_of_several_rows_is_told_of_each() -> None:
    page = page_of(
        "<h1>Община Видин</h1><table><tr><th>Звено<th>Служител<th>Телефон"
        "<tr><td rowspan=2>Дирекция „Архив“<td>Ана Рунева – директор<td>094/84 12 34"
        "<tr><td>Боян Делев – касиер<td>094/84 12 35"
        "<tr><td rowspan=2>Дирекция „Пазари“<td>Вера Тонева – директор<td>094/84 12 36"
        "<tr><td>склад<td>094/84 12 37</table>"
    )
    found = extract(page)
    assert [(it.value, it.details["institution"]) for it in found if it.kind == "person"] == [
        ("Ана Рунева", "Дирекция „Архив“"),
        ("Боян Делев", "Дирекция „Архив“"),
        ("Вера Тонева", "Дирекция „Пазари“"),
    ]
    assert [it.label for it in found if it.kind == "phone"] == [
        "Дирекция „Архив“",
        "Дирекция „Архив“",
        "Дирекция „Пазари“",
        "склад",
    ]


def test_the_head_of_a_table_is_no_cell_over_its_first_row() -> None:
    assert labels_of("Отдел|Служител|Телефон", "|Каса|094/84 12 34")["+35994841234"] == "Каса"
    assert labels_of("Отдел|Стая|Телефон", "|12|094/84 12 34")["+35994841234"] != "Отдел"


def test_a_room_in_the_next_cell_is_no_unit_of_a_number() -> None:
    assert labels_of("Каса|094/84 12 34|стая 12", "Архив|094/84 12 35|ет. 2") == {
        "+35994841234": "Каса",
        "+35994841235": "Архив",
    }


def test_a_whole_table_in_one_row() -> None:
    names = [f"Ана Рунева-{chr(at)}" for at in range(ord("А"), ord("Я"))]
    numbers = [f"094/84 12 {at}" for at in range(10, 10 + len(names))]
    text = parse(table(f"{'<br>'.join(names)}|{'<br>'.join(numbers)}")).text
    assert text.split("\n") == [f"{name}\t{number}" for name, number in zip(names, numbers, strict=True)]


def test_two_columns_of_prose_are_not_mixed() -> None:
    said = ["Дълъг текст от няколко думи, който не свършва на реда и никъде другаде. " * 5] * 3
    left, right = "".join(f"<p>а {it}" for it in said), "".join(f"<p>б {it}" for it in said)
    assert "".join(re.findall("^[аб] ", parse(table(f"{left}|{right}")).text, re.MULTILINE)) == "а а а б б б "


def test_fields_below_the_row_of_a_unit_are_its_own() -> None:
    fields = "<tr><th colspan=2>Отдел „{}“<tr><td>Телефон<td>{}<tr><td>E-mail<td>{}"
    rows = fields.format("Каса", "094/84 12 34", "a@b.bg") + fields.format("Архив", "094/84 12 35", "c@b.bg")
    found = extract(page_of(f"<h1>Община Видин</h1><table>{rows}</table>"))
    assert [it.label for it in found if it.kind in ("phone", "email")] == ["Отдел „Каса“"] * 2 + ["Отдел „Архив“"] * 2


def test_rows_called_by_their_kind_are_told_of_the_heads_of_their_columns() -> None:
    assert labels_of(
        "|Кмет|Секретар", "Име|Ана Рунева|Боян Делев", "Телефон|094/84 12 34|094/84 12 35", "E-mail|a@b.bg|c@b.bg"
    ) == {
        "Ана Рунева": "кмет",
        "Боян Делев": "секретар",
        "+35994841234": "Кмет",
        "+35994841235": "Секретар",
        "a@b.bg": "Кмет",
        "c@b.bg": "Секретар",
    }


def test_two_numbers_of_a_row_move_no_other_column() -> None:
    assert labels_of(
        "Име|Длъжност|Телефон|Поща",
        "Ана Рунева|касиер|094/84 12 34<br>0888 123 456|kasa@primer.bg",
        "Боян Делев|архивар|094/84 12 35|arhiv@primer.bg",
    ) == {
        "Ана Рунева": "касиер",
        "Боян Делев": "архивар",
        "+35994841234": "касиер",
        "+359888123456": "касиер",
        "kasa@primer.bg": "касиер",
        "+35994841235": "архивар",
        "arhiv@primer.bg": "архивар",
    }


def test_prices_below_heads_of_two_rows() -> None:
    heads = "<tr><th rowspan=2>Услуга<th colspan=2>Такса в лв.<th rowspan=2>Срок<tr><th>обикновена<th>бърза"
    page = page_of(f"<table>{heads}<tr><td>Акт<td>5,00<td>10,00<td>3<tr><td>Скица<td>20,00<td>40,00<td>14</table>")
    assert [it.value for it in extract(page) if it.kind == "money"] == [
        "5.00 BGN",
        "10.00 BGN",
        "20.00 BGN",
        "40.00 BGN",
    ]


def test_cards_side_by_side_keep_their_own_labels() -> None:
    assert labels_of("Каса<br>тел. 094/84 12 34|Архив<br>тел. 094/84 12 35") == {
        "+35994841234": "Каса",
        "+35994841235": "Архив",
    }


PIECES = """Ана Рунева|касиер|094/84 12 34|k@b.bg|Каса:|гр. Лом|ул. „Роза“ 5|(факс)|и|и\u0306|<p>ред</p>
<ul><li>а<li>б</ul>|<pre>а&#10; б</pre>|<table><tr><td>в<td>г</table>|<table><tr><td>в<tr><td>г</table>
<a href='mailto:a@b.bg'>Ана</a>|<a href='mailto:c@b.bg'><img></a>|<div hidden>не</div>|<br>|<br>|<br><br>|<td>|<td>
<td colspan=2>|<td rowspan=2 colspan=3>|<tr>|<tr>|</table><table>|</tr>|<th>| |<tbody>|<div>""".replace(
    "\n", "|"
).split("|")


def test_whatever_tables_hold_blocks_are_words_of_one_cell_each(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(7)
    for _ in range(400):
        markup = "<table><tr><td>" + "".join(chance.choices(PIECES, k=chance.randrange(2, 40)))
        with monkeypatch.context() as patch:
            parsed = parse(markup)
            patch.setattr("govarchive.pages.tree._MOST_TAGS", -1)
            assert parse(markup) == parsed, markup
        assert parsed.text.count("Рунева") == markup.count("Рунева")
        assert all(parsed.text.count(it) == 1 for it in ("a@b.bg", "c@b.bg") if it in markup), markup
        blocks = [parsed.text[it.start : it.stop] for it in parsed.blocks]
        assert all(it.strip() and "\n" not in it and "\t" not in it for it in blocks), markup
        ends = [0, *(it.stop for it in parsed.blocks)]
        between = [parsed.text[stop : it.start] for stop, it in zip(ends, parsed.blocks, strict=False)]
        assert not "".join(between).strip(), markup
        assert "".join(map("".join, zip(between, blocks, strict=True))) == parsed.text.rstrip(), markup


def test_rows_of_a_thousand_cells_of_thousands_of_lines_cost_nothing() -> None:
    parsed = parse(table(*["|".join(["ред<br>" * 30] * 1000)] * 2, "|".join(["ред<br>" * 30_000] * 2)))
    assert parsed.text.count("ред") == 120_000


def test_cells_of_a_thousand_columns_cost_nothing() -> None:
    wide = f"<table><tr>{'<td>а' * 9000}<tr>{'<td colspan=2>б' * 9000}{'<tr><td colspan=999>в<td>г' * 9000}</table>"
    assert len(parse(wide).text) < 500_000
    folded = "toggle" * 20_000
    assert parse(f'<p style="display:none" class="{folded} menu">а</p><p>б').text == "б"
