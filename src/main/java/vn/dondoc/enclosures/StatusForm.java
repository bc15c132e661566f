package vn.dondoc.enclosures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.outbox.Attachment;

/** The form on which a unit answers a letter: a workbook with a row for each open duty, filled in as far as is known. */
public final class StatusForm {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private StatusForm() {}

    /**
     * The file {@code mau-bao-cao-<agency>-<yyyy-MM-dd>.xlsx}; {@code dondoc submit} takes it as it comes back.
     *
     * @param open the findings to answer; those of other units than the addressed one may be among them
     * @param day the letter's day: the same findings and day give the same bytes
     */
    public static Attachment of(Agency unit, List<Finding> open, LocalDate day) {
        return file(unit.id() + "-" + day, StatusFormRows.of(open, null), day);
    }

    /**
     * The same for one period, asked for and not enclosed: {@code mau-bao-cao-<agency>-<period>.xlsx}.
     *
     * @param period under which every duty is reported
     * @param duties the findings of the unit's duties in it, open or not
     * @param day the day of the findings
     */
    public static Attachment of(Agency unit, Period period, List<Finding> duties, LocalDate day) {
        return file(unit.id() + "-" + period.id(), StatusFormRows.of(duties, period), day);
    }

    private static Attachment file(String name, StatusFormRows rows, LocalDate day) {
        byte[] workbook = ReproducibleZip.of(new StatusFormSheets(rows).write(), day);
        return Attachment.file("mau-bao-cao-" + name + ".xlsx", MEDIA_TYPE, workbook);
    }

    /** A hash of what the form of these findings shows, whatever the day: equal when there is no need to send it again. */
    public static String fingerprint(List<Finding> open) {
        try {
            // the rows print as their cells; maps of enums keep the order of the columns
            byte[] shown = StatusFormRows.of(open, null).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
