-- Links in letters that were used up; token_id is the hash of the letter's key, so a letter's link works once.
CREATE TABLE ack_link_use (
    token_id TEXT PRIMARY KEY,
    used_at  TEXT NOT NULL,
    author   TEXT NOT NULL CHECK (author <> '')
) STRICT;

-- What was promised through a link.
CREATE TABLE ack_link_promise (
    token_id   TEXT    NOT NULL REFERENCES ack_link_use (token_id),
    promise_id INTEGER NOT NULL REFERENCES promise (id),
    PRIMARY KEY (token_id, promise_id)
) STRICT;

CREATE INDEX notice_item_by_letter ON notice_item (letter_key);

CREATE TRIGGER ack_link_use_is_never_changed BEFORE UPDATE ON ack_link_use
BEGIN SELECT RAISE(ABORT, 'ack_link_use is append-only'); END;
CREATE TRIGGER ack_link_use_is_never_deleted BEFORE DELETE ON ack_link_use
BEGIN SELECT RAISE(ABORT, 'ack_link_use is append-only'); END;
