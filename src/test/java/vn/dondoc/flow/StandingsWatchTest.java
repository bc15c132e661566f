package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.facts.Ruling;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.store.FindingHistory;
import vn.dondoc.store.News;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.ReceivedFile;
import vn.dondoc.store.ReportStore;
import vn.dondoc.store.RulingStore;

/** What is kept at hand is what judging everything would give. */
class StandingsWatchTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2018-03-20T03:00:00Z"));
    private Dondoc dondoc;
    private StandingsWatch watch;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        TemporaryHome.in(folder);
        dondoc = Dondoc.open(Settings.read(new Home(folder)));
        watch = new StandingsWatch(
                dondoc.assessor(), new News(dondoc.database()), new FindingHistory(dondoc.database()), clock);
    }

    @AfterEach
    void close() {
        watch.close();
        dondoc.database().close();
    }

    @Test
    void there_are_none_before_the_first_look() {
        assertThat(watch.latest()).isEmpty();
    }

    @Test
    void they_are_what_a_check_of_everything_finds() {
        watch.look();
        assertThat(told(standings())).containsExactlyElementsOf(judged());
        assertThat(standings().total().all()).isEqualTo(judged().size());
        assertThat(standings().byDuty().values().stream()
                        .mapToInt(duty -> duty.tally().all())
                        .sum())
                .isEqualTo(judged().size());
    }

    @Test
    void a_report_changes_the_unit_that_sent_it_and_leaves_the_others_as_they_are() {
        watch.look();
        Standings before = standings();
        Finding open = overdue();
        clock.set(clock.instant().plusSeconds(60));
        report(open);

        watch.look();

        Standings after = standings();
        assertThat(told(after)).containsExactlyElementsOf(judged()).isNotEqualTo(told(before));
        assertThat(after.unit(open.key().agency()).orElseThrow().lastReport())
                .isEqualTo(VietnamTime.dayOf(clock.instant()));
        String other = before.units().stream()
                .map(unit -> unit.unit().id())
                .filter(unit -> !unit.equals(open.key().agency()))
                .findFirst()
                .orElseThrow();
        assertThat(after.unit(other).orElseThrow()).isSameAs(before.unit(other).orElseThrow());
        assertThat(after.asOf()).isEqualTo(clock.instant());
    }

    @Test
    void a_report_that_is_returned_counts_no_more_at_the_next_look() {
        Finding open = overdue();
        report(open);
        clock.set(clock.instant().plusSeconds(60));
        watch.look();
        List<String> reported = told(standings());

        clock.set(clock.instant().plusSeconds(60));
        giveBack(open);
        watch.look();

        assertThat(told(standings())).containsExactlyElementsOf(judged()).isNotEqualTo(reported);
    }

    @Test
    void a_report_stamped_by_a_clock_that_is_ahead_is_taken_up_once_its_moment_has_come() {
        watch.look();
        List<String> before = told(standings());
        Instant now = clock.instant();
        clock.set(now.plusSeconds(30));
        report(overdue());
        clock.set(now.plusSeconds(29));
        watch.look();
        assertThat(told(standings())).isEqualTo(before);

        clock.set(now.plusSeconds(30));
        watch.look();

        assertThat(told(standings())).containsExactlyElementsOf(judged()).isNotEqualTo(before);
    }

    @Test
    void nothing_new_leaves_them_as_they_are() {
        watch.look();
        Standings before = standings();
        clock.set(clock.instant().plusSeconds(600));
        watch.look();
        assertThat(standings()).isSameAs(before);
    }

    @Test
    void after_midnight_in_vietnam_they_are_those_of_the_new_day() {
        clock.set(Instant.parse("2018-03-31T16:59:59Z"));
        watch.look();
        assertThat(standings().day()).isEqualTo(LocalDate.parse("2018-03-31"));

        clock.set(Instant.parse("2018-03-31T17:00:00Z"));
        watch.look();

        assertThat(standings().day()).isEqualTo(LocalDate.parse("2018-04-01"));
        assertThat(told(standings())).containsExactlyElementsOf(judged());
    }

    @Test
    void the_trend_is_of_the_sundays_before_by_what_was_known_then() {
        watch.look();
        Trend trend = standings().trend();
        assertThat(trend.complete()).isTrue();
        assertThat(trend.weeks())
                .extracting(Trend.Week::day)
                .hasSize(12)
                .last()
                .isEqualTo(LocalDate.parse("2018-03-18"));
        LocalDate first = trend.weeks().get(0).day();
        List<State> then = dondoc.assessor().asOf(first).binding().stream()
                .map(Finding::state)
                .toList();
        assertThat(trend.of(Optional.empty()).get(0)).isEqualTo(vn.dondoc.notices.Standing.of(first, then));
    }

    private Standings standings() {
        return watch.latest().orElseThrow();
    }

    private static List<String> told(Standings standings) {
        return standings.units().stream()
                .flatMap(unit -> unit.rows().stream()
                        .map(row -> unit.unit().id() + " " + row.duty().id() + " "
                                + row.period().id() + " " + row.state() + " " + row.due()))
                .sorted()
                .collect(Collectors.toList());
    }

    private List<String> judged() {
        return dondoc.assessor().at(clock.instant()).findings().stream()
                .map(finding -> finding.key().agency() + " " + finding.key().duty() + " "
                        + finding.key().period() + " " + finding.state() + " " + finding.due())
                .sorted()
                .toList();
    }

    private Finding overdue() {
        return dondoc.assessor().at(clock.instant()).findings().stream()
                .filter(finding -> finding.state() == State.OVERDUE
                        && !finding.obligation().duty().isTarget())
                .findFirst()
                .orElseThrow();
    }

    private void giveBack(Finding finding) {
        Entry entry = new ReportStore(dondoc.database())
                .entriesOf(Set.of(finding.key().agency()), clock.instant()).stream()
                        .filter(each -> each.duty().equals(finding.key().duty()))
                        .reduce((older, newer) -> newer)
                        .orElseThrow();
        Ruling returned = new Ruling(
                entry.sequence(),
                Ruling.Kind.RETURNED,
                "thiếu văn bản",
                VietnamTime.dayOf(clock.instant()).plusDays(5),
                "Chuyên viên (can-bo)",
                clock.instant());
        new RulingStore(dondoc.database(), dondoc.outbox())
                .add(List.of(new RulingStore.Ruled(entry, returned, null)), null);
    }

    private void report(Finding finding) {
        Instant now = clock.instant();
        Entry entry = new Entry(
                0,
                "bao-cao.json, dòng 1",
                finding.key().agency(),
                finding.obligation().period(),
                finding.key().duty(),
                ReportedStatus.DONE,
                VietnamTime.dayOf(now),
                List.of(),
                null,
                null,
                null,
                List.of(),
                "",
                now);
        new ReportStore(dondoc.database())
                .save(
                        new ReceivedFile("x", "bao-cao.json", now, now, "x", false, Outcome.ACCEPTED, 0),
                        List.of(entry),
                        List.of());
    }
}
