"""Questions to the archive. Values arrive in normal form; how people type them is the caller's business."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from govarchive.archive.conditions import Query
from govarchive.archive.discretion import hidden
from govarchive.archive.failing import translated
from govarchive.archive.rows import to_page, to_record
from govarchive.archive.store import Archive
from govarchive.errors import GovarchiveError
from govarchive.model import CONTACTS, PERSONAL, Page, Record, mask

COUNTS = {
    "kind": "kind",
    "value": "value",
    "label": "label",
    "site": "site",
    "role": "json_extract(details, '$.role')",
    # Who serves in a unit counts for the body around it.
    "institution": (
        "coalesce(json_extract(details, '$.body'), json_extract(details, '$.institution'),"
        " CASE kind WHEN 'institution' THEN value END)"
    ),
    "year": "substr(counts_on, 1, 4)",
}
"""What `count_by` can count by, as SQL."""

ABLE = {"role": ("person",), "institution": ("institution", "person", *sorted(CONTACTS))}
"""The kinds that can have such a field; others count as having none only where one asks for them."""

_TELLING = ("value", "site")
"""The fields in which a personal number may stand."""

_SAME = COUNTS | {
    "value": "CASE WHEN kind IN ('institution', 'person', 'place') THEN value_key ELSE value END",
    "label": "label_key",
    "role": "role_key",
    # Of the names of a body the one that is the same however it is printed stands first.
    "institution": "substr(institution_key, 1, instr(institution_key || ' | ', ' | ') - 1)",
}
"""What makes two of them one, as SQL: names are one whatever their capitals, quotes and dashes."""

_ORDER = "page_number, start, stop, kind"


def find(archive: Archive, query: Query) -> Iterator[Record]:
    """The records that match, in the order of import and of position on the page."""
    where, values = query.where()
    sql = f"SELECT * FROM records WHERE {where} ORDER BY {_ORDER}"
    with translated(archive.path):
        for row in archive.db.execute(_limited(sql, query), values):
            yield to_record(row)


class Count(NamedTuple):
    """How many records say `what`, and on which days the first and the last of them count, where any has one."""

    what: str | None
    number: int
    first: str | None
    last: str | None


def count_by(archive: Archive, query: Query, field: str, *, unmask: bool = False) -> list[Count]:
    """How many matching records there are for each value of a field of COUNTS, the most frequent first.

    Unless the query names kinds, only records that can have the field are counted: no telephone has a role.
    Of the spellings of a name the most frequent one is told. Personal numbers are masked, each counted by itself,
    unless `unmask`.
    """
    where, values = replace(query, kinds=query.kinds or ABLE.get(field, ())).where()
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
    found = (Count(row["what"], row["number"], row["first"], row["last"]) for row in rows)
    if unmask or field not in _TELLING:
        return list(found)
    if field == "site":
        return [it._replace(what=hidden(archive, it.what)) for it in found]
    return [
        it._replace(what=mask(it.what)) if it.what and row["personal"] else it
        for it, row in zip(found, rows, strict=True)
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


def _limited(sql: str, query: Query) -> str:
    return sql if query.limit is None else f"{sql} LIMIT {query.limit:d}"


def records_of(archive: Archive, page_id: str) -> list[Record]:
    """All records of a page, by the full id of the page, in order of position."""
    sql = f"SELECT * FROM records WHERE page = ? ORDER BY {_ORDER}"
    with translated(archive.path):
        return [to_record(row) for row in archive.db.execute(sql, (page_id,))]
