package vn.dondoc.letters;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Obligation.Extension;
import vn.dondoc.facts.Obligation.Track;
import vn.dondoc.facts.Requirement;
import vn.dondoc.findings.Explanation;
import vn.dondoc.findings.Finding;
import vn.dondoc.reading.VietnameseDate;

/**
 * How a letter says by when something is due, and on what ground.
 *
 * @param date the last day in time, or that there is none
 * @param ground where the date comes from and why it moved; empty when there is nothing to say
 * @param remaining days left or gone; empty without a date or when nothing is left to do
 */
record DueWords(String date, String ground, String remaining) {
    private static final String NO_DATE = "Quyết định không ấn định thời hạn";

    static DueWords of(Finding finding, LocalDate day) {
        Obligation obligation = finding.obligation();
        DueDate hard = obligation.hard();
        if (obligation.track() == Track.RANK) {
            return new DueWords(ofRank(obligation), "", "");
        }
        if (obligation.isDueBeforePlan()) {
            return new DueWords("không tính hạn của kỳ này", "hạn rơi trước ngày Quyết định có hiệu lực", "");
        }
        if (hard == null) {
            DueDate soft = obligation.soft();
            return new DueWords(
                    NO_DATE,
                    soft == null ? "" : "mốc theo dõi " + VietnameseDate.write(soft.lastDay()) + " (giả định)",
                    "");
        }
        Extension extension = obligation.extension();
        if (extension != null) {
            return new DueWords(
                    VietnameseDate.write(hard.lastDay()),
                    Explanation.inWords(extension),
                    finding.state().isOpen() ? remaining(hard, day) : "");
        }
        String date = VietnameseDate.write(hard.lastDay()) + (hard.assumed() ? " (giả định)" : "");
        return new DueWords(date, ground(obligation, hard), finding.state().isOpen() ? remaining(hard, day) : "");
    }

    private static String ofRank(Obligation obligation) {
        Requirement requirement = obligation.requirement();
        return requirement == null || requirement.decidingYear() == 0
                ? NO_DATE
                : "theo chỉ số của năm " + requirement.decidingYear();
    }

    /** That a date is assumed stands beside it and is explained once a letter, not here at every duty. */
    private static String ground(Obligation obligation, DueDate hard) {
        List<String> ground = new ArrayList<>();
        if (!hard.assumed()) {
            ground.add("do Quyết định ấn định" + asWritten(obligation, hard));
        }
        if (hard.isShifted()) {
            ground.add("dời từ ngày nghỉ " + VietnameseDate.write(hard.nominal())
                    + " theo khoản 5 Điều 148 Bộ luật Dân sự 2015");
        }
        return String.join("; ", ground);
    }

    /** "trước ngày 01/01/2018", "giữa năm (30/06/2018)" where the Decision writes so, and not just the date. */
    private static String asWritten(Obligation obligation, DueDate hard) {
        int year = obligation.period().first().getYear();
        return obligation.duty().hard().stream()
                .filter(written ->
                        written.needsWords() && written.lastDayFor(year).equals(hard.nominal()))
                .map(written -> ": “" + written.inWords(year) + "”")
                .findFirst()
                .orElse("");
    }

    private static String remaining(DueDate hard, LocalDate day) {
        long days = ChronoUnit.DAYS.between(day, hard.lastDay());
        if (days == 0) {
            return "hôm nay là ngày cuối";
        }
        return days > 0 ? "còn " + days + " ngày" : "đã qua " + -days + " ngày";
    }
}
