package vn.dondoc.letters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Measure;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Requirement;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseNumber;

/** What a duty still lacks, or what was reported of it, in one line. */
final class MissingWords {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private MissingWords() {}

    static String of(Finding finding) {
        Obligation obligation = finding.obligation();
        List<String> parts = new ArrayList<>();
        parts.add(obligation.requirement() == null ? reported(obligation) : gap(obligation.requirement(), obligation));
        if (finding.state() == State.AT_RISK) {
            parts.add(passedMark(obligation));
        }
        parts.add(obligation.isBehind() ? "chậm tiến độ: " + obligation.behindPace() : "");
        parts.add(obligation.isReviewWanted() ? "cần người xem: " + obligation.reviewReason() : "");
        parts.removeIf(String::isEmpty);
        return CleanText.capitalise(String.join("; ", parts));
    }

    private static String reported(Obligation obligation) {
        Entry entry = obligation.entry();
        if (entry == null) {
            return "chưa có báo cáo về nhiệm vụ này";
        }
        if (obligation.doneOn() != null) {
            return "đã báo cáo hoàn thành ngày " + VietnameseDate.write(obligation.doneOn());
        }
        return "báo cáo nhận ngày " + VietnameseDate.write(VietnamTime.dayOf(entry.receivedAt())) + ": "
                + entry.status().word();
    }

    private static String passedMark(Obligation obligation) {
        DueDate soft = obligation.soft();
        return soft != null && !obligation.asOf().isBefore(soft.lastDay())
                ? "đã qua mốc theo dõi " + VietnameseDate.write(soft.lastDay()) + " (giả định)"
                : "";
    }

    /** "còn thiếu 19 xã, phường, thị trấn"; only for things that come in whole pieces. */
    private static String gap(Requirement requirement, Obligation obligation) {
        Measure measure = obligation.measure();
        if (measure == null) {
            return "chưa có số liệu dùng được";
        }
        if (requirement.operator() != Requirement.Operator.AT_LEAST
                || !requirement.of().isOfUnits()) {
            return "";
        }
        BigDecimal lacking = needed(requirement, measure).subtract(measure.count());
        return lacking.signum() <= 0
                ? ""
                : "còn thiếu " + VietnameseNumber.write(lacking) + " "
                        + requirement.of().words();
    }

    private static BigDecimal needed(Requirement requirement, Measure measure) {
        if (!requirement.isShare()) {
            return BigDecimal.valueOf(requirement.value());
        }
        return measure.denominator() == null
                ? BigDecimal.ZERO
                : measure.denominator()
                        .multiply(BigDecimal.valueOf(requirement.percent()))
                        .divide(WHOLE, 0, RoundingMode.CEILING);
    }
}
