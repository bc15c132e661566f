package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Recurrence;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;

/** Finds duties whose days leave them nothing: bound before the plan, bound for no day, due when they do not bind. */
final class DutyLints {
    private static final String FROM = "Từ ngày";
    private static final String TO = "Đến ngày";

    private final LocalDate effective;
    private final Problems problems;

    private DutyLints(LocalDate effective, Problems problems) {
        this.effective = effective;
        this.problems = problems;
    }

    static void find(Plan plan, List<Duty> duties, Problems problems) {
        DutyLints lints = new DutyLints(plan.effective(), problems);
        for (Duty duty : duties) {
            boolean early = lints.isEarly(duty, FROM, duty.from()) | lints.isEarly(duty, TO, duty.to());
            if (!early && !lints.isNeverBinding(duty)) {
                lints.refuseDatesItDoesNotBindOn(duty);
            }
        }
    }

    private boolean isEarly(Duty duty, String heading, @Nullable LocalDate day) {
        if (day == null || !day.isBefore(effective)) {
            return false;
        }
        problems.add(
                RuleLints.place(duty, heading),
                "ngày " + VietnameseDate.write(day) + " trước ngày Quyết định có hiệu lực "
                        + VietnameseDate.write(effective),
                heading.equals(TO)
                        ? "dòng này không bao giờ áp dụng: kiểm tra lại năm, hoặc bỏ dòng"
                        : "kiểm tra lại năm, hoặc để trống: nhiệm vụ ràng buộc từ ngày Quyết định có hiệu lực");
        return true;
    }

    private boolean isNeverBinding(Duty duty) {
        if (duty.from() == null || duty.to() == null || !duty.from().isAfter(duty.to())) {
            return false;
        }
        problems.add(
                RuleLints.place(duty, TO),
                "dòng này không bao giờ áp dụng: “" + FROM + "” " + VietnameseDate.write(duty.from()) + " sau “" + TO
                        + "” " + VietnameseDate.write(duty.to()),
                "đổi lại hai ngày, hoặc bỏ dòng");
        return true;
    }

    /** A date that comes every year is due again while the duty binds; one that comes once is not. */
    private void refuseDatesItDoesNotBindOn(Duty duty) {
        if (duty.recurrence() != Recurrence.ONCE && duty.recurrence() != Recurrence.NONE) {
            return;
        }
        duty.hard().stream()
                .filter(DateExpression::namesYear)
                .forEach(date -> refuseIfUnbound(duty, date, date.lastDayFor(date.year())));
    }

    private void refuseIfUnbound(Duty duty, DateExpression date, LocalDate due) {
        if (duty.to() != null && due.isAfter(duty.to())) {
            problems.add(
                    RuleLints.place(duty, "Hạn"),
                    "hạn " + date.text() + " sau “" + TO + "” " + VietnameseDate.write(duty.to())
                            + ": không bao giờ đến hạn",
                    "sửa hạn, hoặc sửa cột “" + TO + "”");
        }
        if (duty.from() != null && due.isBefore(duty.from())) {
            problems.add(
                    RuleLints.place(duty, "Hạn"),
                    "hạn " + date.text() + " trước “" + FROM + "” " + VietnameseDate.write(duty.from())
                            + ": chưa ràng buộc đã hết hạn",
                    "sửa hạn, hoặc sửa cột “" + FROM + "”");
        }
    }
}
