package vn.dondoc.letters;

import java.util.Map;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Notice.Withdrawal;
import vn.dondoc.reading.VietnameseDate;

/** The letter that takes an alert back as its template sees it. */
final class WithdrawalView {
    private WithdrawalView() {}

    static Map<String, Object> of(Withdrawal withdrawal, Frame frame) {
        Finding finding = withdrawal.item().finding();
        Map<String, Object> view = frame.of(withdrawal, SubjectLine.of(withdrawal));
        view.put("agency", withdrawal.agency().name());
        view.put("was", SubjectLine.alerted(withdrawal));
        view.put("alertedOn", VietnameseDate.write(withdrawal.alertedOn()));
        view.put("state", finding.stateInWords());
        view.put("stillOpen", finding.state().isOpen());
        view.put("item", ItemView.of(1, withdrawal.item(), frame, withdrawal.day()));
        return view;
    }
}
