-- The first shape of the journal. A later one is a file of the next number; journal/store.py applies them in order.
CREATE TABLE editions (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,               -- of the dated folder: 2026-11-24, 2026-11-24-evening
    day    TEXT NOT NULL,
    digest TEXT                                -- of its brief.json; NULL: nothing was written
) STRICT;
CREATE TABLE sources (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    edition INTEGER NOT NULL REFERENCES editions,  -- the first one it gave articles to
    silent  INTEGER NOT NULL DEFAULT 0         -- runs in a row in which it gave nothing
) STRICT;
CREATE TABLE articles (
    id     INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,               -- hash of its source and its address, or the id it has there
    source TEXT NOT NULL,
    title  TEXT,
    url    TEXT,
    seen   TEXT NOT NULL                       -- the last day a source carried it
) STRICT;
CREATE TABLE versions (
    id        INTEGER PRIMARY KEY,
    article   INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    sha256    TEXT NOT NULL,                   -- of its text
    body      TEXT,                            -- hash of its story alone; NULL: it was not analysed
    published TEXT,
    UNIQUE (article, sha256)
) STRICT;
CREATE TABLE outcomes (
    version INTEGER PRIMARY KEY REFERENCES versions ON DELETE CASCADE,  -- so there is only one
    edition INTEGER NOT NULL REFERENCES editions,
    outcome TEXT NOT NULL CHECK (outcome IN ('told', 'listed', 'duplicate', 'held', 'dropped', 'failed')),
    detail  TEXT,                              -- the rule that dropped it, the key of which it is a duplicate, why it failed
    story   TEXT
) STRICT;
CREATE INDEX outcomes_edition ON outcomes (edition);
CREATE TABLE stories (
    edition  INTEGER NOT NULL REFERENCES editions ON DELETE CASCADE,
    story    TEXT NOT NULL,
    status   TEXT NOT NULL,
    headline TEXT NOT NULL,
    article  TEXT NOT NULL,                    -- id in brief.json of the article that gives the headline
    PRIMARY KEY (edition, story)
) STRICT;
CREATE TABLE sketches (                        -- what a story was about, to know it again
    edition INTEGER NOT NULL REFERENCES editions ON DELETE CASCADE,
    story   TEXT NOT NULL,
    day     INTEGER,
    terms   TEXT NOT NULL
) STRICT;
CREATE TABLE lines (
    edition INTEGER NOT NULL REFERENCES editions ON DELETE CASCADE,
    story   TEXT NOT NULL,
    section TEXT NOT NULL,
    key     TEXT NOT NULL,                     -- of its article
    sha256  TEXT NOT NULL,                     -- of the text it is a slice of
    text    TEXT NOT NULL,
    record  TEXT NOT NULL                      -- the whole line as brief.json has it
) STRICT;
CREATE INDEX lines_story ON lines (story);
CREATE INDEX lines_key ON lines (key);
CREATE TABLE failures (
    edition INTEGER NOT NULL REFERENCES editions ON DELETE CASCADE,
    input   TEXT NOT NULL,
    reason  TEXT NOT NULL
) STRICT;
CREATE TABLE held (                            -- what waits for its embargo, in case its source forgets it
    version INTEGER PRIMARY KEY REFERENCES versions ON DELETE CASCADE,
    article TEXT NOT NULL
) STRICT;
CREATE TABLE mails (
    edition    INTEGER NOT NULL REFERENCES editions ON DELETE CASCADE,
    recipient  TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('owed', 'sending', 'sent', 'refused')),
    message_id TEXT,                           -- from the first try on
    note       TEXT,                           -- the mail server's words
    PRIMARY KEY (edition, recipient)
) STRICT;
