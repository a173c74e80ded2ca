"""What of a web page becomes text: everything visible, in reading order, with its blocks."""

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from making import ROOT, page_of

from govarchive.errors import EmptyPage
from govarchive.extract import extract
from govarchive.pages.charset import declared_encoding, decode
from govarchive.pages.html import Parsed, parse


def blocks_of(parsed: Parsed) -> list[tuple[str, str | None, str]]:
    return [(it.kind, it.part, parsed.text[it.start : it.stop]) for it in parsed.blocks]


def check_blocks(parsed: Parsed) -> None:
    for block in parsed.blocks:
        assert parsed.text[block.start : block.stop].strip(), block
    for one, other in pairwise(parsed.blocks):
        assert one.stop <= other.start


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>а</p><p>б</p>", "а\n\nб"),
        ("а<br>б<br/>в", "а\nб\nв"),
        ("а<br><br><br>б", "а\n\nб"),
        ("а <br> б", "а\nб"),
        ("<a>а</a> <a>б</a><i>в</i>", "а бв"),
        ("<span>а </span> <span> б</span>", "а б"),
        ("  а \n\t б  ", "а б"),
        ("<ul><li>а<li>б</ul>в", "а\nб\n\nв"),
        ("<dl><dt>а<dd>б</dl>", "а\nб"),
        ("<pre>а\n  б\n\nв <b>г</b> д\n</pre>", "а\n  б\n\nв г д"),
        ("&lt;б&gt; &amp; &copy; &#1040;&#x411; &bogus; &#128;", "<б> & © АБ &bogus; €"),
        ("а<script>'<p>не</p>'</script>б<style>p{}</style><!-- не -->в<noscript>не</noscript>", "абв"),
        ("а<p hidden>не</p><p style='Display : none'>не</p><b style='visibility:hidden'>не</b>б", "а\n\nб"),
        ("<pre hidden>не</pre>а  б", "а б"),
        ("<svg><title>не</title><text>а</text><text>б</text><desc>не</desc></svg>в<iframe>не</iframe>", "а\nб\nв"),
        ("<math><mi>а</mi><mo>=</mo><mn>5</mn><annotation>не</annotation></math>", "а=5"),
        ("а<iframe srcdoc='<p>б</p><script>не</script>'>не</iframe>в<iframe srcdoc></iframe>", "а\n\nб\n\nв"),
        ("<label>Име <input value='А&amp;Б'></label><input type=submit value=Търси><input>", "Име А&Б\nТърси"),
        ("а<input type=hidden value=не><input type=checkbox value=не><input type=PASSWORD value=не>б", "а б"),
        ("<textarea>а\nб</textarea>в<xmp><b>г</b>\nд</xmp>е", "а\nб\nв\n<b>г</b>\nд\nе"),
        ("<ul><li>а<ul><li>б<ol><li>в</ol></ul><li>г</ul>д", "а\nб\nв\nг\n\nд"),
        ("<span style='color:red;display:block'>а</span><b style='DISPLAY : block'>б</b>в", "а\nб\nв"),
        ("<i style='display:inline-block'>а</i><p style='display:block'>б</p>", "а\n\nб"),
        ("<select><option>а<option>б</select><textarea>в</textarea>", "а\nб\nв"),
        ("<html><body><p>а</p></body></html>след<p>края</html> и още", "а\n\nслед\n\nкрая и още"),
        ("<plaintext>а<p>б", "а<p>б"),
        ("<p>а<p><a href=/1>б</a><p><a href=/2 hidden>не</a><p><a href=/3>в</a>", "а\n\nб\n\nв"),
        ("<div>а<div></div> <i>б</i> <b> </b></div> <pre> <i>в</i> <i>г</i></pre>", "а\nб\n\nв г"),
        ("<table><tr><td><p>а</p><td> <tbody><tr><td>б</table>", "а\nб"),
        ("а<noscript><p>не<p>не</noscript><p>б<object><p>не</p><p>не</object>в", "а\n\nбв"),
        ("<a style='display:block' href='mailto:a@b.bg'>а</a>б", "а\nб\na@b.bg"),
        ("<?xml version='1.0' encoding='windows-1251'?><html><body>Тест</body></html>", "Тест"),
        ("<p>а\x00\x01&#1;б\x0bв", "а б в"),
        ("<head><p>в главата</p></head><body>а", "в главата\n\nа"),
        ("<title>не</title><meta name=a><nav>а</nav><section>б</section>", "а\n\nб"),
        ("<noframes><b>не</b></noframes>а<noembed>не</noembed>", "а"),
        ("<dialog>не</dialog><dialog open>а</dialog>", "а"),
        ("<p style='display:nonesuch;content:none'>а</p><p style='display&#58;&#10;none;'>не", "а"),
        ("<pre>\tа\n\n\n  б</pre>\n\n в\n г", " а\n\n б\n\nв г"),
        ("<p><svg class=a />а<script src=x />б", "аб"),
        ("<!--[if IE]>не<![endif]--><![if !IE]>а<![endif]>", "а"),
        ("<title>Без край<body><p>а", "а"),
        ("<style>p{}<body><p>а", "а"),
        ("<a<b>а</a<b> <p<>б", "а б"),
        ("а</br>б</BR >в", "а\nб\nв"),
        (
            "25<sup>00</sup> лв. за м<sup> 2</sup>, <b>9</b><sup><b>30</b> </sup> ч., 12 <sup>50</sup>",
            "25⁰⁰ лв. за м², 9³⁰ ч., 12 ⁵⁰",
        ),
        (
            "<sup>1</sup> бележка <sup>2</sup>, 2<sup>ри</sup>, 5<sup>123</sup>",
            "1 бележка 2, 2ри, 5123",
        ),
        ("през 2018<sup>1)</sup> и 2019<sup>2, 3</sup> г.", "през 2018¹⁾ и 2019², ³ г."),
        ("<div style='white-space: pre-line'>а\nб <b>в\n г</b>д\n\nе</div>\nж", "а\nб в\nгд\n\nе\nж"),
        (
            "<p style='color:red;White-space:x;white-space:pre-wrap'>а\n<i style='white-space:normal'>б\nв</i>\nг",
            "а\nб в\nг",
        ),
        (
            "<div style='white-space:pre'>\n<p>а</p>\n<pre>б\n\nв</pre>\n</div><p style='white-space:nowrap'>г\nд",
            "а\n\nб\n\nв\n\nг д",
        ),
        (
            "<div style='display:inline'>а</div> <p style='display: inline'>б</p><form style=display:inline>в</form>",
            "а бв",
        ),
        ("<div style='display:inline-block'>а</div><div style='display:inline;display:none'>не</div>б", "а\nб"),
        ("<p style='display:none;display:block'>а</p><p style='DISPLAY:block;visibility:HIDDEN'>не</p>", "а"),
        ("ОУ <q>Извор</q>, <q class=a>„Зора“</q>, <q></q>", "ОУ „Извор“, „Зора“,"),
        ("<p>а<div>б</div>в</p>г", "а\n\nб\nв\nг"),
        ("<p>а<ul><li>б</ul></P>в" + "<i>" * 3, "а\n\nб\n\nв"),
        ("</x>" * 200 + "<table><td><p>а<div>б</div></p><td><p>в</p></table></p>г", "а\n\nб\tв\n\nг"),
    ],
)
def test_visible_text(markup: str, text: str) -> None:
    parsed = parse(markup)
    assert re.sub(" +", " ", parsed.text) == re.sub(" +", " ", text)
    check_blocks(parsed)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<table><tr><td>а</td> <td>б</td></tr>\n<tr><td>в<td>г</table>", "а\tб\nв\tг"),
        ("<table><tr><td>а<td><td>б</table>", "а\t\tб"),
        ("<table><tr><td>а<td>&nbsp;<td>б</table>", "а\t\tб"),
        ("<table><tr><td>Име<td>Факс<tr><td><td>02</table>", "Име\tФакс\n\t02"),
        ("<table><tr><td><td>а</table>", "\tа"),
        ("<table><tr><td>а<td><td><tr><td>б</table>", "а\nб"),
        ("<table><tr><td><p>а</p><td><p>б</p><tr><td><br>в<td>г</table>", "а\tб\nв\tг"),
        ("<table><tr><td>а<br>б<td>в</table>", "а\nб\tв"),
        ("<table><tr><td>а<form><td><td>б</form></table>", "а\t\tб"),
        ("<table><caption>к</caption><thead><tr><th>а<th>б</thead><tr><td>в<td>г</table>", "к\nа\tб\nв\tг"),
        ("<table><tr><td>а</table><table><tr><td>б<td>в</table>", "а\n\nб\tв"),
        ("<table><tr><td><table><tr><td>а<td>б</table><td>в<tr><td>г</table>", "а\tб\tв\nг"),
        ("<table><tr><td><table><tr><td>а<tr><td>б</table><td>в<tr><td>г</table>", "а\nб\n\nв\nг"),
        ("<table><tr><td>а<table><tr></tr></table><td>б</table>", "а\tб"),
        ("<tr><td>а</td><td>б</td>", "а\tб"),
        ("<td>а</td><td>б</td>", "а\tб"),
        ("<table><tr><td rowspan=2>а<td>б<tr><td>в<tr><td>г<td>д</table>", "а\tб\n\tв\nг\tд"),
        ("<table><tr><td>а<td rowspan='2'>б<td>в<tr><td>г<td>д</table>", "а\tб\tв\nг\t\tд"),
        ("<table><tr><td colspan=2>а<td rowspan=2>б<tr><td>в<td>г<td>д</table>", "а\tб\nв\tг\t\tд"),
        ("<table><tr><td rowspan=2 colspan=2>а<td>б<tr><td>в<tr><td>г<td>д<td>е</table>", "а\tб\n\tв\nг\tд\tе"),
        ("<table><tr><td rowspan=2>а<td rowspan=2 /><td>б<tr><td>в</table>", "а\t\tб\n\t\tв"),
        ("<table><tr><td rowspan=3>а<td>б<tr></tr><tr><td>в</table><table><tr><td>г</table>", "а\tб\n\tв\n\nг"),
        ("<table><thead><tr><th rowspan=3>а<th>б<tbody><tr><td>в<td>г</table>", "а\tб\nв\tг"),
        ("<table><tr><td rowspan=0>а<td>б<tr><td>в<tr><td>г</table>", "а\tб\n\tв\n\tг"),
        ("<table><tr><td rowspan=9><table><tr><td>а<td>б</table><td>в<tr><td>г</table>", "а\tб\tв\n\tг"),
        ("<table><tr><td rowspan=х colspan=-1>а<td rowspan=1>б<tr><td>в</table>", "а\tб\nв"),
        ("<table><tr><td>6<td><sup>7</sup></table>", "6\t7"),
    ],
)
def test_tables(markup: str, text: str) -> None:
    parsed = parse(markup)
    assert parsed.text == text
    check_blocks(parsed)


