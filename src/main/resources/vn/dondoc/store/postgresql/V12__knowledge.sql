-- A number that grows with everything that a check goes by: reports, agreements, other checks. A check that was decided on
-- less than is known when it ends is not written.
CREATE TABLE knowledge (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    mark     BIGINT NOT NULL
);
INSERT INTO knowledge (only_row, mark) VALUES (1, 0);
