package vn.dondoc.spreadsheet;

import java.io.IOException;

/** A file that is not read, in words for whoever sent it. */
public final class UnreadableSpreadsheetException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final String RESAVE = "mở tệp bằng Excel, lưu lại dạng XLSX rồi gửi lại";
    private static final String SMALLER = "chỉ gửi trang báo cáo, chia thành nhiều tệp nhỏ hơn";
    private static final String ACCEPTED = "gửi tệp XLSX, JSON hoặc CSV (UTF-8)";

    private final String sheet;
    private final String hint;
    private final boolean unsafe;

    private UnreadableSpreadsheetException(String sheet, String message, String hint, boolean unsafe) {
        super(message);
        this.sheet = sheet;
        this.hint = hint;
        this.unsafe = unsafe;
    }

    static UnreadableSpreadsheetException broken() {
        return new UnreadableSpreadsheetException("", "không đọc được bảng tính", RESAVE, false);
    }

    static UnreadableSpreadsheetException unsafe(String what) {
        return new UnreadableSpreadsheetException("", what, RESAVE, true);
    }

    static UnreadableSpreadsheetException tooMuch(String what) {
        return new UnreadableSpreadsheetException("", what, SMALLER, false);
    }

    static UnreadableSpreadsheetException foreign(String what) {
        return new UnreadableSpreadsheetException("", what, ACCEPTED, false);
    }

    static UnreadableSpreadsheetException withMacros() {
        return new UnreadableSpreadsheetException(
                "", "không nhận bảng tính có macro", "lưu lại dạng XLSX (không có macro) rồi gửi lại", true);
    }

    static UnreadableSpreadsheetException tooLong(String sheet, int rows) {
        return new UnreadableSpreadsheetException(
                sheet, "bảng có hơn " + rows + " dòng", "chia thành nhiều tệp", false);
    }

    /** Whether the file was made to do harm, rather than being broken or large. */
    boolean isUnsafe() {
        return unsafe;
    }

    /** The sheet that is at fault; empty when it is the file. */
    public String sheet() {
        return sheet;
    }

    /** What is wrong, in Vietnamese. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** What to do instead, in Vietnamese. */
    public String hint() {
        return hint;
    }
}
