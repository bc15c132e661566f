package vn.dondoc.findings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Measure;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Obligation.Extension;
import vn.dondoc.facts.Obligation.Track;
import vn.dondoc.facts.Recurrence;
import vn.dondoc.facts.Requirement;
import vn.dondoc.facts.Requirement.Operator;
import vn.dondoc.facts.Ruling;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseNumber;

/** Says why a verdict was reached: clause and words, date and where it comes from, what was reported, the arithmetic. */
public final class Explanation {
    private Explanation() {}

    public static String of(Obligation obligation, State state, String rule) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Kết luận: " + verdict(obligation, state) + " (quy tắc " + rule + ").");
        sentences.add("Căn cứ " + Clause.wordsOf(obligation.duty().clause()) + ": “"
                + obligation.duty().quote() + "”.");
        sentences.add("Kỳ: " + obligation.period().inWords() + ".");
        addIfAny(sentences, dueDate(obligation));
        addIfAny(sentences, arithmetic(obligation));
        addIfAny(sentences, behind(obligation));
        addIfAny(sentences, ForecastExplanation.of(obligation));
        addIfAny(sentences, reported(obligation));
        addIfAny(sentences, returned(obligation));
        addIfAny(sentences, obligation.isTrial() ? "Quy tắc đang thử nghiệm: chỉ để xem, không gửi thư." : "");
        addIfAny(sentences, obligation.isReviewWanted() ? "Cần người xem: " + obligation.reviewReason() + "." : "");
        return String.join(" ", sentences);
    }

    /** Of a target what was measured and what is asked for, where its pace leads and what is still needed; else nothing. */
    public static String figures(Obligation obligation) {
        List<String> sentences = new ArrayList<>();
        addIfAny(sentences, arithmetic(obligation));
        addIfAny(sentences, behind(obligation));
        addIfAny(sentences, ForecastExplanation.of(obligation));
        return String.join(" ", sentences);
    }

    /** A forecast calls itself assumed. */
    private static String behind(Obligation obligation) {
        if (!obligation.isBehind()) {
            return "";
        }
        String ground = obligation.isBehindByForecast() ? "" : " (mốc tiến độ là giả định)";
        return "Chậm tiến độ: " + obligation.behindPace() + ground + ".";
    }

    private static String verdict(Obligation obligation, State state) {
        boolean assumed = obligation.hard() != null && obligation.hard().assumed();
        return state == State.OVERDUE && assumed
                ? "quá mốc theo dõi (Quyết định không ấn định thời hạn)"
                : state.words();
    }

    /** "Hạn: trước ngày 01/01/2018, do Quyết định ấn định." */
    private static String dueDate(Obligation obligation) {
        DueDate hard = obligation.hard();
        if (obligation.isDueBeforePlan()) {
            return "Hạn của kỳ này rơi trước ngày Quyết định có hiệu lực nên không tính là quá hạn.";
        }
        if (hard == null || obligation.track() == Track.RANK) {
            return obligation.track() == Track.RANK ? "" : "Quyết định không ấn định thời hạn.";
        }
        Extension extension = obligation.extension();
        if (extension != null) {
            return "Hạn: hết ngày " + VietnameseDate.write(hard.lastDay()) + ", " + inWords(extension) + ".";
        }
        String ground = hard.assumed() ? "ngày giả định, Quyết định không ấn định thời hạn" : "do Quyết định ấn định";
        String moved = hard.isShifted()
                ? "; " + VietnameseDate.write(hard.nominal())
                        + " là ngày nghỉ nên tính đến hết ngày làm việc tiếp theo (khoản 5 Điều 148 Bộ luật Dân sự 2015)"
                : "";
        return "Hạn: hết ngày " + VietnameseDate.write(hard.lastDay()) + ", " + ground + moved + ".";
    }

    /** "gia hạn theo Công văn 12/SNV-CCHC ngày 05/03/2018; hạn trước là 31/03/2018 (giả định)". */
    private static String inWords(Extension extension) {
        DueDate before = extension.before();
        return "gia hạn theo " + extension.granted().document() + " ngày "
                + VietnameseDate.write(extension.granted().documentDay())
                + (before == null
                        ? ""
                        : "; hạn trước là " + VietnameseDate.write(before.lastDay())
                                + (before.assumed() ? " (giả định)" : ""));
    }

    private static String reported(Obligation obligation) {
        Entry entry = obligation.measure() == null
                ? obligation.entry()
                : obligation.measure().entry();
        if (entry == null) {
            return obligation.returned() == null ? silence(obligation) : "";
        }
        String done = obligation.doneOn() == null || obligation.duty().isTarget()
                ? ""
                : ", xong ngày " + VietnameseDate.write(obligation.doneOn());
        String papers = entry.evidence().isEmpty()
                ? ""
                : ", minh chứng "
                        + String.join(
                                "; ",
                                entry.evidence().stream()
                                        .map(Entry.Evidence::ref)
                                        .toList());
        return "Theo " + entry.source() + ", nhận ngày " + VietnameseDate.write(VietnamTime.dayOf(entry.receivedAt()))
                + ": " + entry.status().word() + done + papers + ".";
    }

    /** Reports of other periods may stand beside it. For what comes once, whatever was reported counts. */
    private static String silence(Obligation obligation) {
        return obligation.duty().recurrence() == Recurrence.ONCE
                ? "Đơn vị chưa có báo cáo về nhiệm vụ này."
                : "Đơn vị chưa có báo cáo tính cho " + obligation.period().inWords() + ".";
    }

    private static String returned(Obligation obligation) {
        Ruling returned = obligation.returned();
        if (returned == null) {
            return obligation.report() == Obligation.Report.AWAITED ? "Báo cáo chờ Sở Nội vụ duyệt." : "";
        }
        LocalDate again = returned.newDate();
        return "Báo cáo đã gửi bị trả lại ngày " + VietnameseDate.write(VietnamTime.dayOf(returned.at()))
                + ", không còn được tính: " + returned.reason()
                + (again == null ? "." : "; gửi lại chậm nhất ngày " + VietnameseDate.write(again) + ".");
    }

    /** "Số liệu: 8/33 = 24,2% < 30%." */
    private static String arithmetic(Obligation obligation) {
        Requirement requirement = obligation.requirement();
        Measure measure = obligation.measure();
        if (requirement == null) {
            return "";
        }
        if (measure == null) {
            return "Yêu cầu: " + demand(requirement) + "; chưa có số liệu dùng được.";
        }
        return "Số liệu đến " + VietnameseDate.write(measure.on()) + ": " + comparison(requirement, measure)
                + notes(obligation, requirement, measure) + ".";
    }

    /** What a target asks for, in words: "ít nhất 70% xã, phường, thị trấn". */
    private static String demand(Requirement requirement) {
        String things = requirement.of().words();
        return switch (requirement.operator()) {
            case AT_LEAST ->
                requirement.isShare()
                        ? "ít nhất " + VietnameseNumber.percent(requirement.percent()) + " " + things
                        : "ít nhất " + requirement.value() + " " + things;
            case AT_MOST -> things + " không quá " + requirement.value();
            case MORE_THAN_YEAR_BEFORE -> things + " nhiều hơn năm trước";
            case JUDGED_BY_PERSON -> things + ", Quyết định không nêu con số";
        };
    }

    private static String comparison(Requirement requirement, Measure measure) {
        String sign =
                requirement.isReachedBy(measure) ? sign(requirement.operator()) : opposite(requirement.operator());
        if (requirement.isShare() && measure.numerator() != null && measure.denominator() != null) {
            return share(measure.numerator(), measure.denominator()) + " " + sign + " "
                    + VietnameseNumber.percent(requirement.percent());
        }
        String count = VietnameseNumber.write(measure.count());
        return switch (requirement.operator()) {
            case AT_LEAST, AT_MOST -> count + " " + sign + " " + requirement.value();
            case MORE_THAN_YEAR_BEFORE ->
                measure.before() == null
                        ? count + ", chưa có số của năm trước để so sánh"
                        : count + " " + sign + " " + VietnameseNumber.write(measure.before()) + " của năm trước";
            case JUDGED_BY_PERSON ->
                measure.denominator() != null && measure.denominator().signum() > 0
                        ? share(measure.count(), measure.denominator())
                        : count;
        };
    }

    private static String share(BigDecimal numerator, BigDecimal denominator) {
        return VietnameseNumber.write(numerator) + "/" + VietnameseNumber.write(denominator) + " = "
                + VietnameseNumber.share(numerator, denominator);
    }

    private static String notes(Obligation obligation, Requirement requirement, Measure measure) {
        StringBuilder notes = new StringBuilder();
        if (measure.itemised()) {
            notes.append(requirement.isShare() ? "; đếm từng mục, mẫu số theo danh mục đơn vị" : "; đếm từng mục");
        }
        if (isOtherThanRegistry(measure)) {
            notes.append("; danh mục đơn vị đếm được ").append(measure.registryCount());
        }
        if (measure.contradictsItself()) {
            notes.append("; tử số báo cáo là ")
                    .append(VietnameseNumber.write(
                            requireNonNullElseZero(measure.entry().numerator())))
                    .append(", khác với số mục đếm được");
        }
        if (measure.afterDue() > 0) {
            notes.append("; thêm ").append(measure.afterDue()).append(" mục thực hiện sau hạn, không tính");
        }
        if (requirement.operator() == Operator.AT_LEAST
                && requirement.value() == 2
                && measure.count().compareTo(BigDecimal.valueOf(3)) > 0) {
            notes.append("; nhiều hơn mức 2-3 của Quyết định");
        }
        if (obligation.progress() == Obligation.Progress.REACHED_UNKNOWN_WHEN) {
            notes.append("; số liệu của ngày sau hạn, chưa rõ đạt trước hay sau hạn");
        }
        return notes.toString();
    }

    private static boolean isOtherThanRegistry(Measure measure) {
        return !measure.itemised()
                && measure.registryCount() > 0
                && measure.denominator() != null
                && measure.denominator().compareTo(BigDecimal.valueOf(measure.registryCount())) != 0;
    }

    private static BigDecimal requireNonNullElseZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
            case MORE_THAN_YEAR_BEFORE, JUDGED_BY_PERSON -> ">";
        };
    }

    private static String opposite(Operator operator) {
        return switch (operator) {
            case AT_LEAST -> "<";
            case AT_MOST -> ">";
            case MORE_THAN_YEAR_BEFORE, JUDGED_BY_PERSON -> "≤";
        };
    }

    private static void addIfAny(List<String> sentences, String sentence) {
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
    }
}
