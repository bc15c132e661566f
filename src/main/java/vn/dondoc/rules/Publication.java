package vn.dondoc.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One act of putting rules in force. Publications are only ever added; the last one holds from its moment on.
 *
 * @param number 1, 2, 3 … in the order in which they were made
 * @param version hash of the files, see {@link RuleFiles#version}
 * @param at from when they are in force
 * @param author who published them
 * @param reason why, in the author's words
 */
public record Publication(int number, String version, Instant at, String author, String reason) {

    /** The first one that had the same content before; empty when its content was new. */
    public Optional<Publication> repeated(List<Publication> history) {
        return history.stream()
                .filter(other -> other.number() < number && other.version().equals(version))
                .min(Comparator.comparingInt(Publication::number));
    }
}
