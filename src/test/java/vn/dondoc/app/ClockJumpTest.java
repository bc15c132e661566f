package vn.dondoc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.crash.SmallOffice;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.store.FireLedger;

/** The machine's clock goes forward, and back again. */
class ClockJumpTest {
    private static final String A_YEAR_AHEAD = "2027-03-03T07:00";

    @TempDir
    private Path home;

    @TempDir
    private Path undisturbed;

    private Dondoc dondoc;

    @BeforeEach
    void an_office_at_work() throws IOException {
        dondoc = openIn(home);
        morning(dondoc, "2026-03-02T07:00");
        send(dondoc, "2026-03-02T07:05");
    }

    @Test
    void what_runs_unattended_is_held_a_year_ahead_and_the_administrators_are_told_once() {
        int before = dondoc.outbox().list().size();
        for (String job : List.of(Jobs.MORNING_CHECK, Jobs.WEEKLY_DIGEST, Jobs.BACKUP)) {
            assertThatThrownBy(() -> dondoc.jobs().runUnwatched(job, at(A_YEAR_AHEAD)))
                    .isInstanceOf(ClockLeapException.class)
                    .hasMessageContaining("366 ngày");
        }
        assertThat(dondoc.outbox().list()).hasSize(before + 1);
        assertThat(told("giữ lại"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.letter().text())
                        .containsIgnoringWhitespaces(
                                "đồng hồ máy chỉ 07:00 ngày 03/03/2027", "dondoc run morning-check --yes"));
        send(dondoc, "2027-03-03T07:05");
        assertThat(told("giữ lại"))
                .allSatisfy(letter -> assertThat(letter.state()).isEqualTo(LetterState.SENT));
    }

    @Test
    void once_the_clock_is_right_again_the_mornings_go_on_as_if_nothing_had_been() throws IOException {
        FireLedger ledger = new FireLedger(dondoc.database());
        Instant falseMorning = at(A_YEAR_AHEAD).instant();
        ledger.begin(Jobs.MORNING_CHECK, falseMorning, falseMorning);
        assertThatThrownBy(() -> dondoc.jobs().runUnwatched(Jobs.MORNING_CHECK, at(A_YEAR_AHEAD)))
                .isInstanceOf(ClockLeapException.class);
        ledger.finish(Jobs.MORNING_CHECK, falseMorning, falseMorning, "giữ lại");

        dondoc.clockWatch().setRight(at("2026-03-03T06:50").instant());
        dondoc.clockWatch().setRight(at("2026-03-04T06:50").instant());
        assertThat(told("lùi lại")).hasSize(1);
        assertThat(ledger.lastPlanned(Jobs.MORNING_CHECK, at("2026-03-04T06:50").instant()))
                .isEmpty();
        for (String day : List.of("2026-03-03", "2026-03-16")) {
            morning(dondoc, day + "T07:00");
            send(dondoc, day + "T07:05");
        }
        Dondoc quiet = openIn(undisturbed);
        for (String day : List.of("2026-03-02", "2026-03-03", "2026-03-16")) {
            morning(quiet, day + "T07:00");
            send(quiet, day + "T07:05");
        }
        assertThat(lettersOfThePlan(dondoc)).isEqualTo(lettersOfThePlan(quiet)).hasSizeGreaterThan(3);
        assertThat(told("giữ lại"))
                .as("queued a year ahead, it does not wait for that year")
                .allSatisfy(letter -> assertThat(letter.state()).isEqualTo(LetterState.SENT));
    }

    @Test
    void thirty_five_days_are_a_rest_and_thirty_six_a_leap() {
        LocalDate last = LocalDate.of(2026, 3, 2);
        assertThat(dondoc.clockWatch().leap(morningOf(last.plusDays(35)))).isEmpty();
        assertThat(dondoc.clockWatch().leap(morningOf(last.plusDays(36)))).isPresent();
        assertThat(dondoc.jobs().runUnwatched(Jobs.MORNING_CHECK, at("2026-04-06T07:00")))
                .contains("06/04/2026");
    }

    @Test
    void who_really_rested_for_so_long_runs_one_morning_by_hand() {
        dondoc.jobs().run(Jobs.MORNING_CHECK, at(A_YEAR_AHEAD));
        assertThat(dondoc.jobs().runUnwatched(Jobs.MORNING_CHECK, at("2027-03-04T07:00")))
                .contains("04/03/2027");
    }

    @Test
    void a_clock_that_is_years_behind_at_boot_costs_no_second_digest_and_holds_nothing_once_it_is_right() {
        FireLedger ledger = new FireLedger(dondoc.database());
        Instant monday = at("2026-03-02T07:30").instant();
        ledger.begin(Jobs.WEEKLY_DIGEST, monday, monday);
        ledger.finish(Jobs.WEEKLY_DIGEST, monday, monday, null);

        dondoc.clockWatch().setRight(at("2000-01-01T00:00").instant());
        ledger.watchFrom(Jobs.WEEKLY_DIGEST, at("2000-01-01T00:00").instant());

        Instant right = at("2026-03-04T10:00").instant();
        assertThat(ledger.lastPlanned(Jobs.WEEKLY_DIGEST, right)).contains(monday);
        assertThat(dondoc.clockWatch().leap(right)).isEmpty();
    }

