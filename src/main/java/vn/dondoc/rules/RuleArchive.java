package vn.dondoc.rules;

import java.time.Instant;
import java.util.List;

/** Keeps every version of the rules that ever was in force, with all its files. */
public interface RuleArchive {

    /** Every publication, the first one first; empty before the first check. */
    List<Publication> history();

    /** Whether other nodes publish here, too, each with a folder of its own. */
    default boolean isShared() {
        return false;
    }

    /** The files of a publication. */
    RuleFiles files(Publication publication);

    /**
     * Puts files in force, as a whole or not at all.
     *
     * @param after the number of the publication that they replace, 0 for none; when another one came in between, nothing
     *     is written
     * @return false when another one came in between
     */
    boolean publish(RuleFiles files, int after, Instant at, String author, String reason);
}
