package vn.dondoc.letters;

import java.util.Map;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice.Escalation;

/** What got no answer, told to those above: the letter as its template sees it. */
final class EscalationView {
    private EscalationView() {}

    static Map<String, Object> of(Escalation escalation, Frame frame) {
        Map<String, Object> view = frame.of(escalation, new SubjectLine(frame.words()).of(escalation));
        view.put("tone", Tone.strongestOf(escalation.items()).in(frame.words()));
        view.put("total", UnitRows.count(escalation.units()));
        view.put("units", UnitRows.of(escalation.units(), escalation.day(), frame.words()));
        view.put("someAssumed", escalation.items().stream().map(Item::finding).anyMatch(finding -> finding.assumed()));
        return view;
    }
}
