package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Entry;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/**
 * One example that an administrator wrote: these reports, this day, that verdict.
 *
 * @param place file and line
 * @param name what the example shows
 * @param period the period asked for; empty for the only or latest one
 * @param reports what had been reported
 * @param letters what had come of earlier letters
 * @param expected the verdict, the rule and the stage of reminding
 */
record RuleCase(
        String place,
        String name,
        String duty,
        String agency,
        LocalDate asOf,
        String period,
        List<Entry> reports,
        PastLetters letters,
        Expected expected) {

    /**
     * Letters about the matter before the day.
     *
     * @param unanswered how many got no answer
     * @param promised the day last promised; null when none was
     */
    record PastLetters(int unanswered, @Nullable LocalDate promised) {}

    /**
     * What must come out.
     *
     * @param state the verdict; null when the duty must not bind the unit on the day
     * @param rule the rule that must reach it; empty for any
     * @param stage the stage of reminding; null when it is not asked for
     * @param tried the stage that a rung on trial would bring; null when it is not asked for
     */
    record Expected(
            @Nullable State state,
            String rule,
            @Nullable ExpectedStage stage,
            @Nullable ExpectedStage tried) {
        static final String NOT_BOUND = "không ràng buộc";

        boolean isOfTheLadder() {
            return stage != null || tried != null;
        }

        boolean isMetBy(RuleCases.Climbed climbed) {
            return (stage == null || stage.isMetBy(climbed.stage()))
                    && (tried == null || tried.isMetBy(climbed.tried()));
        }

        String words() {
            return state == null ? NOT_BOUND : state.words();
        }
    }

    RuleCase {
        reports = List.copyOf(reports);
    }

    String rule() {
        return expected.rule();
    }

    /** The reports received up to the end of the day asked for, as {@code check --as-of} knows them. */
    List<Entry> known() {
        return reports.stream()
                .filter(report -> !VietnamTime.dayOf(report.receivedAt()).isAfter(asOf))
                .toList();
    }

    /** The earlier letters as the ladder sees them; a promise counts from the day after it. */
    Correspondence correspondenceOn(Finding.Key finding) {
        Optional<LocalDate> broken = Optional.ofNullable(letters.promised()).filter(day -> day.isBefore(asOf));
        return new Correspondence(
                java.util.Map.of(finding, letters.unanswered()),
                broken.map(day -> java.util.Map.of(finding, day)).orElse(java.util.Map.of()));
    }
}
