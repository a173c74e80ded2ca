"""The SQL of the steps in which the schema of the archive was made: see migrations.py. None is ever changed."""

FIRST = """
CREATE TABLE import (
    number INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,      -- UTC, ISO 8601
    finished_at TEXT,              -- null while it runs, and for good when it was broken off
    version TEXT NOT NULL,         -- of govarchive
    paths TEXT NOT NULL            -- as given, a JSON array
) STRICT;

CREATE TABLE page (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,       -- 16 hex digits from sha256, url and captured_at
    source TEXT NOT NULL,          -- the path it was first read from, all are in the table source
    sha256 TEXT NOT NULL,
    url TEXT,
    site TEXT,                     -- the host of the url, without www.
    captured_at TEXT,
    published_at TEXT,
    media_type TEXT NOT NULL,
    encoding TEXT NOT NULL,
    encoding_from TEXT NOT NULL,
    title TEXT,
    dates TEXT NOT NULL,           -- what the metadata states, a JSON object
    blocks TEXT NOT NULL,          -- [kind, start, stop, part] each, a JSON array
    text TEXT NOT NULL,            -- spans of records count its code points
    rules TEXT NOT NULL            -- the version of govarchive that found its records
) STRICT;

CREATE TABLE source (
    page INTEGER NOT NULL REFERENCES page (number) ON DELETE CASCADE,
    path TEXT NOT NULL,            -- as given on the command line
    import INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
    PRIMARY KEY (page, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    page INTEGER NOT NULL REFERENCES page (number) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,              -- 16 hex digits from the page's id, kind and span
    value TEXT,
    text TEXT NOT NULL,
    label TEXT,
    valid INTEGER,                 -- 1 passed, 0 failed, null: nothing to check
    problems TEXT NOT NULL,        -- a JSON array
    score REAL NOT NULL,
    rule TEXT NOT NULL,
    details TEXT NOT NULL,         -- a JSON object
    part TEXT,                     -- template, article or null
    counts_on TEXT,                -- the date that counts: of capture in the template, of publication in the article
    value_key TEXT,                -- the value, label, role and institution for comparing: lower case, words only
    label_key TEXT,
    role_key TEXT,
    institution_key TEXT,          -- with " | " between the name, its short and its full form
    PRIMARY KEY (page, start, stop, kind)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX record_by_id ON record (id);
CREATE INDEX record_by_value ON record (kind, value_key);
CREATE INDEX page_by_site ON page (site);

CREATE TABLE reject (
    import INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
    source TEXT NOT NULL,
    error TEXT NOT NULL,           -- the class of the error
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL,
    PRIMARY KEY (import, source)
) STRICT, WITHOUT ROWID;
"""

