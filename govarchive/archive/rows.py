"""Pages and records to and from the rows of the archive; loses nothing in either direction."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec

from govarchive.archive.body_keys import institution_keys, kept_key
from govarchive.archive.migrations import home_of, text_digest
from govarchive.archive.seals import records_digest, stated_digest
from govarchive.model import SCHEMA, Block, Page, Record

_encode = msgspec.json.Encoder().encode
_decode_problems = msgspec.json.Decoder(list[str]).decode
_decode_details = msgspec.json.Decoder(dict[str, Any]).decode
_decode_dates = msgspec.json.Decoder(dict[str, str]).decode
_decode_blocks = msgspec.json.Decoder(tuple[Block, ...]).decode
RECORD_COLUMNS = (
    "page start stop kind id value text label valid problems score rule details "
    "value_key label_key role_key institution_key part"
).split()
PAGE_COLUMNS = (
    "id source sha256 digest url site home captured_at published_at media_type encoding encoding_from title dates "
    "text_number rules stated_sha256 records_sha256"
).split()


def text_row(page: Page) -> tuple[str, str, str]:
    """The digest of the page's text with its blocks, the text, and the blocks as JSON."""
    blocks = _json(page.blocks)
    return text_digest(page.text, blocks), page.text, blocks


def page_row(page: Page, digest: str | None, found: "Found", text: tuple[int, str], rules: str) -> tuple[Any, ...]:
    """The values of PAGE_COLUMNS; `text` is the number of its text and the digest of that."""
    site = site_of(page.url)
    dates = _json(dict(page.dates))
    stated = (page.id, text[1], page.title, page.media_type, page.encoding, page.encoding_from, dates)
    return (
        page.id,
        page.source,
        page.sha256,
        digest,
        page.url,
        site,
        home_of(site, page.source),
        page.captured_at,
        found.published_at,
        page.media_type,
        page.encoding,
        page.encoding_from,
        page.title,
        dates,
        text[0],
        rules,
        stated_digest(stated),
        found.digest(),
    )


class Found(NamedTuple):
    """What the rules found on a page: the rows of its records without its number, and the date of publication."""

    rows: Sequence[tuple[Any, ...]]
    published_at: str | None

    def digest(self) -> str:
        """What the page is sealed with."""
        return records_digest(self.published_at, [row[:-1] for row in self.rows])  # all but the part, which is last


def record_rows(records: Sequence[Record], text: str) -> list[tuple[Any, ...]]:
    """The values of RECORD_COLUMNS of the records of a page but the first, which is the number of the page."""
    bodies = institution_keys(records, text)
    return [_record_row(it, body) for it, body in zip(records, bodies, strict=True)]


def _record_row(record: Record, body: str | None) -> tuple[Any, ...]:
    return (
        record.start,
        record.stop,
        record.kind,
        record.id,
        record.value,
        record.text,
        record.label,
        None if record.valid is None else int(record.valid),
        _json(record.problems) if record.problems else "[]",
        float(record.score),
        record.rule,
        _json(record.details) if record.details else "{}",
        kept_key(record.value),
        kept_key(record.label),
        kept_key(record.details.get("role")),
        body,
        record.part,
    )


def to_record(row: Any) -> Record:
    """The record of a row of the view `records`."""
    return Record(
        schema=SCHEMA,
        id=row["id"],
        kind=row["kind"],
        value=row["value"],
        text=row["text"],
        start=row["start"],
        stop=row["stop"],
        label=row["label"],
        valid=None if row["valid"] is None else bool(row["valid"]),
        problems=_decode_problems(row["problems"]),
        score=row["score"],
        rule=row["rule"],
        details=_decode_details(row["details"]),
        part=row["part"],
        page=row["page"],
        url=row["url"],
        source=row["source"],
        captured_at=row["captured_at"],
        published_at=row["published_at"],
    )


def to_page(row: Any) -> Page:
    """The page of a row of the view `pages`."""
    return Page(
        text=row["text"],
        source=row["source"],
        sha256=row["sha256"],
        url=row["url"],
        captured_at=row["captured_at"],
        media_type=row["media_type"],
        encoding=row["encoding"],
        encoding_from=row["encoding_from"],
        title=row["title"],
        dates=_decode_dates(row["dates"]),
        blocks=_decode_blocks(row["blocks"]),
    )


def site_of(url: str | None) -> str | None:
    """The host of an address in lower case, without `www.`; None for no address or a broken one.

    >>> site_of("https://www.Vidin.primer.bg:8080/kontakti")
    'vidin.primer.bg'
    """
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _json(value: Any) -> str:
    return _encode(value).decode()
