package vn.dondoc.web.console.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Decoding;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.AllowedSentence;
import vn.dondoc.rules.EditedTable;
import vn.dondoc.rules.MarkedPlace;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.web.console.Words;

/** Rule files laid out to be read: tables row by row, texts line by line. */
final class RuleFilePages {
    private static final int ROWS = 40;
    private static final int LINES = 300;
    /** Read in a row of their own, or, like the clause, in the code of the row. */
    private static final Set<String> NOT_IN_THE_LIST = Set.of(
            "Điều khoản",
            "Trích Quyết định",
            "Phối hợp",
            "Minh chứng",
            "Ghi chú",
            "Trùng với",
            "Dời ngày nghỉ",
            "Khẩn trương");

    private static final int MOST_COLUMNS = 8;
    private static final String SENTENCES = ".dslr";

    private RuleFilePages() {}

    /** Every file of a plan, the tables and sentences first. */
    static List<RulesView.FileLine> files(RuleFiles files, boolean draft, Words words) {
        List<String> names = new ArrayList<>(List.of("duties.csv", "targets.dslr", "reminders.csv", "plan.yaml"));
        names.addAll(files.names());
        return names.stream()
                .distinct()
                .filter(name -> files.content(name).isPresent())
                .map(name -> new RulesView.FileLine(
                        name,
                        Addresses.file(draft, name),
                        what(name, words),
                        linesOf(files, name).size()))
                .toList();
    }

    private static String what(String name, Words words) {
        return switch (name) {
            case "duties.csv" -> words.of("Nhiệm vụ, hạn, đơn vị chủ trì", "Duties, dates, units in charge");
            case "targets.dslr" -> words.of("Chỉ tiêu bằng câu tiếng Việt", "Targets, in Vietnamese sentences");
            case "reminders.csv" -> words.of("Bậc nhắc", "The ladder of reminders");
            case "plan.yaml" -> words.of("Tên, ngày hiệu lực, mốc báo cáo", "Title, effective day, report dates");
            case "clauses.yaml" -> words.of("Nguyên văn Quyết định", "The Decision's words");
            case "equivalents.yaml" -> words.of("Chỗ sửa không đổi kết luận", "Changes that change no verdict");
            default ->
                name.endsWith(".cases.yaml") ? words.of("Ví dụ", "Examples") : words.of("Tệp khác", "Another file");
        };
    }

    static List<AllowedSentence> sentences(String file) {
        return file.endsWith(SENTENCES) ? AllowedSentence.all() : List.of();
    }

    static String textOf(RuleFiles files, String name) {
        return files.content(name)
                .flatMap(content -> Decoding.textOf(name, content, "", new Problems()))
                .orElse("");
    }

    private static List<String> linesOf(RuleFiles files, String name) {
        return textOf(files, name).lines().toList();
    }

    static TextView text(RuleFiles files, String name, boolean edits, String query, String page) {
        List<TextView.Line> lines = new ArrayList<>();
        linesOf(files, name).forEach(line -> lines.add(new TextView.Line(lines.size() + 1, line)));
        return new TextView(
                name,
                Addresses.file(false, name),
                edits,
                PagedLines.of(lines, TextView.Line::text, query, page, LINES),
                sentences(name));
    }

    /** @param problems what is wrong with the files; the rows that it is about are marked */
    static Optional<TableView> table(
            RuleFiles files, String name, boolean draft, boolean edits, List<Problem> problems, String[] asked) {
        return files.content(name)
                .flatMap(content -> EditedTable.of(name, content))
                .map(table -> {
                    List<String> shown = table.headings().stream()
                            .filter(heading -> !NOT_IN_THE_LIST.contains(heading))
                            .limit(MOST_COLUMNS)
                            .toList();
                    Set<Integer> faulty = problems.stream()
                            .map(MarkedPlace::of)
                            .filter(place -> place.file().equals(name))
                            .map(MarkedPlace::line)
                            .collect(Collectors.toSet());
                    List<TableView.Line> lines = table.rows().stream()
                            .map(row -> line(row, name, draft, shown, faulty))
                            .toList();
                    return new TableView(
                            name,
                            Addresses.file(draft, name),
                            draft,
                            edits,
                            shown,
                            PagedLines.of(lines, TableView.Line::searched, asked[0], asked[1], ROWS));
                });
    }

    private static TableView.Line line(Row row, String file, boolean draft, List<String> shown, Set<Integer> faulty) {
        return new TableView.Line(
                row.line(),
                Addresses.row(draft, file, row.line()),
                shown.stream().map(row::cell).toList(),
                faulty.contains(row.line()),
                String.join(" ", row.cells().values()));
    }
}
