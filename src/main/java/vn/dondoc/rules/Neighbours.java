package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.dondoc.facts.AgencyGroup;
import vn.dondoc.facts.Registry;

/** Which word could stand in the place of another by mistake. */
final class Neighbours {
    static final Map<String, String> OF_KIND = Map.of(
            "chỉ tiêu", "một lần",
            "có hạn", "khi phát sinh",
            "một lần", "thường xuyên",
            "hằng năm", "khi phát sinh",
            "định kỳ", "khi phát sinh",
            "thường xuyên", "một lần",
            "khi phát sinh", "thường xuyên",
            "nguyên tắc", "thường xuyên");
    static final Map<String, String> OF_RECURRENCE = Map.of(
            "một lần", "hằng năm",
            "hằng năm", "6 tháng",
            "6 tháng", "hằng năm",
            "hằng quý", "báo cáo",
            "báo cáo", "hằng quý",
            "liên tục", "một lần",
            "khi phát sinh", "liên tục",
            "", "liên tục");
    static final Map<String, String> OF_MILESTONE = Map.of(
            "trình", "ban hành",
            "ban hành", "trình",
            "thực hiện", "trình",
            "báo cáo", "trình",
            "đạt số", "thực hiện");

    private static final Map<AgencyGroup, AgencyGroup> OF_GROUP = Map.of(
            AgencyGroup.DEPARTMENTS, AgencyGroup.SPECIALISED,
            AgencyGroup.SPECIALISED, AgencyGroup.DEPARTMENTS,
            AgencyGroup.DISTRICTS, AgencyGroup.LOWLAND_DISTRICTS,
            AgencyGroup.LOWLAND_DISTRICTS, AgencyGroup.DISTRICTS,
            AgencyGroup.MOUNTAIN_DISTRICTS, AgencyGroup.LOWLAND_DISTRICTS,
            AgencyGroup.COMMUNES, AgencyGroup.DISTRICTS);
    private static final List<AgencyGroup> WIDER =
            List.of(AgencyGroup.COMMUNES, AgencyGroup.DISTRICTS, AgencyGroup.DEPARTMENTS);

    private Neighbours() {}

    /** The next word of a list, from its end back to its beginning. */
    static String next(String word, List<String> words) {
        return words.get((words.indexOf(word) + 1) % words.size());
    }

    /** Changed cells of names: one left out, one replaced by a neighbour, one added. */
    static List<String> ofLeads(String cell, Registry registry) {
        List<String> names = DutyTable.parts(cell);
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            if (names.size() > 1) {
                cells.add(join(names, name, ""));
            }
            String other = ofName(name, registry);
            if (!names.contains(other)) {
                cells.add(join(names, name, other));
            }
        }
        cells.add(cell + "; " + added(names, registry));
        return cells;
    }

    private static String join(List<String> names, String changed, String other) {
        return String.join(
                "; ",
                names.stream()
                        .map(name -> name.equals(changed) ? other : name)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static String ofName(String name, Registry registry) {
        return AgencyGroup.named(name)
                .map(group ->
                        java.util.Objects.requireNonNull(OF_GROUP.get(group)).words())
                .orElseGet(() -> unitNextTo(name, registry));
    }

    private static String unitNextTo(String name, Registry registry) {
        List<String> names =
                registry.forms().stream().map(form -> form.name()).distinct().toList();
        return next(name, names);
    }

    /** A row of groups comes to name one more group; a row of units one more unit. */
    private static String added(List<String> names, Registry registry) {
        String last = names.get(names.size() - 1);
        if (AgencyGroup.named(last).isEmpty()) {
            return unitNextTo(last, registry);
        }
        return WIDER.stream()
                .map(AgencyGroup::words)
                .filter(words -> !names.contains(words))
                .findFirst()
                .orElseGet(() -> registry.forms().get(0).name());
    }

    /** Changed cells of words: one left out, one replaced by the next of all words. */
    static List<String> ofWords(String cell, List<String> all) {
        List<String> words = DutyTable.parts(cell);
        List<String> cells = new ArrayList<>();
        for (String word : words) {
            if (words.size() > 1) {
                cells.add(join(words, word, ""));
            }
            String other = next(word, all);
            if (!words.contains(other)) {
                cells.add(join(words, word, other));
            }
        }
        return cells;
    }

    /** A whole number one less and one more; nothing for a blank cell, nothing below 0. */
    static List<String> ofNumber(String cell) {
        if (!cell.matches("\\d{1,6}")) {
            return List.of();
        }
        int number = Integer.parseInt(cell);
        return number == 0 ? List.of("1") : List.of(String.valueOf(number - 1), String.valueOf(number + 1));
    }

    /** Changed cells of parts: each part in turn, the others as they are. */
    static List<String> ofParts(String cell, java.util.function.Function<String, List<String>> changesOfPart) {
        List<String> parts = DutyTable.parts(cell);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (String other : changesOfPart.apply(parts.get(i))) {
                String[] changed = parts.toArray(String[]::new);
                changed[i] = other;
                cells.add(String.join("; ", Arrays.asList(changed)));
            }
        }
        return cells;
    }
}
