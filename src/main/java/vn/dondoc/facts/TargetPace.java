package vn.dondoc.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Requirement.Pace;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseNumber;

/** Whether a target that is not reached yet is behind where it should be by now. */
final class TargetPace {
    /** Its arithmetic is that of the forecast. */
    static final String BY_FORECAST = "theo nhịp báo cáo thì không đạt khi đến hạn (giả định)";

    private TargetPace() {}

    /**
     * Why it is behind, with the arithmetic; empty when it is not.
     *
     * @param forecast null with too few reports to make one, which leads to no risk
     */
    static String behind(
            Requirement requirement,
            Measure measure,
            Period period,
            @Nullable DueDate hard,
            LocalDate asOf,
            @Nullable Forecast forecast) {
        if (requirement.isReachedBy(measure)) {
            return "";
        }
        String behind = "";
        for (Pace pace : requirement.paces()) {
            String found;
            if (pace.byForecast()) {
                found = forecast != null && forecast.isShort() ? BY_FORECAST : "";
            } else if (pace.on() != null) {
                found = behindStep(pace, pace.on().lastDayFor(period.first().getYear()), measure, asOf);
            } else if (pace.evenlyFrom() != null && hard != null) {
                found = behindLine(requirement, pace.evenlyFrom(), hard.lastDay(), measure, asOf);
            } else {
                found = "mức mới nhất chưa đạt yêu cầu";
            }
            behind = found.isEmpty() ? behind : found;
        }
        return behind;
    }

    private static String behindStep(Pace pace, LocalDate on, Measure measure, LocalDate asOf) {
        if (asOf.isBefore(on) || measure.isAtLeast(pace.percent())) {
            return "";
        }
        return "từ " + VietnameseDate.write(on) + " cần đạt " + VietnameseNumber.percent(pace.percent())
                + " để kịp tiến độ";
    }

    /** numerator / denominator < required · elapsed / total, all in whole numbers. */
    private static String behindLine(
            Requirement requirement, LocalDate from, LocalDate due, Measure measure, LocalDate asOf) {
        long total = ChronoUnit.DAYS.between(from, due);
        long elapsed = ChronoUnit.DAYS.between(from, asOf);
        if (elapsed <= 0 || total <= 0 || measure.numerator() == null || measure.denominator() == null) {
            return "";
        }
        BigDecimal reached = measure.numerator().multiply(BigDecimal.valueOf(10_000L * total));
        BigDecimal wanted = measure.denominator().multiply(BigDecimal.valueOf((long) requirement.percent() * elapsed));
        if (reached.compareTo(wanted) >= 0) {
            return "";
        }
        int percentNow = (int) -Math.floorDiv(-requirement.percent() * elapsed, total);
        return "theo tiến độ đều từ " + VietnameseDate.write(from) + ", đến " + VietnameseDate.write(asOf) + " cần đạt "
                + VietnameseNumber.percent(percentNow);
    }
}
