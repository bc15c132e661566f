package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Notice.Alert;
import vn.dondoc.notices.Notice.Withdrawal;
import vn.dondoc.notices.NoticeLog.StandingAlert;

/** Decides alerts on violations newly found, and takes back those that proved wrong. */
final class AlertPlanner {
    private static final String STAGE = "alert";
    /** With these the alert was right: still violated, done late, or waiting for a person to say. */
    private static final Set<State> ALERT_WAS_RIGHT =
            EnumSet.of(State.VIOLATED, State.OVERDUE, State.MET_LATE, State.REVIEW);

    private final Morning morning;
    private final LocalDate day;
    private final NoticeLog log;
    private final List<Notice> notices = new ArrayList<>();
    private final List<StandingAlert> toCancel = new ArrayList<>();
    private final List<Finding.Key> ended = new ArrayList<>();

    AlertPlanner(Morning morning) {
        this.morning = morning;
        this.day = morning.day();
        this.log = morning.log();
    }

    void plan() {
        List<Finding> findings = morning.findings();
        findings.stream().filter(this::isNewViolation).forEach(this::alert);
        Map<Finding.Key, Finding> byKey = findings.stream()
                .filter(finding -> log.alerts().containsKey(finding.key()) && !finding.isTrial())
                .collect(Collectors.toMap(Finding::key, Function.identity()));
        log.alerts().forEach((key, alert) -> {
            Finding now = byKey.get(key);
            if (now == null && alert.sent()) {
                ended.add(key);
            } else if (now == null) {
                toCancel.add(alert);
            } else if (!ALERT_WAS_RIGHT.contains(now.state())) {
                takeBack(now, alert);
            }
        });
    }

    List<Notice> notices() {
        return notices;
    }

    List<StandingAlert> toCancel() {
        return toCancel;
    }

    List<Finding.Key> ended() {
        return ended;
    }

    private boolean isNewViolation(Finding finding) {
        Agency unit = finding.obligation().agency();
        LocalDate due = finding.due();
        return finding.state() == State.VIOLATED
                && !finding.isTrial()
                && !log.alerts().containsKey(finding.key())
                && (due == null || !due.isBefore(morning.goLive()))
                && morning.arrangements().silenceOver(finding, day).isEmpty()
                && unit.level() != Level.PROVINCE
                && !unit.email().isEmpty();
    }

    private void alert(Finding finding) {
        Agency unit = finding.obligation().agency();
        notices.add(new Alert(MorningPost.headOf(unit, List.of()), unit, day, new Item(finding, STAGE, "cảnh báo")));
    }

    /** A letter not sent yet is simply not sent; one that went out is withdrawn by a letter. */
    private void takeBack(Finding now, StandingAlert alert) {
        Agency unit = now.obligation().agency();
        if (alert.sent()) {
            ended.add(now.key());
            notices.add(new Withdrawal(
                    MorningPost.headOf(unit, List.of()),
                    unit,
                    day,
                    new Item(now, "withdrawal", "đính chính"),
                    State.VIOLATED,
                    alert.day()));
        } else {
            toCancel.add(alert);
        }
    }
}
