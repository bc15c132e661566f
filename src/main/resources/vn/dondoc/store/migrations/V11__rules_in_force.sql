-- Every version of the rules that ever was in force, with all its files; only ever added to.
CREATE TABLE rule_publication (
    number       INTEGER PRIMARY KEY,
    version      TEXT NOT NULL,              -- hash of the files
    plan         TEXT NOT NULL,              -- folder of the plan
    published_at TEXT NOT NULL,
    author       TEXT NOT NULL,
    reason       TEXT NOT NULL
);

-- A file that many versions share is kept once.
CREATE TABLE rule_content (
    hash    TEXT PRIMARY KEY,
    content BLOB NOT NULL
);

CREATE TABLE rule_file (
    publication INTEGER NOT NULL REFERENCES rule_publication (number),
    path        TEXT NOT NULL,               -- within rules/
    hash        TEXT NOT NULL REFERENCES rule_content (hash),
    PRIMARY KEY (publication, path)
);

CREATE TRIGGER rule_publication_is_never_changed BEFORE UPDATE ON rule_publication
BEGIN
    SELECT RAISE(ABORT, 'rule_publication is append-only');
END;

CREATE TRIGGER rule_publication_is_never_deleted BEFORE DELETE ON rule_publication
BEGIN
    SELECT RAISE(ABORT, 'rule_publication is append-only');
END;

CREATE TRIGGER rule_file_is_never_changed BEFORE UPDATE ON rule_file
BEGIN
    SELECT RAISE(ABORT, 'rule_file is append-only');
END;

CREATE TRIGGER rule_file_is_never_deleted BEFORE DELETE ON rule_file
BEGIN
    SELECT RAISE(ABORT, 'rule_file is append-only');
END;
