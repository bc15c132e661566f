package vn.dondoc.letters;

import java.util.Map;
import vn.dondoc.facts.Obligation.Phase;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Notice.Alert;

/** The alert on a newly found violation as its template sees it. */
final class AlertView {
    private AlertView() {}

    static Map<String, Object> of(Alert alert, Frame frame) {
        Finding finding = alert.item().finding();
        Map<String, Object> view = frame.of(alert, new SubjectLine(frame.words()).of(alert));
        view.put("agency", alert.agency().name());
        view.put("state", frame.words().state(finding));
        view.put(
                "pastLawfulDate",
                finding.obligation().isDueByLaw() && finding.obligation().phase() == Phase.PAST);
        view.put("isTarget", finding.requirement() != null);
        view.put("item", ItemView.of(1, alert.item(), frame, alert.day()));
        return view;
    }
}
