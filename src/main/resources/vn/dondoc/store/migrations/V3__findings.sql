-- The last state of every finding that was ever open, and the history of its changes (append-only).
CREATE TABLE finding (
    agency        TEXT NOT NULL,
    duty          TEXT NOT NULL,
    period        TEXT NOT NULL,
    state         TEXT,
    opened_on     TEXT NOT NULL,
    closed_on     TEXT,
    rules_version TEXT NOT NULL,
    PRIMARY KEY (agency, duty, period)
) WITHOUT ROWID;

CREATE TABLE finding_change (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    day           TEXT NOT NULL,
    changed_at    TEXT NOT NULL,
    agency        TEXT NOT NULL,
    duty          TEXT NOT NULL,
    period        TEXT NOT NULL,
    change        TEXT NOT NULL CHECK (change IN ('opened', 'changed', 'closed')),
    from_state    TEXT,
    to_state      TEXT,
    rules_version TEXT NOT NULL,
    explanation   TEXT NOT NULL
);
CREATE INDEX finding_change_by_day ON finding_change (day, change);
CREATE INDEX finding_change_by_finding ON finding_change (agency, duty, period);
