"""WARC files: the pages in them, what is passed over, and how healthy ones are written."""

from collections.abc import Callable, Iterable
from io import BytesIO

import pytest
import warcs

from govarchive.errors import PageError
from govarchive.pages.capture import Capture
from govarchive.pages.containers import captures_in


def read(raw: bytes) -> list[Capture | PageError]:
    return list(captures_in(BytesIO(raw), "файл.warc"))


def captures(raw: bytes) -> list[Capture]:
    """The captures, when there is nothing else."""
    found = read(raw)
    assert [str(it) for it in found if isinstance(it, PageError)] == []
    return [it for it in found if isinstance(it, Capture)]


@pytest.mark.parametrize("written", [b"".join, warcs.packed, lambda it: warcs.member(b"".join(it))])
def test_the_pages_of_a_healthy_file(written: Callable[[Iterable[bytes]], bytes]) -> None:
    found = captures(written(warcs.healthy(5)))
    assert [it.raw.decode() for it in found] == [warcs.page(at) for at in range(1, 6)]
    assert found[2].url == "http://gorno-selo.example/3"
    assert {it.captured_at for it in found} == {"2015-05-14T14:11:00Z"}
    assert {it.media_type for it in found} == {"text/html"}
    assert len({it.source for it in found}) == 5


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("written", [b"".join, warcs.packed, lambda it: warcs.member(b"".join(it))])
def test_the_pages_of_a_healthy_arc_file(written: Callable[[Iterable[bytes]], bytes], version: int) -> None:
    found = captures(written(warcs.arc(5, version=version)))
    assert [it.raw.decode() for it in found] == [warcs.page(at) for at in range(1, 6)]
    assert found[2].url == "http://gorno-selo.example/3"
    assert {it.captured_at for it in found} == {"2004-05-14T14:11:00Z"}
