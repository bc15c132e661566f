package vn.dondoc.flow;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.notices.Standing;

/**
 * How far units had come at the end of each of the last weeks, by the rules of then and what was known then.
 *
 * @param weeks the oldest first
 * @param complete false while earlier weeks are still being judged
 */
public record Trend(List<Week> weeks, boolean complete) {
    public static final Trend NOT_YET = new Trend(List.of(), false);

    public Trend {
        weeks = List.copyOf(weeks);
    }

    /** Of each unit how many findings were met, and how many could be. */
    public record Week(LocalDate day, Map<String, Share> units) {
        Standing of(Collection<String> some) {
            return sum(some.stream()
                    .map(unit -> units.getOrDefault(unit, Share.NOTHING))
                    .toList());
        }

        Standing ofAll() {
            return sum(units.values());
        }

        private Standing sum(Collection<Share> shares) {
            return new Standing(
                    day,
                    shares.stream().mapToLong(Share::met).sum(),
                    shares.stream().mapToLong(Share::judged).sum());
        }
    }

    /** So many of so many. */
    public record Share(int met, int judged) {
        static final Share NOTHING = new Share(0, 0);
    }

    /** @param units ids; empty for all of them */
    public List<Standing> of(Optional<Collection<String>> units) {
        return weeks.stream()
                .map(week -> units.map(week::of).orElseGet(week::ofAll))
                .toList();
    }
}
