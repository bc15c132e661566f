package vn.dondoc.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import vn.dondoc.audit.Act;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.outbox.QueuedLetter;

/** How the audit log tells of letters: by Message-ID, with whom they are for and what they are about. */
final class LetterAudit {
    /** Who acts when no person does. */
    private static final String PROGRAM = "chương trình";

    private LetterAudit() {}

    static void sent(Handle handle, QueuedLetter letter, Instant at) {
        AuditLog.add(handle, at, owner(letter), Act.LETTER_SENT, letter.messageId(), about(letter));
    }

    static void givenUp(Handle handle, QueuedLetter letter, String error, Instant at) {
        AuditLog.add(handle, at, owner(letter), Act.LETTER_GIVEN_UP, letter.messageId(), about(letter) + "; " + error);
    }

    static void takenBack(Handle handle, String messageId, String reason, Instant at) {
        AuditLog.add(handle, at, PROGRAM, Act.LETTER_TAKEN_BACK, messageId, reason);
    }

    /** What an officer did to a letter. */
    static void by(OfficerAct officer, Handle handle, long letter, Act act) {
        AuditLog.add(handle, officer.at(), officer.author(), act, messageId(handle, letter), officer.reason());
    }

    static void retried(Handle handle, long letter, Instant at) {
        AuditLog.add(handle, at, PROGRAM, Act.LETTER_RETRIED, messageId(handle, letter), "");
    }

    private static String messageId(Handle handle, long letter) {
        return handle.select("SELECT message_id FROM outbox WHERE id = ?", letter)
                .mapTo(String.class)
                .one();
    }

    private static String owner(QueuedLetter letter) {
        QueuedLetter.Lease lease = letter.progress().lease();
        return lease == null ? PROGRAM : lease.owner();
    }

    private static String about(QueuedLetter letter) {
        return letter.letter().to() + ": " + letter.letter().subject();
    }
}
