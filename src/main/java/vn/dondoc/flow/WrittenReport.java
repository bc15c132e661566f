package vn.dondoc.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.dondoc.calendar.Period;
import vn.dondoc.intake.Column;
import vn.dondoc.reading.Problem;

/**
 * A report that was written into the console's form: it becomes a table in plain text and goes the way of every file, so that
 * it is kept and checked like any other. Mistakes come back by the cells of the form.
 */
public final class WrittenReport {
    /** What is said once of a duty. */
    public static final List<Column> ONCE = List.of(
            Column.STATUS, Column.COMPLETED_ON, Column.NUMERATOR, Column.DENOMINATOR, Column.VALUE, Column.NOTE);

    public static final List<Column> EVIDENCE =
            List.of(Column.EVIDENCE_REF, Column.EVIDENCE_DATE, Column.EVIDENCE_LINK);
    public static final List<Column> ITEM = List.of(Column.ITEM_UNIT, Column.ITEM_DATE, Column.ITEM_REF);

    /** Under which a mistake of a whole duty stands: no column. */
    public static final String WHOLE = "";

    private static final int MOST_LINES = 2_000;
    private static final List<Column> WRITTEN = Arrays.stream(Column.values())
            .filter(column -> column != Column.RECEIVED_AT)
            .toList();
    private static final Pattern LINE = Pattern.compile(", dòng (\\d{1,7})(?:, cột “(.*)”)?$");

    private final String fileName;
    private final StringBuilder table = new StringBuilder();
    private final Map<Integer, Line> lines = new HashMap<>();
    private int next = 1;

    private record Line(String duty, int index) {}

    /**
     * One thing of the form.
     *
     * @param column a code of {@link Column}, or {@link #WHOLE}
     * @param index which evidence or item, from 0
     */
    public record Cell(String duty, String column, int index) {
        /** The name of its field. */
        public String field() {
            return duty + "|" + column + "|" + index;
        }

        static Optional<Cell> of(String field) {
            String[] parts = field.split("\\|", -1);
            return parts.length == 3 && parts[2].matches("\\d{1,4}")
                    ? Optional.of(new Cell(parts[0], parts[1], Integer.parseInt(parts[2])))
                    : Optional.empty();
        }
    }

    private WrittenReport(String fileName) {
        this.fileName = fileName;
        addLine(WRITTEN.stream().collect(Collectors.toMap(column -> column, Column::heading)));
    }

    /**
     * @param duties those to report on, in order
     * @param cells what was typed, by field
     */
    public static WrittenReport of(String agency, Period period, List<String> duties, Map<String, String> cells) {
        WrittenReport report = new WrittenReport("bieu-mau-" + agency + "-" + period.id() + ".csv");
        for (String duty : duties) {
            int last = linesOf(duty, cells);
            for (int index = 0; index < last; index++) {
                Map<Column, String> line = report.line(duty, index, cells);
                if (index == 0 || !line.isEmpty()) {
                    report.lines.put(report.next, new Line(duty, index));
                    line.put(Column.AGENCY, agency);
                    line.put(Column.PERIOD, period.id());
                    line.put(Column.DUTY, duty);
                    report.addLine(line);
                }
            }
        }
        return report;
    }

    /** How many evidences or items of a duty the cells have at most; at least one. */
    public static int linesOf(String duty, Map<String, String> cells) {
        return cells.entrySet().stream()
                .filter(cell -> !cell.getValue().isBlank())
                .flatMap(cell -> Cell.of(cell.getKey()).stream())
                .filter(cell -> cell.duty().equals(duty) && cell.index() < MOST_LINES)
                .mapToInt(cell -> cell.index() + 1)
                .max()
                .orElse(1);
    }

    private Map<Column, String> line(String duty, int index, Map<String, String> cells) {
        Map<Column, String> line = new LinkedHashMap<>();
        for (Column column : WRITTEN) {
            boolean repeats = EVIDENCE.contains(column) || ITEM.contains(column);
            String typed =
                    repeats || index == 0 ? cells.getOrDefault(new Cell(duty, column.code(), index).field(), "") : "";
            if (!typed.isBlank()) {
                line.put(column, typed.replaceAll("\\r\\n?", "\n").strip());
            }
        }
        return line;
    }

    private void addLine(Map<Column, String> line) {
        String text = WRITTEN.stream()
                .map(column -> "\"" + line.getOrDefault(column, "").replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
        table.append(text).append('\n');
        next += 1 + (int) text.chars().filter(sign -> sign == '\n').count();
    }

    public String fileName() {
        return fileName;
    }

    public byte[] bytes() {
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The mistakes by the fields of the form; those of no duty under {@link #WHOLE}. */
    public Map<String, List<Problem>> byField(List<Problem> mistakes) {
        Map<String, List<Problem>> byField = new LinkedHashMap<>();
        for (Problem mistake : mistakes) {
            byField.computeIfAbsent(fieldOf(mistake), none -> new ArrayList<>()).add(mistake);
        }
        return byField;
    }

    private String fieldOf(Problem mistake) {
        Matcher place = LINE.matcher(mistake.place());
        Line line = place.find() ? lines.get(Integer.parseInt(place.group(1))) : null;
        if (line == null) {
            return WHOLE;
        }
        String column = Arrays.stream(Column.values())
                .filter(known -> known.heading().equals(place.group(2)))
                .map(Column::code)
                .findFirst()
                .orElse(WHOLE);
        boolean once = ONCE.stream().anyMatch(known -> known.code().equals(column));
        return new Cell(line.duty(), column, once || column.equals(WHOLE) ? 0 : line.index()).field();
    }
}
