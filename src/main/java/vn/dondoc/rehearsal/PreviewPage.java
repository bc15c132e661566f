package vn.dondoc.rehearsal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.findings.State;
import vn.dondoc.flow.VerdictChanges;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rules.RuleDiff;

/** A preview as a page: what was edited, which verdicts change, and each letter that does, before and after. */
final class PreviewPage {
    private static final String NAME = "index.html";

    private final Preview preview;

    private PreviewPage(Preview preview) {
        this.preview = preview;
    }

    static Path in(Path folder) {
        return folder.resolve(NAME);
    }

    static void write(Preview preview) {
        Page.save(in(preview.folder()), new PreviewPage(preview).html());
    }

    private String html() {
        return Page.begin("Xem trước quy tắc sửa đổi, từ "
                        + VietnameseDate.write(preview.period().from()) + " đến "
                        + VietnameseDate.write(preview.period().to()))
                + "<p class=\"note\">Tính trên dữ liệu hiện có. Chưa áp dụng; không thư nào được gửi đi.</p>"
                + summary() + "<h2>Phần sửa</h2>" + rules() + "<h2>Thư thay đổi</h2>" + letters()
                + "<h2>Kết luận thay đổi</h2>" + verdicts() + "</html>";
    }

    private String summary() {
        return "<p><b>" + PreviewWords.summary(preview) + "</b></p>";
    }

    private String rules() {
        return preview.rules().changes().isEmpty()
                ? "<p>Không khác nhau.</p>"
                : "<ul>"
                        + preview.rules().changes().stream()
                                .map(PreviewPage::line)
                                .collect(Collectors.joining()) + "</ul>";
    }

    private static String line(RuleDiff.Change change) {
        String values = change.kind() != RuleDiff.Kind.CHANGED
                ? ""
                : change.values().stream()
                        .map(value -> Page.escape(value.heading() + ": " + PreviewWords.shown(value.before()) + " → "
                                + PreviewWords.shown(value.after())))
                        .collect(Collectors.joining("<br>", "<small>", "</small>"));
        return "<li>" + Page.escape(PreviewWords.title(change)) + values + "</li>";
    }

    private String letters() {
        if (preview.letters().isEmpty()) {
            return "<p>Không thư nào thay đổi.</p>";
        }
        Map<String, List<LetterChange>> byUnit = preview.letters().stream()
                .collect(Collectors.groupingBy(
                        change -> change.either().agency(), LinkedHashMap::new, Collectors.toList()));
        return byUnit.entrySet().stream()
                .map(unit -> "<h3>" + Page.escape(preview.nameOf(unit.getKey())) + "</h3><ul>"
                        + unit.getValue().stream().map(PreviewPage::line).collect(Collectors.joining()) + "</ul>")
                .collect(Collectors.joining());
    }

    private static String line(LetterChange change) {
        return "<li><b>" + change.kind().words() + "</b> "
                + Page.escape(change.either().subject()) + "<small>"
                + link(change.before(), Preview.BEFORE, "hiện hành")
                + link(change.after(), Preview.AFTER, "sửa đổi")
                + change.either().kind().word() + " · "
                + Page.escape(change.either().to())
                + Optional.of(PreviewWords.items(change))
                        .filter(items -> !items.isEmpty())
                        .map(items -> "<br>" + Page.escape(items))
                        .orElse("")
                + "</small></li>";
    }

    private static String link(@Nullable SimulatedLetter letter, String folder, String name) {
        return letter == null
                ? ""
                : "<a href=\"" + folder + "/" + SimulatedLetters.PAGES + "/" + letter.page() + "\">" + name + " "
                        + VietnameseDate.write(letter.day()) + "</a> · ";
    }

    private String verdicts() {
        if (preview.verdicts().isEmpty()) {
            return "<p>Không kết luận nào thay đổi.</p>";
        }
        return "<div class=\"wide\"><table><tr><th>Đơn vị</th><th>Nhiệm vụ</th><th>Kỳ</th><th>Từ ngày</th>"
                + "<th>đến ngày</th><th>Hiện hành</th><th>Sửa đổi</th></tr>"
                + preview.verdicts().stream().map(this::row).collect(Collectors.joining("\n"))
                + "</table></div>";
    }

    private String row(VerdictChanges.Change change) {
        return "<tr><td>" + Page.escape(preview.nameOf(change.key().agency())) + "</td><td>"
                + Page.escape(change.key().duty() + " " + change.task()) + "</td><td>"
                + Page.escape(change.key().period()) + "</td><td>" + VietnameseDate.write(change.from()) + "</td><td>"
                + VietnameseDate.write(change.until()) + "</td><td>" + words(change.before()) + "</td><td>"
                + words(change.after()) + "</td></tr>";
    }

    private static String words(@Nullable State state) {
        return state == null ? "không có" : state.words();
    }
}
