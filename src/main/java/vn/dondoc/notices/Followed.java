package vn.dondoc.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Entry;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.NoticeLog.Written;
import vn.dondoc.rules.Correspondence;

/** Tells which letters got an answer: a report on the duty, whatever it says, or a promised date. */
public final class Followed {
    private Followed() {}

    /** What came of the letters about every open finding. */
    public static Correspondence up(List<Finding> findings, NoticeLog log, Arrangements arrangements, LocalDate day) {
        Map<Finding.Key, Integer> unanswered = new HashMap<>();
        Map<Finding.Key, LocalDate> broken = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.state().isOpen()) {
                int letters = unanswered(finding, log.lettersAbout(finding.key()), arrangements);
                if (letters > 0) {
                    unanswered.put(finding.key(), letters);
                }
                arrangements
                        .brokenFor(finding, day)
                        .filter(promise ->
                                arrangements.standing(finding.key(), day).isEmpty())
                        .ifPresent(promise ->
                                broken.put(finding.key(), promise.last().until()));
            }
        }
        return new Correspondence(unanswered, broken);
    }

    /** A letter of the very day of the answer counts as answered. */
    private static int unanswered(Finding finding, List<Written> letters, Arrangements arrangements) {
        if (letters.isEmpty()) {
            return 0;
        }
        LocalDate answered = lastAnswer(finding, arrangements);
        return (int) letters.stream()
                .filter(letter ->
                        letter.sent() && (answered == null || letter.day().isAfter(answered)))
                .count();
    }

    private static @Nullable LocalDate lastAnswer(Finding finding, Arrangements arrangements) {
        Entry entry = finding.measure() == null
                ? finding.obligation().entry()
                : finding.measure().entry();
        Stream<Instant> reported = entry == null ? Stream.empty() : Stream.of(entry.receivedAt());
        Stream<Instant> promised =
                arrangements.promisesFor(finding.key()).stream().map(Promise::at);
        return Stream.concat(reported, promised)
                .map(VietnamTime::dayOf)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
