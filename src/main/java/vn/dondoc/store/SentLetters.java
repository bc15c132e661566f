package vn.dondoc.store;

import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Letters that went out after a backup was made, written into what was restored from it: they do not go out again. */
public final class SentLetters {
    private static final String WAITING_AND_SENT_SINCE = """
            UPDATE main.outbox SET state = 'sent', sent_at = later.sent_at, dated_at = later.dated_at,
                attempts = later.attempts, delivery_note = later.delivery_note, lease_owner = NULL, lease_until = NULL
            FROM source.outbox AS later
            WHERE later.letter_key = main.outbox.letter_key AND later.state = 'sent'
                AND main.outbox.state NOT IN ('sent', 'cancelled')
            """;
    private static final String DECIDED_AND_SENT_SINCE = "SELECT letter_key FROM source.outbox WHERE state = 'sent'"
            + " AND letter_key NOT IN (SELECT letter_key FROM main.outbox)";

    private SentLetters() {}

    /**
     * What was written over.
     *
     * @param marked letters that waited when the backup was made
     * @param added letters that it knows nothing of
     */
    public record CarriedOver(int marked, int added) {}

    /**
     * Writes them in one transaction.
     *
     * @param later what was replaced; only read
     * @throws UnreadableFileException when it cannot be read; nothing is written then
     */
    public static CarriedOver carryOver(Path later, Database restored) {
        try {
            return restored.jdbi().withHandle(handle -> {
                handle.execute("ATTACH DATABASE ? AS source", TakenOverRecords.readOnly(later));
                try {
                    return handle.inTransaction(SentLetters::carryOver);
                } finally {
                    handle.execute("DETACH DATABASE source");
                }
            });
        } catch (JdbiException unreadable) {
            throw new UnreadableFileException(unreadable);
        }
    }

    private static CarriedOver carryOver(Handle handle) {
        int marked = handle.execute(WAITING_AND_SENT_SINCE);
        handle.execute("CREATE TEMP TABLE carried AS " + DECIDED_AND_SENT_SINCE);
        String columns = String.join(
                ", ",
                Table.named(handle, "outbox").columns().stream()
                        .filter(column -> !column.equals("id"))
                        .toList());
        String carried = " WHERE letter_key IN (SELECT letter_key FROM carried)";
        int added = handle.execute("INSERT INTO main.outbox (" + columns + ") SELECT " + columns + " FROM source.outbox"
                + carried + " ORDER BY id");
        handle.execute("INSERT OR IGNORE INTO main.attachment_content SELECT * FROM source.attachment_content"
                + " WHERE sha256 IN (SELECT sha256 FROM source.letter_attachment" + carried + ")");
        for (String table : new String[] {"letter_attachment", "notice_item", "alert"}) {
            handle.execute("INSERT OR IGNORE INTO main." + table + " SELECT * FROM source." + table + carried);
        }
        handle.execute("DROP TABLE carried");
        return new CarriedOver(marked, added);
    }
}
