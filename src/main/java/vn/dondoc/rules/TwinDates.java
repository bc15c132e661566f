package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.facts.Duty;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;

/**
 * Finds two rows that give one duty different dates: rows that “Trùng với” ties together, or that ask the same of the same
 * units by the same words. Where the Decision itself gives two dates, the note of either row says so: "khác hạn với II.1.a-02".
 */
final class TwinDates {
    private static final String MEANT = "khác hạn với ";

    private TwinDates() {}

    static void find(List<Duty> duties, Problems problems) {
        Map<String, Duty> sameWords = new LinkedHashMap<>();
        Map<String, Duty> byId = new LinkedHashMap<>();
        for (Duty later : duties) {
            Optional<Duty> copied = Optional.ofNullable(sameWords.putIfAbsent(wordsOf(later), later));
            copied.ifPresent(earlier -> compare(earlier, later, problems));
            byId.values().stream()
                    .filter(earlier -> !copied.equals(Optional.of(earlier)) && areTied(earlier, later))
                    .forEach(earlier -> compare(earlier, later, problems));
            byId.put(later.id(), later);
        }
    }

    private static boolean areTied(Duty one, Duty other) {
        return one.sameAs().contains(other.id()) || other.sameAs().contains(one.id());
    }

    private static String wordsOf(Duty duty) {
        return VietnameseText.key(String.join("|", duty.clause(), duty.quote(), duty.lead(), duty.text()));
    }

    private static void compare(Duty earlier, Duty later, Problems problems) {
        if (earlier.trial()
                || later.trial()
                || !bindTogether(earlier, later)
                || isMeant(earlier, later)
                || isMeant(later, earlier)) {
            return;
        }
        Map<String, String> before = DutyTable.cellsOf(earlier);
        Map<String, String> after = DutyTable.cellsOf(later);
        List.of("Hạn", "Mốc theo dõi", "Chu kỳ", "Căn cứ hạn").stream()
                .filter(heading -> !cell(before, heading).equals(cell(after, heading)))
                .findFirst()
                .ifPresent(heading -> problems.add(
                        RuleLints.place(later, heading),
                        "cùng một nhiệm vụ mà dòng “" + later.id() + "” ghi “" + cell(after, heading) + "”, dòng “"
                                + earlier.id() + "” (dòng " + earlier.line() + ") ghi “" + cell(before, heading) + "”",
                        "sửa cho hai dòng giống nhau; nếu Quyết định ấn định hai ngày khác nhau, ghi vào cột “Ghi chú”: "
                                + MEANT + earlier.id()));
    }

    private static String cell(Map<String, String> cells, String heading) {
        return cells.getOrDefault(heading, "");
    }

    /** A row that takes over from another on a day may well give another date. */
    private static boolean bindTogether(Duty one, Duty other) {
        return !endsBefore(one, other) && !endsBefore(other, one);
    }

    private static boolean endsBefore(Duty one, Duty other) {
        LocalDate end = one.to();
        LocalDate start = other.from();
        return end != null && start != null && end.isBefore(start);
    }

    private static boolean isMeant(Duty duty, Duty other) {
        String note = VietnameseText.key(duty.note());
        return note.matches(".*" + MEANT + "(?:[\\p{L}\\d.-]+[,;]? (?:và )?)*"
                + java.util.regex.Pattern.quote(VietnameseText.key(other.id())) + "(?![\\p{L}\\d-]).*");
    }
}
