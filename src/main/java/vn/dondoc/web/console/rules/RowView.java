package vn.dondoc.web.console.rules;

import java.util.List;
import java.util.Map;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Problem;
import vn.dondoc.rules.EditedTable;
import vn.dondoc.rules.MarkedPlace;
import vn.dondoc.rules.TableColumn;

/**
 * One row of a rule table with all its columns.
 *
 * @param draft whether it is to be edited
 * @param mark what the file was when it was opened
 * @param mistakes what is wrong with it but with none of its cells, and with other rows
 * @param refused why it could not be kept; empty when nothing was refused
 */
public record RowView(
        String file,
        int line,
        String title,
        boolean draft,
        boolean edits,
        String mark,
        List<Field> fields,
        MistakesView mistakes,
        List<String> refused,
        int before,
        int after) {
    public RowView {
        fields = List.copyOf(fields);
        refused = List.copyOf(refused);
    }

    /**
     * One cell.
     *
     * @param name of the field in the form
     * @param mistakes what is wrong with it, in words; empty when nothing is
     */
    public record Field(TableColumn column, String name, String value, List<Problem> mistakes) {
        public Field {
            mistakes = List.copyOf(mistakes);
        }

        /** A closed column that holds something else keeps it until somebody chooses. */
        public List<String> choices() {
            return column.choices().isEmpty() || column.choices().contains(value)
                    ? column.choices()
                    : java.util.stream.Stream.concat(java.util.stream.Stream.of(value), column.choices().stream())
                            .toList();
        }
    }

    /** How many mistakes stand beside cells of the row. */
    public int mistakesInCells() {
        return fields.stream().mapToInt(field -> field.mistakes().size()).sum();
    }

    public String path() {
        return Addresses.row(draft, file, line);
    }

    public String check() {
        return Addresses.DRAFT + "/kiem-tra-dong/" + Addresses.encoded(file) + "/" + line;
    }

    static String nameOf(int column) {
        return "o" + column;
    }

    /** @param cells what stands in the form; of the columns that are missing the table's own */
    static List<Field> fields(
            String file, EditedTable table, Row row, Map<String, String> cells, List<Problem> problems) {
        List<Field> fields = new java.util.ArrayList<>();
        for (int each = 0; each < table.headings().size(); each++) {
            String heading = table.headings().get(each);
            fields.add(new Field(
                    TableColumn.of(file, heading),
                    nameOf(each),
                    cells.getOrDefault(heading, row.cell(heading)),
                    problems.stream()
                            .filter(problem ->
                                    MarkedPlace.of(problem).equals(new MarkedPlace(file, row.line(), heading)))
                            .toList()));
        }
        return fields;
    }

    static int lineBefore(EditedTable table, Row row) {
        return lineAt(table, table.rows().indexOf(row) - 1);
    }

    static int lineAfter(EditedTable table, Row row) {
        return lineAt(table, table.rows().indexOf(row) + 1);
    }

    private static int lineAt(EditedTable table, int index) {
        return index < 0 || index >= table.rows().size()
                ? 0
                : table.rows().get(index).line();
    }
}
