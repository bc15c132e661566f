package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;

/** Looks letters up, a page at a time and without their bodies: a country writes thousands a morning. */
public final class LetterSearch {
    private final Database database;

    public LetterSearch(Database database) {
        this.database = database;
    }

    /**
     * What is looked for; what is empty fits every letter.
     *
     * @param text a part of the address or of the subject
     * @param named ids of units whose name holds the text, too
     * @param within ids of the only units whose letters may be found
     */
    public record Wanted(
            Optional<LetterState> state,
            Optional<LetterKind> kind,
            Optional<LocalDate> day,
            String text,
            Set<String> named,
            Optional<Set<String>> within) {

        public Wanted {
            named = Set.copyOf(named);
            within = within.map(Set::copyOf);
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

    /** The newest first. */
    public List<Line> page(Wanted wanted, int from, int most) {
        return isNothing(wanted)
                ? List.of()
                : database.jdbi()
                        .withHandle(handle -> query(
                                        handle,
                                        "SELECT id, kind, state, day, recipient, agency, subject, items, sent_at,"
                                                + " last_error FROM outbox",
                                        wanted,
                                        " ORDER BY id DESC LIMIT :most OFFSET :from")
                                .bind("most", most)
                                .bind("from", from)
                                .map((row, context) -> line(row))
                                .list());
    }

    public long count(Wanted wanted) {
        return isNothing(wanted)
                ? 0
                : database.jdbi()
                        .withHandle(handle -> query(handle, "SELECT COUNT(*) FROM outbox", wanted, "")
                                .mapTo(Long.class)
                                .one());
    }

    /** How many letters belong to each day of a month that has some. */
    public Map<LocalDate, Long> daysOf(YearMonth month, Optional<Set<String>> within) {
        if (within.filter(Set::isEmpty).isPresent()) {
            return Map.of();
        }
        Map<LocalDate, Long> days = new TreeMap<>();
        String sql = "SELECT day, COUNT(*) FROM outbox WHERE day >= :first AND day <= :last AND state <> 'cancelled'";
        database.jdbi()
                .withHandle(handle -> within.map(
                                some -> handle.createQuery(sql + " AND agency IN (<within>) GROUP BY day")
                                        .bindList("within", List.copyOf(some)))
                        .orElseGet(() -> handle.createQuery(sql + " GROUP BY day"))
                        .bind("first", month.atDay(1).toString())
                        .bind("last", month.atEndOfMonth().toString())
                        .map((row, context) -> days.put(LocalDate.parse(row.getString(1)), row.getLong(2)))
                        .list());
        return days;
    }

    private static boolean isNothing(Wanted wanted) {
        return wanted.within().filter(Set::isEmpty).isPresent();
    }

    private static Query query(Handle handle, String select, Wanted wanted, String end) {
        List<String> conditions = new ArrayList<>();
        wanted.state().ifPresent(state -> conditions.add("state = :state"));
        wanted.kind().ifPresent(kind -> conditions.add("kind = :kind"));
        wanted.day().ifPresent(day -> conditions.add("day = :day"));
        wanted.within().ifPresent(units -> conditions.add("agency IN (<within>)"));
        if (!wanted.text().isEmpty()) {
            conditions.add("(LOWER(recipient) LIKE :text ESCAPE '!' OR LOWER(subject) LIKE :text ESCAPE '!'"
                    + (wanted.named().isEmpty() ? ")" : " OR agency IN (<named>))"));
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        Query query = handle.createQuery(select + where + end);
        wanted.state().ifPresent(state -> query.bind("state", state.code()));
        wanted.kind().ifPresent(kind -> query.bind("kind", kind.code()));
        wanted.day().ifPresent(day -> query.bind("day", day.toString()));
        wanted.within().ifPresent(units -> query.bindList("within", List.copyOf(units)));
        if (!wanted.text().isEmpty()) {
            query.bind("text", "%" + literally(wanted.text()) + "%");
            if (!wanted.named().isEmpty()) {
                query.bindList("named", List.copyOf(wanted.named()));
            }
        }
        return query;
    }

    /** What a person types stands for itself. */
    private static String literally(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
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
