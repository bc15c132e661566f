package vn.dondoc.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import vn.dondoc.rules.Publication;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RulesInForce;

/** Finds the publication that somebody means by a number or by the first characters of a version. */
final class PublicationChoice {
    private PublicationChoice() {}

    /**
     * Of several publications of one content the one with the most examples, as files of examples may have been lost since
     * they were first published; of those the newest.
     *
     * @throws CommandLine.ParameterException when none or several contents are meant
     */
    static Publication named(CommandSpec spec, RulesInForce rules, String written) {
        List<Publication> history = rules.history();
        List<Publication> meant = history.stream()
                .filter(each -> String.valueOf(each.number()).equals(written))
                .toList();
        if (meant.isEmpty()) {
            meant = history.stream()
                    .filter(each -> each.version().startsWith(written))
                    .toList();
        }
        if (meant.stream().map(Publication::version).distinct().count() != 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    (meant.isEmpty() ? "Không có phiên bản “" : "Có nhiều phiên bản bắt đầu bằng “") + written
                            + "”; xem: dondoc rules history");
        }
        return meant.size() == 1 ? meant.get(0) : withMostExamples(meant, rules);
    }

    private static Publication withMostExamples(List<Publication> same, RulesInForce rules) {
        return same.stream()
                .max(Comparator.comparingInt(rules::examples).thenComparing(Publication::number))
                .orElseThrow();
    }

    /** The rules of such a publication; {@code now} means those in force. */
    static RuleBook book(CommandSpec spec, RulesInForce rules, String written) {
        return written.equals("now") ? rules.current() : rules.book(named(spec, rules, written));
    }

    /**
     * What to go back to when nobody says: with an unpublished edit, what is in force; else the version that was in force
     * before the present one first was, so that a second rollback does not bring back what the first took away.
     */
    static Publication before(CommandSpec spec, RulesInForce rules) {
        List<Publication> history = rules.history();
        if (!history.isEmpty() && rules.edit().isPresent()) {
            return history.get(history.size() - 1);
        }
        int first = history.isEmpty()
                ? 0
                : history.stream()
                        .map(Publication::version)
                        .toList()
                        .indexOf(history.get(history.size() - 1).version());
        if (first == 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Chưa có phiên bản nào trước bản đang áp dụng; "
                            + takenBack(history)
                                    .map(last -> "để quay lại bản vừa bỏ: dondoc rules rollback " + last.number())
                                    .orElse("xem: dondoc rules history"));
        }
        return history.get(first - 1);
    }

    /** What was in force before the present rules were put in force again. */
    private static Optional<Publication> takenBack(List<Publication> history) {
        return history.stream()
                .filter(each ->
                        !each.version().equals(history.get(history.size() - 1).version()))
                .reduce((earlier, later) -> later);
    }
}
