package vn.dondoc.intake;

import java.util.Locale;
import vn.dondoc.reading.Problems;

/** Reads a file of status reports, in whatever form it is; whether what it says can be, is checked later. */
final class ReportReader {
    private final JsonReports json = new JsonReports();
    private final long limit;

    /** @param limit the most bytes that a file may have */
    ReportReader(long limit) {
        this.limit = limit;
    }

    boolean isTooLarge(long size) {
        return size > limit;
    }

    Drafts tooLarge(String name, long size) {
        return Drafts.refused(
                name,
                "tệp nặng " + megabytes(size) + ", quá giới hạn " + megabytes(limit),
                "chia thành nhiều tệp nhỏ hơn");
    }

    Drafts read(String name, byte[] bytes) {
        if (isTooLarge(bytes.length)) {
            return tooLarge(name, bytes.length);
        }
        Problems whole = new Problems();
        ReportForm.Recognised recognised = ReportForm.recognise(name, bytes, whole);
        if (recognised == null) {
            return new Drafts(java.util.List.of(), whole);
        }
        Drafts drafts = switch (recognised.form()) {
            case JSON -> json.read(name, recognised.text());
            case TABLE -> CsvReports.read(name, bytes);
            case WORKBOOK -> WorkbookReports.read(name, bytes);
        };
        refuseTwice(drafts);
        return drafts;
    }

    /** Which of two entries on the same thing is meant, only the sender knows: both are refused. */
    private static void refuseTwice(Drafts drafts) {
        SameThing same = new SameThing();
        drafts.entries().forEach(same::add);
        same.refuse();
    }

    private static String megabytes(long bytes) {
        return bytes < 1 << 20
                ? bytes + " byte"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20))
                        .replace('.', ',');
    }
}
