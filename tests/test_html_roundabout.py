"""Addresses that scripts and links hold back, pictures of words, words that styles part, parts that a click unfolds."""

import pytest
from making import page_of

from govarchive.extract import extract
from govarchive.pages.html import parse
from govarchive.pages.written import written


def drawn(markup: str) -> str:
    return parse(f"<p>{markup}</p>").text


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("document.write('<a href=\"mailto:a'+'@'+'b.bg\">a'+'@'+'b.bg</a>');", "a@b.bg"),
        ("var u='a';var d = \"b.bg\";\ndocument.write(u + '&#64;' + d);", "a@b.bg"),
        ("var s='a'; s += '\\x40'; s += 'b.bg'; document.writeln(s)", "a@b.bg"),
        ("document.write(unescape('%3Cb%3Ea%40b.bg%3C/b%3E'));", "a@b.bg"),
        ("document.write(String.fromCharCode(97,64) + 'b.bg')", "a@b.bg"),
        ('document.write("<a href=\\"mailto:a@b.bg\\">Пишете ни</a>");', "a@b.bg Пишете ни"),
        ("document.write('няма @ адрес');", ""),
        ('document.write(\'<img src="logo@2x.png"><link href="map@1.9.4/map.css">\')', ""),
        ("document.write('\\ud800 a@b.bg')", "\ufffd a@b.bg"),
        ("var email = 'a@b.bg';", ""),
    ],
)
def test_addresses_that_scripts_write(script: str, text: str) -> None:
    assert drawn(f"Поща: <script type='text/javascript'>{script}</script>") == f"Поща: {text}".strip()


def test_scripts_of_any_size_take_no_time() -> None:
    for code in ("var a='@'" + "+'x'" * 300_000, "a='@';a+=a;" * 50_000, "document.write(" * 100_000, "'\\" * 300_000):
        written(f"<script>document.write('@');{code}</script>".encode())
    code = "a='@@@@@@@@@@';" + "a=a+a+a+a;" * 300 + "document.write(a)"
    assert written(f"<script>{code}</script>".encode()) == f"<script>{code}</script>".encode()


def test_the_address_of_a_link_stands_in_the_line_of_its_words() -> None:
    page = page_of(
        "<h1>Община Видин</h1><ul><li><a href='mailto:ana@primer.bg'>Ана Рунева</a> – касиер"
        "<li>Боян Делев – архивар <a href='mailto:boyan@primer.bg?subject=х'><img src=m.png></a></ul>"
    )
    assert page.text.endswith("Ана Рунева – касиер ana@primer.bg\nБоян Делев – архивар boyan@primer.bg")
    assert [page.text[it.start : it.stop] for it in page.blocks if it.kind == "meta"] == [
        "ana@primer.bg",
        "boyan@primer.bg",
    ]
    found = extract(page)
    assert [(it.value, it.label) for it in found if it.kind == "email"] == [
        ("ana@primer.bg", "касиер"),
        ("boyan@primer.bg", "архивар"),
    ]
    assert [it.details["role"] for it in found if it.kind == "person"] == ["касиер", "архивар"]


def test_the_address_of_a_link_stands_in_its_line_where_lines_stay() -> None:
    assert parse('<pre>а\n<a href="mailto:a@b.bg">Ана Рунева</a>\nб</pre>').text == "а\nАна Рунева a@b.bg\nб"


def test_the_address_of_a_link_that_calls_to_write_stands_before_it() -> None:
    found = extract(
        page_of(
            "<h1>Община Видин</h1><table><tr><td>Ана Рунева<td>касиер<td><a href='mailto:ana@primer.bg'>изпрати</a>"
            "<tr><td>Боян Делев<td>архивар<td><a href='mailto:boyan@primer.bg'>Пишете му</a></table>"
            "<p>Каса: <a href='mailto:kasa@primer.bg'>e-mail</a>, тел. 094/84 12 34"
        )
    )
    assert [(it.value, it.label) for it in found if it.kind == "email"] == [
        ("ana@primer.bg", "касиер"),
        ("boyan@primer.bg", "архивар"),
        ("kasa@primer.bg", "Каса"),
    ]


