package vn.dondoc.enclosures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.spreadsheet.CellAddress;
import vn.dondoc.spreadsheet.Sheet;

/** The mistakes of a workbook by the cells at which they are, read from their places: {@code a.xlsx, Báo cáo!E3}. */
final class Mistakes {
    private static final Pattern CELL = Pattern.compile("!([A-Z]{1,3}\\d{1,7})");
    private static final Pattern LINE = Pattern.compile(", dòng (\\d{1,7})(?:, cột “.*”)?");

    private final String file;
    private final Map<String, TreeMap<Integer, Line>> bySheet = new HashMap<>();

    /**
     * The mistakes of one line.
     *
     * @param cells by column from 0
     * @param whole those that are of no single cell
     */
    record Line(TreeMap<Integer, List<Problem>> cells, List<Problem> whole) {

        /** All of them, each cell named by its address. */
        String inWords(int line) {
            List<String> sentences = new ArrayList<>();
            whole.forEach(problem -> sentences.add(sentence(problem)));
            cells.forEach((column, problems) -> problems.forEach(
                    problem -> sentences.add(new CellAddress(line, column) + ": " + sentence(problem))));
            return String.join("\n", sentences);
        }
    }

    private Mistakes(String file) {
        this.file = file;
    }

    /** @param file the name under which the places name the file */
    static Mistakes of(String file, List<Sheet> sheets, List<Problem> problems) {
        Mistakes mistakes = new Mistakes(file);
        List<String> names = sheets.stream()
                .map(Sheet::name)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        problems.forEach(problem -> mistakes.put(problem, names));
        return mistakes;
    }

    static String sentence(Problem problem) {
        return problem.message() + (problem.hint().isEmpty() ? "" : " → " + problem.hint());
    }

    /** The mistakes of a sheet by line, from 1. */
    TreeMap<Integer, Line> on(Sheet sheet) {
        return bySheet.getOrDefault(sheet.name(), new TreeMap<>());
    }

    /** The place without the file that it names. */
    String within(Problem problem) {
        String start = file + ", ";
        return problem.place().startsWith(start) ? problem.place().substring(start.length()) : problem.place();
    }

    private void put(Problem problem, List<String> sheets) {
        String place = within(problem);
        for (String sheet : sheets) {
            String name = VietnameseText.oneLine(sheet);
            if (place.startsWith(name) && put(problem, sheet, place.substring(name.length()))) {
                return;
            }
        }
    }

    private boolean put(Problem problem, String sheet, String rest) {
        Matcher cell = CELL.matcher(rest);
        if (cell.matches()) {
            Optional<CellAddress> address = CellAddress.read(cell.group(1));
            address.ifPresent(at -> line(sheet, at.line())
                    .cells()
                    .computeIfAbsent(at.column(), none -> new ArrayList<>())
                    .add(problem));
            return address.isPresent();
        }
        Matcher line = LINE.matcher(rest);
        if (line.matches()) {
            line(sheet, Integer.parseInt(line.group(1))).whole().add(problem);
        }
        return line.matches();
    }

    private Line line(String sheet, int line) {
        return bySheet.computeIfAbsent(sheet, none -> new TreeMap<>())
                .computeIfAbsent(line, none -> new Line(new TreeMap<>(), new ArrayList<>()));
    }
}
