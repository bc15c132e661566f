package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Clause.Passage;
import vn.dondoc.facts.Clause.Reading;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Plan.Ageing;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.YamlSection;

/** Reads a plan's folder: {@code plan.yaml}, {@code clauses.yaml}, {@code duties.csv}. */
final class PlanFile {
    /** Stands in for a day that is missing, so that reading goes on to the next mistake. */
    private static final LocalDate UNKNOWN_DAY = LocalDate.EPOCH;

    private PlanFile() {}

    /** Whether a day stands in the files, and not in place of one that is a mistake itself. */
    static boolean isKnown(LocalDate day) {
        return !day.equals(UNKNOWN_DAY);
    }

    static Plan read(RuleFiles files, @Nullable LocalDate closed, Registry registry, Problems problems) {
        YamlSection file = files.yaml("plan.yaml", problems);
        String title = file.requiredText("title");
        String document = file.requiredText("document");
        String shortName = file.requiredText("shortName");
        LocalDate effective = file.date("effective").orElse(UNKNOWN_DAY);
        if (!file.has("effective")) {
            file.refuse("effective", "thiếu ngày hiệu lực", "ghi effective: \"12/05/2017\"");
        }
        List<DateExpression> reportDates = reportDates(file);
        YamlSection ageing = file.section("ageing");
        Ageing days = new Ageing(
                ageing.number("urgentDays", 30, 1, 3650),
                ageing.number("ordinaryDays", 90, 1, 3650),
                ageing.number("eventDays", 30, 1, 3650));
        int betweenLetters = file.section("letters").number("workingDaysBetween", 5, 1, 60);
        file.finish();
        List<Clause> clauses = clauses(files.yaml("clauses.yaml", problems));
        Map<String, Duty> duties =
                DutyTable.read(files.table("duties.csv", problems), effective, clauses, registry, problems);
        return new Plan(
                title, document, shortName, effective, closed, reportDates, days, betweenLetters, clauses, duties);
    }

    private static List<DateExpression> reportDates(YamlSection file) {
        List<DateExpression> dates = new ArrayList<>();
        for (String text : file.texts("reportDates")) {
            DateExpression.read(text).ifPresent(dates::add);
        }
        if (dates.size() == 4) {
            refuseOutsideQuarters(file, dates);
        } else {
            file.refuse("reportDates", "phải có đúng bốn ngày, mỗi quý một ngày", "[\"05/03\", \"05/06\", …]");
        }
        return dates;
    }

    private static void refuseOutsideQuarters(YamlSection file, List<DateExpression> dates) {
        for (int quarter = 1; quarter <= dates.size(); quarter++) {
            DateExpression date = dates.get(quarter - 1);
            if (date.namesYear() || (date.month() + 2) / 3 != quarter) {
                file.refuse(
                        "reportDates",
                        "ngày “" + date.text() + "” không phải một ngày hằng năm của quý " + quarter,
                        "ghi bốn ngày theo thứ tự các quý: [\"05/03\", \"05/06\", …]");
            }
        }
    }

    private static List<Clause> clauses(YamlSection file) {
        readings(file);
        Map<String, Clause> clauses = new LinkedHashMap<>();
        for (YamlSection section : file.sections("clauses")) {
            List<Passage> passages = new ArrayList<>();
            for (YamlSection passage : section.sections("passages")) {
                passages.add(new Passage(passage.requiredText("text"), passage.text("notCheckable", "")));
            }
            Clause clause = new Clause(
                    section.requiredText("clause"),
                    section.text("heading", ""),
                    section.text("concerns", ""),
                    passages,
                    readings(section));
            if (!clause.id().matches("[A-Za-z0-9.]+")) {
                section.refuse("clause", "mã “" + clause.id() + "” có ký tự lạ", "ghi dạng II.2.1.e");
            }
            if (clauses.put(clause.id(), clause) != null) {
                section.refuse("clause", "điều khoản “" + clause.id() + "” ghi hai lần", "gộp làm một");
            }
        }
        if (clauses.isEmpty()) {
            file.refuse("clauses", "không có điều khoản nào", "chép lại tệp clauses.yaml");
        }
        file.finish();
        return List.copyOf(clauses.values());
    }

    private static List<Reading> readings(YamlSection section) {
        return section.sections("readings").stream()
                .map(reading -> new Reading(
                        reading.requiredText("printed"), reading.requiredText("read"), reading.requiredText("reason")))
                .toList();
    }
}