    @Test
    void a_hold_ends_when_somebody_says_that_the_clock_is_right() {
        Instant rested = at(A_YEAR_AHEAD).instant();
        assertThat(dondoc.clockWatch().holdEnded(rested)).isFalse();
        assertThatThrownBy(() -> dondoc.jobs().runUnwatched(Jobs.WEEKLY_DIGEST, at(A_YEAR_AHEAD)))
                .isInstanceOf(ClockLeapException.class);
        assertThat(dondoc.clockWatch().holdEnded(rested)).isFalse();

        dondoc.clockWatch().confirm(rested);

        assertThat(dondoc.clockWatch().leap(rested)).isEmpty();
        assertThat(dondoc.clockWatch().holdEnded(rested)).isTrue();
        assertThat(dondoc.clockWatch().holdEnded(rested)).as("told once").isFalse();
        dondoc.clockWatch().confirm(rested);
        assertThat(dondoc.audit().clockConfirmed()).contains(rested);
    }

    @Test
    void mornings_of_a_clock_that_was_ahead_are_told_with_the_way_out() {
        morning(dondoc, "2026-03-20T07:00");
        dondoc.clockWatch().setRight(at("2026-03-03T07:00").instant());
        int sent = dondoc.outbox().countByState().getOrDefault(LetterState.SENT, 0);
        send(dondoc, "2026-03-03T07:05");
        assertThat(dondoc.outbox().countByState().get(LetterState.SENT))
                .as("the letters of 20/03 wait for their day, what is told of the clock goes out")
                .isEqualTo(sent + told("lùi lại").size());
        assertThat(told("lùi lại"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.letter().text())
                        .containsIgnoringWhitespaces("đến ngày 20/03/2026", "dondoc restore"));
        assertThat(Doctor.examine(new Home(home), at("2026-03-03T13:00").instant()))
                .anySatisfy(found -> assertThat(found.found()).contains("20/03/2026, chưa đến"));
    }

    @Test
    void a_minute_behind_is_no_clock_put_back() {
        Instant newest = dondoc.outbox().list().stream()
                .map(letter -> letter.progress().sentAt())
                .max(Instant::compareTo)
                .orElseThrow();
        dondoc.clockWatch().setRight(newest.minusSeconds(60));
        assertThat(told("lùi lại")).isEmpty();
        dondoc.clockWatch().setRight(newest.minusSeconds(61));
        assertThat(told("lùi lại")).hasSize(1);
    }

    @Test
    void a_clock_that_goes_back_while_serving_is_seen_at_the_next_look_and_dealt_with_once() {
        var moments = new java.util.ArrayDeque<>(List.of(0, 10, 30, -31, -21, -11));
        var dealtWith = new java.util.ArrayList<String>();
        ClockStep step = new ClockStep(
                new Clock() {
                    @Override
                    public Instant instant() {
                        return Instant.EPOCH.plusSeconds(moments.remove());
                    }

                    @Override
                    public java.time.ZoneId getZone() {
                        return VietnamTime.ZONE;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }
                },
                () -> dealtWith.add("put back"));
        while (!moments.isEmpty()) {
            step.look();
        }
        assertThat(dealtWith).hasSize(1);
    }

    private static Dondoc openIn(Path folder) throws IOException {
        SmallOffice.installIn(folder, 9);
        TemporaryHome.configure(folder, "transport: folder");
        return Dondoc.open(Settings.read(new Home(folder)));
    }

    private List<QueuedLetter> told(String words) {
        return dondoc.outbox().list().stream()
                .filter(queued -> queued.letter().subject().contains(words))
                .toList();
    }

    private static List<String> lettersOfThePlan(Dondoc dondoc) {
        return dondoc.outbox().list().stream()
                .filter(queued -> !queued.letter().subject().contains("[Vận hành]"))
                .map(queued -> queued.letter().key() + "\n" + queued.letter().text() + queued.state())
                .toList();
    }

    private static void morning(Dondoc dondoc, String moment) {
        dondoc.jobs().runUnwatched(Jobs.MORNING_CHECK, at(moment));
    }

    private static void send(Dondoc dondoc, String moment) {
        dondoc.jobs().runUnwatched(Jobs.SEND, at(moment));
    }

    private static Instant morningOf(LocalDate day) {
        return day.atTime(7, 0).atZone(VietnamTime.ZONE).toInstant();
    }

    private static Clock at(String moment) {
        return Clock.fixed(LocalDateTime.parse(moment).atZone(VietnamTime.ZONE).toInstant(), VietnamTime.ZONE);
    }
}
