package vn.dondoc.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.findings.State;
import vn.dondoc.notices.CheckOutcome;
import vn.dondoc.notices.CheckOutcome.Worded;
import vn.dondoc.notices.Decision.Because;
import vn.dondoc.notices.DueCalendar;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Judged;
import vn.dondoc.notices.NoticeLog;
import vn.dondoc.notices.NoticeLog.StandingAlert;
import vn.dondoc.notices.Outdated;
import vn.dondoc.outbox.LetterKind;

/** Remembers findings, notices and decisions; writes what a check came to in one transaction with its letters. */
public final class CheckStore {
    private final Database database;
    private final OutboxStore outbox;
    private final Predicate<LetterKind> waitsForRelease;
    private final WrittenItems written = new WrittenItems();

    /** @param waitsForRelease the kinds of letters that an officer releases first */
    public CheckStore(Database database, OutboxStore outbox, Predicate<LetterKind> waitsForRelease) {
        this.database = database;
        this.outbox = outbox;
        this.waitsForRelease = waitsForRelease;
    }

    public NoticeLog recall(LocalDate day) {
        return database.jdbi().withHandle(handle -> new NoticeRecall(handle, written, day, Judged.EVERYTHING).read());
    }

    /** As far as a check after a report needs it: what is remembered of those units, and of no other. */
    public NoticeLog recall(LocalDate day, Judged judged) {
        return database.jdbi().withHandle(handle -> new NoticeRecall(handle, written, day, judged).readOfUnits());
    }

    /** The units of which more is known than their last check knew: to be asked after {@link #mark}. */
    public Judged unjudged() {
        return database.jdbi().withHandle(Knowledge::unjudged);
    }

