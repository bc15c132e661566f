package vn.dondoc.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;

/** Numbers, dates and texts of an entry: what can be told wrong without knowing who reports it. */
final class ContentCheck {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_REF = 500;
    private static final int LONGEST_LINK = 2000;
    private static final int LONGEST_NOTE = 4000;

    private final PlanInForce plan;
    private final LocalDate receipt;

    ContentCheck(PlanInForce plan, LocalDate receipt) {
        this.plan = plan;
        this.receipt = receipt;
    }

    void check(Draft draft) {
        Problems problems = draft.problems();
        checkNumbers(draft, problems);
        checkDay(draft.completedOn(), draft.place().cell(Column.COMPLETED_ON), problems);
        for (Draft.Proof proof : draft.evidence()) {
            checkDay(proof.evidence().date(), proof.place().cell(Column.EVIDENCE_DATE), problems);
            checkLength(proof.evidence().ref(), LONGEST_REF, proof.place().cell(Column.EVIDENCE_REF), problems);
            checkLink(proof.evidence().link(), proof.place().cell(Column.EVIDENCE_LINK), problems);
        }
        for (Draft.Counted counted : draft.items()) {
            // What is counted may be older than the plan: a register kept since 2015 counts today.
            checkNotAfterReceipt(counted.item().date(), counted.place().cell(Column.ITEM_DATE), problems);
            checkLength(counted.item().ref(), LONGEST_REF, counted.place().cell(Column.ITEM_REF), problems);
            checkLength(counted.item().unit(), LONGEST_ID, counted.place().cell(Column.ITEM_UNIT), problems);
        }
        checkLength(draft.note(), LONGEST_NOTE, draft.place().cell(Column.NOTE), problems);
    }

    private void checkNumbers(Draft draft, Problems problems) {
        BigDecimal numerator = draft.numerator();
        BigDecimal denominator = draft.denominator();
        String place = draft.place().cell(Column.NUMERATOR);
        if (denominator != null && denominator.signum() < 0) {
            problems.add(
                    draft.place().cell(Column.DENOMINATOR),
                    "mẫu số " + written(denominator) + " là số âm",
                    "ghi tổng số, không nhỏ hơn 0");
        }
        if (numerator == null) {
            return;
        }
        if (numerator.signum() < 0 && isNoCut(draft)) {
            problems.add(
                    place,
                    "tử số " + written(numerator) + " là số âm",
                    "ghi số không âm; chỉ mức cắt giảm chi phí, thời gian, biên chế mới có thể âm");
        }
        if (denominator != null) {
            checkShare(numerator, denominator, place, problems);
        }
    }

    private static void checkShare(BigDecimal numerator, BigDecimal denominator, String place, Problems problems) {
        if (denominator.signum() == 0 && numerator.signum() != 0) {
            problems.add(
                    place,
                    "tử số " + written(numerator) + " trên mẫu số 0",
                    "không phát sinh thì ghi 0 và 0; có phát sinh thì sửa mẫu số");
        } else if (denominator.signum() > 0 && numerator.compareTo(denominator) > 0) {
            problems.add(
                    place,
                    "tử số " + written(numerator) + " lớn hơn mẫu số " + written(denominator),
                    "kiểm tra hai số có bị đổi chỗ hay không");
        }
    }

    /** Of an unknown duty nobody can say that its numerator may not be negative. */
    private boolean isNoCut(Draft draft) {
        return plan.duties().duty(draft.duty()).isPresent() && !plan.cuts().test(draft.duty());
    }

    private void checkDay(@Nullable LocalDate day, String place, Problems problems) {
        if (day != null && day.isBefore(plan.planDay())) {
            problems.add(
                    place,
                    "ngày " + VietnameseDate.write(day) + " ở trước ngày ban hành kế hoạch ("
                            + VietnameseDate.write(plan.planDay()) + ")",
                    "ghi ngày từ " + VietnameseDate.write(plan.planDay()) + " trở đi");
        }
        checkNotAfterReceipt(day, place, problems);
    }

    private void checkNotAfterReceipt(@Nullable LocalDate day, String place, Problems problems) {
        if (day != null && day.isAfter(receipt)) {
            problems.add(
                    place,
                    "ngày " + VietnameseDate.write(day) + " ở sau ngày nhận báo cáo (" + VietnameseDate.write(receipt)
                            + ")",
                    "ghi ngày không muộn hơn " + VietnameseDate.write(receipt));
        }
    }

    private static void checkLength(String text, int longest, String place, Problems problems) {
        if (text.codePointCount(0, text.length()) > longest) {
            problems.add(place, Wording.tooLong(String.valueOf(longest)), Wording.TOO_LONG_HINT);
        }
    }

    /** A link is shown as a link later on; one that runs code in the reader's browser is none. */
    private static void checkLink(String link, String place, Problems problems) {
        checkLength(link, LONGEST_LINK, place, problems);
        if (link.toLowerCase(Locale.ROOT).replaceAll("\\s", "").matches("(?s)(javascript|data|vbscript):.*")) {
            problems.add(place, "liên kết " + Quote.of(link) + " không mở được", "ghi liên kết bắt đầu bằng https://");
        }
    }

    /** A note keeps its lines; other control characters, which no reader sees, become spaces. */
    static String tidy(String note) {
        return VietnameseText.compose(note)
                .replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]", " ")
                .strip();
    }

    private static String written(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
