package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.findings.Finding;

/** How many findings are in which state, the most urgent first, in the words that letters use for them. */
final class StateCounts {
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private final Words words;

    StateCounts(List<Finding> findings, Words words) {
        this.words = words;
        findings.stream()
                .sorted(Comparator.comparing(Finding::state).thenComparing(Finding::assumed))
                .forEach(finding -> counts.merge(words.state(finding), 1, Integer::sum));
    }

    /** "1 nhiệm vụ quá mốc theo dõi, 2 sắp đến hạn". */
    String duties() {
        return String.join(", ", parts());
    }

    /** The same one by one; the noun stands once, in front. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        counts.forEach((state, count) -> parts.add(
                parts.isEmpty() ? words.count("states.first", count, state) : words.say("states.next", count, state)));
        return parts;
    }

    /** "1 quá mốc theo dõi, 2 sắp đến hạn": without the noun. */
    String bare() {
        return counts.entrySet().stream()
                .map(count -> words.say("states.next", count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
    }
}
