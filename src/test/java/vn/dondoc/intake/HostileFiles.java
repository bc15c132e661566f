package vn.dondoc.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Two hundred files that somebody sends to do harm. Each is made when it is asked for, as together they fill a memory. */
public final class HostileFiles {
    /** A file: its name, its bytes, and whether it may be taken because it does no harm. */
    public record File(String name, Supplier<byte[]> bytes, boolean harmless) {}

    private static final String ENTITY = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    private static final String LAUGHS =
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
                    + " \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
    private static final String OUTSIDE = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">";
    private static final String PARAMETER = "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\">%p;]>";
    private static final List<String> PARTS = List.of(
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "docProps/core.xml",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/theme/theme1.xml",
            "docProps/app.xml",
            "docProps/custom.xml",
            "xl/calcChain.xml",
            "xl/worksheets/_rels/sheet1.xml.rels",
            "xl/externalLinks/externalLink1.xml",
            "xl/tables/table1.xml",
            "xl/persons/person.xml",
            "customXml/item1.xml");

    private final List<File> files = new ArrayList<>();

    public static List<File> all() {
        HostileFiles made = new HostileFiles();
        made.documentTypes();
        made.bombs();
        made.shapes();
        made.packages();
        made.cells();
        made.foreign();
        made.tables();
        made.json();
        return made.files;
    }

    private void documentTypes() {
        for (String part : PARTS) {
            for (String type : List.of(ENTITY, LAUGHS, OUTSIDE, PARAMETER)) {
                refuse(
                        "dtd.xlsx",
                        () -> workbook(parts -> parts.merge(
                                part,
                                "<?xml version=\"1.0\"?>" + type + "<x/>",
                                (old, typed) -> old.replaceFirst(
                                        "^(<\\?xml[^>]*>)?",
                                        java.util.regex.Matcher.quoteReplacement("<?xml version=\"1.0\"?>" + type)))));
            }
        }
    }

    private void bombs() {
        for (String part : List.of(
                "xl/media/a.png",
                "xl/media/a.xml",
                "xl/sharedStrings.xml",
                "xl/worksheets/sheet1.xml",
                "xl/styles.xml",
                "x/nested.zip")) {
            for (int megabytes : List.of(60, 300, 1_000)) {
                refuse("bom.xlsx", () -> zip(base(), Map.of(part, out -> fill(out, ' ', megabytes << 20))));
            }
        }
        refuse(
                "bom.xlsx",
                () -> zip(
                        base(),
                        Map.of("xl/sharedStrings.xml", out -> repeat(out, "<sst>", "<si><t>ab</t></si>", 2_400_000))));
        refuse(
                "bom.xlsx",
                () -> zip(
                        base(),
                        Map.of(
                                "xl/worksheets/sheet1.xml",
                                out -> repeat(out, "<worksheet><sheetData><row>", "<c><v>1</v></c>", 3_000_000))));
    }

    private void shapes() {
        for (String part :
                List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml")) {
            refuse("sau.xlsx", () -> zip(base(), Map.of(part, out -> repeat(out, "<a>", "<a>", 5_000_000))));
            refuse(
                    "ten.xlsx",
                    () -> zip(base(), Map.of(part, out -> {
                        write(out, "<a>");
                        for (int i = 0; i < 1_000_000; i++) {
                            write(out, "<n" + i + "/>");
                        }
                    })));
            refuse(
                    "dai.xlsx",
                    () -> zip(base(), Map.of(part, out -> {
                        write(out, "<a b=\"");
                        fill(out, 'x', 40 << 20);
                    })));
        }
        refuse(
                "trieu-dong.xlsx",
                () -> zip(base(), Map.of("xl/worksheets/sheet1.xml", out -> {
                    write(out, "<worksheet><sheetData>");
                    for (int i = 1; i <= 1_000_000; i++) {
                        write(out, "<row r=\"" + i + "\"/>");
                    }
                })));
        refuse(
                "cot.xlsx",
                () -> zip(base(), Map.of("xl/worksheets/sheet1.xml", out -> {
                    write(out, "<worksheet><sheetData>");
                    for (int i = 1; i <= 100; i++) {
                        repeat(out, "<row>", "<c><v>1</v></c>", 16_384);
                        write(out, "</row>");
                    }
                })));
        refuse(
                "o-dai.xlsx",
                () -> zip(base(), Map.of("xl/worksheets/sheet1.xml", out -> {
                    write(out, "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>");
                    fill(out, 'x', 40 << 20);
                })));
        refuse(
                "gop.xlsx",
                () -> workbook(parts -> parts.put(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData/><mergeCells>" + "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(100_000)
                                + "</mergeCells></worksheet>")));
        for (String number : List.of("1e999999999", "9".repeat(300), "-1e-999999999", "NaN", "0x1", "1e2147483648")) {
            refuse("so.xlsx", () -> sheet(row("đã trình", "<c r=\"I2\"><v>" + number + "</v></c>")));
        }
    }

