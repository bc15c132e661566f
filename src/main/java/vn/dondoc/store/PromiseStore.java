package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.Promise;

/** Takes promises in, and keeps which links of letters were used up by them. */
public final class PromiseStore {
    private final Database database;

    public PromiseStore(Database database) {
        this.database = database;
    }

    /**
     * A letter that a link belongs to.
     *
     * @param agency id of the unit it was written to
     * @param items what it names, sorted
     */
    public record LinkedLetter(String agency, LocalDate day, String subject, List<Finding.Key> items) {
        public LinkedLetter {
            items = List.copyOf(items);
        }
    }

    /** That a link was used up, and what was promised by it. */
    public record LinkUse(Instant at, String author, List<Promise> promises) {
        public LinkUse {
            promises = List.copyOf(promises);
        }
    }

    /**
     * Enters what the caller decides on from what is agreed so far, in one transaction: no promise comes between.
     *
     * @return what was entered
     */
    public List<Promise> enter(Instant at, Function<Arrangements, List<Promise>> decide) {
        return database.inTurn(handle -> {
            List<Promise> promises = decide.apply(ArrangementStore.known(handle, at));
            promises.forEach(promise -> ArrangementStore.add(handle, promise));
            return promises;
        });
    }

    /**
     * The same by a link, which is used up unless nothing is promised.
     *
     * @param token hash of the letter's key
     * @return what was entered; empty when the link was used before
     */
    public Optional<List<Promise>> enterByLink(
            String token, String author, Instant at, Function<Arrangements, List<Promise>> decide) {
        return database.inTurn(handle -> {
            if (isUsed(handle, token)) {
                return Optional.empty();
            }
            List<Promise> promises = decide.apply(ArrangementStore.known(handle, at));
            if (!promises.isEmpty()) {
                useUp(handle, token, author, at, promises);
            }
            return Optional.of(promises);
        });
    }

    private static boolean isUsed(Handle handle, String token) {
        return handle.select("SELECT 1 FROM ack_link_use WHERE token_id = ?", token)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void useUp(Handle handle, String token, String author, Instant at, List<Promise> promises) {
        handle.execute(
                "INSERT INTO ack_link_use (token_id, used_at, author) VALUES (?, ?, ?)",
                token,
                Database.column(at),
                author);
        for (Promise promise : promises) {
            handle.execute(
                    "INSERT INTO ack_link_promise (token_id, promise_id) VALUES (?, ?)",
                    token,
                    ArrangementStore.add(handle, promise));
        }
    }

    /** How a link was used up; empty while it was not. */
    public Optional<LinkUse> useOf(String token) {
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT used_at, author FROM ack_link_use WHERE token_id = ?", token)
                        .map((row, context) -> new LinkUse(
                                Instant.parse(row.getString("used_at")),
                                row.getString("author"),
                                promisedBy(handle, token)))
                        .findOne());
    }

    private static List<Promise> promisedBy(Handle handle, String token) {
        return handle.select(
                        "SELECT p.* FROM promise p JOIN ack_link_promise l ON l.promise_id = p.id"
                                + " WHERE l.token_id = ? ORDER BY p.id",
                        token)
                .map((row, context) -> ArrangementStore.promise(row))
                .list();
    }

    /** The letter whose key has that hash; its Message-ID begins with it. */
    public Optional<LinkedLetter> letterOf(String token) {
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT letter_key, agency, day, subject FROM outbox"
                                        + " WHERE message_id >= ? AND message_id < ?",
                                "<" + token + "@",
                                "<" + token + "A") // "A" comes right after "@"
                        .map((row, context) -> new LinkedLetter(
                                row.getString("agency"),
                                LocalDate.parse(row.getString("day")),
                                row.getString("subject"),
                                itemsOf(handle, row.getString("letter_key"))))
                        .findOne());
    }

    private static List<Finding.Key> itemsOf(Handle handle, String letterKey) {
        return handle.select(
                        "SELECT DISTINCT agency, duty, period FROM notice_item WHERE letter_key = ?"
                                + " ORDER BY agency, duty, period",
                        letterKey)
                .map((row, context) -> key(row))
                .list();
    }

    static Finding.Key key(ResultSet row) throws SQLException {
        return new Finding.Key(row.getString("agency"), row.getString("duty"), row.getString("period"));
    }
}
