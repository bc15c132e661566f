package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.findings.State;

/** What became of findings, check by check. */
public final class FindingHistory {
    private static final String COLUMNS =
            "SELECT day, changed_at, agency, duty, period, change, from_state, to_state, rules_version, explanation"
                    + " FROM finding_change";

    private static final String BECAME_LATE = "to_state IN ('VIOLATED', 'OVERDUE')"
            + " AND (from_state IS NULL OR from_state NOT IN ('VIOLATED', 'OVERDUE'))";
    private static final String COUNTS = "SELECT COALESCE(SUM(CASE WHEN change = 'opened' THEN 1 ELSE 0 END), 0),"
            + " COALESCE(SUM(CASE WHEN change = 'closed' THEN 1 ELSE 0 END), 0),"
            + " COALESCE(SUM(CASE WHEN " + BECAME_LATE + " THEN 1 ELSE 0 END), 0) FROM finding_change";
    private static final int MOST_NAMED = 12;

    private final Database database;

    public FindingHistory(Database database) {
        this.database = database;
    }

    /**
     * A change of one finding.
     *
     * @param day the day that was judged
     * @param was null when it was never open before
     * @param now null when it is asked for no more
     */
    public record Change(
            LocalDate day,
            Instant at,
            Finding.Key key,
            FindingChange.Kind kind,
            @Nullable State was,
            @Nullable State now,
            String rulesVersion,
            String explanation) {}

    /**
     * What a span of days has seen.
     *
     * @param late how many findings came to VIOLATED or OVERDUE from something better
     * @param newlyLate the newest of those
     */
    public record Lately(long opened, long closed, long late, List<Change> newlyLate) {
        public static final Lately NOTHING = new Lately(0, 0, 0, List.of());

        public Lately {
            newlyLate = List.copyOf(newlyLate);
        }

        /** The same with what came after it. */
        public Lately and(Lately later) {
            return new Lately(
                    opened + later.opened,
                    closed + later.closed,
                    late + later.late,
                    Stream.concat(later.newlyLate.stream(), newlyLate.stream())
                            .limit(MOST_NAMED)
                            .toList());
        }
    }

    /** Of one finding, up to a day, the first first. */
    public List<Change> of(Finding.Key key, LocalDate until) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(COLUMNS
                                + " WHERE agency = :agency AND duty = :duty AND period = :period AND day <= :until"
                                + " ORDER BY id")
                        .bind("agency", key.agency())
                        .bind("duty", key.duty())
                        .bind("period", key.period())
                        .bind("until", until.toString())
                        .map((row, context) -> change(row))
                        .list());
    }

    /**
     * What the days after one have seen.
     *
     * @param units ids; empty for all of them
     */
    public Lately since(LocalDate day, Optional<Collection<String>> units) {
        if (units.filter(Collection::isEmpty).isPresent()) {
            return Lately.NOTHING;
        }
        return database.jdbi().withHandle(handle -> lately(handle, " WHERE day > :mark", day.toString(), units));
    }

    /** What came in after a change of that number. */
    public Lately since(long change) {
        return database.jdbi().withHandle(handle -> lately(handle, " WHERE id > :mark", change, Optional.empty()));
    }

    private static Lately lately(Handle handle, String where, Object mark, Optional<Collection<String>> units) {
        List<Change> newlyLate = ofUnits(
                        handle, COLUMNS + where + " AND " + BECAME_LATE, " ORDER BY id DESC LIMIT " + MOST_NAMED, units)
                .bind("mark", mark)
                .map((row, context) -> change(row))
                .list();
        return ofUnits(handle, COUNTS + where, "", units)
                .bind("mark", mark)
                .map((row, context) -> new Lately(row.getLong(1), row.getLong(2), row.getLong(3), newlyLate))
                .one();
    }

    private static Query ofUnits(Handle handle, String sql, String order, Optional<Collection<String>> units) {
        return units.map(some -> handle.createQuery(sql + " AND agency IN (<agencies>)" + order)
                        .bindList("agencies", List.copyOf(some)))
                .orElseGet(() -> handle.createQuery(sql + order));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                LocalDate.parse(row.getString("day")),
                Instant.parse(row.getString("changed_at")),
                new Finding.Key(row.getString("agency"), row.getString("duty"), row.getString("period")),
                FindingChange.Kind.valueOf(row.getString("change").toUpperCase(Locale.ROOT)),
                state(row.getString("from_state")),
                state(row.getString("to_state")),
                row.getString("rules_version"),
                row.getString("explanation"));
    }

    private static @Nullable State state(@Nullable String name) {
        return name == null ? null : State.valueOf(name);
    }
}
