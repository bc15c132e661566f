package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.facts.Dispensation;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.EmptyRecords;

class DispensationFlowTest {
    private static final String HEALTH = "so-y-te";
    private static final String REPORT = "III.1-03";
    private static final Instant NOW = ShippedPlan.at("2017-12-18T08:00");

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void openDatabase() {
        database = Database.open(EmptyRecords.in(folder));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @ParameterizedTest(name = "to {0} by a document of {1}: {2}")
    @CsvSource({
        // the third quarter's date is 02/10/2017
        "2017-10-01, 2017-09-25, trước hạn đang có 02/10/2017",
        "2017-10-02, 2017-09-25, ''",
        "2017-12-14, 2017-12-15, không sau ngày văn bản",
        "2017-12-15, 2017-12-15, không sau ngày văn bản",
        "2017-12-16, 2017-12-15, ''",
        "2018-01-31, 2017-12-18, ''",
        "2018-01-31, 2017-12-19, chưa tới"
    })
    void an_extension_lies_after_its_document_and_not_before_the_old_date(String to, String dated, String refusal) {
        Entered<Dispensation> answer = extend(to, dated);
        assertThat(answer.stored().isPresent()).isEqualTo(refusal.isEmpty());
        assertThat(words(answer)).contains(refusal);
        assertThat(inForce()).isEqualTo(answer.stored());
    }

    @Test
    void an_exemption_wants_a_document_but_no_date() {
        Entered<Dispensation> answer = enter(null, "123/SNV-CCHC", "2017-12-15");
        assertThat(answer.stored())
                .get()
                .satisfies(granted -> assertThat(granted.isExemption()).isTrue());
        assertThat(words(enter(null, " ", "2017-12-15"))).contains("chưa ghi số văn bản");
    }

    @Test
    void an_exemption_is_not_entered_twice_and_a_later_extension_takes_its_place() {
        enter(null, "123/SNV-CCHC", "2017-12-15");
        assertThat(words(enter(null, "124/SNV-CCHC", "2017-12-16"))).contains("đã được miễn", "123/SNV-CCHC");
        extend("2018-01-31", "2017-12-16");
        assertThat(inForce())
                .get()
                .satisfies(granted -> assertThat(granted.newDue()).isEqualTo("2018-01-31"));
    }

    @Test
    void a_wrong_extension_can_be_put_right_by_entering_it_again() {
        extend("2028-01-31", "2017-12-15");
        extend("2018-01-31", "2017-12-15");
        assertThat(inForce())
                .get()
                .satisfies(granted -> assertThat(granted.newDue()).isEqualTo("2018-01-31"));
    }

    @Test
    void what_has_no_date_cannot_be_extended() {
        assertThat(words(flow().enter(request("II.1.d-01", "2017", "2018-01-31"), NOW)))
                .contains("không có hạn để gia hạn");
    }

    @Test
    void what_is_done_in_time_is_not_extended() {
        String duty = "II.2.1.d-19";
        ShippedPlan.done(database, folder, HEALTH, "2017", duty, NOW.minusSeconds(60));
        assertThat(words(flow().enter(request(duty, "2017", "2018-01-31"), NOW)))
                .contains("đã đạt");
    }

    @Test
    void an_unknown_period_is_refused_with_the_nearest() {
        assertThat(words(flow().enter(request(REPORT, "2017-Q9", "2018-01-31"), NOW)))
                .contains("2017-Q9", "2017-Q");
    }

    private Entered<Dispensation> extend(String to, String dated) {
        return enter(LocalDate.parse(to), "123/SNV-CCHC", dated);
    }

    private Entered<Dispensation> enter(@Nullable LocalDate to, String document, String dated) {
        return flow().enter(
                        new DispensationFlow.Request(
                                HEALTH, REPORT, "2017-Q3", to, document, LocalDate.parse(dated), "Chuyên viên"),
                        NOW);
    }

    private static DispensationFlow.Request request(String duty, String period, String to) {
        return new DispensationFlow.Request(
                HEALTH,
                duty,
                period,
                LocalDate.parse(to),
                "123/SNV-CCHC",
                LocalDate.parse("2017-12-15"),
                "Chuyên viên");
    }

    private DispensationFlow flow() {
        return new DispensationFlow(ShippedPlan.assessor(database), new ArrangementStore(database));
    }

    private java.util.Optional<Dispensation> inForce() {
        return new ArrangementStore(database).dispensationsKnownAt(NOW).of(HEALTH, REPORT, "2017-Q3");
    }

    private static String words(Entered<?> answer) {
        return answer.refused().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
