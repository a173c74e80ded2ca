"""Records checked a line at a time: the schema, the laws among their keys, their values, and their pages.

Only the ids already seen are kept in memory, as numbers: some 70 MB for a million records.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union

import msgspec

from govarchive.errors import GovarchiveError, Invalid
from govarchive.formats.schema import record_schema
from govarchive.kinds import BY_NAME
from govarchive.model import PERSONAL, Page, Record, mask, record_id
from govarchive.text.counted import counted

PageFinder = Callable[[Record], Page | None]
"""The page a record came from; None when there is none."""


class Problem(NamedTuple):
    """What is wrong with the record on a line (from 1)."""

    line: int
    what: str


def check(lines: Iterable[bytes | str], page_of: PageFinder | None = None) -> Iterator[Problem]:
    """The problems of records in JSON Lines, in order; none when all is well.

    With `page_of` (`pages_under(...).find`, or a function of your own) each span is compared with its page's text. A
    page that is not found is named once, after all other problems, with the line of its first record.

    >>> list(check(['{"schema": 1}']))[0]
    Problem(line=1, what="'id' is a required property")
    """
    seen: set[int] = set()
    absent = _Absent()
    for number, line in enumerate(lines, 1):
        absent.line = number
        for what in _of_line(line, seen, page_of, absent):
            yield Problem(number, what)
    yield from absent.problems()


class _Absent:
    """The pages that were not found, each with the first line that needs it, and how many lines do.

    `line` is the one being checked, `found` whether any page was found.
    """

    def __init__(self) -> None:
        self.line = 0
        self.found = False
        self._first: dict[tuple[str, str], Problem] = {}
        self._records: Counter[tuple[str, str]] = Counter()

    def has(self, record: Record) -> bool:
        """Whether its page was looked for before, which may have taken long."""
        return (record.source, record.page) in self._first

    def add(self, record: Record, what: str = "") -> None:
        key = (record.source, record.page)
        self._first.setdefault(key, Problem(self.line, what))
        self._records[key] += 1

    def problems(self) -> Iterator[Problem]:
        if len(self._first) > 1 and not self.found:
            line, what = next(iter(self._first.values()))
            yield Problem(line, f"{what}; nor is any other of the {len(self._first)} pages found")
            return
        for key, (line, what) in self._first.items():
            records = self._records[key]
            yield Problem(line, what + (f"; {counted(records, 'record')} not compared" if records > 1 else ""))


def _of_line(line: bytes | str, seen: set[int], page_of: PageFinder | None, absent: "_Absent") -> Iterator[str]:
    try:
        plain = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        yield "an empty line" if not line.strip() else f"no JSON: {problem}"
        return
    broken = list(_of_schema(plain))
    yield from broken
    if broken:
        return
    try:
        record = msgspec.convert(plain, Record, strict=False)  # to a schema 5.0 is a whole number, too
    except msgspec.ValidationError as problem:  # and so is 1e300
        yield str(problem)
        return
    yield from _of_span(record, seen)
    yield from _of_value(record)
    if page_of:
        yield from _of_page(record, page_of, absent)


def _of_schema(plain: Any) -> Iterator[str]:
    """What the shipped schema says; the digits of a personal number are not repeated."""
    kind = str(plain.get("kind")) if isinstance(plain, dict) else ""
    if not _is_shaped(plain):
        yield from _said(_validators()[""], plain, "", kind)
    if isinstance(plain, dict) and isinstance(plain.get("details"), dict) and plain["details"]:
        yield from _said(_validators().get(kind), plain["details"], "details", kind)


def _said(validator: Any, plain: Any, at: str, kind: str) -> Iterator[str]:
    for error in validator.iter_errors(plain) if validator else ():
        where = ".".join([*([at] if at else []), *map(str, error.absolute_path)])
        said = f"{where}: {error.message}" if where else str(error.message)
        yield mask(said) if kind in PERSONAL else said


@cache
def _validators() -> dict[str, Any]:
    """The schema taken apart, which is checked faster: all keys under "", details by kind."""
    from jsonschema import Draft202012Validator

    whole = record_schema()
    parts = {it["if"]["properties"]["kind"]["const"]: it["then"]["properties"]["details"] for it in whole["allOf"]}
    parts[""] = {name: rule for name, rule in whole.items() if name != "allOf"}
    return {name: Draft202012Validator(rule) for name, rule in parts.items()}


def _is_shaped(plain: Any) -> bool:
    """Whether all keys but the details are as the schema says; a hundred times as fast, but without a reason."""
    try:
        msgspec.convert(plain, _shape())
    except msgspec.ValidationError:
        return False
    return True


@cache
def _shape() -> type[msgspec.Struct]:
    """A strict type made of the schema."""
    whole = record_schema()
    assert set(whole["required"]) == set(whole["properties"]), "the type has no optional keys"
    fields = [(name, _type_of(rule)) for name, rule in whole["properties"].items()]
    return msgspec.defstruct("Shape", fields, forbid_unknown_fields=True)


_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "null": None, "object": dict}
_LIMITS = {"pattern": "pattern", "minLength": "min_length", "minimum": "ge", "maximum": "le"}


def _type_of(rule: Mapping[str, Any]) -> Any:
    """The type that takes what a rule of the schema takes. Raises KeyError for a keyword it does not know."""
    if "const" in rule or "enum" in rule:
        return Literal[tuple(rule.get("enum", [rule.get("const")]))]
    if rule["type"] == "array":
        items: Any = _type_of(rule["items"])
        return list[items]
    names = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    limits = {_LIMITS[name]: said for name, said in rule.items() if name not in ("type", "description")}
    plain: Any = Union[tuple(_TYPES[name] for name in names)]  # noqa: UP007 (made of a list)
    return Annotated[plain, msgspec.Meta(**limits)] if limits else plain


def _of_span(record: Record, seen: set[int]) -> Iterator[str]:
    """The laws of `start`, `stop`, `text` and `id`."""
    if record.start >= record.stop:
        yield f"start {record.start} is not before stop {record.stop}"
    elif len(record.text) != record.stop - record.start:
        yield f"text has {counted(len(record.text), 'character')}, its span [{record.start}, {record.stop}) has others"
    if record.id != record_id(record.page, record.kind, record.start, record.stop):
        yield f"id {record.id} is not that of its page, kind and span"
    # The same page from two files has the same ids.
    this = hash((record.id, record.source))
    if this in seen:
        yield f"id {record.id} stands on an earlier line already"
    seen.add(this)


def _of_value(record: Record) -> Iterator[str]:
    """The laws of `value`, `valid` and `problems`."""
    kind = BY_NAME[record.kind]
    if (record.valid is None) == kind.CHECKED:
        expected = "true or false, as the kind has a check" if kind.CHECKED else "null, as the kind has no check"
        yield f"valid is {_json(record.valid)}, expected {expected}"
    if record.valid is False and not record.problems:
        yield "valid is false without problems"
    if record.valid is not False and record.problems:
        yield f"problems, though valid is {_json(record.valid)}"
    if record.value is not None and record.valid is not False:
        try:
            kind.validate(record.value)
        except Invalid as problem:
            yield f"the value fails its check: {_shown(str(problem), record)}"


def _json(value: bool | None) -> str:
    return msgspec.json.encode(value).decode()


def _of_page(record: Record, page_of: PageFinder, absent: "_Absent") -> Iterator[str]:
    if absent.has(record):
        absent.add(record)
        return
    try:
        page = page_of(record)
    except GovarchiveError as problem:
        absent.add(record, f"its page cannot be read: {problem}")
        return
    if page is None:
        absent.add(record, f"its page {record.page} ({record.source}) is not among the pages given, or has changed")
        return
    absent.found = True
    printed = page.text[record.start : record.stop]
    if printed != record.text and not (record.kind in PERSONAL and mask(printed) == record.text):
        shown = f"{printed!r}, not {record.text!r}"
        yield f"its page has {_shown(shown, record)} at [{record.start}, {record.stop})"


def _shown(text: str, record: Record) -> str:
    return mask(text) if record.kind in PERSONAL else text
