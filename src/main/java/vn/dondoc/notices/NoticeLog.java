package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/**
 * What is remembered of earlier mornings.
 *
 * @param findings the last state of every finding that was ever open
 * @param letters reminders and letters upwards about each open finding since it opened, the first first
 * @param writtenToday addresses that already have a letter of this morning, cancelled ones included, and ids of the units
 *     that it speaks of
 * @param writtenEver ids of units that ever had one
 * @param lastLetters day of the last reminder or letter upwards, by address
 * @param waiting reminders and letters upwards that have not left yet
 * @param alerts alerts that stand: not withdrawn, by finding
 * @param goLive the day from which the plan is watched here; empty before the first morning
 * @param lastMorning the last day that was checked; empty before the first
 */
public record NoticeLog(
        Map<Finding.Key, Remembered> findings,
        Map<Finding.Key, List<Written>> letters,
        Set<String> writtenToday,
        Set<String> writtenEver,
        Map<String, LocalDate> lastLetters,
        List<Waiting> waiting,
        Map<Finding.Key, StandingAlert> alerts,
        Optional<LocalDate> goLive,
        Optional<LocalDate> lastMorning) {

    /**
     * A finding as it was last seen.
     *
     * @param openedOn the day on which it last opened
     * @param toldDue the due date that the last letter about it named
     */
    public record Remembered(
            @Nullable State state,
            LocalDate openedOn,
            @Nullable LocalDate toldDue) {}

    /** A letter about a finding: its day, the stage that it was written at, its tone, whether it was delivered. */
    public record Written(LocalDate day, String stage, String tone, boolean sent) {}

    /**
     * A letter that has not left yet.
     *
     * @param day the morning that decided it
     * @param tried whether a mail server was asked already: it may have taken the letter without saying so
     * @param items the findings that it names, with the due dates that it gives them
     */
    public record Waiting(String letterKey, LocalDate day, boolean tried, List<Named> items) {

        /** One finding in it. */
        public record Named(Finding.Key finding, @Nullable LocalDate due) {}

        public Waiting {
            items = List.copyOf(items);
        }

        /** The same letter with the findings of another part of it. */
        public Waiting with(Waiting other) {
            return new Waiting(
                    letterKey,
                    day,
                    tried,
                    Stream.concat(items.stream(), other.items.stream()).toList());
        }
    }

    /** An alert that was queued and not withdrawn; {@code sent} says whether it has left the house. */
    public record StandingAlert(LocalDate day, String letterKey, boolean sent) {}

    /** The last state of every finding that was ever open and still exists. */
    public Map<Finding.Key, State> states() {
        return findings.entrySet().stream()
                .filter(entry -> entry.getValue().state() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> java.util.Objects.requireNonNull(
                                entry.getValue().state())));
    }

    /** Since when a finding that is open on a day has been open. */
    public LocalDate openSince(Finding.Key finding, LocalDate day) {
        Remembered remembered = findings.get(finding);
        return remembered == null
                        || remembered.state() == null
                        || !remembered.state().isOpen()
                ? day
                : remembered.openedOn();
    }

    /** The due date that the last letter about a finding named, however long ago. */
    Optional<LocalDate> toldDue(Finding.Key finding) {
        return Optional.ofNullable(findings.get(finding))
                .flatMap(remembered -> Optional.ofNullable(remembered.toldDue()));
    }

    /** Letters about a finding, the first first. A finding that opens anew begins anew. */
    public List<Written> lettersAbout(Finding.Key finding) {
        Remembered remembered = findings.get(finding);
        boolean stillOpen = remembered != null
                && remembered.state() != null
                && remembered.state().isOpen();
        return stillOpen ? letters.getOrDefault(finding, List.of()) : List.of();
    }
}
