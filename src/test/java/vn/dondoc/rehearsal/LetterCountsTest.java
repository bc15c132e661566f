package vn.dondoc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.rehearsal.SimulatedLetters2018.letter;
import static vn.dondoc.rehearsal.SimulatedLetters2018.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.rehearsal.LetterCounts.Mailbox;
import vn.dondoc.rehearsal.LetterCounts.Unit;

class LetterCountsTest {
    private static final Agency HEALTH = unit("so-y-te");
    private static final Agency JUSTICE = unit("so-tu-phap");
    private static final Agency LABOUR = unit("so-lao-dong");
    private static final List<Agency> UNITS = List.of(HEALTH, JUSTICE, LABOUR);

    @Test
    void a_quarter_ends_with_its_last_day_and_a_week_with_sunday() {
        LetterCounts counts = silent(List.of(
                reminder("so-y-te", "2018-03-30T07:05"),
                reminder("so-y-te", "2018-03-31T07:05"),
                reminder("so-y-te", "2018-04-01T07:05"),
                reminder("so-y-te", "2018-04-02T07:05")));
        Unit health = counts.units().get(0);
        assertThat(health.quarter()).isEqualTo(new Busiest(LocalDate.of(2018, 1, 1), 2));
        assertThat(health.week()).isEqualTo(new Busiest(LocalDate.of(2018, 3, 26), 3));
        assertThat(health.reminders())
                .containsEntry(LocalDate.of(2018, 1, 1), 2)
                .containsEntry(LocalDate.of(2018, 4, 1), 2);
    }

    @Test
    void a_week_that_runs_over_new_year_is_one_week() {
        LetterCounts counts =
                silent(List.of(reminder("so-y-te", "2018-12-31T07:05"), reminder("so-y-te", "2019-01-02T07:05")));
        assertThat(counts.units().get(0).week()).isEqualTo(new Busiest(LocalDate.of(2018, 12, 31), 2));
    }

    @Test
    void units_that_reported_are_counted_apart_from_silent_ones() {
        LetterCounts counts = LetterCounts.of(
                List.of(
                        reminder("so-y-te", "2018-03-05T07:05"),
                        reminder("so-tu-phap", "2018-03-05T07:05"),
                        reminder("so-tu-phap", "2018-03-06T07:05")),
                UNITS,
                Set.of("so-y-te"));
        assertThat(counts.busiest(true, Unit::quarter).map(Unit::agency)).contains(HEALTH);
        assertThat(counts.busiest(false, Unit::quarter).map(Unit::agency)).contains(JUSTICE);
        assertThat(counts.withoutLetters()).extracting(Unit::agency).containsExactly(LABOUR);
    }

    @Test
    void alerts_and_digests_are_no_reminders() {
        LetterCounts counts = silent(List.of(
                letter(LetterKind.ALERT, "so-y-te", "2018-03-05T07:05", List.of(), "Cảnh báo"),
                letter(LetterKind.DIGEST, "Chủ tịch", "2018-03-05T07:35", List.of(), "Bản tổng hợp")));
        assertThat(counts.byKind())
                .containsEntry(LetterKind.ALERT, 1)
                .containsEntry(LetterKind.DIGEST, 1)
                .containsEntry(LetterKind.REMINDER, 0);
        assertThat(counts.units().get(0).quarter()).isEqualTo(Busiest.NONE);
        assertThat(counts.units().get(0).letters()).isEqualTo(1);
        assertThat(counts.busiest(false, Unit::week)).isEmpty();
    }

    @Test
    void a_mailbox_counts_letters_and_copies_of_every_kind() {
        String boss = "ubnd-tinh@quangngai.example";
        LetterCounts counts = silent(List.of(
                letter(LetterKind.ALERT, "so-y-te", "2018-03-05T07:05", List.of(boss), "Cảnh báo"),
                letter(LetterKind.REMINDER, "so-tu-phap", "2018-03-05T07:05", List.of(boss), "Nhắc việc"),
                letter(LetterKind.ESCALATION, "ubnd-tinh", "2018-03-06T07:05", List.of(), "Báo cáo")));
        Mailbox mailbox = counts.busiestMailbox(Mailbox::day).orElseThrow();
        assertThat(mailbox)
                .isEqualTo(new Mailbox(
                        boss,
                        1,
                        2,
                        new Busiest(LocalDate.of(2018, 3, 5), 2),
                        new Busiest(LocalDate.of(2018, 3, 5), 3)));
    }

    @Test
    void of_equals_the_first_is_named() {
        LetterCounts counts =
                silent(List.of(reminder("so-tu-phap", "2018-03-05T07:05"), reminder("so-y-te", "2018-03-05T07:05")));
        assertThat(counts.busiest(false, Unit::week).map(Unit::agency)).contains(HEALTH);
    }

    private static LetterCounts silent(List<SimulatedLetter> letters) {
        return LetterCounts.of(letters, UNITS, Set.of());
    }

    private static Agency unit(String id) {
        return new Agency(
                id,
                "Đơn vị " + id,
                Level.DEPARTMENT,
                "",
                Set.of(),
                LocalDate.of(2017, 1, 1),
                null,
                "",
                "",
                "Giám đốc",
                id + "@quangngai.example",
                "");
    }
}
