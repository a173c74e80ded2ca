"""Template or article: what recurs over the pages of a site is its template, however its pages are made."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from making import ROOT, page_of, record_of

from govarchive.archive import Archive, Query, open_archive, settling
from govarchive.archive.log import imports, undo
from govarchive.archive.query import find
from govarchive.jobs import parts
from govarchive.jobs.parts import settle
from govarchive.model import Page

HEAD = ["Община Примерово", "Начало", "Контакти: menu@primer.bg"]
FOOT = ["Адрес: ул. Първа 1", "Поща: foot@primer.bg"]
WORDS = (
    "бюджет",
    "търг",
    "ремонт",
    "конкурс",
    "сесия",
    "наем",
    "доклад",
    "заповед",
    "училище",
    "парк",
    "пазар",
    "мост",
)


def body(number: int) -> list[str]:
    return [f"Новина за {WORDS[number % 12]} {'и още ' * (number // 12)}", f"Пише ni{number}@primer.bg до вестника"]


def lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def divs(texts: Iterable[str]) -> str:
    return "".join(f"<div>{it}</div>" for it in texts)


def table(texts: Iterable[str]) -> str:
    return "<table>" + "".join(f"<tr><td>{it}</td></tr>" for it in texts) + "</table>"


def dated(number: int, texts: Sequence[str], made: Callable[[Iterable[str]], str] = divs, **given: str) -> Page:
    """A page of a site that says when it was published."""
    said = "<meta property=article:published_time content=2014-05-14>" if made is not lines else ""
    page = page_of(said + made(texts), **{"url": f"http://primer.bg/{number}", "captured_at": "2018", **given})
    page.dates["published"] = "2014-05-14"  # type: ignore[index]
    return page


def keep(archive: Archive, pages: Iterable[Page]) -> int:
    """Imports pages with their addresses of e-mail as records, and settles."""
    number = archive.start_import([])
    for page in pages:
        found = [
            record_of(page, start, start + len(word), "email")
            for word in set(page.text.split())
            if "@" in word and (start := page.text.index(word)) >= 0
        ]
        archive.put(page, found, number)
    archive.finish_import(number)
    return settle(archive)


def told(archive: Archive) -> dict[str, set[str | None]]:
    """The parts in which each address stands."""
    parts: dict[str, set[str | None]] = {}
    for it in find(archive, Query()):
        parts.setdefault(it.text.partition("@")[0], set()).add(it.part)
    return parts


@pytest.fixture
def archive(tmp_path: Path) -> Iterable[Archive]:
    with open_archive(str(tmp_path / "а.db"), create=True) as archive:
        yield archive


@pytest.mark.parametrize("made", [lines, divs, table])
@pytest.mark.parametrize("number", [3, 4, 12, 30])
def test_what_recurs_is_the_template(archive: Archive, number: int, made: Callable[[Iterable[str]], str]) -> None:
    keep(archive, [dated(at, [*HEAD, *body(at), *FOOT], made) for at in range(number)])
    template, article = {"template"}, {"article"}
    assert told(archive) == {"menu": template, "foot": template} | {f"ni{at}": article for at in range(number)}
    assert {it.text[:4] for it in find(archive, Query(since="2018"))} == {"menu", "foot"}
    assert len(list(find(archive, Query(until="2014")))) == number
    assert settle(archive) == 0


def test_two_pages_cannot_tell_and_keep_what_the_mark_up_says(archive: Archive) -> None:
    marked = "<nav>menu@primer.bg</nav><article>ni{}@primer.bg</article><div>foot@primer.bg</div>"
    pages = [page_of(marked.format(at), url=f"http://primer.bg/{at}") for at in range(2)]
    keep(archive, pages)
    assert told(archive) == {"menu": {"template"}, "ni0": {"article"}, "ni1": {"article"}, "foot": {None}}


def test_captures_of_one_page_are_one_page(archive: Archive) -> None:
    texts = [*HEAD, *body(1), *FOOT]
    keep(archive, [dated(1, texts, captured_at=f"20{year}") for year in range(10, 19)])
    keep(archive, [dated(2, texts), dated(3, texts)])  # nor is the same text at other addresses
    assert set().union(*told(archive).values()) == {None}


def test_a_page_without_a_date_is_no_article(archive: Archive) -> None:
    keep(archive, [page_of(divs([*HEAD, *body(at), *FOOT]), url=f"http://primer.bg/{at}") for at in range(4)])
    assert told(archive)["ni1"] == {None}
    assert told(archive)["foot"] == {"template"}


def test_mark_up_gives_way_to_what_recurs_and_else_holds(archive: Archive) -> None:
    marked = [
        f"<article><p>{' '.join(body(at))}</p><p>Поща: foot@primer.bg</p></article><aside>Виж za{at}@primer.bg</aside>"
        for at in range(4)
    ]
    keep(archive, [dated(at, [it]) for at, it in enumerate(marked)])
    parts = told(archive)
    assert (parts["foot"], parts["ni1"], parts["za1"]) == ({"template"}, {"article"}, {"template"})


def test_counters_and_the_date_of_today_are_of_the_template(archive: Archive) -> None:
    foot = [*FOOT[:1], "Днес: {0}.11.2020 broi@primer.bg", "Посетители: {0}{0}", FOOT[1]]
    pages = [[*HEAD, *body(at), *(it.format(at + 1) for it in foot)] for at in range(8)]
    keep(archive, [dated(at, it) for at, it in enumerate(pages)])
    assert told(archive)["broi"] == {"template"}
    assert told(archive)["ni3"] == {"article"}


def test_a_form_that_is_filled_in_with_numbers_is_no_template(archive: Archive) -> None:
    pages = [[*HEAD, f"Заповед № {at}/2014, a{at}@primer.bg", *FOOT] for at in range(8)]
    keep(archive, [dated(at, it) for at, it in enumerate(pages)])
    assert told(archive)["a3"] == {"article"}


def test_a_line_that_several_articles_share_is_no_template(archive: Archive) -> None:
    """Three of eight pages are of one day, by one author."""
    pages = [
        [*HEAD, f"{max(2, at)}.05.2014 den{max(2, at)}@primer.bg", *body(at), f"Автор: av{max(2, at)}@primer.bg", *FOOT]
        for at in range(8)
    ]
    keep(archive, [dated(at, it) for at, it in enumerate(pages)])
    assert told(archive)["den2"] == told(archive)["av2"] == {"article"}


def test_a_section_has_a_template_too(archive: Archive) -> None:
    box = ["Отдел „Култура“", "Отговорник: kultura@primer.bg"]
    pages = [[*HEAD, *body(at), *(box if at < 5 else ()), *FOOT] for at in range(20)]
    keep(archive, [dated(at, it) for at, it in enumerate(pages)])
    assert told(archive)["kultura"] == {"template"}


def test_a_headline_repeated_in_a_list_of_news_stays_in_its_article(archive: Archive) -> None:
    news = [f"Вест {it} vest{it}@primer.bg" for it in range(3)]
    pages = [[*HEAD, *news, *FOOT, *(news[at : at + 1]), *body(at), "Край"] for at in range(10)]
    keep(archive, [dated(at, it) for at, it in enumerate(pages)])
    number = {it.text: it.start for it in find(archive, Query()) if it.url == "http://primer.bg/1"}
    assert told(archive)["vest1"] == {"template"}
    last = dated(1, pages[1]).text.rindex("vest1@primer.bg")
    assert number["vest1@primer.bg"] < last
    page = settling.Unsettled(1, dated(1, pages[1]).text, [], True, [settling.Place(last, last + 15, "email", None)])
    template = parts.learn(lambda: [[(dated(at, it).text, ())] for at, it in enumerate(pages)])
    assert parts.parts_of(page, template) == ["article"]


@pytest.mark.parametrize("most", [0, 1_000])
def test_a_site_too_large_to_be_kept_between_two_readings_has_the_same_template(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [[(lines([*HEAD, *body(at), *FOOT]), ())] for at in range(20)]
    template = parts.learn(lambda: texts)
    monkeypatch.setattr(parts, "_MOST_KEPT", most)
    assert template.before
    assert parts.learn(lambda: texts) == template


def test_pages_without_addresses_go_by_their_folder(archive: Archive) -> None:
    pages = [[*HEAD, *body(at), *FOOT] for at in range(4)]
    keep(archive, [dated(at, it, url=None, source=f"видин/{at}.html") for at, it in enumerate(pages)])  # type: ignore[arg-type]
    assert told(archive)["foot"] == {"template"}


def test_nothing_is_said_of_a_page_that_shares_nothing(archive: Archive) -> None:
    keep(archive, [dated(at, body(at)) for at in range(12)])
    assert set().union(*told(archive).values()) == {None}


def test_only_sites_that_got_pages_are_read_again(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def watched(archive: Archive, number: int) -> parts.Text:
        read.append(number)
        return settling.text_of(archive, number)

    monkeypatch.setattr(parts, "text_of", watched)
    keep(archive, [dated(at, [*HEAD, *body(at), *FOOT]) for at in range(4)])
    assert read
    read.clear()
    other = [dated(at, [*HEAD, *body(at + 5), *FOOT], url=f"http://drug.primer.bg/{at}") for at in range(3)]
    keep(archive, other)
    assert len(set(read)) == 3


def test_pages_settle_anew_when_their_site_grows_or_shrinks(archive: Archive) -> None:
    first = [dated(at, [*HEAD, *body(at), *FOOT]) for at in range(2)]
    assert keep(archive, first) == 0
    assert keep(archive, [dated(2, [*HEAD, *body(2), *FOOT])]) == 9
    undo(archive, 2)
    assert settle(archive) == 6
    assert set().union(*told(archive).values()) == {None}


def test_pages_taken_back_while_their_site_is_gone_through(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken_back(archive: Archive, number: int) -> parts.Text:
        monkeypatch.setattr(parts, "text_of", settling.text_of)
        with open_archive(archive.path) as other:
            undo(other, 2)
        return settling.text_of(archive, number)

    keep(archive, [dated(at, [*HEAD, *body(at), *FOOT]) for at in range(3)])
    monkeypatch.setattr(parts, "text_of", taken_back)
    keep(archive, [dated(at, [*HEAD, *body(at), *FOOT]) for at in range(3, 6)])
    settle(archive)
    assert told(archive)["foot"] == {"template"}
    assert {it.number for it in imports(archive)} == {1}


SLOW = """
import sys, time
from govarchive.archive import open_archive, settling
from govarchive.jobs.parts import settle
settling._CHUNK = 3
write = settling._write
settling._write = lambda *given: (time.sleep(0.02), print("page", flush=True), write(*given))[2]
with open_archive(sys.argv[1]) as archive:
    settle(archive)
"""


def test_a_killed_pass_is_finished_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "б.db"
    with open_archive(str(path), create=True) as archive:
        number = archive.start_import([])
        for at in range(40):
            page = dated(at, [*HEAD, *body(at), *FOOT])
            start = page.text.index("foot@")
            archive.put(page, [record_of(page, start, start + 15, "email")], number)
        archive.finish_import(number)
    with subprocess.Popen([sys.executable, "-c", SLOW, str(path)], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(10):
            process.stdout.readline()
        time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    with open_archive(str(path)) as archive:
        before = sum(it.part == "template" for it in find(archive, Query()))
        assert 6 <= before < 40
        assert settle(archive) == 40 - before
        assert {it.part for it in find(archive, Query())} == {"template"}
        assert settling.unsettled_homes(archive) == []
