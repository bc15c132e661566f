package vn.dondoc.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Duty;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.rules.RuleBook;

/** Compares, day by day, what is judged by the rules of each day with what would be judged by others. */
public final class VerdictChanges {
    private final Assessor assessor;
    private final RuleBook edited;
    private final Predicate<Duty> concerned;

    /**
     * @param edited the other rules
     * @param concerned the duties that can differ at all
     */
    public VerdictChanges(Assessor assessor, RuleBook edited, Predicate<Duty> concerned) {
        this.assessor = assessor;
        this.edited = edited;
        this.concerned = concerned;
    }

    /**
     * One verdict that differs on some days running.
     *
     * @param task the duty in words
     * @param before by the rules of the day; null where nothing was asked
     * @param after by the edited rules; null where nothing is asked any more
     * @param from the first of the days
     * @param until the last of them
     */
    public record Change(
            Finding.Key key,
            String task,
            @Nullable State before,
            @Nullable State after,
            LocalDate from,
            LocalDate until)
            implements Comparable<Change> {

        @Override
        public int compareTo(Change other) {
            int byKey = key.compareTo(other.key);
            return byKey != 0 ? byKey : from.compareTo(other.from);
        }

        private boolean isGoneOnWith(Change next) {
            return before == next.before
                    && after == next.after
                    && until.plusDays(1).equals(next.from);
        }

        private Change lastingUntil(LocalDate day) {
            return new Change(key, task, before, after, from, day);
        }
    }

    /**
     * Every verdict that differs on a day of the span, both ends included; sorted by unit, duty, period and day.
     *
     * @param compared told each day that is done
     */
    public List<Change> between(LocalDate first, LocalDate last, Consumer<LocalDate> compared) {
        Map<Finding.Key, List<Change>> changes = new TreeMap<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (Change change : on(day)) {
                List<Change> known = changes.computeIfAbsent(change.key(), any -> new ArrayList<>());
                Change latest = known.isEmpty() ? null : known.get(known.size() - 1);
                if (latest != null && latest.isGoneOnWith(change)) {
                    known.set(known.size() - 1, latest.lastingUntil(day));
                } else {
                    known.add(change);
                }
            }
            compared.accept(day);
        }
        return changes.values().stream().flatMap(List::stream).toList();
    }

    private List<Change> on(LocalDate day) {
        Map<Finding.Key, Finding> before = byKey(assessor.asOf(day, assessor.rulesOf(day), concerned));
        Map<Finding.Key, Finding> after = byKey(assessor.asOf(day, edited, concerned));
        TreeSet<Finding.Key> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (Finding.Key key : keys) {
            Finding old = before.get(key);
            Finding young = after.get(key);
            State was = old == null ? null : old.state();
            State is = young == null ? null : young.state();
            if (was != is) {
                Finding either = young != null ? young : Objects.requireNonNull(old);
                changes.add(new Change(key, either.obligation().duty().text(), was, is, day, day));
            }
        }
        return changes;
    }

    private static Map<Finding.Key, Finding> byKey(Assessment assessment) {
        return assessment.findings().stream().collect(Collectors.toMap(Finding::key, finding -> finding));
    }
}
