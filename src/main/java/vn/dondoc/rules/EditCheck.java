package vn.dondoc.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.RuleDiff.Subject;

/**
 * Tries an edit aside: every mistake of its files, then its examples. An example of a duty that was edited states the old
 * rule and is to be edited, too; an example of another duty that no longer holds shows that the edit does more than meant.
 */
final class EditCheck {
    private static final int ANY_YEAR = 2018;

    private final RuleReader reader;
    private final WorkingCalendar calendar;

    EditCheck(RuleReader reader, WorkingCalendar calendar) {
        this.reader = reader;
        this.calendar = calendar;
    }

    /**
     * What a try came to.
     *
     * @param problems what stands against putting the edit in force
     * @param remarks examples that state what was edited away
     */
    record Checked(List<Problem> problems, List<Problem> remarks) {
        Checked {
            problems = List.copyOf(problems);
            remarks = List.copyOf(remarks);
        }
    }

    /** @param inForce what the edit replaces; empty for the first rules of a home, of which nothing was edited */
    Checked of(RuleFiles edited, Optional<RuleBook> inForce) {
        List<Problem> mistakes = reader.check(edited);
        if (!mistakes.isEmpty() || inForce.isEmpty()) {
            return new Checked(mistakes, List.of());
        }
        RuleBook book = reader.load(edited);
        List<RuleCases.Result> failed = new RuleCases(book, calendar)
                .run(edited, new Problems()).stream()
                        .filter(result -> !result.passed())
                        .toList();
        if (failed.isEmpty()) {
            return new Checked(List.of(), List.of());
        }
        RuleDiff diff = RuleDiff.between(inForce.get(), book, calendar, ANY_YEAR);
        Set<String> failedBefore = failedOn(inForce.get(), edited);
        return new Checked(
                failed.stream()
                        .filter(result -> !isMeant(result, diff) && !failedBefore.contains(result.place()))
                        .map(EditCheck::unmeant)
                        .toList(),
                failed.stream()
                        .filter(result -> isMeant(result, diff) || failedBefore.contains(result.place()))
                        .map(EditCheck::outdated)
                        .toList());
    }

    /** Examples that the rules in force do not meet either: an earlier edit left them behind. */
    private Set<String> failedOn(RuleBook book, RuleFiles edited) {
        return new RuleCases(book, calendar)
                .run(edited, new Problems()).stream()
                        .filter(result -> !result.passed())
                        .map(RuleCases.Result::place)
                        .collect(Collectors.toSet());
    }

    /** Whether the edit speaks of what the example is about. */
    private static boolean isMeant(RuleCases.Result result, RuleDiff diff) {
        Set<Subject> subjects =
                diff.changes().stream().map(RuleDiff.Change::subject).collect(Collectors.toSet());
        return subjects.contains(Subject.PLAN)
                || (result.ofTheLadder() && subjects.contains(Subject.RUNG))
                || diff.changes().stream().anyMatch(change -> change.isAbout(result.duty()));
    }

    private static Problem unmeant(RuleCases.Result result) {
        return new Problem(
                result.place(),
                "ví dụ “" + result.name() + "” không còn đúng dù không sửa nhiệm vụ " + result.duty() + ": "
                        + result.outcome(),
                "xem lại chỗ vừa sửa; đúng ý thì sửa ví dụ");
    }

    private static Problem outdated(RuleCases.Result result) {
        return new Problem(
                result.place(),
                "ví dụ “" + result.name() + "” ghi theo quy tắc cũ: " + result.outcome(),
                "sửa ví dụ cho đúng quy tắc mới");
    }
}
