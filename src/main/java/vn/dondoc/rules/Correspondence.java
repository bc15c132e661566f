package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.findings.Finding;

/**
 * What came of earlier letters, as far as the ladder asks for it.
 *
 * @param unanswered letters about a finding since its unit last reported on it or promised a date; absent for none
 * @param brokenPromises the last day of the promise that was broken last, of findings that are open after it
 */
public record Correspondence(Map<Finding.Key, Integer> unanswered, Map<Finding.Key, LocalDate> brokenPromises) {
    public static final Correspondence NONE = new Correspondence(Map.of(), Map.of());

    public Correspondence {
        unanswered = Map.copyOf(unanswered);
        brokenPromises = Map.copyOf(brokenPromises);
    }

    int unansweredOf(Finding.Key finding) {
        return unanswered.getOrDefault(finding, 0);
    }

    Optional<LocalDate> promiseBrokenOf(Finding.Key finding) {
        return Optional.ofNullable(brokenPromises.get(finding));
    }
}
