package vn.dondoc.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Clause.Passage;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.DutyDates;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Requirement;
import vn.dondoc.facts.Requirement.Pace;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseNumber;

/** A rule book laid out as sheets of named values, so that two versions can be laid side by side. */
final class RuleSheets {
    private final RuleBook book;
    private final DutyDates dates;
    private final int year;

    /** @param year of this and the next year the last days in time are laid out */
    RuleSheets(RuleBook book, WorkingCalendar calendar, int year) {
        this.book = book;
        this.dates = new DutyDates(book.plan(), calendar);
        this.year = year;
    }

    /** The values of one row or rule, under the headings that an administrator knows. */
    record Sheet(String title, Map<String, String> values) {}

    Map<String, Sheet> plan() {
        Plan plan = book.plan();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", plan.title());
        values.put("document", plan.document());
        values.put("shortName", plan.shortName());
        values.put("effective", VietnameseDate.write(plan.effective()));
        values.put("reportDates", texts(plan.reportDates()));
        values.put("ageing.urgentDays", String.valueOf(plan.ageing().urgentDays()));
        values.put("ageing.ordinaryDays", String.valueOf(plan.ageing().ordinaryDays()));
        values.put("ageing.eventDays", String.valueOf(plan.ageing().eventDays()));
        values.put("letters.workingDaysBetween", String.valueOf(plan.workingDaysBetweenLetters()));
        return Map.of("plan.yaml", new Sheet("", values));
    }

    Map<String, Sheet> clauses() {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (Clause clause : book.plan().clauses()) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(
                    "nguyên văn", clause.passages().stream().map(Passage::text).collect(Collectors.joining(" ")));
            values.put(
                    "không kiểm tra được",
                    clause.passages().stream()
                            .map(Passage::notCheckable)
                            .filter(reason -> !reason.isEmpty())
                            .collect(Collectors.joining(" ")));
            sheets.put(clause.id(), new Sheet(clause.inWords(), values));
        }
        return sheets;
    }

    Map<String, Sheet> duties() {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (Duty duty : book.plan().allDuties()) {
            Map<String, String> values = DutyTable.cellsOf(duty);
            dates.lastDays(duty, year, year + 1)
                    .forEach((period, due) ->
                            values.put("ngày cuối của kỳ " + period.id(), VietnameseDate.write(due.lastDay())));
            sheets.put(duty.id(), new Sheet(duty.text(), values));
        }
        return sheets;
    }

    Map<String, Sheet> targets() {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (Duty duty : book.plan().allDuties()) {
            List<Requirement> several = book.requirementsOf(duty);
            several.forEach(requirement -> sheets.put(
                    several.size() == 1 ? duty.id() : duty.id() + " “" + requirement.rule() + "”",
                    new Sheet(requirement.rule(), valuesOf(requirement))));
        }
        return sheets;
    }

    Map<String, Sheet> ladder() {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        book.ladder().rows().forEach((name, rung) -> sheets.put(name, new Sheet("", LadderTable.cellsOf(rung))));
        return sheets;
    }

    private static Map<String, String> valuesOf(Requirement requirement) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("yêu cầu", demand(requirement));
        values.put(
                "có nguy cơ", requirement.paces().stream().map(RuleSheets::pace).collect(Collectors.joining("; ")));
        values.put(
                "cần người xem",
                requirement.reviews().stream()
                        .map(review -> "từ " + VietnameseDate.write(review.from()) + ": " + review.reason())
                        .collect(Collectors.joining("; ")));
        values.put("áp dụng từ ngày", requirement.from() == null ? "" : VietnameseDate.write(requirement.from()));
        values.put("áp dụng đến ngày", requirement.to() == null ? "" : VietnameseDate.write(requirement.to()));
        values.put("thử nghiệm", requirement.trial() ? "có" : "");
        return values;
    }

    private static String demand(Requirement requirement) {
        String of = requirement.of().words();
        return switch (requirement.operator()) {
            case AT_LEAST ->
                "ít nhất "
                        + (requirement.isShare()
                                ? VietnameseNumber.percent(requirement.percent())
                                : String.valueOf(requirement.value()))
                        + " " + of;
            case AT_MOST -> of + " không quá " + requirement.value() + " theo chỉ số năm " + requirement.decidingYear();
            case MORE_THAN_YEAR_BEFORE -> of + " nhiều hơn năm trước";
            case JUDGED_BY_PERSON -> "cần người xem: " + of;
        };
    }

    private static String pace(Pace pace) {
        if (pace.on() != null) {
            return "từ ngày " + pace.on().text() + " đạt dưới " + VietnameseNumber.percent(pace.percent());
        }
        if (pace.byForecast()) {
            return "theo nhịp báo cáo sẽ không đạt khi đến hạn";
        }
        return pace.evenlyFrom() != null
                ? "chậm hơn tiến độ đều kể từ ngày " + VietnameseDate.write(pace.evenlyFrom())
                : "khi chưa đạt";
    }

    private static String texts(java.util.List<DateExpression> dates) {
        return dates.stream().map(DateExpression::text).collect(Collectors.joining("; "));
    }
}
