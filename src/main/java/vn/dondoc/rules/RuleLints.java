package vn.dondoc.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.Requirement;
import vn.dondoc.reading.Problems;

/**
 * What can be wrong with rules of which every cell can be read: rows that contradict each other or the Decision, rows that
 * never apply, units that no letter reaches, rules without examples. Rows that are refused already are left out, so that
 * one mistake is not told twice.
 *
 * @param requirements what the targets ask for, rule by rule, by duty; empty when the sentences could not be read
 * @param targetPlaces where each target is spoken of
 */
record RuleLints(
        RuleFiles files,
        Plan plan,
        Ladder ladder,
        Map<String, List<Requirement>> requirements,
        SentencePlaces targetPlaces,
        Registry registry,
        List<RuleCase> examples) {

    void find(Problems problems, Problems warnings) {
        findProblems(problems);
        findWarnings(warnings);
    }

    /** Adds what must be mended before the rules can be put in force. */
    void findProblems(Problems problems) {
        List<Duty> duties = readable(plan.allDuties(), problems);
        Problems found = new Problems();
        DutyLints.find(plan, duties, found);
        PeriodDates.find(duties, plan.effective().getYear() + 1, found);
        TwinDates.find(duties, found);
        DateGrounds.find(plan, duties, found);
        LeadLints.findMissing(plan, duties, registry, found);
        TargetLints.find(plan, duties, requirements, targetPlaces, registry, found);
        NumberGrounds.find(plan, duties, requirements, targetPlaces, found);
        LadderLints.find(files, ladder, plan, problems, found);
        problems.addAll(found);
    }

    /** Adds what should be looked at. */
    void findWarnings(Problems warnings) {
        LeadLints.findUnreachable(plan, registry, warnings);
        CaseLints.find(this, warnings);
    }

    /** Of several rules of a target the last. */
    Map<String, Requirement> lastRequirements() {
        return RuleBook.lastOf(requirements);
    }

    private static List<Duty> readable(Collection<Duty> duties, Problems problems) {
        return duties.stream().filter(duty -> !isRefused(place(duty), problems)).toList();
    }

    /** Whether something of a row, or one of its cells, is refused already. */
    static boolean isRefused(String row, Problems problems) {
        return problems.list().stream()
                .anyMatch(problem ->
                        problem.place().equals(row) || problem.place().startsWith(row + ","));
    }

    static String place(Duty duty) {
        return "duties.csv, dòng " + duty.line();
    }

    static String place(Duty duty, String heading) {
        return place(duty) + ", cột “" + heading + "”";
    }
}
