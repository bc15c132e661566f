package vn.dondoc.flow;

import java.io.IOException;
import java.time.Instant;
import vn.dondoc.intake.OriginalFiles;
import vn.dondoc.intake.OriginalFiles.Original;
import vn.dondoc.mail.Arrival;
import vn.dondoc.mail.MailException;
import vn.dondoc.mail.MailIdentity;
import vn.dondoc.mail.Mailbox;
import vn.dondoc.store.ReplyStore;

/** Fetches what lies in the mailbox: kept on disk and in the records first, marked as seen only then, looked into later. */
public final class MailboxFlow {
    private static final String NAME = "thu-tra-loi.eml";

    private final Mailbox mailbox;
    private final OriginalFiles originals;
    private final ReplyStore store;

    public MailboxFlow(Mailbox mailbox, OriginalFiles originals, ReplyStore store) {
        this.mailbox = mailbox;
        this.originals = originals;
        this.store = store;
    }

    /**
     * Fetches.
     *
     * @return how many messages were fetched, those that were known before among them
     * @throws MailException when the server cannot be reached, lets nobody in, or breaks off; what was kept by then stays
     */
    public int fetch(Instant at) throws MailException {
        return mailbox.fetch(arrival -> keep(arrival, at));
    }

    private void keep(Arrival arrival, Instant at) throws IOException {
        Original kept = originals.keep(NAME, arrival.bytes(), at);
        MailIdentity identity = MailIdentity.of(kept.file());
        var unused = store.take(identity.key(), identity.messageId(), kept.storedPath(), arrival.whole(), at);
    }
}
