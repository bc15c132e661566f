package vn.dondoc.flow;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Measure;
import vn.dondoc.facts.Requirement;
import vn.dondoc.facts.Requirement.Operator;
import vn.dondoc.findings.Finding;
import vn.dondoc.intake.AcceptedRow;
import vn.dondoc.intake.Receipt;
import vn.dondoc.reading.Problem;
import vn.dondoc.rules.CheckedRules;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.Stage;

/** What scripts and programs are told, on the command line as over HTTP: every key present, lists sorted, dates ISO. */
public final class StableAnswers {
    private StableAnswers() {}

    public static Map<String, Object> findings(
            Assessment assessment, List<Finding> findings, Map<Finding.Key, Stage> tried) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("asOf", assessment.asOf().toString());
        answer.put("rulesVersion", assessment.rules().version());
        answer.put(
                "findings",
                findings.stream()
                        .map(finding -> {
                            Map<String, Object> one = finding(finding, tried);
                            one.put("trialVerdict", TriedTarget.answer(assessment, finding));
                            return one;
                        })
                        .toList());
        return answer;
    }

    private static Map<String, Object> finding(Finding finding, Map<Finding.Key, Stage> tried) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("agency", finding.key().agency());
        answer.put("duty", finding.key().duty());
        answer.put("clause", finding.obligation().duty().clause());
        answer.put("period", finding.key().period());
        answer.put("state", finding.state().name());
        answer.put("due", finding.due() == null ? null : finding.due().toString());
        answer.put("assumed", finding.assumed());
        answer.put("measured", measured(finding.measure()));
        answer.put(
                "required",
                required(
                        finding.requirement(),
                        finding.measure() == null ? null : finding.measure().before()));
        answer.put("rule", finding.rule());
        answer.put("trial", finding.isTrial());
        answer.put("trialStage", TriedStage.inWords(tried, finding).orElse(null));
        answer.put("explanation", finding.explanation());
        return answer;
    }

    /** Every duty in force, by id. */
    public static List<Map<String, Object>> duties(RuleBook book) {
        return book.plan().allDuties().stream()
                .sorted(Comparator.comparing(Duty::id))
                .map(duty -> duty(book, duty))
                .toList();
    }

    private static Map<String, Object> duty(RuleBook book, Duty duty) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", duty.id());
        answer.put("clause", duty.clause());
        answer.put("quote", duty.quote());
        answer.put("text", duty.text());
        answer.put("kind", duty.kind().code());
        answer.put("lead", book.unitsCalled(duty.lead()));
        answer.put("coordinating", book.unitsCalled(duty.coordinating()));
        answer.put("recurrence", duty.recurrence().code());
        answer.put("due", book.firstDue(duty).map(Object::toString).orElse(null));
        answer.put("dueInWords", dueInWords(duty));
        answer.put("assumed", isAssumed(duty));
        answer.put("evidence", duty.evidence());
        answer.put("remindBefore", duty.offsets());
        answer.put("note", duty.note());
        answer.put("trial", duty.trial());
        answer.put("target", target(book, duty));
        return answer;
    }

    private static @Nullable Map<String, Object> target(RuleBook book, Duty duty) {
        Requirement requirement = book.requirementOf(duty).orElse(null);
        Map<String, Object> target = required(requirement, null);
        if (target != null && requirement != null) {
            target.put("of", requirement.of().code());
        }
        return target;
    }

    /** A duty without any date assumes none. */
    private static boolean isAssumed(Duty duty) {
        return duty.assumed() && !duty.hard().isEmpty();
    }

    private static String dueInWords(Duty duty) {
        return String.join("; ", duty.hard().stream().map(date -> date.text()).toList());
    }

    public static Map<String, Object> receipt(Receipt receipt) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", receipt.fileName());
        answer.put("outcome", receipt.outcome().code());
        answer.put(
                "accepted", receipt.accepted().stream().map(StableAnswers::row).toList());
        answer.put(
                "refused",
                receipt.refused().stream().map(StableAnswers::problem).toList());
        answer.put("untouched", receipt.untouched());
        return answer;
    }

    private static Map<String, Object> row(AcceptedRow row) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("place", row.place());
        answer.put("agency", row.agency());
        answer.put("period", row.period());
        answer.put("duty", row.duty());
        return answer;
    }

    public static Map<String, Object> problem(Problem problem) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("place", problem.place());
        answer.put("message", problem.message());
        answer.put("hint", problem.hint());
        return answer;
    }

    public static Map<String, Object> checked(CheckedRules checked) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "problems",
                checked.problems().stream().map(StableAnswers::problem).toList());
        answer.put(
                "warnings",
                checked.warnings().stream().map(StableAnswers::problem).toList());
        return answer;
    }

    /** {"numerator","denominator"} or {"value"}; null where nothing was measured. */
    public static @Nullable Map<String, Object> measured(@Nullable Measure measure) {
        if (measure == null) {
            return null;
        }
        Map<String, Object> measured = new LinkedHashMap<>();
        if (measure.numerator() != null && measure.denominator() != null) {
            measured.put("numerator", number(measure.numerator()));
            measured.put("denominator", number(measure.denominator()));
        } else {
            measured.put("value", number(measure.count()));
        }
        return measured;
    }

    /** {"op","percent"} or {"op","value"}; null where the Decision gives no number to compare with. */
    public static @Nullable Map<String, Object> required(
            @Nullable Requirement requirement, @Nullable BigDecimal yearBefore) {
        if (requirement == null || requirement.operator() == Operator.JUDGED_BY_PERSON) {
            return null;
        }
        Map<String, Object> required = new LinkedHashMap<>();
        required.put("op", requirement.operator().sign());
        if (requirement.isShare()) {
            required.put("percent", number(BigDecimal.valueOf(requirement.percent(), 2)));
        } else if (requirement.operator() == Operator.MORE_THAN_YEAR_BEFORE) {
            required.put("value", yearBefore == null ? null : number(yearBefore));
        } else {
            required.put("value", requirement.value());
        }
        return required;
    }

    /** Whole numbers without a fraction, others as they are. */
    private static Number number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 ? plain.longValueExact() : plain;
    }
}
