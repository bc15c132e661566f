package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.PromiseRule;
import vn.dondoc.reading.Problems;
import vn.dondoc.store.PromiseStore;

/** A promise (hẹn nộp) that an officer enters for a unit: asked for, checked, stored in one transaction. */
public final class PromiseFlow {
    private static final String CHANNEL = "dondoc ack";

    private final Assessor assessor;
    private final PromiseStore store;
    private final PromiseRule rule;
    private final int longestDays;

    /** @param longestDays how many days ahead the promised day may lie at most */
    public PromiseFlow(Assessor assessor, PromiseStore store, PromiseRule rule, int longestDays) {
        this.assessor = assessor;
        this.store = store;
        this.rule = rule;
        this.longestDays = longestDays;
    }

    /**
     * What is asked for.
     *
     * @param period id; empty when exactly one is open
     * @param until the last day on which the promise can be kept
     * @param author who promises
     */
    public record Request(String agency, String duty, String period, LocalDate until, String author) {}

    public Entered<Promise> enter(Request request, Instant at) {
        Assessment assessment = assessor.at(at);
        Problems problems = new Problems();
        PromiseCheck check = new PromiseCheck(rule, longestDays, assessment.asOf());
        Optional<Finding> meant =
                new FindingChoice(assessment, problems).of(request.agency(), request.duty(), request.period());
        check.refusalOf(request.until(), "ngày hẹn").ifPresent(problems::add);
        Author.refusalOf(request.author(), "người hẹn").ifPresent(problems::add);
        List<Promise> entered = store.enter(at, agreed -> decide(request, meant, check, agreed, problems, at));
        return entered.isEmpty() ? Entered.refused(problems.list()) : Entered.stored(entered.get(0));
    }

    private static List<Promise> decide(
            Request request,
            Optional<Finding> meant,
            PromiseCheck check,
            Arrangements agreed,
            Problems problems,
            Instant at) {
        meant.flatMap(finding -> check.refusalOf(finding, agreed, "nhiệm vụ")).ifPresent(problems::add);
        return problems.isEmpty()
                ? meant
                        .map(finding ->
                                new Promise(finding.key(), request.until(), Author.of(request.author()), CHANNEL, at))
                        .stream()
                        .toList()
                : List.of();
    }
}
