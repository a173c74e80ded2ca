"""Personal numbers of pages in what is told beside their text: addresses and sources, paths and options of imports."""

from collections.abc import Iterable, Iterator
from typing import TypeVar, cast

from govarchive.archive.conditions import marks
from govarchive.archive.failing import translated
from govarchive.archive.store import Archive
from govarchive.model import PERSONAL, Record
from govarchive.text.codes.personal_numbers import Numbers, discreet, may_tell, numbers_of, possible, without, words_of

_AT_ONCE = 500
_KINDS = sorted(PERSONAL)
_T = TypeVar("_T")


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
    sql = f"SELECT text FROM records WHERE page = ? AND kind IN ({marks(_KINDS)})"
    with translated(archive.path):
        return numbers_of(row[0] for row in archive.db.execute(sql, (page_id, *_KINDS)))


def hidden(archive: Archive, said: _T) -> _T:
    """What was said, with the personal numbers masked that any page of the archive names as such.

    Of lists and of what has names every word is looked at; no other thing is changed.
    """
    return cast(_T, without(said, numbers_of(known_among(archive, words_of(said)))))


def known_among(archive: Archive, words: Iterable[str]) -> Iterator[str]:
    """Those numbers in the words that a page of the archive names as personal ones, of digits alone."""
    asked = sorted({it for word in words for of_size in possible(word).values() for it in of_size})
    with translated(archive.path):
        for at in range(0, len(asked), _AT_ONCE):
            some = asked[at : at + _AT_ONCE]
            sql = f"SELECT value FROM record WHERE kind IN ({marks(_KINDS)}) AND value_key IN ({marks(some)})"
            yield from (row[0] for row in archive.db.execute(sql, (*_KINDS, *some)))
