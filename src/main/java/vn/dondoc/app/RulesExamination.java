package vn.dondoc.app;

import static vn.dondoc.app.Diagnosis.fault;
import static vn.dondoc.app.Diagnosis.fine;
import static vn.dondoc.app.Diagnosis.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.rules.CheckedRules;

/** Looks at the folder of rules, at what of it is in force, and at the texts of letters. */
final class RulesExamination {
    private static final String RULES = "Quy tắc";

    private final Dondoc dondoc;
    private final Instant now;

    RulesExamination(Dondoc dondoc, Instant now) {
        this.dondoc = dondoc;
        this.now = now;
    }

    List<Diagnosis> all() {
        List<Diagnosis> found = new ArrayList<>();
        Settings settings = dondoc.settings();
        CheckedRules checked = settings.ruleReader().checkWithWarnings(settings.rules());
        found.add(ofChecked(checked));
        // a faulty folder differs from what is in force: that is said once
        if (checked.problems().isEmpty()) {
            found.add(ahead().orElseGet(this::edit));
        }
        found.addAll(texts());
        return found;
    }

    private static Diagnosis ofChecked(CheckedRules checked) {
        if (!checked.problems().isEmpty()) {
            return fault(
                    RULES,
                    checked.problems().size() + " lỗi, lỗi đầu: "
                            + checked.problems().get(0),
                    "chạy dondoc rules check, sửa từng lỗi; quy tắc cũ vẫn có hiệu lực");
        }
        return checked.warnings().isEmpty()
                ? fine(RULES, "thư mục rules không có lỗi")
                : warning(
                        RULES,
                        checked.warnings().size() + " điều cần lưu ý trong thư mục rules",
                        "chạy dondoc rules check để xem từng điều");
    }

    private Diagnosis edit() {
        String inForce = dondoc.rules()
                .latest()
                .map(publication -> "phiên bản " + publication.number() + " đang có hiệu lực")
                .orElse("chưa công bố lần nào; lần kiểm tra đầu tiên tự công bố");
        return dondoc.rules().latest().isPresent() && dondoc.rules().edit().isPresent()
                ? warning(
                        RULES,
                        inForce + ", thư mục rules đã sửa khác đi và chưa được đưa vào",
                        "chạy dondoc rules test, rồi dondoc rules publish; dondoc serve tự đưa vào sau 10 giây khi bản sửa"
                                + " không có lỗi")
                : fine(RULES, inForce);
    }

    /** As earlier versions of the program allowed. */
    private Optional<Diagnosis> ahead() {
        return dondoc.rules()
                .latest()
                .filter(last -> last.at().isAfter(now))
                .map(last -> warning(
                        RULES,
                        "lần " + last.number() + " ghi từ " + VietnamTime.inWords(last.at())
                                + ", chưa đến; hiện theo lần trước",
                        "muốn áp dụng ngay: chạy dondoc rules publish; muốn bỏ: dondoc rules rollback"));
    }

    private List<Diagnosis> texts() {
        try {
            dondoc.proveTexts();
            return List.of(fine("Lời thư", "các mẫu trong config/mail, config/cong-van dùng được"));
        } catch (FaultyFileException faulty) {
            return faulty.problems().stream()
                    .map(problem -> Doctor.ofProblem("Lời thư", problem, "sửa mẫu như đã chỉ"))
                    .toList();
        }
    }
}
