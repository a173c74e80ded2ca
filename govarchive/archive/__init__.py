"""The archive: one SQLite file with pages, records, imports and rejects, readable by any SQLite tool."""

from govarchive.archive.conditions import Query
from govarchive.archive.opening import open_archive
from govarchive.archive.store import Archive

__all__ = ["Archive", "Query", "open_archive"]