ODD = [
    "<p>а<div>б<table><tr><td>в<p>г<li>д<b>е",
    "<table>вън<tr>между<td>а</td>още<td>б</table>край",
    "<ul>а<li>б<ul><li>в</ul>г</ul><p>д<p/>е</p></p>ж",
    "<b><p>а</b>б<i>в</p>г</i><a href=x>д<a href=y>е</a></a>",
    "<center><font color=red>а<table><td>б<table><td>в</font></center>г",
    "<div class='x' class=\"y' <p>а</p>\">б</div>в",
    "<o:p>а</o:p><custom-tag>б</custom-tag><blink>в</blink><маркер>г</маркер>",
    "<h1>а<h2>б</h1>в</h2><form><form>г</form>д</form>е",
    "<p>а</p></div></div></table>б</body>в</html>г<html><body>д",
    "<fieldset><legend>а</legend>б<label>в<input></label><button>г</button></fieldset>",
    "а<td>б<tr>в<tbody>г<caption>д",
]


def words_of(text: str) -> list[str]:
    return sorted(re.findall(r"\w", text))


@pytest.mark.parametrize("markup", ODD)
def test_no_visible_word_is_lost(markup: str) -> None:
    assert words_of(parse(markup).text) == words_of(BeautifulSoup(markup, "html.parser").get_text())


