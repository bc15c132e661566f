package vn.dondoc.rehearsal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.dondoc.app.Dondoc;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.flow.Assessment;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.reading.VietnameseDate;

/** Writes the letters of an outbox as pages to look at, with an index that opens in a browser without a server. */
final class LetterPages {
    private final Path folder;

    private LetterPages(Path folder) {
        this.folder = folder;
    }

    /** Writes the pages and returns the index. */
    static Path write(Dondoc dondoc, Assessment assessment, Path folder) {
        LetterPages pages = new LetterPages(folder);
        List<QueuedLetter> letters = dondoc.outbox().list().stream()
                .sorted(Comparator.comparing(
                                (QueuedLetter letter) -> letter.letter().day())
                        .reversed()
                        .thenComparing(letter -> letter.letter().kind())
                        .thenComparing(letter -> letter.letter().agency()))
                .toList();
        // a list leaves attachments out; a page shows the pictures among them
        letters.forEach(letter -> pages.save(
                LetterPage.nameOf(letter),
                LetterPage.of(dondoc.outbox().find(letter.id()).orElse(letter))));
        return pages.save("index.html", pages.index(assessment, letters));
    }

    private String index(Assessment assessment, List<QueuedLetter> letters) {
        StringBuilder page = new StringBuilder(Page.begin("Thư đôn đốc thực hiện "
                + assessment.rules().plan().shortName() + ", đến ngày " + VietnameseDate.write(assessment.asOf())));
        page.append("<p class=\"note\">Số liệu mẫu, không có thật. Không thư nào được gửi đi.</p>");
        page.append(units(assessment));
        Map<String, List<QueuedLetter>> byMonth = letters.stream()
                .collect(Collectors.groupingBy(
                        letter -> letter.letter().day().toString().substring(0, 7),
                        () -> new TreeMap<>(Comparator.<String>reverseOrder()),
                        Collectors.toList()));
        byMonth.forEach((month, ofMonth) -> page.append("<h2>Tháng ")
                .append(month.substring(5))
                .append('/')
                .append(month, 0, 4)
                .append(": ")
                .append(ofMonth.size())
                .append(" thư</h2><ul>")
                .append(ofMonth.stream().map(LetterPages::line).collect(Collectors.joining()))
                .append("</ul>"));
        return page.append("</html>").toString();
    }

    private static String line(QueuedLetter letter) {
        String held =
                letter.state() == LetterState.SENT ? "" : " · " + letter.state().word();
        return "<li><a href=\"" + LetterPage.nameOf(letter) + "\">"
                + Page.escape(letter.letter().subject()) + "</a><small>"
                + VietnameseDate.write(letter.letter().day()) + " · "
                + letter.letter().kind().word() + " · "
                + Page.escape(letter.letter().to()) + held + "</small></li>";
    }

    /** A table of provincial bodies and districts by state; communes are too many for a page to look at. */
    private static String units(Assessment assessment) {
        Map<Agency, List<Finding>> byUnit = assessment.findings().stream()
                .filter(finding -> finding.obligation().agency().level() != vn.dondoc.facts.Level.COMMUNE)
                .collect(Collectors.groupingBy(
                        finding -> finding.obligation().agency(), java.util.LinkedHashMap::new, Collectors.toList()));
        List<State> shown = List.of(State.values());
        StringBuilder table =
                new StringBuilder("<h2>Sở, ngành, huyện</h2><div class=\"wide\"><table><tr><th>Đơn vị</th>");
        shown.forEach(state -> table.append("<th class=\"n\">")
                .append(state == State.OVERDUE ? "quá hạn, quá mốc" : state.words())
                .append("</th>"));
        byUnit.forEach((unit, findings) -> {
            table.append("</tr><tr><td>").append(Page.escape(unit.name())).append("</td>");
            shown.forEach(state -> table.append("<td class=\"n\">")
                    .append(findings.stream()
                            .filter(finding -> finding.state() == state)
                            .count())
                    .append("</td>"));
        });
        return table.append("</tr></table></div>").toString();
    }

    private Path save(String name, String page) {
        Path file = folder.resolve(name);
        Page.save(file, page);
        return file;
    }
}
