package vn.dondoc.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.findings.State;
import vn.dondoc.notices.CheckOutcome;
import vn.dondoc.notices.CheckOutcome.Worded;
import vn.dondoc.notices.Decision.HeldBack;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.NoticeLog;
import vn.dondoc.notices.NoticeLog.StandingAlert;
import vn.dondoc.outbox.LetterKind;

/** Remembers findings, notices and decisions; writes what a check came to in one transaction with its letters. */
public final class CheckStore {
    private final Database database;
    private final OutboxStore outbox;
    private final Predicate<LetterKind> waitsForRelease;

    /** @param waitsForRelease the kinds of letters that an officer releases first */
    public CheckStore(Database database, OutboxStore outbox, Predicate<LetterKind> waitsForRelease) {
        this.database = database;
        this.outbox = outbox;
        this.waitsForRelease = waitsForRelease;
    }

    public NoticeLog recall(LocalDate day) {
        return database.jdbi()
                .withHandle(handle -> new NoticeLog(
                        states(handle),
                        sentStages(handle),
                        addresses(
                                handle,
                                "SELECT DISTINCT recipient FROM notice_item WHERE kind = 'reminder' AND day = ?",
                                day),
                        addresses(
                                handle,
                                "SELECT DISTINCT recipient FROM notice_item WHERE kind = 'reminder' AND day <= ?",
                                day),
                        standingAlerts(handle, day),
                        goLive(handle)));
    }

