"""What a crawler brought home of one address, and what the user says of it, before anything is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Original(NamedTuple):
    """What a WARC record of type revisit says of the capture whose payload it did not repeat; None where it is silent.

    `digest` is the payload's, as the container writes it (`sha1:` and base 32).
    """

    digest: str | None
    url: str | None
    captured_at: str | None


class Capture(NamedTuple):
    """The bytes of one page, free of transfer and content encoding, with what its container says of them.

    `source` is the path as given, with `#offset` in a container of records and `#name` in one of files. `captured_at`
    is ISO 8601. `media_type` and `charset` are those of the HTTP header or the container, lower case. `digest` is the
    payload's as the container states it. With `original` the page is unchanged since then, and `raw` is empty.
    """

    raw: bytes
    source: str
    url: str | None = None
    captured_at: str | None = None
    media_type: str | None = None
    charset: str | None = None
    digest: str | None = None
    original: Original | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of the pages: it overrules what they say of themselves.

    `url` is the address of the only page, or that of the record it lies in (`of_record`), `captured_at` (ISO 8601)
    holds for those whose container gives none, `encoding` for all. `fields` names the fields of tables of pages by what
    they hold (`text`, `html`, `url`, `captured_at`), where they have uncommon names.
    """

    url: str | None = None
    captured_at: str | None = None
    encoding: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    of_record: bool = False


NOTHING = Given()