TAGS = st.sampled_from("p div table tr td ul li b a span h1 br pre form html body center".split())
PIECES = st.lists(
    st.one_of(
        TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.sampled_from(["ред", " ", "\n", "и\u0306", "&#x306;"])
    ),
    max_size=40,
)


@settings(max_examples=150)
@given(PIECES)
def test_any_soup_of_tags(pieces: list[str]) -> None:
    parsed = parse("".join(pieces))
    assert parsed.text.count("ред") == pieces.count("ред")
    assert unicodedata.is_normalized("NFC", parsed.text)
    check_blocks(parsed)


def without_a_tree(markup: str) -> Parsed:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("govarchive.pages.tree._MOST_TAGS", -1)
        return parse(markup)


@settings(max_examples=150)
@given(PIECES)
def test_soup_is_the_same_read_without_a_tree(pieces: list[str]) -> None:
    markup = "".join(pieces)
    assert without_a_tree(markup) == parse(markup)


@pytest.mark.parametrize("path", sorted((ROOT / "samples" / "pages").glob("*.html")), ids=lambda path: path.name)
def test_samples_are_the_same_read_without_a_tree(path: Path) -> None:
    markup = decode(path.read_bytes(), declared_encoding(path.read_bytes())).text
    assert without_a_tree(markup) == parse(markup)


