package vn.dondoc.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.dondoc.audit.Act;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Ruling;
import vn.dondoc.facts.Ruling.Kind;

/** A {@link Ruling} as a row of its table, both ways. */
final class RulingRows {
    private static final String SELECT = "SELECT entry_id, kind, reason, new_date, author, at FROM ruling WHERE ";
    private static final String INSERT = "INSERT INTO ruling (entry_id, agency, kind, reason, new_date, author, at)"
            + " VALUES (:entry, :agency, :kind, :reason, :newDate, :author, :at)";
    private static final String PROGRAM = "chương trình";

    private static final RowMapper<Ruling> RULING = (row, context) -> new Ruling(
            row.getLong("entry_id"),
            Kind.of(row.getString("kind")),
            row.getString("reason"),
            row.getString("new_date") == null ? null : LocalDate.parse(row.getString("new_date")),
            row.getString("author"),
            Instant.parse(row.getString("at")));

    private RulingRows() {}

    static List<Ruling> knownAt(Handle handle, Instant moment) {
        return handle.select(SELECT + "at <= ? ORDER BY at, id", Database.column(moment))
                .map(RULING)
                .list();
    }

    static List<Ruling> of(Handle handle, Collection<String> agencies, Instant moment) {
        return agencies.isEmpty()
                ? List.of()
                : handle.createQuery(SELECT + "agency IN (<agencies>) AND at <= :moment ORDER BY at, id")
                        .bindList("agencies", List.copyOf(agencies))
                        .bind("moment", Database.column(moment))
                        .map(RULING)
                        .list();
    }

    static List<Ruling> on(Handle handle, long entry) {
        return handle.select(SELECT + "entry_id = ? ORDER BY at, id", entry)
                .map(RULING)
                .list();
    }

    static long lastKnownAt(Handle handle, Instant moment) {
        return handle.select("SELECT coalesce(max(id), 0) FROM ruling WHERE at <= ?", Database.column(moment))
                .mapTo(Long.class)
                .one();
    }

    /** Of the entries just stored, those that have to be approved. Known from the moment on from which they are. */
    static void await(Handle handle, long file, Predicate<String> agencies) {
        record Stored(long id, String agency, String receivedAt) {}
        List<Stored> waiting = handle
                .select("SELECT id, agency, received_at FROM entry WHERE file_id = ?", file)
                .map((row, context) -> new Stored(row.getLong(1), row.getString(2), row.getString(3)))
                .stream()
                .filter(entry -> agencies.test(entry.agency()))
                .toList();
        PreparedBatch rows = handle.prepareBatch(INSERT);
        waiting.forEach(entry -> rows.bind("entry", entry.id())
                .bind("agency", entry.agency())
                .bind("kind", Kind.AWAITED.code())
                .bind("reason", "")
                .bind("newDate", (String) null)
                .bind("author", PROGRAM)
                .bind("at", entry.receivedAt())
                .add());
        if (!waiting.isEmpty()) {
            rows.execute();
        }
    }

    static void add(Handle handle, Entry entry, Ruling ruling) {
        LocalDate newDate = ruling.newDate();
        handle.createUpdate(INSERT)
                .bind("entry", ruling.entry())
                .bind("agency", entry.agency())
                .bind("kind", ruling.kind().code())
                .bind("reason", ruling.reason())
                .bind("newDate", newDate == null ? null : newDate.toString())
                .bind("author", ruling.author())
                .bind("at", Database.column(ruling.at()))
                .execute();
        AuditLog.add(
                handle,
                ruling.at(),
                ruling.author(),
                ruling.kind() == Kind.RETURNED ? Act.REPORT_RETURNED : Act.REPORT_APPROVED,
                entry.agency() + " " + entry.duty() + " " + entry.period().id(),
                entry.source()
                        + (ruling.reason().isEmpty() ? "" : "; " + ruling.reason())
                        + (newDate == null ? "" : "; gửi lại chậm nhất " + newDate));
    }
}
