package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Decision.Because;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rules.Stage;

/** Decides for one open finding after the other whether it is written about this morning, and if not, why not. */
final class StageGate {
    private static final Set<State> DONE = Set.of(State.MET, State.MET_LATE);

    private final Morning morning;
    private final boolean dayOff;
    /** What is done of the substance of other duties, so that it is not asked for under another clause. */
    private final Set<Finding.Key> done = new HashSet<>();

    StageGate(Morning morning, WorkingCalendar calendar) {
        this.morning = morning;
        this.dayOff = !calendar.isWorkingDay(morning.day());
        Set<String> alike = dutiesAlikeToOpenOnes(morning.findings());
        for (Finding finding : morning.findings()) {
            if (DONE.contains(finding.state()) && alike.contains(finding.key().duty()) && !finding.isTrial()) {
                done.add(finding.key());
            }
        }
    }

    private static Set<String> dutiesAlikeToOpenOnes(List<Finding> findings) {
        Set<String> alike = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.state().isOpen()) {
                alike.addAll(finding.obligation().duty().sameAs());
            }
        }
        return alike;
    }

    /** The reason to write nothing about a finding; empty when nothing is in the way. The first that applies counts. */
    Optional<Because> reasonToHold(Finding finding) {
        return onTrial(finding)
                .or(() -> onlyForTheDigest(finding))
                .or(() -> silenced(finding))
                .or(() -> doneElsewhere(finding))
                .or(() -> promised(finding))
                .or(() -> notOnTheLadder(finding))
                .or(() -> written(finding))
                .or(() -> reachedLate(finding))
                .or(() -> onADayOff(finding));
    }

    private static Optional<Because> onTrial(Finding finding) {
        return finding.isTrial() ? because(finding, Reason.HELD_TRIAL, "") : Optional.empty();
    }

    private static Optional<Because> onlyForTheDigest(Finding finding) {
        return finding.obligation().agency().level() == Level.PROVINCE
                ? because(finding, Reason.HELD_DIGEST_ONLY, "")
                : Optional.empty();
    }

    private Optional<Because> silenced(Finding finding) {
        return morning.arrangements()
                .silenceOver(finding, morning.day())
                .flatMap(silence -> because(
                        finding,
                        Reason.HELD_SILENCED,
                        "số " + silence.id() + ", đến hết ngày " + VietnameseDate.write(silence.until()) + ", "
                                + silence.author() + ": " + silence.reason()));
    }

    private Optional<Because> doneElsewhere(Finding finding) {
        Finding.Key key = finding.key();
        return finding.obligation().duty().sameAs().stream()
                .filter(duty -> done.contains(new Finding.Key(key.agency(), duty, key.period())))
                .findFirst()
                .flatMap(duty -> because(finding, Reason.HELD_DONE_ELSEWHERE, duty));
    }

    private Optional<Because> promised(Finding finding) {
        return morning.arrangements()
                .standing(finding.key(), morning.day())
                .flatMap(promise ->
                        because(finding, Reason.HELD_PROMISED, "ngày " + VietnameseDate.write(promise.until())));
    }

    private Optional<Because> notOnTheLadder(Finding finding) {
        return morning.stages().containsKey(finding.key())
                ? Optional.empty()
                : because(finding, Reason.HELD_BEFORE_LADDER, "");
    }

    private Optional<Because> written(Finding finding) {
        List<NoticeLog.Written> letters = morning.log().lettersAbout(finding.key());
        if (letters.isEmpty()) {
            return Optional.empty();
        }
        String stage = stageKey(finding);
        return letters.stream()
                .filter(letter -> letter.stage().equals(stage))
                .findFirst()
                .flatMap(letter ->
                        because(finding, Reason.HELD_STAGE_SENT, "thư ngày " + VietnameseDate.write(letter.day())));
    }

    /** A target missed on its day and reached since: the breach stands, but there is nothing left to ask for. */
    private static Optional<Because> reachedLate(Finding finding) {
        var measure = finding.measure();
        var requirement = finding.requirement();
        if (finding.state() != State.VIOLATED || measure == null || requirement == null || measure.afterDue() == 0) {
            return Optional.empty();
        }
        return requirement.isReachedBy(measure.withLateItems())
                ? because(finding, Reason.HELD_NOTHING_LEFT_TO_DO, "")
                : Optional.empty();
    }

    private Optional<Because> onADayOff(Finding finding) {
        return dayOff ? because(finding, Reason.HELD_DAY_OFF, "") : Optional.empty();
    }

    /** Rung and time, and for which due date since when: a new date or a new opening begins the ladder anew. */
    String stageKey(Finding finding) {
        Stage stage = morning.stages().get(finding.key());
        LocalDate due = finding.due();
        return (stage == null ? "" : stage.key()) + (due == null ? "" : " hạn " + due) + " từ "
                + morning.log().openSince(finding.key(), morning.day());
    }

    /** The due date of the last letter about a finding, when it is another one now. */
    Optional<LocalDate> toldDue(Finding finding) {
        return morning.log().toldDue(finding.key()).filter(told -> !told.equals(finding.due()));
    }

    private static Optional<Because> because(Finding finding, Reason reason, String detail) {
        return Optional.of(new Because(finding.key(), reason, detail));
    }
}
