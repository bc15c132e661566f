package vn.dondoc.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.dondoc.audit.Act;
import vn.dondoc.outbox.OfficerAct;

/** Table outbox_pause: every stop and start of all sending, the last one in force. */
final class OutboxPauses {
    private OutboxPauses() {}

    static void add(Handle handle, OfficerAct act, boolean paused) {
        handle.createUpdate(
                        "INSERT INTO outbox_pause (paused, author, reason, at) VALUES (:paused, :author, :reason, :at)")
                .bindMethods(act)
                .bind("paused", paused ? 1 : 0)
                .bind("at", Database.column(act.at()))
                .execute();
        AuditLog.add(
                handle,
                act.at(),
                act.author(),
                paused ? Act.SENDING_PAUSED : Act.SENDING_RESUMED,
                "hàng chờ gửi",
                act.reason());
    }

    static Optional<OfficerAct> current(Handle handle) {
        return handle.createQuery("""
                        SELECT author, reason, at FROM outbox_pause
                        WHERE paused = 1 AND id = (SELECT MAX(id) FROM outbox_pause)
                        """)
                .map((row, context) -> new OfficerAct(
                        row.getString("author"), row.getString("reason"), Instant.parse(row.getString("at"))))
                .findOne();
    }
}
