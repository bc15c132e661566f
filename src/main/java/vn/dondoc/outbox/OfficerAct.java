package vn.dondoc.outbox;

import java.time.Instant;
import vn.dondoc.reading.VietnameseText;

/**
 * Something an officer decided about the outbox: a release, a pause or its end. Both author and reason must say
 * something; whoever asks a person for them checks first.
 */
public record OfficerAct(String author, String reason, Instant at) {

    public OfficerAct {
        author = VietnameseText.oneLine(author);
        reason = VietnameseText.oneLine(reason);
        if (author.isEmpty() || reason.isEmpty()) {
            throw new IllegalArgumentException("an officer's act needs an author and a reason");
        }
    }
}
