-- Mails that came into the mailbox to which letters are answered; each message once.
CREATE TABLE mail_reply (
    id          INTEGER PRIMARY KEY,
    -- hash of its Message-ID and its body: the same message again is no news
    mail_key    TEXT    NOT NULL UNIQUE,
    message_id  TEXT    NOT NULL,
    stored_path TEXT    NOT NULL,
    whole       INTEGER NOT NULL CHECK (whole IN (0, 1)),
    arrived_at  TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('new', 'waiting', 'handled', 'noted')),
    attempts    INTEGER NOT NULL DEFAULT 0,
    kind        TEXT    NOT NULL DEFAULT '',
    sender      TEXT    NOT NULL DEFAULT '',
    agency      TEXT    NOT NULL DEFAULT '',
    subject     TEXT    NOT NULL DEFAULT '',
    body        TEXT    NOT NULL DEFAULT '',
    attachments TEXT    NOT NULL DEFAULT '',
    -- what was done, or why it waits, one a line
    outcome     TEXT    NOT NULL DEFAULT '',
    -- the day on which an answer was queued
    answered_on TEXT,
    settled_by  TEXT,
    settled_at  TEXT
) STRICT;
CREATE INDEX mail_reply_by_state ON mail_reply (state, id);
CREATE INDEX mail_reply_by_answer ON mail_reply (sender, answered_on);

-- Addresses from which letters came back.
CREATE TABLE failing_address (
    address    TEXT    PRIMARY KEY,
    since      TEXT    NOT NULL,
    last_at    TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    to_be_told INTEGER NOT NULL CHECK (to_be_told IN (0, 1))
) STRICT;
