package vn.dondoc.rehearsal;

import java.util.Arrays;
import java.util.stream.Collectors;
import vn.dondoc.rules.RuleDiff;

/** A preview in short sentences, the same on the page and in the terminal. */
public final class PreviewWords {
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

    public static String shown(String value) {
        return value.isEmpty() ? "(trống)" : "“" + value + "”";
    }
}
