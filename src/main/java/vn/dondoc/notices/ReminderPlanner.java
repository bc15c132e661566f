package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Decision.HeldBack;
import vn.dondoc.notices.Notice.Reminder;

/** Decides the morning letter of each unit: the latest stage passed and not yet sent, never "due in exactly 7 days". */
final class ReminderPlanner {
    /** Most urgent first: by state, then the date by law before the assumed one, then the earlier date. */
    static final Comparator<Item> MOST_URGENT_FIRST = Comparator.comparing(
                    (Item item) -> item.finding().state())
            .thenComparing(item -> item.finding().assumed())
            .thenComparing(item -> Optional.ofNullable(item.finding().due()).orElse(LocalDate.MAX))
            .thenComparing(item -> item.finding().key());

    private final LocalDate day;
    private final LocalDate goLive;
    private final NoticeLog log;
    private final boolean dayOff;
    private final List<Notice> notices = new ArrayList<>();
    private final List<HeldBack> heldBack = new ArrayList<>();

    ReminderPlanner(LocalDate day, LocalDate goLive, NoticeLog log, WorkingCalendar calendar) {
        this.day = day;
        this.goLive = goLive;
        this.log = log;
        this.dayOff = !calendar.isWorkingDay(day);
    }

    /** @param stages the stage that each open finding has reached; absent before the first */
    void plan(List<Finding> findings, Map<Finding.Key, Item> stages) {
        Map<String, List<Finding>> openByUnit = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.state().isOpen()) {
                openByUnit
                        .computeIfAbsent(finding.key().agency(), unit -> new ArrayList<>())
                        .add(finding);
            }
        }
        openByUnit.values().forEach(open -> planFor(open.get(0).obligation().agency(), open, stages));
    }

    List<Notice> notices() {
        return notices;
    }

    List<HeldBack> heldBack() {
        return heldBack;
    }

    private void planFor(Agency unit, List<Finding> open, Map<Finding.Key, Item> stages) {
        Map<Reason, Integer> held = new EnumMap<>(Reason.class);
        List<Item> items = new ArrayList<>();
        for (Finding finding : open) {
            Optional<Reason> holds = reasonToHold(unit, finding, stages.get(finding.key()));
            Item item = stages.get(finding.key());
            if (holds.isEmpty() && item != null) {
                items.add(item);
            } else {
                holds.ifPresent(reason -> held.merge(reason, 1, Integer::sum));
            }
        }
        if (!items.isEmpty()) {
            items.sort(MOST_URGENT_FIRST);
            notices.add(new Reminder(
                    recipientOf(unit),
                    unit,
                    day,
                    isOpeningLetter(unit, items) ? Reason.GOING_LIVE : Reason.STAGE_REACHED,
                    items,
                    held.getOrDefault(Reason.HELD_STAGE_SENT, 0)));
        }
        held.forEach((reason, count) -> heldBack.add(new HeldBack(unit.id(), reason, count)));
    }

    private Optional<Reason> reasonToHold(Agency unit, Finding finding, @org.jspecify.annotations.Nullable Item item) {
        if (unit.level() == Level.PROVINCE) {
            return Optional.of(Reason.HELD_DIGEST_ONLY);
        }
        if (unit.email().isEmpty()) {
            return Optional.of(Reason.HELD_NO_ADDRESS);
        }
        if (item == null) {
            return Optional.of(Reason.HELD_BEFORE_LADDER);
        }
        if (log.sentStages().contains(NoticeLog.stageKey(unit.email(), finding.key(), item.stage()))) {
            return Optional.of(Reason.HELD_STAGE_SENT);
        }
        if (dayOff) {
            return Optional.of(Reason.HELD_DAY_OFF);
        }
        if (log.writtenToday().contains(unit.email())) {
            return Optional.of(Reason.HELD_WROTE_TODAY);
        }
        return isReachedLate(finding) ? Optional.of(Reason.HELD_NOTHING_LEFT_TO_DO) : Optional.empty();
    }

    /** A target missed on its day and reached since: the breach stands, but there is nothing left to ask for. */
    private static boolean isReachedLate(Finding finding) {
        var measure = finding.measure();
        var requirement = finding.requirement();
        if (finding.state() != State.VIOLATED || measure == null || requirement == null || measure.afterDue() == 0) {
            return false;
        }
        return requirement.isReachedBy(measure.withLateItems());
    }

    private boolean isOpeningLetter(Agency unit, List<Item> items) {
        return !log.writtenEver().contains(unit.email())
                && items.stream().anyMatch(item -> isDueBeforeGoLive(item.finding()));
    }

    private boolean isDueBeforeGoLive(Finding finding) {
        LocalDate due = finding.due();
        return due != null && due.isBefore(goLive);
    }

    static Recipient recipientOf(Agency unit) {
        List<String> copies = unit.contactEmail().isEmpty() ? List.of() : List.of(unit.contactEmail());
        return new Recipient(unit.headTitle(), unit.email(), copies);
    }
}
