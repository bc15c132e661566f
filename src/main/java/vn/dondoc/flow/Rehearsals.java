package vn.dondoc.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rules.RuleFiles;

/**
 * Spans of time lived on a virtual clock beside the program that serves, one at a time: what edited rules would change, and
 * every letter of a span. What they come to is kept for a while.
 */
public interface Rehearsals {

    /** What is rehearsed; {@code words} are for the reader. */
    enum Kind {
        PREVIEW("xem trước quy tắc"),
        SIMULATION("mô phỏng");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How far one has come. */
    enum State {
        RUNNING,
        DONE,
        FAILED,
        STOPPED
    }

    /**
     * One rehearsal.
     *
     * @param author who asked for it
     * @param reached the last day that was lived so far; null before the first month is over
     * @param said what it has to say: of a simulation its figures, of one that failed why
     */
    record Run(
            String id,
            Kind kind,
            State state,
            LocalDate from,
            LocalDate to,
            String author,
            Instant begunAt,
            @Nullable LocalDate reached,
            List<String> said) {
        public Run {
            said = List.copyOf(said);
        }
    }

    /**
     * What is asked for.
     *
     * @param edited the rules that are tried; null for those in force on each day
     */
    record Wish(
            Kind kind,
            LocalDate from,
            LocalDate to,
            @Nullable RuleFiles edited,
            String author,
            Instant at) {}

    /** Begins one; refused while another runs, and for a span that cannot be lived. */
    Entered<Run> begin(Wish wish);

    /** Those that are kept, the last one first. */
    List<Run> runs();

    default Optional<Run> run(String id) {
        return runs().stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** Stops one that runs. */
    void stop(String id);

    /** The answer of a preview that is done, as JSON; empty when it is too large to be held beside what serves. */
    Optional<InputStream> answer(Run run) throws IOException;

    /** A page that one wrote, by its path within its folder; empty for anything else. */
    Optional<Path> page(Run run, String path);
}
