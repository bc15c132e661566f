package vn.dondoc.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.spreadsheet.Sheet;
import vn.dondoc.spreadsheet.Spreadsheet;
import vn.dondoc.spreadsheet.UnreadableSpreadsheetException;

/**
 * Reads status reports in a workbook: every sheet in sight that has the headings of a report, and every one that lists
 * things counted one by one. Rows that only name unit, period and duty, as the form is sent out, say nothing and are passed
 * over, and so are duties that stand as the form had printed them; a row without a status continues the entry of the same
 * unit, period and duty, wherever that stands.
 */
final class WorkbookReports {
    private final String file;
    private final Problems whole = new Problems();
    private final Map<String, List<Problem>> ofLines = new HashMap<>();
    private final List<List<CsvTable.Row>> entries = new ArrayList<>();
    private final Map<List<String>, List<CsvTable.Row>> byKey = new HashMap<>();
    private List<String> previous = List.of();

    private WorkbookReports(String file) {
        this.file = file;
    }

    static Drafts read(String file, byte[] bytes) {
        try {
            return new WorkbookReports(file).read(Spreadsheet.read(bytes));
        } catch (UnreadableSpreadsheetException unreadable) {
            String place = unreadable.sheet().isEmpty() ? file : file + ", " + unreadable.sheet();
            return Drafts.refused(place, unreadable.reason(), unreadable.hint());
        }
    }

    private Drafts read(Spreadsheet workbook) {
        List<ReportSheet> sheets = workbook.sheets().stream()
                .filter(Sheet::visible)
                .flatMap(sheet -> ReportSheet.of(file, sheet).stream())
                .toList();
        List<ReportSheet> reports =
                sheets.stream().filter(sheet -> !sheet.listsItems()).toList();
        if (reports.isEmpty()) {
            return Drafts.refused(
                    file,
                    "không trang tính nào có dòng tiêu đề của báo cáo",
                    "dùng mẫu báo cáo kèm thư, hoặc ghi tiêu đề “Mã đơn vị”, “Kỳ”, “Mã nhiệm vụ”, “Tình trạng”");
        }
        sheets.forEach(sheet -> whole.addAll(sheet.ofHeadings()));
        sheets.forEach(sheet -> ofLines.putAll(sheet.ofLines()));
        reports.forEach(sheet -> sheet.rows().forEach(this::addReport));
        addItems(sheets.stream().filter(ReportSheet::listsItems).toList());
        if (whole.isEmpty() && entries.isEmpty()) {
            whole.add(reports.get(0).name(), "chưa dòng nào được ghi", "ghi tình trạng ở ít nhất một dòng");
        }
        return whole.isEmpty()
                ? written(
                        CsvReports.drafts(file, entries, headings(), ofLines, whole),
                        reports.get(0).name())
                : new Drafts(List.of(), whole);
    }

    /** Those that say something new, in a form that shows what was reported before. */
    private Drafts written(List<Draft> drafts, String sheet) {
        List<Draft> written = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            if (!isUntouched(drafts.get(i), entries.get(i))) {
                written.add(drafts.get(i));
            }
        }
        int untouched = drafts.size() - written.size();
        if (untouched > 0 && written.isEmpty()) {
            whole.add(
                    sheet,
                    "mọi nội dung giữ nguyên như in sẵn (" + untouched + " nhiệm vụ), không có gì để ghi lại",
                    "sửa hoặc ghi thêm; không thay đổi đến nay thì ghi “không đổi” và ngày vào cột “Ghi chú”");
        }
        return new Drafts(written, untouched, whole);
    }

    /** A cell that could not be read is no untouched one, whatever the rest says. */
    private static boolean isUntouched(Draft draft, List<CsvTable.Row> rows) {
        return draft.problems().isEmpty()
                && draft.receivedAt().isEmpty()
                && rows.stream()
                        .map(row -> row.cell(NoteColumn.PRINTED.heading()))
                        .filter(mark -> !mark.isEmpty())
                        .anyMatch(PrintedMark.of(draft)::equals);
    }

    private void addReport(CsvTable.Row row) {
        List<String> key = keyOf(row);
        List<CsvTable.Row> earlier = byKey.get(key);
        boolean continues = row.cell(Column.STATUS.heading()).isEmpty() || key.equals(previous);
        if (earlier != null && continues && !key.contains("")) {
            earlier.add(row);
        } else {
            begin(key, row);
        }
        previous = key;
    }

    private void begin(List<String> key, CsvTable.Row row) {
        List<CsvTable.Row> entry = new ArrayList<>(List.of(row));
        entries.add(entry);
        byKey.put(key, entry);
    }

    /** Where all reports are of one unit or one period, an item need not say it again. */
    private void addItems(List<ReportSheet> sheets) {
        Optional<String> agency = only(Column.AGENCY);
        Optional<String> period = only(Column.PERIOD);
        for (ReportSheet sheet : sheets) {
            for (CsvTable.Row row : sheet.rows()) {
                Map<String, String> cells = new LinkedHashMap<>(row.cells());
                agency.ifPresent(one -> cells.putIfAbsent(Column.AGENCY.heading(), one));
                period.ifPresent(one -> cells.putIfAbsent(Column.PERIOD.heading(), one));
                CsvTable.Row item = new CsvTable.Row(row.file(), row.line(), cells, row.letters());
                List<String> key = keyOf(item);
                List<CsvTable.Row> entry = key.contains("") ? null : byKey.get(key);
                if (entry == null) {
                    begin(key, item);
                } else {
                    entry.add(item);
                }
            }
        }
    }

    private Optional<String> only(Column column) {
        Set<String> written = new HashSet<>();
        entries.forEach(lines -> written.add(lines.get(0).cell(column.heading())));
        return written.size() == 1 ? written.stream().findFirst() : Optional.empty();
    }

    private static List<String> keyOf(CsvTable.Row row) {
        return Stream.of(Column.AGENCY, Column.PERIOD, Column.DUTY)
                .map(column -> VietnameseText.key(row.cell(column.heading())))
                .toList();
    }

    /** The rows come under the Vietnamese headings. */
    private static Map<Column, String> headings() {
        Map<Column, String> headings = new java.util.EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            headings.put(column, column.heading());
        }
        return headings;
    }
}
