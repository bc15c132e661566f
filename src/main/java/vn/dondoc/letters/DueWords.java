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
import vn.dondoc.findings.Finding;

/**
 * How a letter says by when something is due, and on what ground.
 *
 * @param date the last day in time, or that there is none
 * @param ground where the date comes from and why it moved; empty when there is nothing to say
 * @param remaining days left or gone; empty without a date or when nothing is left to do
 */
record DueWords(String date, String ground, String remaining) {
    static DueWords of(Finding finding, LocalDate day, Words words) {
        Obligation obligation = finding.obligation();
        DueDate hard = obligation.hard();
        if (obligation.track() == Track.RANK) {
            return new DueWords(ofRank(obligation, words), "", "");
        }
        if (obligation.isDueBeforePlan()) {
            return new DueWords(words.say("due.beforePlan"), words.say("due.beforePlan.ground"), "");
        }
        if (hard == null) {
            DueDate soft = obligation.soft();
            return new DueWords(
                    words.say("due.none"), soft == null ? "" : words.say("due.mark", words.date(soft.lastDay())), "");
        }
        String remaining = finding.state().isOpen() ? remaining(hard, day, words) : "";
        Extension extension = obligation.extension();
        return extension == null
                ? new DueWords(date(hard, words), ground(obligation, hard, words), remaining)
                : new DueWords(words.date(hard.lastDay()), extended(extension, words), remaining);
    }

    private static String date(DueDate due, Words words) {
        String date = words.date(due.lastDay());
        return due.assumed() ? words.say("due.assumed", date) : date;
    }

    /** "gia hạn theo Công văn 12/SNV-CCHC ngày 05/03/2018; hạn trước là 31/03/2018 (giả định)". */
    private static String extended(Extension extension, Words words) {
        String document = words.say(
                "due.extended",
                extension.granted().document(),
                words.date(extension.granted().documentDay()));
        DueDate before = extension.before();
        return before == null ? document : document + "; " + words.say("due.extended.before", date(before, words));
    }

    private static String ofRank(Obligation obligation, Words words) {
        Requirement requirement = obligation.requirement();
        return requirement == null || requirement.decidingYear() == 0
                ? words.say("due.none")
                : words.say("due.rank", requirement.decidingYear());
    }

    /** That a date is assumed stands beside it and is explained once a letter, not here at every duty. */
    private static String ground(Obligation obligation, DueDate hard, Words words) {
        List<String> ground = new ArrayList<>();
        if (!hard.assumed()) {
            ground.add(words.say("due.byDecision") + asWritten(obligation, hard));
        }
        if (hard.isShifted()) {
            ground.add(words.say("due.moved", words.date(hard.nominal())));
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

    private static String remaining(DueDate hard, LocalDate day, Words words) {
        long days = ChronoUnit.DAYS.between(day, hard.lastDay());
        if (days == 0) {
            return words.say("due.today");
        }
        return days > 0 ? words.count("due.left", days) : words.count("due.gone", -days);
    }
}
