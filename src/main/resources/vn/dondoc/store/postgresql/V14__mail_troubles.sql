-- Letters that were given up and that nobody has been told of yet; those of before are old news.
ALTER TABLE outbox ADD COLUMN to_be_told INTEGER NOT NULL DEFAULT 0 CHECK (to_be_told IN (0, 1));

-- Since when letters were tried and none went out, and the last reason; no row while they go out.
CREATE TABLE mail_standstill (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    since    TEXT COLLATE "C" NOT NULL,
    reason   TEXT COLLATE "C" NOT NULL
);
