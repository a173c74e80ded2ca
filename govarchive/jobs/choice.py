"""Which captures an import takes: `--include` and `--exclude`.

>>> choice = Choice.of(["host=vidin.primer.bg", "captured=2015..2018"], ["path=*/print/*"])
>>> choice.takes(Capture(b"", "a.html", "https://www.vidin.primer.bg/novini", "2016-05-14"))
True
>>> choice.takes(Capture(b"", "a.html", "https://www.vidin.primer.bg/print/novini", "2016-05-14"))
False
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import translate
from typing import Self
from urllib.parse import unquote, urlsplit

from govarchive.archive.rows import site_of
from govarchive.errors import InvalidFormat
from govarchive.jobs.typed import typed_date, typed_host
from govarchive.pages.capture import Capture
from govarchive.pages.sniff import is_html, kind_of

Test = Callable[[Capture], bool]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted and what is not: tests by field, of which one each must be met, and tests that none may be.

    A field is `host` (of the address, with all below it, without `www.`), `path` (of the address, or of the file where
    there is none), `media` (the media type) or `captured` (the date of capture). Patterns know `*`, `?` and `[…]` as
    the shell does; `captured` takes a date to the year, month or day, also as a page prints it, or `FROM..TO` with
    either left out.
    """

    included: Mapping[str, Sequence[Test]]
    excluded: Sequence[Test]

    @classmethod
    def of(cls, include: Sequence[str], exclude: Sequence[str]) -> Self:
        """The choice for what was typed, `FIELD=PATTERN` each. Raises InvalidFormat."""
        included: dict[str, list[Test]] = {}
        for typed in include:
            name, test = _test_of(typed)
            included.setdefault(name, []).append(test)
        return cls(included, [_test_of(typed)[1] for typed in exclude])

    def takes(self, capture: Capture) -> bool:
        """Whether a capture is wanted."""
        wanted = all(any(test(capture) for test in tests) for tests in self.included.values())
        return wanted and not any(test(capture) for test in self.excluded)


EVERYTHING = Choice({}, ())


def _test_of(typed: str) -> tuple[str, Test]:
    name, equals, pattern = typed.partition("=")
    if not equals or name not in _FIELDS or not pattern.strip():
        raise InvalidFormat(f"{typed!r} is not FIELD=PATTERN with a field of {', '.join(_FIELDS)}")
    return name, _FIELDS[name](pattern.strip())


def _host(pattern: str) -> Test:
    host = typed_host(pattern)
    whole, below = _glob(host), _glob(f"*.{host}")
    return lambda it: bool((there := site_of(it.url)) and (whole(there) or below(there)))


def _path(pattern: str) -> Test:
    if "://" in pattern:
        raise InvalidFormat(f"path={pattern} is a whole address; its path begins behind the host, as in path=/novini/*")
    matches = _glob(pattern)
    return lambda it: matches(_path_of(it.url) if it.url else it.source)


def _path_of(url: str) -> str:
    try:
        return unquote(urlsplit(url).path) or "/"
    except ValueError:
        return url


def _media(pattern: str) -> Test:
    if "/" not in pattern and "*" not in pattern:
        meant = f"media=text/{pattern}" if pattern in ("html", "plain") else "media=application/pdf"
        raise InvalidFormat(f"media={pattern} is no media type, which has two parts, as in {meant}")
    matches = _glob(pattern.lower())
    return lambda it: matches(it.media_type or _media_of(it.raw))


def _media_of(raw: bytes) -> str:
    """The media type of what came without one, as pages are told from other files."""
    if kind_of(raw) is not None:
        return "application/octet-stream"
    return "text/html" if is_html(raw) else "text/plain"


def _captured(pattern: str) -> Test:
    begin, dots, end = pattern.partition("..")
    first = _date(begin.strip())
    last = _date(end.strip()) if dots else first
    if not first and not last:
        raise InvalidFormat("captured=.. has neither a first date nor a last one")
    if first and last and first[: len(last)] > last:
        raise InvalidFormat(f"captured={pattern} goes from {first} back to {last}, no capture is of both")
    return lambda it: _is_between(it.captured_at, first, last)


def _date(typed: str) -> str:
    """A date to the year, month or day; empty for an empty text."""
    date = typed_date(typed) if typed else ""
    if "T" in date:
        raise InvalidFormat(f"captured is told by the day, without the hour in {typed!r}")
    return date


def _is_between(date: str | None, first: str, last: str) -> bool:
    """Both ends included, each compared to its own precision; a capture without a date is never between."""
    if not date:
        return False
    return (not first or date[: len(first)] >= first[: len(date)]) and (not last or date[: len(last)] <= last)


def _glob(pattern: str) -> Callable[[str], bool]:
    matches = re.compile(translate(pattern)).match
    return lambda text: matches(text) is not None


_FIELDS: Mapping[str, Callable[[str], Test]] = {"host": _host, "path": _path, "media": _media, "captured": _captured}
