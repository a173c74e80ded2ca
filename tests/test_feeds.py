"""News feeds: each news with its title, address and text, as a feed reader shows it."""

import pytest

from govarchive.extract import extract
from govarchive.pages import page_from_bytes
from govarchive.pages.feed import is_feed

FEED = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand --><rss version="2.0"><channel><title>Община Горно Село</title><language>bg</language>
<item><title>Търг &amp; конкурс</title><link>http://gorno-selo.example/1</link><guid>http://gorno-selo.example/?p=1</guid>
<pubDate>Mon, 14 May 2018 10:00:00 +0300</pubDate>
<description>&lt;p&gt;До &lt;b&gt;20.05.2018 г.&lt;/b&gt;&lt;/p&gt;</description>
</item><item><title><![CDATA[Прием на граждани]]></title><link>http://gorno-selo.example/2</link>
<content:encoded><![CDATA[<ul><li>Тел. 094/ 60 12 01<li>стая 5</ul>]]></content:encoded></item></channel></rss>"""


def test_a_feed_is_read_news_by_news() -> None:
    page = page_from_bytes(FEED.encode(), "x")
    assert page.title == "Община Горно Село"
    assert page.text.split("\n") == [
        "Община Горно Село",
        "",
        "Търг & конкурс",
        "",
        "http://gorno-selo.example/1",
        "Mon, 14 May 2018 10:00:00 +0300",
        "",
        "До 20.05.2018 г.",
        "",
        "Прием на граждани",
        "",
        "http://gorno-selo.example/2",
        "",
        "Тел. 094/ 60 12 01",
        "стая 5",
    ]


def test_a_feed_of_atom_has_addresses_in_attributes() -> None:
    entry = (
        '<entry><title type="html">Заповед</title><link rel="alternate" href="http://gorno-selo.example/?a=1&amp;b=2"/>'
        '<id>tag:1</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>На <i>кмета</i></p></div>'
        "</content></entry>"
    )
    page = page_from_bytes(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Б</title>{entry}</feed>'.encode(), "x")
    assert page.text.split() == ["Б", "Заповед", "http://gorno-selo.example/?a=1&b=2", "На", "кмета"]


def test_a_feed_that_breaks_off_gives_what_is_there() -> None:
    for at in range(FEED.index("<![CDATA[П") + 10, len(FEED), 30):
        assert "До 20.05.2018 г.\n\nП" in page_from_bytes(FEED[:at].encode(), "x").text


def test_a_page_of_a_feed_gives_records_of_its_titles() -> None:
    page = page_from_bytes(FEED.replace("Търг &amp; конкурс", "Търг на 20.06.2018 г.").encode(), "x")
    assert {it.value for it in extract(page) if it.kind in ("url", "date")} == {
        "http://gorno-selo.example/1",
        "http://gorno-selo.example/2",
        "2018-05-14T10:00",
        "2018-05-20",
        "2018-06-20",
    }


@pytest.mark.parametrize("markup", ["<html><feed><title>А</title>", "<p>&lt;rss&gt;</p>", "<rssx><title>А</title><p>Б"])
def test_what_is_no_feed(markup: str) -> None:
    assert not is_feed(markup)


def test_names_with_a_prefix_and_links_for_programs() -> None:
    feed = (
        "<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'><atom:title>Новини</atom:title><atom:entry>"
        "<atom:title>Търг</atom:title><atom:id>urn:1</atom:id><atom:link rel='edit' href='http://a.bg/edit'/>"
        "<atom:link rel='alternate' href='http://a.bg/1'/><atom:content type='html'>&lt;p&gt;Текст&lt;/p&gt;"
        "</atom:content></atom:entry></atom:feed>"
    )
    assert page_from_bytes(feed.encode(), "x").text == "Новини\n\nТърг\n\nhttp://a.bg/1\n\nТекст"
