package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.dondoc.audit.Act;
import vn.dondoc.facts.Dispensation;
import vn.dondoc.facts.Dispensations;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.Silence;

/** Extensions, exemptions, promises and silences. Only ever added, each with its moment, so that the past can be asked. */
public final class ArrangementStore {
    private final Database database;

    public ArrangementStore(Database database) {
        this.database = database;
    }

    public void add(Dispensation granted) {
        database.jdbi().useTransaction(handle -> {
            Knowledge.growsAbout(handle, List.of(granted.agency()), granted.at());
            handle.execute(
                    "INSERT INTO dispensation (agency, duty, period, new_due, document, document_day, author, at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    granted.agency(),
                    granted.duty(),
                    granted.period(),
                    granted.newDue() == null ? null : granted.newDue().toString(),
                    granted.document(),
                    granted.documentDay().toString(),
                    granted.author(),
                    Database.column(granted.at()));
            AuditLog.add(
                    handle,
                    granted.at(),
                    granted.author(),
                    granted.newDue() == null ? Act.EXEMPTED : Act.EXTENDED,
                    subject(granted.agency(), granted.duty(), granted.period()),
                    granted.document() + (granted.newDue() == null ? "" : "; hạn mới " + granted.newDue()));
        });
    }

    public void add(Promise promise) {
        database.jdbi().useTransaction(handle -> add(handle, promise));
    }

    /** The same within the caller's transaction; returns the number that it was given. */
    static long add(Handle handle, Promise promise) {
        Knowledge.growsAbout(handle, List.of(promise.finding().agency()), promise.at());
        long id = handle.createUpdate("INSERT INTO promise (agency, duty, period, until, author, channel, at)"
                        + " VALUES (:agency, :duty, :period, :until, :author, :channel, :at)")
                .bindMethods(promise.finding())
                .bind("until", promise.until().toString())
                .bind("author", promise.author())
                .bind("channel", promise.channel())
                .bind("at", Database.column(promise.at()))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        Finding.Key finding = promise.finding();
        AuditLog.add(
                handle,
                promise.at(),
                promise.author(),
                Act.PROMISED,
                subject(finding.agency(), finding.duty(), finding.period()),
                "đến " + promise.until() + "; " + promise.channel());
        return id;
    }

    private static String inWords(Silence.Matcher matcher) {
        return Stream.of(matcher.agency(), matcher.duty(), matcher.clause(), matcher.group())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String subject(String agency, String duty, String period) {
        return agency + " " + duty + " " + period;
    }

    /** Enters a silence (its id is not looked at) and returns the number that it was given. */
    public long add(Silence silence) {
        return database.jdbi().inTransaction(handle -> {
            Knowledge.growsAboutAll(handle, silence.at());
            long id = handle.createUpdate(
                            "INSERT INTO silence (agency, duty, clause, unit_group, author, reason, from_day, until, at)"
                                    + " VALUES (:agency, :duty, :clause, :group, :author, :reason, :from, :until, :at)")
                    .bindMethods(silence.matcher())
                    .bind("author", silence.author())
                    .bind("reason", silence.reason())
                    .bind("from", silence.from().toString())
                    .bind("until", silence.until().toString())
                    .bind("at", Database.column(silence.at()))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            AuditLog.add(
                    handle,
                    silence.at(),
                    silence.author(),
                    Act.SILENCED,
                    "số " + id + ": " + inWords(silence.matcher()),
                    silence.from() + " – " + silence.until() + "; " + silence.reason());
            return id;
        });
    }

    /** Ends a silence before its time; false when there is none of that number in force. */
    public boolean endSilence(long id, String author, Instant at) {
        return database.jdbi().inTransaction(handle -> {
            Knowledge.growsAboutAll(handle, at);
            boolean ended = handle.execute(
                            "UPDATE silence SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL",
                            Database.column(at),
                            author,
                            id)
                    == 1;
            if (ended) {
                AuditLog.add(handle, at, author, Act.SILENCE_ENDED, "số " + id, "");
            }
            return ended;
        });
    }

    /** The extensions and exemptions entered up to a moment. */
    public Dispensations dispensationsKnownAt(Instant moment) {
        return new Dispensations(database.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT * FROM dispensation WHERE at <= ? ORDER BY at, id", Database.column(moment))
                        .map((row, context) -> new Dispensation(
                                row.getString("agency"),
                                row.getString("duty"),
                                row.getString("period"),
                                day(row, "new_due"),
                                row.getString("document"),
                                LocalDate.parse(row.getString("document_day")),
                                row.getString("author"),
                                Instant.parse(row.getString("at"))))
                        .list()));
    }

    /** Number of the last extension or exemption entered up to a moment; 0 before the first. */
    public long lastDispensationKnownAt(Instant moment) {
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT coalesce(max(id), 0) FROM dispensation WHERE at <= ?", Database.column(moment))
                        .mapTo(Long.class)
                        .one());
    }

    /** The moments from one on, the last one left out, at which something was agreed. */
    public List<Instant> momentsBetween(Instant from, Instant until) {
        String moments = " SELECT at FROM %s WHERE at >= :from AND at < :until";
        return database
                .jdbi()
                .withHandle(handle -> handle.createQuery(String.join(
                                " UNION",
                                moments.formatted("dispensation"),
                                moments.formatted("promise"),
                                moments.formatted("silence"),
                                moments.formatted("ruling")))
                        .bind("from", Database.column(from))
                        .bind("until", Database.column(until))
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(Instant::parse)
                .sorted()
                .toList();
    }

    /** The promises and silences entered up to a moment. */
    public Arrangements knownAt(Instant moment) {
        return database.jdbi().withHandle(handle -> known(handle, moment));
    }

    /** The same within the caller's transaction. */
    static Arrangements known(Handle handle, Instant moment) {
        return new Arrangements(promises(handle, moment), silences(handle, moment));
    }

    /** Every silence entered up to a moment, those that are over as well. */
    public List<Silence> silencesKnownAt(Instant moment) {
        return database.jdbi().withHandle(handle -> silences(handle, moment));
    }

    private static List<Promise> promises(Handle handle, Instant moment) {
        return handle.select("SELECT * FROM promise WHERE at <= ? ORDER BY at, id", Database.column(moment))
                .map((row, context) -> promise(row))
                .list();
    }

    static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                PromiseStore.key(row),
                LocalDate.parse(row.getString("until")),
                row.getString("author"),
                row.getString("channel"),
                Instant.parse(row.getString("at")));
    }

    /** One that was ended after the moment stood then. */
    private static List<Silence> silences(Handle handle, Instant moment) {
        return handle.select("SELECT * FROM silence WHERE at <= ? ORDER BY id", Database.column(moment))
                .map((row, context) -> {
                    Instant ended = instant(row, "ended_at");
                    return new Silence(
                            row.getLong("id"),
                            new Silence.Matcher(
                                    row.getString("agency"),
                                    row.getString("duty"),
                                    row.getString("clause"),
                                    row.getString("unit_group")),
                            row.getString("author"),
                            row.getString("reason"),
                            LocalDate.parse(row.getString("from_day")),
                            LocalDate.parse(row.getString("until")),
                            Instant.parse(row.getString("at")),
                            ended == null || ended.isAfter(moment) ? null : ended);
                })
                .list();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Instant.parse(text);
    }
}
