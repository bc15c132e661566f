package vn.dondoc.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Obligation.Phase;
import vn.dondoc.facts.Obligation.Track;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.facts.Requirement;

/**
 * What the units of the country report, by chance: most of what was due is done and reported in time, some late, some is
 * under way, some nobody speaks of. One in ten was reported before as under way; one in two hundred comes in this morning.
 */
final class Reporting {
    private static final LocalTime RECEIVED = LocalTime.of(9, 0);
    private static final LocalTime THIS_MORNING = LocalTime.of(6, 30);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final LocalDate day;
    private final SplittableRandom chance;
    private final List<Entry> entries = new ArrayList<>();

    Reporting(LocalDate day, SplittableRandom chance) {
        this.day = day;
        this.chance = chance;
    }

    List<Entry> entries() {
        return entries;
    }

    /** @param silent what the unit owes, as nothing was reported yet */
    void about(Obligation silent) {
        int of1000 = chance.nextInt(1_000);
        boolean nothingToSay = silent.track() == Track.EVENT || silent.phase() == Phase.EARLY;
        if (of1000 < (nothingToSay ? 650 : 70)) {
            return;
        }
        if (of1000 > 965) {
            add(silent, ReportedStatus.IN_PROGRESS, null, receivedAfter(day.minusDays(2L + chance.nextInt(40))));
            return;
        }
        LocalDate done = doneOn(silent, of1000 > 945);
        if (chance.nextInt(10) == 0) {
            add(silent, ReportedStatus.IN_PROGRESS, null, VietnamTime.at(done.minusDays(30), RECEIVED));
        }
        add(silent, ReportedStatus.DONE, done, receivedAfter(done));
    }

    private LocalDate doneOn(Obligation silent, boolean late) {
        LocalDate yesterday = day.minusDays(1);
        LocalDate due = silent.hard() == null ? yesterday : silent.hard().lastDay();
        if (late && due.isBefore(yesterday)) {
            return due.plusDays(1);
        }
        LocalDate latest = due.isBefore(yesterday) ? due : yesterday;
        return latest.minusDays(1L + chance.nextInt(15));
    }

    private Instant receivedAfter(LocalDate done) {
        if (chance.nextInt(200) == 0) {
            return VietnamTime.at(day, THIS_MORNING);
        }
        LocalDate received = done.plusDays(1L + chance.nextInt(3));
        LocalDate latest = day.minusDays(2);
        return VietnamTime.at(received.isAfter(latest) ? latest : received, RECEIVED);
    }

    private void add(Obligation about, ReportedStatus status, @Nullable LocalDate done, Instant received) {
        Requirement requirement = about.requirement();
        boolean share = requirement != null && requirement.isShare();
        BigDecimal reached = BigDecimal.valueOf(done == null ? chance.nextInt(100) : 100);
        entries.add(new Entry(
                0,
                "báo cáo, mục " + (entries.size() + 1),
                about.agency().id(),
                about.period(),
                about.duty().id(),
                status,
                done,
                done == null || chance.nextInt(4) > 0
                        ? List.of()
                        : List.of(new Entry.Evidence(chance.nextInt(1, 400) + "/BC", done, "")),
                share ? reached : null,
                share ? HUNDRED : null,
                requirement == null || share ? null : plain(requirement, done != null),
                List.of(),
                "",
                received));
    }

    private static BigDecimal plain(Requirement requirement, boolean reached) {
        boolean most = requirement.operator() == Requirement.Operator.AT_MOST;
        int miss = most ? requirement.value() + 5 : Math.max(0, requirement.value() - 1);
        return BigDecimal.valueOf(reached ? requirement.value() : miss);
    }
}
