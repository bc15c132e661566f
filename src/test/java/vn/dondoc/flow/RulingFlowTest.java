package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.flow.ShippedPlan.at;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.audit.AuditRecord;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Ruling;
import vn.dondoc.facts.Ruling.Kind;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.intake.Intake;
import vn.dondoc.intake.Receipt;
import vn.dondoc.letters.LetterSettings;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.AuditLog;
import vn.dondoc.store.Database;
import vn.dondoc.store.DatabaseAddress;
import vn.dondoc.store.EmptyRecords;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.ReportStore;
import vn.dondoc.store.RulingStore;

/** Returning and approving what was reported, on the shipped plan. */
class RulingFlowTest {
    private static final String UNIT = "so-tu-phap";
    private static final String REPORT = "III.1-03";
    private static final String PERIOD = "2017-Q3";
    private static final String YEARLY = "II.1.a-04";
    private static final Instant EARLIER = at("2017-07-05T09:00");
    private static final Instant REPORTED = at("2017-10-02T09:00");
    private static final Instant RULED = at("2017-10-10T15:00");
    private static final Instant LATER = at("2017-10-11T09:00");

    @TempDir
    Path folder;

    private Database database;
    private ReportStore reports;
    private OutboxStore outbox;
    private LetterWriter writer;
    private RulingFlow rulings;
    /** What happens while an officer's request is on its way, after it was checked. */
    private Runnable meanwhile = () -> {};

    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(EmptyRecords.in(folder));
    }

    @BeforeEach
    void open() {
        database = Database.open(address());
        reports = new ReportStore(database);
        outbox = new OutboxStore(database, "don-doc@quangngai.example");
        writer = new LetterWriter(
                Path.of("config/mail"),
                Path.of("config/cong-van"),
                new LetterSettings(
                        new LetterSettings.Office("Sở Nội vụ", "Quảng Ngãi", "UBND tỉnh Quảng Ngãi", "SNV"),
                        "don-doc@quangngai.example",
                        "don-doc@quangngai.example",
                        (letter, day) -> ""),
                ShippedPlan.rules().current().registry());
        rulings = new RulingFlow(this::rules, reports, new RulingStore(database, outbox), writer);
    }

    private RuleBook rules() {
        Runnable other = meanwhile;
        meanwhile = () -> {};
        other.run();
        return ShippedPlan.rules().current();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_has_to_be_approved_is_for_a_person_to_see_until_it_is_and_then_counts_from_its_own_day() {
        report("done", true, REPORTED);
        assertThat(stateAt(RULED)).isEqualTo(State.REVIEW);
        assertThat(findingAt(RULED).explanation()).contains("chờ Sở Nội vụ duyệt");

        assertThat(enter(Kind.APPROVED, "", null, RULED).refused()).isEmpty();

        assertThat(stateAt(LATER)).isEqualTo(State.MET);
        assertThat(stateAt(RULED.minusMillis(1))).isEqualTo(State.REVIEW);
    }

    @Test
    void what_says_that_nothing_is_done_yet_needs_no_approval() {
        report("in-progress", true, REPORTED);

        assertThat(stateAt(RULED)).isNotEqualTo(State.REVIEW);
    }

    @Test
    void what_was_returned_counts_no_more_and_what_it_replaced_neither() {
        report("done", false, REPORTED.minusSeconds(3600));
        report("done", false, REPORTED);

        assertThat(enter(Kind.RETURNED, "thiếu chữ ký", LocalDate.of(2017, 10, 20), RULED)
                        .refused())
                .isEmpty();

        assertThat(findingAt(LATER).obligation().entry()).isNull();
        assertThat(stateAt(LATER)).isEqualTo(State.OVERDUE);
        assertThat(findingAt(LATER).explanation())
                .contains("bị trả lại ngày 10/10/2017", "thiếu chữ ký", "gửi lại chậm nhất ngày 20/10/2017");
        assertThat(stateAt(RULED.minusMillis(1))).isEqualTo(State.MET);
    }

    @Test
    void what_was_reported_before_for_the_same_year_counts_no_more_either() {
        report(YEARLY, "2017-Q2", "done", EARLIER);
        report(YEARLY, PERIOD, "done", REPORTED);
        assertThat(yearlyAt(RULED).state()).isEqualTo(State.MET);

        enter(Kind.RETURNED, "thiếu chữ ký", LocalDate.of(2017, 10, 20), RULED);

        assertThat(yearlyAt(RULED.minusMillis(1)).state()).isEqualTo(State.MET);
        assertThat(yearlyAt(LATER).obligation().entry()).isNull();
        assertThat(yearlyAt(LATER).state()).isNotIn(State.MET, State.MET_LATE);
        assertThat(yearlyAt(LATER).explanation())
                .contains("bị trả lại ngày 10/10/2017", "thiếu chữ ký", "gửi lại chậm nhất ngày 20/10/2017")
                .doesNotContain("Theo báo cáo.json");
    }

    @Test
    void a_letter_about_the_duty_says_that_the_report_was_returned_and_not_that_none_came() {
        report(YEARLY, "2017-Q2", "done", EARLIER);
        report(YEARLY, PERIOD, "done", REPORTED);
        enter(Kind.RETURNED, "thiếu chữ ký", LocalDate.of(2017, 10, 20), RULED);
        Finding finding = yearlyAt(LATER);

        assertThat(writer.write(
                                new Notice.Alert(
                                        Notice.Returned.recipientOf(
                                                finding.obligation().agency()),
                                        finding.obligation().agency(),
                                        LocalDate.of(2017, 10, 11),
                                        new Item(finding, "a", "nhắc việc")),
                                ShippedPlan.rules().current().plan(),
                                LATER,
                                "1")
                        .text()
                        .replaceAll("\\s+", " "))
                .contains("Báo cáo đã gửi bị trả lại ngày 10/10/2017; gửi lại chậm nhất ngày 20/10/2017")
                .doesNotContain("hưa có báo cáo");
    }

    @Test
    void the_file_of_a_report_that_was_set_aside_is_taken_again() {
        report(YEARLY, "2017-Q2", "done", EARLIER);
        report(YEARLY, PERIOD, "done", REPORTED);
        enter(Kind.RETURNED, "thiếu chữ ký", LocalDate.of(2017, 10, 20), RULED);

        Receipt again = ShippedPlan.intake(database, folder, any -> false)
                .receive(
                        "báo cáo.json",
                        ShippedPlan.written(UNIT, "2017-Q2", YEARLY, "done", EARLIER),
                        Intake.Options.STRICT,
                        LATER);

        assertThat(again.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(yearlyAt(LATER).state()).isEqualTo(State.MET);
    }

    @Test
    void what_is_reported_after_a_return_counts_and_what_was_set_aside_does_not_come_back_with_it() {
        report(YEARLY, "2017-Q2", "done", EARLIER);
        report(YEARLY, PERIOD, "done", REPORTED);
        enter(Kind.RETURNED, "thiếu chữ ký", LocalDate.of(2017, 10, 20), RULED);

        report(YEARLY, PERIOD, "done", LATER);

        assertThat(yearlyAt(LATER).state()).isEqualTo(State.MET);
        assertThat(yearlyAt(LATER).obligation().doneOn()).isEqualTo(LocalDate.of(2017, 10, 11));
        assertThat(yearlyAt(LATER).obligation().returned()).isNull();
    }

    @Test
    void what_came_in_after_the_returned_report_stands() {
        report(YEARLY, "2017-Q2", "done", EARLIER);
        Entry first = reports.entriesKnownAt(EARLIER).get(0);
        report(YEARLY, PERIOD, "done", REPORTED);

        enter(first, Kind.RETURNED, "thiếu chữ ký", LocalDate.of(2017, 10, 20), RULED);

        assertThat(yearlyAt(LATER).state()).isEqualTo(State.MET);
        assertThat(yearlyAt(LATER).obligation().returned()).isNull();
    }

    @Test
    void what_was_approved_before_stands_though_a_later_report_is_returned() {
        ShippedPlan.report(database, folder, UNIT, "2017-Q2", YEARLY, "done", any -> true, EARLIER);
        enter(Kind.APPROVED, "", null, EARLIER.plusSeconds(60));
        report(YEARLY, PERIOD, "in-progress", REPORTED);

        enter(Kind.RETURNED, "thiếu chữ ký", LocalDate.of(2017, 10, 20), RULED);

        assertThat(yearlyAt(LATER).state()).isEqualTo(State.MET);
    }

    @Test
    void the_report_of_another_round_stands() {
        report(REPORT, "2017-H1", "done", EARLIER);
        report(REPORT, PERIOD, "done", REPORTED);

        enter(Kind.RETURNED, "thiếu chữ ký", LocalDate.of(2017, 10, 20), RULED);

        assertThat(stateAt(LATER)).isEqualTo(State.OVERDUE);
        assertThat(findingAt(new Finding.Key(UNIT, REPORT, "2017-H1"), LATER).state())
                .isIn(State.MET, State.MET_LATE);
    }

    @Test
    void a_new_report_stands_in_place_of_a_returned_one() {
        report("done", false, REPORTED);
        enter(Kind.RETURNED, "thiếu chữ ký", LocalDate.of(2017, 10, 20), RULED);

        report("submitted", false, LATER);

        assertThat(findingAt(LATER).obligation().returned()).isNull();
        assertThat(findingAt(LATER).obligation().entry()).isNotNull();
    }

    @Test
    void what_is_confirmed_not_to_apply_is_asked_for_no_more_until_the_unit_reports_again() {
        report("not-applicable", false, REPORTED);
        assertThat(stateAt(RULED)).isEqualTo(State.REVIEW);

        enter(Kind.APPROVED, "", null, RULED);

        assertThat(finding(LATER)).isEmpty();
        report("in-progress", false, LATER);
        assertThat(finding(LATER)).isPresent();
    }

    @Test
    void nothing_is_returned_twice_or_without_a_reason_and_a_day_to_come() {
        report("done", false, REPORTED);

        assertThat(enter(Kind.RETURNED, " ", LocalDate.of(2017, 10, 10), RULED).refused())
                .extracting(problem -> problem.place())
                .containsExactly(RulingFlow.REASON, RulingFlow.NEW_DATE);
        assertThat(enter(Kind.APPROVED, "", null, RULED).refused())
                .extracting(problem -> problem.message())
                .containsExactly("không cần duyệt, hoặc đã duyệt");
        assertThat(enter(Kind.RETURNED, "sai", LocalDate.of(2017, 10, 11), RULED)
                        .refused())
                .isEmpty();
        assertThat(enter(Kind.RETURNED, "sai", LocalDate.of(2017, 10, 11), RULED)
                        .refused())
                .isNotEmpty();
    }

    @Test
    void of_two_officers_at_the_same_moment_the_second_is_told_and_one_letter_goes_out() {
        report("done", false, REPORTED);
        LocalDate again = LocalDate.of(2017, 10, 20);
        meanwhile = () -> assertThat(
                        enter(Kind.RETURNED, "thiếu chữ ký", again, RULED).refused())
                .isEmpty();

        Entered<RulingFlow.Done> second = enter(Kind.RETURNED, "thiếu số liệu", again, RULED);

        assertThat(second.stored()).isEmpty();
        assertThat(second.refused())
                .extracting(problem -> problem.message())
                .containsExactly("vừa có người khác trả lại hoặc duyệt; chưa ghi gì thêm");
        assertThat(rulingsStored()).containsExactly("thiếu chữ ký");
        assertThat(outbox.list(LetterState.QUEUED)).hasSize(1);
    }

    @Test
    void a_double_click_approves_once_and_nothing_is_returned_that_was_approved_meanwhile() {
        report("done", true, REPORTED);
        meanwhile = () -> enter(Kind.APPROVED, "", null, RULED);
        assertThat(enter(Kind.APPROVED, "", null, RULED).refused()).isNotEmpty();

        report("done", true, LATER);
        Instant ruled = LATER.plusSeconds(60);
        meanwhile = () -> enter(Kind.APPROVED, "", null, ruled);
        assertThat(enter(Kind.RETURNED, "sai", LocalDate.of(2017, 10, 20), ruled)
                        .refused())
                .isNotEmpty();

        assertThat(rulingsStored()).containsExactly("", "", "", "");
        assertThat(outbox.list(LetterState.QUEUED)).isEmpty();
    }

    @Test
    void nothing_is_returned_whose_letter_was_queued_before() {
        report("done", false, REPORTED);
        LocalDate again = LocalDate.of(2017, 10, 20);
        enter(Kind.RETURNED, "thiếu chữ ký", again, RULED);
        QueuedLetter queued = outbox.list(LetterState.QUEUED).get(0);
        Database other = Database.open(EmptyRecords.at(folder.resolve("other.db")));
        try (other) {
            ShippedPlan.report(other, folder, UNIT, PERIOD, REPORT, "done", any -> false, REPORTED);
            OutboxStore letters = new OutboxStore(other, "don-doc@quangngai.example");
            letters.enqueue(queued.letter(), "1", false, RULED);
            RulingStore store = new RulingStore(other, letters);
            Entry entry = new ReportStore(other).entriesKnownAt(RULED).get(0);
            Ruling ruling = new Ruling(entry.sequence(), Kind.RETURNED, "sai", again, "can-bo", RULED);

            assertThat(store.add(
                            List.of(new RulingStore.Ruled(entry, ruling, null)),
                            new RulingStore.Told(queued.letter(), "1")))
                    .isFalse();
            assertThat(store.rulingsOn(entry.sequence())).isEmpty();
        }
    }

    @Test
    void who_returned_what_stands_in_the_audit_log() {
        report("done", false, REPORTED);
        enter(Kind.RETURNED, "thiếu chữ ký", LocalDate.of(2017, 10, 20), RULED);

        List<AuditRecord> records = new java.util.ArrayList<>();
        new AuditLog(database).read(records::add);

        assertThat(records).anySatisfy(record -> {
            assertThat(record.actor()).isEqualTo("Chuyên viên (can-bo)");
            assertThat(record.act().name()).isEqualTo("REPORT_RETURNED");
            assertThat(record.detail()).contains("thiếu chữ ký");
        });
    }

    private List<String> rulingsStored() {
        RulingStore store = new RulingStore(database, outbox);
        return reports.entriesKnownAt(LATER).stream()
                .flatMap(entry -> store.rulingsOn(entry.sequence()).stream())
                .map(Ruling::reason)
                .toList();
    }

    private void report(String status, boolean toBeApproved, Instant at) {
        ShippedPlan.report(database, folder, UNIT, PERIOD, REPORT, status, any -> toBeApproved, at);
    }

    private void report(String duty, String period, String status, Instant at) {
        ShippedPlan.report(database, folder, UNIT, period, duty, status, any -> false, at);
    }

    private Entered<RulingFlow.Done> enter(Kind kind, String reason, @Nullable LocalDate newDate, Instant at) {
        Entry last = reports.entriesKnownAt(at).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return enter(last, kind, reason, newDate, at);
    }

    private Entered<RulingFlow.Done> enter(
            Entry entry, Kind kind, String reason, @Nullable LocalDate newDate, Instant at) {
        return rulings.enter(
                new RulingFlow.Request(UNIT, Set.of(entry.sequence()), kind, reason, newDate, "Chuyên viên (can-bo)"),
                at);
    }

    private State stateAt(Instant moment) {
        return findingAt(moment).state();
    }

    private Finding findingAt(Instant moment) {
        return finding(moment).orElseThrow();
    }

    private Finding yearlyAt(Instant moment) {
        return findingAt(new Finding.Key(UNIT, YEARLY, "2017"), moment);
    }

    private Finding findingAt(Finding.Key key, Instant moment) {
        return ShippedPlan.assessor(database).at(moment).findings().stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Finding> finding(Instant moment) {
        return ShippedPlan.assessor(database).at(moment).findings().stream()
                .filter(finding -> finding.key().equals(new Finding.Key(UNIT, REPORT, PERIOD)))
                .findFirst();
    }
}
