package vn.dondoc.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import vn.dondoc.facts.Entry;
import vn.dondoc.reading.Problem;

/** The files that came in, for looking back: who sent what of which unit, and what became of it. */
public final class SubmissionStore {
    private static final RowMapper<Submission> SUBMISSION = (row, context) -> new Submission(
            row.getLong("id"),
            row.getString("name"),
            row.getString("reporter"),
            Instant.parse(row.getString("recorded_at")),
            row.getString("stored_path"),
            outcome(row.getString("outcome")),
            row.getInt("accepted_rows"),
            row.getInt("refused_rows"),
            row.getInt("untouched_duties"));

    private final Database database;

    public SubmissionStore(Database database) {
        this.database = database;
    }

    /**
     * A file that came in.
     *
     * @param reporter who sent it; empty when nobody said so
     * @param storedPath of the original, below the folder of originals
     * @param untouched how many duties a form brought back as it had shown them
     */
    public record Submission(
            long id,
            String name,
            String reporter,
            Instant at,
            String storedPath,
            Outcome outcome,
            int accepted,
            int refused,
            int untouched) {}

    /** The files that speak of a unit, the newest first. */
    public List<Submission> of(String agency, int most, int skipped) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT file.* FROM received_from o JOIN received_file file"
                                + " ON file.id = o.file_id WHERE o.agency = :agency"
                                + " ORDER BY o.file_id DESC LIMIT :most OFFSET :skipped")
                        .bind("agency", agency)
                        .bind("most", most)
                        .bind("skipped", skipped)
                        .map(SUBMISSION)
                        .list());
    }

    /** A file that speaks of that unit. */
    public Optional<Submission> find(String agency, long file) {
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT file.* FROM received_from o JOIN received_file file ON file.id = o.file_id"
                                        + " WHERE o.agency = ? AND o.file_id = ?",
                                agency,
                                file)
                        .map(SUBMISSION)
                        .findOne());
    }

    public Optional<Submission> find(long file) {
        return database.jdbi()
                .withHandle(handle -> handle.select("SELECT * FROM received_file WHERE id = ?", file)
                        .map(SUBMISSION)
                        .findOne());
    }

    /** The units that a file speaks of. */
    public List<String> unitsOf(long file) {
        return database.jdbi().withHandle(handle -> FileRows.unitsOf(handle, file));
    }

    public List<Problem> refusedOf(long file) {
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT place, message, hint FROM refused_row WHERE file_id = ? ORDER BY number", file)
                        .map((row, context) -> new Problem(row.getString(1), row.getString(2), row.getString(3)))
                        .list());
    }

    /** What was taken of a file. */
    public List<Entry> entriesOf(long file) {
        EntryRow row = new EntryRow();
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(EntryRow.SELECT + " where file_id = :file order by id")
                        .bind("file", file)
                        .map((result, context) -> row.read(result))
                        .list());
    }

    /** By unit, when something last came in under a period until a moment; a unit of which nothing did is missing. */
    public Map<String, Instant> lastReported(Collection<String> agencies, String period, Instant until) {
        Map<String, Instant> last = new HashMap<>();
        if (agencies.isEmpty()) {
            return last;
        }
        database.jdbi()
                .useHandle(handle -> handle.createQuery("SELECT agency, max(received_at) AS last FROM entry"
                                + " WHERE agency IN (<agencies>) AND period = :period AND received_at <= :until"
                                + " GROUP BY agency")
                        .bindList("agencies", List.copyOf(agencies))
                        .bind("period", period)
                        .bind("until", Database.column(until))
                        .map((row, context) -> last.put(row.getString("agency"), Instant.parse(row.getString("last"))))
                        .list());
        return last;
    }

    private static Outcome outcome(String code) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw new IllegalStateException("no outcome is called " + code);
    }
}
