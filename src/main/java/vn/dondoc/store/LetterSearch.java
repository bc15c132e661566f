package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;

/** Looks letters up, a page at a time and without their bodies: a country writes thousands a morning. */
public final class LetterSearch {
    /** From the index by state alone: the state itself stands behind the body. */
    private static final String FOR_UNITS = "id NOT IN (SELECT kept.id FROM outbox kept WHERE kept.state IN ("
            + states(state -> !state.isForUnits()) + "))";

    private final Database database;

    public LetterSearch(Database database) {
        this.database = database;
    }

    /**
     * What is looked for; what is empty fits every letter.
     *
     * @param about ids of units, and titles of those above them, of whose letters alone is asked
     * @param forUnits whether what units may not read is left out
     */
    public record Wanted(
            Optional<LetterState> state,
            Optional<LetterKind> kind,
            Optional<LocalDate> day,
            Optional<Set<String>> about,
            boolean forUnits) {

        public Wanted {
            about = about.map(Set::copyOf);
        }
    }

    /** A letter in a list. */
    public record Line(
            long id,
            LetterKind kind,
            LetterState state,
            LocalDate day,
            String to,
            String agency,
            String subject,
            int items,
            @Nullable Instant sentAt,
            @Nullable String lastError) {}

    /**
     * The newest first. The numbers come first, from an index: what stands behind the body of a letter is slow to reach, and
     * so is read of one page's letters only.
     */
    public List<Line> page(Wanted wanted, int from, int most) {
        // by day, where the index by day and kind tells the kind
        String newest = wanted.kind().isPresent() && wanted.state().isEmpty() ? "day DESC, id DESC" : "id DESC";
        return isNothing(wanted)
                ? List.of()
                : database.jdbi()
                        .withHandle(handle -> lines(
                                handle,
                                query(
                                                handle,
                                                "SELECT id FROM outbox",
                                                wanted,
                                                " ORDER BY " + newest + " LIMIT :most OFFSET :from")
                                        .bind("most", most)
                                        .bind("from", from)
                                        .mapTo(Long.class)
                                        .list()));
    }

    private static List<Line> lines(Handle handle, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Line> found = new HashMap<>();
        handle.createQuery("SELECT id, kind, state, day, recipient, agency, subject, items, sent_at, last_error"
                        + " FROM outbox WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .map((row, context) -> found.put(row.getLong("id"), line(row)))
                .list();
        return ids.stream().map(found::get).filter(java.util.Objects::nonNull).toList();
    }

    public long count(Wanted wanted) {
        return isNothing(wanted)
                ? 0
                : database.jdbi()
                        .withHandle(handle -> query(handle, "SELECT COUNT(*) FROM outbox", wanted, "")
                                .mapTo(Long.class)
                                .one());
    }

    /**
     * How many letters belong to each day of a month that has some; those taken back do not count.
     *
     * @param about as of a search, and so is {@code forUnits}
     */
    public Map<LocalDate, Long> daysOf(YearMonth month, Optional<Set<String>> about, boolean forUnits) {
        Map<LocalDate, Long> days = new TreeMap<>();
        if (about.filter(Set::isEmpty).isEmpty()) {
            database.jdbi().useHandle(handle -> {
                days.putAll(count(handle, "day BETWEEN :first AND :last", month, about));
                // apart, for the state stands behind the body
                String out = states(state -> state == LetterState.CANCELLED || forUnits && !state.isForUnits());
                count(handle, "state IN (" + out + ") AND <unindexed>day BETWEEN :first AND :last", month, about)
                        .forEach((day, left) ->
                                days.computeIfPresent(day, (any, all) -> all > left ? all - left : null));
            });
        }
        return days;
    }

    private static Map<LocalDate, Long> count(
            Handle handle, String where, YearMonth month, Optional<Set<String>> about) {
        Map<LocalDate, Long> days = new HashMap<>();
        String sql = "SELECT day, COUNT(*) FROM outbox WHERE " + where;
        about.map(some -> handle.createQuery(sql + " AND agency IN (<about>) GROUP BY day")
                        .bindList("about", List.copyOf(some)))
                .orElseGet(() -> handle.createQuery(sql + " GROUP BY day"))
                .bind("first", month.atDay(1).toString())
                .bind("last", month.atEndOfMonth().toString())
                .map((row, context) -> days.put(LocalDate.parse(row.getString(1)), row.getLong(2)))
                .list();
        return days;
    }

    private static String states(Predicate<LetterState> which) {
        return Arrays.stream(LetterState.values())
                .filter(which)
                .map(state -> "'" + state.code() + "'")
                .collect(Collectors.joining(", "));
    }

    private static boolean isNothing(Wanted wanted) {
        return wanted.about().filter(Set::isEmpty).isPresent();
    }

    private static Query query(Handle handle, String select, Wanted wanted, String end) {
        List<String> conditions = new ArrayList<>();
        wanted.state().ifPresent(state -> conditions.add("state = :state"));
        wanted.kind().ifPresent(kind -> conditions.add("kind = :kind"));
        wanted.day().ifPresent(day -> conditions.add("day = :day"));
        wanted.about().ifPresent(units -> conditions.add("agency IN (<about>)"));
        if (wanted.forUnits()) {
            conditions.add(FOR_UNITS);
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        Query query = handle.createQuery(select + where + end);
        wanted.state().ifPresent(state -> query.bind("state", state.code()));
        wanted.kind().ifPresent(kind -> query.bind("kind", kind.code()));
        wanted.day().ifPresent(day -> query.bind("day", day.toString()));
        wanted.about().ifPresent(units -> query.bindList("about", List.copyOf(units)));
        return query;
    }

    private static Line line(ResultSet row) throws SQLException {
        String sent = row.getString("sent_at");
        String kind = row.getString("kind");
        return new Line(
                row.getLong("id"),
                Arrays.stream(LetterKind.values())
                        .filter(known -> known.code().equals(kind))
                        .findFirst()
                        .orElseThrow(),
                QueuedLetterMapper.state(row.getString("state")),
                LocalDate.parse(row.getString("day")),
                row.getString("recipient"),
                row.getString("agency"),
                row.getString("subject"),
                row.getInt("items"),
                sent == null ? null : Instant.parse(sent),
                row.getString("last_error"));
    }
}
