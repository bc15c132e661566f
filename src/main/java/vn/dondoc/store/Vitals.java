package vn.dondoc.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.dondoc.findings.State;
import vn.dondoc.outbox.LetterState;

/** Figures by which people and programs see whether a home is well; only reads. */
public final class Vitals {
    /** Every column that says when something was done; what lies ahead on purpose (leases, next attempts) is not among them. */
    private static final String NEWEST = """
            SELECT max(moment) FROM (
                SELECT max(queued_at) AS moment FROM outbox
                UNION ALL SELECT max(sent_at) FROM outbox
                UNION ALL SELECT max(recorded_at) FROM received_file
                UNION ALL SELECT max(at) FROM morning
                UNION ALL SELECT max(at) FROM audit
                UNION ALL SELECT max(started_at) FROM fire_ledger) moments
            """;

    private final Jdbi jdbi;
    private final Optional<DatabaseAddress.PostgresServer> server;

    public Vitals(Database database) {
        this.jdbi = database.jdbi();
        this.server = database.server();
    }

    /**
     * What became of the runs of one job under one outcome.
     *
     * @param outcome done, failed, running or interrupted
     * @param last when the latest of them was begun
     */
    public record Runs(String job, String outcome, long count, Instant last) {}

    /** When the letter was queued that has been in that state longest; empty when none is. */
    public Optional<Instant> oldest(LetterState state) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT min(queued_at) FROM outbox WHERE state = :state")
                .bind("state", state.code())
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse));
    }

    /** How many findings are open in each state; a state without any is left out. */
    public Map<State, Long> findings() {
        Map<State, Long> counts = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT state, count(*) AS findings FROM finding WHERE closed_on IS NULL GROUP BY state")
                .map((row, context) -> counts.put(State.valueOf(row.getString("state")), row.getLong("findings")))
                .list());
        return counts;
    }

    /** The last day that was checked in the morning; empty before the first. */
    public Optional<LocalDate> lastMorning() {
        return one("SELECT max(day) FROM morning").map(LocalDate::parse);
    }

    /** When that was; of a morning that was caught up, the moment of the catching up. */
    public Optional<Instant> lastMorningAt() {
        return one("SELECT max(at) FROM morning").map(Instant::parse);
    }

    /** The runs of every job so far, by job and outcome. */
    public List<Runs> runs() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT job, outcome, count(*) AS runs, max(started_at) AS last"
                                + " FROM fire_ledger WHERE outcome <> 'first-start' GROUP BY job, outcome ORDER BY job, outcome")
                .map((row, context) -> new Runs(
                        row.getString("job"),
                        row.getString("outcome"),
                        row.getLong("runs"),
                        Instant.parse(row.getString("last"))))
                .list());
    }

    /** When any job but one was last begun that was done, by a clock that was not ahead; empty before the first. */
    public Optional<Instant> lastDoneBut(String job, Instant now) {
        String sql = """
                SELECT max(started_at) FROM fire_ledger
                WHERE job <> :job AND (outcome = 'done' OR error = :doubted AND started_at <= :now)
                """;
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("job", job)
                .bind("doubted", FireLedger.DOUBTED)
                .bind("now", Database.column(now))
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse));
    }

    /** The latest moment at which anything was done; empty in a home that nothing was done in. */
    public Optional<Instant> newestMoment() {
        return one(NEWEST).map(Instant::parse);
    }

    /** What time the server has; empty where there is none. */
    public Optional<Instant> serverTime() {
        return server.map(shared ->
                jdbi.withHandle(handle -> handle.createQuery("SELECT extract(epoch FROM clock_timestamp()) * 1000")
                        .mapTo(Double.class)
                        .map(milliseconds -> Instant.ofEpochMilli(Math.round(milliseconds)))
                        .one()));
    }

    private Optional<String> one(String query) {
        return jdbi.withHandle(handle -> one(handle, query));
    }

    private static Optional<String> one(Handle handle, String query) {
        return handle.createQuery(query).mapTo(String.class).findOne();
    }
}
