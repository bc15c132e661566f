package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.dondoc.findings.Finding;
import vn.dondoc.rules.Ladder;
import vn.dondoc.rules.Stage;

/**
 * Everything that the letters of a day are decided on.
 *
 * @param goLive the day from which the plan is watched here
 * @param findings every finding of the day
 * @param climbed the stage of the ladder that each open finding has reached; absent before the first
 * @param log what was written before
 * @param arrangements promises and silences
 * @param lastReports for each unit that ever reported, the day of its last report
 * @param workingDaysBetweenLetters so long a recipient is left alone after a letter
 */
public record Morning(
        LocalDate day,
        LocalDate goLive,
        List<Finding> findings,
        Ladder.Climbed climbed,
        NoticeLog log,
        Arrangements arrangements,
        Map<String, LocalDate> lastReports,
        int workingDaysBetweenLetters) {

    public Morning {
        findings = List.copyOf(findings);
        lastReports = Map.copyOf(lastReports);
    }

    Map<Finding.Key, Stage> stages() {
        return climbed.stages();
    }

    /** A unit that has reported nothing since the quarter before this one began. */
    boolean isSilent(String agency) {
        LocalDate last = lastReports.get(agency);
        return last == null || last.isBefore(startOfLastQuarter());
    }

    private LocalDate startOfLastQuarter() {
        LocalDate before = day.minusMonths(3);
        return LocalDate.of(before.getYear(), (before.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }
}
