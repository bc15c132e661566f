package vn.dondoc.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.facts.Agency;
import vn.dondoc.outbox.LetterKind;

/**
 * How many letters a simulated period brings to whom. Only reminders are measured by week and quarter: alerts are urgent,
 * and digests go to leaders.
 *
 * @param byKind every kind is there
 * @param units every unit of the period, those without a letter too, in the order of the registry
 * @param mailboxes every address that got one, by address
 */
public record LetterCounts(Map<LetterKind, Integer> byKind, List<Unit> units, List<Mailbox> mailboxes) {

    /**
     * One unit.
     *
     * @param reporting whether a report of it came in within the period
     * @param byKind every kind is there
     * @param reminders by the first day of the quarter
     */
    public record Unit(
            Agency agency,
            boolean reporting,
            Map<LetterKind, Integer> byKind,
            Map<LocalDate, Integer> reminders,
            Busiest quarter,
            Busiest week) {

        public int count(LetterKind kind) {
            return byKind.getOrDefault(kind, 0);
        }

        public int letters() {
            return byKind.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * One address, with letters of every kind.
     *
     * @param copies letters of which it got a copy
     */
    public record Mailbox(String address, int letters, int copies, Busiest day, Busiest week) {}

    static LetterCounts of(List<SimulatedLetter> letters, List<Agency> units, Set<String> reporting) {
        Map<String, List<SimulatedLetter>> byUnit = group(letters, SimulatedLetter::agency);
        return new LetterCounts(
                byKind(letters),
                units.stream()
                        .map(unit ->
                                unit(unit, reporting.contains(unit.id()), byUnit.getOrDefault(unit.id(), List.of())))
                        .toList(),
                mailboxes(letters));
    }

    /** Of the units that reported, or of the silent ones, the one with the most reminders in a span. */
    public Optional<Unit> busiest(boolean reporting, Function<Unit, Busiest> span) {
        return units.stream()
                .filter(unit ->
                        unit.reporting() == reporting && span.apply(unit).letters() > 0)
                .max(mostFirstOf(unit -> span.apply(unit).letters()));
    }

    public List<Unit> withoutLetters() {
        return units.stream().filter(unit -> unit.letters() == 0).toList();
    }

    /** The reminders of one address on one day. */
    public Optional<Mailbox> busiestMailbox(Function<Mailbox, Busiest> span) {
        return mailboxes.stream().max(mostFirstOf(mailbox -> span.apply(mailbox).letters()));
    }

    /** Finds the first of equals, where {@code max} alone finds the last. */
    private static <T> Comparator<T> mostFirstOf(ToIntFunction<T> letters) {
        return (one, other) -> letters.applyAsInt(one) >= letters.applyAsInt(other) ? 1 : -1;
    }

    private static Unit unit(Agency agency, boolean reporting, List<SimulatedLetter> letters) {
        List<SimulatedLetter> reminders = letters.stream()
                .filter(letter -> letter.kind() == LetterKind.REMINDER)
                .toList();
        return new Unit(
                agency,
                reporting,
                byKind(letters),
                Busiest.quarters(reminders),
                Busiest.quarter(reminders),
                Busiest.week(reminders));
    }

    private static List<Mailbox> mailboxes(List<SimulatedLetter> letters) {
        Map<String, List<SimulatedLetter>> direct = group(letters, SimulatedLetter::to);
        Map<String, List<SimulatedLetter>> copied = new TreeMap<>();
        letters.forEach(letter -> letter.copies()
                .forEach(copy ->
                        copied.computeIfAbsent(copy, any -> new ArrayList<>()).add(letter)));
        return Stream.concat(direct.keySet().stream(), copied.keySet().stream())
                .distinct()
                .sorted()
                .map(address -> mailbox(
                        address, direct.getOrDefault(address, List.of()), copied.getOrDefault(address, List.of())))
                .toList();
    }

    private static Mailbox mailbox(String address, List<SimulatedLetter> direct, List<SimulatedLetter> copied) {
        List<SimulatedLetter> all =
                Stream.concat(direct.stream(), copied.stream()).toList();
        return new Mailbox(address, direct.size(), copied.size(), Busiest.day(all), Busiest.week(all));
    }

    private static Map<LetterKind, Integer> byKind(List<SimulatedLetter> letters) {
        Map<LetterKind, Integer> counts = new EnumMap<>(LetterKind.class);
        for (LetterKind kind : LetterKind.values()) {
            counts.put(kind, 0);
        }
        letters.forEach(letter -> counts.merge(letter.kind(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, List<SimulatedLetter>> group(
            List<SimulatedLetter> letters, Function<SimulatedLetter, String> key) {
        return letters.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
