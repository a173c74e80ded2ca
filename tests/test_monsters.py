"""Pages larger than people write: read in pieces, to the same records, or rejected with the cap they are over."""

import tracemalloc
from importlib import import_module

import pytest

from govarchive.errors import PageError, TooMuch
from govarchive.extract import extract, trace
from govarchive.jobs.reading import records_of
from govarchive.pages import html, likeness, page_from_text, page_or_reject, tree, writer
from govarchive.pages.capture import Capture
from govarchive.text import stretches

LINE = "Текстът на решението е приложен към преписката.\n"
PHONES = "тел. 056/841 234, факс 056/841 235\n"


def test_a_long_text_gives_the_records_it_gives_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (LINE * 40 + PHONES) * 12
    whole = extract(page_from_text(text))
    monkeypatch.setattr(stretches, "AT_ONCE", 5_000)
    for longest in (3_000, 3_010, 3_020, 3_030):
        monkeypatch.setattr(stretches, "_LONGEST", longest)
        monkeypatch.setattr(stretches, "_BEFORE", 500)
        page = page_from_text(text)
        assert extract(page) == whole
        spans = [it.span for it in trace(page) if not it.fate]
        assert spans == [(it.start, it.stop) for it in whole]
    assert all(text[it.start : it.stop] == it.text for it in whole)
    assert len(whole) == 24


def test_a_page_of_more_records_than_any_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("govarchive.extract"), "_MOST_RECORDS", 3)
    page = page_from_text(PHONES * 2, "dump.txt")
    with pytest.raises(TooMuch, match="more than 3 records"):
        extract(page)
    found = records_of(page)
    assert isinstance(found, PageError)
    assert (found.source, found.remedy) == ("dump.txt", "split it into pages")


def test_a_tag_of_too_many_attributes_is_cut_and_the_page_read() -> None:
    many = " ".join(f'a{number}="x > y"' if number == 7 else f"a{number}=1" for number in range(30_000))
    parsed = html.parse(f"<title>Заглавие</title><p>преди<p {many} hidden>текст<p>след")
    assert parsed.text == "преди\n\nтекст\n\nслед"
    assert parsed.title == "Заглавие"


def test_blocks_beyond_the_most_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_MOST_BLOCKS", 2)
    parsed = html.parse("<p>а<p>б<ul><li>в<li>г</ul><nav>д</nav>")
    assert [parsed.text[it.start : it.stop] for it in parsed.blocks] == ["а", "б", "в\nг\n\nд"]
    assert [it.part for it in parsed.blocks] == [None, None, None]


def test_pieces_of_mark_up_begin_with_a_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "_PIECE", 4)
    markup = "<p>дълъг текст<br/>и още</p><p>край</p>"
    found = list(tree.pieces(markup))
    assert "".join(found) == markup
    assert len(found) > 3
    assert all(it.startswith("<") for it in found)


def test_what_the_encoding_is_told_by_takes_no_memory_of_its_own() -> None:
    text = "И. П. " * 100_000
    tracemalloc.start()
    try:
        assert likeness.sample(text) == text[:20_000]
        assert tracemalloc.get_traced_memory()[1] < 6 * len(text)
    finally:
        tracemalloc.stop()


def test_many_addresses_that_are_drawn_are_not_told_twice() -> None:
    links = "".join(f"<a href='tel:+35956{number:06}'>056/{number:06}</a> " for number in range(700_000, 700_600))
    parsed = html.parse(f"<p>{links}<a href='tel:+35956699999'>обади се</a>")
    assert [parsed.text[it.start : it.stop] for it in parsed.blocks if it.kind == "meta"] == ["+35956699999"]


def test_rejects_that_wait_do_not_hold_their_pages() -> None:
    tracemalloc.start()
    rejects = [page_or_reject(Capture(bytes(1 << 20), f"{number}")) for number in range(8)]
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert all(isinstance(it, PageError) for it in rejects)
    assert held < 1 << 20
