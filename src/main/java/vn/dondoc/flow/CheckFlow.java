package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.CheckOutcome;
import vn.dondoc.notices.CheckOutcome.Worded;
import vn.dondoc.notices.Decision;
import vn.dondoc.notices.Enclosed;
import vn.dondoc.notices.Followed;
import vn.dondoc.notices.Judged;
import vn.dondoc.notices.Morning;
import vn.dondoc.notices.Notice;
import vn.dondoc.notices.NoticeLog;
import vn.dondoc.notices.NoticePlanner;
import vn.dondoc.notices.Outdated;
import vn.dondoc.rules.Ladder;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.Stage;

/**
 * From what is known to letters in the outbox.
 *
 * <ol>
 *   <li>facts: the reports known at the moment, the units, the plan
 *   <li>findings: the rules judge every unit × duty × period, and each verdict is compared with the one remembered
 *   <li>notices: who is to be told, who not, each with a named reason
 *   <li>letters: every notice is worded
 *   <li>one transaction: findings, log of notices and outbox rows are written together, or nothing is
 * </ol>
 */
public final class CheckFlow {
    private static final int MOST_ATTEMPTS = 5;

    private final Assessor assessor;
    private final NoticePlanner planner;
    private final LetterWriter writer;
    private final Memory memory;
    private final String senderAddress;
    private final WorkingCalendar calendar;
    private final @Nullable LocalDate configuredGoLive;

    public CheckFlow(
            Assessor assessor,
            NoticePlanner planner,
            LetterWriter writer,
            Memory memory,
            WorkingCalendar calendar,
            String senderAddress,
            @Nullable LocalDate configuredGoLive) {
        this.assessor = assessor;
        this.planner = planner;
        this.writer = writer;
        this.memory = memory;
        this.senderAddress = senderAddress;
        this.calendar = calendar;
        this.configuredGoLive = configuredGoLive;
    }

    /**
     * The morning check: reminders, letters upwards, alerts, withdrawals. Nothing is decided before the plan goes live, nor
     * for a day before the last one checked: what was decided later would be forgotten.
     */
    public Optional<CheckOutcome> morning(Instant at) {
        return written(() -> Judged.EVERYTHING, everything -> decideMorning(at));
    }

    /**
     * After a report came in, or something was agreed: what it changes, and alerts that cannot wait for the morning. Looks at
     * the units of which more is known than their last check knew, and at no other.
     */
    public Optional<CheckOutcome> submission(Instant at) {
        return written(memory.checks()::unjudged, judged -> decideSubmission(at, judged));
    }

    /** The same where it is known otherwise whom something new was learnt about, as when the past is gone through again. */
    public Optional<CheckOutcome> submission(Instant at, Judged judged) {
        return written(() -> judged, units -> decideSubmission(at, units));
    }

