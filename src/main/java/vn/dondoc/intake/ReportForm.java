package vn.dondoc.intake;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;

/** Tells by its bytes, not by its name alone, in which form a file was written. */
enum ReportForm {
    JSON,
    TABLE,
    WORKBOOK;

    static final String ACCEPTED = "gửi tệp XLSX, JSON hoặc CSV (UTF-8)";
    /** The old Office files; a workbook with a password is packed in the same way. */
    private static final String OFFICE = "\u00d0\u00cf\u0011\u00e0";

    /** First bytes, one letter a byte. */
    private static final Map<String, String> FOREIGN = Map.of(
            OFFICE,
            "tệp Office kiểu cũ (XLS, DOC)",
            "%PDF",
            "tệp PDF",
            "\u001f\u008b",
            "tệp nén GZIP",
            "\u0089PNG",
            "tệp ảnh PNG",
            "\u00ff\u00d8\u00ff",
            "tệp ảnh JPEG",
            "{\\rtf",
            "tệp RTF",
            "MZ",
            "tệp chương trình",
            "\u007fELF",
            "tệp chương trình",
            "Rar!",
            "tệp nén RAR");

    private static final String ZIP = "PK\u0003\u0004";
    private static final int LONGEST_MARK = 5;
    private static final int LONGEST_LINE = 2 << 20;

    /** The form and the decoded text; a workbook has none. */
    record Recognised(ReportForm form, String text) {}

    /** Null when the file cannot be read; the reason is a problem. */
    static @Nullable Recognised recognise(String name, byte[] bytes, Problems problems) {
        if (isForeign(name, bytes, problems)) {
            return null;
        }
        if (latin(bytes).startsWith(ZIP)) {
            return new Recognised(WORKBOOK, "");
        }
        if (!looksLikeJson(name, bytes) && longestLine(bytes) > LONGEST_LINE) {
            problems.add(
                    name, "có dòng dài hơn " + (LONGEST_LINE >> 20) + " MB", "kiểm tra lại tệp; mỗi mục ghi một dòng");
            return null;
        }
        String text;
        try {
            text = VietnameseText.decode(bytes);
        } catch (CharacterCodingException broken) {
            int at = VietnameseText.firstBrokenByte(bytes) + 1;
            problems.add(name + ", byte thứ " + at, "không phải UTF-8", "lưu lại tệp dạng “CSV UTF-8” hoặc JSON UTF-8");
            return null;
        }
        if (text.isBlank()) {
            problems.add(name, "tệp trống", ACCEPTED);
            return null;
        }
        return ofText(name, text, problems);
    }

    private static boolean looksLikeJson(String name, byte[] bytes) {
        String start = latin(bytes).replace("\u00ef\u00bb\u00bf", "").stripLeading();
        return name.toLowerCase(Locale.ROOT).endsWith(".json") || start.startsWith("{") || start.startsWith("[");
    }

    /** Told from the bytes: a line of millions of cells would fill the memory before anybody could count them. */
    private static int longestLine(byte[] bytes) {
        int longest = 0;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                longest = Math.max(longest, i - start);
                start = i + 1;
            }
        }
        return Math.max(longest, bytes.length - start);
    }

    private static boolean isForeign(String name, byte[] bytes, Problems problems) {
        String start = latin(bytes);
        for (Map.Entry<String, String> mark : FOREIGN.entrySet()) {
            if (!start.startsWith(mark.getKey())) {
                continue;
            }
            if (mark.getKey().equals(OFFICE) && name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                problems.add(
                        name, "bảng tính có mật khẩu, không đọc được", "bỏ mật khẩu, lưu lại dạng XLSX rồi gửi lại");
                return true;
            }
            problems.add(name, "không nhận " + mark.getValue(), ACCEPTED);
            return true;
        }
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            problems.add(name, "tệp ghi bằng UTF-16, không phải UTF-8", "lưu lại tệp dạng “CSV UTF-8” hoặc JSON UTF-8");
            return true;
        }
        return false;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, LONGEST_MARK), StandardCharsets.ISO_8859_1);
    }

    private static @Nullable Recognised ofText(String name, String text, Problems problems) {
        char first = text.stripLeading().charAt(0);
        String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (first == '{' || first == '[' || type.equals("json")) {
            return new Recognised(JSON, text);
        }
        if (first == '<' && (type.equals("csv") || type.equals("txt"))) {
            problems.add(name, "không nhận trang web hoặc tệp XML", ACCEPTED);
            return null;
        }
        if (text.indexOf('\0') < 0 && (!name.contains(".") || type.equals("csv") || type.equals("txt"))) {
            return new Recognised(TABLE, text);
        }
        problems.add(name, "không nhận loại tệp này", ACCEPTED);
        return null;
    }
}
