package vn.dondoc.rules;

import java.util.HashMap;
import java.util.Map;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.CaseCoverage.RuleCoverage;

/** Finds rules that no example shows at work, or none shows at rest. */
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
        CaseLints lints = new CaseLints(rules);
        CaseCoverage.of(rules.plan(), rules.lastRequirements(), rules.ladder(), rules.examples())
                .gaps()
                .forEach(rule -> warnings.add(
                        lints.placeOf(rule),
                        "quy tắc “" + rule.rule() + "” thiếu " + rule.missing(),
                        "thêm ví dụ vào một tệp .cases.yaml, xem rules/README.md"));
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
