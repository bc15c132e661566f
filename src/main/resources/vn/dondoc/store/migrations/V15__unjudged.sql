-- Units of which more is known than the last check of them knew; '*' stands for all of them. A report's own check looks at
-- these alone, and whatever ended a check before its time, the next one looks at them.
CREATE TABLE unjudged (
    agency TEXT PRIMARY KEY,
    -- the moment of the newest of it: a check as of an earlier one did not know it
    since  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO unjudged (agency, since) SELECT '*', '' WHERE EXISTS (SELECT 1 FROM operation);
