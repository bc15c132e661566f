package vn.dondoc.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.flow.Assessment;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.reading.VietnameseDate;

/** Writes the letters of an outbox as pages to look at, with an index that opens in a browser without a server. */
final class LetterPages {
    private static final String STYLE = """
            <style>
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;margin:0 auto;max-width:62rem;padding:1rem}
            h1{font-size:1.4rem;line-height:1.25}h2{font-size:1.1rem;margin-top:2rem}
            .note{border-left:4px solid #b45309;padding:.25rem .75rem}
            ul{list-style:none;padding:0}li{padding:.5rem 0;border-bottom:1px solid #8884;overflow-wrap:anywhere}
            small{display:block;opacity:.8}
            table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #8884}
            td.n,th.n{text-align:right}
            .wide{overflow-x:auto}
            </style>
            """;

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
        letters.forEach(letter -> pages.save(pageOf(letter), letter.letter().html()));
        pages.save("index.html", pages.index(assessment, letters));
        return folder.resolve("index.html");
    }

    private String index(Assessment assessment, List<QueuedLetter> letters) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Thư của Đôn Đốc</title>"
                + STYLE);
        page.append("<h1>Thư đôn đốc thực hiện ")
                .append(escape(assessment.rules().plan().shortName()))
                .append(", đến ngày ")
                .append(VietnameseDate.write(assessment.asOf()))
                .append("</h1><p class=\"note\">Số liệu mẫu, không có thật. Không thư nào được gửi đi.</p>");
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
        return "<li><a href=\"" + pageOf(letter) + "\">"
                + escape(letter.letter().subject()) + "</a><small>"
                + VietnameseDate.write(letter.letter().day()) + " · "
                + letter.letter().kind().word() + " · " + escape(letter.letter().to()) + held + "</small></li>";
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
            table.append("</tr><tr><td>").append(escape(unit.name())).append("</td>");
            shown.forEach(state -> table.append("<td class=\"n\">")
                    .append(findings.stream()
                            .filter(finding -> finding.state() == state)
                            .count())
                    .append("</td>"));
        });
        return table.append("</tr></table></div>").toString();
    }

    private static String pageOf(QueuedLetter letter) {
        return letter.letter().day() + "-" + letter.letter().kind().code() + "-" + letter.id() + ".html";
    }

    private void save(String name, String page) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), page);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
