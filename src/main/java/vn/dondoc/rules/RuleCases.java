package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Docket;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Terms;
import vn.dondoc.findings.Finding;
import vn.dondoc.reading.Problems;

/** Runs the administrators' examples against a rule book. */
public final class RuleCases {
    private final RuleBook book;
    private final WorkingCalendar calendar;

    public RuleCases(RuleBook book, WorkingCalendar calendar) {
        this.book = book;
        this.calendar = calendar;
    }

    /**
     * What became of one example.
     *
     * @param duty the duty the example is about
     * @param passed whether verdict and rule were the expected ones
     * @param outcome what was expected and found, with the explanation, for the reader
     */
    public record Result(String place, String name, String duty, boolean passed, String outcome) {}

    /** Runs every example of the files. Files that cannot be read become problems. */
    public List<Result> run(RuleFiles files, Problems problems) {
        List<Result> results = new ArrayList<>();
        for (RuleCase example : CaseFiles.read(files, problems)) {
            results.add(run(example));
        }
        return results;
    }

    private Result run(RuleCase example) {
        Optional<Duty> duty = book.duty(example.duty());
        if (duty.isEmpty()) {
            return failed(example, "không có nhiệm vụ “" + example.duty() + "”");
        }
        if (!book.binds(example.agency(), example.duty(), example.asOf())) {
            return failed(example, "nhiệm vụ không ràng buộc “" + example.agency() + "” vào ngày này");
        }
        Terms terms = new Terms(
                Map.of(example.agency(), List.of(duty.get())),
                book.termsOn(example.asOf()).requirements());
        List<Obligation> obligations = new Docket(book.plan(), book.registry(), calendar)
                .on(example.asOf(), terms, new EntryBook(example.known()));
        List<Finding> findings = book.judge(obligations).stream()
                .filter(finding ->
                        example.period().isEmpty() || finding.key().period().equals(example.period()))
                .toList();
        if (findings.isEmpty()) {
            return failed(example, "không có kết luận nào cho kỳ “" + example.period() + "”");
        }
        Finding found = findings.stream()
                .max(java.util.Comparator.comparing(
                        finding -> finding.obligation().period()))
                .orElseThrow();
        boolean passed = found.state() == example.expected() && found.rule().startsWith(example.rule());
        return new Result(
                example.place(),
                example.name(),
                example.duty(),
                passed,
                "cần “" + example.expected().words() + "”, được “"
                        + found.state().words() + "”: " + found.explanation());
    }

    private static Result failed(RuleCase example, String why) {
        return new Result(example.place(), example.name(), example.duty(), false, why);
    }
}
