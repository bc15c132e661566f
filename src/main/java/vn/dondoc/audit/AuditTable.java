package vn.dondoc.audit;

import java.time.Instant;
import java.util.List;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.reading.CsvLine;

/** The chain as a table for Thanh tra: CSV that a spreadsheet opens. */
public final class AuditTable {
    /** By it a spreadsheet knows UTF-8. */
    public static final char BYTE_ORDER_MARK = '\ufeff';

    private static final List<String> HEADINGS =
            List.of("Số", "Lúc", "Ai", "Việc", "Đối tượng", "Chi tiết", "Mã kiểm tra (SHA-256)");

    private AuditTable() {}

    public static String headings() {
        return CsvLine.of(HEADINGS) + "\r\n";
    }

    public static String line(AuditRecord link) {
        return CsvLine.of(List.of(
                        Long.toString(link.number()),
                        VietnamTime.inWords(Instant.parse(link.at())),
                        link.actor(),
                        link.act().words(),
                        link.subject(),
                        link.detail(),
                        link.hash()))
                + "\r\n";
    }
}
