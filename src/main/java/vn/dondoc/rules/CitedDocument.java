package vn.dondoc.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.reading.VietnameseText;

/**
 * A document that a note cites by number and day: "theo Công văn số 12/SNV-CCHC ngày 05/12/2017".
 *
 * @param words number and day as they stand
 * @param day the day of the document; null when there is no such day
 */
record CitedDocument(String words, String number, @Nullable LocalDate day) {
    static final Pattern WRITTEN = Pattern.compile(
            "(?iu)số\\s+(\\S*\\d\\S*)\\s+ngày\\s+(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2})(?:/|\\s+năm\\s+)(\\d{4})");

    /** Every document that a text cites but the plan's own, which is no second ground. */
    static List<CitedDocument> in(String text, Plan plan) {
        List<CitedDocument> cited = new ArrayList<>();
        String own = VietnameseText.key(plan.document());
        WRITTEN.matcher(text)
                .results()
                .filter(document -> !own.contains(VietnameseText.key(document.group(1))))
                .forEach(
                        document -> cited.add(new CitedDocument(document.group(), document.group(1), dayOf(document))));
        return cited;
    }

    /** Whether a duty's note cites one that can have set its date or number. */
    static boolean sets(Duty duty, Plan plan) {
        return in(duty.note(), plan).stream().anyMatch(document -> document.comesAfter(plan));
    }

    /** Whether it is of a day that exists and on which the plan was in force already. */
    boolean comesAfter(Plan plan) {
        return day != null && !day.isBefore(plan.effective());
    }

    private static @Nullable LocalDate dayOf(MatchResult document) {
        try {
            return LocalDate.of(
                    Integer.parseInt(document.group(4)),
                    Integer.parseInt(document.group(3)),
                    Integer.parseInt(document.group(2)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