@pytest.mark.parametrize("path", sorted((ROOT / "samples" / "pages").glob("*.html")), ids=lambda path: path.name)
def test_samples_hold_the_words_that_another_parser_sees(path: Path) -> None:
    markup = decode(path.read_bytes(), declared_encoding(path.read_bytes())).text
    soup = BeautifulSoup(markup, "html.parser")
    for unseen in soup(["script", "style", "title"]):
        unseen.decompose()
    parsed = parse(markup)
    drawn = next((it.start for it in parsed.blocks if it.kind == "meta"), len(parsed.text))
    assert words_of(parsed.text[:drawn]) == words_of(unicodedata.normalize("NFC", soup.get_text()))


def test_what_is_no_text_is_the_same_read_without_a_tree() -> None:
    markup = (
        "<title>Т &amp; &quot;у&quot;</title><meta itemprop=datePublished content=2015-01-02><time pubdate datetime=х>"
        "<script type='application/ld+json'>{\"telephone\": \"056 841 234\"}</script><a href='mailto:a@b.bg?x&y'>пиши"
        "</a><p title='a&quot;<b>' class='nav'>а&#1;б\x0c&lt;в&gt;<br/><img src=x>\ufeff<b></b><script>'<p>'</script>"
        "<span itemprop=email content='c@d.bg'></span>"
        "<data itemprop=telephone value=112>х</data><i data-cfemail=422302206c2025>x</i><pre>г\n д</pre>"
    )
    assert without_a_tree(markup) == parse(markup)


@pytest.mark.parametrize("markup", ["<div>" * 20_000 + "дъно" + "</div>" * 20_000, "<b>" * 20_000 + "дъно"])
def test_deep_nesting(markup: str) -> None:
    assert parse(f"<title>Т</title><p>горе {markup} <p>долу").text.split() == ["горе", "дъно", "долу"]


