package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;

/** What the rows of {@code duties.csv} call when they match: the unit owes the duty. */
public final class TermsCollector {
    private final Plan plan;
    private final Map<String, List<Duty>> owed = new LinkedHashMap<>();

    TermsCollector(Plan plan) {
        this.plan = plan;
    }

    public void owe(Agency agency, String duty) {
        plan.duty(duty)
                .ifPresent(found -> owed.computeIfAbsent(agency.id(), id -> new ArrayList<>())
                        .add(found));
    }

    /** In the order of the table, whatever the order of firing. */
    Map<String, List<Duty>> owed() {
        owed.values().forEach(duties -> duties.sort(Comparator.comparingInt(Duty::line)));
        return owed;
    }
}
