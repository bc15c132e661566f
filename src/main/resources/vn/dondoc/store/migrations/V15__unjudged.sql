-- Units of which more is known than the last check of them knew; '*' stands for all of them. A report's own check looks at
-- these alone, and whatever ended a check before its time, the next one looks at them.
CREATE TABLE unjudged (
    agency TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO unjudged (agency) SELECT '*' WHERE EXISTS (SELECT 1 FROM operation);
