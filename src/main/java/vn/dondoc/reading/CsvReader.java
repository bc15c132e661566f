package vn.dondoc.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.reading.CsvTable.Row;

/** Reads the text of one table. */
final class CsvReader {
    /** Without the mapper, which takes a short-lived command longer to make than its tables to read. */
    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvParser.Feature.TRIM_SPACES).build();

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** Cells too many after which a table is not read on: its rows have slipped as a whole. */
    private static final int MOST_PROBLEMS = 100;

    private final String name;
    private final int mostRows;
    private final Problems problems;
    private List<String> headings = List.of();
    private final List<Row> rows = new ArrayList<>();

    CsvReader(String name, int mostRows, Problems problems) {
        this.name = name;
        this.mostRows = mostRows;
        this.problems = problems;
    }

    CsvTable read(String text) {
        String first = firstLine(text);
        boolean saysSeparator = saysSeparator(first);
        String table = saysSeparator ? text.substring(Math.min(text.length(), first.length() + 1)) : text;
        char separator = separatorOfTable(text);
        try (CsvParser parser = CSV.createParser(table)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
            readRows(parser, saysSeparator ? 1 : 0);
            return new CsvTable(name, headings, rows);
        } catch (JsonProcessingException faulty) {
            refuse(faulty, table, separator, saysSeparator ? 1 : 0);
            return new CsvTable(name, List.of(), List.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static char separatorOfTable(String text) {
        String first = firstLine(text);
        return saysSeparator(first) ? first.charAt(first.indexOf('=') + 1) : separatorOf(first);
    }

    private static boolean saysSeparator(String line) {
        return line.matches("(?i)\"?sep=.\"?\\s*");
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** What stands between the headings most often. */
    private static char separatorOf(String heading) {
        char best = ',';
        for (char separator : SEPARATORS) {
            if (count(heading, separator) > count(heading, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long count(String text, char sought) {
        return text.chars().filter(c -> c == sought).count();
    }

    private void readRows(CsvParser parser, int linesBefore) throws IOException {
        int before = problems.size();
        while (parser.nextToken() != null && problems.size() - before < MOST_PROBLEMS) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                continue;
            }
            int line = parser.currentLocation().getLineNr() + linesBefore;
            List<String> cells = cellsOf(parser);
            if (headings.isEmpty()) {
                headings = cells;
            } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                if (rows.size() == mostRows) {
                    problems.add(
                            name + ", dòng " + line,
                            "bảng có hơn " + mostRows + " dòng",
                            "kiểm tra có chép nhầm bảng khác không");
                    return;
                }
                rows.add(rowOf(line, cells));
            }
        }
    }

    private static List<String> cellsOf(CsvParser parser) throws IOException {
        List<String> cells = new ArrayList<>();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            cells.add(parser.getText().strip());
        }
        return cells;
    }

    private Row rowOf(int line, List<String> cells) {
        Map<String, String> byHeading = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (i < headings.size() && !headings.get(i).isEmpty()) {
                byHeading.putIfAbsent(headings.get(i), cell);
            } else if (!cell.isEmpty()) {
                problems.add(
                        name + ", dòng " + line + ", ô thứ " + (i + 1),
                        i < headings.size()
                                ? "ô “" + cell + "” nằm dưới cột không có tiêu đề"
                                : "thừa ô “" + cell + "” so với " + headings.size() + " cột",
                        "đặt nội dung có dấu phẩy trong ngoặc kép");
            }
        }
        return new Row(name, line, byHeading, Map.of());
    }

    private void refuse(JsonProcessingException faulty, String table, char separator, int linesBefore) {
        int opened = openQuotation(table, separator);
        if (opened > 0) {
            problems.add(
                    name + ", dòng " + (opened + linesBefore),
                    "ngoặc kép mở ở dòng này mà không đóng",
                    "đóng ngoặc kép ở cuối ô; ngoặc kép trong ô viết hai lần");
            return;
        }
        int line = faulty.getLocation() == null ? 0 : faulty.getLocation().getLineNr() + linesBefore;
        problems.add(
                name + ", dòng " + line,
                "không đọc được bảng",
                "kiểm tra dấu ngoặc kép: mở và đóng ở hai đầu ô, trong ô viết hai lần");
    }

    /** The line on which a cell's quotation mark opens that nothing closes; 0 when all are closed. */
    private static int openQuotation(String table, char separator) {
        int line = 1;
        int opened = 0;
        boolean atCellStart = true;
        for (int i = 0; i < table.length(); i++) {
            char c = table.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (c == '"' && opened > 0) {
                boolean doubled = i + 1 < table.length() && table.charAt(i + 1) == '"';
                i += doubled ? 1 : 0;
                opened = doubled ? opened : 0;
            } else if (c == '"' && atCellStart) {
                opened = line;
            }
            atCellStart = opened == 0 && (c == separator || c == '\n' || (atCellStart && c == ' '));
        }
        return opened;
    }
}
