package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/** The verdicts of a day without what they were reached on, so that a quarter of weeks is held on little room. */
public final class Verdicts {
    private final LocalDate day;
    private final Map<Finding.Key, State> states;
    /** Asked for anew in each of the weeks that have this one in their trend. */
    private final Map<Scope, Standing> standings = new ConcurrentHashMap<>();

    private Verdicts(LocalDate day, Map<Finding.Key, State> states) {
        this.day = day;
        this.states = states;
    }

    public static Verdicts of(LocalDate day, List<Finding> findings) {
        Map<Finding.Key, State> states = new HashMap<>();
        findings.forEach(finding -> states.put(finding.key(), finding.state()));
        return new Verdicts(day, states);
    }

    public LocalDate day() {
        return day;
    }

    Map<Finding.Key, State> open(Scope scope) {
        Map<Finding.Key, State> open = new HashMap<>();
        states.forEach((key, state) -> {
            if (state.isOpen() && scope.covers(key.agency())) {
                open.put(key, state);
            }
        });
        return open;
    }

    Standing standing(Scope scope) {
        return standings.computeIfAbsent(scope, this::counted);
    }

    private Standing counted(Scope scope) {
        return Standing.of(
                day,
                states.entrySet().stream()
                        .filter(verdict -> scope.covers(verdict.getKey().agency()))
                        .map(Map.Entry::getValue)
                        .toList());
    }
}
