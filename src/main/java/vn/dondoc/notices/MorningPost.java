package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Decision.Because;
import vn.dondoc.notices.Notice.Escalation;
import vn.dondoc.notices.Notice.OfUnit;
import vn.dondoc.notices.Notice.Reminder;
import vn.dondoc.rules.Stage;
import vn.dondoc.rules.Stage.Addressee;
import vn.dondoc.rules.Stage.Form;

/** Puts the items of a morning into letters: one a unit, one a district with its communes, one for each of those above. */
final class MorningPost {
    /** Most urgent first: by state, then the date by law before the assumed one, then the earlier date. */
    static final Comparator<Item> MOST_URGENT_FIRST = Comparator.comparing(
                    (Item item) -> item.finding().state())
            .thenComparing(item -> item.finding().assumed())
            .thenComparing(item -> Optional.ofNullable(item.finding().due()).orElse(LocalDate.MAX))
            .thenComparing(item -> item.finding().key());

    private static final Comparator<OfUnit> WORST_FIRST = Comparator.comparing(
                    (OfUnit unit) -> unit.items().get(0), MOST_URGENT_FIRST)
            .thenComparing(unit -> unit.agency().id());

    private final Morning morning;
    private final Hierarchy hierarchy;
    private final Pace pace;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Upwards> upwards = new LinkedHashMap<>();
    private final Map<String, Integer> stillOpen = new HashMap<>();
    /** Units that get a copy this morning, with the address of the letter it is a copy of. */
    private final Map<String, String> copied = new HashMap<>();

    MorningPost(Morning morning, Hierarchy hierarchy, Pace pace) {
        this.morning = morning;
        this.hierarchy = hierarchy;
        this.pace = pace;
    }

    /** The letter of one unit in the making. */
    private static final class Draft {
        private final Agency unit;
        private final List<Item> own = new ArrayList<>();
        private final List<Item> byForm = new ArrayList<>();
        private final Map<Agency, List<Item>> below = new LinkedHashMap<>();
        private boolean forTheHead;

        Draft(Agency unit) {
            this.unit = unit;
        }
    }

    /** A letter to those above in the making. */
    private record Upwards(Recipient recipient, Map<Agency, List<Item>> units) {}

    void countStillOpen(String agency) {
        stillOpen.merge(agency, 1, Integer::sum);
    }

    /** Puts an item into its letter, unless that letter has to wait, and says what became of it. */
    Because take(Agency unit, Stage stage, Item item) {
        boolean goesUp = stage.letter() == Form.ESCALATION;
        Optional<Agency> district = districtToWriteTo(unit, stage);
        if (district.isPresent()) {
            return toDistrict(district.get(), unit, item, goesUp ? Reason.ESCALATED : Reason.WITH_THE_DISTRICT);
        }
        return goesUp
                ? toThoseAbove(hierarchy.above(unit, stage.addressee(), morning.day()), unit, item)
                : toUnit(unit, stage, item);
    }

    /** What goes to others is taken first: the unit gets a copy of it, and no letter of its own the same morning. */
    boolean goesToOthers(Agency unit, Stage stage) {
        return stage.letter() == Form.ESCALATION
                || districtToWriteTo(unit, stage).isPresent();
    }

    /** A commune's letter goes to the district when it goes one level up, and when both have been silent for long. */
    private Optional<Agency> districtToWriteTo(Agency unit, Stage stage) {
        boolean up = stage.letter() == Form.ESCALATION && !stage.addressee().isTheOffice();
        return hierarchy
                .districtOf(unit, morning.day())
                .filter(district -> !district.email().isEmpty())
                .filter(district -> up
                        || (stage.letter() != Form.ESCALATION
                                && morning.isSilent(unit.id())
                                && morning.isSilent(district.id())));
    }

    private Because toUnit(Agency unit, Stage stage, Item item) {
        if (unit.email().isEmpty()) {
            return because(item, Reason.HELD_NO_ADDRESS, "");
        }
        Optional<Pace.Wait> wait = reasonToWait(unit);
        if (wait.isPresent()) {
            return because(item, wait.get().reason(), wait.get().detail());
        }
        Draft draft = drafts.computeIfAbsent(unit.id(), id -> new Draft(unit));
        (stage.letter() == Form.STATUS_FORM ? draft.byForm : draft.own).add(item);
        draft.forTheHead |= stage.addressee() != Addressee.CONTACT;
        return because(item, isOpening(unit, item) ? Reason.GOING_LIVE : Reason.STAGE_REACHED, item.tone());
    }

