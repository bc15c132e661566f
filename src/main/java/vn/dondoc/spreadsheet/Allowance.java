package vn.dondoc.spreadsheet;

/** What a whole file may still unpack to and hold, over all its parts. */
final class Allowance {
    /** In bytes. */
    static final long MOST_UNPACKED = 50L << 20;

    static final int MOST_CELLS = 1_500_000;
    static final int MOST_FILLED_CELLS = 400_000;
    static final int MOST_TEXTS = 400_000;

    private long bytes = MOST_UNPACKED;
    private int cells = MOST_CELLS;
    private int filled = MOST_FILLED_CELLS;
    private int texts = MOST_TEXTS;

    void useBytes(long more) throws UnreadableSpreadsheetException {
        bytes -= Math.max(0, more);
        if (bytes < 0) {
            throw UnreadableSpreadsheetException.tooMuch("bảng tính giải nén ra hơn " + (MOST_UNPACKED >> 20) + " MB");
        }
    }

    void useCell() throws UnreadableSpreadsheetException {
        if (--cells < 0) {
            throw UnreadableSpreadsheetException.tooMuch("bảng tính có hơn " + MOST_CELLS + " ô");
        }
    }

    void useFilledCell() throws UnreadableSpreadsheetException {
        if (--filled < 0) {
            throw UnreadableSpreadsheetException.tooMuch("bảng tính có hơn " + MOST_FILLED_CELLS + " ô có nội dung");
        }
    }

    void useText() throws UnreadableSpreadsheetException {
        if (--texts < 0) {
            throw UnreadableSpreadsheetException.tooMuch("bảng tính có hơn " + MOST_TEXTS + " đoạn chữ");
        }
    }
}
