package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.notices.CheckOutcome;
import vn.dondoc.notices.CheckOutcome.Worded;
import vn.dondoc.notices.Decision;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.NoticeLog;
import vn.dondoc.notices.NoticePlanner;
import vn.dondoc.rules.Stage;
import vn.dondoc.store.CheckStore;

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
    private final Assessor assessor;
    private final NoticePlanner planner;
    private final LetterWriter writer;
    private final CheckStore store;
    private final WorkingCalendar calendar;
    private final @Nullable LocalDate configuredGoLive;

    public CheckFlow(
            Assessor assessor,
            LetterWriter writer,
            CheckStore store,
            WorkingCalendar calendar,
            @Nullable LocalDate configuredGoLive) {
        this.assessor = assessor;
        this.planner = new NoticePlanner(calendar);
        this.writer = writer;
        this.store = store;
        this.calendar = calendar;
        this.configuredGoLive = configuredGoLive;
    }

    /** The morning check: reminders, alerts, withdrawals. Before the plan goes live nothing is decided. */
    public Optional<CheckOutcome> morning(Instant at) {
        Assessment assessment = assessor.at(at);
        LocalDate day = assessment.asOf();
        NoticeLog log = store.recall(day);
        LocalDate goLive = goLive(log).orElse(day);
        if (day.isBefore(goLive)) {
            return Optional.empty();
        }
        Decision decision = planner.morning(day, goLive, assessment.findings(), stagesOf(assessment), log);
        return Optional.of(conclude(at, goLive, assessment, log, decision));
    }

    /** After a report came in: what it changes, and alerts that cannot wait for the morning. */
    public Optional<CheckOutcome> submission(Instant at) {
        Assessment assessment = assessor.at(at);
        LocalDate day = assessment.asOf();
        NoticeLog log = store.recall(day);
        Optional<LocalDate> goLive = log.goLive();
        if (goLive.isEmpty() || day.isBefore(goLive.get())) {
            return Optional.empty();
        }
        Decision decision = planner.submission(day, goLive.get(), assessment.findings(), log);
        return Optional.of(conclude(at, goLive.get(), assessment, log, decision));
    }

    private CheckOutcome conclude(
            Instant at, LocalDate goLive, Assessment assessment, NoticeLog log, Decision decision) {
        List<FindingChange> changes = FindingChange.between(log.states(), assessment.findings());
        return commit(at, goLive, assessment, changes, decision);
    }

    private CheckOutcome commit(
            Instant at, LocalDate goLive, Assessment assessment, List<FindingChange> changes, Decision decision) {
        String version = assessment.rules().version();
        // letters do not know of each other: all cores word them, the order stays
        List<Worded> worded = decision.notices().parallelStream()
                .map(notice -> new Worded(
                        notice, writer.write(notice, assessment.rules().plan(), at, version)))
                .toList();
        CheckOutcome outcome = new CheckOutcome(at, assessment.asOf(), goLive, version, changes, decision, worded);
        store.commit(outcome);
        return outcome;
    }

    private Map<Finding.Key, Item> stagesOf(Assessment assessment) {
        Map<Finding.Key, Stage> stages = assessment
                .rules()
                .ladder()
                .stagesOn(
                        assessment.asOf(),
                        assessment.findings(),
                        assessment.rules().plan(),
                        calendar);
        Map<Finding.Key, Item> items = new HashMap<>();
        for (Finding finding : assessment.findings()) {
            Stage stage = stages.get(finding.key());
            if (stage != null) {
                items.put(finding.key(), new Item(finding, stage.key(), stage.tone()));
            }
        }
        return items;
    }

    private Optional<LocalDate> goLive(NoticeLog log) {
        return configuredGoLive != null ? Optional.of(configuredGoLive) : log.goLive();
    }
}
