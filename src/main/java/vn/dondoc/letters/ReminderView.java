package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Enclosed;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice.Reminder;
import vn.dondoc.notices.Reason;

/** The morning letter of a unit as its template sees it. */
final class ReminderView {
    private ReminderView() {}

    static Map<String, Object> of(Reminder reminder, Enclosed enclosed, Frame frame) {
        List<Item> own = reminder.own();
        List<Finding> findings = own.stream().map(Item::finding).toList();
        List<Object> full = new ArrayList<>();
        own.stream()
                .limit(Reminder.MOST_IN_FULL)
                .forEach(item -> full.add(ItemView.of(full.size() + 1, item, frame, reminder.day())));
        Words words = frame.words();
        Map<String, Object> view = frame.of(reminder, new SubjectLine(words).of(reminder));
        view.put("agency", reminder.agency().name());
        view.put("opening", reminder.reason() == Reason.GOING_LIVE);
        view.put("tone", Tone.strongestOf(reminder.items()).in(words));
        view.put("toneInWords", Tone.inWords(reminder.items(), words));
        view.put("total", own.size());
        view.put("counts", new StateCounts(findings, words).duties());
        view.put("nextDue", nextDue(findings, reminder.day(), words));
        view.put(
                "someAssumed",
                Stream.concat(
                                findings.stream(),
                                reminder.below().stream()
                                        .flatMap(unit -> unit.items().stream())
                                        .map(Item::finding))
                        .anyMatch(Finding::assumed));
        view.put("items", full);
        view.put("more", Math.max(0, own.size() - Reminder.MOST_IN_FULL));
        view.put("byForm", reminder.byForm().size());
        view.put("below", UnitRows.of(reminder.below(), reminder.day(), words));
        view.put("belowTotal", UnitRows.count(reminder.below()));
        view.put("stillOpen", reminder.stillOpen());
        view.put("form", enclosed.hasForm());
        view.put("calendar", enclosed.calendar() != null);
        view.put("promiseLink", promiseLink(reminder, frame));
        return view;
    }

    /** Only where a date may still be promised, and not in a letter that is copied to other units: it works once. */
    private static String promiseLink(Reminder reminder, Frame frame) {
        return reminder.below().isEmpty() && reminder.own().stream().anyMatch(item -> item.promisesLeft() > 0)
                ? frame.settings().promiseLink().apply(reminder.key(), reminder.day())
                : "";
    }

    /** The nearest date that has not passed: "31/12/2017 (còn 13 ngày)"; empty without one. */
    private static String nextDue(List<Finding> findings, LocalDate day, Words words) {
        return findings.stream()
                .filter(finding -> finding.due() != null
                        && !Objects.requireNonNull(finding.due()).isBefore(day))
                .min(Comparator.comparing(finding -> Objects.requireNonNull(finding.due())))
                .map(finding -> DueWords.of(finding, day, words))
                .filter(due -> !due.remaining().isEmpty())
                .map(due -> due.date() + ", " + due.remaining())
                .orElse("");
    }
}