    private Because toDistrict(Agency district, Agency commune, Item item, Reason reason) {
        Optional<Pace.Wait> wait = reasonToWait(district);
        if (wait.isPresent()) {
            return because(
                    item,
                    wait.get().reason(),
                    district.name() + ", " + wait.get().detail());
        }
        Draft draft = drafts.computeIfAbsent(district.id(), id -> new Draft(district));
        draft.forTheHead = true;
        draft.below.computeIfAbsent(commune, unit -> new ArrayList<>()).add(item);
        copied.putIfAbsent(commune.id(), district.email());
        return because(item, reason, district.name());
    }

    private Because toThoseAbove(Recipient recipient, Agency unit, Item item) {
        Optional<Pace.Wait> wait = pace.reasonToWait(Stream.of(recipient.address()))
                .or(() -> copyOfThisMorning(unit, recipient.address()));
        if (wait.isPresent()) {
            return because(
                    item,
                    wait.get().reason(),
                    recipient.title() + ", " + wait.get().detail());
        }
        upwards.computeIfAbsent(recipient.address(), address -> new Upwards(recipient, new LinkedHashMap<>()))
                .units()
                .computeIfAbsent(unit, any -> new ArrayList<>())
                .add(item);
        copied.putIfAbsent(unit.id(), recipient.address());
        return because(item, Reason.ESCALATED, recipient.title());
    }

    /** A unit's own letter keeps its pace, and lets the copy of a letter upwards go first. */
    private Optional<Pace.Wait> reasonToWait(Agency unit) {
        return pace.reasonToWait(Stream.of(unit.id(), unit.email(), unit.contactEmail()))
                .or(() -> copyOfThisMorning(unit, unit.email()));
    }

    private Optional<Pace.Wait> copyOfThisMorning(Agency unit, String addressee) {
        return Optional.ofNullable(copied.get(unit.id()))
                .filter(other -> !other.equals(addressee))
                .map(other -> new Pace.Wait(Reason.HELD_WROTE_TODAY, "bản sao thư gửi " + other));
    }

    private static Because because(Item item, Reason reason, String detail) {
        return new Because(item.finding().key(), reason, detail);
    }

    /** The letters, each with its items in order of urgency. */
    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        drafts.values().forEach(draft -> notices.add(reminder(draft)));
        upwards.values().forEach(up -> notices.add(escalation(up)));
        return notices;
    }

    private Reminder reminder(Draft draft) {
        Agency unit = draft.unit;
        List<OfUnit> below = sorted(draft.below);
        boolean opening = draft.own.stream().anyMatch(item -> isOpening(unit, item));
        return new Reminder(
                recipientOf(draft),
                unit,
                morning.day(),
                reasonOf(opening, draft),
                sorted(draft.own),
                sorted(draft.byForm),
                below,
                stillOpen.getOrDefault(unit.id(), 0));
    }

    private static Reason reasonOf(boolean opening, Draft draft) {
        if (opening) {
            return Reason.GOING_LIVE;
        }
        return draft.own.isEmpty() && draft.byForm.isEmpty() ? Reason.WITH_THE_DISTRICT : Reason.STAGE_REACHED;
    }

    private Recipient recipientOf(Draft draft) {
        Agency unit = draft.unit;
        List<String> communes = draft.below.keySet().stream()
                .map(Agency::email)
                .filter(address -> !address.isEmpty())
                .toList();
        boolean contactOnly =
                communes.isEmpty() && !draft.forTheHead && !unit.contactEmail().isEmpty();
        return contactOnly
                ? new Recipient(hierarchy.contactTitle() + " " + unit.name(), unit.contactEmail(), List.of())
                : headOf(unit, communes);
    }

    /** The head of a unit, with copies to its contact and to others. */
    static Recipient headOf(Agency unit, List<String> others) {
        Stream<String> contact = unit.contactEmail().isEmpty() ? Stream.empty() : Stream.of(unit.contactEmail());
        return new Recipient(
                unit.headTitle(),
                unit.email(),
                Stream.concat(contact, others.stream()).toList());
    }

    private Escalation escalation(Upwards up) {
        List<OfUnit> units = sorted(up.units());
        List<String> copies = units.stream()
                .map(unit -> unit.agency().email())
                .filter(address ->
                        !address.isEmpty() && !address.equals(up.recipient().address()))
                .toList();
        Recipient recipient =
                new Recipient(up.recipient().title(), up.recipient().address(), copies);
        return new Escalation(recipient, morning.day(), units);
    }

    private static List<OfUnit> sorted(Map<Agency, List<Item>> units) {
        return units.entrySet().stream()
                .map(unit -> new OfUnit(unit.getKey(), sorted(unit.getValue())))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static List<Item> sorted(List<Item> items) {
        return items.stream().sorted(MOST_URGENT_FIRST).toList();
    }

    private boolean isOpening(Agency unit, Item item) {
        Finding finding = item.finding();
        LocalDate due = finding.due();
        return !morning.log().writtenEver().contains(unit.id()) && due != null && due.isBefore(morning.goLive());
    }
}
