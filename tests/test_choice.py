"""Which captures an import takes."""

from pathlib import Path

import pytest
from making import invoke

from govarchive.jobs.choice import Choice
from govarchive.pages import Capture


@pytest.mark.parametrize(
    ("include", "exclude", "numbers"),
    [
        ([], [], [1, 2, 3, 4]),
        (["host=primer.bg"], [], [1, 2, 3]),
        (["host=*.primer.bg"], [], [2]),
        (["host=www.primer.bg"], [], [1, 2, 3]),
        (["host=ЯМА"], [], []),
        (["host=https://www.Primer.bg:8080/"], [], [1, 2, 3]),
        (["host=//old.primer.bg"], [], [2]),
        (["path=/novini/*"], [], [2, 3]),
        (["path=*.html"], [], [4]),
        ([], ["media=text/plain"], [1, 2, 4]),
        (["media=text/*"], ["media=*/PLAIN"], [1, 2, 4]),
        (["captured=2015..2016-05"], [], [1, 2]),
        (["captured=2016-05-14"], [], [2]),
        (["captured=2016-05"], [], [2]),
        (["captured=..2015"], [], [1]),
        (["captured=14.05.2016"], [], [2]),
        (["captured=май 2016..31.12.2018"], [], [2, 3]),
        ([], ["captured=2017.."], [1, 2, 4]),
        (["host=primer.bg", "host=old.primer.bg", "captured=2016"], [], [2]),
        (["host=primer.bg"], ["host=old.primer.bg", "captured=2015"], [3]),
    ],
)
def test_what_is_taken(include: list[str], exclude: list[str], numbers: list[int]) -> None:
    found = {
        1: Capture(b"<p>a", "a.warc#0", "https://www.primer.bg", "2015", "text/html"),
        2: Capture(b"<p>a", "a.warc#9", "http://old.primer.bg:8080/novini/1?a=b", "2016-05-14T10:00:00Z"),
        3: Capture(b"a", "a.warc#19", "https://Primer.BG/novini/%D0%B0", "2018-01-01", "text/plain"),
        4: Capture(b"<p>a", "страници/а.html"),
    }
    choice = Choice.of(include, exclude)
    assert [number for number, it in found.items() if choice.takes(it)] == numbers


@pytest.mark.parametrize("span", ["2018..2015", "2018-05..2018-04-30", "1.06.2018..2017"])
def test_a_span_that_goes_back_is_refused_and_makes_no_archive(in_folder: None, span: str) -> None:
    Path("а.txt").write_text("тел. 056/ 841 234", encoding="utf-8")
    refused = invoke("import", "а.txt", "--include", f"captured={span}")
    assert (refused.exit_code, "no capture is of both" in refused.output) == (2, True)
    assert not Path("а.db").exists()
    assert Choice.of(["captured=2018-05..2018"], []).included


def test_the_same_bytes_in_folders_of_several_days_are_said_to_be_one_capture(in_folder: None) -> None:
    for day in ("2017-09-11", "2019-02-01"):
        Path(day).mkdir()
        Path(day, "kmet.html").write_text("<p>Кмет: Стоян Дрянков", encoding="utf-8")
    said = invoke("import", "2017-09-11", "2019-02-01", "--jobs", "1").stderr
    assert "1 page new, 1 unchanged" in said
    assert "1 time another file had the same bytes" in said
    assert "--captured-at" in said
    again = invoke("import", "2017-09-11", "--captured-at", "2017-09-11", "--jobs", "1").stderr
    assert "1 page new" in again
    assert "the same bytes" not in again


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("host=http://www.primer.bg/kontakti", "www.primer.bg/kontakti' is no host such as"),
        ("path=http://www.primer.bg/novini/*", "as in path=/novini/*"),
        ("media=html", "as in media=text/html"),
        ("media=pdf", "as in media=application/pdf"),
    ],
)
def test_what_no_capture_can_meet_is_refused(in_folder: None, typed: str, said: str) -> None:
    Path("а.html").write_text("<p>тел. 056/ 841 234", encoding="utf-8")
    for option in ("--include", "--exclude"):
        refused = invoke("import", "а.html", option, typed)
        assert (refused.exit_code, said in refused.output) == (2, True)
    assert not Path("а.db").exists()


def test_it_is_said_when_nothing_is_left(in_folder: None) -> None:
    Path("а.html").write_text("<p>тел. 056/ 841 234", encoding="utf-8")
    assert "left out all 1 capture" in invoke("import", "а.html", "--include", "host=primer.bg").stderr
    assert "left out" not in invoke("import", "а.html", "--include", "media=*html", "--jobs", "1").stderr
