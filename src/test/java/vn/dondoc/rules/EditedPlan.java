package vn.dondoc.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/** A copy of the shipped plan in which cells are changed, added or taken away, as an administrator does it. */
final class EditedPlan {
    static final String DUTIES = "duties.csv";
    static final String LADDER = "reminders.csv";
    static final String TARGETS = "targets.dslr";

    private static final RuleCompiler COMPILER = RuleCompiler.inMemory();

    private final Path copy;

    EditedPlan(Path home) throws IOException {
        this.copy = ShippedRules.copyTo(home);
        // the long files of examples show nothing here, and reading them is most of what a check does
        ShippedRules.removeExamples(copy);
    }

    /** Changes cells of the row whose first cell is the given one: heading, cell, heading, cell … */
    EditedPlan with(String file, String id, String... cells) throws IOException {
        return rewrite(file, id, id, cells);
    }

    /** Adds a row like another one under another name. */
    EditedPlan withCopy(String file, String id, String other, String... cells) throws IOException {
        return rewrite(file, id, other, cells);
    }

    /** Takes a row away. */
    EditedPlan without(String file, String id) throws IOException {
        CsvTable table = table(file);
        StringBuilder text = new StringBuilder(line(table, Map.of()));
        table.rows().stream()
                .filter(row -> !firstCell(file, row).equals(id))
                .forEach(row -> text.append(line(table, row.cells())));
        Files.writeString(path(file), text);
        return this;
    }

    EditedPlan withText(String file, String before, String after) throws IOException {
        Path at = path(file);
        String text = Files.readString(at);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(file + " has no " + before);
        }
        Files.writeString(at, text.replace(before, after));
        return this;
    }

    List<Problem> problems() {
        return checked().problems();
    }

    List<Problem> warnings() {
        return checked().warnings();
    }

    CheckedRules checked() {
        return checked(RegistryFile.read(Path.of("config/agencies.csv"), new Problems()));
    }

    CheckedRules checked(Registry registry) {
        return new RuleReader(registry, null, COMPILER).checkWithWarnings(new RuleFolder(copy, ShippedRules.PLAN));
    }

    /** The place of a cell of the edited table. */
    String cell(String file, String id, String heading) {
        return table(file).rows().stream()
                .filter(row -> firstCell(file, row).equals(id))
                .findFirst()
                .orElseThrow()
                .place(heading);
    }

    Path path(String file) {
        return copy.resolve(ShippedRules.PLAN).resolve(file);
    }

    private CsvTable table(String file) {
        return CsvTable.read(path(file), new Problems());
    }

    private static String firstCell(String file, Row row) {
        return row.cell(file.equals(DUTIES) ? "Mã" : "Bậc");
    }

    private EditedPlan rewrite(String file, String id, String written, String... cells) throws IOException {
        CsvTable table = table(file);
        StringBuilder text = new StringBuilder(line(table, Map.of()));
        boolean isFound = false;
        for (Row row : table.rows()) {
            boolean isEdited = firstCell(file, row).equals(id);
            isFound |= isEdited;
            if (!isEdited || !written.equals(id)) {
                text.append(line(table, row.cells()));
            }
            if (isEdited) {
                text.append(line(table, changed(table, row, written, cells)));
            }
        }
        if (!isFound) {
            throw new IllegalArgumentException(file + " has no row " + id);
        }
        Files.writeString(path(file), text);
        return this;
    }

    private static Map<String, String> changed(CsvTable table, Row row, String id, String... cells) {
        Map<String, String> changed = new LinkedHashMap<>(row.cells());
        changed.put(table.headings().get(0), id);
        for (int i = 0; i < cells.length; i += 2) {
            if (!table.headings().contains(cells[i])) {
                throw new IllegalArgumentException("no column " + cells[i]);
            }
            changed.put(cells[i], cells[i + 1]);
        }
        return changed;
    }

    private static String line(CsvTable table, Map<String, String> cells) {
        return table.headings().stream()
                .map(heading -> cells.isEmpty() ? heading : cells.getOrDefault(heading, ""))
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\n"));
    }
}
