package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Rulings;
import vn.dondoc.reading.Problem;

/**
 * The status reports: added to, never changed. Of two entries for the same agency, period and duty the one received
 * later counts, and of two received at the same moment the one with the higher sequence: so an old report imported
 * after the event does not push aside a newer one.
 */
public final class ReportStore {
    private static final String STANDING = """
            select id, outcome, accepted_rows, recorded_at from received_file file
            where sha256 = ? and outcome in ('accepted', 'partly')
              and not exists (
                select 1 from entry own join entry back
                  on back.agency = own.agency and back.duty = own.duty
                  and (back.received_at, back.id) >= (own.received_at, own.id)
                join ruling on ruling.entry_id = back.id and ruling.kind = 'returned'
                where own.file_id = file.id)
              and not exists (
                select 1 from entry own join entry later
                  on later.agency = own.agency and later.duty = own.duty and later.period = own.period
                where own.file_id = file.id and (later.received_at, later.id) > (own.received_at, own.id))
            order by id desc limit 1""";

    private final Database database;

    public ReportStore(Database database) {
        this.database = database;
    }

    /**
     * Saves everything of one file in one transaction. A file that would add what an earlier one of the same bytes has
     * added already, and that still stands, is recorded as repeated and adds nothing.
     */
    public SavedFile save(ReceivedFile file, List<Entry> entries, List<Problem> refused) {
        return save(file, entries, refused, Set.of(), unit -> false);
    }

    /**
     * The same.
     *
     * @param units that the file speaks of beside those of its entries
     * @param approved tells by a unit's id whether its entries have to be approved
     */
    public SavedFile save(
            ReceivedFile file,
            List<Entry> entries,
            List<Problem> refused,
            Set<String> units,
            Predicate<String> approved) {
        return database.inTurn(handle -> {
            SavedFile saved = add(handle, file, entries, refused);
            Set<String> all = new TreeSet<>(units);
            entries.forEach(entry -> all.add(entry.agency()));
            FileRows.speaksOf(handle, saved.id(), all);
            if (entries.stream().map(Entry::agency).distinct().anyMatch(approved)) {
                RulingRows.await(handle, saved.id(), approved);
            }
            return saved;
        });
    }

    private static SavedFile add(Handle handle, ReceivedFile file, List<Entry> entries, List<Problem> refused) {
        Optional<StandingFile> earlier =
                standing(handle, file.sha256()).filter(standing -> standing.acceptedRows() == entries.size());
        if (file.outcome().hasEntries() && earlier.isPresent()) {
            return FileRows.add(handle, file.repeated(), List.of(), refused, earlier.get());
        }
        return FileRows.add(handle, file, entries, refused, null);
    }

    /**
     * Records that a file came in again; adds nothing else. Returns its number.
     *
     * @param units that it is handed in for, beside those that the earlier one speaks of
     */
    public long saveRepeated(ReceivedFile file, StandingFile earlier, Set<String> units) {
        return database.inTurn(handle -> {
            long id = FileRows.add(handle, file.repeated(), List.of(), List.of(), null)
                    .id();
            Set<String> all = new TreeSet<>(units);
            all.addAll(FileRows.unitsOf(handle, earlier.id()));
            FileRows.speaksOf(handle, id, all);
            return id;
        });
    }

    /** The units that a file speaks of. */
    public List<String> unitsOf(StandingFile file) {
        return database.jdbi().withHandle(handle -> FileRows.unitsOf(handle, file.id()));
    }

    /** The latest file of these bytes whose entries were taken and all still count. */
    public Optional<StandingFile> standing(String sha256) {
        return database.jdbi().withHandle(handle -> standing(handle, sha256));
    }

    /** Every entry received at that instant or before, superseded ones too; the later received comes later. */
    public List<Entry> entriesKnownAt(Instant moment) {
        EntryRow row = new EntryRow();
        // In the order of the table (SQLite would take the index): nearly all rows are wanted.
        List<Entry> known = database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(EntryRow.SELECT + " where <unindexed>received_at <= ? order by id")
                                .bind(0, Database.column(moment))
                                .map((result, context) -> row.read(result))
                                .list());
        return known.stream().sorted(Comparator.comparing(Entry::receivedAt)).toList();
    }

    /** The same of some units only, in no certain order, so that a country need not fit into memory at once. */
    public List<Entry> entriesOf(Collection<String> agencies, Instant moment) {
        if (agencies.isEmpty()) {
            return List.of();
        }
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                EntryRow.SELECT + " where agency in (<agencies>) and <unindexed>received_at <= :moment")
                        .bindList("agencies", List.copyOf(agencies))
                        .bind("moment", Database.column(moment))
                        .scanResultSet((rows, context) -> entries(rows.get())));
    }

    /** What was ruled about entries up to that instant. */
    public Rulings rulingsKnownAt(Instant moment) {
        return new Rulings(database.jdbi().withHandle(handle -> RulingRows.knownAt(handle, moment)));
    }

    /** The same of some units only. */
    public Rulings rulingsOf(Collection<String> agencies, Instant moment) {
        return new Rulings(database.jdbi().withHandle(handle -> RulingRows.of(handle, agencies, moment)));
    }

    /** The number of the last ruling up to that instant; 0 before the first. */
    public long lastRulingKnownAt(Instant moment) {
        return database.jdbi().withHandle(handle -> RulingRows.lastKnownAt(handle, moment));
    }

    private static List<Entry> entries(ResultSet rows) throws SQLException {
        EntryRow row = new EntryRow();
        List<Entry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(row.read(rows));
        }
        return entries;
    }

    /** The highest number of an entry received at that instant or before; 0 when there is none. */
    public long lastEntryKnownAt(Instant moment) {
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                "select id from entry where <unindexed>received_at <= ? order by id desc limit 1",
                                Database.column(moment))
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }

    private static Optional<StandingFile> standing(Handle handle, String sha256) {
        return handle.createQuery(STANDING)
                .bind(0, sha256)
                .map((row, context) -> new StandingFile(
                        row.getLong("id"),
                        row.getString("outcome").equals(Outcome.ACCEPTED.code()) ? Outcome.ACCEPTED : Outcome.PARTLY,
                        row.getInt("accepted_rows"),
                        Instant.parse(row.getString("recorded_at"))))
                .findOne();
    }
}