def test_deep_nesting_keeps_every_word_and_hides_scripts() -> None:
    parsed = parse("".join(f"<div>ред{number}<script>не</script>" for number in range(5000)))
    assert parsed.text.split() == [f"ред{number}" for number in range(5000)]


def test_nested_tables_without_end() -> None:
    assert parse("<table><tr><td>к" * 3000).text.count("к") == 3000


def test_columns_stay_below_their_heads_behind_a_cell_of_several_rows() -> None:
    prices = (
        "<table><tr><th>Услуга<th>Срок<th>Цена в лв.<tr><td rowspan=2>Скица<td>обикновена<td>5,00"
        "<tr><td>бърза<td>10,00<tr><td>План<td>обикновена<td>6,00</table>"
    )
    assert [it.value for it in extract(page_of(prices)) if it.kind == "money"] == ["5.00 BGN", "10.00 BGN", "6.00 BGN"]
    mayors = (
        "<table><tr><th>Община<th>Населено място<th>Кмет<tr><td rowspan=2>Видин<td>с. Антимово<td>Минка Илева Пешева"
        "<tr><td>с. Буковец<td>Недялка Гърбова Шопова</table>"
    )
    people = [it for it in extract(page_of(mayors)) if it.kind == "person"]
    assert [(it.value, it.details.get("role")) for it in people] == [
        ("Минка Илева Пешева", "кмет"),
        ("Недялка Гърбова Шопова", "кмет"),
    ]


def test_cells_of_thousands_of_rows_cost_nothing() -> None:
    head = "".join(f"<td rowspan=999 colspan={at % 3}>а" for at in range(5000))
    parsed = parse(f"<table><tr>{head}" + "<tr><td>б" * 2000)
    assert parsed.text.count("б") == 2000
    assert len(parsed.text) < 200_000


def test_addresses_that_are_not_visible_become_meta_blocks() -> None:
    parsed = parse(
        "<a href='mailto:a@b.bg?subject=x'>пиши</a><a href='MAILTO:c@d.bg'>c@d.bg</a>"
        "<a href='tel:+35956%20841'>звъни</a>"
        "<a href='mailto:a@b.bg'>пак</a><a href='mailto:'>не</a><a href='mailto:e@f.bg%00%0A'>и</a>"
        "<a href='http://x.bg'>не</a>"
    )
    assert [text for kind, _, text in blocks_of(parsed) if kind == "meta"] == ["a@b.bg", "+35956 841", "e@f.bg"]
    assert parsed.text.startswith("a@b.bg пиши")
    check_blocks(parsed)


def test_addresses_in_other_links_and_lists() -> None:
    parsed = parse(
        "<map><area href='mailto:a@b.bg'></map><a href='mailto:c@d.bg,e@f.bg; g@h.bg?cc=x@y.bg'>т</a>"
        "<a href='mailto://i@j.bg'></a><a href='callto:+35956841'></a><a href='fax:056842'></a><a href='java:x'></a>"
    )
    found = [text for kind, _, text in blocks_of(parsed) if kind == "meta"]
    assert found == ["a@b.bg", "c@d.bg", "e@f.bg", "g@h.bg", "i@j.bg", "+35956841", "056842"]


def test_addresses_that_cloudflare_hides_are_drawn_where_they_stand() -> None:
    code = "42" + "".join(f"{byte ^ 0x42:02x}" for byte in b"kmet@primer.bg")
    text = "<p>Поща: <a href='/cdn-cgi/l/email-protection' data-cfemail='{0}'>[email&#160;protected]</a> (кмет)"
    assert parse(text.format(code)).text == "Поща: kmet@primer.bg (кмет)"
    link = "<a href='/cdn-cgi/l/email-protection#{0}'>пиши <i>ни</i></a>"
    assert parse(link.format(code)).text == "пиши ни\nkmet@primer.bg"
    for broken in ("", "4", "42zz", "42ff"):
        assert "primer" not in parse(text.format(broken)).text


