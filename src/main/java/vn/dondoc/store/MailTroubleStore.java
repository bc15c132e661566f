package vn.dondoc.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.Standstill;

/** What goes wrong with the mail as a whole: table mail_standstill, and which given-up letters are still to be told of. */
final class MailTroubleStore {
    private MailTroubleStore() {}

    static void failed(Handle handle, Instant at, String reason) {
        handle.createUpdate("INSERT INTO mail_standstill (only_row, since, reason) VALUES (1, :at, :reason)"
                        + " ON CONFLICT (only_row) DO UPDATE SET reason = :reason")
                .bind("at", Database.column(at))
                .bind("reason", reason)
                .execute();
    }

    static void wentOut(Handle handle) {
        handle.execute("DELETE FROM mail_standstill");
    }

    static Optional<Standstill> standstill(Handle handle) {
        return handle.createQuery("SELECT since, reason FROM mail_standstill")
                .map((row, context) -> new Standstill(Instant.parse(row.getString("since")), row.getString("reason")))
                .findOne();
    }

    static List<QueuedLetter> givenUpToBeTold(Handle handle) {
        return handle.createQuery("SELECT * FROM outbox WHERE state = 'given-up' AND to_be_told = 1 ORDER BY id")
                .map(new QueuedLetterMapper())
                .list();
    }

    static void told(Handle handle, List<QueuedLetter> letters) {
        letters.forEach(letter -> handle.execute("UPDATE outbox SET to_be_told = 0 WHERE id = ?", letter.id()));
    }
}
