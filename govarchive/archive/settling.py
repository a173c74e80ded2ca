"""What the pass over a home (a site, or a folder of pages without addresses) reads and writes: see jobs/parts.py."""

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import msgspec

from govarchive.archive.failing import translated
from govarchive.archive.store import Archive
from govarchive.model import Block

_CHUNK = 100
"""Pages settled in one transaction."""


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where a record stands on its page, which tells it among those of the page, and the part noted for it."""

    start: int
    stop: int
    kind: str
    part: str | None


class Unsettled(NamedTuple):
    """A page whose records wait to be told what part they are in; `dated` where it states when it was published."""

    number: int
    text: str
    blocks: list[Block]
    dated: bool
    records: list[Place]


def unsettled_homes(archive: Archive) -> list[str]:
    """The homes with pages that no template, or not all the same one, was applied to."""
    with translated(archive.path):
        return [row[0] for row in archive.db.execute(_UNSETTLED)]


_UNSETTLED = """
SELECT home FROM page GROUP BY home HAVING count(template) < count(*) OR min(template) <> max(template) ORDER BY home
"""


def sample(archive: Archive, home: str, most: int, rank: Callable[[str], int]) -> Mapping[str, list[int]]:
    """The numbers of the texts that stood at some addresses of a home: those `most` that `rank` puts first.

    An address may have had several, one for each capture that read anew. A page without one goes by its source.
    """
    with translated(archive.path):
        chosen: dict[str, list[int]] = {unit: [] for unit in _first(archive, home, most, rank)}
        for unit, texts in chosen.items():
            texts += [row[0] for row in archive.db.execute(_TEXTS, (unit, home))]
        if not all(chosen.values()):  # what has no address is in no index
            for unit, text in archive.db.execute(_TEXTS_OF_SOURCES, (home,)):
                if unit in chosen:
                    chosen[unit].append(text)
    return chosen


def _first(archive: Archive, home: str, most: int, rank: Callable[[str], int]) -> list[str]:
    """The addresses that `rank` puts first. Each of a home is looked at, so this costs as little as can be."""
    kept: list[tuple[int, str]] = []  # a heap, the last in rank on top
    known: set[str] = set()
    for (unit,) in archive.db.execute(_UNITS, (home,)):
        place = (-rank(unit), unit)
        if (len(kept) < most or place > kept[0]) and unit not in known:
            known.add(unit)
            if len(kept) < most:
                heapq.heappush(kept, place)
            else:
                known.remove(heapq.heapreplace(kept, place)[1])
    return [unit for _, unit in sorted(kept, reverse=True)]


_UNITS = "SELECT coalesce(url, source) FROM page WHERE home = ?"
_TEXTS = "SELECT DISTINCT text_number FROM page WHERE url = ? AND home = ? ORDER BY text_number"
_TEXTS_OF_SOURCES = (
    "SELECT DISTINCT source AS unit, text_number FROM page WHERE home = ? AND url IS NULL ORDER BY unit, text_number"
)


def text_of(archive: Archive, number: int) -> tuple[str, list[Block]]:
    """The text with that number, and its blocks if any of them is not visible; none that was taken back meanwhile."""
    with translated(archive.path):
        row = archive.db.execute("SELECT text, blocks FROM text WHERE number = ?", (number,)).fetchone()
    if row is None:
        return "", []
    return row["text"], _blocks(row["blocks"]) if '"meta"' in row["blocks"] else []


def unsettle(archive: Archive, home: str, template: int) -> None:
    """Lays open all pages of a home that another template was applied to, and commits."""
    with translated(archive.path):
        archive.begin()
        archive.db.execute("UPDATE page SET template = NULL WHERE home = ? AND template <> ?", (home, template))
        archive.commit()


def settle_pages(
    archive: Archive, home: str, template: int, parts_of: Callable[[Unsettled], Iterable[str | None]]
) -> int:
    """Notes the part of each record on the open pages of a home, as `parts_of` tells; commits every few pages.

    Gives the number of records whose part is another one now.
    """
    changed = last = 0
    with translated(archive.path):
        while True:
            archive.begin()  # before they are read, as somebody else may find their records anew
            pages = _open_pages(archive, home, last)
            for page in pages:
                changed += _write(archive, page, list(parts_of(page)))
                last = page.number
            settled = [(template, page.number) for page in pages]
            archive.db.executemany("UPDATE page SET template = ? WHERE number = ?", settled)
            archive.commit()
            if not pages:
                return changed


def _write(archive: Archive, page: Unsettled, parts: list[str | None]) -> int:
    """Notes the parts of the records of a page; gives how many are new."""
    now = list(zip(page.records, parts, strict=True))
    new = [(it, part) for it, part in now if it.part != part]
    if len(new) > 1:
        # Most records of most pages are in the same part: one statement for all is ten times as fast as one for each.
        usual = Counter(part for _, part in new).most_common(1)[0][0]
        others = [(it, part) for it, part in now if part != usual]
        if len(others) < len(new):
            archive.db.execute("UPDATE record SET part = ? WHERE page = ?", (usual, page.number))
            _write_each(archive, page.number, others)
            return len(new)
    _write_each(archive, page.number, new)
    return len(new)


def _write_each(archive: Archive, number: int, parts: list[tuple[Place, str | None]]) -> None:
    archive.db.executemany(_SET_PART, [(part, number, it.start, it.stop, it.kind) for it, part in parts])


_SET_PART = "UPDATE record SET part = ? WHERE page = ? AND start = ? AND stop = ? AND kind = ?"


def _open_pages(archive: Archive, home: str, last: int) -> list[Unsettled]:
    """Some of the open pages behind one, in order: more may come meanwhile, with higher numbers."""
    return [
        Unsettled(row["number"], row["text"], _blocks(row["blocks"]), row["dated"], _places(archive, row["number"]))
        for row in archive.db.execute(_OPEN, (home, last, _CHUNK)).fetchall()
    ]


_OPEN = """
SELECT page.number, text, blocks, published_at IS NOT NULL AS dated FROM page JOIN text ON text.number = text_number
WHERE home = ? AND template IS NULL AND page.number > ? ORDER BY page.number LIMIT ?
"""


def _places(archive: Archive, number: int) -> list[Place]:
    row = archive.db.execute(_PLACES, (number,)).fetchone()
    return _decode_places(row[0])


# In one row, as each costs more than what is in it.
_PLACES = "SELECT json_group_array(json_array(start, stop, kind, part)) FROM record WHERE page = ?"
_decode_places = msgspec.json.Decoder(list[Place]).decode
_blocks = msgspec.json.Decoder(list[Block]).decode