    /**
     * Decides anew when something came in meanwhile. Where reports never stop coming in the last decision stands, all that
     * it looked at is still to be judged, and the check after the next report takes back what that made untrue.
     */
    private Optional<CheckOutcome> written(Supplier<Judged> units, Function<Judged, Optional<CheckOutcome>> decide) {
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            long mark = memory.checks().mark();
            Judged judged = units.get();
            Optional<CheckOutcome> outcome = decide.apply(judged);
            if (outcome.isEmpty() || memory.checks().commit(outcome.get(), judged, mark)) {
                return outcome;
            }
        }
        Optional<CheckOutcome> last = decide.apply(units.get());
        last.ifPresent(memory.checks()::commit);
        return last;
    }

    private Optional<CheckOutcome> decideMorning(Instant at) {
        LocalDate day = VietnamTime.dayOf(at);
        // neither needs the other, and each takes a core for about as long
        ForkJoinTask<Assessment> judging = ForkJoinPool.commonPool().submit(() -> assessor.at(at));
        NoticeLog log = memory.checks().recall(day);
        Assessment assessment = judging.join();
        LocalDate goLive = goLive(log).orElse(day);
        if (day.isBefore(goLive) || log.lastMorning().filter(day::isBefore).isPresent()) {
            return Optional.empty();
        }
        NoticeLog current = withoutOutdated(
                log,
                assessment,
                calendar.isWorkingDay(day),
                at,
                () -> memory.checks().recall(day));
        Arrangements agreed = agreed(assessment, current);
        Decision decision =
                planner.morning(morningOf(assessment, goLive, current, agreed, climbed(assessment, current, agreed)));
        return Optional.of(conclude(at, goLive, true, assessment, current, decision));
    }

    private Optional<CheckOutcome> decideSubmission(Instant at, Judged judged) {
        LocalDate day = VietnamTime.dayOf(at);
        NoticeLog log = memory.checks().recall(day, judged);
        Optional<LocalDate> goLive = log.goLive();
        if (goLive.isEmpty() || day.isBefore(goLive.get())) {
            return Optional.empty();
        }
        Assessment assessment = assessor.at(at, judged);
        NoticeLog current = withoutOutdated(
                log, assessment, false, at, () -> memory.checks().recall(day, judged));
        Decision decision = planner.submission(
                morningOf(assessment, goLive.get(), current, agreed(assessment, current), Ladder.Climbed.NOWHERE));
        return Optional.of(conclude(at, goLive.get(), false, assessment, current, decision));
    }

    /** What is remembered, once letters that no longer say what is so are taken back. */
    private NoticeLog withoutOutdated(
            NoticeLog log, Assessment assessment, boolean newMorning, Instant at, Supplier<NoticeLog> recall) {
        if (log.waiting().isEmpty()) {
            return log;
        }
        LocalDate day = assessment.asOf();
        Arrangements agreed = memory.arrangements().knownAt(assessment.knownUntil());
        List<Outdated.Letter> outdated =
                new Outdated(assessment.findings(), agreed, day).among(log.waiting(), newMorning);
        if (outdated.isEmpty()) {
            return log;
        }
        memory.checks().cancel(outdated, at);
        return recall.get();
    }

    /** Promises and silences that stand. */
    private Arrangements agreed(Assessment assessment, NoticeLog log) {
        return memory.arrangements()
                .knownAt(assessment.knownUntil())
                .since(finding -> log.openSince(finding, assessment.asOf()));
    }

    private static Morning morningOf(
            Assessment assessment, LocalDate goLive, NoticeLog log, Arrangements agreed, Ladder.Climbed climbed) {
        return new Morning(
                assessment.asOf(),
                goLive,
                assessment.findings(),
                climbed,
                log,
                agreed,
                assessment.lastReports(),
                assessment.rules().plan().workingDaysBetweenLetters());
    }

    private Ladder.Climbed climbed(Assessment assessment, NoticeLog log, Arrangements agreed) {
        RuleBook rules = assessment.rules();
        LocalDate day = assessment.asOf();
        List<Finding> findings = assessment.findings();
        return rules.ladder().climbedOn(day, findings, rules.plan(), calendar, Followed.up(findings, log, agreed, day));
    }

    /** To which stages rows of the ladder that are on trial would bring findings, for those who look on: nothing is mailed. */
    public Map<Finding.Key, Stage> triedOn(Assessment assessment) {
        LocalDate day = assessment.asOf();
        if (!assessment.rules().ladder().triesOn(day)) {
            return Map.of();
        }
        NoticeLog log = memory.checks().recall(day);
        return climbed(assessment, log, agreed(assessment, log)).tried();
    }

    private CheckOutcome conclude(
            Instant at, LocalDate goLive, boolean morning, Assessment assessment, NoticeLog log, Decision decision) {
        List<FindingChange> changes = FindingChange.between(log.states(), assessment.findings());
        String version = assessment.rules().version();
        // letters do not know of each other: all cores word them, the order stays
        Enclosing enclosing = new Enclosing(assessment.binding(), memory.calendars(), memory.forms(), senderAddress);
        List<Worded> worded = decision.notices().parallelStream()
                .map(notice -> worded(notice, enclosing, assessment.rules(), at))
                .toList();
        return new CheckOutcome(at, assessment.asOf(), goLive, morning, version, changes, decision, worded);
    }

    private Worded worded(Notice notice, Enclosing enclosing, RuleBook rules, Instant at) {
        Enclosed enclosed = enclosing.of(notice);
        return new Worded(notice, enclosed, writer.write(notice, enclosed, rules.plan(), at, rules.version()));
    }

    private Optional<LocalDate> goLive(NoticeLog log) {
        return configuredGoLive != null ? Optional.of(configuredGoLive) : log.goLive();
    }
}
