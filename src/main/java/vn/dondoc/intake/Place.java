package vn.dondoc.intake;

import java.util.List;
import java.util.Map;
import vn.dondoc.reading.CsvTable;

/** Where something stands in a sender's file, in words that let the sender find it. */
interface Place {
    /** The row as a whole. */
    String row();

    /** One thing that the row says. */
    String cell(Column column);

    /**
     * In JSON: {@code so-lieu.json, mục 3 (entries[2].numerator)}. Agency, period and moment of receipt stand at the head
     * of the report, not in the entry.
     *
     * @param head file, then the report where the file holds several
     * @param report path of the report: empty, or {@code [1].}
     * @param entry number of the entry, from 1
     * @param path of the object that holds the keys: {@code entries[2]}
     */
    record InJson(String head, String report, int entry, String path) implements Place {
        @Override
        public String row() {
            return head + ", mục " + entry;
        }

        @Override
        public String cell(Column column) {
            return switch (column) {
                case AGENCY, PERIOD, RECEIVED_AT -> head + " (" + report + column.key() + ")";
                default -> at("." + column.key());
            };
        }

        /** A place below the entry's own object, {@code .items[0].unit}. */
        String at(String below) {
            return row() + " (" + report + path + below + ")";
        }

        InJson inside(String list, int index) {
            return new InJson(head, report, entry, path + "." + list + "[" + index + "]");
        }
    }

    /**
     * In a table: {@code so-lieu.csv, dòng 14, cột “Tử số”}, the heading as the sender wrote it.
     *
     * @param lines of one entry; what it says may first stand on a later line
     */
    record InTable(List<CsvTable.Row> lines, Map<Column, String> headings) implements Place {
        @Override
        public String row() {
            return lines.get(0).place();
        }

        @Override
        public String cell(Column column) {
            return lineOf(column).place(headings.getOrDefault(column, column.heading()));
        }

        /** The first text under a column; empty when no line has any. */
        String text(Column column) {
            return text(lineOf(column), column);
        }

        String text(CsvTable.Row line, Column column) {
            String heading = headings.get(column);
            return heading == null ? "" : line.cell(heading);
        }

        /** Whether it stands on a sheet that has no column for a status, and belongs to an entry of another. */
        boolean listsItems() {
            Map<String, String> letters = lines.get(0).letters();
            return !letters.isEmpty() && !letters.containsKey(headings.getOrDefault(Column.STATUS, ""));
        }

        InTable on(CsvTable.Row line) {
            return new InTable(List.of(line), headings);
        }

        private CsvTable.Row lineOf(Column column) {
            return lines.stream()
                    .filter(line -> !text(line, column).isBlank())
                    .findFirst()
                    .orElse(lines.get(0));
        }
    }
}
