package vn.dondoc.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as a spreadsheet saves it: a heading row, then rows of cells. Accepts {@code ,} or {@code ;} between cells, a
 * byte order mark, CRLF and decomposed letters, because a Vietnamese Excel writes any of them.
 *
 * @param name the file's name, for places in messages
 * @param headings column names, in order
 * @param rows the rows with at least one filled cell
 */
public record CsvTable(String name, List<String> headings, List<Row> rows) {
    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();

    public CsvTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param file name of the file; of a workbook, file and sheet
     * @param line the line of the file on which it starts, the heading of a plain table being on line 1
     * @param cells texts by heading
     * @param letters the letters of a workbook's columns by heading; empty for a plain table
     */
    public record Row(String file, int line, Map<String, String> cells, Map<String, String> letters) {

        /** The cell under a heading, stripped; empty when blank or when there is no such column. */
        public String cell(String heading) {
            return cells.getOrDefault(heading, "");
        }

        /** {@code bao-cao.csv, dòng 7, cột “Kỳ”}, or {@code bao-cao.xlsx, Báo cáo!B7}. */
        public String place(String heading) {
            String letter = letters.get(heading);
            return letter != null ? file + "!" + letter + line : file + ", dòng " + line + ", cột “" + heading + "”";
        }

        public String place() {
            return file + ", dòng " + line;
        }
    }

    /** Reads a file; what cannot be read as a table at all becomes a problem and gives a table without rows. */
    public static CsvTable read(Path file, Problems problems) {
        String name = String.valueOf(file.getFileName());
        try {
            return read(name, Files.readAllBytes(file), problems);
        } catch (IOException unreadable) {
            problems.add(name, "không đọc được tệp", "kiểm tra tệp có tồn tại và được quyền đọc");
            return new CsvTable(name, List.of(), List.of());
        }
    }

    public static CsvTable read(String name, byte[] bytes, Problems problems) {
        String text;
        try {
            text = VietnameseText.decode(bytes);
        } catch (CharacterCodingException broken) {
            int at = VietnameseText.firstBrokenByte(bytes);
            problems.add(name + ", byte thứ " + (at + 1), "không phải UTF-8", "lưu lại tệp dạng “CSV UTF-8”");
            return new CsvTable(name, List.of(), List.of());
        }
        try (CsvParser parser = parserOf(text)) {
            return read(name, parser, problems);
        } catch (JsonProcessingException faulty) {
            int line = faulty.getLocation() == null ? 0 : faulty.getLocation().getLineNr();
            problems.add(name + ", dòng " + line, "không đọc được bảng", "kiểm tra dấu ngoặc kép mở mà không đóng");
            return new CsvTable(name, List.of(), List.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static CsvParser parserOf(String text) throws IOException {
        int end = text.indexOf('\n');
        String heading = end < 0 ? text : text.substring(0, end);
        long semicolons = heading.chars().filter(c -> c == ';').count();
        long commas = heading.chars().filter(c -> c == ',').count();
        CsvParser parser = MAPPER.getFactory().createParser(text);
        parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(semicolons > commas ? ';' : ','));
        return parser;
    }

    private static CsvTable read(String name, CsvParser parser, Problems problems) throws IOException {
        List<String> headings = List.of();
        List<Row> rows = new ArrayList<>();
        while (parser.nextToken() != null) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                continue;
            }
            int line = parser.currentLocation().getLineNr();
            List<String> cells = cellsOf(parser);
            if (headings.isEmpty()) {
                headings = cells;
            } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(rowOf(name, line, headings, cells, problems));
            }
        }
        return new CsvTable(name, headings, rows);
    }

    private static List<String> cellsOf(CsvParser parser) throws IOException {
        List<String> cells = new ArrayList<>();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            cells.add(parser.getText().strip());
        }
        return cells;
    }

    private static Row rowOf(String name, int line, List<String> headings, List<String> cells, Problems problems) {
        Map<String, String> byHeading = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (i < headings.size()) {
                byHeading.put(headings.get(i), cells.get(i));
            } else if (!cells.get(i).isEmpty()) {
                problems.add(
                        name + ", dòng " + line + ", ô thứ " + (i + 1),
                        "thừa ô “" + cells.get(i) + "” so với " + headings.size() + " cột",
                        "đặt nội dung có dấu phẩy trong ngoặc kép");
            }
        }
        return new Row(name, line, byHeading, Map.of());
    }

    /** Refuses headings that are unknown and tells which wanted ones are missing. */
    public void requireHeadings(List<String> wanted, List<String> allowed, Problems problems) {
        for (String heading : headings) {
            if (!heading.isEmpty() && !allowed.contains(heading)) {
                problems.add(name + ", dòng 1", "không có cột “" + heading + "”", Nearest.hint(heading, allowed));
            }
        }
        for (String heading : wanted) {
            if (!headings.contains(heading)) {
                problems.add(name + ", dòng 1", "thiếu cột “" + heading + "”", "thêm cột này vào dòng tiêu đề");
            }
        }
    }
}