    /** For each letter that could not be delivered, of all time, the unit that it was for. */
    public List<String> agenciesOfGivenUpLetters() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("SELECT agency FROM outbox WHERE state = 'given-up' ORDER BY id")
                                .mapTo(String.class)
                                .list());
    }

    /** All or nothing. A letter whose key is taken is not queued again, nor are its items logged. */
    public void commit(CheckOutcome outcome) {
        database.jdbi().useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO operation (only_row, go_live) VALUES (1, ?) ON CONFLICT DO NOTHING",
                    outcome.goLive().toString());
            writeChanges(handle, outcome);
            for (Worded worded : outcome.worded()) {
                queue(handle, outcome, worded);
            }
            endAlerts(handle, outcome);
            writeHeldBack(handle, outcome);
        });
    }

    private void queue(Handle handle, CheckOutcome outcome, Worded worded) {
        boolean held = waitsForRelease.test(worded.letter().kind());
        if (!outbox.enqueue(handle, worded.letter(), outcome.rulesVersion(), held, outcome.at())) {
            return;
        }
        PreparedBatch items = handle.prepareBatch(
                "INSERT INTO notice_item (recipient, kind, agency, duty, period, stage, day, letter_key, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        for (Item item : worded.notice().items()) {
            Finding.Key key = item.finding().key();
            items.add(
                    worded.letter().to(),
                    worded.letter().kind().code(),
                    key.agency(),
                    key.duty(),
                    key.period(),
                    worded.letter().kind() == LetterKind.REMINDER ? item.stage() : item.stage() + "/" + outcome.day(),
                    outcome.day().toString(),
                    worded.letter().key(),
                    worded.notice().reason().name());
            if (worded.letter().kind() == LetterKind.ALERT) {
                handle.execute(
                        "INSERT INTO alert (agency, duty, period, letter_key, day) VALUES (?, ?, ?, ?, ?)",
                        key.agency(),
                        key.duty(),
                        key.period(),
                        worded.letter().key(),
                        outcome.day().toString());
            }
        }
        if (items.size() > 0) {
            items.execute();
        }
    }

    private void endAlerts(Handle handle, CheckOutcome outcome) {
        for (StandingAlert alert : outcome.decision().alertsToCancel()) {
            // a letter that is being sent at this moment stays standing, and is withdrawn by the next check
            if (outbox.cancelByKey(handle, alert.letterKey(), "cảnh báo không còn đúng trước khi gửi", outcome.at())
                    || isGivenUp(handle, alert)) {
                handle.execute(
                        "UPDATE alert SET withdrawn_on = ? WHERE letter_key = ? AND withdrawn_on IS NULL",
                        outcome.day().toString(),
                        alert.letterKey());
            }
        }
        for (Finding.Key key : outcome.decision().alertsEnded()) {
            handle.execute(
                    "UPDATE alert SET withdrawn_on = ? WHERE agency = ? AND duty = ? AND period = ? AND withdrawn_on IS NULL",
                    outcome.day().toString(),
                    key.agency(),
                    key.duty(),
                    key.period());
        }
    }

    private static boolean isGivenUp(Handle handle, StandingAlert alert) {
        return handle.select("SELECT state = 'given-up' FROM outbox WHERE letter_key = ?", alert.letterKey())
                .mapTo(Boolean.class)
                .one();
    }

    private static void writeChanges(Handle handle, CheckOutcome outcome) {
        if (outcome.changes().isEmpty()) {
            return;
        }
        PreparedBatch current = handle.prepareBatch(
                "INSERT INTO finding (agency, duty, period, state, opened_on, closed_on, rules_version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (agency, duty, period) DO UPDATE SET"
                        + " opened_on = CASE WHEN finding.closed_on IS NULL THEN finding.opened_on ELSE excluded.opened_on END,"
                        + " state = excluded.state, closed_on = excluded.closed_on, rules_version = excluded.rules_version");
        PreparedBatch history = handle.prepareBatch(
                "INSERT INTO finding_change (day, changed_at, agency, duty, period, change, from_state, to_state,"
                        + " rules_version, explanation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        String day = outcome.day().toString();
        for (FindingChange change : outcome.changes()) {
            Finding.Key key = change.key();
            String now = change.now() == null ? null : change.now().name();
            String closedOn = change.kind() == FindingChange.Kind.CLOSED ? day : null;
            current.add(key.agency(), key.duty(), key.period(), now, day, closedOn, outcome.rulesVersion());
            history.add(
                    day,
                    Database.column(outcome.at()),
                    key.agency(),
                    key.duty(),
                    key.period(),
                    change.kind().name().toLowerCase(java.util.Locale.ROOT),
                    change.was() == null ? null : change.was().name(),
                    now,
                    outcome.rulesVersion(),
                    change.explanation());
        }
        current.execute();
        history.execute();
    }

    private static void writeHeldBack(Handle handle, CheckOutcome outcome) {
        if (outcome.decision().heldBack().isEmpty()) {
            return;
        }
        PreparedBatch rows =
                handle.prepareBatch("INSERT INTO held_back (day, agency, reason, items) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (day, agency, reason) DO UPDATE SET items = excluded.items");
        for (HeldBack held : outcome.decision().heldBack()) {
            rows.add(outcome.day().toString(), held.agency(), held.reason().name(), held.items());
        }
        rows.execute();
    }

    private static Map<Finding.Key, State> states(Handle handle) {
        Map<Finding.Key, State> states = new HashMap<>();
        handle.createQuery("SELECT agency, duty, period, state FROM finding WHERE state IS NOT NULL")
                .map((row, context) -> states.put(
                        new Finding.Key(row.getString(1), row.getString(2), row.getString(3)),
                        State.valueOf(row.getString(4))))
                .list();
        return states;
    }

    private static Set<String> sentStages(Handle handle) {
        return new HashSet<>(handle.createQuery(
                        "SELECT recipient, agency, duty, period, stage FROM notice_item WHERE kind = 'reminder'")
                .map((row, context) -> NoticeLog.stageKey(
                        row.getString(1),
                        new Finding.Key(row.getString(2), row.getString(3), row.getString(4)),
                        row.getString(5)))
                .list());
    }

    private static Set<String> addresses(Handle handle, String sql, LocalDate day) {
        return new HashSet<>(
                handle.select(sql, day.toString()).mapTo(String.class).list());
    }

    /** As of that day: a day that is run again must neither take back what was alerted later nor alert anew. */
    private static Map<Finding.Key, StandingAlert> standingAlerts(Handle handle, LocalDate day) {
        Map<Finding.Key, StandingAlert> alerts = new HashMap<>();
        handle.createQuery("SELECT a.agency, a.duty, a.period, a.day, a.letter_key, o.state FROM alert a"
                        + " JOIN outbox o ON o.letter_key = a.letter_key"
                        + " WHERE a.day <= :day AND (a.withdrawn_on IS NULL OR a.withdrawn_on >= :day)")
                .bind("day", day.toString())
                .map((row, context) -> alerts.put(
                        new Finding.Key(row.getString(1), row.getString(2), row.getString(3)),
                        new StandingAlert(
                                LocalDate.parse(row.getString(4)),
                                row.getString(5),
                                Set.of("sent", "sending").contains(row.getString(6)))))
                .list();
        return alerts;
    }

    private static Optional<LocalDate> goLive(Handle handle) {
        return handle.createQuery("SELECT go_live FROM operation")
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse);
    }
}
