package vn.dondoc.cli;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/** How many findings are in which state. */
final class StateCounts {
    private StateCounts() {}

    static Map<State, Long> of(Collection<Finding> findings) {
        return findings.stream()
                .collect(
                        Collectors.groupingBy(Finding::state, () -> new EnumMap<>(State.class), Collectors.counting()));
    }

    static String inWords(Collection<Finding> findings) {
        return findings.size() + " kết quả: "
                + of(findings).entrySet().stream()
                        .map(state -> state.getValue() + " " + state.getKey().words())
                        .collect(Collectors.joining(", "));
    }
}
