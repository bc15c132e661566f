package vn.dondoc.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.dondoc.calendar.Period;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.CaseCoverage.RuleCoverage;

/** Finds rules that no example shows at work, or none shows at rest, and examples of what is not there. */
final class CaseLints {
    private final Map<String, String> duties = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> rungs;

    private CaseLints(RuleLints rules) {
        rules.plan().allDuties().forEach(duty -> duties.put(duty.id(), RuleLints.place(duty)));
        rules.lastRequirements()
                .forEach((duty, requirement) ->
                        targets.put(requirement.rule(), rules.targetPlaces().of(duty)));
        rungs = LadderLints.placesIn(rules.files());
    }

    static void find(RuleLints rules, Problems warnings) {
        if (rules.examples().isEmpty()) {
            warnings.add(
                    rules.files().plan(),
                    "không có ví dụ nào (tệp .cases.yaml)",
                    "chép lại các tệp ví dụ, hoặc viết ví dụ theo rules/README.md");
            return;
        }
        Set<String> units = Set.copyOf(rules.registry().ids());
        rules.examples()
                .forEach(example ->
                        noteUnknownNames(example, rules.plan().duties().keySet(), units, warnings));
        CaseLints lints = new CaseLints(rules);
        CaseCoverage.of(rules.plan(), rules.lastRequirements(), rules.ladder(), rules.examples())
                .gaps()
                .forEach(rule -> warnings.add(
                        lints.placeOf(rule),
                        "quy tắc “" + rule.rule() + "” thiếu " + rule.missing(),
                        "thêm ví dụ vào một tệp .cases.yaml, xem rules/README.md"));
    }

    /** An example of something that is not there shows nothing. */
    private static void noteUnknownNames(RuleCase example, Set<String> duties, Set<String> units, Problems warnings) {
        if (!duties.contains(example.duty())) {
            note(example, "không có nhiệm vụ “" + example.duty() + "”", Nearest.hint(example.duty(), duties), warnings);
        }
        if (!units.contains(example.agency())) {
            note(
                    example,
                    "không có đơn vị mã “" + example.agency() + "”",
                    Nearest.hint(example.agency(), units),
                    warnings);
        }
        if (!example.period().isEmpty() && Period.read(example.period()).isEmpty()) {
            note(example, "“" + example.period() + "” không phải kỳ", "ghi 2018, 2018-H1 hoặc 2018-Q1", warnings);
        }
    }

    private static void note(RuleCase example, String reason, String hint, Problems warnings) {
        warnings.add(example.place(), "ví dụ “" + example.name() + "”: " + reason, hint);
    }

    private String placeOf(RuleCoverage rule) {
        Map<String, String> places = switch (rule.kind()) {
            case DUTY -> duties;
            case TARGET -> targets;
            case RUNG, VERDICT -> rungs;
        };
        return places.getOrDefault(rule.rule(), rule.rule());
    }
}
