package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;

/**
 * Finds dates that a row calls the Decision's and that the Decision does not give: its words name no time, or another one.
 * A date that a later document sets is the Decision's too, once the note cites that document by number and day.
 */
final class DateGrounds {
    private static final String COLUMN = "Căn cứ hạn";

    private final Plan plan;
    private final Problems problems;

    private DateGrounds(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    static void find(Plan plan, List<Duty> duties, Problems problems) {
        DateGrounds grounds = new DateGrounds(plan, problems);
        duties.stream()
                .filter(duty -> !duty.assumed() && !CitedDocument.sets(duty, plan))
                .forEach(grounds::check);
    }

    /** With a last day the ground is that day's; the soft date before it is always assumed. */
    private void check(Duty duty) {
        String words = wordsOf(duty);
        for (DateExpression date : duty.hard().isEmpty() ? duty.soft() : duty.hard()) {
            int year = date.namesYear() ? date.year() : plan.effective().getYear() + 1;
            LocalDate day = date.lastDayFor(year);
            List<StatedTime> stated = StatedTime.in(words, date.namesYear(), year);
            if (stated.stream().noneMatch(time -> time.allows(day))) {
                refuse(duty, date, stated);
                return;
            }
        }
    }

    private String wordsOf(Duty duty) {
        return CitedDocument.WRITTEN
                .matcher(String.join(" | ", plan.wordsAbout(duty)))
                .replaceAll(" ");
    }

    private void refuse(Duty duty, DateExpression date, List<StatedTime> stated) {
        Optional<CitedDocument> cited =
                CitedDocument.in(duty.note(), plan).stream().findFirst();
        if (cited.isPresent()) {
            problems.add(
                    RuleLints.place(duty, "Ghi chú"),
                    "văn bản “" + cited.get().words() + "” không thể ấn định ngày này: "
                            + (cited.get().day() == null
                                    ? "không có ngày ấy trong lịch"
                                    : "có trước ngày Quyết định có hiệu lực " + VietnameseDate.write(plan.effective())),
                    "kiểm tra lại ngày của văn bản");
            return;
        }
        String named =
                stated.stream().map(time -> "“" + time.words() + "”").distinct().collect(Collectors.joining(", "));
        problems.add(
                RuleLints.place(duty, COLUMN),
                named.isEmpty()
                        ? "ghi “Quyết định” cho ngày " + date.text() + " mà lời Quyết định không nêu thời hạn"
                        : "ghi “Quyết định” cho ngày " + date.text() + " mà lời Quyết định nêu " + named,
                "ghi “giả định” và lý do ở cột “Ghi chú”; nếu văn bản khác ấn định ngày này, ghi văn bản ấy vào cột “Ghi chú”,"
                        + " ví dụ: theo Công văn số 12/SNV-CCHC ngày 05/12/2017");
    }
}
