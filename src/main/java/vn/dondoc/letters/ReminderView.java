package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice.Reminder;
import vn.dondoc.notices.Reason;

/** The morning letter of a unit as its template sees it. */
final class ReminderView {
    private static final int MOST_IN_FULL = 10;

    private ReminderView() {}

    static Map<String, Object> of(Reminder reminder, Frame frame) {
        List<Finding> findings = reminder.items().stream().map(Item::finding).toList();
        List<Object> full = new ArrayList<>();
        List<Object> more = new ArrayList<>();
        for (Finding finding : findings) {
            int number = full.size() + more.size() + 1;
            (number <= MOST_IN_FULL ? full : more).add(ItemView.of(number, finding, reminder.day()));
        }
        Map<String, Object> view = frame.of(reminder, SubjectLine.of(reminder));
        view.put("agency", reminder.agency().name());
        view.put("opening", reminder.reason() == Reason.GOING_LIVE);
        view.put("tone", Tone.strongestOf(reminder.items()));
        view.put("total", findings.size());
        view.put("counts", new StateCounts(findings).words(" nhiệm vụ"));
        view.put("nextDue", nextDue(findings, reminder.day()));
        view.put("someAssumed", findings.stream().anyMatch(Finding::assumed));
        view.put("items", full);
        view.put("more", more);
        view.put("stillOpen", reminder.stillOpen());
        return view;
    }

    /** The nearest date that has not passed: "31/12/2017 (còn 13 ngày)"; empty without one. */
    private static String nextDue(List<Finding> findings, LocalDate day) {
        return findings.stream()
                .filter(finding -> finding.due() != null
                        && !Objects.requireNonNull(finding.due()).isBefore(day))
                .min(Comparator.comparing(finding -> Objects.requireNonNull(finding.due())))
                .map(finding -> DueWords.of(finding, day))
                .filter(due -> !due.remaining().isEmpty())
                .map(due -> due.date() + ", " + due.remaining())
                .orElse("");
    }
}
