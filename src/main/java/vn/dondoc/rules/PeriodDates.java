package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Recurrence;
import vn.dondoc.reading.Problems;

/**
 * Finds days that do not fit the periods they stand for: a year written where the duty comes round each year, one day for
 * several periods, a day before its period or before that of the period ahead, a soft date after the last day in time.
 */
final class PeriodDates {
    static final String SOFT = "Mốc theo dõi";
    static final String HARD = "Hạn";

    private static final Set<Recurrence> COMES_ROUND =
            EnumSet.of(Recurrence.YEARLY, Recurrence.HALF_YEARLY, Recurrence.QUARTERLY, Recurrence.REPORT);

    private final int year;
    private final Problems problems;

    private PeriodDates(int year, Problems problems) {
        this.year = year;
        this.problems = problems;
    }

    /** @param year any year of the plan, for dates that come each year */
    static void find(List<Duty> duties, int year, Problems problems) {
        PeriodDates dates = new PeriodDates(year, problems);
        for (Duty duty : duties) {
            if (dates.fitsPeriods(duty, SOFT, duty.soft()) & dates.fitsPeriods(duty, HARD, duty.hard())) {
                dates.refuseSoftAfterHard(duty);
            }
        }
    }

    private boolean fitsPeriods(Duty duty, String heading, List<DateExpression> dates) {
        return !COMES_ROUND.contains(duty.recurrence())
                || dates.isEmpty()
                || (isOfEveryYear(duty, heading, dates) && isInOrder(duty, heading, dates));
    }

    private boolean isOfEveryYear(Duty duty, String heading, List<DateExpression> dates) {
        for (DateExpression date : dates) {
            if (date.namesYear()) {
                refuse(
                        duty,
                        heading,
                        "ngày “" + date.text() + "” có năm, mà chu kỳ “"
                                + duty.recurrence().word() + "” năm nào cũng trở lại",
                        "ghi ngày và tháng, mỗi kỳ một ngày, cách nhau dấu chấm phẩy; việc chỉ làm một lần thì ghi chu kỳ “"
                                + Recurrence.ONCE.word() + "”");
                return false;
            }
        }
        return true;
    }

    private boolean isInOrder(Duty duty, String heading, List<DateExpression> dates) {
        List<Period> periods = duty.recurrence().periodsOf(year);
        if (dates.size() < periods.size()) {
            refuse(
                    duty,
                    heading,
                    "có một ngày mà chu kỳ “" + duty.recurrence().word() + "” có " + periods.size() + " kỳ",
                    "ghi mỗi kỳ một ngày, cách nhau dấu chấm phẩy");
            return false;
        }
        for (int each = 0; each < periods.size(); each++) {
            DateExpression date = dates.get(each);
            LocalDate day = date.lastDayFor(year);
            if (periods.size() > 1 && day.isBefore(periods.get(each).first())) {
                refuse(
                        duty,
                        heading,
                        "ngày “" + date.text() + "” của " + inWords(periods.get(each)) + " đứng trước khi kỳ bắt đầu",
                        "ghi các ngày theo thứ tự các kỳ; sang năm sau thì ghi ngày cuối năm");
                return false;
            }
            if (each > 0 && day.isBefore(dates.get(each - 1).lastDayFor(year))) {
                refuse(
                        duty,
                        heading,
                        "ngày “" + date.text() + "” của kỳ thứ " + (each + 1) + " đứng trước ngày “"
                                + dates.get(each - 1).text() + "” của kỳ trước nó",
                        "ghi các ngày theo thứ tự các kỳ");
                return false;
            }
        }
        return true;
    }

    private static String inWords(Period period) {
        String words = period.inWords();
        return words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
    }

    /** Of a duty that comes once, one day of each; of one that comes round, one of each period. */
    private void refuseSoftAfterHard(Duty duty) {
        for (int each = 0; each < Math.min(duty.soft().size(), duty.hard().size()); each++) {
            DateExpression soft = duty.soft().get(each);
            DateExpression hard = duty.hard().get(each);
            if (soft.lastDayFor(year).isAfter(hard.lastDayFor(year)) && soft.namesYear() == hard.namesYear()) {
                refuse(
                        duty,
                        SOFT,
                        "mốc theo dõi “" + soft.text() + "” sau hạn “" + hard.text() + "”",
                        "ghi mốc trước hạn hoặc trùng hạn; kiểm tra có ghi nhầm hai cột không");
                return;
            }
        }
    }

    private void refuse(Duty duty, String heading, String reason, String hint) {
        problems.add(RuleLints.place(duty, heading), reason, hint);
    }
}
