package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.dondoc.audit.Act;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.store.MailReply.Conclusion;
import vn.dondoc.store.MailReply.Content;

/** Mails that came in: each is kept once, concluded once, and its answer is queued with the conclusion or not at all. */
public final class ReplyStore {
    private static final String TAKE = """
            INSERT INTO mail_reply (mail_key, message_id, stored_path, whole, arrived_at, state)
            VALUES (?, ?, ?, ?, ?, 'new') ON CONFLICT (mail_key) DO NOTHING
            """;
    private static final String CONCLUDE = """
            UPDATE mail_reply SET state = :state, kind = :kind, sender = :sender, agency = :agency, subject = :subject,
                body = :body, attachments = :attachments, outcome = :outcome, answered_on = :answered
            WHERE id = :id AND state = 'new'
            """;

    private final Database database;
    private final OutboxStore outbox;

    public ReplyStore(Database database, OutboxStore outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * An answer to be queued.
     *
     * @param held whether it waits for an officer
     */
    public record Answer(Letter letter, String rulesVersion, boolean held) {}

    /** @return false when that message is there already */
    public boolean take(String key, String messageId, String storedPath, boolean whole, Instant at) {
        return database.jdbi()
                .inTransaction(handle ->
                        handle.execute(TAKE, key, messageId, storedPath, whole ? 1 : 0, Database.column(at)) == 1);
    }

    /** Mails that nobody has looked at yet, the oldest first. */
    public List<MailReply> unread() {
        return list(ReplyState.NEW);
    }

    /** Counts an attempt to take it up, so that one on which the program dies does not come up for ever. */
    public void begin(long id) {
        database.jdbi()
                .useTransaction(
                        handle -> handle.execute("UPDATE mail_reply SET attempts = attempts + 1 WHERE id = ?", id));
    }

    /**
     * Writes down what became of a mail, and queues its answer in the same transaction.
     *
     * @return false when somebody else was quicker: nothing is written then
     */
    public boolean conclude(MailReply mail, Conclusion conclusion, @Nullable Answer answer, Instant at) {
        return database.inTurn(handle -> {
            boolean first = handle.createUpdate(CONCLUDE)
                            .bind("state", conclusion.state().code())
                            .bind("kind", conclusion.kind().name())
                            .bind("outcome", String.join("\n", conclusion.lines()))
                            .bind("sender", conclusion.content().sender())
                            .bind("agency", conclusion.content().agency())
                            .bind("subject", conclusion.content().subject())
                            .bind("body", conclusion.content().body())
                            .bind(
                                    "attachments",
                                    String.join("\n", conclusion.content().attachments()))
                            .bind(
                                    "answered",
                                    answer == null
                                            ? null
                                            : answer.letter().day().toString())
                            .bind("id", mail.id())
                            .execute()
                    == 1;
            if (first && answer != null) {
                outbox.enqueue(handle, answer.letter(), answer.rulesVersion(), answer.held(), at);
            }
            return first;
        });
    }

    /** How many answers to an address were queued on a day. */
    public int answersTo(String sender, LocalDate day) {
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM mail_reply WHERE sender = ? AND answered_on = ?",
                                sender,
                                day.toString())
                        .mapTo(Integer.class)
                        .one());
    }

    /**
     * A letter that was answered.
     *
     * @param hash of its key
     * @param agency id of the unit that it is about, or the title of its recipient
     * @param addresses of its recipient and of the copies, lower case
     */
    public record AnsweredLetter(String hash, String agency, Set<String> addresses) {
        public AnsweredLetter {
            addresses = Set.copyOf(addresses);
        }
    }

    /** The letter the hash of whose key begins so; hexadecimal digits. */
    public Optional<AnsweredLetter> letterOf(String beginning) {
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT message_id, agency, recipient, cc FROM outbox"
                                        + " WHERE message_id >= ? AND message_id < ? ORDER BY message_id LIMIT 1",
                                "<" + beginning,
                                "<" + beginning + "g") // "g" comes right after the digits
                        .map((row, context) -> new AnsweredLetter(
                                row.getString("message_id")
                                        .substring(
                                                1, row.getString("message_id").indexOf('@')),
                                row.getString("agency"),
                                lines(row.getString("recipient") + "\n" + row.getString("cc")).stream()
                                        .map(address -> address.toLowerCase(Locale.ROOT))
                                        .collect(Collectors.toSet())))
                        .findOne());
    }

    /** In the order in which they came. */
    public List<MailReply> list(ReplyState state) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.select("SELECT * FROM mail_reply WHERE state = ? ORDER BY id", state.code())
                                .map((row, context) -> reply(row))
                                .list());
    }

    public List<MailReply> list() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM mail_reply ORDER BY id")
                        .map((row, context) -> reply(row))
                        .list());
    }

    public Optional<MailReply> find(long id) {
        return database.jdbi()
                .withHandle(handle -> handle.select("SELECT * FROM mail_reply WHERE id = ?", id)
                        .map((row, context) -> reply(row))
                        .findOne());
    }

    /** Somebody has seen to a mail that waited; false when none of that number waits. */
    public boolean settle(long id, OfficerAct act) {
        return database.inTurn(handle -> {
            boolean settled = handle.execute(
                            "UPDATE mail_reply SET state = 'handled', settled_by = ?, settled_at = ?,"
                                    + " outcome = outcome || ? WHERE id = ? AND state = 'waiting'",
                            act.author(),
                            Database.column(act.at()),
                            "\n" + act.reason(),
                            id)
                    == 1;
            if (settled) {
                AuditLog.add(handle, act.at(), act.author(), Act.MAIL_SETTLED, subject(handle, id), act.reason());
            }
            return settled;
        });
    }

    private static String subject(Handle handle, long id) {
        return handle.select("SELECT sender || ' ' || message_id FROM mail_reply WHERE id = ?", id)
                .mapTo(String.class)
                .one();
    }

    private static MailReply reply(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        List<String> outcome = lines(row.getString("outcome"));
        return new MailReply(
                row.getLong("id"),
                row.getString("mail_key"),
                row.getString("message_id"),
                row.getString("stored_path"),
                row.getInt("whole") == 1,
                Instant.parse(row.getString("arrived_at")),
                ReplyState.ofCode(row.getString("state")).orElseThrow(),
                row.getInt("attempts"),
                new Content(
                        row.getString("sender"),
                        row.getString("agency"),
                        row.getString("subject"),
                        row.getString("body"),
                        lines(row.getString("attachments"))),
                kind.isEmpty() ? null : ReplyKind.valueOf(kind),
                outcome,
                settled(row, outcome));
    }

    private static @Nullable OfficerAct settled(ResultSet row, List<String> outcome) throws SQLException {
        String author = row.getString("settled_by");
        return author == null
                ? null
                : new OfficerAct(author, outcome.get(outcome.size() - 1), Instant.parse(row.getString("settled_at")));
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n")).filter(line -> !line.isEmpty()).toList();
    }
}
