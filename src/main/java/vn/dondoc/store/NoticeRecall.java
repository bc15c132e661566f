package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Judged;
import vn.dondoc.notices.NoticeLog;
import vn.dondoc.notices.NoticeLog.Remembered;
import vn.dondoc.notices.NoticeLog.StandingAlert;
import vn.dondoc.notices.NoticeLog.Waiting;
import vn.dondoc.notices.NoticeLog.Written;
import vn.dondoc.store.WrittenItems.WrittenItem;

/** Reads what earlier checks left behind. */
final class NoticeRecall {
    /** The longest rest between two letters that a plan may ask for is shorter. */
    private static final int DAYS_THAT_MATTER = 120;

    private final Handle handle;
    private final WrittenItems written;
    private final LocalDate day;
    private final Judged judged;

    NoticeRecall(Handle handle, WrittenItems written, LocalDate day, Judged judged) {
        this.handle = handle;
        this.written = written;
        this.day = day;
        this.judged = judged;
    }

    /** Without what only a morning's reminders go by; of the units that are judged and no other. */
    NoticeLog readOfUnits() {
        return new NoticeLog(
                findings(),
                Map.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                waiting(),
                standingAlerts(),
                day("SELECT go_live FROM operation"),
                day("SELECT max(day) FROM morning"));
    }

    NoticeLog read() {
        Map<Finding.Key, Remembered> findings = findings();
        Map<String, Standing> standing = standing();
        return new NoticeLog(
                findings,
                letters(standing, findings),
                texts(
                        "SELECT recipient FROM outbox WHERE kind IN ('reminder', 'escalation') AND day = :day"
                                + " UNION SELECT agency FROM notice_item WHERE kind IN ('reminder', 'escalation') AND day = :day"),
                texts("SELECT DISTINCT agency FROM outbox WHERE kind = 'reminder' AND day <= :day"),
                lastLetters(standing),
                waiting(),
                standingAlerts(),
                day("SELECT go_live FROM operation"),
                day("SELECT max(day) FROM morning"));
    }

    /** A letter that was not taken back. */
    private record Standing(LocalDate day, String recipient, boolean sent) {}

    /** By their keys. The states come from their index, as in a row they lie behind the letter's whole body. */
    private Map<String, Standing> standing() {
        Map<String, Standing> standing = new HashMap<>();
        handle.createQuery("SELECT o.letter_key, o.day, o.recipient, s.state"
                        + " FROM outbox s <then_join> outbox o ON o.id = s.id"
                        + " WHERE s.state <> 'cancelled' AND o.kind IN ('reminder', 'escalation')")
                .map((row, context) -> standing.put(
                        row.getString(1),
                        new Standing(
                                LocalDate.parse(row.getString(2)),
                                row.getString(3),
                                row.getString(4).equals("sent"))))
                .list();
        return standing;
    }

    /** Without those that are gone and that no letter named a date of: they are as if they had never been. */
    private Map<Finding.Key, Remembered> findings() {
        Map<Finding.Key, Remembered> findings = new HashMap<>();
        ofJudged("SELECT agency, duty, period, state, opened_on, told_due FROM finding"
                        + " WHERE (state IS NOT NULL OR told_due IS NOT NULL) AND <judged>")
                .map((row, context) -> findings.put(
                        key(row),
                        new Remembered(
                                row.getString(4) == null ? null : State.valueOf(row.getString(4)),
                                LocalDate.parse(row.getString(5)),
                                due(row, 6))))
                .list();
        return findings;
    }

    /** Letters about findings that are open, since they opened; by day. */
    private Map<Finding.Key, List<Written>> letters(
            Map<String, Standing> standing, Map<Finding.Key, Remembered> findings) {
        Map<String, LocalDate> days = new HashMap<>();
        standing.forEach((key, letter) -> days.put(key, letter.day()));
        written.know(days, handle);
        Map<Finding.Key, List<Written>> letters = new HashMap<>();
        findings.forEach((key, finding) -> {
            State state = finding.state();
            if (state != null && state.isOpen()) {
                letters.put(key, lettersAbout(key, finding.openedOn(), standing));
            }
        });
        return letters;
    }

