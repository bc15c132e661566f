package vn.dondoc.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.PromiseRule;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;

/**
 * What may be promised on a day.
 *
 * @param longestDays how many days ahead the promised day may lie at most
 */
record PromiseCheck(PromiseRule rule, int longestDays, LocalDate today) {

    LocalDate latest() {
        return today.plusDays(longestDays);
    }

    /** Why nothing can be promised for a finding; empty when something can. */
    Optional<Problem> refusalOf(Finding finding, Arrangements agreed, String place) {
        if (!finding.state().isOpen()) {
            String message = "đang ở trạng thái “" + finding.stateInWords() + "”, không cần hẹn nộp";
            return Optional.of(new Problem(place, message, ""));
        }
        List<Promise> given = agreed.promisesFor(finding.key());
        int allowed = rule.allowed(finding);
        if (given.size() < allowed) {
            return Optional.empty();
        }
        String message = given.isEmpty()
                ? "ở bậc nhắc hiện nay không được hẹn nộp"
                : "đã hẹn " + given.size() + " lần, được hẹn " + allowed + " lần: " + inWords(given);
        return Optional.of(
                new Problem(place, message, "nộp báo cáo, hoặc đề nghị cơ quan theo dõi gia hạn bằng văn bản"));
    }

    Optional<Problem> refusalOf(LocalDate until, String place) {
        String hint = "chọn từ ngày " + VietnameseDate.write(today) + " đến ngày " + VietnameseDate.write(latest());
        if (until.isBefore(today)) {
            return Optional.of(new Problem(place, "ngày " + VietnameseDate.write(until) + " đã qua", hint));
        }
        return until.isAfter(latest())
                ? Optional.of(new Problem(
                        place, "ngày " + VietnameseDate.write(until) + " xa quá " + longestDays + " ngày", hint))
                : Optional.empty();
    }

    private static String inWords(List<Promise> given) {
        return given.stream()
                .map(promise -> "ngày " + VietnameseDate.write(VietnamTime.dayOf(promise.at())) + " " + promise.author()
                        + " hẹn đến " + VietnameseDate.write(promise.until()))
                .collect(Collectors.joining("; "));
    }
}
