package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.facts.Counted;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.Requirement;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;

/** Finds shares of which nobody says out of how many, and sentences with days before the Decision. */
final class TargetLints {
    /** How the "Minh chứng" cell tells a unit which whole to report: "tỷ lệ" alone leaves it open. */
    private static final Pattern WHOLE = Pattern.compile(
            "tổng số|trên tổng|mẫu số|số gốc|định mức|khung|trước và sau|trước khi|so với|ban đầu",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Plan plan;
    private final Registry registry;
    private final SentencePlaces places;
    private final Problems problems;

    private TargetLints(Plan plan, Registry registry, SentencePlaces places, Problems problems) {
        this.plan = plan;
        this.registry = registry;
        this.places = places;
        this.problems = problems;
    }

    /** @param places where each target is spoken of */
    static void find(
            Plan plan,
            List<Duty> duties,
            Map<String, List<Requirement>> requirements,
            SentencePlaces places,
            Registry registry,
            Problems problems) {
        TargetLints lints = new TargetLints(plan, registry, places, problems);
        for (Duty duty : duties) {
            List<Requirement> several = requirements.getOrDefault(duty.id(), List.of());
            if (!several.isEmpty()) {
                Requirement requirement = RuleBook.lastOf(several);
                lints.refuseEarlyDays(duty, requirement);
                if (requirement.isShare()) {
                    lints.refuseWithoutWhole(duty, requirement.of());
                }
                if (!duty.trial()) {
                    lints.refuseGaps(duty, several);
                }
            }
        }
    }

    /** A target that binds and of which for some days no rule says anything is passed over in silence. */
    private void refuseGaps(Duty duty, List<Requirement> several) {
        List<Requirement> inForce =
                several.stream().filter(each -> !each.trial()).toList();
        if (inForce.isEmpty()) {
            problems.add(
                    place(duty),
                    "mọi quy tắc của chỉ tiêu đang thử nghiệm: không thư nào nói đến chỉ tiêu này",
                    "viết lại quy tắc có hiệu lực; thử cả nhiệm vụ thì ghi x ở cột “Thử nghiệm” của duties.csv");
            return;
        }
        LocalDate open = duty.from() == null ? plan.effective() : duty.from();
        for (Requirement next : inForce) {
            if (next.from() != null && next.from().isAfter(open)) {
                refuseGap(duty, open, next.from().minusDays(1));
            }
            if (next.to() == null) {
                return;
            }
            open = next.to().plusDays(1);
        }
        if (plan.isOpenOn(open) && (duty.to() == null || !open.isAfter(duty.to()))) {
            refuseGap(duty, open, duty.to());
        }
    }

    private void refuseGap(Duty duty, LocalDate first, @Nullable LocalDate last) {
        problems.add(
                place(duty),
                "không quy tắc nào áp dụng từ ngày " + VietnameseDate.write(first)
                        + (last == null ? "" : " đến ngày " + VietnameseDate.write(last)),
                "viết quy tắc cho những ngày ấy; nhiệm vụ chưa có hoặc không còn thì ghi cột “Từ ngày”, “Đến ngày” của duties.csv");
    }

    private void refuseWithoutWhole(Duty duty, Counted of) {
        if (of == Counted.RANK) {
            problems.add(
                    place(duty),
                    "“" + of.words() + "” không có mẫu số để tính tỷ lệ",
                    "ghi: Thứ hạng không được quá … theo chỉ số của năm …");
        } else if (of.isOfUnits()) {
            refuseWithoutUnits(duty, of);
        } else if (!WHOLE.matcher(duty.evidence()).find()) {
            problems.add(
                    RuleLints.place(duty, "Minh chứng"),
                    "chỉ tiêu tính tỷ lệ “" + of.words() + "” mà không nói tính trên tổng số nào",
                    of.isCut()
                            ? "ghi số gốc phải báo cáo, ví dụ: định mức gốc; số trước và sau khi giảm"
                            : "ghi mẫu số phải báo cáo, ví dụ: số đạt trên tổng số " + of.words());
        }
    }

    private void refuseWithoutUnits(Duty duty, Counted of) {
        LocalDate from = duty.from() == null ? plan.effective() : duty.from();
        if (PlanFile.isKnown(from) && registry.on(from).stream().noneMatch(of::has)) {
            problems.add(
                    place(duty),
                    "vào ngày " + VietnameseDate.write(from) + " agencies.csv không có “" + of.words()
                            + "” nào: mẫu số bằng 0",
                    "ghi đơn vị vào agencies.csv, hoặc sửa câu");
        }
    }

    private void refuseEarlyDays(Duty duty, Requirement requirement) {
        requirement.reviews().forEach(review -> refuseIfEarly(duty, review.from()));
        requirement.paces().forEach(pace -> {
            DateExpression on = pace.on();
            if (on != null && on.namesYear()) {
                refuseIfEarly(duty, on.lastDayFor(on.year()));
            }
            if (pace.evenlyFrom() != null) {
                refuseIfEarly(duty, pace.evenlyFrom());
            }
        });
        int year = requirement.decidingYear();
        if (year != 0 && year < plan.effective().getYear()) {
            problems.add(
                    place(duty),
                    "chỉ số của năm " + year + " trước năm của Quyết định "
                            + plan.effective().getYear(),
                    "kiểm tra lại năm");
        }
    }

    private void refuseIfEarly(Duty duty, LocalDate day) {
        if (day.isBefore(plan.effective())) {
            problems.add(
                    place(duty),
                    "ngày " + VietnameseDate.write(day) + " trước ngày Quyết định có hiệu lực "
                            + VietnameseDate.write(plan.effective()),
                    "kiểm tra lại năm");
        }
    }

    private String place(Duty duty) {
        return places.of(duty.id()) + ", chỉ tiêu “" + duty.id() + "”";
    }
}
