package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.findings.Finding;

/** How many findings are in which state, the most urgent first, in the words that letters use for them. */
final class StateCounts {
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    StateCounts(List<Finding> findings) {
        findings.stream()
                .sorted(Comparator.comparing(Finding::state).thenComparing(Finding::assumed))
                .forEach(finding -> counts.merge(finding.stateInWords(), 1, Integer::sum));
    }

    /** "1 quá mốc theo dõi, 2 sắp đến hạn"; with " nhiệm vụ" as noun, "1 nhiệm vụ quá mốc theo dõi, 2 sắp đến hạn". */
    String words(String noun) {
        return String.join(", ", parts(noun));
    }

    /** The same one by one; the noun stands once, in front. */
    List<String> parts(String noun) {
        List<String> parts = new ArrayList<>();
        counts.forEach((state, count) -> parts.add(count + (parts.isEmpty() ? noun : "") + " " + state));
        return parts;
    }
}
