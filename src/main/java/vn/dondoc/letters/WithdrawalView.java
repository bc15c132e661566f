package vn.dondoc.letters;

import java.util.Map;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Notice.Withdrawal;

/** The letter that takes an alert back as its template sees it. */
final class WithdrawalView {
    private WithdrawalView() {}

    static Map<String, Object> of(Withdrawal withdrawal, Frame frame) {
        Finding finding = withdrawal.item().finding();
        Words words = frame.words();
        SubjectLine subject = new SubjectLine(words);
        Map<String, Object> view = frame.of(withdrawal, subject.of(withdrawal));
        view.put("agency", withdrawal.agency().name());
        view.put("was", subject.alerted(withdrawal));
        view.put("alertedOn", words.date(withdrawal.alertedOn()));
        view.put("state", words.state(finding));
        view.put("stillOpen", finding.state().isOpen());
        view.put("item", ItemView.of(1, withdrawal.item(), frame, withdrawal.day()));
        return view;
    }
}
