-- Letters decided and waiting to be mailed. A row is written in the transaction that decides the letter; its key makes
-- sure that it is written once. Rows are never deleted. Instants are ISO text in UTC with milliseconds, days ISO text.
CREATE TABLE outbox (
    id              INTEGER PRIMARY KEY,
    letter_key      TEXT    NOT NULL UNIQUE,
    message_id      TEXT    NOT NULL UNIQUE,
    kind            TEXT    NOT NULL,
    recipient       TEXT    NOT NULL,
    cc              TEXT    NOT NULL,                 -- one address a line
    agency          TEXT    NOT NULL,
    day             TEXT    NOT NULL,
    subject         TEXT    NOT NULL,
    body_text       TEXT    NOT NULL,
    body_html       TEXT    NOT NULL,
    items           INTEGER NOT NULL CHECK (items >= 0),
    reason          TEXT    NOT NULL,
    rules_version   TEXT    NOT NULL,
    queued_at       TEXT    NOT NULL,
    state           TEXT    NOT NULL
                    CHECK (state IN ('queued', 'held', 'sending', 'sent', 'given-up', 'cancelled')),
    attempts        INTEGER NOT NULL DEFAULT 0,       -- attempts begun; together with lease_owner it names one claim
    next_attempt_at TEXT    NOT NULL,
    dated_at        TEXT,                             -- first claimed: stands in the Date header, the same in a repeat
    lease_owner     TEXT,
    lease_until     TEXT,
    last_error      TEXT,
    sent_at         TEXT,
    delivery_note   TEXT,                             -- copies that could not be delivered
    released_by     TEXT,
    released_at     TEXT,
    release_reason  TEXT,
    cancelled_at    TEXT,
    cancel_reason   TEXT,
    CHECK ((state = 'sending') = (lease_owner IS NOT NULL)),
    CHECK ((lease_owner IS NULL) = (lease_until IS NULL)),
    CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
) STRICT;

CREATE INDEX outbox_due ON outbox (next_attempt_at, id) WHERE state = 'queued';
CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'sending';
CREATE INDEX outbox_by_state ON outbox (state, id);
CREATE INDEX outbox_by_agency ON outbox (agency, day);

-- Who stopped or started all sending, when and why; the last row is in force.
CREATE TABLE outbox_pause (
    id     INTEGER PRIMARY KEY,
    paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
    author TEXT    NOT NULL,
    reason TEXT    NOT NULL,
    at     TEXT    NOT NULL
) STRICT;

CREATE TRIGGER outbox_pause_is_never_changed BEFORE UPDATE ON outbox_pause
BEGIN
    SELECT RAISE(ABORT, 'outbox_pause is append-only');
END;

CREATE TRIGGER outbox_pause_is_never_deleted BEFORE DELETE ON outbox_pause
BEGIN
    SELECT RAISE(ABORT, 'outbox_pause is append-only');
END;
