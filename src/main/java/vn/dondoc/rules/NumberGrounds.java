package vn.dondoc.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Requirement;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseNumber;

/**
 * Finds targets that ask for a number which the Decision does not give. A number that a later document sets stands, once the
 * note of the duty cites that document.
 */
final class NumberGrounds {
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3})(?:[,.](\\d{1,2}))?\\s*%");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d,.])0*(\\d{1,6})(?![\\d%]|[,.]\\d|\\s*%)");

    /** In hundredths of a percent. */
    private static final int ALL = 10_000;

    private final Plan plan;
    private final Problems problems;

    private NumberGrounds(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    /** @param places where each target is spoken of */
    static void find(
            Plan plan,
            List<Duty> duties,
            Map<String, List<Requirement>> requirements,
            SentencePlaces places,
            Problems problems) {
        NumberGrounds grounds = new NumberGrounds(plan, problems);
        for (Duty duty : duties) {
            if (!CitedDocument.sets(duty, plan)) {
                requirements.getOrDefault(duty.id(), List.of()).stream()
                        .filter(each -> !each.trial())
                        .forEach(each -> grounds.check(duty, each, places));
            }
        }
    }

    private void check(Duty duty, Requirement requirement, SentencePlaces places) {
        if (isSaidWithoutNumber(requirement)) {
            return;
        }
        String asked = requirement.isShare()
                ? VietnameseNumber.percent(requirement.percent())
                : String.valueOf(requirement.value());
        String words = String.join(" | ", plan.wordsAbout(duty));
        Set<String> given = requirement.isShare() ? sharesIn(words) : numbersIn(words);
        if (!given.contains(asked)) {
            problems.add(
                    places.of(duty.id(), asked) + ", chỉ tiêu “" + duty.id() + "”",
                    "mức " + asked + " không có trong lời Quyết định"
                            + (given.isEmpty() ? "" : ", lời ấy nêu " + String.join(", ", given)),
                    "ghi mức của Quyết định; văn bản khác ấn định mức này thì ghi văn bản ấy vào cột “Ghi chú” của duties.csv, ví"
                            + " dụ: theo Công văn số 12/SNV-CCHC ngày 05/12/2017");
        }
    }

    /** All of them, or one at least, is said in words; growth and what a person decides have no number. */
    private static boolean isSaidWithoutNumber(Requirement requirement) {
        return switch (requirement.operator()) {
            case MORE_THAN_YEAR_BEFORE, JUDGED_BY_PERSON -> true;
            case AT_LEAST -> requirement.percent() == ALL || requirement.value() == 1;
            case AT_MOST -> false;
        };
    }

    private static Set<String> sharesIn(String words) {
        Set<String> shares = new TreeSet<>();
        Matcher share = SHARE.matcher(words);
        while (share.find()) {
            String written = share.group().replaceAll("\\s*%", "");
            VietnameseNumber.readPercent(written).map(VietnameseNumber::percent).ifPresent(shares::add);
        }
        return shares;
    }

    private static Set<String> numbersIn(String words) {
        Set<String> numbers = new TreeSet<>();
        Matcher number = NUMBER.matcher(words);
        while (number.find()) {
            numbers.add(number.group(1));
        }
        return numbers;
    }
}