OLD_CLOAK = """<script type='text/javascript'>
 <!--
 var prefix = 'm&#97;i&#108;t&#111;:';
 var path = 'hr' + 'ef' + '=';
 var addy844 = '&#111;bsht&#105;n&#97;' + '&#64;';
 addy844 = addy844 + 'pr&#105;mer' + '&#46;' + 'bg';
 document.write( '<a ' + path + '\\'' + prefix + addy844 + '\\'>' );
 document.write( addy844 );
 document.write( '<\\/a>' );
 //-->
 </script><script type='text/javascript'>
 <!--
 document.write( '<span style=\\'display: none;\\'>' );
 //-->
 </script>Този адрес е скрит от роботите.
 <script type='text/javascript'>
 <!--
 document.write( '</' );
 document.write( 'span>' );
 //-->
 </script>"""
NEW_CLOAK = """<span id="cloak385">Този адрес е скрит от роботите.</span><script type='text/javascript'>
 //<!--
 document.getElementById('cloak385').innerHTML = '';
 var prefix = '&#109;a' + 'i&#108;' + '&#116;o';
 var addy385 = '&#111;bshtina' + '&#64;';
 addy385 = addy385 + 'pr&#105;m&#101;r' + '&#46;' + 'bg';
 document.getElementById('cloak385').innerHTML += '<a ' + prefix + ':' + addy385 + '\\'>' + addy385 + '<\\/a>';
 //-->
 </script>"""
HIDDEN_MAIL = "<joomla-hidden-mail is-link=1 first=b2JzaHRpbmE= last='cHJpbWVyLmJn'>Скрит.</joomla-hidden-mail>"


@pytest.mark.parametrize("cloak", [OLD_CLOAK, NEW_CLOAK, HIDDEN_MAIL])
def test_addresses_that_joomla_hides_are_drawn_where_they_stand(cloak: str) -> None:
    assert parse(f"<p>Поща: {cloak} (кмет)<p>край").text == "Поща: obshtina@primer.bg (кмет)\n\nкрай"


def test_a_hidden_address_under_other_words_is_evidence() -> None:
    named = NEW_CLOAK.replace("document.getElementById('cloak385').innerHTML +=", "var addy_text385 = 'Пишете ни'; x =")
    assert parse(f"<p>Поща: {named}").text == "Поща: obshtina@primer.bg Пишете ни"


@pytest.mark.parametrize("broken", [NEW_CLOAK.replace("&#64;", " at "), HIDDEN_MAIL.replace("cHJ", "?")])
def test_hidden_addresses_that_are_none(broken: str) -> None:
    assert "primer" not in parse(f"<p>Поща: {broken}").text
    assert "крит" in parse(f"<p>Поща: {broken}").text


def test_thousands_of_addresses() -> None:
    parsed = parse("".join(f"<a href='mailto:a{at}@b.bg'>x</a> дума a{at}@c.bg<br>" for at in range(8000)))
    assert parsed.text.count("@b.bg") == 8000


def test_a_page_of_addresses_alone_is_a_page() -> None:
    assert page_of("<html><body><a href='mailto:a@b.bg'><img src=x></a></body></html>").text == "a@b.bg"


def test_title_and_dates() -> None:
    parsed = parse(
        "<title> Областна\n администрация &amp; </title>"
        "<meta property='article:published_time' content='2016-05-12T15:40:00+03:00'>"
        "<meta name='DCTERMS.modified' content='2016'><p>а"
    )
    assert parsed.title == "Областна администрация &"
    assert parsed.dates == {"published": "2016-05-12T15:40:00+03:00", "modified": "2016"}
    assert parsed.text == "а"