    /** The last state of every finding of some units that was ever open and still exists. */
    public Map<Finding.Key, State> statesOf(Collection<String> agencies) {
        Map<Finding.Key, State> states = new HashMap<>();
        database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT agency, duty, period, state FROM finding"
                                + " WHERE agency IN (<agencies>) AND state IS NOT NULL")
                        .bindList("agencies", List.copyOf(agencies))
                        .map((row, context) -> states.put(
                                new Finding.Key(row.getString(1), row.getString(2), row.getString(3)),
                                State.valueOf(row.getString(4))))
                        .list());
        return states;
    }

    /** The day from which this home watches the plan; empty before its first morning. */
    public Optional<LocalDate> goLive() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT go_live FROM operation")
                        .mapTo(String.class)
                        .findOne())
                .map(LocalDate::parse);
    }

    /** The last day that was checked in the morning; empty before the first. */
    public Optional<LocalDate> lastMorning() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT MAX(day) FROM morning")
                        .mapTo(String.class)
                        .findOne())
                .map(LocalDate::parse);
    }

    /** Takes letters back that have not left yet; the next morning decides anew what they asked for. */
    public void cancel(List<Outdated.Letter> letters, Instant at) {
        database.inTurn(handle -> {
            letters.stream()
                    .filter(letter -> outbox.cancelByKey(handle, letter.key(), letter.reason(), at))
                    .forEach(letter -> forgetWhatWasTold(handle, letter.key()));
            return letters.size();
        });
    }

    /**
     * The due dates last told are those of the letter before. Of files nobody knows whether an earlier letter carried the
     * same: they go once more, calendar entries under a higher number, as a changed mark makes them.
     */
    private static void forgetWhatWasTold(Handle handle, String letterKey) {
        handle.execute(
                "UPDATE finding SET told_due = (SELECT n.due FROM notice_item n JOIN outbox o ON o.letter_key = n.letter_key"
                        + " WHERE n.agency = finding.agency AND n.duty = finding.duty AND n.period = finding.period"
                        + " AND n.kind IN ('reminder', 'escalation') AND o.state <> 'cancelled'"
                        + " ORDER BY n.day DESC LIMIT 1)"
                        + " WHERE EXISTS (SELECT 1 FROM notice_item n WHERE n.letter_key = ?"
                        + " AND n.agency = finding.agency AND n.duty = finding.duty AND n.period = finding.period)",
                letterKey);
        String ofItsUnit = " WHERE agency = (SELECT agency FROM outbox WHERE letter_key = ?)"
                + " AND EXISTS (SELECT 1 FROM letter_attachment WHERE letter_key = ?)";
        handle.execute("DELETE FROM status_form" + ofItsUnit, letterKey, letterKey);
        handle.execute("UPDATE calendar_entry SET assumed = 1 - assumed" + ofItsUnit, letterKey, letterKey);
    }

    /** For each letter that could not be delivered, of all time, the unit that it was for. */
    public List<String> agenciesOfGivenUpLetters() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("SELECT agency FROM outbox WHERE state = 'given-up' ORDER BY id")
                                .mapTo(String.class)
                                .list());
    }

    /** How much is known now: to be asked before a check reads anything. */
    public long mark() {
        return database.jdbi().withHandle(Knowledge::mark);
    }

    /**
     * All or nothing. A letter whose key is taken is not queued again, nor are its items logged.
     *
     * @param judged the units that the check looked at
     * @param mark what was known when the check began
     * @return false when more is known by now: nothing is written then
     */
    public boolean commit(CheckOutcome outcome, Judged judged, long mark) {
        return database.inTurn(handle -> {
            if (!Knowledge.growsFrom(handle, mark)) {
                return false;
            }
            Knowledge.judged(handle, judged, outcome.at());
            write(handle, outcome);
            return true;
        });
    }

    /** The same, whatever came in meanwhile; no unit counts as judged by it. */
    public void commit(CheckOutcome outcome) {
        database.inTurn(handle -> {
            Knowledge.grows(handle);
            write(handle, outcome);
            return outcome.worded().size();
        });
    }

    private void write(Handle handle, CheckOutcome outcome) {
        writeChanges(handle, outcome);
        for (Worded worded : outcome.worded()) {
            queue(handle, outcome, worded);
        }
        endAlerts(handle, outcome);
        writeReasons(handle, outcome);
        if (outcome.morning()) {
            handle.execute(
                    "INSERT INTO operation (only_row, go_live) VALUES (1, ?) ON CONFLICT DO NOTHING",
                    outcome.goLive().toString());
            handle.execute(
                    "INSERT INTO morning (day, at, rules_version) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    outcome.day().toString(),
                    Database.column(outcome.at()),
                    outcome.rulesVersion());
        }
    }

    private void queue(Handle handle, CheckOutcome outcome, Worded worded) {
        boolean held = waitsForRelease.test(worded.letter().kind());
        if (!outbox.enqueue(handle, worded.letter(), outcome.rulesVersion(), held, outcome.at())) {
            return;
        }
        PreparedBatch items = handle.prepareBatch(
                "INSERT INTO notice_item (recipient, kind, agency, duty, period, stage, day, letter_key, reason, tone, due)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        boolean ofTheLadder =
                worded.letter().kind() == LetterKind.REMINDER || worded.letter().kind() == LetterKind.ESCALATION;
        for (Item item : worded.notice().named()) {
            Finding.Key key = item.finding().key();
            items.add(
                    worded.letter().to(),
                    worded.letter().kind().code(),
                    key.agency(),
                    key.duty(),
                    key.period(),
                    ofTheLadder ? item.stage() : item.stage() + "/" + outcome.day(),
                    outcome.day().toString(),
                    worded.letter().key(),
                    worded.notice().reason().name(),
                    item.tone(),
                    dueColumn(item));
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
        if (ofTheLadder) {
            rememberWhatWasTold(handle, worded.notice().named());
            rememberWhatWasEnclosed(handle, worded, outcome.day());
        }
    }

    private static void rememberWhatWasEnclosed(Handle handle, Worded worded, LocalDate day) {
        DueCalendar calendar = worded.enclosed().calendar();
        if (calendar != null) {
            CalendarStore.write(handle, calendar);
        }
        if (worded.enclosed().hasForm()) {
            StatusFormStore.write(
                    handle, worded.letter().agency(), worded.enclosed().formFingerprint(), day);
        }
    }

    private static void rememberWhatWasTold(Handle handle, List<Item> items) {
        PreparedBatch told =
                handle.prepareBatch("UPDATE finding SET told_due = ? WHERE agency = ? AND duty = ? AND period = ?");
        for (Item item : items) {
            Finding.Key key = item.finding().key();
            told.add(dueColumn(item), key.agency(), key.duty(), key.period());
        }
        if (told.size() > 0) {
            told.execute();
        }
    }

    private static @Nullable String dueColumn(Item item) {
        LocalDate due = item.finding().due();
        return due == null ? null : due.toString();
    }

    private void endAlerts(Handle handle, CheckOutcome outcome) {
        for (StandingAlert alert : outcome.decision().alertsToCancel()) {
            // a letter that is being sent at this moment stays standing, and is withdrawn by the next check
            if (outbox.cancelByKey(handle, alert.letterKey(), "cảnh báo không còn đúng trước khi gửi", outcome.at())
                    || willNeverGo(handle, alert)) {
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

    /** Given up, or taken back by an officer. */
    private static boolean willNeverGo(Handle handle, StandingAlert alert) {
        return handle.select(
                        "SELECT state IN ('given-up', 'cancelled') FROM outbox WHERE letter_key = ?", alert.letterKey())
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

    /** A row for each reason that became another one; the first decision of a day stands. */
    private static void writeReasons(Handle handle, CheckOutcome outcome) {
        if (outcome.decision().reasons().isEmpty()) {
            return;
        }
        Map<Finding.Key, String> standing = standingReasons(handle);
        PreparedBatch rows = handle.prepareBatch(
                "INSERT INTO item_reason (agency, duty, period, day, reason, detail) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (agency, duty, period, day) DO UPDATE SET reason = excluded.reason,"
                        + " detail = excluded.detail WHERE item_reason.reason LIKE 'HELD%'"
                        + " AND excluded.reason NOT LIKE 'HELD%'");
        for (Because because : outcome.decision().reasons()) {
            Finding.Key key = because.finding();
            String now = because.reason().name() + "|" + because.detail();
            if (!now.equals(standing.get(key))) {
                rows.add(
                        key.agency(),
                        key.duty(),
                        key.period(),
                        outcome.day().toString(),
                        because.reason().name(),
                        because.detail());
            }
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    /** Of findings that are open: no other is decided about. */
    private static Map<Finding.Key, String> standingReasons(Handle handle) {
        Map<Finding.Key, String> reasons = new HashMap<>();
        handle.createQuery("SELECT agency, duty, period, (SELECT r.reason || '|' || r.detail FROM item_reason r"
                        + " WHERE r.agency = f.agency AND r.duty = f.duty AND r.period = f.period"
                        + " ORDER BY r.day DESC LIMIT 1)"
                        + " FROM finding f WHERE f.closed_on IS NULL")
                .map((row, context) -> reasons.put(
                        new Finding.Key(row.getString(1), row.getString(2), row.getString(3)), row.getString(4)))
                .list();
        return reasons;
    }
}
