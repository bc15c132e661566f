package vn.dondoc.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A workbook in the form XLSX (ECMA-376): all its sheets with what stands in them, and nothing that could run. */
public record Spreadsheet(List<Sheet> sheets) {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int MOST_SHEETS = 200;

    public Spreadsheet {
        sheets = List.copyOf(sheets);
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableSpreadsheetException saying why it is not read and what to do instead
     */
    public static Spreadsheet read(byte[] bytes) throws UnreadableSpreadsheetException {
        Allowance allowance = new Allowance();
        try (FileParts parts = FileParts.open(bytes, allowance)) {
            refuseOtherFiles(parts);
            List<Sheet> sheets = sheetsOf(parts, allowance);
            parts.lookThroughTheRest();
            return new Spreadsheet(sheets);
        } catch (UnreadableSpreadsheetException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw UnreadableSpreadsheetException.foreign("tệp nén hỏng hoặc có mật khẩu, không đọc được");
        }
    }

    private static void refuseOtherFiles(FileParts parts) throws UnreadableSpreadsheetException {
        if (!parts.has(WORKBOOK)) {
            throw UnreadableSpreadsheetException.foreign("không nhận tệp nén không phải bảng tính XLSX");
        }
        if (parts.hasLike("", "vbaproject.bin") || parts.hasLike("xl/macrosheets/", "")) {
            throw UnreadableSpreadsheetException.withMacros();
        }
    }

    /** A sheet as the workbook lists it. */
    private record Listed(String name, String relationship, boolean visible) {}

    private static List<Sheet> sheetsOf(FileParts parts, Allowance allowance) throws IOException {
        List<Listed> listed = new ArrayList<>();
        boolean date1904 = readWorkbook(parts, listed);
        Map<String, String> targets = targets(parts);
        NumberFormats formats;
        try (PartReader styles = parts.open("xl/styles.xml")) {
            formats = NumberFormats.read(styles);
        }
        SharedTexts texts;
        try (PartReader strings = parts.open("xl/sharedStrings.xml")) {
            texts = SharedTexts.read(strings, allowance);
        }
        List<Sheet> sheets = new ArrayList<>();
        for (Listed sheet : listed) {
            try (PartReader part = parts.open(targets.getOrDefault(sheet.relationship(), ""))) {
                if (part != null) {
                    SheetReader reader = new SheetReader(sheet.name(), texts, formats, allowance);
                    sheets.add(reader.read(part, sheet.visible(), date1904));
                }
            }
        }
        return sheets;
    }

    private static boolean readWorkbook(FileParts parts, List<Listed> sheets) throws IOException {
        boolean date1904 = false;
        try (PartReader part = Objects.requireNonNull(parts.open(WORKBOOK))) {
            for (String element = part.nextElement(); element != null; element = part.nextElement()) {
                if (element.equals("workbookPr")) {
                    date1904 = List.of("1", "true").contains(part.attribute("date1904"));
                } else if (element.equals("sheet") && sheets.size() < MOST_SHEETS) {
                    boolean visible = List.of("", "visible").contains(part.attribute("state"));
                    sheets.add(new Listed(part.attribute("name"), part.relationship(), visible));
                }
            }
        }
        return date1904;
    }

    private static Map<String, String> targets(FileParts parts) throws IOException {
        Map<String, String> targets = new HashMap<>();
        try (PartReader part = parts.open("xl/_rels/workbook.xml.rels")) {
            if (part == null) {
                return targets;
            }
            for (String element = part.nextElement(); element != null; element = part.nextElement()) {
                boolean outside = part.attribute("TargetMode").equals("External");
                if (element.equals("Relationship") && !outside) {
                    targets.put(part.attribute("Id"), partName(part.attribute("Target")));
                }
            }
        }
        return targets;
    }

    private static String partName(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }
}
