-- What was agreed about duties and letters. All append-only; a silence may be ended once before its time.
CREATE TABLE dispensation (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    agency       TEXT NOT NULL,
    duty         TEXT NOT NULL,
    period       TEXT NOT NULL,
    new_due      TEXT,          -- null: exempted
    document     TEXT NOT NULL CHECK (document <> ''),
    document_day TEXT NOT NULL,
    author       TEXT NOT NULL CHECK (author <> ''),
    at           TEXT NOT NULL
) STRICT;
CREATE INDEX dispensation_by_time ON dispensation (at, id);

CREATE TABLE promise (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    agency   TEXT NOT NULL,
    duty     TEXT NOT NULL,
    period   TEXT NOT NULL,
    until    TEXT NOT NULL,
    author   TEXT NOT NULL CHECK (author <> ''),
    channel  TEXT NOT NULL,
    at       TEXT NOT NULL
) STRICT;
CREATE INDEX promise_by_time ON promise (at, id);

CREATE TABLE silence (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    agency    TEXT NOT NULL,
    duty      TEXT NOT NULL,
    clause    TEXT NOT NULL,
    unit_group TEXT NOT NULL,
    author    TEXT NOT NULL CHECK (author <> ''),
    reason    TEXT NOT NULL CHECK (reason <> ''),
    from_day  TEXT NOT NULL,
    until     TEXT NOT NULL,
    at        TEXT NOT NULL,
    ended_at  TEXT,
    ended_by  TEXT,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;

CREATE TRIGGER dispensation_is_never_changed BEFORE UPDATE ON dispensation
BEGIN SELECT RAISE(ABORT, 'dispensation is append-only'); END;
CREATE TRIGGER dispensation_is_never_deleted BEFORE DELETE ON dispensation
BEGIN SELECT RAISE(ABORT, 'dispensation is append-only'); END;
CREATE TRIGGER promise_is_never_changed BEFORE UPDATE ON promise
BEGIN SELECT RAISE(ABORT, 'promise is append-only'); END;
CREATE TRIGGER promise_is_never_deleted BEFORE DELETE ON promise
BEGIN SELECT RAISE(ABORT, 'promise is append-only'); END;
CREATE TRIGGER silence_is_only_ended BEFORE UPDATE ON silence
WHEN old.ended_at IS NOT NULL OR new.author <> old.author OR new.reason <> old.reason OR new.until <> old.until
BEGIN SELECT RAISE(ABORT, 'a silence may be ended once and is not changed otherwise'); END;
CREATE TRIGGER silence_is_never_deleted BEFORE DELETE ON silence
BEGIN SELECT RAISE(ABORT, 'silence is never deleted'); END;
