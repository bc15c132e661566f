-- Which fire times of the schedules were taken: one row a job and planned time, so that none is run twice.
CREATE TABLE fire_ledger (
  job         VARCHAR(100) NOT NULL,
  planned_at  VARCHAR(24)  NOT NULL,
  started_at  VARCHAR(24)  NOT NULL,
  finished_at VARCHAR(24),
  outcome     VARCHAR(12)  NOT NULL CHECK (outcome IN ('first-start', 'running', 'done', 'failed', 'interrupted')),
  attempts    INTEGER      NOT NULL,
  error       TEXT,
  PRIMARY KEY (job, planned_at)
);
