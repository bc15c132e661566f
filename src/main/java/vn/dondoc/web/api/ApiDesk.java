package vn.dondoc.web.api;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.dondoc.flow.Assessor;
import vn.dondoc.flow.CheckFlow;
import vn.dondoc.flow.ReportFlow;
import vn.dondoc.people.Reach;
import vn.dondoc.rules.CheckedRules;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.ApiAnswerStore;
import vn.dondoc.store.LetterList;
import vn.dondoc.store.SubmissionStore;

/**
 * What the interface for programs works on.
 *
 * @param checkRules checks the rules of the home with some files put in place of its own, empty while it is busy with others; they are named below the plan
 * @param largestReport bytes
 */
public record ApiDesk(
        ApiKeys keys,
        Clock clock,
        Reach reach,
        Supplier<RuleBook> rules,
        Assessor assessor,
        CheckFlow checks,
        ReportFlow intake,
        SubmissionStore submissions,
        LetterList letters,
        ApiAnswerStore answers,
        Function<Map<String, byte[]>, Optional<CheckedRules>> checkRules,
        long largestReport) {}
