package vn.dondoc.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Decision.Because;
import vn.dondoc.notices.Reason;
import vn.dondoc.outbox.QueuedLetter;

/** Answers why a unit got a letter on a day, and why not. */
public final class ReasonStore {
    /** The reason that stood on the day, of findings that were open then. */
    private static final String REASONS = """
            SELECT r.duty, r.period, r.reason, r.detail FROM (
                SELECT duty, period, reason, detail,
                    ROW_NUMBER() OVER (PARTITION BY duty, period ORDER BY day DESC) AS back
                FROM item_reason WHERE agency = :agency AND day <= :day) r
            WHERE r.back = 1 AND 'closed' <> (
                SELECT c.change FROM finding_change c
                WHERE c.agency = :agency AND c.duty = r.duty AND c.period = r.period AND c.day <= :day
                ORDER BY c.id DESC LIMIT 1)
            ORDER BY r.reason, r.duty, r.period
            """;
    /** Letters to the unit, and those to others that speak of it. */
    private static final String LETTERS = """
            SELECT o.* FROM outbox o
            WHERE o.day = :day AND (o.agency = :agency OR o.letter_key IN (
                SELECT n.letter_key FROM notice_item n WHERE n.agency = :agency AND n.day = :day))
            ORDER BY o.id
            """;

    private final Database database;

    public ReasonStore(Database database) {
        this.database = database;
    }

    /** When a day was checked first, and by which rules; empty when it was not. */
    public record Check(Instant at, String rulesVersion) {}

    public Optional<Check> checkOf(LocalDate day) {
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT at, rules_version FROM morning WHERE day = ?", day.toString())
                        .map((row, context) -> new Check(Instant.parse(row.getString(1)), row.getString(2)))
                        .findOne());
    }

    /** Why each duty of a unit that was open on a day was or was not written about. */
    public List<Because> reasonsOn(LocalDate day, String agency) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(REASONS)
                        .bind("agency", agency)
                        .bind("day", day.toString())
                        .map((row, context) -> new Because(
                                new Finding.Key(agency, row.getString(1), row.getString(2)),
                                Reason.valueOf(row.getString(3)),
                                row.getString(4)))
                        .list());
    }

    /** Letters that spoke of a finding, up to a day, the newest first; without their attachments. */
    public List<QueuedLetter> lettersAbout(Finding.Key finding, LocalDate until) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM outbox WHERE letter_key IN ("
                                + "SELECT letter_key FROM notice_item WHERE agency = :agency AND duty = :duty"
                                + " AND period = :period) AND day <= :until ORDER BY id DESC")
                        .bind("agency", finding.agency())
                        .bind("duty", finding.duty())
                        .bind("period", finding.period())
                        .bind("until", until.toString())
                        .map(new QueuedLetterMapper())
                        .list());
    }

    /** Why a finding was or was not written about: a row for each day on which that became otherwise, the newest first. */
    public List<Told> reasonsOf(Finding.Key finding, LocalDate until) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT day, reason, detail FROM item_reason"
                                + " WHERE agency = :agency AND duty = :duty AND period = :period AND day <= :until"
                                + " ORDER BY day DESC")
                        .bind("agency", finding.agency())
                        .bind("duty", finding.duty())
                        .bind("period", finding.period())
                        .bind("until", until.toString())
                        .map((row, context) -> new Told(
                                LocalDate.parse(row.getString(1)), Reason.valueOf(row.getString(2)), row.getString(3)))
                        .list());
    }

    /** From a day on, why a finding was or was not written about. */
    public record Told(LocalDate since, Reason reason, String detail) {}

    public List<QueuedLetter> lettersOn(LocalDate day, String agency) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(LETTERS)
                        .bind("agency", agency)
                        .bind("day", day.toString())
                        .map(new QueuedLetterMapper())
                        .list());
    }
}
