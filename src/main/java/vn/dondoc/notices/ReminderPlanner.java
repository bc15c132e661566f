package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    /** Handing fewer to all cores takes longer than looking at them. */
    private static final int MANY = 2_000;

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
        List<Finding> open = morning.findings().stream()
                .filter(finding -> finding.state().isOpen())
                .toList();
        // what is in the way of one finding depends on no other: all cores look at many, the order stays
        Stream<Finding> looked = open.size() < MANY ? open.stream() : open.parallelStream();
        List<Optional<Because>> held = looked.map(gate::reasonToHold).toList();
        Map<String, List<Item>> itemsByUnit = new TreeMap<>();
        for (int i = 0; i < open.size(); i++) {
            Finding finding = open.get(i);
            held.get(i)
                    .ifPresentOrElse(
                            this::hold,
                            () -> itemsByUnit
                                    .computeIfAbsent(finding.key().agency(), unit -> new ArrayList<>())
                                    .add(itemOf(finding)));
        }
        List<Item> items = itemsByUnit.values().stream()
                .flatMap(ofUnit -> drawnTogether(ofUnit).stream())
                .toList();
        items.stream().filter(this::goesToOthers).forEach(this::take);
        items.stream().filter(item -> !goesToOthers(item)).forEach(this::take);
    }

    private void hold(Because because) {
        reasons.add(because);
        if (because.reason() == Reason.HELD_STAGE_SENT) {
            post.countStillOpen(because.finding().agency());
        }
    }

    private boolean goesToOthers(Item item) {
        return post.goesToOthers(unitOf(item), stageOf(item.finding()));
    }

    private void take(Item item) {
        Because because = post.take(unitOf(item), stageOf(item.finding()), item);
        reasons.add(because);
        item.alike()
                .forEach(other -> reasons.add(new Because(other.finding().key(), because.reason(), because.detail())));
    }

    private static Agency unitOf(Item item) {
        return item.finding().obligation().agency();
    }

    List<Notice> notices() {
        return post.notices();
    }

    /** Why each finding is written about or not; and, where nothing else holds it back, what a rung on trial would ask for. */
    List<Because> reasons() {
        return reasons.stream().map(this::withTried).toList();
    }

    private Because withTried(Because because) {
        Stage tried = morning.climbed().tried().get(because.finding());
        if (tried == null || because.reason().holdsEveryStage()) {
            return because;
        }
        String words = "bậc nhắc đang thử nghiệm: sẽ nhắc " + tried.inWords();
        return new Because(
                because.finding(),
                because.reason(),
                because.detail().isEmpty() ? words : because.detail() + "; " + words);
    }

    private Stage stageOf(Finding finding) {
        return Objects.requireNonNull(
                morning.stages().get(finding.key()), "only what has reached a stage passes the gate");
    }

    private Item itemOf(Finding finding) {
        Stage stage = stageOf(finding);
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
