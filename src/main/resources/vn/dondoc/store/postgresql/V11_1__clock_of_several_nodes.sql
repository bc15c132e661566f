-- What Quartz keeps so that several nodes share one clock: its tables under the names that its job store expects. Nothing of
-- ours is in them that the schedules' files and table fire_ledger would not give back.

CREATE TABLE qrtz_job_details (
    sched_name        TEXT COLLATE "C" NOT NULL,
    job_name          TEXT COLLATE "C" NOT NULL,
    job_group         TEXT COLLATE "C" NOT NULL,
    description       TEXT COLLATE "C",
    job_class_name    TEXT COLLATE "C" NOT NULL,
    is_durable        BOOLEAN NOT NULL,
    is_nonconcurrent  BOOLEAN NOT NULL,
    is_update_data    BOOLEAN NOT NULL,
    requests_recovery BOOLEAN NOT NULL,
    job_data          BYTEA,
    PRIMARY KEY (sched_name, job_name, job_group)
);

CREATE TABLE qrtz_triggers (
    sched_name     TEXT COLLATE "C" NOT NULL,
    trigger_name   TEXT COLLATE "C" NOT NULL,
    trigger_group  TEXT COLLATE "C" NOT NULL,
    job_name       TEXT COLLATE "C" NOT NULL,
    job_group      TEXT COLLATE "C" NOT NULL,
    description    TEXT COLLATE "C",
    next_fire_time BIGINT,
    prev_fire_time BIGINT,
    priority       INTEGER,
    trigger_state  TEXT COLLATE "C" NOT NULL,
    trigger_type   TEXT COLLATE "C" NOT NULL,
    start_time     BIGINT NOT NULL,
    end_time       BIGINT,
    calendar_name  TEXT COLLATE "C",
    misfire_instr  SMALLINT,
    job_data       BYTEA,
    PRIMARY KEY (sched_name, trigger_name, trigger_group),
    FOREIGN KEY (sched_name, job_name, job_group)
        REFERENCES qrtz_job_details (sched_name, job_name, job_group)
);

CREATE TABLE qrtz_simple_triggers (
    sched_name      TEXT COLLATE "C" NOT NULL,
    trigger_name    TEXT COLLATE "C" NOT NULL,
    trigger_group   TEXT COLLATE "C" NOT NULL,
    repeat_count    BIGINT NOT NULL,
    repeat_interval BIGINT NOT NULL,
    times_triggered BIGINT NOT NULL,
    PRIMARY KEY (sched_name, trigger_name, trigger_group),
    FOREIGN KEY (sched_name, trigger_name, trigger_group)
        REFERENCES qrtz_triggers (sched_name, trigger_name, trigger_group)
);

CREATE TABLE qrtz_cron_triggers (
    sched_name      TEXT COLLATE "C" NOT NULL,
    trigger_name    TEXT COLLATE "C" NOT NULL,
    trigger_group   TEXT COLLATE "C" NOT NULL,
    cron_expression TEXT COLLATE "C" NOT NULL,
    time_zone_id    TEXT COLLATE "C",
    PRIMARY KEY (sched_name, trigger_name, trigger_group),
    FOREIGN KEY (sched_name, trigger_name, trigger_group)
        REFERENCES qrtz_triggers (sched_name, trigger_name, trigger_group)
);

CREATE TABLE qrtz_simprop_triggers (
    sched_name    TEXT COLLATE "C" NOT NULL,
    trigger_name  TEXT COLLATE "C" NOT NULL,
    trigger_group TEXT COLLATE "C" NOT NULL,
    str_prop_1    TEXT COLLATE "C",
    str_prop_2    TEXT COLLATE "C",
    str_prop_3    TEXT COLLATE "C",
    int_prop_1    INTEGER,
    int_prop_2    INTEGER,
    long_prop_1   BIGINT,
    long_prop_2   BIGINT,
    dec_prop_1    NUMERIC(13, 4),
    dec_prop_2    NUMERIC(13, 4),
    bool_prop_1   BOOLEAN,
    bool_prop_2   BOOLEAN,
    PRIMARY KEY (sched_name, trigger_name, trigger_group),
    FOREIGN KEY (sched_name, trigger_name, trigger_group)
        REFERENCES qrtz_triggers (sched_name, trigger_name, trigger_group)
);

CREATE TABLE qrtz_blob_triggers (
    sched_name    TEXT COLLATE "C" NOT NULL,
    trigger_name  TEXT COLLATE "C" NOT NULL,
    trigger_group TEXT COLLATE "C" NOT NULL,
    blob_data     BYTEA,
    PRIMARY KEY (sched_name, trigger_name, trigger_group),
    FOREIGN KEY (sched_name, trigger_name, trigger_group)
        REFERENCES qrtz_triggers (sched_name, trigger_name, trigger_group)
);

CREATE TABLE qrtz_calendars (
    sched_name    TEXT COLLATE "C" NOT NULL,
    calendar_name TEXT COLLATE "C" NOT NULL,
    calendar      BYTEA NOT NULL,
    PRIMARY KEY (sched_name, calendar_name)
);

CREATE TABLE qrtz_paused_trigger_grps (
    sched_name    TEXT COLLATE "C" NOT NULL,
    trigger_group TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (sched_name, trigger_group)
);

CREATE TABLE qrtz_fired_triggers (
    sched_name        TEXT COLLATE "C" NOT NULL,
    entry_id          TEXT COLLATE "C" NOT NULL,
    trigger_name      TEXT COLLATE "C" NOT NULL,
    trigger_group     TEXT COLLATE "C" NOT NULL,
    instance_name     TEXT COLLATE "C" NOT NULL,
    fired_time        BIGINT NOT NULL,
    sched_time        BIGINT NOT NULL,
    priority          INTEGER NOT NULL,
    state             TEXT COLLATE "C" NOT NULL,
    job_name          TEXT COLLATE "C",
    job_group         TEXT COLLATE "C",
    is_nonconcurrent  BOOLEAN,
    requests_recovery BOOLEAN,
    PRIMARY KEY (sched_name, entry_id)
);

CREATE TABLE qrtz_scheduler_state (
    sched_name        TEXT COLLATE "C" NOT NULL,
    instance_name     TEXT COLLATE "C" NOT NULL,
    last_checkin_time BIGINT NOT NULL,
    checkin_interval  BIGINT NOT NULL,
    PRIMARY KEY (sched_name, instance_name)
);

CREATE TABLE qrtz_locks (
    sched_name TEXT COLLATE "C" NOT NULL,
    lock_name  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (sched_name, lock_name)
);

CREATE INDEX qrtz_triggers_by_job ON qrtz_triggers (sched_name, job_name, job_group);
CREATE INDEX qrtz_triggers_due ON qrtz_triggers (sched_name, trigger_state, next_fire_time);
CREATE INDEX qrtz_fired_by_instance ON qrtz_fired_triggers (sched_name, instance_name);
CREATE INDEX qrtz_fired_by_job ON qrtz_fired_triggers (sched_name, job_name, job_group);
