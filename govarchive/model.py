"""The nouns: Page, Block, Span, Near and Record. No input or output, no regular expressions.

Offsets count the code points of `Page.text`, the stop is the first one outside; for every record
`page.text[record.start:record.stop] == record.text`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec

SCHEMA = 1
"""Version of the record's shape; raised when a key is added, removed or changes its meaning."""


NAMED = "named"
"""The rule of a find that its print alone tells of: kept though it fails its check, as what the page names is."""


class Span(NamedTuple):
    """A stretch of text `[start, stop)`, the name of the rule that saw something there, and how sure it is (0-1)."""

    start: int
    stop: int
    rule: str
    score: float = 1.0


class Block(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True, gc=False):
    """A stretch of `Page.text`, and what it is in the mark-up; a page has a hundred of them.

    `kind` is heading, paragraph, item, cell, link or meta (evidence that is not visible: `mailto:`, `tel:`);
    `part` is template, article or None where the mark-up does not tell.
    """

    kind: str
    start: int
    stop: int
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    r"""One captured document.

    `text` is NFC with `\n` line ends, made once and never changed. Table cells are separated by a tab, rows and blocks
    by a line end. `captured_at` is ISO 8601 as given by the container or the user, never a file's mtime. `dates` holds
    what the page's metadata states (`published`, `modified`), ISO 8601. `sha256` is the hex digest of the bytes read.
    """

    text: str
    source: str
    sha256: str
    url: str | None = None
    captured_at: str | None = None
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    encoding_from: str = "given"
    title: str | None = None
    dates: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()

    @property
    def id(self) -> str:
        """16 hex digits from bytes, address and capture: the same capture from two paths is one page."""
        return sha256(f"{self.sha256}\0{self.url or ''}\0{self.captured_at or ''}".encode()).hexdigest()[:16]


class Seen(NamedTuple):
    """A value of the same kind found earlier on the page, and where."""

    value: str
    start: int
    stop: int


class Near(msgspec.Struct, frozen=True, gc=False):
    """What stands around a raw value, for the kinds whose normal form needs it; empty by default.

    `text` is the folded page, `[start, stop)` the raw value in it; `previous` the record of the same kind before it;
    `reference` the date relative words count from, None where the page has none; `label` the words that say what for.
    """

    text: str = ""
    start: int = 0
    stop: int = 0
    previous: Seen | None = None
    reference: date | None = None
    label: str = ""

    def before(self, length: int = 60) -> str:
        """The folded text that ends where the value starts, at most `length` characters."""
        return self.text[max(0, self.start - length) : self.start]

    def after(self, length: int = 60) -> str:
        """The folded text that starts where the value ends, at most `length` characters."""
        return self.text[self.stop : self.stop + length]

    def between(self) -> str:
        """The folded text from the previous value of the same kind to this one; empty without one."""
        return self.text[self.previous.stop : self.start] if self.previous else ""


NOWHERE = Near()


class Candidate(msgspec.Struct, eq=False, gc=False):
    """Something a rule saw, and what became of it: `fate` is empty for a record, else the reason it is none.

    `start` and `stop` are offsets of the folded text that rules read; `span` is the same stretch of `Page.text`.
    One whose check failed is a record all the same where the page calls it by its kind (`IBAN:`). The collector of
    garbage need not look at candidates and records: there are many, and none leads back to itself.
    """

    kind: str
    start: int
    stop: int
    rule: str
    span: tuple[int, int]
    value: str | None = None
    label: str | None = None
    problems: list[str] = []
    details: dict[str, Any] = {}
    fate: str = ""
    score: float = 1.0


class Record(msgspec.Struct, frozen=True, gc=False):
    """A find as it leaves the tool, with its keys in this order. See `govarchive schema` for the whole contract.

    Every key is always there, so none has a default.
    """

    schema: int
    id: str
    kind: str
    value: str | None
    text: str
    start: int
    stop: int
    label: str | None
    valid: bool | None
    problems: list[str]
    score: float
    rule: str
    details: dict[str, Any]
    part: str | None
    page: str
    url: str | None
    source: str
    captured_at: str | None
    published_at: str | None


def record_id(page_id: str, kind: str, start: int, stop: int) -> str:
    """16 hex digits from the page, the kind and the span; independent of the value, so masking keeps it."""
    return sha256(f"{page_id}\0{kind}\0{start}:{stop}".encode()).hexdigest()[:16]


PERSONAL = frozenset({"egn", "lnch"})
"""Kinds of personal numbers, masked on every way out unless asked for."""

CONTACTS = frozenset({"phone", "email", "address", "hours", "iban", "eik"})
"""Kinds of what a body is reached or known by."""

WHOSE: dict[str, Any] = {
    "institution": {"type": "string", "description": "whose it is, in base form"},
    "institution_inferred": {"const": True, "description": "the page's own institution, not told of this one"},
}
"""What the details of contacts tell besides."""

_PERSONAL_DETAILS = frozenset({"born", "sex"})


def mask(text: str) -> str:
    """The text with a star for each digit; the length stays.

    >>> mask("ЕГН 5032036031")
    'ЕГН **********'
    """
    return "".join("*" if character.isdigit() else character for character in text)


_CHECK_DIGIT = re.compile("check digit [0-9]+ found, [0-9]+ expected")
_COUNTED = frozenset("character characters digit digits values".split())


def mask_problem(problem: str) -> str:
    """A problem of a personal number with its digits starred, but for counts: how long it is is nobody's secret.

    >>> mask_problem("503203603: 9 characters found, 10 digits expected")
    '*********: 9 characters found, 10 digits expected'
    >>> mask_problem("5032036031: check digit 1 found, 0 expected")
    '**********: the check digit does not agree with the others'
    """
    problem = _CHECK_DIGIT.sub("the check digit does not agree with the others", problem)
    words = problem.split(" ")
    counts = (len(it) < 3 and behind in _COUNTED for it, behind in zip(words, [*words[1:], ""], strict=True))
    return " ".join(word if count else mask(word) for word, count in zip(words, counts, strict=True))


def masked(record: Record) -> Record:
    """The record as it may leave the tool: the digits of a personal number starred, birth date and sex left out."""
    if record.kind not in PERSONAL:
        return record
    return msgspec.structs.replace(
        record,
        value=mask(record.value) if record.value is not None else None,
        text=mask(record.text),
        problems=[mask_problem(problem) for problem in record.problems],
        details={name: part for name, part in record.details.items() if name not in _PERSONAL_DETAILS},
    )


def masked_text(text: str, records: Iterable[Record]) -> str:
    """A page's text with the personal numbers among its records starred, offsets unchanged."""
    for record in records:
        if record.kind in PERSONAL:
            text = text[: record.start] + mask(text[record.start : record.stop]) + text[record.stop :]
    return text
