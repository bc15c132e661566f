package vn.dondoc.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which fire times of which job were taken. It outlives the process, so that a restart neither repeats a run nor forgets
 * one that was missed.
 */
public final class FireLedger {
    /** A run that dies with the process so many times is not tried again: it may be what kills the process. */
    private static final int MOST_ATTEMPTS = 3;

    /** Noted of a fire time that lay ahead of the clock: either was wrong, then or now. */
    static final String DOUBTED = "ahead of the clock";

    private final Database database;

    public FireLedger(Database database) {
        this.database = database;
    }

    /**
     * Takes a fire time.
     *
     * @return false when it was taken before, unless that run was cut off
     */
    public boolean begin(String job, Instant plannedAt, Instant now) {
        String sql = """
                INSERT INTO fire_ledger (job, planned_at, started_at, outcome, attempts)
                VALUES (:job, :planned, :now, 'running', 1)
                ON CONFLICT (job, planned_at) DO UPDATE
                SET started_at = excluded.started_at, finished_at = NULL, outcome = 'running', error = NULL,
                    attempts = fire_ledger.attempts + 1
                WHERE fire_ledger.outcome = 'interrupted'
                """;
        return database.jdbi().inTransaction(handle -> write(handle, sql, job, plannedAt, now)) == 1;
    }

    /**
     * Writes down how a run ended.
     *
     * @param error what went wrong; null when the run went well
     */
    public void finish(String job, Instant plannedAt, Instant now, @Nullable String error) {
        database.jdbi()
                .useTransaction(handle -> handle.createUpdate("""
                        UPDATE fire_ledger SET finished_at = :now, outcome = :outcome, error = :error
                        WHERE job = :job AND planned_at = :planned AND outcome = 'running'
                        """)
                        .bind("job", job)
                        .bind("planned", Database.column(plannedAt))
                        .bind("now", Database.column(now))
                        .bind("outcome", error == null ? "done" : "failed")
                        .bind("error", error)
                        .execute());
    }

    /**
     * Gives a run back that was held: its time still has to be run.
     *
     * @param reason why it was held
     */
    public void giveBack(String job, Instant plannedAt, String reason) {
        database.jdbi()
                .useTransaction(handle -> handle.createUpdate("""
                        UPDATE fire_ledger SET outcome = 'interrupted', error = :reason, attempts = attempts - 1
                        WHERE job = :job AND planned_at = :planned AND outcome = 'running'
                        """)
                        .bind("job", job)
                        .bind("planned", Database.column(plannedAt))
                        .bind("reason", reason)
                        .execute());
    }

    /** The latest fire time that needs no run any more; nothing up to it is ever caught up. */
    public Optional<Instant> lastPlanned(String job, Instant now) {
        String sql = """
                SELECT max(planned_at) FROM fire_ledger
                WHERE job = :job AND (outcome <> 'interrupted' OR error = :doubted AND planned_at <= :now)
                """;
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind("job", job)
                        .bind("doubted", DOUBTED)
                        .bind("now", Database.column(now))
                        .mapTo(String.class)
                        .findOne()
                        .map(Instant::parse));
    }

    /**
     * Marks where the watch over a job begins, unless it has begun. Without the mark a machine that is always off at the
     * planned hour would never know that it missed one.
     */
    public void watchFrom(String job, Instant now) {
        String sql = """
                INSERT INTO fire_ledger (job, planned_at, started_at, finished_at, outcome, attempts)
                SELECT :job, :planned, :now, :now, 'first-start', 0
                WHERE NOT EXISTS (SELECT 1 FROM fire_ledger WHERE job = :job AND outcome <> 'interrupted')
                """;
        database.jdbi().useTransaction(handle -> write(handle, sql, job, now, now));
    }

    /**
     * Doubts fire times after a moment. Taken while the clock was ahead, they would be passed over when their day comes, and
     * until then nothing would be caught up: each of them may be taken again. But the clock may as well be behind now, as
     * after a start with an empty battery: once it has gone past them they count as before, and nothing is done twice.
     *
     * @return how many
     */
    public int doubtAfter(Instant moment) {
        return database.jdbi().inTransaction(handle -> {
            int marks = handle.createUpdate(
                            "DELETE FROM fire_ledger WHERE planned_at > :moment AND outcome = 'first-start'")
                    .bind("moment", Database.column(moment))
                    .execute();
            return marks
                    + handle.createUpdate("UPDATE fire_ledger SET outcome = 'interrupted', error = :doubted"
                                    + " WHERE planned_at > :moment AND outcome <> 'interrupted'")
                            .bind("moment", Database.column(moment))
                            .bind("doubted", DOUBTED)
                            .execute();
        });
    }

    /**
     * One run.
     *
     * @param finishedAt null while it runs, and for one that was cut off
     * @param outcome done, failed, running or interrupted
     * @param error what went wrong; empty when nothing did
     */
    public record Run(
            Instant plannedAt, Instant startedAt, @Nullable Instant finishedAt, String outcome, String error) {}

    /** The latest runs of a job, the last one first. */
    public List<Run> latest(String job, int most) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                SELECT planned_at, started_at, finished_at, outcome, error FROM fire_ledger
                                WHERE job = :job AND outcome <> 'first-start' ORDER BY planned_at DESC LIMIT :most
                                """)
                        .bind("job", job)
                        .bind("most", most)
                        .map((row, context) -> new Run(
                                Instant.parse(row.getString("planned_at")),
                                Instant.parse(row.getString("started_at")),
                                row.getString("finished_at") == null
                                        ? null
                                        : Instant.parse(row.getString("finished_at")),
                                row.getString("outcome"),
                                row.getString("error") == null ? "" : row.getString("error")))
                        .list());
    }

    /** Frees what a process took and did not finish before it died. To be called before anything runs. */
    public int releaseUnfinished() {
        return release("");
    }

    /** The same for one job, of which nothing may be running on any node. */
    public int releaseUnfinished(String job) {
        return release(job);
    }

    private int release(String jobOrAll) {
        String sql = """
                UPDATE fire_ledger
                SET outcome = CASE WHEN attempts < :most THEN 'interrupted' ELSE 'failed' END,
                    error = 'the process ended before the run did'
                WHERE outcome = 'running' AND :job IN (job, '')
                """;
        return database.jdbi()
                .inTransaction(handle -> handle.createUpdate(sql)
                        .bind("most", MOST_ATTEMPTS)
                        .bind("job", jobOrAll)
                        .execute());
    }

    /** The server on which other nodes keep the same ledger; empty when this program has it to itself. */
    public Optional<DatabaseAddress.PostgresServer> server() {
        return database.server();
    }

    private static int write(Handle handle, String sql, String job, Instant plannedAt, Instant now) {
        return handle.createUpdate(sql)
                .bind("job", job)
                .bind("planned", Database.column(plannedAt))
                .bind("now", Database.column(now))
                .execute();
    }
}
