-- Who did what. Each record is chained to the one before by its hash; rows are only ever added.
CREATE TABLE audit (
    number  BIGINT PRIMARY KEY,
    at      TEXT COLLATE "C" NOT NULL,
    actor   TEXT COLLATE "C" NOT NULL,
    act     TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    detail  TEXT COLLATE "C" NOT NULL,
    hash    TEXT COLLATE "C" NOT NULL
);

-- The last link, so that links cut off at the end are missed; its row is what writers wait for.
CREATE TABLE audit_head (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    number   BIGINT NOT NULL,
    hash     TEXT COLLATE "C" NOT NULL
);
INSERT INTO audit_head (only_row, number, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    FOR EACH ROW EXECUTE FUNCTION append_only('audit is append-only');
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION append_only('audit is append-only');
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION append_only('audit is append-only');