    private void packages() {
        for (String name :
                List.of("../../x.xml", "/etc/cron.d/x", "..\\..\\x.exe", "C:/x", "xl/../../x", "a\u0000b", "a\nb")) {
            refuse("duong-dan.xlsx", () -> zip(base(), Map.of(name, out -> write(out, "x"))));
        }
        refuse("trung.xlsx", () -> zip(base(), Map.of("XL/worksheets/Sheet1.xml", out -> write(out, "<x/>"))));
        refuse("macro.xlsm", () -> zip(base(), Map.of("xl/vbaProject.bin", out -> write(out, "x"))));
        refuse("macro.xlsx", () -> zip(base(), Map.of("xl/vbaProject.bin", out -> write(out, "x"))));
        refuse("macro4.xlsx", () -> zip(base(), Map.of("xl/macrosheets/sheet1.xml", out -> write(out, "<x/>"))));
        refuse("phan.xlsx", () -> {
            Map<String, Part> many = new LinkedHashMap<>();
            for (int i = 0; i < 60_000; i++) {
                many.put("x/" + i, out -> {});
            }
            return zip(base(), many);
        });
        for (int cut : List.of(1, 10, 100, 500, 900)) {
            refuse("cut.xlsx", () -> {
                byte[] whole = workbook(parts -> {});
                return java.util.Arrays.copyOf(whole, whole.length - cut);
            });
        }
        for (int at : List.of(0, 30, 60, 200, 400)) {
            refuse("hong.xlsx", () -> {
                byte[] whole = workbook(parts -> {});
                java.util.Arrays.fill(whole, at, at + 20, (byte) 0x5A);
                return whole;
            });
        }
    }

