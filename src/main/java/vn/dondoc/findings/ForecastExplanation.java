package vn.dondoc.findings;

import java.math.BigDecimal;
import vn.dondoc.facts.Counted;
import vn.dondoc.facts.Forecast;
import vn.dondoc.facts.Forecast.Point;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Requirement;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseNumber;

/** Words a forecast with all of its arithmetic, so that a reader can work it out again. */
final class ForecastExplanation {
    private ForecastExplanation() {}

    /** Two or three sentences; empty without a forecast. */
    static String of(Obligation obligation) {
        Forecast forecast = obligation.forecast();
        Requirement requirement = obligation.requirement();
        if (forecast == null || requirement == null) {
            return "";
        }
        return "Nhịp thực hiện: từ " + at(forecast.first()) + " đến " + at(forecast.last()) + " " + change(forecast)
                + " trong " + forecast.days() + " ngày, bình quân " + write(forecast.gainOfWeek()) + " mỗi tuần. "
                + "Dự báo theo nhịp ấy (giả định, không phải kết luận) đến hết ngày "
                + VietnameseDate.write(forecast.due().lastDay()) + ": " + arithmetic(forecast) + " "
                + (forecast.isShort() ? "<" : "≥") + " " + write(forecast.needed()) + ofShare(requirement) + ". "
                + need(forecast);
    }

    private static String at(Point point) {
        return VietnameseDate.write(point.on()) + " (" + write(point.count()) + ")";
    }

    private static String change(Forecast forecast) {
        BigDecimal gain = forecast.gain();
        if (gain.signum() == 0) {
            return "không thêm";
        }
        return (gain.signum() > 0 ? "thêm " : "bớt ") + write(gain.abs());
    }

    /** "61 + 21 × 109/93 ≈ 85,6": the last number, what was gained, days ahead by days of the gain. */
    private static String arithmetic(Forecast forecast) {
        return write(forecast.last().count()) + (forecast.gain().signum() < 0 ? " − " : " + ")
                + write(forecast.gain().abs())
                + " × " + forecast.daysAhead() + "/" + forecast.days() + (forecast.isExpectedExactly() ? " = " : " ≈ ")
                + write(forecast.expected());
    }

    private static String ofShare(Requirement requirement) {
        return requirement.isShare() ? " (" + VietnameseNumber.percent(requirement.percent()) + ")" : "";
    }

    private static String need(Forecast forecast) {
        String need = (forecast.of().isCut() ? "Cần giảm thêm " : "Cần thêm ") + amount(forecast);
        if (forecast.daysLeft() == 0) {
            return need + " ngay trong ngày cuối.";
        }
        String inDays = need + " trong " + forecast.daysLeft() + " ngày còn lại";
        return forecast.hasWeekLeft()
                ? inDays + ", tức " + write(forecast.missingByWeek()) + " mỗi tuần."
                : inDays + ".";
    }

    private static String amount(Forecast forecast) {
        Counted of = forecast.of();
        String missing = write(forecast.missing());
        return of == Counted.COST || of == Counted.TIME
                ? missing + " (" + of.words() + ")"
                : missing + " " + of.words();
    }

    private static String write(BigDecimal number) {
        return VietnameseNumber.write(number);
    }
}
