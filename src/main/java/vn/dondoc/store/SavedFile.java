package vn.dondoc.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What saving a file did.
 *
 * @param entries one for each entry, in the order given; empty when nothing was added
 * @param repeats the earlier file that this one repeats; null when it repeats none
 */
public record SavedFile(
        long id, List<SavedEntry> entries, @Nullable StandingFile repeats) {

    /** An entry in the table, and the one that counted until now for the same agency, period and duty. */
    public record SavedEntry(long sequence, Optional<Superseded> superseded) {}

    public record Superseded(long sequence, String source, Instant receivedAt) {}

    public SavedFile {
        entries = List.copyOf(entries);
    }
}
