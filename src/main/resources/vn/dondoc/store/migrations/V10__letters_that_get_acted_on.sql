-- What a letter said of each duty: in which tone, for which due date. A letter that was taken back does not stand in the
-- way of the next one that says the same, so the letter belongs to the key.
CREATE TABLE notice_item_new (
    recipient  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    agency     TEXT NOT NULL,
    duty       TEXT NOT NULL,
    period     TEXT NOT NULL,
    stage      TEXT NOT NULL,
    day        TEXT NOT NULL,
    letter_key TEXT NOT NULL REFERENCES outbox (letter_key),
    reason     TEXT NOT NULL,
    tone       TEXT NOT NULL DEFAULT '',
    due        TEXT,
    PRIMARY KEY (recipient, kind, agency, duty, period, stage, letter_key)
) WITHOUT ROWID;
INSERT INTO notice_item_new (recipient, kind, agency, duty, period, stage, day, letter_key, reason)
SELECT recipient, kind, agency, duty, period, stage, day, letter_key, reason FROM notice_item;
DROP TABLE notice_item;
ALTER TABLE notice_item_new RENAME TO notice_item;
CREATE INDEX notice_item_by_day ON notice_item (day, recipient);
CREATE INDEX notice_item_by_letter ON notice_item (letter_key);
CREATE INDEX notice_item_by_finding ON notice_item (agency, duty, period, kind);
CREATE INDEX outbox_by_day ON outbox (day, kind);

-- Why a finding was or was not written about: a row for each day on which the reason became another one (append-only).
-- The row of the last day that is not later than a day says why on that day.
CREATE TABLE item_reason (
    agency TEXT NOT NULL,
    duty   TEXT NOT NULL,
    period TEXT NOT NULL,
    day    TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (agency, duty, period, day)
) WITHOUT ROWID;

-- Days that were checked in the morning.
CREATE TABLE morning (
    day           TEXT PRIMARY KEY,
    at            TEXT NOT NULL,
    rules_version TEXT NOT NULL
) WITHOUT ROWID;

-- Its sums by unit are a part of item_reason now.
DROP TABLE held_back;

-- The due date that the last letter about a finding named; empty when none did, or that letter was taken back.
ALTER TABLE finding ADD COLUMN told_due TEXT;
