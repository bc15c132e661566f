package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditRecord;
import vn.dondoc.audit.BrokenChain;

/** The chain of who did what. A link is written in the transaction of what it tells of, as its last statements. */
public final class AuditLog {
    private static final String COLUMNS = "SELECT number, at, actor, act, subject, detail, hash FROM audit";

    private final Database database;

    public AuditLog(Database database) {
        this.database = database;
    }

    /** Writers wait for each other at the head's row, so that every link has one that it follows. */
    static void add(Handle handle, Instant at, String actor, Act act, String subject, String detail) {
        handle.execute("UPDATE audit_head SET number = number + 1");
        AuditRecord link = handle.createQuery("SELECT number, hash FROM audit_head")
                .map((row, context) -> AuditRecord.after(
                        row.getString("hash"), row.getLong("number"), Database.column(at), actor, act, subject, detail))
                .one();
        handle.createUpdate("INSERT INTO audit (number, at, actor, act, subject, detail, hash)"
                        + " VALUES (:number, :at, :actor, :name, :subject, :detail, :hash)")
                .bindMethods(link)
                .bind("name", act.name())
                .execute();
        handle.execute("UPDATE audit_head SET hash = ?", link.hash());
    }

    /** In a transaction of its own, for what happened outside of the database. */
    public void add(Instant at, String actor, Act act, String subject, String detail) {
        database.jdbi().useTransaction(handle -> add(handle, at, actor, act, subject, detail));
    }

    /** Writes down that the clock stands before what is recorded. */
    public void addClockPutBack(Instant newestRecord, Instant now) {
        add(now, "chương trình", Act.CLOCK_PUT_BACK, Database.column(newestRecord), "");
    }

    /** Whether that was written down, of this newest record or of a later one. */
    public boolean knowsClockPutBack(Instant newestRecord) {
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                        "SELECT count(*) FROM audit WHERE act = ? AND subject >= ?",
                                        Act.CLOCK_PUT_BACK.name(),
                                        Database.column(newestRecord))
                                .mapTo(Long.class)
                                .one()
                        > 0);
    }

    /** When somebody last said that the clock is right, by that clock; empty before the first. */
    public Optional<Instant> clockConfirmed() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.select("SELECT max(at) FROM audit WHERE act = ?", Act.CLOCK_CONFIRMED.name())
                                .mapTo(String.class)
                                .findOne()
                                .map(Instant::parse));
    }

    /** Hands over every link, in order, none of them kept. */
    public void read(Consumer<AuditRecord> reader) {
        database.jdbi().useHandle(handle -> links(handle, reader));
    }

    /**
     * Which links are looked for.
     *
     * @param act name of an act; empty for all
     * @param words to be found in who did it, to what, or in the detail; empty for all
     * @param before only links with a smaller number
     */
    public record Search(String act, String words, long before) {
        /** The newest first, and no end. */
        public static final Search ALL = new Search("", "", Long.MAX_VALUE);

        String pattern() {
            return "%" + words.replaceAll("[!%_]", "!$0") + "%";
        }
    }

    /** The newest links of a search, so many at most. */
    public List<AuditRecord> newest(Search search, int most) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(COLUMNS + " WHERE number < :before"
                                + " AND (:act = '' OR act = :act)"
                                + " AND (:words = '' OR actor LIKE :pattern ESCAPE '!' OR subject LIKE :pattern ESCAPE '!'"
                                + " OR detail LIKE :pattern ESCAPE '!') ORDER BY number DESC LIMIT :most")
                        .bindMethods(search)
                        .bind("pattern", search.pattern())
                        .bind("most", most)
                        .map((row, context) -> link(row))
                        .list());
    }

    /** Goes through the whole chain; empty when it holds. */
    public Optional<BrokenChain> verify() {
        return database.jdbi().inTransaction(AuditLog::verify);
    }

    static Optional<BrokenChain> verify(Handle handle) {
        Walk walk = new Walk();
        links(handle, walk::step);
        return Optional.ofNullable(walk.broken).or(() -> cutOff(handle, walk.last));
    }

    /** The last link as the head has it. */
    public record Head(long number, String hash) {}

    public Head head() {
        return database.jdbi().withHandle(AuditLog::head);
    }

    private static Head head(Handle handle) {
        return handle.createQuery("SELECT number, hash FROM audit_head")
                .map((row, context) -> new Head(row.getLong("number"), row.getString("hash")))
                .one();
    }

    private static Optional<BrokenChain> cutOff(Handle handle, Head last) {
        Head head = head(handle);
        return head.equals(last)
                ? Optional.empty()
                : Optional.of(new BrokenChain(
                        Math.min(last.number(), head.number()) + 1,
                        "dòng cuối là số " + last.number() + ", sổ ghi có đến số " + head.number()));
    }

    private static void links(Handle handle, Consumer<AuditRecord> reader) {
        handle.createQuery(COLUMNS + " ORDER BY number")
                .map((row, context) -> link(row))
                .forEach(reader);
    }

    private static AuditRecord link(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("number"),
                row.getString("at"),
                row.getString("actor"),
                Act.valueOf(row.getString("act")),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("hash"));
    }

    private static final class Walk {
        private Head last = new Head(0, AuditRecord.BEGINNING);
        private @Nullable BrokenChain broken;

        void step(AuditRecord link) {
            if (broken == null) {
                broken = faultOf(link);
            }
            last = new Head(link.number(), link.hash());
        }

        private @Nullable BrokenChain faultOf(AuditRecord link) {
            if (link.number() != last.number() + 1) {
                return new BrokenChain(last.number() + 1, "thiếu dòng số " + (last.number() + 1));
            }
            return link.follows(last.hash())
                    ? null
                    : new BrokenChain(link.number(), "nội dung dòng số " + link.number() + " không còn như lúc ghi");
        }
    }
}
