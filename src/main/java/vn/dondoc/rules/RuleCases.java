package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Docket;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Requirement;
import vn.dondoc.facts.Terms;
import vn.dondoc.findings.Finding;
import vn.dondoc.reading.Problems;

/** Runs the administrators' examples against a rule book. */
public final class RuleCases {
    private final RulesUnderTest rules;
    private final WorkingCalendar calendar;
    private final Function<LocalDate, Map<String, Requirement>> requirementsOn;

    public RuleCases(RuleBook book, WorkingCalendar calendar) {
        this(RulesUnderTest.of(book), calendar, day -> book.termsOn(day).requirements());
    }

    RuleCases(RulesUnderTest rules, WorkingCalendar calendar) {
        this(rules, calendar, any -> rules.requirements());
    }

    private RuleCases(
            RulesUnderTest rules,
            WorkingCalendar calendar,
            Function<LocalDate, Map<String, Requirement>> requirementsOn) {
        this.rules = rules;
        this.calendar = calendar;
        this.requirementsOn = requirementsOn;
    }

    /**
     * What became of one example.
     *
     * @param duty the duty the example is about
     * @param ofTheLadder whether it asks for a stage of reminding
     * @param passed whether verdict, rule and stage of reminding were the expected ones
     * @param outcome what was expected and found, with the explanation, for the reader
     */
    public record Result(String place, String name, String duty, boolean ofTheLadder, boolean passed, String outcome) {}

    /**
     * What came out.
     *
     * @param nothing why there is no verdict; empty when there is one
     * @param climbed nothing also where the example does not ask for it
     */
    record Outcome(String nothing, @Nullable Finding finding, Climbed climbed) {}

    /**
     * Where on the ladder a finding stands.
     *
     * @param tried where a rung on trial would bring it
     */
    record Climbed(Optional<Stage> stage, Optional<Stage> tried) {
        static final Climbed NOWHERE = new Climbed(Optional.empty(), Optional.empty());
    }

    /** Runs every example of the files. Files that cannot be read become problems. */
    public List<Result> run(RuleFiles files, Problems problems) {
        List<Result> results = new ArrayList<>();
        for (RuleCase example : CaseFiles.read(files, problems)) {
            results.add(run(example));
        }
        return results;
    }

    private Result run(RuleCase example) {
        Outcome outcome = outcomeOf(example);
        return new Result(
                example.place(),
                example.name(),
                example.duty(),
                example.expected().isOfTheLadder(),
                passes(example, outcome),
                wordsOf(example, outcome));
    }

    boolean passes(RuleCase example) {
        return passes(example, outcomeOf(example));
    }

    /** Whether a finding known before stands on the stage that the example wants. */
    boolean isOnStage(RuleCase example, Finding finding) {
        return example.expected().isMetBy(climbedOf(example, finding));
    }

    boolean passes(RuleCase example, Outcome outcome) {
        RuleCase.Expected expected = example.expected();
        if (expected.state() == null || outcome.finding() == null) {
            return expected.state() == null && rules.plan().duty(example.duty()).isPresent() && !binds(example);
        }
        return outcome.finding().state() == expected.state()
                && outcome.finding().rule().startsWith(expected.rule())
                && expected.isMetBy(outcome.climbed());
    }

    private static String wordsOf(RuleCase example, Outcome outcome) {
        if (outcome.finding() == null) {
            return outcome.nothing();
        }
        ExpectedStage stage = example.expected().stage();
        ExpectedStage tried = example.expected().tried();
        boolean namesRule = !example.rule().isEmpty();
        String wanted = (namesRule ? " theo quy tắc “" + example.rule() + "”" : "")
                + (stage == null ? "" : ", bậc “" + stage.words() + "”")
                + (tried == null ? "" : ", bậc thử nghiệm “" + tried.words() + "”");
        String found = (namesRule ? " theo quy tắc “" + outcome.finding().rule() + "”" : "")
                + (stage == null
                        ? ""
                        : ", bậc “" + ExpectedStage.wordsOf(outcome.climbed().stage()) + "”")
                + (tried == null
                        ? ""
                        : ", bậc thử nghiệm “"
                                + ExpectedStage.wordsOf(outcome.climbed().tried()) + "”");
        return "cần “" + example.expected().words() + "”" + wanted + ", được “"
                + outcome.finding().state().words() + "”" + found + ": "
                + outcome.finding().explanation();
    }

    private boolean binds(RuleCase example) {
        return rules.binds(example.agency(), example.duty(), example.asOf());
    }

    Outcome outcomeOf(RuleCase example) {
        Optional<Duty> duty = rules.plan().duty(example.duty());
        if (duty.isEmpty()) {
            return nothing("không có nhiệm vụ “" + example.duty() + "”");
        }
        if (!binds(example)) {
            return nothing("nhiệm vụ không ràng buộc “" + example.agency() + "” vào ngày này");
        }
        Optional<Finding> found = findings(example, duty.get()).stream()
                .filter(finding ->
                        example.period().isEmpty() || finding.key().period().equals(example.period()))
                .max(Comparator.comparing(finding -> finding.obligation().period()));
        return found.map(finding -> new Outcome("", finding, climbedOf(example, finding)))
                .orElseGet(() -> nothing("không có kết luận nào cho kỳ “" + example.period() + "”"));
    }

    private List<Finding> findings(RuleCase example, Duty duty) {
        Terms terms = new Terms(Map.of(example.agency(), List.of(duty)), requirementsOn.apply(example.asOf()));
        List<Obligation> obligations = new Docket(rules.plan(), rules.registry(), calendar)
                .on(example.asOf(), terms, new EntryBook(example.known()));
        return rules.judge().apply(obligations);
    }

    private Climbed climbedOf(RuleCase example, Finding finding) {
        if (!example.expected().isOfTheLadder()) {
            return Climbed.NOWHERE;
        }
        Ladder.Climbed climbed = rules.ladder()
                .climbedOn(
                        example.asOf(),
                        List.of(finding),
                        rules.plan(),
                        calendar,
                        example.correspondenceOn(finding.key()));
        return new Climbed(
                Optional.ofNullable(climbed.stages().get(finding.key())),
                Optional.ofNullable(climbed.tried().get(finding.key())));
    }

    private static Outcome nothing(String why) {
        return new Outcome(why, null, Climbed.NOWHERE);
    }
}