def test_dates_in_the_data_for_search_engines() -> None:
    said = '[{"@type":"X", "datePublished" : "2016-05-12", "dateModified":"вчера"}]'
    data = f'<script type="application/ld+json">{said}</script>'
    assert parse(data + data.replace("05-12", "07-01") + "<p>а").dates == {"published": "2016-05-12"}
    assert parse("<meta name=date content='2015-01-02'>" + data + "<p>а").dates == {"published": "2015-01-02"}
    assert parse(data.replace("ld+json", "json") + "<p>а").dates == {}


@pytest.mark.parametrize("said", ["14 май 2015", "0000-00-00", "0001-01-01T00:00:00", "2015-02-30", "2015-13", ""])
def test_dates_that_are_none_are_left_out(said: str) -> None:
    assert parse(f"<meta itemprop=datePublished content='{said}'><p>а").dates == {}


@pytest.mark.parametrize(
    ("said", "dates"),
    [
        (
            "<meta property='article:published_time' content='2019-06-18 10:35:00'>",
            {"published": "2019-06-18T10:35:00"},
        ),
        ("<meta name=date content='2019-06-18 10:35 +0300'>", {"published": "2019-06-18T10:35+0300"}),
        (
            "<meta itemprop='datePublished dateModified' content='2019-06-18T10:35+03'>",
            {"published": "2019-06-18T10:35+03"},
        ),
        (
            "<meta name='Publish-Date' content=2019-06-18><meta name=last-modified content=2020-01>",
            {"published": "2019-06-18", "modified": "2020-01"},
        ),
        (
            '<script type=\'application/ld+json\'>{"datePublished": "2019-06-18 10:35:00"}</script>',
            {"published": "2019-06-18T10:35:00"},
        ),
    ],
)
def test_dates_as_sites_write_them(said: str, dates: dict[str, str]) -> None:
    assert parse(f"{said}<p>а").dates == dates


@pytest.mark.parametrize("parse_", [parse, without_a_tree])
def test_the_day_in_an_element_of_drupal(parse_: Callable[[str], Parsed]) -> None:
    day = "<span property='dc:date dc:created' content='2015-06-18T10:35:00+03:00'>чт, 18/06/2015</span>"
    assert parse_(f"<p>{day}</p>").dates == {"published": "2015-06-18T10:35:00+03:00"}
    assert parse_(f"<p>{day}</p><p>{day.replace('2015', '2016')}</p>").dates == {}  # of a list of articles


def test_time_element_marked_as_publication() -> None:
    assert parse("<time pubdate datetime='2016-01-02'>втори януари</time>").dates == {"published": "2016-01-02"}


@pytest.mark.parametrize("parse_", [parse, without_a_tree])
def test_time_element_classed_as_publication(parse_: Callable[[str], Parsed]) -> None:
    first = "<time class='entry-date published' datetime='2017-05-19T12:00:00+03:00'>19 май 2017</time>"
    changed = "<time class='updated' datetime='2018-01-02'>2 януари 2018</time>"
    assert parse_(f"<article><h1>Т</h1>{first}{changed}<p>а").dates == {"published": "2017-05-19T12:00:00+03:00"}
    assert parse_(f"{first}{first.replace('2017', '2016')}").dates == {}
    assert parse_(changed).dates == {}


def test_parts_and_kinds_of_blocks() -> None:
    parsed = parse(
        "<body class='home right-sidebar'><nav><ul><li>а</ul></nav><div id='left-menu'>б</div><article><h1>в</h1>"
        "<p class='text-right'>г<aside>д</aside></article>"
        "<div class='post-content'><table><td>е</table></div>ж<footer>з"
    )
    assert blocks_of(parsed) == [
        ("item", "template", "а"),
        ("paragraph", "template", "б"),
        ("heading", "article", "в"),
        ("paragraph", "article", "г"),
        ("paragraph", "template", "д"),
        ("cell", "article", "е"),
        ("paragraph", None, "ж"),
        ("paragraph", "template", "з"),
    ]


