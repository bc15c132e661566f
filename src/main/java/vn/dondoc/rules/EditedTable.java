package vn.dondoc.rules;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;

/** A table of rules of which single rows are written anew; every other row stays as somebody wrote it. */
public final class EditedTable {
    private static final String MARK = "\ufeff";

    private final CsvTable table;
    private final boolean marked;
    private final char separator;
    private final String lineEnd;
    private final List<String> records;
    /** Where among the records each row of the table stands. */
    private final List<Integer> filled;

    private EditedTable(CsvTable table, String text, boolean marked) {
        this.table = table;
        this.marked = marked;
        this.separator = CsvTable.separatorOf(text);
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        this.records = recordsOf(text, separator);
        this.filled = new ArrayList<>();
        for (int each = 0; each < records.size(); each++) {
            if (isFilled(records.get(each)) && !isSeparatorLine(records.get(each))) {
                filled.add(each);
            }
        }
    }

    /** Empty for what is no table, or cannot be taken apart: that can be mended as a text only. */
    public static Optional<EditedTable> of(String name, byte[] content) {
        Problems unread = new Problems();
        CsvTable table = TableCells.read(name, content, unread);
        if (!name.endsWith(".csv") || table.headings().isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = VietnameseText.decode(content);
            boolean marked = new String(content, StandardCharsets.UTF_8).startsWith(MARK);
            EditedTable edited = new EditedTable(table, text, marked);
            return edited.filled.size() == table.rows().size() + 1 ? Optional.of(edited) : Optional.empty();
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** The file as it is. */
    byte[] content() {
        return bytes(records);
    }

    public List<String> headings() {
        return table.headings();
    }

    public List<Row> rows() {
        return table.rows();
    }

    /** The row that begins on a line of the file. */
    public Optional<Row> row(int line) {
        return table.rows().stream().filter(row -> row.line() == line).findFirst();
    }

    /** The file with other cells in that row; cells of unknown headings are left aside. */
    public byte[] with(Row row, Map<String, String> cells) {
        List<String> written = new ArrayList<>(records);
        written.set(recordOf(row), line(row, cells));
        return bytes(written);
    }

    /** The file with one more row behind that one. */
    public byte[] withBehind(Row row, Map<String, String> cells) {
        List<String> written = new ArrayList<>(records);
        int place = recordOf(row);
        if (!written.get(place).endsWith("\n")) {
            written.set(place, written.get(place) + lineEnd);
        }
        written.add(place + 1, line(row, cells));
        return bytes(written);
    }

    public byte[] without(Row row) {
        List<String> written = new ArrayList<>(records);
        written.remove(recordOf(row));
        return bytes(written);
    }

    private int recordOf(Row row) {
        return filled.get(table.rows().indexOf(row) + 1);
    }

    private String line(Row row, Map<String, String> cells) {
        return table.headings().stream()
                        .map(heading -> written(cells.getOrDefault(heading, row.cell(heading))))
                        .collect(Collectors.joining(String.valueOf(separator)))
                + lineEnd;
    }

    /** Nothing that somebody types can end its cell. */
    private String written(String cell) {
        String line = VietnameseText.oneLine(cell);
        boolean plain = line.indexOf(separator) < 0 && line.indexOf('"') < 0;
        return plain ? line : "\"" + line.replace("\"", "\"\"") + "\"";
    }

    private byte[] bytes(List<String> written) {
        return ((marked ? MARK : "") + String.join("", written)).getBytes(StandardCharsets.UTF_8);
    }

    /** A quotation mark opens a cell only where the cell begins, as the reader of tables has it. */
    private static List<String> recordsOf(String text, char separator) {
        List<String> records = new ArrayList<>();
        int begin = 0;
        boolean quoted = false;
        boolean atCellStart = true;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' && (quoted || atCellStart)) {
                quoted = !quoted;
            } else if (sign == '\n' && !quoted) {
                records.add(text.substring(begin, i + 1));
                begin = i + 1;
            }
            // the second of two quotation marks opens again what the first has closed
            atCellStart = !quoted && (sign == separator || sign == '\n' || sign == '"' || (atCellStart && sign == ' '));
        }
        if (begin < text.length()) {
            records.add(text.substring(begin));
        }
        return records;
    }

    private boolean isFilled(String record) {
        return record.chars().anyMatch(sign -> sign != separator && sign != '"' && !Character.isWhitespace(sign));
    }

    private static boolean isSeparatorLine(String record) {
        return record.strip().matches("(?i)\"?sep=.\"?");
    }
}
