package vn.dondoc.mail;

import java.util.List;
import java.util.Optional;
import vn.dondoc.outbox.QueuedLetter;

/** A way out for letters. */
public interface MailTransport {

    /**
     * Hands a letter over. When this returns, the recipient's letter is out; when it throws, it is not, or nobody can
     * tell. Called by as many threads at once as {@link #load} allows.
     */
    Delivery send(QueuedLetter letter) throws MailException;

    /** What it may be asked to bear. */
    default Load load() {
        return Load.ONE_BY_ONE;
    }

    /** No letter follows for a while: what was kept open for the next one is closed. */
    default void rest() {}

    /**
     * What became of a letter that is out.
     *
     * @param refusedCopies one line for each copy that could not be delivered; copies are not tried again
     */
    record Delivery(List<String> refusedCopies) {

        public Delivery {
            refusedCopies = List.copyOf(refusedCopies);
        }

        /** The refused copies in one line; empty when there are none. */
        public Optional<String> note() {
            return refusedCopies.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", refusedCopies));
        }
    }
}