TEMPLATES = (
    "left-menu leftMenu topmenu main_menu mainMenu navbar-collapse art-sidebar1 t3-sidebar sidebar_left widget_text "
    "site-footer art-footer-inner region-sidebar-first block-menu moduletable moduletable_menu leftcol right_column "
    "left col-right breadcrumbs pathway header-wrap copyright cookie-notice footer-content"
)
ARTICLES = (
    "content mainContent item-page art-postcontent entry-content post t3-content newsItem contentpaneopen article"
)
NEITHER = (
    "text-right pull-left wrapper container row leftover contents content-left main-right postal renavigate field-item"
)


@pytest.mark.parametrize(
    ("names", "part"),
    [(TEMPLATES, "template"), (ARTICLES, "article"), (NEITHER, None)],
    ids=["template", "article", "-"],
)
def test_names_that_tell_the_part(names: str, part: str | None) -> None:
    for name in names.split():
        for attribute in ("class", "id"):
            assert [it.part for it in parse(f"<div {attribute}='{name}'>а</div>").blocks] == [part], name


def test_letters_are_composed_wherever_they_come_from() -> None:
    parsed = parse("<p>и\u0306</p><p>и&#x306; и<b>&#774;</b></p><p>край</p><a href='mailto:%D0%B8%CC%86@b.bg'>а</a>")
    assert parsed.text.count("й") == 5
    assert unicodedata.is_normalized("NFC", parsed.text)
    assert [text for _, _, text in blocks_of(parsed)][:3] == ["й", "й й", "край"]


@pytest.mark.parametrize("markup", ["<html></html>", "<html><body> <!-- а --> </body></html>", "<title>а</title><p>"])
def test_an_empty_page(markup: str) -> None:
    assert parse(markup).text == ""
    with pytest.raises(EmptyPage, match="no visible text"):
        page_of(markup)


@pytest.mark.parametrize("markup", ["", " ", "<!-- а -->", "<!doctype html>", "\ufeff"])
def test_no_element_at_all(markup: str) -> None:
    assert parse(markup) == Parsed("", (), None, {})


def test_many_lines_kept_as_they_are() -> None:
    assert parse("<pre>а" + "\n" * 200_000 + "б</pre>").text == "а\n\nб"


def test_two_megabytes() -> None:
    parsed = parse("<p>дума две</p>" * 80_000 + "<table>" + "<tr><td>а<td>б" * 30_000)
    assert parsed.text.count("дума") == 80_000
    assert parsed.text.count("\t") == 30_000


def test_a_hundred_thousand_lines_that_a_style_keeps() -> None:
    lines = "ред\n" * 100_000
    parsed = parse(f"<div style='white-space:pre'>{lines}<b>край</b>{lines}</div>")
    assert parsed.text.count("ред\n") == 199_999


def test_one_huge_paragraph() -> None:
    assert len(parse("<p>" + "дума " * 2_500_000).text) == 12_499_999


def test_a_page_of_frames_is_what_browsers_without_them_showed() -> None:
    frames = "<frameset cols='20%,*'><frame src=a.htm>{}</frameset>"
    assert parse(frames.format("<noframes><body><p>тел. 094/60 12 34</body></noframes>")).text == "тел. 094/60 12 34"
    assert parse("<p>а<noframes>не</noframes>").text == "а"


def test_the_title_is_that_of_the_page_and_not_of_a_drawing() -> None:
    assert parse("<svg><title>герб</title></svg><p>а").title is None
    assert parse("<title>Община</title><svg><title>герб</title></svg>").title == "Община"


def test_elements_of_old_browsers_stand_on_lines_of_their_own() -> None:
    assert parse("<layer>а</layer><nolayer>б</nolayer><marquee>в</marquee>г").text == "а\nб\nв\nг"
