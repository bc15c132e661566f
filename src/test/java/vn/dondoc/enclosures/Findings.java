package vn.dondoc.enclosures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Milestone;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Recurrence;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/** Made-up findings of Sở Nội vụ for the tests of what goes with letters. */
public final class Findings {
    public static final LocalDate DAY = LocalDate.of(2017, 12, 18);
    public static final Agency UNIT = new Agency(
            "so-noi-vu",
            "Sở Nội vụ",
            Level.DEPARTMENT,
            "ubnd-tinh",
            Set.of(),
            LocalDate.of(2017, 1, 1),
            null,
            "",
            "",
            "Giám đốc Sở Nội vụ",
            "so-noi-vu@quangngai.example",
            "");

    private Findings() {}

    /** A duty of the year 2017 without a report; no date gives a duty without one. */
    public static Finding finding(String duty, String text, @Nullable LocalDate due, boolean assumed, State state) {
        return finding(duty, text, due == null ? null : new DueDate(due, due, assumed), null, state);
    }

    public static Finding reported(String duty, String text, Entry entry) {
        return finding(duty, text, new DueDate(DAY, DAY, false), entry, State.AT_RISK);
    }

    private static Finding finding(
            String duty, String text, @Nullable DueDate hard, @Nullable Entry entry, State state) {
        Obligation obligation = new Obligation(
                UNIT,
                duty(duty, text),
                Period.year(2017),
                DAY,
                Obligation.Track.DATED,
                hard == null ? Obligation.Phase.NONE : Obligation.Phase.SOON,
                entry == null ? Obligation.Report.SILENT : Obligation.Report.OPEN,
                Obligation.Progress.NO_NUMBER,
                null,
                hard,
                entry,
                null,
                null,
                null,
                "",
                "",
                null,
                null,
                null,
                null);
        return Finding.of(obligation, state, "HAN-05");
    }

    /** With two papers and three things counted. */
    public static Entry entry(String duty, ReportedStatus status) {
        return new Entry(
                1,
                "so-lieu.csv, dòng 2",
                UNIT.id(),
                Period.year(2017),
                duty,
                status,
                LocalDate.of(2017, 12, 10),
                List.of(
                        new Entry.Evidence("12/KH-SNV", LocalDate.of(2017, 12, 9), "https://snv.example/12"),
                        new Entry.Evidence("13/KH-SNV", null, "")),
                new BigDecimal("8"),
                new BigDecimal("13.125"),
                null,
                List.of(
                        new Entry.Item("21172", LocalDate.of(2017, 11, 30), "7/QĐ"),
                        new Entry.Item("21010", null, ""),
                        new Entry.Item("522", null, "8/QĐ")),
                "Đôn đốc",
                Instant.parse("2017-12-11T02:00:00Z"));
    }

    private static Duty duty(String id, String text) {
        return new Duty(
                id,
                id.substring(0, id.length() - 3),
                "triển khai kết nối, liên thông hệ thống quản lý văn bản; ở tất cả các cơ quan nhà nước",
                text,
                Kind.ANNUAL,
                "Sở Nội vụ",
                "",
                Recurrence.YEARLY,
                List.of(),
                List.of(),
                false,
                true,
                false,
                Milestone.CARRIED_OUT,
                "Số, ngày báo cáo",
                List.of(),
                List.of(),
                null,
                null,
                "",
                false,
                2);
    }
}