    private List<Written> lettersAbout(Finding.Key finding, LocalDate openedOn, Map<String, Standing> standing) {
        List<Written> letters = new ArrayList<>();
        for (WrittenItem item : written.about(finding)) {
            Standing letter = standing.get(item.letterKey());
            if (letter != null && !item.day().isBefore(openedOn)) {
                letters.add(new Written(item.day(), item.stage(), item.tone(), letter.sent()));
            }
        }
        return letters;
    }

    private Map<String, LocalDate> lastLetters(Map<String, Standing> standing) {
        LocalDate from = day.minusDays(DAYS_THAT_MATTER);
        Map<String, LocalDate> last = new HashMap<>();
        standing.values().stream()
                .filter(letter -> !letter.day().isBefore(from))
                .forEach(letter ->
                        last.merge(letter.recipient(), letter.day(), (one, other) -> one.isAfter(other) ? one : other));
        return last;
    }

    private List<Waiting> waiting() {
        Map<String, Waiting> waiting = new LinkedHashMap<>();
        ofJudged(
                        "SELECT n.agency, n.duty, n.period, n.due, n.letter_key, o.day, o.attempts FROM outbox o"
                                + " JOIN notice_item n ON n.letter_key = o.letter_key"
                                + " WHERE o.state IN ('queued', 'held') AND o.kind IN ('reminder', 'escalation') AND n.<judged> ORDER BY o.id")
                .map((row, context) -> waiting.merge(
                        row.getString(5),
                        new Waiting(
                                row.getString(5),
                                LocalDate.parse(row.getString(6)),
                                row.getInt(7) > 0,
                                List.of(new Waiting.Named(key(row), due(row, 4)))),
                        Waiting::with))
                .list();
        return List.copyOf(waiting.values());
    }

    /** As of that day: a day that is run again must neither take back what was alerted later nor alert anew. */
    private Map<Finding.Key, StandingAlert> standingAlerts() {
        Map<Finding.Key, StandingAlert> alerts = new HashMap<>();
        ofJudged("SELECT a.agency, a.duty, a.period, a.day, a.letter_key, o.state FROM alert a"
                        + " JOIN outbox o ON o.letter_key = a.letter_key"
                        + " WHERE a.day <= :day AND (a.withdrawn_on IS NULL OR a.withdrawn_on >= :day) AND a.<judged>")
                .bind("day", day.toString())
                .map((row, context) -> alerts.put(
                        key(row),
                        new StandingAlert(
                                LocalDate.parse(row.getString(4)),
                                row.getString(5),
                                Set.of("sent", "sending").contains(row.getString(6)))))
                .list();
        return alerts;
    }

    /** A query about the units that are judged: all that it asks of them is that their {@code agency} is one of these. */
    private Query ofJudged(String sql) {
        return judged.everything()
                ? handle.createQuery(sql.replace("<judged>", "agency IS NOT NULL"))
                : handle.createQuery(sql.replace("<judged>", "agency IN (<agencies>)"))
                        .bindList(EmptyHandling.NULL_KEYWORD, "agencies", List.copyOf(judged.agencies()));
    }

    private Set<String> texts(String sql) {
        return new HashSet<>(handle.createQuery(sql)
                .bind("day", day.toString())
                .mapTo(String.class)
                .list());
    }

    private Optional<LocalDate> day(String sql) {
        return handle.createQuery(sql)
                .map((row, context) -> Optional.ofNullable(row.getString(1)).map(LocalDate::parse))
                .findOne()
                .flatMap(found -> found);
    }

    private static Finding.Key key(ResultSet row) throws SQLException {
        return new Finding.Key(row.getString(1), row.getString(2), row.getString(3));
    }

    private static @Nullable LocalDate due(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }
}
