package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.flow.ShippedPlan.at;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.Period;
import vn.dondoc.intake.Intake;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.Database;
import vn.dondoc.store.EmptyRecords;

/** What is typed into the form, as a file, and the mistakes of the file back at the cells. */
class WrittenReportTest {
    private static final Period PERIOD = Period.quarter(2017, 3);

    @TempDir
    Path folder;

    @Test
    void several_lines_and_quotation_marks_in_a_note_move_no_mistake_to_another_cell() {
        Map<String, List<Problem>> mistakes = mistakesIn(Map.of(
                "III.1-03|status|0", "hoàn thành",
                "III.1-03|note|0", "hai dòng,\r\ncó \"ngoặc\"",
                "III.1-03|evidenceRef|1", "15/BC-STP",
                "III.1-02|status|0", "xong rồi",
                "III.1-02|completedOn|0", "mai"));

        assertThat(mistakes).containsOnlyKeys("III.1-02|status|0", "III.1-02|completedOn|0");
    }

    @Test
    void a_mistake_of_the_second_paper_stands_at_the_second_paper() {
        Map<String, List<Problem>> mistakes = mistakesIn(Map.of(
                "III.1-03|status|0", "hoàn thành",
                "III.1-03|evidenceRef|0", "12/BC-STP",
                "III.1-03|evidenceDate|2", "mai",
                "III.1-03|evidenceRef|2", "=1+1"));

        assertThat(mistakes).containsOnlyKeys("III.1-03|evidenceRef|2", "III.1-03|evidenceDate|2");
    }

    @Test
    void what_is_written_without_a_status_is_a_mistake_at_the_status() {
        assertThat(mistakesIn(Map.of("III.1-03|note|0", "đang chờ"))).containsOnlyKeys("III.1-03|status|0");
    }

    private Map<String, List<Problem>> mistakesIn(Map<String, String> cells) {
        WrittenReport report =
                WrittenReport.of("so-tu-phap", PERIOD, List.of("III.1-03", "III.1-02"), withStatus(cells));
        try (Database database = Database.open(EmptyRecords.in(folder))) {
            List<Problem> mistakes = ShippedPlan.intake(database, folder, any -> false)
                    .mistakesIn(report.fileName(), report.bytes(), Intake.Options.STRICT, at("2017-10-02T09:00"));
            assertThat(new String(report.bytes(), StandardCharsets.UTF_8)).startsWith("\"Mã đơn vị\",");
            return report.byField(mistakes);
        }
    }

    /** The other duty of the form says something, too. */
    private static Map<String, String> withStatus(Map<String, String> cells) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("III.1-02|status|0", "đang thực hiện"));
        all.putAll(cells);
        return all;
    }
}
