package vn.dondoc.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import vn.dondoc.audit.Act;
import vn.dondoc.facts.Entry;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.SavedFile.SavedEntry;
import vn.dondoc.store.SavedFile.Superseded;

/** A file that came in, as the rows that are added for it. */
final class FileRows {
    private static final String SAVED = """
            select own.id, old.id as old_id, old.place as old_place, old.received_at as old_received_at
            from entry own left join entry old on old.id = (
                select id from entry earlier
                where earlier.agency = own.agency and earlier.duty = own.duty and earlier.period = own.period
                  and (earlier.received_at, earlier.id) < (own.received_at, own.id)
                order by earlier.received_at desc, earlier.id desc limit 1)
            where own.file_id = ? order by own.id""";

    private FileRows() {}

    static SavedFile add(
            Handle handle,
            ReceivedFile file,
            List<Entry> entries,
            List<Problem> refused,
            @Nullable StandingFile repeats) {
        long id = insertFile(handle, file, entries.size());
        insertRefused(handle, id, refused);
        if (!entries.isEmpty()) {
            Knowledge.growsAbout(handle, entries.stream().map(Entry::agency).toList(), file.recordedAt());
            insertEntries(handle, id, entries);
        }
        AuditLog.add(
                handle,
                file.recordedAt(),
                file.sender(),
                Act.REPORT_RECEIVED,
                file.name(),
                detail(file, entries, refused));
        return new SavedFile(id, savedEntries(handle, id), repeats);
    }

    private static String detail(ReceivedFile file, List<Entry> entries, List<Problem> refused) {
        String units = entries.stream().map(Entry::agency).distinct().sorted().collect(Collectors.joining(", "));
        return "SHA-256 " + file.sha256() + "; " + file.outcome().words() + "; nhận " + entries.size() + " mục, "
                + refused.size() + " lỗi" + (units.isEmpty() ? "" : "; " + units);
    }

    private static long insertFile(Handle handle, ReceivedFile file, int acceptedRows) {
        return handle.createUpdate("""
                        insert into received_file (sha256, name, received_at, recorded_at, stored_path, channel,
                            outcome, accepted_rows, refused_rows, untouched_duties, reporter)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .bind(0, file.sha256())
                .bind(1, file.name())
                .bind(2, Database.column(file.receivedAt()))
                .bind(3, Database.column(file.recordedAt()))
                .bind(4, file.storedPath())
                .bind(5, file.channel())
                .bind(6, file.outcome().code())
                .bind(7, acceptedRows)
                .bind(8, file.refusedRows())
                .bind(9, file.untouched())
                .bind(10, file.reporter())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private static void insertRefused(Handle handle, long file, List<Problem> refused) {
        if (refused.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "insert into refused_row (file_id, number, place, message, hint) values (?, ?, ?, ?, ?)");
        int number = 1;
        for (Problem problem : refused) {
            batch.add(file, number++, problem.place(), problem.message(), problem.hint());
        }
        batch.execute();
    }

    /** Straight through JDBC: a province's year is a hundred thousand rows in one transaction. */
    private static void insertEntries(Handle handle, long file, List<Entry> entries) {
        try (PreparedStatement insert = handle.getConnection().prepareStatement(EntryRow.INSERT)) {
            for (Entry entry : entries) {
                EntryRow.bind(insert, file, entry);
                insert.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("entries of file " + file + " could not be stored", failed);
        }
    }

    private static List<SavedEntry> savedEntries(Handle handle, long file) {
        return handle.createQuery(SAVED)
                .bind(0, file)
                .map((row, context) -> {
                    long old = row.getLong("old_id");
                    boolean first = row.wasNull();
                    return new SavedEntry(
                            row.getLong("id"),
                            first
                                    ? Optional.empty()
                                    : Optional.of(new Superseded(
                                            old,
                                            row.getString("old_place"),
                                            Instant.parse(row.getString("old_received_at")))));
                })
                .list();
    }

    static List<String> unitsOf(Handle handle, long file) {
        return handle.select("select agency from received_from where file_id = ? order by agency", file)
                .mapTo(String.class)
                .list();
    }

    static void speaksOf(Handle handle, long file, Set<String> units) {
        PreparedBatch rows = handle.prepareBatch("insert into received_from (agency, file_id) values (?, ?)");
        units.forEach(unit -> rows.add(unit, file));
        if (!units.isEmpty()) {
            rows.execute();
        }
    }
}
