package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Decision.Because;
import vn.dondoc.rules.Stage;

/**
 * Decides the letters of a morning: for each unit the latest stage passed and not yet sent, never "due in exactly 7
 * days"; all of a unit in one letter; what got no answer goes to those above.
 */
final class ReminderPlanner {
    private final Morning morning;
    private final StageGate gate;
    private final MorningPost post;
    private final List<Because> reasons = new ArrayList<>();

    ReminderPlanner(Morning morning, Hierarchy hierarchy, WorkingCalendar calendar) {
        this.morning = morning;
        this.gate = new StageGate(morning, calendar);
        this.post = new MorningPost(morning, hierarchy, new Pace(morning, calendar));
    }

    void plan() {
        Map<String, List<Item>> itemsByPlace = new HashMap<>();
        for (Finding finding : morning.findings()) {
            if (finding.state().isOpen()) {
                Optional<Because> hold = gate.reasonToHold(finding);
                hold.ifPresent(reasons::add);
                hold.filter(because -> because.reason() == Reason.HELD_STAGE_SENT)
                        .ifPresent(because -> post.countStillOpen(finding.key().agency()));
                if (hold.isEmpty()) {
                    itemsByPlace
                            .computeIfAbsent(finding.key().agency(), unit -> new ArrayList<>())
                            .add(itemOf(finding));
                }
            }
        }
        itemsByPlace.values().stream().sorted(ReminderPlanner::byUnit).forEach(items -> {
            for (Item item : drawnTogether(items)) {
                Agency unit = item.finding().obligation().agency();
                Stage stage = stageOf(item);
                Because because = post.take(unit, stage, item);
                reasons.add(because);
                item.alike()
                        .forEach(other ->
                                reasons.add(new Because(other.finding().key(), because.reason(), because.detail())));
            }
        });
    }

    List<Notice> notices() {
        return post.notices();
    }

    List<Because> reasons() {
        return reasons;
    }

    private Stage stageOf(Item item) {
        return java.util.Objects.requireNonNull(
                morning.stages().get(item.finding().key()), "only what has reached a stage passes the gate");
    }

    private static int byUnit(List<Item> one, List<Item> other) {
        return one.get(0).finding().key().compareTo(other.get(0).finding().key());
    }

    private Item itemOf(Finding finding) {
        Stage stage = java.util.Objects.requireNonNull(
                morning.stages().get(finding.key()), "only what has reached a stage passes the gate");
        List<NoticeLog.Written> before = morning.log().lettersAbout(finding.key());
        boolean urging = stage.tone().equals(Item.URGING);
        int urged = (int) before.stream()
                .filter(letter -> letter.tone().equals(Item.URGING))
                .count();
        int promised = morning.arrangements().promisesFor(finding.key()).size();
        LocalDate told = gate.toldDue(finding).orElse(null);
        return new Item(
                finding,
                gate.stageKey(finding),
                stage.tone(),
                urging ? urged + 1 : 0,
                told,
                List.of(),
                morning.arrangements().brokenFor(finding, morning.day()).orElse(null),
                Math.max(0, stage.promises() - promised));
    }

    /** Duties of the same substance under several clauses become one item, the most urgent of them. */
    private static List<Item> drawnTogether(List<Item> items) {
        List<Item> sorted = items.stream().sorted(MorningPost.MOST_URGENT_FIRST).toList();
        List<Item> drawn = new ArrayList<>();
        Set<Finding.Key> taken = new HashSet<>();
        for (Item item : sorted) {
            if (taken.add(item.finding().key())) {
                List<Item> alike = sorted.stream()
                        .filter(other -> isAlike(item.finding(), other.finding())
                                && taken.add(other.finding().key()))
                        .toList();
                drawn.add(alike.isEmpty() ? item : item.with(alike));
            }
        }
        return drawn;
    }

    private static boolean isAlike(Finding one, Finding other) {
        return one.key().period().equals(other.key().period())
                && Stream.of(one, other)
                        .anyMatch(finding -> finding.obligation()
                                .duty()
                                .sameAs()
                                .contains((finding == one ? other : one).key().duty()));
    }
}
