-- Who may use the console. Nobody is ever deleted: the audit log names people by their logins.
CREATE TABLE person (
    login       TEXT PRIMARY KEY,
    -- the office held, not a name
    title       TEXT NOT NULL,
    role        TEXT NOT NULL,
    -- of a contact; empty for the other roles
    agency      TEXT NOT NULL,
    active      INTEGER NOT NULL,
    -- Argon2id; empty until one was chosen
    password    TEXT NOT NULL,
    -- Base32; empty without a second step
    totp_secret TEXT NOT NULL,
    -- of the last code that was taken: neither it nor an earlier one is taken again
    totp_step   INTEGER NOT NULL,
    made_at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_code (
    login TEXT NOT NULL REFERENCES person (login),
    -- SHA-256
    hash  TEXT NOT NULL,
    PRIMARY KEY (login, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE console_session (
    -- SHA-256 of what the browser's cookie holds
    id         TEXT PRIMARY KEY,
    login      TEXT NOT NULL REFERENCES person (login),
    -- what is still wanting before it counts
    stage      TEXT NOT NULL,
    opened_at  TEXT NOT NULL,
    seen_at    TEXT NOT NULL,
    browser    TEXT NOT NULL,
    -- what the next page has to say
    message    TEXT NOT NULL,
    -- a second step that is being set up
    new_secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX console_session_login ON console_session (login);

CREATE TABLE one_time_link (
    -- SHA-256 of what the link carries
    hash       TEXT PRIMARY KEY,
    purpose    TEXT NOT NULL,
    -- whose; empty where the person is made by it
    login      TEXT NOT NULL,
    made_at    TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at    TEXT
) STRICT, WITHOUT ROWID;

-- How often signing in failed of late, by SHA-256 of a login or of an address, whether or not there is such a login.
CREATE TABLE sign_in_failure (
    subject  TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE api_token (
    id         INTEGER PRIMARY KEY,
    -- SHA-256 of the token
    hash       TEXT NOT NULL UNIQUE,
    -- what uses it
    name       TEXT NOT NULL,
    agency     TEXT NOT NULL,
    scopes     TEXT NOT NULL,
    author     TEXT NOT NULL,
    made_at    TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT,
    used_at    TEXT
) STRICT;
