"""Rows of tables of pages -> captures: which field holds what, by the common names or as the user says.

>>> fields = Fields(["id", "URL", "raw_content"])
>>> fields.page, fields.url, fields.captured_at
('raw_content', 'URL', None)
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from govarchive.errors import PageError, SkippedPage
from govarchive.pages.capture import NOTHING, Capture, Given

HTML_NAMES = tuple("html raw_html html_content page_html content_html body_html html_raw".split())
TEXT_NAMES = tuple("text raw_content content page_content body raw_text plain_text clean_text текст съдържание".split())
_URL_NAMES = tuple(
    "url uri link page_url warc_target_uri target_uri source_url original_url permalink source адрес".split()
)
_DATE_NAMES = tuple(
    """captured_at warc_date crawl_date crawl_timestamp crawl_time crawled_at fetch_time fetch_date fetched_at
    scraped_at date_download download_date downloaded_at retrieved_at timestamp filedate date
    дата_на_сваляне дата_на_изтегляне изтеглено_на свалено_на дата""".split()
)
_INNER = ("meta", "metadata", "warc_headers")
"""Objects within a row that hold its address and date in some collections (OSCAR, RedPajama)."""

_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_DIGITS = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<rest>[0-9]{4}(?:[0-9]{6})?)")
_BULGARIAN = re.compile(
    r"""([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}) (?:[ ]?г\.?)?       # 9.3.2014 г.
    (?:,?[ ]([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?))?                 # and the time""",
    re.VERBOSE,
)
_EPOCH = re.compile(r"[0-9]{9,10}(?P<parts>[0-9]{3}|\.[0-9]+)?")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}.*)?)?")


class Fields:
    """What the fields of a table hold; `page` is None for a table that is not one of pages."""

    def __init__(self, names: Iterable[str], given: Mapping[str, str] = NOTHING.fields) -> None:
        there = {_plain(name): name for name in reversed(list(names))}

        def find(what: str, common: Iterable[str]) -> str | None:
            asked = given.get(what)
            wanted = (asked,) if asked else common
            return next((there[_plain(name)] for name in wanted if _plain(name) in there), None)

        asked = {"html", "text"} & given.keys()  # who says where the pages are means only there
        self.html = find("html", HTML_NAMES) if not asked or "html" in asked else None
        self.text = find("text", TEXT_NAMES) if not asked or "text" in asked else None
        self.url, self.captured_at = find("url", _URL_NAMES), find("captured_at", _DATE_NAMES)

    @property
    def page(self) -> str | None:
        """The field with the pages."""
        return self.html or self.text

    def named(self) -> list[str]:
        """All fields that are read."""
        return [name for name in dict.fromkeys((self.html, self.text, self.url, self.captured_at)) if name]


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with what its inner objects say, where it does not say that itself."""
    found: dict[str, Any] = {}
    for name in (it for it in row if _plain(it) in _INNER):
        if isinstance(row[name], Mapping):
            found |= flat(row[name])
    return found | {name: value for name, value in row.items() if value is not None}


class Rows:
    """The rows of one table, which become captures; `source` is that of the table."""

    def __init__(self, source: str, given: Given) -> None:
        self._source = source
        self._given = given
        self._told = False

    def capture(self, row: Mapping[str, Any], fields: Fields, number: int) -> Iterator[Capture | PageError]:
        """The page of a row; one without text is an empty page. `number` counts from 1."""
        source = f"{self._source}#{number}"
        page = next((row[name] for name in (fields.html, fields.text) if name and _holds(row.get(name))), None)
        if not (page is None or isinstance(page, str | bytes)):
            said = f"{fields.page!r} holds no text but {str(page)[:40]!r}"
            yield PageError(said, source=source, remedy="name the field of the texts with --field text=NAME")
            return
        raw = page if isinstance(page, bytes) else (page or "").encode("utf-8", "surrogatepass")
        url = str(row.get(fields.url) or "").strip() if fields.url else ""
        said_at = row.get(fields.captured_at) if fields.captured_at else None
        captured_at = moment(said_at)
        if said_at and captured_at is None and not self._told:
            self._told = True
            what = f"{fields.captured_at!r} holds no date that is understood, such as {str(said_at)[:40]!r}"
            yield SkippedPage(what, source=source, remedy="name another with --field captured_at=NAME")
        charset = None if isinstance(page, bytes) else "utf-8"
        address = url if _ADDRESS.fullmatch(url) else None
        yield Capture(raw, source, address, captured_at or self._given.captured_at, charset=charset)


def _holds(value: Any) -> bool:
    return value is not None and value != "" and value != b""


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def moment(value: Any) -> str | None:
    """A date of any form that tables have, in ISO 8601; None for what is none.

    >>> moment("20140309120000"), moment(1394366400), moment("9.3.2014 г."), moment("2014-03-09 12:00:00")
    ('2014-03-09T12:00:00Z', '2014-03-09T12:00:00Z', '2014-03-09', '2014-03-09T12:00:00')
    >>> moment("Sun, 09 Mar 2014 14:00:00 +0200"), moment("вчера"), moment(None)
    ('2014-03-09T12:00:00Z', None, None)
    """
    try:
        if isinstance(value, datetime) and value.tzinfo is not None:
            return _utc(value)
        if isinstance(value, date):
            return value.isoformat()
        return _iso(str(value).strip()) if isinstance(value, str | int | float) else None
    except (ValueError, OverflowError, OSError):
        return None


def _iso(said: str) -> str | None:
    """The ISO 8601 form of a date. Raises ValueError for one that does not exist."""
    if digits := _DIGITS.fullmatch(said):
        rest = digits["rest"]
        day = date(int(digits["year"]), int(rest[:2]), int(rest[2:4])).isoformat()
        return f"{day}T{rest[4:6]}:{rest[6:8]}:{rest[8:]}Z" if len(rest) > 4 else day
    if epoch := _EPOCH.fullmatch(said):
        seconds = int(said) / 1000 if (epoch["parts"] or ".")[0] != "." else float(said)
        return _utc(datetime.fromtimestamp(seconds, UTC))
    if written := _BULGARIAN.fullmatch(said):
        day = date(int(written[3]), int(written[2]), int(written[1])).isoformat()
        return f"{day}T{written[4]:0>5}" if written[4] else day
    if _ISO.fullmatch(said):
        datetime.fromisoformat(said + "0000-01-01"[len(said) :])
        return said.replace(" ", "T", 1)
    return _utc(parsedate_to_datetime(said)) if "," in said else None


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
