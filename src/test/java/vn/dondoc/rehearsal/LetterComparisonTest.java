package vn.dondoc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.rehearsal.ItemChanges.Item;
import vn.dondoc.rehearsal.ItemChanges.Moved;
import vn.dondoc.rehearsal.LetterChange.Kind;
import vn.dondoc.rehearsal.Simulation.Outcome;
import vn.dondoc.rehearsal.Simulation.Period;

/** Letters of two lives are laid side by side as their reader would. */
class LetterComparisonTest {
    private static final LocalDate MONDAY = LocalDate.of(2018, 3, 5);
    private static final LocalDate NEXT_MONDAY = LocalDate.of(2018, 3, 12);
    private static final Item COMMUNE = new Item("xa-ba-bich", "III.1-03", "2018-Q1");
    private static final Item OWN = new Item("huyen-ba-to", "II.1-02", "2018");

    /** A letter to the district, with what it names. */
    private record Named(SimulatedLetter letter, Set<Item> items) {}

    private static Named letter(LetterKind kind, LocalDate day, String key, Item... items) {
        String content = kind + " " + new TreeSet<>(List.of(items));
        return new Named(
                new SimulatedLetter(
                        LocalDateTime.of(day, java.time.LocalTime.of(7, 5))
                                .atZone(VietnamTime.ZONE)
                                .toInstant(),
                        kind,
                        "huyen-ba-to@quangngai.example",
                        List.of(),
                        "huyen-ba-to",
                        "Báo cáo lãnh đạo",
                        items.length,
                        "<" + key + ">",
                        "NEW_STAGE",
                        LetterState.SENT,
                        key + ".html",
                        key,
                        content),
                Set.of(items));
    }

    private static Outcome life(Named... letters) {
        Map<String, Set<String>> items = new TreeMap<>();
        for (Named named : letters) {
            items.put(
                    named.letter().key(),
                    named.items().stream()
                            .map(item -> item.agency() + " " + item.duty() + " " + item.period())
                            .collect(java.util.stream.Collectors.toSet()));
        }
        List<SimulatedLetter> written =
                java.util.stream.Stream.of(letters).map(Named::letter).toList();
        return new Outcome(
                new Period(MONDAY, NEXT_MONDAY),
                MONDAY,
                0,
                written,
                LetterCounts.of(written, List.of(), Set.of()),
                0,
                0,
                items,
                Path.of(""));
    }

    @Test
    void a_letter_of_another_kind_to_the_same_reader_on_the_same_day_is_the_same_letter_with_more_in_it() {
        List<LetterChange> changes = LetterComparison.between(
                life(letter(LetterKind.ESCALATION, MONDAY, "up", COMMUNE)),
                life(letter(LetterKind.REMINDER, MONDAY, "down", COMMUNE, OWN)));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.READS_DIFFERENTLY);
            assertThat(change.items().added()).containsExactly(OWN);
            assertThat(change.items().dropped()).isEmpty();
            assertThat(PreviewWords.items(change)).isEqualTo("thêm II.1-02");
        });
    }

    @Test
    void a_letter_of_one_kind_on_one_day_is_one_letter_whichever_morning_decided_it() {
        List<LetterChange> changes = LetterComparison.between(
                life(letter(LetterKind.ESCALATION, MONDAY, "friday", COMMUNE)),
                life(letter(LetterKind.ESCALATION, MONDAY, "monday", OWN)));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.READS_DIFFERENTLY);
            assertThat(PreviewWords.items(change)).isEqualTo("thêm II.1-02; bỏ III.1-03 của xa-ba-bich");
        });
    }

    @Test
    void what_one_letter_names_no_longer_and_a_later_one_names_is_moved() {
        List<LetterChange> changes = LetterComparison.between(
                life(letter(LetterKind.REMINDER, MONDAY, "first", COMMUNE, OWN)),
                life(
                        letter(LetterKind.REMINDER, MONDAY, "first", COMMUNE),
                        letter(LetterKind.REMINDER, NEXT_MONDAY, "second", OWN)));

        assertThat(changes).extracting(LetterChange::kind).containsExactly(Kind.READS_DIFFERENTLY, Kind.APPEARS);
        assertThat(changes.get(0).items().moved()).containsExactly(new Moved(OWN, MONDAY, NEXT_MONDAY));
        assertThat(PreviewWords.items(changes.get(0))).isEqualTo("dời sang 12/03/2018: II.1-02");
    }

    @Test
    void a_letter_for_the_same_on_another_day_has_moved() {
        List<LetterChange> changes = LetterComparison.between(
                life(letter(LetterKind.REMINDER, MONDAY, "first", OWN)),
                life(letter(LetterKind.REMINDER, NEXT_MONDAY, "second", OWN)));

        assertThat(changes).extracting(LetterChange::kind).containsExactly(Kind.MOVES);
        assertThat(changes.get(0).items().isEmpty()).isTrue();
    }
}
