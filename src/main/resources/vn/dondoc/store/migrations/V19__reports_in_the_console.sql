-- Who sent a file, where that is known; and the units it speaks of, refused entries too.
ALTER TABLE received_file ADD COLUMN reporter TEXT NOT NULL DEFAULT '';

CREATE TABLE received_from (
    agency  TEXT    NOT NULL,
    file_id INTEGER NOT NULL REFERENCES received_file (id),
    PRIMARY KEY (agency, file_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_from_by_file ON received_from (file_id);
INSERT INTO received_from (agency, file_id) SELECT DISTINCT agency, file_id FROM entry;

-- What Sở Nội vụ said of an entry; the last of an entry counts.
CREATE TABLE ruling (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    agency   TEXT    NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('awaited', 'approved', 'returned')),
    reason   TEXT    NOT NULL,
    new_date TEXT,
    author   TEXT    NOT NULL CHECK (author <> ''),
    at       TEXT    NOT NULL
) STRICT;
CREATE INDEX ruling_by_entry ON ruling (entry_id, id);
CREATE INDEX ruling_by_agency ON ruling (agency, at);
CREATE INDEX ruling_by_time ON ruling (at, id);

CREATE TRIGGER ruling_is_never_changed BEFORE UPDATE ON ruling
BEGIN SELECT RAISE(ABORT, 'ruling is append-only'); END;
CREATE TRIGGER ruling_is_never_deleted BEFORE DELETE ON ruling
BEGIN SELECT RAISE(ABORT, 'ruling is append-only'); END;

-- A report that somebody has begun to write: the cells of the form as they were typed.
CREATE TABLE report_draft (
    login    TEXT NOT NULL,
    agency   TEXT NOT NULL,
    period   TEXT NOT NULL,
    cells    TEXT NOT NULL, -- JSON
    saved_at TEXT NOT NULL,
    PRIMARY KEY (login, agency, period)
) STRICT, WITHOUT ROWID;

-- What a program was answered, so that the same request again gets the same answer and does nothing.
CREATE TABLE api_answer (
    caller      TEXT    NOT NULL,
    request_key TEXT    NOT NULL,
    request     TEXT    NOT NULL, -- hash of what was asked
    status      INTEGER NOT NULL, -- 0: still being worked on
    body        TEXT    NOT NULL,
    at          TEXT    NOT NULL,
    PRIMARY KEY (caller, request_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX api_answer_by_time ON api_answer (at);
