"""A capture that was kept torn, and is met whole later: the whole page takes the torn one's place."""

from typing import NamedTuple

from govarchive.archive.failing import translated
from govarchive.archive.store import Archive, drop_unread_texts


class Mended(NamedTuple):
    """How many pages took the place of torn ones: those that were new, and those that were kept before beside them."""

    new: int
    known: int


def mend(archive: Archive, import_number: int) -> Mended:
    """Puts the whole pages that an import met in the place of torn ones of earlier imports, and commits.

    A torn page is one with a reject as Damaged under its source. The whole one has none, and is the same capture: of
    the same address at the same time to the second; or it was read from the same place of the same file, agrees in
    address and time as far as there are any, and begins with the first half of the torn text. Imports that met the
    torn page count as having met the whole one, so taking back the later leaves the whole page to the earlier; the
    rejects are marked as tried again by this import. The page is said to come from where it was read whole. What the
    import met torn itself stays.
    """
    with translated(archive.path):
        archive.begin()
        try:
            pairs = archive.db.execute(_PAIRS, {"import": import_number}).fetchall()
            whole = {row["whole"]: bool(row["known"]) for row in pairs}
            for row in pairs:
                for statement in _REPLACE:
                    archive.db.execute(statement, {"import": import_number, **dict(row)})
            if pairs:
                drop_unread_texts(archive.db)
        except BaseException:
            archive.db.rollback()
            raise
        archive.commit()
    known = sum(whole.values())
    return Mended(len(whole) - known, known)


# Both go out from the pages of the import, so that the time is that of its pages, not of the archive's.
_SAME_MOMENT = """
SELECT torn.number AS torn, whole.number AS whole
FROM brought CROSS JOIN page AS whole ON whole.number = brought.page
CROSS JOIN page AS torn ON torn.url = whole.url AND torn.captured_at = whole.captured_at
WHERE brought.import = :import AND whole.captured_at GLOB '*T*:*:*'
    AND EXISTS (
        SELECT 1 FROM source JOIN reject ON reject.import = source.import AND reject.source = source.path
        WHERE source.page = torn.number AND reject.error = 'Damaged')
"""
_SAME_PLACE = """
SELECT torn.number, whole.number
FROM (SELECT DISTINCT hurt_in AS number FROM met) AS hurt_import
CROSS JOIN source AS was ON was.import = hurt_import.number
CROSS JOIN met ON met.path = was.path AND met.hurt_in = was.import
CROSS JOIN page AS torn ON torn.number = was.page
CROSS JOIN page AS whole ON whole.number = met.page
WHERE whole.url IS torn.url AND whole.captured_at IS torn.captured_at
    AND (SELECT folder FROM import WHERE number = met_in) = (SELECT folder FROM import WHERE number = hurt_in)
    AND (
        SELECT substr(new.text, 1, length(old.text) / 2) = substr(old.text, 1, length(old.text) / 2)
        FROM text AS new, text AS old WHERE new.number = whole.text_number AND old.number = torn.text_number)
"""
_PAIRS = f"""
WITH hurt AS MATERIALIZED (SELECT import, source FROM reject WHERE error = 'Damaged' AND import <> :import),
    met AS MATERIALIZED (
        SELECT hurt.import AS hurt_in, now.import AS met_in, now.path, now.page
        FROM brought CROSS JOIN source AS now ON now.page = brought.page CROSS JOIN hurt ON hurt.source = now.path
        WHERE brought.import = :import),
    pair AS ({_SAME_MOMENT} UNION {_SAME_PLACE})
SELECT torn, min(whole) AS whole, EXISTS (
    SELECT 1 FROM brought WHERE page = whole AND import <> :import) AS known
FROM pair
WHERE torn <> whole AND NOT EXISTS (SELECT 1 FROM brought WHERE page = torn AND import = :import)
    AND NOT EXISTS (
        SELECT 1 FROM source JOIN reject ON reject.source = source.path
        WHERE source.page = whole AND reject.import IN (:import, source.import) AND reject.error = 'Damaged')
GROUP BY torn
"""
_REPLACE = (
    """
    UPDATE reject SET retried = :import WHERE retried IS NULL AND error = 'Damaged'
        AND (import, source) IN (SELECT import, path FROM source WHERE page = :torn)
    """,
    "INSERT OR IGNORE INTO brought SELECT import, :whole FROM brought WHERE page = :torn",
    # What recurs on a site may be something else without the torn page.
    "UPDATE page SET template = NULL "
    "WHERE home = (SELECT home FROM page WHERE number = :torn) AND template IS NOT NULL",
    "DELETE FROM page WHERE number = :torn",
)
