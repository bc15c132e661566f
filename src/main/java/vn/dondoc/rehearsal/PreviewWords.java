package vn.dondoc.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rehearsal.ItemChanges.Item;
import vn.dondoc.rehearsal.ItemChanges.Moved;
import vn.dondoc.rules.RuleDiff;

/** A preview in short sentences, the same on the page and in the terminal. */
public final class PreviewWords {
    /** More would not be read in a line. */
    private static final int MOST_DUTIES = 3;

    private PreviewWords() {}

    /** "Thư: thêm 3, bớt 2, dời ngày 5, đổi nội dung 12. Kết luận thay đổi: 47." */
    public static String summary(Preview preview) {
        return "Thư: "
                + Arrays.stream(LetterChange.Kind.values())
                        .map(kind -> kind.words() + " " + CountTables.number(count(preview, kind)))
                        .collect(Collectors.joining(", "))
                + ". Kết luận thay đổi: "
                + CountTables.number(preview.verdicts().size()) + ".";
    }

    private static long count(Preview preview, LetterChange.Kind kind) {
        return preview.letters().stream()
                .filter(change -> change.kind() == kind)
                .count();
    }

    /** "sửa nhiệm vụ III.1-03: Báo cáo …". */
    public static String title(RuleDiff.Change change) {
        return change.kind().word() + " " + change.subject().words() + " " + change.id()
                + (change.title().isEmpty() ? "" : ": " + change.title());
    }

    /**
     * "bỏ III.1-03 của 12 đơn vị; dời II.1-02 sang 12/03/2018": what a changed letter names otherwise; empty when it names
     * the same in other words.
     */
    public static String items(LetterChange change) {
        ItemChanges items = change.items();
        LocalDate day = change.either().day();
        Function<List<Item>, String> words =
                list -> duties(list, change.either().agency());
        List<String> parts = new ArrayList<>();
        if (!items.added().isEmpty()) {
            parts.add("thêm " + words.apply(items.added()));
        }
        if (!items.dropped().isEmpty()) {
            parts.add("bỏ " + words.apply(items.dropped()));
        }
        byDay(items.moved(), Moved::from, moved -> moved.to().equals(day))
                .forEach((from, moved) ->
                        parts.add("dời từ " + VietnameseDate.write(from) + " đến: " + words.apply(moved)));
        byDay(items.moved(), Moved::to, moved -> !moved.to().equals(day))
                .forEach((to, moved) -> parts.add("dời sang " + VietnameseDate.write(to) + ": " + words.apply(moved)));
        return String.join("; ", parts);
    }

    private static Map<LocalDate, List<Item>> byDay(
            List<Moved> moved, Function<Moved, LocalDate> day, Predicate<Moved> meant) {
        return moved.stream()
                .filter(meant)
                .collect(
                        Collectors.groupingBy(day, TreeMap::new, Collectors.mapping(Moved::item, Collectors.toList())));
    }

    /** Each duty once, with how many other units than the letter's it is asked of. */
    private static String duties(List<Item> items, String reader) {
        Map<String, Set<String>> units = items.stream()
                .collect(Collectors.groupingBy(
                        Item::duty, TreeMap::new, Collectors.mapping(Item::agency, Collectors.toSet())));
        String first = units.entrySet().stream()
                .limit(MOST_DUTIES)
                .map(duty -> duty.getKey()
                        + (duty.getValue().equals(Set.of(reader)) ? "" : " của " + units(duty.getValue())))
                .collect(Collectors.joining(", "));
        return units.size() <= MOST_DUTIES ? first : first + " và " + (units.size() - MOST_DUTIES) + " nhiệm vụ nữa";
    }

    private static String units(Set<String> agencies) {
        return agencies.size() == 1 ? agencies.iterator().next() : agencies.size() + " đơn vị";
    }

    public static String shown(String value) {
        return value.isEmpty() ? "(trống)" : "“" + value + "”";
    }
}
