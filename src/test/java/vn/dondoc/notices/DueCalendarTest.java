package vn.dondoc.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.enclosures.Findings.DAY;
import static vn.dondoc.enclosures.Findings.finding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.DueCalendar.Entry;

class DueCalendarTest {
    private static final LocalDate DUE = LocalDate.of(2018, 1, 2);

    @Test
    void a_first_calendar_tells_of_every_date() {
        DueCalendar first = next(List.of(), DAY, due("III.1-04", DUE), due("II.1.c-02", DAY));

        assertThat(first.changed()).isTrue();
        assertThat(first.shown()).isEqualTo(first.entries()).hasSize(2);
        Entry report = first.entries().get(1);
        assertThat(report.uid()).isEqualTo("so-noi-vu_III.1-04_2017@quangngai.example");
        assertThat(report.sequence()).isZero();
        assertThat(report.due()).isEqualTo(DUE);
        assertThat(report.summary()).isEqualTo("Báo cáo năm");
        assertThat(report.description())
                .startsWith("mục III.1, năm 2017: “triển khai kết nối")
                .endsWith("”");
    }

    @Test
    void nothing_new_is_no_change_and_the_whole_is_still_shown() {
        DueCalendar first = next(List.of(), DAY, due("III.1-04", DUE));
        DueCalendar second = next(first.entries(), DAY.plusDays(1), due("III.1-04", DUE));

        assertThat(second.changed()).isFalse();
        assertThat(second.entries()).isEqualTo(first.entries());
        assertThat(second.shown()).hasSize(1);
    }

    @Test
    void a_moved_date_and_one_that_is_assumed_no_longer_count_their_sequence_on() {
        DueCalendar first = next(List.of(), DAY, due("III.1-04", DUE));
        DueCalendar moved = next(first.entries(), DAY, due("III.1-04", DUE.plusDays(1)));
        DueCalendar assumed =
                next(moved.entries(), DAY, finding("III.1-04", "Báo cáo năm", DUE.plusDays(1), true, State.AT_RISK));

        assertThat(only(moved).sequence()).isEqualTo(1);
        assertThat(only(moved).uid()).isEqualTo(only(first).uid());
        assertThat(moved.changed()).isTrue();
        assertThat(only(assumed).sequence()).isEqualTo(2);
        assertThat(only(assumed).assumed()).isTrue();
    }

    @Test
    void another_state_or_other_words_are_no_change() {
        DueCalendar first = next(List.of(), DAY, due("III.1-04", DUE));
        DueCalendar later = next(first.entries(), DAY, finding("III.1-04", "Lời khác", DUE, false, State.VIOLATED));

        assertThat(later.changed()).isFalse();
        assertThat(only(later).summary()).isEqualTo("Lời khác");
    }

    @ParameterizedTest
    @CsvSource({"MET", "MET_LATE"})
    void what_is_met_is_called_off_once(State met) {
        DueCalendar first = next(List.of(), DAY, due("III.1-04", DUE));
        DueCalendar closed = next(first.entries(), DAY, finding("III.1-04", "Báo cáo năm", DUE, false, met));
        DueCalendar later = next(closed.entries(), DAY.plusDays(1));

        assertThat(closed.changed()).isTrue();
        assertThat(only(closed).cancelled()).isTrue();
        assertThat(only(closed).sequence()).isEqualTo(1);
        assertThat(closed.shown()).hasSize(1);
        assertThat(later.changed()).isFalse();
        assertThat(later.shown()).isEmpty();
    }

    @Test
    void what_is_gone_is_called_off_and_what_comes_back_counts_on() {
        DueCalendar first = next(List.of(), DAY, due("III.1-04", DUE));
        DueCalendar gone = next(first.entries(), DAY);
        DueCalendar quiet = next(gone.entries(), DAY);
        DueCalendar back = next(quiet.entries(), DAY, due("III.1-04", DUE));

        assertThat(only(gone).cancelled()).isTrue();
        assertThat(back.changed()).isTrue();
        assertThat(only(back).cancelled()).isFalse();
        assertThat(only(back).sequence()).isEqualTo(2);
        assertThat(back.shown()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, true", "31, false"})
    void what_fell_due_more_than_thirty_days_ago_is_left_out(int daysAgo, boolean shown) {
        DueCalendar calendar = next(List.of(), DAY, due("III.1-04", DAY.minusDays(daysAgo)));
        assertThat(calendar.shown()).hasSize(shown ? 1 : 0);
        assertThat(calendar.changed()).isEqualTo(shown);
    }

    @Test
    void a_date_grows_old_without_being_called_off_and_may_be_put_off_later() {
        DueCalendar first = next(List.of(), DAY, due("III.1-04", DAY));
        DueCalendar old = next(first.entries(), DAY.plusDays(31), due("III.1-04", DAY));
        DueCalendar closed = next(old.entries(), DAY.plusDays(40));
        DueCalendar putOff = next(closed.entries(), DAY.plusDays(41), due("III.1-04", DAY.plusDays(90)));

        assertThat(old.changed()).isFalse();
        assertThat(old.shown()).isEmpty();
        assertThat(closed.changed()).isFalse();
        assertThat(only(closed).cancelled()).isFalse();
        assertThat(putOff.shown()).extracting(Entry::sequence).containsExactly(1);
    }

    @Test
    void a_duty_without_a_date_has_no_entry() {
        assertThat(next(List.of(), DAY, due("III.1-04", null)).entries()).isEmpty();
    }

    private static Finding due(String duty, @Nullable LocalDate due) {
        return finding(duty, "Báo cáo năm", due, false, State.AT_RISK);
    }

    private static Entry only(DueCalendar calendar) {
        assertThat(calendar.entries()).hasSize(1);
        return calendar.entries().get(0);
    }

    private static DueCalendar next(List<Entry> previous, LocalDate day, Finding... findings) {
        return DueCalendar.next("so-noi-vu", previous, List.of(findings), day, "nhac-viec@quangngai.example");
    }
}
