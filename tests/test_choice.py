"""Which captures an import takes."""

import pytest

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
