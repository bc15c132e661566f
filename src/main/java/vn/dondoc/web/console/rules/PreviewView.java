package vn.dondoc.web.console.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.dondoc.findings.State;
import vn.dondoc.flow.Rehearsals.Run;
import vn.dondoc.web.console.Words;

/**
 * What edited rules would change, to be looked through.
 *
 * @param counts of letters by what happens to them
 * @param change the one that is shown; empty for all
 * @param verdicts those of the first units only
 * @param names gives a unit's name
 */
public record PreviewView(
        Run run,
        String path,
        List<Edit> edits,
        Map<String, Long> counts,
        String change,
        PagedLines<Letter> letters,
        List<Verdict> verdicts,
        int allVerdicts,
        UnaryOperator<String> names) {
    public PreviewView {
        edits = List.copyOf(edits);
        verdicts = List.copyOf(verdicts);
    }

    /** What becomes of letters, in the order in which it is shown. */
    static final List<String> CHANGES = List.of("appears", "disappears", "moves", "reads-differently");

    public static String inWords(String change, Words words) {
        return switch (change) {
            case "appears" -> words.of("thêm", "appears");
            case "disappears" -> words.of("bớt", "disappears");
            case "moves" -> words.of("dời ngày", "moves");
            default -> words.of("đổi nội dung", "reads differently");
        };
    }

    /** A state's words by its name; empty where there is no verdict. */
    public static String state(String name, Words words) {
        return name.isEmpty() ? words.of("không có", "none") : words.of(State.valueOf(name));
    }

    public List<String> changes() {
        return CHANGES;
    }

    public record Edit(String id, String title, String kind, List<String> values) {}

    /** A letter by one of the two rules. */
    public record Side(LocalDate day, String time, String page) {}

    public record Letter(
            int number,
            String change,
            String agency,
            String to,
            String kind,
            String subject,
            Optional<Side> before,
            Optional<Side> after) {}

    public record Verdict(
            String agency, String duty, String period, String before, String after, LocalDate from, LocalDate until) {}

    /** One letter, as it would read by the rules in force and by the edited ones. */
    public record Pair(String path, String unit, Letter letter) {}
}