    private void cells() {
        for (String text : List.of(
                "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil.example\")", "=DDE(\"a\";\"b\";\"c\")")) {
            refuse("cong-thuc.xlsx", () -> sheet(row("đã trình", inline("O2", text))));
            refuse("cong-thuc.csv", () -> csv("so-noi-vu,2017-Q4,II.2.1.e-04,đã trình,,," + quoted(text)));
        }
        for (String text :
                List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "+1", "@SUM(A1)", "-2+3")) {
            take("trang.xlsx", () -> sheet(row("đã trình", inline("O2", text))));
            take("trang.csv", () -> csv("so-noi-vu,2017-Q4,II.2.1.e-04,đã trình,,," + quoted(text)));
        }
        take("dde.xlsx", () -> sheet(row("đã trình", "<c r=\"O2\" t=\"str\"><f>cmd|'/C calc'!A0</f><v>x</v></c>")));
        refuse("dia-chi.xlsx", () -> sheet(row("đã trình", inline("ZZZZ2", "x"))));
        refuse("lien-ket.xlsx", () -> sheet(row("đã trình", inline("H2", "javascript:alert(1)"))));
        refuse("loi.xlsx", () -> sheet(row("đã trình", "<c r=\"I2\" t=\"e\"><v>#REF!</v></c>")));
        refuse("chua-tinh.xlsx", () -> sheet(row("đã trình", "<c r=\"I2\"><f>A1</f></c>")));
    }

    private void foreign() {
        Map<String, byte[]> starts = Map.of(
                "exe", latin("MZ\u0090\u0000"),
                "elf", latin("\u007fELF"),
                "pdf", latin("%PDF-1.7"),
                "ole", latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
                "html", latin("<!DOCTYPE html><html><script>x</script></html>"),
                "png", latin("\u0089PNG\r\n"));
        starts.forEach((kind, start) -> {
            for (String type : List.of("xlsx", "csv", "json")) {
                refuse(kind + "." + type, () -> start);
            }
        });
        refuse("../../../x.csv", () -> latin("MZ"));
        refuse("a\u0000b\r\nBcc: x.csv", () -> latin("%PDF"));
        refuse("x".repeat(5_000) + ".csv", () -> latin("a"));
    }

    private void tables() {
        refuse("dong-dai.csv", () -> filled("a", 100 << 20));
        refuse("dong-19.csv", () -> filled("a", 19 << 20));
        refuse("phay.csv", () -> filled(",", 19 << 20));
        refuse("ngoac.csv", () -> filled("\"", 19 << 20));
        refuse("dong.csv", () -> filled("\n", 19 << 20));
        refuse("trieu.csv", () -> csv("so-noi-vu,2017-Q4,x,y,,,\n".repeat(700_000)));
        refuse("sai.csv", () -> csv("so-noi-vu,2017-Q4,x,y,,,\n".repeat(190_000)));
        refuse("utf8.csv", () -> latin("agency,period\nS\u00e0"));
        refuse("utf16.csv", () -> "\ufeffagency".getBytes(StandardCharsets.UTF_16LE));
        refuse("nul.csv", () -> latin("agency\u0000,period"));
        refuse("dau.csv", () -> filled("a\u0301\u0323", 18 << 20));
    }

    private void json() {
        refuse("sau.json", () -> filled("[", 19 << 20));
        refuse("sau2.json", () -> filled("{\"a\":", 19 << 20));
        refuse("so.json", () -> filled("9", 19 << 20));
        refuse(
                "mu.json",
                () -> latin(Office.report("so-noi-vu", "2017-Q4", Office.target("\"numerator\": 1e999999999"))));
        refuse("chuoi.json", () -> latin("\"" + "a".repeat(18 << 20) + "\""));
        refuse("nhieu.json", () -> latin("[" + "{},".repeat(6_000_000) + "{}]"));
        refuse("khoa.json", () -> latin("{\"agency\":1,\"agency\":2}"));
        refuse("muc.json", () -> latin(Office.report("so-noi-vu", "2017-Q4", "{},".repeat(900_000) + "{}")));
    }

    // ---- making

    interface Part {
        void writeTo(ZipOutputStream out) throws IOException;
    }

    private void refuse(String name, Supplier<byte[]> bytes) {
        files.add(new File(name, bytes, false));
    }

    private void take(String name, Supplier<byte[]> bytes) {
        files.add(new File(name, bytes, true));
    }

    private static Map<String, String> base() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("_rels/.rels", "<Relationships/>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>");
        parts.put("xl/styles.xml", "<styleSheet/>");
        return parts;
    }

    private static byte[] sheet(String row) {
        String headings = inline("A1", "agency")
                + inline("B1", "period")
                + inline("C1", "duty")
                + inline("D1", "status")
                + inline("H1", "evidenceLink")
                + inline("I1", "numerator")
                + inline("O1", "note");
        return workbook(parts -> parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\">" + headings + "</row>" + row + "</sheetData></worksheet>"));
    }

    private static String row(String status, String more) {
        return "<row r=\"2\">" + inline("A2", "so-noi-vu") + inline("B2", "2017-Q4") + inline("C2", Office.TARGET)
                + inline("D2", status) + more + "</row>";
    }

    private static String inline(String address, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + escaped + "</t></is></c>";
    }

    private static byte[] workbook(java.util.function.Consumer<Map<String, String>> edit) {
        Map<String, String> parts = base();
        edit.accept(parts);
        return zip(parts, Map.of());
    }

    private static byte[] zip(Map<String, String> texts, Map<String, Part> made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(1);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                if (!made.containsKey(text.getKey())) {
                    out.putNextEntry(new ZipEntry(text.getKey()));
                    write(out, text.getValue());
                }
            }
            for (Map.Entry<String, Part> part : made.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().writeTo(out);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void fill(ZipOutputStream out, char letter, int bytes) throws IOException {
        byte[] block = new byte[1 << 16];
        java.util.Arrays.fill(block, (byte) letter);
        for (int left = bytes; left > 0; left -= block.length) {
            out.write(block, 0, Math.min(left, block.length));
        }
    }

    private static void repeat(ZipOutputStream out, String start, String text, int times) throws IOException {
        write(out, start);
        byte[] block = text.repeat(1_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times / 1_000; i++) {
            out.write(block);
        }
        write(out, text.repeat(times % 1_000));
    }

    private static void write(ZipOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] csv(String rows) {
        return ("agency,period,duty,status,numerator,denominator,note\n" + rows + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static byte[] filled(String text, int bytes) {
        byte[] block = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[bytes / block.length * block.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = block[i % block.length];
        }
        return all;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
