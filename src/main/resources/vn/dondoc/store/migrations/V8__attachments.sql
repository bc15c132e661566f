-- What goes with letters. A file that many letters carry is kept once, under the hash of its bytes. Rows are written in the
-- transaction that queues the letter and are never changed.
CREATE TABLE attachment_content (
    sha256  TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE letter_attachment (
    letter_key TEXT    NOT NULL REFERENCES outbox (letter_key),
    position   INTEGER NOT NULL CHECK (position >= 0),
    name       TEXT    NOT NULL CHECK (name <> ''),
    media_type TEXT    NOT NULL CHECK (media_type <> ''),
    content_id TEXT    NOT NULL,                      -- empty for a file beside the letter
    sha256     TEXT    NOT NULL REFERENCES attachment_content (sha256),
    PRIMARY KEY (letter_key, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER attachment_content_is_never_changed BEFORE UPDATE ON attachment_content
BEGIN SELECT RAISE(ABORT, 'attachment_content is never changed'); END;
CREATE TRIGGER letter_attachment_is_never_changed BEFORE UPDATE ON letter_attachment
BEGIN SELECT RAISE(ABORT, 'letter_attachment is never changed'); END;

-- The due dates that a unit's calendar was told of, the called off ones too: a date that comes back counts its sequence on.
CREATE TABLE calendar_entry (
    agency      TEXT    NOT NULL,
    duty        TEXT    NOT NULL,
    period      TEXT    NOT NULL,
    uid         TEXT    NOT NULL,
    sequence    INTEGER NOT NULL CHECK (sequence >= 0),
    due         TEXT    NOT NULL,
    assumed     INTEGER NOT NULL CHECK (assumed IN (0, 1)),
    cancelled   INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    summary     TEXT    NOT NULL,
    description TEXT    NOT NULL,
    PRIMARY KEY (agency, duty, period)
) STRICT, WITHOUT ROWID;

-- What the last status form that a unit got showed, as a fingerprint.
CREATE TABLE status_form (
    agency      TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    day         TEXT NOT NULL
) STRICT, WITHOUT ROWID;