def test_the_number_of_a_link_without_the_code_of_the_country_is_called_a_telephone() -> None:
    page = page_of("<p>Община Видин <a href='tel:094841234'><img src=t.png></a><a href='tel:+35994841235'><img></a>")
    assert page.text.endswith("\ntel: 094841234\n+35994841235")
    assert [it.value for it in extract(page) if it.kind == "phone"] == ["+35994841234", "+35994841235"]
    assert drawn("094 84-12-34 <a href='tel:094841234'>звъни</a>") == "094 84-12-34 звъни"


def test_the_address_of_a_link_stands_in_its_cell() -> None:
    icon = "<td><a href='mailto:{}@b.bg'><img src=m.png></a>"
    rows = f"<tr><td>Каса{icon.format('a')}<td>12<tr><td>Архив<br>и склад{icon.format('c')}<td>14"
    assert parse(f"<table>{rows}</table>").text == "Каса\ta@b.bg\t12\nАрхив и склад\tc@b.bg\t14"


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='mailto:a@b.bg'>пишете</a> на a@b.bg",
        "<a href='mailto:a@b.bg'>a@b.bg</a>",
        "<a href='mailto:a@b.bg'><img></a> <a href='mailto:a@b.bg'>пишете</a>",
        "<a style='display:none' href='mailto:a@b.bg'>пишете</a>",
        "<p style='display:none'><a href='mailto:a@b.bg'>пишете</a></p>",
        "<map><area href='mailto:a@b.bg'></map>",
    ],
)
def test_the_address_of_a_link_is_told_once(markup: str) -> None:
    assert drawn(markup).count("a@b.bg") == 1


@pytest.mark.parametrize(
    ("picture", "text"),
    [
        ("<img src=t.png alt='Факс: '>841 234", "Факс: 841 234"),
        ("a<img alt='@'>b.bg", "a@b.bg"),
        ("Поща <img alt='a@b.bg'>", "Поща a@b.bg"),
        ("<img alt='Герб'>а<img alt=''>", "а"),
        ("<img hidden alt='Факс:'>а<img alt='Снимка от откриването на новия парк в града:'>", "а"),
    ],
)
def test_pictures_of_labels_and_addresses(picture: str, text: str) -> None:
    assert drawn(picture) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span>Телефон</span><span class=x>841 234</span>", "Телефон 841 234"),
        ("<b>Кмет</b><span>Ана Рунева</span>", "Кмет Ана Рунева"),
        ("<a href=/1>841 234</a><a href=/2>841 235</a>", "841 234 841 235"),
        ("<a href=/1>НАЧАЛО</a><a href=/2>ВРЪЗКИ</a>", "НАЧАЛО ВРЪЗКИ"),
        ("<span>Ви</span><span>дин</span>, <b>0</b><i>94</i><font>/6</font>", "Видин, 094/6"),
        ("<b>К</b><b>мет</b>", "Кмет"),
    ],
)
def test_words_that_only_styles_part(markup: str, text: str) -> None:
    assert drawn(markup) == text


def test_what_was_escaped_twice() -> None:
    assert drawn("Кмет:&amp;nbsp;&amp;bdquo;А&amp;amp;Б&amp;ldquo; &amp;#8211; &amp;lt;b&amp;gt; &amp;bogus;") == (
        "Кмет:\u00a0„А&Б“ – &lt;b&gt; &bogus;"
    )


@pytest.mark.parametrize(
    "name", ["toggle-content", "accordionBody", "panel-collapse collapse", "tab-pane", "tab2 fade", "su-spoiler"]
)
def test_parts_that_a_click_unfolds_are_read(name: str) -> None:
    assert drawn(f"Отдел<span class='{name}' style='display:none'> Каса</span>") == "Отдел Каса"


@pytest.mark.parametrize("name", ["", "x", "table", "collapse navbar-menu", "stabile", "modal-toggle-menu"])
def test_other_parts_without_a_display_are_not(name: str) -> None:
    assert drawn(f"Отдел<span class='{name}' style='display:none'> Каса</span>") == "Отдел"
