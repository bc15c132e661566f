-- What was written about to whom, at which stage of the ladder: a stage goes to a recipient once.
CREATE TABLE notice_item (
    recipient  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    agency     TEXT NOT NULL,
    duty       TEXT NOT NULL,
    period     TEXT NOT NULL,
    stage      TEXT NOT NULL,
    day        TEXT NOT NULL,
    letter_key TEXT NOT NULL REFERENCES outbox (letter_key),
    reason     TEXT NOT NULL,
    PRIMARY KEY (recipient, kind, agency, duty, period, stage)
) WITHOUT ROWID;
CREATE INDEX notice_item_by_day ON notice_item (day, recipient);

-- Alerts that were queued; withdrawn_on is set once one no longer stands.
CREATE TABLE alert (
    agency       TEXT NOT NULL,
    duty         TEXT NOT NULL,
    period       TEXT NOT NULL,
    letter_key   TEXT NOT NULL REFERENCES outbox (letter_key),
    day          TEXT NOT NULL,
    withdrawn_on TEXT,
    PRIMARY KEY (agency, duty, period, day)
) WITHOUT ROWID;

-- Why duties were not written about, summed up by unit, day and reason.
CREATE TABLE held_back (
    day    TEXT NOT NULL,
    agency TEXT NOT NULL,
    reason TEXT NOT NULL,
    items  INTEGER NOT NULL,
    PRIMARY KEY (day, agency, reason)
) WITHOUT ROWID;

-- The day from which this home watches the plan, written by its first morning check.
CREATE TABLE operation (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    go_live  TEXT NOT NULL
);
