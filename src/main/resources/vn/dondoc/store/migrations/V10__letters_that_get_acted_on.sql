-- What a letter said of each duty: in which tone, for which due date.
ALTER TABLE notice_item ADD COLUMN tone TEXT NOT NULL DEFAULT '';
ALTER TABLE notice_item ADD COLUMN due TEXT;
CREATE INDEX notice_item_by_finding ON notice_item (agency, duty, period, kind);

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