SECOND = """
CREATE TABLE text (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,   -- of the text, a zero byte and the blocks, in UTF-8
    text TEXT NOT NULL,            -- spans of records count its code points
    blocks TEXT NOT NULL           -- [kind, start, stop, part] each, a JSON array
) STRICT;

INSERT INTO text (sha256, text, blocks) SELECT DISTINCT text_digest(text, blocks), text, blocks FROM page;

CREATE TABLE new_page (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,       -- 16 hex digits from sha256, url and captured_at
    source TEXT NOT NULL,          -- the path it was first read from, all are in the table source
    sha256 TEXT NOT NULL,          -- of the bytes read
    digest TEXT,                   -- of the payload, as its container states it
    url TEXT,
    site TEXT,                     -- the host of the url, without www.
    home TEXT NOT NULL,            -- whose template it has: the site, else the folder of its source
    captured_at TEXT,
    published_at TEXT,
    media_type TEXT NOT NULL,
    encoding TEXT NOT NULL,
    encoding_from TEXT NOT NULL,
    title TEXT,
    dates TEXT NOT NULL,           -- what the metadata states, a JSON object
    text_number INTEGER NOT NULL REFERENCES text (number),
    rules TEXT NOT NULL,           -- the version of the rules that found its records
    stated_sha256 TEXT NOT NULL DEFAULT '',   -- of its title, encoding, dates and text: see archive/seals.py
    records_sha256 TEXT NOT NULL DEFAULT '',  -- of its records without their parts, and of published_at
    template INTEGER,              -- by which template the parts of its records were settled; null: not yet
    -- A date of an unknown year (XXXX-05-14) is before and after no other, and so counts for none.
    captured_on TEXT AS (CASE WHEN captured_at GLOB '[0-9][0-9][0-9][0-9]*' THEN captured_at END) STORED,
    published_on TEXT AS (CASE WHEN published_at GLOB '[0-9][0-9][0-9][0-9]*' THEN published_at END) STORED
) STRICT;

INSERT INTO new_page (
    number, id, source, sha256, url, site, home, captured_at, published_at, media_type, encoding, encoding_from, title,
    dates, text_number, rules)
SELECT page.number, id, source, page.sha256, url, site, home_of(site, source), captured_at, published_at, media_type,
    encoding, encoding_from, title, dates, text.number, rules
FROM page JOIN text ON text.sha256 = text_digest(page.text, page.blocks);

DROP TABLE page;
ALTER TABLE new_page RENAME TO page;
CREATE INDEX page_by_site ON page (site);
CREATE INDEX page_by_home ON page (home, template);
CREATE INDEX page_by_text ON page (text_number);
CREATE INDEX page_by_url ON page (url, captured_at) WHERE url IS NOT NULL;
CREATE INDEX page_by_digest ON page (digest) WHERE digest IS NOT NULL;

CREATE TABLE new_record (
    page INTEGER NOT NULL REFERENCES page (number) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,              -- 16 hex digits from the page's id, kind and span
    value TEXT,
    text TEXT NOT NULL,
    label TEXT,
    valid INTEGER,                 -- 1 passed, 0 failed, null: nothing to check
    problems TEXT NOT NULL,        -- a JSON array
    score REAL NOT NULL,
    rule TEXT NOT NULL,
    details TEXT NOT NULL,         -- a JSON object
    part TEXT,                     -- template, article or null
    value_key TEXT,                -- the value, label, role and institution for comparing: lower case, words only
    label_key TEXT,
    role_key TEXT,
    institution_key TEXT,          -- with " | " between the name, its short and its full form
    PRIMARY KEY (page, start, stop, kind)
) STRICT, WITHOUT ROWID;

INSERT INTO new_record
SELECT page, start, stop, kind, id, value, text, label, valid, problems, score, rule, details, part, value_key,
    label_key, role_key, institution_key
FROM record;

DROP TABLE record;
ALTER TABLE new_record RENAME TO record;
CREATE UNIQUE INDEX record_by_id ON record (id);
CREATE INDEX record_by_value ON record (kind, value_key);

CREATE TABLE new_import (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given again, also after the import was taken back
    started_at TEXT NOT NULL,      -- UTC, ISO 8601
    finished_at TEXT,              -- null while it runs, and for good when it was broken off
    version TEXT NOT NULL,         -- of govarchive
    folder TEXT,                   -- in which it was run, absolute; null where that is not known
    paths TEXT NOT NULL,           -- as given, a JSON array
    options TEXT NOT NULL DEFAULT '{}',  -- a JSON object
    report TEXT                    -- a JSON object; null until it is finished
) STRICT;

INSERT INTO new_import (number, started_at, finished_at, version, paths)
SELECT number, started_at, finished_at, version, paths FROM import;

DROP TABLE import;
ALTER TABLE new_import RENAME TO import;

CREATE TABLE new_reject (
    import INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
    source TEXT NOT NULL,
    nth INTEGER NOT NULL,          -- of those with this source, from 1: a page may be damaged in two ways
    error TEXT NOT NULL,           -- the class of the error
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL,
    retried INTEGER,               -- the import that tried it again
    PRIMARY KEY (import, source, nth)
) STRICT, WITHOUT ROWID;

INSERT INTO new_reject SELECT import, source, 1, error, reason, remedy, NULL FROM reject;

DROP TABLE reject;
ALTER TABLE new_reject RENAME TO reject;

CREATE TABLE brought (             -- which pages an import met, also those that were kept already
    import INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
    page INTEGER NOT NULL REFERENCES page (number) ON DELETE CASCADE,
    PRIMARY KEY (import, page)
) STRICT, WITHOUT ROWID;

INSERT INTO brought SELECT DISTINCT import, page FROM source;
CREATE INDEX brought_by_page ON brought (page);
CREATE INDEX source_by_import ON source (import);

CREATE VIEW pages AS               -- each capture with its text, for people
SELECT page.number, id, source, page.sha256, digest, url, site, captured_at, published_at, media_type, encoding,
    encoding_from, title, dates, text.text, text.blocks, rules
FROM page JOIN text ON text.number = page.text_number;

CREATE VIEW records AS             -- each record as it is written out, with the date that counts
SELECT 1 AS schema, record.id, kind, value, record.text, start, stop, label, valid, problems, score, rule, details,
    part, page.id AS page, url, source, captured_at, published_at, site,
    CASE part
        WHEN 'template' THEN captured_on
        WHEN 'article' THEN published_on
        ELSE coalesce(captured_on, published_on)
    END AS counts_on,
    record.page AS page_number, value_key, label_key, role_key, institution_key
FROM record JOIN page ON page.number = record.page;
"""

THIRD = """
DROP VIEW records;

CREATE VIEW records AS             -- each record as it is written out, with the date that counts
SELECT 1 AS schema, record.id, kind, value, record.text, start, stop, label, valid, problems, score, rule, details,
    part, page.id AS page, url, source, captured_at, published_at, site,
    CASE part
        WHEN 'template' THEN captured_on
        WHEN 'article' THEN coalesce(published_on, captured_on)
        ELSE coalesce(captured_on, published_on)
    END AS counts_on,
    record.page AS page_number, value_key, label_key, role_key, institution_key
FROM record JOIN page ON page.number = record.page;
"""
