package vn.dondoc.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Registry;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.findings.State;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.CheckOutcome;
import vn.dondoc.notices.CheckOutcome.Worded;
import vn.dondoc.notices.Decision;
import vn.dondoc.notices.Enclosed;
import vn.dondoc.notices.Followed;
import vn.dondoc.notices.Hierarchy;
import vn.dondoc.notices.Morning;
import vn.dondoc.notices.NoticeLog;
import vn.dondoc.notices.NoticeLog.Remembered;
import vn.dondoc.notices.NoticePlanner;
import vn.dondoc.notices.Recipient;
import vn.dondoc.rules.Ladder;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.CheckStore;

/**
 * Decides, words and queues the letters of some units by the product's ladder, planner, writer and store. Yesterday nineteen
 * units of twenty had a letter, so today they are left alone, but for alerts. Files beside letters and the reasons for
 * what is not written are left out.
 */
final class MorningQueue {
    private static final int DAYS_OF_REST = 20;
    private static final Recipient OFFICE = new Recipient("Chánh Văn phòng", "van-phong@don-vi.example", List.of());

    private final RuleBook book;
    private final WorkingCalendar calendar;
    private final CheckStore checks;
    private final Function<Registry, LetterWriter> writers;
    private final boolean written;

    /** @param written false to decide and word only, so that another run finds the same morning */
    MorningQueue(
            RuleBook book,
            WorkingCalendar calendar,
            CheckStore checks,
            Function<Registry, LetterWriter> writers,
            boolean written) {
        this.book = book;
        this.calendar = calendar;
        this.checks = checks;
        this.writers = writers;
        this.written = written;
    }

    /** What is known of some units before their letters are decided. */
    record Known(
            Registry province,
            List<Agency> units,
            List<Entry> entries,
            Map<Finding.Key, State> remembered,
            List<Finding> findings,
            List<FindingChange> changes) {}

    /** Returns how many letters were queued. */
    int queue(Known known) {
        NoticeLog log = logOf(known);
        Ladder.Climbed climbed = book.ladder()
                .climbedOn(
                        CountryStore.DAY,
                        known.findings(),
                        book.plan(),
                        calendar,
                        Followed.up(known.findings(), log, Arrangements.NONE, CountryStore.DAY));
        Morning morning = new Morning(
                CountryStore.DAY,
                CountryStore.YESTERDAY,
                known.findings(),
                climbed,
                log,
                Arrangements.NONE,
                lastReports(known.entries()),
                book.plan().workingDaysBetweenLetters());
        Hierarchy hierarchy = new Hierarchy(known.province(), OFFICE, unit -> OFFICE, "đầu mối");
        Decision decision = new NoticePlanner(hierarchy, calendar).morning(morning);
        LetterWriter writer = writers.apply(known.province());
        List<Worded> worded = decision.notices().stream()
                .map(notice -> new Worded(
                        notice,
                        Enclosed.NOTHING,
                        writer.write(notice, book.plan(), CountryStore.MORNING, book.version())))
                .toList();
        if (written) {
            checks.commit(outcome(known.changes(), decision, worded));
        }
        return worded.size();
    }

    private CheckOutcome outcome(List<FindingChange> changes, Decision decision, List<Worded> worded) {
        return new CheckOutcome(
                CountryStore.MORNING,
                CountryStore.DAY,
                CountryStore.YESTERDAY,
                true,
                book.version(),
                changes,
                new Decision(decision.notices(), List.of(), decision.alertsToCancel(), decision.alertsEnded()),
                worded);
    }

    private static NoticeLog logOf(Known known) {
        Map<Finding.Key, Remembered> findings = new HashMap<>();
        known.remembered()
                .forEach((key, state) -> findings.put(key, new Remembered(state, CountryStore.YESTERDAY, null)));
        Map<String, LocalDate> lastLetters = new HashMap<>();
        HashSet<String> everWritten = new HashSet<>();
        for (Agency unit : known.units()) {
            everWritten.add(unit.id());
            if (unit.id().hashCode() % DAYS_OF_REST != 0) {
                lastLetters.put(unit.email(), CountryStore.YESTERDAY);
            }
        }
        return new NoticeLog(
                findings,
                Map.of(),
                java.util.Set.of(),
                everWritten,
                lastLetters,
                List.of(),
                Map.of(),
                Optional.of(CountryStore.YESTERDAY),
                Optional.of(CountryStore.YESTERDAY));
    }

    private static Map<String, LocalDate> lastReports(List<Entry> entries) {
        Map<String, Instant> last = new HashMap<>();
        for (Entry entry : entries) {
            last.merge(entry.agency(), entry.receivedAt(), (one, other) -> one.isAfter(other) ? one : other);
        }
        Map<String, LocalDate> days = new HashMap<>();
        last.forEach((agency, received) -> days.put(agency, VietnamTime.dayOf(received)));
        return days;
    }
}
