"""Questions to the archive. Values arrive in normal form; how people type them is the caller's business."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from govarchive.archive.failing import translated
from govarchive.archive.rows import site_of, to_page, to_record
from govarchive.archive.store import Archive
from govarchive.errors import GovarchiveError
from govarchive.model import PERSONAL, Page, Record, mask
from govarchive.text.keys import key
from govarchive.text.personal_numbers import Numbers, discreet, may_tell, numbers_of

COUNTS = {
    "kind": "kind",
    "value": "value",
    "label": "label",
    "site": "site",
    "role": "json_extract(details, '$.role')",
    "institution": "coalesce(json_extract(details, '$.institution'), CASE kind WHEN 'institution' THEN value END)",
    "year": "substr(counts_on, 1, 4)",
}
"""What `count_by` can count by, as SQL."""

_SAME = COUNTS | {
    "value": "CASE WHEN kind IN ('institution', 'person', 'place') THEN value_key ELSE value END",
    "label": "label_key",
    "role": "role_key",
    # Of the names of a body the one that is printed stands first.
    "institution": "substr(institution_key, 1, instr(institution_key || ' | ', ' | ') - 1)",
}
"""What makes two of them one, as SQL: names are one whatever their capitals, quotes and dashes."""

_FAX = "факс"
_ORDER = "page_number, start, stop, kind"


@dataclass(frozen=True, slots=True)
class Query:
    """What records to look for; empty fields do not limit. Names match by whole words in any case.

    A role matches where it begins so: `кмет` finds `кмет на кметство`, but no deputies (`заместник-кмет`); or else
    `office` is held at one of the bodies `held_at` (of which an empty name stands for one that the page does not tell)
    and has the field or unit `unit`. `genders` are two names of one office, for a man and a woman: where role or office
    begins with the first, the second meets it, too. A person's words may stand in any order with others between them;
    an initial (`С.`) stands for any word that begins so.

    `values` are normal forms of which one must be met (by a telephone number with any extension, too), or else one of
    `dates`, with which a date begins (`2014-02`), of `documents`, which may have a date behind them, or of `endings`,
    the last digits of telephone numbers. `institutions` are names of one body, of which one must be met. `labels` has
    the forms of each word that the label must hold; `факс` is met by fax numbers with any label. `since` and `until`
    are dates to the year, month or day, both included, compared with the date that counts. Records with a score below
    `min_score` are left out.
    """

    kinds: Sequence[str] = ()
    values: Sequence[str] = ()
    dates: Sequence[str] = ()
    documents: Sequence[str] = ()
    endings: Sequence[str] = ()
    person: str = ""
    role: str = ""
    office: str = ""
    held_at: Sequence[str] = ()
    unit: str = ""
    genders: Sequence[str] = ()
    institutions: Sequence[str] = ()
    label: str = ""
    labels: Sequence[Sequence[str]] = ()
    site: str = ""
    since: str = ""
    until: str = ""
    valid: bool | None = None
    min_score: float = 0.0
    limit: int | None = None

    def where(self) -> tuple[str, list[Any]]:
        """The SQL condition and its arguments."""
        parts: list[tuple[str, list[Any]]] = []
        if self.kinds:
            parts.append((f"kind IN ({_marks(self.kinds)})", list(self.kinds)))
        if self.values or self.dates:
            parts.append(self._value_condition())
        if self.person:
            parts += [("kind = 'person'", []), *_named(self.person)]
        if self.institutions:
            parts.append(_any([_has_words("institution_key", name) for name in self.institutions]))
        if self.label:
            parts.append(_has_words("label_key", self.label))
        parts += [_labelled(forms) for forms in self.labels]
        if self.min_score > 0:
            parts.append(("score >= ?", [self.min_score]))
        if self.role:
            parts.append(self._role_condition())
        parts += self._page_conditions()
        return " AND ".join(sql for sql, _ in parts) or "1", [value for _, values in parts for value in values]

    def _value_condition(self) -> tuple[str, list[Any]]:
        keys = sorted({key(value) for value in self.values} - {""})
        same = f"value IN ({_marks(self.values)}) OR value_key IN ({_marks(keys)})"
        begins = [("kind = 'date' AND substr(value, 1, ?) = ?", [len(it), it]) for it in self.dates]
        begins += [("kind = 'document' AND instr(value || '/', ?)", [f"{it}/"]) for it in self.documents]
        begins += [("kind = 'phone' AND substr(value, -?) = ?", [len(it), it]) for it in self.endings]
        # The same number with an extension.
        lines = [f"{it};" for it in self.values if it[:1] == "+"]
        begins += [("kind = 'phone' AND substr(value, 1, ?) = ?", [len(it), it]) for it in lines]
        return _any([(same, [*self.values, *keys]), *begins])

    def _role_condition(self) -> tuple[str, list[Any]]:
        whole = self._has_role(self.role)
        if not self.office:
            return whole
        held = [self._has_role(self.office)]
        if self.held_at:
            held.append(_any([_is_at(name) for name in self.held_at]))
        if self.unit:
            said = (self.unit, self.unit.capitalize(), self.unit.upper())
            held.append(_any([("instr(json_extract(details, '$.unit'), ?)", [it]) for it in said]))
        sql, values = " AND ".join(sql for sql, _ in held), [value for _, values in held for value in values]
        return _any([whole, (f"({sql})", values)])

    def _has_role(self, role: str) -> tuple[str, list[Any]]:
        names = [role]
        if self.genders and role.startswith(self.genders[0]):
            names.append(self.genders[1] + role.removeprefix(self.genders[0]))
        return _any([("role_key || ' ' LIKE ?", [f"{key(name)} %"]) for name in names])

    def _page_conditions(self) -> Iterator[tuple[str, list[Any]]]:
        if self.site:
            site = site_of(self.site) or ""
            yield "(site = ? OR substr(site, -?) = ?)", [site, len(site) + 1, f".{site}"]
        if self.since:
            # A date known to the year alone is met by any day of that year, at both ends.
            yield "counts_on >= substr(?, 1, length(counts_on))", [self.since]
        if self.until:
            yield "substr(counts_on, 1, ?) <= ?", [len(self.until), self.until]
        if self.valid is not None:
            yield "valid IS ?", [int(self.valid)]


def find(archive: Archive, query: Query) -> Iterator[Record]:
    """The records that match, in the order of import and of position on the page."""
    where, values = query.where()
    sql = f"SELECT * FROM records WHERE {where} ORDER BY {_ORDER}"
    with translated(archive.path):
        for row in archive.db.execute(_limited(sql, query), values):
            yield to_record(row)


def discreetly(archive: Archive, records: Iterable[Record]) -> Iterator[Record]:
    """Records of the archive without the personal numbers of their pages in their addresses and sources."""
    page, numbers = "", numbers_of(())
    for record in records:
        if may_tell(record):
            if page != record.page:
                page, numbers = record.page, _numbers_on(archive, record.page)
            record = discreet(record, numbers)
        yield record


def _numbers_on(archive: Archive, page_id: str) -> Numbers:
    """The personal numbers of a page."""
    sql = f"SELECT text FROM records WHERE page = ? AND kind IN ({_marks(sorted(PERSONAL))})"
    with translated(archive.path):
        return numbers_of(row[0] for row in archive.db.execute(sql, (page_id, *sorted(PERSONAL))))


class Count(NamedTuple):
    """How many records say `what`, and on which days the first and the last of them count, where any has one."""

    what: str | None
    number: int
    first: str | None
    last: str | None


def count_by(archive: Archive, query: Query, field: str, *, unmask: bool = False) -> list[Count]:
    """How many matching records there are for each value of a field of COUNTS, the most frequent first.

    Of the spellings of a name the most frequent one is told. Personal numbers are masked, each counted by itself,
    unless `unmask`.
    """
    where, values = query.where()
    personal = ", ".join(f"'{name}'" for name in sorted(PERSONAL))
    # Of spellings that are as frequent the least is told, lest it depend on the order of rows.
    sql = f"""WITH spelling AS (
            SELECT {COUNTS[field]} AS what, {_SAME[field]} AS same, count(*) AS number,
                min(substr(counts_on, 1, 10)) AS first, max(substr(counts_on, 1, 10)) AS last,
                max(kind IN ({personal})) AS personal
            FROM records WHERE {where} GROUP BY same, what)
        SELECT substr(min(printf('%012d', 999999999999 - number) || what), 13) AS what, sum(number) AS number,
            min(first) AS first, max(last) AS last, max(personal) AS personal
        FROM spelling GROUP BY same ORDER BY sum(number) DESC, what"""
    with translated(archive.path):
        rows = archive.db.execute(_limited(sql, query), values).fetchall()
    hide = field == "value" and not unmask
    return [
        Count(
            mask(row["what"]) if hide and row["personal"] and row["what"] else row["what"],
            row["number"],
            row["first"],
            row["last"],
        )
        for row in rows
    ]


def by_id(archive: Archive, prefix: str) -> Record | Page:
    """The record or page whose id begins so. Raises GovarchiveError when there is none or more than one."""
    with translated(archive.path):
        records = archive.db.execute(_RECORD_BY_ID, _range(prefix)).fetchall()
        pages = archive.db.execute(_PAGE_BY_ID, _range(prefix)).fetchall()
    row = _only([*records, *pages], "record or page" if bool(records) == bool(pages) else _WHAT[not records], prefix)
    return to_record(row) if records else to_page(row)


_RECORD_BY_ID = "SELECT * FROM records WHERE id >= ? AND id < ? LIMIT 2"
_PAGE_BY_ID = "SELECT * FROM pages WHERE id >= ? AND id < ? LIMIT 2"
_WHAT = ("record", "page")


def page_by_id(archive: Archive, prefix: str) -> Page:
    """The page whose id begins so. Raises GovarchiveError when there is none or more than one."""
    with translated(archive.path):
        rows = archive.db.execute(_PAGE_BY_ID, _range(prefix)).fetchall()
    return to_page(_only(rows, "page", prefix))


def _range(prefix: str) -> tuple[str, str]:
    """The first id that begins so and the first after all that do; ids are hexadecimal in lower case."""
    return prefix.lower(), prefix.lower() + "g"


def _only(rows: Sequence[Any], what: str, prefix: str) -> Any:
    if not rows:
        raise GovarchiveError(f"no {what} has an id that begins with {prefix}")
    if len(rows) > 1:
        raise GovarchiveError(f"more than one {what} has an id that begins with {prefix}: give more of its digits")
    return rows[0]


def _is_at(name: str) -> tuple[str, list[Any]]:
    return _has_words("institution_key", name) if name else ("institution_key IS NULL", [])


def _has_words(column: str, text: str) -> tuple[str, list[Any]]:
    """The words of `text` next to each other somewhere in the column; keys hold letters, digits and spaces only."""
    return f"instr(' ' || {column} || ' ', ?)", [f" {key(text)} "]


_TYPED = re.compile(r"(?P<initial>[^\W_]\b(?!['-])\.? | [^\W_]+\.) | (?P<word>[^\W_]+)", re.VERBOSE)


def _named(person: str) -> Iterator[tuple[str, list[Any]]]:
    """Every word that was typed is a word of the name, every initial the beginning of one of the others."""
    typed = list(_TYPED.finditer(person))
    rest, words = "' ' || value_key || ' '", [key(it["word"]) for it in typed if it["word"]]
    for word in words:
        yield "instr(' ' || value_key || ' ', ?)", [f" {word} "]
        rest = f"replace({rest}, ?, ' ')"
    for it in typed:
        if it["initial"]:
            yield f"instr({rest}, ?)", [*(f" {word} " for word in words), f" {key(it['initial'])}"]


def _labelled(forms: Sequence[str]) -> tuple[str, list[Any]]:
    """A label that holds one of the forms of a word; a fax number is one whatever its label."""
    by_label = [_has_words("label_key", it) for it in forms]
    return _any([*by_label, ("json_extract(details, '$.fax')", [])] if _FAX in forms else by_label)


def _any(conditions: Sequence[tuple[str, list[Any]]]) -> tuple[str, list[Any]]:
    return f"({' OR '.join(sql for sql, _ in conditions)})", [value for _, values in conditions for value in values]


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _limited(sql: str, query: Query) -> str:
    return sql if query.limit is None else f"{sql} LIMIT {query.limit:d}"


def records_of(archive: Archive, page_id: str) -> list[Record]:
    """All records of a page, by the full id of the page, in order of position."""
    sql = f"SELECT * FROM records WHERE page = ? ORDER BY {_ORDER}"
    with translated(archive.path):
        return [to_record(row) for row in archive.db.execute(sql, (page_id,))]
