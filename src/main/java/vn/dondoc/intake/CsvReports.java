package vn.dondoc.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;

/**
 * Reads status reports in a table, one item or evidence a row: rows that follow each other with the same agency, period
 * and duty are one entry. The first row says status and numbers; the others leave them empty or repeat them.
 */
final class CsvReports {
    private static final int MOST_LINES = 200_000;

    private CsvReports() {}

    static Drafts read(String name, byte[] bytes) {
        if (lines(bytes) > MOST_LINES) {
            return Drafts.refused(name, "bảng có hơn " + MOST_LINES + " dòng", "chia thành nhiều tệp");
        }
        Problems found = new Problems();
        return read(CsvTable.read(name, bytes, found), name + ", dòng 1", found);
    }

    private static Drafts read(CsvTable table, String headingPlace, Problems found) {
        Map<String, List<Problem>> ofLines = byLine(found);
        Problems whole = new Problems();
        table.rows().forEach(row -> ofLines.computeIfAbsent(row.place(), none -> List.of()));
        Map<Column, String> headings = headings(table, headingPlace, whole);
        found.list().stream()
                .filter(problem -> table.rows().isEmpty() || !isOfCell(problem))
                .forEach(problem -> whole.add(problem.place(), problem.message(), problem.hint()));
        if (whole.isEmpty() && table.rows().isEmpty()) {
            whole.add(table.name(), "bảng không có dòng nào dưới dòng tiêu đề", "ghi ít nhất một dòng");
        }
        return whole.isEmpty()
                ? new Drafts(drafts(table.name(), entries(table, headings), headings, ofLines, whole), whole)
                : new Drafts(List.of(), whole);
    }

    private static long lines(byte[] bytes) {
        long lines = 0;
        for (byte one : bytes) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** A cell too many is the row's mistake, not the file's; {@link CsvTable} tells it by its place. */
    private static boolean isOfCell(Problem problem) {
        return problem.place().contains(", ô thứ ");
    }

    private static Map<String, List<Problem>> byLine(Problems found) {
        Map<String, List<Problem>> byLine = new HashMap<>();
        found.list().stream().filter(CsvReports::isOfCell).forEach(problem -> {
            String line = problem.place().substring(0, problem.place().lastIndexOf(", ô thứ "));
            byLine.computeIfAbsent(line, none -> new ArrayList<>()).add(problem);
        });
        return byLine;
    }

    private static Map<Column, String> headings(CsvTable table, String place, Problems whole) {
        Map<Column, String> headings = new EnumMap<>(Column.class);
        for (String heading : table.headings()) {
            Column column = Column.under(heading).orElse(null);
            if (column == null && !heading.isEmpty() && !NoteColumn.isUnder(heading)) {
                whole.add(
                        place,
                        "không có cột " + Quote.of(heading),
                        Nearest.hint(Quote.shortened(heading), knownHeadings(any -> true)));
            } else if (column != null && headings.putIfAbsent(column, heading) != null) {
                whole.add(place, "hai cột cùng là “" + column.heading() + "”", "giữ một cột");
            }
        }
        // A table that could not be read at all has no headings, and its problem already.
        for (Column column : table.headings().isEmpty() ? List.<Column>of() : Column.REQUIRED) {
            if (!headings.containsKey(column)) {
                whole.add(place, "thiếu cột “" + column.heading() + "”", "thêm cột này vào dòng tiêu đề");
            }
        }
        return headings;
    }

    static List<String> knownHeadings(Predicate<Column> asked) {
        return Stream.of(Column.values())
                .filter(asked)
                .flatMap(column -> Stream.of(column.heading(), column.code()))
                .toList();
    }

    /**
     * Reads entries whose rows are put together already.
     *
     * @param ofLines mistakes that are known already, by the place of their line
     * @param whole gets the problem of a file that is wrong throughout
     */
    static List<Draft> drafts(
            String file,
            List<List<CsvTable.Row>> entries,
            Map<Column, String> headings,
            Map<String, List<Problem>> ofLines,
            Problems whole) {
        List<Draft> drafts = new ArrayList<>();
        int found = 0;
        for (List<CsvTable.Row> lines : entries) {
            CsvEntry entry = new CsvEntry(new Place.InTable(lines, headings));
            lines.forEach(line -> entry.addAll(ofLines.getOrDefault(line.place(), List.of())));
            Draft draft = entry.draft();
            drafts.add(draft);
            found += draft.problems().list().size();
            if (found > Drafts.TOO_MANY_PROBLEMS) {
                Drafts.giveUp(file, whole);
                break;
            }
        }
        return drafts;
    }

    private static List<List<CsvTable.Row>> entries(CsvTable table, Map<Column, String> headings) {
        List<List<CsvTable.Row>> entries = new ArrayList<>();
        List<String> previous = List.of();
        for (CsvTable.Row row : table.rows()) {
            List<String> key = Stream.of(Column.AGENCY, Column.PERIOD, Column.DUTY)
                    .map(column -> VietnameseText.key(row.cell(headings.getOrDefault(column, ""))))
                    .toList();
            if (entries.isEmpty() || key.contains("") || !key.equals(previous)) {
                entries.add(new ArrayList<>());
            }
            entries.get(entries.size() - 1).add(row);
            previous = key;
        }
        return entries;
    }
}
