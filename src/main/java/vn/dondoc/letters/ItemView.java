package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Milestone;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Explanation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/** One duty of a letter as its template sees it: words only. */
final class ItemView {
    private ItemView() {}

    static Map<String, Object> of(int number, Finding finding, LocalDate day) {
        Obligation obligation = finding.obligation();
        Duty duty = obligation.duty();
        DueWords due = DueWords.of(finding, day);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("agency", obligation.agency().name());
        view.put("task", duty.text());
        view.put("clause", Clause.wordsOf(duty.clause()));
        view.put("quote", duty.quote());
        view.put("period", CleanText.capitalise(obligation.period().inWords()));
        view.put("code", duty.id() + ", kỳ " + obligation.period().id());
        view.put("due", due.date());
        view.put("dueGround", due.ground());
        view.put("remaining", due.remaining());
        view.put("state", finding.stateInWords());
        view.put("urgency", urgency(finding.state()));
        view.put("missing", MissingWords.of(finding));
        view.put("demand", demand(obligation));
        view.put("arithmetic", obligation.measure() == null ? "" : Explanation.arithmetic(obligation));
        view.put("evidence", finding.state().isOpen() ? duty.evidence() : "");
        view.put("doneWhen", duty.milestone() == Milestone.SUBMITTED ? "tính là hoàn thành khi đã trình" : "");
        view.put("rule", finding.rule());
        return view;
    }

    private static String demand(Obligation obligation) {
        return obligation.requirement() == null
                ? ""
                : CleanText.capitalise(Explanation.demand(obligation.requirement()));
    }

    /** Which of three colours the state is printed in; the words say the same. */
    static String urgency(State state) {
        return switch (state) {
            case VIOLATED, OVERDUE -> "late";
            case AT_RISK -> "risk";
            case MET, MET_LATE -> "done";
            default -> "plain";
        };
    }
}
